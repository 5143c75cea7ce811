"""From two plans to all changes between them."""

from __future__ import annotations

from typing import Final

from planspec.diff.actions import compare_action
from planspec.diff.align import Alignment, align
from planspec.diff.change import Counts, Diff, Match, Method, Mode
from planspec.diff.document import compare_document
from planspec.diff.frame import Frame
from planspec.diff.presence import Presence
from planspec.diff.record import Record
from planspec.diff.same_targets import named_alike
from planspec.diff.targets import Targets
from planspec.diff.telling import Telling
from planspec.diff.work import Work
from planspec.model import Action, Plan, Target, Task

_STEP: Final = 1 << 20
"""From one action of the new plan to the next in the order of the report: more than there are old actions between."""


def mode_of(before: Plan, after: Plan) -> Mode:
    """Return what two plans are to each other, by the place and year that they name."""
    if before.jurisdiction == after.jurisdiction and before.year == after.year:
        return Mode.VERSIONS
    return Mode.YEARS if before.year != after.year else Mode.JURISDICTIONS


def diff(before: Plan, after: Plan, mode: Mode | None = None) -> Diff:
    """Return every change of meaning from one plan to the other; `mode` is told by the plans unless given."""
    return diff_aligned(before, after, align(before, after, mode or mode_of(before, after)))


def diff_aligned(before: Plan, after: Plan, alignment: Alignment) -> Diff:
    """Return every change of meaning between two plans of which it is known what became what."""
    mode = alignment.mode
    frame = Frame(mode, before, after, alignment, Record(Telling(mode, before, after), _order(alignment)))
    compare_document(frame)
    for action in alignment.actions:
        compare_action(frame, action)
    presence = Presence(frame)
    presence.report()
    Work(frame, presence).compare()
    targets = Targets(frame)
    _compare_targets(frame, targets)
    targets.report(presence.covers)
    return Diff(mode, frame.record.changes(), _counts(before), _counts(after))


def _compare_targets(frame: Frame, targets: Targets) -> None:
    """Compare the targets of what is one on both sides; the rest may have gone elsewhere."""
    before, after, found = frame.before, frame.after, frame.alignment
    only = Match(Method.ONLY)
    seen: set[Target] = set()

    if not frame.versions:
        known = [tuple(target for target in plan.targets if named_alike(target)) for plan in (before, after)]
        seen.update(*known)
        targets.across(*known)

    def compare(old: tuple[Target, ...], new: tuple[Target, ...], match: Match) -> None:
        if not frame.versions:
            old, new = (tuple(target for target in side if target not in seen) for side in (old, new))
        seen.update(old, new)
        targets.compare(old, new, match)

    compare(_goal_targets(before.goals), _goal_targets(after.goals), only)
    for action in found.actions:
        compare(action.before.overall_targets, action.after.overall_targets, only)
        compare(_goal_targets(action.before.goals), _goal_targets(action.after.goals), only)
    for section in found.sections:
        compare(section.before.targets, section.after.targets, section.match)
    regrouped: set[Task] = set()
    for group in (*found.splits, *found.merges):
        regrouped.update((group.whole, *group.parts))
    for group in found.splits:
        compare(group.whole.targets, _targets(group.parts), Match(Method.SPLIT))
    for group in found.merges:
        compare(_targets(group.parts), group.whole.targets, Match(Method.MERGED))
    for task in found.tasks:
        if task.before not in regrouped and task.after not in regrouped:
            compare(task.before.targets, task.after.targets, task.match)
    for row in found.rows:
        compare(row.before.targets, row.after.targets, row.match)
    targets.gone += [target for target in before.targets if target not in seen]
    targets.come += [target for target in after.targets if target not in seen]
    targets.elsewhere()


def _goal_targets(goals: object) -> tuple[Target, ...]:
    return tuple(target for goal in goals for target in goal.targets)  # type: ignore[attr-defined]


def _targets(tasks: tuple[Task, ...]) -> tuple[Target, ...]:
    return tuple(target for task in tasks for target in task.targets)


def _order(alignment: Alignment) -> dict[Action, int]:
    """Return where each action comes in the report: in the order of the new plan, what went after its neighbour.

    Old actions that became one stand behind one another, each with its own changes.
    """
    order = {action: _STEP * number for number, action in enumerate(alignment.actions.after)}
    wholes = {before: after for before, after in alignment.united if alignment.actions.of_old(before) is None}
    last = -_STEP
    for number, action in enumerate(alignment.actions.before, 1):
        pair = alignment.actions.of_old(action)
        if pair is not None:
            last = order[action] = order[pair.after]
        elif action in wholes:
            order[action] = order[wholes[action]] + number
        else:
            order[action] = last + _STEP // 2 + number
    return order


def _counts(plan: Plan) -> Counts:
    return Counts(len(plan.actions), len(plan.tasks), len(plan.targets))
