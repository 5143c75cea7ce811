"""The parts of an official document: head, overall plan, annexes, tail.

A published plan is a notice (文号, issuer, title, salutation, one paragraph, signature, date), the plan itself, the
list of its annexes, the annexes, and the lines at the end (抄送). Any of them may be missing: a plan without a notice, a
notice without annexes, an annex that has annexes of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from planspec.documents.blocks import Block, Document, Paragraph, Spot, Table
from planspec.documents.numbering import number_of, to_int

_NUMBER: Final = re.compile(
    r"(?P<number>[\u4e00-\u9fff]{1,12}\s*[〔\[［（(【]\s*(?:19|20)\d{2}\s*[〕\]］）)】]\s*(?:第\s*)?\d{1,4}\s*号)"
)
_DATE: Final = re.compile(r"(?P<y>(?:19|20)\d{2})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日")
_HAN_DATE: Final = re.compile(
    r"(?P<y>二[〇○零O0][一二三四五六七八九〇○零]{2})年(?P<m>[一二三四五六七八九十]{1,2})月(?P<d>[一二三四五六七八九十]{1,3})日"
)
_ANNEX: Final = re.compile(
    r"附\s*件\s*(?P<no>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})?\s*(?:[-—－]\s*(?P<sub>\d{1,2}))?\s*[:：、.]?\s*(?P<rest>.*)"
)
_PLAN_WORD: Final = r"(?:方案|计划|意见|措施|规划|要点|办法|安排|清单|通知|细则|举措|分工|任务书|路线图|行动|决定|预案|纲要|若干政策|指导目录)"
_TITLE_END: Final = re.compile(rf"{_PLAN_WORD}(?:[（(].{{1,12}}[）)])?$")
_NOTICE: Final = re.compile(r"(?:关于|转发).*(?:印发|转发|发布|下发).*")
_COPIES: Final = re.compile(r"\s*(?:抄\s*送|主\s*送|分\s*送|发送)\s*[:：]\s*(?P<rest>.*)")
_DATA: Final = re.compile(r"^(?:发文|发布|制发|制定|公开)(?:机关|机构|单位|部门)\s*[:：]\s*")
"""What a page's own table of data says before the issuer."""
_ISSUER: Final = re.compile(
    r"^[\u4e00-\u9fff]{2,30}(?:人民政府|办公室|办公厅|委员会|人民政府办公室|局|部|厅|委)(?:\s+[\u4e00-\u9fff]{2,30})?$"
)
_TABLE_TITLE: Final = re.compile(
    r"(?:分解|分工|责任|任务|项目|实事|指标|清单|台账|一览|名单|汇总|计划)[^，。；]{0,8}表?$"
)


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


def take_apart(document: Document) -> Parts:
    """Return the parts of a document."""
    blocks = list(document.blocks)
    parts = Parts()
    starts = _annex_starts(blocks)
    body_end = starts[0][0] if starts else len(blocks)
    head, overall = _head(blocks[:body_end], parts, document.title)
    parts.notice = head
    parts.overall = overall
    for index, (at, number, title, skip) in enumerate(starts):
        end = starts[index + 1][0] if index + 1 < len(starts) else len(blocks)
        part = Part(title, blocks[at].spot, number)
        content = blocks[at + 1 + skip : end]
        for used in blocks[at : at + 1 + skip]:
            parts.used.append((used.spot, "annex-title"))
        part.blocks = content
        if number is None and parts.annexes:
            parts.annexes[-1].parts.append(part)
        else:
            parts.annexes.append(part)
    _tail(parts)
    _list_of_annexes(parts)
    if not parts.title and parts.overall is not None:
        parts.title = parts.overall.title
    return parts


def _text(block: Block) -> str:
    return block.shown.strip() if isinstance(block, Paragraph) else ""


def _annex_starts(blocks: Sequence[Block]) -> list[tuple[int, int | None, str, int]]:
    """Return where annexes begin: index, number, title, and how many further blocks the title took.

    An annex begins with a line that is just 附件1, or 附件1：title with a title and no list after it.
    """
    found: list[tuple[int, int | None, str, int]] = []
    for index, block in enumerate(blocks):
        text = _text(block)
        if not text.startswith("附") or len(text) > 80:
            continue
        match = _ANNEX.fullmatch(text)
        if match is None:
            continue
        number = to_int(match["no"]) if match["no"] else None
        rest = match["rest"].strip()
        if not rest:
            title, used = _title_after(blocks, index + 1)
            if title:
                found.append((index, number, title, used))
        elif number is not None and not number_of(rest) and _begins_annex(blocks, index):
            found.append((index, number, rest, 0))
    return found


def _begins_annex(blocks: Sequence[Block], index: int) -> bool:
    """Say whether 附件1：title begins an annex, not a line of the list: the next line is no annex line."""
    after = next((_text(b) for b in blocks[index + 1 :] if not isinstance(b, Paragraph) or _text(b)), "")
    before = next((_text(b) for b in reversed(blocks[:index]) if _text(b)), "")
    return not after.startswith("附件") and not before.startswith("附件")


def _title_after(blocks: Sequence[Block], index: int) -> tuple[str, int]:
    """Return the title below 附件N and the number of blocks up to its end; a title may take two lines."""
    pieces: list[str] = []
    used = 0
    for offset, block in enumerate(blocks[index : index + 8]):
        text = _text(block)
        if isinstance(block, Table):
            break
        if not text:
            continue
        if (
            number_of(text) is not None
            or len(text) > 50
            or text.endswith(("。", "：", ":"))
            or _ANNEX.fullmatch(text)
        ):
            break
        pieces.append(text)
        used = offset + 1
        if _TITLE_END.search(text) or text.endswith("表") or len(pieces) == 3:
            break
    return "".join(pieces), used


def _head(blocks: Sequence[Block], parts: Parts, page_title: str) -> tuple[list[Block], Part | None]:
    """Read the notice; return what of it is no field, and the overall plan."""
    start = _plan_start(blocks, parts, page_title)
    rest: list[Block] = []
    for block in blocks[:start]:
        text = _text(block)
        field = _head_field(text, parts) if text else ""
        if field:
            parts.used.append((block.spot, field))
        elif text or isinstance(block, Table):
            rest.append(block)
    if start >= len(blocks):
        return rest, None
    title, used = parts.title, 0
    first = _text(blocks[start])
    titled = start + 1 < len(blocks) and isinstance(blocks[start + 1], Table) and _TABLE_TITLE.search(first)
    if _same_title(first, parts.title) or _TITLE_END.search(first) or titled:
        title = first
        used = 1
        parts.used.append((blocks[start].spot, "title"))
    overall = Part(title or first, blocks[start].spot)
    overall.blocks = list(blocks[start + used :])
    if not parts.title:
        parts.title = overall.title
    return rest, overall


def _plan_start(blocks: Sequence[Block], parts: Parts, page_title: str) -> int:
    """Return the index of the block at which the plan itself begins (its title line)."""
    texts = [_text(block) for block in blocks]
    joined = "".join(texts[:60])
    pattern = re.compile(r"印发(?:〈|《|<)?(?P<title>[^《》〈〉]{4,60}?)(?:〉|》|>)?的通知")
    named = pattern.search(joined) or pattern.search(page_title)
    if named is not None:
        parts.title = named["title"].strip("《》〈〉“” ")
    if parts.title:
        for index, text in enumerate(texts):
            if _same_title(text, parts.title):
                return index
            if text and index + 1 < len(texts) and _same_title(text + texts[index + 1], parts.title):
                return index + 1
    first_number = next(
        (i for i, text in enumerate(texts) if isinstance(blocks[i], Table) or number_of(text) is not None),
        len(texts),
    )
    for index in range(min(first_number, len(texts)) - 1, -1, -1):
        text = texts[index]
        titled = _TITLE_END.search(text) or (
            first_number < len(texts)
            and isinstance(blocks[first_number], Table)
            and _TABLE_TITLE.search(text)
        )
        if 4 < len(text) <= 60 and titled and not _NOTICE.search(text):
            return index
    return 0 if first_number == len(texts) else max(0, first_number - 1)


def _same_title(text: str, title: str) -> bool:
    return bool(title) and _bare(text) == _bare(title)


def _bare(title: str) -> str:
    return re.sub(r"[\s“”\"'‘’《》〈〉（）()·]", "", title)


def _head_field(text: str, parts: Parts) -> str:
    """Return the field that a line of the head is, "" where it is none."""
    number = _NUMBER.fullmatch(text) or (_NUMBER.search(text) if len(text) < 40 else None)
    if number is not None and not parts.document:
        parts.document = re.sub(r"\s", "", number["number"])
        return "document"
    if _NOTICE.search(text) or text.endswith("的通知"):
        return "notice-title"
    date = _date(text) if len(text) < 20 else ""
    if date:
        parts.issued = date
        return "issued"
    issuer = _ISSUER.fullmatch(_DATA.sub("", text))
    if issuer is not None:
        parts.issuer = parts.issuer or issuer[0]
        return "issuer"
    if parts.title and _bare(text) and _bare(text) in _bare(f"关于印发{parts.title}的通知"):
        return "notice-title"
    return ""


def _date(text: str) -> str:
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


def _list_of_annexes(parts: Parts) -> None:
    """Take the list of annexes (附件：1.… 2.…) out of the overall plan."""
    holder = parts.overall.blocks if parts.overall is not None else parts.notice
    kept: list[Block] = []
    inside = False
    for block in holder:
        text = _text(block)
        if not inside and text.startswith("附件"):
            match = _ANNEX.fullmatch(text)
            rest = match["rest"].strip() if match is not None else ""
            number = number_of(rest) if rest else None
            if rest and (number is not None or _TITLE_END.search(rest) or _TABLE_TITLE.search(rest)):
                inside = True
                title = rest[number.end :] if number is not None else rest
                no = str(number.value) if number is not None else (match["no"] or "") if match else ""
                parts.listed.append(AnnexEntry(no, title.strip(), block.spot))
                parts.used.append((block.spot, "annexes"))
                continue
        elif inside and text:
            number = number_of(text)
            annex = _ANNEX.fullmatch(text)
            if number is not None and len(text) < 70:
                parts.listed.append(AnnexEntry(str(number.value), text[number.end :].strip(), block.spot))
                parts.used.append((block.spot, "annexes"))
                continue
            if annex is not None and annex["rest"]:
                parts.listed.append(AnnexEntry(annex["no"] or "", annex["rest"].strip(), block.spot))
                parts.used.append((block.spot, "annexes"))
                continue
            if _date(text) and len(text) < 20:
                parts.issued = parts.issued or _date(text)
                parts.used.append((block.spot, "issued"))
                continue
            inside = False
        kept.append(block)
    holder[:] = kept


def _tail(parts: Parts) -> None:
    """Take the lines after the last paragraph (抄送 and what follows) off the last part."""
    last = parts.annexes[-1] if parts.annexes else parts.overall
    while last is not None and last.parts:
        last = last.parts[-1]
    if last is None:
        return
    for index, block in enumerate(last.blocks):
        match = _COPIES.fullmatch(_text(block))
        if match is not None:
            for tail in last.blocks[index:]:
                text = _text(tail)
                listed = _COPIES.fullmatch(text)
                if text:
                    parts.copies_to.append((listed["rest"] if listed is not None else text).rstrip("。"))
                    parts.used.append((tail.spot, "copies_to"))
            del last.blocks[index:]
            return
