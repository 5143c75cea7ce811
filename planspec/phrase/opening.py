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

_YEARS: Final = "(?:[2-9]|[二两三四五六七八九十])年内?(?=[^0-9以之内左上及半度底初期的])"
"""A span of years before what is to happen in it (三年清零), not a length of time (3年以上)."""
_OPENING: Final = re.compile(f"({any_of(FIRMNESS)})?({any_of(PERIODS)}|{_YEARS})?({any_of(FIRMNESS)})?").match
_FIRST: Final = frozenset(word[0] for word in (*FIRMNESS, *PERIODS))


def read_opening(folded: str) -> Opening | None:
    """Read firmness and period, in either order; None if firmness is said twice."""
    if folded[:1] not in _FIRST and folded[1:2] != "年":
        return NOTHING
    match = _OPENING(folded)
    assert match is not None
    before, period, after = match.groups()
    if before and after:
        return None
    firm = before or after
    firmness = FIRMNESS[firm] if firm else Firmness.NONE
    return Opening(firmness, PERIODS.get(period, period) if period else "", match.end())
