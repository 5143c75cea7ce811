"""Which way a plan wants a figure to go: the registry knows, else the phrase or the indicator's name tells."""

from __future__ import annotations

import re
from typing import Final

from planspec.model import Target
from planspec.phrase import Comparator, Measure, Phrase, Trend
from planspec.registry import Direction

_LESS: Final = re.compile(
    "事故|死亡|伤亡|受伤|发案|案件|违法|投诉|信访|上访|集访|成本|费用|费率|税负|负担|能耗|电耗|水耗|排放|浓度|污染|隐患"
    "|债务|欠薪|拖欠|欠税|不良|空置|闲置|失业|流失|返贫|贫困|时限|时长|时间|天数|周期|环节|跑动|材料|涨幅|逾期|积压|去化"
    "|黑臭|火灾|风险|损耗|漏损|死亡率|发生率|差距|倍差|违规|舆情|退回|负面"
)
_MORE: Final = re.compile(
    "优良天数|化解|整改|治理|清退|清理|处置|查处|整治|压减|压降|盘活|完成|达标|普及|覆盖|满意|培训|演练|排查|检查|培育|新增"
    "|建设|改造|补助|补贴|救助|保障|利用|转化|贷款|申报|创建|解决|销号|结案|破案|审结|执结"
)
_FLOORS: Final = (Comparator.GE, Comparator.GT)
_CAPS: Final = (Comparator.LE, Comparator.LT)
_WANTED: Final = frozenset(
    ("count", "persons", "money", "area", "length", "mass", "volume", "share", "power", "information")
)
"""What a plan that sets a figure without a word wants more of; time, points and scores may go either way."""
_ADDING: Final = (Measure.INCREMENT, Measure.NET_INCREMENT)


def better(target: Target, *phrases: Phrase) -> Direction | None:
    """Return which way the figure should go; None if it cannot be told.

    An indicator that the registry does not know is read by what binds its figure (以上, 以内), by its verb (新增),
    then by its name. A bare count that nothing speaks against (改造33个) is taken to be wanted.
    """
    if target.indicator is not None:
        return target.indicator.direction
    bound = {phrase.comparator for phrase in phrases}
    if not bound.isdisjoint(_FLOORS):
        return None if not bound.isdisjoint(_CAPS) else Direction.MORE
    if not bound.isdisjoint(_CAPS):
        return Direction.LESS
    if any(phrase.measure is Measure.RANK for phrase in phrases):
        return Direction.MORE
    if any(phrase.trend is Trend.DOWN or (phrase.figure or 0) < 0 for phrase in phrases):
        return Direction.LESS
    if any(phrase.measure in _ADDING or phrase.trend is Trend.UP for phrase in phrases):
        return Direction.MORE
    return named(target.name, phrases)


def named(name: str, phrases: tuple[Phrase, ...]) -> Direction | None:
    """Return which way a figure of this name should go, as far as name and unit tell."""
    if _MORE.search(name):
        return Direction.MORE
    if _LESS.search(name):
        return Direction.LESS
    counted = all(phrase.dimension.partition("/")[0] in _WANTED for phrase in phrases)
    return Direction.MORE if counted and phrases else None
