"""What one plan tells others: its goals' targets, actions, bases and allocations, with their places.

Facts are plain values: they go into the cache and between processes, and they are all that a plan's
neighbours ever see of it. A plan of which only targets are known gives facts like any other.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final
from zlib import compress, decompress

import msgspec

from planspec.model import Action, Plan, Target, TargetRole
from planspec.model.build import mapping_of, read_as
from planspec.phrase import Phrase, parse
from planspec.registry import Direction, Registry, builtin, chain
from planspec.source.message import bounded
from planspec.source.nodes import Mapping, Scalar
from planspec.source.place import Place, at, at_key, at_value
from planspec.source.span import Span

GOALS: Final = (TargetRole.GOAL, TargetRole.OVERALL, TargetRole.ACTION_GOAL)
"""Where a plan states what it promises as a whole."""
_LONGEST_LINE: Final = 2000


class Spot(msgspec.Struct, frozen=True, array_like=True):
    """A place that outlives the file it was read from."""

    file: str
    span: Span
    pointer: str = ""
    excerpt: str = ""
    """The text of its first line."""


class Value(msgspec.Struct, frozen=True, array_like=True):
    """A value phrase as written, and where it stands."""

    text: str
    spot: Spot


class TargetFact(msgspec.Struct, frozen=True, array_like=True):
    """One indicator with its phrases at one place of the plan."""

    key: str
    """Id of the indicator, or its normalised name; without the scope."""
    name: str
    """As the plan writes it."""
    known: bool
    """Whether the registry, or the plan itself, declares the indicator."""
    direction: Direction
    dimension: str
    role: TargetRole
    theme: str
    """Of the action it stands in; "" in the overall goals."""
    values: tuple[Value, ...]
    anchor: str
    scope: str = ""
    by: Value | None = None
    """Its own deadline."""
    locator: str = ""

    def phrases(self, registry: Registry | None = None) -> tuple[tuple[Value, Phrase], ...]:
        """Return the values that are understood, with what they mean."""
        measure = (registry or builtin()).read_indicator(self.name).measure
        found = []
        for value in self.values:
            phrase = parse(value.text)
            if phrase is not None:
                found.append((value, read_as(phrase, measure) if measure is not None else phrase))
        return tuple(found)


class ActionFact(msgspec.Struct, frozen=True, array_like=True):
    """One action: what it is about and who does how much of it."""

    theme: str
    title: str
    anchor: str
    spot: Spot
    tasks: int = 0
    leads: dict[str, int] = {}
    """Number of tasks by the role (else the name) of the unit that leads them."""
    supports: dict[str, int] = {}
    """Number of tasks by the role (else the name) of the units that support or share them."""


class BasisFact(msgspec.Struct, frozen=True, array_like=True):
    """A document that the plan rests on."""

    title: str
    document: str
    spot: Spot


class Allocation(msgspec.Struct, frozen=True, array_like=True):
    """What the plan gives one subordinate to do."""

    key: str
    name: str
    code: str
    value: Value


class Facts(msgspec.Struct, frozen=True):
    """What one plan tells others."""

    shown: str
    """Its root file, as findings name it."""
    identity: str
    code: str
    """Six-digit GB/T 2260 code; "" when unknown."""
    year: int | None
    programme: str
    title: str
    document: str
    issued: str
    status: str
    extent: str
    attested: str
    spot: Spot
    """The plan's title."""
    goals: Spot
    """Where its goals begin."""
    targets: tuple[TargetFact, ...] = ()
    """Those of the roles asked for, from the overall goals down."""
    mentioned: tuple[str, ...] = ()
    """Keys of all indicators that the plan states anywhere, sorted."""
    actions: tuple[ActionFact, ...] = ()
    bases: tuple[BasisFact, ...] = ()
    allocations: tuple[Allocation, ...] = ()
    complete: bool = True
    """Whether every file of the plan could be read."""


class Held(msgspec.Struct, frozen=True):
    """Facts at rest: packed, with what is needed to find them; a run holds those of all its plans."""

    shown: str
    code: str
    year: int | None
    programme: str
    title: str
    data: bytes

    def open(self) -> Facts:
        """Return the facts."""
        return _DECODER.decode(decompress(self.data))


def hold(facts: Facts) -> Held:
    """Pack facts: a sixth of their size, and a hundredth of what they take as objects."""
    data = compress(msgspec.msgpack.encode(facts), 1)
    return Held(facts.shown, facts.code, facts.year, facts.programme, facts.title, data)


_DECODER: Final = msgspec.msgpack.Decoder(Facts)


def facts_of(plan: Plan, roles: Collection[TargetRole] = GOALS, *, complete: bool = True) -> Facts:
    """Return the facts of a plan, with the targets of `roles`."""
    node = plan.node
    ranked = {role: rank for rank, role in enumerate(TargetRole)}
    places = tuple(place.name for place in chain(plan.jurisdiction))
    chosen = sorted((t for t in plan.targets if t.role in roles), key=lambda one: ranked[one.role])
    return Facts(
        shown=plan.files[0].shown,
        identity=plan.identity,
        code=plan.jurisdiction,
        year=plan.year,
        programme=plan.programme,
        title=plan.title,
        document=plan.document,
        issued=plan.issued,
        status=plan.status,
        extent=plan.extent,
        attested=plan.attested,
        spot=spot_of(at_value(node, "title")),
        goals=spot_of(at_key(node, "goals" if "goals" in node.entries else "title")),
        targets=tuple(_target(target, places) for target in chosen),
        mentioned=tuple(sorted({_key(target) for target in plan.targets})),
        actions=tuple(_action(action) for action in plan.actions),
        bases=tuple(
            BasisFact(basis.title, basis.document, spot_of(at_value(basis.node, "document", "title")))
            for basis in plan.basis
        ),
        allocations=_allocations(plan),
        complete=complete,
    )


def spot_of(place: Place) -> Spot:
    """Return the place as a value."""
    file = place.node.file
    line = place.span.start_line
    length = file.line_length(line)
    excerpt = file.lines[line - 1] if 0 < length <= _LONGEST_LINE else ""
    return Spot(file.shown, place.span, file.pointer(place.node), excerpt)


def _key(target: Target) -> str:
    return target.key.partition("@")[0] if target.scope else target.key


def _scope(scope: str, places: tuple[str, ...]) -> str:
    """Return a scope without the name of the place or of one above it: 某市中心城区 and 中心城区 are one."""
    for place in places:
        if scope.startswith(place) and scope != place:
            return scope.removeprefix(place)
    return scope


def _target(target: Target, places: tuple[str, ...]) -> TargetFact:
    indicator = target.indicator
    action = target.action
    node = target.node
    due = node.entries.get("by") if isinstance(node, Mapping) else None
    return TargetFact(
        key=_key(target),
        name=target.name,
        known=indicator is not None,
        direction=indicator.direction if indicator is not None else Direction.NEITHER,
        dimension=indicator.dimension if indicator is not None else "",
        role=target.role,
        theme=bounded(action.theme or action.title) if action is not None else "",
        values=tuple(Value(one.text, spot_of(at(one.node))) for one in target.phrases),
        anchor=bounded(target.anchor),
        scope=_scope(target.scope, places),
        by=Value(due.text, spot_of(at(due))) if isinstance(due, Scalar) and due.text else None,
        locator=bounded(target.locator),
    )


def _action(action: Action) -> ActionFact:
    leads: dict[str, int] = {}
    supports: dict[str, int] = {}
    tasks = [task for task in action.tasks if not task.tasks]
    for task in tasks:
        who = task.effective
        for counts, units in ((leads, who.lead), (supports, who.support + who.units)):
            for role in dict.fromkeys(ref.unit.role or ref.unit.canonical for ref in units if ref.unit):
                counts[role] = counts.get(role, 0) + 1
    return ActionFact(
        theme=action.theme,
        title=action.title,
        anchor=action.anchor,
        spot=spot_of(at_key(action.node, "action")),
        tasks=len(tasks),
        leads=dict(sorted(leads.items())),
        supports=dict(sorted(supports.items())),
    )


def _allocations(plan: Plan) -> tuple[Allocation, ...]:
    table = mapping_of(plan.node, "allocations")
    if table is None:
        return ()
    found = []
    for name, row in table.entries.items():
        if not isinstance(row, Mapping):
            continue
        named = plan.registry.read_indicator(name)
        key = named.indicator.id if named.indicator is not None else named.name
        for code, node in row.entries.items():
            if isinstance(node, Scalar) and node.plain not in (None, ""):
                found.append(Allocation(key, name, str(code), Value(node.text, spot_of(at(node)))))
    return tuple(found)
