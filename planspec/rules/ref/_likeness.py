"""How two names differ: what stands between their common beginning and their common end."""

from __future__ import annotations


def difference(one: str, other: str) -> tuple[str, str] | None:
    """Return the differing middles of two names, None where they are equal.

    现代石化协同创新研究院 and 现代石化产业协同创新研究院 differ by ("", "产业").
    """
    if one == other:
        return None
    shorter = min(len(one), len(other))
    head = 0
    while head < shorter and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < shorter - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    return one[head : len(one) - tail], other[head : len(other) - tail]
