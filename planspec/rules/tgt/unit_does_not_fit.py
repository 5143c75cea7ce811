"""Unit does not fit the indicator / 计量单位与指标不符

何事：值的计量单位不是这个指标用的那一类，如“社会消费品零售总额”以“户”计，“城镇新增就业”以“亿元”计。
What: The value's unit is not of the kind that the indicator is measured in, such as 户 for retail sales or
亿元 for new jobs. Growth and percentages fit every indicator.

缘由：单位不对，数就没有意义；多半是数字写到了相邻的指标上，或者单位抄错。
Why: With the wrong unit the figure means nothing; it may belong to the indicator beside it, or the unit was
miscopied.

改法：核对这个数属于哪个指标，改正单位或指标名称；名录里的量纲不合本地用法的，在 indicators 里写本地指标。
Mend: Find out which indicator the figure belongs to and correct the unit or the name; where the registry's
dimension does not suit local use, define the indicator under `indicators`.

依据：逻辑：指标与计量单位对应；计量单位依《中华人民共和国法定计量单位》。
Authority: logic; an indicator goes with its kind of unit.

Bad:

    goals:
      - targets:
          社会消费品零售总额: 达到130户
    #                ^^^^^^ unit-does-not-fit

Good:

    goals:
      - targets:
          社会消费品零售总额: 达到130亿元
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from planspec.model import Plan, Target
from planspec.phrase import Measure, Phrase
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Message, Template
from planspec.source.place import at

UNFIT = Template(
    zh="“{name}”应以{wanted}计量，这里为“{text}”，单位是“{unit}”；请核对该数字属于哪个指标，改正单位或指标名称",
    en="“{name}” is measured in {wanted}, here it is “{text}” in “{unit}”; find out which indicator the "
    "figure belongs to and correct the unit or the name",
)

_NAMES: Final = {
    "money": Message("金额（元、亿元）", "money (元, 亿元)"),
    "count": Message("个数（个、家、户、项等）", "counts (个, 家, 户, 项 …)"),
    "persons": Message("人数（人、人次）", "persons (人, 人次)"),
    "share": Message("百分比", "per cent"),
    "area": Message("面积（亩、平方米等）", "areas (亩, 平方米 …)"),
    "length": Message("长度（公里、米）", "lengths (公里, 米)"),
    "mass": Message("重量（吨、斤等）", "masses (吨, 斤 …)"),
    "volume": Message("体积（立方米等）", "volumes (立方米 …)"),
    "energy": Message("能量（千瓦时、吨标准煤等）", "energy (千瓦时, 吨标准煤 …)"),
    "power": Message("功率（千瓦等）", "power (千瓦 …)"),
    "time": Message("时间（天、小时等）", "times (天, 小时 …)"),
}
"""The kinds of unit that this rule tells apart; of a rate (元/月, 件/万人) the upper one counts."""
_MEASURED: Final = ("area", "length", "mass", "volume", "energy", "power", "time")
_ALLOWED: Final = frozenset(
    (
        *((kind, "count") for kind in _MEASURED),
        *(("count", kind) for kind in _MEASURED),
        *(
            ("volume", "mass"),
            ("mass", "volume"),
            ("energy", "mass"),
            ("energy", "power"),
            ("power", "energy"),
        ),
        *(("length", "time"), ("time", "length")),
    )
)
"""(indicator, phrase): works are counted as well as measured; water is weighed, coal is energy."""
_STATED: Final = (Measure.LEVEL, Measure.AMOUNT, Measure.INCREMENT, Measure.NET_INCREMENT)


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Compare kinds of unit where the registry knows the indicator by more than an abbreviation."""
    for target in plan.targets:
        indicator = target.indicator
        if indicator is None or not indicator.dimension or len(target.name) < len(indicator.name):
            continue
        wanted = _NAMES.get(_upper(indicator.dimension))
        if wanted is None:
            continue
        phrases = [one.phrase for one in target.phrases if one.phrase is not None]
        if any(_upper(phrase.dimension) == _upper(indicator.dimension) for phrase in phrases):
            continue  # the other phrases say it in other terms: 96条, 共66.98万平方米
        for one in target.phrases:
            if one.phrase is not None and _unfit(indicator.dimension, one.phrase):
                message = Message(
                    UNFIT.zh.format(name=target.name, wanted=wanted.zh, text=one.text, unit=one.phrase.unit),
                    UNFIT.en.format(name=target.name, wanted=wanted.en, text=one.text, unit=one.phrase.unit),
                )
                yield Finding(
                    at(one.node), message, target, one.text, confidence=_confidence(target, one.phrase)
                )


_EVENTS: Final = frozenset(("场", "期", "批", "班", "次", "场次", "班次", "节"))
"""What is held, not what it counts: 开展技能培训3场 beside so many persons trained."""


def _unfit(dimension: str, phrase: Phrase) -> bool:
    if phrase.unit in _EVENTS:
        return False
    wanted, found = _upper(dimension), _upper(phrase.dimension)
    if phrase.measure not in _STATED or found not in _NAMES or found == "share" or found == wanted:
        return False
    return (wanted, found) not in _ALLOWED


def _upper(dimension: str) -> str:
    return dimension.partition("/")[0]


def _confidence(target: Target, phrase: Phrase) -> Confidence:
    """Persons and counts are near one another (培训500场次, 500人次); so are projects and what they cost."""
    assert target.indicator is not None
    kinds = {_upper(target.indicator.dimension), _upper(phrase.dimension)}
    return Confidence.MEDIUM if "count" in kinds and kinds & {"persons", "money"} else Confidence.HIGH


rule = Rule("TGT005", "unit-does-not-fit", Severity.WARNING, Authority.LOGIC, __doc__, check)
