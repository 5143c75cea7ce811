"""What a spec claims about its document: each unit, post and figure, with the place that it gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import msgspec

from planspec.model.elements import (
    Action,
    Goal,
    PhraseAt,
    Plan,
    Post,
    Responsibility,
    Row,
    Section,
    Target,
    Task,
    Text,
    UnitRef,
    Workgroup,
)
from planspec.source.nodes import Scalar

Holder: TypeAlias = Goal | Action | Section | Task | Row | Workgroup


class Claim(msgspec.Struct, frozen=True, eq=False):
    """A name, or a value phrase, as the spec writes it."""

    text: str
    node: Scalar
    locator: str
    phrase: bool


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
        posts = (*holder.head, *holder.convenor, *holder.deputies)
        office = (holder.office,) if holder.office is not None else ()
        yield from _names((*posts, *holder.members, *office), locator)
        return
    if not isinstance(holder, Goal):
        yield from _responsibility(holder.own, locator)
    targets = holder.overall_targets if isinstance(holder, Action) else holder.targets
    for target in targets:
        for phrase in _phrases(target):
            yield Claim(phrase.text, phrase.node, target.source or locator, phrase=True)


def _responsibility(own: Responsibility, locator: str) -> Iterator[Claim]:
    yield from _names((*own.everyone, *own.leader), locator)


def _names(named: Iterable[UnitRef | Post | Text], locator: str) -> Iterator[Claim]:
    for one in named:
        text = one.value if isinstance(one, Text) else one.name
        if text:
            yield Claim(text, one.node, locator, phrase=False)


def _phrases(target: Target) -> Iterator[PhraseAt]:
    yield from target.phrases
    if target.baseline is not None:
        yield target.baseline
