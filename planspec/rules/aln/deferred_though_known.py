"""Deferred though the superior gives the figure / 上级已有数值仍写“以上级为准”

何事：目标写“完成市定目标”，而上级方案已经给出这一指标的数值。
What: A target is left to the superior although the superior's plan states the figure.

缘由：读方案的人要去翻上级文件才知道目标是多少，责任单位各记各的数。
Why: Readers must look up another document to learn the target, and every unit remembers another figure.

改法：把上级的数值直接写进来。
Mend: Write the superior's figure here.

依据：实践：目标要具体、可考核。上级方案印发在后的，只作提示。
Authority: practice; targets are concrete. Only advice where the superior's plan was issued later.

Bad:

    planspec: 1
    title: 某市2025年计划
    jurisdiction: 430500
    year: 2025
    extent: targets-only
    goals:
      - targets:
          居民消费价格: 涨幅控制在2%左右
    ---
    planspec: 1
    title: 某县2025年计划
    jurisdiction: 430522
    year: 2025
    extent: targets-only
    goals:
      - targets:
          居民消费价格: 完成市定目标
    #             ^^^^^^ deferred-though-known

Good:

    planspec: 1
    title: 某市2025年计划
    jurisdiction: 430500
    year: 2025
    extent: targets-only
    goals:
      - targets:
          居民消费价格: 涨幅控制在2%左右
    ---
    planspec: 1
    title: 某县2025年计划
    jurisdiction: 430522
    year: 2025
    extent: targets-only
    goals:
      - targets:
          居民消费价格: 涨幅控制在2%左右
"""

from __future__ import annotations

from collections.abc import Iterator

from planspec.align.case import Case
from planspec.align.chain import asked
from planspec.align.facts import Facts
from planspec.align.standing import passes_on
from planspec.phrase import Measure
from planspec.rules.aln._shared import beside, source_of, sureness
from planspec.rules.rule import Authority, Contrast, Options, Rule
from planspec.source.diagnostic import Severity
from planspec.source.message import Template

KNOWN = Template(
    zh="“{name}”写的是“{text}”，而{where}已定为“{theirs}”，不写明数值，下面无从分解和考核；请照写",
    en="“{name}” is “{text}”, while {where} has “{theirs}”; write the figure here",
)


def check(case: Case, options: Options) -> Iterator[Contrast]:
    """Look up each deferred promise; what is said of an order (与全国一致) needs no figure of its own."""
    for target in case.promises:
        for value, phrase in target.phrases(case.registry):
            if phrase.measure is not Measure.DEFERRED:
                continue
            tier = asked(case.tiers, passes_on(phrase) or "")
            for found in case.stated(target)[:1]:
                if tier is not None and found.tier.place.level.above(tier.place.level):
                    continue  # a higher superior's figure is not the one that was deferred to
                yield Contrast(
                    value.spot,
                    KNOWN(name=target.name, text=value.text, theirs=found.value.text, where=source_of(found)),
                    target.anchor,
                    value.text,
                    beside(found),
                    sureness(case, found),
                    Severity.INFO if _later(found.tier.plans[0], case.plan) else None,
                    target.locator,
                    target.name,
                )


def _later(superior: Facts, plan: Facts) -> bool:
    return bool(superior.issued and plan.issued) and superior.issued > plan.issued


rule = Rule("ALN004", "deferred-though-known", Severity.WARNING, Authority.PRACTICE, __doc__, align=check)
