"""Paragraphs that a page's end broke in two, as texts copied out of a PDF have them: joined again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import msgspec

from planspec.documents.blocks import Block, Paragraph
from planspec.documents.numbering import number_of
from planspec.phrase.dutywords import LABEL
from planspec.phrase.unitlists import WIDE

_ENDS: Final = '。；！？：…;!?:.”’"》）)】〕]|'
"""What a paragraph ends with; one that ends otherwise goes on below."""
_SHORTEST: Final = 25
"""Characters of a paragraph that can have been broken; a shorter one is a title, a name, a cell."""
_LONGEST_LABEL: Final = 12
_RUNNING: Final = re.compile("[，。；]")
_BEGINS_ANEW: Final = re.compile(
    r"\s*(?:——|—|-{2}|[•●·▪◆■□►▶*]|附\s*件|抄\s*送|主\s*送|[\u4e00-\u9fff]{2,8}[:：]|第[一二三四五六七八九十百]{1,4}[章节条]|[一二三四五六七八九十]是)"
)
_OPENING: Final = "（(〔[【"
_CLOSING: Final = "）)〕]】"


def rejoin(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks with each broken paragraph as one, which stands where it begins."""
    found: list[Block] = []
    for block in blocks:
        before = found[-1] if found else None
        if isinstance(block, Paragraph) and isinstance(before, Paragraph) and _goes_on(before, block):
            found[-1] = msgspec.structs.replace(before, text=before.text.rstrip() + block.text.lstrip())
        else:
            found.append(block)
    return found


def _goes_on(before: Paragraph, block: Paragraph) -> bool:
    """Say whether a paragraph goes on in the next one: it is running text without an end, and so is what follows."""
    one, other = before.text.rstrip(), block.text.strip()
    if _is_label(one) and not block.label and not block.heading:
        return bool(other) and not _labelled(other) and number_of(other) is None
    if (
        len(one) < _SHORTEST
        or not other
        or one[-1] in _ENDS
        or block.label
        or block.heading
        or before.heading
    ):
        return False
    if _RUNNING.search(one) is None or number_of(other) is not None:
        return False
    if _is_open(one):
        return any(char in _CLOSING for char in other)
    return _BEGINS_ANEW.match(other) is None and _is_running(other)


def _is_label(text: str) -> bool:
    """Say whether a line is but a label, whose value stands in the next one: 牵头单位：."""
    return len(text) <= _LONGEST_LABEL and LABEL.fullmatch(text.translate(WIDE)) is not None


def _labelled(text: str) -> bool:
    return LABEL.match(text.translate(WIDE)) is not None


def _is_running(text: str) -> bool:
    return "。" in text or text[-1] in "；）)" or (len(text) >= _SHORTEST and "，" in text)


def _is_open(text: str) -> bool:
    """Say whether a bracket is open at the end."""
    depth = 0
    for char in text:
        depth += (char in _OPENING) - (char in _CLOSING)
        depth = max(depth, 0)
    return depth > 0
