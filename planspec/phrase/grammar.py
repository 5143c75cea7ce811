"""The grammar of value phrases: one text in, its normal form out."""

import functools
from collections.abc import Callable
from typing import Final

from planspec.phrase.form import Phrase

LONGEST: Final = 200
"""A longer text is a paragraph, not a value phrase. The bound also limits what odd input can cost."""


def parse(text: str) -> Phrase | None:
    """Return the normal form of the value phrase `text`; None if the grammar does not understand all of it.

    It never raises, never guesses, never leaves a part out. Phrases recur, so results are remembered.
    """
    return _remembered(text) if len(text) <= LONGEST else None


def parse_afresh(text: str) -> Phrase | None:
    """Do what `parse` does, without the memory."""
    return _reader()(text) if len(text) <= LONGEST else None


@functools.cache
def _reader() -> Callable[[str], Phrase | None]:
    """Return the reader; compiling its expressions takes longer than a run that needs none of them may."""
    from planspec.phrase.reader import read_phrase

    return read_phrase


_remembered: Final = functools.lru_cache(maxsize=1 << 12)(parse_afresh)
