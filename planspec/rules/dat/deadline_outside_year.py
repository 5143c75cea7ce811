"""Deadline after the plan's year / 完成时限晚于方案年度

何事：一份年度方案里的完成时限落在下一年或更晚，如2024年的方案里写“2025-12-31”。方案或任务本身跨年度（三年行动、
“十四五”、2024—2026年）的，以及写明“到2025年底”的多年目标不算。
What: In a plan for one year a deadline lies in a later year, such as 2025-12-31 in a plan for 2024. Plans and
tasks that run for years (三年行动, 十四五, 2024—2026年) are left alone, and so are goals written as 到2025年底.

缘由：年度方案按年度考核，时限在年度之外的任务今年无从考核；也可能只是年份写错。
Why: A yearly plan is assessed at the year's end, when such a task is not yet due; or the year is a slip.

改法：年份写错的改正；确是跨年度的，写“到2025年底……”，并写明本年度要完成到哪一步。
Mend: Correct the year, or write 到2025年底 where the goal does span years and say what is to be done this year.

依据：上级要求：年度方案的任务应当明确本年度的完成时限。
Authority: requirement of superiors; the tasks of a yearly plan are due within the year.

Bad:

    actions:
      - action: 安全守底行动
        tasks:
          - title: 管网改造
            lead: 县住建局
            by: 2042-12-31
    #           ^^^^^^^^^^ deadline-outside-year
            targets: {燃气管网: 改造30公里}

Good:

    actions:
      - action: 安全守底行动
        tasks:
          - title: 管网改造
            lead: 县住建局
            by: 2024-12-31
            targets: {燃气管网: 改造30公里}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from planspec.model import Plan
from planspec.rules.dat._shared import deadlines
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Template

LATER = Template(
    zh="“{name}”的时限“{text}”晚于方案年度（{year}年），今年无从考核；年份写错的请改正，确是跨年度的请写“到{due}年底”，"
    "并写明今年完成到哪一步",
    en="“{name}” is due “{text}”, after the plan's year {year}, so it cannot be assessed this year; correct the "
    "year, or write 到{due}年底 and say what is to be done this year",
)
FAR = Template(
    zh="“{name}”的时限“{text}”比方案年度（{year}年）晚了{years}年，多半是年份写错；请核对",
    en="“{name}” is due “{text}”, {years} years after the plan's year {year}; the year is probably a slip, check it",
)

_FAR: Final = 5
_SPANS_YEARS: Final = re.compile("[到至]").match


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Judge deadlines that say their year; 明年 and 到2025年底 are meant as they stand."""
    for due in deadlines(plan):
        if due.year is None or due.year <= due.last_year or plan.year is None:
            continue
        years = due.year - due.last_year
        gaps = {"name": due.name, "text": due.text, "year": plan.year}
        if years > _FAR:
            yield Finding(due.place, FAR(years=years, **gaps), due.item, due.text)
        elif not _SPANS_YEARS(due.text):
            message = LATER(due=due.year, **gaps)
            yield Finding(due.place, message, due.item, due.text, (), Confidence.MEDIUM, Severity.INFO)


rule = Rule("DAT001", "deadline-outside-year", Severity.WARNING, Authority.REQUIREMENT, __doc__, check)
