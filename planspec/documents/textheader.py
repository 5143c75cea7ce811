"""The header of a table in a text: names of columns one below the other, each in one line or in several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from planspec.documents.align import Item
from planspec.documents.columns import Column, Holds, column, is_header
from planspec.documents.looks import Look, look

Line: TypeAlias = "tuple[int, str]"
"""A line's number and its text, not blank."""

Header: TypeAlias = "tuple[list[Item], list[Column | None], int]"
"""A header's cells, their columns, and how many lines it took."""

MOST_COLUMNS: Final = 16
NO_HEADER: Final[Header] = ([], [], 0)


def header_of(lines: Sequence[Line], *, joined: bool) -> Header:
    """Read the header that the lines begin with: its cells, their columns, and how many lines it took.

    `joined` lets the name of a column run over up to three lines.
    """
    cells: list[Item] = []
    columns: list[Column | None] = []
    index = 0
    while index < len(lines) and len(cells) < MOST_COLUMNS:
        taken = _column_at(lines, index, joined)
        if taken == 0:
            # One name that nobody knows may stand among known ones.
            if not cells or index + 1 >= len(lines) or not _may_head(lines[index][1]):
                break
            if _column_at(lines, index + 1, joined) == 0:
                break
            taken = 1
        text = "".join(words.strip() for _, words in lines[index : index + taken])
        named = column(text)
        if (named is not None and named.holds is Holds.NUMBER and cells) or any(
            one.text == text for one in cells
        ):
            break  # another header
        cells.append(Item(text, lines[index][0], Look.SHORT))
        columns.append(named)
        index += taken
    if not is_header(columns):
        return NO_HEADER
    return cells, columns, index


def _column_at(lines: Sequence[Line], index: int, joined: bool) -> int:
    """Return how many lines from here on name one column: the most that do, 0 where none does."""
    for count in (3, 2, 1) if joined else (1,):
        words = [text.strip() for _, text in lines[index : index + count]]
        if len(words) == count and sum(map(len, words)) <= 40 and column("".join(words)) is not None:
            if count > 1 and (
                sum(column(word) is not None for word in words) > 1  # each names a column of its own
                or any(look(word) is Look.NUMBER for word in words)
            ):
                continue
            return count
    return 0


def _may_head(text: str) -> bool:
    return len(text) <= 10 and look(text) is Look.SHORT


def known_columns(columns: Sequence[Column | None], names: Sequence[str]) -> list[Column]:
    """Return the columns of a header, each with a name of its own where nobody knows what it holds."""
    return [one or Column(name, Holds.OTHER) for one, name in zip(columns, names, strict=True)]
