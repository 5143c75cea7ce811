"""Differs from the superior's allocation / 与上级分解的任务不符

何事：上级把一项指标分解到本地，本方案写得更低，或者没有写。
What: The superior allocated a figure to this place, and the plan asks for less, or does not state it.

缘由：分解下达的任务必须完成；写低了，各地相加就达不到上级的总数。
Why: What is allocated must be done; if it is written lower, the places together miss the superior's total.

改法：按上级分解的数值改正或补上。
Mend: Write the figure that the superior allocated.

依据：上级要求：任务分解表。高于分解数的不报。
Authority: requirement; the superior's allocation table. More than allocated is no fault.

Bad:

    planspec: 1
    title: 某市2025年计划
    jurisdiction: 430500
    year: 2025
    extent: targets-only
    goals:
      - targets:
          新增规模工业企业: 100家
    allocations:
      新增规模工业企业: {"430522": 12家}
    ---
    planspec: 1
    title: 某县2025年计划
    jurisdiction: 430522
    year: 2025
    extent: targets-only
    goals:
      - targets:
          新增规模工业企业: 10家
    #               ^^^ allocation-differs

Good:

    planspec: 1
    title: 某市2025年计划
    jurisdiction: 430500
    year: 2025
    extent: targets-only
    goals:
      - targets:
          新增规模工业企业: 100家
    allocations:
      新增规模工业企业: {"430522": 12家}
    ---
    planspec: 1
    title: 某县2025年计划
    jurisdiction: 430522
    year: 2025
    extent: targets-only
    goals:
      - targets:
          新增规模工业企业: 12家
"""

from __future__ import annotations

from collections.abc import Iterator

from planspec.align.case import Case
from planspec.align.facts import Allocation, TargetFact
from planspec.align.standing import Standing, allotted
from planspec.phrase import parse
from planspec.rules.aln._shared import THERE, called
from planspec.rules.rule import Authority, Contrast, Options, Rule
from planspec.source.diagnostic import Severity
from planspec.source.message import Message, Template

LESS = Template(
    zh="“{name}”定为“{mine}”，{where}分解给本地的是“{theirs}”；请按分解任务改正",
    en="“{name}” is “{mine}”, but {where} allocates “{theirs}” to this place; write what was allocated",
)
ABSENT = Template(
    zh="{where}分解给本地“{name}：{theirs}”，本方案没有写；请补上",
    en="{where} allocates “{name}: {theirs}” to this place, and the plan does not state it; add it",
)


def check(case: Case, options: Options) -> Iterator[Contrast]:
    """Hold the plan against what each superior gave to its place."""
    if not case.plan.targets:
        return
    mine: dict[str, list[TargetFact]] = {}
    for target in case.plan.targets:
        if not target.scope:
            mine.setdefault(target.key, []).append(target)
    mentioned = frozenset(case.plan.mentioned)
    for tier in case.tiers:
        for superior, given in tier.given.get(case.plan.code, ()):
            where = called(tier, superior)
            if given.key in mine:
                yield from _compare(case, mine[given.key], given, where)
            elif given.key not in mentioned and case.plan.complete:
                message = ABSENT(where=where, name=given.name, theirs=given.value.text)
                related = ((given.value.spot, THERE(where=where, text=given.value.text)),)
                yield Contrast(case.plan.goals, message, "plan", given.key, related, title=given.name)


def _compare(case: Case, mine: list[TargetFact], given: Allocation, where: Message) -> Iterator[Contrast]:
    share = parse(given.value.text)
    if share is None:
        return
    for target in mine[:1]:
        for value, phrase in target.phrases(case.registry):
            if allotted(phrase, share, target.direction) is Standing.BELOW:
                yield Contrast(
                    value.spot,
                    LESS(name=target.name, mine=value.text, theirs=given.value.text, where=where),
                    target.anchor,
                    f"{value.text}<{given.value.text}",
                    ((given.value.spot, THERE(where=where, text=given.value.text)),),
                    locator=target.locator,
                    title=target.name,
                )


rule = Rule("ALN005", "allocation-differs", Severity.WARNING, Authority.REQUIREMENT, __doc__, align=check)
