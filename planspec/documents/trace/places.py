"""The places of a document by their locators: 附件1/二/(一)/1, 一/1 for the first —— paragraph, 附件2表/3.

All text stands folded in one string, and each place is a range of it, so that a search needs no copies.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

import msgspec

from planspec.documents.blocks import Cell, Document, Paragraph, Spot, Table
from planspec.documents.columns import Holds, column
from planspec.documents.numbering import Kind, number_of, to_int
from planspec.documents.parts import Part, take_apart
from planspec.documents.partwords import BACKGROUND
from planspec.documents.tablegroups import grouped_tables
from planspec.documents.tables import header
from planspec.documents.trace.entries import LEAD, LEAF, Entry, entries_of
from planspec.documents.trace.index import Index
from planspec.documents.trace.words import fold

_FIGURE: Final = re.compile(r"[0-9][0-9,，]*(?:\.[0-9]+)?")
_ORGANISATION: Final = re.compile(r"机制|组织|保障|要求|考核")
_LONGEST_BACKGROUND: Final = 16
_ROOT: Final = re.compile(r"(?:附件([0-9]{1,3}|[一二三四五六七八九十]{1,3})?(表)?|(表))")
_ROW: Final = 20
"""Kind of a table's row; a row that shares its number with others stands one lower."""
_SEVERAL: Final = re.compile(r"[、;](?=附件|表|前言|\(?[0-9一二三四五六七八九十百]+(?:[)/、;]|$)|[①-⑳])")
"""Between two locators; a 、 among the words of a paragraph parts none."""
_STEP: Final = re.compile(r"\(?[0-9一二三四五六七八九十百]+\)?|[①-⑳]")


class Place(msgspec.Struct):
    """A heading, a row or a part of the document with all that stands below it."""

    no: str
    title: str
    kind: int
    value: int
    spot: Spot
    start: int
    parent: int = -1
    last: int = -1
    """Index of the first place after those below this one."""
    end: int = -1
    children: list[int] = []


class Piece(msgspec.Struct, frozen=True):
    """A paragraph's or cell's text as written, the place that it belongs to, and where it begins in the text of all."""

    text: str
    spot: Spot
    place: int
    start: int
    column: str = ""
    """The name of its column, in a table."""
    repeated: bool = False
    """A merged cell at another than its first place."""


class Resolved(msgspec.Struct, frozen=True):
    """The places that a locator names, and the steps of it that the document does not have."""

    places: tuple[int, ...]
    missing: str = ""


class Places:
    """All places of a document."""

    def __init__(self, document: Document) -> None:
        self.all: list[Place] = []
        self.pieces: list[Piece] = []
        self.roots: dict[str, int] = {}
        self.whole = 0
        """The place that holds all others."""
        self._text: list[str] = []
        self._length = 0
        self._open: list[int] = []
        self._read(document)
        self._index = Index("".join(self._text))
        self._starts = [piece.start for piece in self.pieces]
        self._by_no: dict[str, list[int]] = {}
        self._by_value: dict[tuple[int, int], list[int]] = {}
        self._title_starts = [0]
        for index, place in enumerate(self.all):
            self._by_no.setdefault(place.no, []).append(index)
            self._by_value.setdefault((place.kind, place.value), []).append(index)
            self._title_starts.append(self._title_starts[-1] + len(place.title) + 1)
        self._titles = Index("".join(f"{place.title}\n" for place in self.all))
        self._known: dict[str, Resolved] = {}

    # -- looking things up --

    def resolve(self, locator: str) -> Resolved:
        """Return the places that a locator names; several where a number recurs or several are listed (、)."""
        known = self._known.get(locator)
        if known is None:
            parts = [self._resolve(one) for one in _SEVERAL.split(fold(locator)) if one]
            places = dict.fromkeys(place for part in parts for place in part.places)
            missing = next((part.missing for part in parts if part.missing), "")
            known = self._known[locator] = Resolved(tuple(places), missing)
        return known

    def locator(self, index: int) -> str:
        """Return the locator of a place."""
        steps: list[str] = []
        while index >= 0:
            place = self.all[index]
            if place.no or place.title:
                steps.append(place.no or place.title)
            index = place.parent
        return "/".join(reversed(steps))

    def offsets(self, locator: str) -> list[int]:
        """Return where what a locator names may begin in the text of all; nothing where it names nothing.

        A place begins at one offset; words of a paragraph (附件1/二/(一)/宣传) at each at which they stand in it.
        """
        resolved = self.resolve(locator)
        if resolved.missing or not resolved.places:
            return []
        steps = [step for step in fold(locator).split("/") if step]
        above = len(steps)
        while above > 1 and self.resolve("/".join(steps[: above - 1])).places == resolved.places:
            above -= 1
        place = self.all[resolved.places[0]]
        found = [place.start]
        for words in steps[above:]:
            stands = self._index.offsets(words)
            first, last = bisect_left(stands, found[0]), bisect_left(stands, place.end)
            found = stands[first:last] or found
        return found

    def aside(self, place: int) -> bool:
        """Say whether a place is by its nature not about tasks: a preamble, what has been, how the work is organised."""
        while place >= 0:
            node = self.all[place]
            if node.title == LEAD:
                return True
            if node.kind <= Kind.HAN and (_ORGANISATION.search(node.title) or _is_background(node.title)):
                return True
            place = node.parent
        return False

    def occurs(self, sought: str, place: int, *, figure: bool = False) -> bool:
        """Say whether a folded name, or a figure, stands at a place or below it."""
        node = self.all[place]
        return self._index.between(sought, node.start, node.end, figure=figure)

    def elsewhere(self, sought: str, *, figure: bool = False) -> list[int]:
        """Return the first places at which a name or a figure does stand."""
        offsets = self._index.offsets(sought, figure=figure)[:20]
        places = [self.pieces[bisect_right(self._starts, at) - 1].place for at in offsets]
        return list(dict.fromkeys(places))

    # -- from a locator to places --

    def _resolve(self, locator: str) -> Resolved:
        steps = [step for step in locator.split("/") if step]
        root = _ROOT.fullmatch(steps[0]) if steps else None
        if root is None or (root[3] and "表" not in self.roots):
            places = [self.roots[""]]
        elif root[3]:
            steps = steps[1:]
            places = [self.roots["表"]]
        else:
            number = (to_int(root[1]) or 0) if root[1] else 0
            name = f"附件{number or ''}"
            steps = steps[1:]
            start = self.roots.get(name + (root[2] or ""), self.roots.get(name))
            if start is None:
                return Resolved((self.whole,), locator)
            places = [start]
            if root[2] and name + "表" not in self.roots:
                return Resolved((start,), "/".join([name + "表", *steps]))
        for position, step in enumerate(steps):
            below = [index for place in places for index in self._step(place, step)]
            if not below:
                if any(self.occurs(step, place) for place in places) and not _STEP.fullmatch(step):
                    continue  # words of a paragraph: 一是, or what a segment is about
                return Resolved(tuple(places), "/".join(steps[position:]))
            rows = [index for index in below if self.all[index].kind == _ROW]
            places = rows or below
        return Resolved(tuple(places))

    def _step(self, place: int, step: str) -> list[int]:
        """Return the places right below `place` that one step of a locator names, else further below."""
        found = self._below(place, self._by_no.get(step, ()))
        if found:
            return found
        if not _STEP.fullmatch(step):
            return self._titled(place, step)
        number = number_of(f"{step}、") or number_of(step)
        if number is None:
            return []
        found = self._below(place, self._by_value.get((number.kind, number.value), ()))
        if found:
            return found
        children = self.all[place].children
        if number.kind is Kind.ARABIC and all(self.all[child].kind == LEAF for child in children):
            return children[number.value - 1 : number.value]
        return [child for child in children if self.all[child].value == number.value]

    def _below(self, place: int, sorted_: Sequence[int]) -> list[int]:
        """Return those of `sorted_` that stand right below a place; where none does, those further below."""
        last = self.all[place].last
        found = list(sorted_[bisect_right(sorted_, place) : bisect_left(sorted_, last)])
        return [one for one in found if self.all[one].parent == place] or found

    def _titled(self, place: int, words: str) -> list[int]:
        """Return the place below whose title begins with the words, else the first that has them."""
        offsets = self._titles.offsets(words)
        starts = self._title_starts
        first = bisect_left(offsets, starts[place + 1])
        last = bisect_left(offsets, starts[self.all[place].last])
        found = [bisect_right(starts, offset) - 1 for offset in offsets[first:last]]
        begins = [one for one in found if self.all[one].title.startswith(words)]
        direct = [one for one in begins or found if self.all[one].parent == place]
        return (direct or begins or found)[:1]

    # -- from the document to places --

    def _read(self, document: Document) -> None:
        parts = take_apart(document)
        everything = self._enter(Place("", "", -2, 0, Spot(1), 0))
        self.whole = everything
        main = self._enter(Place("", "", -1, 0, Spot(1), self._length))
        self.roots[""] = main
        if parts.notice:
            self._entries(entries_of(parts.notice, LEAD))
        tables: list[tuple[str, list[tuple[Table, Paragraph | None]]]] = []
        if parts.overall is not None:
            if parts.overall.no is not None:
                self.roots[f"附件{parts.overall.no}"] = main
            tables.append(("表", self._part(parts.overall)))
        for position, annex in enumerate(parts.annexes, 1):
            name = f"附件{annex.no if annex.no is not None else position}"
            self.roots.setdefault(
                name, self._enter(Place(name, fold(annex.title), -1, 0, annex.spot, self._length))
            )
            self._add(annex.title, annex.spot)
            tables.append((f"{name}表", self._part(annex)))
        for name, found in tables:
            if not found:
                continue
            root = self._enter(Place(name, "", -1, 0, found[0][0].spot, self._length))
            self.roots.setdefault(name, root)
            for table, above in found:
                if above is not None:
                    self._group(above.shown.strip(), above.spot)
                self._table(table)
        for only in ("附件", "附件表"):  # the number of a single annex is left out
            if (first := self.roots.get(only.replace("附件", "附件1"))) is not None:
                self.roots.setdefault(only, first)
        self._leave(-3)

    def _part(self, part: Part) -> list[tuple[Table, Paragraph | None]]:
        """Read a part; return its tables, which stand apart."""
        self._entries(entries_of(part.blocks, LEAD))
        tables = grouped_tables(part.blocks)
        for below in part.parts:
            self._enter(Place("", fold(below.title), 0, 0, below.spot, self._length))
            self._add(below.title, below.spot)
            self._entries(entries_of(below.blocks, ""))
            tables.extend(grouped_tables(below.blocks))
        return tables

    def _entries(self, entries: Sequence[Entry]) -> None:
        for entry in entries:
            spot = entry.pieces[0][1] if entry.pieces else Spot(1)
            self._enter(Place(entry.no, entry.title, entry.kind, entry.value, spot, self._length))
            for text, at in entry.pieces:
                self._add(text, at)

    def _group(self, text: str, spot: Spot) -> None:
        """Enter the heading of a group of rows."""
        number = number_of(text)
        kind, value = (number.kind, number.value) if number is not None else (0, 0)
        title = text[number.end :] if number is not None else text
        no = number.bare if number is not None else ""
        self._enter(Place(fold(no), fold(title), kind, value, spot, self._length))
        self._add(text, spot)

    def _table(self, table: Table) -> None:
        size, columns = header(table) or (1, [])
        names = [cell.text for cell in table.rows[size - 1]] if table.rows else []
        for k, one in enumerate(columns):
            names[k] = one.name if one is not None else names[k]
        first = column(names[0]) if names else None
        numbered = first is not None and first.holds is Holds.NUMBER
        headings = [[fold(cell.text) for cell in row] for row in table.rows[:size]]
        before: list[Cell] = []
        ordinal = 0
        for row in table.rows[size:]:
            if [fold(cell.text) for cell in row] in headings:
                continue  # a new page
            texts = {cell.text.strip() for cell in row}
            if len(row) > 1 and len(texts) == 1:
                self._group(texts.pop(), row[0].spot)
                before = []
                continue
            no = fold(row[0].text) if numbered else ""
            if before and no and row[0].merged:
                ordinal += 1
            else:
                ordinal = 1
                self._enter(
                    Place(
                        no,
                        fold(row[min(1, len(row) - 1)].text),
                        _ROW,
                        to_int(no) or 0,
                        row[0].spot,
                        self._length,
                    )
                )
            self._enter(Place(str(ordinal), "", _ROW + 1, ordinal, row[0].spot, self._length))
            for name, cell in zip(names, row, strict=False):
                if cell.text.strip() and not (numbered and cell is row[0]):
                    self._add(_measured(cell.text, name), cell.spot, name, repeated=cell.merged)
            before = list(row)

    def _enter(self, place: Place) -> int:
        self._leave(place.kind)
        index = len(self.all)
        if self._open:
            place.parent = self._open[-1]
            self.all[place.parent].children.append(index)
        self.all.append(place)
        self._open.append(index)
        return index

    def _leave(self, kind: int) -> None:
        """Close the places that one of this kind can't stand in."""
        while self._open and self.all[self._open[-1]].kind >= kind:
            place = self.all[self._open.pop()]
            place.last = len(self.all)
            place.end = self._length

    def _add(self, text: str, spot: Spot, column: str = "", *, repeated: bool = False) -> None:
        self.pieces.append(Piece(text, spot, len(self.all) - 1, self._length, column, repeated))
        folded = fold(text) + "\n"
        self._text.append(folded)
        self._length += len(folded)


def _is_background(title: str) -> bool:
    return len(title) <= _LONGEST_BACKGROUND and BACKGROUND.search(title) is not None


def _measured(text: str, name: str) -> str:
    """Return a figure with the measure that its column names: 12000 under 总投资（万元）."""
    one = column(name) if _FIGURE.fullmatch(text.strip()) is not None else None
    return text.strip() + one.unit if one is not None else text
