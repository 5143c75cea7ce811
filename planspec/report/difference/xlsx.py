"""The 新旧对照表 as a workbook: a sheet with the three columns for printing, one with every detail for filtering."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from xlsxwriter import Workbook

from planspec.diff.kind import OBJECTS
from planspec.report.cells import visible, width_of
from planspec.report.difference.entries import entry_of
from planspec.report.difference.headings import (
    alone,
    closing,
    group_title,
    heading,
    no_change,
    reading,
    total,
)
from planspec.report.difference.rows import heads, parts, title_of_table
from planspec.report.difference.value import Couple, Difference
from planspec.report.difference.wording import WEIGHTS, class_of, title_of
from planspec.source.message import Message, Template

if TYPE_CHECKING:
    from planspec.report import Look

_EPOCH: Final = datetime(2000, 1, 1)
"""When the workbook says it was made: the same file for the same difference."""
_WIDTHS: Final = (48, 48, 34)
_LINE: Final = 18
"""Height of a line of text."""
_DETAILS: Final = Message("明细", "details")
_COLUMNS: Final = (
    (Template("对照", "comparison"), 26),
    (Template("行动", "action"), 24),
    (Template("类别", "class"), 12),
    (Template("程度", "weight"), 8),
    (Template("代码", "code"), 22),
    (Template("内容", "what"), 22),
    (Template("对象", "object"), 10),
    (Template("名称", "name"), 34),
    (Template("{old}", "{old}"), 30),
    (Template("{new}", "{new}"), 30),
    (Template("{old}的位置", "place, {old}"), 22),
    (Template("{new}的位置", "place, {new}"), 22),
    (Template("备注", "notes"), 34),
)
_FONT: Final = {"font_name": "仿宋", "font_size": 11, "valign": "top", "text_wrap": True}


def render(difference: Difference, look: Look) -> bytes:
    """Return the workbook; a text is never read as a formula or a link."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title_of_table(difference).text(look.language), "created": _EPOCH})
    _table(book, difference, look)
    _details(book, difference, look)
    book.close()
    return out.getvalue()


def _table(book: Any, difference: Difference, look: Look) -> None:
    language = look.language
    sheet = book.add_worksheet(title_of_table(difference).text(language)[:31])
    title = book.add_format({"font_name": "黑体", "font_size": 18, "align": "center", "valign": "vcenter"})
    line = book.add_format(_FONT)
    head = book.add_format(
        {**_FONT, "font_name": "黑体", "border": 1, "bg_color": "#F2F2F2", "align": "center"}
    )
    group = book.add_format({**_FONT, "font_name": "黑体", "border": 1, "bg_color": "#F2F2F2"})
    cell = book.add_format({**_FONT, "border": 1})
    last = len(_WIDTHS) - 1
    for number, width in enumerate(_WIDTHS):
        sheet.set_column(number, number, width)
    sheet.merge_range(0, 0, 0, last, title_of_table(difference).text(language), title)
    for number, text in enumerate(heads(difference.changed, language)):
        sheet.write_string(1, number, text, head)
    at = 2

    def whole(text: str, style: Any) -> None:
        nonlocal at
        sheet.merge_range(at, 0, at, last, "", style)
        sheet.write_string(at, 0, visible(text), style)
        # No program fits the height of a row to merged cells.
        sheet.set_row(at, _LINE * -(-width_of(visible(text)) // sum(_WIDTHS)))
        at += 1

    for couple in difference.changed:
        whole(heading(couple, difference).text(language), group)
        changes = couple.diff.changes
        whole(total(couple, language) if changes else no_change(difference, couple).text(language), line)
        for told in reading(couple):
            whole(told.text(language), line)
        for part in parts(couple, language):
            whole(part.title, group)
            for row in part.rows:
                texts = (_cell(row.old_place, row.old), _cell(row.new_place, row.new), row.remark)
                for number, text in enumerate(texts):
                    sheet.write_string(at, number, text, cell)
                at += 1
    for one in difference.alone:
        whole(alone(one).text(language), line)
    if not difference.total and not difference.couples:
        whole(no_change(difference).text(language), line)
    for message in closing(difference):
        whole(message.text(language), line)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1)
    sheet.freeze_panes(2, 0)
    sheet.set_footer("&C— &P —")


def _cell(place: str, text: str) -> str:
    lines = [visible(line) for line in text.split("\n")] if text else []
    return "\n".join([f"〔{visible(place)}〕", *lines] if place and lines else lines)


def _details(book: Any, difference: Difference, look: Look) -> None:
    language = look.language
    sheet = book.add_worksheet(_DETAILS.text(language))
    head = book.add_format({**_FONT, "font_name": "黑体", "bg_color": "#F2F2F2", "bottom": 1})
    cell = book.add_format(_FONT)
    old, new, _ = heads(difference.changed, language)
    for number, (message, width) in enumerate(_COLUMNS):
        sheet.set_column(number, number, width)
        sheet.write_string(0, number, message(old=old, new=new).text(language), head)
    at = 1
    for couple in difference.changed:
        for texts in _rows(couple, difference, look):
            for number, text in enumerate(texts):
                sheet.write_string(at, number, visible(text), cell)
            at += 1
    sheet.autofilter(0, 0, max(at - 1, 1), len(_COLUMNS) - 1)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _rows(couple: Couple, difference: Difference, look: Look) -> list[tuple[str, ...]]:
    language = look.language
    rows: list[tuple[str, ...]] = []
    for change in couple.diff.changes:
        entry = entry_of(change, couple, language)
        rows.append(
            (
                heading(couple, difference).text(language),
                group_title(couple.group_of(change), couple).text(language),
                class_of(change.kind, couple).text(language),
                WEIGHTS[change.weight].text(language),
                change.code,
                title_of(change.code, couple).text(language),
                OBJECTS[change.object].text(language),
                change.subject,
                change.before.text if change.before is not None else "",
                change.after.text if change.after is not None else "",
                _place(change.before.file, change.before.span.start_line)
                if change.before is not None
                else "",
                _place(change.after.file, change.after.span.start_line) if change.after is not None else "",
                "；".join(entry.notes),
            )
        )
    return rows


def _place(file: str, line: int) -> str:
    return f"{file}:{line}"
