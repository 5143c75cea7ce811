"""The figures of plain text that can be targets, with their units; dates, ordinals and codes are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from planspec.documents.running import vocabulary
from planspec.phrase import Unit, look_up, words
from planspec.phrase.numbers import SCALE
from planspec.phrase.words import any_of

_DIGITS: Final = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,12})(?:\.[0-9]{1,6})?"
_SCALED: Final = f" ?[余多]?(?:{SCALE})?[余多]? ?"
_NUMBER: Final = re.compile(
    rf"(?<![0-9A-Za-z.第×+/&_#])(?P<first>{_DIGITS})(?P<scale>{_SCALED})"
    rf"|百分之(?:{_DIGITS}|[零一二三四五六七八九百十点]{{1,7}})"
    r"|(?P<han>[一二两三四五六七八九十]{1,3}|[二两三四五六七八九]?[百千万]余?)(?=[个家所座条项名处场倍])"
    r"|(?:(?<=突破)|(?<=[超过达上破])|(?<=达到))(?P<round>[十百千]亿|[百千]万|万亿|亿|万)(?=元|吨|[,、。;的]|$)"
)
_SECOND: Final = re.compile(rf"(?:--?|至|到)(?P<second>{_DIGITS})(?P<scale>{_SCALED})")
_LIMIT: Final = re.compile(any_of(words.LIMITS))
_LONGEST_UNIT: Final = 6
_RATE: Final = re.compile(r"(?:/[一-龥A-Za-z]{1,3}|/\([一-龥·]{1,5}\)|·[一-龥]{1,2}){1,2}")
_MAKES: Final = re.compile(f"(?:{vocabulary.MADE}|建设|安装|每年|新开|建立)(?:至少|不少于)?$")

_NO_UNIT_BEFORE: Final = frozenset("级号型系届强岁周月日时点期代版楼路幢层")
"""After a number without a unit: 3级, 101号, 500强."""
_COUNTS_TIME: Final = re.compile(
    """
    (?:压缩|缩短|压减|控制|降低?|减少|升|下降|不超过|不多于|不低于|不少于|少于|低于|达到?|提速|提前|缩减|精简|小于|保持|延长|提高)
    [至到在为]?(?:平均)?$ | (?:天数|时间|时长|周期|时限|寿命|期限|年限)$
    """,
    re.VERBOSE,
)
"""Words before a length of time that is a target, not a date."""
THING: Final = re.compile("学位|床位|泊位|车位|托位|座位|摊位|厕位|名额|楼盘|场所|网点")
_THING: Final = re.compile(f"个(?:{THING.pattern})")
"""In 400个托位 the noun is the name; behind a name (托位新增400个) 个 stands alone."""
_NOUN_GOES_ON: Final = re.compile("个[村点班站县](?!以上|以下|以内|左右|及|和|与|并|的)[一-龥]")
"""In 3个村级服务点 the noun goes on, so that the unit is only 个."""
_LETTER: Final = re.compile("[A-Za-z]")
_STOPS_AFTER: Final = re.compile(r"[,、。;的及和与分]|目标|以上|左右|以内|以下|$")
_SCORED: Final = (
    "达到",
    "突破",
    "控制在",
    "不低于",
    "不高于",
    "提高到",
    "提升到",
    "提升至",
    "降至",
    "降到",
    "低于",
)
"""Words after which a number without a unit can be a score."""
_MEASURES: Final = frozenset(("count", "persons", "length", "area"))
_ENDS: Final = re.compile(r"\s*(?:[,、。;:+]|目标|任务|$)")


class Figure(msgspec.Struct, frozen=True, gc=False):
    """A figure in plain text: its number begins at `start`; unit and limit (以上) are included up to `end`."""

    start: int
    end: int
    unit: Unit
    unit_end: int
    """Where the unit ends, before the limit."""
    measures: tuple[tuple[int, int], ...] = ()
    """The ranges of several figures that tell of one thing: 12个1500户."""

    @property
    def relative(self) -> bool:
        """Whether it is a share or a change in points."""
        return self.unit.dimension in ("share", "point")


def figures(text: str) -> Iterator[Figure]:
    """Yield the figures of plain text in their order."""
    held: Figure | None = None
    for figure in _figures(text):
        if held is not None and _tell_of_one(text, held, figure):
            ranges = held.measures or ((held.start, held.end),)
            held = msgspec.structs.replace(
                held, end=figure.end, unit_end=figure.unit_end, measures=(*ranges, (figure.start, figure.end))
            )
            continue
        if held is not None:
            yield held
        held = figure
    if held is not None:
        yield held


def _figures(text: str) -> Iterator[Figure]:
    at = 0
    while (match := _NUMBER.search(text, at)) is not None:
        figure = _figure(text, match)
        at = match.end() if figure is None else figure.end
        if figure is not None:
            yield figure


def _tell_of_one(text: str, one: Figure, other: Figure) -> bool:
    """Say whether two figures that touch tell of one thing (12个1500户); in 2台10吨锅炉 one describes it."""
    if one.end != other.start or one.unit_end != one.end or one.unit.name in ("", other.unit.name):
        return False
    if not {one.unit.dimension, other.unit.dimension} <= _MEASURES:
        return False
    people = other.unit.dimension == "persons" or other.unit.name == "户"
    return _ENDS.match(text, other.end) is not None or (people and other.end == other.unit_end)


def _figure(text: str, match: re.Match[str]) -> Figure | None:
    if (
        match["han"] is not None
        and text[match.end()] != "倍"
        and _MAKES.search(text, max(0, match.start() - 10), match.start()) is None
    ):
        return None  # 一个, 三个方面: it counts nothing that a verb makes
    unit, end, number_end, scale = _unit_or_range(text, match)
    if unit is None:
        return None
    if end == number_end and not match[0].startswith("百分之") and not _may_be_bare(text, match, end, scale):
        return None
    if text.startswith("级", end) or _LETTER.match(text, end) is not None:
        return None
    if unit.dimension == "time":
        before = text[max(0, match.start() - 8) : match.start()]
        if _COUNTS_TIME.search(before) is None:
            return None
    limit = _LIMIT.match(text, end)
    return Figure(match.start(), end if limit is None else limit.end(), unit, end)


def _unit_or_range(text: str, match: re.Match[str]) -> tuple[Unit | None, int, int, str | None]:
    """Return unit, its end, the end of the (last) number and its scale; 5-10亿元 and 5%-6% are one figure."""
    first, scale, end = match["first"], (match["scale"] or "").strip(), match.end()
    unit, unit_end = _unit(text, end, first)
    if unit is None or first is None:
        return unit, unit_end, end, scale
    second = _SECOND.match(text, unit_end)
    if second is None:
        return unit, unit_end, end, scale
    other, other_end = _unit(text, second.end(), second["second"])
    if unit_end == end or (other is not None and other.base == unit.base):
        return other, other_end, second.end(), second["scale"].strip()
    return unit, unit_end, end, scale


def _unit(text: str, at: int, digits: str | None) -> tuple[Unit | None, int]:
    """Return the longest unit that stands at an offset; the empty unit where none does; None for a date."""
    if digits is not None and len(digits) == 4 and digits[:2] in ("19", "20") and text.startswith("年", at):
        return None, at
    for length in range(min(_LONGEST_UNIT, len(text) - at), 0, -1):
        unit = look_up(text[at : at + length])
        if length > 1 and _THING.match(text, at) is not None:
            continue
        if unit is not None and not (length == 2 and _NOUN_GOES_ON.match(text, at)):
            return _rated(text, at, at + length, unit)
    following = text[at : at + 1]
    if following in _NO_UNIT_BEFORE or (following.isascii() and following.isalpha()):
        return None, at
    return look_up(""), at


def _rated(text: str, at: int, end: int, unit: Unit) -> tuple[Unit, int]:
    """Return the rate that a unit begins (元/人·月), else the unit itself."""
    rate = _RATE.match(text, end)
    for stop in range(rate.end() if rate is not None else end, end + 1, -1):
        composed = look_up(text[at:stop])
        if composed is not None:
            return composed, stop
    return unit, end


def _may_be_bare(text: str, match: re.Match[str], end: int, scale: str | None) -> bool:
    """Say whether a number without a unit can be a target: it has 万 or 亿, or sets a score at a clause's end."""
    if _STOPS_AFTER.match(text, end) is None:
        return False
    return bool(scale or match["round"]) or text[max(0, match.start() - 4) : match.start()].endswith(_SCORED)
