"""Supporting unit not in the work group / 配合单位不在工作专班

何事：一个单位配合（或与别的单位共同负责）某行动的任务，该行动工作专班的成员名单里却没有它。乡镇、县市区和
“各有关部门”不算；名单以“等”结尾的，只作提示；此时企业、园区、学校等，名单中列有同类单位或者承担三项
以上任务的才提示。该单位还牵头别的任务的，由 lead-not-member 报告。
What: A unit supports tasks of an action, or shares them with others, and the action's work group does not
list it. Towns, counties and collective names do not count; where the list ends in 等, this is only a hint, and of a firm,
a park or a school it is given only if the list names others of that kind or the unit has three tasks or more.
A unit that also leads tasks there is reported by lead-not-member.

缘由：名单外的单位接不到专班的通知，配合就成了一句空话。
Why: A unit that is not on the list gets no summons, and its support remains on paper.

改法：在成员单位（members）中补列；不需要它配合的，从任务中删去。
Mend: Add the unit to `members`; or take it off the task if it is not needed.

依据：文件自身逻辑：专班由承担任务的单位组成。
Authority: logic; a work group consists of those who do its tasks.

Bad:

    actions:
      - action: 产业培塑行动
        tasks:
          - {title: 循环经济, lead: 县科工局, support: [县发改局, 县林业局]}
    #                                                 ^^^^ support-not-member
        workgroup: {convenor: 常务副县长, members: [县科工局, 县发改局], office: 县科工局}

Good:

    actions:
      - action: 产业培塑行动
        tasks:
          - {title: 循环经济, lead: 县科工局, support: [县发改局, 县林业局]}
        workgroup: {convenor: 常务副县长, members: [县科工局, 县发改局, 县林业局], office: 县科工局}
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
    zh="“{name}”参与“{action}”的任务{more}，却不在该行动工作专班的成员单位中，调度时容易漏掉；"
    "请补列（members），或核对任务分工",
    en="“{name}” takes part in tasks of “{action}”{more_en} but is not in its work group, which would pass it over; add it to "
    "`members`, or check the tasks' units",
)
MAYBE_LISTED = Template(
    zh="“{name}”参与“{action}”的任务{more}，该行动工作专班的成员单位以“等”结尾，未写明它；如属成员单位，"
    "请一并列出（members）",
    en="“{name}” takes part in tasks of “{action}”{more_en}; the work group's list, which ends in 等, does "
    "not name it; name it in `members` if it is one of them",
)
LIST = Message(zh="该行动工作专班的成员单位", en="the members of the work group")


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Report each unit once for each work group."""
    for one in absent_units(plan, leading=False):
        words = {
            "name": one.ref.name,
            "action": one.action.title,
            "more": f"（共{one.count}项）" if one.count > 1 else "",
            "more_en": f" ({one.count} of them)" if one.count > 1 else "",
        }
        weak = one.group.open or one.beside
        yield Finding(
            at(one.ref.node),
            (MAYBE_LISTED if one.group.open else NOT_LISTED)(**words),
            one.group.group,
            one.ref.key,
            ((at_key(one.group.listed.node, "members"), LIST),),
            Confidence.LOW if weak else Confidence.MEDIUM,
            Severity.INFO if weak else Severity.WARNING,
            within=one.holder,
        )


rule = Rule(
    "RES009",
    "support-not-member",
    Severity.WARNING,
    Authority.LOGIC,
    __doc__,
    check,
    confidence=Confidence.MEDIUM,
)
