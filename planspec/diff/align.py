"""Which items of two plans are one: actions, tasks, sections, rows of the table, paragraphs of goals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Final

from planspec.diff import features
from planspec.diff.change import Match, Method, Mode
from planspec.diff.identity import Bodies, folded
from planspec.diff.likeness import Features, Likeness, Scale
from planspec.diff.pairing import by_content, by_key, by_likeness
from planspec.diff.pairs import Pairs
from planspec.diff.regroup import Regrouping, regroupings
from planspec.model import Action, Goal, Plan, Row, Section, Task

_SAME_GAP: Final = 0.12
"""Bonus for two items that stand between the same neighbours, shared among all that stand there."""
_SAME_ACTION: Final = 0.03
_OTHER_THEME: Final = -0.16
"""Between two plans: short titles recur in actions that have nothing to do with each other."""

_VERSIONS: Final = Scale()
_ACROSS: Final = Scale(
    title=0.65, content=0.25, units=0.1, same_name=0.75, enough=0.52, margin=0.06, worth_saying=0.42
)
"""Between two plans the title says most: figures and units differ anyway."""
_HOLDERS: Final = Scale(title=0.5, content=0.5, units=0.0, same_name=0.7, enough=0.4, margin=0.05)
"""Actions, sections and paragraphs of goals are known by their headings and by what they hold."""


class Alignment:
    """The pairs of two plans, kind by kind."""

    def __init__(self, mode: Mode, before: Plan, after: Plan) -> None:
        self.mode = mode
        self.actions: Pairs[Action] = Pairs(before.actions, after.actions)
        self.tasks: Pairs[Task] = Pairs(before.tasks, after.tasks)
        self.sections: Pairs[Section] = Pairs(before.all_sections, after.all_sections)
        self.rows: Pairs[Row] = Pairs(before.rows, after.rows)
        self.goals: Pairs[Goal] = Pairs(_goals(before), _goals(after))
        self.splits: list[Regrouping] = []
        """Tasks of the old plan that became several."""
        self.merges: list[Regrouping] = []
        """Tasks of the new plan that several became."""
        self.united: list[tuple[Action, Action]] = []
        """Actions that have no pair of their own, with the action of the other plan that they are a part of."""

    def swapped(self) -> Alignment:
        """Return the same alignment with old and new exchanged."""
        other = object.__new__(Alignment)
        other.mode = self.mode
        other.actions = self.actions.swapped()
        other.tasks = self.tasks.swapped()
        other.sections = self.sections.swapped()
        other.rows = self.rows.swapped()
        other.goals = self.goals.swapped()
        other.splits, other.merges = self.merges, self.splits
        other.united = [(theirs, ours) for ours, theirs in self.united]
        return other


def align(before: Plan, after: Plan, mode: Mode) -> Alignment:
    """Return which items of two plans are one.

    The work is always done from the plan that comes first by its content, so that the result is the same pairs
    whichever of the two is called old.
    """
    if _order(before) <= _order(after):
        return _Aligner(before, after, mode).run()
    return _Aligner(after, before, mode).run().swapped()


def _order(plan: Plan) -> bytes:
    return features.plain_key(*(file.root.plain for file in plan.files if file.root is not None))


def _goals(plan: Plan) -> tuple[Goal, ...]:
    return (*plan.goals, *(goal for action in plan.actions for goal in action.goals))


class _Aligner:
    def __init__(self, before: Plan, after: Plan, mode: Mode) -> None:
        self.before = before
        self.after = after
        self.mode = mode
        self.versions = mode is Mode.VERSIONS
        self.bodies = Bodies(mode, before, after)
        self.found = Alignment(mode, before, after)
        self.scale = _VERSIONS if self.versions else _ACROSS
        self.elsewhere = 0.0 if self.versions else _OTHER_THEME
        self.ids = self.versions or before.jurisdiction == after.jurisdiction

    def run(self) -> Alignment:
        self.align_actions()
        self.align_tasks()
        if self.ids:
            self.found.splits, self.found.merges = regroupings(self.found.tasks, lambda: self.likeness)
        self.align_sections()
        self.align_rows()
        self.align_goals()
        return self.found

    # ---- actions ----

    def align_actions(self) -> None:
        pairs = self.found.actions
        if self.ids:
            by_key(pairs, lambda one: one.id, Match(Method.ID))
        if self.versions:
            by_key(pairs, lambda one: folded(one.title), Match(Method.NAME))
        by_key(pairs, _theme, Match(Method.THEME))
        if not self.versions:
            by_key(pairs, lambda one: folded(one.title), Match(Method.NAME))
        old, new = pairs.open()
        if old and new:
            by_likeness(pairs, old, new, features.of_action, _HOLDERS)
        self.unite_actions()

    def unite_actions(self) -> None:
        """Find the actions that joined another, or came out of one: by their theme, or by what they hold."""
        pairs = self.found.actions
        old, new = pairs.open()
        self.pair_by_theme(old, new)
        old, new = pairs.open()
        for ours, theirs, forward in ((old, self.after.actions, True), (new, self.before.actions, False)):
            paired = pairs.of_new if forward else pairs.of_old
            for action in ours:
                known = [one for one in theirs if paired(one) is not None]
                same = [one for one in known if _theme(one) == _theme(action) != ""]
                near = _holder_of(action, same or known if self.versions else same)
                whole = near or (same[0] if len(same) == 1 else None)
                if whole is not None:
                    self.found.united.append((action, whole) if forward else (whole, action))

    def pair_by_theme(self, old: Sequence[Action], new: Sequence[Action]) -> None:
        """Pair open actions of one theme where one side has several: those first that share most titles."""
        shared = [
            (-_shared(one, other), -len(one.tasks) - len(other.tasks), i, j, one, other)
            for i, one in enumerate(old)
            for j, other in enumerate(new)
            if _theme(one) == _theme(other) != ""
        ]
        for *_, one, other in sorted(shared, key=lambda entry: entry[:4]):
            if self.found.actions.of_old(one) is None and self.found.actions.of_new(other) is None:
                self.found.actions.add(one, other, Match(Method.THEME))

    # ---- tasks ----

    def align_tasks(self) -> None:
        pairs = self.found.tasks
        if self.ids:
            by_key(pairs, lambda one: one.id, Match(Method.ID))
        self.renamed()
        by_content(pairs, features.content_key, self.places, self.versions)
        for _ in range(2):
            old, new = pairs.open()
            if not old or not new or not self.likely_tasks(old, new):
                break

    def renamed(self) -> None:
        """Pair what says itself what it was called before, in either direction."""
        pairs = self.found.tasks
        for declaring, others, forward in ((self.after, self.before, True), (self.before, self.after, False)):
            names: dict[str, list[Task]] = {}
            declared = [(task, task.node.entries.get("renamed_from")) for task in declaring.tasks]
            if not any(node is not None for _, node in declared):
                continue
            for task in others.tasks:
                for name in {task.id, folded(task.title)}:
                    names.setdefault(name, []).append(task)
            for task, node in declared:
                earlier = node.plain if node is not None else None
                if not isinstance(earlier, str) or not earlier:
                    continue
                meant = names.get(earlier) or names.get(folded(earlier)) or []
                mine, theirs = (pairs.of_new, pairs.of_old) if forward else (pairs.of_old, pairs.of_new)
                if len(meant) == 1 and mine(task) is None and theirs(meant[0]) is None:
                    ends = (meant[0], task) if forward else (task, meant[0])
                    pairs.add(*ends, Match(Method.RENAMED_FROM))

    def likely_tasks(self, old: Sequence[Task], new: Sequence[Task]) -> bool:
        pairs = self.found.tasks
        numbers = (
            {task: i for i, task in enumerate(self.before.tasks)},
            {task: j for j, task in enumerate(self.after.tasks)},
        )
        gaps = self.gaps(old, new)
        places = self.places

        def bonus(i: int, j: int) -> float:
            one, other = self.before.tasks[i], self.after.tasks[j]
            more = _SAME_ACTION if places[one][0] == places[other][0] else self.elsewhere
            gap = gaps.get(one)
            if gap is not None and gap == gaps.get(other):
                more += _SAME_GAP / gap[2]
            return more

        pairs.doubts.clear()
        found = False
        for likely in self.likeness.pairs([numbers[0][t] for t in old], [numbers[1][t] for t in new], bonus):
            ends = (self.before.tasks[likely.before], self.after.tasks[likely.after])
            match = Match(Method.LIKENESS, round(likely.likeness, 2), likely.doubtful)
            if likely.doubtful:
                pairs.doubt(*ends, match)
            else:
                pairs.add(*ends, match)
                found = True
        return found

    def gaps(self, old: Sequence[Task], new: Sequence[Task]) -> dict[Task, tuple[object, object, int]]:
        """Return for each open task the pairs between which it stands, and how many stand there at most."""
        if not self.versions:
            return {}
        pairs = self.found.tasks
        places = self.places
        marks: dict[Task, tuple[object, object]] = {}
        for tasks, pair_of in ((self.before.tasks, pairs.of_old), (self.after.tasks, pairs.of_new)):
            for order, side in ((list(tasks), 0), (list(tasks)[::-1], 1)):
                last: dict[object, object] = {}
                for task in order:
                    pair = pair_of(task)
                    holder = places[task]
                    if pair is not None:
                        last[holder] = pair.after
                    elif side == 0:
                        marks[task] = (last.get(holder, holder), None)
                    else:
                        marks[task] = (marks[task][0], last.get(holder, holder))
        counts: dict[tuple[object, object], list[int]] = {}
        for number, open_tasks in enumerate((old, new)):
            for task in open_tasks:
                counts.setdefault(marks[task], [0, 0])[number] += 1
        return {task: (*marks[task], max(counts[marks[task]])) for task in (*old, *new)}

    @cached_property
    def likeness(self) -> Likeness:
        """How alike the tasks of the two plans are."""
        ones = [features.of_task(task, self.bodies, True, ids=not self.ids) for task in self.before.tasks]
        others = [features.of_task(task, self.bodies, False, ids=not self.ids) for task in self.after.tasks]
        return Likeness(ones, others, self.scale)

    @cached_property
    def places(self) -> dict[Task, tuple[object, ...]]:
        """Return where each task stands, equal on both sides for the same place."""
        places: dict[Task, tuple[object, ...]] = {}
        action = self.same_action()
        for task in (*self.before.tasks, *self.after.tasks):
            section = folded(task.section.heading) if task.section is not None else ""
            parent = folded(task.parent.title) if task.parent is not None else ""
            places[task] = (action(task), section, parent)
        return places

    # ---- what holds tasks, or restates them ----

    def align_sections(self) -> None:
        pairs = self.found.sections
        names: dict[Task, str] = {}
        for number, pair in enumerate(self.found.tasks):
            names[pair.before] = names[pair.after] = f"t{number}"
        for number, task in enumerate((*self.before.tasks, *self.after.tasks)):
            names.setdefault(task, f"o{number}")
        if self.ids:
            by_key(pairs, lambda one: text(one, "id"), Match(Method.ID))
        place = self.same_action()
        by_key(
            pairs, lambda one: (place(one), folded(one.heading)) if one.heading else "", Match(Method.NAME)
        )
        old, new = pairs.open()

        def look(one: Section) -> Features:
            return features.of_section(one, [names[task] for task in one.tasks])

        def bonus(one: Section, other: Section) -> float:
            return _SAME_ACTION if place(one) == place(other) else 0.0

        if old and new:
            by_likeness(pairs, old, new, look, _HOLDERS, bonus)

    def align_rows(self) -> None:
        pairs = self.found.rows
        if not pairs.before or not pairs.after:
            return
        if self.ids:
            by_key(pairs, lambda one: text(one, "id"), Match(Method.ID))
        place = self.same_action()
        restated = self.restated()
        by_content(
            pairs, features.content_key, {row: (place(row), restated.get(row, "")) for row in (*pairs.before, *pairs.after)},
            self.versions,
        )  # fmt: skip
        old, new = pairs.open()
        if not old or not new:
            return
        olds = set(old)

        def look(row: Row) -> Features:
            return features.of_row(row, restated.get(row, ""), self.bodies, row in olds)

        def bonus(one: Row, other: Row) -> float:
            return (_SAME_ACTION if place(one) == place(other) else -0.2) + (
                0.05 if one.no == other.no else 0.0
            )

        by_likeness(pairs, old, new, look, self.scale, bonus)

    def restated(self) -> dict[Row, str]:
        """Return for each row a name of the task that it restates, the same for one task in both plans."""
        pairs = self.found.tasks
        found: dict[Row, str] = {}
        for plan, pair_of, side in ((self.before, pairs.of_old, "a"), (self.after, pairs.of_new, "b")):
            by_id = {task.id: task for task in plan.tasks if task.id}
            for row in plan.rows:
                if row.restates is None:
                    continue
                task = by_id.get(row.restates.value)
                pair = pair_of(task)
                found[row] = f"{id(pair.before)}" if pair is not None else f"{side}{row.restates.value}"
        return found

    def align_goals(self) -> None:
        pairs = self.found.goals
        place = self.same_action()
        if self.ids:
            by_key(pairs, lambda one: text(one, "id"), Match(Method.ID))
        by_key(pairs, lambda one: (place(one), folded(one.heading)), Match(Method.NAME))
        old, new = pairs.open()
        if old and new:
            by_likeness(
                pairs, old, new, features.of_goal, _HOLDERS,
                lambda one, other: 0.05 if place(one) == place(other) else -1.0,
            )  # fmt: skip
            by_key(pairs, place, Match(Method.ONLY))

    def same_action(self) -> Callable[[Goal | Section | Row | Task], int]:
        """Return what names the action of an item, the same for one action in both plans."""
        names: dict[Action | None, int] = {None: 0}
        for number, pair in enumerate(self.found.actions, 1):
            names[pair.before] = names[pair.after] = number
        for number, action in enumerate((*self.before.actions, *self.after.actions), 1):
            names.setdefault(action, -number)
        for old, new in self.found.united:
            open_one, whole = (old, new) if self.found.actions.of_old(old) is None else (new, old)
            names[open_one] = names[whole]
        return lambda item: names[item.action]


def text(item: Section | Row | Goal | Task, key: str) -> str:
    """Return the text under a key of an item's mapping."""
    value = item.node.plain.get(key)
    return value if isinstance(value, str) else ""


def _theme(action: Action) -> str:
    return "" if action.theme == "other" else action.theme


def _holder_of(action: Action, others: Iterable[Action]) -> Action | None:
    """Return the action of the other plan that holds at least half of the tasks of one; None without."""
    most = max(others, key=lambda other: _shared(action, other), default=None)
    if most is None or not action.tasks or _shared(action, most) * 2 < len(action.tasks):
        return None
    return most


def _shared(action: Action, other: Action) -> int:
    """Return how many titles two actions share."""
    titles = {folded(task.title) for task in other.tasks}
    return sum(folded(task.title) in titles for task in action.tasks)
