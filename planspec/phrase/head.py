"""What stands before the figure of a phrase: 力争全年新增超过, 占GDP比重达到, 同比下降, 每人每月不低于."""

import functools
import re
from typing import Final, NamedTuple

import msgspec

from planspec.phrase import words
from planspec.phrase.form import Measure, Trend
from planspec.phrase.opening import Opening, read_opening
from planspec.phrase.words import Subject, any_of

AMOUNT, LEVEL, GROWTH = Measure.AMOUNT, Measure.LEVEL, Measure.GROWTH


class Head(msgspec.Struct, frozen=True, gc=False):
    """The words before a figure, read as far as they go without it."""

    opening: Opening
    each: bool
    since: str
    """The base of growth; "" for the year before."""
    subject: Subject | None
    whole: str
    """What the figure is a share of."""
    place: str
    per: str
    """Denominators said before the figure (每人每月: 人·月)."""
    measure: Measure
    """By the verb alone: GROWTH for every verb of change."""
    sign: int
    trend: Trend | None
    caps: bool
    """The figure is an upper bound unless a comparator says otherwise."""
    making: str
    """The verb of an increment."""
    floor: str | None
    """A comparator before the verb (至少新增)."""
    bound: str | None
    """A comparator before the figure."""


_THEN: Final = f"(?={any_of((*words.MOVES, *words.NET, *words.RATES))})"
_MADE: Final = f"新?{any_of(words.MAKING)}"
_YEAR: Final = "[0-9]{4}年(?:底|末|同期)?|十[二三四五]五(?:期?末|时期|期间)?"

_HEAD: Final = re.compile(
    f"(?:{any_of(words.LEADS)}(?!率))?"
    f"({any_of(words.EACH)})?"
    "(至少|最少|最多|至多)?"
    f"(?:按?(?:同口径|可比口径|可比价格?)(?:计算)?(?=同比|{_THEN}))?"
    # the base of growth: none (the year before), the period before, a year, something else
    f"(?:同比{any_of(words.LAST_YEAR)}?{_THEN}|(环比){_THEN}"
    f"|[较比](?:{any_of(words.LAST_YEAR)}|({_YEAR})){_THEN}|在([一-龥0-9]{{1,10}}?)基础上再?{_THEN})?"
    # what the figure is of: place and noun, the whole of a share, 每人每月
    f"(?:({any_of(words.PLACES)})?({any_of(words.SUBJECTS)})"
    "|占([^0-9,，;、占的][^0-9,，;、占]{0,23}?)的?(?:比重|比例|比率|份额|比|(?<=占全[国省市州县区])"
    f"|(?<=的)(?=(?:{any_of(words.BOUNDS)})?(?:[0-9]|$)))"
    "|((?:每(?:人|户|亩|月|年|天|日|生|公里|平方米|吨|床|班)){1,2})"
    ")?"
    f"(?:同比{_THEN})?"
    # verb, or verb of increments, and what links it to the figure
    f"(?:({any_of((*words.NET, *words.MOVES))})|({_MADE}(?:[和与及或并、]?{_MADE}){{0,2}}))?"
    f"({any_of(words.LINKS)})?"
    # the comparator before the figure, which also belongs to the figure
    f"(?P<bound>{any_of(words.BOUNDS)})?"
)


def head_of(folded: str) -> str:
    """Return the longest beginning of a phrase that is a head without a comparator before the figure."""
    opening = read_opening(folded)
    match = _HEAD.match(folded, opening.end if opening else 0)
    assert match is not None
    return folded[: match.end() if match["bound"] is None else match.start("bound")]


@functools.lru_cache(maxsize=1 << 12)
def read_head(text: str) -> Head | None:
    """Read `text`, all of it; None if it is no head. Heads are few, so they are remembered."""
    opening = read_opening(text)
    match = _HEAD.fullmatch(text, opening.end) if opening else None
    if opening is None or match is None:
        return None
    each, floor, chain, year, base, place, noun, whole, per, verb, making, link, bound = match.groups()
    sense = _SENSES.get((_MAKING if making else verb, link))
    if sense is None:
        return None
    subject = words.SUBJECTS[noun] if noun else _PART if whole else None
    if subject is not None and subject.sign < 0 and verb:
        return None  # 降幅扩大 would turn twice
    since = "环比" if chain else year or base or ""
    return Head(
        opening,
        each is not None,
        "" if since in words.LAST_YEAR else since,
        subject,
        whole or "",
        place or "",
        per[1:].replace("每", "·") if per else "",
        sense.measure,
        sense.sign,
        sense.trend,
        sense.caps,
        making if making and making != "新增" and sense.measure is not LEVEL else "",
        floor,
        bound,
    )


class _Sense(NamedTuple):
    """What the verb says."""

    measure: Measure
    sign: int = 1
    trend: Trend | None = None
    caps: bool = False


_MAKING: Final = "making"
"""Stands for any verb of words.MAKING in the table below."""


def _sense(verb: str | None, link: str | None) -> _Sense | None:
    """Return what a verb and its link to the figure say together; None if they do not fit."""
    to = words.LINKS[link] if link else None
    if verb is None:
        return _Sense(LEVEL, trend=to.trend, caps=to.caps) if to else _Sense(AMOUNT)
    if verb in words.MOVES:
        sign = words.MOVES[verb]
        if link in words.ARRIVING:
            return _Sense(LEVEL, trend=Trend.UP if sign > 0 else Trend.DOWN)
        return _Sense(GROWTH, sign, caps=to is not None and to.caps)
    if verb == _MAKING and link == "为":
        return _Sense(LEVEL)  # 整合为3个, 发展为10家
    if link is None or link in words.REACHING:
        return _Sense(Measure.INCREMENT if verb == _MAKING else Measure.NET_INCREMENT)
    return None


_SENSES: Final = {
    (verb, link): sense
    for verb in (None, _MAKING, *words.NET, *words.MOVES)
    for link in (None, *words.LINKS)
    if (sense := _sense(verb, link)) is not None
}
_PART: Final = words.SUBJECTS["比重"]
