"""What the rules on dates share: the deadlines of a plan, the years that it covers, its date of issue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from planspec.model import Action, Item, Plan, Section, Target, Task
from planspec.phrase.deadline import Deadline, read_deadline
from planspec.rules._once import once_per_plan
from planspec.source.nodes import Mapping
from planspec.source.place import Place, at_value

_RANGE: Final = re.compile(r"(20\d\d)年?\s*[-—–―－~～至到]+\s*(20\d\d)")
_YEARS: Final = re.compile("([两二三四五])年(?:行动|计划|攻坚|方案|规划|改造|清零|提升|倍增|工程|任务)")
_FIVE_YEAR: Final = re.compile("“?十([三四五六七])五”?(?!.{0,2}(?:收官|评估|总结))")
_SAID: Final = re.compile(r"[到至]?(20\d\d)年")
_COUNT: Final = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}


class Due(NamedTuple):
    """A deadline as an item states it."""

    item: Item
    name: str
    text: str
    place: Place
    deadline: Deadline | None
    """None where the words name no certain day."""
    year: int | None
    """The year that the text itself says."""
    last_year: int
    """The last year that the item may be about: the plan's own, or that of a programme of several years."""


@once_per_plan
def deadlines(plan: Plan) -> tuple[Due, ...]:
    """Return every deadline that sections, tasks, rows and targets state."""
    return tuple(_deadlines(plan))


def _deadlines(plan: Plan) -> Iterator[Due]:
    last = years(plan)[1]
    for section in plan.all_sections:
        if section.by:
            yield _due(plan, section, section.heading, section.by, section.node, last)
    for items in (plan.tasks, plan.rows):
        for item in items:
            if item.by:
                yield _due(plan, item, item.title or item.no, item.by, item.node, last)
    for target in plan.targets:
        if target.by and isinstance(target.node, Mapping):
            yield _due(plan, target, target.name, target.by, target.node, last)


def _due(plan: Plan, item: Item, name: str, text: str, node: Mapping, last: int) -> Due:
    owner = item.owner if isinstance(item, Target) else item
    action = owner if isinstance(owner, Action) else owner.action
    above = (action.title, action.annex_title) if action is not None else ()
    for title in (name, *_titles(owner), *above):
        last = max(last, _last_year(title, plan.year or last))
    deadline = read_deadline(text, plan.year)
    year = None
    if deadline is not None:
        year = deadline.day.year if deadline.dated else None
    elif said := _SAID.match(text):
        year = int(said[1])
    return Due(item, name, text, at_value(node, "by"), deadline, year, last)


def _titles(item: Item | None) -> Iterator[str]:
    """Return how the item, and the tasks and sections that hold it, are called."""
    while isinstance(item, (Task, Section)):
        yield item.title if isinstance(item, Task) else item.heading
        item = (item.parent or item.section) if isinstance(item, Task) else item.parent


def years(plan: Plan) -> tuple[int, int]:
    """Return the first and the last year that the plan covers; (0, 9999) if it does not say its year."""
    if plan.year is None:
        return 0, 9999
    found = _RANGE.search(plan.title)
    first = min(plan.year, int(found[1])) if found else plan.year
    return first, _last_year(plan.title, plan.year)


@lru_cache(maxsize=1024)
def _last_year(title: str, year: int) -> int:
    """Return the last year of what a title names: 2024—2026年, 三年行动, “十四五”; else `year`."""
    found = _RANGE.search(title)
    if found is not None:
        return max(year, int(found[2]))
    found = _YEARS.search(title)
    if found is not None:
        return year + _COUNT[found[1]]
    found = _FIVE_YEAR.search(title)
    if found is not None:
        return max(year, 2020 + 5 * ("三四五六七".index(found[1])))
    return year


def issued(plan: Plan) -> date | None:
    """Return the date of issue, None where there is none or it is no date."""
    try:
        return date.fromisoformat(plan.issued)
    except ValueError:
        return None
