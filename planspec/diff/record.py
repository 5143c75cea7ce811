"""Collecting changes: each said with its places, equal ones folded into one, all put into one order."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from hashlib import blake2b
from typing import Final, TypeAlias

import msgspec

from planspec.diff.catalogue import KINDS
from planspec.diff.change import Change, ChangeClass, Match, Method, Object, RelatedSide, Side
from planspec.diff.identity import folded
from planspec.diff.kind import Kind
from planspec.diff.telling import Telling
from planspec.model import Action, Goal, Plan, Row, Section, Task, Workgroup
from planspec.source.message import Message
from planspec.source.place import Place

Holder: TypeAlias = Plan | Action | Goal | Section | Task | Row | Workgroup

_LONGEST: Final = 200
"""Characters of a value that a change shows."""

MAY_CONTINUE: Final = Message("可能对应这里，但不能确定", "may continue here, but that is not certain")


class Spot(msgspec.Struct, frozen=True, eq=False):
    """One end of a change, before it is written down: where, what it says, what holds it."""

    place: Place
    text: str
    holder: Holder
    names: tuple[str, ...] = ()
    """Titles below the holder that lead to the place."""


class Entry(msgspec.Struct, eq=False):
    """A change before it is folded with others and written down.

    `fold` is equal for changes that are one to a reader; `rank` says which of them speaks for all (the lowest).
    """

    kind: Kind
    thing: Object
    subject: str
    before: Spot | None
    after: Spot | None
    match: Match
    fold: Hashable = None
    rank: int = 0
    graver: int = 0
    """By how many grades it weighs more (or less) than others of its kind."""
    also: tuple[str, ...] = ()
    related: tuple[tuple[bool, Spot, Message], ...] = ()
    message: Message | None = None


class Record:
    """The changes found so far."""

    def __init__(self, telling: Telling, order: dict[Action, int]) -> None:
        self.telling = telling
        self.order = order
        """Where each action comes in the report; both actions of a pair have one place."""
        self.entries: list[Entry] = []

    def add(
        self,
        code: str,
        thing: Object,
        subject: str,
        before: Spot | None,
        after: Spot | None,
        match: Match,
        *,
        fold: Hashable = None,
        rank: int = 0,
        graver: int = 0,
        also: tuple[str, ...] = (),
        related: Iterable[tuple[bool, Spot, Message]] = (),
        message: Message | None = None,
    ) -> Entry:
        """Take note of a change."""
        entry = Entry(
            KINDS[code], thing, subject, before, after, match, fold, rank, graver, also, tuple(related), message
        )  # fmt: skip
        self.entries.append(entry)
        return entry

    def changes(self) -> tuple[Change, ...]:
        """Return the changes, folded and in order."""
        groups: dict[Hashable, list[Entry]] = {}
        for number, entry in enumerate(self.entries):
            key = (number,) if entry.fold is None else (entry.kind.code, entry.fold)
            groups.setdefault(key, []).append(entry)
        first: list[tuple[tuple[int, ...], int, list[Entry]]] = []
        for number, group in enumerate(groups.values()):
            group.sort(key=lambda entry: (entry.rank, _places(entry)))
            first.append((self._position(group[0]), number, group))
        first.sort(key=lambda one: one[:2])
        return tuple(self._change(group) for _, _, group in first)

    def _position(self, entry: Entry) -> tuple[int, ...]:
        spot = entry.after or entry.before
        if spot is None:
            return (-1,)
        holder = spot.holder
        action = holder if isinstance(holder, Action) else holder.action
        node = spot.place.node
        root = action is not None and node.file is not action.node.file
        at = self.order.get(action, 0) if action is not None else -1
        return (at, 0 if root else 1, spot.place.span.start_line, spot.place.span.start_column)

    def _change(self, group: Sequence[Entry]) -> Change:
        entry = group[0]
        kind = entry.kind
        before = _side(entry.before)
        after = _side(entry.after)
        related = [RelatedSide(old, side, said) for old, spot, said in entry.related if (side := _side(spot))]
        for other in group[1:]:
            for spot, old in ((other.before, True), (other.after, False)):
                if spot is not None and (old is (other.after is None)):
                    related.append(RelatedSide(old, _written(spot), self.telling.also_here))
        texts = (before.text if before is not None else "", after.text if after is not None else "")
        exact = entry.match.method in (Method.ONLY, Method.EXACT)
        return Change(
            code=kind.code,
            kind=kind.kind,
            object=entry.thing,
            aspect=kind.aspect,
            subject=entry.subject,
            before=before,
            after=after,
            message=entry.message or self.telling.sentence(kind, entry.thing, entry.subject, *texts),
            weight=kind.weight.graver(entry.graver),
            match=entry.match if not exact or entry.match.doubtful else None,
            also=tuple(dict.fromkeys(code for one in group for code in one.also)),
            related=tuple(related),
            fingerprint=_fingerprint(kind.code, entry, texts),
        )


def _places(entry: Entry) -> list[tuple[int, ...]]:
    """Return where both ends of a change stand, the same whichever plan is called old."""
    found = []
    for spot in (entry.before, entry.after):
        if spot is not None:
            holder = spot.holder
            action = holder if isinstance(holder, Action) else holder.action
            span = spot.place.span
            ordinal = action.ordinal if action is not None else 0
            root = action is not None and spot.place.node.file is not action.node.file
            found.append((ordinal, 0 if root else 1, span.start_line, span.start_column))
    return sorted(found)


def _side(spot: Spot | None) -> Side | None:
    return _written(spot) if spot is not None else None


def _written(spot: Spot) -> Side:
    node = spot.place.node
    text = spot.text if len(spot.text) <= _LONGEST else spot.text[:_LONGEST] + "…"
    return Side(
        file=node.file.shown,
        span=spot.place.span,
        pointer=node.file.pointer(node),
        text=text,
        path=(*path_of(spot.holder), *spot.names),
        locator=spot.holder.locator,
    )


def path_of(holder: Holder) -> tuple[str, ...]:
    """Return the titles from the action down to an item."""
    if isinstance(holder, Plan):
        return ()
    if isinstance(holder, Action):
        return (holder.title,)
    above: Holder | None = holder.action
    if isinstance(holder, Section):
        above = holder.parent or above
    elif isinstance(holder, Task):
        above = holder.parent or holder.section or above
    name = (
        holder.title
        if isinstance(holder, Task | Row)
        else holder.heading
        if isinstance(holder, Goal | Section)
        else holder.name
    )
    return (*(path_of(above) if above is not None else ()), *((name,) if name else ()))


def _fingerprint(code: str, entry: Entry, texts: tuple[str, str]) -> str:
    """Return what stays the same while lines move: code, the item's stable name, both values."""
    spot = entry.before or entry.after
    anchor = spot.holder.anchor if spot is not None else ""
    parts = (code, anchor, folded(entry.subject), *("".join(text.split()) for text in texts))
    return blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=8).hexdigest()


def worst(kinds: Iterable[ChangeClass]) -> ChangeClass | None:
    """Return the gravest of some classes, in the order of `ChangeClass`."""
    return min(kinds, key=tuple(ChangeClass).index, default=None)
