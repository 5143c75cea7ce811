"""Share outside 0–100 % / 比例超出 0 至 100%

何事：比重、覆盖率、合格率一类的比例写成了负数，或者超过100%。增速和增减幅度不在此列。
What: A share (比重, 覆盖率, 合格率 …) is negative or above 100 %. Growth and changes are another matter.

缘由：部分不可能大于整体；多半是把增速写成了比例，或者小数点、单位写错。
Why: A part cannot exceed its whole; most often growth was written as a share, or the decimal point or unit
slipped.

改法：核对数字；要说的是增长，写成“增长120%”。
Mend: Check the figure; where growth is meant, write 增长120%.

依据：逻辑：部分不大于整体。
Authority: logic; a part is not greater than its whole.

Bad:

    goals:
      - targets:
          民生支出占比: 达到170%
    #             ^^^^^^ share-out-of-range

Good:

    goals:
      - targets:
          民生支出占比: 达到70%
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from planspec.model import Plan, Target
from planspec.phrase import Measure, Phrase
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Severity
from planspec.source.message import Template
from planspec.source.place import at

OUTSIDE = Template(
    zh="“{name}”是比例，目标值“{text}”{side}；请核对数字，如指增长，请写为“增长…%”",
    en="“{name}” is a share and yet “{text}” {side_en}; check the figure, or write 增长…% if growth is meant",
)

_HUNDRED: Final = Decimal(100)
_SHARE_UNITS: Final = ("%", "‰", "‱")
_MAY_EXCEED: Final = re.compile(
    "完成率|毛入[学园]率|达产率|产销率|保障率|保证率|贷存比|存贷[款]?比|负债率|杠杆率|覆盖倍数|拨备|倍|增长|增速|增幅|偿债|自给率|履约率"
    "|(?:产能|能力|设备|负荷|床位)利用率|回报率|收益率|保值|增值率|容积率|偿付"
).search
"""Ratios whose two sides are not part and whole: more than 100 % is possible."""


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Look at phrases that state a share, and at levels of indicators known to be shares."""
    for target in plan.targets:
        for one in target.phrases:
            phrase = one.phrase
            if phrase is None or phrase.unit not in _SHARE_UNITS or not _is_share(target, phrase):
                continue
            over = max((bound for bound in (phrase.low, phrase.high) if bound is not None), default=_HUNDRED)
            if over > _HUNDRED and not _MAY_EXCEED(target.name + phrase.aspect + phrase.of):
                message = OUTSIDE(name=target.name, text=one.text, side="超过100%", side_en="exceeds 100 %")
            elif over < 0:
                message = OUTSIDE(name=target.name, text=one.text, side="小于0", side_en="is below 0")
            else:
                continue
            yield Finding(at(one.node), message, target, one.text)


def _is_share(target: Target, phrase: Phrase) -> bool:
    if phrase.measure is Measure.SHARE:
        return True
    known = target.indicator is not None and target.indicator.dimension == "share"
    return known and phrase.measure in (Measure.LEVEL, Measure.AMOUNT)


rule = Rule("TGT006", "share-out-of-range", Severity.ERROR, Authority.LOGIC, __doc__, check)
