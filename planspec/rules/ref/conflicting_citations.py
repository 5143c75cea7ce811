"""One document under two numbers or titles / 同一文件的文号或标题前后不一

何事：同一份文件，前后写了两个文号，或者同一个文号下写了两个标题。上下级同名的文件、历年同名的文件，以及一个通知
印发的几个方案不算。
What: One document is cited with two numbers, or one number with two titles. Documents of one title at two levels or in
several years, and several plans issued by one notice, do not count.

缘由：总有一处是错的，依据就查不到，或者查到别的文件上去。
Why: One of the two is wrong, so that the basis is not found, or another document is.

改法：对照原文件核对，统一写法。
Mend: Check against the document itself and cite it in one way.

依据：逻辑：一份文件只有一个文号、一个标题。
Authority: logic; a document has one number and one title.

Bad:

    basis:
      - title: 湖南省实施“八大行动”总体方案
        document: 湘政办发〔2024〕1号
    actions:
      - action: 产业培塑行动
        basis:
          - title: 湖南省实施“八大行动”总体方案
            document: 湘政办发〔2024〕11号
    #                 ^^^^^^^^^^^^^ conflicting-citations
        tasks:
          - {title: 循环经济, lead: 县科工局}

Good:

    basis:
      - title: 湖南省实施“八大行动”总体方案
        document: 湘政办发〔2024〕1号
    actions:
      - action: 产业培塑行动
        basis:
          - title: 湖南省实施“八大行动”总体方案
            document: 湘政办发〔2024〕1号
        tasks:
          - {title: 循环经济, lead: 县科工局}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from planspec.model import Plan
from planspec.rules._texts import Said, words_at
from planspec.rules.ref._documents import Cited, Number, cited, title_key
from planspec.rules.ref._likeness import difference
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Severity
from planspec.source.message import Message, Template
from planspec.source.place import Place

TWO_NUMBERS = Template(
    zh="“{title}”这里的文号是“{here}”，前面是“{there}”，总有一处写错；请对照原文件核对",
    en="“{title}” has the number “{here}” here and “{there}” above, so one of them is wrong; check the document",
)
TWO_TITLES = Template(
    zh="文号“{number}”这里写的标题是“{here}”，前面是“{there}”，一个文号只对应一份文件；请对照原文件核对",
    en="The number “{number}” stands for “{here}” here and for “{there}” above, but a number has one document; "
    "check it",
)
THERE = Message(zh="另一种写法见这里", en="the other form stands here")

_SHORTEST: Final = 6
"""A shorter title (政府工作报告) is borne by many documents."""
_SLIP: Final = 2
"""Characters by which two forms of one title may differ; more, and they are two annexes of one notice."""


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Group what is cited by title, then by number."""
    by_title: dict[str, Cited] = {}
    by_number: dict[tuple[str, int, int], Cited] = {}
    for one in cited(plan):
        if one.number is None or not one.title:
            continue
        title = title_key(one.title)
        number = one.number
        if len(title) >= _SHORTEST:
            first = by_title.setdefault(title, one)
            assert first.number is not None
            if _slipped(first.number, number):
                yield _two_numbers(plan, first, one)
                continue
        first = by_number.setdefault((number.code, number.year, number.number), one)
        slip = difference(title_key(first.title), title)
        if slip is not None and 0 < max(map(len, slip)) <= _SLIP:
            yield _two_titles(plan, first, one)


def _slipped(one: Number, other: Number) -> bool:
    """Say whether just one part differs: more, and they are the documents of two issuers or two years."""
    return [one.code == other.code, one.year == other.year, one.number == other.number].count(False) == 1


def _two_numbers(plan: Plan, first: Cited, one: Cited) -> Finding:
    here, there = _number(one), _number(first)
    message = TWO_NUMBERS(title=one.title, here=here, there=there)
    related = ((_at_number(first), THERE),)
    subject = "≠".join((title_key(one.title), *sorted((here, there))))
    return Finding(_at_number(one), message, plan, subject, related, within=one.item)


def _two_titles(plan: Plan, first: Cited, one: Cited) -> Finding:
    message = TWO_TITLES(number=_number(one), here=one.title, there=first.title)
    related = ((_at_title(first), THERE),)
    subject = "≠".join(sorted((one.title, first.title)))
    return Finding(_at_title(one), message, plan, subject, related, within=one.item)


def _number(one: Cited) -> str:
    assert one.number is not None
    return one.number.match[0]


def _at_number(one: Cited) -> Place:
    assert one.number is not None and one.number_at is not None
    start, end = one.number.match.span()
    return words_at(one.number_at, start, end - start)


def _at_title(one: Cited) -> Place:
    assert one.title_at is not None
    said: Said = one.title_at
    return words_at(said, said.text.index(one.title), len(one.title))


rule = Rule("REF002", "conflicting-citations", Severity.WARNING, Authority.LOGIC, __doc__, check)
