"""Faults of single values, of parts and wholes, and of figures that a formula ties together."""

from __future__ import annotations

import re
from random import Random
from typing import Final

from planspec.model import Goal, Target
from planspec.phrase import Comparator, Measure
from planspec.registry import Direction
from planspec.source.nodes import Mapping

from .editing import area, insert, write
from .engine import Planted, anywhere, some
from .phrases import COUNTED, FLOOR, POINT, STOCK, Said, alone, figure_in, figures, reads, said, scaled
from .real import Real

_FIGURE: Final = r"[0-9]+(?:\.[0-9]+)?"
_WRONG_UNITS: Final = {
    "money": ("户", "人", "公里"),
    "count": ("亿元", "万元"),
    "persons": ("亿元", "亩"),
    "share": ("亿元", "户"),
    "area": ("亿元", "人"),
    "length": ("亿元", "人"),
    "mass": ("亿元", "人"),
}
_GOES_WITHOUT: Final = re.compile("指数|系数|率|比|倍|分|度$|等级|级别|位次|排名|名次")
_PART_OF_WHOLE: Final = re.compile(
    "占比|比重|比例|覆盖率|合格率|普及率|达标率|优良率|治理率|安全利用率|优良天数"
)
_WHOLES: Final = (
    ("托幼点位", ("公办托幼点位", "民办托幼点位"), "个"),
    ("河道清淤", ("干流河道清淤", "支流河道清淤"), "公里"),
    ("旧房整修", ("城区旧房整修", "集镇旧房整修", "乡村旧房整修"), "套"),
    ("非遗展演", ("线上非遗展演", "线下非遗展演"), "场"),
)

_WITHIN: Final = (
    ("商品零售额", "社会消费品零售总额", "亿元"),
    ("新能源装机容量", "电力装机容量", "万千瓦"),
    ("民间投资", "固定资产投资", "亿元"),
    ("出口额", "进出口总额", "亿元"),
)
"""Indicators that include others by definition."""


def parts_do_not_add_up(real: Real, random: Random) -> Planted | None:
    """The parts of a whole come to another sum."""

    def stated() -> Planted | None:
        wholes = [target for target in real.plan.targets if target.parts]
        named = {one.value for whole in wholes for one in whole.parts}
        found = [one for one in figures(real.plan) if one.name in named and one.target.part_of is not None]
        most = max((one.phrase.figure or 0 for one in found), default=0)
        found = [one for one in found if one.phrase.figure == most]  # else 左右 may reach as far
        if not found:
            return None
        one = random.choice(found)
        return Planted((write(one.node, scaled(one.text, random.choice((0.5, 0.7)))),), also=_values(wholes))

    def new() -> Planted | None:
        name, parts, unit = random.choice(_WHOLES)
        shares = [random.randint(10, 60) for _ in parts]
        total = sum(shares) + random.choice((-7, 9, 25))
        lines = [f"{name}: {{value: 达到{total}{unit}, parts: [{', '.join(parts)}]}}"]
        lines += [f"{part}: 达到{share}{unit}" for part, share in zip(parts, shares, strict=True)]
        return _among_goals(real, random, lines)

    return some(random, stated, new)


def part_exceeds_whole(real: Real, random: Random) -> Planted | None:
    """A part is larger than its whole."""

    def stated() -> Planted | None:
        parts = [
            one
            for one in figures(real.plan)
            if one.target.part_of is not None and one.phrase.comparator in FLOOR
        ]
        wholes = {one.name: one for one in figures(real.plan) if one.phrase.measure in STOCK}

        def plant(part: Said) -> Planted | None:
            named = part.target.part_of
            whole = wholes.get(named.value) if named is not None else None
            if whole is None or whole.phrase.base != part.phrase.base or part.phrase.measure not in STOCK:
                return None
            assert whole.phrase.figure and part.phrase.figure
            wrong = scaled(
                part.text, float(whole.phrase.figure / part.phrase.figure) * random.choice((1.3, 3))
            )
            alike = [one.node for one in figures(real.plan) if one.name == whole.name]
            return Planted((write(part.node, wrong),), also=area(*alike))

        return anywhere(random, parts, plant)

    def new() -> Planted | None:
        name, parts, unit = random.choice(_WHOLES)
        total = random.randint(20, 60)
        lines = [
            f"{name}: 达到{total}{unit}",
            f"{parts[0]}: {{value: 达到{total + random.randint(3, 40)}{unit}, part_of: {name}}}",
        ]
        return _among_goals(real, random, lines)

    def known() -> Planted | None:
        name, whole, unit = random.choice(_WITHIN)
        if _base_keys(real) & {_id(real, name), _id(real, whole)}:
            return None
        total = random.randint(20, 60)
        larger = total + random.randint(3, 40)
        return _among_goals(real, random, [f"{whole}: 达到{total}{unit}", f"{name}: 达到{larger}{unit}"])

    return some(random, stated, new, known)


def unit_does_not_fit(real: Real, random: Random) -> Planted | None:
    """A value has the unit of another kind of thing."""

    def plant(one: Said) -> Planted | None:
        indicator = one.target.indicator
        if indicator is None or one.phrase.measure not in COUNTED or len(one.name) < len(indicator.name):
            return None
        kind = indicator.dimension.partition("/")[0]
        units = _WRONG_UNITS.get(kind)
        if units is None or one.phrase.dimension.partition("/")[0] != kind or one.phrase.of:
            return None
        wrong = _with_unit(one.text, random.choice(units))
        phrase = reads(wrong)
        return Planted((write(one.node, wrong),)) if phrase is not None and phrase.dimension != kind else None

    return anywhere(random, alone(real.plan), plant)


def share_out_of_range(real: Real, random: Random) -> Planted | None:
    """A share is more than the whole."""

    def plant(one: Said) -> Planted | None:
        known = one.target.indicator is not None and one.target.indicator.dimension == "share"
        share = one.phrase.measure is Measure.SHARE or (known and one.phrase.measure in STOCK)
        if not share or one.phrase.unit != "%" or not _PART_OF_WHOLE.search(one.name + one.text):
            return None
        figure = figure_in(one.text)
        wrong = one.text.replace(
            figure, random.choice((f"1{figure.zfill(2)}", str(round(float(figure) + 100)))), 1
        )
        phrase = reads(wrong)
        return (
            Planted((write(one.node, wrong),)) if phrase and phrase.figure and phrase.figure > 100 else None
        )

    return anywhere(random, alone(real.plan), plant)


def figures_incompatible(real: Real, random: Random) -> Planted | None:
    """Figures that a formula ties together come apart."""
    keys = _base_keys(real)

    def days() -> Planted | None:
        if keys & {"good-air-days", "good-air-ratio"}:
            return None
        number, share = random.randint(280, 315), random.randint(92, 98)
        return _among_goals(
            real, random, [f"空气质量优良天数: 达到{number}天", f"空气质量优良天数比例: 达到{share}%"]
        )

    def growth() -> Planted | None:
        name = random.choice(("旅游总收入", "技术合同成交额", "社会消费品零售总额", "进出口总额"))
        if real.plan.registry.read_indicator(name).name in {
            _name(real, target) for target in real.plan.targets
        }:
            return None
        before = random.randint(40, 90)
        line = f"{name}: {{value: [增长{random.randint(4, 9)}%, 达到{round(before * 1.3)}亿元], baseline: {before}亿元}}"
        return _among_goals(real, random, [line])

    def sectors() -> Planted | None:
        if keys & {"gross-regional-product", "primary-industry", "secondary-industry", "tertiary-industry"}:
            return None
        lines = [
            f"{name}: 增长{random.randint(3, 6)}%"
            for name in ("第一产业增加值", "第二产业增加值", "第三产业增加值")
        ]
        return _among_goals(real, random, ["地区生产总值: 增长9%", *lines])

    def from_to() -> Planted | None:
        wage = random.randint(500, 800)
        line = f"公益性岗位补贴: [从{wage}元/月提高到{wage + 50}元/月, 增长{random.randint(20, 40)}%]"
        return _among_goals(real, random, [line])

    def mean() -> Planted | None:
        if keys & {"resident-income", "urban-income", "rural-income"}:
            return None
        urban = random.randint(38000, 45000)
        lines = [f"城镇居民人均可支配收入: 达到{urban}元", f"农村居民人均可支配收入: 达到{urban - 18000}元"]
        return _among_goals(real, random, [f"居民人均可支配收入: 达到{urban + 3000}元", *lines])

    def quotient() -> Planted | None:
        if keys & {"grain-output", "grain-area", "grain-yield"}:
            return None
        area, crop = random.randint(30, 60), random.randint(380, 420)
        lines = [f"粮食播种面积: {area}万亩", f"粮食总产量: {round(area * crop / 1000, 1)}万吨"]
        return _among_goals(real, random, [*lines, f"粮食单产: 达到{crop + random.choice((-60, 80))}公斤/亩"])

    def total() -> Planted | None:
        if keys & {"imports-and-exports", "imports", "exports"}:
            return None
        imports, exports = random.randint(10, 30), random.randint(40, 80)
        lines = [f"进口额: 达到{imports}亿元", f"出口额: 达到{exports}亿元"]
        wrong = imports + exports + random.choice((-8, 12))
        return _among_goals(real, random, [f"进出口总额: 达到{wrong}亿元", *lines])

    return some(random, days, growth, sectors, from_to, mean, quotient, total)


def order_contradicted(real: Real, random: Random) -> Planted | None:
    """Words put one growth above another, the figures below it."""
    grown = [
        one
        for one in figures(real.plan)
        if one.phrase.measure is Measure.GROWTH
        and one.target.role.value == "goal"
        and one.target.indicator is not None
        and one.phrase.comparator in POINT
        and one.phrase.figure is not None
        and one.phrase.figure > 2
    ]
    known = _base_keys(real)
    names = ("技术改造投资", "工业用电量", "服务业增加值", "制造业增加值", "全体居民人均可支配收入")
    free = [name for name in names if _id(real, name) not in known and _id(real, name)]

    def plant(one: Said) -> Planted | None:
        figure = float(one.phrase.figure or 0)
        lower = round(figure - random.choice((1, 1.5, 2)), 1)
        other = one.target.indicator.name if one.target.indicator is not None else ""
        words = random.choice((f"高于{other}增速", f"增速高于{other}"))
        copies = [two for two in said(real.plan) if two.target.key == one.target.key]
        if not free or reads(words) is None or any(two.phrase.figure != one.phrase.figure for two in copies):
            return None
        planted = _among_goals(real, random, [f"{random.choice(free)}: [增长{lower}%, {words}]"])
        return planted and Planted(planted.edits, also=area(one.node))

    def both() -> Planted | None:
        name, other = "全体居民人均可支配收入", "地区生产总值"
        if {_id(real, name), _id(real, other)} & known:
            return None
        return _among_goals(real, random, [f"{other}: 增长7%", f"{name}: [增长5.5%, 高于经济增速]"])

    return some(random, lambda: anywhere(random, grown, plant), both)


def direction_contradicted(real: Real, random: Random) -> Planted | None:
    """What should rise is to fall, what should fall is to rise."""
    above = {target.key for plan in real.superiors for target in plan.targets}

    def plant(one: Said) -> Planted | None:
        indicator, text, measure = one.target.indicator, one.text, one.phrase.measure
        if indicator is None or indicator.direction is Direction.NEITHER or indicator.dimension == "rank":
            return None
        if one.phrase.of or one.phrase.aspect or one.phrase.comparator is Comparator.APPROX:
            return None
        if one.target.key in above or (indicator.dimension == "share" and measure is Measure.GROWTH):
            return None  # how much a share is to grow by per cent is another question
        figure = figure_in(text)
        tail = text[text.index(figure) + len(figure) :]
        for word in ("以上", "以内", "左右", "以下"):
            tail = tail.removesuffix(word)
        if indicator.direction is Direction.MORE and measure is Measure.GROWTH:
            wrong = random.choice((f"下降{figure}{tail}", f"同比下降{figure}{tail}以上"))
        elif indicator.direction is Direction.MORE and measure is Measure.LEVEL:
            wrong = random.choice((f"控制在{figure}{tail}以内", f"不超过{figure}{tail}"))
        elif indicator.direction is Direction.LESS and measure is Measure.GROWTH:
            wrong = f"增长{figure}{tail}"
        elif indicator.direction is Direction.LESS and measure is Measure.LEVEL:
            wrong = random.choice((f"达到{figure}{tail}以上", f"不低于{figure}{tail}"))
        else:
            return None
        return Planted((write(one.node, wrong),)) if reads(wrong, one.phrase) else None

    return anywhere(random, alone(real.plan), plant)


def double_comparator(real: Real, random: Random) -> Planted | None:
    """A figure has a comparator before and behind it."""

    def plant(one: Said) -> Planted | None:
        if one.phrase.double or re.search("技术|难题|瓶颈", one.name):
            return None
        head, figure, tail = one.text.partition(figure_in(one.text))
        if one.text.endswith("以上") and head in ("", "达到", "达", "增长", "新增"):
            before = random.choice(("突破", "超过", "不少于"))
            wrong = f"{head if head in ('增长', '新增') else ''}{before}{figure}{tail}"
        elif one.text.endswith("左右"):
            wrong = f"{head}约{figure}{tail}"
        elif head in ("突破", "超过", "不少于", "不低于", "超", "力争突破") and not tail.endswith(
            ("左右", "以内")
        ):
            wrong = f"{one.text}以上"
        else:
            return None
        return Planted((write(one.node, wrong),)) if reads(wrong) else None

    return anywhere(random, alone(real.plan), plant)


def percent_or_unit_wrong(real: Real, random: Random) -> Planted | None:
    """Per cent for percentage points, or a figure without its unit."""

    def points(one: Said) -> Planted | None:
        if one.phrase.measure is not Measure.CHANGE or one.phrase.unit != "百分点":
            return None
        return Planted((write(one.node, re.sub("个?百分点", "%", one.text)),))

    def share() -> Planted | None:
        names = ("民生支出占比", "公办幼儿园在园幼儿占比", "林木良种使用率", "主要农作物耕种收综合机械化率")
        known = {target.name for target in real.plan.targets}
        name = random.choice(names)
        if name in known:
            return None
        return _among_goals(real, random, [f"{name}: 提高{random.randint(1, 9)}%"])

    def no_unit(one: Said) -> Planted | None:
        if (
            one.phrase.measure not in COUNTED
            or not one.phrase.unit
            or one.phrase.dimension in ("share", "point")
        ):
            return None
        if _GOES_WITHOUT.search(one.name):
            return None
        wrong = _with_unit(one.text, "")
        phrase = reads(wrong)
        return Planted((write(one.node, wrong),)) if phrase is not None and not phrase.unit else None

    found = list(alone(real.plan))
    return some(
        random,
        lambda: anywhere(random, said(real.plan), points),
        share,
        lambda: anywhere(random, found, no_unit),
    )


def _with_unit(text: str, unit: str) -> str:
    """Return a phrase with another unit behind its figure; 以上 and the like stay."""
    found = re.search(rf"({_FIGURE}[万亿]?)([^0-9]*?)(以上|以下|以内|左右)?$", text)
    if found is None:
        return text
    figure = found[1].rstrip("万亿") if unit else found[1]
    return f"{text[: found.start()]}{figure}{unit}{found[3] or ''}"


def _among_goals(real: Real, random: Random, lines: list[str]) -> Planted | None:
    """Put targets among the goals of an action that has some; of a plan without, among the overall ones."""
    goals: list[Goal] = [goal for action in real.plan.actions for goal in action.goals]

    def plant(goal: Goal) -> Planted | None:
        targets = goal.node.entries.get("targets")
        if not isinstance(targets, Mapping) or any(line.split(":")[0] in targets.keys for line in lines):
            return None
        return Planted((insert(targets, "\n".join(lines)),))

    return anywhere(random, goals or real.plan.goals, plant)


def _values(targets: list[Target]) -> tuple[tuple[str, int, int], ...]:
    return area(*(one.node for target in targets for one in target.phrases))


def _base_keys(real: Real) -> set[str]:
    """Return the indicators that the plan states anywhere, without their scopes."""
    return {target.key.partition("@")[0] for target in real.plan.targets}


def _id(real: Real, name: str) -> str:
    indicator = real.plan.registry.indicator(name)
    return indicator.id if indicator is not None else ""


def _name(real: Real, target: Target) -> str:
    return real.plan.registry.read_indicator(target.name).name
