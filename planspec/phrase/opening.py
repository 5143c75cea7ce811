"""What may open any phrase: how firmly it is meant, and for which period."""

import re
from typing import Final, NamedTuple

from planspec.phrase.form import Firmness
from planspec.phrase.words import FIRMNESS, PERIODS, any_of


class Opening(NamedTuple):
    """The beginning of a phrase."""

    firmness: Firmness
    period: str
    end: int
    """Where the rest begins."""


NOTHING: Final = Opening(Firmness.NONE, "", 0)

_OPENING: Final = re.compile(f"({any_of(FIRMNESS)})?({any_of(PERIODS)})?({any_of(FIRMNESS)})?").match
_FIRST: Final = frozenset(word[0] for word in (*FIRMNESS, *PERIODS))


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
    firmness = FIRMNESS[firm] if firm else Firmness.NONE
    return Opening(firmness, PERIODS[period] if period else "", match.end())
