"""What makes two targets one: name, indicator, scope, value; which copies say the same, and which compare best."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Final

from planspec.diff.frame import text_at
from planspec.diff.identity import folded
from planspec.diff.phrases import Matched
from planspec.model import Target, TargetRole
from planspec.phrase import Measure
from planspec.source.nodes import Mapping

RANK: Final = {role: rank for rank, role in enumerate(TargetRole)}
"""From the overall goals down to the table."""
GOALS: Final = (TargetRole.GOAL, TargetRole.OVERALL, TargetRole.ACTION_GOAL)
_LONG: Final = 5
"""A name of so many characters is one thing wherever it stands; a shorter one (活动) may be many."""
_TRIED: Final = 6
"""Copies of one indicator that are tried for a comparison between two plans."""


def named_alike(target: Target) -> bool:
    """Say whether the name alone tells which figure is meant, wherever in the plan it stands."""
    return target.indicator is not None or target.role in GOALS or len(folded(target.name)) >= _LONG


def copy_key(target: Target) -> Hashable:
    """Return what is equal for copies of one target: those of one indicator, or of one name within a task."""
    if named_alike(target):
        return (target.key, text_at(target.node, "by") if isinstance(target.node, Mapping) else "")
    owner = target.owner
    return (target.key, owner.anchor)


def value_of(target: Target) -> str:
    """Return the values of a target as they stand."""
    return "，".join(one.text for one in target.phrases)


def same_trend(values: Matched) -> bool:
    """Say whether both only give a direction, the same one: in two plans it is worded differently anyway."""
    one, other = (side.phrase if side is not None else None for side in values)
    if one is None or other is None or one.measure is not Measure.TREND or other.measure is not Measure.TREND:
        return False
    return one.trend is other.trend and one.firmness is other.firmness


def copies_of(targets: Iterable[Target]) -> dict[Hashable, list[Target]]:
    """Return the targets by indicator, those of the overall goals first."""
    found: dict[Hashable, list[Target]] = {}
    for target in sorted(targets, key=lambda one: RANK[one.role]):
        found.setdefault(target.key, []).append(target)
    return found


def best_pair(ones: Sequence[Target], others: Sequence[Target]) -> tuple[Target, Target]:
    """Return the copies that are compared: of one measure if there are such, then the highest."""
    found = [
        (
            _measures(one).isdisjoint(_measures(other)), RANK[one.role] + RANK[other.role], i + j,
            ordered(value_of(one), value_of(other)), i, j,
        )
        for i, one in enumerate(ones[:_TRIED])
        for j, other in enumerate(others[:_TRIED])
    ]  # fmt: skip
    *_, i, j = min(found)
    return ones[i], others[j]


def _measures(target: Target) -> set[tuple[str, str]]:
    return {(one.phrase.measure.value, one.phrase.base) for one in target.phrases if one.phrase is not None}


def same_target(one: Target, other: Target) -> bool:
    """Say whether two targets say the same to the letter."""
    return one.name == other.name and one.node.plain == other.node.plain


def by_name(target: Target) -> Hashable:
    """Name and scope as written."""
    return (target.name, folded(target.scope))


def by_id(target: Target) -> Hashable:
    """The id, None without one."""
    return (text_at(target.node, "id") if isinstance(target.node, Mapping) else "") or None


def by_key(target: Target) -> Hashable:
    """Indicator and scope."""
    return target.key


def by_key_without_scope(target: Target) -> Hashable:
    """The indicator, whatever its scope."""
    return target.key.partition("@")[0]


def by_copy(target: Target) -> Hashable:
    """The indicator, among goals or among work; None where the name may mean another thing elsewhere."""
    return (target.key, target.role in GOALS) if named_alike(target) else None


def by_copy_and_value(target: Target) -> Hashable:
    """The same together with the value."""
    return (target.key, values_of(target), target.role in GOALS)


def by_value(target: Target) -> Hashable:
    """The indicator together with the value, among goals or work."""
    return (target.key, values_of(target))


def paired(
    old: list[Target], new: list[Target], key: Callable[[Target], Hashable]
) -> list[tuple[Target, Target]]:
    """Take the targets with equal keys out of both lists, in their order; None is no key."""
    if not old or not new:
        return []
    taken: set[Target] = set()
    waiting: dict[Hashable, list[Target]] = {}
    for other in new:
        name = key(other)
        if name is not None:
            waiting.setdefault(name, []).append(other)
    found: list[tuple[Target, Target]] = []
    for one in tuple(old):
        name = key(one)
        queue = waiting.get(name) if name is not None else None
        if queue:
            other = queue.pop(0)
            found.append((one, other))
            taken.update((one, other))
    if taken:
        old[:] = [target for target in old if target not in taken]
        new[:] = [target for target in new if target not in taken]
    return found


def declared(old: Iterable[Target], new: Iterable[Target]) -> list[tuple[Target, Target]]:
    """Return the targets of which one says that it was called like the other."""
    found: list[tuple[Target, Target]] = []
    for declaring, others, forward in ((new, old, True), (old, new, False)):
        for target in declaring:
            earlier = text_at(target.node, "renamed_from") if isinstance(target.node, Mapping) else ""
            meant = [other for other in others if earlier and folded(other.name) == folded(earlier)]
            if len(meant) == 1:
                pair = (meant[0], target) if forward else (target, meant[0])
                if all(pair[0] is not one and pair[1] is not other for one, other in found):
                    found.append(pair)
    return found


def values_of(target: Target) -> Hashable:
    """Return what is equal for equal values, whatever their wording."""
    return tuple(
        sorted(
            (one.phrase.measure.value, one.phrase.base, str(one.phrase.low), str(one.phrase.high), str(one.phrase.comparator))
            if one.phrase is not None
            else (folded(one.text),)
            for one in target.phrases
        )
    )  # fmt: skip


def measured_alike(target: Target) -> Hashable:
    """Return how a target is measured, whatever its figure."""
    return tuple(
        sorted(
            (one.phrase.measure.value, one.phrase.base) if one.phrase is not None else ()
            for one in target.phrases
        )
    )


def ordered(one: str, other: str) -> tuple[str, str]:
    """Return two texts in one order, whichever comes first."""
    return (one, other) if one <= other else (other, one)
