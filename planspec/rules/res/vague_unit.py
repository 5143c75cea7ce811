"""Vague unit / 责任单位写得笼统

何事：责任单位写成“各有关部门”“相关单位”“各行业主管部门”之类，看不出是谁；或者由“各成员单位”牵头。“各县市区”
“各乡镇”这样人人数得清的，不算。
What: The responsible unit is “the departments concerned” or the like, so that nobody can tell who it is; or
a whole set of departments is to lead. Sets that anybody can list (all counties, all towns) are no fault.

缘由：没有点名的单位不会认领任务，考核时也无从对账。
Why: A unit that is not named claims no task and can't be held to it.

改法：逐个写出单位名称；写不全的，写出主要几家，并标明名单未尽（open）。
Mend: Name the units; where the list is too long, name the main ones and set `open`.

依据：工作惯例：任务分工点名到单位。
Authority: practice; duties are given to named units.

Bad:

    actions:
      - action: 安全守底行动
        tasks:
          - title: 隐患排查
            lead: 各有关部门
    #             ^^^^^ vague-unit

Good:

    actions:
      - action: 安全守底行动
        tasks:
          - title: 隐患排查
            lead: 县应急管理局
            support: [县住建局, 各乡镇]
"""

from __future__ import annotations

from collections.abc import Iterator

from planspec.model import Plan, Section, Task, UnitRef
from planspec.registry import Kind
from planspec.rules.res._shared import (
    GROUPS,
    Holder,
    holders,
    is_group,
    led_from_above,
    takes_in_departments,
    title_of,
)
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Message, Template
from planspec.source.place import at

VAGUE_LEAD = Template(
    zh="“{title}”由“{name}”负责，未写明具体单位，等于无人牵头；请写明由哪家牵头（lead）",
    en="“{title}” is with “{name}”, which names nobody, so nobody leads; name the unit in `lead`",
)
VAGUE = Template(
    zh="“{title}”责任单位中的“{name}”未写明具体单位{more}，难以落实；请列出主要单位",
    en="“{name}” among the units of “{title}”{more_en} names nobody who could be held to it; name the main "
    "ones",
)
AGAIN = Message(zh="这里也这样写", en="written here again")


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Where a vague name is all there is, nobody answers for the task; beside a lead it is told once an "
    "action."""
    helpers: dict[tuple[int, str], list[tuple[UnitRef, Holder]]] = {}
    for holder in holders(plan):
        own = holder.own
        for ref in own.everyone:
            unit = ref.unit
            if unit is None or unit.kind not in GROUPS or not takes_in_departments(ref):
                continue
            if ref in own.lead or (ref in own.units and _nobody_else(holder)):
                yield Finding(
                    at(ref.node), VAGUE_LEAD(title=title_of(holder), name=ref.name), holder, ref.key
                )
            elif unit.kind is Kind.VAGUE:
                helpers.setdefault((id(holder.action), ref.key), []).append((ref, holder))
    for mentions in helpers.values():
        ref, holder = mentions[0]
        count = len(mentions)
        more = f"（本行动共{count}处）" if count > 1 else ""
        more_en = f" (and {count - 1} more in this action)" if count > 1 else ""
        yield Finding(
            at(ref.node),
            VAGUE(title=title_of(holder), name=ref.name, more=more, more_en=more_en),
            holder.action or plan,
            ref.key,
            tuple((at(again.node), AGAIN) for again, _ in mentions[1:4]),
            Confidence.MEDIUM,
            Severity.INFO,
            within=holder,
        )


def _nobody_else(holder: Holder) -> bool:
    """Say whether sets of units are all that the item names, and nothing above it has a lead."""
    own = holder.own
    if own.lead or not all(map(is_group, own.units)):
        return False
    return not (isinstance(holder, (Task, Section)) and led_from_above(holder))


rule = Rule("RES012", "vague-unit", Severity.WARNING, Authority.PRACTICE, __doc__, check)
