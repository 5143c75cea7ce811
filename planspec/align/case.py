"""One plan among its neighbours: what a rule on alignment is asked to judge."""

from __future__ import annotations

from functools import cached_property

from planspec.align.chain import Plans, Stated, Tier, stated
from planspec.align.facts import Facts, TargetFact
from planspec.align.standing import Standing, allotted, standing
from planspec.phrase import Phrase
from planspec.registry import Registry


class Case:
    """A plan with its superiors and subordinates of the same year.

    `tiers` are its superiors from the next level up, those without a plan at hand included; `below`
    the plans of the places directly beneath it, still packed.
    """

    def __init__(self, plan: Facts, plans: Plans, registry: Registry) -> None:
        self.plan = plan
        self.tiers = plans.above(plan)
        self.below = plans.below(plan)
        self.registry = registry

    @cached_property
    def nearest(self) -> Tier | None:
        """The lowest superior of which a plan is at hand."""
        return next((tier for tier in self.tiers if tier.plans), None)

    @property
    def skipped(self) -> bool:
        """Whether the superior next above is not at hand, so that a higher one stands in."""
        return bool(self.tiers) and not self.tiers[0].plans

    @cached_property
    def promises(self) -> tuple[TargetFact, ...]:
        """What the plan as a whole promises: of each indicator and scope the uppermost statement."""
        first: dict[tuple[str, str], TargetFact] = {}
        for target in self.plan.targets:
            first.setdefault((target.key, target.scope), target)
        return tuple(first.values())

    def stated(self, target: TargetFact) -> list[Stated]:
        """Return what the lowest superior that states the indicator says of it."""
        return list(stated(self.tiers, target.key, target.scope))


def stand(target: TargetFact, phrase: Phrase, found: Stated, registry: Registry) -> Standing:
    """Return how a plan's phrase stands beside what its superior states of the same indicator.

    Where both name one scope (中心城区), both speak of one thing, so that totals compare as well.
    """
    if target.scope:
        stands = allotted(phrase, found.phrase, target.direction)
        if stands is not Standing.OTHER:
            return stands
    return standing(phrase, found.phrase, target.direction, registry)
