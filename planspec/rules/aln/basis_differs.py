"""Basis missing, or of another year / 没有写明依据，或依据是别的年度

何事：上级同一专项的方案已知，而本方案的依据里没有它，或者写的是别的年度的专项。
What: The superior's plan of the same programme is at hand, but the plan's basis does not name it, or names a
programme of another year.

缘由：依据不写或写错，承接关系就断了；往往是沿用上年文本没有改。
Why: Without the right basis the chain is broken; mostly last year's text was carried over.

改法：在 basis 中写上上级方案的标题和发文字号。
Mend: Name the superior's plan with its title and document number under `basis`.

依据：上级要求；公文引用应先引标题、后引发文字号（《党政机关公文处理工作条例》）。
Authority: requirement; documents are cited by title and number (the regulation on official documents).

Bad:

    planspec: 1
    title: 某市实施“七大攻坚”总体方案
    jurisdiction: 430500
    programme: 七大攻坚
    year: 2025
    document: 某政办发〔2025〕3号
    extent: targets-only
    goals:
      - targets:
          规模工业增加值: 增长7%
    ---
    planspec: 1
    title: 某县实施“七大攻坚”总体方案
    jurisdiction: 430522
    programme: 七大攻坚
    year: 2025
    extent: targets-only
    basis:
      - title: 某市实施“八大行动”总体方案
        document: 某政办发〔2024〕1号
    #             ^^^^^^^^^^^^ basis-differs
    goals:
      - targets:
          规模工业增加值: 增长7%

Good:

    planspec: 1
    title: 某市实施“七大攻坚”总体方案
    jurisdiction: 430500
    programme: 七大攻坚
    year: 2025
    document: 某政办发〔2025〕3号
    extent: targets-only
    goals:
      - targets:
          规模工业增加值: 增长7%
    ---
    planspec: 1
    title: 某县实施“七大攻坚”总体方案
    jurisdiction: 430522
    programme: 七大攻坚
    year: 2025
    extent: targets-only
    basis:
      - title: 某市实施“七大攻坚”总体方案
        document: 某政办发〔2025〕3号
    goals:
      - targets:
          规模工业增加值: 增长7%
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from planspec.align.case import Case
from planspec.align.facts import BasisFact, Facts
from planspec.rules.aln._shared import called
from planspec.rules.rule import Authority, Contrast, Options, Rule
from planspec.source.diagnostic import Severity
from planspec.source.message import Message, Template

MISSING = Template(
    zh="方案的依据里没有{where}“{title}”{document}；请补上标题和发文字号",
    en="The plan's basis does not name {where}, “{title}”{document}; add its title and number",
)
OTHER_YEAR = Template(
    zh="依据“{cited}”是{year}年的专项，本方案是{own}年的；请核对是否应为“{title}”{document}",
    en="The basis “{cited}” belongs to a programme of {year}, the plan to {own}; check whether “{title}”"
    "{document} is meant",
)


def check(case: Case, options: Options) -> Iterator[Contrast]:
    """Look for the nearest superior's plan of the programme among the bases."""
    tier, plan = case.nearest, case.plan
    if tier is None or not plan.programme:
        return
    for superior in tier.plans:
        if superior.programme != plan.programme or any(_cites(basis, superior) for basis in plan.bases):
            continue
        number = superior.document
        document = Message(f"（{number}）", f" ({number})") if number else Message("", "")
        old = next(((basis, year) for basis in plan.bases if (year := _year(case, basis, plan))), None)
        if old is not None:
            basis, year = old
            message = OTHER_YEAR(
                cited=basis.title, year=year, own=plan.year, title=superior.title, document=document
            )
            yield Contrast(
                basis.spot, message, "plan", basis.title, ((superior.spot, called(tier, superior)),)
            )
        else:
            message = MISSING(where=called(tier, superior), title=superior.title, document=document)
            yield Contrast(
                plan.spot, message, "plan", superior.title, ((superior.spot, called(tier, superior)),)
            )
        return


def _cites(basis: BasisFact, superior: Facts) -> bool:
    """Say whether a basis is the superior's plan: the same number, or the same title."""
    if basis.document and superior.document:
        return _tidy(basis.document) == _tidy(superior.document)
    one, two = _tidy(basis.title), _tidy(superior.title)
    return bool(one and two) and (one in two or two in one)


def _year(case: Case, basis: BasisFact, plan: Facts) -> int | None:
    """Return the year of another programme that a basis carries out; None if it is of none or of this year."""
    for quoted in re.findall(r"[“\"]([^”\"]{2,12})[”\"]", basis.title):
        programme = case.registry.programme(quoted)
        if programme is not None and programme.year != plan.year:
            return programme.year
    return None


def _tidy(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text))


rule = Rule("ALN008", "basis-differs", Severity.WARNING, Authority.REQUIREMENT, __doc__, align=check)
