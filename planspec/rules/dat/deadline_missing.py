"""Task without a deadline / 任务没有完成时限

何事：一项行动（或整份方案）的任务、分解表的行多数写了完成时限，这一项没有。年度方案里都不写时限的，默认年底，不算。
What: Most tasks or rows of an action (or of the plan) state a deadline, and this one does not. Where none do, the
year's end is understood and nothing is said.

缘由：别的任务都有时限，没有时限的一项就排在最后，督查也无从催办。
Why: Beside tasks with a deadline the one without is done last, and nobody can press for it.

改法：在 by 中写明时限，如“6月底前”；常年性的工作写“长期坚持”。
Mend: State it in `by`, such as 6月底前; for work without end write 长期坚持.

依据：上级要求：任务分解应当明确完成时限。
Authority: requirement of superiors; tasks are handed out with a deadline.

Bad:

    actions:
      - action: 产业培塑行动
        breakdown:
          - {title: 循环经济, units: 县科工局, leader: 王某, by: 6月底前}
          - {title: 装备制造, units: 县科工局, leader: 王某, by: 6月底前}
          - {title: 现代农业, units: 县农业农村局, leader: 李某, by: 9月底前}
          - {title: 文旅康养, units: 县文旅广电局, leader: 张某}
    #               ^^^^ deadline-missing

Good:

    actions:
      - action: 产业培塑行动
        breakdown:
          - {title: 循环经济, units: 县科工局, leader: 王某, by: 6月底前}
          - {title: 装备制造, units: 县科工局, leader: 王某, by: 6月底前}
          - {title: 现代农业, units: 县农业农村局, leader: 李某, by: 9月底前}
          - {title: 文旅康养, units: 县文旅广电局, leader: 张某, by: 12月底前}
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

from planspec.model import Plan, Row, Section, Task
from planspec.rules.rows import restated, with_parts
from planspec.rules.rule import Absence, Authority, Finding, Options, Rule
from planspec.source.diagnostic import Severity
from planspec.source.message import Message, Template
from planspec.source.place import at_value

NO_DEADLINE = Template(
    zh="{what}“{title}”没有完成时限，而{where}的{total}项中有{count}项写了；请写明时限（by），常年性的写“长期坚持”",
    en="{what} “{title}” has no deadline, though {count} of {total} in {where} have one; state it in `by`, or write "
    "长期坚持 if it never ends",
)
_TASK: Final = Message("任务", "Task")
_ROW: Final = Message("分解表的", "Row")
_ACTION = Template(zh="“{title}”", en="“{title}”")
_PLAN: Final = Message("整份方案", "the plan")

_LEAST: Final = 4
_LEAST_IN_PLAN: Final = 8
_MOST: Final = (2, 3)
"""So large a share of the others states a deadline."""

Entry = TypeVar("Entry", Task, Row)


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Compare tasks with the tasks, and rows with the rows, of their action, else of the plan.

    Where the table has the deadlines, the text needs none; a gap in both is told at the row.
    """
    told: set[int] = set()
    for row, finding in _lacking(plan, _ROW, [row for row in plan.rows if _counts(row)], _row_dated):
        told.add(id(row))
        yield finding
    pairs = restated(plan)
    in_table = {id(task) for row, task in pairs if task is not None and (_row_dated(row) or id(row) in told)}
    tasks = [task for task in plan.tasks if task.parent is None]
    for task, finding in _lacking(plan, _TASK, tasks, _task_dated):
        if in_table.isdisjoint(map(id, with_parts(task))):
            yield finding


def _lacking(
    plan: Plan, what: Message, entries: Sequence[Entry], has: Callable[[Entry], bool]
) -> Iterator[tuple[Entry, Finding]]:
    groups: dict[int, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(id(entry.action), []).append(entry)
    stated = {id(entry) for entry in entries if has(entry)}
    everywhere = _mostly(len(stated), len(entries), _LEAST_IN_PLAN)
    for group in groups.values():
        count = sum(id(entry) in stated for entry in group)
        action = group[0].action
        if action is not None and _mostly(count, len(group), _LEAST):
            where, total = _ACTION(title=action.title), len(group)
        elif everywhere:
            where, count, total = _PLAN, len(stated), len(entries)
        else:
            continue
        for entry in group:
            if id(entry) not in stated:
                title = entry.title or entry.no
                message = NO_DEADLINE(what=what, title=title, where=where, count=count, total=total)
                yield entry, Finding(at_value(entry.node, "title"), message, entry)


def _mostly(count: int, total: int, least: int) -> bool:
    part, whole = _MOST
    return total >= least and count < total and count * whole >= total * part


def _counts(row: Row) -> bool:
    """Say whether the row says anything: some only continue the one above."""
    return row.own.stated or bool(row.targets or row.by)


def _row_dated(row: Row) -> bool:
    return bool(row.by) or any(target.by for target in row.targets)


def _task_dated(task: Task) -> bool:
    section: Section | None = task.section
    while section is not None:
        if section.by:
            return True
        section = section.parent
    return any(part.by or any(target.by for target in part.targets) for part in with_parts(task))


rule = Rule(
    "DAT005",
    "deadline-missing",
    Severity.WARNING,
    Authority.REQUIREMENT,
    __doc__,
    check,
    absence=Absence.ITEM,
)
