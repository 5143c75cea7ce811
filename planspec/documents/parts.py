"""The parts of an official document: head, overall plan, annexes, tail.

A published plan is a notice (文号, issuer, title, salutation, one paragraph, signature, date), the plan itself, the
list of its annexes, the annexes, and the lines at the end (抄送). Any of them may be missing: a plan without a notice, a
notice without annexes, an annex that has annexes of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from planspec.documents.blocks import Block, Document, Paragraph, Table
from planspec.documents.closing import take_copies, take_list_of_annexes, take_signature
from planspec.documents.letterhead import read_head
from planspec.documents.numbering import number_of, to_int
from planspec.documents.outline import outline
from planspec.documents.partwords import (
    ANNEX,
    ISSUER,
    LONGEST_DATE,
    PLAN_SUFFIX,
    TITLE_END,
    AnnexEntry,
    Part,
    Parts,
    date_in,
    text_of,
)

__all__ = ["AnnexEntry", "Part", "Parts", "is_plan", "take_apart"]

_NO_PLAN: Final = re.compile(r"名单|人员|说明|解读|表$")
_TABLE_ANNEX: Final = re.compile(
    r"附\s*表\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})?\s*[:：、.]?\s*(?P<rest>.{0,40})"
)
_LONGEST_CAPTION: Final = 40
_SUBTITLE: Final = re.compile(r"[（(].{2,16}[）)]")
_LABELLED: Final = re.compile(r"[\u4e00-\u9fff]{1,3}\s{0,4}[\u4e00-\u9fff]{1,3}[：:]")
"""组  长：, 成员单位：: what stands below a title, not its second line."""


def take_apart(document: Document) -> Parts:
    """Return the parts of a document."""
    blocks = list(document.blocks)
    parts = Parts()
    starts = _annex_starts(blocks)
    body_end = starts[0][0] if starts else len(blocks)
    head, overall = read_head(blocks[:body_end], parts, document.title or document.name)
    parts.notice = head
    parts.overall = overall
    for index, (at, number, title, skip) in enumerate(starts):
        end = starts[index + 1][0] if index + 1 < len(starts) else len(blocks)
        part = Part(title, blocks[at].spot, number)
        content = blocks[at + 1 + skip : end]
        for used in blocks[at : at + 1 + skip]:
            parts.used.append((used.spot, "annex-title"))
        part.blocks = content
        if number is None and parts.annexes:
            parts.annexes[-1].parts.append(part)
        else:
            parts.annexes.append(part)
    take_copies(parts)
    take_list_of_annexes(parts)
    for signed in (parts.overall, *parts.annexes[-1:]):
        if signed is not None:
            take_signature(signed, parts)
    if not parts.title and parts.overall is not None:
        parts.title = parts.overall.title
    _take_only_annex(parts)
    return parts


def is_plan(annex: Part) -> bool:
    """Say whether an annex is a plan: it has headings, and is called neither a roster nor a table."""
    if PLAN_SUFFIX.search(annex.title):
        return True
    return bool(outline(annex.blocks).headings) and not _NO_PLAN.search(annex.title)


def _take_only_annex(parts: Parts) -> None:
    """Take the only annex for the plan itself, where what stands before it is but a notice."""
    before = parts.overall
    if len(parts.annexes) != 1 or not is_plan(parts.annexes[0]):
        return
    if before is not None:
        if outline(before.blocks).headings:
            return
        parts.notice = [*parts.notice, *before.blocks]
    parts.overall = parts.annexes.pop()
    parts.annexes, parts.overall.parts = parts.overall.parts, []
    parts.overall.no = parts.overall.no or 1
    parts.title = parts.overall.title


def _annex_starts(blocks: Sequence[Block]) -> list[tuple[int, int | None, str, int]]:
    """Return where annexes begin: index, number, title, and how many further blocks the title took.

    An annex begins with a line that is just 附件1, or 附件1：title with a title and no list after it.
    """
    found: list[tuple[int, int | None, str, int]] = []
    for index, block in enumerate(blocks):
        text = text_of(block)
        if not text.startswith("附") or len(text) > 80:
            continue
        table = _TABLE_ANNEX.fullmatch(text)
        if table is not None and (used := _table_below(blocks, index)):
            title = table["rest"] or "".join(text_of(one) for one in blocks[index + 1 : index + used])
            found.append((index, None, title, 0 if table["rest"] else used - 1))
            continue
        match = ANNEX.fullmatch(text)
        if match is None:
            continue
        number = to_int(match["no"]) if match["no"] else None
        rest = match["rest"].strip()
        if not rest:
            title, used = _title_after(blocks, index + 1)
            if title:
                found.append((index, number, title, used))
        elif number is not None and not number_of(rest) and _begins_annex(blocks, index):
            found.append((index, number, rest, 0))
    return found


def _table_below(blocks: Sequence[Block], index: int) -> int:
    """Return how far below a line a table stands, with no more than its caption between; 0 where none does."""
    for offset, block in enumerate(blocks[index + 1 : index + 4], 1):
        if isinstance(block, Table):
            return offset
        if len(text_of(block)) > _LONGEST_CAPTION or number_of(text_of(block)) is not None:
            return 0
    return 0


def _begins_annex(blocks: Sequence[Block], index: int) -> bool:
    """Say whether 附件1：title begins an annex, not a line of the list: the next line is no annex line."""
    after = next((text_of(b) for b in blocks[index + 1 :] if not isinstance(b, Paragraph) or text_of(b)), "")
    before = next((text_of(b) for b in reversed(blocks[:index]) if text_of(b)), "")
    return not after.startswith("附件") and not before.startswith("附件")


def _title_after(blocks: Sequence[Block], index: int) -> tuple[str, int]:
    """Return the title below 附件N and the number of blocks up to its end; a title may take two lines."""
    pieces: list[str] = []
    used = 0
    for offset, block in enumerate(blocks[index : index + 8]):
        text = text_of(block)
        if isinstance(block, Table):
            break
        if not text:
            continue
        if (
            number_of(text) is not None
            or len(text) > 50
            or text.endswith(("。", "：", ":"))
            or (pieces and _LABELLED.match(text) is not None)
            or ANNEX.fullmatch(text)
            or (not pieces and (ISSUER.fullmatch(text) or (date_in(text) and len(text) < LONGEST_DATE)))
        ):
            break
        pieces.append(text)
        used = offset + 1
        if TITLE_END.search(text) or text.endswith(("表", "名单", "清单")) or len(pieces) == 3:
            break
    below = text_of(blocks[index + used]) if pieces and index + used < len(blocks) else ""
    if _SUBTITLE.fullmatch(below):  # （2025—2027年）
        pieces.append(below)
        used += 1
    return "".join(pieces), used
