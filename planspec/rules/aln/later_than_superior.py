"""Later than the superior's deadline / 晚于上级的时限

何事：同一指标，本方案写的完成时限晚于上级方案。
What: The plan's deadline for an indicator lies after the superior's.

缘由：下级按时完成了，上级仍然超期。
Why: The superior is late even if everyone below is on time.

改法：把时限提前到上级时限之前。
Mend: Move the deadline before the superior's.

依据：上级要求：时限衔接。两边都写明日期时才比较。
Authority: requirement; compared only where both state a date.

Bad:

    planspec: 1
    title: 某市2025年计划
    jurisdiction: 430500
    year: 2025
    extent: targets-only
    goals:
      - targets:
          城乡公交一体化覆盖率: {value: 达到100%, by: 2025-09-30}
    ---
    planspec: 1
    title: 某县2025年计划
    jurisdiction: 430522
    year: 2025
    extent: targets-only
    goals:
      - targets:
          城乡公交一体化覆盖率: {value: 达到100%, by: 2025-11-30}
    #                                     ^^^^^^^^^^ later-than-superior

Good:

    planspec: 1
    title: 某市2025年计划
    jurisdiction: 430500
    year: 2025
    extent: targets-only
    goals:
      - targets:
          城乡公交一体化覆盖率: {value: 达到100%, by: 2025-09-30}
    ---
    planspec: 1
    title: 某县2025年计划
    jurisdiction: 430522
    year: 2025
    extent: targets-only
    goals:
      - targets:
          城乡公交一体化覆盖率: {value: 达到100%, by: 9月底前}
"""

from __future__ import annotations

from collections.abc import Iterator

from planspec.align.case import Case
from planspec.phrase.deadline import read_deadline
from planspec.rules.aln._shared import THERE, called
from planspec.rules.rule import Authority, Contrast, Options, Rule
from planspec.source.diagnostic import Severity
from planspec.source.message import Template

LATER = Template(
    zh="“{name}”的时限是“{mine}”，晚于{where}的“{theirs}”；请提前",
    en="“{name}” is due “{mine}”, after “{theirs}” in {where}; move it forward",
)


def check(case: Case, options: Options) -> Iterator[Contrast]:
    """Compare the deadlines of one indicator in one scope; names that nobody knows must be alike and long."""
    tier, plan = case.nearest, case.plan
    if tier is None:
        return
    for target in case.promises:
        other = tier.targets.get((target.key, target.scope))
        if (
            other is None
            or target.by is None
            or other.by is None
            or not (target.known or len(target.key) >= _LONG)
        ):
            continue
        mine, theirs = read_deadline(target.by.text, plan.year), read_deadline(other.by.text, plan.year)
        if mine is None or theirs is None or mine.day <= theirs.day:
            continue
        where = called(tier, tier.plans[0])
        yield Contrast(
            target.by.spot,
            LATER(name=target.name, mine=target.by.text, theirs=other.by.text, where=where),
            target.anchor,
            f"{target.by.text}>{other.by.text}",
            ((other.by.spot, THERE(where=where, text=other.by.text)),),
            locator=target.locator,
            title=target.name,
        )


_LONG = 5

rule = Rule("ALN009", "later-than-superior", Severity.WARNING, Authority.REQUIREMENT, __doc__, align=check)
