"""Faults of targets that show beside other targets: copies, goals that nobody carries, tasks without a result."""

from __future__ import annotations

import re
from collections import Counter
from random import Random
from typing import Final

from planspec.model import Action, PhraseAt, Row, Target, TargetRole, Task
from planspec.phrase import Measure, Relation, compare
from planspec.registry import Direction, Indicator
from planspec.rules.rows import restated, with_parts
from planspec.source.diagnostic import Edit
from planspec.source.nodes import Mapping, Node, last_offset

from .editing import area, drop, insert, key_area, put, rename, values_of, write, write_raw
from .engine import Planted, anywhere, some
from .phrases import FLOOR, GOALS, OVERALL, POINT, Said, copies, figure_in, reads, said, scaled
from .real import Real

_STEADY: Final = (Measure.GROWTH, Measure.LEVEL, Measure.SHARE, Measure.RANK)
"""Measures of a whole: the figure of a task is not its part of the goal's."""
_VALUES: Final = {
    "money": "达到{}亿元",
    "count": "新增{}家",
    "persons": "达到{}人",
    "share": "达到{}%",
    "area": "完成{}亩",
}
_OTHER_NAMES: Final = (("总量", "数"), ("数量", "总数"), ("占比", "比重"), ("比重", "占比"))


def conflicting_values(real: Real, random: Random) -> Planted | None:
    """A copy of a goal has another figure."""

    def fit(one: Said) -> bool:
        role = one.target.role is TargetRole.ACTION_GOAL or one.target.role is TargetRole.OVERALL
        worked = one.target.role in (TargetRole.TASK, TargetRole.SECTION) and one.phrase.measure in _STEADY
        return one.phrase.comparator in POINT and (role or (worked and one.target.indicator is not None))

    def plant(pair: tuple[Said, Said]) -> Planted | None:
        upper, lower = pair
        if upper.target.role not in GOALS or not _same_scope(upper, lower):
            return None
        wrong = scaled(lower.text, random.choice((0.5, 0.7, 1.4, 2)))
        phrase = reads(wrong, lower.phrase)
        if phrase is None or compare(upper.phrase, phrase) is not Relation.CONFLICTING:
            return None
        return Planted((write(lower.node, wrong),), also=area(upper.node, *_others(real, lower)))

    return anywhere(random, copies(real, random, fit), plant)


def looser_than_goal(real: Real, random: Random) -> Planted | None:
    """A copy of an overall goal demands less: a lower floor, a higher cap, 左右 where nothing or 以上 stood."""

    def fit(one: Said) -> bool:
        return one.target.role is TargetRole.ACTION_GOAL or (
            one.phrase.measure in _STEADY
            and one.target.indicator is not None
            and one.target.role not in OVERALL
        )

    def plant(pair: tuple[Said, Said]) -> Planted | None:
        upper, lower = pair
        if upper.target.role not in OVERALL or not _same_scope(upper, lower):
            return None
        if upper.phrase.firmness is not lower.phrase.firmness:
            return None  # 力争2.3% above 2.3%左右: who can tell
        ways = [lower.text.removesuffix("以上").removesuffix("以内") + "左右"]
        if upper.phrase.comparator in FLOOR:
            ways += [scaled(lower.text, 0.8), scaled(lower.text, 0.5)]
        wrong = random.choice(ways)
        phrase = reads(wrong, lower.phrase)
        if phrase is None:
            return None
        above = [
            one.phrase
            for one in said(real.plan)
            if one.target.key == lower.target.key and one.target.role in OVERALL
        ]
        if any(compare(one, phrase) is not Relation.LOOSER for one in above):
            return None  # the overall plan itself is of two minds
        return Planted((write(lower.node, wrong),))

    return anywhere(random, copies(real, random, fit), plant)


def goal_not_carried(real: Real, random: Random) -> Planted | None:
    """A goal is added that no action knows of."""
    plan = real.plan
    if plan.extent != "full" or not plan.actions:
        return None
    known = {target.key.partition("@")[0].partition(":")[0] for target in plan.targets}
    words = "".join(node.text for _, key, node in values_of(plan) if key not in ("source", "note"))
    words += "".join(text.value for task in plan.tasks for text in (*task.projects, *task.deliverables))
    words += "".join(target.name for target in plan.targets)

    def plant(indicator: Indicator) -> Planted | None:
        kin = {
            indicator.id,
            *indicator.parts,
            *indicator.within,
            *(indicator.quotient or ()),
            indicator.share_of,
        }
        kin |= {other.id for other in plan.registry.indicators.table.values() if indicator.id in _kin(other)}
        value = _VALUES.get(indicator.dimension)
        if value is None or indicator.direction is not Direction.MORE or not kin.isdisjoint(known):
            return None
        names = (indicator.name, *indicator.aliases)
        if indicator.faster_than or any(part in words for name in names for part in _pieces(name)):
            return None  # an outcome of the whole economy, or perhaps carried in words
        line = f"{indicator.name}: {value.format(random.randint(20, 90))}"
        holders = [_targets_of(goal.node) for goal in plan.goals if goal.targets]
        return Planted((insert(random.choice(holders), line),))

    return anywhere(random, plan.registry.indicators.table.values(), plant)


def row_differs(real: Real, random: Random) -> Planted | None:
    """A row of the table has another figure than its task, the figure another meaning, or it is due otherwise."""
    pairs = [(row, task) for row, task in restated(real.plan) if task is not None]
    stated = [one.key for row, task in pairs for one in row.targets]
    rows = Counter(id(task) for _, task in pairs)
    added = {text.value for target in real.plan.targets for text in (*target.parts, target.part_of) if text}
    added |= {target.name for target in real.plan.targets if target.parts or target.part_of}
    goals = {target.key for target in real.plan.targets if target.role in GOALS}
    candidates = [
        (mine, theirs)
        for row, task in pairs
        for mine in row.targets
        for part in with_parts(task)
        for theirs in part.targets
        if mine.key == theirs.key
        and mine.key not in goals
        and stated.count(mine.key) == 1
        and not {mine.name, theirs.name} & added
    ]

    def alike(pair: tuple[Target, Target]) -> PhraseAt | None:
        """Return the row's phrase where it is one, and means the same as the task's."""
        mine, theirs = pair
        if len(mine.phrases) != 1 or len(theirs.phrases) != 1 or mine.by != theirs.by:
            return None
        one, other = mine.phrases[0], theirs.phrases[0]
        if one.phrase is None or other.phrase is None or not one.phrase.figure or not figure_in(one.text):
            return None
        return one if compare(other.phrase, one.phrase) is Relation.EQUAL else None

    def figure(pair: tuple[Target, Target]) -> Planted | None:
        one = alike(pair)
        if one is None or one.phrase is None:
            return None
        more = () if one.phrase.unit == "%" else (1.5, 2)
        wrong = scaled(one.text, random.choice((0.5, 0.8, *more)))
        return Planted((write(one.node, wrong),)) if reads(wrong, one.phrase) else None

    def meaning(pair: tuple[Target, Target]) -> Planted | None:
        one = alike(pair)
        verbs = (("新增", "净增"), ("达到", "新增"), ("达", "新增"), ("增长", "达到"))
        for verb, other in verbs:
            if one is not None and one.text.startswith(verb) and figure_in(one.text[len(verb) :][:1]):
                wrong = other + one.text.removeprefix(verb)
                return Planted((write(one.node, wrong),)) if reads(wrong) else None
        return None

    def due(pair: tuple[Row, Task]) -> Planted | None:
        row, task = pair
        if row.by or task.by or rows[id(task)] > 1:
            return None  # a part of the work may well be due before the whole
        early, late = random.sample(("6月底前", "9月底前", "11月底前"), 2)
        edits = put(row.node, "row", f"by: {early}"), put(task.node, "task", f"by: {late}")
        return Planted(edits)

    return some(
        random,
        lambda: anywhere(random, candidates, figure),
        lambda: anywhere(random, candidates, meaning),
        lambda: anywhere(random, pairs, due),
    )


def task_without_result(real: Real, random: Random) -> Planted | None:
    """A task has lost its targets and deliverables."""
    in_table = {id(task) for _, task in restated(real.plan) if task is not None}

    def plant(task: Task) -> Planted | None:
        results = [key for key in ("targets", "deliverables", "projects") if key in task.node.keys]
        if (
            task.parent is not None
            or task.tasks
            or not results
            or id(task) in in_table
            or figure_in(task.title)
        ):
            return None
        if any(target.key in _carried(real) for target in task.targets) or _mostly_without(task.action):
            return None
        held = [task.node.entries[key] for key in results]
        if any(re.search('[("]', node.file.text[node.start : last_offset(node)]) for node in held):
            return None  # marks of half width are told together, at the first of them
        where = key_area(task.node, "title")
        if task.action is not None:
            where += key_area(task.action.node, "action")  # where most tasks are so, it is said of the action
        return Planted(tuple(drop(task.node, key) for key in results), where)

    return anywhere(random, real.plan.tasks, plant)


def indicator_under_two_names(real: Real, random: Random) -> Planted | None:
    """An indicator has another name at one of its places: two characters changed places, 数 for 总量."""
    groups: dict[str, list[Target]] = {}
    for target in real.plan.targets:
        groups.setdefault(target.name, []).append(target)
    below = {name: [one for one in group if one.role not in OVERALL] for name, group in groups.items()}
    lower = [one for group in below.values() if len(group) > 1 for one in group]

    def slip(target: Target) -> Planted | None:
        name = target.name
        if len(name) < 6:
            return None
        at = random.randrange(len(name) - 1)
        wrong = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
        if wrong == name or wrong in target.mapping.keys or not name[at : at + 2].isalpha():
            return None
        return _renamed(groups[name], target, wrong)

    def word(target: Target) -> Planted | None:
        for ending, other in _OTHER_NAMES:
            if target.name.endswith(ending) and _alike(target, groups[target.name]):
                return _renamed(groups[target.name], target, target.name.removesuffix(ending) + other)
        return None

    return some(random, lambda: anywhere(random, lower, slip), lambda: anywhere(random, lower, word))


def action_not_measurable(real: Real, random: Random) -> Planted | None:
    """An action states its goals and tasks in words alone."""

    def plant(action: Action) -> Planted | None:
        mine = [target for target in real.plan.targets if target.action is action]
        if not action.goals or not any(_measured(target) for target in mine):
            return None
        edits = [_worded(target) for target in mine if _measured(target)]
        where = key_area(action.node, "action")
        return Planted(tuple(edits), where)

    return anywhere(random, [one for one in real.plan.actions if one.annex], plant)


def _same_scope(one: Said, other: Said) -> bool:
    return one.target.scope == other.target.scope and (
        one.target.indicator is None or one.target.name == other.target.name
    )


def _others(real: Real, one: Said) -> list[Node]:
    """Return the values of the other places of an indicator."""
    return [other.node for other in said(real.plan) if other.target.key == one.target.key]


def _targets_of(holder: Mapping) -> Mapping:
    targets = holder.entries["targets"]
    assert isinstance(targets, Mapping)
    return targets


def _kin(indicator: Indicator) -> tuple[str, ...]:
    return (*indicator.parts, *indicator.within, *(indicator.quotient or ()), indicator.share_of)


def _pieces(name: str) -> list[str]:
    """Return the runs of three characters in a name: a title with one of them may carry it in words."""
    return [name[at : at + 3] for at in range(max(1, len(name) - 2))]


def _carried(real: Real) -> set[str]:
    """Return the indicators of the overall goals, and those of other rules' customary comparisons."""
    return {target.key for target in real.plan.targets if target.role in OVERALL}


def _mostly_without(action: Action | None) -> bool:
    """Say whether so many tasks of an action have no result that it is told of the action as a whole already."""
    if action is None:
        return False
    whole = [task for task in action.tasks if task.parent is None]
    without = [task for task in whole if not any(_result(part) for part in with_parts(task))]
    return len(without) * 2 > len(whole)


def _result(task: Task) -> bool:
    return bool(task.targets or task.deliverables or task.projects or figure_in(task.title))


def _renamed(group: list[Target], target: Target, name: str) -> Planted | None:
    if name in target.mapping.keys:
        return None
    others = [key for one in group for key in key_area(one.mapping, one.name)]
    return Planted((rename(target.mapping, target.name, name),), also=tuple(others))


def _alike(target: Target, group: list[Target]) -> bool:
    """Say whether another place states the very same value."""
    figures = {one.phrase.figure for one in target.phrases if one.phrase is not None} - {None, 0, 1, 100}
    return bool(figures) and any(
        one is not target and one.mapping is not target.mapping and _text(one) == _text(target)
        for one in group
    )


def _text(target: Target) -> tuple[str, ...]:
    return tuple(one.text for one in target.phrases)


def _measured(target: Target) -> bool:
    return any(one.phrase is None or one.phrase.measure is not Measure.TREND for one in target.phrases)


def _worded(target: Target) -> Edit:
    node = target.node.entries["value"] if isinstance(target.node, Mapping) else target.node
    return write_raw(node, "持续改善")
