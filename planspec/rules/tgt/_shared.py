"""What the rules on targets share: copies of one indicator, parts and wholes, figures as intervals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from planspec.model import Goal, Item, Plan, Row, Section, Target, TargetRole, Task, Text
from planspec.phrase import Comparator, Measure, Phrase, Relation, compare, look_up
from planspec.phrase.numbers import written
from planspec.registry import Direction
from planspec.source.message import Message, Template

OVERALL: Final = (TargetRole.GOAL, TargetRole.OVERALL)
GOALS: Final = (*OVERALL, TargetRole.ACTION_GOAL)
WORK: Final = (TargetRole.SECTION, TargetRole.TASK)
RANK: Final = {role: rank for rank, role in enumerate(TargetRole)}
"""From the overall goals down to the table."""

HERE = Template(zh="{where}写的是“{text}”", en="Here, in {where}, it is “{text}”")
_PARAGRAPH = Template(zh="总体方案“{title}”一段", en="the overall plan's paragraph on “{title}”")
_GOALS = Template(zh="“{title}”的工作目标", en="the goals of “{title}”")
_SECTION = Template(zh="分节“{title}”", en="section “{title}”")
_ROW = Template(zh="责任分解表“{title}”一行", en="the table's row “{title}”")
_TASK = Template(zh="任务“{title}”", en="task “{title}”")

_LEVELS: Final = re.compile("全[省市州县区域]")
_LEVEL_WORDS: Final = frozenset("国省市州县区乡镇村")
_WHOLE_YEAR: Final = re.compile(r"年内|年底前?|全年|\d{4}(?:年|-12(?:-31)?)?").fullmatch
_SAID_YEAR: Final = re.compile(r"20\d\d").search
_LONG: Final = 5
STATES: Final = ("share", "money", "mass", "energy", "volume")
"""Dimensions of which a bare quantity is what an indicator stands at in the end."""


# --- where a target stands --------------------------------------------------------------------------


def where(target: Target) -> Message:
    """Return how a message calls a target's place: 总体目标, “产业培塑行动”的工作目标, 任务“循环经济”."""
    owner: Item = target.owner
    action = target.action.title if target.action is not None else ""
    if target.role is TargetRole.GOAL:
        return Message("总体目标", "the overall goals")
    if target.role is TargetRole.OVERALL:
        return _PARAGRAPH(title=action)
    if target.role is TargetRole.ACTION_GOAL:
        return _GOALS(title=action)
    if isinstance(owner, Section):
        return _SECTION(title=owner.heading)
    if isinstance(owner, Row):
        return _ROW(title=owner.title)
    title = owner.title if isinstance(owner, Task) else owner.heading if isinstance(owner, Goal) else ""
    return _TASK(title=title)


def fill(template: Template, place: Message, **gaps: object) -> Message:
    """Fill a template whose gap `where` differs between the languages."""
    return template(where=place, **gaps)


# --- copies of one indicator ------------------------------------------------------------------------


def copies(plan: Plan) -> Iterator[list[Target]]:
    """Return the groups of targets on one indicator with one scope, from the overall goals down."""
    first: dict[str, Target] = {}
    groups: dict[str, list[Target]] = {}
    for target in plan.targets:
        other = first.setdefault(target.key, target)
        if other is not target:
            groups.setdefault(target.key, [other]).append(target)
    for group in groups.values():
        group.sort(key=_rank)
        yield group


def _rank(target: Target) -> int:
    return RANK[target.role]


def one_thing(upper: Target, lower: Target) -> bool:
    """Say whether two targets of one key certainly speak of one figure.

    A name that the registry does not know may stand for different things in different places (生产线, 活动):
    such copies count only as goals of the same scope, or within one action, or if the name is long.
    """
    if upper.mapping is lower.mapping and upper.name == lower.name:
        return False
    if deadline(upper) != deadline(lower) or _stages(upper, lower):
        return False
    if upper.indicator is not None:
        # Aliases are near one another: 省重点项目投资 and 市重点项目投资 are two figures.
        return upper.name == lower.name or _levels(upper.name) == _levels(lower.name)
    if upper.role is TargetRole.GOAL and lower.role in GOALS:
        return True
    if upper.role in GOALS and upper.action is not None and upper.action is lower.action:
        return True
    return len(upper.name) >= _LONG


def may_be_part(upper: Phrase, lower: Phrase, group: list[Target], target: Target) -> bool:
    """Say whether what a task adds may be its share of what the goal adds: 新增3家 of 新增10家."""
    if lower.measure not in (Measure.INCREMENT, Measure.NET_INCREMENT, Measure.AMOUNT):
        return False
    if target.role in GOALS or upper.figure is None or lower.figure is None or lower.figure >= upper.figure:
        return False
    alike = sum(1 for other in group if other.role is target.role and other.action is target.action)
    return alike > 1 or target.indicator is None or target.part_of is not None


def relation(upper: Phrase, lower: Phrase, target: Target) -> Relation:
    """Return what the lower copy is beside the upper one, both being on the indicator of `target`.

    A bare count may be added or be the level (高新技术企业: 30家, 达到1020家): only equal ones compare. Of money or
    mass it is the level (产值: 实现67亿元, 达到70亿元).
    """
    falls = target.indicator is not None and target.indicator.direction is Direction.LESS
    found = compare(upper, lower, less_is_better=falls)
    measures = {upper.measure, lower.measure}
    if measures == {Measure.AMOUNT, Measure.LEVEL} and upper.dimension not in STATES:
        return found if found is Relation.EQUAL else Relation.NOT_COMPARABLE
    if measures == {Measure.INCREMENT} and upper.verb != lower.verb and found is not Relation.EQUAL:
        return Relation.NOT_COMPARABLE  # 新建2000亩 is not 新建和提质改造3000亩, 新增2家 not 培育50家
    return found


def _levels(name: str) -> frozenset[str]:
    return _LEVEL_WORDS.intersection(_LEVELS.sub("", name))


def deadline(target: Target) -> str:
    """Return a target's own deadline; the end of the plan's year is none of its own."""
    return "" if not target.by or _WHOLE_YEAR(target.by) else target.by


def _stages(upper: Target, lower: Target) -> bool:
    """Say whether they are due in different years, by their own words or their owners': 2023 and 2025."""
    one, two = _year(upper), _year(lower)
    return bool(one and two) and one != two


def _year(target: Target) -> str:
    found = _SAID_YEAR(target.by or getattr(target.owner, "by", ""))
    return found[0] if found else ""


# --- parts and wholes -------------------------------------------------------------------------------


class Lookup:
    """Finds the target that a name in `parts` or `part_of` means: beside it, in its action, anywhere."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.by_key: dict[str, list[Target]] = {}
        self.near: dict[tuple[str, int], list[Target]] = {}
        """By key and owner or action; filled for a key when it is first asked."""
        for target in plan.targets:
            key = target.key
            if target.scope:
                key = key.partition("@")[0]
            self.by_key.setdefault(key, []).append(target)

    def find(self, name: Text, near: Target) -> Target | None:
        """Return the one target that is meant; None where there is none or it cannot be told."""
        named = self.plan.registry.read_indicator(name.value)
        key = named.indicator.id if named.indicator is not None else named.name
        everywhere = self.by_key.get(key)
        if everywhere is None:
            return None
        if (key, 0) not in self.near:
            self.near[key, 0] = everywhere
            for target in everywhere:
                self.near.setdefault((key, id(target.owner)), []).append(target)
                if target.action is not target.owner:
                    self.near.setdefault((key, id(target.action)), []).append(target)
        for place in (id(near.owner), id(near.action), 0):
            others = [target for target in self.near.get((key, place), ()) if target is not near]
            if others:
                exact = [target for target in others if target.name == name.value]
                return others[0] if len(others) == 1 else exact[0] if len(exact) == 1 else None
        return None


def side_by_side(plan: Plan) -> Iterator[tuple[Target, Target]]:
    """Return the pairs of part and whole that stand among the same targets, as the registry knows them."""
    known = [target for target in plan.targets if target.indicator is not None and not target.scope]
    beside = {(id(target.owner), target.key): target for target in known}
    for target in known:
        assert target.indicator is not None
        for key in target.indicator.within:
            whole = beside.get((id(target.owner), key))
            if whole is not None:
                yield target, whole


def addable(whole: Phrase, part: Phrase) -> bool:
    """Say whether a part's figure counts towards the whole's: same unit, same kind of measure."""
    if (
        whole.base != part.base
        or whole.period != part.period
        or whole.each
        or part.each
        or whole.of != part.of
    ):
        return False
    if whole.figure is None or part.figure is None:
        return False
    kinds = {whole.measure, part.measure} - {Measure.AMOUNT}
    return len(kinds) <= 1 and kinds <= _ADDING


_ADDING: Final = {Measure.LEVEL, Measure.INCREMENT, Measure.NET_INCREMENT, Measure.SHARE}
_FLOORS: Final = (Comparator.GE, Comparator.GT)
_ABOUT: Final = Decimal("0.02")
"""How far 左右 reaches, as a part of the figure."""


class Interval(NamedTuple):
    """What a phrase allows, its rounding included; None is no bound."""

    low: Decimal | None
    high: Decimal | None

    def __add__(self, other: object) -> Interval:
        """Return what the sum of two figures may be."""
        assert isinstance(other, Interval)
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high)

    def below(self, other: Interval) -> bool:
        """Say whether every figure of this lies below every figure of the other."""
        return self.high is not None and other.low is not None and self.high < other.low


def interval(phrase: Phrase, *, as_stated: bool = False) -> Interval:
    """Return the figures that a phrase allows; `as_stated` takes 10家以上 for 10家."""
    slack = (
        Decimal(0) if phrase.quantum == 1 and phrase.dimension in ("count", "persons") else phrase.quantum / 2
    )
    comparator = phrase.comparator
    figure = phrase.figure
    assert figure is not None
    if comparator is Comparator.APPROX:
        slack = max(slack, abs(figure) * _ABOUT)
    low = None if phrase.low is None else phrase.low - slack
    high = None if phrase.high is None else phrase.high + slack
    if as_stated:
        low, high = figure - slack, figure + slack
    return Interval(low, high)


def floors(*phrases: Phrase) -> bool:
    """Say whether all of them state a floor (以上, 突破): then the floors themselves should fit together."""
    return all(phrase.comparator in _FLOORS for phrase in phrases)


def shown(value: Decimal, phrase: Phrase) -> str:
    """Return a figure in the unit of a phrase, as it would be written: 10715万元."""
    unit = look_up(phrase.unit)
    factor = unit.factor if unit is not None else Decimal(1)
    quantum = (phrase.quantum or Decimal(1)) / factor
    sign = "-" if value < 0 else ""
    return f"{sign}{written(abs(value) / factor, quantum)}{phrase.unit}"
