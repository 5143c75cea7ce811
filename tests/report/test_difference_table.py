"""The 新旧对照表 as Markdown, Word and workbook, read again."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from lxml import etree

from planspec.report import Look
from planspec.report.difference import docx_, table, xlsx

from .differences import NEW, OLD, difference, nothing, places, small, years

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def test_rows_stand_by_annex_in_the_order_of_the_document() -> None:
    out = table.render(small(), Look())
    assert out.startswith("## 新旧对照表\n\n### 新邵县2024 两个版本对照：main → HEAD\n")
    assert [line for line in out.splitlines() if line.startswith("####")] == [
        "#### 方案总体",
        "#### 附件1　产业行动",
        "#### 民生行动",
    ]
    annex = out.partition("#### 附件1")[2].splitlines()[2:7]
    assert annex == [
        "| 原文 | 新文 | 说明 |",
        "| --- | --- | --- |",
        "| <sub>附件1/一/1</sub><br>补链强链 | <sub>附件1/一/1</sub><br>补链延链 | 文字调整：改了标题 |",
        "| <sub>附件1/一/1</sub><br>补链强链<br>牵头单位：县科工局 | <sub>附件1/一/1</sub><br>补链延链<br>牵头单位：县商务局 "
        "| 责任调整：更换牵头单位；原为“补链强链” |",
        "| <sub>附件1/一/1</sub><br>补链强链<br>完成时限：2024-06-30 | <sub>附件1/一/1</sub><br>补链延链<br>完成时限：2024-09-30 "
        "| 减弱：完成时限推迟；原为“补链强链” |",
    ]


def test_what_one_side_lacks_is_an_empty_cell() -> None:
    out = table.render(small(), Look())
    assert "| <sub>一</sub><br>粮食产量：达到12万吨 |  | 减弱（重大）：被删去 |" in out
    assert "|  | 建设养老中心 | 加强：新增 |" in out


def _document(data: bytes) -> Document:  # type: ignore[valid-type]
    return Document(io.BytesIO(data))


def test_the_document_is_a4_landscape_with_a_repeated_head_and_fonts_by_name() -> None:
    document = _document(docx_.render(small(), Look()))
    (section,) = document.sections  # type: ignore[attr-defined]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    (grid,) = document.tables  # type: ignore[attr-defined]
    assert [cell.text for cell in grid.rows[0].cells] == ["原文", "新文", "说明"]
    assert grid.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr is None or row._tr.trPr.find(qn("w:tblHeader")) is None for row in grid.rows[1:])
    fonts = {run.get(qn("w:eastAsia")) for run in document.element.iter(qn("w:rFonts"))}  # type: ignore[attr-defined]
    assert fonts == {"方正小标宋简体", "黑体", "仿宋_GB2312"}
    width = sum(column.width.mm for column in grid.columns)
    assert round(width) == 257


def test_the_document_holds_every_row() -> None:
    document = _document(docx_.render(small(), Look()))
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]  # type: ignore[attr-defined]
    assert ["方案总体"] * 3 in rows and ["附件1　产业行动"] * 3 in rows
    assert ["一\n粮食产量：达到12万吨", "", "减弱（重大）：被删去"] in rows
    assert len(rows) == 1 + 3 + 12
    assert document.paragraphs[0].text == "新旧对照表"  # type: ignore[attr-defined]
    assert "12处变化：减弱6" in document.paragraphs[2].text  # type: ignore[attr-defined]


@pytest.mark.parametrize("render", [docx_.render, xlsx.render])
def test_equal_differences_are_equal_files(render: object) -> None:
    assert render(small(), Look()) == render(difference(), Look())  # type: ignore[operator]


@pytest.mark.parametrize("render", [docx_.render, xlsx.render])
def test_nothing_and_other_uses_make_sound_files(render: object) -> None:
    for found in (nothing(), years(), places(), difference(OLD, NEW, only=("action-removed",))):
        for language in ("zh", "en"):
            data = render(found, Look(language))  # type: ignore[operator]
            assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None


def _sheets(data: bytes) -> list[list[list[str]]]:
    """Return the texts of a workbook, sheet by sheet, row by row."""
    book = zipfile.ZipFile(io.BytesIO(data))
    strings = [
        "".join(one.itertext())
        for one in etree.fromstring(book.read("xl/sharedStrings.xml")).iter(f"{SHEET}si")
    ]
    sheets = []
    for number in (1, 2):
        sheet = etree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
        assert not list(sheet.iter(f"{SHEET}f")), "no cell is a formula"
        rows = []
        for row in sheet.iter(f"{SHEET}row"):
            values = [cell.find(f"{SHEET}v") for cell in row]
            rows.append([strings[int(value.text)] for value in values if value is not None])
        sheets.append(rows)
    return sheets


def test_the_workbook_has_the_table_and_the_details() -> None:
    data = xlsx.render(small(), Look())
    shown, details = _sheets(data)
    assert shown[0] == ["新旧对照表"] and shown[1] == ["原文", "新文", "说明"]
    assert ["〔一〕\n粮食产量：达到12万吨", "", "减弱（重大）：被删去"] in shown
    assert details[0][:5] == ["对照", "行动", "类别", "程度", "代码"]
    assert len(details) == 1 + 12
    lowered = next(row for row in details if "target-lowered" in row)
    assert lowered[1:4] == ["方案总体", "减弱", "重大"] and "main:specs/plan.yaml:10" in lowered
    page = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()
    assert 'orientation="landscape"' in page and 'paperSize="9"' in page and 'fitToPage="1"' in page
    names = zipfile.ZipFile(io.BytesIO(data)).read("xl/workbook.xml").decode()
    assert "新旧对照表!$2:$2" in names


def test_a_text_is_never_a_formula() -> None:
    text = OLD.replace("title: 建设卫生室", "title: '=HYPERLINK(\"http://e.invalid\")'")
    shown, details = _sheets(xlsx.render(difference(text, NEW), Look()))
    assert any("=HYPERLINK" in cell for row in (*shown, *details) for cell in row)


def test_control_characters_do_not_break_the_files() -> None:
    text = OLD.replace("title: 建设卫生室", 'title: "建\\u0007设\\u2028卫生室"')
    found = difference(text, NEW)
    document = _document(docx_.render(found, Look()))
    assert "建\\x07设\\u2028卫生室" in "".join(cell.text for cell in document.tables[0]._cells)  # type: ignore[attr-defined]
    assert _sheets(xlsx.render(found, Look()))
