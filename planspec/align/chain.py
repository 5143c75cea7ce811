"""Who stands above whom: the superiors of a plan among the facts at hand, level by level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from planspec.align.facts import Allocation, Facts, Held, TargetFact, Value
from planspec.align.standing import passes_on
from planspec.phrase import Phrase
from planspec.registry import Jurisdiction, Level, chain, subordinates


class Tier(NamedTuple):
    """One superior and what is known of its plans for the year."""

    place: Jurisdiction
    plans: tuple[Facts, ...]
    """Empty where none is at hand."""
    targets: Mapping[tuple[str, str], TargetFact]
    """What it states of each indicator and scope, the uppermost place of the first plan before others."""
    given: Mapping[str, Sequence[tuple[Facts, Allocation]]]
    """What it allocates, by the code of the place, with the plan that does."""


class Stated(NamedTuple):
    """A superior's value for an indicator."""

    tier: Tier
    target: TargetFact
    value: Value
    phrase: Phrase


class Plans:
    """The facts of many plans, found by place and year; few are open at a time."""

    def __init__(self, held: Iterable[Held]) -> None:
        self.by_place: dict[tuple[str, int], list[Held]] = {}
        for one in held:
            if one.year is not None:
                self.by_place.setdefault((one.code, one.year), []).append(one)
        for plans in self.by_place.values():
            plans.sort(key=lambda one: one.shown)
        self._tier = lru_cache(_OPEN)(self._open_tier)

    def above(self, plan: Facts) -> tuple[Tier, ...]:
        """Return the superiors of a plan, from the next level up to the nation.

        Of several plans of one place and year, that of the same programme comes first.
        """
        if plan.year is None:
            return ()
        return tuple(self._tier(place, plan.year, plan.programme) for place in chain(plan.code)[1:])

    def below(self, plan: Facts) -> tuple[Held, ...]:
        """Return the plans of the same year of the places directly beneath a plan's, still packed."""
        if plan.year is None:
            return ()
        return tuple(
            held
            for place in subordinates(plan.code)
            for held in self.by_place.get((place.code, plan.year), ())
        )

    def has(self, code: str, year: int) -> bool:
        """Say whether any plan of a place and year is at hand."""
        return (code, year) in self.by_place

    def _open_tier(self, place: Jurisdiction, year: int, programme: str) -> Tier:
        held = sorted(self.by_place.get((place.code, year), ()), key=lambda one: one.programme != programme)
        plans = tuple(one.open() for one in held)
        targets: dict[tuple[str, str], TargetFact] = {}
        given: dict[str, list[tuple[Facts, Allocation]]] = {}
        for plan in plans:
            for target in plan.targets:
                targets.setdefault((target.key, target.scope), target)
            for one in plan.allocations:
                given.setdefault(one.code, []).append((plan, one))
        return Tier(place, plans, targets, given)


_OPEN: Final = 64
"""Superiors that stay open: a province's counties, in the order of their codes, need but a few at a time."""


def stated(tiers: tuple[Tier, ...], key: str, scope: str = "") -> Iterator[Stated]:
    """Return the values of the lowest superior that states an indicator with a figure or an order.

    A superior that itself defers, or promises to keep with a place above it, passes the question on.
    """
    for ordinal, tier in enumerate(tiers):
        target = tier.targets.get((key, scope))
        if target is None:
            continue
        found = target.phrases()
        passed = [phrase for _, phrase in found if passes_on(phrase) is not None]
        if found and len(passed) == len(found):
            yield from stated(tiers[ordinal + 1 :], key, scope)
        else:
            for value, phrase in found:
                if passes_on(phrase) is None:
                    yield Stated(tier, target, value, phrase)
        return


def asked(tiers: Sequence[Tier], level: Level | str) -> Tier | None:
    """Return the superior that a deferred target means: that of a level, or the next above for ""."""
    if level == "":
        return tiers[0] if tiers else None
    return next((tier for tier in tiers if tier.place.level is level), None)
