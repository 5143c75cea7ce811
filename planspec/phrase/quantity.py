"""Phrases with a figure: 增长7%左右, 达到4.27万户, 占GDP比重17%以上, 从650元/月提高到700元/月."""

import re
from decimal import Decimal
from typing import Final

import msgspec

from planspec.phrase import words
from planspec.phrase.figure import Figure, figure, single
from planspec.phrase.form import Comparator, Measure, Phrase
from planspec.phrase.head import Head, head_of, read_head
from planspec.phrase.numbers import ARABIC
from planspec.phrase.opening import read_opening
from planspec.phrase.units import Unit
from planspec.phrase.words import Side, Subject, any_of

EQ, GE, GT, RANGE = Comparator.EQ, Comparator.GE, Comparator.GT, Comparator.RANGE
LE, LT = Comparator.LE, Comparator.LT
AMOUNT, LEVEL, SHARE = Measure.AMOUNT, Measure.LEVEL, Measure.SHARE
GROWTH, CHANGE, INCREMENT = Measure.GROWTH, Measure.CHANGE, Measure.INCREMENT

_ONE_NUMBER: Final = re.compile(f"([^0-9]*)({ARABIC})([^0-9]*[23]?)").fullmatch
_RISE: Final = re.compile(
    f"(?:(.{{0,24}}?)[从由])?([^从由]{{2,24}}?)({any_of(words.MOVES)}(?:到|至|为).+)"
).fullmatch


def quantity(text: str, folded: str) -> Phrase | None:
    """Read `folded`; None unless all of it is a phrase with a figure.

    Nearly all phrases are a head, one number in digits and a tail, and there are few heads and tails; the
    others (numbers in characters, ranges, years in the head) are divided where the head ends.
    """
    match = _ONE_NUMBER(folded)
    if match is not None and "分之" not in folded:
        before, digits, after = match.groups()
        head = read_head(before)
        if head is None or (head.bound and head.floor):
            return None
        read = single(head.bound or head.floor, digits, after, head.per, head.caps)
        return None if read is None else _phrase(text, head, read)
    before = head_of(folded)
    head = read_head(before)
    if head is None:
        return None
    read = figure(folded[len(before) :], head.per, head.floor, head.caps)
    return _rise(text, folded) if read is None else _phrase(text, head, read)


def _phrase(text: str, head: Head, figure: Figure) -> Phrase | None:
    """Put head and figure together; None if they do not fit."""
    measure, sign, subject = head.measure, head.sign, head.subject
    unit, comparator = figure.unit, figure.comparator
    dimension = unit.dimension
    moves = measure is GROWTH
    if measure is AMOUNT and figure.level:
        measure = LEVEL

    aspect = reference = ""
    if subject is not None:
        named = _with_subject(measure, subject, head.place)
        if named is None:
            return None
        measure, aspect, reference = named
        sign *= subject.sign
        if head.whole and measure is SHARE:
            aspect = ""
    if dimension != "share":
        fitting = _without_percent(measure, unit, aspect, moves=moves)
        if fitting is None:
            return None
        measure = fitting
        if measure is CHANGE and unit.name == "位":
            unit, dimension = _PLACE, "rank"
    if head.since:
        if reference or not (measure is GROWTH or measure is CHANGE):
            return None
        reference = head.since
    low, high = figure.low, figure.high
    if figure.bare and measure in _COUNTING and comparator in _DATING and _like_a_year(low):
        return None
    if dimension == "time" and (
        measure is INCREMENT or (unit.name == "年" and _like_a_year(low / unit.factor))
    ):
        return None
    period = head.opening.period
    if period == "年均" and measure is GROWTH:
        measure, period = Measure.MEAN_GROWTH, ""
    if sign < 0:
        low, high = -high, -low
        comparator = words.MIRRORED[comparator]
    return Phrase(
        text,
        measure,
        comparator,
        None if comparator is LE or comparator is LT else low,
        None if comparator is GE or comparator is GT else high,
        unit.name,
        unit.base,
        dimension,
        figure.quantum,
        head.opening.firmness,
        head.whole,
        aspect,
        reference,
        None,
        None,
        None,
        head.trend,
        head.making,
        period,
        head.each,
        figure.double,
    )


_PLACE: Final = Unit("位", "位", "rank", Decimal(1))
"""What 位 is where a rank changes; elsewhere it counts persons."""
_COUNTING: Final = (AMOUNT, INCREMENT)
_DATING: Final = (EQ, RANGE)
"""Measures and comparators with which a bare number may be a year."""


def _with_subject(measure: Measure, subject: Subject, place: str) -> tuple[Measure, str, str] | None:
    """Return measure, aspect and place of a phrase that names a side of its indicator; None if they do not fit."""
    side, name, _ = subject
    if place and side is not Side.SHARE:
        return None
    static = measure is LEVEL or measure is AMOUNT
    if side is Side.HEAD:
        return measure, name, ""
    if side is Side.TOTAL:
        return (LEVEL, "", "") if static else (measure, name, "")
    if not static and measure is not GROWTH:
        return None
    if side is Side.RATE:
        return GROWTH, "" if static else name, ""
    return (SHARE, name, place) if static else (GROWTH, name or "比重", place)


def _without_percent(measure: Measure, unit: Unit, aspect: str, *, moves: bool) -> Measure | None:
    """Return the measure of a phrase whose unit is no share; None if it needs one.

    What grows by 30户 changes; 满意度 may be a score.
    """
    if measure is GROWTH:
        return CHANGE if moves else None if unit.name else GROWTH
    if measure is SHARE and unit.name:
        return LEVEL if unit.dimension == "score" and aspect else None
    return measure


def _like_a_year(number: Decimal) -> bool:
    return 1900 <= number <= 2100


def _rise(text: str, folded: str) -> Phrase | None:
    """Read a level with its baseline: 从不低于650元/月提高到不低于700元/月, 占比从35%提高到38%."""
    opening = read_opening(folded)
    match = _RISE(folded, opening.end) if opening else None
    if opening is None or match is None:
        return None
    subject, start, end = match.groups()
    before = figure(start)
    after = quantity(text, folded[: opening.end] + (subject or "") + end)
    if before is None or after is None or after.baseline is not None:
        return None
    if before.double or before.comparator is RANGE:
        return None
    unscaled = after.quantum <= 1 and after.unit == after.base
    if before.unit.name != after.unit and not (before.bare and unscaled):
        return None
    return msgspec.structs.replace(
        after,
        baseline=before.low,
        baseline_comparator=before.comparator,
    )
