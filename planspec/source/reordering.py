"""Edits that put the entries of mappings into another order; each takes its own lines along, comments at their ends too."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from planspec.source.diagnostic import Edit
from planspec.source.file import SourceFile
from planspec.source.nodes import Mapping, last_offset

Range: TypeAlias = tuple[int, int]
Slot: TypeAlias = tuple[list[Range], list[Range]]
"""Where the entries of a mapping stand, and which of them is to stand there."""

_COMMA: Final = re.compile(r"\s*,\s*")
_BREAK: Final = re.compile(r"[ \t]*(?:\r\n|\r|\n) *")
_REST: Final = re.compile(r"[^\r\n]*")
_ANCHOR: Final = re.compile(r"(?:^|[\s\[{,:-])(?:[&*][^\s&*]|<<\s*:)", re.M)


def reordered(file: SourceFile, wanted: Iterable[tuple[Mapping, Sequence[str]]]) -> tuple[Edit, ...] | None:
    """Return the edits that give each mapping its keys in the order that stands beside it.

    None where one cannot be moved as it is: comments or blank lines between entries, which belong to none of them
    for certain, or anchors, which must stand before what refers to them.
    """
    slots: list[Slot] = []
    for mapping, keys in wanted:
        written = [*mapping.entries]
        moved = [at for at, pair in enumerate(zip(written, keys, strict=True)) if pair[0] != pair[1]]
        first, last = (moved[0], moved[-1] + 1) if moved else (0, 0)
        ranges = _ranges(mapping, written[first:last])
        places = [*ranges.values()]
        if not ranges or _has_comment_above(file, places[0][0]):
            return None
        slots.append((places, [ranges[key] for key in keys[first:last]]))
    slots.sort(key=_start)
    edits: list[Edit] = []
    done = -1
    for places, _ in slots:
        start, end = places[0][0], places[-1][1]
        if start >= done:  # else it lies within a mapping that moves as a whole
            if _ANCHOR.search(file.text, start, end):
                return None
            edits.append(Edit(file.shown, file.span(start, end), _render(file.text, start, end, slots)))
            done = end
    return tuple(edits)


def _has_comment_above(file: SourceFile, offset: int) -> bool:
    """Say whether a comment stands above the first entry, to which it may belong."""
    above = file.line_at(offset) - 1
    return above > 0 and file.lines[above - 1].lstrip().startswith("#")


def _start(slot: Slot) -> int:
    return slot[0][0][0]


def _render(text: str, start: int, end: int, slots: list[Slot]) -> str:
    """Return a part of the text with the entries of the mappings in it in their new order."""
    pieces: list[str] = []
    at = bisect_left(slots, start, key=_start)
    while at < len(slots) and _start(slots[at]) < end:
        places, contents = slots[at]
        at += 1
        if places[0][0] < start or places[-1][1] > end:
            continue
        for place, content in zip(places, contents, strict=True):
            pieces += (text[start : place[0]], _render(text, *content, slots))
            start = place[1]
    return "".join((*pieces, text[start:end]))


def _ranges(mapping: Mapping, keys: Iterable[str]) -> dict[str, Range]:
    """Return the text of each entry in a row; nothing where more than what parts them stands between two."""
    text = mapping.file.text
    found: dict[str, Range] = {}
    gap = _COMMA if mapping.end else _BREAK
    before = -1
    for key in keys:
        value, start = mapping.entries[key], mapping.keys[key].start
        end = last_offset(value)
        if value.file is not mapping.file or not mapping.start <= start <= end:
            return {}
        while end > start and text[end - 1] in "\r\n":
            end -= 1
        if not mapping.end:
            rest = _REST.match(text, end)
            end = rest.end() if rest is not None else end
        if before >= 0 and not gap.fullmatch(text, before, start):
            return {}
        found[key] = start, end
        before = end
    return found
