"""Work group incomplete / 工作专班不完整

何事：工作专班或领导小组没有写明召集人（组长），或者没有写明办公室设在哪里。总体方案已经写明的，不算缺。
What: A work group or leading group names no convenor (head), or does not say which unit hosts its office.
What the overall plan lays down for it counts as stated.

缘由：没有召集人就没人主持，没有办公室就没人收报表、催进度、发通报，专班只剩一张名单。
Why: Without a convenor nobody presides; without an office nobody collects reports and chases progress.

改法：写明召集人（convenor）或组长（head），以及办公室所在单位（office）。
Mend: Add `convenor` (a leading group's `head`) and `office`.

依据：上级要求：各行动建立工作专班，明确召集人和办公室。
Authority: requirement of superiors; each action has a work group with a convenor and an office.

Bad:

    actions:
      - action: 产业培塑行动
        workgroup:
    #   ^^^^^^^^^ workgroup-incomplete
          convenor: 常务副县长
          members: [县科工局, 县发改局]

Good:

    actions:
      - action: 产业培塑行动
        tasks:
          - {title: 循环经济, lead: 县科工局, support: 县发改局}
        workgroup:
          convenor: 常务副县长
          members: [县科工局, 县发改局]
          office: 县科工局
"""

from __future__ import annotations

from collections.abc import Iterator

from planspec.model import Plan, Workgroup
from planspec.rules.rule import Absence, Authority, Finding, Options, Rule
from planspec.source.diagnostic import Severity
from planspec.source.message import Message, Template
from planspec.source.nodes import Mapping
from planspec.source.place import Place, at_key

NO_HEAD = Template(
    zh="{group}未写明{post}，无人主持；请写明{post}（{key}）",
    en="The {group} names no {post_en}, so nobody presides over it; name one in `{key}`",
)
NO_OFFICE = Template(
    zh="{group}未写明办公室设在哪个单位，日常调度无人承办；请写明办公室所在单位（office）",
    en="The {group} does not say which unit hosts its office, so nobody does its daily work; name it in "
    "`office`",
)
OF_ACTION = Template(zh="“{title}”的工作专班", en="work group of “{title}”")
NAMED = Template(zh="“{name}”", en="leading group “{name}”")
LEADING_GROUP = Message(zh="领导小组", en="leading group")


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Look at each action's work group, completed by the overall plan, and at the leading group."""
    for action in plan.actions:
        group = action.workgroup
        if group is None:
            continue
        laid_down = action.overall_workgroup
        words = {
            "group": OF_ACTION(title=action.title),
            "post": "召集人",
            "post_en": "convenor",
            "key": "convenor",
        }
        place = at_key(action.node, "workgroup")
        if not _headed(group) and not (laid_down is not None and _headed(laid_down)):
            yield Finding(place, NO_HEAD(**words), group, "convenor")
        if group.office is None and not (laid_down is not None and laid_down.office is not None):
            yield Finding(place, NO_OFFICE(**words), group, "office")
    leading = plan.leading_group
    if leading is not None:
        yield from _leading_group(plan, leading)


def _headed(group: Workgroup) -> bool:
    return bool(group.convenor or group.head)


def _leading_group(plan: Plan, group: Workgroup) -> Iterator[Finding]:
    organisation = plan.node.entries.get("organisation")
    place = (
        at_key(organisation, "leading_group")
        if isinstance(organisation, Mapping)
        else Place(group.node, group.node.head_span)
    )
    words = {
        "group": NAMED(name=group.name) if group.name else LEADING_GROUP,
        "post": "组长",
        "post_en": "head",
        "key": "head",
    }
    if not _headed(group):
        yield Finding(place, NO_HEAD(**words), group, "leading-group head")
    if group.office is None:
        yield Finding(place, NO_OFFICE(**words), group, "leading-group office", severity=Severity.INFO)


rule = Rule(
    "RES014",
    "workgroup-incomplete",
    Severity.WARNING,
    Authority.REQUIREMENT,
    __doc__,
    check,
    absence=Absence.ITEM,
)
