"""How much of a plan somebody answers for: the one score of a lint run, given with its count."""

from __future__ import annotations

import msgspec

from planspec.model import Plan, Row, Target
from planspec.phrase import Measure
from planspec.rules.res._shared import leads


class Score(msgspec.Struct, frozen=True):
    """Of so many tasks, so many have a lead and a measurable target."""

    tasks: int
    accountable: int


def score(plan: Plan) -> Score:
    """Count the tasks of a plan, and those that have both a lead and something to be measured by.

    A task counts if it has no parts of its own (of a task with sub-items, the sub-items count). Its lead
    is the one it states, else that of the task or section above it; a unit named alone leads. It is
    measurable by a target whose phrase holds a figure or a comparison with another indicator (增长7%,
    高于经济增速; not 持续提高, not 完成省定目标), or by a deliverable or project that it names. What the row of
    the responsibility table that restates the task adds, counts as the task's own.
    """
    rows: dict[str, list[Row]] = {}
    for row in plan.rows:
        if row.restates is not None:
            rows.setdefault(row.restates.value, []).append(row)
    tasks = accountable = 0
    for task in plan.tasks:
        if task.tasks:
            continue
        tasks += 1
        restated = rows.get(task.id, ()) if task.id else ()
        if not leads(task.effective) and not any(leads(row.own) for row in restated):
            continue
        if (
            task.deliverables
            or task.projects
            or any(map(_measurable, task.targets))
            or any(_measurable(target) for row in restated for target in row.targets)
        ):
            accountable += 1
    return Score(tasks, accountable)


def _measurable(target: Target) -> bool:
    for at in target.phrases:
        phrase = at.phrase
        if phrase is not None and (phrase.figure is not None or phrase.measure is Measure.RELATIVE):
            return True
    return False
