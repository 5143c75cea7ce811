"""What an unknown unit may have been meant to be: a near name, or several that ran together."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from .bodynames import BodyNames

_LEAST_LIKENESS: Final = 0.7
_LONGEST_ROW: Final = 120


def parted(name: str, local: Collection[str], bodies: BodyNames) -> list[str]:
    """The names that ran together in one (县科工局县卫健局), in order; empty if it is no such row."""
    if len(name) > _LONGEST_ROW:
        return []
    starts = (*(prefix for prefix in bodies.places.prefixes), *local, "团")

    def known(part: str) -> bool:
        return part in local or bodies.stands_alone(part)

    def split(rest: str) -> list[str]:
        for end in range(len(rest) - 2, 2, -1):
            if rest.startswith(starts, end) and known(rest[:end]):
                if known(rest[end:]):
                    return [rest[:end], rest[end:]]
                if more := split(rest[end:]):
                    return [rest[:end], *more]
        return []

    return split(name)


def nearest(name: str, local: Collection[str], bodies: BodyNames) -> str | None:
    """The known name most like this one, None if none is alike."""
    from difflib import SequenceMatcher

    found, best = None, (False, _LEAST_LIKENESS, 0)
    letters = sorted(name)
    matcher = SequenceMatcher(None, "", name, autojunk=False)
    for candidate in _candidates(name, local, bodies):
        shared = sum(letter in name for letter in candidate)  # at most these, but quickly told
        if 2 * shared / (len(candidate) + len(name)) < best[1]:
            continue
        matcher.set_seq1(candidate)
        if matcher.quick_ratio() < best[1]:
            continue
        # Letters that changed places are the likeliest slip: 务税局 is 税务局, not 水务局. Between equals the name that
        # starts the same is the likelier: 卫建局 is 卫健局, not 住建局.
        likeness = (sorted(candidate) == letters, matcher.ratio(), _same_start(candidate, name))
        if likeness > best and likeness[1] >= _LEAST_LIKENESS:
            found, best = candidate, likeness
    return found


def _candidates(name: str, local: Collection[str], bodies: BodyNames) -> Iterator[str]:
    """Names of about this length, with its own place word or else the plan's."""
    yield from local
    places = bodies.places
    prefix = next((prefix for prefix in places.prefixes if name.startswith(prefix)), "")
    lengths = range(len(name) - 2, len(name) + 3)
    for place in (prefix,) if prefix else (places.full(places.level), places.word(places.level)):
        marks = ("", "委", "政府") if name[len(place) : len(place) + 1] in ("委", "政") else ("",)
        for mark in marks:
            for stem, body in bodies.bodies.by_stem.items():
                if len(place) + len(mark) + len(stem) in lengths and not body.entry.national:
                    yield place + mark + stem


def _same_start(a: str, b: str) -> int:
    same = 0
    for left, right in zip(a, b, strict=False):
        if left != right:
            break
        same += 1
    return same
