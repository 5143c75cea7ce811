"""Quotation marks, brackets and book title marks of one text: which belong together, which stand alone."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_CLOSERS: Final = dict(zip("“‘《〈（(【〔「『", "”’》〉）)】〕」』", strict=True))
_OPENERS: Final = {closer: opener for opener, closer in _CLOSERS.items()}
_STRAIGHT: Final = '"'
_FAMILY: Final = {**dict.fromkeys('“”"', '"'), **dict.fromkeys("（）()", "(")}
"""Marks that are the same but for their width."""
MARKS: Final = "".join(_CLOSERS) + "".join(_OPENERS) + _STRAIGHT
_MARK: Final = re.compile(f"[{MARKS}]")
_LATIN: Final = re.compile('(?<=[A-Za-z0-9])[‘’]|(?<=[0-9])"(?![一-龥A-Za-z])')
"""An apostrophe, or inches."""
_ITEM_NUMBER: Final = re.compile(
    r"(?:^|[\s。；;，,、：:！？])(?:\d{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3}|[Ⅰ-Ⅻ])$"
)
"""What stands before the bracket of 1）, a) or 三）, which needs no other half."""
_NUMBER: Final = 5
"""Characters that hold it."""
_DEEPEST: Final = 50
"""Open marks that a mark may look back over for its other half."""


class Pair(NamedTuple):
    """Two marks that belong together, by their places in the text."""

    opener: int
    closer: int


class Marks(NamedTuple):
    """The pairs of a text and the marks that have no other half."""

    pairs: list[Pair]
    alone: list[int]


def marks_of(text: str) -> Marks:
    """Match the marks of a text; a straight quotation mark closes an open one and opens one otherwise."""
    pairs: list[Pair] = []
    alone: list[int] = []
    opened: list[int] = []
    for match in _MARK.finditer(text):
        place, mark = match.start(), match[0]
        if _LATIN.match(text, place) and not any(
            _FAMILY.get(text[other], text[other]) in '"‘' for other in opened[-_DEEPEST:]
        ):
            continue
        partner = _partner(text, opened, mark)
        if partner is not None:
            pairs.append(Pair(opened[partner], place))
            alone.extend(opened[partner + 1 :])
            del opened[partner:]
        elif opens(mark):
            opened.append(place)
        elif mark not in ")）" or not _ITEM_NUMBER.search(text, max(0, place - _NUMBER), place):
            alone.append(place)
    return Marks(pairs, sorted([*alone, *opened]))


def _partner(text: str, opened: list[int], mark: str) -> int | None:
    """Return which of the open marks this one closes, the latest first; None where it closes none."""
    if mark in _CLOSERS:
        return None
    family = _FAMILY.get(mark)
    for depth in range(len(opened) - 1, max(-1, len(opened) - 1 - _DEEPEST), -1):
        other = text[opened[depth]]
        if other == _OPENERS.get(mark) or (family is not None and family == _FAMILY.get(other)):
            return depth
    return None


def opens(mark: str) -> bool:
    """Whether it can be the first of a pair."""
    return mark in _CLOSERS or mark == _STRAIGHT


def other_half(mark: str) -> str:
    """Return the mark that belongs to one: ” for “."""
    return _CLOSERS.get(mark) or _OPENERS.get(mark) or mark
