"""Several leads, none first / 多个单位牵头而未分主次

何事：一项任务由三个以上单位牵头，没有写明以谁为主；或者写了“分别牵头”，却没有说明各自牵头哪一部分。两家共同
牵头是通常做法，不报告；要求更严的，把选项 min_leads 设为2。
半数以上任务都这样写、又有八项以上的，合并为一条。
What: Three or more units lead one task and none is said to be the first; or they lead “separately” (分别牵头)
without a word on who leads which part. Two joint leads are usual and pass; set the option `min_leads` to 2
to be told of them as well. Eight and more, and over half of what has a lead, are one finding.

缘由：都牵头等于都不牵头：谁召集、谁汇总、谁对结果负责，要等出了问题才来争。
Why: Where all lead, none does: who convenes, who reports and who answers for the result is argued when it
is late.

改法：写明第一牵头单位（first_lead）；分别牵头的，把任务拆成几个子任务（tasks），各自写明牵头单位。
Mend: Name the principal lead in `first_lead`; where they lead separately, split the task into sub-tasks
with a lead each.

依据：工作惯例：一项任务一个牵头单位，确需共同牵头的，排在首位的为主。
Authority: practice; one task, one lead, and where a joint lead is needed the first one is the principal.

Bad:

    actions:
      - action: 激发需求行动
        tasks:
          - title: 提振消费
            lead: [县商务局, 县发改局, 县文旅广体局]
    #       ^^^^ several-leads

Good:

    actions:
      - action: 激发需求行动
        tasks:
          - title: 提振消费
            lead: [县商务局, 县发改局, 县文旅广体局]
            first_lead: 县商务局
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from planspec.model import Action, Plan, Row, Section, Task
from planspec.model.build import text_of
from planspec.rules.res._shared import holders, names, title_of
from planspec.rules.rows import restated
from planspec.rules.rule import Authority, Finding, Option, Options, Rule
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Message, Template
from planspec.source.place import at_key, at_value

NONE_FIRST = Template(
    zh="“{title}”由{units}共同牵头，未明确以谁为主，容易互相等待；请写明第一牵头单位（first_lead）",
    en="“{title}” is led by {units} together and none is said to come first, so each may wait for the others; "
    "name the principal in "
    "`first_lead`",
)
SEPARATELY = Template(
    zh="“{title}”由{units}分别牵头，但未说明各自牵头哪一部分；请拆成子任务（tasks），各自写明牵头单位（lead）",
    en="“{title}” is led by {units} separately, but not a word says who leads which part; split it into "
    "sub-tasks with a lead each",
)
OFTEN = Template(
    zh="方案有{count}项任务由{fewest}家以上单位共同牵头，都未明确以谁为主（{titles}等），容易互相等待；请逐项写明第一牵头单位"
    "（first_lead），约定以排在首位的为主的，照此逐项填写",
    en="{count} tasks are led by {fewest} or more units together and none is said to come first ({titles} …), so each may "
    "wait for the others; name the principal of each in `first_lead`; where the first named is meant, write it there",
)
HERE = Template(zh="“{title}”由{units}共同牵头", en="“{title}” is led by {units} together")

_MANY: Final = 8
"""So many, and most of those that have a lead, are one finding: it is how this plan writes."""
_SHOWN: Final = 3


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Joint leads count from `min_leads` on; leads who work separately always. A row that repeats its task's
    leads adds nothing."""
    fewest = options["min_leads"]
    repeated: set[int] | None = None
    together: list[tuple[Finding, Message]] = []
    led = 0
    for holder in holders(plan):
        refs = holder.own.lead
        led += bool(refs)
        if len(refs) < 2 or holder.own.first_lead:
            continue
        if isinstance(holder, Row):
            if repeated is None:
                repeated = {id(row) for row, task in restated(plan) if task and _alike(row, task)}
            if id(holder) in repeated:
                continue
        keys = {ref.key for ref in refs}
        if len(keys) < 2:
            continue
        place, title, units = at_key(holder.node, "lead"), title_of(holder), names(refs)
        subject = "、".join(sorted(keys))
        if "分别" in text_of(holder.node, "note"):
            yield Finding(
                place, SEPARATELY(title=title, units=units), holder, subject, severity=Severity.WARNING
            )
        elif isinstance(fewest, int) and len(keys) >= fewest:
            confidence = Confidence.LOW if len(keys) == 2 else Confidence.MEDIUM
            message = NONE_FIRST(title=title, units=units)
            finding = Finding(place, message, holder, subject, confidence=confidence)
            together.append((finding, HERE(title=title, units=units)))
    if len(together) < _MANY or len(together) * 2 <= led:
        yield from (finding for finding, _ in together)
        return
    shown = together[:_SHOWN]
    titles = [title_of(one.item) for one, _ in shown if isinstance(one.item, Action | Section | Task | Row)]
    yield Finding(
        at_value(plan.node, "title"),
        OFTEN(count=len(together), fewest=fewest, titles=Message("、".join(titles), ", ".join(titles))),
        plan,
        related=tuple((one.at, said) for one, said in shown),
    )


def _alike(row: Row, task: Task) -> bool:
    return {ref.key for ref in row.own.lead} == {ref.key for ref in task.own.lead}


rule = Rule(
    "RES003",
    "several-leads",
    Severity.INFO,
    Authority.PRACTICE,
    __doc__,
    check,
    confidence=Confidence.MEDIUM,
    options=(
        Option(
            "min_leads",
            3,
            Message(
                zh="共同牵头的单位达到几个时报告",
                en="the number of joint leads from which on they are reported",
            ),
        ),
    ),
)
