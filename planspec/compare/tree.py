"""Trees, as values: one indicator down the cascade, and one plan from its goals to its units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from planspec.align.facts import Facts
from planspec.compare.matrix import Cell, Comparison
from planspec.model import Action, Goal, Plan, Section, Target, Task
from planspec.registry import chain


class Branch(NamedTuple):
    """One node of a tree: what it is, what it says, and what hangs below it."""

    kind: str
    """nation, province, city, county (a place in a cascade); plan, goals, goal, action, section, task, unit,
    target (in a plan)."""
    text: str
    detail: str = ""
    """A target's phrases, a task's number, a unit's part (lead, support)."""
    cells: tuple[Cell, ...] = ()
    """In a cascade: what the place states."""
    file: str = ""
    line: int = 0
    children: tuple[Branch, ...] = ()


def cascade(comparison: Comparison, key: str, plans: Iterable[Facts]) -> tuple[Branch, ...]:
    """Return one indicator's values from the nation down, a tree for each year; places between stand as well.

    `plans` are all that are at hand, those that do not state it included. A place of which several are at
    hand states what the first of them states.
    """
    cells: dict[tuple[int, str], tuple[Cell, ...]] = {}
    names: dict[tuple[int, str], tuple[str, str]] = {}
    planned: set[tuple[int, str]] = set()
    for row in comparison.rows:
        if row.key != key or row.scope:
            continue
        for column, own in zip(comparison.columns, row.cells, strict=True):
            if own and column.facts.year is not None:
                cells.setdefault((column.facts.year, column.facts.code), own)
    for plan in plans:
        if plan.year is None:
            continue
        planned.add((plan.year, plan.code))
        for place in chain(plan.code):
            names.setdefault((plan.year, place.code), (place.level.value, place.name))
    years = sorted({year for year, _ in names})
    return tuple(root for year in years if (root := _below(year, names, cells, planned)) is not None)


def _below(
    year: int,
    names: dict[tuple[int, str], tuple[str, str]],
    cells: dict[tuple[int, str], tuple[Cell, ...]],
    planned: set[tuple[int, str]],
) -> Branch | None:
    """Return the tree of one year, without branches on which nobody has a plan."""
    children: dict[str, list[str]] = {}
    tops = []
    for own_year, code in sorted(names):
        if own_year != year:
            continue
        above = chain(code)[1:2]
        if above:
            children.setdefault(above[0].code, []).append(code)
        else:
            tops.append(code)

    def made(code: str) -> Branch:
        level, name = names[year, code]
        stated = cells.get((year, code), ())
        spot = stated[0].value.spot if stated else None
        return Branch(
            kind=level,
            text=f"{name}{year}",
            detail="" if stated else "not-stated" if (year, code) in planned else "no-plan",
            cells=stated,
            file=spot.file if spot is not None else "",
            line=spot.span.start_line if spot is not None else 0,
            children=tuple(made(below) for below in children.get(code, ())),
        )

    return made(tops[0]) if tops else None


# ---- one plan ----


def plan_tree(plan: Plan, *, units: bool = True) -> Branch:
    """Return a plan as a tree: its goals, then actions, sections, tasks, and who does them."""
    branches = []
    if plan.goals:
        branches.append(Branch("goals", "", children=tuple(_goals(plan.goals))))
    branches += [_section(section, units) for section in plan.sections]
    branches += [_task(task, units) for task in plan.direct_tasks]
    branches += [_action(action, units) for action in plan.actions]
    return _at(Branch("plan", plan.title, plan.document, children=tuple(branches)), plan)


def _goals(goals: Iterable[Goal]) -> Iterator[Branch]:
    """Yield each paragraph of goals; the targets themselves where it has no heading."""
    for goal in goals:
        targets = _targets(goal.targets)
        if goal.heading:
            yield _at(Branch("goal", goal.heading, children=targets), goal)
        else:
            yield from targets


def _action(action: Action, units: bool) -> Branch:
    below: list[Branch] = [*_targets(action.overall_targets)]
    below += _goals(action.goals)
    below += [_section(section, units) for section in action.sections]
    below += [_task(task, units) for task in action.direct_tasks]
    return _at(Branch("action", action.title, action.no, children=tuple(below)), action)


def _section(section: Section, units: bool) -> Branch:
    below = [*_targets(section.targets)]
    below += [_section(child, units) for child in section.sections]
    below += [_task(task, units) for task in section.tasks]
    return _at(Branch("section", section.heading, section.no, children=tuple(below)), section)


def _task(task: Task, units: bool) -> Branch:
    below = [*_targets(task.targets), *(_task(child, units) for child in task.tasks)]
    if units and not task.tasks:
        who = task.effective
        for part, names in (("lead", who.lead), ("support", who.support), ("units", who.units)):
            below += [Branch("unit", ref.name, part) for ref in names]
    return _at(Branch("task", task.title, task.no, children=tuple(below)), task)


def _targets(targets: Iterable[Target]) -> tuple[Branch, ...]:
    return tuple(
        _at(Branch("target", target.name, "；".join(one.text for one in target.phrases)), target)
        for target in targets
    )


def _at(branch: Branch, item: Plan | Action | Goal | Section | Task | Target) -> Branch:
    node = item.node
    return branch._replace(file=node.file.shown, line=node.span.start_line)


def count(branches: Sequence[Branch], kind: str) -> int:
    """Return how many branches of a kind there are at any depth."""
    return sum((one.kind == kind) + count(one.children, kind) for one in branches)
