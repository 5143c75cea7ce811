"""Phrases whose words stand for a figure or a direction: 全覆盖, 动态清零, 破零, 持平, 翻一番, 稳中有降."""

import re
from decimal import Decimal
from typing import Final

from planspec.phrase.form import ZERO, Comparator, Measure, Phrase, Trend
from planspec.phrase.numbers import ONE
from planspec.phrase.opening import Opening
from planspec.phrase.words import ADVERBS, PLACES, TRENDS, WHOLES, any_of, listed

EQ, GE, GT = Comparator.EQ, Comparator.GE, Comparator.GT
LE, LT, APPROX = Comparator.LE, Comparator.LT, Comparator.APPROX
HUNDRED: Final = Decimal(100)

_NONE_LEFT: Final = frozenset(
    listed(
        "清零 动态清零 全面清零 全部清零 100%清零 保持清零 零 为零 归零 零发生 零事故 零死亡 不发生 杜绝 "
        "全面杜绝 出清 全面出清 全部出清"
    )
)
"""Phrases that leave none of a thing."""
_NONE_ADDED: Final = re.compile("(?:坚决|严格)?(?:严禁|禁止|不再?|不得)新[增设]|零新增").fullmatch
_SOME: Final = frozenset(listed("破零 零突破 零的突破"))
"""Phrases that ask for the first of a thing."""
_STANDSTILL: Final = {
    **dict.fromkeys(listed("持平 与上年持平 与去年持平 与上年同期持平 同比持平 零增长"), EQ),
    **dict.fromkeys(listed("基本持平 与上年基本持平 与去年基本持平 同比基本持平"), APPROX),
    **dict.fromkeys(listed("不下降 不降低 不减少 不低于上年 不低于去年 不低于上年水平 不低于上年度"), GE),
    **dict.fromkeys(listed("正增长 由负转正 高于上年 高于去年 高于上年水平"), GT),
    **dict.fromkeys(listed("不增加 不增长 不上升 不反弹 不高于上年 不高于去年 不高于上年水平"), LE),
    **dict.fromkeys(listed("负增长 低于上年 低于去年"), LT),
}
"""Phrases of growth beside zero."""
_DOUBLINGS: Final = {"翻番": 1, "翻一番": 1, "倍增": 1, "翻两番": 3, "翻三番": 7}
"""Growth in wholes: what doubles grows by 100 %."""

_ALL_DUE: Final = re.compile(r"[应愿能](.{1,2})尽\1|有.{1,2}必.(?:、有.{1,2}必.)*").fullmatch
_PREVENTED: Final = re.compile(
    "(?:坚决|严格|全力|积极|有效|牢牢)*(?:防止|防范|严防|严禁|避免|零放过|彻底消除|全面消除|全面清除|全面取消"
    "|(?:[0-9一二三四五六七八九十]个)?(?:不出现|不发生)|守[住牢]不发生的?底线|不出(?:风险|问题|事故))"
    "(?:发生|出现)?(?:目标)?"
).fullmatch
"""What is not to happen at all, or is to be gone."""
_DONE: Final = re.compile(
    f"(?:{any_of(ADVERBS)}|高质量|圆满|按时|按期|如期|保质|推进|全部|均){{0,4}}(?:完成|办好|办结|兑现|建成投用|建成)"
    "|按时足额(?:发放|支付|兑付|拨付|偿还|缴纳)?|(?:全面|全部)实现"
).fullmatch
"""What is to be done, all of it."""
_ALL: Final = re.compile(
    f"(基本|原则上)?(?:按(?:规范|规定|要求))?(?:推动|逐步|加快)?(?:实现)?({any_of(PLACES)})?"
    f"(?:(?:100%|全部|全量)({any_of(WHOLES)})|全面(覆盖|完成|达标|交付|整改到位)|全[员域]?(覆盖))"
).fullmatch
_TREND: Final = re.compile(
    f"(?:{any_of(ADVERBS)}){{0,4}}(?:(?:恢复|巩固)[和与、])?({any_of(TRENDS)})(?:态势)?"
    f"|({any_of(TRENDS)})(?:工作)?(?:有序|稳步|持续)推进"
).fullmatch
_FASTER: Final = re.compile("(?:持续|进一步)?加快").fullmatch
_SHRINKING: Final = re.compile(
    f"(?:{any_of(ADVERBS)}|依法){{0,4}}(?:防范)?化解|[降减压](?:低|少|减)?[到至]最[低小](?:限度|程度)?"
).fullmatch
_SENSELESS: Final = re.compile("(?:继续|加快|保持|实现|做到)*").match
"""What may stand before the words that count."""


def wording(text: str, folded: str, opening: Opening) -> Phrase | None:
    """Read `folded`, whose beginning is `opening`, by its words; None if they say nothing definite."""
    rest = folded[opening.end :]
    trend = _trend(rest)
    if trend is not None:
        return Phrase(
            text,
            Measure.TREND,
            firmness=opening.firmness,
            trend=trend,
            verb=rest,
            period=opening.period,
        )
    match = _ALL(rest)
    if match is not None:
        about, place, *what = match.groups()
        share = WHOLES[next(filter(None, what))]
        return _share(text, opening, APPROX if about else EQ, share, place or "")
    before = _SENSELESS(rest)
    plain = rest[before.end() :] if before is not None else rest
    if plain.removesuffix("目标") in _NONE_LEFT or _PREVENTED(plain):
        return _count(text, opening, Measure.LEVEL, EQ)
    if _NONE_ADDED(plain):
        return _count(text, opening, Measure.INCREMENT, EQ)
    if plain in _SOME:
        return _count(text, opening, Measure.LEVEL, GT)
    if plain in _STANDSTILL:
        return _growth(text, opening, _STANDSTILL[plain], ZERO)
    if plain in _DOUBLINGS:
        return _growth(text, opening, EQ, HUNDRED * _DOUBLINGS[plain])
    if _DONE(plain) or (not plain and rest in ("实现", "做到")):
        return _share(text, opening, EQ, "完成率", "")
    if _ALL_DUE(plain):
        return _share(text, opening, EQ, plain, "")
    return None


def _trend(rest: str) -> Trend | None:
    match = _TREND(rest)
    if match is not None:
        return TRENDS[match[1] or match[2]]
    return Trend.UP if _FASTER(rest) else Trend.DOWN if _SHRINKING(rest) else None


def _count(text: str, opening: Opening, measure: Measure, comparator: Comparator) -> Phrase:
    """Return a phrase of none or, with GT, of some."""
    return Phrase(
        text,
        measure,
        comparator,
        ZERO,
        None if comparator is GT else ZERO,
        quantum=ONE,
        firmness=opening.firmness,
        period=opening.period,
    )


def _growth(text: str, opening: Opening, comparator: Comparator, figure: Decimal) -> Phrase:
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


def _share(text: str, opening: Opening, comparator: Comparator, aspect: str, place: str) -> Phrase:
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
