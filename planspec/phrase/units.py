"""Units of measurement: what a unit's name in a phrase means. The names are data (`units.yaml`)."""

from decimal import Context, Decimal, Inexact
from pathlib import Path
from typing import Final, NamedTuple

from planspec.phrase.numbers import ONE, SCALES, plain, power

_DATA: Final = Path(__file__).with_name("units.yaml")
_EXACT: Final = Context(prec=28, traps=[Inexact])
_NO_NUMERATORS: Final = ("", "share", "point", "rank")
_MOST: Final = 5000
"""Composed rates are remembered beside the units, up to this many."""


class Unit(NamedTuple):
    """A unit of measurement."""

    name: str
    """Canonical name: 平方米 for 平米 and ㎡."""
    base: str
    """The unit into which it converts; units with one base are commensurable."""
    dimension: str
    """money, count, persons, area, … or a ratio of them: money/time, count/persons."""
    factor: Decimal
    """One `name` is so many `base`."""


NO_UNIT: Final = Unit("", "", "", ONE)

_units: Final[dict[str, Unit]] = {}
_denominators: Final[dict[str, Unit]] = {}


def look_up(name: str) -> Unit | None:
    """Return the unit called `name`, as written after the number and without 万 or 亿; None if there is none.

    Rates are composed: 元/月·人, 件/万人, 元/人/月, 元/(人·月). The table is loaded on first use.
    """
    unit = _units.get(name)
    if unit is not None:
        return unit
    if not _units:
        _load()
        return look_up(name)
    if "/" not in name:
        return None
    rate = _compose(name.replace("(", "").replace(")", ""), _units, _denominators)
    if rate is not None and len(_units) < _MOST:
        _units[name] = rate
    return rate


def _load() -> None:
    """Fill the tables from `units.yaml`; ValueError if an alias there stands for no unit."""
    import yaml

    with _DATA.open("rb") as file:
        data = yaml.load(file, yaml.CSafeLoader)
    aliases: dict[str, str] = data.pop("aliases")
    per: dict[str, str] = data.pop("per")
    units = {"": NO_UNIT}
    for dimension, bases in data.items():
        for base, members in bases.items():
            factors = members if isinstance(members, dict) else dict.fromkeys(members, 1)
            for name, factor in factors.items():
                units[name] = Unit(name, base, dimension, ONE if factor == 1 else Decimal(factor))
    denominators = units | {name: units[of]._replace(name=name) for name, of in per.items()}
    denominators["个月"] = denominators["月"]
    for alias, of in aliases.items():
        unit = units.get(of) or _compose(of, units, denominators)
        if unit is None:
            raise ValueError(f"{_DATA.name}: alias {alias} of {of}, which is no unit")
        units[alias] = denominators[alias] = unit
    _denominators.update(denominators)
    _units.update(units)  # last: look_up takes what stands here for the whole


def _compose(name: str, units: dict[str, Unit], denominators: dict[str, Unit]) -> Unit | None:
    """Read numerator/denominator·denominator; a denominator may be scaled (件/万人)."""
    over, _, under = name.partition("/")
    top = units.get(over)
    if top is None or top.dimension in _NO_NUMERATORS or "/" in top.name:
        return None
    bottoms: list[Unit] = []
    for part in under.replace("/", "·").split("·"):
        bottom = _scaled(part, denominators)
        if bottom is None or not bottom.dimension:
            return None
        bottoms.append(bottom)
    if len(bottoms) > 2:
        return None
    bottoms.sort(key=lambda unit: (unit.dimension, unit.name))
    names = "·".join(unit.name for unit in bottoms)
    bases = "·".join(
        unit.name if unit.dimension == "count" else unit.base.removeprefix("个") for unit in bottoms
    )
    divisor = ONE
    for unit in bottoms:
        divisor *= unit.factor
    try:
        factor = _EXACT.divide(top.factor, divisor)
    except Inexact:  # 元/年 does not convert into 元/月 exactly: it stands by itself
        factor, bases = top.factor, names
    dimension = "·".join(unit.dimension for unit in bottoms)
    factor = ONE if factor == 1 else plain(factor)
    return Unit(f"{top.name}/{names}", f"{top.base}/{bases}", f"{top.dimension}/{dimension}", factor)


def _scaled(name: str, denominators: dict[str, Unit]) -> Unit | None:
    unit = denominators.get(name)
    if unit is not None:
        return unit
    for length in (2, 1):
        exponent = SCALES.get(name[:length])
        unit = denominators.get(name[length:])
        if exponent and unit is not None:
            return unit._replace(name=name[:length] + unit.name, factor=unit.factor * power(exponent))
    return None
