"""Text on a terminal, where a Chinese character takes two cells: measuring, wrapping, windowing."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len

TAB: Final = 4
"""Tabs in an excerpt are shown up to the next multiple of this many cells."""

CUT: Final = "..."
"""Marks where a long line was cut: three ASCII dots, because terminals disagree on the width of “…”."""

# Unassigned and private-use characters are shown: rare characters in names are among them.
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})

# What no line begins with, and what no line ends with, in Chinese typesetting.
_CLOSING: Final = "，。；：、！？）”’》〉】〕」』％‰,.;:!?)"
_OPENING: Final = "（“‘《〈【〔「『("
_UNIT: Final = re.compile(
    rf" +|[{re.escape(_OPENING)}]*(?:[!-~]+|[^ ])(?:[{re.escape(_CLOSING)}]+)?|[{re.escape(_OPENING)}]+"
)


def width_of(text: str) -> int:
    """Return the number of cells that `text` takes on a terminal."""
    return cell_len(text)


def visible(text: str) -> str:
    """Return `text` on one line, with characters that would act on a terminal spelled out."""
    return text if text.isprintable() else "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character == "\n":
        return "\\n"
    if unicodedata.category(character) not in _INVISIBLE:
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def wrap(text: str, width: int) -> list[str]:
    """Return `text` in lines of at most `width` cells.

    Lines break at spaces and between Chinese characters, never before a closing or after an opening
    mark. A single word that is too long stays whole: paths and codes must survive copying.
    """
    if cell_len(text) <= width:
        return [text]
    lines: list[str] = []
    line, taken = "", 0
    for unit in _UNIT.findall(text):
        size = cell_len(unit)
        if taken and taken + size > width:
            lines.append(line.rstrip(" "))
            line, taken = "", 0
            if unit.startswith(" "):
                continue
        line += unit
        taken += size
    if line:
        lines.append(line.rstrip(" "))
    return lines


def pad(text: str, width: int) -> str:
    """Return `text` filled up with spaces to `width` cells."""
    return text + " " * (width - cell_len(text))


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of source as shown: the text, and the cells before and under the marked part."""

    text: str
    before: int
    under: int


def excerpt(line: str, start: int, end: int, width: int) -> Excerpt:
    """Return `line` in at most `width` cells with the columns `start` to `end` in sight.

    Columns count from 1, `end` is exclusive. A longer line loses its indentation first; then a window is
    cut around the marked part. What is marked takes at least one cell, so that the end of a line can be
    pointed at.
    """
    first = min(max(start - 1, 0), len(line))
    last = min(max(end - 1, first), len(line))
    if line.isprintable():
        whole = cell_len(line)
        if whole <= width:
            before = cell_len(line[:first])
            return Excerpt(line.rstrip(), before, max(cell_len(line[first:last]), 1))
    shown = _characters(line)
    sizes = [cell_len(character) for character in shown]
    left, right = 0, len(shown)
    if sum(sizes) > width:
        while left < first and line[left] in " \t":
            left += 1
        if sum(sizes[left:]) > width:
            left, right = _window(sizes, left, first, last, width)
    head = CUT if left and line[:left].strip() else ""
    tail = CUT if right < len(shown) else ""
    last = min(last, right)
    before = len(head) + sum(sizes[left:first])
    under = max(sum(sizes[first:last]), 1)
    return Excerpt((head + "".join(shown[left:right])).rstrip() + tail, before, under)


def _window(sizes: list[int], left: int, first: int, last: int, width: int) -> tuple[int, int]:
    """Return which characters to show: all of the marked part that fits, then what stands around it."""
    room = width - 2 * len(CUT)
    start, stop, used = first, first, 0
    while stop < max(last, first + 1) and stop < len(sizes) and used + sizes[stop] <= room:
        used += sizes[stop]
        stop += 1
    # What stands before says more (the key, the subject) than what follows: it gets two thirds.
    lead = (room - used) * 2 // 3
    while start > left and sizes[start - 1] <= lead:
        start -= 1
        lead -= sizes[start]
        used += sizes[start]
    while stop < len(sizes) and used + sizes[stop] <= room:
        used += sizes[stop]
        stop += 1
    while start > left and used + sizes[start - 1] <= room:
        start -= 1
        used += sizes[start]
    return start, stop


def _characters(line: str) -> list[str]:
    """Return what is shown for each character of a line: tabs as spaces, invisible ones spelled out."""
    shown: list[str] = []
    column = 0
    for character in line:
        text = character if character.isprintable() else _shown(character)
        if character == "\t":
            text = " " * (TAB - column % TAB)
        shown.append(text)
        column += cell_len(text)
    return shown
