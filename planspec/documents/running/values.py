"""The value phrase around a figure: firmness, period, verb, link and comparator to its left."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from planspec.documents.running import vocabulary
from planspec.documents.running.figures import Figure
from planspec.phrase import words
from planspec.phrase.words import any_of, listed

_REACH: Final = 30
"""Characters before a figure in which its value phrase begins."""

_PER: Final = "(?:每(?:人|户|亩|月|年|天|日|生|公里|平方米|吨|床|班|村|镇|乡镇|县|个[一-龥]{1,4})){1,2}"
_SINCE: Final = (
    "按?(?:同口径|可比口径|可比价格?(?:计算)?)(?:同比)?|"
    f"同比(?:{any_of(words.LAST_YEAR)})?|环比|[较比](?:{any_of(words.LAST_YEAR)}|(?:19|20)[0-9]{{2}}年(?:底|末|同期)?)"
    "|在[一-龥0-9]{2,10}基础[上比]再?"
)
_FIRM: Final = any_of(word for word in words.FIRMNESS if word not in ("计划", "拟"))
"""计划 before a figure is rather the end of a name: 人才计划入选5人."""
_LEFT: Final = re.compile(
    f"(?P<firm>{_FIRM})?(?:{vocabulary.PERIOD})?"
    "(?:(?:继续|稳步|持续|总体|基本)?(?:实现|完成|达成|继续|保持|平均|整体)(?!率))?"
    f"(?:{_SINCE})?"
    f"(?P<each>(?<![人户亩地村年月])(?:{any_of((*words.EACH, '各自', '都', '平均'))}))?"
    f"(?:{_PER})?"
    f"(?:(?P<verb>{any_of((*words.NET, *words.MOVES))})|(?P<made>(?:{vocabulary.MADE}){{1,2}}(?!率)))?"
    f"(?P<link>{any_of((*words.LINKS, '达到了', '共', '共计', '总计', '合计', '计'))})?"
    f"(?P<bound>{any_of(words.BOUNDS)})?"
    f"(?:{_PER})?$"
)
_FROM: Final = re.compile("[从由][^,、从由]{0,16}$")
_BESIDE: Final = re.compile(
    "(?P<each>分别|各)?(?:明显|略)?不?(?:高于|低于|快于|慢于|高出|优于)[^,、0-9]{2,30}$"
)
_RAISED: Final = frozenset(("提升", "提高", "优化", "扩大"))
_MEASURED: Final = frozenset(("share", "point", "score", "time", "money", ""))
"""Dimensions that can be raised; in 公路改造提升5公里 the verb is a part of the name."""
_ADDED: Final = ("新", "净", "增", "扩")
"""How verbs begin that may be linked (新增达到5家); in 研发投入达到5亿元 the verb is a part of the name."""
BINDING: Final = frozenset(
    listed(
        """
        不少于 不低于 不小于 不高于 超过 超 不超过 约 近 接近 突破 达到 达 在 为 共 共计 合计 总计 过 至少 控制在
        """
    )
)
"""Links and comparators that another verb may stand before."""


OF_YEAR: Final = re.compile("(?:19|20)[0-9]{2}年(?:底|末)?的?$")
"""A year before a figure: 从2023年的5家增加到2025年的10家."""


class Value(msgspec.Struct, frozen=True, gc=False):
    """A value phrase: from `start`, where its words begin, to the end of its figure."""

    start: int
    figure: Figure
    firm: str = ""
    verb: str = ""
    """What stands directly before the figure: 增长, 达到, 新增, 突破; "" where the figure stands bare."""
    made: bool = False
    """The verb says that something is made or added."""
    linked: bool = False
    each: bool = False
    """均, 分别: it holds for each of several."""

    @property
    def binds(self) -> bool:
        """Whether no verb stands before the figure, at most a comparator: another verb may."""
        return not self.verb or self.verb in BINDING


def value_at(text: str, begin: int, figure: Figure) -> Value:
    """Return the value phrase of a figure; its words stand after `begin`."""
    window = max(begin, figure.start - _REACH)
    before = text[window : figure.start]
    year = OF_YEAR.search(before)
    match = _LEFT.search(before if year is None else before[: year.start()])
    assert match is not None
    start = window + match.start()
    verb, made, link, bound = match["verb"], match["made"], match["link"], match["bound"]
    if verb in _RAISED and not link and figure.unit.dimension not in _MEASURED:
        start, verb = window + match.end("verb"), None
    if made and link and not made.startswith(_ADDED):
        start, made = window + match.end("made"), None
    if verb and link:
        raised = _FROM.search(text, begin, start)
        if raised is not None and any(char.isdigit() for char in raised[0]):
            start = raised.start()
    if not (verb or made or link):
        beside = _BESIDE.search(text, max(begin, figure.start - _REACH - 10), figure.start)
        if beside is not None:
            return Value(beside.start(), figure, "", "高于", each=beside["each"] is not None)
    return Value(
        start,
        figure,
        match["firm"] or "",
        verb or made or link or bound or "",
        made is not None,
        link is not None,
        match["each"] is not None,
    )
