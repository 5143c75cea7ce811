"""Lead not in the work group / 牵头单位不在工作专班

何事：一个单位牵头某行动的任务，该行动工作专班的成员名单（含召集人、副召集人和办公室所在单位）里却没有它。乡
镇、县市区和“各有关部门”不算；名单以“等”结尾的，只作提示；此时企业、园区、学校等，名单中列有同类单位或者承担三项
以上任务的才提示。
What: A unit leads tasks of an action, and the action's work group does not list it, neither as a member nor
through its convenor, deputies or office. Towns, counties and collective names do not count; where the list
ends in 等, this is only a hint, and of a firm, a park or a school it is given only if the list names others of
that kind or the unit has three tasks or more.

缘由：专班开会、报进度都按名单通知，牵头单位不在名单上，任务就调度不到。
Why: The work group summons and asks those on its list; a lead that is not on it is never asked.

改法：在成员单位（members）中列出该单位；或者核对牵头单位是否写错。
Mend: Add the unit to `members`, or check whether another unit was meant to lead.

依据：文件自身逻辑：专班由承担任务的单位组成。
Authority: logic; a work group consists of those who do its tasks.

Bad:

    actions:
      - action: 产业培塑行动
        tasks:
          - {title: 循环经济, lead: 县科工局}
          - {title: 绿色矿业, lead: 县自然资源局}
    #                           ^^^^^^ lead-not-member
        workgroup: {convenor: 常务副县长, members: [县科工局, 县发改局], office: 县发改局}

Good:

    actions:
      - action: 产业培塑行动
        tasks:
          - {title: 循环经济, lead: 县科工局}
          - {title: 绿色矿业, lead: 县自然资源局}
        workgroup: {convenor: 常务副县长, members: [县科工局, 县自然资源局], office: 县科工局}
"""

from __future__ import annotations

from collections.abc import Iterator

from planspec.model import Plan
from planspec.rules.res._membership import absent_units
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Message, Template
from planspec.source.place import at, at_key

NOT_LISTED = Template(
    zh="“{name}”牵头“{action}”的任务{more}，却不在该行动工作专班的成员单位中，调度时容易漏掉；请在成员单位（members）中"
    "列出",
    en="“{name}” leads tasks of “{action}”{more_en} but is not in its work group, which would pass it "
    "over; add it to `members`",
)
MAYBE_LISTED = Template(
    zh="“{name}”牵头“{action}”的任务{more}，该行动工作专班的成员单位以“等”结尾，未写明它，调度时容易漏掉；"
    "请在成员单位（members）中列出",
    en="“{name}” leads tasks of “{action}”{more_en}; the work group's list, which ends in 等, does not "
    "name it, so it may be passed over; name it in `members`",
)
LIST = Message(zh="该行动工作专班的成员单位", en="the members of the work group")


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Report each unit once for each work group."""
    for one in absent_units(plan, leading=True):
        words = {
            "name": one.ref.name,
            "action": one.action.title,
            "more": f"（共{one.count}项）" if one.count > 1 else "",
            "more_en": f" ({one.count} of them)" if one.count > 1 else "",
        }
        weak = one.group.open or one.beside
        confidence = (
            Confidence.LOW if one.beside else Confidence.MEDIUM if one.group.open else Confidence.HIGH
        )
        yield Finding(
            at(one.ref.node),
            (MAYBE_LISTED if one.group.open else NOT_LISTED)(**words),
            one.group.group,
            one.ref.key,
            ((at_key(one.group.listed.node, "members"), LIST),),
            confidence,
            Severity.INFO if weak else Severity.WARNING,
            within=one.holder,
        )


rule = Rule("RES008", "lead-not-member", Severity.WARNING, Authority.LOGIC, __doc__, check)
