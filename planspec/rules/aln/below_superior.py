"""Below the superior's target / 低于上级目标

何事：本级目标低于上级同一指标的目标；数值相同而上级写“以上”、本级写“左右”的，作为提示。
What: A target asks for less than the superior's target on the same indicator; the same figure stated less
firmly (左右 under 以上) is told as advice.

缘由：各地都低于上级目标，上级目标就完不成；审核时首先比对这一项。
Why: If every place aims lower, the superior's target fails; it is the first thing a reviewer compares.

改法：把目标提高到不低于上级；确有原因的，在上报说明中写明并加入基线。
Mend: Raise the target to the superior's; where there is a reason, state it and put the finding into the baseline.

依据：上级要求：下级计划与上级计划衔接。只比较含义相同的增速、百分点、比例和相对关系，总量和位次不比。
Authority: requirement; plans join with those above. Only growth, points, shares and orders that mean the same
are compared, never totals or ranks.

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
          规模工业增加值: 增长6.5%
    #              ^^^^^^ below-superior

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
          规模工业增加值: 增长7.5%左右
"""

from __future__ import annotations

from collections.abc import Iterator

from planspec.align.case import Case, stand
from planspec.align.standing import Standing
from planspec.rules.aln._shared import beside, source_of, sureness
from planspec.rules.rule import Authority, Contrast, Options, Rule
from planspec.source.diagnostic import Severity
from planspec.source.message import Template

LOWER = Template(
    zh="“{name}”定为“{mine}”，低于{where}的“{theirs}”；请提高到不低于上级目标，确有原因的请写明",
    en="“{name}” is “{mine}”, below “{theirs}” in {where}; raise it to the superior's target, or state why not",
)
SOFTER = Template(
    zh="“{name}”定为“{mine}”，{where}是“{theirs}”，数值相同但说法更宽；请核对是否有意放宽",
    en="“{name}” is “{mine}” where {where} has “{theirs}”: the same figure, stated less firmly; "
    "check that this is meant",
)


def check(case: Case, options: Options) -> Iterator[Contrast]:
    """Hold each promise against the lowest superior that states the indicator."""
    for target in case.promises:
        above = case.stated(target)
        if not above:
            continue
        for value, phrase in target.phrases(case.registry):
            for found in above:
                stands = stand(target, phrase, found, case.registry)
                if stands not in (Standing.BELOW, Standing.SOFTER):
                    continue
                lower = stands is Standing.BELOW
                message = (LOWER if lower else SOFTER)(
                    name=target.name, mine=value.text, theirs=found.value.text, where=source_of(found)
                )
                yield Contrast(
                    value.spot,
                    message,
                    target.anchor,
                    f"{value.text}<{found.value.text}",
                    beside(found),
                    sureness(case, found),
                    None if lower else Severity.INFO,
                    target.locator,
                    target.name,
                )


rule = Rule("ALN001", "below-superior", Severity.WARNING, Authority.REQUIREMENT, __doc__, align=check)
