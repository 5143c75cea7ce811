"""Cells of a table in a text, in their order, to a grid: where merged or empty cells fell out, columns are found again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from planspec.documents.align import SPAN, Item, Layout, Place, align
from planspec.documents.blocks import Cell, Spot, Table
from planspec.documents.columns import Column, Holds
from planspec.documents.looks import Look, look, ordinal
from planspec.documents.textheader import header_of, known_columns


def item_of(line: int, text: str, starts: bool | None = None) -> Item:
    """Return a cell's text, or a line of it, as it is laid under the columns."""
    kind = look(text)
    return Item(text, line, kind, starts, (ordinal(text) or 0) if kind is Look.NUMBER else 0)


def lay_out(
    header: Sequence[Item],
    columns: Sequence[Column | None],
    items: Sequence[Item],
    *,
    exact: bool,
    ordinal_: int,
) -> Table:
    """Lay the items under the columns and fill the grid."""
    header, known = _spliced(header, known_columns(columns, [one.text for one in header]))
    items, headers = _without_headers(items, known, exact)
    if not exact and known[-1].holds.text and any(one.holds.text for one in known[:-1]):
        # A group's heading may have passed for the last column: 任务清单.
        more = [item_of(header[-1].line, header[-1].text), *items]
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
    if not exact and (regular := _regular(items, known)):
        places, choice = regular, list(range(len(known)))
    rows: list[list[tuple[int, str, bool]]] = [
        [(header[k].line, header[k].text, at > 0 and choice[at - 1] == k) for at, k in enumerate(choice)]
    ]
    wide = [known[k] for k in choice]
    rows += _rows(items, places, wide, exact)
    for at, line in headers:  # where a new page repeated the header
        rows.insert(
            min(at, len(rows)),
            [(line, header[k].text, at_ > 0 and choice[at_ - 1] == k) for at_, k in enumerate(choice)],
        )
    rows[1:] = sorted(rows[1:], key=lambda row: row[0][0])
    return grid_of(rows, ordinal_)


def _regular(items: Sequence[Item], columns: Sequence[Column]) -> list[Place]:
    """Return the places of items that make whole rows, a line for each cell, numbered one after the other; else []."""
    count = len(columns)
    if columns[0].holds is not Holds.NUMBER or len(items) < 2 * count or len(items) % count:
        return []
    numbers = [item.value for item in items[::count]]
    if any(value != at for at, value in enumerate(numbers, numbers[0])) or not numbers[0]:
        return []
    return [Place(at % count, at % count == 0) for at in range(len(items))]


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
            header, _, size = header_of(
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
    if (
        columns[-1].holds not in (Holds.PROGRESS, Holds.NOTE, Holds.OTHER)
        or columns[0].holds is not Holds.NUMBER
    ):
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


def grid_of(rows: Sequence[Sequence[tuple[int, str, bool]]], ordinal_: int) -> Table:
    """Return rows of line, text and whether merged as the table with that ordinal."""
    line = rows[0][0][0]
    return Table(
        tuple(
            tuple(Cell(text, Spot(at, ordinal_, r, k), merged) for k, (at, text, merged) in enumerate(row, 1))
            for r, row in enumerate(rows, 1)
        ),
        Spot(line, ordinal_),
    )
