"""Which units do the tasks of an action, and which of them its work group lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

import msgspec

from planspec.model import Action, Plan, UnitRef, Workgroup
from planspec.model.elements import NOBODY
from planspec.registry import Kind, Unit
from planspec.rules.res._shared import (
    GROUPS,
    Holder,
    body_key,
    duties,
    is_beside,
    is_group,
    is_outside,
    leads,
    takes_in_departments,
)

_MUCH: Final = 3
"""From so many tasks on, even a firm, a park, a school belongs on an open list."""
_MOST_GUESSES: Final = 5
"""To look for what an unknown name may be takes long; more of them have one cause."""


class Group:
    """A work group with what it covers."""

    def __init__(
        self, plan: Plan, group: Workgroup, listed: Workgroup, units: list[Unit], is_open: bool
    ) -> None:
        self.plan = plan
        self.group = group
        self.listed = listed
        """The work group whose member list is meant: the annex's own or the overall plan's."""
        self.units = units
        self.open = is_open
        self.keys = {unit.holder or unit.key for unit in units}

    @cached_property
    def roles(self) -> set[str]:
        """What the departments of the group are for."""
        return {
            role
            for unit in self.units
            if unit.kind is not Kind.POSITION and not is_outside(unit) and not is_beside(unit)
            for role in duties(unit.roles)
        }

    @cached_property
    def beside(self) -> set[str]:
        """What kinds of firm, park or school the list itself names."""
        return {unit.role for unit in self.units if is_beside(unit) and unit.role}

    @cached_property
    def meant(self) -> set[str]:
        """The units that members with unknown names may be slips for."""
        return meant_by(self.plan, self.listed.members)

    def covers(self, unit: Unit) -> bool:
        """Say whether the unit, or a department that it is a part of, belongs to the group."""
        return body_key(unit) in self.keys or not self.roles.isdisjoint(duties(unit.roles))


def meant_by(plan: Plan, refs: Iterable[UnitRef]) -> set[str]:
    """Return the keys of the units that names which nobody knows may be slips for."""
    unknown = [ref.name for ref in refs if ref.unit is None][:_MOST_GUESSES]
    near = [name for one in unknown for name in (plan.units.suggest(one) or "").split("、") if name]
    return {body_key(unit) for unit in map(plan.units.resolve, near) if unit is not None}


class Absent(msgspec.Struct, frozen=True, eq=False):
    """A unit that has tasks and is not in the work group: its first mention."""

    action: Action
    group: Group
    ref: UnitRef
    holder: Holder
    count: int
    """How often the action names it."""
    beside: bool
    """A firm, a park, a school: some work groups list such, others do not."""


def absent_units(plan: Plan, *, leading: bool) -> Iterator[Absent]:
    """Return who leads (or only supports) tasks of an action without being in its work group."""
    for action, holders in work_of(plan):
        group = group_of(plan, action)
        if group is None:
            continue
        verdicts = dict.fromkeys((ref.name for ref in group.listed.members), "")
        chiefs: dict[str, list[tuple[UnitRef, Holder]]] = {}
        helpers: dict[str, list[tuple[UnitRef, Holder]]] = {}
        for holder in holders:
            own = holder.own
            first = leads(own)
            _sort_out(first, group, verdicts, chiefs, holder)
            if not leading:
                _sort_out(own.support if first else own.support + own.units, group, verdicts, helpers, holder)
        for key, found in (chiefs if leading else helpers).items():
            if (not leading and key in chiefs) or key in group.meant:
                continue
            ref, holder = found[0]
            beside = ref.unit is not None and is_beside(ref.unit)
            if not (beside and group.open) or _is_expected(ref, group, len(found)):
                yield Absent(action, group, ref, holder, len(found), beside)


def _is_expected(ref: UnitRef, group: Group, count: int) -> bool:
    """Say whether an open list should name even a firm, a park, a school: it has much to do, or others are named."""
    unit = ref.unit
    return count >= _MUCH or (unit is not None and unit.role in group.beside)


def _sort_out(
    refs: tuple[UnitRef, ...],
    group: Group,
    verdicts: dict[str, str],
    found: dict[str, list[tuple[UnitRef, Holder]]],
    holder: Holder,
) -> None:
    """Add those that the group lacks to `found`; `verdicts` remembers what a name came to ("": no fault)."""
    for ref in refs:
        name = ref.name
        if name not in verdicts:
            verdicts[name] = _lacking(ref, group)
        key = verdicts[name]
        if key:
            found.setdefault(key, []).append((ref, holder))


def _lacking(ref: UnitRef, group: Group) -> str:
    unit = ref.unit
    if unit is None or is_group(ref) or is_outside(unit) or group.covers(unit):
        return ""
    return body_key(unit)


def work_of(plan: Plan) -> list[tuple[Action, list[Holder]]]:
    """Return each action with what names units in it, in the order of the text."""
    found: dict[int, tuple[Action, list[Holder]]] = {id(action): (action, []) for action in plan.actions}
    for group in (plan.all_sections, plan.tasks):
        for item in group:
            if item.action is not None and item.own is not NOBODY:
                found[id(item.action)][1].append(item)
    for action, holders in found.values():
        holders.sort(key=lambda holder: holder.node.start)
        if action.own is not NOBODY:
            holders.insert(0, action)
    return list(found.values())


def group_of(plan: Plan, action: Action) -> Group | None:
    """Return the work group; None where it has no members or leaves open which departments it has."""
    group = action.workgroup or action.overall_workgroup
    if group is None:
        return None
    lists = [one for one in (group, action.overall_workgroup) if one is not None and one.members]
    if not lists:
        return None
    units: list[Unit] = []
    is_open = False
    for one in lists:
        is_open = is_open or one.open
        for ref in (*one.members, *((one.office,) if one.office is not None else ())):
            unit = ref.unit
            if unit is None:
                is_open = True
            elif unit.kind in GROUPS and takes_in_departments(ref):
                return None
            else:
                units.append(unit)
        units.extend(post.unit for post in (*one.head, *one.convenor, *one.deputies) if post.unit is not None)
    return Group(plan, group, lists[0], units, is_open)
