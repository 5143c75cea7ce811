"""Edits of files by place: put together, applied, shown as a difference. All outside of them stays, byte for byte."""

from __future__ import annotations

import difflib
import re
from bisect import bisect_left, insort
from collections.abc import Iterable
from itertools import pairwise
from typing import Final, TypeAlias

from planspec.source.diagnostic import Edit
from planspec.source.encoding import decode

Point: TypeAlias = tuple[int, int]

_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_CODECS: Final = (
    ("utf-8", b""),
    ("gb18030", b""),
    ("utf-16-le", b"\xff\xfe"),
    ("utf-16-be", b"\xfe\xff"),
    ("utf-16-le", b""),
    ("utf-16-be", b""),
    ("utf-32-le", b"\xff\xfe\x00\x00"),
    ("utf-32-be", b"\x00\x00\xfe\xff"),
)
"""How a text may be written, with the mark in front that decoding takes away."""
_NO_LINE_END: Final = "\n\\ No newline at end of file\n"


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with the edits made; raises ValueError where two meet or one lies outside the text."""
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits):
        start, end = (_offset(starts, *point) for point in _ends(edit))
        if not done <= start <= end <= len(text):
            raise ValueError(f"edit out of place: {edit}")
        pieces += (text[done:start], edit.text)
        done = end
    return "".join((*pieces, text[done:]))


def _offset(starts: list[int], line: int, column: int) -> int:
    return starts[line - 1] + column - 1 if 0 < line <= len(starts) else -1


def apply_to_bytes(data: bytes, edits: Iterable[Edit]) -> bytes | None:
    """Return a file's bytes with the edits made: its encoding, byte order mark and line ends stay.

    None where the bytes are damaged, so that they could not be written back as they are.
    """
    text, _ = decode(data)
    body = text.lstrip("\ufeff")  # places count from behind the mark
    head = text[: len(text) - len(body)]
    for codec, mark in _CODECS:
        try:
            if mark + text.encode(codec) == data:
                return mark + (head + apply(body, edits)).encode(codec)
        except UnicodeEncodeError:
            continue
    return None


class Room:
    """The places that are taken by the edits chosen so far; what would meet them is turned away."""

    def __init__(self) -> None:
        self._taken: dict[str, list[tuple[Point, Point]]] = {}

    def take(self, edits: Iterable[Edit]) -> bool:
        """Take the places of all these edits together, or of none; say whether they were free."""
        wanted = [(edit.file, *_ends(edit)) for edit in sorted(edits)]
        meets = any(one[0] == other[0] and _meet(one[1:], other[1:]) for one, other in pairwise(wanted))
        if not wanted or meets or not all(self._is_free(*one) for one in wanted):
            return False
        for file, start, end in wanted:
            insort(self._taken.setdefault(file, []), (start, end))
        return True

    def _is_free(self, file: str, start: Point, end: Point) -> bool:
        taken = self._taken.get(file, [])
        at = bisect_left(taken, (start, end))
        return not any(_meet((start, end), other) for other in taken[max(0, at - 1) : at + 1])


def _ends(edit: Edit) -> tuple[Point, Point]:
    span = edit.span
    return (span.start_line, span.start_column), (span.end_line, span.end_column)


def _meet(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Say whether two ranges share a character; an insertion meets what it touches."""
    if one[0] == one[1] or other[0] == other[1]:
        return one[0] <= other[1] and other[0] <= one[1]
    return one[0] < other[1] and other[0] < one[1]


def difference(old: str, new: str, name: str) -> str:
    """Return a unified diff of two versions of a file, as `patch` and `git apply` read it."""
    lines = difflib.unified_diff(_split(old), _split(new), name, name)
    return "".join(line if line.endswith("\n") else line + _NO_LINE_END for line in lines)


def _split(text: str) -> list[str]:
    """Return the lines with their ends; unlike `splitlines`, only a line feed ends one."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)
