"""Compare two phrases that stand for one indicator."""

from decimal import Decimal
from enum import Enum, StrEnum
from typing import Final, NamedTuple

from planspec.phrase.form import ZERO, Comparator, Measure, Phrase, Trend
from planspec.phrase.words import MIRRORED, SAME

EQ, GE, GT, RANGE = Comparator.EQ, Comparator.GE, Comparator.GT, Comparator.RANGE
LE, LT, APPROX = Comparator.LE, Comparator.LT, Comparator.APPROX


class Relation(StrEnum):
    """What the second of two phrases is beside the first."""

    EQUAL = "equal"
    TIGHTER = "tighter"
    """It demands more, or leaves less room."""
    LOOSER = "looser"
    """It demands less, or leaves more room."""
    CONFLICTING = "conflicting"
    """No outcome meets both as they are written."""
    NOT_COMPARABLE = "not-comparable"
    """They speak of different things, or it cannot be told."""

    @property
    def mirrored(self) -> "Relation":
        """The relation with the two phrases swapped."""
        if self is Relation.TIGHTER:
            return Relation.LOOSER
        return Relation.TIGHTER if self is Relation.LOOSER else self


def compare(a: Phrase, b: Phrase, *, less_is_better: bool = False) -> Relation:
    """Return what `b` is beside `a`, both being said of one indicator.

    Figures compare by value, whatever their notation (1.2万个 = 12000个). A figure without a comparator
    reads as the target itself, so 7%以上 is tighter than 7%, and 7% tighter than 7%左右, while 8% and 6%
    conflict. Where the indicator falls for the better (`less_is_better`), 7%以上 is looser than 7%. What
    one phrase says and the other leaves open (the whole of a share, gross or bare) is taken to agree only
    if the figures do.

    How firmly a phrase is meant (确保, 力争) and how it is worded are not compared: see `Phrase.firmness`.
    `compare(b, a)` is always `compare(a, b).mirrored`.
    """
    if a.measure is Measure.TREND or b.measure is Measure.TREND:
        return _compare_trend(a, b)
    topic = _topic(a, b)
    if topic is _Topic.OTHER:
        return Relation.NOT_COMPARABLE
    one, two = _claim(a), _claim(b)
    if one is None or two is None:
        alike = one is two and a.verb == b.verb and topic is _Topic.SAME
        return Relation.EQUAL if alike else Relation.NOT_COMPARABLE
    if topic is _Topic.OPEN and not (_same(one, two) and one.width == two.width):
        return Relation.NOT_COMPARABLE
    return _order(one, two, less_is_better=less_is_better)


# ---- do both speak of one thing? ----


class _Topic(Enum):
    SAME = 1
    OPEN = 2
    """One says what the other leaves open."""
    OTHER = 3


_STATIC: Final = (Measure.AMOUNT, Measure.LEVEL, Measure.SHARE)
_OPEN_TO: Final = {
    Measure.AMOUNT: (Measure.INCREMENT, Measure.NET_INCREMENT, Measure.GROWTH),
    Measure.LEVEL: (Measure.GROWTH,),
}
"""Measures that a bare figure may stand for: 3% of an indicator called …涨幅 is the same as 涨幅3%."""


_DEFINITE: Final = (Measure.GROWTH, Measure.MEAN_GROWTH, Measure.CHANGE, Measure.DEFERRED)
"""Measures whose missing reference is not open: it is the year before, or nobody's figure."""


def _topic(a: Phrase, b: Phrase) -> _Topic:
    if a.period != b.period or (
        a.baseline is not None and b.baseline is not None and a.baseline != b.baseline
    ):
        return _Topic.OTHER
    opens = a.each is not b.each
    if a.measure is not b.measure and not (a.measure in _STATIC and b.measure in _STATIC):
        if b.measure not in _OPEN_TO.get(a.measure, ()) and a.measure not in _OPEN_TO.get(b.measure, ()):
            return _Topic.OTHER
        opens = True
    if a.reference != b.reference and (a.measure in _DEFINITE or b.measure in _DEFINITE):
        return _Topic.OTHER
    said = [(a.of, b.of), (a.aspect, b.aspect), (a.reference, b.reference)]
    if a.measure is not Measure.RELATIVE or (a.margin is not None and b.margin is not None):
        said.append((a.base, b.base))
    for one, two in said:
        if one != two and SAME.get(one, one) != SAME.get(two, two):
            if one and two:
                return _Topic.OTHER
            opens = True
    return _Topic.OPEN if opens else _Topic.SAME


# ---- which demands more? ----


class _Claim(NamedTuple):
    """What a phrase says of a figure; of a range, `figure` is the lower end."""

    comparator: Comparator
    figure: Decimal
    width: Decimal
    quantum: Decimal

    @property
    def high(self) -> Decimal:
        return self.figure + self.width

    @property
    def point(self) -> bool:
        return self.comparator is EQ or self.comparator is APPROX

    @property
    def floor(self) -> bool:
        return self.comparator is GE or self.comparator is GT

    @property
    def cap(self) -> bool:
        return self.comparator is LE or self.comparator is LT

    def negated(self) -> "_Claim":
        return self._replace(figure=-self.high, comparator=MIRRORED[self.comparator])


def _claim(phrase: Phrase) -> _Claim | None:
    """Return what the phrase claims; None if it has neither a figure nor anything to measure against."""
    if phrase.measure is Measure.RELATIVE or phrase.measure is Measure.DEFERRED:
        return _Claim(phrase.comparator or EQ, phrase.margin or ZERO, ZERO, phrase.quantum)
    figure = phrase.figure
    if figure is None or phrase.comparator is None:
        return None
    width = phrase.high - figure if phrase.comparator is RANGE and phrase.high is not None else ZERO
    return _Claim(phrase.comparator, figure, width, phrase.quantum)


def _same(a: _Claim, b: _Claim) -> bool:
    """Tell whether the figures are one, or one is the other rounded by two digits or more (42685: 4.27万)."""
    if a.figure == b.figure:
        return True
    coarse, fine = max(a.quantum, b.quantum), min(a.quantum, b.quantum)
    return bool(fine) and coarse >= 100 * fine and abs(a.figure - b.figure) * 2 <= coarse


def _near(a: _Claim, b: _Claim) -> bool:
    """Tell whether an approximate figure may be meant to cover the other: it is that one when rounded."""
    reach = max(claim.quantum if claim.comparator is APPROX else ZERO for claim in (a, b))
    return abs(a.figure - b.figure) * 2 < reach


_PRECEDENCE: Final = {EQ: 0, APPROX: 0, RANGE: 1, GE: 2, GT: 2, LE: 3, LT: 3}


def _order(a: _Claim, b: _Claim, *, less_is_better: bool) -> Relation:
    """Return what `b` is beside `a`; each kind of pair is treated once, others by mirror or negation."""
    if _PRECEDENCE[a.comparator] > _PRECEDENCE[b.comparator]:
        return _order(b, a, less_is_better=less_is_better).mirrored
    if b.cap and not a.floor:  # the mirror image of a floor; a floor and a cap are left as they are
        return _order(a.negated(), b.negated(), less_is_better=False)
    if a.point:
        if b.point:
            return _point_to_point(a, b)
        if b.floor:
            return _point_to_floor(a, b, less_is_better=less_is_better)
        return _point_to_range(a, b)
    if a.comparator is RANGE:
        return _range_to_range(a, b) if b.comparator is RANGE else _range_to_floor(a, b)
    if a.floor and b.floor:
        return _floor_to_floor(a, b)
    return Relation.CONFLICTING if a.figure >= b.figure else Relation.NOT_COMPARABLE


def _point_to_point(a: _Claim, b: _Claim) -> Relation:
    if not _same(a, b):
        return Relation.NOT_COMPARABLE if _near(a, b) else Relation.CONFLICTING
    if a.comparator is b.comparator:
        return Relation.EQUAL
    return Relation.TIGHTER if a.comparator is APPROX else Relation.LOOSER


def _point_to_floor(a: _Claim, b: _Claim, *, less_is_better: bool) -> Relation:
    if _same(a, b):
        return Relation.LOOSER if less_is_better else Relation.TIGHTER
    if a.figure > b.figure:
        return Relation.LOOSER
    return Relation.NOT_COMPARABLE if _near(a, b) else Relation.CONFLICTING


def _point_to_range(a: _Claim, b: _Claim) -> Relation:
    if b.figure <= a.figure <= b.high:
        return Relation.LOOSER if a.comparator is EQ else Relation.NOT_COMPARABLE
    nearer = b if a.figure < b.figure else b._replace(figure=b.high)
    return Relation.NOT_COMPARABLE if _near(a, nearer) else Relation.CONFLICTING


def _range_to_range(a: _Claim, b: _Claim) -> Relation:
    if a.figure == b.figure and a.high == b.high:
        return Relation.EQUAL
    if a.figure <= b.figure and b.high <= a.high:
        return Relation.TIGHTER
    if b.figure <= a.figure and a.high <= b.high:
        return Relation.LOOSER
    return Relation.CONFLICTING if a.high < b.figure or b.high < a.figure else Relation.NOT_COMPARABLE


def _range_to_floor(a: _Claim, b: _Claim) -> Relation:
    if b.figure < a.figure:
        return Relation.LOOSER
    return Relation.CONFLICTING if b.figure > a.high else Relation.NOT_COMPARABLE


def _floor_to_floor(a: _Claim, b: _Claim) -> Relation:
    if not _same(a, b):
        return Relation.TIGHTER if b.figure > a.figure else Relation.LOOSER
    if a.comparator is b.comparator:
        return Relation.EQUAL
    return Relation.TIGHTER if b.comparator is GT else Relation.LOOSER


# ---- trends ----

_SIGNS: Final = {Trend.UP: 1, Trend.DOWN: -1}
_MOVING: Final = (Measure.GROWTH, Measure.CHANGE, Measure.MEAN_GROWTH)


def _compare_trend(a: Phrase, b: Phrase) -> Relation:
    """Compare where one gives only a direction: 增长7% is tighter than 稳步增长, in conflict with 下降."""
    if a.measure is not Measure.TREND:
        return _compare_trend(b, a).mirrored
    sign = _SIGNS.get(a.trend) if a.trend else None
    if b.measure is Measure.TREND:
        if a.trend is b.trend:
            return Relation.EQUAL
        both = sign and b.trend and _SIGNS.get(b.trend)
        return Relation.CONFLICTING if both else Relation.NOT_COMPARABLE
    if b.measure not in _MOVING or not sign:
        return Relation.NOT_COMPARABLE
    low, high = (b.low, b.high) if sign > 0 else (b.high and -b.high, b.low and -b.low)
    if low is not None and (low > 0 or (low == 0 and b.comparator in (GT, LT))):
        return Relation.TIGHTER
    if high is not None and high < 0:
        return Relation.CONFLICTING
    return Relation.NOT_COMPARABLE
