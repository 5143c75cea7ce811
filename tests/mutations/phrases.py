"""Value phrases changed: another figure, another comparator, another unit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from random import Random
from typing import Final, NamedTuple

from planspec.model import Plan, Target, TargetRole
from planspec.phrase import Comparator, Measure, Phrase, Relation, compare, parse
from planspec.source.nodes import Scalar

from .real import Real

_FIGURE: Final = re.compile(r"(?<![A-Za-z0-9.+-])[0-9]+(?:\.[0-9]+)?")
OVERALL: Final = (TargetRole.GOAL, TargetRole.OVERALL)
GOALS: Final = (*OVERALL, TargetRole.ACTION_GOAL)
POINT: Final = (Comparator.EQ, Comparator.APPROX)
FLOOR: Final = (Comparator.GE, Comparator.GT)
STOCK: Final = (Measure.LEVEL, Measure.AMOUNT)
COUNTED: Final = (*STOCK, Measure.INCREMENT, Measure.NET_INCREMENT)


class Said(NamedTuple):
    """One phrase of a target."""

    target: Target
    node: Scalar
    text: str
    phrase: Phrase

    @property
    def name(self) -> str:
        """The indicator as written."""
        return self.target.name


def said(plan: Plan) -> Iterator[Said]:
    """Return every phrase of the plan that is understood."""
    for target in plan.targets:
        for one in target.phrases:
            if one.phrase is not None:
                yield Said(target, one.node, one.text, one.phrase)


def figures(plan: Plan) -> Iterator[Said]:
    """Return every phrase with one figure written in digits."""
    return (one for one in said(plan) if one.phrase.figure and len(_FIGURE.findall(one.text)) == 1)


def alone(plan: Plan) -> Iterator[Said]:
    """Return the phrases with a figure whose indicator stands nowhere else in the plan, with no other phrase."""
    count: dict[str, int] = {}
    for target in plan.targets:
        key = target.key.partition("@")[0]
        count[key] = count.get(key, 0) + len(target.phrases)
    return (one for one in figures(plan) if count[one.target.key.partition("@")[0]] == 1)


def scaled(text: str, factor: float) -> str:
    """Return a phrase with its figure multiplied, written with as many digits after the point."""

    def write(match: re.Match[str]) -> str:
        digits = len(match[0].partition(".")[2])
        figure = (Decimal(match[0]) * Decimal(str(factor))).quantize(Decimal(1).scaleb(-digits))
        if figure == Decimal(match[0]):
            figure += (1 if factor > 1 else -1) * Decimal(1).scaleb(-digits)
        return str(max(figure, Decimal(0)))

    return _FIGURE.sub(write, text, count=1)


def figure_in(text: str) -> str:
    """Return the figure of a phrase as written."""
    found = _FIGURE.search(text)
    return found[0] if found else ""


def reads(text: str, like: Phrase | None = None) -> Phrase | None:
    """Return what a phrase means; None if nothing, or if it is of another measure than `like`."""
    phrase = parse(text)
    if phrase is None or (like is not None and phrase.measure is not like.measure):
        return None
    return phrase


def copies(real: Real, random: Random, fit: Callable[[Said], bool]) -> Iterator[tuple[Said, Said]]:
    """Yield pairs of one indicator, the upper statement first, that say the same now; the lower one is fit."""
    groups: dict[str, list[Said]] = {}
    for one in said(real.plan):
        groups.setdefault(one.target.key, []).append(one)
    pairs = []
    roles = list(TargetRole)
    for group in groups.values():
        group.sort(key=lambda one: roles.index(one.target.role))
        for number, lower in enumerate(group):
            for upper in group[:number]:
                same = upper.target is not lower.target and upper.target.by == lower.target.by
                if same and fit(lower) and compare(upper.phrase, lower.phrase) is Relation.EQUAL:
                    pairs.append((upper, lower))
                    break
    random.shuffle(pairs)
    yield from pairs
