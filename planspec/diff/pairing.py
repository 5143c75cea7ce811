"""The ways of pairing the open items of two plans: by a key, by their content, by their likeness."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from planspec.diff.change import Match, Method
from planspec.diff.likeness import Features, Likeness, Scale
from planspec.diff.pairs import Pairs

T = TypeVar("T", bound=Hashable)


def by_key(pairs: Pairs[T], key: Callable[[T], Hashable], match: Match) -> None:
    """Pair the open items whose key is the same and stands once on either side; "" and None are no keys."""
    old, new = pairs.open()
    sides: list[dict[Hashable, T | None]] = []
    for items in (old, new):
        known: dict[Hashable, T | None] = {}
        for item in items:
            name = key(item)
            if name != "" and name is not None:
                known[name] = None if name in known else item
        sides.append(known)
    for name, one in sides[0].items():
        other = sides[1].get(name)
        if one is not None and other is not None:
            pairs.add(one, other, match)


def by_content(
    pairs: Pairs[T], key: Callable[[T], bytes], places: dict[T, tuple[object, ...]], anywhere: bool
) -> None:
    """Pair the open items of the same content: those at the same place first, then in their order.

    `anywhere`: also those that left their action; between two plans a title alone recurs by chance.
    """
    sides: list[dict[bytes, list[T]]] = []
    for items in pairs.open():
        known: dict[bytes, list[T]] = {}
        for item in items:
            known.setdefault(key(item), []).append(item)
        sides.append(known)
    match = Match(Method.EXACT)
    for content, ones in sides[0].items():
        others = sides[1].get(content)
        if others is None:
            continue
        for part in (len, lambda place: 1, lambda place: 0):
            if part(()) == 0 and not anywhere:
                break
            waiting: dict[object, list[T]] = {}
            for other in others:
                waiting.setdefault(_first(places[other], part), []).append(other)
            for one in tuple(ones):
                queue = waiting.get(_first(places[one], part))
                if queue:
                    other = queue.pop(0)
                    pairs.add(one, other, match)
                    ones.remove(one)
                    others.remove(other)


def _first(place: tuple[object, ...], part: Callable[[tuple[object, ...]], int]) -> tuple[object, ...]:
    return place[: part(place)]


def by_likeness(
    pairs: Pairs[T],
    old: Sequence[T],
    new: Sequence[T],
    look: Callable[[T], Features],
    scale: Scale,
    bonus: Callable[[T, T], float] = lambda one, other: 0.0,
) -> None:
    """Pair the open items that are alike."""
    likeness = Likeness([look(one) for one in old], [look(one) for one in new], scale)
    for likely in likeness.pairs(range(len(old)), range(len(new)), lambda i, j: bonus(old[i], new[j])):
        match = Match(Method.LIKENESS, round(likely.likeness, 2), likely.doubtful)
        if likely.doubtful:
            pairs.doubt(old[likely.before], new[likely.after], match)
        else:
            pairs.add(old[likely.before], new[likely.after], match)
