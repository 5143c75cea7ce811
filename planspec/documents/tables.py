"""A table of tasks to rows: what each is about, who does it, by when; whichever order the columns have.

Knows nothing of how the table was stored: headers of several lines, headers repeated on a new page, merged cells and
headings of groups between the rows look the same in a text, a page and a Word file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from planspec.documents.blocks import Cell, Spot, Table
from planspec.documents.columns import Column, Holds, column, is_header
from planspec.documents.looks import Look, look, ordinal, persons
from planspec.documents.numbering import Number, number_of
from planspec.documents.outline import Text, run_in
from planspec.phrase.responsibility import Responsibility, parse
from planspec.phrase.unitlists import Known, split_units


class TableRow(msgspec.Struct):
    """A row read."""

    no: str = ""
    step: str = ""
    """The last step of its locator: its number, or its number and place where rows share one."""
    names: list[str] = []
    """What the row is about, in the words of its own cells; empty where it has only running text."""
    contents: list[Text] = []
    group: list[str] = []
    who: Responsibility = Responsibility()
    by: str = ""
    notes: list[str] = []
    measure: str = ""
    """The measure of its figures, where a column of its own names it: 计量单位."""
    figures: list[tuple[str, str]] = []
    """Figures of columns such as 总投资（万元）: the column's name and the figure with its measure."""
    repeats: bool = False
    """Every cell but the number is merged with the row above."""
    spot: Spot = Spot(0)


class TableRead(msgspec.Struct):
    """The rows of a table and what became of its other cells."""

    rows: list[TableRow]
    columns: list[Column | None]
    uses: list[tuple[Spot, str]]
    with_units: bool = False
    """Whether any row names a unit."""


_PHRASE: Final = re.compile(r"牵头|配合|协助|负责|按.{0,4}职责|[:：]")
_LISTED: Final = re.compile(r"(?:^|(?<=\s))(?:\d{1,2}[.、．]|[①-⑳]|[（(]\d{1,2}[）)])\s*(?=\D)")
_HAN_ORDINAL: Final = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?")
_TOTAL: Final = re.compile(r"(?:合|总|小)\s*计|共\s*计")
_FIGURE: Final = re.compile(r"\d[\d,，]*(?:\.\d+)?")
_SPACE: Final = re.compile(r"\s+")
_LONGEST_NAME: Final = 40
_LONGEST_NOTE: Final = 60
_HEADER_ROWS: Final = 4


def read_table(table: Table, known: Known) -> TableRead | None:
    """Return the rows of a table, None where no header tells what its columns are."""
    found = header(table)
    if found is None:
        return None
    first, columns = found
    columns = _settled(table, first, columns)
    read = TableRead([], columns, [])
    for row in table.rows[:first]:
        read.uses += [(cell.spot, "table-header") for cell in row]
    reader = _Reader(table, first, columns, known, read)
    reader.rows()
    read.with_units = any(row.who.stated for row in read.rows)
    return read


# ---- the header ----


def header(table: Table) -> tuple[int, list[Column | None]] | None:
    """Return the index of the first row below the header, and the columns."""
    for start, row in enumerate(table.rows[:_HEADER_ROWS]):
        columns = [column(cell.text) for cell in row]
        distinct = [
            one for cell, one in zip(row, columns, strict=True) if not cell.merged and cell.text.strip()
        ]
        if not is_header(distinct):
            continue
        first = start + 1
        while first < min(len(table.rows), start + _HEADER_ROWS) and _heads(
            table.rows[first], table.rows[start]
        ):
            below = [column(cell.text) for cell in table.rows[first]]
            columns = [lower or upper for lower, upper in zip(below, columns, strict=True)]
            first += 1
        return first, columns
    return None


def _heads(row: Sequence[Cell], above: Sequence[Cell]) -> bool:
    """Say whether a row continues the header: it names columns where the header above has merged cells."""
    own = [
        cell for cell, upper in zip(row, above, strict=True)
        if cell.text.strip() and not (cell.merged and cell.text == upper.text)
    ]  # fmt: skip
    known = [column(cell.text) for cell in own]
    return bool(own) and all(known) and len(own) < len(row) and look(own[0].text) is not Look.NUMBER


def _settled(table: Table, first: int, columns: list[Column | None]) -> list[Column | None]:
    """Decide what the columns hold whose names do not tell: 单位 may be a measure or the unit responsible."""
    settled = list(columns)
    for k, one in enumerate(columns):
        if one is not None and one.holds is not Holds.OTHER:
            continue
        texts = [row[k].text for row in table.rows[first : first + 40] if row[k].text.strip()]
        looks = [look(text) for text in texts]
        if looks and looks.count(Look.UNITS) * 3 >= len(looks) * 2:
            name = one.name if one is not None else table.rows[first - 1][k].text.strip()
            settled[k] = Column(name, Holds.UNITS)
    return settled


# ---- the rows ----


class _Reader:
    def __init__(
        self, table: Table, first: int, columns: Sequence[Column | None], known: Known, read: TableRead
    ) -> None:
        self.body = table.rows[first:]
        self.headers = [[_tight(cell.text) for cell in row] for row in table.rows[:first]]
        self.columns = columns
        self.known = known
        self.read = read
        self.texts = [k for k, one in enumerate(columns) if one is not None and one.holds.text]
        self.number = next(
            (k for k, one in enumerate(columns) if one is not None and one.holds is Holds.NUMBER), -1
        )
        numbers = [_tight(row[self.number].text) for row in self.body] if self.number >= 0 else []
        self.counts_below_han = any(number.rstrip("、.．").isdigit() for number in numbers)
        """Whether rows have Arabic numbers: a row with a Chinese one then heads some of them."""
        self.groups: list[tuple[Number | None, str]] = []
        self.heads: list[str] = []
        self.count = 0
        self.last = ""
        """The number of the last row that had one."""
        self.group_columns: set[int] = set()
        """Columns whose cells name groups, in rows that stand alone as well."""

    def rows(self) -> None:
        runs = [self._runs(k) for k in range(len(self.columns))]
        if len(self.texts) > 2 and any(
            self._shared(at, self.texts[0], 0, runs) for at in range(len(self.body))
        ):
            self.group_columns = {self.texts[0]}
        for index, cells in enumerate(self.body):
            if [_tight(cell.text) for cell in cells] in self.headers:
                self.read.uses += [(cell.spot, "table-header") for cell in cells]
                continue
            texts = {_tight(cell.text) for cell in cells if cell.text.strip()}
            if not texts:
                continue
            if len(texts) == 1 and self.is_group(cells):
                self.group(cells, _tight(next(cell.text for cell in cells if cell.text.strip())))
                continue
            if heading := self.numbered_group(cells):
                self.group(cells, heading)
                continue
            for cell in cells:
                if not cell.merged:
                    self.read.uses.append((cell.spot, "row"))
            self.row(index, cells, runs)

    def _runs(self, k: int) -> list[tuple[int, int]]:
        """Return for each row of the body where the merged cell of column `k` that it has a part of begins and ends."""
        starts: list[int] = []
        for index, cells in enumerate(self.body):
            joined = index > 0 and cells[k].merged and cells[k].text == self.body[index - 1][k].text
            beside = k > 0 and cells[k].merged and cells[k - 1].text == cells[k].text and cells[k].text != ""
            starts.append(
                starts[-1] if joined and not (beside and not self.body[index - 1][k].merged) else index
            )
        ends = list(range(1, len(starts) + 1))
        for index in range(len(starts) - 2, -1, -1):
            if starts[index + 1] == starts[index]:
                ends[index] = ends[index + 1]
        return list(zip(starts, ends, strict=True))

    def is_group(self, cells: Sequence[Cell]) -> bool:
        """Say whether a row with one text only heads a group of rows."""
        at = next(k for k, cell in enumerate(cells) if cell.text.strip())
        text = cells[at].text.strip()
        if look(text) in (Look.NUMBER, Look.EMPTY) or _TOTAL.fullmatch(text):
            return False
        spans = sum(cell.merged for cell in cells) >= max(1, len(cells) // 2)
        return spans or (at <= 1 and look(text) in (Look.HEADING, Look.SHORT))

    def numbered_group(self, cells: Sequence[Cell]) -> str:
        """Return the heading of a group with its number in the column of numbers (一 | 粮食安全); "" where it is none."""
        if not self.counts_below_han:
            return ""
        number = _tight(cells[self.number].text)
        words = {_tight(cell.text) for cell in cells if cell.text.strip()} - {number}
        if _HAN_ORDINAL.fullmatch(number) is None or len(words) != 1:
            return ""
        bare = re.sub(r"[、.．]$", "", number)
        return (bare if bare[-1] in ")）" else f"{bare}、") + words.pop()

    def group(self, cells: Sequence[Cell], text: str) -> None:
        number = number_of(text)
        if number is None:
            self.groups = [(None, text)]
        else:
            self.groups = [one for one in self.groups if one[0] is None or one[0].kind < number.kind]
            self.groups.append((number, text))
        self.heads = []
        self.read.uses += [(cell.spot, "row-group") for cell in cells]

    def row(self, index: int, cells: Sequence[Cell], runs: Sequence[Sequence[tuple[int, int]]]) -> None:
        made = TableRow(spot=cells[0].spot)
        numbered = cells[self.number] if self.number >= 0 else None
        number = _tight(numbered.text) if numbered is not None else ""
        fresh = numbered is not None and not numbered.merged and number != ""
        made.repeats = fresh and all(
            cell.merged for k, cell in enumerate(cells) if k != self.number and cell.text.strip()
        )
        names, contents = self.words(index, cells, runs)
        if self.number >= 0 and fresh and self._same_again(number, names):
            fresh = False  # a merged cell that a new page repeats, its number included
        if self.number < 0 or fresh:
            self.count = 1
            self.heads = [name for name, _ in names]
            made.no = self.last = number
            made.step = _bare(number) or str(len(self.read.rows) + 1)
        else:
            self.count += 1
            made.step = f"{_bare(self.last)}/{self.count}" if self.last else str(len(self.read.rows) + 1)
        shared = [name for name, is_shared in names if is_shared]
        made.names = [name for name, is_shared in names if not is_shared]
        made.contents = contents
        made.group = [*(text for _, text in self.groups), *dict.fromkeys(shared)]
        if not made.repeats:
            self.duties(cells, made)
        self.read.rows.append(made)

    def _same_again(self, number: str, names: Sequence[tuple[str, bool]]) -> bool:
        """Say whether a row has number and name of the row above."""
        return (
            bool(number)
            and number == self.last
            and bool(names)
            and [name for name, _ in names][:1] == self.heads[:1]
        )

    def words(
        self, index: int, cells: Sequence[Cell], runs: Sequence[Sequence[tuple[int, int]]]
    ) -> tuple[list[tuple[str, bool]], list[Text]]:
        """Return the names that a row has, each with whether it shares it with other rows, and its running text."""
        names: list[tuple[str, bool]] = []
        contents: list[Text] = []
        seen: set[str] = set()
        last = len(self.texts) - 1
        for position, k in enumerate(self.texts):
            cell = cells[k]
            text = cell.text.strip()
            if not text or text in seen:
                continue
            seen.add(text)
            holds = self.columns[k]
            assert holds is not None
            shared = self._shared(index, k, position, runs)
            name, rest = _parted(text)
            if name and rest:
                names.append((name, shared or self._heads_more(index, runs)))
                contents.append(Text(rest, cell.spot))
            elif name and holds.holds is not Holds.TARGET and (position < last or self._all_shared(names)):
                names.append(
                    (
                        name,
                        shared
                        or (position < last and (holds.holds is Holds.GROUP or k in self.group_columns)),
                    )
                )
            else:
                contents.append(Text(text, cell.spot))
        if (
            not names
            and self.heads
            and self.number >= 0
            and cells[self.number].merged
            and len(self.texts) == 1
        ):
            names = [(self.heads[0], True)]  # the cell above also held the name of what follows
        return names, contents

    @staticmethod
    def _all_shared(names: Sequence[tuple[str, bool]]) -> bool:
        return all(shared for _, shared in names)

    def _shared(self, index: int, k: int, position: int, runs: Sequence[Sequence[tuple[int, int]]]) -> bool:
        """Say whether a merged cell spans rows that have words of their own beside it."""
        start, end = runs[k][index]
        if end - start < 2:
            return False
        # Where a run of merged cells begins never goes back, so that the ends tell.
        return any(runs[other][start][0] != runs[other][end - 1][0] for other in self.texts[position + 1 :])

    def _heads_more(self, index: int, runs: Sequence[Sequence[tuple[int, int]]]) -> bool:
        """Say whether the name in a cell that also holds text stands for further rows of the same number."""
        if self.number < 0 or len(self.texts) != 1:
            return False
        start, end = runs[self.number][index]
        if end - start > 1:
            return True
        # … or for rows that a new page numbers again
        own = self.body[index]
        for at in (index - 1, index + 1):
            if 0 <= at < len(self.body):
                other = self.body[at]
                if (
                    other[self.number].text == own[self.number].text
                    and _parted(other[self.texts[0]].text)[0] == _parted(own[self.texts[0]].text)[0]
                ):
                    return True
        return False

    def duties(self, cells: Sequence[Cell], made: TableRow) -> None:
        """Read who does it, by when, and what the other columns say."""
        lists: dict[Holds, list[str]] = {}
        open_list = False
        by = ""
        leaders: list[str] = []
        separately = False
        seen: set[str] = set()
        for cell, one in zip(cells, self.columns, strict=True):
            text = cell.text.strip()
            if one is None or not text:
                continue
            if one.holds.units:
                if text in seen and cell.merged:  # one cell under 牵头 and 配合: nobody leads
                    lists.setdefault(Holds.UNITS, []).extend(lists.pop(Holds.LEAD, []))
                    continue
                seen.add(text)
                who = read_units(text, one, self.known)
                for holds, names in (
                    (Holds.LEAD, who.lead),
                    (Holds.SUPPORT, who.support),
                    (Holds.UNITS, who.units),
                ):
                    lists.setdefault(holds, []).extend(names)
                leaders += who.leader
                open_list = open_list or who.open
                separately = separately or who.separately
                by = by or who.by
            elif one.holds is Holds.LEADER:
                leaders += [name for name in persons(text) if name not in leaders]
            elif one.holds is Holds.BY:
                by = _tight(text)
            elif one.holds is Holds.PROGRESS:
                if look(text) is Look.DATE and not by:
                    by = _tight(text)
                elif len(text) <= _LONGEST_NOTE:
                    made.notes.append(_tight(text))
            elif one.holds is Holds.NOTE:
                if len(text) <= _LONGEST_NOTE and text not in ("/", "-", "—", "——", "无"):
                    made.notes.append(_tight(text))
            elif one.holds is Holds.OTHER and "单位" in one.name and len(text) <= 8:
                made.measure = _tight(text)
            elif one.holds is Holds.MONEY and _FIGURE.fullmatch(text) and one.unit:
                made.figures.append((_unbracketed(one.name), text + one.unit))
        lead, support, units = (lists.get(holds, []) for holds in (Holds.LEAD, Holds.SUPPORT, Holds.UNITS))
        if lead and units:
            support, units = [*units, *support], []
        made.who = Responsibility(
            tuple(lead),
            tuple(support),
            tuple(units),
            tuple(leaders),
            "",
            open_list,
            separately and len(lead) > 1,
        )
        made.by = by


def read_units(text: str, one: Column, known: Known) -> Responsibility:
    """Read the cell of a column that holds units: a list in several lines, or a phrase of its own (X牵头，Y配合)."""
    joined = _joined(text, known)
    if _PHRASE.search(joined):
        read = parse(joined, known)
        if read is not None and read.stated:
            if one.holds is Holds.LEAD and read.units:
                return msgspec.structs.replace(read, lead=(*read.lead, *read.units), units=())
            if one.holds is Holds.SUPPORT and not read.support:
                return msgspec.structs.replace(read, support=(*read.lead, *read.units), lead=(), units=())
            return read
    names, open_list = split_units(joined, known)
    names = tuple(dict.fromkeys(piece for name in names for piece in _slashed(name, known)))
    if one.holds is Holds.LEAD:
        return Responsibility(lead=names, open=open_list)
    if one.holds is Holds.SUPPORT:
        return Responsibility(support=names, open=open_list)
    if one.first_leads and len(names) > 1:
        return Responsibility(lead=names[:1], support=names[1:], open=open_list)
    return Responsibility(units=names, open=open_list)


def _joined(text: str, known: Known) -> str:
    """Return a cell's lines as one list: a line's end parts two units, unless one name runs on over it."""
    lines = [_LISTED.sub("", line).strip() for line in text.split("\n")]
    joined = ""
    for line in lines:
        if not line:
            continue
        if not joined or joined[-1] in "、，,；;：:":
            joined += line
            continue
        left = re.split(r"[、，,；;：:。]", joined)[-1].strip()
        right = re.split(r"[、，,；;：:。]", line)[0].strip()
        inside = left.count("（") + left.count("(") > left.count("）") + left.count(")")
        runs_on = inside or (not (known(left) and known(right)) and known(left + right))
        if not runs_on and not known(left) and not known(right):
            runs_on = look(left) is not Look.UNITS
        joined += line if runs_on else f"、{line}"
    return joined


def _slashed(name: str, known: Known) -> Iterator[str]:
    """Part a name at strokes where each side is a unit."""
    pieces = [piece.strip() for piece in re.split(r"[/／]", name)]
    if len(pieces) > 1 and all(piece and known(piece) for piece in pieces):
        yield from pieces
    else:
        yield name


def _parted(text: str) -> tuple[str, str]:
    """Part a cell into what it is about and its running text; either may be "".

    A name stands in lines of its own before the text, or is a first sentence that is short; a short cell is all name.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) > 1:
        head: list[str] = []
        for line in lines:
            if look(line) not in (Look.SHORT, Look.HEADING, Look.NAMES) or line[-1] in "。；;，、":
                break
            head.append(line)
        if head and len(head) < len(lines) and sum(map(len, head)) <= _LONGEST_NAME:
            return _unnumbered("".join(head)), "\n".join(lines[len(head) :])
        if len(head) == len(lines) and sum(map(len, head)) <= _LONGEST_NAME:
            return _unnumbered("".join(head)), ""
    tidy = _unnumbered("".join(lines) if len(lines) > 1 else text.strip())
    if len(tidy) <= _LONGEST_NAME and not re.search(r"[。；！？;]", tidy.rstrip("。；;")):
        return tidy.rstrip("。；;"), ""
    return "", text.strip()


def short_name(text: str) -> str:
    """Return a first sentence that stands for a heading (普惠托育服务。新建…), "" where the text has none."""
    title, rest = run_in(_unnumbered(text.strip()))
    return title if rest and 2 <= len(title) <= 24 and not re.search(r"[，,；;]", title) else ""


def _unnumbered(text: str) -> str:
    number = number_of(text)
    return text[number.end :].strip() if number is not None and number.end < len(text) else text


def _unbracketed(name: str) -> str:
    return re.sub(r"[（(][^（()）]*[）)]?$", "", name) or name


def _bare(number: str) -> str:
    value = ordinal(number)
    return re.sub(r"[.、．]$", "", number) if value is not None else number


def _tight(text: str) -> str:
    return _SPACE.sub("", text)
