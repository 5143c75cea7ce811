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
_SCALED: Final = f"[余多]?(?:{SCALE})?[余多]?"
_NUMBER: Final = re.compile(
    rf"(?<![0-9A-Za-z.第×+/&_#])(?P<first>{_DIGITS})(?P<scale>{_SCALED})"
    rf"|百分之(?:{_DIGITS}|[零一二三四五六七八九十百点]{{1,7}})"
    rf"|(?P<han>[一二两三四五六七八九十]{{1,3}}|[二两三四五六七八九]?[百千万]余?)(?=[个家所座条项名处场名])"
    rf"|(?:(?<=突破)|(?<=超过)|(?<=[超过达上破])|(?<=达到))(?P<round>[十百千]亿|[百千]万|万亿|亿|万)(?=元|吨|[,、。;的]|$)"
)
_SECOND: Final = re.compile(rf"(?P<joint>--?|至|到)(?P<second>{_DIGITS})(?P<scale>{_SCALED})")
_LIMIT: Final = re.compile(any_of(words.LIMITS))
_LONGEST_UNIT: Final = 6
_RATE: Final = re.compile(r"(?:/[一-龥A-Za-z]{1,3}|/\([一-龥·]{1,5}\)|·[一-龥]{1,2}){1,2}")
_CLEAR: Final = re.compile(f"(?:{vocabulary.CLEAR}|建设|安装|每年|新开|建立)(?:至少|不少于)?$")

_NO_UNIT_AFTER: Final = frozenset("级号型系届强岁周月日时点期代版楼路幢层")
"""After a number without a unit: 3级, 101号, 500强."""
_TIMES: Final = ("年", "岁", "天", "个月", "季度", "个季度", "小时", "分钟", "周")
_COUNTS_TIME: Final = re.compile(
    "(?:压缩|缩短|压减|控制|降低?|减少|升|下降|不超过|不多于|不低于|不少于|少于|低于|达到?|提速|提前|缩减|精简|小于|保持|延长|提高)[至到在为]?(?:平均)?$"
)
_SPELL: Final = re.compile("(?:天数|时间|时长|周期|时限|寿命|期限|年限)$")
_NOUN_GOES_ON: Final = re.compile("个[村点班站县](?!以上|以下|以内|左右|及|和|与|并|的)[一-龥]")
"""After 3个村: the noun goes on (村居综合服务中心), so that the unit is only 个."""
_LETTER: Final = re.compile("[A-Za-z]")
_PLAIN_AFTER: Final = re.compile(r"[,、。;的及和与]|目标|以上|左右|以内|以下|$|分")


class Figure(msgspec.Struct, frozen=True, gc=False):
    """A figure in plain text: its number begins at `start`; unit and limit (以上) are included up to `end`."""

    start: int
    end: int
    unit: Unit
    unit_end: int
    """Where the unit ends, before the limit."""
    bare: bool = False
    """Nothing but the number was written."""

    @property
    def limited(self) -> bool:
        """Whether 以上, 左右 or the like follows."""
        return self.end > self.unit_end


def figures(text: str) -> Iterator[Figure]:
    """Yield the figures of plain text in their order."""
    at = 0
    while True:
        match = _NUMBER.search(text, at)
        if match is None:
            return
        figure = _figure(text, match)
        if figure is None:
            at = match.end()
            continue
        yield figure
        at = figure.end


def _figure(text: str, match: re.Match[str]) -> Figure | None:
    han = match["han"]
    if han is not None and not _counts(text, match):
        return None
    first, scale, end = match["first"], match["scale"], match.end()
    unit, unit_end = _unit(text, end, first)
    if unit is not None and unit_end == end and not scale and first is not None:
        second = _SECOND.match(text, end)
        if second is not None:
            unit, unit_end = _unit(text, second.end(), first)
            scale, end = second["scale"], second.end()
    elif unit is not None and first is not None:
        second = _SECOND.match(text, unit_end)
        if second is not None:
            other, other_end = _unit(text, second.end(), second["second"])
            if other is not None and other.base == unit.base:
                unit, unit_end, end = other, other_end, second.end()
    if unit is None:
        return None
    bare = unit_end == end and not match[0].startswith("百分之")
    if bare and not _may_be_bare(text, match, unit_end, scale):
        return None
    if text.startswith("级", unit_end) or _LETTER.match(text, unit_end) is not None:
        return None
    before = text[max(0, match.start() - 8) : match.start()]
    if unit.dimension == "time" and not (_COUNTS_TIME.search(before) or _SPELL.search(before)):
        return None
    limit = _LIMIT.match(text, unit_end)
    return Figure(match.start(), limit.end() if limit is not None else unit_end, unit, unit_end, bare)


def _unit(text: str, at: int, digits: str | None) -> tuple[Unit | None, int]:
    """Return the longest unit that stands at an offset; the empty unit where none does; None for a date."""
    if digits is not None and len(digits) == 4 and digits[:2] in ("19", "20") and text.startswith("年", at):
        return None, at
    for length in range(min(_LONGEST_UNIT, len(text) - at), 0, -1):
        unit = look_up(text[at : at + length])
        end = at + length
        if unit is None or (length == 2 and _NOUN_GOES_ON.match(text, at) is not None):
            continue
        rate = _RATE.match(text, end)
        if rate is not None:
            for stop in range(rate.end(), end + 1, -1):
                composed = look_up(text[at:stop])
                if composed is not None:
                    return composed, stop
        return unit, end
    following = text[at : at + 1]
    if following and (following in _NO_UNIT_AFTER or following.isascii() and following.isalpha()):
        return None, at
    return look_up(""), at


def _counts(text: str, match: re.Match[str]) -> bool:
    """Say whether a number in characters counts what a verb makes (新增两家), not names or items (一个, 三个方面)."""
    return _CLEAR.search(text, max(0, match.start() - 10), match.start()) is not None


def _may_be_bare(text: str, match: re.Match[str], end: int, scale: str | None) -> bool:
    """Say whether a number without a unit can be a target: it has 万 or 亿, or sets a score at a clause's end."""
    if _PLAIN_AFTER.match(text, end) is None:
        return False
    if scale or match["round"]:
        return True
    before = text[max(0, match.start() - 4) : match.start()]
    return before.endswith(("达到", "突破", "控制在", "不低于", "不高于", "提高到", "提升到", "提升至", "降至", "降到", "低于"))
