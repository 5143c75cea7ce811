"""Direction contradicts the indicator / 增减方向与指标性质相反

何事：越低越好的指标（失业率、能耗、事故、不良贷款率）要求“增长”“达到…以上”“不低于”，或者越高越好的指标
（增加值、收入、覆盖率）要求“下降”“控制在…以内”“不超过”。“持平”“左右”不算；增减都可以的指标（物价、专项债券）
不在此列。
What: An indicator that should fall (unemployment, energy intensity, accidents, bad loans) is to grow or to reach
so much or more, or one that should rise (value added, incomes, coverage) is to fall or to stay within a cap.
Level targets and 左右 are fine, and so are indicators that may go either way.

缘由：照字面考核，做得越差得分越高；多半是“以内”写成了“以上”，“下降”写成了“增长”，或者指标名写错。
Why: Read literally, the worse the outcome the better the score; most often 以内 became 以上, 下降 became 增长, or
the name is wrong.

改法：核对方向词：宜降的用“下降”“控制在…以内”，宜升的用“增长”“达到…以上”；本地确有相反要求的，在 indicators 里
写明 direction。
Mend: Check the words of direction; where the place really wants it the other way, state `direction` under
`indicators`.

依据：逻辑：要求的方向与指标的好坏方向一致。
Authority: logic; a target asks for better, not for worse.

Bad:

    goals:
      - targets:
          城镇调查失业率: 5.5%以上
    #              ^^^^^^ direction-contradicted

Good:

    goals:
      - targets:
          城镇调查失业率: 控制在5.5%以内
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from planspec.model import Plan, Target
from planspec.phrase import Comparator, Measure, Phrase, Trend
from planspec.registry import Direction
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Template
from planspec.source.place import Place, at

SHOULD_FALL = Template(
    zh="“{name}”越低越好，这里的“{text}”却要求它升高或不低于某数；请核对，是否应为“下降”“控制在…以内”，或指标名称有误",
    en="“{name}” is better when lower, and yet “{text}” asks for more of it; check whether 下降 or 控制在…以内 is "
    "meant, or the name is wrong",
)
SHOULD_RISE = Template(
    zh="“{name}”越高越好，这里的“{text}”却要求它下降或不超过某数；请核对，是否应为“增长”“达到…以上”，或指标名称有误",
    en="“{name}” is better when higher, and yet “{text}” asks for less of it; check whether 增长 or 达到…以上 is "
    "meant, or the name is wrong",
)

_FLOORS: Final = (Comparator.GE, Comparator.GT)
_CAPS: Final = (Comparator.LE, Comparator.LT)
_MOVES: Final = (Measure.GROWTH, Measure.MEAN_GROWTH, Measure.CHANGE)
_PLAIN: Final = ("", "增速", "总量", "人均", "增幅")
"""Sides of an indicator that go its own way; 整改率 of 事故隐患 does not."""


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Read which way each phrase points, where the registry knows which way is better."""
    for target in plan.targets:
        indicator = target.indicator
        if indicator is None or indicator.direction is Direction.NEITHER or indicator.dimension == "rank":
            continue
        for one in target.phrases:
            phrase = one.phrase
            if phrase is None or phrase.of or phrase.aspect not in _PLAIN:
                continue
            if indicator.direction is Direction.LESS and _points(phrase, target, up=True):
                yield _finding(SHOULD_FALL, target, one.text, at(one.node))
            elif indicator.direction is Direction.MORE and _points(phrase, target, up=False):
                yield _finding(SHOULD_RISE, target, one.text, at(one.node))


def _points(phrase: Phrase, target: Target, *, up: bool) -> bool:
    """Say whether a phrase asks for more (`up`) or for less of the indicator."""
    bounds = _FLOORS if up else _CAPS
    match phrase.measure:
        case Measure.TREND:
            return phrase.trend is (Trend.UP if up else Trend.DOWN)
        case Measure.RELATIVE:
            margin = phrase.margin or 0
            return phrase.comparator in bounds if not margin else (margin > 0) is up
        case measure if measure in _MOVES:
            return _moves(phrase, up=up)
        case Measure.LEVEL | Measure.AMOUNT | Measure.SHARE:
            return _stands(phrase, target, up=up)
    return False


def _moves(phrase: Phrase, *, up: bool) -> bool:
    """Growth by a figure; 左右 and a cap on growth (增长3%以内) leave it open."""
    if phrase.comparator is Comparator.APPROX:
        return False
    if up:
        return phrase.low is not None and phrase.low > 0
    return phrase.high is not None and phrase.high < 0


def _stands(phrase: Phrase, target: Target, *, up: bool) -> bool:
    """A level with a floor or a cap, or reached from the other side."""
    assert target.indicator is not None
    share = target.indicator.dimension == "share"
    if phrase.measure is Measure.SHARE and not share:
        return False
    if phrase.measure is Measure.AMOUNT and not share:
        return False  # 3个以内, 整治100处以上: the verb is not known
    if phrase.figure is None or (phrase.figure == 0 and phrase.comparator not in _FLOORS):
        return False
    if phrase.trend in (Trend.UP, Trend.DOWN):
        return phrase.trend is (Trend.UP if up else Trend.DOWN)
    return phrase.comparator in (_FLOORS if up else _CAPS)


def _finding(template: Template, target: Target, text: str, place: Place) -> Finding:
    return Finding(place, template(name=target.name, text=text), target, text, confidence=Confidence.MEDIUM)


rule = Rule("TGT011", "direction-contradicted", Severity.WARNING, Authority.LOGIC, __doc__, check)
