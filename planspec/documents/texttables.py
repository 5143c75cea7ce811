"""Tables that were saved as text, back to grids.

Three habits are known: one cell per line between blank lines; cells that end with a bar, one or several per line; rows
whose cells stand between bars, tabs or wide gaps. The header tells the columns; where cells fell out, `align` finds the
columns of those that are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

import msgspec

from planspec.documents.align import SPAN, Item, Layout, Place, align
from planspec.documents.blocks import Cell, Spot, Table
from planspec.documents.columns import Column, Holds, column, is_header
from planspec.documents.looks import Look, look, ordinal

Line: TypeAlias = "tuple[int, str]"
"""A line's number and its text, not blank."""


class Found(msgspec.Struct, frozen=True):
    """A table and the lines that it took: indices into the lines searched, the end exclusive."""

    start: int
    end: int
    table: Table


_HARD_STOP: Final = re.compile(r"附\s*件\s*[0-9０-９一二三四五六七八九十]{0,3}\s*(?:[:：].{0,60})?|(?:抄|主|分)\s*送\s*[:：].*")
_LABELLED: Final = re.compile(r"(?:责任|牵头|配合|实施|主办|承办)\w{0,4}[:：]")
_RULE: Final = re.compile(r"[\s|+\-:=─━│┃├┤┼┌┐└┘┬┴╋]+")
_GAPS: Final = re.compile(r"\t+|\s{2,}")
_LONGEST_CELL: Final = 20
"""Lines of one cell; a longer run without a bar is no table."""
_QUIET: Final = 14
"""Lines of one cell per line in which neither a running number nor a unit stands: the table has ended."""
_MOST_COLUMNS: Final = 16
_MOST_ITEMS: Final = 20_000


def find_tables(lines: Sequence[Line]) -> list[Found]:
    """Return the tables in the lines, in their order; their spots count the tables from 1."""
    found: list[Found] = []
    index = 0
    while index < len(lines):
        table = _barred(lines, index, len(found) + 1) or _stacked(lines, index, len(found) + 1)
        if table is None:
            index += 1
            continue
        found.append(table)
        index = table.end
    return found


# ---- cells between bars ----


def _barred(lines: Sequence[Line], start: int, ordinal_: int) -> Found | None:
    """Read a table with bars that begins at this line."""
    if not _has_bar(lines[start][1]):
        framed = start + 1 < len(lines) and _RULE.fullmatch(lines[start][1]) and _has_bar(lines[start + 1][1])
        if not framed:
            return None
    end, last = start, start
    while end < len(lines) and end - last <= _LONGEST_CELL:
        text = lines[end][1]
        if _has_bar(text):
            last = end
        elif _HARD_STOP.fullmatch(text):
            break
        end += 1
    region = [(number, _plain_bars(text)) for number, text in lines[start : last + 1]]
    barred = [text for _, text in region if "|" in text]
    many = sum(text.count("|") >= 2 for text in barred)
    table = (_rows_between_bars if many * 2 > len(barred) else _cells_before_bars)(region, ordinal_)
    if table is None:
        return None
    after = last + 1
    if after < len(lines) and _RULE.fullmatch(lines[after][1]):  # the frame's lower edge
        after += 1
    return Found(start, after, table)


def _has_bar(text: str) -> bool:
    return any(char in text for char in "|｜│┃")


def _plain_bars(text: str) -> str:
    return text.replace("｜", "|").replace("│", "|").replace("┃", "|")


def _rows_between_bars(region: Sequence[Line], ordinal_: int) -> Table | None:
    """One row a line: | a | b |, as in Markdown; lines of a box drawing between rules make one row."""
    rows: list[list[tuple[int, str]]] = []
    boxed = any(_RULE.fullmatch(text) and any(char in text for char in "┼├+╋") for _, text in region)
    fresh = True
    for number, text in region:
        if _RULE.fullmatch(text):
            fresh = True
            continue
        if "|" not in text:
            if rows:
                at, cell = rows[-1][-1]
                rows[-1][-1] = (at, f"{cell}\n{text.strip()}".strip())
            continue
        inner = text.strip()
        inner = inner.removeprefix("|").removesuffix("|")
        cells = [(number, cell.strip()) for cell in inner.split("|")]
        if boxed and not fresh and len(cells) == len(rows[-1]):
            rows[-1] = [
                (at, f"{cell}\n{more}".strip()) for (at, cell), (_, more) in zip(rows[-1], cells, strict=True)
            ]
        else:
            rows.append(cells)
        fresh = False
    if len(rows) < 2 or not 2 <= len(rows[0]) <= _MOST_COLUMNS:
        return None
    width = len(rows[0])
    if all(len(row) == width for row in rows):
        return _grid([[(at, cell, False) for at, cell in row] for row in rows], ordinal_)
    columns = [column(cell) for _, cell in rows[0]]
    if not is_header(columns):
        return None
    items = [
        _item(at, cell, k == 0) for row in rows[1:] for k, (at, cell) in enumerate(row)
    ]
    header = [Item(cell, at, Look.SHORT) for at, cell in rows[0]]
    return _laid_out(header, columns, items, exact=True, ordinal_=ordinal_)


def _cells_before_bars(region: Sequence[Line], ordinal_: int) -> Table | None:
    """One cell a line or over several lines, each ended by a bar; merged cells stand only once."""
    items: list[Item] = []
    pending: list[Line] = []
    for number, text in region:
        pieces = text.split("|")
        for piece in pieces[:-1]:
            if piece.strip():
                pending.append((number, piece.strip()))
            first = pending[0][0] if pending else number
            items.append(_item(first, "\n".join(words for _, words in pending)))
            pending = []
        if pieces[-1].strip():
            pending.append((number, pieces[-1].strip()))
    header, columns, size = _header([(item.line, item.text) for item in items], joined=False)
    if not header or size == len(items):
        return None
    return _laid_out(header, columns, items[size:], exact=True, ordinal_=ordinal_)


# ---- one cell a line, or cells parted by gaps ----


def _stacked(lines: Sequence[Line], start: int, ordinal_: int) -> Found | None:
    """Read a table of one cell a line, or of cells between gaps, whose header begins at this line."""
    if len(lines[start][1]) > 120:
        return None
    pieces = [piece for piece in _GAPS.split(lines[start][1]) if piece.strip()]
    if len(pieces) >= 3 and all(len(piece) <= 20 for piece in pieces):
        return _gapped(lines, start, ordinal_)
    words = lines[start][1].split()
    if len(words) >= 3 and sum(column(word) is not None for word in words) * 3 >= len(words) * 2:
        return _gapped(lines, start, ordinal_)
    if len(lines[start][1]) > 20 or column(lines[start][1]) is None:
        return None
    header, columns, size = _header(lines[start : start + 3 * _MOST_COLUMNS], joined=True)
    if not header or len(columns) < 3:
        return None
    end = _end(lines, start + size, columns)
    items = [_item(number, text) for number, text in lines[start + size : end]]
    if not _has_rows(items, columns):
        return None
    table = _laid_out(header, columns, items, exact=False, ordinal_=ordinal_)
    return Found(start, end, table)


def _gapped(lines: Sequence[Line], start: int, ordinal_: int) -> Found | None:
    """Read a table whose header stands in one line, its cells parted by tabs, wide gaps or single blanks."""
    number, text = lines[start]
    wide = len([piece for piece in _GAPS.split(text) if piece.strip()]) >= 3
    header = [
        Item(piece.strip(), number, Look.SHORT) for piece in (_GAPS.split(text) if wide else text.split()) if piece.strip()
    ]
    columns = [column(one.text) for one in header]
    if len(header) < 3 or not is_header(columns):
        return None
    known = _known(columns, [one.text for one in header])
    end = _end(lines, start + 1, known, gaps=True)
    tabs = "\t" in text
    items: list[Item] = []
    for at, line in lines[start + 1 : end]:
        cells = line.split("\t") if tabs else [cell for cell in _GAPS.split(line) if cell.strip()]
        if not wide:
            cells = _words(line)
        if [column(cell) for cell in cells if cell.strip()] == columns:  # the header on a new page
            continue
        items += [_item(at, cell.strip()) for cell in cells if cell.strip()]
    if not _has_rows(items, known):
        return None
    return Found(start, end, _laid_out(header, columns, items, exact=False, ordinal_=ordinal_))


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


def _header(lines: Sequence[Line], *, joined: bool) -> tuple[list[Item], list[Column | None], int]:
    """Read the header that the lines begin with: its cells, their columns, and how many lines it took.

    `joined` lets the name of a column run over up to three lines.
    """
    cells: list[Item] = []
    columns: list[Column | None] = []
    index = 0
    while index < len(lines) and len(cells) < _MOST_COLUMNS:
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
        if named is not None and named.holds is Holds.NUMBER and cells:
            break
        cells.append(Item(text, lines[index][0], Look.SHORT))
        columns.append(named)
        index += taken
    if not is_header(columns):
        return [], [], 0
    return cells, columns, index


def _column_at(lines: Sequence[Line], index: int, joined: bool) -> int:
    """Return how many lines from here on name one column: the most that do, 0 where none does."""
    for count in (3, 2, 1) if joined else (1,):
        words = [text.strip() for _, text in lines[index : index + count]]
        if len(words) == count and sum(map(len, words)) <= 40 and column("".join(words)) is not None:
            if count > 1 and sum(column(word) is not None for word in words) > 1:
                continue  # each names a column of its own
            return count
    return 0


def _may_head(text: str) -> bool:
    return len(text) <= 10 and look(text) is Look.SHORT


def _known(columns: Sequence[Column | None], names: Sequence[str]) -> list[Column]:
    return [one or Column(name, Holds.OTHER) for one, name in zip(columns, names, strict=True)]


def _end(lines: Sequence[Line], start: int, columns: Sequence[Column | None], *, gaps: bool = False) -> int:
    """Return where a table ends that has one cell a line: after the last row that numbers and units tell of."""
    holds = {one.holds for one in columns if one is not None}
    with_units = any(one.units for one in holds)
    numbered = Holds.NUMBER in holds
    last = start
    width = len(columns)
    last_value = 0
    index = start
    while index < len(lines) and index - last <= _QUIET and index - start < _MOST_ITEMS:
        text = lines[index][1]
        if _HARD_STOP.fullmatch(text) or (index > start and _new_table(lines, index, columns)):
            break
        head = text.split(maxsplit=1)[0] if gaps else text
        tail = _GAPS.split(text)[-1] if gaps else text
        if _LABELLED.match(text):
            break
        kind = look(head)
        if kind is Look.NUMBER and numbered:
            last_value = ordinal(head) or last_value
            last = index + (0 if gaps else 1 if with_units else width - 1)
        elif gaps and (look(tail) in (Look.UNITS, Look.NAMES, Look.DATE)):
            last = index
        elif with_units and kind in (Look.UNITS, Look.NAMES, Look.DATE) and not gaps:
            last = index
        index += 1
    end = min(last + 1, index, len(lines))
    # A row's content may run on, and the heading of a part that follows is no cell.
    while end > start and look(lines[end - 1][1]) is Look.HEADING:
        end -= 1
    return end


def _new_table(lines: Sequence[Line], index: int, columns: Sequence[Column | None]) -> bool:
    """Say whether another table's header begins here, or its title: the same header again is a new page."""
    for at in (index, index + 1):
        if at >= len(lines) or column(lines[at][1]) is None:
            continue
        _, other, size = _header(lines[at : at + 3 * _MOST_COLUMNS], joined=True)
        if size and len(other) >= 3:
            same = [one and one.holds for one in other] == [one and one.holds for one in columns]
            if at == index:
                return not same
            title = lines[index][1]
            return look(title) is not Look.NUMBER and title.endswith(("表", "清单", "台账", "一览"))
    return False


def _has_rows(items: Sequence[Item], columns: Sequence[Column | None]) -> bool:
    """Say whether the lines under a header are rows: a running number comes soon, or units do."""
    soon = items[: 4 * len(columns)]
    if any(one is not None and one.holds is Holds.NUMBER for one in columns):
        return any(item.look is Look.NUMBER for item in soon)
    return sum(item.look is Look.UNITS for item in soon) >= 1


# ---- the grid ----


def _item(line: int, text: str, starts: bool | None = None) -> Item:
    kind = look(text)
    return Item(text, line, kind, starts, (ordinal(text) or 0) if kind is Look.NUMBER else 0)


def _laid_out(
    header: Sequence[Item], columns: Sequence[Column | None], items: Sequence[Item], *, exact: bool, ordinal_: int
) -> Table:
    """Lay the items under the columns and fill the grid."""
    header, known = _spliced(header, _known(columns, [one.text for one in header]))
    items, headers = _without_headers(items, known, exact)
    if not exact and known[-1].holds.text and any(one.holds.text for one in known[:-1]):
        # A group's heading may have passed for the last column: 任务清单.
        more = [_item(header[-1].line, header[-1].text), *items]
        costs = [align(rows, head, Layout(exact, _notes_filled(rows, head)))[0]
                 for rows, head in ((items, known), (more, known[:-1]))]  # fmt: skip
        if costs[1] < costs[0]:
            header, known, items = header[:-1], known[:-1], more
    layout = Layout(exact, _notes_filled(items, known))
    choices = [list(range(len(known)))]
    if exact:  # a header's cell may have spanned two columns
        texts = [k for k, one in enumerate(known) if one.holds.text]
        choices += [[*range(k + 1), *range(k, len(known))] for k in reversed(texts)]
    best: tuple[float, list[Place], list[int]] | None = None
    for choice in choices:
        wide = [known[k] for k in choice]
        for at in range(1, len(choice)):
            if choice[at] == choice[at - 1]:
                wide[at] = msgspec.structs.replace(wide[at], holds=Holds.CONTENT)
        cost, places = align(items, wide, layout)
        if best is None or cost < best[0] - 1e-6:
            best = cost, places, choice
    assert best is not None
    _, places, choice = best
    rows: list[list[tuple[int, str, bool]]] = [
        [(header[k].line, header[k].text, at > 0 and choice[at - 1] == k) for at, k in enumerate(choice)]
    ]
    wide = [known[k] for k in choice]
    rows += _rows(items, places, wide, exact)
    for at, line in headers:  # where a new page repeated the header
        rows.insert(min(at, len(rows)), [(line, header[k].text, at_ > 0 and choice[at_ - 1] == k) for at_, k in enumerate(choice)])
    rows[1:] = sorted(rows[1:], key=lambda row: row[0][0])
    return _grid(rows, ordinal_)


def _spliced(header: Sequence[Item], columns: Sequence[Column]) -> tuple[list[Item], list[Column]]:
    """Put the second line of a header in its place: 责任单位 | 时限, below it 牵头 | 配合 → 牵头 | 配合 | 时限."""
    cells, known = list(header), list(columns)
    for at, one in enumerate(known):
        below = known[-2:]
        if (
            one.holds is Holds.UNITS
            and at < len(known) - 3
            and [other.holds for other in below] in ([Holds.LEAD, Holds.SUPPORT], [Holds.LEAD, Holds.UNITS])
        ):
            cells = [*cells[:at], *cells[-2:], *cells[at + 1 : -2]]
            known = [*known[:at], *below, *known[at + 1 : -2]]
            break
    return cells, known


def _without_headers(
    items: Sequence[Item], columns: Sequence[Column], exact: bool
) -> tuple[list[Item], list[tuple[int, int]]]:
    """Take out the headers that a new page repeats; return where they stood."""
    kept: list[Item] = []
    headers: list[tuple[int, int]] = []
    first = columns[0].name
    wanted = [one.name for one in columns]
    index = 0
    while index < len(items):
        if items[index].text.replace(" ", "") == first:
            header, other, size = _header(
                [(one.line, one.text) for one in items[index : index + 3 * len(columns)]], joined=not exact
            )
            if header and [one.text.replace(" ", "") for one in header] == wanted[: len(header)]:
                headers.append((len(kept), items[index].line))
                index += size
                continue
        kept.append(items[index])
        index += 1
    return kept, headers


def _notes_filled(items: Sequence[Item], columns: Sequence[Column]) -> bool:
    """Say whether the last column (progress, notes) is filled in: words stand before most numbers."""
    if columns[-1].holds not in (Holds.PROGRESS, Holds.NOTE, Holds.OTHER) or columns[0].holds is not Holds.NUMBER:
        return True
    ends = [items[at - 1] for at, item in enumerate(items) if at and item.look is Look.NUMBER]
    words = sum(item.look in (Look.SHORT, Look.LONG, Look.FIGURE) for item in ends)
    return words * 2 > len(ends)


def _rows(
    items: Sequence[Item], places: Sequence[Place], columns: Sequence[Column], exact: bool
) -> Iterator[list[tuple[int, str, bool]]]:
    """Yield the rows: line, text and whether merged, of each cell."""
    above: list[str] | None = None
    at = 0
    while at < len(items):
        end = at + 1
        while end < len(items) and not places[end].starts:
            end += 1
        row = list(zip(items[at:end], places[at:end], strict=True))
        at = end
        line = row[0][0].line
        if row[0][1].column == SPAN:
            text = row[0][0].text
            yield [(line, text, k > 0) for k in range(len(columns))]
            continue
        cells: list[list[Item]] = [[] for _ in columns]
        for item, place in row:
            cells[place.column].append(item)
        filled = [k for k, pieces in enumerate(cells) if pieces]
        if not exact and len(filled) == 1 and filled[0] > 0 and (parted := _own_rows(row)):
            # Paragraphs below the last unit of a row: each is a row that shares its units.
            at = end - len(row) + parted
            cells[filled[0]] = [item for item, _ in row[:parted]]
        own_units = any(columns[k].holds.units for k in filled)
        made: list[tuple[int, str, bool]] = []
        for k, pieces in enumerate(cells):
            if pieces:
                made.append((pieces[0].line, "\n".join(piece.text for piece in pieces), False))
            elif above is not None and _merged(k, filled[0], own_units, columns, exact):
                made.append((line, above[k], True))
            else:
                made.append((line, "", False))
        above = [text for _, text, _ in made]
        yield made


def _own_rows(row: Sequence[tuple[Item, Place]]) -> int:
    """Return how many items the first of several paragraphs has that are rows of their own; 0 where there is one."""
    if len(row) < 2 or any(item.look is not Look.LONG for item, _ in row):
        return 0
    return 1 if all(item.text.endswith("。") for item, _ in row) else 0


def _merged(k: int, first: int, own_units: bool, columns: Sequence[Column], exact: bool) -> bool:
    """Say whether a cell that lacks was merged with the one above, rather than empty."""
    if exact or k < first:
        return True
    if first == 0 and columns[0].holds is Holds.NUMBER:
        return columns[k].holds is Holds.GROUP
    return first > 0 and not own_units


def _grid(rows: Sequence[Sequence[tuple[int, str, bool]]], ordinal_: int) -> Table:
    line = rows[0][0][0]
    return Table(
        tuple(
            tuple(Cell(text, Spot(at, ordinal_, r, k), merged) for k, (at, text, merged) in enumerate(row, 1))
            for r, row in enumerate(rows, 1)
        ),
        Spot(line, ordinal_),
    )
