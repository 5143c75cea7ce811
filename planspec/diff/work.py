"""Sections, tasks, rows and paragraphs of goals that are on both sides: what became of each, targets aside."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final

from planspec.diff.change import Match, Method, Object
from planspec.diff.frame import EXACT, Ends, Frame, text_at
from planspec.diff.identity import figures, folded
from planspec.diff.order import compare_order
from planspec.diff.pairing import by_key
from planspec.diff.pairs import Pair, Pairs
from planspec.diff.people import compare_people, compare_section, compare_work
from planspec.diff.presence import OBJECT, TITLES, Presence
from planspec.diff.record import Holder, Spot
from planspec.diff.rest import compare_rest
from planspec.model import Action, Goal, Row, Section, Task
from planspec.model.build import mappings_of
from planspec.model.titles import title_of
from planspec.source.nodes import Mapping
from planspec.source.place import at_value

_PEOPLE: Final = ("lead", "first_lead", "support", "units", "open", "leader")
_ALL: Final = ("id", "no", "summary", "source", "targets")
_BELOW: Final = frozenset(("tasks", "sections"))
_KNOWN: Final = {
    Object.TASK: frozenset(
        (*_ALL, *_PEOPLE, "renamed_from", "title", "by", "tier", "deliverables", "tasks", "projects", "note")
    ),
    Object.SECTION: frozenset(
        (*_ALL, *_PEOPLE, "heading", "tier", "by", "goals", "sections", "tasks", "projects")
    ),
    Object.ROW: frozenset(
        (*_ALL, *_PEOPLE, "title", "restates", "group", "by", "tier", "deliverables", "note")
    ),
    Object.GOAL: frozenset((*_ALL, "heading")),
}


class Work:
    """Compares what a plan wants done."""

    def __init__(self, frame: Frame, presence: Presence) -> None:
        self.frame = frame
        self.presence = presence
        found = frame.alignment
        self.actions, self.sections, self.tasks = found.actions, found.sections, found.tasks

    def compare(self) -> None:
        """Compare all that is on both sides."""
        for section in self.sections:
            self.section(section)
        for task in self.tasks:
            self.task(task)
        for row in self.frame.alignment.rows:
            self.row(row)
        for goal in self.frame.alignment.goals:
            self.goal(goal)
        if self.frame.versions:
            self.orders()

    # ---- pairs ----

    def section(self, pair: Pair[Section]) -> None:
        """Compare two sections, their tasks aside."""
        frame = self.frame
        old, new = pair.before, pair.after
        ends = Ends(Object.SECTION, old, new, old.node, new.node, new.heading, _shown(pair.match))
        self.renamed(ends, "heading", "section-renamed")
        compare_section(frame, ends, old, new)
        self.fields(ends)
        if not frame.versions:
            return
        frame.texts(ends, "projects", "project-removed", "project-added", "project-renamed")
        self.goals_of_section(old, new)
        if not self.one_action(old.action, new.action):
            self.moved("section-moved", pair, old.action, new.action)
        elif not self.sections.same(old.parent, new.parent):
            self.moved("task-regrouped", pair, old.parent, new.parent)

    def task(self, pair: Pair[Task]) -> None:
        """Compare two tasks, their targets aside."""
        frame = self.frame
        old, new = pair.before, pair.after
        if old not in self.presence.regrouped and new not in self.presence.regrouped:
            ends = Ends(Object.TASK, old, new, old.node, new.node, new.title or new.no, _shown(pair.match))
            compare_work(frame, ends, old, new, fold=("people", id(pair.before)))
            if not same_fields(old.node, new.node):
                self.renamed(ends, "title", "task-renamed")
                self.fields(ends)
            if frame.versions and not same_fields(old.node, new.node):
                frame.texts(
                    ends, "deliverables", "deliverable-removed", "deliverable-added", "deliverable-reworded"
                )
                frame.texts(ends, "projects", "project-removed", "project-added", "project-renamed")
        if frame.versions:
            self.place(pair)

    def place(self, pair: Pair[Task]) -> None:
        """Compare what holds a task; what moved with its section or task is said there."""
        old, new = pair.before, pair.after
        regrouped = self.presence.regrouped
        if old.parent is not None and self.tasks.same(old.parent, new.parent):
            return
        within = old.parent is None and new.parent is None and old.section is not None
        if within and self.sections.same(old.section, new.section):
            return
        if not self.one_action(old.action, new.action):
            self.moved("task-moved", pair, old.action, new.action)
        elif not self.tasks.same(old.parent, new.parent):
            if old.parent not in regrouped and new.parent not in regrouped:
                self.moved("task-regrouped", pair, old.parent or old.section, new.parent or new.section)
        elif not self.sections.same(old.section, new.section):
            self.moved("task-regrouped", pair, old.section, new.section)

    def one_action(self, old: Action | None, new: Action | None) -> bool:
        """Say whether two actions are one, or one a part of the other."""
        if self.actions.same(old, new):
            return True
        return any(one is old and other is new for one, other in self.frame.alignment.united)

    def moved(
        self, code: str, pair: Pair[Task] | Pair[Section], source: Holder | None, destination: Holder | None
    ) -> None:
        """Take note of a move; all that go the same way are one."""
        before = title_of(source) if source is not None else ""
        after = title_of(destination) if destination is not None else ""
        fold: Hashable = (code, id(source), id(destination))
        self.frame.record.add(
            code, OBJECT[type(pair.before)], title_of(pair.after),
            Spot(at_value(pair.before.node, *TITLES), before, pair.before),
            Spot(at_value(pair.after.node, *TITLES), after, pair.after), _shown(pair.match), fold=fold,
        )  # fmt: skip

    def row(self, pair: Pair[Row]) -> None:
        """Compare two rows of the table; what changed in their task alike is one change."""
        frame = self.frame
        old, new = pair.before, pair.after
        ends = Ends(Object.ROW, old, new, old.node, new.node, new.title, _shown(pair.match))
        task = self.presence.task_of(old, old=True)
        fold = ("people", id(task)) if task is not None else None
        if not frame.versions or same_fields(old.node, new.node):
            return
        self.renamed(ends, "title", "row-renamed")
        compare_people(frame, ends, old.own, new.own, fold=fold, rank=1)
        self.fields(ends)
        frame.texts(ends, "deliverables", "deliverable-removed", "deliverable-added", "deliverable-reworded")
        frame.text(ends, "group", "row-renamed")
        other = self.presence.task_of(new, old=False)
        # A row that restates the same task under its new id says nothing new.
        if (task is None and other is None) or not self.tasks.same(task, other):
            frame.text(ends, "restates", "id-changed")

    def goal(self, pair: Pair[Goal]) -> None:
        """Compare two paragraphs of goals, their targets aside."""
        old, new = pair.before, pair.after
        ends = Ends(Object.GOAL, old, new, old.node, new.node, new.heading, _shown(pair.match))
        self.renamed(ends, "heading", "goal-renamed")
        self.fields(ends)

    def goals_of_section(self, old: Section, new: Section) -> None:
        """Compare the paragraphs of goals within a section, which the model knows only by their targets."""
        sides = [
            tuple(
                Goal(text_at(node, "heading"), node, section.action, text_at(node, "source"))
                for node in mappings_of(section.node, "goals")
            )
            for section in (old, new)
        ]
        if not any(sides):
            return
        pairs: Pairs[Goal] = Pairs(*sides)
        by_key(pairs, lambda goal: folded(goal.heading), Match(Method.NAME))
        for one, other in zip(*pairs.open(), strict=False):
            pairs.add(one, other, Match(Method.ONLY))
        for pair in pairs:
            self.goal(pair)
        compare_order(self.frame, Object.GOAL, sides[0], sides[1], pairs, (old, new))
        for goals, is_old in zip(pairs.open(), (True, False), strict=True):
            for goal in goals:
                self.presence.one("goal-removed" if is_old else "goal-added", goal, is_old)

    # ---- fields that many items have ----

    def renamed(self, ends: Ends, key: str, code: str) -> None:
        """Compare a title, which may hold a figure."""
        if not self.frame.versions:
            return
        before, after = text_at(ends.old, key), text_at(ends.new, key)
        if before != after:
            told = "text-figure-changed" if figures(before) != figures(after) else code
            fold = (key, folded(before), folded(after)) if ends.thing in (Object.TASK, Object.ROW) else None
            self.frame.add(told, ends, before, after, (key,), fold=fold, rank=ends.thing is Object.ROW)

    def fields(self, ends: Ends) -> None:
        """Compare the plain fields of an item, and those that nobody knows."""
        frame = self.frame
        frame.deadline(ends)
        if not frame.versions:
            return
        frame.text(ends, "tier", "tier-changed")
        frame.prose(ends, "summary", "summary-changed")
        frame.prose(ends, "note", "note-changed")
        written_in = not text_at(ends.old, "id") or not text_at(ends.new, "id")
        frame.text(ends, "id", "id-changed", fold=("id-changed",) if written_in else None)
        frame.text(ends, "source", "source-changed", fold=("source-changed",))
        compare_rest(frame, ends, _KNOWN[ends.thing])

    # ---- order and numbers ----

    def orders(self) -> None:
        """Compare the order and the numbers of all items."""
        before, after, goals = self.frame.before, self.frame.after, self.frame.alignment.goals
        plans = (before, after)
        compare_order(self.frame, Object.ACTION, before.actions, after.actions, self.actions, plans)
        compare_order(self.frame, Object.SECTION, before.sections, after.sections, self.sections, plans)
        compare_order(self.frame, Object.TASK, before.direct_tasks, after.direct_tasks, self.tasks, plans)
        compare_order(self.frame, Object.GOAL, before.goals, after.goals, goals, plans)
        for action in self.actions:
            self.orders_in(action)
        for section in self.sections:
            old, new = ends = section.before, section.after
            stirred = self.stirred(old.action, new.action)
            compare_order(self.frame, Object.TASK, old.tasks, new.tasks, self.tasks, ends, stirred)
            compare_order(
                self.frame, Object.SECTION, old.sections, new.sections, self.sections, ends, stirred
            )
        for task in self.tasks:
            if task.before.tasks and task.after.tasks:
                one, other = both = task.before, task.after
                stirred = self.stirred(one.action, other.action)
                compare_order(self.frame, Object.TASK, one.tasks, other.tasks, self.tasks, both, stirred)

    def orders_in(self, pair: Pair[Action]) -> None:
        """Compare the order and the numbers of what stands directly in an action."""
        old, new = ends = pair.before, pair.after
        stirred = self.stirred(old, new)
        found = self.frame.alignment
        compare_order(self.frame, Object.SECTION, old.sections, new.sections, self.sections, ends, stirred)
        compare_order(self.frame, Object.TASK, old.direct_tasks, new.direct_tasks, self.tasks, ends, stirred)
        compare_order(self.frame, Object.GOAL, old.goals, new.goals, found.goals, ends, stirred)
        compare_order(self.frame, Object.ROW, old.breakdown, new.breakdown, found.rows, ends, stirred)

    def stirred(self, old: Action | None, new: Action | None) -> bool:
        """Say whether tasks came or went in an action, after which numbers that run on say nothing."""
        return old in self.presence.disturbed or new in self.presence.disturbed


def _shown(match: Match) -> Match:
    return EXACT if match.method in (Method.EXACT, Method.ONLY) else match


def same_fields(old: Mapping, new: Mapping) -> bool:
    """Say whether two items say the same, to the letter, of themselves; what stands below them aside."""
    one, other = old.plain, new.plain
    if one.keys() != other.keys():
        return False
    return all(key in _BELOW or one[key] == other[key] for key in one)
