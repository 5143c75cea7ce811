"""What every comparison needs: the two plans, their pairs, the record; and the comparisons of simple fields."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Final

from planspec.diff.align import Alignment
from planspec.diff.change import Match, Method, Mode, Object
from planspec.diff.identity import Bodies, alike, figures, folded, listed
from planspec.diff.record import Holder, Record, Spot
from planspec.model import Plan, Responsibility, Task, UnitRef
from planspec.phrase.deadline import Deadline, read_deadline
from planspec.source.nodes import Mapping, Node, Scalar
from planspec.source.nodes import Sequence as NodeList
from planspec.source.place import at, at_value

ALIKE: Final = 0.5
"""From this likeness on two texts of a list are one in other words."""
_YEAR_END: Final = (0, 12, 31)
TOLD: Final = 40
"""Characters of a text that name it in a message."""


class Ends:
    """Two items that are one: what holds them, their mappings, how they were matched."""

    __slots__ = ("after", "before", "match", "name", "new", "old", "thing")

    def __init__(
        self,
        thing: Object,
        before: Holder,
        after: Holder,
        old: Mapping,
        new: Mapping,
        name: str,
        match: Match,
    ) -> None:
        self.thing = thing
        self.before = before
        self.after = after
        self.old = old
        self.new = new
        self.name = name
        self.match = match


class Frame:
    """The comparison of two plans."""

    def __init__(self, mode: Mode, before: Plan, after: Plan, alignment: Alignment, record: Record) -> None:
        self.mode = mode
        self.before = before
        self.after = after
        self.alignment = alignment
        self.record = record
        self.telling = record.telling
        self.bodies = Bodies(mode, before, after)
        self.versions = mode is Mode.VERSIONS
        """Whether wording, numbering and ids count."""
        self._rows: dict[bool, dict[str, Responsibility]] = {}
        self.places_differ = record.telling.apart

    def people(self, task: Task, old: bool) -> Responsibility:
        """Return who does a task; between two plans that is what the table says where the task says nothing."""
        found = task.effective
        if found.stated or self.versions:
            return found
        plan = self.before if old else self.after
        if old not in self._rows:
            rows = [(row.restates.value, row.own) for row in plan.rows if row.restates is not None]
            self._rows[old] = dict(reversed(rows))
        return self._rows[old].get(task.id, found) if task.id else found

    # ---- one field of a pair of items ----

    def add(
        self,
        code: str,
        ends: Ends,
        before: str | None,
        after: str | None,
        keys: Sequence[str] = (),
        *,
        fold: Hashable = None,
        rank: int = 0,
        graver: int = 0,
        also: tuple[str, ...] = (),
    ) -> None:
        """Take note of a change of a field; None for a side that has no such field, which still has a place."""
        self.record.add(
            code,
            ends.thing,
            ends.name,
            Spot(at_value(ends.old, *keys), before or "", ends.before),
            Spot(at_value(ends.new, *keys), after or "", ends.after),
            ends.match,
            fold=fold,
            rank=rank,
            graver=graver,
            also=also,
        )

    def text(self, ends: Ends, key: str, codes: str | tuple[str, str, str], fold: Hashable = None) -> bool:
        """Compare a text: one code for any change, or those for changed, removed and added; say if it differs."""
        before, after = text_at(ends.old, key), text_at(ends.new, key)
        if before == after:
            return False
        changed, removed, added = (codes, codes, codes) if isinstance(codes, str) else codes
        code = added if not before else removed if not after else changed
        self.add(code, ends, before, after, (key,), fold=fold)
        return True

    def prose(self, ends: Ends, key: str, code: str, *, versions_only: bool = True) -> None:
        """Compare a text whose wording is no demand, but whose figures may be."""
        if versions_only and not self.versions:
            return
        before, after = text_at(ends.old, key), text_at(ends.new, key)
        if before != after:
            told = "text-figure-changed" if figures(before) != figures(after) else code
            self.add(told, ends, before, after, (key,))

    def texts(self, ends: Ends, key: str, removed: str, added: str, reworded: str) -> None:
        """Compare a list of texts, whatever its order: what came, what went, what is said in other words."""
        old, new = texts_at(ends.old, key), texts_at(ends.new, key)
        gone = {folded(text) or text: (text, node) for text, node in old}
        come = {folded(text) or text: (text, node) for text, node in new}
        for name in tuple(gone):
            if name in come:
                (before, node), (after, other) = gone.pop(name), come.pop(name)
                if before != after and self.versions:
                    self.pair(reworded, ends, before, node, after, other)
        if not self.versions:
            return
        for name, other_name in nearest_texts(gone, come):
            (before, node), (after, other) = gone.pop(name), come.pop(other_name)
            code = "text-figure-changed" if figures(before) != figures(after) else reworded
            self.pair(code, ends, before, node, after, other)
        for code, left, holder, is_old in (
            (removed, gone, ends.before, True),
            (added, come, ends.after, False),
        ):
            if left:
                spot = Spot(
                    at(next(iter(left.values()))[1]), "；".join(text for text, _ in left.values()), holder
                )
                empty = ends.new if is_old else ends.old
                other_side = Spot(at_value(empty, key), "", ends.after if is_old else ends.before)
                self.record.add(
                    code, ends.thing, ends.name,
                    spot if is_old else other_side, other_side if is_old else spot, ends.match,
                )  # fmt: skip

    def pair(self, code: str, ends: Ends, before: str, node: Node, after: str, other: Node) -> None:
        """Take note of a change of one text of a list."""
        self.record.add(
            code, ends.thing, ends.name,
            Spot(at(node), before, ends.before), Spot(at(other), after, ends.after), ends.match,
        )  # fmt: skip

    def deadline(self, ends: Ends, key: str = "by", fold: Hashable = None, rank: int = 0) -> None:
        """Compare when something is due."""
        before, after = text_at(ends.old, key), text_at(ends.new, key)
        if before == after:
            return
        code = self.judge_deadline(before, after)
        if code is not None:
            self.add(code, ends, before, after, (key,), fold=fold, rank=rank)

    def judge_deadline(self, before: str, after: str) -> str | None:
        """Return what became of a deadline; None if it is the same day in other words, which only versions tell."""
        one = self.due(before, self.before.year)
        other = self.due(after, self.after.year)
        if not before or not after:
            if not self.versions and (one or other) == _YEAR_END:
                return None  # by the end of its year is what every plan means that says nothing
            return "deadline-added" if after else "deadline-removed"
        if one is None or other is None:
            return "deadline-changed"
        if one == other:
            return "deadline-reworded" if self.versions else None
        return "deadline-later" if other > one else "deadline-earlier"

    def due(self, text: str, year: int | None) -> tuple[int, int, int] | None:
        """Return a day; between plans of two years counted from the year of its own plan."""
        found: Deadline | None = read_deadline(text, year)
        if found is None:
            return None
        day = found.day
        since = 0 if self.versions or year is None else year
        return (day.year - since, day.month, day.day)

    def names(self, ends: Ends, key: str, removed: str, added: str, changed: str) -> None:
        """Compare a list of persons or posts."""
        old, new = texts_at(ends.old, key), texts_at(ends.new, key)
        before, after = [folded(text) for text, _ in old], [folded(text) for text, _ in new]
        if sorted(before) == sorted(after):
            if self.versions and [text for text, _ in old] != [text for text, _ in new]:
                code = "units-reordered" if before != after else "unit-renamed"
                self.add(code, ends, listed(t for t, _ in old), listed(t for t, _ in new), (key,))
            return
        code = added if not before else removed if not after else changed
        self.add(code, ends, listed(text for text, _ in old), listed(text for text, _ in new), (key,))


def text_at(mapping: Mapping, key: str) -> str:
    """Return the text under a key, "" where there is none."""
    node = mapping.entries.get(key)
    return node.text if isinstance(node, Scalar) else ""


def texts_at(mapping: Mapping, key: str) -> list[tuple[str, Node]]:
    """Return the texts of the list (or the single text) under a key, with their nodes."""
    node = mapping.entries.get(key)
    if isinstance(node, Scalar):
        return [(node.text, node)] if node.text else []
    if isinstance(node, NodeList):
        return [(item.text, item) for item in node.items if isinstance(item, Scalar) and item.text]
    return []


def units_at(mapping: Mapping, key: str, plan: Plan) -> tuple[UnitRef, ...]:
    """Return the units under a key of a mapping that the model does not know."""
    resolve = plan.units.resolve
    return tuple(
        UnitRef(name, node, resolve(name))
        for name, node in texts_at(mapping, key)
        if isinstance(node, Scalar)
    )


def nearest_texts(gone: Iterable[str], come: Iterable[str]) -> list[tuple[str, str]]:
    """Return which texts of two lists are one in other words: the most alike first, each at most once."""
    rest = set(come)
    pairs = [
        (-alike(one, other), min(one, other), max(one, other), one, other) for one in gone for other in rest
    ]
    found: dict[str, str] = {}
    for near, _, _, one, other in sorted(pairs):
        if -near >= ALIKE and one not in found and other in rest:
            found[one] = other
            rest.remove(other)
    return list(found.items())


def told(text: str) -> str:
    """Return a text as a name in a message."""
    return text if len(text) <= TOLD else text[:TOLD] + "…"


ONLY: Final = Match(Method.ONLY)
EXACT: Final = Match(Method.EXACT)
