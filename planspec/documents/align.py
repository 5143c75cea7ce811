"""Cells in a row to the columns they stand in, where the text has lost the grid.

A table that was saved as text lets empty and merged cells fall out, so the third cell of a line may belong to the
fifth column. The cells still come in their order, and most look like what their column holds; the cheapest way to
lay them under the columns is found by dynamic programming, linear in the number of cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from planspec.documents.columns import Column, Holds
from planspec.documents.looks import Look


class Item(msgspec.Struct, frozen=True):
    """A cell or a line of one: its text, its line in the document, what it looks like.

    `starts` says whether a row starts here, where the layout tells; `value` is the running number that it is.
    """

    text: str
    line: int
    look: Look
    starts: bool | None = None
    value: int = 0


class Place(msgspec.Struct, frozen=True):
    """Where an item stands: its column from 0 (`SPAN` for a group's heading), and whether it starts a row."""

    column: int
    starts: bool


class Layout(msgspec.Struct, frozen=True):
    """What the text kept of the table.

    `exact` says that each item is a whole cell and that empty cells were kept, so that a cell that lacks is a merged
    one; otherwise an item is one line of a cell, and empty cells are lost.
    """

    exact: bool
    filled_notes: bool = True
    """Whether the columns for progress and notes seem to be filled in."""


SPAN: Final = -1
_NEVER: Final = 1e9

_TEXT: Final = {Holds.GROUP, Holds.NAME, Holds.CONTENT, Holds.TARGET}
_FREE: Final = {Holds.PROGRESS, Holds.NOTE, Holds.OTHER}

# What it costs to find such a text in such a column; in the order of Look:
# EMPTY NUMBER UNITS NAMES DATE FIGURE HEADING SHORT LONG
_NUMBER_COSTS: Final = (5.0, 0.0, 9.0, 9.0, 9.0, 9.0, 9.0, 9.0, 12.0)
_NAME_COSTS: Final = (2.0, 6.0, 5.0, 1.0, 3.0, 2.0, 0.5, 0.0, 1.0)
_CONTENT_COSTS: Final = (2.0, 5.0, 5.0, 1.5, 2.5, 0.8, 0.5, 0.3, 0.0)
_TARGET_COSTS: Final = (1.0, 2.0, 5.0, 2.0, 2.0, 0.0, 0.5, 0.2, 0.0)
_UNIT_COSTS: Final = (0.5, 9.0, 0.0, 4.0, 8.0, 8.0, 8.0, 3.6, 6.0)
_LEADER_COSTS: Final = (0.0, 9.0, 4.0, 0.0, 8.0, 8.0, 8.0, 2.3, 8.0)
_BY_COSTS: Final = (0.0, 5.0, 8.0, 6.0, 0.0, 3.0, 5.0, 2.7, 4.0)
_MONEY_COSTS: Final = (0.0, 0.2, 8.0, 8.0, 5.0, 0.0, 8.0, 4.0, 8.0)
_FREE_COSTS: Final = (0.0, 2.0, 3.0, 2.0, 1.0, 1.0, 2.0, 0.8, 1.2)
_COSTS: Final = {
    Holds.NUMBER: _NUMBER_COSTS,
    Holds.GROUP: _NAME_COSTS,
    Holds.NAME: _NAME_COSTS,
    Holds.CONTENT: _CONTENT_COSTS,
    Holds.TARGET: _TARGET_COSTS,
    Holds.LEAD: _UNIT_COSTS,
    Holds.SUPPORT: _UNIT_COSTS,
    Holds.UNITS: _UNIT_COSTS,
    Holds.LEADER: _LEADER_COSTS,
    Holds.BY: _BY_COSTS,
    Holds.MONEY: _MONEY_COSTS,
    Holds.PROGRESS: _FREE_COSTS,
    Holds.NOTE: _FREE_COSTS,
    Holds.OTHER: _FREE_COSTS,
}


class _Costs:
    """The costs of the ways from cell to cell under one header."""

    def __init__(self, columns: Sequence[Column], layout: Layout) -> None:
        self.columns = columns
        self.layout = layout
        self.numbered = columns[0].holds is Holds.NUMBER
        count = len(columns)
        texts = [k for k, one in enumerate(columns) if one.holds in _TEXT]
        self.main = texts[-1] if texts else -1
        skip = [self._skip(k) for k in range(count)]
        total = [0.0]
        for cost in skip:
            total.append(total[-1] + cost)
        self.inside = [[total[k] - total[j + 1] for k in range(count)] for j in range(count)]
        self.ending = [total[count] - total[j + 1] for j in range(count)] + [0.0]
        self.starting = [self._start(k, total) for k in range(count)]
        self.fit = [[self._fit(k, one) for one in Look] for k in range(count)]

    def _skip(self, k: int) -> float:
        """What it costs when a row has nothing in a column."""
        holds = self.columns[k].holds
        if self.layout.exact:
            return 0.0 if k == 0 and self.numbered else 0.6 if holds in _TEXT and k != self.main else 1.2
        if holds in _FREE:
            return 0.1
        costs = {Holds.LEADER: 0.3, Holds.BY: 0.6, Holds.MONEY: 0.6, Holds.SUPPORT: 0.8, Holds.GROUP: 0.3}
        if holds in costs:
            return costs[holds]
        if holds in _TEXT:
            return 3.0 if k == self.main else 0.8
        return 0.0 if holds is Holds.NUMBER else 2.0

    def _start(self, k: int, total: list[float]) -> float:
        """What it costs to start a row at a column: nothing with its number, more without."""
        if k == 0 or not self.numbered:
            return total[k]
        return total[k] + (2.5 if self.layout.exact else 3.0 if self.columns[k].holds in _TEXT else 6.0)

    def _fit(self, k: int, look: Look) -> float:
        holds = self.columns[k].holds
        cost = _COSTS[holds][look]
        if holds in _FREE and not self.layout.filled_notes and look is not Look.EMPTY:
            cost += 1.0 if holds is Holds.NOTE and look in (Look.SHORT, Look.DATE, Look.FIGURE) else 6.0
        return cost

    def stay(self, k: int, before: Item, item: Item) -> float:
        """What it costs to take an item for a further line of the cell before it."""
        if self.layout.exact:
            return _NEVER
        holds = self.columns[k].holds
        if holds is Holds.NUMBER or (self.numbered and item.look is Look.NUMBER):
            return _NEVER
        fit = self.fit[k][item.look]
        if holds in _TEXT:
            if before.text[-1:] in "。；！？;.":
                return fit + 2.0
            return fit + (0.6 if before.look is Look.SHORT else 1.0)
        if holds.units:
            # Where leads and supporters stand one a line, the first is taken for the lead.
            open_end = 0.0 if before.text[-1:] in "、，,（(" else 0.6 if holds is Holds.LEAD else 0.5
            return open_end + (min(fit, 2.0) if item.look is Look.SHORT else fit)
        return fit + (0.2 if holds is Holds.LEADER else 0.8)


def align(items: Sequence[Item], columns: Sequence[Column], layout: Layout) -> tuple[float, list[Place]]:
    """Return the cheapest way to lay the items under the columns, and what it costs."""
    costs = _Costs(columns, layout)
    count = len(columns)
    span = count  # the state of a row that a group's heading fills
    before = [_NEVER] * count + [0.0]
    ways: list[list[tuple[int, bool]]] = []
    inside, ending, starting = costs.inside, costs.ending, costs.starting
    for index, item in enumerate(items):
        now = [_NEVER] * (count + 1)
        way = [(span, True)] * (count + 1)
        fits = [costs.fit[k][item.look] for k in range(count)]
        if costs.numbered and item.look is Look.NUMBER:
            late = _out_of_turn(items, index)
            fits = [fit + (late if k == 0 else 6.0 - 2 * late) for k, fit in enumerate(fits)]
        open_row = min(range(count + 1), key=lambda j: before[j] + ending[j])
        opening = before[open_row] + ending[open_row]
        for k in range(count):
            best, origin, starts = _NEVER, span, True
            if item.starts is not False:
                best, origin = opening + starting[k], open_row
            if item.starts is not True:
                for j in range(k):
                    cost = before[j] + inside[j][k]
                    if cost < best:
                        best, origin, starts = cost, j, False
                if index:
                    cost = before[k] + costs.stay(k, items[index - 1], item) - fits[k]
                    if cost < best:
                        best, origin, starts = cost, k, False
            now[k] = best + fits[k]
            way[k] = (origin, starts)
        if item.starts is not False:
            now[span] = (
                opening + _heads_a_group(items, index, costs.numbered) + (3.0 if layout.exact else 0.0)
            )
            way[span] = (open_row, True)
        before = now
        ways.append(way)
    if not items:
        return 0.0, []
    state = min(range(count + 1), key=lambda j: before[j] + ending[j])
    total = before[state] + ending[state]
    places: list[Place] = []
    for way in reversed(ways):
        origin, starts = way[state]
        places.append(Place(SPAN if state == span else state, starts))
        state = origin
    places.reverse()
    return total, places


def _out_of_turn(items: Sequence[Item], index: int) -> float:
    """What it costs to take a number for the running number of a row: little where it follows the last one."""
    value = items[index].value
    for item in reversed(items[max(0, index - 60) : index]):
        if item.look is Look.NUMBER:
            return 0.0 if value == item.value + 1 else 0.4 if value in (1, item.value) else 2.5
    return 0.0 if value <= 1 else 0.5


def _heads_a_group(items: Sequence[Item], index: int, numbered: bool) -> float:
    """What it costs to take an item for the heading of a group of rows: it must stand before a row's start."""
    item = items[index]
    if item.look not in (Look.HEADING, Look.SHORT) or len(item.text) > 60:
        return _NEVER
    following = items[index + 1] if index + 1 < len(items) else None
    if following is None or following.look in (Look.EMPTY, Look.LONG, Look.UNITS):
        return _NEVER if numbered else 8.0
    if not numbered:
        return 1.0 if item.look is Look.HEADING else 8.0
    if following.look is Look.NUMBER:
        restarts = following.value == 1 or index == 0
        return 0.3 if item.look is Look.HEADING else 1.0 if restarts else 5.0
    if following.look is Look.HEADING:
        return 0.3 if item.look is Look.HEADING or index == 0 else 1.5
    return 6.0
