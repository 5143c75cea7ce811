"""Totals and means: the growth of a total and of its parts, a mean and its groups, a sum and its summands."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from planspec.model import Target
from planspec.phrase import Measure
from planspec.rules.tgt._clash import Clash, apart, listed, same_bound
from planspec.rules.tgt._figures import GROWTH, LEVEL, Fact, Figures, clearly_below, facts_of, states_level
from planspec.rules.tgt._shared import Interval, addable, interval, shown
from planspec.source.message import Template

SECTORS = Template(
    zh="“{name}”“{text}”，而它的各组成部分（{parts}）{side}只到{value}，总数的增速应在各部分之间；请核对",
    en="“{name}” is “{text}”, but its parts ({parts}) reach {value} at {side_en}; a total's growth lies between that "
    "of its parts, check them",
)
MEAN = Template(
    zh="“{name}”为“{text}”，不在它所平均的各组（{parts}）之间；请核对",
    en="“{name}” is “{text}”, which does not lie between the groups that it is the mean of ({parts}); check them",
)
SUM = Template(
    zh="“{name}”为“{text}”，它的各组成部分（{parts}）合计{value}，两者对不上；请核对总数和分项",
    en="“{name}” is “{text}”, but its parts ({parts}) add up to {value}; check the total and the parts",
)


def sectors(target: Target, figures: Figures) -> Iterator[Clash]:
    """A total grows no faster than the fastest of its parts and no slower than the slowest."""
    parts = _part_ids(target, figures)
    if len(parts) < 2:
        return
    for fact in facts_of(target):
        if fact.phrase.measure is not Measure.GROWTH or fact.phrase.figure is None or fact.phrase.reference:
            continue
        facts = figures.each(parts, GROWTH, target)
        if not facts or any(part.phrase.figure is None for part in facts):
            return
        over = all(clearly_below(part.phrase, fact.phrase) for part in facts)
        under = all(clearly_below(fact.phrase, part.phrase) for part in facts)
        if over or under or _short(fact, facts):
            end = min if under else max
            extreme = end(facts, key=lambda part: part.phrase.figure or Decimal(0))
            message = SECTORS(
                name=target.name,
                text=fact.one.text,
                parts=listed(facts),
                side="最低" if under else "最高",
                side_en="least" if under else "most",
                value=extreme.one.text,
            )
            yield Clash(fact, tuple(facts), message, sure=over or under)


def _short(fact: Fact, parts: list[Fact]) -> bool:
    """Say whether all state floors and the total's is above every part's: they may be met and the total missed."""
    figure = fact.phrase.figure
    return figure is not None and all(
        same_bound(fact.phrase, part.phrase)
        and part.phrase.high is None
        and part.phrase.figure is not None
        and part.phrase.figure < figure
        for part in parts
    )


def mean(target: Target, figures: Figures) -> Iterator[Clash]:
    """A mean lies between the groups that it is taken over."""
    indicator = target.indicator
    if indicator is None or len(indicator.mean_of) < 2:
        return
    for fact in facts_of(target):
        if fact.phrase.measure not in LEVEL or not states_level(fact):
            continue
        facts = figures.each(indicator.mean_of, LEVEL, target)
        own = interval(fact.phrase)
        ranges = [interval(part.phrase) for part in facts if part.phrase.base == fact.phrase.base]
        if len(ranges) == len(indicator.mean_of) and (
            all(each.below(own) for each in ranges) or all(own.below(each) for each in ranges)
        ):
            message = MEAN(name=target.name, text=fact.one.text, parts=listed(facts))
            yield Clash(fact, tuple(facts), message, sure=True)


def total(target: Target, figures: Figures) -> Iterator[Clash]:
    """What the registry knows to be the parts of a total adds up to it, where all stand side by side."""
    indicator = target.indicator
    if indicator is None or len(indicator.parts) < 2 or target.parts:
        return
    for fact in facts_of(target):
        if fact.phrase.measure not in LEVEL or not states_level(fact):
            continue
        facts = figures.each(indicator.parts, LEVEL, target)
        if not facts or any(
            part.target.owner is not target.owner or not addable(fact.phrase, part.phrase) for part in facts
        ):
            continue
        added = Interval(Decimal(0), Decimal(0))
        for part in facts:
            added += interval(part.phrase)
        if apart(interval(fact.phrase), added):
            figure = sum((part.phrase.figure or Decimal(0) for part in facts), Decimal(0))
            fine = min((part.phrase for part in facts), key=lambda each: each.quantum)
            message = SUM(
                name=target.name, text=fact.one.text, parts=listed(facts), value=shown(figure, fine)
            )
            yield Clash(fact, tuple(facts), message, sure=True)


def _part_ids(target: Target, figures: Figures) -> tuple[str, ...]:
    if target.parts:
        read = figures.plan.registry.read_indicator
        named = [read(part.value) for part in target.parts]
        return tuple(one.name if one.indicator is None else one.indicator.id for one in named)
    return target.indicator.parts if target.indicator is not None else ()
