"""Looser than the overall goal / 要求低于总体目标

何事：附件的目标、任务或分解表里的值，比总体目标里同一指标的要求低，如总体目标“增长7%以上”，附件“增长7%左右”。
What: In an annex, a task or the table an indicator demands less than in the overall goals, such as 增长7%左右
beside 增长7%以上.

缘由：各单位照附件和分解表执行；照此完成，总体目标仍可能落空。
Why: Offices carry out the annex and the table; they may do all of it and the overall goal is still missed.

改法：把附件、分解表的值提到总体目标的要求，或者核对总体目标。
Mend: Raise the value to what the overall goal demands, or check the overall goal.

依据：逻辑：分解到附件和表格的要求不低于总体目标。
Authority: logic; what is handed down demands no less than the overall goal.

Bad:

    goals:
      - targets: {规模工业增加值: 增长7%以上}
    actions:
      - action: 产业培塑行动
        annex: 1
        goals:
          - targets: {规模工业增加值: 增长7%左右}
    #                          ^^^^^^ looser-than-goal

Good:

    goals:
      - targets: {规模工业增加值: 增长7%左右}
    actions:
      - action: 产业培塑行动
        annex: 1
        goals:
          - targets: {规模工业增加值: 增长7%以上}
"""

from __future__ import annotations

from collections.abc import Iterator

from planspec.model import PhraseAt, Plan, Target
from planspec.phrase import Comparator, Firmness, Measure, Phrase, Relation
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.rules.tgt._shared import (
    HERE,
    OVERALL,
    WORK,
    copies,
    fill,
    may_be_part,
    one_thing,
    relation,
    where,
)
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Template
from planspec.source.place import at

LOOSER = Template(
    zh="“{name}”这里为“{here}”，比{where}的“{there}”宽松，按此完成仍可能达不到总体目标；请核对，使两处一致",
    en="“{name}” demands only “{here}” here but “{there}” in {where}: meeting this may still miss the "
    "overall goal; raise it",
)
LESS_FIRM = Template(
    zh="“{name}”在{where}中为“{there}”，这里为“{here}”，加了“力争”，约束力减弱；请核对是否有意",
    en="“{name}” is “{there}” in {where}; here it is “{here}”, which only strives for it (力争); check "
    "that this is meant",
)

_UNMEASURED = (Measure.TREND, Measure.DEFERRED)


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Compare each copy below with the first comparable value of the overall plan."""
    for group in copies(plan):
        overall = [
            (target, one, one.phrase)
            for target in group
            if target.role in OVERALL
            for one in target.phrases
            if one.phrase is not None
        ]
        if not overall:
            continue
        for target in group:
            if target.role in OVERALL:
                continue
            for one in target.phrases:
                if one.phrase is not None:
                    yield from _judge(target, one, one.phrase, overall, group)


def _judge(
    target: Target,
    one: PhraseAt,
    phrase: Phrase,
    overall: list[tuple[Target, PhraseAt, Phrase]],
    group: list[Target],
) -> Iterator[Finding]:
    for above, upper, reference in overall:
        if not one_thing(above, target):
            continue
        found = relation(reference, phrase, target)
        if found is Relation.NOT_COMPARABLE:
            continue
        if found is Relation.LOOSER and not (
            may_be_part(reference, phrase, group, target)
            or _firmer(reference, phrase)
            or _meets(reference, phrase)
        ):
            worded = phrase.measure is Measure.TREND
            if worded and target.role in WORK:
                return  # a task may speak in words of what the goal puts in figures
            yield _finding(LOOSER, target, one, above, upper, Severity.INFO if worded else None)
        elif found is Relation.EQUAL and _less_firm(reference, phrase):
            yield _finding(LESS_FIRM, target, one, above, upper, Severity.INFO)
        return


def _firmer(reference: Phrase, phrase: Phrase) -> bool:
    """Say whether the copy only trades 力争达到90%以上 for 达到90%: less room, or more will; who can tell."""
    strives = reference.firmness is Firmness.STRIVE and phrase.firmness is not Firmness.STRIVE
    return strives and reference.figure == phrase.figure


def _meets(reference: Phrase, phrase: Phrase) -> bool:
    """Say whether a copy that is met meets the goal: 新增6家 for 新增6家以上, as 以上 includes the figure itself."""
    return (
        phrase.comparator is Comparator.EQ
        and reference.comparator in (Comparator.GE, Comparator.LE)
        and reference.figure == phrase.figure
    )


def _less_firm(reference: Phrase, phrase: Phrase) -> bool:
    if reference.measure in _UNMEASURED:
        return False
    return phrase.firmness is Firmness.STRIVE and reference.firmness is not Firmness.STRIVE


def _finding(
    template: Template,
    target: Target,
    one: PhraseAt,
    above: Target,
    upper: PhraseAt,
    severity: Severity | None,
) -> Finding:
    place = where(above)
    return Finding(
        at(one.node),
        fill(template, place, name=target.name, here=one.text, there=upper.text),
        target,
        f"{upper.text}>{one.text}",
        ((at(upper.node), fill(HERE, place, text=upper.text)),),
        None if severity is None else Confidence.MEDIUM,
        severity,
    )


rule = Rule("TGT002", "looser-than-goal", Severity.WARNING, Authority.LOGIC, __doc__, check)
