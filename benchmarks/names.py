"""Names from planspec's registry: places with their folders, the bodies of a place, indicators."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import words

from planspec import registry
from planspec.registry import Level, builtin, jurisdiction, superior

LEVEL_WORDS: Final = "县区市州旗盟"
LONGEST_NAME: Final = 8
"""Characters; longer names are those of statistical codes."""


class Place(NamedTuple):
    """A jurisdiction that issues plans."""

    code: str
    name: str
    prefix: str
    """What its bodies' names start with: 县, 区, 市, 州."""
    folders: tuple[str, ...]
    """Province, city and, of a county, county."""


class Indicator(NamedTuple):
    """An indicator: what generated phrases have to fit."""

    name: str
    dimension: str
    direction: str
    free: bool
    """No sum, whole or quotient binds its figure to another's."""


@cache
def places() -> tuple[Place, ...]:
    """Return the country's prefectures and counties in the order of their codes."""
    table = Path(registry.__file__).with_name("data") / "jurisdictions.csv"
    codes = [line.split(",")[0] for line in table.read_text("utf-8").splitlines()[1:]]
    return tuple(place for place in map(_place, codes) if place is not None)


def _place(code: str) -> Place | None:
    found = jurisdiction(code)
    if found is None or found.level not in (Level.CITY, Level.COUNTY) or found.name[-1] not in LEVEL_WORDS:
        return None
    if found.name.endswith("地区") or len(found.name) > LONGEST_NAME:
        return None
    folders = [code]
    above = superior(code)
    while above is not None and above.level is not Level.NATION:
        folders.append(above.code)
        above = superior(above.code)
    return Place(code, found.name, found.name[-1], tuple(reversed(folders)))


@cache
def unit_names(place: Place) -> dict[str, str]:
    """Return the short name of each body of `words.py` that the place has, by the registry's id."""
    units = builtin().units_of(place.code)
    table = builtin().bodies.table
    wanted = dict.fromkeys((*(id for theme in words.THEMES for id in theme.units), *words.FURTHER_UNITS))
    names: dict[str, str] = {}
    for id in wanted:
        for stem in table[id].stems() if id in table else ():
            unit = units.resolve(f"{place.prefix}{stem}") or units.resolve(f"{place.prefix}委{stem}")
            if unit is not None and unit.key == f"{id}@{units.level}":
                names[id] = unit.canonical
                break
    return names


@cache
def indicators() -> tuple[Indicator, ...]:
    """Return the registered indicators."""
    table = builtin().indicators.table
    linked: set[str] = set()
    for id, one in table.items():
        others = (*one.parts, *one.within, *(one.quotient or ()))
        linked.update((id, *others) if others else ())
    return tuple(
        Indicator(one.name, one.dimension, str(one.direction), id not in linked) for id, one in table.items()
    )
