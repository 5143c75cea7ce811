"""The end of an official document: the list of its annexes, signature and date, the lines of 抄送."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from planspec.documents.blocks import Block, Spot, Table
from planspec.documents.numbering import number_of
from planspec.documents.partwords import (
    ANNEX,
    ISSUER,
    LONGEST_DATE,
    TABLE_TITLE,
    TITLE_END,
    AnnexEntry,
    Part,
    Parts,
    date_in,
    text_of,
)

_COPIES: Final = re.compile(r"\s*(?:抄\s*送|主\s*送|分\s*送|发送)\s*[:：]\s*(?P<rest>.*)")
_FURTHER: Final = re.compile(r"(?<=[\s；;])([0-9]{1,2})[.．、]\s*(?=\D)")
"""The number of a further annex in one line."""
_LONGEST_ENTRY: Final = 66
_SIGNED: Final = re.compile(rf"{ISSUER.pattern}|[（(](?:此件|本文).{{0,12}}[）)]")


def take_list_of_annexes(parts: Parts) -> None:
    """Take the list of annexes (附件：1.… 2.…, in one line or in several) out of the overall plan, else the notice."""
    if parts.overall is not None:
        _take_list(parts.overall.blocks, parts)
    if not parts.listed:
        _take_list(parts.notice, parts)


def _take_list(holder: list[Block], parts: Parts) -> None:
    kept: list[Block] = []
    inside = False
    for block in holder:
        text = text_of(block)
        listed = list(_entries(text, block.spot, inside)) if inside or text.startswith("附件") else []
        if listed:
            inside = True
            parts.listed.extend(listed)
            parts.used.append((block.spot, "annexes"))
        elif inside and text and len(text) < LONGEST_DATE and (date := date_in(text)):
            parts.issued = parts.issued or date
            parts.used.append((block.spot, "issued"))
        else:
            inside = inside and not text
            kept.append(block)
    holder[:] = kept


def _entries(text: str, spot: Spot, inside: bool) -> Iterator[AnnexEntry]:
    """Yield the annexes that a line lists; `inside` says that the list has begun above."""
    match = ANNEX.fullmatch(text)
    rest = match["rest"].strip() if match is not None else text if inside else ""
    if not rest:
        return
    number = number_of(rest)
    if number is None:
        if match is not None and (inside or TITLE_END.search(rest) or TABLE_TITLE.search(rest)):
            yield AnnexEntry(match["no"] or "", rest, spot)
        return
    pieces = _FURTHER.split(rest[number.end :])
    if len(pieces[0]) > _LONGEST_ENTRY:
        return
    yield AnnexEntry(str(number.value), pieces[0].strip(), spot)
    for no, title in zip(pieces[1::2], pieces[2::2], strict=True):
        yield AnnexEntry(no, title.strip(), spot)


def take_copies(parts: Parts) -> None:
    """Take the lines after the last paragraph (抄送 and what follows) off the last part."""
    last = parts.annexes[-1] if parts.annexes else parts.overall
    while last is not None and last.parts:
        last = last.parts[-1]
    if last is None:
        return
    for index, block in enumerate(last.blocks):
        match = _COPIES.fullmatch(text_of(block))
        if match is not None:
            for tail in last.blocks[index:]:
                text = text_of(tail)
                listed = _COPIES.fullmatch(text)
                if text:
                    parts.copies_to.append((listed["rest"] if listed is not None else text).rstrip("。"))
                    parts.used.append((tail.spot, "copies_to"))
            del last.blocks[index:]
            return


def take_signature(part: Part, parts: Parts) -> None:
    """Take issuer, date and （此件公开发布） off the end of a part."""
    while part.blocks:
        block = part.blocks[-1]
        text = text_of(block)
        date = date_in(text) if len(text) < LONGEST_DATE else ""
        if isinstance(block, Table) or (text and not date and not _SIGNED.fullmatch(text)):
            return
        if date:
            parts.issued = parts.issued or date
        elif ISSUER.fullmatch(text):
            parts.issuer = parts.issuer or text
        if text:
            parts.used.append((block.spot, "issued" if date else "issuer"))
        part.blocks.pop()
