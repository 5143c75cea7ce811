"""Tasks that became several, and several that became one: found by what their parts hold of the whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from planspec.diff.likeness import Features, Likeness
from planspec.diff.pairs import Pairs
from planspec.model import Task

_HELD: Final = 0.6
"""How much of a part has to lie within the whole."""
_TITLE: Final = 0.75
"""The same where only the title can tell."""
_LEAST: Final = 3
"""Features that a part needs to be recognised by."""


class Regrouping(NamedTuple):
    """One task on one side and its parts on the other."""

    whole: Task
    parts: tuple[Task, ...]


def regroupings(
    pairs: Pairs[Task], likeness_of: Callable[[], Likeness]
) -> tuple[list[Regrouping], list[Regrouping]]:
    """Return the tasks that were split, and those that were merged; the doubts that this settles are dropped.

    A part is an open task that lies largely within one of the other side; that one either has no pair, or has one
    that left out what the part holds.
    """
    old, new = pairs.open()
    if not old and not new:
        return [], []
    likeness = likeness_of()
    before, after = likeness.before, likeness.after
    places = (
        {task: i for i, task in enumerate(pairs.before)},
        {task: j for j, task in enumerate(pairs.after)},
    )
    heirs = {places[0][pair.before]: places[1][pair.after] for pair in pairs}
    origins = {j: i for i, j in heirs.items()}
    split = _grouped(before, after, [places[1][task] for task in new], heirs, likeness)
    merged = _grouped(after, before, [places[0][task] for task in old], origins, likeness)
    splits = [Regrouping(pairs.before[i], tuple(pairs.after[j] for j in parts)) for i, parts in split]
    merges = [Regrouping(pairs.after[j], tuple(pairs.before[i] for i in parts)) for j, parts in merged]
    settled = {task for group in (*splits, *merges) for task in (group.whole, *group.parts)}
    pairs.doubts = [pair for pair in pairs.doubts if pair.before not in settled and pair.after not in settled]
    return splits, merges


def _grouped(
    wholes: Sequence[Features],
    parts: Sequence[Features],
    open_parts: Sequence[int],
    heirs: Mapping[int, int],
    likeness: Likeness,
) -> list[tuple[int, list[int]]]:
    index: dict[str, list[int]] = {}
    for number, one in enumerate(wholes):
        for feature in one.content | one.title:
            index.setdefault(feature, []).append(number)
    found: dict[int, list[int]] = {}
    for part in open_parts:
        one = parts[part]
        gained: dict[int, int] = {}
        for feature in one.content | one.title:
            holders = index.get(feature, ())
            if len(holders) <= _LEAST:
                for whole in holders:
                    gained[whole] = gained.get(whole, 0) + 1
        best = max(gained, key=lambda whole: (gained[whole], -whole), default=None)
        if best is None:
            continue
        rest = _left_over(wholes[best], parts[heirs[best]]) if best in heirs else wholes[best]
        if _within(one, rest, likeness):
            found.setdefault(best, []).append(part)
    groups = []
    for number, own in sorted(found.items()):
        heir = heirs.get(number)
        group = sorted(own if heir is None else [*own, heir])
        if len(group) > 1:
            groups.append((number, group))
    return groups


def _left_over(whole: Features, heir: Features) -> Features:
    """Return what of a task its pair did not take over."""
    return whole._replace(content=whole.content - heir.content, title=whole.title - heir.title)


def _within(part: Features, whole: Features, likeness: Likeness) -> bool:
    title = likeness.shared(part.title, whole.title)
    if not part.content:
        return len(part.title) >= _LEAST and title >= _TITLE
    held = likeness.shared(part.content, whole.content)
    return held >= _HELD and (title > 0 or len(part.content) >= _LEAST)
