"""Task without any unit / 任务没有任何责任单位

何事：任务及其所在的分节、行动都没有写明牵头单位、配合单位或责任单位。全篇五项以上任务都如此的，合并为一条警告：
意见、规划一类文件有时另发分工方案。
What: Neither the task nor the section or action it stands in names a lead, a supporting or a responsible
unit. Where that is so of all of five or more tasks, it is one warning: opinions and long-term plans may leave
it to a document of its own.

缘由：没有单位的任务没有人做，也没有人可问；调度、督查和考核都无从对账。
Why: A task that belongs to nobody is done by nobody, and nobody can be asked, chased or assessed about it.

改法：写上 lead（牵头单位）；若整节由同一单位牵头，写在分节上即可。
Mend: Name the lead agency in `lead`; where one agency leads a whole section, state it on the section.

依据：上级要求：实施方案须逐项明确责任单位，做到任务到岗、责任到人。
Authority: requirement of superiors; an implementation plan names who is responsible for each single task.

Bad:

    actions:
      - action: 产业培塑行动
        tasks:
          - title: 循环经济
    #              ^^^^ task-without-unit

Good:

    actions:
      - action: 产业培塑行动
        sections:
          - heading: 做强优势产业
            lead: 县科工局
            tasks:
              - title: 循环经济
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from planspec.model import Action, Plan
from planspec.rules.rule import Absence, Authority, Finding, Options, Rule
from planspec.source.diagnostic import Severity
from planspec.source.message import Message, Template
from planspec.source.place import at_value

NO_UNIT = Template(
    zh="任务“{title}”没有写明任何责任单位，印发后无人负责；请写明牵头单位（lead）",
    en="Task “{title}” names no responsible unit, so nobody would have to do it; name the lead in `lead`",
)
NOWHERE = Template(
    zh="方案的{count}项任务（{names}等）都没有写明责任单位，印发后无人负责；请逐项写明牵头单位（lead），整节由一家牵头的，"
    "写在分节上即可，另有分工文件的不必理会",
    en="None of the plan's {count} tasks ({names} …) names a responsible unit, so nobody would have to do them; name "
    "the lead of each in `lead`, or once on a section that one agency leads, unless a document of its own assigns them",
)
NO_UNIT_HERE = Template(zh="任务“{title}”没有责任单位", en="task “{title}” has none")

_MANY: Final = 5
"""So many, and all there are, are one finding: the plan names no units at all."""
_SHOWN: Final = 3


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Look at the tasks without sub-items: a task with sub-items is done by those.

    A responsibility table may say who does what: a task that a row restates has that row's units, and where
    the body as a rule names nobody because the table does, the rule cannot tell and is silent.
    """
    if plan.extent != "full" and not any(task.effective.stated for task in plan.tasks):
        return  # only the overall plan is recorded: its annexes say who does what
    restated = {row.restates.value for row in plan.rows if row.restates is not None and row.own.stated}
    left_to_table = [action for action in plan.actions if _left_to_table(action)]
    leaves = [task for task in plan.tasks if not task.tasks]
    lacking = [
        task
        for task in leaves
        if not (task.effective.stated or task.id in restated or task.action in left_to_table)
        and (task.action is None or not task.action.own.stated)
    ]
    if len(lacking) >= _MANY and len(lacking) == len(leaves):
        first = lacking[:_SHOWN]
        titles = [task.title or task.no for task in first]
        names = Message("、".join(titles), ", ".join(titles))
        related = tuple(
            (at_value(task.node, "title"), NO_UNIT_HERE(title=task.title or task.no)) for task in first
        )
        yield Finding(
            at_value(plan.node, "title"),
            NOWHERE(count=len(lacking), names=names),
            plan,
            related=related,
            severity=Severity.WARNING,
        )
        return
    for task in lacking:
        yield Finding(at_value(task.node, "title"), NO_UNIT(title=task.title or task.no), task)


def _left_to_table(action: Action) -> bool:
    """Say whether the action's table, not its text, names the units."""
    if not any(row.own.stated for row in action.breakdown):
        return False
    leaves = [task for task in action.tasks if not task.tasks]
    return sum(task.effective.stated for task in leaves) * 2 < len(leaves)


rule = Rule(
    "RES001", "task-without-unit", Severity.ERROR, Authority.REQUIREMENT, __doc__, check, absence=Absence.ITEM
)
