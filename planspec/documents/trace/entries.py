"""A part of a document as a row of headings, those among them whose numbers are spoilt or missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from planspec.documents.blocks import Block, Spot, Table
from planspec.documents.numbering import Kind, to_int
from planspec.documents.outline import Heading, outline
from planspec.documents.trace.words import fold

LEAD: Final = "前言"
"""What stands before the first heading."""
LEAF: Final = 30
"""Kind of a place without a number."""
_PLAIN_HEADING: Final = re.compile(r"[^。;,:!?、]{2,30}")
_SPOILT_BRACKET: Final = re.compile(r"\(?([一二三四五六七八九十]{1,3})\)")
_SPOILT_NUMBER: Final = re.compile(r"[^0-9\u4e00-\u9fff(]{0,6}([0-9]{1,3})[.、]")


class Entry(msgspec.Struct):
    """A heading, or plain text below it, before the places are nested."""

    no: str
    title: str
    kind: int
    value: int
    pieces: list[tuple[str, Spot]]
    plain: bool = False


def entries_of(blocks: Iterable[Block], lead: str) -> list[Entry]:
    """Return the headings of the blocks in their order, lines that look like headings among them."""
    tree = outline(block for block in blocks if not isinstance(block, Table))
    entries: list[Entry] = []
    if tree.lead:
        entries.append(Entry("", lead, LEAF, 0, []))
    for text in tree.lead:
        _body(entries, text.text, text.spot, 0)
    last = 0
    for heading in tree.walk():
        entry = _entry(heading)
        entries.append(entry)
        if entry.kind == Kind.ARABIC:
            last = entry.value
        elif entry.kind < Kind.ARABIC:
            last = 0
        for text in heading.body:
            last = _body(entries, text.text, text.spot, last)
    _promote(entries)
    return entries


def _entry(heading: Heading) -> Entry:
    number = heading.number
    kind, value = (int(number.kind), number.value) if number is not None else (LEAF, 0)
    pieces = [(heading.title, heading.spot)] if heading.title else []
    return Entry(fold(heading.no), fold(heading.title), kind, value, pieces)


def _body(entries: list[Entry], text: str, spot: Spot, last: int) -> int:
    """Add a text: as a heading where it looks like one, though its number is spoilt; return the last 1., 2., ….

    A bracket may be lost (四)…), rubbish may stand before a number, or a figure may follow it (13.8家…).
    """
    folded = fold(text)
    bracket = _SPOILT_BRACKET.match(folded)
    number = _SPOILT_NUMBER.match(folded)
    if bracket is not None and (value := to_int(bracket[1])):
        entries.append(
            Entry(f"({bracket[1]})", folded[bracket.end() :], Kind.BRACKETED_HAN, value, [(text, spot)])
        )
    elif number is not None and int(number[1]) == last + 1:
        last += 1
        entries.append(Entry(str(last), folded[number.end() :], Kind.ARABIC, last, [(text, spot)]))
    elif _PLAIN_HEADING.fullmatch(folded) and not folded.endswith(")"):
        entries.append(Entry("", folded, LEAF, 0, [(text, spot)], plain=True))
    else:
        entries[-1].pieces.append((text, spot))
    return last


def _promote(entries: Sequence[Entry]) -> None:
    """Give plain headings the number that their neighbours lack: after 一 and before 三 stands 二."""
    for kind in (Kind.HAN, Kind.BRACKETED_HAN):
        following = 0
        gaps: list[int] = [0] * len(entries)
        for index in range(len(entries) - 1, -1, -1):
            gaps[index] = following
            if entries[index].kind < kind:
                following = 0
            elif entries[index].kind == kind:
                following = entries[index].value
        last = 0
        for entry, following in zip(entries, gaps, strict=True):
            if entry.kind < kind:
                last = 0
            elif entry.kind == kind:
                last = entry.value
            elif entry.plain and entry.kind == LEAF and following > last + 1:
                last += 1
                entry.kind, entry.value = kind, last
                entry.no = _HAN[last] if kind is Kind.HAN else f"({_HAN[last]})"


_HAN: Final = [
    *"〇一二三四五六七八九十", *(f"十{one}" for one in "一二三四五六七八九"),
    *(f"{ten}十{one}" for ten in "二三四五六七八九" for one in ("", *"一二三四五六七八九")),
]  # fmt: skip
