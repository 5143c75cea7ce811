"""Places in a text: a half-open range of lines and columns."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, array_like=True):
    """A range of text.

    Lines and columns count from 1; the end is exclusive. A column is one Unicode code point
    (a Chinese character is one column; a tab is one column). This is the only place that states it,
    and `source/` the only package that adds or subtracts one.
    """

    start_line: int
    start_column: int
    end_line: int
    end_column: int

    def contains_line(self, line: int) -> bool:
        """Say whether `line` lies within the range."""
        return self.start_line <= line <= self.end_line

    def covers(self, other: Span) -> bool:
        """Say whether `other` lies wholly within this range."""
        return (self.start_line, self.start_column) <= (other.start_line, other.start_column) and (
            other.end_line,
            other.end_column,
        ) <= (self.end_line, self.end_column)


WHOLE_FILE = Span(1, 1, 1, 1)
"""Where a finding about a file as such points: its very beginning."""
