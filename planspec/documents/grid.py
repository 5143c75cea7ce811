"""Table cells that span rows and columns, to a grid in which each place has its cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from planspec.documents.blocks import Cell, Spot, Table

MOST_COLUMNS: Final = 64
MOST_CELLS: Final = 200_000
"""Places of one grid; what lies beyond is cut off, so that a span of a million columns costs nothing."""


class Span(msgspec.Struct, frozen=True):
    """A cell as the file has it: its text, and how many columns and rows it takes."""

    text: str
    columns: int = 1
    rows: int = 1


def to_table(rows: Sequence[Iterable[Span]], spot: Spot) -> Table:
    """Lay the cells out: each takes the next free place of its row, as a browser does."""
    places: list[list[Cell | None]] = []
    waiting: dict[int, tuple[int, str]] = {}
    """Columns that a cell above still takes: how many rows more, and its text."""
    total = 0
    for r, spans in enumerate(rows, 1):
        line: list[Cell | None] = []

        def put(text: str, merged: bool, r: int = r, line: list[Cell | None] = line) -> None:
            line.append(Cell(text, Spot(spot.line, spot.table, r, len(line) + 1), merged))

        def from_above(line: list[Cell | None] = line, put: object = put) -> bool:
            left, text = waiting.get(len(line), (0, ""))
            if left < 1:
                return False
            waiting[len(line)] = (left - 1, text)
            put(text, True)  # type: ignore[operator]
            return True

        for span in spans:
            while len(line) < MOST_COLUMNS and from_above():
                pass
            for k in range(max(1, min(span.columns, MOST_COLUMNS))):
                if len(line) >= MOST_COLUMNS:
                    break
                if span.rows > 1:
                    waiting[len(line)] = (span.rows - 1, span.text)
                put(span.text, k > 0)
        while len(line) < MOST_COLUMNS and from_above():
            pass
        total += max(1, len(line))
        if total > MOST_CELLS:
            break
        places.append(line)
    return _squared(places, spot)


def _squared(places: Sequence[Sequence[Cell | None]], spot: Spot) -> Table:
    """Fill up short rows, and leave out columns in which no cell begins."""
    width = max(map(len, places), default=0)
    rows = [
        [
            *(cell for cell in line if cell is not None),
            *(Cell("", Spot(spot.line, spot.table, r, k + 1)) for k in range(len(line), width)),
        ]
        for r, line in enumerate(places, 1)
    ]
    kept = [k for k in range(width) if any(not row[k].merged or k == 0 for row in rows)]
    return Table(tuple(tuple(row[k] for k in kept) for row in rows), spot)
