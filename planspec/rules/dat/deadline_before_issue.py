"""Deadline before the plan was issued / 完成时限早于成文日期

何事：完成时限在方案成文（印发）之前，如2024年4月30日印发的方案里写“3月底前”；或者成文日期已经在方案年度之后。
What: A deadline lies before the plan was issued, such as 3月底前 in a plan issued on 30 April; or the plan was
issued after its own year had ended.

缘由：文件印发时已经过期，谁也无法按期完成；多半是起草早、印发迟，时限没有顺延。
Why: It had passed when the document came out, so nobody could meet it; most often the draft was early, the issue
late, and the deadline was not moved.

改法：把时限顺延到印发之后；已经完成的写成已有的成果；或者核对成文日期（issued）。
Mend: Move the deadline, or say what has been done already, or check the date of issue (`issued`).

依据：逻辑：文件不能规定印发之前的时限。
Authority: logic; a document cannot set a deadline before its own date.

Bad:

    issued: 2024-04-30
    actions:
      - action: 安全守底行动
        tasks:
          - title: 隐患排查
            lead: 县应急管理局
            by: 2024-03-31
    #           ^^^^^^^^^^ deadline-before-issue
            deliverables: [建立隐患台账]

Good:

    issued: 2024-04-30
    actions:
      - action: 安全守底行动
        tasks:
          - title: 隐患排查
            lead: 县应急管理局
            by: 2024-06-30
            deliverables: [建立隐患台账]
"""

from __future__ import annotations

from collections.abc import Iterator

from planspec.model import Plan
from planspec.rules.dat._shared import deadlines, issued, years
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Message, Template
from planspec.source.place import at_value

EARLIER = Template(
    zh="“{name}”的时限“{text}”早于方案的成文日期（{issued}），印发时已经过期；请顺延时限，或者核对成文日期",
    en="“{name}” is due “{text}”, before the plan was issued on {issued}, so nobody could meet it; move the deadline "
    "or check the date of issue",
)
TOO_LATE = Template(
    zh="成文日期（{issued}）在方案年度（{year}年）之后，印发时各项任务都已到期；请核对年度（year）和成文日期（issued）",
    en="The plan was issued on {issued}, after its own year {year}, when all its tasks were due already; check `year` "
    "and `issued`",
)
ISSUED = Message(zh="成文日期写在这里", en="the date of issue stands here")


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Judge deadlines of the plan's years; those of earlier years are leftovers, another rule's matter."""
    day = issued(plan)
    if day is None or plan.year is None:
        return
    first, last = years(plan)
    place = at_value(plan.node, "issued")
    if day.year > last:
        yield Finding(place, TOO_LATE(issued=plan.issued, year=plan.year), plan, plan.issued)
        return
    for due in deadlines(plan):
        found = due.deadline
        if found is None or not first <= found.day.year or found.day >= day:
            continue
        message = EARLIER(name=due.name, text=due.text, issued=plan.issued)
        confidence = Confidence.HIGH if found.dated else Confidence.MEDIUM
        yield Finding(due.place, message, due.item, due.text, ((place, ISSUED),), confidence)


rule = Rule("DAT002", "deadline-before-issue", Severity.WARNING, Authority.LOGIC, __doc__, check)
