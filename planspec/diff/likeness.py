"""How alike two items are, and which of many belong together: features, an inverted index, one assignment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log
from typing import Final, NamedTuple

from planspec.diff.assign import best_assignment, margins

_VISITS: Final = 400
"""Entries of the index that are looked at for one item, its rarest features first."""
_CANDIDATES: Final = 8
"""Candidates of one item that are scored in full."""
_UNIT: Final = 1000
_WHOLE: Final = 10_000
"""A likeness of 1 as a whole number, so that sums are exact."""


class Features(NamedTuple):
    """What an item is recognised by."""

    name: str
    """Its folded title."""
    title: frozenset[str]
    """Pairs of characters of the title."""
    content: frozenset[str]
    """What it demands: indicators, figures, deliverables, projects, sub-items."""
    units: frozenset[str]
    """Who does it."""


class Scale(NamedTuple):
    """How much each side of an item counts, and what is enough."""

    title: float = 0.5
    content: float = 0.3
    units: float = 0.2
    same_name: float = 0.8
    """Likeness of two items of one title at least."""
    enough: float = 0.5
    margin: float = 0.08
    """Lead over the runner-up that a pair needs."""
    worth_saying: float = 0.35
    """From here on a pair that is not enough is mentioned as doubtful."""


class Likely(NamedTuple):
    """Two items that belong together, by their numbers; doubtful if they are not alike enough, or not alone."""

    before: int
    after: int
    likeness: float
    doubtful: bool


Bonus = Callable[[int, int], float]


class Likeness:
    """The likeness of the items of two sides; rare features count more than common ones."""

    def __init__(self, before: Sequence[Features], after: Sequence[Features], scale: Scale) -> None:
        self.before = before
        self.after = after
        self.scale = scale
        count: dict[str, int] = {}
        for one in (*before, *after):
            for feature in one.title:
                count[feature] = count.get(feature, 0) + 1
            for feature in one.content:
                count[feature] = count.get(feature, 0) + 1
            for feature in one.units:
                count[feature] = count.get(feature, 0) + 1
        whole = len(before) + len(after) + 1
        # Whole numbers: their sums do not depend on the order in which a set is walked.
        self.worth = {feature: round(_UNIT * log(1 + whole / n)) for feature, n in count.items()}

    def score(self, i: int, j: int) -> float:
        """Return how alike two items are, from 0 to 1."""
        one, other = self.before[i], self.after[j]
        scale = self.scale
        total = scale.title * self._shared(one.title, other.title)
        weight = scale.title
        if one.content or other.content:
            # What only one side has may just have been filled in.
            part = scale.content if one.content and other.content else scale.content / 2
            total += part * self._shared(one.content, other.content)
            weight += part
        if one.units or other.units:
            part = scale.units if one.units and other.units else scale.units / 2
            total += part * self._shared(one.units, other.units)
            weight += part
        found = total / weight
        if one.name == other.name and one.name:
            return max(found, scale.same_name + (1 - scale.same_name) * found)
        return found

    def shared(self, one: frozenset[str], whole: frozenset[str]) -> float:
        """Return how much of the features of one lie within those of the other, from 0 to 1."""
        total = sum(self.worth[feature] for feature in one)
        return sum(self.worth[feature] for feature in one & whole) / total if total else 0.0

    def _shared(self, one: frozenset[str], other: frozenset[str]) -> float:
        if one == other:
            return 1.0 if one else 0.0
        worth = self.worth
        common = sum([worth[feature] for feature in one & other])
        if not common:
            return 0.0
        return 2 * common / (sum([worth[f] for f in one]) + sum([worth[f] for f in other]))

    def pairs(self, before: Sequence[int], after: Sequence[int], bonus: Bonus) -> list[Likely]:
        """Return the best pairs among the items with these numbers, each item at most once."""
        weights: dict[int, dict[int, int]] = {}
        floor = self.scale.worth_saying
        for i, j in sorted(self._candidates(before, after)):
            likeness = self.score(i, j)
            if likeness < 1:
                likeness = min(1.0, likeness + bonus(i, j))
            if likeness >= floor:
                weights.setdefault(i, {})[j] = round(likeness * _WHOLE)
        chosen = best_assignment(weights)
        lead = margins(weights, chosen)
        found = []
        for i, j in sorted(chosen.items()):
            likeness = weights[i][j] / _WHOLE
            sure = likeness >= self.scale.enough and lead[i] / _WHOLE >= self.scale.margin
            found.append(Likely(i, j, likeness, not sure))
        return found

    def _candidates(self, before: Sequence[int], after: Sequence[int]) -> set[tuple[int, int]]:
        forward = self._nearest(self.before, before, self.after, after)
        backward = self._nearest(self.after, after, self.before, before)
        return forward | {(i, j) for j, i in backward}

    def _nearest(
        self,
        ones: Sequence[Features],
        open_ones: Sequence[int],
        others: Sequence[Features],
        rest: Sequence[int],
    ) -> set[tuple[int, int]]:
        """Return for each open item the others that share most with it, found by their rarest features."""
        index: dict[str, list[int]] = {}
        for j in rest:
            other = others[j]
            for feature in other.title | other.content | other.units:
                index.setdefault(feature, []).append(j)
        worth = self.worth
        found: set[tuple[int, int]] = set()
        for i in open_ones:
            one = ones[i]
            known = [(len(index[f]), f) for f in one.title | one.content | one.units if f in index]
            known.sort()
            gained: dict[int, int] = {}
            visits = 0
            for size, feature in known:
                if visits + size > _VISITS and gained:
                    break
                visits += size
                gain = worth[feature]
                for j in index[feature]:
                    gained[j] = gained.get(j, 0) + gain
            found.update((i, j) for j in _most(gained))
        return found


def _most(gained: Mapping[int, int]) -> Iterable[int]:
    """Return the numbers with the greatest gains."""
    if len(gained) <= _CANDIDATES:
        return gained
    return sorted(gained, key=lambda number: (-gained[number], number))[:_CANDIDATES]
