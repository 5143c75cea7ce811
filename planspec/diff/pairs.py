"""Which items of two plans are the same: pairs of one kind of item, both ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from planspec.diff.change import Match

T = TypeVar("T")


class Pair(NamedTuple, Generic[T]):
    """An item of the old plan, the same item of the new one, and why."""

    before: T
    after: T
    match: Match


class Pairs(Generic[T]):
    """The pairs among the items of two plans; what has no pair was removed or added."""

    def __init__(self, before: Sequence[T], after: Sequence[T]) -> None:
        self.before = before
        self.after = after
        self.doubts: list[Pair[T]] = []
        """Pairs that are not sure: they do not count, but are mentioned."""
        self._forward: dict[T, Pair[T]] = {}
        self._backward: dict[T, Pair[T]] = {}

    def add(self, before: T, after: T, match: Match) -> None:
        """Take two open items for the same."""
        pair = Pair(before, after, match)
        self._forward[before] = pair
        self._backward[after] = pair

    def doubt(self, before: T, after: T, match: Match) -> None:
        """Note that two items may be the same."""
        self.doubts.append(Pair(before, after, match))

    def of_old(self, item: T | None) -> Pair[T] | None:
        """Return the pair of an item of the old plan."""
        return self._forward.get(item) if item is not None else None

    def of_new(self, item: T | None) -> Pair[T] | None:
        """Return the pair of an item of the new plan."""
        return self._backward.get(item) if item is not None else None

    def same(self, before: T | None, after: T | None) -> bool:
        """Say whether two items are one; two missing ones are."""
        if before is None or after is None:
            return before is after
        pair = self._forward.get(before)
        return pair is not None and pair.after is after

    def open(self) -> tuple[list[T], list[T]]:
        """Return the items of either side that have no pair yet, in their order."""
        return (
            [item for item in self.before if item not in self._forward],
            [item for item in self.after if item not in self._backward],
        )

    def __iter__(self) -> Iterator[Pair[T]]:
        """Yield the pairs in the order of the new plan."""
        for item in self.after:
            pair = self._backward.get(item)
            if pair is not None:
                yield pair

    def __len__(self) -> int:
        return len(self._forward)

    def swapped(self) -> Pairs[T]:
        """Return the same pairs with old and new exchanged."""
        other: Pairs[T] = Pairs(self.after, self.before)
        for pair in self._forward.values():
            other.add(pair.after, pair.before, pair.match)
        other.doubts = [Pair(pair.after, pair.before, pair.match) for pair in self.doubts]
        return other
