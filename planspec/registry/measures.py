"""What a written indicator name says besides the indicator: a region before it, a measure, a verb."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import Final

_IGNORED: Final = re.compile(r"[\s“”\"'‘’「」『』《》〈〉]|\([^()]*\)")
_REGION: Final = re.compile(r"(?:(?:全|我|本)(?:市|县|区(?!域)|州|旗|盟)|我省|本省|全年|当年)(?=.)")
_COUNTED: Final = re.compile(
    r"(?<=.)(?:总户数|总数量|总量|总数|数量|户数|家数|个数|人数|数|建设|建设任务|任务)$"
)
_VERBS: Final = re.compile(
    r"(?:力争|确保|推动|完成|实现|累计|培育|引进|引育|建设|建成|新建|创建|打造|认定|申报|争创|组建|实施|开展"
    r"|举办|发放|改造|开工|提供|组织)+"
)


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
_ENDINGS: Final = tuple(suffix for suffix, _ in _SUFFIXES)
_PREFIXES: Final = (
    ("净增加", Measure.NET_INCREMENT),
    ("净增", Measure.NET_INCREMENT),
    ("新增加", Measure.INCREMENT),
    ("新增", Measure.INCREMENT),
)


@lru_cache(maxsize=2048)
def tidy(name: str) -> str:
    """The name without spaces, quotes and bracketed notes, full-width letters and digits folded."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", name))


def trimmed(name: str) -> Iterator[tuple[str, Measure | None, bool]]:
    """A tidied name less its trimmings, one more each time.

    Yields (what is left, the measure said so far, whether what went was certainly no part of it), itself
    first: 全区新增高企数, 新增高企数, 高企数 (INCREMENT), 高企 (INCREMENT).
    """
    yield name, None, True
    measure = None
    for trim, sure in ((_region, True), (_suffix, True), (_prefix, False), (_verb, False), (_count, False)):
        rest, said = trim(name)
        if rest != name:
            name, measure = rest, measure or said
            yield name, measure, sure


def _region(name: str) -> tuple[str, Measure | None]:
    found = _REGION.match(name)
    return (name[found.end() :], None) if found else (name, None)


def _suffix(name: str) -> tuple[str, Measure | None]:
    if name.endswith(_ENDINGS):
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
    found = _COUNTED.search(name)
    return (name[: found.start()], None) if found else (name, None)
