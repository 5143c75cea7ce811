"""The head of an official document: 文号, issuer, title, salutation and notice, up to where the plan itself begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from planspec.documents.blocks import Block, Table
from planspec.documents.numbering import number_of
from planspec.documents.partwords import (
    ISSUER,
    LONGEST_DATE,
    TABLE_TITLE,
    TITLE_END,
    Part,
    Parts,
    date_in,
    text_of,
)

_NUMBER: Final = re.compile(
    r"(?P<number>[\u4e00-\u9fff]{1,12}\s*[〔\[［（(【]\s*(?:19|20)\d{2}\s*[〕\]］）)】]\s*(?:第\s*)?\d{1,4}\s*号)"
)
_LONGEST_TITLE: Final = 60
_ISSUED: Final = re.compile(r"印发《(?P<title>[^《》]{4,60})》(?:\.\w{2,5})?$")
_TITLE_LINES: Final = 4
_NOTICE: Final = re.compile(r"(?:关于|转发).*(?:印发|转发|发布|下发).*")
_DATA: Final = re.compile(r"^(?:发文|发布|制发|制定|公开)(?:机关|机构|单位|部门)\s*[:：]\s*")
"""What a page's own table of data says before the issuer."""


def read_head(blocks: Sequence[Block], parts: Parts, page_title: str) -> tuple[list[Block], Part | None]:
    """Read the notice; return what of it is no field, and the overall plan."""
    start = _plan_start(blocks, parts, page_title)
    texts = [text_of(block) for block in blocks[: start + 1]]
    begin = _title_start(texts, page_title) if start < len(blocks) else start
    rest: list[Block] = []
    for block in blocks[:begin]:
        text = text_of(block)
        field = _head_field(text, parts) if text else ""
        if field:
            parts.used.append((block.spot, field))
        elif text or isinstance(block, Table):
            rest.append(block)
    if start >= len(blocks):
        return rest, None
    title, used = parts.title, 0
    first = text_of(blocks[start])
    titled = start + 1 < len(blocks) and isinstance(blocks[start + 1], Table) and TABLE_TITLE.search(first)
    if _same_title(first, parts.title) or TITLE_END.search(first) or titled:
        title = "".join(texts[begin:])
        used = 1
        parts.used += [(block.spot, "title") for block in blocks[begin : start + 1]]
        used += _fields_below(blocks[start + 1 :], parts)
    overall = Part(title or (first if _may_be_title(first) else ""), blocks[start].spot)
    overall.blocks = list(blocks[start + used :])
    if not parts.title:
        parts.title = overall.title
    return rest, overall


def _title_start(texts: Sequence[str], page_title: str) -> int:
    """Return where the title begins that ends in the last of these lines: 国务院关于加快 / 某产业发展的意见."""
    last = len(texts) - 1
    joined = texts[last]
    if "关于" in joined or not TITLE_END.search(joined):
        return last
    for index in range(last - 1, max(-1, last - _TITLE_LINES), -1):
        text = texts[index]
        if not 1 < len(text) <= _LONGEST_TITLE or not _may_be_title(text) or _NUMBER.search(text):
            break
        if date_in(text) or ISSUER.fullmatch(text) or TITLE_END.search(text):
            break
        joined = text + joined
        if "关于" in text or _same_title(joined, page_title):
            return index
    return last


def _fields_below(blocks: Sequence[Block], parts: Parts) -> int:
    """Take number and date that stand right below the title; return how many blocks these are."""
    for count, block in enumerate(blocks):
        text = text_of(block).strip("()（） ")
        if not text or (_NUMBER.fullmatch(text) is None and (not date_in(text) or len(text) >= LONGEST_DATE)):
            return count
        field = _head_field(text, parts)
        if not field:
            return count
        parts.used.append((block.spot, field))
    return 0


def _may_be_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and not re.search("[。：:；;]", text)


def _plan_start(blocks: Sequence[Block], parts: Parts, page_title: str) -> int:
    """Return the index of the block at which the plan itself begins (its title line)."""
    texts = [text_of(block) for block in blocks]
    joined = "".join(texts[:60])
    pattern = re.compile(r"印发(?:〈|《|<)?(?P<title>[^《》〈〉]{4,60}?)(?:〉|》|>)?的通知")
    named = pattern.search(joined) or pattern.search(page_title) or _ISSUED.search(page_title)
    if named is not None:
        parts.title = _unquoted(named["title"].strip("《》〈〉 "))
    else:
        parts.title = next((found["title"] for text in texts[:5] if (found := _ISSUED.search(text))), "")
    if parts.title:
        for index, text in enumerate(texts):
            if _same_title(text, parts.title):
                return index
            for lines in range(2, _TITLE_LINES) if text else ():
                if _same_title("".join(texts[index : index + lines]), parts.title):
                    return min(index + lines, len(texts)) - 1
    first_number = next(
        (i for i, text in enumerate(texts) if isinstance(blocks[i], Table) or number_of(text) is not None),
        len(texts),
    )
    for index in range(min(first_number, len(texts)) - 1, -1, -1):
        text = texts[index]
        titled = TITLE_END.search(text) or (
            first_number < len(texts) and isinstance(blocks[first_number], Table) and TABLE_TITLE.search(text)
        )
        if 4 < len(text) <= 60 and titled and not _NOTICE.search(text):
            return index
    return 0 if first_number == len(texts) else max(0, first_number - 1)


def _unquoted(title: str) -> str:
    """Return a title without quotation marks around all of it."""
    whole = title.startswith("“") and title.find("”") == len(title) - 1
    return title[1:-1] if whole else title


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
    date = date_in(text) if len(text) < LONGEST_DATE else ""
    if date:
        parts.issued = date
        return "issued"
    issuer = ISSUER.fullmatch(_DATA.sub("", text))
    if issuer is not None:
        parts.issuer = parts.issuer or issuer[0]
        return "issuer"
    if parts.title and _bare(text) and _bare(text) in _bare(f"关于印发{parts.title}的通知"):
        return "notice-title"
    return ""
