"""The words that all reports of a difference share, in both languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from planspec.diff import KINDS, Change, ChangeClass, Mode, Object, Weight
from planspec.diff.kind import CLASSES, OBJECTS, title_in
from planspec.report.difference.between import TITLES
from planspec.report.difference.value import Couple, place_of
from planspec.source.message import Message, Template

if TYPE_CHECKING:
    pass

_VERSIONS: Final = (Message("原版本", "old"), Message("新版本", "new"))
_PLANS: Final = (Message("原方案", "old plan"), Message("新方案", "new plan"))
NONE: Final = "—"
WEIGHTS: Final = {
    Weight.GRAVE: Message("重大", "grave"),
    Weight.MAJOR: Message("重要", "major"),
    Weight.MINOR: Message("一般", "minor"),
    Weight.NOTE: Message("细微", "note"),
}
SIGNS: Final = {
    ChangeClass.WEAKENED: "▼",
    ChangeClass.REDEFINED: "≠",
    ChangeClass.UNDECIDED: "?",
    ChangeClass.REASSIGNED: "⇄",
    ChangeClass.STRENGTHENED: "▲",
    ChangeClass.REWORDED: "~",
}
_BETWEEN_PLACES: Final = {
    ChangeClass.WEAKENED: Message("较弱或没有", "weaker or absent"),
    ChangeClass.REDEFINED: Message("口径不同", "defined differently"),
    ChangeClass.REASSIGNED: Message("责任不同", "assigned differently"),
    ChangeClass.STRENGTHENED: Message("较强或独有", "stronger or alone"),
    ChangeClass.REWORDED: Message("说法不同", "worded differently"),
}
_ZERO: Final = re.compile("任务0项、|、目标0个|tasks: 0, |, targets: 0(?=\\))")
_ONLY: Final = Template(zh="只有{place}有", en="only in {place}")
_HELD: Final = re.compile(r"（含[^（）]*）$| \(tasks: [^()]*\)$")
_NAMED: Final = Template(zh="{object}“{subject}”", en="{object} “{subject}”")
TITLED: Final = (Object.TASK, Object.SECTION, Object.ROW, Object.GOAL, Object.ACTION, Object.WORKGROUP)


def sides(couple: Couple) -> tuple[Message, Message]:
    """Return what the two sides are called above their values: place and year, where that tells them apart."""
    if not couple.across:
        return _VERSIONS
    before, after = place_of(couple.before), place_of(couple.after)
    return _PLANS if before == after else (Message(before, before), Message(after, after))


def class_of(kind: ChangeClass, mode: Mode) -> Message:
    """Return the word for a class; between two places nothing became weaker, one is."""
    return _BETWEEN_PLACES.get(kind, CLASSES[kind]) if mode is Mode.JURISDICTIONS else CLASSES[kind]


def only_in(couple: Couple) -> tuple[Message, Message]:
    """Return the words for what only one of two places has."""
    before, after = sides(couple)
    return (_ONLY(place=before), _ONLY(place=after))


def title_of(code: str, couple: Couple) -> Message:
    """Return what a kind of change is called in this use."""
    if couple.mode is not Mode.JURISDICTIONS:
        return title_in(KINDS[code], couple.mode)
    if KINDS[code].aspect == "presence":
        return only_in(couple)[code.endswith("-added")]
    return TITLES.get(code, KINDS[code].title)


def said(change: Change, couple: Couple) -> Message:
    """Return what changed, without the values, which are shown beside it."""
    if change.aspect == "structure":
        return change.message
    title, more = title_of(change.code, couple), holds(change)
    return Message(f"{_named(change).zh}{title.zh}{more.zh}", f"{_named(change).en}: {title.en}{more.en}")


def name_of(change: Change, couple: Couple) -> Message:
    """Return an item that one side lacks, for a list that says so already: not what happened to it."""
    if change.aspect != "presence":
        return said(change, couple)
    named, more = _named(change), holds(change)
    return Message(named.zh + more.zh, named.en + more.en)


def _named(change: Change) -> Message:
    return _NAMED(object=OBJECTS[change.object], subject=change.subject)


def holds(change: Change) -> Message:
    """Return how much an item holds that came or went, as its message says in brackets."""
    if change.aspect != "presence" or change.object is Object.TARGET:
        return Message("", "")
    zh, en = (_HELD.search(text) for text in (change.message.zh, change.message.en))
    return Message(*(_ZERO.sub("", found[0]) if found else "" for found in (zh, en)))


def listed(words: Sequence[Message]) -> Message:
    """Return several words as one."""
    return Message("、".join(word.zh for word in words), ", ".join(word.en for word in words))
