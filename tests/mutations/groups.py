"""Faults of work groups, and of one piece of work in two actions."""

from __future__ import annotations

from random import Random
from typing import Final

from planspec.model import Action, Section, Task, UnitRef, Workgroup
from planspec.registry import Kind, Unit
from planspec.rules.res._shared import (
    Holder,
    body_key,
    duties,
    is_group,
    is_outside,
    leads,
    takes_in_departments,
)
from planspec.rules.rows import restated
from planspec.source.nodes import Mapping

from .editing import add_entry, add_item, area, drop, drop_item, key_area, put, write
from .engine import Planted, anywhere, shuffled, some
from .real import Real
from .structure import step_on

_COORDINATING: Final = frozenset(
    (
        "government-office",
        "government-supervision",
        "party-committee-office",
        "discipline-inspection",
        "publicity",
    )
)
_LONG: Final = 8
"""Characters from which on a title is that of one piece of work."""


def lead_not_member(real: Real, random: Random) -> Planted | None:
    """A unit that leads tasks was left out of the work group."""

    def plant(pair: tuple[Action, UnitRef]) -> Planted | None:
        action, member = pair
        group = action.workgroup
        assert group is not None and member.unit is not None
        led = [ref for ref in _led(action) if ref.key == member.key]
        index = group.members.index(member)
        if not led or not _alone(group, member) or not _closed(group):
            return None
        return Planted((drop_item(group.node.entries["members"], index),), area(*(ref.node for ref in led)))

    return anywhere(random, _members(real), plant)


def support_not_member(real: Real, random: Random) -> Planted | None:
    """A unit is to support a task and is not in the work group."""
    in_table = {id(task) for _, task in restated(real.plan) if task is not None}

    def plant(action: Action) -> Planted | None:
        group = action.workgroup
        if group is None or not group.members or not _closed(group):
            return None
        tasks = [
            task for task in action.tasks if task.own.support and task.own.lead and id(task) not in in_table
        ]
        units = [ref for ref in real.plan.unit_refs if _stranger(group, action, ref)]
        if not tasks or not units:
            return None
        return Planted((add_item(random.choice(tasks).node, "support", random.choice(units).name),))

    return anywhere(random, real.plan.actions, plant)


def member_without_task(real: Real, random: Random) -> Planted | None:
    """A unit that has nothing to do is put into the work group."""

    def plant(action: Action) -> Planted | None:
        group = action.workgroup
        if group is None or not group.members:
            return None
        named = _named(action)
        if any(takes_in_departments(ref) for ref in named):
            return None  # “the departments concerned” may be any
        units = [ref for ref in real.plan.unit_refs if _stranger(group, action, ref) and _has_duties(ref)]
        return Planted((add_item(group.node, "members", random.choice(units).name),)) if units else None

    return anywhere(random, real.plan.actions, plant)


def workgroup_incomplete(real: Real, random: Random) -> Planted | None:
    """A work group has no convenor any more, or no office."""

    def plant(action: Action) -> Planted | None:
        group, laid_down = action.workgroup, action.overall_workgroup
        if group is None or laid_down is not None:
            return None
        place = key_area(action.node, "workgroup")

        def convenor() -> Planted | None:
            if not group.convenor or group.head or any(post.unit is not None for post in group.convenor):
                return None
            return Planted((drop(group.node, "convenor"),), place)

        def office() -> Planted | None:
            if group.office is None or group.office.key not in {ref.key for ref in group.members}:
                return None
            return Planted((drop(group.node, "office"),), place)

        return some(random, convenor, office)

    def leading() -> Planted | None:
        group = real.plan.leading_group
        if group is None or len(group.head) == 0:
            return None
        return Planted((drop(group.node, "head"),), area(group.node) + _key_above(real))

    return some(random, lambda: anywhere(random, real.plan.actions, plant), leading)


def work_under_two_leads(real: Real, random: Random) -> Planted | None:
    """A task comes again in another action under another lead."""
    plan = real.plan

    def plant(task: Task) -> Planted | None:
        if len(task.title) < _LONG or task.tasks or len(task.own.lead) != 1 or is_group(task.own.lead[0]):
            return None
        for action in shuffled(random, plan.actions):
            others = [ref for ref in _led(action) if ref.key != task.own.lead[0].key and _may_lead(ref)]
            sections = [section for section in action.sections if section.tasks and not section.own.stated]
            if action is task.action or not others or not sections:
                continue
            section = sections[-1]
            last = section.tasks[-1]
            if section.sections or any(other.title == task.title for other in action.tasks):
                continue
            number = f'no: "{step_on(last.no, 1)}"\n' if last.no else ""
            lead = random.choice(others).name
            text = f"{number}title: {task.title}\nlead: {lead}\ndeliverables: [完成年度建设任务]"
            return Planted((add_entry(section.node.entries["tasks"], text),), also=area(task.node))
        return None

    return anywhere(random, plan.tasks, plant)


def workgroup_differs(real: Real, random: Random) -> Planted | None:
    """The overall plan puts the office of an action's work group elsewhere."""
    organisation = real.plan.node.entries.get("organisation")
    if not isinstance(organisation, Mapping):
        return None

    def plant(action: Action) -> Planted | None:
        group, laid_down = action.workgroup, action.overall_workgroup
        if group is None or group.office is None or group.office.unit is None:
            return None
        others = [
            ref.name
            for ref in group.members
            if ref.unit is not None and ref.unit.kind is Kind.BODY and ref.key != group.office.key
        ]
        if not others:
            return None
        other = random.choice(others)
        if laid_down is not None:
            if laid_down.office is None or laid_down.office.unit is None:
                return None
            return Planted((write(laid_down.office.node, other),), area(group.office.node))
        entry = f"- action: {action.title}\n  office: {other}"
        if "workgroups" in organisation.entries:
            edit = add_entry(organisation.entries["workgroups"], entry[2:].replace("\n  ", "\n"))
        else:
            lines = "\n".join(f"  {line}" for line in entry.split("\n"))
            edit = put(organisation, "organisation", f"workgroups:\n{lines}")
        return Planted((edit,), area(group.office.node))

    return anywhere(random, real.plan.actions, plant)


def _has_duties(ref: UnitRef) -> bool:
    """Say whether it is an office with duties of its own, not one that co-ordinates or inspects."""
    return ref.unit is not None and _COORDINATING.isdisjoint(ref.unit.roles)


def _members(real: Real) -> list[tuple[Action, UnitRef]]:
    return [
        (action, ref)
        for action in real.plan.actions
        if action.workgroup is not None
        for ref in action.workgroup.members
        if ref.unit is not None and ref.unit.kind is Kind.BODY
    ]


def _named(action: Action) -> list[UnitRef]:
    """Return every mention of a unit in an action's text and table."""
    holders: list[Holder] = [action, *_sections(action), *action.tasks, *action.breakdown]
    return [ref for item in holders for ref in item.own.everyone]


def _led(action: Action) -> list[UnitRef]:
    items: list[Holder] = [action, *_sections(action), *action.tasks]
    return [ref for item in items for ref in leads(item.own)]


def _sections(action: Action) -> list[Section]:
    found = [*action.sections]
    for section in found:
        found += section.sections
    return found


def _may_lead(ref: UnitRef) -> bool:
    return ref.unit is not None and ref.unit.kind is Kind.BODY


def _alone(group: Workgroup, member: UnitRef) -> bool:
    """Say whether nobody else in the group is or covers the unit."""
    assert member.unit is not None
    return _uncovered(member.unit, [ref.unit for ref in group.members if ref is not member] + _posts(group))


def _stranger(group: Workgroup, action: Action, ref: UnitRef) -> bool:
    """Say whether a department has neither a seat in the group nor work in the action, nor a relative there."""
    if ref.unit is None or ref.unit.kind is not Kind.BODY or is_outside(ref.unit):
        return False
    near = [one.unit for one in (*group.members, *_named(action))] + _posts(group)
    return _uncovered(ref.unit, near)


def _uncovered(unit: Unit, others: list[Unit | None]) -> bool:
    return all(
        other is None
        or (body_key(other) != body_key(unit) and duties(other.roles).isdisjoint(duties(unit.roles)))
        for other in others
    )


def _posts(group: Workgroup) -> list[Unit | None]:
    found = [post.unit for post in (*group.head, *group.convenor, *group.deputies)]
    return [*found, group.office.unit if group.office is not None else None]


def _closed(group: Workgroup) -> bool:
    """Say whether every seat is taken by a unit that is known."""
    return not any(ref.unit is None or takes_in_departments(ref) for ref in group.members)


def _key_above(real: Real) -> tuple[tuple[str, int, int], ...]:
    organisation = real.plan.node.entries["organisation"]
    assert isinstance(organisation, Mapping)
    return key_area(organisation, "leading_group")
