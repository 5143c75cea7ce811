"""Tables that were saved as text, back to grids.

Three habits are known: one cell per line between blank lines; cells that end with a bar, one or several per line; rows
whose cells stand between bars, tabs or wide gaps. The header tells the columns; where cells fell out, `align` finds the
columns of those that are left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from planspec.documents.align import Item
from planspec.documents.barredtables import barred
from planspec.documents.columns import Column, Holds, column, is_header
from planspec.documents.looks import Look, look
from planspec.documents.tablelines import HARD_STOP, LONGEST_CELL, Found, Lines
from planspec.documents.textgrid import grid_of, item_of, lay_out
from planspec.documents.textheader import NO_HEADER, Line, known_columns

_LABELLED: Final = re.compile(r"(?:责任|牵头|配合|实施|主办|承办)\w{0,4}[:：]")
_GAPS: Final = re.compile(r"\t+|\s{2,}")
_QUIET: Final = 14
"""Lines of one cell per line in which neither a running number nor a unit stands: the table has ended."""
_MOST_ITEMS: Final = 20_000


def find_tables(lines: Sequence[Line]) -> list[Found]:
    """Return the tables in the lines, in their order; their spots count the tables from 1."""
    lines = Lines(lines)
    found: list[Found] = []
    index = 0
    while index < len(lines):
        table = barred(lines, index, len(found) + 1) or _stacked(lines, index, len(found) + 1)
        if table is None:
            index += 1
            continue
        found.append(table)
        index = table.end
    return found


# ---- one cell a line, or cells parted by gaps ----


def _stacked(lines: Lines, start: int, ordinal_: int) -> Found | None:
    """Read a table of one cell a line, or of cells between gaps, whose header begins at this line."""
    text = lines[start][1]
    if len(text) > 120:
        return None
    if "\t" in text:
        return _tabbed(lines, start, ordinal_)
    pieces = [piece for piece in _GAPS.split(text) if piece.strip()]
    words = text.split()
    if len(pieces) >= 3 or (
        len(words) >= 3 and sum(column(word) is not None for word in words) * 3 >= len(words) * 2
    ):
        return _gapped(lines, start, ordinal_)
    header, columns, size = lines.header(start)
    if len(columns) < 3 or not _has_rows(
        [text for _, text in lines[start + size : start + size + 4 * len(columns)]], columns
    ):
        return None
    end = _end(lines, start + size, columns)
    items = [item_of(number, text) for number, text in _cells(lines[start + size : end])]
    table = lay_out(header, columns, items, exact=False, ordinal_=ordinal_)
    return Found(start, end, table)


def _cells(lines: Sequence[Line]) -> list[Line]:
    """Join the lines of a cell where only cells, not lines, are parted by empty lines."""
    gaps = [at for at in range(1, len(lines)) if lines[at][0] - lines[at - 1][0] > 1]
    if not gaps or len(gaps) == len(lines) - 1:
        return list(lines)
    if sum(look(lines[at][1]) is Look.NUMBER for at in gaps) * 2 > len(gaps):
        return list(lines)  # empty lines part rows
    cells: list[Line] = []
    for at, (number, text) in enumerate(lines):
        joins = at > 0 and number - lines[at - 1][0] == 1
        if joins and look(text) is not Look.NUMBER and look(lines[at - 1][1]) is not Look.NUMBER:
            cells[-1] = (cells[-1][0], f"{cells[-1][1]}\n{text}")
        else:
            cells.append((number, text))
    return cells


def _tabbed(lines: Lines, start: int, ordinal_: int) -> Found | None:
    """Read a table whose cells are parted by tabs, as it is copied from a browser or a sheet."""
    header = [Item(cell.strip(), lines[start][0], Look.SHORT) for cell in lines[start][1].split("\t")]
    columns = [column(one.text) for one in header]
    if not is_header(columns):
        return None
    numbered = columns[0] is not None and columns[0].holds is Holds.NUMBER
    width = len(header)
    rows: list[list[Line]] = []
    end, last = start + 1, start
    while end < len(lines) and end - last <= LONGEST_CELL and not HARD_STOP.fullmatch(lines[end][1]):
        last = end if "\t" in lines[end][1] else last
        end += 1
    for number, text in lines[start + 1 : last + 1]:
        cells = [(number, cell.strip().strip('"')) for cell in text.split("\t")]
        begins = not rows or (numbered and look(cells[0][1]) is Look.NUMBER)
        if begins or (len(cells) > 1 and len(rows[-1]) + len(cells) - 1 > width):
            rows.append(cells)
        else:  # a line's end within a cell
            at, before = rows[-1][-1]
            rows[-1][-1:] = [(at, f"{before}\n{cells[0][1]}".strip()), *cells[1:]]
    if not rows:
        return None
    if numbered and any(look(row[0][1]) is not Look.NUMBER and column(row[0][1]) is None for row in rows):
        items = [item_of(at, cell, k == 0) for row in rows for k, (at, cell) in enumerate(row)]
        return Found(start, last + 1, lay_out(header, columns, items, exact=True, ordinal_=ordinal_))
    width = max(width, *map(len, rows))
    grid = [
        [(row[k][0], row[k][1], False) if k < len(row) else (row[0][0], "", False) for k in range(width)]
        for row in [[(one.line, one.text) for one in header], *rows]
    ]
    return Found(start, last + 1, grid_of(grid, ordinal_))


def _gapped(lines: Lines, start: int, ordinal_: int) -> Found | None:
    """Read a table whose header stands in one line, its cells parted by wide gaps or single blanks."""
    number, text = lines[start]
    wide = len([piece for piece in _GAPS.split(text) if piece.strip()]) >= 3
    words = [piece.strip() for piece in (_GAPS.split(text) if wide else text.split()) if piece.strip()]
    header = [Item(word, number, Look.SHORT) for word in words]
    columns = [column(one.text) for one in header]
    if len(header) < 3 or not is_header(columns):
        return None
    known = known_columns(columns, words)
    soon = [
        word
        for _, line in lines[start + 1 : start + 5]
        for word in (line.split() if not wide else _GAPS.split(line))
    ]
    if not _has_rows(soon, known):
        return None
    end = _end(lines, start + 1, known, gaps=True)
    items: list[Item] = []
    for at, line in lines[start + 1 : end]:
        cells = [cell for cell in _GAPS.split(line) if cell.strip()] if wide else _words(line)
        if [column(cell) for cell in cells] != columns:  # the header on a new page
            items += [item_of(at, cell.strip()) for cell in cells]
    return Found(start, end, lay_out(header, columns, items, exact=False, ordinal_=ordinal_))


def _words(line: str) -> list[str]:
    """Part a line at single blanks: blanks within names of persons and between words stay."""
    cells: list[str] = []
    for word in line.split():
        kinds = look(word), look(cells[-1]) if cells else Look.EMPTY
        if cells and kinds[0] is kinds[1] and kinds[0] in (Look.LONG, Look.NAMES):
            cells[-1] += f" {word}"
        else:
            cells.append(word)
    return cells


def _end(lines: Lines, start: int, columns: Sequence[Column | None], *, gaps: bool = False) -> int:
    """Return where a table ends that has one cell a line: after the last row that numbers and units tell of."""
    holds = {one.holds for one in columns if one is not None}
    with_units = any(one.units for one in holds)
    numbered = Holds.NUMBER in holds
    last = start
    width = len(columns)
    index = start
    while index < len(lines) and index - last <= _QUIET and index - start < _MOST_ITEMS:
        text = lines[index][1]
        if HARD_STOP.fullmatch(text) or (index > start and _new_table(lines, index, columns)):
            break
        head = text.split(maxsplit=1)[0] if gaps else text
        tail = _GAPS.split(text)[-1] if gaps else text
        if _LABELLED.match(text):
            break
        kind = look(head)
        if kind is Look.NUMBER and numbered:
            last = index + (0 if gaps else 1 if with_units else width - 1)
        elif (gaps or with_units) and look(tail) in (Look.UNITS, Look.NAMES, Look.DATE):
            last = index
        index += 1
    end = min(last + 1, index, len(lines))
    if end < min(index, len(lines)) and len(lines[end][1]) <= 12:
        # A note at the end of the last row is one that other rows have.
        end += any(text == lines[end][1] for _, text in lines[start:end])
    # A row's content may run on, and the heading of a part that follows is no cell.
    while end > start and look(lines[end - 1][1]) is Look.HEADING:
        end -= 1
    return end


def _new_table(lines: Lines, index: int, columns: Sequence[Column | None]) -> bool:
    """Say whether another table's header begins here, or its title: the same header again is a new page."""
    for at in (index, index + 1):
        _, other, size = lines.header(at) if at < len(lines) else NO_HEADER
        if size and len(other) >= 3:
            same = [one and one.holds for one in other] == [one and one.holds for one in columns]
            if at == index:
                return not same
            title = lines[index][1]
            return look(title) is not Look.NUMBER and title.endswith(("表", "清单", "台账", "一览"))
    return False


def _has_rows(soon: Sequence[str], columns: Sequence[Column | None]) -> bool:
    """Say whether the next cells under a header are rows': a running number comes soon, or units do."""
    numbered = any(one is not None and one.holds is Holds.NUMBER for one in columns)
    wanted = Look.NUMBER if numbered else Look.UNITS
    return any(look(text) is wanted for text in soon)
