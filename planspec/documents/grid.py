"""Table cells that span rows and columns, to a grid in which each place has its cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

import msgspec

from planspec.documents.blocks import Cell, Spot, Table

MOST_COLUMNS: Final = 64
MOST_CELLS: Final = 200_000
"""Places of one grid; what lies beyond is cut off, so that a span of a million columns costs nothing."""


Place: TypeAlias = "tuple[str, bool, int]"
"""The text at a place of the grid, whether its cell began at another, and its line."""
_EMPTY: Final[Place] = ("", False, 0)


class Span(msgspec.Struct, frozen=True):
    """A cell as the file has it: its text, and how many columns and rows it takes."""

    text: str
    columns: int = 1
    rows: int = 1
    line: int = 0
    """Where it stands; 0 for the table's own line."""


def to_table(rows: Sequence[Iterable[Span]], spot: Spot) -> Table:
    """Lay the cells out: each takes the next free place of its row, as a browser does."""
    lines: list[list[Place]] = []
    above: dict[int, Span] = {}
    """Columns that a cell of a row above still takes, `rows` more."""
    total = 0
    for spans in rows:
        line: list[Place] = []
        below: dict[int, Span] = {}
        for span in spans:
            _take(line, above, below)
            for k in range(min(max(1, span.columns), MOST_COLUMNS - len(line))):
                if span.rows > 1:
                    below[len(line)] = Span(span.text, rows=span.rows - 1, line=span.line)
                line.append((span.text, k > 0, span.line))
        while len(line) <= max(above, default=-1):
            if not _take(line, above, below):
                line.append(_EMPTY)
        above = below
        lines.append(line)
        total += max(1, len(line))
        if total > MOST_CELLS:
            break
    return _squared(lines, spot)


def _take(line: list[Place], above: dict[int, Span], below: dict[int, Span]) -> bool:
    """Fill the next places that cells of the rows above take; say whether there were any."""
    taken = False
    while (span := above.get(len(line))) is not None:
        if span.rows > 1:
            below[len(line)] = Span(span.text, rows=span.rows - 1, line=span.line)
        line.append((span.text, True, span.line))
        taken = True
    return taken


def _squared(lines: Sequence[Sequence[Place]], spot: Spot) -> Table:
    """Fill up short rows, and leave out columns in which no cell begins."""
    width = max(map(len, lines), default=0)
    full = [[*line, *[_EMPTY] * (width - len(line))] for line in lines]
    kept = [k for k in range(width) if any(not line[k][1] and (line[k][0] or k == 0) for line in full)]
    kept = kept or list(range(min(width, 1)))
    return Table(
        tuple(
            tuple(_cell(line[k], spot, r, c) for c, k in enumerate(kept, 1)) for r, line in enumerate(full, 1)
        ),
        spot,
    )


def _cell(place: Place, spot: Spot, row: int, column: int) -> Cell:
    text, merged, line = place
    return Cell(text, Spot(line or spot.line, spot.table, row, column), merged)
