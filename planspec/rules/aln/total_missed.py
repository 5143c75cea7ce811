"""Subordinates together miss the superior's total / 下级合计达不到上级总数

何事：上级分解给各地的数相加，或者全部下级方案的目标相加，小于上级自己的总数。
What: What the superior allocated to the places below, or what all of them promise, adds up to less than its
own total.

缘由：每个地方都完成了，总任务还是完不成；缺口没有人承担。
Why: Every place may meet its figure and the total still fails; nobody answers for the gap.

改法：调整分解数，使合计不小于总数；由市本级直接承担的部分，请在分解中列出。
Mend: Change the allocations until they reach the total; list what the superior does itself as an allocation.

依据：逻辑：部分之和。只有每个下级都有数、单位相同时才判断。
Authority: logic; the sum of the parts. Judged only where every subordinate has a figure in the same unit.

Bad:

    planspec: 1
    title: 某市2025年计划
    jurisdiction: 430500
    year: 2025
    extent: targets-only
    goals:
      - targets:
          新增规模工业企业: 100家
    #               ^^^^ total-missed
    allocations:
      新增规模工业企业: {"430521": 30家, "430522": 30家, "430523": 30家}

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
      新增规模工业企业: {"430521": 30家, "430522": 30家, "430523": 40家}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from planspec.align.case import Case
from planspec.align.facts import Allocation, Held, Spot, TargetFact, Value
from planspec.align.standing import additive
from planspec.phrase import Measure, Phrase, look_up, parse
from planspec.phrase.numbers import written
from planspec.registry import subordinates
from planspec.rules.rule import Authority, Contrast, Options, Rule
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Message, Template

ALLOCATED = Template(
    zh="“{name}”总数为“{text}”，分解给{count}个地方的合计只有{sum}，还差{gap}；请调整分解数",
    en="“{name}” is “{text}”, but what is allocated to {count} places adds up to {sum} only, {gap} short; "
    "adjust the allocations",
)
PROMISED = Template(
    zh="“{name}”总数为“{text}”，所辖{count}个地方的方案合计只有{sum}，还差{gap}；请与各地核对",
    en="“{name}” is “{text}”, but the plans of the {count} places below add up to {sum} only, {gap} short; "
    "settle it with them",
)
PART = Template(zh="其中“{text}”", en="“{text}” of it")
_SHOWN = 5
_FEWEST = 2


def check(case: Case, options: Options) -> Iterator[Contrast]:
    """Add up allocations; where there are none, the plans of all the places below."""
    shares: dict[str, list[Allocation]] = {}
    for one in case.plan.allocations:
        shares.setdefault(one.key, []).append(one)
    places = frozenset(place.code for place in subordinates(case.plan.code)) if case.below else frozenset()
    below = {held.code: held for held in case.below}
    promised = _promised(below) if places and places == below.keys() else {}
    for target in case.promises:
        if target.scope:
            continue
        for value, total in target.phrases(case.registry):
            if not additive(total):
                continue
            given = [(one.value, parse(one.value.text)) for one in shares.get(target.key, ())]
            if given:
                yield from _judge(target, value, total, given, ALLOCATED, Confidence.HIGH)
            elif len(found := promised.get(target.key, ())) == len(places):
                yield from _judge(target, value, total, found, PROMISED, Confidence.MEDIUM)


def _promised(below: Mapping[str, Held]) -> dict[str, list[tuple[Value, Phrase | None]]]:
    """Return by indicator what each place below promises as a whole, its uppermost statement."""
    found: dict[str, list[tuple[Value, Phrase | None]]] = {}
    for _, held in sorted(below.items()):
        seen: set[str] = set()
        for target in held.open().targets:
            if target.scope or target.key in seen:
                continue
            seen.add(target.key)
            phrases = target.phrases()
            found.setdefault(target.key, []).append(
                phrases[0] if len(phrases) == 1 else (target.values[0], None)
            )
    return found


def _judge(
    target: TargetFact,
    value: Value,
    total: Phrase,
    parts: Sequence[tuple[Value, Phrase | None]],
    template: Template,
    confidence: Confidence,
) -> Iterator[Contrast]:
    if len(parts) < _FEWEST or total.low is None:
        return
    together, quantum = Decimal(0), total.quantum
    for _, phrase in parts:
        if phrase is None or not additive(phrase) or phrase.base != total.base or phrase.low is None:
            return
        if phrase.measure is not total.measure and Measure.AMOUNT not in (phrase.measure, total.measure):
            return
        together += phrase.low
        quantum = min(quantum, phrase.quantum)
    slack = total.quantum / 2 if total.quantum > 1 else Decimal(0)
    if together >= total.low - slack:
        return
    related: tuple[tuple[Spot, Message], ...] = tuple(
        (one.spot, PART(text=one.text)) for one, _ in parts[:_SHOWN]
    )
    message = template(
        name=target.name,
        text=value.text,
        count=len(parts),
        sum=_shown(together, total, quantum),
        gap=_shown(total.low - together, total, quantum),
    )
    yield Contrast(
        value.spot,
        message,
        target.anchor,
        value.text,
        related,
        confidence,
        locator=target.locator,
        title=target.name,
    )


def _shown(figure: Decimal, like: Phrase, finest: Decimal) -> str:
    """Return a figure as a phrase would write it; more finely where it does not come out even."""
    quantum = like.quantum if like.quantum and figure % like.quantum == 0 else finest
    unit = look_up(like.unit)
    factor = unit.factor if unit is not None else Decimal(1)
    return f"{written(figure / factor, (quantum or Decimal(1)) / factor)}{like.unit}"


rule = Rule("ALN006", "total-missed", Severity.WARNING, Authority.LOGIC, __doc__, align=check)
