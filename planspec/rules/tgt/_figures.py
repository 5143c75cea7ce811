"""The figures that a plan states of an indicator, found from where another figure stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from planspec.model import PhraseAt, Plan, Target, TargetRole
from planspec.phrase import Comparator, Measure, Phrase
from planspec.registry import Indicator
from planspec.rules.tgt._shared import GOALS, HERE, deadline, fill, where
from planspec.source.message import Message
from planspec.source.place import Place, at

GROWTH: Final = (Measure.GROWTH,)
LEVEL: Final = (Measure.LEVEL, Measure.AMOUNT, Measure.SHARE)
CHANGE: Final = (Measure.CHANGE, Measure.NET_INCREMENT)

_MONEY_FROM: Final = 10_000
"""A bare number from here on is money where money is measured: 达2.5亿."""


class Fact(NamedTuple):
    """One value phrase that was understood, and whose it is."""

    target: Target
    one: PhraseAt
    phrase: Phrase


class Figures:
    """The facts of a plan by indicator and scope."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._targets: dict[str, list[Target]] = {}
        for target in plan.targets:
            self._targets.setdefault(target.key, []).append(target)

    def of(self, indicator: str, measures: tuple[Measure, ...], near: Target) -> Fact | None:
        """Return what the plan states of an indicator in the scope and for the date of another target.

        What stands nearest counts: beside it, in its action, among the overall goals, among other goals. A goal
        is not held against the figures of tasks, which may be those of one park or one project. None where
        nothing is stated, or the nearest copies differ: that is another rule's matter.
        """
        key = f"{indicator}@{near.scope}" if near.scope else indicator
        facts = [
            fact
            for target in self._targets.get(key, ())
            for fact in facts_of(target)
            if _fits(fact, measures, near)
        ]
        if not facts:
            known = self.plan.registry.indicators.table.get(indicator)
            if known is not None and len(known.parts) == 1:  # the sole part is the whole: 服务业, 第三产业
                return self.of(known.parts[0], measures, near)
            return None
        beside = [fact for fact in facts if fact.target.owner is near.owner]
        goals = [fact for fact in facts if fact.target.role in GOALS]
        within = facts if near.role not in GOALS else goals
        inside = [fact for fact in within if fact.target.action is near.action]
        overall = [fact for fact in goals if fact.target.role is TargetRole.GOAL]
        nearest = beside or inside or overall or goals
        if not nearest:
            return None
        first = nearest[0]
        return first if all(first.phrase.means(fact.phrase) for fact in nearest) else None

    def each(self, indicators: Iterable[str], measures: tuple[Measure, ...], near: Target) -> list[Fact]:
        """Return what is stated of all these indicators; nothing where one of them lacks it."""
        found = [self.of(indicator, measures, near) for indicator in indicators]
        facts = [fact for fact in found if fact is not None]
        return facts if len(facts) == len(found) else []


def facts_of(target: Target) -> Iterator[Fact]:
    """Return the phrases of a target that were understood."""
    for one in target.phrases:
        if one.phrase is not None:
            yield Fact(target, one, one.phrase)


def shown(fact: Fact) -> tuple[Place, Message]:
    """Return a fact as the other side of a finding."""
    return at(fact.one.node), fill(HERE, where(fact.target), text=fact.one.text)


def states_level(fact: Fact) -> bool:
    """Say whether a phrase certainly states what the indicator stands at: 达到30家, 95%以上, not 30家."""
    phrase, indicator = fact.phrase, fact.target.indicator
    if phrase.figure is None or phrase.of or phrase.each or phrase.aspect or indicator is None:
        return False
    upper = indicator.dimension.partition("/")[0]
    if phrase.measure is Measure.AMOUNT and indicator.dimension == "count":
        return False  # 30家 may be added, or be all there are
    if phrase.measure is Measure.SHARE and upper != "share":
        return False
    if not phrase.base:
        return upper == "money" and abs(phrase.figure) >= _MONEY_FROM
    return phrase.dimension.partition("/")[0] == upper


def _fits(fact: Fact, measures: tuple[Measure, ...], near: Target) -> bool:
    phrase = fact.phrase
    if (
        phrase.measure not in measures
        or phrase.period not in ("", "累计")
        or deadline(fact.target) != deadline(near)
    ):
        return False
    if phrase.measure in LEVEL:
        return states_level(fact)
    if phrase.measure is Measure.GROWTH:
        return phrase.figure is not None and not phrase.reference and not phrase.each
    return phrase.figure is not None


def bounds(phrase: Phrase) -> tuple[Decimal | None, Decimal | None]:
    """Return the figures that a rate allows, taken as written; 左右 reaches half of the last digit."""
    slack = phrase.quantum / 2 if phrase.comparator is Comparator.APPROX else Decimal(0)
    return (
        None if phrase.low is None else phrase.low - slack,
        None if phrase.high is None else phrase.high + slack,
    )


def clearly_below(one: Phrase, two: Phrase) -> bool:
    """Say whether a rate lies below another by more than rounding explains (6.9% may be written 7%)."""
    high, low = bounds(one)[1], bounds(two)[0]
    return high is not None and low is not None and low - high > max(one.quantum, two.quantum) / 2


def at_constant_prices(indicator: Indicator) -> bool:
    """Say whether its growth is given at constant prices: value added and gross product, by convention."""
    return indicator.dimension.startswith("money") and indicator.name.endswith(("增加值", "生产总值"))
