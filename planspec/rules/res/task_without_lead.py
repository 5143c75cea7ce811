"""Task with units but without a lead / 任务有责任单位而没有牵头单位

何事：任务列了几个责任单位，或者只列了配合单位，却没有写明由谁牵头。只列一个责任单位的，即由它牵头，不算问
题；责任分解表中对应的行写明牵头单位的，也不算。全篇没有一家牵头、又有五处以上的，合并为一条。
What: The task lists several responsible units, or supporting units only, and does not say who leads. A unit
that stands alone leads by itself and is no fault; nor is a task whose rows in the responsibility table name a lead.
Where nobody leads anything in the whole plan, five such places or more are one finding.

缘由：几家共同负责而无人牵头，遇事互相等待；任务落空时也说不清该问谁。
Why: Where several are responsible and nobody leads, each waits for the other, and in the end nobody can be
asked.

改法：明确一家为牵头单位（lead），其余列为配合单位（support）；整节由同一单位牵头的，牵头单位写在分节上。
Mend: Move the unit that answers for the task to `lead`, the others to `support`; or state the lead on the
section.

依据：上级要求：每项任务须明确牵头单位和配合单位。
Authority: requirement of superiors; each task has one lead agency, the others support it.

Bad:

    actions:
      - action: 产业培塑行动
        tasks:
          - title: 循环经济
            units: [县科工局, 县发改局]
    #       ^^^^^ task-without-lead
          - title: 现代农业
            support: 县财政局
    #       ^^^^^^^ task-without-lead

Good:

    actions:
      - action: 产业培塑行动
        tasks:
          - title: 循环经济
            lead: 县科工局
            support: 县发改局
          - title: 现代农业
            units: 县农业农村局
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from planspec.model import Plan, Section, Task
from planspec.rules.res._shared import (
    above,
    holder_of,
    holders,
    is_group,
    leads,
    led_from_above,
    names,
    title_of,
)
from planspec.rules.rows import restated
from planspec.rules.rule import Absence, Authority, Finding, Options, Rule
from planspec.source.diagnostic import Severity
from planspec.source.message import Message, Template
from planspec.source.place import at_key, at_value

UNITS_ONLY = Template(
    zh="“{title}”列了{count}个责任单位（{units}），未明确牵头单位，责任容易落空；请明确其中一家牵头（lead），"
    "其余列为配合单位（support）",
    en="“{title}” lists {count} responsible units ({units}) and none of them leads, so each may wait for the "
    "others; move the one that answers for it to `lead`, the others to `support`",
)
SUPPORT_ONLY = Template(
    zh="“{title}”只列了配合单位（{units}），未明确牵头单位，不清楚配合谁；请写明牵头单位（lead）",
    en="“{title}” names supporting units only ({units}) and no lead; say in `lead` whom they support",
)
NOWHERE = Template(
    zh="方案有{count}处只列责任单位、未明确牵头单位（{names}等），全篇没有一处写明由谁牵头，责任容易落空；请逐项明确其中一家"
    "牵头（lead），其余列为配合单位（support）",
    en="The plan lists responsible units at {count} places ({names} …) and nowhere says who leads, so each may wait for "
    "the others; move the one that answers for the task to `lead`, the others to `support`",
)
HERE = Template(zh="“{title}”只列了单位", en="“{title}” lists units only")

_MANY: Final = 5
"""So many, where nobody leads anything, are one finding: the plan does not tell leads from others."""
_SHOWN: Final = 3


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Look at what has no parts of its own; speak once for each list of units."""
    lists = _without_lead(plan)
    if len(lists) >= _MANY and not any(leads(holder.own) for holder in holders(plan)):
        titles = [title_of(holder) for holder in lists[:_SHOWN]]
        message = NOWHERE(count=len(lists), names=Message("、".join(titles), ", ".join(titles)))
        related = tuple((at_key(one.node, _key(one)), HERE(title=title_of(one))) for one in lists[:_SHOWN])
        yield Finding(at_value(plan.node, "title"), message, plan, related=related)
        return
    for holder in lists:
        own = holder.own
        refs = own.units or own.support
        template = UNITS_ONLY if own.units else SUPPORT_ONLY
        message = template(title=title_of(holder), count=len({ref.name for ref in refs}), units=names(refs))
        yield Finding(at_key(holder.node, _key(holder)), message, holder)


def _key(holder: Task | Section) -> str:
    return "units" if holder.own.units else "support"


def _without_lead(plan: Plan) -> list[Task | Section]:
    """Return what holds a list of units of which none leads, each once."""
    found: dict[int, Task | Section] = {}
    in_table = {id(task) for row, task in restated(plan) if task is not None and row.own.lead}
    for item in _work(plan):
        duty = item.effective
        if not duty.stated or leads(duty) or led_from_above(item) or _led_in_table(item, in_table):
            continue
        if duty.units and all(map(is_group, duty.units)):
            continue
        holder = holder_of(item)
        found.setdefault(id(holder), holder)
    return list(found.values())


def _led_in_table(item: Task | Section, in_table: set[int]) -> bool:
    """Say whether a row of the table that restates the task, or the task it is part of, names a lead."""
    holder: Task | Section | None = item
    while holder is not None and id(holder) not in in_table:
        holder = above(holder)
    return holder is not None


def _work(plan: Plan) -> Iterator[Task | Section]:
    for section in plan.all_sections:
        if not section.tasks and not section.sections:
            yield section
    for task in plan.tasks:
        if not task.tasks:
            yield task


rule = Rule(
    "RES002",
    "task-without-lead",
    Severity.WARNING,
    Authority.REQUIREMENT,
    __doc__,
    check,
    absence=Absence.ITEM,
)
