"""What may open any phrase: how firmly it is meant, and for which period."""

import re
from typing import Final, NamedTuple

from planspec.phrase import words
from planspec.phrase.form import Firmness


class Opening(NamedTuple):
    """The beginning of a phrase."""

    firmness: Firmness
    period: str
    end: int
    """Where the rest begins."""


NOTHING: Final = Opening(Firmness.NONE, "", 0)

_OPENING: Final = re.compile(
    f"({words.any_of(words.FIRMNESS)})?({words.any_of(words.PERIODS)})?({words.any_of(words.FIRMNESS)})?"
).match
_FIRST: Final = frozenset(word[0] for word in (*words.FIRMNESS, *words.PERIODS))


def read_opening(folded: str) -> Opening | None:
    """Read firmness and period, in either order; None if firmness is said twice."""
    if folded[:1] not in _FIRST:
        return NOTHING
    match = _OPENING(folded)
    assert match is not None
    before, period, after = match.groups()
    if before and after:
        return None
    firm = before or after
    firmness = words.FIRMNESS[firm] if firm else Firmness.NONE
    return Opening(firmness, words.PERIODS[period] if period else "", match.end())
