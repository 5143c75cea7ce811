"""What a report says above and below the changes: what is compared, how much changed, what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from planspec.diff import Change, Mode, Weight
from planspec.report.difference.value import Couple, Difference, Group, place_of, tally
from planspec.report.difference.wording import class_of, sides
from planspec.source.message import Message, Template

if TYPE_CHECKING:
    from planspec.model import Plan
    from planspec.report import Language

HEADINGS: Final = {
    Mode.VERSIONS: Template(zh="两个版本对照：{before} → {after}", en="Two versions: {before} → {after}"),
    Mode.YEARS: Template(zh="两年对照：{before} → {after}", en="Two years: {before} → {after}"),
    Mode.JURISDICTIONS: Template(zh="两地对照：{before} → {after}", en="Two places: {before} → {after}"),
}
TWO_PLACES: Final = Template(
    zh="两地两年对照：{before} → {after}", en="Two places, two years: {before} → {after}"
)
READING: Final = {
    Mode.YEARS: Template(
        "行动按主题对应，单位按职能对应，指标按名称对应；措辞和编号不计。“没有沿用”指新方案没有再写，不等于工作停了。",
        "Actions line up by theme, units by role, targets by indicator; wording and numbering do not count. “Not taken over” "
        "means that the new plan does not state it, not that the work stopped.",
    ),
    Mode.JURISDICTIONS: Template(
        "行动按主题对应，单位按职能对应，指标按名称对应；措辞和编号不计。强弱都是就{after}而言，绝对量不比高低。",
        "Actions line up by theme, units by role, targets by indicator; wording and numbering do not count. Weaker and stronger "
        "are said of {after}; absolute amounts are not ranked.",
    ),
}
_TWO_PLACES_NOTE: Final = Message(
    "两份方案的地区也不同，绝对量不比高低。",
    "The plans are of different places, too: absolute amounts are not ranked.",
)
MORE_GRAVE: Final = Template(zh="另有{count}处重大变化，见下文", en="{count} more grave changes below")
FIRST: Final = Message("先看这些", "The gravest first")
GRAVE_MARK: Final = Message("重大", "grave")
UNSURE_MARK: Final = Message("对应不能确定", "the match is not certain")
WORKING: Final = Message("工作区", "working tree")
_EXTENTS: Final = {
    "overall": Message("总体方案", "its overall plan"),
    "targets-only": Message("主要目标", "its main targets"),
}
_PARTIAL: Final = Template(
    zh="{side}只收录了{extent}：对方有而它没有的内容，可能只是没有收录。",
    en="Of {side} only {extent} is recorded: what it lacks may merely not be recorded.",
)
UNCHANGED: Final = Template(zh="{count}份方案没有变化", en="Plans without a change: {count}")
OVERALL: Final = Message("方案总体", "the plan as a whole")
NOTHING: Final = Message("没有变化", "Nothing changed")
NOTHING_LEFT: Final = Message("按所选条件没有变化", "Nothing changed among what was asked for")
NO_PLAN: Final = Message("两边都没有方案", "Neither side has a plan")
LEFT_OUT: Final = Template(
    zh="另有{count}处变化按所选条件没有列出", en="{count} further changes are left out as asked for"
)
REMOVED_PLAN: Final = Template(
    zh="删去方案：{plan}（行动{actions}个、任务{tasks}项、目标{targets}个）",
    en="plan removed: {plan} (actions: {actions}, tasks: {tasks}, targets: {targets})",
)
ADDED_PLAN: Final = Template(
    zh="新增方案：{plan}（行动{actions}个、任务{tasks}项、目标{targets}个）",
    en="plan added: {plan} (actions: {actions}, tasks: {tasks}, targets: {targets})",
)
APPROVED: Final = Template(zh="{count}处变化已经批准", en="{count} of the changes are approved")
EXPIRED: Final = Template(
    zh="批准已过期：{code} {object}（{place}）", en="approval expired: {code} {object} ({place})"
)
UNUSED: Final = Template(
    zh="没有用到的批准，可以删去：{code} {object}（{place}）",
    en="approval of no use, delete it: {code} {object} ({place})",
)
FAILS: Final = Template(
    zh="{failing}处变化达到 --fail-on {level}", en="{failing} of the changes reach --fail-on {level}"
)
PASSES: Final = Template(
    zh="没有变化达到 --fail-on {level}", en="None of the changes reaches --fail-on {level}"
)
_TOTAL: Final = Template(zh="{count}处变化：{classes}", en="Changes: {count} ({classes})")
_GRAVE: Final = Template(zh="（重大{count}）", en=" ({count} grave)")


def heading(couple: Couple, difference: Difference) -> Message:
    """Return what is compared, in words."""
    if not couple.across:
        place = place_of(couple.after)
        before, after = _versions(couple, difference)
        told = HEADINGS[couple.mode](before=before, after=after)
        return Message(f"{place} {told.zh}", f"{place} {told.en}")
    before_, after_ = place_of(couple.before), place_of(couple.after)
    return (TWO_PLACES if _two_places(couple) else HEADINGS[couple.mode])(before=before_, after=after_)


def _versions(couple: Couple, difference: Difference) -> tuple[Message, Message]:
    """Return what two versions are called: revisions and paths as they were named, the working tree as such."""
    labels = (difference.before, difference.after)
    plans = (couple.before, couple.after)
    at_revision = [
        plan.node.file.shown.startswith(f"{label}:") for plan, label in zip(plans, labels, strict=True)
    ]
    mixed = at_revision[0] is not at_revision[1]
    before, after = (
        WORKING if mixed and not revision else Message(label, label)
        for label, revision in zip(labels, at_revision, strict=True)
    )
    return before, after


def _two_places(couple: Couple) -> bool:
    return couple.mode is Mode.YEARS and couple.before.jurisdiction != couple.after.jurisdiction


def reading(couple: Couple) -> list[Message]:
    """Return how the comparison is to be read: how the plans line up, what a spec leaves out."""
    said = [READING[couple.mode](after=sides(couple)[1])] if couple.mode in READING else []
    said += [_TWO_PLACES_NOTE] if _two_places(couple) else []
    for word, plan in zip(sides(couple), (couple.before, couple.after), strict=True):
        if plan.extent in _EXTENTS:
            said.append(_PARTIAL(side=word, extent=_EXTENTS[plan.extent]))
    return said


def group_title(group: Group) -> Message:
    """Return the actions of a group: the name they share, or the old names and the new ones."""
    before = "、".join(action.title for action in group.facing.before)
    after = "、".join(action.title for action in group.facing.after)
    if not before and not after:
        return OVERALL
    if before == after or not before or not after:
        return Message(after or before, after or before)
    return Message(f"{before} → {after}", f"{before} → {after}")


def counts(changes: Sequence[Change], mode: Mode, language: Language, *, graves: bool = False) -> str:
    """Return the numbers by class: 减弱3（严重1）、加强2."""
    parts = []
    for kind, number in tally(changes).items():
        word = class_of(kind, mode).text(language)
        grave = (
            sum(1 for change in changes if change.kind is kind and change.weight is Weight.GRAVE)
            if graves
            else 0
        )
        more = _GRAVE(count=grave).text(language) if grave else ""
        parts.append(f"{word}{number}{more}" if language == "zh" else f"{number} {word}{more}")
    return ("、" if language == "zh" else ", ").join(parts)


def total(couple: Couple, language: Language) -> str:
    """Return how many changes there are, by class."""
    changes = couple.diff.changes
    if not changes:
        return NOTHING.text(language)
    return _TOTAL(count=len(changes), classes=counts(changes, couple.mode, language, graves=True)).text(
        language
    )


def alone(plan: Plan, *, removed: bool) -> Message:
    """Return a plan that one side lacks, with how much it holds."""
    return (REMOVED_PLAN if removed else ADDED_PLAN)(
        plan=f"{place_of(plan)}《{plan.title}》" if plan.title else place_of(plan),
        actions=len(plan.actions), tasks=len(plan.tasks), targets=len(plan.targets),
    )  # fmt: skip


def closing(difference: Difference) -> list[Message]:
    """Return what is to be said at the end: what is left out, whether the run fails."""
    said: list[Message] = []
    unchanged = len(difference.couples) - len(difference.changed)
    if unchanged:
        said.append(UNCHANGED(count=unchanged))
    if difference.left_out:
        said.append(LEFT_OUT(count=difference.left_out))
    approved = sum(
        couple.approval(change) is not None for couple in difference.couples for change in couple.diff.changes
    )
    if approved:
        said.append(APPROVED(count=approved))
    for couple in difference.couples:
        for template, found in ((EXPIRED, "expired"), (UNUSED, "unused")):
            for entry in getattr(couple.judged, found, ()):
                place = f"{couple.approvals}:{entry.span.start_line}"
                said.append(template(place=place, code=entry.code, object=entry.object))
    if difference.fail_on != "none":
        failing = difference.failing
        said.append((FAILS if failing else PASSES)(failing=failing, level=difference.fail_on))
    return said
