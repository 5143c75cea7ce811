"""The order and the numbers of items: what was reordered, what was renumbered for its own sake."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import pairwise
from typing import Final, TypeVar

from planspec.diff.change import Object
from planspec.diff.frame import ONLY, Frame
from planspec.diff.kind import OBJECTS
from planspec.diff.numerals import ordinal
from planspec.diff.pairs import Pairs
from planspec.diff.record import Holder, Spot
from planspec.model import Action, Goal, Row, Section, Task
from planspec.model.titles import title_of
from planspec.source.message import Message, Template
from planspec.source.nodes import Mapping
from planspec.source.place import Place, at_value

T = TypeVar("T", Action, Goal, Section, Task, Row)

_SHOWN: Final = 6
"""Titles of reordered items that a change lists."""
_TITLES: Final = ("title", "heading", "action", "no")


_REORDERED: Final = Template(
    zh="{holder}的{object}调整次序：由“{before}”改为“{after}”",
    en="{object}s of {holder} put in another order: “{before}” is now “{after}”",
)


def compare_order(
    frame: Frame,
    thing: Object,
    old: Sequence[T],
    new: Sequence[T],
    pairs: Pairs[T],
    holders: tuple[Holder, Holder],
    disturbed: bool = False,
) -> None:
    """Compare the order and the numbers of the children of one item.

    `disturbed`: something near them came or went, after which numbers that count on by themselves say nothing.
    """
    here = set(old)
    kept = [pair for item in new if (pair := pairs.of_new(item)) is not None and pair.before in here]
    kept_new = [pair.after for pair in kept]
    order = {pair.before: number for number, pair in enumerate(kept)}
    before = [item for item in old if item in order]
    places = [order[item] for item in before]
    moved = places != sorted(places)
    if moved:
        first = next(n for n, place in enumerate(places) if place != n)
        last = next(n for n in range(len(places) - 1, -1, -1) if places[n] != n)
        was, now = before[first : last + 1], kept_new[first : last + 1]
        frame.record.add(
            "items-reordered", thing, title_of(holders[1]),
            Spot(_title_place(was[0]), _row(was), holders[0]), Spot(_title_place(now[0]), _row(now), holders[1]),
            ONLY, message=_REORDERED(object=OBJECTS[thing], holder=_name(holders[1]), before=_row(was), after=_row(now)),
        )  # fmt: skip
    # Numbers that run on by themselves say no more than the order does.
    disturbed = disturbed or moved or len(kept) != len(old) or len(kept) != len(new)
    if disturbed and _runs(old) and _runs(new) and _style(old) == _style(new):
        return
    groups = (*frame.alignment.splits, *frame.alignment.merges)
    wholes = {id(group.whole) for group in groups}
    for pair in kept:
        if id(pair.before) in wholes or id(pair.after) in wholes:
            continue
        _renumbered(frame, thing, pair.before, pair.after, holders)


def _renumbered(frame: Frame, thing: Object, old: T, new: T, holders: tuple[Holder, Holder]) -> None:
    """Take note of another number of one item; all of one action are one note."""
    if number_of(old) == number_of(new):
        return
    action = new.action.anchor if new.action is not None else ""
    fold: Hashable = ("number", action)
    frame.record.add(
        "numbering-changed", thing, title_of(new),
        Spot(at_value(_mapping(old), "no"), number_of(old), holders[0]),
        Spot(at_value(_mapping(new), "no"), number_of(new), holders[1]),
        ONLY, fold=fold,
    )  # fmt: skip


def number_of(item: Action | Goal | Section | Task | Row) -> str:
    """Return an item's number as written."""
    if isinstance(item, Goal):
        node = item.node.entries.get("no")
        return str(node.plain) if node is not None else ""
    return item.no


def _runs(items: Sequence[T]) -> bool:
    """Say whether the numbers count on one by one, in one notation."""
    read = [ordinal(number_of(item)) for item in items if number_of(item)]
    if any(one is None for one in read):
        return False
    known = [one for one in read if one is not None]
    return all(
        later.style == earlier.style and later.value == earlier.value + 1
        for earlier, later in pairwise(known)
    )


def _style(items: Sequence[T]) -> str | None:
    read = [ordinal(number_of(item)) for item in items[:1]]
    return read[0].style if read and read[0] is not None else None


def _mapping(item: Action | Goal | Section | Task | Row) -> Mapping:
    if isinstance(item, Action) and "no" not in item.node.entries:
        return item.entry
    return item.node


def _name(holder: Holder) -> Message:
    title = title_of(holder)
    return Message(f"“{title}”", f"“{title}”") if title else Message("方案", "the plan")


def _title_place(item: Action | Goal | Section | Task | Row) -> Place:
    return at_value(item.node, *_TITLES)


def _row(items: Sequence[T]) -> str:
    names = [item.title if isinstance(item, Action | Task | Row) else item.heading for item in items]
    rest = f" …（共{len(names)}项）" if len(names) > _SHOWN else ""
    return " → ".join(names[:_SHOWN]) + rest
