"""Which actions of two plans face each other, and how much of the old ones the new ones took over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, TypeAlias

import msgspec

from planspec.diff.align import Alignment
from planspec.diff.change import Change, Diff, Object, Side
from planspec.model import Action, Plan, Target, TargetRole, Task

_ABOVE_TASKS: Final = (TargetRole.GOAL, TargetRole.OVERALL, TargetRole.ACTION_GOAL)
_Group: TypeAlias = tuple[tuple[Action, ...], tuple[Action, ...]]


class Taken(NamedTuple):
    """How many items of one kind were taken over, dropped and added."""

    kept: int = 0
    dropped: int = 0
    added: int = 0


class Facing(msgspec.Struct, frozen=True, eq=False):
    """Actions of two plans on one matter: mostly one on either side, several where they were merged or split.

    Without any action it is what the plans say outside their actions.
    """

    before: tuple[Action, ...] = ()
    after: tuple[Action, ...] = ()
    tasks: Taken = Taken()
    targets: Taken = Taken()
    """Different indicators, those of tasks included; a value may have changed."""
    continued: tuple[tuple[Task, Task], ...] = ()
    """Tasks that both plans have."""
    unchanged: tuple[Target, ...] = ()
    """Targets of the new plan, above its tasks, that the old one states alike."""

    @property
    def theme(self) -> str:
        """The id of the theme that its actions are on; "" where none is known."""
        return next((action.theme for action in (*self.after, *self.before) if action.theme), "")


class Lineup:
    """The facings of two plans in the order of the new one; what it dropped stands where it stood."""

    def __init__(self, before: Plan, after: Plan, diff: Diff, found: Alignment) -> None:
        groups: list[_Group] = [((), ()), *_groups(found)]
        self.indicators = _indicators(before, after, diff)
        """How many different indicators of the whole plans were taken over, dropped and added."""
        self._at = {action: at for at, group in enumerate(groups) for side in group for action in side}
        self._places = tuple(_places(plan) for plan in (before, after))
        tasks = self._tasks(found)
        targets, unchanged = self._targets(before, after, diff)
        continued: dict[int, list[tuple[Task, Task]]] = {}
        for pair in found.tasks:
            continued.setdefault(self._number(pair.after.action), []).append((pair.before, pair.after))
        self.facings = tuple(
            Facing(
                *group,
                tasks=tasks.get(at, Taken()),
                targets=targets.get(at, Taken()),
                continued=tuple(continued.get(at, ())),
                unchanged=tuple(unchanged.get(at, ())),
            )
            for at, group in enumerate(groups)
        )

    def find(self, change: Change) -> int:
        """Return the number of the facing that a change belongs to, by the new plan's side if it has one."""
        if change.after is not None:
            return self._facing_at(change.after, self._places[1])
        return self._facing_at(change.before, self._places[0]) if change.before is not None else 0

    def _facing_at(self, side: Side, places: Sequence[tuple[str, str, Action]]) -> int:
        for file, pointer, action in places:
            if side.file == file and f"{side.pointer}/".startswith(f"{pointer}/"):
                return self._at[action]
        return 0

    def _number(self, action: Action | None) -> int:
        return self._at[action] if action is not None else 0

    def _tasks(self, found: Alignment) -> dict[int, Taken]:
        regrouped = {task for one in (*found.splits, *found.merges) for task in (one.whole, *one.parts)}
        told: Counter[tuple[int, str]] = Counter()
        for task in found.tasks.before:
            kept = task in regrouped or found.tasks.of_old(task) is not None
            told[self._number(task.action), "kept" if kept else "dropped"] += 1
        for task in found.tasks.after:
            if task not in regrouped and found.tasks.of_new(task) is None:
                told[self._number(task.action), "added"] += 1
        return _taken(told)

    def _targets(
        self, before: Plan, after: Plan, diff: Diff
    ) -> tuple[dict[int, Taken], dict[int, list[Target]]]:
        """Count the indicators by action; one that stands in several is counted in each."""
        old, new = _stated(before), _stated(after)
        moved = _compared(before, diff)
        told: Counter[tuple[int, str]] = Counter()
        unchanged: dict[int, list[Target]] = {}
        for plan, others, absent in ((before, new, "dropped"), (after, old, "added")):
            for at, key in {(self._number(target.action), target.key): target for target in plan.targets}:
                if key in others:
                    told[at, "kept"] += plan is before
                else:
                    told[at, absent if key not in moved else "kept"] += 1
        for target in after.targets:
            if target.role in _ABOVE_TASKS and target.key in old and target.key not in moved:
                unchanged.setdefault(self._number(target.action), []).append(target)
                moved.add(target.key)
        return _taken(told), unchanged


def _indicators(before: Plan, after: Plan, diff: Diff) -> Taken:
    old, new = _stated(before), _stated(after)
    renamed = _compared(before, diff) - new
    return Taken(
        len(old & new) + len(renamed), len(old - new - renamed), max(len(new - old) - len(renamed), 0)
    )


def _compared(before: Plan, diff: Diff) -> set[str]:
    """Return the indicators of the old plan that the new one states with another value or under another name."""
    compared = (change for change in diff.changes if change.before and change.after)
    names = {change.subject for change in compared if change.object is Object.TARGET}
    return {target.key for target in before.targets if target.name in names}


def _stated(plan: Plan) -> set[str]:
    return {target.key for target in plan.targets}


def _taken(told: Counter[tuple[int, str]]) -> dict[int, Taken]:
    numbers = dict.fromkeys(at for at, _ in told)
    return {at: Taken(told[at, "kept"], told[at, "dropped"], told[at, "added"]) for at in numbers}


def _groups(found: Alignment) -> list[_Group]:
    """Return the actions that are one, in the order of the new plan; those it dropped behind their neighbours."""
    ours: dict[Action, list[Action]] = {action: [] for action in found.actions.after}
    for pair in found.actions:
        ours[pair.after].append(pair.before)
    parts: dict[Action, Action] = {}
    for old, new in found.united:
        whole = found.actions.of_old(old)
        if whole is None:
            ours[new].append(old)
        else:
            parts[new] = whole.after
    groups: list[_Group] = []
    places: dict[Action, int] = {}
    for action in found.actions.after:
        if action in parts:
            continue
        more = tuple(new for new, whole in parts.items() if whole is action)
        before = tuple(sorted(ours[action], key=lambda one: one.ordinal))
        places |= dict.fromkeys(before, len(groups))
        groups.append((before, (action, *more)))
    last = -1
    gone: list[tuple[int, Action]] = []
    for action in found.actions.before:
        if action in places:
            last = places[action]
        else:
            gone.append((last, action))
    for at, action in reversed(gone):
        groups.insert(at + 1, ((action,), ()))
    return groups


def _places(plan: Plan) -> list[tuple[str, str, Action]]:
    """Return where the actions of a plan stand, the innermost places first."""
    found: Iterable[tuple[str, str, Action]] = (
        (node.file.shown, node.file.pointer(node), action)
        for action in plan.actions
        for node in (action.node, action.entry)
    )
    return sorted(found, key=lambda place: (-len(place[1]), place[0]))
