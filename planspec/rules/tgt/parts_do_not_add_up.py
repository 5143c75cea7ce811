"""Parts do not add up / 分项之和与总数不符

何事：指标写明由几项组成（parts），各项的数加起来与总数对不上。四舍五入造成的零头、“左右”的出入不算。
What: An indicator names its `parts`, and their figures do not add up to it. What rounding or 左右 explains
is no fault.

缘由：不是总数错了，就是分项漏了或者错了；按分项完成，总数仍达不到。
Why: Either the total is wrong or a part is missing or wrong; all parts may be met and the total still
missed.

改法：核对总数与分项；分项没有列全的，不要写进 parts，改在各分项上写 part_of。
Mend: Check total and parts; where the list of parts is not complete, drop `parts` and write `part_of` on
each part.

依据：逻辑：各分项之和等于总数。
Authority: logic; the parts sum up to the whole.

Bad:

    goals:
      - targets:
          循环经济总产值: {value: 达到90亿元, parts: [资源再生产值, 绿色矿业产值]}
    #                      ^^^^^^ parts-do-not-add-up
          资源再生产值: 达到75亿元
          绿色矿业产值: 达到12亿元

Good:

    goals:
      - targets:
          循环经济总产值: {value: 达到87亿元, parts: [资源再生产值, 绿色矿业产值]}
          资源再生产值: 达到75亿元
          绿色矿业产值: 达到12亿元
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from planspec.model import PhraseAt, Plan, Target
from planspec.phrase import Phrase
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.rules.tgt._shared import Interval, Lookup, addable, floors, interval, shown
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Template
from planspec.source.place import at

SUM = Template(
    zh="“{name}”为“{text}”，其{count}个分项（{parts}）合计{total}，{side}{gap}；请核对总数和分项",
    en="“{name}” is “{text}”, its {count} parts ({parts}) add up to {total}, {gap} {side_en}; check the "
    "total and the parts",
)
PART = Template(zh="分项“{name}”在这里：{text}", en="Part “{name}” stands here: {text}")


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Add up the parts of each target that names some, by its own unit and measure."""
    wholes = [target for target in plan.targets if len(target.parts) > 1]
    if not wholes:
        return
    lookup = Lookup(plan)
    for whole in wholes:
        parts = [lookup.find(name, whole) for name in whole.parts]
        found = [part for part in parts if part is not None]
        if len(found) < len(parts) or len({id(part) for part in found}) < len(found):
            continue
        for one in whole.phrases:
            if one.phrase is not None:
                yield from _judge(whole, one, one.phrase, found)


def _judge(whole: Target, one: PhraseAt, phrase: Phrase, parts: list[Target]) -> Iterator[Finding]:
    summands: list[tuple[Target, PhraseAt, Phrase]] = []
    for part in parts:
        for other in part.phrases:
            if other.phrase is not None and addable(phrase, other.phrase):
                summands.append((part, other, other.phrase))
                break
        else:
            return  # a part without a figure of this kind
    as_stated = floors(phrase, *(part for _, _, part in summands))
    limit = interval(phrase, as_stated=as_stated)
    intervals = [interval(part, as_stated=as_stated) for _, _, part in summands]
    if any(limit.below(part) for part in intervals):
        return  # a part that exceeds the whole by itself is another rule's matter
    total = Interval(Decimal(0), Decimal(0))
    for part_interval in intervals:
        total += part_interval
    if not (total.below(limit) or limit.below(total)):
        return
    figure = sum((part.figure for _, _, part in summands if part.figure is not None), Decimal(0))
    stated = phrase.figure or Decimal(0)
    fine = min((phrase, *(part for _, _, part in summands)), key=lambda each: each.quantum)
    message = SUM(
        name=whole.name,
        text=one.text,
        count=len(summands),
        parts="＋".join(other.text for _, other, _ in summands),
        total=shown(figure, fine),
        gap=shown(abs(figure - stated), fine),
        side="少" if figure < stated else "多",
        side_en="less" if figure < stated else "more",
    )
    related = tuple((at(other.node), PART(name=part.name, text=other.text)) for part, other, _ in summands)
    confidence = Confidence.MEDIUM if as_stated else None
    yield Finding(at(one.node), message, whole, one.text, related, confidence)


rule = Rule("TGT003", "parts-do-not-add-up", Severity.ERROR, Authority.LOGIC, __doc__, check)
