"""Member of a work group without a task / 专班成员单位没有任务

何事：一个单位列为某行动工作专班的成员，该行动却没有一项任务写到它。召集人、副召集人、办公室所在单位和政府
办、督查室等综合机构不算；任务里写了“各有关部门”的，不作判断。
What: A unit is a member of an action's work group and no task of the action names it. Convenor, deputies
and office, and offices that co-ordinate or inspect, do not count; nothing is said where a task is given to
“all departments concerned”.

缘由：要么多列了成员，要么有一项任务漏写了单位；挂名的成员开会都来，事情没有。
Why: Either the member is one too many, or some task forgot it.

改法：补写它该做的任务；没有任务的，从成员单位（members）中删去。
Mend: Name it in the task it is to do, or take it out of `members`.

依据：工作惯例：成员单位各有任务。
Authority: practice; each member of a work group has work to do.

Bad:

    actions:
      - action: 产业培塑行动
        tasks:
          - {title: 循环经济, lead: 县科工局, support: 县发改局}
        workgroup: {convenor: 常务副县长, members: [县科工局, 县发改局, 县林业局], office: 县科工局}
    #                                                      ^^^^ member-without-task

Good:

    actions:
      - action: 产业培塑行动
        tasks:
          - {title: 循环经济, lead: 县科工局, support: [县发改局, 县林业局]}
        workgroup: {convenor: 常务副县长, members: [县科工局, 县发改局, 县林业局], office: 县科工局}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from planspec.model import Plan, Workgroup
from planspec.rules.res._membership import meant_by, work_of
from planspec.rules.res._shared import body_key, duties, is_group, is_outside, takes_in_departments
from planspec.rules.rule import Absence, Authority, Finding, Options, Rule
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Template
from planspec.source.place import at

NO_TASK = Template(
    zh="“{name}”是“{action}”工作专班的成员单位，但该行动各项任务的牵头、配合单位中都没有它，等于挂名；请补写任务，或从成员"
    "单位（members）中删去",
    en="“{name}” is a member of the work group of “{action}”, but no task there names it as lead or support; "
    "give it its task, or delete it from `members`",
)

_COORDINATING: Final = frozenset(
    {
        "government-office",
        "government-supervision",
        "party-committee-office",
        "discipline-inspection",
        "publicity",
    }
)


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Compare the members with whoever the sections, tasks and rows of the action name."""
    for action, holders in work_of(plan):
        group = action.workgroup
        if group is None or not group.members:
            continue
        # One mention of each name tells enough.
        named = {ref.name: ref for item in (*holders, *action.breakdown) for ref in item.own.everyone}
        refs = named.values()
        if not refs or any(map(takes_in_departments, refs)):
            continue
        units = [ref.unit for ref in refs if ref.unit is not None]
        keys = {body_key(unit) for unit in units} | _conveners(group)
        idle = [ref for ref in group.members if ref.unit is not None and body_key(ref.unit) not in keys]
        if not idle:
            continue
        open_lists = len(units) < len(refs) or any(item.own.open for item in (*holders, *action.breakdown))
        meant = meant_by(plan, refs)
        roles = _COORDINATING.union(*(duties(unit.roles) for unit in units))
        for ref in idle:
            unit = ref.unit
            if unit is None or is_group(ref) or is_outside(unit) or not roles.isdisjoint(duties(unit.roles)):
                continue
            if body_key(unit) in meant:
                continue
            yield Finding(
                at(ref.node),
                NO_TASK(name=ref.name, action=action.title),
                group,
                ref.key,
                confidence=Confidence.LOW if open_lists else Confidence.MEDIUM,
            )


def _conveners(group: Workgroup) -> set[str]:
    units = [post.unit for post in (*group.head, *group.convenor, *group.deputies)]
    if group.office is not None:
        units.append(group.office.unit)
    return {body_key(unit) for unit in units if unit is not None}


rule = Rule(
    "RES010",
    "member-without-task",
    Severity.INFO,
    Authority.PRACTICE,
    __doc__,
    check,
    confidence=Confidence.MEDIUM,
    absence=Absence.PLAN,
)
