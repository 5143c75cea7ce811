"""Task with neither target nor deliverable / 任务没有目标值，也没有成果

何事：一项任务既没有目标（targets），也没有可检查的成果（deliverables）或具体项目（projects），标题里没有数量，它的子任务和
责任分解表里对应的行也没有。一项行动（没有分行动的，整份方案）里多数任务如此的，合并为一条。
What: A task states no target, no deliverable and no project, its title has no figure, and neither have its
sub-items or the rows of the table that restate it. Where most tasks of an action, or of
a plan without actions, are so, that is one finding.

缘由：只写“加强”“推进”，年底无法判断做没做成，督查和考核没有抓手。
Why: With 加强 and 推进 alone nobody can tell at the year's end whether it was done; there is nothing to assess.

改法：能量化的写目标值，不能量化的写可检查的成果，如“印发实施方案”“平台建成投用”。
Mend: State a figure in `targets`, or in `deliverables` a result that can be checked, such as 印发实施方案.

依据：上级要求：任务应当可量化、可考核。
Authority: requirement of superiors; tasks can be measured and assessed.

Bad:

    actions:
      - action: 创新提升行动
        tasks:
          - {title: 梯度培育, lead: 县科工局, targets: {高新技术企业: 新增10家}}
          - {title: 平台建设, lead: 县科工局, deliverables: [孵化器建成投用]}
          - {title: 人才评价, lead: 县人社局}
    #               ^^^^ task-without-result

Good:

    actions:
      - action: 创新提升行动
        tasks:
          - {title: 梯度培育, lead: 县科工局, targets: {高新技术企业: 新增10家}}
          - {title: 平台建设, lead: 县科工局, deliverables: [孵化器建成投用]}
          - {title: 人才评价, lead: 县人社局, deliverables: [印发人才分类评价办法]}
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from planspec.model import Action, Plan, Task
from planspec.rules.rows import restated, with_parts
from planspec.rules.rule import Absence, Authority, Finding, Options, Rule
from planspec.source.diagnostic import Severity
from planspec.source.message import Message, Template
from planspec.source.place import at_value

NO_RESULT = Template(
    zh="任务“{title}”没有目标值，也没有可检查的成果，年底无法判断是否完成；请补充目标（targets）或成果（deliverables）",
    en="Task “{title}” states neither a target nor a deliverable, so nobody can tell at the year's end whether "
    "it was done; add one in `targets` or `deliverables`",
)
MOSTLY = Template(
    zh="“{title}”的{total}项任务中有{count}项没有目标值，也没有可检查的成果（{names}等），年底无法判断是否完成；"
    "请逐项补充目标（targets）或成果（deliverables）",
    en="Of the {total} tasks of “{title}” {count} state neither a target nor a deliverable ({names} …), so "
    "nobody can tell at the year's end whether they were done; add one to each in `targets` or `deliverables`",
)
ONE = Template(zh="任务“{title}”没有目标值和成果", en="Task “{title}” has neither")

_MANY: Final = 4
"""So many and more than half are one finding."""
_SHOWN: Final = 3
_RESULTS: Final = ("targets", "deliverables", "projects")
_FIGURE: Final = re.compile(r"(?<![\d.])\d[\d.]*+[万亿余]*[\u4e00-\u9fff%](?<!年)").search
"""A quantity in a title: 高标准农田建设29.89万亩; neither a year nor 5G."""


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Look at tasks that are not part of another; a row that restates one may state its result."""
    in_table = {
        id(task)
        for row, task in restated(plan)
        if task is not None and any(row.node.entries.get(key) for key in _RESULTS)
    }
    for action in plan.actions:
        yield from _missing(action, action.tasks, in_table)
    own = [task for task in plan.tasks if task.action is None]
    yield from _missing(plan, own, in_table)


def _missing(holder: Plan | Action, tasks: Iterable[Task], in_table: set[int]) -> Iterator[Finding]:
    whole = [task for task in tasks if task.parent is None]
    without = [task for task in whole if not _has_result(task, in_table)]
    if len(without) >= _MANY and len(without) * 2 > len(whole):
        first = without[:_SHOWN]
        titles = [task.title or task.no for task in first]
        yield Finding(
            at_value(holder.node, "action" if isinstance(holder, Action) else "title"),
            MOSTLY(
                title=holder.title,
                total=len(whole),
                count=len(without),
                names=Message("、".join(titles), ", ".join(titles)),
            ),
            holder,
            related=tuple((at_value(task.node, "title"), ONE(title=task.title or task.no)) for task in first),
        )
        return
    for task in without:
        yield Finding(at_value(task.node, "title"), NO_RESULT(title=task.title or task.no), task)


def _has_result(task: Task, in_table: set[int]) -> bool:
    return any(
        part.targets or part.deliverables or part.projects or id(part) in in_table or _FIGURE(part.title)
        for part in with_parts(task)
    )


rule = Rule(
    "TGT012",
    "task-without-result",
    Severity.INFO,
    Authority.REQUIREMENT,
    __doc__,
    check,
    absence=Absence.ITEM,
)
