"""Overall goal that no action carries / 总体目标没有行动承接

何事：总体目标或总体方案的行动段落写了有数字的指标，各行动方案的目标、分节、任务和分解表却都没有它，也没有它的
组成部分、计算它所用的指标，任务标题里也不见它。完成上级任务一类（“完成省定任务”）和由全局工作共同决定的指标
（地区生产总值、居民收入）只作提示；有的行动通篇没有指标，可能用文字承接，也只作提示。只有文字的目标（“稳步提高”）
和没有收录附件的方案不判断。
What: The overall goals, or the overall plan's paragraph on an action, state a figure for an indicator of which no
action's goals, sections, tasks or table say anything: neither the indicator itself, nor its parts, nor what it is
computed from, nor any task's title. Goals deferred to the superior and outcomes of the whole economy (gross product,
incomes) are hints only, and so is everything where an action states no target at all and may carry the goal in
words. Goals in words, and plans whose annexes are not recorded, are left alone.

缘由：没有行动承接，就没有单位对它负责，到年底无从考核，也无人推动。
Why: What no action carries nobody answers for; at the end of the year there is no one to assess.

改法：把这个指标写进有关行动的目标或任务，明确牵头单位；确实不需要的，从总体目标中删去。
Mend: Put the indicator among the goals or tasks of the action that it belongs to, with a lead; or drop the goal.

依据：上级要求：总体方案确定的目标要逐项分解到行动、任务和责任单位。
Authority: what superiors demand: every goal is broken down to actions, tasks and offices.

Bad:

    goals:
      - targets:
          规模工业增加值: 增长7%
          民生支出占比: 保持70%以上
    #     ^^^^^^ goal-not-carried
    actions:
      - action: 产业培塑行动
        annex: 1
        goals:
          - targets: {规模工业增加值: 增长7%}

Good:

    goals:
      - targets:
          规模工业增加值: 增长7%
          民生支出占比: 保持70%以上
    actions:
      - action: 产业培塑行动
        annex: 1
        goals:
          - targets: {规模工业增加值: 增长7%}
      - action: 民生可感行动
        annex: 2
        goals:
          - targets: {民生支出占比: 保持70%以上}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from planspec.model import Plan, Target, TargetRole
from planspec.phrase import Measure, Phrase
from planspec.registry import Direction
from planspec.rules.rule import Absence, Authority, Finding, Options, Rule
from planspec.rules.tgt._carrying import Carriers, macro
from planspec.rules.tgt._shared import OVERALL, fill, where
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Template
from planspec.source.place import at_key

NOBODY = Template(
    zh="{where}中的“{name}”（{text}）在各行动方案的目标、任务和分解表里都没有承接，没有单位对它负责；请写进有关行动并明确"
    "牵头单位，或核对是否保留",
    en="“{name}” ({text}) stands in {where}, but no action's goals, tasks or table carry it, so nobody answers for "
    "it; put it into the action that it belongs to, with a lead, or drop it",
)
SOFT = Template(
    zh="{where}中的“{name}”（{text}）没有行动方案提到；如由某个行动承担，建议在其目标或任务中写明",
    en="“{name}” ({text}) stands in {where}, and no action mentions it; if one of them is to deliver it, say so "
    "among its goals or tasks",
)

_DIGIT: Final = re.compile("[0-9０-９一二三四五六七八九十百千万两倍番]").search


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Look for carriers of each goal: once for each indicator, at its uppermost place."""
    if plan.extent not in ("", "full") or not plan.actions:
        return
    if any(
        not (action.goals or action.sections or action.tasks or action.breakdown) for action in plan.actions
    ):
        return  # an annex is not there yet, and may carry anything
    stating = {id(target.action) for target in plan.targets if target.role not in OVERALL}
    worded = any(id(action) not in stating for action in plan.actions)
    carriers: Carriers | None = None
    told: set[str] = set()
    for target in sorted((one for one in plan.targets if one.role in OVERALL), key=_rank):
        weight = _weigh(target)
        key = target.key.partition("@")[0]
        if target.action is not None and target.action.own.lead:
            continue  # whoever leads the action answers for what its paragraph states
        if weight is None or key in told:
            continue
        carriers = carriers or Carriers(plan)
        if carriers.carry(target, loosely=weight.deferred):
            continue
        told.add(key)
        # An action without any target may carry the goal in words, which a spec does not hold.
        severity = Severity.INFO if worded else weight.severity
        template = NOBODY if severity is Severity.WARNING else SOFT
        message = fill(template, where(target), name=target.name, text=weight.text)
        place = at_key(target.mapping, target.name)
        yield Finding(place, message, target, confidence=Confidence.MEDIUM, severity=severity)


def _rank(target: Target) -> int:
    return OVERALL.index(target.role)


class _Weight(NamedTuple):
    """How grave it is if nobody carries a goal, and the phrase to show."""

    severity: Severity
    text: str
    deferred: bool = False


def _weigh(target: Target) -> _Weight | None:
    """Weigh a goal; None if its absence below says nothing.

    Figures are always transcribed, words are not: 稳步提高 may be carried in words that a spec does not hold.
    """
    indicator = target.indicator
    if indicator is not None and indicator.direction is Direction.NEITHER:
        return None  # prices and the like: nothing that an action could deliver
    for one in target.phrases:
        if one.phrase is not None and _measurable(one.phrase):
            soft = indicator is not None and macro(indicator)
            return _Weight(Severity.INFO if soft else Severity.WARNING, one.text)
    for one in target.phrases:
        deferred = one.phrase is not None and one.phrase.measure is Measure.DEFERRED
        if deferred and indicator is not None and target.role is TargetRole.GOAL:
            return _Weight(Severity.INFO, one.text, deferred=True)
    return None


def _measurable(phrase: Phrase) -> bool:
    if phrase.measure is Measure.RELATIVE:
        return True
    stated = phrase.figure is not None or phrase.measure is Measure.RANK
    return stated and _DIGIT(phrase.text) is not None


rule = Rule(
    "TGT007",
    "goal-not-carried",
    Severity.WARNING,
    Authority.REQUIREMENT,
    __doc__,
    check,
    absence=Absence.PLAN,
)
