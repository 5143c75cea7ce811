"""Tables whose cells stand between bars, one or several a line, as Markdown, box drawings and web pages leave them."""

from __future__ import annotations

from collections.abc import Sequence

from planspec.documents.align import Item
from planspec.documents.blocks import Table
from planspec.documents.columns import column, is_header
from planspec.documents.looks import Look, look
from planspec.documents.numbering import Kind, number_of
from planspec.documents.tablelines import HARD_STOP, LONGEST_CELL, RULE, Found, Lines
from planspec.documents.textgrid import grid_of, item_of, lay_out
from planspec.documents.textheader import MOST_COLUMNS, Line, header_of


def barred(lines: Lines, start: int, ordinal_: int) -> Found | None:
    """Read a table with bars that begins at this line."""
    if start < lines.no_bars_before:
        return None
    if not _has_bar(lines[start][1]):
        framed = start + 1 < len(lines) and RULE.fullmatch(lines[start][1]) and _has_bar(lines[start + 1][1])
        if not framed:
            return None
    end, last = start, start
    while end < len(lines) and end - last <= LONGEST_CELL:
        text = lines[end][1]
        if _has_bar(text):
            last = end
        elif HARD_STOP.fullmatch(text) or (end > start and _heads_a_table(lines, end)):
            break
        end += 1
    region = [(number, _plain_bars(text)) for number, text in lines[start : last + 1]]
    barred = [text for _, text in region if "|" in text]
    many = sum(text.count("|") >= 2 for text in barred)
    table = (_rows_between_bars if many * 2 > len(barred) else _cells_before_bars)(region, ordinal_)
    if table is None:
        lines.no_bars_before = last + 1
        return None
    after = last + 1
    if after < len(lines) and RULE.fullmatch(lines[after][1]):  # the frame's lower edge
        after += 1
    return Found(start, after, table)


def _heads_a_table(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line is the heading of a further table: the next one has its header between bars."""
    if not _heads_rows(lines[index][1]) or index + 1 >= len(lines):
        return False
    cells = _plain_bars(lines[index + 1][1]).strip().strip("|").split("|")
    return len(cells) > 1 and is_header([column(cell) for cell in cells])


def _heads_rows(text: str) -> bool:
    """Say whether a line is a heading such as groups of rows have: 一、任务清单."""
    number = number_of(text)
    return number is not None and number.kind in (Kind.HAN, Kind.BRACKETED_HAN) and look(text) is Look.HEADING


def _has_bar(text: str) -> bool:
    return any(char in text for char in "|｜│┃")


def _plain_bars(text: str) -> str:
    return text.replace("｜", "|").replace("│", "|").replace("┃", "|")


def _rows_between_bars(region: Sequence[Line], ordinal_: int) -> Table | None:
    """One row a line: | a | b |, as in Markdown; lines of a box drawing between rules make one row."""
    rows: list[list[tuple[int, str]]] = []
    boxed = any(RULE.fullmatch(text) and any(char in text for char in "┼├+╋") for _, text in region)
    fresh = True
    for number, text in region:
        if RULE.fullmatch(text):
            fresh = True
            continue
        if "|" not in text:
            if rows and len(rows[-1]) in (1, len(rows[0])) and _heads_rows(text):
                rows.append([(number, text.strip())])
            elif rows:
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
    if len(rows) < 2 or not 2 <= len(rows[0]) <= MOST_COLUMNS:
        return None
    width = len(rows[0])
    if all(len(row) in (1, width) for row in rows):
        whole = [row if len(row) == width else row * width for row in rows]
        return grid_of(
            [
                [(at, cell, k > 0 and len(row) == 1) for k, (at, cell) in enumerate(full)]
                for row, full in zip(rows, whole, strict=True)
            ],
            ordinal_,
        )
    columns = [column(cell) for _, cell in rows[0]]
    if not is_header(columns):
        return None
    items = [item_of(at, cell, k == 0) for row in rows[1:] for k, (at, cell) in enumerate(row)]
    header = [Item(cell, at, Look.SHORT) for at, cell in rows[0]]
    return lay_out(header, columns, items, exact=True, ordinal_=ordinal_)


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
            items.append(item_of(first, "\n".join(words for _, words in pending)))
            pending = []
        if pieces[-1].strip():
            pending.append((number, pieces[-1].strip()))
    header, columns, size = header_of([(item.line, item.text) for item in items], joined=False)
    if not header or size == len(items):
        return None
    return lay_out(header, columns, items[size:], exact=True, ordinal_=ordinal_)
