"""Malformed document number / 发文字号不规范

何事：发文字号写得不合规范：年份没有用六角括号〔〕（用了方括号、圆括号），年份不是四位，顺序号前加了“第”或补了
零，缺“号”字或机关代字。令、公告、合同等另有写法，不在此列。
What: A document number (发文字号) breaks the standard: its year is not in 〔〕 but in square or round brackets, is
not of four digits, the number has 第 or a leading zero before it, or 号 or the issuer's code is missing. Orders,
announcements and contracts have forms of their own and do not count.

缘由：写法不一，检索不到原文，也无法核对引用的是不是同一份文件。
Why: A number in another form is not found by a search, and nobody can check whether two citations mean one document.

改法：按“机关代字〔年份〕顺序号号”书写，如湘政办发〔2024〕1号；只差括号的，planspec lint --fix 可以代劳。
Mend: Write code, year in 〔〕, number and 号, such as 湘政办发〔2024〕1号; where only the brackets differ, `planspec lint
--fix` does it.

依据：国家标准：GB/T 9704-2012第7.2.5条：年份标全称，用六角括号〔〕括入；顺序号不加“第”字，不编虚位，后加“号”字。
Authority: national standard GB/T 9704-2012, 7.2.5; the year in full and in 〔〕, no 第, no leading zero, 号 at the end.

Bad:

    document: 新政办发[2024]2号
    #         ^^^^^^^^^^^^ malformed-document-number
    basis:
      - title: 湖南省实施“八大行动”总体方案
        document: 湘政办发〔2024〕第01号
    #             ^^^^^^^^^^^^^^ malformed-document-number

Good:

    document: 新政办发〔2024〕2号
    basis:
      - title: 湖南省实施“八大行动”总体方案
        document: 湘政办发〔2024〕1号
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from planspec.model import Item, Plan
from planspec.rules._texts import Said, part_span, texts, words_at
from planspec.rules.ref._documents import NUMBER, numbers_in, right_number
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Edit, Fix, Severity
from planspec.source.message import Message, Template

WRONG = Template(
    zh="发文字号“{words}”不规范：{faults}，检索时会找不到原文；请写成“{right}”",
    en="The document number “{words}” is malformed: {faults}, so a search misses the document; write “{right}”",
)
UNCLEAR = Template(
    zh="发文字号“{words}”不成样式，看不出是哪份文件；请按“机关代字〔年份〕顺序号号”书写，如湘政办发〔2024〕1号",
    en="“{words}” is not a whole document number, so nobody can tell which document it is; write the issuer's "
    "code, the year in 〔〕, the number and 号, such as 湘政办发〔2024〕1号",
)
BRACKETS = Message(zh="改用六角括号", en="Write the year in 〔〕")

_FAULTS: Final = {
    "brackets": Message("年份应当用六角括号〔〕", "the year belongs in 〔〕"),
    "year": Message("年份应当写全四位、不带“年”字", "the year has four digits and no 年"),
    "ordinal": Message("顺序号前不加“第”字", "no 第 stands before the number"),
    "zero": Message("顺序号前不补零", "the number has no leading zero"),
    "end": Message("缺“号”字", "号 is missing"),
    "code": Message("缺机关代字", "the issuer's code is missing"),
}
_HALF: Final = re.compile(r"[〔［\[【(（][0-9]{2,}")


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Judge the fields for numbers wholly, and what is certainly a number in running text."""
    found = texts(plan)
    for said in found.under("document"):
        item = found.item(said) or plan
        match = NUMBER.search(said.text)
        if match is not None:
            yield from _judged(plan, item, said, match)
        elif _HALF.search(said.text):
            yield Finding(words_at(said, 0, len(said.text)), UNCLEAR(words=said.text), item, said.text)
    for said, match in numbers_in(found):
        yield from _judged(plan, found.item(said) or plan, said, match)


def _judged(plan: Plan, item: Item, said: Said, match: re.Match[str]) -> Iterator[Finding]:
    faults = _faults(match)
    if not faults:
        return
    start = match.start()
    if said.key != "document" and said.text[start - 1 : start] not in tuple("（(、，,；;"):
        start = match.start("open")  # the code may have caught words before it
    words = said.text[start : match.end()]
    yield Finding(
        words_at(said, start, len(words)),
        WRONG(
            words=words,
            faults=Message(
                "、".join(_FAULTS[fault].zh for fault in faults),
                ", ".join(_FAULTS[fault].en for fault in faults),
            ),
            right=right_number(match, said.text[start : match.start("open")]),
        ),
        item,
        words,
        fix=_fix(plan, said, match) if faults == ["brackets"] else None,
    )


def _faults(match: re.Match[str]) -> list[str]:
    wrong = {
        "brackets": match["open"] != "〔" or match["close"] != "〕",
        "year": len(match["year"]) != 4 or match["of"] != "",
        "ordinal": match["ordinal"] != "",
        "zero": match["number"][0] in "0０",
        "end": match["end"] == "",
        "code": not match["code"],
    }
    return [fault for fault, is_wrong in wrong.items() if is_wrong]


def _fix(plan: Plan, said: Said, match: re.Match[str]) -> Fix | None:
    """Exchange the brackets, never a figure; an issued plan is not altered."""
    if plan.status == "issued":
        return None
    edits = []
    for name, right in (("open", "〔"), ("close", "〕")):
        span = part_span(said, match.start(name), 1)
        if span is None:
            return None
        if match[name] != right:
            edits.append(Edit(said.node.file.shown, span, right))
    return Fix(BRACKETS, tuple(edits), safe=True)


rule = Rule("REF001", "malformed-document-number", Severity.WARNING, Authority.STANDARD, __doc__, check)
