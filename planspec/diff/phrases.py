"""What it means that one value became another: lowered, loosened, less firm, or measured in another way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from planspec.diff.catalogue import KINDS
from planspec.diff.identity import folded
from planspec.model import PhraseAt
from planspec.phrase import Comparator, Firmness, Measure, Phrase, Relation, compare
from planspec.registry import Direction

_COUNTED: Final = (Measure.AMOUNT, Measure.INCREMENT)
_STATIC: Final = (Measure.AMOUNT, Measure.LEVEL, Measure.SHARE)
_FLOORS: Final = (Comparator.GE, Comparator.GT)
_CAPS: Final = (Comparator.LE, Comparator.LT)
_NEAR: Final = 3
"""A bare amount and a level (30家, 达到1020家) are one figure only if neither is so many times the other."""
_FIRM: Final = {Firmness.STRIVE: 0, Firmness.NONE: 1, Firmness.ENSURE: 2}
_ABSOLUTE: Final = frozenset(
    ("money", "count", "persons", "area", "length", "mass", "volume", "energy", "power", "information", "")
)
_RELATIVE_MEASURES: Final = (
    Measure.GROWTH,
    Measure.MEAN_GROWTH,
    Measure.SHARE,
    Measure.RANK,
    Measure.RELATIVE,
)


class Matched(NamedTuple):
    """Two values of one indicator; None where one side has no such value."""

    before: PhraseAt | None
    after: PhraseAt | None


def matched(before: Sequence[PhraseAt], after: Sequence[PhraseAt]) -> list[Matched]:
    """Return which value of one side became which of the other: those of one measure first."""
    if len(before) == len(after) == 1:
        return [Matched(before[0], after[0])]
    found: list[Matched] = []
    old, new = list(before), list(after)
    for same in (_same_text, _same_measure, _same_base):
        for one in tuple(old):
            other = next((other for other in new if same(one, other)), None)
            if other is not None:
                found.append(Matched(one, other))
                old.remove(one)
                new.remove(other)
    if len(old) == len(new) == 1:
        return [*found, Matched(old[0], new[0])]
    return [*found, *(Matched(one, None) for one in old), *(Matched(None, one) for one in new)]


def judged(
    before: PhraseAt, after: PhraseAt, direction: Direction | None, *, places_differ: bool = False
) -> list[tuple[str, tuple[str, ...]]]:
    """Return the codes of what changed from one value to the other, each with further ones that go with it.

    What was raised and is less firm at once is two changes, as they are of opposite classes.

    `places_differ`: the two are of different places, where absolute amounts say nothing of ambition.
    """
    if "".join(before.text.split()) == "".join(after.text.split()) and before.phrase == after.phrase:
        return []
    one, other = before.phrase, after.phrase
    if one is None or other is None:
        return [] if _folded(before.text) == _folded(after.text) else [("target-unreadable", ())]
    if one.means(other):
        return [("target-reworded", ())]
    main = _main(one, other, direction, places_differ)
    firm = _firmness(other) - _firmness(one)
    if not firm:
        return [(main or "target-reworded", ())]
    second = "firmness-strengthened" if firm > 0 else "firmness-weakened"
    if main is None or main == "target-reworded":
        return [(second, ())]
    if KINDS[main].kind.mirrored is KINDS[second].kind:
        return [(main, ()), (second, ())]
    return [(main, (second,))]


def _firmness(phrase: Phrase) -> int:
    """Return how firm a demand is: a ban (不发生, 严禁, 坚决防止) leaves no room, whatever its words."""
    if phrase.figure == 0 and phrase.measure is Measure.LEVEL and phrase.firmness is Firmness.NONE:
        return _FIRM[Firmness.ENSURE]
    return _FIRM[phrase.firmness]


def _main(one: Phrase, other: Phrase, direction: Direction | None, places_differ: bool) -> str | None:
    """Return the code of the difference, firmness aside; None if both demand the same."""
    less = direction is Direction.LESS
    if one.measure is Measure.DEFERRED or other.measure is Measure.DEFERRED:
        return _deferred(one, other)
    relation = compare(one, other, less_is_better=less)
    if one.measure is Measure.TREND or other.measure is Measure.TREND:
        return _trend(one, other, relation)
    redefined = _redefined(one, other, relation)
    if redefined is not None:
        # 完成19个 and 提质改造33个 of two places: the verb is the least of the difference.
        counted = places_differ and one.measure in _COUNTED and other.measure in _COUNTED
        return "amount-differs" if counted and one.base == other.base and _absolute(one) else redefined
    if relation is Relation.EQUAL:
        return None
    if places_differ and _absolute(one) and _absolute(other):
        return "amount-differs"
    moved = _moved(one, other)
    if moved is not None:
        return _by_direction(one, other, moved, direction)
    if relation is Relation.TIGHTER:
        return "target-tightened"
    if relation is Relation.LOOSER:
        return "target-loosened"
    if _flipped(one, other):
        return "direction-changed"
    return "target-not-comparable"


def _deferred(one: Phrase, other: Phrase) -> str | None:
    if one.measure is not Measure.DEFERRED:
        return "figure-to-deferred"
    if other.measure is not Measure.DEFERRED:
        return "deferred-to-figure"
    if one.reference != other.reference:
        return "reference-changed"
    relation = compare(one, other)
    codes = {Relation.TIGHTER: "target-tightened", Relation.LOOSER: "target-loosened", Relation.EQUAL: None}
    return codes.get(relation, "target-not-comparable")


def _trend(one: Phrase, other: Phrase, relation: Relation) -> str | None:
    if one.measure is Measure.TREND and other.measure is Measure.TREND:
        if relation is Relation.CONFLICTING:
            return "direction-changed"
        return "trend-changed" if one.verb != other.verb or one.trend is not other.trend else None
    if relation is Relation.CONFLICTING:
        return "direction-changed"
    return "figure-to-trend" if other.measure is Measure.TREND else "trend-to-figure"


def _redefined(one: Phrase, other: Phrase, relation: Relation) -> str | None:
    """Return how the two speak of different things; None if they speak of one."""
    if relation is Relation.EQUAL and one.each is other.each and one.verb == other.verb:
        return None
    if one.measure is not other.measure and not _static(one, other):
        return "measure-changed"
    if one.each is not other.each:
        return "measure-changed"
    if one.measure is Measure.INCREMENT and one.verb != other.verb:
        return "measure-changed"
    for code, first, second in (
        ("period-changed", one.period, other.period),
        ("reference-changed", one.reference, other.reference),
        ("reference-changed", one.of, other.of),
        ("measure-changed", one.aspect, other.aspect),
    ):
        if first != second and relation is Relation.NOT_COMPARABLE:
            return code
    if one.measure is not Measure.RELATIVE and one.base != other.base and relation is Relation.NOT_COMPARABLE:
        return "figure-unit-changed"
    if one.baseline is not None and other.baseline is not None and one.baseline != other.baseline:
        return "baseline-changed"
    return None


def _static(one: Phrase, other: Phrase) -> bool:
    """Say whether two measures are one: a bare amount is a level if the figures are near enough."""
    if one.measure not in _STATIC or other.measure not in _STATIC:
        return False
    if one.dimension == "share" or one.figure is None or other.figure is None:
        return True
    low, high = sorted((abs(one.figure), abs(other.figure)))
    return low == high or high < _NEAR * low


def _moved(one: Phrase, other: Phrase) -> int | None:
    """Return 1 if the figure went up, -1 if it went down, 0 if its ends went both ways, None if it stayed."""
    if one.measure is Measure.RELATIVE:
        before, after = one.margin or 0, other.margin or 0
        return None if before == after else 1 if after > before else -1
    if (one.comparator in _FLOORS and other.comparator in _CAPS) or (
        one.comparator in _CAPS and other.comparator in _FLOORS
    ):
        return None
    low = _step(one.low, other.low)
    high = _step(one.high, other.high)
    if one.low is None or other.low is None or one.high is None or other.high is None:
        # A floor beside a point: what counts is the figure.
        figure = _step(one.figure, other.figure)
        return figure or None
    if not low and not high:
        return None
    if low * high < 0:
        return None
    return low or high


def _step(before: object, after: object) -> int:
    if before is None or after is None or before == after:
        return 0
    return 1 if after > before else -1  # type: ignore[operator]


def _by_direction(one: Phrase, other: Phrase, moved: int, direction: Direction | None) -> str:
    if one.measure is Measure.RANK:
        return "target-raised" if moved < 0 else "target-lowered"
    if direction is Direction.LESS:
        return "limit-tightened" if moved < 0 else "limit-relaxed"
    if direction is Direction.MORE:
        return "target-raised" if moved > 0 else "target-lowered"
    return "figure-changed"


def _flipped(one: Phrase, other: Phrase) -> bool:
    return (one.comparator in _FLOORS and other.comparator in _CAPS) or (
        one.comparator in _CAPS and other.comparator in _FLOORS
    )


def _absolute(phrase: Phrase) -> bool:
    """Say whether a phrase gives an amount that only means something beside the size of the place."""
    return phrase.measure not in _RELATIVE_MEASURES and phrase.dimension in _ABSOLUTE


def _same_text(one: PhraseAt, other: PhraseAt) -> bool:
    return one.text == other.text


def _same_measure(one: PhraseAt, other: PhraseAt) -> bool:
    a, b = one.phrase, other.phrase
    return a is not None and b is not None and (a.measure, a.base, a.aspect) == (b.measure, b.base, b.aspect)


def _same_base(one: PhraseAt, other: PhraseAt) -> bool:
    a, b = one.phrase, other.phrase
    return (
        a is not None
        and b is not None
        and a.base == b.base
        and (a.measure in _STATIC) is (b.measure in _STATIC)
    )


def _folded(text: str) -> str:
    return folded(text) or text
