"""Faults of work groups, and of one piece of work in two actions."""

from __future__ import annotations

import re
from random import Random
from typing import Final

from planspec.model import Action, Section, Target, Task, UnitRef, Workgroup
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
from planspec.source.emit import scalar
from planspec.source.nodes import Mapping

from .editing import Area, add_entry, add_item, area, drop, drop_item, key_area, put, write
from .engine import Planted, anywhere, shuffled, some
from .real import Real
from .res import of_one_name
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
_CONVENORS: Final = ("政协主席", "人大常委会主任", "纪委书记", "宣传部部长", "统战部部长")


def lead_not_member(real: Real, random: Random) -> Planted | None:
    """A unit that leads tasks was left out of the work group, or one is to lead that is not in it."""

    def left_out(pair: tuple[Action, UnitRef]) -> Planted | None:
        action, member = pair
        group = action.workgroup
        assert group is not None and member.unit is not None
        led = [ref for ref in _led(action) if ref.key == member.key]
        index = group.members.index(member)
        if not led or not _alone(group, member) or not _closed(group):
            return None
        return Planted((drop_item(group.node.entries["members"], index),), area(*(ref.node for ref in led)))

    def stranger(action: Action) -> Planted | None:
        group, led = action.workgroup, _led(action)
        if group is None or not group.members or not _closed(group):
            return None
        chiefs = [ref.key for ref in led]
        tasks = [
            task
            for task in action.tasks
            if len(task.own.lead) == 1
            and chiefs.count(task.own.lead[0].key) > 1
            and not _restated(real, task)
        ]
        units = [ref for ref in of_one_name(real) if _stranger(group, action, ref)]
        if not tasks or not units:
            return None
        return Planted((write(random.choice(tasks).own.lead[0].node, random.choice(units).name),))

    return some(
        random,
        lambda: anywhere(random, _members(real), left_out),
        lambda: anywhere(random, real.plan.actions, stranger),
    )


def support_not_member(real: Real, random: Random) -> Planted | None:
    """A unit is to support a task and is not in the work group, or was left out of it."""

    def stranger(action: Action) -> Planted | None:
        group = action.workgroup
        if group is None or not group.members or not _closed(group):
            return None
        tasks = [
            task for task in action.tasks if task.own.support and task.own.lead and not _restated(real, task)
        ]
        units = [ref for ref in of_one_name(real) if _stranger(group, action, ref)]
        if not tasks or not units:
            return None
        return Planted((add_item(random.choice(tasks).node, "support", random.choice(units).name),))

    def left_out(pair: tuple[Action, UnitRef]) -> Planted | None:
        action, member = pair
        group = action.workgroup
        assert group is not None and member.unit is not None
        if member.key in {ref.key for ref in _led(action)} or not _alone(group, member) or not _closed(group):
            return None
        items: list[Holder] = [action, *_sections(action), *action.tasks]
        named = [ref.node for item in items for ref in item.own.everyone if ref.key == member.key]
        if not named:
            return None
        index = group.members.index(member)
        return Planted((drop_item(group.node.entries["members"], index),), area(*named))

    return some(
        random,
        lambda: anywhere(random, real.plan.actions, stranger),
        lambda: anywhere(random, _members(real), left_out),
    )


def member_without_task(real: Real, random: Random) -> Planted | None:
    """A unit that has nothing to do is put into the work group."""

    def plant(action: Action) -> Planted | None:
        group = action.workgroup
        if group is None or not group.members:
            return None
        named = _named(action)
        if any(takes_in_departments(ref) for ref in named):
            return None  # “the departments concerned” may be any
        units = [ref for ref in of_one_name(real) if _stranger(group, action, ref) and _has_duties(ref)]
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
    """A task comes again in another action under another lead: its title, its target, or its project."""
    plan = real.plan
    known = of_one_name(real)

    def titled(task: Task) -> Planted | None:
        if len(task.title) < _LONG:
            return None
        return again(task, task.title, "deliverables: [完成年度建设任务]")

    def measured(task: Task) -> Planted | None:
        target = next((one for one in task.targets if _one_figure(one)), None)
        if target is None or (target.indicator is None and len(target.name) < _LONG):
            return None
        elsewhere = [one for one in plan.targets if one.key == target.key and one is not target]
        if elsewhere or target.by or target.scope or not target.name.isalnum():
            return None
        name, value = scalar(target.name, flow=True), scalar(target.phrases[0].text, flow=True)
        return again(task, "落实年度重点指标任务", f"targets: {{{name}: {value}}}")

    def projected(task: Task) -> Planted | None:
        project = next((text.value for text in task.projects if len(text.value) >= _LONG), "")
        if not project or not any(task.title[at : at + 4] in project for at in range(len(task.title) - 3)):
            return None  # a task may mention a project and be about something else
        return again(task, f"推进{project}", f"projects: [{scalar(project, flow=True)}]")

    def again(task: Task, title: str, result: str) -> Planted | None:
        if task.tasks or len(task.own.lead) != 1 or is_group(task.own.lead[0]):
            return None
        for action in shuffled(random, plan.actions):
            others = [
                ref
                for ref in _led(action)
                if ref in known and _may_lead(ref) and ref.key != task.own.lead[0].key
            ]
            sections = [section for section in action.sections if section.tasks and not section.own.stated]
            if action is task.action or not others or not sections:
                continue
            section = sections[-1]
            last = section.tasks[-1]
            if section.sections or any(other.title == title for other in action.tasks):
                continue
            number = f'no: "{step_on(last.no, 1)}"\n' if last.no else ""
            lead = random.choice(others).name
            text = f"{number}title: {scalar(title)}\nlead: {lead}\n{result}"
            return Planted((add_entry(section.node.entries["tasks"], text),), also=area(task.node))
        return None

    return some(
        random,
        lambda: anywhere(random, plan.tasks, titled),
        lambda: anywhere(random, plan.tasks, measured),
        lambda: anywhere(random, plan.tasks, projected),
    )


def workgroup_differs(real: Real, random: Random) -> Planted | None:
    """The overall plan puts the office of an action's work group elsewhere, or names another convenor."""
    known = of_one_name(real)
    organisation = real.plan.node.entries.get("organisation")
    if not isinstance(organisation, Mapping):
        return None

    def office(action: Action) -> Planted | None:
        group, laid_down = action.workgroup, action.overall_workgroup
        if group is None or group.office is None or group.office.unit is None:
            return None
        others = [
            ref.name
            for ref in group.members
            if ref in known and _may_lead(ref) and ref.key != group.office.key
        ]
        if not others:
            return None
        other = random.choice(others)
        if laid_down is not None:
            if laid_down.office is None or laid_down.office.unit is None:
                return None
            return Planted((write(laid_down.office.node, other),), area(group.office.node))
        return laid(action, f"office: {other}", area(group.office.node))

    def convenor(action: Action) -> Planted | None:
        group, laid_down = action.workgroup, action.overall_workgroup
        if (
            group is None
            or len(group.convenor) != 1
            or re.search("分管|协管|联系|相关", group.convenor[0].name)
        ):
            return None
        others = [post for post in _CONVENORS if post not in group.convenor[0].name]
        if laid_down is not None:
            if len(laid_down.convenor) != 1 or re.search("分管|协管|联系|相关", laid_down.convenor[0].name):
                return None
            edit = write(laid_down.convenor[0].node, random.choice(others))
            return Planted((edit,), area(group.convenor[0].node))
        return laid(action, f"convenor: {random.choice(others)}", area(group.convenor[0].node))

    def laid(action: Action, line: str, where: tuple[Area, ...]) -> Planted | None:
        assert isinstance(organisation, Mapping)
        entry = f"- action: {action.title}\n  {line}"
        if "workgroups" in organisation.entries:
            edit = add_entry(organisation.entries["workgroups"], entry[2:].replace("\n  ", "\n"))
        else:
            lines = "\n".join(f"  {line}" for line in entry.split("\n"))
            edit = put(organisation, "organisation", f"workgroups:\n{lines}")
        return Planted((edit,), where)

    return some(
        random,
        lambda: anywhere(random, real.plan.actions, office),
        lambda: anywhere(random, real.plan.actions, convenor),
    )


def _restated(real: Real, task: Task) -> bool:
    return any(other is task for _, other in restated(real.plan))


def _has_duties(ref: UnitRef) -> bool:
    """Say whether it is an office with duties of its own, not one that co-ordinates or inspects."""
    return ref.unit is not None and _COORDINATING.isdisjoint(ref.unit.roles)


def _members(real: Real) -> list[tuple[Action, UnitRef]]:
    """Return the departments in work groups that the plan always calls alike."""
    known = of_one_name(real)
    return [
        (action, ref)
        for action in real.plan.actions
        if action.workgroup is not None
        for ref in action.workgroup.members
        if ref in known and _may_lead(ref)
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


def _one_figure(target: Target) -> bool:
    phrase = target.phrases[0].phrase if len(target.phrases) == 1 else None
    return phrase is not None and bool(phrase.figure)


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
