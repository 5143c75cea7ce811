"""Figures incompatible by a formula / 相关指标的数字不合换算关系

何事：几个指标之间有固定的换算关系，方案里的数字却对不上：比例与它的分子分母（空气质量优良天数比例＝优良天数÷当年
天数，闰年366天），人均、万人均与总量，增长与达到的数和上年数，总数的增速与各组成部分的增速，平均数与各分组的数，
总额与分项之和。按数字的精度和“以上”“左右”留出余地，说不准的不判断。
What: Indicators are tied by a formula and the plan's figures break it: a ratio and its two sides (share of good-air
days = days ÷ days of that year, 366 in a leap year), a per-head figure and its total, growth with the level and last
year's figure, a total's growth and the growth of its parts, a mean and its groups, a sum and its summands. Precision
and words such as 以上 and 左右 leave their room; what cannot be decided is left alone.

缘由：几个数字不可能同时完成，或者完成了这一个，那一个必然差得很远，考核时无所适从。
Why: The figures cannot all be met, or meeting one leaves the other far behind; nobody knows which one counts.

改法：按公式核对各个数字；口径、范围或年份不同的，用 scope、by 写明。
Mend: Recompute the figures; where scope or date differ, say so in `scope` or `by`.

依据：逻辑：指标的定义（国民经济和社会发展统计公报指标解释、环境空气质量评价技术规范 HJ 663）。
Authority: logic; the indicators' definitions (statistical communiqués; HJ 663 for air quality).

Bad:

    goals:
      - targets:
          空气质量优良天数: 达到330天以上
          空气质量优良天数比例: 达到95%以上
    #                 ^^^^^^^ figures-incompatible

Good:

    goals:
      - targets:
          空气质量优良天数: 达到348天以上
          空气质量优良天数比例: 达到95%以上
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from planspec.model import Plan, Target
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.rules.tgt._clash import Clash, Law
from planspec.rules.tgt._figures import Figures, shown
from planspec.rules.tgt._growth import baseline
from planspec.rules.tgt._ratios import DAYS_OF_YEAR, days, ratio, ratio_moves
from planspec.rules.tgt._totals import mean, sectors, total
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.place import at

LAWS: Final[tuple[Law, ...]] = (ratio, ratio_moves, baseline, sectors, mean, total, days)


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Apply every law to the targets that it may concern; the same clash is told once, at its first place."""
    figures: Figures | None = None
    told: set[tuple[str, str]] = set()
    for target in plan.targets:
        if not _tied(target):
            continue
        figures = figures or Figures(plan)
        for law in LAWS:
            for clash in law(target, figures):
                finding = _finding(clash)
                if (target.key, finding.subject) not in told:
                    told.add((target.key, finding.subject))
                    yield finding


def _tied(target: Target) -> bool:
    """Say whether any law may concern a target."""
    if target.parts or target.baseline is not None or len(target.phrases) > 1:
        return True
    indicator = target.indicator
    if indicator is not None and (indicator.quotient or indicator.mean_of or len(indicator.parts) > 1):
        return True
    if indicator is not None and DAYS_OF_YEAR in indicator.within:
        return True
    phrase = target.phrases[0].phrase if target.phrases else None
    return phrase is not None and (phrase.of != "" or phrase.baseline is not None)


def _finding(clash: Clash) -> Finding:
    fact = clash.fact
    subject = "≠".join(one.one.text for one in (fact, *clash.others))
    related = tuple(shown(other) for other in clash.others)
    confidence = Confidence.HIGH if clash.sure else Confidence.MEDIUM
    return Finding(at(fact.one.node), clash.message, fact.target, subject, related, confidence)


rule = Rule("TGT009", "figures-incompatible", Severity.WARNING, Authority.LOGIC, __doc__, check)
