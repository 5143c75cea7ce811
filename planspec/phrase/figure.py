"""The figure of a phrase with its comparators and its unit: 4.27万户以上, 不低于5400元/年, 5—10亿元."""

import re
from decimal import Decimal
from typing import Final, NamedTuple

from planspec.phrase import words
from planspec.phrase.form import Comparator
from planspec.phrase.numbers import NUMBER, SCALE, plain, power, read
from planspec.phrase.units import Unit, look_up

EQ, GE, GT, RANGE = Comparator.EQ, Comparator.GE, Comparator.GT, Comparator.RANGE
LE, LT, APPROX = Comparator.LE, Comparator.LT, Comparator.APPROX


class Figure(NamedTuple):
    """One number or two, in the base of their unit, and how they bind."""

    low: Decimal
    high: Decimal
    """The same as `low` unless the comparator is RANGE."""
    quantum: Decimal
    unit: Unit
    comparator: Comparator
    double: bool
    level: bool
    """The comparator by itself sets a level (突破, 不少于, 以内)."""
    bare: bool
    """Nothing but the number was written. (In characters that is no figure, except for 千亿 and the like.)"""


_FIGURE: Final = re.compile(
    f"({words.any_of(words.BOUNDS)})?"
    f"({NUMBER})([余多]?)({SCALE})?([余多]?)"
    f"(?:([^0-9-]{{0,12}}?)(?:-+|至|到)({NUMBER})({SCALE})?)?"
    "([^0-9 ]{0,16}?[23]?)"
    f"({words.any_of(words.LIMITS)})?"
).fullmatch

_SERIAL: Final = frozenset(("期", "批", "届", "轮"))
"""Units that after a number in characters tell which one, not how many (二期), or not even that (一批)."""
_ORDINALS: Final = frozenset("零一二三四五六七八九十两")

_FRACTION: Final = re.compile(f"(百分之|千分之|万分之)({NUMBER}|百)").sub
_SIGNS: Final = {"百分之": "%", "千分之": "‰", "万分之": "‱"}


def figure(text: str, *, per: str = "", floor: str | None = None, caps: bool = False) -> Figure | None:
    """Read `text` (folded) as a figure with its comparators; None if any of it is something else.

    `per` is a denominator said before (每人每月: "人·月"), `floor` a comparator said before (至少新增…), and with
    `caps` a figure without any comparator is an upper bound (控制在3%).
    """
    if "分之" in text:
        text = _FRACTION(lambda match: match[2].replace("百", "100") + _SIGNS[match[1]], text)
    match = _FIGURE(text)
    if match is None:
        return None
    bound, digits, more, scale, more_too, unit_too, digits_too, scale_too, unit_name, limit = match.groups()
    unit = look_up(f"{unit_name}/{per}" if per else unit_name)
    if unit is None:
        return None
    bare = not unit_name and not scale
    if (bare or unit_name in _SERIAL) and digits[-1] in _ORDINALS:
        return None
    if floor:
        if bound:
            return None
        bound = floor
    if more or more_too:
        if bound or digits_too or (more and more_too):
            return None
        bound = "超过"
    binding = (_RANGE_BINDINGS if digits_too else _BINDINGS).get((bound, limit))
    if binding is None:
        return None
    comparator, double, level = binding
    if caps and comparator is EQ:
        comparator = LE

    if digits_too:
        pair = _pair(digits, scale or "", unit_too, digits_too, scale_too or "", unit)
        if pair is None:
            return None
        low, high, quantum = pair
    else:
        number = read(digits, scale or "")
        if number is None:
            return None
        low, last = number
        quantum = power(last)
        if unit.factor != 1:
            low = plain(low * unit.factor)
            quantum = plain(quantum * unit.factor)
        high = low
    return Figure(low, high, quantum, unit, comparator, double, level, bare)


_WIDEST: Final = power(12)
"""Both ends of a range must be writable in one scale."""


def _pair(
    digits: str, scale: str, unit_name: str, digits_too: str, scale_too: str, unit_too: Unit
) -> tuple[Decimal, Decimal, Decimal] | None:
    """Read both ends of a range. What the first end lacks (scale, unit) it takes from the second."""
    second = read(digits_too, scale_too)
    unit = look_up(unit_name) if unit_name else unit_too
    if second is None or unit is None or unit.base != unit_too.base:
        return None
    high = second[0] * unit_too.factor
    for guess in (scale,) if scale or unit_name else (scale_too, ""):
        first = read(digits, guess)
        if first is not None and first[0] * unit.factor < high:
            quantum = min(power(first[1]) * unit.factor, power(second[1]) * unit_too.factor)
            if high >= quantum * _WIDEST:
                return None
            return plain(first[0] * unit.factor), plain(high), plain(quantum)
    return None


_Binding = tuple[Comparator, bool, bool]


def _bind(bound: str | None, limit: str | None) -> _Binding | None:
    """Return the comparator that the words before and after one figure make, whether they are two, and set a level.

    Two of one direction are the weaker of both; two of different directions are not understood.
    """
    before = words.BOUNDS[bound] if bound else None
    after = words.LIMITS[limit] if limit else None
    level = bound in words.LEVEL_BOUNDS or before in (LE, LT) or after is LE
    if before is None or after is None:
        return before or after or EQ, False, level
    agree = after is APPROX if before is APPROX else before in ((GE, GT) if after is GE else (LE, LT))
    return (after, True, level) if agree and (after is APPROX) == (before is APPROX) else None


_BINDINGS: Final[dict[tuple[str | None, str | None], _Binding]] = {
    (bound, limit): binding
    for bound in (None, *words.BOUNDS)
    for limit in (None, *words.LIMITS)
    if (binding := _bind(bound, limit)) is not None
}
_RANGE_BINDINGS: Final[dict[tuple[str | None, str | None], _Binding]] = {
    (None, None): (RANGE, False, False),
    (None, "左右"): (RANGE, True, False),
    ("约", None): (RANGE, True, False),
}
