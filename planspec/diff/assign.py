"""The globally best one-to-one assignment among weighed candidates, and how sure each of its pairs is.

Maximum-weight matching of a sparse bipartite graph by shortest augmenting paths (Jonker and Volgenant's form of
the Hungarian method), row by row. Weights are whole numbers, so that no rounding decides. A row may stay alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heappop, heappush
from typing import Final

Weights = Mapping[int, Mapping[int, int]]
"""Row -> column -> weight (> 0)."""

_ALONE: Final = -1
"""The column of a row that stays alone, as a key below all real ones; each row has its own."""


def best_assignment(weights: Weights) -> dict[int, int]:
    """Return the pairs (row -> column) whose weights have the greatest sum."""
    taken: dict[int, int] = {}
    chosen: dict[int, int] = {}
    price: dict[int, int] = {}
    for row in sorted(weights):
        _augment(row, weights, taken, chosen, price)
    return {row: column for row, column in chosen.items() if column >= 0}


def _augment(
    start: int,
    weights: Weights,
    taken: dict[int, int],
    chosen: dict[int, int],
    price: dict[int, int],
) -> None:
    """Give `start` a column, moving other rows to further columns where that gains more in all.

    `price[column]` is what a column is worth beyond its weight (the dual variable, never negative); the profit of
    a row with a column is weight - price. Dijkstra runs over the loss of profit along the alternating path.
    """
    loss: dict[int, int] = {}
    via: dict[int, int] = {}
    settled: dict[int, int] = {}
    queue: list[tuple[int, int]] = []
    row, so_far = start, 0
    end: int | None = None
    alone: tuple[int, int] | None = None
    tops: dict[int, int] = {}
    while True:
        own = weights[row]
        top = max([weight - price.get(column, 0) for column, weight in own.items()] + [0])
        tops[row] = top
        # Staying alone costs the row all of its profit.
        if alone is None or so_far + top < alone[0]:
            alone = (so_far + top, row)
        for column, weight in own.items():
            if column in settled:
                continue
            cost = so_far + top - (weight - price.get(column, 0))
            if cost < loss.get(column, cost + 1):
                loss[column] = cost
                via[column] = row
                heappush(queue, (cost, column))
        column = _ALONE
        while queue:
            cost, column = heappop(queue)
            if column not in settled and cost == loss[column]:
                break
            column = _ALONE
        if column == _ALONE or cost >= alone[0]:
            reached = alone[0]
            break
        settled[column] = cost
        if column not in taken:
            reached, end = cost, column
            break
        row, so_far = taken[column], cost
    for column, cost in settled.items():
        if column != end:
            price[column] = price.get(column, 0) + reached - cost
    if end is None:
        last = alone[1]
        column_of_last = chosen.get(last)
        chosen[last] = _ALONE
        if last == start or column_of_last is None:
            return
        end = column_of_last
    while True:
        row = via[end]
        before = chosen.get(row)
        chosen[row] = end
        taken[end] = row
        if row == start or before is None:
            return
        end = before


def margins(weights: Weights, chosen: Mapping[int, int]) -> dict[int, int]:
    """Return for each chosen row what the assignment would lose if that row took its next best column.

    Its runner-up may be free, or belong to another row: then the two swap, and the loss of both counts.
    """
    rows_of: dict[int, dict[int, int]] = {}
    for row, own in weights.items():
        for column, weight in own.items():
            rows_of.setdefault(column, {})[row] = weight
    owner = {column: row for row, column in chosen.items()}
    found: dict[int, int] = {}
    for row, column in chosen.items():
        weight = weights[row][column]
        least = weight
        for rival, its_weight in weights[row].items():
            if rival == column:
                continue
            other = owner.get(rival)
            if other is None:
                least = min(least, weight - its_weight)
            else:
                swapped = its_weight + weights[other].get(column, 0)
                least = min(least, weight + weights[other][rival] - swapped)
        for other, its_weight in rows_of[column].items():
            if other != row and other not in chosen:
                least = min(least, weight - its_weight)
        found[row] = least
    return found
