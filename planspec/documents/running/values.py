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
    f"(?P<each>{any_of((*words.EACH, '各自', '都', '平均'))})?"
    f"(?:(?P<verb>{any_of((*words.NET, *words.MOVES))})|(?P<making>(?:{vocabulary.CLEAR}){{1,2}}(?!率)))?"
    f"(?P<link>{any_of((*words.LINKS, '达到了', '共', '共计', '总计', '合计', '计'))})?"
    f"(?P<bound>{any_of(words.BOUNDS)})?"
    f"(?P<per>(?:每(?:人|户|亩|月|年|天|日|生|公里|平方米|吨|床|班|村|镇|县|个[一-龥]{{1,4}})){{1,2}})?$"
)
_FROM: Final = re.compile("[从由][^,、从由]{0,16}$")
_RAISED: Final = frozenset(("提升", "提高", "优化", "扩大"))
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
    each: bool = False


def value_at(text: str, begin: int, figure: Figure) -> Value:
    """Return the value phrase of a figure; its words stand after `begin`."""
    window = max(begin, figure.start - _REACH)
    match = _LEFT.search(text[window : figure.start])
    assert match is not None
    start = window + match.start()
    verb, making, link, bound = match["verb"], match["making"], match["link"], match["bound"]
    if verb in _RAISED and not link and figure.unit.dimension not in _MEASURED:
        # 公路改造提升5公里: the verb is a part of the name.
        start = window + match.end("verb")
        verb = None
    if link and link.endswith(("到", "至")) or bound or link:
        raised = _FROM.search(text, begin, start)
        if raised is not None and verb and any(char.isdigit() for char in raised[0]):
            start = raised.start()
    return Value(
        start,
        figure.end,
        figure,
        match["firm"] or "",
        verb or making or link or bound or "",
        making is not None,
        match["each"] is not None,
    )
