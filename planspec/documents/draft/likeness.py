"""Whether two targets say one thing: a heading and the text below it often name it differently."""

from __future__ import annotations

import re
from typing import Final

from planspec import phrase as phrases

_ENOUGH: Final = 0.6
"""What share of their pairs of characters the shorter of two names must have in the other."""
_SHORTEST: Final = 3
_WORDS: Final = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9]+")
_DIGITS: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def names_alike(one: str, other: str) -> bool:
    """Say whether two names can be one indicator's: one holds the other, or they share most of their characters."""
    here, there = _WORDS.sub("", one), _WORDS.sub("", other)
    if here == there:
        return True
    if min(len(here), len(there)) >= _SHORTEST and (here in there or there in here):
        return True
    pairs, others = _pairs(here), _pairs(there)
    return len(pairs & others) >= _ENOUGH * max(1, min(len(pairs), len(others)))


def figures_equal(one: str, other: str) -> bool:
    """Say whether two value phrases set the same figure, by whichever verb."""
    here, there = phrases.parse(one), phrases.parse(other)
    if here is None or there is None or (here.low is None and here.high is None):
        return one == other
    if digits_of(one) != digits_of(other):  # 5000亩, 0.5万亩: both are kept as they are written
        return False
    return (here.low, here.high, here.dimension) == (there.low, there.high, there.dimension)


def digits_of(value: str) -> tuple[str, ...]:
    """Return the figures in a value phrase; equal figures have the same."""
    return tuple(_DIGITS.findall(value))


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
