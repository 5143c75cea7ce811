"""One indicator, conflicting values / 同一指标前后数值矛盾

何事：同一个指标在总体目标、总体方案、附件目标、任务或分解表里写了几处，几处的数值不能同时成立；两个行动对同一总量
（粮食产量等）的要求相差一倍以上，也提示核对。
What: One indicator stands in several places (overall goals, annex, task, table) with values that cannot all
be true; or two actions demand of one whole (grain output …) figures of which one is more than twice the other.

缘由：考核以哪个数为准说不清；各单位会各取所需，数据也无法汇总。
Why: Nobody knows which figure is assessed; every office may pick its own, and the data cannot be added up.

改法：核对后统一；如果口径、范围本来不同，用 scope 写明，如“城区”“规上企业”。
Mend: Settle on one figure; where the scope differs, say so in `scope`, such as 城区 or 规上企业.

依据：逻辑：同一指标在一份方案里只能有一个目标值。
Authority: logic; within one plan an indicator has one target.

Bad:

    goals:
      - targets: {高新技术产业增加值: 增长8%}
    actions:
      - action: 创新提升行动
        annex: 1
        goals:
          - targets: {高新技术产业增加值: 增长6%}
    #                            ^^^^ conflicting-values

Good:

    goals:
      - targets: {高新技术产业增加值: 增长8%}
    actions:
      - action: 创新提升行动
        annex: 1
        goals:
          - targets: {高新技术产业增加值: 增长8%以上}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from planspec.model import PhraseAt, Plan, Target, TargetRole
from planspec.phrase import Measure, Phrase, Relation
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.rules.tgt._shared import (
    GOALS,
    HERE,
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

CONFLICT = Template(
    zh="“{name}”这里为“{here}”，{where}中为“{there}”，两处不能同时成立；请核对后统一，口径不同的请写明适用范围"
    "（scope）",
    en="“{name}” is “{here}” here but “{there}” in {where}, and both cannot be true; settle on one, or "
    "state the scopes in `scope` if they differ",
)
UNEVEN = Template(
    zh="“{name}”在同一段目标中写了两次，先为“{there}”，后为“{here}”，要求不同；请核对后统一",
    en="“{name}” stands twice among the same goals, as “{there}” and as “{here}”, which demand different "
    "things; make them agree",
)

FAR = Template(
    zh="“{name}”这里为“{here}”，{where}中为“{there}”，相差一倍以上，不像同一个数；请核对后统一，口径不同的请写明适用范围"
    "（scope）",
    en="“{name}” is “{here}” here but “{there}” in {where}, more than twice as much or less than half: they can "
    "hardly be one figure; settle on one, or state the scopes in `scope` if they differ",
)

_MOST: Final = 12
"""Different values of one indicator that later ones are compared with: bounds the work on odd plans."""
_STEADY: Final = (Measure.GROWTH, Measure.MEAN_GROWTH, Measure.LEVEL, Measure.SHARE, Measure.RANK)
"""Measures of the whole: two tasks that state them speak of one figure; what they add may be two things."""
_STATED: Final = {Measure.LEVEL, Measure.AMOUNT}
_WHOLES: Final = ("mass", "area", "volume", "energy")


class _Copy(NamedTuple):
    target: Target
    one: PhraseAt
    phrase: Phrase


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Compare each copy with the different values above it; speak once for each place that deviates."""
    for group in copies(plan):
        known: list[_Copy] = []
        memory: dict[tuple[int, int], Relation] = {}
        for target in group:
            for one in target.phrases:
                if one.phrase is None:
                    continue
                copy = _Copy(target, one, one.phrase)
                finding = _judge(copy, known, group, memory)
                if finding is not None:
                    yield finding
                elif len(known) < _MOST and not any(_alike(other, copy) for other in known):
                    known.append(copy)


def _alike(one: _Copy, two: _Copy) -> bool:
    """Say whether what differs from the second differs from the first as well."""
    if two.target.indicator is None and one.target.action is not two.target.action:
        return False
    return one.phrase is two.phrase or one.phrase.means(two.phrase)


def _judge(
    copy: _Copy, known: list[_Copy], group: list[Target], memory: dict[tuple[int, int], Relation]
) -> Finding | None:
    """Return a finding if the copy deviates from one above; the uppermost is named."""
    for upper in known:
        if upper.phrase is copy.phrase or upper.target is copy.target:
            continue
        pair = (id(upper.phrase), id(copy.phrase))
        found = memory.get(pair)
        if found is None:
            found = memory[pair] = relation(upper.phrase, copy.phrase, copy.target)
        if found is Relation.CONFLICTING:
            if _comparable(upper, copy, group):
                return _finding(CONFLICT, upper, copy)
        elif found in (Relation.LOOSER, Relation.TIGHTER):
            if _same_goals(upper.target, copy.target):
                return _finding(UNEVEN, upper, copy)
            if _far_apart(upper, copy):
                return _finding(FAR, upper, copy)
    return None


def _comparable(upper: _Copy, lower: _Copy, group: list[Target]) -> bool:
    above, below = upper.target, lower.target
    if not one_thing(above, below):
        return False
    if below.role in GOALS:
        return True
    if above.role in GOALS:
        return not may_be_part(upper.phrase, lower.phrase, group, below)
    if below.role is TargetRole.BREAKDOWN or above.role is TargetRole.BREAKDOWN:
        return False  # a row and its task are another rule's matter
    if lower.phrase.measure not in _STEADY:
        return False
    return below.indicator is not None or lower.phrase.measure is Measure.GROWTH


def _far_apart(upper: _Copy, lower: _Copy) -> bool:
    """Say whether two floors of one whole (粮食产量 31万吨以上, 13.14万吨以上) are too far apart to be one figure.

    Counts and money are left out: those of a task may be its share. So is what falls short of a goal, which is
    another rule's matter.
    """
    above, below = upper.target, lower.target
    if above.role in GOALS or below.indicator is None or above.action is below.action:
        return False
    if below.indicator.dimension not in _WHOLES or not one_thing(above, below):
        return False
    measures = {upper.phrase.measure, lower.phrase.measure}
    one, two = upper.phrase.figure, lower.phrase.figure
    return (
        measures <= _STATED and one is not None and two is not None and max(one, two) >= 2 * min(one, two) > 0
    )


def _same_goals(one: Target, two: Target) -> bool:
    return one.role is two.role and one.role in GOALS and one.action is two.action and one_thing(one, two)


def _finding(template: Template, upper: _Copy, lower: _Copy) -> Finding:
    above, below = upper.target, lower.target
    place = where(above)
    message = fill(template, place, name=below.name, here=lower.one.text, there=upper.one.text)
    sure = template is CONFLICT and below.role in GOALS
    return Finding(
        at(lower.one.node),
        message,
        below,
        f"{upper.one.text}≠{lower.one.text}",
        ((at(upper.one.node), fill(HERE, place, text=upper.one.text)),),
        Confidence.HIGH if sure else Confidence.MEDIUM,
        Severity.ERROR if sure else Severity.WARNING,
    )


rule = Rule("TGT001", "conflicting-values", Severity.ERROR, Authority.LOGIC, __doc__, check)
