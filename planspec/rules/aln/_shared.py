"""What the rules on alignment share: how messages call a plan, and the places they point at."""

from __future__ import annotations

from planspec.align.case import Case
from planspec.align.chain import Stated, Tier
from planspec.align.facts import Facts, Spot
from planspec.source.diagnostic import Confidence
from planspec.source.message import Message, Template

THERE = Template(zh="{where}写的是“{text}”", en="Here, in {where}, it is “{text}”")
_PLAN = Template(zh="{place}{year}年方案", en="the {year} plan of {place}")
_ATTESTED = {
    "news": Template(
        zh="{place}{year}年方案（据新闻报道）", en="the {year} plan of {place} (as news report it)"
    ),
    "quoted": Template(
        zh="{place}{year}年方案（据下级文件引用）", en="the {year} plan of {place} (as quoted below)"
    ),
}


def called(tier: Tier, plan: Facts) -> Message:
    """Return how a message calls a superior's plan, with how it is known where that is second-hand."""
    return _ATTESTED.get(plan.attested, _PLAN)(place=tier.place.name, year=plan.year)


def source_of(found: Stated) -> Message:
    """Return how a message calls the plan in which a superior states a value."""
    for plan in found.tier.plans:
        if any(found.target is target for target in plan.targets):
            return called(found.tier, plan)
    return called(found.tier, found.tier.plans[0])


def beside(found: Stated) -> tuple[tuple[Spot, Message], ...]:
    """Return the superior's value as a related place."""
    return ((found.value.spot, THERE(where=source_of(found), text=found.value.text)),)


def sureness(case: Case, found: Stated) -> Confidence:
    """Return how sure a comparison is: less where the superior next above is not at hand."""
    return Confidence.HIGH if found.tier is case.tiers[0] else Confidence.MEDIUM
