"""Figures that break a formula, and the arithmetic of intervals that the laws of formulas share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final, NamedTuple, TypeAlias

from msgspec.structs import replace

from planspec.model import Target
from planspec.phrase import Comparator, Phrase
from planspec.rules.tgt._figures import Fact, Figures
from planspec.rules.tgt._shared import Interval, shown
from planspec.source.message import Message

HUNDRED: Final = Decimal(100)
_BOUNDS: Final = ((Comparator.GE, Comparator.GT), (Comparator.LE, Comparator.LT))


class Clash(NamedTuple):
    """Figures that break a law: where to point, the others, what to say, and whether no outcome meets them all."""

    fact: Fact
    others: tuple[Fact, ...]
    message: Message
    sure: bool


Law: TypeAlias = Callable[[Target, Figures], Iterator[Clash]]
"""Takes a target and what the plan states; returns the figures that break the law."""


def apart(one: Interval, two: Interval) -> bool:
    """Say whether no figure lies in both."""
    return one.below(two) or two.below(one)


def same_bound(one: Phrase, two: Phrase) -> bool:
    """Say whether both are floors, or both are caps.

    Two floors (330天以上, 95%以上) can always both hold; they are compared as they stand, since each of them is
    what will be assessed.
    """
    return any(one.comparator in bounds and two.comparator in bounds for bounds in _BOUNDS)


def quotient(top: Interval, bottom: Interval, factor: Decimal) -> Interval:
    """Divide ranges of positive figures; a bound that is not positive, or missing, gives none."""
    return Interval(_ratio(top.low, bottom.high, factor), _ratio(top.high, bottom.low, factor))


def _ratio(top: Decimal | None, bottom: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if top is None or top < 0 or bottom is None or bottom <= 0 else top / bottom * factor


def plus(one: Interval, amount: Decimal) -> Interval:
    """Shift a range."""
    return Interval(
        None if one.low is None else one.low + amount, None if one.high is None else one.high + amount
    )


def middle(one: Interval) -> Decimal:
    """Return the middle of a range, or its only bound."""
    low = one.low if one.low is not None else one.high
    high = one.high if one.high is not None else low
    assert low is not None and high is not None
    return (low + high) / 2


def in_unit_of(phrase: Phrase, value: Decimal, *, exact: bool = False) -> str:
    """Return a figure in a phrase's unit, with one digit more than the phrase unless it is `exact`."""
    quantum = phrase.quantum if exact or not phrase.quantum else phrase.quantum / 10
    return shown(value, replace(phrase, quantum=quantum))


def listed(facts: list[Fact]) -> str:
    """Return facts as a message lists them: 进口额增长5%、出口额增长6%."""
    return "、".join(f"{fact.target.name}{fact.one.text}" for fact in facts)
