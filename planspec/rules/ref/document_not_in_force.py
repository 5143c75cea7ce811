"""Cited document later than the plan, or not in force / 引用的文件晚于本方案，或不在施行

何事：方案引用的文件年份晚于方案自己的成文日期；引用的法律、行政法规在成文时已经废止（如《合同法》自2021年1月1日
起由《民法典》取代），或者还没有通过。
What: A cited document is dated after the plan itself; or a cited law was repealed (as 合同法 was by 民法典 on 1
January 2021), or not yet adopted, when the plan was issued.

缘由：引用不存在或已失效的依据，任务就没有依据，审核时会被退回。
Why: A basis that does not exist or no longer holds is no basis, and the review sends the plan back.

改法：核对文号年份；已废止的，改引现行的法律法规；确需提到旧法的，写“原《……法》”；尚未通过的，写明“出台后”。
Mend: Check the year; cite the law now in force; where the old one is meant, write 原《……法》; where it is still a bill, say
so.

依据：《党政机关公文处理工作条例》第十九条：公文应当符合国家法律法规；引用的文件须是有效的。
Authority: the Regulation on Official Documents, article 19; a document rests on laws that are in force.

Bad:

    issued: 2024-03-18
    basis:
      - title: 湖南省实施“八大行动”总体方案
        document: 湘政办发〔2025〕1号
    #             ^^^^^^^^^^^^ document-not-in-force
    actions:
      - action: 产业培塑行动
        tasks:
          - title: 加强《合同法》宣传
    #                 ^^^ document-not-in-force
            lead: 县司法局

Good:

    issued: 2024-03-18
    basis:
      - title: 湖南省实施“八大行动”总体方案
        document: 湘政办发〔2024〕1号
    actions:
      - action: 产业培塑行动
        tasks:
          - title: 加强《民法典》宣传
            lead: 县司法局
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from planspec.model import Plan
from planspec.registry.laws import Law, law
from planspec.rules._texts import Said, signs_of, texts, words_at
from planspec.rules.ref._documents import cited
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Severity
from planspec.source.message import Message, Template

LATER = Template(
    zh="引用的文件“{words}”是{year}年的，而本方案成文于{own}，不可能引用以后的文件；请核对年份",
    en="The cited document “{words}” is of {year}, but the plan was issued on {own} and cannot cite it; check the year",
)
REPEALED = Template(
    zh="《{name}》自{day}起已经废止{by}，不能再作依据；请改引现行规定，确需提到旧法的，写“原《{name}》”",
    en="《{name}》 is no longer in force since {day}{by}; cite what is in force, or write 原《{name}》 where the old law is "
    "meant",
)
NOT_YET = Template(
    zh="《{name}》{day}才通过，而本方案成文于{own}，当时还没有这部法律；请核对，或写明“出台后”",
    en="《{name}》 was adopted on {day} and the plan issued on {own}, when there was no such law; check it, or say that "
    "it is still to come",
)
_BY: Final = Template(zh="（由《{by}》取代）", en=" (《{by}》 took its place)")

_TITLE: Final = re.compile(r"(?P<old>原|旧|废止的|失效的)?《(?P<title>[^《》\n]{2,40})》")
_TITLE_SIGN: Final = signs_of("《")


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Compare with the day of issue; a draft may still be issued on any day of its year."""
    issued = _day(plan.issued)
    first = issued or (date(plan.year, 1, 1) if plan.year is not None else None)
    if issued is not None:
        yield from _later(plan, issued)
    if first is None:
        return
    for said, start, title in _titles(plan):
        found = law(title)
        if found is not None:
            yield from _law(plan, said, start, title, found, first, issued)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _said(day: date) -> Message:
    return Message(f"{day.year}年{day.month}月{day.day}日", f"{day.day} {day:%B} {day.year}")


def _later(plan: Plan, issued: date) -> Iterator[Finding]:
    for one in cited(plan):
        day = _day(one.issued)
        if one.own:
            continue
        if one.number is not None and one.number_at is not None and one.number.year > issued.year > 99:
            start, end = one.number.match.span()
            message = LATER(words=one.number.match[0], year=one.number.year, own=_said(issued))
            yield Finding(
                words_at(one.number_at, start, end - start), message, one.item or plan, one.number.match[0]
            )
        elif day is not None and day > issued and one.title_at is not None:
            message = LATER(words=one.title, year=day.year, own=_said(issued))
            place = words_at(one.title_at, 0, len(one.title))
            yield Finding(place, message, one.item or plan, one.title)


def _titles(plan: Plan) -> Iterator[tuple[Said, int, str]]:
    """Yield what may be a law's title: between title marks, and of a basis without them."""
    for said in texts(plan).holding(_TITLE_SIGN):
        for match in _TITLE.finditer(said.text):
            if match["old"] is None:
                yield said, match.start("title"), match["title"]
    for one in cited(plan):
        if one.title_at is not None and "《" not in one.title:
            yield one.title_at, 0, one.title


def _law(
    plan: Plan, said: Said, start: int, title: str, found: Law, first: date, issued: date | None
) -> Iterator[Finding]:
    if found.repealed is not None and found.repealed <= first:
        by = _BY(by=found.by) if found.by else Message("", "")
        message = REPEALED(name=title, day=_said(found.repealed), by=by)
    elif found.passed is not None and issued is not None and found.passed > issued:
        message = NOT_YET(name=title, day=_said(found.passed), own=_said(issued))
    else:
        return
    place = words_at(said, start, len(title))
    yield Finding(place, message, texts(plan).item(said) or plan, title, severity=Severity.WARNING)


rule = Rule("REF003", "document-not-in-force", Severity.ERROR, Authority.STANDARD, __doc__, check)
