"""What a report says above and below the changes: what is compared, how much changed, what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from planspec.diff import Change, Mode, Weight
from planspec.diff.kind import CLASSES
from planspec.diff.telling import place_of
from planspec.report.difference.entries import approval_note
from planspec.report.difference.value import Alone, Couple, Difference, Group, tally
from planspec.report.difference.wording import class_of, linked, nothing, sides
from planspec.source.message import Message, Template

if TYPE_CHECKING:
    from planspec.report import Language

HEADINGS: Final = {
    Mode.VERSIONS: Template(zh="两个版本对照：{before} → {after}", en="Two versions: {before} → {after}"),
    Mode.YEARS: Template(zh="两年对照：{before} → {after}", en="Two years: {before} → {after}"),
    Mode.JURISDICTIONS: Template(zh="两地对照：{before}与{after}", en="Two places: {before} and {after}"),
}
TWO_PLACES: Final = Template(
    zh="两地两年对照：{before}与{after}", en="Two places, two years: {before} and {after}"
)
_YEARS_NOTE: Final = Message(
    "行动按主题对应，单位按职能对应，指标按名称对应；措辞和编号不计。“没有沿用”指新方案没有再写，不等于工作停了。",
    "Actions line up by theme, units by role, targets by indicator; wording and numbering do not count. “Not taken over” "
    "means that the new plan does not state it, not that the work stopped.",
)
_PLACES_NOTE: Final = Template(
    "行动按主题对应，单位按职能对应，指标按名称对应；措辞和编号不计。强弱都是就{after}而言，绝对量不比高低。",
    "Actions line up by theme, units by role, targets by indicator; wording and numbering do not count. Weaker and stronger "
    "are said of {after}; absolute amounts are not ranked.",
)
MORE_GRAVE: Final = Template(zh="另有{count}处重大的，见下文", en="{count} more grave ones below")
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
NOTHING_LEFT: Final = Message("按所选条件没有变化", "Nothing changed among what was asked for")
NO_PLAN: Final = Message("两边都没有方案", "Neither side has a plan")
LEFT_OUT: Final = Template(
    zh="另有{count}处变化按所选条件没有列出", en="{count} further changes are left out as asked for"
)
_ALONE: Final = Template(zh="{kind}：{said}", en="{kind}: {said}")
_AND: Final = Template(zh="{said}；{note}", en="{said}; {note}")
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
_TOTAL: Final = (
    Template(zh="{count}处变化：{classes}", en="Changes: {count} ({classes})"),
    Template(zh="{count}处差别：{classes}", en="Differences: {count} ({classes})"),
)
"""Between two states of one plan, and between two places."""
_GRAVE: Final = Template(zh="（重大{count}）", en=" ({count} grave)")


def heading(couple: Couple, difference: Difference) -> Message:
    """Return what is compared, in words."""
    if not couple.across:
        place = place_of(couple.after)
        before, after = _versions(couple, difference)
        told = HEADINGS[couple.mode](before=before, after=after)
        return Message(f"{place} {told.zh}", f"{place}, {told.en[0].lower()}{told.en[1:]}")
    before_, after_ = place_of(couple.before), place_of(couple.after)
    years = couple.telling.apart and couple.mode is Mode.YEARS
    return (TWO_PLACES if years else HEADINGS[couple.mode])(before=before_, after=after_)


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


def reading(couple: Couple) -> list[Message]:
    """Return how the comparison is to be read: how the plans line up, what a spec leaves out."""
    said = (
        [_PLACES_NOTE(after=sides(couple)[1]) if couple.telling.apart else _YEARS_NOTE]
        if couple.across
        else []
    )
    for word, plan in zip(sides(couple), (couple.before, couple.after), strict=True):
        if plan.extent in _EXTENTS:
            said.append(_PARTIAL(side=word, extent=_EXTENTS[plan.extent]))
    return said


def group_title(group: Group, couple: Couple) -> Message:
    """Return the actions of a group: the name they share, or the old names and the new ones."""
    before = "、".join(action.title for action in group.facing.before)
    after = "、".join(action.title for action in group.facing.after)
    if not before and not after:
        return OVERALL
    if before == after or not before or not after:
        return Message(after or before, after or before)
    names = linked(before, after, couple)
    return Message(names, names)


def counts(changes: Sequence[Change], couple: Couple, language: Language, *, graves: bool = False) -> str:
    """Return the numbers by class: 减弱3（重大1）、加强2."""
    parts = []
    for kind, number in tally(changes).items():
        word = class_of(kind, couple).text(language)
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
        return nothing(couple).text(language)
    classes = counts(changes, couple, language, graves=True)
    return _TOTAL[couple.telling.apart](count=len(changes), classes=classes).text(language)


def no_change(difference: Difference, couple: Couple | None = None) -> Message:
    """Return the sentence for two plans without a change, or for two sides without a plan."""
    if difference.left_out:
        return NOTHING_LEFT
    return nothing(couple) if couple is not None else NO_PLAN


def alone(one: Alone) -> Message:
    """Return what is said of a plan that one side has alone: its class, how much it holds, what approves it."""
    said = _ALONE(kind=CLASSES[one.change.kind], said=one.change.message)
    return said if one.approval is None else _AND(said=said, note=approval_note(one.approval))


def closing(difference: Difference) -> list[Message]:
    """Return what is to be said at the end: what is left out, whether the run fails."""
    said: list[Message] = []
    unchanged = len(difference.couples) - len(difference.changed)
    if unchanged:
        said.append(UNCHANGED(count=unchanged))
    if difference.left_out:
        said.append(LEFT_OUT(count=difference.left_out))
    if difference.approved:
        said.append(APPROVED(count=difference.approved))
    for couple in difference.couples:
        for template, found in ((EXPIRED, "expired"), (UNUSED, "unused")):
            for entry in getattr(couple.judged, found, ()):
                place = f"{couple.approvals}:{entry.span.start_line}"
                said.append(template(place=place, code=entry.code, object=entry.object))
    if difference.fail_on != "none":
        failing = difference.failing
        said.append((FAILS if failing else PASSES)(failing=failing, level=difference.fail_on))
    return said
