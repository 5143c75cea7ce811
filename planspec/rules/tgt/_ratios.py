"""Ratios: shares, per-head figures, days of the year; and which way they can move."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from planspec.model import Target
from planspec.phrase import Comparator, Measure, Phrase, Trend
from planspec.rules.tgt._clash import HUNDRED, Clash, apart, in_unit_of, middle, plus, quotient, same_bound
from planspec.rules.tgt._figures import (
    GROWTH,
    LEVEL,
    Fact,
    Figures,
    at_constant_prices,
    clearly_below,
    facts_of,
    states_level,
)
from planspec.rules.tgt._shared import Interval, interval
from planspec.source.message import Message, Template

RATIO = Template(
    zh="“{name}”为“{text}”，而“{top}”（{top_text}）除以“{bottom}”（{bottom_text}）得{value}，两处对不上；请核对这几个"
    "数字，口径不同的请写明",
    en="“{name}” is “{text}”, but “{top}” ({top_text}) divided by “{bottom}” ({bottom_text}) gives {value}; check "
    "these figures, and state the scopes if they differ",
)
MOVES = Template(
    zh="“{name}”要求“{text}”，但按“{top}”“{top_text}”、“{bottom}”“{bottom_text}”，{told}；请核对这几个数字",
    en="“{name}” is to be “{text}”, but with “{top}” at “{top_text}” and “{bottom}” at “{bottom_text}” {told}; "
    "check these figures",
)
DAYS = Template(
    zh="“{name}”为“{text}”，超过全年的{days}天；请核对",
    en="“{name}” is “{text}”, more than the {days} days of the year; check it",
)

DAYS_OF_YEAR: Final = "calendar-days"
"""The registry's id of what a plan's year itself gives."""


class _Side(NamedTuple):
    """The numerator or denominator of a ratio as the plan states it, or as the year gives it."""

    name: str
    text: str
    base: str
    range: Interval
    stated: Interval
    fact: Fact | None

    @property
    def exact(self) -> bool:
        return self.fact is None or self.fact.phrase.comparator is Comparator.EQ


def ratio(target: Target, figures: Figures) -> Iterator[Clash]:
    """A ratio is its numerator divided by its denominator: shares, per-head figures, yields."""
    indicator = target.indicator
    if indicator is None:
        return
    for fact in facts_of(target):
        phrase = fact.phrase
        if phrase.figure is None or phrase.period:
            continue
        if phrase.of and phrase.measure is Measure.SHARE:
            whole = figures.plan.registry.indicator(phrase.of)
            pair = (indicator.id, whole.id) if whole is not None else None
        else:
            pair = indicator.quotient if phrase.measure in LEVEL and states_level(fact) else None
        if pair is None:
            continue
        top = _side(pair[0], target, figures)
        bottom = _side(pair[1], target, figures)
        if top is not None and bottom is not None:
            yield from _divided(fact, top, bottom)


def _side(id: str, near: Target, figures: Figures) -> _Side | None:
    if id == DAYS_OF_YEAR:
        days = _days(figures.plan.year)
        text = "天或".join(str(day) for day in days) + "天"
        both = Interval(Decimal(days[0]), Decimal(days[-1]))
        return _Side("全年天数", text, "天", both, both, None)
    fact = figures.of(id, LEVEL, near)
    if fact is None or fact.phrase.figure == 0:
        return None
    stated = interval(fact.phrase, as_stated=True)
    return _Side(
        fact.target.name, fact.one.text, fact.phrase.base or "元", interval(fact.phrase), stated, fact
    )


def _days(year: int | None) -> tuple[int, ...]:
    """Return the days of the year; both possibilities where the plan has no year."""
    return (365, 366) if year is None else (366 if isleap(year) else 365,)


def _divided(fact: Fact, top: _Side, bottom: _Side) -> Iterator[Clash]:
    phrase = fact.phrase
    factor = _factor(fact, top, bottom)
    if factor is None:
        return
    sure = apart(interval(phrase), quotient(top.range, bottom.range, factor))
    if not sure:
        alike = top.fact is not None and same_bound(phrase, top.fact.phrase)
        implied = quotient(top.stated, bottom.stated, factor)
        if not (alike and bottom.exact and apart(interval(phrase, as_stated=True), implied)):
            return
    message = RATIO(
        name=fact.target.name,
        text=fact.one.text,
        top=top.name,
        top_text=top.text,
        bottom=bottom.name,
        bottom_text=bottom.text,
        value=in_unit_of(phrase, middle(top.stated) / middle(bottom.stated) * factor),
    )
    others = tuple(side.fact for side in (top, bottom) if side.fact is not None)
    yield Clash(fact, others, message, sure)


def _factor(fact: Fact, top: _Side, bottom: _Side) -> Decimal | None:
    """Return what turns numerator ÷ denominator into the unit of the ratio; None if they do not fit."""
    phrase = fact.phrase
    if phrase.dimension == "share":
        return HUNDRED if top.base == bottom.base else None
    if "/" in phrase.base:
        return Decimal(1) if phrase.base == f"{top.base}/{bottom.base}" else None
    if not phrase.base:
        return Decimal(1) if top.base == bottom.base else None
    if phrase.base != top.base or bottom.base != "人":
        return None
    name = fact.target.name  # 每万人有效发明专利拥有量: 7件
    return Decimal(10_000 if "万人" in name else 1000 if "千人" in name else 1)


def ratio_moves(target: Target, figures: Figures) -> Iterator[Clash]:
    """A ratio rises only if its numerator grows faster than its denominator, and moves as far as both say."""
    indicator = target.indicator
    if indicator is None or indicator.quotient is None:
        return
    for fact in facts_of(target):
        phrase = fact.phrase
        grows = phrase.measure is Measure.GROWTH and phrase.figure is not None
        way = _way(phrase)
        if (way == 0 and not grows) or phrase.reference or phrase.period:
            continue
        sides = figures.each(indicator.quotient, GROWTH, target)
        if len(sides) < 2 or not _one_price_basis(sides):
            continue
        top, bottom = (side.phrase for side in sides)
        if grows:
            implied = _relative_growth(interval(top), interval(bottom))
            if not apart(interval(phrase), implied):
                continue
            result = in_unit_of(phrase, middle(implied))
            told = Message(f"推算增速为{result}", f"its growth comes out at {result}")
        elif clearly_below(top, bottom) and way > 0:
            told = Message("推算比值会下降", "the ratio falls")
        elif clearly_below(bottom, top) and way < 0:
            told = Message("推算比值会上升", "the ratio rises")
        else:
            continue
        yield Clash(fact, tuple(sides), _moved(fact, sides, told), sure=True)


def _moved(fact: Fact, sides: list[Fact], told: Message) -> Message:
    top, bottom = sides
    gaps = {
        "name": fact.target.name,
        "text": fact.one.text,
        "top": top.target.name,
        "top_text": top.one.text,
        "bottom": bottom.target.name,
        "bottom_text": bottom.one.text,
    }
    return Message(
        MOVES.zh.format(**gaps, told=told.zh),
        MOVES.en.format(**gaps, told=told.en),
    )


def _way(phrase: Phrase) -> int:
    """Return 1 if a phrase wants more, -1 if it wants less, 0 if it does not say."""
    if phrase.measure is Measure.TREND:
        return {Trend.UP: 1, Trend.DOWN: -1}.get(phrase.trend, 0) if phrase.trend is not None else 0
    if phrase.measure is Measure.CHANGE:
        return (phrase.low is not None and phrase.low > 0) - (phrase.high is not None and phrase.high < 0)
    return 0


def _relative_growth(top: Interval, bottom: Interval) -> Interval:
    """Return the growth in per cent of a ratio whose sides grow by so much."""
    return plus(quotient(plus(top, HUNDRED), plus(bottom, HUNDRED), HUNDRED), -HUNDRED)


def _one_price_basis(facts: list[Fact]) -> bool:
    """Say whether the growth of two amounts of money is at the same prices: 研发经费 is not, beside 生产总值."""
    bases = {
        at_constant_prices(fact.target.indicator)
        for fact in facts
        if fact.target.indicator is not None and fact.target.indicator.dimension.startswith("money")
    }
    return len(bases) <= 1


def days(target: Target, figures: Figures) -> Iterator[Clash]:
    """A year has no more days than it has."""
    indicator = target.indicator
    if indicator is None or DAYS_OF_YEAR not in indicator.within:
        return
    most = _days(figures.plan.year)[-1]
    for fact in facts_of(target):
        phrase = fact.phrase
        if (
            phrase.measure in LEVEL
            and phrase.base == "天"
            and phrase.figure is not None
            and phrase.figure > most
        ):
            yield Clash(fact, (), DAYS(name=target.name, text=fact.one.text, days=most), sure=True)
