"""What rows of the table say beside what the text states: which statements belong together, which agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from msgspec.structs import replace

from planspec.model import PhraseAt, Row, Section, Target, Task
from planspec.phrase import Comparator, Measure, Phrase, Relation, compare
from planspec.registry.measures import tidy
from planspec.rules.rows import with_parts
from planspec.rules.tgt._shared import GOALS, OVERALL, STATES, may_be_part, one_thing, relation

_ADDING: Final = (Measure.INCREMENT, Measure.NET_INCREMENT, Measure.AMOUNT, Measure.LEVEL)


class Side(NamedTuple):
    """A phrase in the text beside one in the table."""

    target: Target
    one: PhraseAt
    phrase: Phrase


class Statements:
    """What the tasks state, and how many rows of one task, or of the parts of one, state the same."""

    def __init__(self, pairs: Iterable[tuple[Row, Task | None]]) -> None:
        self.tasks: dict[int, dict[str, list[Target]]] = {}
        self.rows: dict[tuple[int, str], int] = {}
        for row, task in pairs:
            if task is None:
                continue
            for target in row.targets:
                for holder in (task, *holding(task)):
                    key = (id(holder), target.key)
                    self.rows[key] = self.rows.get(key, 0) + 1
            if id(task) not in self.tasks:
                self.tasks[id(task)] = _targets(task)

    def above(
        self, target: Target, row: Row, task: Task | None, group: list[Target]
    ) -> tuple[list[Target], bool]:
        """Return what the text states on the row's indicator, and whether the task itself does."""
        if task is not None:
            own = self.tasks[id(task)].get(target.key)
            if own:
                return own, True
        goals = [other for other in group if other.role in GOALS and other.action in (row.action, None)]
        return [other for other in reversed(goals) if one_thing(other, target)], False

    def shares(self, task: Task | None, target: Target, above: Iterable[Target]) -> bool:
        """Say whether several rows may share what their task states, or what is stated above it."""
        holders = {id(task), *(id(other.owner) for other in above)}
        return task is not None and any(self.rows.get((one, target.key), 0) > 1 for one in holders)


def _targets(task: Task) -> dict[str, list[Target]]:
    """Return the targets of a task by key: its own, its parts', those of the tasks and sections that hold it."""
    found: dict[str, list[Target]] = {}
    for holder in (*with_parts(task), *holding(task)):
        for target in holder.targets:
            found.setdefault(target.key, []).append(target)
    return found


def holding(task: Task) -> Iterator[Task | Section]:
    """Return the tasks that the task is a part of, and the sections, from the nearest up."""
    parent = task.parent
    while parent is not None:
        yield parent
        parent = parent.parent
    section = task.section
    while section is not None:
        yield section
        section = section.parent


def bare_relation(text: Side, table: Side) -> Relation:
    """Compare figures of which one stands bare or by a shorter verb: 5个 and 修建10个, 申报1家 and 推荐申报2家."""
    one, two = text.phrase, table.phrase
    if tidy(text.target.name) != tidy(table.target.name) or one.dimension == "share":
        return Relation.NOT_COMPARABLE
    bare = Measure.AMOUNT in (one.measure, two.measure) and {one.measure, two.measure} <= set(_ADDING)
    if not (bare or (one.measure is two.measure is Measure.INCREMENT and _akin(one.verb, two.verb))):
        return Relation.NOT_COMPARABLE
    return compare(
        replace(one, measure=Measure.AMOUNT, verb=""), replace(two, measure=Measure.AMOUNT, verb="")
    )


def _akin(one: str, two: str) -> bool:
    """Say whether one verb only adds how to the other: 申报 and 指导申报; not 新建 and 新建和提质改造."""
    short, long = sorted((one, two), key=len)
    return bool(short) and long.endswith(short) and "和" not in long


def reported_beside_goals(side: Side, group: list[Target]) -> bool:
    """Say whether TGT001 or TGT002 reports this place beside the goals."""
    for goal in group:
        if goal.role not in GOALS or goal is side.target or not one_thing(goal, side.target):
            continue
        for one in goal.phrases:
            if one.phrase is None:
                continue
            said = relation(one.phrase, side.phrase, side.target)
            wrong = said is Relation.CONFLICTING or (said is Relation.LOOSER and goal.role in OVERALL)
            if wrong and not may_be_part(one.phrase, side.phrase, group, side.target):
                met = side.phrase.comparator is Comparator.EQ and same_figure(one.phrase, side.phrase)
                return not (said is Relation.LOOSER and met)  # 新增6家 meets 新增6家以上
    return False


def same_figure(one: Phrase, two: Phrase) -> bool:
    """Say whether both give one figure in one unit; 5% and 5个百分点 are often confused."""
    alike = one.base == two.base or {one.base, two.base} == {"%", "百分点"}
    return one.figure is not None and one.figure == two.figure and alike


def in_words(one: Phrase, two: Phrase) -> bool:
    """Say whether one of them speaks in words: a table may be more, or less, definite than the text."""
    return Measure.TREND in (one.measure, two.measure)


def adds(phrase: Phrase) -> bool:
    """Say whether figures like this one may be added up."""
    return phrase.measure in _ADDING


def may_share(text: Phrase, table: Phrase, several_rows: bool) -> bool:
    """Say whether the row's figure may be a share of the task's, the other rows having the rest."""
    if not several_rows or not adds(table) or text.figure is None or table.figure is None:
        return False
    return table.figure < text.figure


def may_be_of_it(text: Target, table: Target, phrase: Phrase, task: Task | None) -> bool:
    """Say whether the row may have a part of what is stated above its task: 新增3家 of the 10 of the whole."""
    if task is None or not any(text.owner is holder for holder in holding(task)):
        return False
    if phrase.measure is Measure.AMOUNT:
        return table.indicator is None or phrase.dimension not in STATES
    return phrase.measure in (Measure.INCREMENT, Measure.NET_INCREMENT)
