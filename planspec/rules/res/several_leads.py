"""Several leads, none first / 多个单位牵头而未分主次

何事：一项任务由三个以上单位牵头，没有写明以谁为主；或者写了“分别牵头”，却没有说明各自牵头哪一部分。两家共同
牵头是通常做法，不报告；要求更严的，把选项 min_leads 设为2。
What: Three or more units lead one task and none is said to be the first; or they lead “separately” (分别牵头)
without a word on who leads which part. Two joint leads are usual and pass; set the option `min_leads` to 2
to be told of them as well.

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

from planspec.model import Plan, Row, Task
from planspec.model.build import text_of
from planspec.rules.res._shared import holders, names, title_of
from planspec.rules.rows import restated
from planspec.rules.rule import Authority, Finding, Option, Options, Rule
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Message, Template
from planspec.source.place import at_key

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


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Joint leads count from `min_leads` on; leads who work separately always. A row that repeats its task's
    leads adds nothing."""
    fewest = options["min_leads"]
    repeated: set[int] | None = None
    for holder in holders(plan):
        refs = holder.own.lead
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
            yield Finding(place, NONE_FIRST(title=title, units=units), holder, subject, confidence=confidence)


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
