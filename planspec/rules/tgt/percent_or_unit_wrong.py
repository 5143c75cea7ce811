"""Percent where percentage points are meant, or no unit / 百分点写成百分比，或数字没有单位

何事：比例、占比的升降写成了“提高10%”，应为“提高10个百分点”；或者数字后面没有计量单位，如“达到300”“过千亿”“1.5亿以上”。
What: A share is to rise or fall by so many per cent (占比提高10%) where percentage points are meant; or a figure
stands without its unit, such as 达到300, 过千亿 or 1.5亿以上.

缘由：占比从20%提高10%是22%，提高10个百分点是30%，差别很大；没有单位的数，是元还是美元、是家还是户，各人各读。
Why: A share of 20 % that rises by 10 % is 22 %, by 10 points 30 %; and of a figure without a unit nobody knows
whether it is 元 or 美元, 家 or 户.

改法：比例的增减写“个百分点”；确指相对变化的，写“比上年增长…%”并说明基数；每个数字都写单位，如“1.5亿元”。
Mend: Write 个百分点 for changes of a share; where the relative change is meant, say over which base. Give every
figure its unit, such as 1.5亿元.

依据：国家标准：量和单位（GB 3100）；百分比与百分点依统计用语惯例。
Authority: standard; quantities are written with their units (GB 3100), points and per cent as statistics use them.

Bad:

    goals:
      - targets:
          高新技术产业增加值占地区生产总值比重: 提高2%
    #                         ^^^^ percent-or-unit-wrong
          全社会研发经费投入: 达到1.5亿以上
    #                ^^^^^^^^ percent-or-unit-wrong

Good:

    goals:
      - targets:
          高新技术产业增加值占地区生产总值比重: 提高2个百分点
          全社会研发经费投入: 达到1.5亿元以上
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from planspec.model import PhraseAt, Plan, Target
from planspec.phrase import Measure, Phrase
from planspec.registry import Direction
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Message, Template
from planspec.source.place import at

POINTS = Template(
    zh="“{name}”是比例，“{text}”是指相对变化还是百分点，差别很大；一般应写为“{points}”",
    en="“{name}” is a share: “{text}” may mean a relative change or percentage points, which differ widely; most "
    "often “{points}” is meant",
)
NO_UNIT = Template(
    zh="“{name}”的“{text}”没有计量单位，无法核对和汇总；请写明单位{hint}",
    en="“{text}” of “{name}” has no unit, so it cannot be checked or added up; write the unit{hint}",
)
_IN_YUAN: Final = Message("，如“元”", ", such as 元")

_CHANGING: Final = (Measure.GROWTH, Measure.CHANGE)
_SHARE_NAME: Final = re.compile("(?:占比|比重|比例|比率|覆盖面|率)$").search
_OTHER_RATE: Final = re.compile(
    "(?:效率|生产率|频率|功率|周转率|汇率|产出率|利率|税率|倍率|速率|回报率|收益率|费率|产率|曲率|增长率)$"
).search
"""Rates that are no shares: an efficiency may well rise by 10 %."""
_OCCURRENCE: Final = re.compile("(?:占比|比重|比例|比率)$").search
"""Shares of which a fall is meant in points; how often something happens (发案率) falls by per cent, too."""

_COUNTED: Final = (
    Measure.LEVEL,
    Measure.AMOUNT,
    Measure.INCREMENT,
    Measure.NET_INCREMENT,
    Measure.CHANGE,
)
_NEEDS_NONE: Final = re.compile(
    "指数|系数|比$|率|倍|得分|评分|分值|积分|分数|总分|[^温湿长宽高速角]度$|等级|星级|级别|位次|排名|名次|pH|PH|浓度|/|(?:人次|人数|户数|家数|个数|件数|起数|次数|天数|床位数|张数|辆数|台数)$"
).search
"""Names of figures that go without a unit, or whose usual unit is left out (死亡率控制在0.8以内)."""


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Judge each phrase by the kind of indicator that it is said of."""
    for target in plan.targets:
        for one in target.phrases:
            phrase = one.phrase
            if phrase is None or not phrase.figure:
                continue
            if phrase.unit in ("%", "‰"):
                if phrase.measure in _CHANGING and _of_share(target, phrase):
                    yield _points(target, one)
            elif not phrase.unit and phrase.measure in _COUNTED and not _NEEDS_NONE(target.name):
                yield _no_unit(target, one)


def _of_share(target: Target, phrase: Phrase) -> bool:
    """Say whether the phrase changes a share, and is no fall of what is to happen less often."""
    name = phrase.aspect or target.name
    if "增长" in phrase.text and "增速" in name:
        return False
    indicator = target.indicator
    known = indicator is not None and indicator.dimension == "share"
    if not known and (not _SHARE_NAME(name) or _OTHER_RATE(name)):
        return False
    falls = phrase.figure is not None and phrase.figure < 0
    if not falls:
        return True
    less = indicator is not None and indicator.direction is Direction.LESS
    return bool(_OCCURRENCE(name)) or (known and not less)


def _points(target: Target, one: PhraseAt) -> Finding:
    points = re.sub("[%％]", "个百分点", one.text)
    return Finding(
        at(one.node),
        POINTS(name=target.name, text=one.text, points=points),
        target,
        one.text,
        confidence=Confidence.MEDIUM,
    )


def _no_unit(target: Target, one: PhraseAt) -> Finding:
    """Where the indicator is known to be money, the unit is clear and only its absence is to be mended."""
    money = target.indicator is not None and target.indicator.dimension == "money"
    scaled = re.search("[万亿]", one.text) is not None
    message = NO_UNIT(name=target.name, text=one.text, hint=_IN_YUAN if money or scaled else Message("", ""))
    return Finding(at(one.node), message, target, one.text, severity=Severity.INFO if scaled else None)


rule = Rule("TGT015", "percent-or-unit-wrong", Severity.WARNING, Authority.STANDARD, __doc__, check)
