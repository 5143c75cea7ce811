"""Faults of responsibility within one task or list of units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Final

from planspec.model import Action, Responsibility, Row, Section, Task, UnitRef
from planspec.registry import Kind
from planspec.rules.res._shared import is_group, leads
from planspec.rules.rows import restated, with_parts
from planspec.source.nodes import Mapping, Scalar

from .editing import UnfitError, add_item, area, drop, items_of, key_area, put, rename, write, write_list
from .engine import Planted, anywhere, shuffled, some
from .real import Real

_DUTIES: Final = ("lead", "first_lead", "support", "units", "open")
_VAGUE: Final = ("各有关部门", "相关单位", "有关单位", "各相关部门", "各行业主管部门")
_TYPOS: Final = {
    "局": "居",
    "委": "尾",
    "部": "布",
    "办": "辨",
    "政": "证",
    "业": "夜",
    "财": "才",
    "发": "法",
}


def task_without_unit(real: Real, random: Random) -> Planted | None:
    """A task has lost its units."""
    known = of_one_name(real)

    def plant(task: Task) -> Planted | None:
        if not task.own.stated or _above_states(task) or _in_table(real, task):
            return None
        if not all(ref in known and _busy(task, ref) for ref in task.own.everyone):
            return None
        edits = [drop(task.node, key) for key in _DUTIES if key in task.node.keys]
        return Planted(tuple(edits), key_area(task.node, "title"))

    return anywhere(random, _leaves(real), plant)


def task_without_lead(real: Real, random: Random) -> Planted | None:
    """The lead is lost, or does no longer stand apart from the others."""
    known = of_one_name(real)

    def plant(task: Task) -> Planted | None:
        own, node = task.own, task.node
        if not own.lead or not _departments(own.support) or _above_leads(task) or _in_table(real, task):
            return None
        if not all(ref in known and _busy(task, ref) for ref in own.everyone):
            return None

        def lost() -> Planted | None:
            return Planted((drop(node, "lead"),), key_area(node, "support"))

        def together() -> Planted | None:
            names = [ref.name for ref in own.everyone]
            edits = rename(node, "lead", "units"), write_list(node, "lead", names), drop(node, "support")
            return Planted(edits, key_area(node, "lead"))

        return some(random, lost, together)

    return anywhere(random, _leaves(real), plant)


def several_leads(real: Real, random: Random) -> Planted | None:
    """Three units lead, and none is said to be the first; or two lead “separately”."""

    def plant(task: Task, count: int) -> Planted | None:
        own, node = task.own, task.node
        departments = [ref.name for ref in _departments(own.support) if _in_group(task, ref)]
        if len(own.lead) != 1 or len(departments) <= count or own.first_lead or "note" in node.keys:
            return None
        more = random.sample(departments, count)
        rest = [ref.name for ref in own.support if ref.name not in more]
        edits = [write_list(node, "lead", [own.lead[0].name, *more]), write_list(node, "support", rest)]
        if count == 1:
            edits.append(put(node, "task", "note: 分别牵头"))
        return Planted(tuple(edits), key_area(node, "lead"))

    return some(
        random,
        lambda: anywhere(random, _leaves(real), lambda task: plant(task, 2)),
        lambda: anywhere(random, _leaves(real), lambda task: plant(task, 1)),
    )


def unit_twice(real: Real, random: Random) -> Planted | None:
    """A unit stands in a list again, perhaps by another of its names."""
    forms: dict[str, list[str]] = {}
    for ref in real.plan.unit_refs:
        forms.setdefault(ref.key, []).append(ref.name)

    def plant(at: tuple[Mapping, str]) -> Planted | None:
        mapping, key = at
        names = [one.text for one in items_of(mapping, key) if isinstance(one, Scalar)]
        if len(names) < 2 or len(set(names)) < len(names) or any(_group(real, name) for name in names):
            return None
        again = random.choice(names[:-1])
        unit = real.plan.units.resolve(again)
        assert unit is not None
        return Planted((add_item(mapping, key, random.choice(sorted({again, *forms.get(unit.key, ())}))),))

    lists: list[tuple[Mapping, str]] = [
        (item.node, key) for item in _holders(real) for key in ("support", "units") if key in item.node.keys
    ]
    lists += [(group.node, "members") for group in real.plan.workgroups if group.members]
    return anywhere(random, lists, plant)


def lead_also_support(real: Real, random: Random) -> Planted | None:
    """The lead stands among those who support it."""
    known = {ref.key for ref in of_one_name(real)}

    def plant(item: Task | Section | Row | Action) -> Planted | None:
        own = item.own
        lead = next((ref for ref in own.lead if not is_group(ref)), None)
        if lead is None or lead.key not in known or not own.support:
            return None
        if lead.key in {ref.key for ref in own.support}:
            return None
        return Planted((add_item(item.node, "support", lead.name),))

    return anywhere(random, _holders(real), plant)


def unknown_unit(real: Real, random: Random) -> Planted | None:
    """A slip in a unit's name."""

    def plant(ref: UnitRef) -> Planted | None:
        if ref.unit is None or ref.unit.kind is not Kind.BODY or len(ref.name) < 4:
            return None
        for wrong in shuffled(random, _slips(ref.name)):
            if real.plan.units.resolve(wrong) is None:
                return Planted((write(ref.node, wrong),))
        return None

    joint = {id(ref) for item in _holders(real) if len(item.own.lead) > 1 for ref in item.own.lead}
    return anywhere(random, [ref for ref in of_one_name(real) if id(ref) not in joint], plant)


def unit_under_two_names(real: Real, random: Random) -> Planted | None:
    """A unit is called by another of its names, once."""
    count = Counter(ref.name for ref in real.plan.unit_refs)
    forms: dict[str, set[str]] = {}
    for ref in real.plan.unit_refs:
        forms.setdefault(ref.key, set()).add(ref.name)

    def plant(ref: UnitRef) -> Planted | None:
        unit = ref.unit
        if unit is None or unit.kind is not Kind.BODY or count[ref.name] < 3 or len(forms[ref.key]) > 1:
            return None
        body = real.plan.registry.bodies.table.get(ref.key.partition("@")[0])
        other = [ref.name[0] + stem for stem in body.stems()] if body is not None else []
        other += [f"{ref.name[:2]} {ref.name[2:]}"]
        for name in shuffled(random, other):
            found = real.plan.units.resolve(name)
            if name != ref.name and found is not None and found.key == ref.key:
                return Planted((write(ref.node, name),))
        return None

    return anywhere(random, real.plan.unit_refs, plant)


def unit_of_another_level(real: Real, random: Random) -> Planted | None:
    """A department of the level above or below, or of another kind of place."""
    own = real.plan.units.level

    def plant(ref: UnitRef) -> Planted | None:
        unit = ref.unit
        if unit is None or unit.kind is not Kind.BODY or unit.vertical or unit.level is not own:
            return None
        for word in shuffled(random, [one for one in "省市县区" if one != ref.name[0]]):
            wrong = word + ref.name[1:]
            found = real.plan.units.resolve(wrong)
            if found is not None and found.kind is Kind.BODY and not found.vertical:
                return Planted((write(ref.node, wrong),))
        return None

    return anywhere(random, [ref for ref in _mentioned(real) if ref.name[:1] in "省市县区"], plant)


def vague_unit(real: Real, random: Random) -> Planted | None:
    """Nobody in particular is to lead, or to support."""

    def lead(item: Task | Section | Row | Action) -> Planted | None:
        if isinstance(item, Row) or len(item.own.lead) != 1 or is_group(item.own.lead[0]):
            return None
        return Planted((write(item.own.lead[0].node, random.choice(_VAGUE)),))

    def support(item: Task | Section | Row | Action) -> Planted | None:
        named = {ref.name for ref in real.plan.unit_refs}
        name = random.choice(_VAGUE)
        if name in named or not item.own.support or isinstance(item, Row):
            return None
        return Planted((add_item(item.node, "support", name),))

    return some(
        random,
        lambda: anywhere(random, _holders(real), lead),
        lambda: anywhere(random, _holders(real), support),
    )


def row_units_differ(real: Real, random: Random) -> Planted | None:
    """A row of the table names another unit than its task, one more, or one less."""
    rows = Counter(id(task) for _, task in restated(real.plan) if task is not None)

    def plant(pair: tuple[Row, Task | None]) -> Planted | None:
        row, task = pair
        if task is None or rows[id(task)] > 1:
            return None
        text = [ref for part in with_parts(task) for ref in part.effective.everyone]
        whole = [row.own, *(part.effective for part in with_parts(task))]
        if any(one.open for one in whole) or {ref.key for ref in row.own.everyone} != {
            ref.key for ref in text
        }:
            return None
        if any(ref.unit is None or is_group(ref) for ref in text) or len(row.own.lead) > 2:
            return None
        key = "lead" if row.own.lead else "units"
        refs = row.own.lead or row.own.units
        stranger = random.choice([ref.name for ref in _strangers(real, text)])

        def other() -> Planted | None:
            return Planted((write(random.choice(refs).node, stranger),), key_area(row.node, key))

        def more() -> Planted | None:
            at = "support" if row.own.support else key
            return Planted(
                (add_item(row.node, at, stranger),), (*key_area(row.node, key), *key_area(row.node, at))
            )

        def less() -> Planted | None:
            if len(refs) < 3:
                raise UnfitError
            gone = random.choice(refs)
            names = [ref.name for ref in refs if ref is not gone]
            return Planted((write_list(row.node, key, names),), key_area(row.node, key))

        return some(random, other, more, less)

    return anywhere(random, restated(real.plan), plant)


def row_without_leader(real: Real, random: Random) -> Planted | None:
    """A row of a table with a column for the accountable leader has none."""

    def plant(action: Action) -> Planted | None:
        filled = [row for row in action.breakdown if row.own.leader]
        if len(filled) < 3 or len(filled) * 2 < len(action.breakdown) + 2:
            return None
        row = random.choice(filled)
        return Planted((drop(row.node, "leader"),), area(row.node))

    return anywhere(random, real.plan.actions, plant)


def unit_overburdened(real: Real, random: Random) -> Planted | None:
    """One unit leads more than a third of all tasks, many of them beside another."""
    tasks = [task for task in _leaves(real) if leads(task.effective)]
    if len(tasks) < 20:
        return None

    def plant(unit: UnitRef) -> Planted | None:
        if unit.unit is None or unit.unit.kind is not Kind.BODY:
            return None
        mine = [task for task in tasks if unit.key in {ref.key for ref in leads(task.effective)}]
        others = [
            task
            for task in tasks
            if _one_lead(task)
            and not _has(task, unit)
            and _in_group(task, unit)
            and not _in_table(real, task)
            and "note" not in task.node.keys
        ]
        wanted = len(tasks) * 31 // 100 + 1 - len(mine)
        if wanted < 1 or wanted > len(others):
            return None
        edits = [add_item(task.node, "lead", unit.name) for task in random.sample(others, wanted)]
        first = area(*(ref.node for ref in real.plan.unit_refs if ref.key == unit.key))
        return Planted(tuple(edits), also=first)

    known = of_one_name(real)
    return anywhere(random, [ref for task in tasks for ref in task.own.lead if ref in known], plant)


def of_one_name(real: Real) -> list[UnitRef]:
    """Return the mentions of units that the plan always calls alike: one more makes no other name the usual one."""
    forms: dict[str, set[str]] = {}
    for ref in real.plan.unit_refs:
        forms.setdefault(ref.key, set()).add(ref.name)
    return [ref for ref in real.plan.unit_refs if len(forms[ref.key]) == 1]


def _leaves(real: Real) -> list[Task]:
    return [task for task in real.plan.tasks if not task.tasks]


def _holders(real: Real) -> list[Task | Section | Row | Action]:
    plan = real.plan
    everyone: tuple[Task | Section | Row | Action, ...] = (
        *plan.tasks,
        *plan.all_sections,
        *plan.rows,
        *plan.actions,
    )
    return [item for item in everyone if item.own.stated]


def _mentioned(real: Real) -> list[UnitRef]:
    """Return the mentions of units in tasks that no table restates."""
    tasks = {id(task) for _, task in restated(real.plan) if task is not None}
    return [ref for task in real.plan.tasks if id(task) not in tasks for ref in task.own.everyone]


def _one_lead(task: Task) -> bool:
    return len(task.own.lead) == 1


def _has(task: Task, unit: UnitRef) -> bool:
    return unit.key in {ref.key for ref in task.own.everyone}


def _departments(refs: tuple[UnitRef, ...]) -> list[UnitRef]:
    return [ref for ref in refs if ref.unit is not None and not is_group(ref)]


def _holding(task: Task) -> Iterator[Responsibility]:
    """Yield the duties of what holds a task, up to its action."""
    holder: Task | Section | None = task.parent or task.section
    while holder is not None:
        yield holder.own
        holder = (holder.parent or holder.section) if isinstance(holder, Task) else holder.parent
    if task.action is not None:
        yield task.action.own


def _above_states(task: Task) -> bool:
    return any(own.stated for own in _holding(task))


def _above_leads(task: Task) -> bool:
    return any(leads(own) for own in _holding(task))


def _busy(task: Task, unit: UnitRef) -> bool:
    """Say whether the action names the unit in another task, too."""
    tasks = task.action.tasks if task.action is not None else ()
    return any(_has(other, unit) for other in tasks if other is not task)


def _in_group(task: Task, unit: UnitRef) -> bool:
    """Say whether the work group of the task's action, if there is one, lists the unit."""
    group = task.action.workgroup if task.action is not None else None
    return group is None or unit.key in {ref.key for ref in group.members}


def _in_table(real: Real, task: Task) -> bool:
    return any(row.own.stated and other is task for row, other in restated(real.plan))


def _group(real: Real, name: str) -> bool:
    unit = real.plan.units.resolve(name)
    return unit is None or unit.kind in (Kind.COLLECTIVE, Kind.VAGUE)


def _slips(name: str) -> list[str]:
    found = [name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in range(1, len(name) - 1)]
    found += [
        name[:at] + _TYPOS[name[at]] + name[at + 1 :] for at in range(1, len(name)) if name[at] in _TYPOS
    ]
    return [one for one in found if one != name]


def _strangers(real: Real, refs: list[UnitRef]) -> list[UnitRef]:
    """Return departments of the plan that are none of these and have none of their roles."""
    keys = {ref.key for ref in refs}
    roles = {role for ref in refs if ref.unit is not None for role in ref.unit.roles}
    return [
        ref
        for ref in of_one_name(real)
        if ref.unit is not None
        and ref.unit.kind is Kind.BODY
        and ref.key not in keys
        and roles.isdisjoint(ref.unit.roles)
    ]
