"""Phrases relative to something else: 与经济增长同步, 高于城镇居民收入增速2个百分点, 不低于全省平均水平."""

import re
from typing import Final

import msgspec

from planspec.phrase.figure import Figure, figure
from planspec.phrase.form import ZERO, Comparator, Measure, Phrase
from planspec.phrase.opening import Opening
from planspec.phrase.units import NO_UNIT
from planspec.phrase.words import LAST_YEAR, MIRRORED, RATES, any_of

EQ, GE, GT = Comparator.EQ, Comparator.GE, Comparator.GT
LE, LT, APPROX = Comparator.LE, Comparator.LT, Comparator.APPROX

_BESIDE_WORDS: Final = {
    **dict.fromkeys(
        ("高于", "快于", "优于", "好于", "大于", "略高于", "明显高于", "超过", "超", "跑赢", "高出"), GT
    ),
    **dict.fromkeys(("不低于", "不慢于", "不少于", "不小于", "不差于"), GE),
    **dict.fromkeys(("低于", "慢于", "小于", "少于"), LT),
    **dict.fromkeys(("不高于", "不超过", "不快于", "不大于", "不突破"), LE),
    **dict.fromkeys(("达到", "达", "等于"), EQ),
    **dict.fromkeys(("接近", "基本达到"), APPROX),
}
_REFERENCE: Final = (
    # the name of something measurable, and no clause with a verb of its own
    "(?!.{0,20}(?:推动|促进|实施|加快|提升|建设|开展|加强|完善|推进|确保|力争|实现|保持))"
    "[^0-9,，;%]{0,30}?"
    "(?:增速|增长|增幅|涨幅|降幅|增长率|增长速度|增长水平|平均水平|平均值|平均数|平均|均值|水平|收入|支出|GDP|生产总值"
    "|经济|经济发展|物价|比重|占比|[^增]率|全国|全省|全市|全州|全县|全区)"
)
_MARGIN: Final = "(?:[0-9]|[一二三四五六七八九十两]个?百分点).*"
_SUBJECT: Final = any_of((*RATES, "增长", "总量", "规模", "人均"))

_BESIDE: Final = re.compile(
    f"(?:实现)?({_SUBJECT})?(?:保持|继续|基本)?({any_of(_BESIDE_WORDS)})({_REFERENCE})({_MARGIN})?"
).fullmatch
_ALONG: Final = re.compile(
    f"(?:实现)?({_SUBJECT})?[与同和跟]({_REFERENCE})(?:保持)?(基本|大体|总体)?(?:保持)?"
    "(?:同步|一致|持平|相当|相适应|相匹配)(?:增长|提高|提升)?"
).fullmatch
_IN_STEP: Final = re.compile("(?:保持|实现)?(基本|大体)?同步(?:增长|提高|提升)?").fullmatch

_LEVELS: Final = ("水平", "平均", "平均值", "平均数", "均值", "增速")
"""How a reference ends that one can reach: 达到全省平均水平, but not 达到经济."""
_GROWTHS: Final = ("增速", "增长", "增幅", "增长率", "增长速度", "经济")
"""How a reference ends that is a growth."""


def relative(text: str, folded: str, opening: Opening) -> Phrase | None:
    """Read `folded`, whose beginning is `opening`, as relative to a reference; None if it is not.

    With a margin the comparator speaks of reference + margin: 高于…2个百分点 is = reference + 2.
    """
    match = _BESIDE(folded, opening.end)
    if match is not None:
        subject, word, reference, margin = match.groups()
        return _beside(text, opening, subject, _BESIDE_WORDS[word], reference, margin)
    match = _ALONG(folded, opening.end)
    if match is not None:
        subject, reference, about = match.groups()
        return _phrase(text, opening, subject, APPROX if about else EQ, reference)
    match = _IN_STEP(folded, opening.end)
    if match is not None:
        return _phrase(text, opening, None, APPROX if match[1] else EQ, "")
    return None


def _beside(
    text: str, opening: Opening, subject: str | None, comparator: Comparator, reference: str, rest: str | None
) -> Phrase | None:
    if comparator in (EQ, APPROX) and not reference.endswith(_LEVELS):
        return None
    if rest is None:
        return _phrase(text, opening, subject, comparator, reference)
    margin = figure(rest)
    if margin is None or not margin.low or margin.double:
        return None
    if margin.unit.dimension in ("", "count", "persons"):
        return None
    if comparator not in (GT, LT) or margin.comparator not in (EQ, GE, APPROX):
        return None
    if comparator is GT:
        return _phrase(text, opening, subject, margin.comparator, reference, margin)
    below = msgspec.structs.replace(margin, low=-margin.low)
    return _phrase(text, opening, subject, MIRRORED[margin.comparator], reference, below)


def _phrase(
    text: str,
    opening: Opening,
    subject: str | None,
    comparator: Comparator,
    reference: str,
    margin: Figure | None = None,
) -> Phrase | None:
    """Build the phrase. A subject 增速 says nothing new where the reference is itself a growth."""
    if reference in LAST_YEAR:
        return None  # that would be growth
    unit = margin.unit if margin else NO_UNIT
    return Phrase(
        text,
        Measure.RELATIVE,
        comparator,
        unit=unit.name,
        base=unit.base,
        dimension=unit.dimension,
        quantum=margin.quantum if margin else ZERO,
        firmness=opening.firmness,
        aspect=subject if subject and not reference.endswith(_GROWTHS) else "",
        reference=reference,
        margin=margin.low if margin else None,
        period=opening.period,
    )
