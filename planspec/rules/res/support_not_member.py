"""Supporting unit not in the work group / 配合单位不在工作专班

何事：一个单位配合（或与别的单位共同负责）某行动的任务，该行动工作专班的成员名单里却没有它。乡镇、县市区和
“各有关部门”不算；名单以“等”结尾的，只作提示。该单位还牵头别的任务的，由 lead-not-member 报告。
What: A unit supports tasks of an action, or shares them with others, and the action's work group does not
list it. Towns, counties and collective names do not count; where the list ends in 等, this is only a hint.
A unit that also leads tasks there is reported by lead-not-member.

缘由：名单外的单位接不到专班的通知，配合就成了一句空话。
Why: A unit that is not on the list gets no summons, and its support remains on paper.

改法：把该单位补进 members；不需要它配合的，从任务中删去。
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
    zh="“{name}”参与“{action}”的任务{more}，却不在该行动工作专班的成员名单中；请补进 members，或从任务中删去",
    en="“{name}” takes part in tasks of “{action}”{more_en} but is not in its work group; add it to "
    "`members` or take it "
    "off the tasks",
)
MAYBE_LISTED = Template(
    zh="“{name}”参与“{action}”的任务{more}，工作专班的成员名单（以“等”结尾）没有写出它；需要的话请列出来",
    en="“{name}” takes part in tasks of “{action}”{more_en}; the work group's list, which ends in 等, does "
    "not name it; "
    "name it if it is meant",
)
LIST = Message(zh="成员名单", en="the list of members")


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Report each unit once for each work group."""
    for one in absent_units(plan, leading=False):
        words = {
            "name": one.ref.name,
            "action": one.action.title,
            "more": f"（共 {one.count} 项）" if one.count > 1 else "",
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
