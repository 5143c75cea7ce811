"""Phrases whose words stand for a figure or a direction: 全覆盖, 动态清零, 持平, 翻一番, 应检尽检, 稳中有降."""

import re
from decimal import Decimal
from typing import Final

from planspec.phrase import words
from planspec.phrase.form import Comparator, Measure, Phrase, Trend
from planspec.phrase.numbers import read
from planspec.phrase.opening import Opening
from planspec.phrase.words import any_of

EQ, GE, GT = Comparator.EQ, Comparator.GE, Comparator.GT
LE, LT, APPROX = Comparator.LE, Comparator.LT, Comparator.APPROX
ONE: Final = Decimal(1)
HUNDRED: Final = Decimal(100)

_NONE_LEFT: Final = frozenset(
    (
        *(
            "清零",
            "动态清零",
            "为零",
            "零",
            "归零",
            "零发生",
            "零事故",
            "零死亡",
            "不发生",
            "杜绝",
            "全部清零",
            "100%清零",
        ),
        *(
            "全面清零",
            "零容忍发生",
            "实现零发生",
            "保持清零",
            "不得发生",
            "持续清零",
            "常态化清零",
            "见底清零",
            "全面杜绝",
        ),
    )
)
_STANDSTILL: Final = {
    **dict.fromkeys(
        ("持平", "与上年持平", "与去年持平", "同比持平", "零增长", "保持持平", "与上年同期持平"), EQ
    ),
    **dict.fromkeys(("基本持平", "与上年基本持平", "同比基本持平", "与去年基本持平"), APPROX),
    **dict.fromkeys(
        ("不下降", "不降低", "不减少", "不低于上年", "不低于去年", "不低于上年水平", "不低于上年度"), GE
    ),
    **dict.fromkeys(("正增长", "高于上年", "由负转正", "高于去年", "高于上年水平", "转正"), GT),
    **dict.fromkeys(
        ("不增加", "不增长", "不上升", "不反弹", "不高于上年", "不高于去年", "不高于上年水平"), LE
    ),
    **dict.fromkeys(("负增长", "低于上年", "低于去年"), LT),
}
"""Phrases of growth beside zero."""
_DOUBLINGS: Final = {"翻番": 1, "翻一番": 1, "翻了一番": 1, "倍增": 1, "翻两番": 3, "翻三番": 7}
"""Growth in wholes: what doubles grows by 100 %."""

_LEAD: Final = re.compile("(?:保持|继续保持|继续)?(?:实现)?").match
_ALL_DUE: Final = re.compile(r"应(.)尽\1").fullmatch
_ALL: Final = re.compile(
    f"(基本)?(?:实现)?({any_of(words.PLACES)})?"
    f"(?:(?:100%|全部)({any_of(words.WHOLES)})|全面(覆盖|完成|达标|交付|整改到位)|全[员域]?(覆盖))"
).fullmatch
_TREND: Final = re.compile(f"((?:{any_of(words.ADVERBS)}){{0,4}})({any_of(words.TRENDS)})(态势)?").fullmatch


def wording(text: str, folded: str, opening: Opening) -> Phrase | None:
    """Read `folded`, whose beginning is `opening`, by its words; None if they say nothing definite."""
    rest = folded[opening.end :]
    if rest in _NONE_LEFT:
        return _zero(text, opening)
    lead = _LEAD(rest)
    plain = rest[lead.end() :] if lead else rest
    if plain in _STANDSTILL:
        return _growth(text, opening, Decimal(0), _STANDSTILL[plain])
    if plain in _DOUBLINGS:
        return _growth(text, opening, HUNDRED * _DOUBLINGS[plain], EQ)
    match = _ALL(rest)
    if match is not None:
        about, place, *what = match.groups()
        share = words.WHOLES[next(filter(None, what))]
        return _share(text, opening, share, place or "", APPROX if about else EQ)
    if _ALL_DUE(plain):
        return _share(text, opening, plain, "", EQ)
    match = _TREND(rest)
    if match is not None:
        trend = words.TRENDS[match[2]]
        return Phrase(
            text,
            Measure.TREND,
            firmness=opening.firmness,
            trend=trend,
            verb=rest,
            period=opening.period,
        )
    return None


def _zero(text: str, opening: Opening) -> Phrase:
    zero = Decimal(0)
    return Phrase(
        text,
        Measure.LEVEL,
        EQ,
        zero,
        zero,
        quantum=ONE,
        firmness=opening.firmness,
        period=opening.period,
    )


def _growth(text: str, opening: Opening, figure: Decimal, comparator: Comparator) -> Phrase:
    return Phrase(
        text,
        Measure.GROWTH,
        comparator,
        None if comparator in (LE, LT) else figure,
        None if comparator in (GE, GT) else figure,
        "%",
        "%",
        "share",
        ONE,
        opening.firmness,
        period=opening.period,
    )


def _share(text: str, opening: Opening, aspect: str, place: str, comparator: Comparator) -> Phrase:
    return Phrase(
        text,
        Measure.SHARE,
        comparator,
        HUNDRED,
        HUNDRED,
        "%",
        "%",
        "share",
        ONE,
        opening.firmness,
        aspect=aspect,
        reference=place,
        period=opening.period,
    )
