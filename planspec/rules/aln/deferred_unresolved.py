"""Deferred and unresolved / 以上级为准而上级没有数值

何事：目标写“完成省定目标”“以市定目标为准”，而现有的上级方案里查不到这一指标的数值。
What: A target is left to the superior (完成省定目标, 以市定目标为准), but the superior's plan at hand gives no figure.

缘由：到考核时才发现没有数，任务就成了空话；应当知道哪些目标还等着上级下达。
Why: Without a figure the promise is empty when it is assessed; one should know which targets still wait.

改法：向上级主管部门核实数值后补上；上级确未下达的，保留并跟踪。
Mend: Ask the superior's lead office for the figure and write it; keep it and follow it up where none has come.

依据：实践：目标应可考核。
Authority: practice; a target should be measurable.

Bad:

    planspec: 1
    title: 某市2025年计划
    jurisdiction: 430500
    year: 2025
    extent: targets-only
    goals:
      - targets:
          规模工业增加值: 增长7%
    ---
    planspec: 1
    title: 某县2025年计划
    jurisdiction: 430522
    year: 2025
    extent: targets-only
    goals:
      - targets:
          规模工业增加值: 增长7%
          城镇调查失业率: 完成市定目标
    #              ^^^^^^ deferred-unresolved

Good:

    planspec: 1
    title: 某市2025年计划
    jurisdiction: 430500
    year: 2025
    extent: targets-only
    goals:
      - targets:
          规模工业增加值: 增长7%
    ---
    planspec: 1
    title: 某县2025年计划
    jurisdiction: 430522
    year: 2025
    extent: targets-only
    goals:
      - targets:
          规模工业增加值: 增长7%
          城镇调查失业率: 控制在5.5%以内
"""

from __future__ import annotations

from collections.abc import Iterator

from planspec.align.case import Case
from planspec.align.chain import asked
from planspec.align.standing import passes_on
from planspec.rules.aln._shared import called
from planspec.rules.rule import Authority, Contrast, Options, Rule
from planspec.source.diagnostic import Severity
from planspec.source.message import Template

OPEN = Template(
    zh="“{name}”写的是“{text}”，但现有的{where}里查不到这一指标的数值，到时无从考核；请向上级核实后补上",
    en="“{name}” is “{text}”, but {where}, as it is at hand, gives no figure for it, so it cannot be assessed; "
    "ask the superior for it and write it here",
)


def check(case: Case, options: Options) -> Iterator[Contrast]:
    """Follow each deferred promise to the superior that it names."""
    for target in case.promises:
        for value, phrase in target.phrases(case.registry):
            level = passes_on(phrase)
            if level is None:
                continue
            tier = asked(case.tiers, level)
            if tier is None or not tier.plans or (target.key, target.scope) in tier.targets:
                continue  # nothing at hand, or stated there: as a figure (ALN004) or left to those above
            if any(tier.place.level.above(found.tier.place.level) for found in case.stated(target)):
                continue  # a nearer superior has it
            yield Contrast(
                value.spot,
                OPEN(name=target.name, text=value.text, where=called(tier, tier.plans[0])),
                target.anchor,
                value.text,
                ((tier.plans[0].goals, called(tier, tier.plans[0])),),
                locator=target.locator,
                title=target.name,
            )


rule = Rule("ALN003", "deferred-unresolved", Severity.INFO, Authority.PRACTICE, __doc__, align=check)
