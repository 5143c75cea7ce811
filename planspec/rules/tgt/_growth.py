"""Level, growth and last year's figure of one indicator: each follows from the others."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from planspec.model import Target
from planspec.phrase import Comparator, Measure, Phrase
from planspec.rules.tgt._clash import HUNDRED, Clash, apart, in_unit_of, middle, plus, quotient, same_bound
from planspec.rules.tgt._figures import (
    CHANGE,
    GROWTH,
    LEVEL,
    Fact,
    Figures,
    at_constant_prices,
    facts_of,
    states_level,
)
from planspec.rules.tgt._shared import Interval, interval
from planspec.source.message import Template

GROWS = Template(
    zh="“{name}”由{baseline}到“{level}”，{what}应为{value}，这里却是“{text}”；请核对，按可比口径计算的请写明",
    en="“{name}” goes from {baseline} to “{level}”, which makes {value} as {what_en}, yet it is “{text}” here; check, "
    "and say so if the rate is on a comparable basis",
)


def baseline(target: Target, figures: Figures) -> Iterator[Clash]:
    """Level, baseline, growth and change of one indicator: each follows from two others."""
    own = list(facts_of(target))
    level = next((fact for fact in own if _is_level(fact)), None)
    if level is None and target.baseline is not None and target.indicator is not None:
        level = figures.of(target.indicator.id, LEVEL, target)
    if level is None or level.phrase.period or not level.phrase.figure:
        return
    change = _moving(CHANGE, own)
    before, text = _before(target, level, change)
    if before is None or before.low is None or before.high is None or before.low <= 0:
        return
    elsewhere = target.key.partition("@")[0]
    growth = _moving(GROWTH, own) or figures.of(elsewhere, GROWTH, target)
    constant = target.indicator is not None and at_constant_prices(target.indicator)
    if growth is not None and not constant and level.phrase.dimension != "share":
        yield from _grown(growth, level, before, text, by_rate=True)
    if target.baseline is not None:
        change = change or figures.of(elsewhere, CHANGE, target)
        if change is not None and _one_unit(change.phrase, level.phrase):
            yield from _grown(change, level, before, text, by_rate=False)


def _is_level(fact: Fact) -> bool:
    plain = fact.phrase.measure is Measure.LEVEL and not (
        fact.phrase.of or fact.phrase.aspect or fact.phrase.each
    )
    return states_level(fact) if fact.target.indicator is not None else plain


def _moving(measures: tuple[Measure, ...], own: list[Fact]) -> Fact | None:
    """Return the growth or change that a target states beside its level."""
    for fact in own:
        phrase = fact.phrase
        if phrase.measure in measures and phrase.figure is not None:
            return None if phrase.reference or phrase.period else fact
    return None


def _before(target: Target, level: Fact, change: Fact | None) -> tuple[Interval | None, str]:
    """Return last year's figure and how to call it: stated, or the level less the change."""
    base = level.phrase.base
    stated = target.baseline
    if stated is not None:
        if stated.phrase is None or stated.phrase.figure is None or stated.phrase.base != base:
            return None, ""
        return interval(stated.phrase, as_stated=True), stated.text
    phrase = level.phrase
    if phrase.baseline is not None:
        half = phrase.quantum / 2 if phrase.dimension not in ("count", "persons") else Decimal(0)
        return Interval(phrase.baseline - half, phrase.baseline + half), in_unit_of(
            phrase, phrase.baseline, exact=True
        )
    exact = phrase.comparator is Comparator.EQ
    if (
        change is None
        or not exact
        or change.phrase.comparator is not Comparator.EQ
        or change.phrase.base != base
    ):
        return None, ""
    after, moved = interval(phrase), interval(change.phrase)
    assert after.low is not None and after.high is not None
    assert moved.low is not None and moved.high is not None
    figure = (phrase.figure or Decimal(0)) - (change.phrase.figure or Decimal(0))
    return Interval(after.low - moved.high, after.high - moved.low), in_unit_of(phrase, figure, exact=True)


def _one_unit(change: Phrase, level: Phrase) -> bool:
    return change.base == level.base or (change.dimension == "point" and level.base == "%")


def _grown(fact: Fact, level: Fact, before: Interval, text: str, *, by_rate: bool) -> Iterator[Clash]:
    """Compare a rate or an amount of growth with what level and baseline give."""

    def implied(after: Interval) -> Interval:
        if by_rate:
            rate = quotient(after, before, HUNDRED)
            return plus(rate, -HUNDRED)
        assert before.low is not None and before.high is not None
        low = None if after.low is None else after.low - before.high
        return Interval(low, None if after.high is None else after.high - before.low)

    sure = apart(interval(fact.phrase), implied(interval(level.phrase)))
    if not sure:
        stated = implied(interval(level.phrase, as_stated=True))
        alike = same_bound(fact.phrase, level.phrase)
        if not (alike and apart(interval(fact.phrase, as_stated=True), stated)):
            return
    value = middle(implied(interval(level.phrase, as_stated=True)))
    message = GROWS(
        name=fact.target.name,
        baseline=text,
        level=level.one.text,
        what="增速" if by_rate else "增量",
        what_en="growth" if by_rate else "the increase",
        value=in_unit_of(fact.phrase, value, exact=not by_rate),
        text=fact.one.text,
    )
    yield Clash(fact, (level,) if level is not fact else (), message, sure)
