"""Which units do the tasks of an action, and which of them its work group lists."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from planspec.model import Action, Plan, UnitRef, Workgroup
from planspec.registry import Kind, Unit
from planspec.rules.res._shared import (
    Holder,
    body_key,
    duties,
    is_beside,
    is_group,
    is_outside,
    leads,
    takes_in_departments,
)


class Group(msgspec.Struct, frozen=True, eq=False):
    """A work group with what it covers."""

    group: Workgroup
    listed: Workgroup
    """The work group whose member list is meant: the annex's own or the overall plan's."""
    keys: frozenset[str]
    roles: frozenset[str]
    open: bool

    def covers(self, unit: Unit) -> bool:
        """Say whether the unit, or a department that it is a part of, belongs to the group."""
        return body_key(unit) in self.keys or bool(duties(unit) & self.roles)


class Absent(msgspec.Struct, frozen=True, eq=False):
    """A unit that has tasks and is not in the work group: its first mention."""

    action: Action
    group: Group
    ref: UnitRef
    holder: Holder
    further: tuple[UnitRef, ...]
    beside: bool
    """A firm, a park, a school: some work groups list such, others do not."""


def absent_units(plan: Plan, *, leading: bool) -> Iterator[Absent]:
    """Return who leads (or only supports) tasks of an action without being in its work group."""
    for action, holders in work_of(plan):
        group = group_of(action)
        if group is None:
            continue
        chiefs: dict[str, list[tuple[UnitRef, Holder]]] = {}
        helpers: dict[str, list[tuple[UnitRef, Holder]]] = {}
        for holder in holders:
            own = holder.own
            first = leads(own)
            for refs, found in (
                (first, chiefs),
                (own.support if first else own.support + own.units, helpers),
            ):
                for ref in refs:
                    unit = ref.unit
                    if (
                        unit is not None
                        and not is_group(ref)
                        and not is_outside(unit)
                        and not group.covers(unit)
                    ):
                        found.setdefault(body_key(unit), []).append((ref, holder))
        for key, mentions in (chiefs if leading else helpers).items():
            if not leading and key in chiefs:
                continue
            ref, holder = mentions[0]
            assert ref.unit is not None
            beside = is_beside(ref.unit)
            if beside and group.open:
                continue
            yield Absent(action, group, ref, holder, tuple(ref for ref, _ in mentions[1:]), beside)


def work_of(plan: Plan) -> list[tuple[Action, list[Holder]]]:
    """Return each action with what names units in it, in the order of the text."""
    found: dict[int, tuple[Action, list[Holder]]] = {id(action): (action, []) for action in plan.actions}
    for group in (plan.all_sections, plan.tasks):
        for item in group:
            if item.action is not None and item.own.stated:
                found[id(item.action)][1].append(item)
    for action, holders in found.values():
        holders.sort(key=lambda holder: holder.node.start)
        if action.own.stated:
            holders.insert(0, action)
    return list(found.values())


def group_of(action: Action) -> Group | None:
    """Return the work group; None where it has no members or leaves open which departments it has."""
    group = action.workgroup
    if group is None:
        return None
    lists = [one for one in (group, action.overall_workgroup) if one is not None and one.members]
    if not lists:
        return None
    keys: set[str] = set()
    roles: set[str] = set()
    is_open = False
    for one in lists:
        is_open = is_open or one.open
        for ref in (*one.members, *((one.office,) if one.office is not None else ())):
            if takes_in_departments(ref):
                return None
            is_open = is_open or ref.unit is None
            if ref.unit is not None:
                _add(ref.unit, keys, roles)
        for post in (*one.head, *one.convenor, *one.deputies):
            if post.unit is not None:
                _add(post.unit, keys, roles)
    return Group(group, lists[0], frozenset(keys), frozenset(roles), is_open)


def _add(unit: Unit, keys: set[str], roles: set[str]) -> None:
    keys.add(body_key(unit))
    if unit.kind is not Kind.POSITION and not is_outside(unit) and not is_beside(unit):
        roles.update(duties(unit))
