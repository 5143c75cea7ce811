"""Phrases with a figure: 增长7%左右, 达到4.27万户, 占GDP比重17%以上, 从650元/月提高到700元/月."""

import re
from decimal import Decimal
from typing import Final, NamedTuple

import msgspec

from planspec.phrase import words
from planspec.phrase.figure import figure
from planspec.phrase.form import Comparator, Measure, Phrase, Trend
from planspec.phrase.opening import Opening
from planspec.phrase.units import Unit
from planspec.phrase.words import Side, any_of

EQ, GE, GT, RANGE = Comparator.EQ, Comparator.GE, Comparator.GT, Comparator.RANGE
LE, LT = Comparator.LE, Comparator.LT
AMOUNT, LEVEL, SHARE = Measure.AMOUNT, Measure.LEVEL, Measure.SHARE
GROWTH, CHANGE = Measure.GROWTH, Measure.CHANGE

_THEN: Final = f"(?={any_of((*words.MOVES, *words.NET, *words.RATES))})"
_YEAR: Final = "[0-9]{4}年(?:底|末|同期)?|十[二三四五]五(?:期?末|时期|期间)?"

_HEAD: Final = re.compile(
    f"(?:{any_of(words.LEADS)}(?!率))?"
    f"({any_of(words.EACH)})?"
    "(至少|最少|最多|至多)?"
    # the base of growth: none (the year before), the period before, a year, something else
    f"(?:同比{any_of(words.LAST_YEAR)}?{_THEN}|(环比){_THEN}"
    f"|[较比](?:{any_of(words.LAST_YEAR)}|({_YEAR})){_THEN}|在([一-龥0-9]{{1,10}}?)基础上再?{_THEN})?"
    # what the figure is of: place and noun, the whole of a share, 每人每月
    f"(?:({any_of(words.PLACES)})?({any_of(words.SUBJECTS)})"
    "|占([^0-9,，;、占的][^0-9,，;、占]{0,23}?)的?(?:比重|比例|比率|份额|比)"
    "|((?:每(?:人|户|亩|月|年|天|日|生|公里|平方米|吨|床|班)){1,2})"
    ")?"
    f"(?:同比{_THEN})?"
    # verb, or verb of increments, and what links it to the figure
    f"(?:({any_of((*words.NET, *words.MOVES))})|(新?{any_of(words.MAKING)}{{1,3}}))?"
    f"({any_of(words.LINKS)})?"
).match
"""Everything before the figure; it matches any text, if need be with nothing."""

_NO_HEAD: Final[tuple[str | None, ...]] = (None,) * 12
_DIGITS: Final = frozenset("0123456789")

_RISE: Final = re.compile(
    f"(?:(.{{0,24}}?)[从由])?([^从由]{{2,24}}?)({any_of(words.MOVES)}(?:到|至|为).+)"
).fullmatch


def quantity(text: str, folded: str, opening: Opening) -> Phrase | None:
    """Read `folded`, whose beginning is `opening`; None unless all of it is a phrase with a figure."""
    start = opening.end
    parts = _NO_HEAD
    if folded[start : start + 1] not in _DIGITS:
        head = _HEAD(folded, start)
        assert head is not None
        parts, start = head.groups(), head.end()
    each, floor, chain, year, base, place, noun, whole, per, verb, making, link = parts
    sense = _SENSES.get((_MAKING if making else verb, link))
    if sense is None:
        return None
    measure, sign, trend, caps = sense
    moves = measure is GROWTH
    per = per[1:].replace("每", "·") if per else ""
    read = figure(folded[start:], per, floor, caps)
    if read is None:
        return _rise(text, folded, opening) if "到" in folded or "至" in folded else None
    unit, comparator = read.unit, read.comparator
    dimension = unit.dimension
    if read.level and measure is AMOUNT:
        measure = LEVEL

    aspect = reference = ""
    subject = words.SUBJECTS[noun] if noun else _PART if whole else None
    if subject is not None:
        if subject.sign < 0 and verb:  # 降幅扩大 would turn twice
            return None
        named = _with_noun(measure, subject, place or "")
        if named is None:
            return None
        measure, aspect, reference, sign_too = named
        sign *= sign_too
        if whole and measure is SHARE:
            aspect = ""
    if dimension != "share":
        fitting = _without_percent(measure, unit, aspect, moves=moves)
        if fitting is None:
            return None
        measure = fitting
        if measure is CHANGE and unit.name == "位":
            unit, dimension = _PLACE, "rank"
    since = "环比" if chain else year or base
    if since and since not in words.LAST_YEAR:
        if reference or not (measure is GROWTH or measure is CHANGE):
            return None
        reference = since
    low, high = read.low, read.high
    if read.bare and measure in _COUNTING and comparator in _DATING and _like_a_year(low):
        return None
    if dimension == "time" and (making or (unit.name == "年" and _like_a_year(low / unit.factor))):
        return None
    period = opening.period
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
        read.quantum,
        opening.firmness,
        whole or "",
        aspect,
        reference,
        None,
        None,
        None,
        trend,
        making if making and making != "新增" else "",
        period,
        each is not None,
        read.double,
    )


class _Sense(NamedTuple):
    """What the verb says."""

    measure: Measure
    sign: int = 1
    trend: Trend | None = None
    caps: bool = False
    """The figure is an upper bound unless a comparator says otherwise."""


_MAKING: Final = "making"
"""Stands for any verb of words.MAKING in the table below."""


def _sense(verb: str | None, link: str | None) -> _Sense | None:
    """Return what a verb and its link to the figure say together; None if they do not fit."""
    to = words.LINKS[link] if link else None
    if verb is None:
        return _Sense(LEVEL, trend=to.trend, caps=to.caps) if to else _Sense(AMOUNT)
    if verb in words.MOVES:
        sign = words.MOVES[verb]
        if link in words.ARRIVING:
            return _Sense(LEVEL, trend=Trend.UP if sign > 0 else Trend.DOWN)
        return _Sense(GROWTH, sign, caps=to is not None and to.caps)
    if link is None or link in words.REACHING:
        return _Sense(Measure.INCREMENT if verb == _MAKING else Measure.NET_INCREMENT)
    return None


_SENSES: Final = {
    (verb, link): sense
    for verb in (None, _MAKING, *words.NET, *words.MOVES)
    for link in (None, *words.LINKS)
    if (sense := _sense(verb, link)) is not None
}
_PART: Final = words.SUBJECTS["比重"]
_COUNTING: Final = (AMOUNT, Measure.INCREMENT)
_DATING: Final = (EQ, RANGE)
"""Measures and comparators with which a bare number may be a year."""
_PLACE: Final = Unit("位", "位", "rank", Decimal(1))
"""What 位 is where a rank changes; elsewhere it counts persons."""


def _with_noun(measure: Measure, noun: words.Subject, place: str) -> tuple[Measure, str, str, int] | None:
    """Return what a phrase with `noun` before its verb is; None if they do not fit.

    The parts are its measure, the aspect, where that holds, and the sign of the figure.
    """
    side, name, sign = noun
    if place and side is not Side.SHARE:
        return None
    static = measure is LEVEL or measure is AMOUNT
    if side is Side.HEAD:
        return measure, name, "", 1
    if side is Side.TOTAL:
        return (LEVEL, "", "", 1) if static else (measure, name, "", 1)
    if not static and measure is not GROWTH:
        return None
    if side is Side.RATE:
        return GROWTH, "" if static else name, "", sign
    return (SHARE, name, place, 1) if static else (GROWTH, name or "比重", place, 1)


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


def _rise(text: str, folded: str, opening: Opening) -> Phrase | None:
    """Read a level with its baseline: 从不低于650元/月提高到不低于700元/月, 占比从35%提高到38%."""
    match = _RISE(folded, opening.end)
    if match is None:
        return None
    subject, start, end = match.groups()
    before = figure(start)
    after = quantity(text, (subject or "") + end, opening._replace(end=0))
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
