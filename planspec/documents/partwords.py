"""What a document is made of, and how the lines that tell its parts look."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from planspec.documents.blocks import Block, Paragraph, Spot
from planspec.documents.numbering import to_int

_DATE: Final = re.compile(r"(?P<y>(?:19|20)\d{2})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日")
_HAN_DATE: Final = re.compile(
    r"(?P<y>二[〇○零O0][一二三四五六七八九〇○零]{2})年(?P<m>[一二三四五六七八九十]{1,2})月(?P<d>[一二三四五六七八九十]{1,3})日"
)
LONGEST_DATE: Final = 20
ANNEX: Final = re.compile(
    r"附\s*件\s*(?P<no>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})?\s*(?:[-—－]\s*(?P<sub>\d{1,2}))?\s*[:：、.]?\s*(?P<rest>.*)"
)
_PLAN_WORD: Final = r"(?:方案|计划|意见|措施|规划|要点|办法|安排|清单|通知|细则|举措|分工|任务书|路线图|行动|决定|预案|纲要|若干政策|指导目录)"
TITLE_END: Final = re.compile(rf"{_PLAN_WORD}(?:[（(].{{1,12}}[）)])?$")
PLAN_SUFFIX: Final = re.compile(
    r"(?:三年|两年|年度|\d{4}年?)?(?:总体|工作|实施|具体|专项)*(?:实施方案|工作方案|行动方案|总体方案|方案|行动计划|工作计划|实施意见|意见)(?:[（(].*[）)])?$"
)
"""What a title ends in, behind the name of its matter."""
ISSUER: Final = re.compile(
    r"^[\u4e00-\u9fff]{2,30}(?:人民政府|办公室|办公厅|委员会|人民政府办公室|局|部|厅|委)(?:\s+[\u4e00-\u9fff]{2,30})?$|^(?:中共中央\s*)?(?:国务院)(?:办公厅)?$"
)
TABLE_TITLE: Final = re.compile(
    r"(?:分解|分工|责任|任务|项目|实事|指标|清单|台账|一览|名单|汇总|计划)[^，。；]{0,8}表?$"
)
BACKGROUND: Final = re.compile(
    r"(?:规划|编制|发展)?(?:背景|现状|形势|基础|成效|回顾|意义)(?:和|与|及|$)|^(?:现状|背景|形势)"
)
"""Titles of sections that tell what has been."""


class AnnexEntry(msgspec.Struct, frozen=True):
    """One line of the list of annexes."""

    no: str
    title: str
    spot: Spot


class Part(msgspec.Struct):
    """The overall plan or an annex: its title and its blocks."""

    title: str
    spot: Spot
    no: int | None = None
    """Number of the annex, None for the overall plan."""
    blocks: list[Block] = []
    parts: list[Part] = []
    """Annexes of this annex."""


class Parts(msgspec.Struct):
    """A document taken apart; `notice` holds the blocks of the head that are none of its fields."""

    title: str = ""
    document: str = ""
    issuer: str = ""
    issued: str = ""
    notice: list[Block] = []
    overall: Part | None = None
    listed: list[AnnexEntry] = []
    annexes: list[Part] = []
    copies_to: list[str] = []
    used: list[tuple[Spot, str]] = []
    """Spots that became a field, with the field's name."""


def text_of(block: Block) -> str:
    """Return a paragraph's text as a reader sees it, "" for a table."""
    return block.shown.strip() if isinstance(block, Paragraph) else ""


def date_in(text: str) -> str:
    """Return the day that a text names, as 2024-03-18; "" where it names none."""
    match = _DATE.search(text)
    if match is not None:
        return f"{int(match['y']):04d}-{int(match['m']):02d}-{int(match['d']):02d}"
    match = _HAN_DATE.search(text)
    if match is not None:
        year = "".join(
            str("〇一二三四五六七八九".index(c)) if c in "〇一二三四五六七八九" else "0" for c in match["y"]
        )
        month, day = to_int(match["m"]), to_int(match["d"])
        if month and day:
            return f"{year}-{month:02d}-{day:02d}"
    return ""
