"""Stated order contradicted / 增速高低要求与数字矛盾

何事：方案用文字要求一个指标的增速高于、不低于或同步于另一个（“居民收入增速高于经济增速”），方案里两个指标的
数字却是另一个次序；或者两处文字要求互相颠倒。没有文字要求，但数字不合通行次序（农村居民收入高于城镇居民收入、
居民收入不低于经济增长）的，只作提示。
What: The plan demands in words that one indicator grows faster than, no slower than or in step with another
(居民收入增速高于经济增速), while its own figures have them the other way round, or two such demands contradict
each other. Where no words demand it and the figures merely go against the customary order (rural above urban
income, income no slower than the economy), it is only a hint.

缘由：数字完成了，文字要求必然落空；反过来也一样，考核时各执一词。
Why: Whoever meets the figures breaks the order, and the other way round; assessment becomes a quarrel.

改法：核对两个增速，改数字或者改文字，使次序一致。
Mend: Check both rates and correct a figure or the words until the order holds.

依据：逻辑：同一方案的文字要求与数字一致；通行次序见历年政府工作报告“居民收入增长和经济增长同步”等提法。
Authority: logic; words and figures of one plan agree. The customary order follows the government work reports.

Bad:

    goals:
      - targets:
          地区生产总值: 增长7%
          居民人均可支配收入: [增长6%, 高于经济增速]
    #                       ^^^^^^ order-contradicted

Good:

    goals:
      - targets:
          地区生产总值: 增长7%
          居民人均可支配收入: [增长7.5%, 高于经济增速]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from planspec.model import Plan
from planspec.phrase import Comparator, Measure, Phrase
from planspec.phrase.words import SAME
from planspec.registry import Indicator
from planspec.registry.measures import Measure as Named
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.rules.tgt._figures import GROWTH, Fact, Figures, facts_of, shown
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Template
from planspec.source.place import at

AGAINST = Template(
    zh="这里要求“{name}”“{text}”，但方案中“{name}”为“{own}”，“{other}”为“{there}”，与要求不符；请核对数字或文字，使两者一致",
    en="“{name}” is to be “{text}”, but the plan has “{name}” at “{own}” and “{other}” at “{there}”, which "
    "breaks that order; correct the figures or the words",
)
REVERSED = Template(
    zh="这里要求“{name}”“{text}”，另一处却要求“{other}”“{there}”，两个要求互相颠倒；请核对，只保留一个",
    en="“{name}” is to be “{text}” here, while elsewhere “{other}” is to be “{there}”; the two demands are "
    "opposite, keep one",
)
UNUSUAL = Template(
    zh="“{name}”为“{own}”，低于“{other}”的“{there}”；通常要求前者不低于后者，请核对两个数字",
    en="“{name}” is “{own}”, below “{other}” with “{there}”; usually the former is to be no lower, check both",
)

_AND: Final = re.compile("[和与及、]|以及")
_PERIOD: Final = re.compile("^(?:当年|同期|本年|全年)")
_FASTER: Final = (Comparator.GT, Comparator.GE)
_SLOWER: Final = (Comparator.LT, Comparator.LE)
_IN_STEP: Final = {Comparator.EQ: Decimal("0.5"), Comparator.APPROX: Decimal(1)}
"""By how many points a figure may stay behind and still be in step (同步, 基本同步)."""


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Hold every demanded order, then the customary ones, against the growth that the plan states."""
    figures: Figures | None = None
    demanded: dict[tuple[str, str], Fact] = {}
    reported: set[tuple[str, str]] = set()
    for target in plan.targets:
        for fact in facts_of(target):
            if target.indicator is None or fact.phrase.measure is not Measure.RELATIVE:
                continue
            figures = figures or Figures(plan)
            for other in _references(fact, plan):
                finding = _judge(fact, other, figures, demanded)
                demanded.setdefault((target.key, other.id), fact)
                if finding is not None:
                    reported.add((target.key, other.id))
                    yield finding
    yield from _customary(plan, figures, reported)


def _references(fact: Fact, plan: Plan) -> list[Indicator]:
    """Return the indicators whose growth the phrase refers to; none if it speaks of something else."""
    own = plan.registry.read_indicator(fact.target.name)
    grows = own.measure is Named.GROWTH or "增" in fact.one.text or "同步" in fact.one.text
    found = []
    for written in _AND.split(fact.phrase.reference):
        reference = SAME.get(written, written)
        named = plan.registry.read_indicator(_PERIOD.sub("", reference))
        if named.indicator is None or named.indicator is fact.target.indicator:
            continue
        if grows or named.measure is Named.GROWTH:
            found.append(named.indicator)
    return found


def _judge(
    fact: Fact, other: Indicator, figures: Figures, demanded: dict[tuple[str, str], Fact]
) -> Finding | None:
    target = fact.target
    own = figures.of(target.key.partition("@")[0], GROWTH, target)
    reference = figures.of(other.id, GROWTH, target)
    if own is not None and reference is not None:
        sure = _contradicts(fact.phrase, own.phrase, reference.phrase)
        return None if sure is None else _against(fact, own, reference, sure=sure)
    back = demanded.get((other.id, target.key))
    if back is not None and _opposed(fact.phrase, back.phrase):
        message = REVERSED(name=target.name, text=fact.one.text, other=back.target.name, there=back.one.text)
        return Finding(at(fact.one.node), message, target, f"{fact.one.text}≠{back.one.text}", (shown(back),))
    return None


def _contradicts(demand: Phrase, own: Phrase, reference: Phrase) -> bool | None:
    """Say whether the figures break the demand: certainly (True), as they are written (False), or not (None)."""
    margin = demand.margin or Decimal(0)
    comparator = demand.comparator
    if comparator in _IN_STEP and demand.margin is None:
        margin, comparator = -_IN_STEP[comparator], Comparator.GE
    elif comparator in _IN_STEP:  # 高于…2个百分点 is met by more
        comparator = Comparator.GE if margin > 0 else Comparator.LE
    if comparator in _SLOWER:
        return _broken(own, reference, margin, strict=comparator is Comparator.LT, promise=own.low is None)
    if comparator in _FASTER:
        return _broken(reference, own, -margin, strict=comparator is Comparator.GT, promise=own.high is None)
    return None


def _broken(slow: Phrase, fast: Phrase, margin: Decimal, *, strict: bool, promise: bool) -> bool | None:
    """Say whether slow <= fast + margin (or <) cannot hold (True) or does not by the figures written (False).

    `promise`: the one that the demand is about states a floor or a cap: 6%以上 promises 6% and no more.
    """
    least, most = _bound(slow, lower=True), _bound(fast, lower=False)
    if least is not None and most is not None:
        limit = most + margin
        if least > limit or (strict and least == limit):
            return True
    if not promise or slow.figure is None or fast.figure is None:
        return None
    if Comparator.APPROX in (slow.comparator, fast.comparator):
        return None
    return False if slow.figure > fast.figure + margin else None


def _bound(phrase: Phrase, *, lower: bool) -> Decimal | None:
    value = phrase.low if lower else phrase.high
    if value is None or phrase.comparator is not Comparator.APPROX:
        return value
    return value - phrase.quantum / 2 if lower else value + phrase.quantum / 2


def _opposed(one: Phrase, two: Phrase) -> bool:
    """Say whether A beside B and B beside A cannot both hold."""
    kinds = {one.comparator, two.comparator}
    strict = Comparator.GT in kinds or Comparator.LT in kinds
    return strict and (kinds <= set(_FASTER) or kinds <= set(_SLOWER))


def _against(fact: Fact, own: Fact, reference: Fact, *, sure: bool) -> Finding:
    message = AGAINST(
        name=fact.target.name,
        text=fact.one.text,
        own=own.one.text,
        other=reference.target.name,
        there=reference.one.text,
    )
    subject = f"{fact.one.text}:{own.one.text}<{reference.one.text}"
    confidence = Confidence.HIGH if sure else Confidence.MEDIUM
    related = (shown(own), shown(reference))
    return Finding(at(fact.one.node), message, fact.target, subject, related, confidence)


def _customary(plan: Plan, figures: Figures | None, reported: set[tuple[str, str]]) -> Iterator[Finding]:
    done = set(reported)
    for target in plan.targets:
        if target.indicator is None or not target.indicator.faster_than:
            continue
        own = next((fact for fact in facts_of(target) if fact.phrase.measure is Measure.GROWTH), None)
        if own is None or own.phrase.figure is None:
            continue
        figures = figures or Figures(plan)
        for id in target.indicator.faster_than:
            reference = figures.of(id, GROWTH, target)
            if reference is None or (target.key, id) in done:
                continue
            slower = _broken(
                reference.phrase, own.phrase, Decimal(0), strict=False, promise=own.phrase.high is None
            )
            if slower is not None:
                done.add((target.key, id))
                yield _unusual(own, reference)
                break  # the nearest one says it: below 城镇居民收入, then below 经济增长 as well


def _unusual(own: Fact, reference: Fact) -> Finding:
    message = UNUSUAL(
        name=own.target.name, own=own.one.text, other=reference.target.name, there=reference.one.text
    )
    subject = f"{own.one.text}<{reference.one.text}"
    related = (shown(reference),)
    return Finding(at(own.one.node), message, own.target, subject, related, Confidence.MEDIUM, Severity.INFO)


rule = Rule("TGT010", "order-contradicted", Severity.WARNING, Authority.LOGIC, __doc__, check)
