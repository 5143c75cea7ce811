"""Faults that show beside the superior's plan; some are planted there."""

from __future__ import annotations

from random import Random
from typing import Final

from planspec.model import Plan, Target, TargetRole
from planspec.phrase import Measure
from planspec.registry import Direction, Indicator, subordinates
from planspec.source.diagnostic import Edit
from planspec.source.nodes import Mapping, Scalar

from .editing import UnfitError, add_entry, area, insert, key_area, put, write, write_raw
from .engine import Planted, anywhere, some
from .phrases import GOALS, POINT, Said, figure_in, figures, said
from .real import Real

_THEMES: Final = {
    "regions": "区域协调攻坚",
    "market-entities": "主体培育攻坚",
    "business-environment": "营商环境攻坚",
    "safety": "安全守底攻坚",
    "industry": "产业培塑攻坚",
    "livelihood": "民生保障攻坚",
}
_OTHER_YEARS: Final = {"六仗": 2023, "八大行动": 2024, "七大攻坚": 2025}


def below_superior(real: Real, random: Random) -> Planted | None:
    """A rate of growth is lower than the superior's, wherever the plan states it."""
    stated = {float(one.phrase.figure or 0) for one in said(real.plan)}

    def plant(pair: tuple[Said, Said]) -> Planted | None:
        mine, theirs = pair
        lower = round(float(theirs.phrase.figure or 0) - random.choice((0.4, 0.9, 1.7)), 1)
        if mine.target.indicator is None or mine.target.indicator.parts or lower in stated:
            return None
        if lower <= 0 or (mine.phrase.figure or 0) < (theirs.phrase.figure or 0):
            return None
        return Planted(_everywhere(real, mine.target, f"增长{lower:g}%"))

    return anywhere(random, _stated_by_both(real), plant)


def not_taken_up(real: Real, random: Random) -> Planted | None:
    """The superior has a goal of which the plan says nothing."""
    known = {target.key.partition("@")[0].partition(":")[0] for target in real.plan.targets}

    def plant(indicator: Indicator) -> Planted | None:
        kin = {indicator.id, *indicator.within, *indicator.parts}
        if indicator.direction is not Direction.MORE or indicator.dimension != "money" or kin & known:
            return None
        edit = _goal(real.superiors[0], f"{indicator.name}: 增长{random.randint(4, 12)}%")
        return Planted((edit,), key_area(real.plan.node, "goals"))

    return anywhere(random, real.plan.registry.indicators.table.values(), plant)


def deferred_unresolved(real: Real, random: Random) -> Planted | None:
    """A goal is left to the province, which says nothing of it."""
    stated = {target.key for plan in real.superiors for target in plan.targets}

    def plant(one: Said) -> Planted | None:
        if one.target.key in stated or one.target.indicator is None or one.target.scope:
            return None
        return Planted(
            _everywhere(real, one.target, random.choice(("完成省定目标", "达到省定目标", "以省定目标为准")))
        )

    return anywhere(random, _goals(real), plant)


def deferred_though_known(real: Real, random: Random) -> Planted | None:
    """A goal is left to the superior, who has a figure for it."""

    def plant(pair: tuple[Said, Said]) -> Planted | None:
        mine, theirs = pair
        level = {"430000": "省", "000000": ""}.get(_code(real, theirs), "市")
        if not level:
            return None
        return Planted(
            _everywhere(real, mine.target, random.choice((f"完成{level}定目标", f"达到{level}定目标")))
        )

    return anywhere(random, _stated_by_both(real), plant)


def allocation_differs(real: Real, random: Random) -> Planted | None:
    """The superior gives the place more to do than the plan takes up, or what it does not mention."""
    superior, code = real.superiors[0], real.plan.jurisdiction
    mentioned = {target.key.partition("@")[0] for target in real.plan.targets}

    def more(one: Said) -> Planted | None:
        if one.phrase.measure is not Measure.INCREMENT or one.target.scope or one.phrase.figure is None:
            return None
        figure = figure_in(one.text)
        larger = str(round(float(figure) * random.choice((1.5, 2, 3)) + 1))
        line = f'allocations:\n  {one.name}: {{"{code}": {one.text.replace(figure, larger, 1)}}}'
        return Planted((put(superior.node, "", line),), area(one.node))

    def absent() -> Planted | None:
        name = random.choice(("新建充电桩", "“四好农村路”示范创建村", "新增农家书屋", "新建农贸市场"))
        if real.plan.registry.read_indicator(name).name in mentioned:
            return None
        line = f'allocations:\n  {name}: {{"{code}": {random.randint(5, 40)}个}}'
        return Planted((put(superior.node, "", line),), key_area(real.plan.node, "goals"))

    first: dict[str, Said] = {}
    for one in _goals(real):
        first.setdefault(one.target.key, one)
    return some(random, lambda: anywhere(random, first.values(), more), absent)


def total_missed(real: Real, random: Random) -> Planted | None:
    """What the superior allocates does not come to its own total."""
    superior = real.superiors[0]
    others = [
        place.code for place in subordinates(superior.jurisdiction) if place.code != real.plan.jurisdiction
    ]
    if len(others) < 3:
        return None
    codes = random.sample(others, random.randint(2, min(6, len(others))))
    shares = [random.randint(5, 30) for _ in codes]
    total = sum(shares) + random.randint(3, 40)
    name = "新建乡镇便民服务站"
    line = f"{name}: 完成{total}个"
    given = ", ".join(f'"{code}": {share}个' for code, share in zip(codes, shares, strict=True))
    return Planted(
        (_goal(superior, line), put(superior.node, "", f"allocations:\n  {name}: {{{given}}}")),
    )


def action_without_counterpart(real: Real, random: Random) -> Planted | None:
    """The superior's programme has an action on a theme that the plan has not."""
    plan, superior = real.plan, real.superiors[0]
    themes = [action.theme for action in plan.actions]
    others = [theme for theme in _THEMES if theme not in themes]
    if not all(themes) or not others:
        return None
    shown = [*themes]
    shown[random.randrange(len(shown))] = random.choice(others)
    lines = [
        f"  - {{action: {_THEMES.get(theme, '重点任务攻坚')}{at}, theme: {theme}}}"
        for at, theme in enumerate(shown)
    ]
    edits = [put(superior.node, "", "actions:\n" + "\n".join(lines))]
    if superior.programme != plan.programme:
        edits += [_programme(superior, plan), _basis(plan, superior.title)]
    return Planted(tuple(edits), key_area(plan.node, "title"))


def basis_differs(real: Real, random: Random) -> Planted | None:
    """The superior's plan of the programme is no basis, or that of another year is."""
    plan, superior = real.plan, real.superiors[0]
    edits = [] if superior.programme == plan.programme else [_programme(superior, plan)]
    where = key_area(plan.node, "title")
    other = random.choice([name for name, year in _OTHER_YEARS.items() if year != plan.year])
    bases = [basis.node for basis in plan.basis if basis.document or superior.title in basis.title]

    def missing() -> Planted | None:
        if bases and superior.programme == plan.programme:
            return None
        return Planted(tuple(edits), where) if edits else None

    def another_year() -> Planted | None:
        title = f"某地实施“{other}”总体方案"
        if bases:
            title_node = bases[0].entries["title"]
            more = [write(title_node, title)]
            if "document" in bases[0].entries:
                more.append(write(bases[0].entries["document"], f"湘政办发〔{plan.year}〕9号"))
            return Planted((*edits, *more), area(bases[0]))
        return Planted((*edits, _basis(plan, title)))

    return some(random, missing, another_year)


def later_than_superior(real: Real, random: Random) -> Planted | None:
    """The plan is due after its superior."""
    year = real.plan.year

    def plant(pair: tuple[Said, Said]) -> Planted | None:
        mine, theirs = pair
        if not isinstance(mine.target.node, Scalar) or not isinstance(theirs.target.node, Scalar):
            return None
        if theirs.target.role is not TargetRole.GOAL or _plan_of(real, theirs) is not real.superiors[0]:
            return None
        early, late = random.choice((("06-30", "11-30"), ("09-30", "12-31"), ("03-31", "10-31")))
        edits = (
            write_raw(mine.node, f"{{value: {mine.text}, by: {year}-{late}}}"),
            write_raw(theirs.node, f"{{value: {theirs.text}, by: {year}-{early}}}"),
        )
        return Planted(edits, area(mine.node))

    return anywhere(random, _stated_by_both(real), plant)


def _goals(real: Real) -> list[Said]:
    """Return what the plan promises as a whole, the uppermost statement of each indicator."""
    first: dict[str, Said] = {}
    order = list(TargetRole)
    for one in sorted(figures(real.plan), key=lambda one: order.index(one.target.role)):
        if one.target.role in GOALS:
            first.setdefault(one.target.key, one)
    return list(first.values())


def _stated_by_both(real: Real) -> list[tuple[Said, Said]]:
    """Return the rates of growth that the plan promises with those of the lowest superior that states them."""
    theirs: dict[str, Said] = {}
    for plan in real.superiors:
        for one in said(plan):
            theirs.setdefault(one.target.key, one)
    return [
        (one, other)
        for one in _goals(real)
        if (other := theirs.get(one.target.key)) is not None
        and one.target.indicator is not None
        and one.target.indicator.direction is Direction.MORE
        and one.phrase.measure is other.phrase.measure is Measure.GROWTH
        and other.phrase.comparator in POINT
        and not one.phrase.reference
    ]


def _everywhere(real: Real, target: Target, text: str) -> tuple[Edit, ...]:
    """Write a value at every place of the indicator, so that the plan agrees with itself."""
    edits = []
    for other in real.plan.targets:
        if other.key == target.key:
            if len(other.phrases) != 1:
                raise UnfitError
            edits.append(write(other.phrases[0].node, text))
    return tuple(edits)


def _goal(plan: Plan, line: str) -> Edit:
    targets = plan.goals[0].node.entries["targets"]
    assert isinstance(targets, Mapping)
    if line.partition(":")[0] in targets.keys:
        raise UnfitError
    return insert(targets, line)


def _programme(superior: Plan, plan: Plan) -> Edit:
    if "programme" in superior.node.keys:
        return write(superior.node.entries["programme"], plan.programme)
    return put(superior.node, "", f"programme: {plan.programme}")


def _basis(plan: Plan, title: str) -> Edit:
    if "basis" in plan.node.keys:
        return add_entry(plan.node.entries["basis"], f"title: {title}")
    return put(plan.node, "", f"basis:\n  - title: {title}")


def _plan_of(real: Real, one: Said) -> Plan:
    return next(plan for plan in real.superiors if any(one.target is target for target in plan.targets))


def _code(real: Real, one: Said) -> str:
    return _plan_of(real, one).jurisdiction
