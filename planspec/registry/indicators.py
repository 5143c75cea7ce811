"""The indicators (data/indicators.yaml): what each name means, however a plan writes it.

A name may say more than the indicator: 全市 before it, 增速 behind it, 新增 in front. `Indicators.read` takes these off, one
after the other, until a known name is left, and reports what they said: 全区GDP增速 is 地区生产总值, measured as GROWTH. A
grade (省级以上) makes it a part of the ungraded indicator, with an id of its own.

全省 and 全国 stay: in a city's plan they name another place's figure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, Final, NamedTuple

import msgspec

from .errors import RegistryError
from .tables import entries, parse, shipped

_FILE = "indicators.yaml"

DIMENSIONS: Final = frozenset(
    "money count persons area length mass volume energy power time share point concentration information rank score".split()
)
"""What a figure may be measured in; a ratio is one over another, as in money/area."""

_IGNORED = re.compile(r"[\s“”\"'‘’「」『』《》〈〉]|\([^()]*\)")
_REGION = re.compile(r"(?:(?:全|我|本)(?:市|县|区(?!域)|州|旗|盟|镇|乡)|我省|本省|全年|当年)(?=.)")
_COUNTED = re.compile(r"(?<=.)(?:总户数|总数量|总量|总数|数量|户数|家数|个数|人数|数)$")
_VERBS = re.compile(
    r"(?:力争|确保|推动|完成|实现|累计|培育|引进|引育|建设|建成|新建|创建|打造|认定|申报|争创|组建|实施|开展|举办|发放|改造|开工|提供|组织)+"
)
_GRADED = re.compile(r"(?P<tier>国家级|国省级|国省|省市级|[省市州县区]级)(?P<up>及以上|以上)?(?P<rest>.+)")


class Direction(StrEnum):
    """Which way a plan wants an indicator to go."""

    MORE = "more"
    LESS = "less"
    NEITHER = "neither"


class Measure(StrEnum):
    """How an indicator is measured, where its name says so."""

    GROWTH = "growth"
    """增速, 增长率, 增幅, 涨幅."""
    FALL = "fall"
    """降幅, 下降率: the fall as a positive figure."""
    CHANGE = "change"
    """提高幅度: a change in points."""
    INCREMENT = "increment"
    """新增."""
    NET_INCREMENT = "net-increment"
    """净增."""


_SUFFIXES: Final = (
    ("增长速度", Measure.GROWTH),
    ("增长率", Measure.GROWTH),
    ("增速", Measure.GROWTH),
    ("增幅", Measure.GROWTH),
    ("涨幅", Measure.GROWTH),
    ("增长", Measure.GROWTH),
    ("下降率", Measure.FALL),
    ("降低率", Measure.FALL),
    ("降幅", Measure.FALL),
    ("下降", Measure.FALL),
    ("降低", Measure.FALL),
    ("提高幅度", Measure.CHANGE),
    ("提升幅度", Measure.CHANGE),
)
_PREFIXES: Final = (
    ("净增", Measure.NET_INCREMENT),
    ("净增加", Measure.NET_INCREMENT),
    ("新增加", Measure.INCREMENT),
    ("新增", Measure.INCREMENT),
)


class IndicatorEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry under `indicators:`; the head of data/indicators.yaml tells what each field means."""

    name: str
    dimension: str = "count"
    aliases: tuple[str, ...] = ()
    direction: Direction = Direction.MORE
    parts: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    quotient: tuple[str, str] | None = None
    share_of: str = ""
    faster_than: tuple[str, ...] = ()


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


class Named(NamedTuple):
    """What a written name means."""

    indicator: Indicator | None
    measure: Measure | None
    """How the name itself says it is measured, if it does."""
    name: str
    """The canonical name; for an unknown one the name less its trimmings."""


class Indicators:
    """All indicators, found by name."""

    def __init__(self, table: Mapping[str, Indicator], file: str = _FILE) -> None:
        """Raises RegistryError if two indicators claim one name, refer to none, or have a dimension that does not exist."""
        self.table = table
        self._by_name: dict[str, Indicator] = {}
        self._seen: dict[str, Named] = {}
        for id, indicator in table.items():
            _check_dimension(id, indicator.dimension, file)
            for name in (indicator.name, *indicator.aliases):
                first = self._by_name.setdefault(_tidy(name), indicator)
                if first.id != id:
                    raise RegistryError(
                        file,
                        f"indicators.{id}",
                        f"the name {name} belongs to {first.id} already",
                        "a name is one indicator's",
                    )
        for id, indicator in table.items():
            for other in _references(indicator):
                if other not in table:
                    raise RegistryError(
                        file, f"indicators.{id}", f"no indicator {other}", "refer to indicators by their ids"
                    )

    def read(self, name: str) -> Named:
        """What a written name means; never fails: an unknown name has no indicator."""
        try:
            return self._seen[name]
        except KeyError:
            named = self._seen[name] = self._read(name)
            return named

    def find(self, name: str) -> Indicator | None:
        """The indicator of this name, None if it is unknown."""
        return self.read(name).indicator

    def extended(self, entries: Mapping[str, IndicatorEntry], file: str) -> Indicators:
        """These and more; an entry with a known id adds its aliases to that indicator and replaces what else it states."""
        table = dict(self.table)
        for id, entry in entries.items():
            new = _indicator(id, entry)
            if old := table.get(id):
                aliases = tuple(dict.fromkeys((*old.aliases, *new.aliases)))
                new = msgspec.structs.replace(new, aliases=tuple(a for a in aliases if a != new.name))
            table[id] = new
        return Indicators(table, file)

    def _read(self, written: str) -> Named:
        name = plain = _tidy(written)
        measure = None
        for trim in (_same, _region, _suffix, _prefix, _verb, _count):
            trimmed, said = trim(name)
            if trim is not _same and trimmed == name:
                continue
            name, measure = trimmed, measure or said
            if trim in (_region, _suffix):
                plain = name
            if indicator := self._by_name.get(name) or self._graded(name):
                return Named(indicator, measure, indicator.name)
        return Named(None, measure if plain == name else None, plain)

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
            id: _indicator(id, entry)
            for id, entry in entries(table, "indicators", IndicatorEntry, file).items()
        },
        file,
    )


def _indicator(id: str, entry: IndicatorEntry) -> Indicator:
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
    )


def _check_dimension(id: str, dimension: str, file: str) -> None:
    if not all(part in DIMENSIONS for part in dimension.split("/", 1)):
        raise RegistryError(
            file,
            f"indicators.{id}.dimension",
            f"no dimension {dimension}",
            f"use {', '.join(sorted(DIMENSIONS))}, or a/b",
        )


def _references(indicator: Indicator) -> Iterator[str]:
    yield from indicator.parts
    yield from indicator.within
    yield from indicator.quotient or ()
    yield from indicator.faster_than
    if indicator.share_of:
        yield indicator.share_of


def _tidy(name: str) -> str:
    return _IGNORED.sub("", unicodedata.normalize("NFKC", name))


def _same(name: str) -> tuple[str, Measure | None]:
    return name, None


def _region(name: str) -> tuple[str, Measure | None]:
    return _REGION.sub("", name, count=1) if _REGION.match(name) else name, None


def _suffix(name: str) -> tuple[str, Measure | None]:
    for suffix, measure in _SUFFIXES:
        if name.endswith(suffix) and name != suffix:
            return name[: -len(suffix)], measure
    return name, None


def _prefix(name: str) -> tuple[str, Measure | None]:
    for prefix, measure in _PREFIXES:
        if name.startswith(prefix) and name != prefix:
            return name[len(prefix) :], measure
    return name, None


def _verb(name: str) -> tuple[str, Measure | None]:
    found = _VERBS.match(name)
    return (name[found.end() :] or name, None) if found else (name, None)


def _count(name: str) -> tuple[str, Measure | None]:
    return _COUNTED.sub("", name), None
