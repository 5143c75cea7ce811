"""What a spec claims about its document: each unit, post and figure, with the place that it gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final, TypeAlias

import msgspec

from planspec.model.elements import (
    Action,
    Goal,
    Plan,
    Post,
    Row,
    Section,
    Task,
    Text,
    UnitRef,
    Workgroup,
)
from planspec.source.nodes import Node, Scalar, Sequence

Holder: TypeAlias = Goal | Action | Section | Task | Row | Workgroup


class Kind(StrEnum):
    """What a claim is about."""

    UNIT = "unit"
    PERSON = "person"
    """A post with or without its holder: a leader, a convenor."""
    FIGURE = "figure"
    LEAD = "lead"
    """That a unit leads, which is looked at besides its being named."""


class Claim(msgspec.Struct, frozen=True, eq=False):
    """A name, or a value phrase, as the spec writes it."""

    text: str
    node: Scalar
    locator: str
    kind: Kind


def holders(plan: Plan) -> Iterator[tuple[Holder, str]]:
    """Yield every item of a plan that can have a place in the document, with its locator."""
    for goal in plan.goals:
        yield goal, goal.locator
    if plan.leading_group is not None:
        yield plan.leading_group, plan.leading_group.locator
    for action in plan.actions:
        yield action, action.locator
        for goal in action.goals:
            yield goal, goal.locator
        for group in (action.workgroup, action.overall_workgroup):
            if group is not None:
                yield group, group.locator
        for row in action.breakdown:
            yield row, row.locator
    for section in plan.all_sections:
        yield section, section.locator
    for task in plan.tasks:
        yield task, task.locator


def claims(holder: Holder, locator: str) -> Iterator[Claim]:
    """Yield what an item itself claims, not what the items below it do."""
    if isinstance(holder, Workgroup):
        yield from _persons((*holder.head, *holder.convenor, *holder.deputies), locator)
        yield from _units(
            (*holder.members, *((holder.office,) if holder.office is not None else ())), locator
        )
        return
    if not isinstance(holder, Goal):
        yield from _units(holder.own.everyone, locator)
        yield from (Claim(one.name, one.node, locator, Kind.LEAD) for one in holder.own.lead if one.name)
        yield from _persons(holder.own.leader, locator)
    targets = holder.overall_targets if isinstance(holder, Action) else holder.targets
    for target in targets:
        for phrase in (*target.phrases, *((target.baseline,) if target.baseline is not None else ())):
            yield Claim(phrase.text, phrase.node, target.source or locator, Kind.FIGURE)


def _units(named: Iterable[UnitRef], locator: str) -> Iterator[Claim]:
    return (Claim(one.name, one.node, locator, Kind.UNIT) for one in named if one.name)


def _persons(named: Iterable[Post | Text], locator: str) -> Iterator[Claim]:
    for one in named:
        text = one.value if isinstance(one, Text) else one.name
        if text:
            yield Claim(text, one.node, locator, Kind.PERSON)


_BELOW: Final = frozenset(("tasks", "sections", "goals", "actions", "breakdown", "workgroup", "organisation"))
"""What stands below an item as items of its own."""
_SILENT: Final = frozenset(
    ("id", "no", "source", "restates", "include", "by", "annex", "theme", "basis", "tier", "cadence")
)
"""What is no word of the document, or a number that is no figure."""


def words(holder: Holder) -> str:
    """Return all words of an item, parted by line ends: its names, targets, title and notes, not those of items below."""
    said: list[str] = []
    nodes: list[Node] = [holder.node, *((holder.entry,) if isinstance(holder, Action) else ())]
    skipped = _BELOW | _SILENT
    while nodes:
        node = nodes.pop()
        if isinstance(node, Scalar):
            said.append(node.text)
        elif isinstance(node, Sequence):
            nodes.extend(node.items)
        else:
            for key, value in node.entries.items():
                if key not in skipped:
                    said.append(key)
                    nodes.append(value)
            skipped = _SILENT
    return "\n".join(said)
