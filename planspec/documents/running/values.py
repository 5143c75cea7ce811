"""The value phrase around a figure: firmness, period, verb, link and comparator to its left."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from planspec.documents.running import vocabulary
from planspec.documents.running.figures import Figure
from planspec.phrase import words
from planspec.phrase.words import any_of

_REACH: Final = 30
"""Characters before a figure in which its value phrase begins."""

_LEFT: Final = re.compile(
    f"(?P<firm>{vocabulary.FIRM})?(?P<period>{vocabulary.PERIOD})?"
    f"(?:(?:继续|稳步|持续|总体|基本)?(?P<lead>实现|完成|达成|继续|保持|平均|整体)(?!率))?"
    f"(?:同比(?:{any_of(words.LAST_YEAR)})?|环比|[较比](?:{any_of(words.LAST_YEAR)}|(?:19|20)[0-9]{{2}}年(?:底|末|同期)?)"
    f"|在[一-龥0-9]{{2,10}}基础上再?)?"
    f"(?P<each>(?<![人户亩地村年月])(?:{any_of((*words.EACH, '各自', '都', '平均'))}))?"
    f"(?:(?:每(?:人|户|年|月|村|镇|乡镇|县|个[一-龥]{{1,4}})){{1,2}})?"
    f"(?:(?P<verb>{any_of((*words.NET, *words.MOVES))})|(?P<making>(?:{vocabulary.CLEAR}){{1,2}}(?!率)))?"
    f"(?P<link>{any_of((*words.LINKS, '达到了', '共', '共计', '总计', '合计', '计'))})?"
    f"(?P<bound>{any_of(words.BOUNDS)})?"
    f"(?P<per>(?:每(?:人|户|亩|月|年|天|日|生|公里|平方米|吨|床|班|村|镇|县|个[一-龥]{{1,4}})){{1,2}})?$"
)
_FROM: Final = re.compile("[从由][^,、从由]{0,16}$")
_ADDED: Final = ("新", "净", "增", "扩")
_RAISED: Final = frozenset(("提升", "提高", "优化", "扩大"))
_BESIDE: Final = re.compile("(?:分别|各)?(?:明显|略)?(?:高于|低于|快于|慢于|高出|优于)[^,、0-9]{2,30}$")
BINDING: Final = frozenset(
    "不少于 不低于 不小于 超过 超 不超过 约 近 接近 突破 达到 达 在 为 共 共计 过 至少 控制在 合计 总计 不高于".split()
)
"""Links and comparators that a verb may stand before."""
_MEASURED: Final = frozenset(("share", "point", "score", "time", "money", ""))


class Value(msgspec.Struct, frozen=True, gc=False):
    """A value phrase: from `start`, where its words begin, to the end of its figure."""

    start: int
    end: int
    figure: Figure
    firm: str = ""
    verb: str = ""
    """The verb directly before the figure: 增长, 达到, 新增, 突破; "" where the figure stands bare."""
    making: bool = False
    """The verb says that something is made or added."""
    link: bool = False
    """The verb links (达到, 为), or a verb of change is linked (提高到)."""
    each: bool = False

    @property
    def binds(self) -> bool:
        """Whether no verb stands before the figure, at most a comparator: another verb may."""
        return not self.verb or self.verb in BINDING

    @property
    def words_end(self) -> int:
        """Where the words before the figure end."""
        return self.figure.start


def value_at(text: str, begin: int, figure: Figure) -> Value:
    """Return the value phrase of a figure; its words stand after `begin`."""
    window = max(begin, figure.start - _REACH)
    match = _LEFT.search(text[window : figure.start])
    assert match is not None
    start = window + match.start()
    verb, making, link, bound = match["verb"], match["making"], match["link"], match["bound"]
    if verb in _RAISED and not link and figure.unit.dimension not in _MEASURED:
        # 公路改造提升5公里: the verb is a part of the name.
        start, verb = window + match.end("verb"), None
    if making and link and not making.startswith(_ADDED):
        # 研发投入达到5亿元: what looks like a verb is a part of the name.
        start, making = window + match.end("making"), None
    if verb and link:
        raised = _FROM.search(text, begin, start)
        if raised is not None and any(char.isdigit() for char in raised[0]):
            start = raised.start()
    if not verb and not making and not link:
        beside = _BESIDE.search(text, max(begin, figure.start - _REACH - 10), figure.start)
        if beside is not None:
            return Value(beside.start(), figure.end, figure, "", "高于", False, False, beside[0][0] in "分各")
    return Value(
        start,
        figure.end,
        figure,
        match["firm"] or "",
        verb or making or link or bound or "",
        making is not None,
        link is not None,
        match["each"] is not None,
    )
