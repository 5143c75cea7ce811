"""Faults of how a plan is built."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random
from typing import Final

from planspec.model import Action, Section, Task
from planspec.source.nodes import Scalar

from .editing import (
    Area,
    add_entry,
    add_item,
    area,
    drop,
    edit,
    items_of,
    key_area,
    write,
    write_raw,
)
from .engine import Planted, anywhere, some
from .real import Real

_HAN: Final = "零一二三四五六七八九十"
_DIGITS: Final = re.compile(r"[0-9]+|[一二三四五六七八九十]+")
_ITEMS: Final = re.compile("([国省市州县区][定级])?([二三四五六七八九十])大(重点民生实事|民生实事)")
_NOUNS: Final = ("优势产业链", "特色产业链", "农业强镇", "数字园区", "商业街区")


def numbering_broken(real: Real, random: Random) -> Planted | None:
    """A number is skipped, repeated or lost; two change places; the first is not one."""

    def plant(group: Sequence[Section | Task]) -> Planted | None:
        at = random.randrange(1, len(group))
        node, before = group[at].node, group[at - 1]
        no = node.entries.get("no")
        if not isinstance(no, Scalar):
            return None
        ways = [write_raw(no, f'"{step_on(group[at].no, 1)}"'), write_raw(no, f'"{before.no}"')]
        if len(group) > 2:
            ways.append(drop(node, "no"))
        where = area(node)
        if at + 1 < len(group):
            where += area(group[at + 1].node)  # the gap may be told at the number behind it
        return Planted((random.choice(ways),), where)

    def swapped(group: Sequence[Section | Task]) -> Planted | None:
        at = random.randrange(1, len(group))
        one, other = group[at - 1], group[at]
        nodes = one.node.entries.get("no"), other.node.entries.get("no")
        if one.no == other.no or not all(isinstance(node, Scalar) for node in nodes):
            return None
        edits = tuple(
            write_raw(node, f'"{no}"')
            for node, no in zip(nodes, (other.no, one.no), strict=True)
            if node is not None
        )
        return Planted(edits, area(*(item.node for item in group[at - 1 : at + 2])))

    def late(group: Sequence[Section | Task]) -> Planted | None:
        nodes = [item.node.entries.get("no") for item in group]
        edits = [
            write_raw(node, f'"{step_on(item.no, 1)}"')
            for item, node in zip(group, nodes, strict=True)
            if node is not None
        ]
        return Planted(tuple(edits), area(group[0].node))

    groups = [group for group in _groups(real) if len(group) > 1]
    return some(
        random,
        lambda: anywhere(random, groups, plant),
        lambda: anywhere(random, groups, swapped),
        lambda: anywhere(random, groups, late),
    )


def annexes_differ(real: Real, random: Random) -> Planted | None:
    """The list of annexes has another title, another order, or another annex than there is."""
    listed = items_of(real.plan.node, "annexes")
    actions = [action for action in real.plan.actions if action.annex and action.annex <= len(listed)]
    if not actions:
        return None

    def of(action: Action) -> Scalar:
        node = listed[(action.annex or 0) - 1]
        assert isinstance(node, Scalar)
        return node

    def ends(*some: Action) -> tuple[Area, ...]:
        return tuple(
            place for one in some for place in (*area(of(one)), *key_area(one.node, "annex", "title"))
        )

    def title() -> Planted | None:
        action = random.choice(actions)
        text = of(action).text
        at = random.randrange(len(text) - 4)
        wrong = random.choice((text[:at] + text[at + 2 :], text[:at] + "推进" + text[at:]))
        return Planted((write(of(action), wrong),), ends(action))

    def order() -> Planted | None:
        one, other = random.sample(actions, 2)
        return Planted((write(of(one), of(other).text), write(of(other), of(one).text)), ends(one, other))

    def number() -> Planted | None:
        one, other = random.sample(actions, 2)
        return Planted((write_raw(one.node.entries["annex"], str(other.annex)),), ends(one, other))

    def more() -> Planted | None:
        return Planted((add_item(real.plan.node, "annexes", "数字政府建设攻坚行动实施方案"),))

    return some(random, title, order, number, more)


def programme_count_differs(real: Real, random: Random) -> Planted | None:
    """The programme's name holds another number."""
    node = real.plan.node.entries.get("programme")
    assert isinstance(node, Scalar)
    found = _DIGITS.search(node.text)
    if found is None:
        return None
    other = random.choice([one for one in "三四五六七八九十" if one != found[0]])
    return Planted((write(node, node.text.replace(found[0], other)),))


def counts_differ(real: Real, random: Random) -> Planted | None:
    """A counted name comes again with another number."""
    tasks = [task for task in real.plan.tasks if task.deliverables and not task.tasks and not task.tier]
    if len(tasks) < 2:
        return None

    def known() -> Planted | None:
        named = [(found, node, tier) for text, node, tier in _titles(real) for found in _ITEMS.finditer(text)]
        tier, number, noun = random.choice(
            [(one[1] or tier, one[2], one[3]) for one, _, tier in named] or [("",) * 3]
        )
        if not noun:
            return None
        alike = [node for one, node, other in named if one[3] == noun and (one[1] or other) == tier]
        wrong = random.choice([one for one in _HAN[2:] if one != number])
        change = add_item(random.choice(tasks).node, "deliverables", f"办好{tier}{wrong}大{noun}")
        return Planted((change,), also=area(*alike))

    def new() -> Planted | None:
        noun = random.choice(_NOUNS)
        one, other = random.sample(tasks, 2)
        first, second = random.sample(_HAN[2:], 2)
        return Planted(
            (
                add_item(one.node, "deliverables", f"培育{first}大{noun}"),
                add_item(other.node, "deliverables", f"做强{second}大{noun}"),
            )
        )

    def announced(holder: Section) -> Planted | None:
        found = _ITEMS.search(holder.heading)
        below = [*holder.tasks, *holder.sections]
        node = holder.node.entries["heading"]
        if found is None or not isinstance(node, Scalar) or han(len(below)) != found[2]:
            return None
        at = node.file.text.index(f"{found[2]}大", node.start)
        alike = [other for text, other, _ in _titles(real) if f"{found[2]}大{found[3]}" in text]
        wrong = edit(node.file, at, at + len(found[2]), han(len(below) + 1))
        return Planted((wrong,), also=area(*alike))

    return some(random, known, new, lambda: anywhere(random, real.plan.all_sections, announced))


def section_empty(real: Real, random: Random) -> Planted | None:
    """A section is announced and holds nothing."""

    def plant(group: Sequence[Section | Task]) -> Planted | None:
        last = group[-1]
        holder = last.parent or last.action
        assert holder is not None
        number = f'no: "{step_on(last.no, 1)}"\n' if last.no else ""
        return Planted((add_entry(holder.node.entries["sections"], f"{number}heading: 健全长效推进机制"),))

    return anywhere(random, [action.sections for action in real.plan.actions if action.sections], plant)


def goals_missing(real: Real, random: Random) -> Planted | None:
    """An annex has lost its goals."""
    annexes = [action for action in real.plan.actions if action.goals and action.annex]

    def plant(action: Action) -> Planted | None:
        return Planted((drop(action.node, "goals"),), key_area(action.node, "action", "title", "annex"))

    return anywhere(random, annexes, plant)


def step_on(no: str, by: int) -> str:
    """Return a number further on, written as this one is."""

    def write_on(match: re.Match[str]) -> str:
        if match[0].isdigit():
            return str(int(match[0]) + by)
        return han(_value(match[0]) + by)

    *_, last = _DIGITS.finditer(no)
    return no[: last.start()] + write_on(last) + no[last.end() :]


def han(number: int) -> str:
    """Write a number up to 99 in Chinese."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _HAN[tens]) + ("十" if tens else "") + (_HAN[ones] if ones else "")


def _value(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    return (10 * (_HAN.index(tens) if tens else 1) if ten else 0) + (_HAN.index(ones) if ones else 0)


def _groups(real: Real) -> list[Sequence[Section | Task]]:
    """Return the lists of sections or tasks whose every item is numbered."""
    plan = real.plan
    groups: list[Sequence[Section | Task]] = [plan.sections, plan.direct_tasks]
    for action in plan.actions:
        groups += [action.sections, action.direct_tasks]
    for section in plan.all_sections:
        groups += [section.sections, section.tasks]
    groups += [task.tasks for task in plan.tasks]
    return [group for group in groups if group and all(_DIGITS.search(item.no) for item in group)]


def _titles(real: Real) -> list[tuple[str, Scalar, str]]:
    """Return titles, headings and names of indicators with their places and tiers."""
    plan = real.plan
    found = [(one.heading, one.node.entries.get("heading"), one.tier) for one in plan.all_sections]
    found += [(one.title, one.node.entries.get("title"), one.tier) for one in plan.tasks]
    found += [(one.name, one.mapping.keys[one.name], "") for one in plan.targets]
    return [(text, node, tier) for text, node, tier in found if isinstance(node, Scalar)]
