"""What each kind of item is recognised by."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

import msgspec

from planspec.diff.identity import Bodies, core, folded, grams
from planspec.diff.likeness import Features
from planspec.model import Action, Goal, Responsibility, Row, Section, Target, Task

_ENCODER: Final = msgspec.json.Encoder(order="deterministic")
_NOT_CONTENT: Final = frozenset(("id", "renamed_from", "no", "source", "tasks", "sections", "restates"))
_SEVERAL: Final = 3
"""From so many units on, the set as a whole is a feature of its own."""

NOTHING: Final[frozenset[str]] = frozenset()


def content_key(item: Task | Row, without: Collection[str] = _NOT_CONTENT) -> bytes:
    """Return what is equal for two items of the same content, wherever they stand."""
    return _ENCODER.encode({key: value for key, value in item.node.plain.items() if key not in without})


def plain_key(*values: object) -> bytes:
    """Return what is equal for equal plain values, whatever the order of their keys."""
    return _ENCODER.encode(values)


def of_task(task: Task, bodies: Bodies, old: bool, *, ids: bool) -> Features:
    """A task: its title; its targets, deliverables, projects and sub-items; its units.

    `ids`: an id counts as a feature; it does not where it is more than that.
    """
    content = set(_of_targets(task.targets))
    content.update(f"d:{folded(one.value)}" for one in task.deliverables)
    content.update(f"p:{folded(one.value)}" for one in task.projects)
    content.update(f"s:{folded(child.title)}" for child in task.tasks)
    if ids and task.id:
        content.add(f"i:{task.id}")
    return Features(
        folded(task.title),
        grams(core(task.title)),
        frozenset(content),
        _of_units(task.effective, bodies, old),
    )


def of_row(row: Row, restated: str, bodies: Bodies, old: bool) -> Features:
    """A row of the table: its title, the task that it restates, its targets and units."""
    content = set(_of_targets(row.targets))
    if restated:
        content.add(f"r:{restated}")
    return Features(
        folded(row.title), grams(core(row.title)), frozenset(content), _of_units(row.own, bodies, old)
    )


def of_section(section: Section, tasks: Iterable[str]) -> Features:
    """A section: its heading and the tasks in it."""
    content = {f"s:{folded(child.heading)}" for child in section.sections}
    content.update(_of_targets(section.targets))
    content.update(tasks)
    return Features(folded(section.heading), grams(core(section.heading)), frozenset(content), NOTHING)


def of_action(action: Action) -> Features:
    """An action: its title and the titles of its tasks."""
    content = {f"s:{folded(task.title)}" for task in action.tasks}
    content.update(f"i:{task.id}" for task in action.tasks if task.id)
    return Features(folded(action.title), grams(action.title), frozenset(content), NOTHING)


def of_goal(goal: Goal) -> Features:
    """A paragraph of goals: its heading and its indicators."""
    content = frozenset(_of_targets(goal.targets))
    return Features(folded(goal.heading), grams(core(goal.heading)), content, NOTHING)


def of_text(text: str) -> Features:
    """A piece of text, such as a deliverable."""
    return Features(folded(text), grams(text), NOTHING, NOTHING)


def _of_targets(targets: Iterable[Target]) -> Iterable[str]:
    for target in targets:
        yield f"t:{target.key}"
        for one in target.phrases:
            phrase = one.phrase
            if phrase is None:
                yield f"v:{target.key}:{folded(one.text)}"
            elif phrase.figure is not None:
                yield f"v:{target.key}:{phrase.measure}:{phrase.figure.normalize()}"


def _of_units(people: Responsibility, bodies: Bodies, old: bool) -> frozenset[str]:
    if not people.stated:
        return NOTHING
    everyone = {bodies.identity(ref, old) for ref in people.everyone}
    found = {f"u:{one}" for one in everyone}
    found.update(f"l:{bodies.identity(ref, old)}" for ref in people.lead)
    if len(everyone) >= _SEVERAL:
        found.add("U:" + "|".join(sorted(everyone)))
    return frozenset(found)
