"""Who does it: leads, supporting units, units without a lead, accountable leaders."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Final

from planspec.diff.frame import Ends, Frame
from planspec.diff.identity import folded, listed
from planspec.diff.record import Spot
from planspec.model import Responsibility, Section, Task, UnitRef
from planspec.source.nodes import Mapping
from planspec.source.place import Place, at, at_value

_LEADLESS: Final = ("lead-added", "lead-removed")
_KEYS: Final = ("lead", "support", "units")


def compare_people(
    frame: Frame,
    ends: Ends,
    old: Responsibility,
    new: Responsibility,
    *,
    fold: Hashable = None,
    rank: int = 0,
) -> bool:
    """Compare two responsibilities; say if they differ in who does it."""
    return _People(frame, ends, old, new, fold, rank).run()


def compare_work(frame: Frame, ends: Ends, old: Task, new: Task, fold: Hashable = None) -> None:
    """Compare who does a task, what comes from the task or section above included.

    What only changed above is said there, once.
    """
    if not frame.versions:
        was, now = frame.people(old, True), frame.people(new, False)
        if not frame.places_differ or (was.stated and now.stated):
            compare_people(frame, ends, was, now)
        return
    own_same = same(frame, old.own, new.own)
    differs = not same(frame, old.effective, new.effective)
    if own_same and (not differs or _holders_are_one(frame, old, new)):
        _spelling(frame, ends, old.own, new.own)
        return
    if differs:
        compare_people(frame, ends, old.effective, new.effective, fold=fold)
    else:
        _restated(frame, ends)


def compare_section(frame: Frame, ends: Ends, old: Section, new: Section) -> None:
    """Compare who does the work of a section: merely restated if its tasks took over (or gave up) what it said."""
    if same(frame, old.own, new.own):
        _spelling(frame, ends, old.own, new.own)
        return
    if not frame.versions:
        return  # said at the tasks
    pairs = [frame.alignment.tasks.of_old(task) for task in _tasks(old)]
    kept = [pair for pair in pairs if pair is not None]
    whole = kept and all(same(frame, pair.before.effective, pair.after.effective) for pair in kept)
    if whole and any(not same(frame, pair.before.own, pair.after.own) for pair in kept):
        _restated(frame, ends)
        return
    compare_people(frame, ends, old.own, new.own)


def same(frame: Frame, old: Responsibility, new: Responsibility) -> bool:
    """Say whether the same units have the same parts, whatever their names and order."""
    if old is new or spelled_alike(old, new):
        return True
    pairs = ((old.lead, new.lead), (old.support, new.support), (old.units, new.units))
    for one, other in pairs:
        if not one and not other:
            continue
        _, gone, come = frame.bodies.parted(one, other)
        if gone or come:
            return False
    if frame.versions and _first(frame, old, True) != _first(frame, new, False):
        return False
    return old.open is new.open or not frame.versions


def spelled_alike(old: Responsibility, new: Responsibility) -> bool:
    """Say whether both name the same units in the same words and order."""
    return (
        _names(old.lead) == _names(new.lead)
        and _names(old.support) == _names(new.support)
        and _names(old.units) == _names(new.units)
        and old.first_lead == new.first_lead
        and old.open is new.open
    )


def _names(refs: Sequence[UnitRef]) -> list[str]:
    return [ref.name for ref in refs]


def _tasks(section: Section) -> Iterable[Task]:
    for task in section.tasks:
        yield task
        yield from _below(task)
    for child in section.sections:
        yield from _tasks(child)


def _below(task: Task) -> Iterable[Task]:
    for child in task.tasks:
        yield child
        yield from _below(child)


def _holders_are_one(frame: Frame, old: Task, new: Task) -> bool:
    """Say whether what holds the task is the same on both sides, so that its change is said there."""
    tasks, sections = frame.alignment.tasks, frame.alignment.sections
    if old.parent is not None or new.parent is not None:
        return tasks.same(old.parent, new.parent)
    return old.section is not None and sections.same(old.section, new.section)


def _restated(frame: Frame, ends: Ends) -> None:
    frame.add("responsibility-restated", ends, None, None, _KEYS)


def _spelling(frame: Frame, ends: Ends, old: Responsibility, new: Responsibility) -> None:
    if frame.versions and old is not new:
        people = _People(frame, ends, old, new, None, 0)
        if not spelled_alike(old, new):
            people.spelling()
        people.leaders()


def _first(frame: Frame, people: Responsibility, old: bool) -> str:
    """Return who comes first of several leads."""
    if len(people.lead) < 2:
        return ""
    if people.first_lead:
        named = [ref for ref in people.lead if folded(ref.name) == folded(people.first_lead)]
        return frame.bodies.identity(named[0], old) if named else folded(people.first_lead)
    return frame.bodies.identity(people.lead[0], old)


class _People:
    def __init__(
        self, frame: Frame, ends: Ends, old: Responsibility, new: Responsibility, fold: Hashable, rank: int
    ) -> None:
        self.frame = frame
        self.ends = ends
        self.old = old
        self.new = new
        self.fold = fold
        self.rank = rank

    def run(self) -> bool:
        count = len(self.frame.record.entries)
        if not self.old.stated or not self.new.stated:
            if self.old.stated or self.new.stated:
                code = "responsibility-added" if self.new.stated else "responsibility-removed"
                self.say(code, self.old.everyone, self.new.everyone)
        else:
            self.leads()
            if not self.frame.places_differ:  # which bodies there are differs from place to place
                self.others()
            if self.frame.versions:
                self.opened()
        self.leaders()
        if self.frame.versions and not spelled_alike(self.old, self.new):
            self.spelling()
        return len(self.frame.record.entries) > count

    def leads(self) -> None:
        old, new = self.old.lead, self.new.lead
        if bool(old) is not bool(new):
            self.say("lead-added" if new else "lead-removed", old, new)
            return
        _, gone, come = self.frame.bodies.parted(old, new)
        if gone and come:
            self.say("lead-changed", old, new)
        elif gone:
            self.say("lead-left", old, new)
        elif come:
            self.say("lead-joined", old, new)
        elif self.frame.versions and _first(self.frame, self.old, True) != _first(
            self.frame, self.new, False
        ):
            self.say("lead-order-changed", old, new)

    def others(self) -> None:
        """Compare the units that do not lead; who went from or to the lead is said there."""
        for name, old, new in (
            ("support", self.old.support, self.new.support),
            ("units", self.old.units, self.new.units),
        ):
            _, gone, come = self.frame.bodies.parted(old, new)
            _, gone, _ = self.frame.bodies.parted(gone, self._elsewhere(self.new, name))
            _, _, come = self.frame.bodies.parted(self._elsewhere(self.old, name), come)
            if gone and come:
                self.say(f"{name}-changed", gone, come)
            elif gone or come:
                self.say(f"{name}-added" if come else f"{name}-removed", gone, come)

    @staticmethod
    def _elsewhere(people: Responsibility, name: str) -> Sequence[UnitRef]:
        return people.lead + (people.units if name == "support" else people.support)

    def opened(self) -> None:
        if self.old.open is not self.new.open:
            code = "unit-list-opened" if self.new.open else "unit-list-closed"
            self.say(code, self.old.everyone, self.new.everyone)

    def leaders(self) -> None:
        old, new = self.old.leader, self.new.leader
        if not self.frame.versions and self.frame.before.jurisdiction != self.frame.after.jurisdiction:
            return  # persons and posts of two places are different anyway
        before, after = [folded(one.value) for one in old], [folded(one.value) for one in new]
        if sorted(before) == sorted(after):
            if self.frame.versions and [one.value for one in old] != [one.value for one in new]:
                code = "units-reordered" if before != after else "unit-renamed"
                self.frame.add(code, self.ends, _texts(old), _texts(new), ("leader",))
            return
        code = "leader-added" if not old else "leader-removed" if not new else "leader-changed"
        fold = ("leader", self.fold, tuple(before), tuple(after)) if self.fold is not None else None
        self.frame.add(code, self.ends, _texts(old), _texts(new), ("leader",), fold=fold, rank=self.rank)

    def spelling(self) -> None:
        """Note units that are called otherwise, or stand in another order, and are the same."""
        bodies = self.frame.bodies
        for key in _KEYS:
            old: Sequence[UnitRef] = getattr(self.old, key)
            new: Sequence[UnitRef] = getattr(self.new, key)
            common, gone, come = bodies.parted(old, new)
            for one, other in common:
                if one.name != other.name:
                    self.frame.record.add(
                        "unit-renamed", self.ends.thing, self.ends.name,
                        Spot(at(one.node), one.name, self.ends.before),
                        Spot(at(other.node), other.name, self.ends.after),
                        self.ends.match, fold=("unit", one.name, other.name),
                    )  # fmt: skip
            orders = [bodies.identity(ref, True) for ref in old], [bodies.identity(ref, False) for ref in new]
            reordered = not gone and not come and orders[0] != orders[1]
            if reordered and (key != "lead" or orders[0][:1] == orders[1][:1]):
                self.say("units-reordered", old, new, key)

    def say(self, code: str, old: Sequence[UnitRef], new: Sequence[UnitRef], *keys: str) -> None:
        """Take note of a change; `old` and `new` are the units to show on either side."""
        names = listed(ref.name for ref in old), listed(ref.name for ref in new)
        fold: Hashable = None
        graver = 0
        if code in _LEADLESS and not self.frame.versions:
            # A plan that names no leads names none throughout: each action says so once.
            fold = (id(self.ends.before.action), id(self.ends.after.action))
            graver = -int(self.frame.places_differ)
        elif self.fold is not None:
            identity = self.frame.bodies.identity
            fold = (
                self.fold,
                *(identity(ref, True) for ref in old),
                "",
                *(identity(ref, False) for ref in new),
            )
        ends = self.ends
        self.frame.record.add(
            code, ends.thing, ends.name,
            Spot(_place(old, ends.old, keys), names[0], ends.before),
            Spot(_place(new, ends.new, keys), names[1], ends.after),
            ends.match, fold=fold, rank=self.rank, graver=graver,
        )  # fmt: skip


def _place(refs: Sequence[UnitRef], mapping: Mapping, keys: Sequence[str]) -> Place:
    """Point at the units' own key, or at the first unit where the units come from above."""
    place = at_value(mapping, *(keys or _KEYS))
    if place.node is mapping and refs:
        return at(refs[0].node)
    return place


def _texts(texts: Sequence[object]) -> str:
    return listed(getattr(text, "value", "") for text in texts)
