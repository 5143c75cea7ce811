"""Faults of dates and of how often things are reported."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Final

from planspec.model import Action, Row, Section, Task
from planspec.source.diagnostic import Edit
from planspec.source.nodes import Mapping

from .editing import Area, add_item, area, items_of, key_area, put, write
from .engine import Planted, anywhere, some
from .real import Real

_SPANS_YEARS: Final = re.compile("[两二三四五]年|20[0-9]{2}|十[三四五六]五")
_PACES: Final = ("周", "旬", "月", "季", "半年")
_KINDS: Final = ("简报", "通报", "讲评", "总结", "小结")


def deadline_outside_year(real: Real, random: Random) -> Planted | None:
    """A deadline lies in a later year."""
    year = real.plan.year or 0
    late = random.choice(
        (f"{year + 1}-12-31", f"{year + 1}年6月底前", f"{year + 20}-12-31", f"{year + 2}年底前")
    )
    return _due(real, random, late)


def deadline_before_issue(real: Real, random: Random) -> Planted | None:
    """A deadline had passed when the plan was issued."""
    try:
        day = date.fromisoformat(real.plan.issued)
    except ValueError:
        return None
    before = day - timedelta(days=random.randint(1, day.timetuple().tm_yday - 1))
    ways = [before.isoformat(), f"{before.month}月{before.day}日前"]
    if day.month > 1:
        ways.append(f"{random.randint(1, day.month - 1)}月底前")
    return _due(real, random, random.choice(ways))


def stale_year(real: Real, random: Random) -> Planted | None:
    """Last year's date was left over, in a deadline, in words, in the date of issue."""
    last = (real.plan.year or 0) - 1
    tasks = [task for task in real.plan.tasks if task.deliverables]

    def due() -> Planted | None:
        return _due(real, random, random.choice((f"{last}年底前", f"{last}-12-31", f"{last}年12月底前")))

    def words() -> Planted | None:
        text = random.choice((f"完成{last}年重点任务", f"{last}年底前完成招标", f"纳入{last}年度绩效考核"))
        return Planted((add_item(random.choice(tasks).node, "deliverables", text),)) if tasks else None

    def assessed() -> Planted | None:
        organisation = real.plan.node.entries.get("organisation")
        if not isinstance(organisation, Mapping) or not items_of(organisation, "evaluation"):
            return None
        return Planted((add_item(organisation, "evaluation", f"列入{last}年度目标管理考核"),))

    def issued() -> Planted | None:
        node = real.plan.node.entries.get("issued")
        return Planted((write(node, f"{last - 1}-03-18"),)) if node is not None else None

    return some(random, due, words, assessed, issued)


def cadence_differs(real: Real, random: Random) -> Planted | None:
    """An annex reports more or less often than the overall plan lays down."""
    plan = real.plan
    organisation = plan.node.entries.get("organisation")
    if not isinstance(organisation, Mapping):
        return None
    stated = {pace.what: pace for pace in plan.cadence if pace.every in _PACES}

    def plant(action: Action) -> Planted | None:
        mine = {pace.what for pace in action.cadence}
        free = [what for what in stated if what not in mine]
        if "cadence" in action.node.keys:
            holder, below = action.node.entries["cadence"], True
        else:
            holder, below = action.node, False
        if not isinstance(holder, Mapping):
            return None
        edits: list[Edit] = []
        also: tuple[Area, ...] = ()
        if free:
            what = random.choice(free)
            every, also = stated[what].every, area(stated[what].node)
        else:
            what = random.choice([kind for kind in _KINDS if kind not in mine and kind not in stated])
            every = random.choice(_PACES)
            kept = organisation.entries.get("cadence")
            if not isinstance(kept, Mapping):
                return None
            edits = [_line(kept, what, every)]
        other = random.choice([pace for pace in _PACES if pace != every])
        mine_edit = (
            _line(holder, what, other) if below else put(holder, "action", f"cadence: {{{what}: {other}}}")
        )
        return Planted((*edits, mine_edit), also=also)

    return anywhere(random, plan.actions, plant)


def deadline_missing(real: Real, random: Random) -> Planted | None:
    """One task of an action, or one row of its table, has no deadline, though all the others have."""
    year = real.plan.year

    def plant(action: Action) -> Planted | None:
        groups: list[tuple[str, Sequence[Task | Row]]] = [
            ("row", [row for row in action.breakdown if row.own.stated]),
            ("task", [task for task in action.tasks if task.parent is None]),
        ]
        kind, items = random.choice(groups)
        if len(items) < 5 or any(item.by or any(target.by for target in item.targets) for item in items):
            return None
        if any(part.by for item in items if isinstance(item, Task) for part in item.tasks):
            return None
        bare = random.choice(items)
        edits = [
            put(item.node, kind, f"by: {year}-{random.choice(('06-30', '09-30', '12-31'))}")
            for item in items
            if item is not bare
        ]
        return Planted(tuple(edits), key_area(bare.node, "title"))

    return anywhere(random, real.plan.actions, plant)


def _due(real: Real, random: Random, text: str) -> Planted | None:
    """Give a task, a section or a row a deadline."""
    plan = real.plan
    titles = {id(action): f"{action.title}{action.annex_title}" for action in plan.actions}

    def plant(at: tuple[str, Task | Row]) -> Planted | None:
        kind, item = at
        if _SPANS_YEARS.search(_above(item) + titles.get(id(item.action), "")):
            return None
        old = item.node.entries.get("by")
        if old is not None:
            return Planted((write(old, text),))
        return Planted((put(item.node, kind, f"by: {text}"),))

    restated = {row.restates.value for row in plan.rows if row.restates is not None}
    items: list[tuple[str, Task | Row]] = [("task", task) for task in plan.tasks if task.id not in restated]
    items += [("row", row) for row in plan.rows if row.restates is None]
    return anywhere(random, items, plant)


def _above(item: Task | Row) -> str:
    """Return the titles of an item and of all that holds it."""
    words = item.title
    holder: Task | Section | None = (item.parent or item.section) if isinstance(item, Task) else None
    while holder is not None:
        words += holder.title if isinstance(holder, Task) else holder.heading
        holder = (holder.parent or holder.section) if isinstance(holder, Task) else holder.parent
    return words


def _line(mapping: Mapping, what: str, every: str) -> Edit:
    key = next(iter(mapping.keys))
    node = mapping.keys[key]
    pad = " " * (node.start - node.file.text.rfind("\n", 0, node.start) - 1)
    return Edit(node.file.shown, node.file.span(node.start, node.start), f"{what}: {every}\n{pad}")
