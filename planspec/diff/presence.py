"""What came and went: a whole action or section once, without what it held; what was split or merged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from planspec.diff.catalogue import KINDS
from planspec.diff.change import Match, Method, Object
from planspec.diff.frame import ONLY, Frame, text_at
from planspec.diff.pairs import Pair
from planspec.diff.record import MAY_CONTINUE, Spot
from planspec.model import Action, Goal, Row, Section, Target, Task
from planspec.model.titles import title_of
from planspec.source.message import Message
from planspec.source.place import at_value

Item: TypeAlias = Action | Section | Task | Row | Goal

OBJECT: Final[dict[type, Object]] = {
    Action: Object.ACTION,
    Section: Object.SECTION,
    Task: Object.TASK,
    Row: Object.ROW,
    Goal: Object.GOAL,
}
TITLES: Final = ("title", "heading", "action", "no", "include")

_PART: Final = Message("其中的一项", "one of the parts")


class Presence:
    """Which items have no counterpart, and what says so."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.found = found = frame.alignment
        groups = (*found.splits, *found.merges)
        self.regrouped: set[Task] = {task for group in groups for task in (group.whole, *group.parts)}
        """Tasks that were split or merged, on either side."""
        self.united: set[Action] = {action for pair in found.united for action in pair}
        old, new = found.tasks.open()
        self.disturbed: set[Action | None] = {task.action for task in (*old, *new)}
        """Actions in which a task came or went."""
        self._whole: dict[Section, bool] = {}

    # ---- said once ----

    def report(self) -> None:
        """Take note of what was split or merged, came or went."""
        self.regroupings()
        found, versions = self.found, self.frame.versions
        for old in (True, False):
            verb = "removed" if old else "added"
            side = 0 if old else 1
            for action in found.actions.open()[side]:
                if action not in self.united:
                    self.one(f"action-{verb}", action, old, action.tasks, _targets_of(action))
            for section in found.sections.open()[side]:
                if not self.gone_with(section, old) and (
                    self.is_whole(section, old) or not tasks_in(section)
                ):
                    self.one(f"section-{verb}", section, old, tasks_in(section), _targets_in(section))
            doubts = {pair.before if old else pair.after: pair for pair in found.tasks.doubts}
            for task in found.tasks.open()[side]:
                if task not in self.regrouped and not self.gone_with(task, old):
                    self.one(
                        f"task-{verb}", task, old, tasks_below(task), _targets_at(task), doubts.get(task)
                    )
            for row in found.rows.open()[side] if versions else ():
                restated = self.task_of(row, old)
                if not self.gone_with(row, old) and (restated is None or self.pair_of(restated, old)):
                    self.one(f"row-{verb}", row, old)
            for goal in found.goals.open()[side] if versions else ():
                if not self.gone_with(goal, old) and goal.heading:
                    self.one(f"goal-{verb}", goal, old)

    def one(
        self,
        code: str,
        item: Item,
        old: bool,
        tasks: Iterable[Task] = (),
        targets: Iterable[Target] = (),
        doubt: Pair[Task] | None = None,
    ) -> None:
        """Take note of one item that came or went, with what it holds and what may continue it."""
        name = title_of(item) or text_at(item.node, "no")
        spot = Spot(at_value(item.node, *TITLES), name, item)
        related = []
        match = ONLY
        if doubt is not None:
            other = doubt.after if old else doubt.before
            related.append(
                (not old, Spot(at_value(other.node, *TITLES), title_of(other), other), MAY_CONTINUE)
            )
            match = doubt.match
        thing = OBJECT[type(item)]
        message = self.frame.telling.holding(KINDS[code], thing, name, len(list(tasks)), len(list(targets)))
        self.frame.record.add(
            code, thing, name, spot if old else None, None if old else spot, match, related=related, message=message
        )  # fmt: skip

    def regroupings(self) -> None:
        """Take note of the actions and tasks that were split or merged."""
        united_old: dict[Action, list[Action]] = {}
        united_new: dict[Action, list[Action]] = {}
        actions = self.found.actions
        for old, new in self.found.united:
            if actions.of_old(old) is None:
                united_new.setdefault(new, []).append(old)
            else:
                united_old.setdefault(old, []).append(new)
        theme = Match(Method.THEME)
        for whole, parts in united_new.items():
            pair = actions.of_new(whole)
            self.regroup("action-merged", whole, [*([pair.before] if pair else []), *parts], True, theme)
        for whole, parts in united_old.items():
            pair = actions.of_old(whole)
            self.regroup("action-split", whole, [*([pair.after] if pair else []), *parts], False, theme)
        for group in self.found.splits:
            self.regroup("task-split", group.whole, group.parts, False, Match(Method.SPLIT))
        for group in self.found.merges:
            self.regroup("task-merged", group.whole, group.parts, True, Match(Method.MERGED))

    def regroup(
        self,
        code: str,
        whole: Task | Action,
        parts: Sequence[Task | Action],
        parts_are_old: bool,
        match: Match,
    ) -> None:
        """Take note that several became one, or one several."""
        names = "、".join(title_of(part) for part in parts)
        one = Spot(at_value(whole.node, *TITLES), title_of(whole), whole)
        many = Spot(at_value(parts[0].node, *TITLES), names, parts[0])
        related = [
            (parts_are_old, Spot(at_value(part.node, *TITLES), title_of(part), part), _PART)
            for part in parts[1:]
        ]
        message = self.frame.telling.regrouped(
            title_of(whole), [title_of(part) for part in parts], merged=parts_are_old
        )
        self.frame.record.add(
            code, OBJECT[type(whole)], title_of(whole), many if parts_are_old else one, one if parts_are_old else many,
            match, related=related, message=message,
        )  # fmt: skip

    # ---- what goes with what ----

    def pair_of(self, task: Task, old: bool) -> Pair[Task] | None:
        """Return the pair of a task of either side."""
        return self.found.tasks.of_old(task) if old else self.found.tasks.of_new(task)

    def task_of(self, row: Row, old: bool) -> Task | None:
        """Return the task that a row restates: of its action first, else anywhere in its plan."""
        if row.restates is None:
            return None
        plan = self.frame.before if old else self.frame.after
        near = row.action.tasks if row.action is not None else ()
        return next((task for task in (*near, *plan.tasks) if task.id == row.restates.value), None)

    def is_whole(self, section: Section, old: bool) -> bool:
        """Say whether a section came or went with all its tasks."""
        known = self._whole.get(section)
        if known is None:
            tasks = tasks_in(section)
            known = bool(tasks) and all(
                self.pair_of(task, old) is None and task not in self.regrouped for task in tasks
            )
            self._whole[section] = known
        return known

    def gone_with(self, item: Section | Task | Row | Goal, old: bool) -> bool:
        """Say whether an item came or went with what holds it, which is said there."""
        if item.action is not None and self.action_is_open(item.action, old):
            return True
        if isinstance(item, Task):
            if item.parent is not None and self.task_is_open(item.parent, old):
                return True
            section = item.section
        elif isinstance(item, Section):
            section = item.parent
        else:
            return False
        while section is not None:
            pair = self.found.sections.of_old(section) if old else self.found.sections.of_new(section)
            if pair is None and self.is_whole(section, old):
                return True
            section = section.parent
        return False

    def action_is_open(self, action: Action, old: bool) -> bool:
        """Say whether an action came or went altogether."""
        pair = self.found.actions.of_old(action) if old else self.found.actions.of_new(action)
        return pair is None and action not in self.united

    def task_is_open(self, task: Task, old: bool) -> bool:
        """Say whether a task came or went, and was neither split nor merged."""
        return task not in self.regrouped and self.pair_of(task, old) is None

    def covers(self, target: Target, old: bool) -> bool:
        """Say whether a target came or went with its owner, which says so."""
        owner = target.owner
        if isinstance(owner, Task):
            return self.task_is_open(owner, old)
        if isinstance(owner, Row):
            return (self.found.rows.of_old(owner) if old else self.found.rows.of_new(owner)) is None
        if isinstance(owner, Section):
            pair = self.found.sections.of_old(owner) if old else self.found.sections.of_new(owner)
            return pair is None and (
                self.is_whole(owner, old) or self.gone_with(owner, old) or not tasks_in(owner)
            )
        action = owner.action if isinstance(owner, Action | Goal) else None
        return action is not None and self.action_is_open(action, old)


def tasks_below(task: Task) -> list[Task]:
    """Return the sub-items of a task at any depth."""
    return [one for child in task.tasks for one in (child, *tasks_below(child))]


def tasks_in(section: Section) -> list[Task]:
    """Return every task in a section at any depth."""
    found = [one for task in section.tasks for one in (task, *tasks_below(task))]
    return [*found, *(task for child in section.sections for task in tasks_in(child))]


def _targets_at(task: Task) -> list[Target]:
    return [*task.targets, *(target for child in tasks_below(task) for target in child.targets)]


def _targets_in(section: Section) -> list[Target]:
    return [
        *section.targets,
        *(target for task in section.tasks for target in _targets_at(task)),
        *(target for child in section.sections for target in _targets_in(child)),
    ]


def _targets_of(action: Action) -> list[Target]:
    return [
        *action.overall_targets,
        *(target for goal in action.goals for target in goal.targets),
        *(target for section in action.sections for target in _targets_in(section)),
        *(target for task in action.direct_tasks for target in _targets_at(task)),
    ]
