"""The figure of a phrase with its comparators and its unit: 4.27万户以上, 不低于5400元/年, 5—10亿元."""

import functools
import re
from decimal import Decimal
from typing import Final, NamedTuple

import msgspec

from planspec.phrase import words
from planspec.phrase.form import Comparator
from planspec.phrase.numbers import NUMBER, ONE, SCALE, plain, power, read
from planspec.phrase.units import Unit, look_up

EQ, GE, GT, RANGE = Comparator.EQ, Comparator.GE, Comparator.GT, Comparator.RANGE
LE, LT, APPROX = Comparator.LE, Comparator.LT, Comparator.APPROX


class Figure(msgspec.Struct, frozen=True, gc=False):
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
    """Nothing but the number was written. (In characters that is no figure, except for 千亿.)"""


class Tail(NamedTuple):
    """What stands after the number."""

    more: bool
    """余 or 多."""
    scale: str | None
    unit: str
    limit: str | None


_SINGLE: Final = re.compile(f"({words.any_of(words.BOUNDS)})?({NUMBER})([^0-9].*)?").fullmatch
_RANGE: Final = re.compile(
    f"(约)?({NUMBER})({SCALE})?([^0-9 -]{{0,12}}?)(?:-{{1,3}}|至|到)({NUMBER})({SCALE})?"
    "([^0-9 -]{0,16}?[23]?)(左右)?"
).fullmatch
_BETWEEN: Final = re.compile("[-至到]").search
_TAIL: Final = re.compile(
    f"([余多])?({SCALE})?([余多])?([^0-9 -]{{0,16}}?[23]?)({words.any_of(words.LIMITS)})?"
).fullmatch

_SERIAL: Final = frozenset(("期", "批", "届", "轮"))
"""Units that after a number in characters tell which one (二期), or nothing definite (一批)."""

_FRACTION: Final = re.compile(f"(百分之|千分之|万分之)({NUMBER}|百)").sub
_SIGNS: Final = {"百分之": "%", "千分之": "‰", "万分之": "‱"}


def figure(text: str, per: str = "", floor: str | None = None, caps: bool = False) -> Figure | None:
    """Read `text` (folded) as a figure with its comparators; None if any of it is something else.

    `per` is a denominator said before (每人每月: "人·月"), `floor` a comparator said before (至少新增…);
    with `caps` a figure without any comparator is an upper bound (控制在3%).
    """
    if "分之" in text:
        text = _FRACTION(lambda match: match[2].replace("百", "100") + _SIGNS[match[1]], text)
    match = _SINGLE(text)
    if match is not None:
        bound, digits, tail = match.groups()
        if bound and floor:
            return None
        found = single(bound or floor, digits, tail or "", per, caps)
        if found is not None:
            return found
    return _range(text, per) if floor is None and _BETWEEN(text) else None


def single(bound: str | None, digits: str, tail_text: str, per: str, caps: bool) -> Figure | None:
    """Make a figure of one number, the comparator before it, and all that follows it; None if they do not fit."""
    tail = read_tail(tail_text)
    if tail is None:
        return None
    more, scale, unit_name, limit = tail
    number = read(digits, scale)
    unit = look_up(f"{unit_name}/{per}" if per else unit_name)
    if unit is None or number is None:
        return None
    bare = not (unit_name or scale)
    if not digits.isascii() and (unit_name in _SERIAL or (bare and digits[-1] not in "万亿")):
        return None
    if more:
        if bound:
            return None
        bound = "超过"
    binding = _BINDINGS.get((bound, limit))
    if binding is None:
        return None
    comparator, double, level = binding
    if caps and comparator is EQ:
        comparator = LE
    value, quantum = number
    if unit.factor is not ONE:
        value = plain(value * unit.factor)
        quantum = plain(quantum * unit.factor)
    return Figure(value, value, quantum, unit, comparator, double, level, bare)


@functools.lru_cache(maxsize=1 << 12)
def read_tail(text: str) -> Tail | None:
    """Read all that follows a number; None if it is something else. Tails are few, so they are remembered."""
    match = _TAIL(text)
    if match is None:
        return None
    more, scale, more_too, unit, limit = match.groups()
    return None if more and more_too else Tail(bool(more or more_too), scale, unit, limit)


_WIDEST: Final = power(12)
"""Both ends of a range must be writable in one scale."""


def _range(text: str, per: str) -> Figure | None:
    """Read 5-10亿元, 5000万元至1亿元. What the first end lacks (scale, unit) it takes from the second."""
    match = _RANGE(text)
    if match is None:
        return None
    about, digits, scale, unit_name, digits_too, scale_too, unit_name_too, about_too = match.groups()
    unit_too = look_up(f"{unit_name_too}/{per}" if per else unit_name_too)
    unit = look_up(f"{unit_name}/{per}" if per else unit_name) if unit_name else unit_too
    second = read(digits_too, scale_too)
    if (
        unit is None
        or unit_too is None
        or unit.base != unit_too.base
        or second is None
        or (about and about_too)
    ):
        return None
    high = second[0] * unit_too.factor
    for guess in (scale,) if scale or unit_name else (scale_too, None):
        first = read(digits, guess)
        if first is not None and first[0] * unit.factor < high:
            quantum = min(first[1] * unit.factor, second[1] * unit_too.factor)
            if high >= quantum * _WIDEST:
                return None
            low = plain(first[0] * unit.factor)
            bare = not (unit_name_too or scale_too)
            double = bool(about or about_too)
            return Figure(low, plain(high), plain(quantum), unit_too, RANGE, double, False, bare)
    return None


_Binding = tuple[Comparator, bool, bool]


def _bind(bound: str | None, limit: str | None) -> _Binding | None:
    """Return the comparator that the words around one figure make, whether it is double, and sets a level.

    Two of one direction are the weaker of both; two of different directions are not understood.
    """
    before = words.BOUNDS[bound] if bound else None
    after = words.LIMITS[limit] if limit else None
    level = bound in words.LEVEL_BOUNDS or before in (LE, LT) or after is LE
    if before is None or after is None:
        return before or after or EQ, False, level
    agree = before is APPROX if after is APPROX else before in ((GE, GT) if after is GE else (LE, LT))
    return (after, True, level) if agree else None


_BINDINGS: Final[dict[tuple[str | None, str | None], _Binding]] = {
    (bound, limit): binding
    for bound in (None, *words.BOUNDS)
    for limit in (None, *words.LIMITS)
    if (binding := _bind(bound, limit)) is not None
}
