"""Where one phrase stands beside its superior's: above, level with it, below, or not to be compared.

Only what means the same at both levels is judged: growth, a change in points, a share or rate, an order
beside another indicator. A county's total is not held against its city's, nor a place among counties
against a place among cities.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Final

from planspec.phrase import Comparator, Measure, Phrase
from planspec.registry import Direction, Level, Registry

ZERO: Final = Decimal(0)


class Standing(StrEnum):
    """What a phrase is beside the superior's."""

    ABOVE = "above"
    """It demands more."""
    LEVEL = "level"
    """It demands the same."""
    SOFTER = "softer"
    """The same figure, stated less firmly: 7%左右 under 7%以上."""
    BELOW = "below"
    """It demands less."""
    DEFERRED = "deferred"
    """It leaves the figure to the superior."""
    OTHER = "other"
    """Another measure, scope or unit, or no figure: shown, not judged."""


_FLOORS: Final = (Comparator.GE, Comparator.GT)
_CAPS: Final = (Comparator.LE, Comparator.LT)
_STRENGTH: Final = {
    Comparator.APPROX: 0,
    Comparator.RANGE: 1,
    Comparator.EQ: 1,
    Comparator.GE: 1,
    Comparator.LE: 1,
    Comparator.GT: 2,
    Comparator.LT: 2,
}
"""How firmly one and the same figure binds; 以上 adds nothing to a bare figure, which is a target as well."""
_LEVELS: Final = {
    "国": Level.NATION,
    "省": Level.PROVINCE,
    "市": Level.CITY,
    "州": Level.CITY,
    "县": Level.COUNTY,
    "区": Level.COUNTY,
}
_PLACES: Final = {"全国": Level.NATION, "国家": Level.NATION, "全省": Level.PROVINCE, "全市": Level.CITY}
_RATIOS: Final = ("", "share", "point", "rank", "score")
_BESIDE: Final = {Comparator.GT: 2, Comparator.GE: 1, Comparator.EQ: 1, Comparator.APPROX: 1}
"""高于 above 不低于 and 同步."""


def standing(mine: Phrase, theirs: Phrase, direction: Direction, registry: Registry) -> Standing:
    """Return how `mine` stands beside the superior's phrase on the same indicator.

    With a direction that is NEITHER, only equal figures are called level.
    """
    if passes_on(mine) is not None:
        return Standing.DEFERRED
    if mine.measure is Measure.RELATIVE and theirs.measure is Measure.RELATIVE:
        return _beside(mine, theirs, direction, registry)
    kind = _kind(mine)
    if kind is None or kind != _kind(theirs) or not _same_topic(mine, theirs, registry):
        return Standing.OTHER
    return _order(mine, theirs, direction)


def allotted(mine: Phrase, share: Phrase, direction: Direction) -> Standing:
    """Return how `mine` stands beside the share that the superior gave to this very place.

    Totals compare here too, as both speak of one place.
    """
    if passes_on(mine) is not None:
        return Standing.DEFERRED
    sizes = (Measure.AMOUNT, Measure.LEVEL, Measure.INCREMENT, Measure.SHARE)
    alike = mine.measure is share.measure or (mine.measure in sizes and share.measure in sizes)
    if not alike or mine.base != share.base or mine.period != share.period:
        return Standing.OTHER
    return _order(mine, share, direction_of(share) if direction is Direction.NEITHER else direction)


def cascades(phrase: Phrase, direction: Direction) -> bool:
    """Say whether a superior's phrase means the same for those below, so that they can take it up."""
    return direction is not Direction.NEITHER and (
        _kind(phrase) is not None or phrase.measure is Measure.RELATIVE
    )


def additive(phrase: Phrase) -> bool:
    """Say whether figures like this of several places add up to a total: sizes do, shares do not."""
    sizes = (Measure.AMOUNT, Measure.LEVEL, Measure.INCREMENT, Measure.NET_INCREMENT)
    if phrase.measure not in sizes or phrase.comparator in _CAPS or phrase.each:
        return False
    return phrase.dimension not in _RATIOS and "/" not in phrase.dimension


def direction_of(phrase: Phrase) -> Direction:
    """Return the direction that a phrase itself tells: 以上 and 增长 want more, 以内 and 下降 less."""
    if phrase.comparator in _FLOORS:
        return Direction.MORE
    if phrase.comparator in _CAPS:
        return Direction.LESS
    if phrase.measure in (Measure.GROWTH, Measure.MEAN_GROWTH, Measure.CHANGE) and phrase.figure is not None:
        return Direction.MORE if phrase.figure > 0 else Direction.LESS
    if phrase.measure in (Measure.INCREMENT, Measure.NET_INCREMENT):
        return Direction.MORE
    return Direction.NEITHER


def _kind(phrase: Phrase) -> str | None:
    """Return what of a phrase means the same at every level; None for a size, a rank or a trend."""
    if phrase.measure in (Measure.GROWTH, Measure.MEAN_GROWTH):
        return phrase.measure.value
    if phrase.measure is Measure.CHANGE:
        return "points" if phrase.dimension == "point" else None
    if phrase.measure in (Measure.SHARE, Measure.LEVEL, Measure.AMOUNT):
        return "share" if phrase.dimension == "share" else None
    return None


def _same_topic(mine: Phrase, theirs: Phrase, registry: Registry) -> bool:
    if mine.period != theirs.period or mine.base != theirs.base:
        return False
    if mine.measure in (Measure.GROWTH, Measure.MEAN_GROWTH) and mine.reference != theirs.reference:
        return False
    return not mine.of or not theirs.of or registry.normalise(mine.of) == registry.normalise(theirs.of)


def _order(mine: Phrase, theirs: Phrase, direction: Direction) -> Standing:
    one, two = _promise(mine, direction), _promise(theirs, direction)
    if one is None or two is None:
        return Standing.OTHER
    if direction is Direction.NEITHER:
        return Standing.LEVEL if one == two and mine.comparator is theirs.comparator else Standing.OTHER
    sign = 1 if direction is Direction.MORE else -1
    ahead = (one - two) * sign
    about = [p.quantum / 2 for p in (mine, theirs) if p.comparator is Comparator.APPROX]
    if ahead and abs(ahead) >= max(about, default=ZERO):
        return Standing.ABOVE if ahead > 0 else Standing.BELOW
    if ahead or mine.comparator is None or theirs.comparator is None:
        return Standing.LEVEL
    stronger = _STRENGTH[mine.comparator] - _STRENGTH[theirs.comparator]
    return Standing.SOFTER if stronger < 0 else Standing.LEVEL


def _promise(phrase: Phrase, direction: Direction) -> Decimal | None:
    """Return the figure that must at least be reached; None where the phrase bounds the other side."""
    if direction is Direction.LESS:
        return None if phrase.comparator in _FLOORS else phrase.high
    if direction is Direction.MORE:
        return None if phrase.comparator in _CAPS else phrase.low
    return phrase.figure


def _beside(mine: Phrase, theirs: Phrase, direction: Direction, registry: Registry) -> Standing:
    if direction is not Direction.MORE or mine.comparator is None or theirs.comparator is None:
        return Standing.OTHER
    if reference(mine, registry) != reference(theirs, registry):
        return Standing.OTHER
    one, two = mine.margin or ZERO, theirs.margin or ZERO
    if one != two:
        return Standing.ABOVE if one > two else Standing.BELOW
    first, second = _BESIDE.get(mine.comparator), _BESIDE.get(theirs.comparator)
    if first is None or second is None:
        return Standing.OTHER
    if first == second:
        return Standing.LEVEL
    return Standing.ABOVE if first > second else Standing.BELOW


def reference(phrase: Phrase, registry: Registry) -> str:
    """Return what a relative phrase is measured against: an indicator's id, else the words."""
    if phrase.reference in _ECONOMY:
        return "gross-regional-product"
    named = registry.read_indicator(phrase.reference)
    return named.indicator.id if named.indicator is not None else named.name


_ECONOMY: Final = ("经济", "经济增长", "经济增速", "经济发展", "GDP", "GDP增速")


def passes_on(phrase: Phrase) -> Level | str | None:
    """Return the level whose figure is meant, "" for any superior's; None if the phrase has its own."""
    if phrase.measure is Measure.DEFERRED:
        names = phrase.reference.split("、") if phrase.reference else []
        return _LEVELS.get(names[0], "") if len(names) == 1 else ""
    if phrase.measure is Measure.RELATIVE and phrase.comparator in (Comparator.EQ, Comparator.APPROX):
        return _PLACES.get(phrase.reference)
    return None
