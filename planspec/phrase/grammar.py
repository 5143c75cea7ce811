"""The grammar of value phrases: one text in, its normal form out."""

import functools
from typing import Final

from planspec.phrase.deferred import deferred
from planspec.phrase.fold import fold
from planspec.phrase.form import Phrase
from planspec.phrase.opening import read_opening
from planspec.phrase.quantity import quantity
from planspec.phrase.rank import rank
from planspec.phrase.relative import relative
from planspec.phrase.wording import wording

LONGEST: Final = 200
"""A longer text is a paragraph, not a value phrase; the bound also bounds the work that odd input can cause."""


def parse(text: str) -> Phrase | None:
    """Return the normal form of the value phrase `text`; None if the grammar does not understand all of it.

    Never raises, never guesses, never leaves a part of the text out. Phrases recur, so results are remembered.
    """
    return _remembered(text) if len(text) <= LONGEST else None


def parse_afresh(text: str) -> Phrase | None:
    """Do what `parse` does, without the memory."""
    if len(text) > LONGEST:
        return None
    folded = fold(text)
    opening = read_opening(folded)
    if opening is None:
        return None
    return (
        quantity(text, folded, opening)
        or wording(text, folded, opening)
        or rank(text, folded, opening)
        or relative(text, folded, opening)
        or deferred(text, folded, opening)
    )


_remembered: Final = functools.lru_cache(maxsize=1 << 15)(parse_afresh)
