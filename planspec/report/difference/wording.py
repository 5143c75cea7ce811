"""The words that all reports of a difference share, in both languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from planspec.diff import KINDS, Change, ChangeClass, Object, Weight
from planspec.diff.kind import CLASSES
from planspec.source.message import Message

if TYPE_CHECKING:
    from planspec.report.difference.value import Couple

NONE: Final = "—"
_CHANGE: Final = Message("变化", "change")
_DIFFERENCE: Final = Message("差别", "difference")
_NO_CHANGE: Final = Message("没有变化", "Nothing changed")
_NO_DIFFERENCE: Final = Message("没有差别", "No difference")
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
_HELD: Final = re.compile(r"（含[^（）]*）$| \((?:tasks|targets): [^()]*\)$")
TITLED: Final = (Object.TASK, Object.SECTION, Object.ROW, Object.GOAL, Object.ACTION, Object.WORKGROUP)


def sides(couple: Couple) -> tuple[Message, Message]:
    """Return what the two sides are called above their values: place or year, whichever tells them apart."""
    return couple.telling.sides


def class_of(kind: ChangeClass, couple: Couple) -> Message:
    """Return the word for a class; between two places nothing became weaker, one is."""
    return _BETWEEN_PLACES.get(kind, CLASSES[kind]) if couple.telling.apart else CLASSES[kind]


def only_in(couple: Couple) -> tuple[Message, Message]:
    """Return the words for what only one of two plans has."""
    title = couple.telling.title
    return title(KINDS["task-removed"]), title(KINDS["task-added"])


def title_of(code: str, couple: Couple) -> Message:
    """Return what a kind of change is called in this use."""
    return couple.telling.title(KINDS[code])


def said(change: Change, couple: Couple) -> Message:
    """Return what changed, without the values, which are shown beside it."""
    if change.aspect == "structure":
        return change.message
    kind, telling = KINDS[change.code], couple.telling
    named, title, more = (
        telling.named(kind, change.object, change.subject),
        telling.title(kind),
        holds(change),
    )
    return Message(f"{named.zh}{title.zh}{more.zh}", f"{named.en}: {title.en}{more.en}")


def name_of(change: Change, couple: Couple) -> Message:
    """Return an item that one side lacks, for a list that says so already: not what happened to it."""
    kind = KINDS[change.code]
    if not kind.one_sided:
        return said(change, couple)
    named, more = couple.telling.named(kind, change.object, change.subject), holds(change)
    return Message(named.zh + more.zh, named.en + more.en)


def valued(old: str, new: str, couple: Couple) -> Message:
    """Return both values on one line: what became what; of two places what each of them says."""
    if not couple.telling.apart or not old or not new:
        told = " → ".join(value for value in (old, new) if value)
        return Message(told, told)
    one, other = sides(couple)
    return Message(f"{one.zh}{old}，{other.zh}{new}", f"{one.en} {old}, {other.en} {new}")


def holds(change: Change) -> Message:
    """Return how much an item holds that came or went, as its message says in brackets."""
    if change.aspect != "presence" or change.object is Object.TARGET:
        return Message("", "")
    zh, en = (_HELD.search(text) for text in (change.message.zh, change.message.en))
    return Message(*(found[0] if found else "" for found in (zh, en)))


def change_word(couple: Couple) -> Message:
    """Return what a change is called: between two places there are differences."""
    return _DIFFERENCE if couple.telling.apart else _CHANGE


def nothing(couple: Couple) -> Message:
    """Return the sentence for two plans without a change."""
    return _NO_DIFFERENCE if couple.telling.apart else _NO_CHANGE


def linked(old: str, new: str, couple: Couple) -> str:
    """Return two names as one: what became what; of two places what stands beside what."""
    return f"{old} {'↔' if couple.telling.apart else '→'} {new}"


def listed(words: Sequence[Message]) -> Message:
    """Return several words as one."""
    return Message("、".join(word.zh for word in words), ", ".join(word.en for word in words))
