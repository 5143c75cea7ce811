"""The 新旧对照表 as a Word document: A4 landscape, three columns, the head on every page, fonts by name."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any, Final

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from planspec.report.cells import visible
from planspec.report.difference.headings import (
    alone,
    closing,
    heading,
    no_change,
    reading,
    total,
)
from planspec.report.difference.rows import Part, heads, parts, title_of_table

if TYPE_CHECKING:
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

    from planspec.report import Look
    from planspec.report.difference.value import Difference

# Typefaces of official documents (GB/T 9704); a program that lacks one takes its own.
_SONG: Final = "方正小标宋简体"
_HEI: Final = "黑体"
_FANG: Final = "仿宋_GB2312"
_LATIN: Final = "Times New Roman"

_TITLE_SIZE: Final = 22
_SIZE: Final = 12
_SMALL: Final = 9
_WIDTHS: Final = (Mm(95), Mm(95), Mm(67))
"""Together the breadth of A4 landscape less its margins."""
_MARGIN: Final = Mm(20)
_SOFT: Final = RGBColor(0x59, 0x59, 0x59)
_SHADE: Final = "F2F2F2"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def render(difference: Difference, look: Look) -> bytes:
    """Return the document; equal differences are equal byte by byte."""
    language = look.language
    document = _blank(title_of_table(difference).text(language))
    _write(
        document.add_paragraph(), title_of_table(difference).text(language), _SONG, _TITLE_SIZE, center=True
    )
    for couple in difference.changed:
        _write(document.add_paragraph(), heading(couple, difference).text(language), _HEI, _SIZE, center=True)
        changes = couple.diff.changes
        said = total(couple, language) if changes else no_change(difference, couple).text(language)
        for text in (said, *(told.text(language) for told in reading(couple))):
            _write(document.add_paragraph(), text, _FANG, _SIZE)
        if changes:
            _table(document, parts(couple, language), heads([couple], language))
    if not difference.total and not difference.couples:
        _write(
            document.add_paragraph(),
            no_change(difference).text(language),
            _FANG,
            _SIZE,
        )
    for one in difference.alone:
        _write(document.add_paragraph(), alone(one).text(language), _FANG, _SIZE)
    for message in closing(difference):
        _write(document.add_paragraph(), message.text(language), _FANG, _SIZE)
    _page_number(document.sections[0].footer.paragraphs[0])
    return _packed(document)


def _blank(title: str) -> Any:
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    style = document.styles["Normal"]
    style.font.name, style.font.size = _LATIN, Pt(_SIZE)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FANG)
    style.paragraph_format.space_after = Pt(0)
    properties = document.core_properties
    properties.author = properties.comments = ""
    properties.title = title
    return document


def _table(document: Any, found: list[Part], columns: tuple[str, ...]) -> None:
    table: Any = document.add_table(rows=1, cols=len(columns), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = width
    top = table.rows[0]
    for cell, width, text in zip(top.cells, _WIDTHS, columns, strict=True):
        cell.width = width
        _write(cell.paragraphs[0], text, _HEI, _SIZE, center=True)
        _shade(cell)
    _flag(top, "w:tblHeader")
    for part in found:
        first, *_, last = table.add_row().cells
        whole = first.merge(last)
        _write(whole.paragraphs[0], part.title, _HEI, _SIZE)
        whole.paragraphs[0].paragraph_format.keep_with_next = True
        _shade(whole)
        for row in part.rows:
            added = table.add_row()
            _flag(added, "w:cantSplit")
            old, new, remark = added.cells
            _fill(old, row.old_place, row.old)
            _fill(new, row.new_place, row.new)
            _fill(remark, "", row.remark)


def _fill(cell: _Cell, place: str, text: str) -> None:
    paragraph = cell.paragraphs[0]
    if place:
        _write(paragraph, place, _FANG, _SMALL).font.color.rgb = _SOFT
        paragraph = cell.add_paragraph() if text else paragraph
    for number, line in enumerate(text.split("\n") if text else ()):
        _write(cell.add_paragraph() if number else paragraph, line, _FANG, _SIZE)


def _write(paragraph: Paragraph, text: str, font: str, size: int, *, center: bool = False) -> Any:
    run = paragraph.add_run(visible(text))
    if (font, size) != (_FANG, _SIZE):  # as the style has it
        run.font.size = Pt(size)
        run.font.name = _LATIN
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    if center:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return run


def _flag(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _shade(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), _SHADE)
    cell._tc.get_or_add_tcPr().append(shade)


def _page_number(paragraph: Paragraph) -> None:
    """Write — 1 — as official documents number their pages."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("— ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = OxmlElement("w:r")
    number = OxmlElement("w:t")
    number.text = "1"  # until a program lays the pages out
    run.append(number)
    field.append(run)
    paragraph._p.append(field)
    paragraph.add_run(" —")


def _packed(document: Any) -> bytes:
    """Return the file with one fixed date on all its parts, instead of the time of writing."""
    written = io.BytesIO()
    document.save(written)
    packed = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, _EPOCH), source.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
