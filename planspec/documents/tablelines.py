"""The lines of a text in which tables are looked for, and what is found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from planspec.documents.blocks import Table
from planspec.documents.columns import column
from planspec.documents.textheader import MOST_COLUMNS, NO_HEADER, Header, Line, header_of

HARD_STOP: Final = re.compile(
    r"附\s*件\s*[0-9０-９一二三四五六七八九十]{0,3}\s*(?:[:：].{0,60})?|(?:抄|主|分)\s*送\s*[:：].*"
)
"""A line that no table goes on behind."""
RULE: Final = re.compile(r"[\s|+\-:=─━│┃├┤┼┌┐└┘┬┴╋]+")
"""A line of a frame."""
LONGEST_CELL: Final = 20
"""Lines of one cell; a longer run without a bar is no table."""


class Found(msgspec.Struct, frozen=True):
    """A table and the lines that it took: indices into the lines searched, the end exclusive."""

    start: int
    end: int
    table: Table


class Lines(list[Line]):
    """Lines that remember what has been found out about them, so that each is judged once."""

    def __init__(self, lines: Sequence[Line]) -> None:
        super().__init__(lines)
        self.no_bars_before = 0
        """Lines before this one have bars that are no table's."""
        self._headers: dict[int, Header] = {}

    def header(self, index: int) -> Header:
        """Return the header that begins at a line, one column below the other."""
        found = self._headers.get(index)
        if found is None:
            first = column(self[index][1]) if len(self[index][1]) <= 20 else None
            found = NO_HEADER
            if first is not None or self._runs_on(index):
                found = header_of(self[index : index + 3 * MOST_COLUMNS], joined=True)
            self._headers[index] = found
        return found

    def _runs_on(self, index: int) -> bool:
        """Say whether a line and the next name a column together."""
        return index + 1 < len(self) and column(self[index][1][:20] + self[index + 1][1][:20]) is not None
