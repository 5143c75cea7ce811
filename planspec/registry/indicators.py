"""The indicators (data/indicators.yaml): what each name means, however a plan writes it.

A name may say more than the indicator: 全市 or 新增 before it, 增速 behind it. `Indicators.read` takes these
off, one after the other, until a known name is left, and reports what they said: 全区GDP增速 is 地区生产总值,
measured as GROWTH. A grade (省级以上) makes it a part of the ungraded indicator, with an id of its own.

全省 and 全国 stay: in a city's plan they name another place's figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, Final, NamedTuple

import msgspec

from planspec.source.message import Message, Template

from .errors import RegistryError
from .measures import Measure, tidy, trimmed
from .tables import entries, parse, shipped

NO_INDICATOR = Template(zh="没有指标“{id}”", en="no indicator {id}")
NO_INDICATOR_HINT = Message(zh="请写指标的代号", en="refer to indicators by their ids")
TAKEN = Template(zh="名称“{name}”已属于“{id}”", en="the name {name} belongs to {id} already")
TAKEN_HINT = Message(zh="一个名称只能归一个指标", en="give each name to one indicator")
NO_NAME = Message(zh="没有写名称（name）", en="has no name")
NO_NAME_HINT = Message(zh="请写正式的中文名称", en="give its official Chinese name")
NO_DIMENSION = Template(zh="没有量纲“{dimension}”", en="no dimension {dimension}")
NO_DIMENSION_HINT = Template(zh="可用 {dimensions}，或两者相除（a/b）", en="use {dimensions}, or a/b")

_FILE = "indicators.yaml"
_REMEMBERED: Final = 4096
"""Written names of which it is remembered what they mean."""

DIMENSIONS: Final = frozenset(
    {
        "area",
        "concentration",
        "count",
        "energy",
        "information",
        "length",
        "mass",
        "money",
        "persons",
        "point",
        "power",
        "rank",
        "score",
        "share",
        "time",
        "volume",
    }
)
"""What a figure may be measured in; a ratio is one over others: money/area, money/persons·time."""

_GRADED = re.compile(r"(?P<tier>国家级|国省级|国省|省市级|[省市州县区]级)(?P<up>及以上|以上)?(?P<rest>.+)")


class Direction(StrEnum):
    """Which way a plan wants an indicator to go."""

    MORE = "more"
    LESS = "less"
    NEITHER = "neither"


class IndicatorEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry under `indicators:`; the head of data/indicators.yaml tells what each field means."""

    name: str = ""
    dimension: str = "count"
    aliases: tuple[str, ...] = ()
    direction: Direction = Direction.MORE
    parts: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    quotient: tuple[str, str] | None = None
    share_of: str = ""
    faster_than: tuple[str, ...] = ()
    mean_of: tuple[str, ...] = ()


class Indicator(msgspec.Struct, frozen=True):
    """A figure that plans set targets for. Other indicators are named by their ids."""

    id: str
    name: str
    aliases: tuple[str, ...]
    """Other names of the very same figure."""
    dimension: str
    """One of DIMENSIONS, or one over another: money/area."""
    direction: Direction
    parts: tuple[str, ...] = ()
    """Indicators that add up to it; empty where none are known to."""
    within: tuple[str, ...] = ()
    """Larger indicators that it is a part of and so never exceeds."""
    quotient: tuple[str, str] | None = None
    """It is the first divided by the second."""
    share_of: str = ""
    """Of a share: the id of the whole; empty where none is known."""
    faster_than: tuple[str, ...] = ()
    """Indicators whose growth its own is expected to exceed (农村居民收入 > 城镇居民收入 > 地区生产总值)."""
    mean_of: tuple[str, ...] = ()
    """Indicators of which it is the weighted mean: it lies between them (居民收入: 城镇, 农村)."""


class Named(NamedTuple):
    """What a written name means."""

    indicator: Indicator | None
    measure: Measure | None
    """How the name itself says it is measured, if it does."""
    name: str
    """The canonical name; for an unknown one the name less its trimmings."""


class Indicators:
    """All indicators, found by name."""

    def __init__(
        self, table: Mapping[str, Indicator], file: str = _FILE, beneath: Indicators | None = None
    ) -> None:
        """Args: indicators by id; the file to name in errors; the indicators that these add to or replace.

        Raises RegistryError if two claim one name, or a dimension or an id referred to does not exist.
        """
        self.table: dict[str, Indicator] = {**beneath.table, **table} if beneath else dict(table)
        self._by_name: dict[str, Indicator] = dict(beneath._by_name) if beneath else {}
        self._seen: dict[str, Named] = {}
        for id, indicator in table.items():
            _check_dimension(id, indicator.dimension, file)
            for name in (indicator.name, *indicator.aliases):
                self._claim(tidy(name), indicator, file)
            for other in _references(indicator):
                if other not in self.table:
                    raise RegistryError(file, f"indicators.{id}", NO_INDICATOR(id=other), NO_INDICATOR_HINT)

    def _claim(self, name: str, indicator: Indicator, file: str) -> None:
        first = self._by_name.get(name, indicator)
        if first.id != indicator.id:
            raise RegistryError(
                file,
                f"indicators.{indicator.id}",
                TAKEN(name=name, id=first.id),
                TAKEN_HINT,
            )
        self._by_name[name] = indicator

    def read(self, name: str) -> Named:
        """What a written name means; never fails: an unknown name has no indicator."""
        try:
            return self._seen[name]
        except KeyError:
            if len(self._seen) >= _REMEMBERED:  # what a plan says, the next ones seldom say
                self._seen.clear()
            named = self._seen[name] = self._read(name)
            return named

    def find(self, name: str) -> Indicator | None:
        """The indicator of this name, None if it is unknown."""
        return self.read(name).indicator

    def extended(self, entries: Mapping[str, IndicatorEntry], file: str) -> Indicators:
        """These and more; an entry with a known id adds aliases to it and replaces what else it states."""
        table = {
            id: _merged(self.table[id], entry) if id in self.table else _indicator(id, entry, file)
            for id, entry in entries.items()
        }
        return Indicators(table, file, self)

    def _read(self, written: str) -> Named:
        unknown = Named(None, None, "")
        for name, measure, sure in trimmed(tidy(written)):
            if indicator := self._by_name.get(name) or self._graded(name):
                return Named(indicator, measure, indicator.name)
            if sure:
                unknown = Named(None, measure, name)
        return unknown

    def _graded(self, name: str) -> Indicator | None:
        found = _GRADED.fullmatch(name)
        base = self._by_name.get(found["rest"]) if found else None
        if not found or not base:
            return None
        grade = found["tier"] + ("以上" if found["up"] else "")
        part_of = (
            (base.id, *base.within)
            if base.dimension in ("count", "persons", "money", "area", "length")
            else ()
        )
        return Indicator(
            f"{base.id}:{grade}", grade + base.name, (), base.dimension, base.direction, within=part_of
        )


@cache
def builtin_indicators() -> Indicators:
    """The indicators that planspec ships, read once."""
    return indicators_of(parse(shipped(_FILE), _FILE), _FILE)


def indicators_of(table: Mapping[str, Any], file: str) -> Indicators:
    """The indicators of one table on its own."""
    return Indicators(
        {
            id: _indicator(id, entry, file)
            for id, entry in entries(table, "indicators", IndicatorEntry, file).items()
        },
        file,
    )


def _merged(old: Indicator, entry: IndicatorEntry) -> Indicator:
    plain = IndicatorEntry()
    changes: dict[str, Any] = {
        field: getattr(entry, field)
        for field in entry.__struct_fields__
        if getattr(entry, field) != getattr(plain, field)
    }
    names = dict.fromkeys((*old.aliases, old.name, *entry.aliases))
    names.pop(entry.name or old.name, None)
    changes["aliases"] = tuple(names)
    return msgspec.structs.replace(old, **changes)


def _indicator(id: str, entry: IndicatorEntry, file: str) -> Indicator:
    if not entry.name:
        raise RegistryError(file, f"indicators.{id}", NO_NAME, NO_NAME_HINT)
    whole = entry.share_of or (entry.quotient[1] if entry.quotient and entry.dimension == "share" else "")
    return Indicator(
        id,
        entry.name,
        entry.aliases,
        entry.dimension,
        entry.direction,
        entry.parts,
        entry.within,
        entry.quotient,
        whole,
        entry.faster_than,
        entry.mean_of,
    )


def _check_dimension(id: str, dimension: str, file: str) -> None:
    over, slash, under = dimension.partition("/")
    parts = (over, *under.split("·")) if slash else (over,)
    if not all(part in DIMENSIONS for part in parts):
        raise RegistryError(
            file,
            f"indicators.{id}.dimension",
            NO_DIMENSION(dimension=dimension),
            NO_DIMENSION_HINT(dimensions=", ".join(sorted(DIMENSIONS))),
        )


def _references(indicator: Indicator) -> Iterator[str]:
    yield from indicator.parts
    yield from indicator.within
    yield from indicator.quotient or ()
    yield from indicator.faster_than
    yield from indicator.mean_of
    if indicator.share_of:
        yield indicator.share_of
