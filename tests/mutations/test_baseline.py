"""The baseline of a real plan: what changes no meaning leaves it valid, and a fault that is mended makes it stale."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

import pytest

from planspec.model import Action, Section, Task
from planspec.source.diagnostic import Diagnostic, Edit
from planspec.source.nodes import Mapping, Node, last_offset

from .editing import drop, edit, values_of
from .real import PLANS, Real, real

UNITS = ("lead", "support", "units")
ITEM_ALONE = {"RES002", "RES003", "FMT005", "TGT013", "TGT015"}
"""Rules that look at the task and what it states, whatever action it belongs to."""


def beside_baseline(where: Real, texts: dict[str, str]) -> list[Diagnostic]:
    """Return what is reported beside a baseline of all that was found before."""
    baseline = where.baseline
    return list(where.lint({**texts, baseline.shown: baseline.text}))


@pytest.mark.parametrize("name", PLANS)
def test_all_that_is_known_is_set_aside(name: str) -> None:
    where = real(name)
    assert beside_baseline(where, {}) == []
    assert where.before


def reindented(where: Real) -> dict[str, str]:
    return {file.shown: re.sub("^ ", "   ", file.text, flags=re.M) for file in where.plan.files}


def spaced(where: Real) -> dict[str, str]:
    return {file.shown: file.text.replace("\n", "\n\n").replace("\n", "\r\n") for file in where.plan.files}


def reordered(where: Real) -> dict[str, str]:
    """Swap tasks of each section; the numbers stay where they stand, and so does what is wrong with them."""
    misnumbered = {one.item for one in where.before if one.code == "STR001"}
    edits: list[Edit] = []
    holders: list[Section | Action] = [*where.plan.all_sections, *where.plan.actions]
    for holder in holders:
        tasks = holder.tasks if isinstance(holder, Section) else holder.direct_tasks
        if len(tasks) > 1 and misnumbered.isdisjoint(task.anchor for task in tasks):
            edits += swapped(tasks[0], tasks[-1])
    return where.text(edits)


def swapped(one: Task, other: Task) -> Iterator[Edit]:
    file = one.node.file
    for here, there in ((one, other), (other, one)):
        text = file.text[there.node.start : last_offset(there.node)]
        if here.no:
            text = text.replace(f'no: "{there.no}"', f'no: "{here.no}"', 1)
        yield edit(file, here.node.start, last_offset(here.node), text)


@pytest.mark.parametrize("change", [reindented, spaced, reordered])
@pytest.mark.parametrize("name", PLANS)
def test_what_changes_no_meaning_leaves_it_valid(name: str, change: Callable[[Real], dict[str, str]]) -> None:
    where = real(name)
    found = beside_baseline(where, change(where))
    assert [(one.code, one.file, one.span.start_line, one.message.zh) for one in found] == []


@pytest.mark.parametrize("name", [name for name in PLANS if name != "hecheng"])
def test_an_action_may_be_written_into_the_plan_itself(name: str) -> None:
    where = real(name)
    action = Random(name).choice([action for action in where.plan.actions if action.entry is not action.node])
    assert isinstance(action.entry, Mapping)
    inner = action.node.file.text.partition("\n")[2].rstrip("\n")
    own = [line for line in inner.split("\n") if not re.match("(?:no|source|projects|heading):", line)]
    edits = [
        edit(
            action.entry.file, *entry_range(action.entry, "include"), "\n".join(own).replace("\n", "\n    ")
        ),
    ]
    found = [
        one for one in beside_baseline(where, where.text(edits)) if one.code != "FMT011"
    ]  # keys of two files
    assert [(one.code, one.file, one.span.start_line, one.message.zh) for one in found] == []


def entry_range(mapping: Mapping, key: str) -> tuple[int, int]:
    return mapping.keys[key].start, last_offset(mapping.entries[key])


@pytest.mark.parametrize("name", [name for name in PLANS if name != "hecheng"])
def test_a_section_may_move_to_another_file(name: str) -> None:
    where = real(name)
    known = {one.item.partition("#")[0] for one in where.before if one.code in ITEM_ALONE}
    sections = [(one, {task.id for task in one.tasks if task.id in known}) for one in where.plan.all_sections]
    section, moved = Random(name).choice(
        [(one, ids) for one, ids in sections if ids and one.action and len(siblings(one)) > 1]
    )
    other = next(action for action in where.plan.actions if action is not section.action and action.sections)
    block = section.node.file.text[section.node.start : last_offset(section.node)]
    last = other.sections[-1].node
    here = " " * indent(section.node)
    text = f"\n{' ' * (indent(last) - 2)}- {block}".replace(f"\n{here}", f"\n{' ' * indent(last)}")
    start = section.node.file.text.rfind("\n", 0, section.node.start)
    edits = [
        edit(section.node.file, start, last_offset(section.node), ""),
        edit(last.file, last_offset(last), last_offset(last), text),
    ]
    found = beside_baseline(where, where.text(edits))
    stale = [one.excerpt for one in found if one.code == "FMT009"]
    assert not [
        row
        for row in stale
        if any(f"item: {id}" in row for id in moved) and any(code in row for code in ITEM_ALONE)
    ]
    assert not [one for one in found if one.item.partition("#")[0] in moved and one.code in ITEM_ALONE]


def siblings(section: Section) -> tuple[Section, ...]:
    holder = section.parent or section.action
    return holder.sections if holder is not None else ()


def indent(node: Node) -> int:
    return node.start - node.file.text.rfind("\n", 0, node.start) - 1


@pytest.mark.parametrize("name", PLANS)
def test_a_fault_that_is_mended_makes_its_entry_stale(name: str) -> None:
    """What a finding points at is taken out: a target, a list of units."""
    where = real(name)
    entries = {}
    for mapping, key, value in values_of(where.plan):
        if key in UNITS or any(mapping is target.mapping for target in where.plan.targets):
            entries[value.file.shown, value.start] = entries[value.file.shown, mapping.keys[key].start] = (
                mapping,
                key,
            )
    tried = 0
    for finding in Random(name).sample(where.before, len(where.before)):
        at = entries.get((finding.file, offset(where, finding)))
        if at is None or finding.code not in ITEM_ALONE or len(at[0].keys) < 2:
            continue
        found = beside_baseline(where, where.text([drop(*at)]))
        stale = [one.excerpt for one in found if one.code == "FMT009"]
        assert any(finding.code in row and finding.item in row for row in stale), (finding.message.zh, stale)
        tried += 1
        if tried == 4:
            break
    assert tried or name == "hecheng"


def offset(where: Real, finding: Diagnostic) -> int:
    lines = where.file(finding.file).text.split("\n")
    return sum(len(line) + 1 for line in lines[: finding.span.start_line - 1]) + finding.span.start_column - 1
