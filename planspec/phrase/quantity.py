"""Phrases with a figure: 增长7%左右, 达到4.27万户, 占GDP比重17%以上, 从650元/月提高到700元/月."""

import re
from decimal import Decimal
from typing import Final

import msgspec

from planspec.phrase import words
from planspec.phrase.figure import Figure, figure
from planspec.phrase.form import Comparator, Measure, Phrase, Trend
from planspec.phrase.opening import Opening
from planspec.phrase.words import Side

GE, GT, LE, LT = Comparator.GE, Comparator.GT, Comparator.LE, Comparator.LT

_MOVING: Final = "(?=净|{})".format(words.any_of(words.MOVES | {"增速": 0, "增幅": 0, "涨幅": 0, "降幅": 0}))
_YEAR: Final = "[0-9]{4}年(?:底|末|同期)?|十[二三四五]五(?:期?末|时期|期间)?"
_MAKING: Final = f"新?{words.any_of(words.MAKING)}{{1,3}}"

_HEAD: Final = re.compile(
    f"(?:{words.any_of(words.LEADS)}(?!率))?"
    f"({words.any_of(words.EACH)})?"
    "(至少|最少|最多|至多)?"
    f"(?:同比{_MOVING}|(环比){_MOVING}|[较比]({words.any_of(words.LAST_YEAR)}|{_YEAR}){_MOVING}"
    f"|在([一-龥0-9]{{1,10}}?)基础上再?{_MOVING})?"
    f"(?:({words.any_of(words.PLACES)}(?=[一-龥]*[率度面比]))?({words.any_of(words.SUBJECTS)})"
    "|占([^0-9,;、占]{1,24}?)的?(?:比重|比例|比率|份额|比)"
    "|((?:每(?:人|户|亩|月|年|天|日|生|公里|平方米|吨|床|班)){1,2})"
    ")?"
    f"(?:同比{_MOVING})?"
    f"(?:({words.any_of(words.NET)})|({words.any_of(words.MOVES)})|({_MAKING}))?"
    f"({words.any_of(words.LINKS)})?"
).match
"""Everything before the figure; it matches any text, if need be with nothing."""

_RISE: Final = re.compile(
    f"({words.any_of(words.EACH)})?(?:从|由)?([^从由]{{2,24}}?)({words.any_of(words.MOVES)}(?:到|至|为).+)"
).fullmatch

_FLIPPED: Final = {GE: LE, LE: GE, GT: LT, LT: GT}


def quantity(text: str, folded: str, opening: Opening) -> Phrase | None:
    """Read `folded`, which `opening` has read the beginning of; None if it is no phrase with a figure as a whole."""
    head = _HEAD(folded, opening.end)
    assert head is not None
    (each, floor, chain, year, base_year, place, subject_word, whole, per, net, move, making, link_word) = head.groups()
    link = words.LINKS[link_word] if link_word else None
    if per:
        per = per[1:].replace("每", "·")
    read = figure(folded[head.end() :], per=per or "", floor=floor, caps=link is not None and link.caps)
    if read is None:
        return None
    low, high, quantum, unit, comparator, double, level, bare = read
    subject = words.SUBJECTS[subject_word] if subject_word else None
    dimension = unit.dimension

    sign = 1
    verb = aspect = reference = ""
    trend = link.trend if link else None
    if making:
        if link and link_word not in words.REACHING:
            return None
        measure = Measure.INCREMENT
        verb = "" if making == "新增" else making
    elif net:
        measure = Measure.NET_INCREMENT
    elif move and link_word in words.ARRIVING:
        measure = Measure.LEVEL
        trend = Trend.UP if words.MOVES[move] > 0 else Trend.DOWN
    elif move:
        measure = Measure.GROWTH if dimension == "share" else Measure.CHANGE
        sign, trend = words.MOVES[move], None
        if dimension == "persons" and unit.name in ("位", "名"):
            dimension = "rank"
    elif link or level:
        measure = Measure.LEVEL
    else:
        measure = Measure.AMOUNT
    ...
