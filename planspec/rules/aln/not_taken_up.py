"""Superior's target not taken up / 没有承接上级目标

何事：上级方案总体目标中的指标，本级方案从头到尾没有出现。
What: An indicator of the superior's overall goals appears nowhere in the plan.

缘由：没有承接的目标，到年底无人负责；漏写往往只是起草时没有对照。
Why: A target that nobody takes up has nobody to answer for it; mostly it was simply overlooked.

改法：在目标中补上这一指标；不适用于本地的，可写明“以市定目标为准”或加入基线并说明理由。
Mend: Add the indicator to the goals; where it does not apply, say so (以市定目标为准), or put it into the baseline
with the reason.

依据：上级要求：逐级分解落实。上下级同属一个专项方案时为警告，否则为提示。
Authority: requirement; targets are broken down level by level. A warning where both plans carry out one
programme, else advice.

Bad:

    planspec: 1
    title: 某市实施“八大行动”总体方案
    jurisdiction: 430500
    programme: 八大行动
    year: 2024
    extent: targets-only
    goals:
      - targets:
          规模工业增加值: 增长7%
          固定资产投资: 增长5%
    ---
    planspec: 1
    title: 某县实施“八大行动”总体方案
    jurisdiction: 430522
    programme: 八大行动
    year: 2024
    extent: overall
    basis: [{title: 某市实施“八大行动”总体方案}]
    goals:
    #< not-taken-up
      - targets:
          规模工业增加值: 增长7%

Good:

    planspec: 1
    title: 某市实施“八大行动”总体方案
    jurisdiction: 430500
    programme: 八大行动
    year: 2024
    extent: targets-only
    goals:
      - targets:
          规模工业增加值: 增长7%
    ---
    planspec: 1
    title: 某县实施“八大行动”总体方案
    jurisdiction: 430522
    programme: 八大行动
    year: 2024
    extent: overall
    basis: [{title: 某市实施“八大行动”总体方案}]
    goals:
      - targets:
          全县规模工业增加值: 增长7%
"""

from __future__ import annotations

from collections.abc import Iterator

from planspec.align.case import Case
from planspec.align.standing import cascades
from planspec.model import TargetRole
from planspec.registry import Registry
from planspec.rules.aln._shared import THERE, called
from planspec.rules.rule import Absence, Authority, Contrast, Options, Rule
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Template

MISSING = Template(
    zh="{where}的目标“{name}：{text}”，本方案没有承接；请在目标中补上，不适用的请说明",
    en="The plan does not take up “{name}: {text}” of {where}; add it to the goals, or say why it does not apply",
)


def check(case: Case, options: Options) -> Iterator[Contrast]:
    """Look for each goal of the nearest superior in the plan."""
    tier = case.nearest
    partly = case.plan.extent == "targets-only"  # known in part: what is not recorded may well be stated
    if tier is None or partly or not case.plan.complete or not case.plan.targets:
        return
    mentioned = frozenset(case.plan.mentioned)
    for superior in tier.plans:
        same = bool(superior.programme) and superior.programme == case.plan.programme
        where = called(tier, superior)
        seen: set[str] = set()
        for target in superior.targets:
            if target.role is not TargetRole.GOAL or not target.known or target.scope:
                continue
            if target.key in seen or not mentioned.isdisjoint(_kin(target.key, case.registry)):
                continue
            phrases = target.phrases(case.registry)
            if not any(cascades(phrase, target.direction) for _, phrase in phrases):
                continue
            seen.add(target.key)
            value = phrases[0][0]
            yield Contrast(
                case.plan.goals,
                MISSING(name=target.name, text=value.text, where=where),
                "plan",
                target.key,
                ((value.spot, THERE(where=where, text=value.text)),),
                Confidence.MEDIUM if not same or case.skipped else Confidence.HIGH,
                None if same else Severity.INFO,
                title=target.name,
            )


def _kin(key: str, registry: Registry) -> tuple[str, ...]:
    """Return the indicator with its wholes and parts: a plan that states one of those has taken it up."""
    indicator = registry.indicators.table.get(key)
    return (key,) if indicator is None else (key, *indicator.within, *indicator.parts)


rule = Rule(
    "ALN002",
    "not-taken-up",
    Severity.WARNING,
    Authority.REQUIREMENT,
    __doc__,
    absence=Absence.PLAN,
    align=check,
)
