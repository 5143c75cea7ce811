"""What the rules on responsibility share: where units are named, who leads, and whom a name stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from typing import Final, TypeAlias

from planspec.model import Action, Plan, Responsibility, Row, Section, Task, UnitRef, Workgroup
from planspec.model.elements import NOBODY
from planspec.registry import Kind, Unit
from planspec.rules._once import once_per_plan
from planspec.source.diagnostic import Edit
from planspec.source.message import Message
from planspec.source.nodes import Mapping, Sequence
from planspec.source.rewriting import without_item, without_lines
from planspec.source.span import Span

GROUPS: Final = (Kind.COLLECTIVE, Kind.VAGUE)
"""The kinds of name that stand for several units."""

Holder: TypeAlias = Action | Section | Task | Row
"""Whatever may name units of its own."""


def holders(plan: Plan) -> Iterator[Holder]:
    """Return all that name units (or a leader) themselves."""
    for group in (plan.actions, plan.all_sections, plan.tasks, plan.rows):
        for holder in group:
            if holder.own is not NOBODY:
                yield holder


@once_per_plan
def mentions(plan: Plan) -> dict[str, list[UnitRef]]:
    """Return all places of each name, in the order of the text; one name is one unit throughout a plan."""
    found: dict[str, list[UnitRef]] = {}
    for ref in plan.unit_refs:
        name = ref.name
        if name in found:
            found[name].append(ref)
        else:
            found[name] = [ref]
    return found


def above(item: Task | Section) -> Task | Section | None:
    """Return the task or section that holds the item."""
    if isinstance(item, Task):
        return item.parent or item.section
    return item.parent


def holder_of(item: Task | Section) -> Task | Section:
    """Return the item that states the units: this one or the nearest above; itself where none does."""
    holder: Task | Section | None = item
    while holder is not None and not holder.own.stated:
        holder = above(holder)
    return holder or item


def leads(responsibility: Responsibility) -> tuple[UnitRef, ...]:
    """Return who leads: the lead as stated, or the unit that is named alone or beside groups only."""
    if responsibility.lead:
        return responsibility.lead
    chief: UnitRef | None = None
    for ref in responsibility.units:
        if chief is None or is_group(chief):
            chief = ref
        elif ref.key != chief.key and not is_group(ref):
            return ()
    if chief is None or (is_group(chief) and len(responsibility.units) > 1):
        return ()
    return (chief,)


def led_from_above(item: Task | Section) -> bool:
    """Say whether the task, section or action that holds the item has a lead."""
    holder = above(item)
    while holder is not None:
        if leads(holder.own):
            return True
        holder = above(holder)
    return item.action is not None and bool(leads(item.action.own))


def names(refs: Iterable[UnitRef], most: int = 4) -> Message:
    """Return the names in one line, each once; of a long list the first few."""
    all_names = list(dict.fromkeys(ref.name for ref in refs))
    first, further = all_names[:most], len(all_names) - most
    if further > 0:
        return Message("、".join(first) + "等", ", ".join(first) + f" and {further} more")
    return Message("、".join(first), ", ".join(first))


def times(count: int) -> str:
    """Return how often, in English."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def without_unit(mapping: Mapping, key: str, ref: UnitRef) -> Edit | None:
    """Return the edit that takes a unit out of the list under `key`, with the key where it stands there alone."""
    value = mapping.entries.get(key)
    if isinstance(value, Sequence) and len(value.items) > 1:
        return without_item(value, ref.node)
    alone = value is ref.node or (isinstance(value, Sequence) and any(one is ref.node for one in value.items))
    if value is None or not alone or value.file is not mapping.file:
        return None
    head, tail = mapping.keys[key].span, value.span
    span = Span(head.start_line, head.start_column, tail.end_line, tail.end_column)
    return without_lines(mapping.file, span)


class Homes:
    """What holds each mention of a unit; gathered when it is first asked for."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    @cached_property
    def items(self) -> dict[int, Holder | Workgroup]:
        """By the identity of the mention."""
        found: dict[int, Holder | Workgroup] = {}
        for holder in holders(self.plan):
            found.update((id(ref), holder) for ref in holder.own.everyone)
        for group in self.plan.workgroups:
            found.update((id(ref), group) for ref in group.members)
            if group.office is not None:
                found[id(group.office)] = group
        return found

    def of(self, ref: UnitRef) -> Holder | Workgroup | None:
        """Return the task, section, row, action or work group that names the unit there."""
        return self.items.get(id(ref))


def title_of(holder: Holder) -> str:
    """Return how a message calls it."""
    if isinstance(holder, Section):
        return holder.heading or holder.no
    return holder.title or holder.no


def is_group(ref: UnitRef) -> bool:
    """Say whether the name stands for several units: 各县市区, 各有关部门."""
    unit = ref.unit
    return unit is not None and unit.kind in GROUPS


def takes_in_departments(ref: UnitRef) -> bool:
    """Say whether the name stands for several departments, so that any of them may be meant."""
    unit = ref.unit
    return unit is not None and (unit.kind is Kind.VAGUE or (unit.kind is Kind.COLLECTIVE and not unit.role))


def body_key(unit: Unit) -> str:
    """Return the key of the unit itself: of a post, that of the body whose post it is."""
    return unit.holder or unit.key


_HOSTS: Final[dict[str, frozenset[str]]] = {
    "safety-committee": frozenset({"emergency-management", "fire-and-rescue", "public-security"}),
    "disaster-reduction": frozenset({"emergency-management"}),
    "flood-control": frozenset({"emergency-management", "water"}),
    "forest-fire-control": frozenset({"emergency-management", "forestry"}),
    "ecological-committee": frozenset({"ecology-and-environment"}),
    "narcotics-control": frozenset({"public-security"}),
    "traffic-police": frozenset({"public-security"}),
    "housing": frozenset({"housing-and-construction"}),
    "talent": frozenset({"organisation"}),
    "women-and-children-committee": frozenset({"womens-federation"}),
}
"""Roles whose bodies are part of, or housed in, a department with one of the other roles."""


@cache
def duties(roles: tuple[str, ...]) -> frozenset[str]:
    """Return a unit's roles and those of the department it belongs to, which covers its parts."""
    return frozenset(roles).union(*(_HOSTS.get(role, ()) for role in roles))


_OUTSIDE: Final = frozenset(
    {"town", "street", "community", "county", "county-government", "government", "party-committee"}
)
"""Roles that no work group of departments is expected to list."""
_TOWN: Final = re.compile("(?:街道|镇|乡|村|社区)(?:办事处|人民政府)?$")
BESIDE: Final = frozenset(
    {
        "development-zone",
        "scenic-area",
        "enterprise",
        "state-enterprise",
        "bank",
        "telecommunications",
        "school",
        "hospital",
        "association",
        "research-institute",
        "public-institution",
    }
)
"""Roles that some work groups list and others do not."""


def is_outside(unit: Unit) -> bool:
    """Say whether it is a local government, a town, a street: no work group is expected to list it."""
    return unit.role in _OUTSIDE or (unit.kind is Kind.LOCAL and _TOWN.search(unit.canonical) is not None)


def is_beside(unit: Unit) -> bool:
    """Say whether it is a firm, a park, a school: some work groups list such, others do not."""
    return unit.role in BESIDE or (unit.kind is Kind.LOCAL and not unit.role)
