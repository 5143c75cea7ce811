"""Two comparators on one figure / 一个数字两个比较词

何事：同一个数字前后各有一个比较词，如“突破55户以上”“不少于3个以上”“约10家左右”。
What: One figure carries a comparator before and another after it, such as 突破55户以上 or 约10家左右.

缘由：两个词意思重叠或者打架：“突破”不含本数，“以上”含本数，考核时刚好达到算不算完成，各执一词。
Why: They overlap or contradict each other: 突破 excludes the figure, 以上 includes it, so whoever lands
exactly on it has met the target or not, as one pleases.

改法：只留一个：含本数用“达到55户以上”，不含本数用“突破55户”，大概数用“10家左右”。
Mend: Keep one: 达到55户以上 includes the figure, 突破55户 does not, 10家左右 is approximate.

依据：工作惯例，参照民法典第一千二百五十九条：“以上”“以内”包括本数，“超过”“不满”不包括本数。
Authority: practice, after article 1259 of the Civil Code: 以上 and 以内 include the figure, 超过 and 不满
do not.

Bad:

    goals:
      - targets:
          新增规模工业企业: 突破55户以上
    #               ^^^^^^^ double-comparator

Good:

    goals:
      - targets:
          新增规模工业企业: 达到55户以上
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from planspec.model import Plan
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Severity
from planspec.source.message import Template
from planspec.source.place import at

DOUBLE = Template(
    zh="“{name}”的目标值“{text}”对一个数字用了两个比较词，刚好达到该数算不算完成说不清；请只保留一个",
    en="“{name}”: “{text}” has two comparators for one figure, so it is unclear whether reaching it "
    "exactly counts; keep one of them",
)

_BROKEN_THROUGH: Final = re.compile("技术|难题|难点|瓶颈|堵点|课题|短板|攻关|壁垒").search
"""What one breaks through (突破), rather than exceeds."""


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """The grammar has seen it; say so, unless 突破 is a verb: 突破关键核心技术15项以上."""
    for target in plan.targets:
        for one in target.phrases:
            if one.phrase is None or not one.phrase.double:
                continue
            if not ("突破" in one.text and _BROKEN_THROUGH(target.name)):
                yield Finding(at(one.node), DOUBLE(name=target.name, text=one.text), target, one.text)


rule = Rule("TGT013", "double-comparator", Severity.WARNING, Authority.PRACTICE, __doc__, check)
