"""Part exceeds its whole / 部分大于整体

何事：写明是其中数的指标（part_of，或列在 parts 里的分项），数值比它所属的总数还大；并列写出、按定义即有包含
关系的指标（如企业与经营主体）也一样。
What: A target that is declared part of another (`part_of`, or listed in its `parts`) has a greater figure
than that one. So has one indicator beside another that includes it by definition (企业 in 经营主体).

缘由：其中数不可能大于总数；不是两处有一处写错，就是它本来不属于这个总数。
Why: A part cannot exceed its whole; one of the two figures is wrong, or the part does not belong to that
whole.

改法：核对两个数；不是其中数的，去掉 part_of 或 parts。
Mend: Check both figures; where it is no part of it, drop `part_of` or `parts`.

依据：逻辑：部分不大于整体。
Authority: logic; a part is not greater than its whole.

Bad:

    goals:
      - targets:
          10亿元以上建设项目: 铺排61个
          50亿级项目: {value: 80个, part_of: 10亿元以上建设项目}
    #                     ^^^ part-exceeds-whole

Good:

    goals:
      - targets:
          10亿元以上建设项目: 铺排61个
          50亿级项目: {value: 20个, part_of: 10亿元以上建设项目}
"""

from __future__ import annotations

from collections.abc import Iterator

from planspec.model import Plan, Target
from planspec.phrase import Measure
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.rules.tgt._shared import (
    HERE,
    Lookup,
    addable,
    fill,
    floors,
    interval,
    side_by_side,
    where,
)
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Template
from planspec.source.place import at

EXCEEDS = Template(
    zh="“{name}”为“{text}”，是“{whole}”的组成部分，而后者仅为“{there}”，部分不应大于整体；请核对两处数字",
    en="“{name}” is “{text}” and part of “{whole}”, which is only “{there}”; a part cannot exceed its "
    "whole, check both",
)


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Compare each part with its whole where both state figures of one kind."""
    pairs: dict[tuple[int, int], tuple[Target, Target]] = {}
    declared = [target for target in plan.targets if target.part_of is not None or target.parts]
    lookup = Lookup(plan) if declared else None
    for target in declared:
        assert lookup is not None
        if target.part_of is not None:
            whole = lookup.find(target.part_of, target)
            if whole is not None:
                pairs.setdefault((id(target), id(whole)), (target, whole))
        for name in target.parts:
            part = lookup.find(name, target)
            if part is not None:
                pairs.setdefault((id(part), id(target)), (part, target))
    for part, whole in pairs.values():
        yield from _judge(part, whole, declared=True)
    for part, whole in side_by_side(plan):
        if (id(part), id(whole)) not in pairs:
            yield from _judge(part, whole, declared=False)


def _judge(part: Target, whole: Target, *, declared: bool) -> Iterator[Finding]:
    measures = {other.phrase.measure for other in whole.phrases if other.phrase is not None}
    for one in part.phrases:
        for other in whole.phrases:
            if one.phrase is None or other.phrase is None or not addable(other.phrase, one.phrase):
                continue
            if one.phrase.measure is Measure.AMOUNT and Measure.LEVEL in measures - {other.phrase.measure}:
                continue  # of 达到4.2万户 and 净增2960户, a bare figure is more likely part of the former
            if not declared and not one.phrase.measure is other.phrase.measure is Measure.LEVEL:
                continue
            as_stated = floors(one.phrase, other.phrase)
            if interval(other.phrase, as_stated=as_stated).below(interval(one.phrase, as_stated=as_stated)):
                message = EXCEEDS(name=part.name, text=one.text, whole=whole.name, there=other.text)
                related = ((at(other.node), fill(HERE, where(whole), text=other.text)),)
                confidence = None if declared and not as_stated else Confidence.MEDIUM
                yield Finding(at(one.node), message, part, f"{one.text}>{other.text}", related, confidence)
                break


rule = Rule("TGT004", "part-exceeds-whole", Severity.ERROR, Authority.LOGIC, __doc__, check)
