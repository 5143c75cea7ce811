"""What a reader wants first of two different plans: what was dropped, taken over and added, and what weighs most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planspec.diff import Change, ChangeClass, Object, Side, Weight
from planspec.diff.lineup import Facing, Taken
from planspec.phrase import parse
from planspec.report.difference.value import Couple, is_headline, worst_first
from planspec.report.difference.wording import listed, only_in
from planspec.source.message import Message, Template

if TYPE_CHECKING:
    from planspec.report import Language

MOST: Final = 10
"""Changes that are named before all others."""
_BAD: Final = (ChangeClass.WEAKENED, ChangeClass.REDEFINED, ChangeClass.UNDECIDED, ChangeClass.REASSIGNED)
_WHOLE: Final = ("action-removed",)
_NOBODY: Final = ("responsibility-removed", "lead-removed")
_SAME: Final = Message("数值相同", "same value")
_LISTED: Final = 60
"""Targets that a line names."""
_AND_MORE: Final = Template(zh="等，另有{count}个", en=" and {count} more")
_LOWER: Final = 4
"""How much later a target comes that only a task has."""
_HELD: Final = ("section-removed", "task-removed")

_COUNTED: Final = {
    "actions": Template(
        zh="行动：{before}个对{after}个；{parts}", en="Actions: {before} beside {after}; {parts}"
    ),
    "tasks": Template(
        zh="任务：{before}项对{after}项；{parts}", en="Tasks: {before} beside {after}; {parts}"
    ),
    "indicators": Template(
        zh="指标：{before}个对{after}个；{parts}", en="Indicators: {before} beside {after}; {parts}"
    ),
}
_TAKEN_OVER: Final = Message("沿用", "taken over")
_IN_BOTH: Final = Message("两边都有", "in both")


def overview(couple: Couple) -> list[Message]:
    """Return how much was taken over, dropped and added: actions, tasks, indicators."""
    facings = [facing for facing in couple.lineup.facings if facing.before or facing.after]
    both = [facing for facing in facings if facing.before and facing.after]
    actions = Taken(
        sum(len(facing.after) for facing in both),
        sum(len(facing.before) for facing in facings if not facing.after),
        sum(len(facing.after) for facing in facings if not facing.before),
    )
    tasks = Taken(*map(sum, zip(*(facing.tasks for facing in couple.lineup.facings), strict=True)))
    stated = couple.lineup.indicators
    return [
        _counted("actions", len(couple.before.actions), len(couple.after.actions), actions, couple),
        _counted("tasks", couple.diff.before.tasks, couple.diff.after.tasks, tasks, couple),
        _counted("indicators", stated.kept + stated.dropped, stated.kept + stated.added, stated, couple),
    ]


def _counted(what: str, before: int, after: int, taken: Taken, couple: Couple) -> Message:
    """Return one line of counts; what there is none of is left out."""
    parts = [
        Message(f"{word.zh}{number}", f"{number} {word.en}")
        for number, word in zip(taken, taken_words(couple), strict=True)
        if number
    ]
    return _COUNTED[what](before=before, after=after, parts=listed(parts))


def taken_words(couple: Couple) -> tuple[Message, Message, Message]:
    """Return the words for what both have, what only the old plan has, what only the new one has."""
    return (_IN_BOTH if couple.telling.apart else _TAKEN_OVER, *only_in(couple))


def theme_of(facing: Facing, couple: Couple, language: Language) -> str:
    """Return the name of the theme of actions, "" where none is known."""
    theme = couple.after.registry.programmes.themes.get(facing.theme)
    return facing.theme if language == "en" or theme is None else theme.name


def gravest(couple: Couple) -> list[Change]:
    """Return what to name before all else: every grave change for the worse; of two plans the weightiest few.

    What is approved needs no first look.
    """
    bad = [
        change for change in couple.diff.changes if change.kind in _BAD and couple.approval(change) is None
    ]
    heavy = [change for change in bad if change.weight in (Weight.GRAVE, Weight.MAJOR)]
    if couple.across:
        return sorted(heavy, key=lambda change: _rank(change, couple))[:MOST]
    heavy = [change for change in heavy if change.weight is Weight.GRAVE]
    return sorted(heavy, key=lambda change: (worst_first(change), _rank(change, couple)))


def _rank(change: Change, couple: Couple) -> int:
    """Return what sorts the weightiest change first: whole actions, then known indicators with figures, the main ones first."""
    if change.code in _WHOLE:
        return 0
    if change.code in _NOBODY:
        return 5
    if change.object is not Object.TARGET:
        return 8 if change.code in _HELD else 9
    known = couple.before.registry.read_indicator(change.subject).indicator is not None
    figure = any(side is not None and _has_figure(side) for side in (change.before, change.after))
    if not known or not figure:
        return 9 if figure or change.after is not None else 10
    lower = 0 if is_headline(change) else _LOWER
    if change.after is None:
        return 2 + lower
    return (1 if change.kind is ChangeClass.WEAKENED else 3) + lower


def _has_figure(side: Side) -> bool:
    phrase = parse(side.text)
    return phrase is not None and phrase.figure is not None


def shared_targets(couple: Couple) -> list[Change]:
    """Return what became of the headline targets of both plans, worst first."""
    changed = [
        change
        for change in couple.diff.changes
        if is_headline(change) and change.before and change.after and change.aspect != "deadline"
    ]
    return sorted(changed, key=lambda change: (worst_first(change)[0], _rank(change, couple)))


def main_targets(couple: Couple, language: Language) -> list[str]:
    """Return the headline targets that both plans state alike, and those that only one has, as one line each."""
    colon, comma = ("：", "、") if language == "zh" else (": ", ", ")
    same = [
        _stated(target.name, "，".join(one.text for one in target.phrases))
        for facing in couple.lineup.facings
        for target in facing.unchanged
    ]
    alone = sorted(filter(is_headline, couple.diff.changes), key=lambda change: _rank(change, couple))
    gone = [change for change in alone if change.after is None]
    come = [change for change in alone if change.before is None]
    words = (_SAME, *taken_words(couple)[1:])
    lists = (same, *([_stated(one.subject, _text(one)) for one in changes] for changes in (gone, come)))
    return [
        f"{word.text(language)}{colon}{comma.join(names[:_LISTED])}"
        + (_AND_MORE(count=len(names) - _LISTED).text(language) if len(names) > _LISTED else "")
        for word, names in zip(words, lists, strict=True)
        if names
    ]


def _stated(name: str, value: str) -> str:
    return f"{name}（{value}）"


def _text(change: Change) -> str:
    side = change.after or change.before
    return side.text if side is not None else ""
