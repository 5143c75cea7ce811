"""What stands before a clause's own words: a number, a date, the plan's own place, 力争, 推动, 其中."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from planspec.documents.running.clauses import MASK, Span
from planspec.documents.running.vocabulary import ADVERB, DRIVER, FIRM, JOINER, OWN_PLACE, PERIOD, TIME

_NUMBERED: Final = re.compile(
    rf"\s*(?:[0-9]{{1,2}}[.)](?![0-9])|[①-⑳]|[一二三四五六七八九十]{{1,2}}是|--|[-·*{MASK}\s])++"
)
_OPENING: Final = re.compile(
    rf"(?P<time>{TIME})|(?P<place>{OWN_PLACE})|(?P<firm>(?:{FIRM})(?!生育|寿命|金|率))|(?P<period>{PERIOD})"
    rf"|(?P<driver>(?:{ADVERB}){{0,2}}(?:{DRIVER})(?!率|中))|(?P<join>(?!并[网购联轨]|同口径|同比|同步|同类|同质|同城|同业|同期){JOINER})(?=.{{2}})|(?P<space>[\s{MASK}])"
)
_SAYS_NOTHING: Final = frozenset(("计划", "拟", "预计", "预期", "有望", "全年", "年内", "当年", "本年度"))


class Opening(msgspec.Struct, gc=False):
    """The opening of a clause; its own words begin at `end`."""

    end: int
    firm: str = ""
    period: str = ""
    driver: str = ""
    part: bool = False
    """It says 其中."""

    @property
    def prefix(self) -> str:
        """What of it belongs to the value: 力争, 每年."""
        return self.firm + self.period


def read_opening(plain: str, span: Span) -> Opening:
    """Return the opening of a part of a clause."""
    match = _NUMBERED.match(plain, *span)
    opening = Opening(match.end() if match is not None else span.start)
    while True:
        match = _OPENING.match(plain, opening.end, span.end)
        if match is None or match.end() == opening.end:
            return opening
        kind, word = match.lastgroup, match[0]
        if kind == "firm":
            opening.firm = "" if word in _SAYS_NOTHING else word
        elif kind == "period" and word not in _SAYS_NOTHING:
            opening.period = word
        elif kind == "driver":
            opening.driver = word
        elif word == "其中":
            opening.part = True
        opening.end = match.end()
