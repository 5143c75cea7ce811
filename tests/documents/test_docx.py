"""Word files, written by these tests, read as Word shows them."""

from __future__ import annotations

import pytest
from docx.oxml import parse_xml

from planspec.documents.blocks import Paragraph, Spot, Table
from planspec.documents.docx import read_docx
from planspec.documents.numbering import Kind, number_of

from .words import OFFICIAL, W, Word, level, rewritten


def paragraphs(word: Word) -> list[Paragraph]:
    return [block for block in read_docx(word.bytes(), "x.docx").blocks if isinstance(block, Paragraph)]


def shown(word: Word) -> list[str]:
    return [one.shown for one in paragraphs(word)]


def tables(word: Word) -> list[Table]:
    return [block for block in read_docx(word.bytes(), "x.docx").blocks if isinstance(block, Table)]


def grid(table: Table) -> list[list[str]]:
    return [[("^" if cell.merged else "") + cell.text for cell in row] for row in table.rows]


@pytest.fixture
def word() -> Word:
    made = Word()
    made.abstract(90, OFFICIAL)
    made.list(90, 90)
    return made


# ---- automatic numbers ----


def test_the_four_levels_of_an_official_document(word: Word):
    for text, at in zip("标产企大小园创任甲", (0, 1, 2, 3, 3, 2, 1, 0, 1), strict=True):
        word.numbered(text, 90, at)
    assert " ".join(shown(word)) == "一、标 （一）产 1.企 ①大 ②小 2.园 （二）创 二、任 （一）甲"


def test_the_numbers_are_known_to_the_outline(word: Word):
    for at in range(4):
        word.numbered("任务", 90, at)
    kinds = [number.kind for one in paragraphs(word) if (number := number_of(one.shown)) is not None]
    assert kinds == [Kind.HAN, Kind.BRACKETED_HAN, Kind.ARABIC, Kind.CIRCLED]


def test_a_style_gives_the_number(word: Word):
    word.style("一级", '<w:numPr><w:numId w:val="90"/></w:numPr><w:outlineLvl w:val="0"/>')
    word.style("派生", "", based_on="一级")
    word.paragraph("甲", style="一级")
    word.paragraph("乙", style="派生")
    found = paragraphs(word)
    assert [one.shown for one in found] == ["一、甲", "二、乙"]
    assert [one.heading for one in found] == [1, 1]


def test_levels_are_linked_to_styles():
    word = Word()
    levels = "".join(
        level(k, form, text, f'<w:pStyle w:val="{style}"/>')
        for k, (form, text, style) in enumerate(
            (
                ("japaneseCounting", "%1、", "章"),
                ("japaneseCounting", "（%2）", "节"),
                ("decimal", "%3．", "目"),
            )
        )
    )
    word.abstract(91, levels)
    word.list(91, 91)
    for style in ("章", "节", "目"):
        word.style(style, '<w:numPr><w:numId w:val="91"/></w:numPr>')
    for style in ("章", "节", "目", "目", "节", "章", "节"):
        word.paragraph("文", style=style)
    assert shown(word) == ["一、文", "（一）文", "1．文", "2．文", "（二）文", "二、文", "（一）文"]


def test_the_paragraph_overrides_its_style(word: Word):
    word.style("编号", '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="90"/></w:numPr>')
    word.paragraph("甲", style="编号")
    word.numbered("乙", 90, 1, style="编号")
    word.paragraph("丙", style="编号")
    assert shown(word) == ["1.甲", "（一）乙", "1.丙"]


def test_number_0_takes_the_number_of_the_style_away(word: Word):
    word.style("编号", '<w:numPr><w:numId w:val="90"/></w:numPr>')
    word.paragraph("甲", style="编号")
    word.numbered("无编号", 0, style="编号")
    word.paragraph("乙", style="编号")
    assert shown(word) == ["一、甲", "无编号", "二、乙"]


def test_lists_of_one_abstract_list_go_on_counting_together(word: Word):
    word.list(91, 90)
    word.numbered("甲", 90)
    word.numbered("乙", 91)
    assert shown(word) == ["一、甲", "二、乙"]


def test_a_list_may_start_anew(word: Word):
    word.list(91, 90, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    for text, number in (("甲", 90), ("乙", 90), ("新", 91), ("次", 91)):
        word.numbered(text, number)
    assert shown(word) == ["一、甲", "二、乙", "一、新", "二、次"]


def test_a_list_may_write_a_level_in_its_own_way(word: Word):
    other = level(0, "decimal", "第%1条", start=5)
    word.list(91, 90, f'<w:lvlOverride w:ilvl="0">{other}</w:lvlOverride>')
    word.numbered("甲", 91)
    assert shown(word) == ["第5条 甲"]


def test_a_level_may_count_on_through_the_levels_above():
    word = Word()
    word.abstract(
        91, level(0, "chineseCounting", "%1、") + level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')
    )
    word.list(91, 91)
    for text, at in (("甲", 0), ("子", 1), ("乙", 0), ("丑", 1)):
        word.numbered(text, 91, at)
    assert shown(word) == ["一、甲", "1.子", "二、乙", "2.丑"]


def test_a_number_may_name_the_levels_above_it():
    word = Word()
    levels = (
        level(0, "chineseCounting", "%1、")
        + level(1, "decimal", "%1.%2.")
        + level(2, "decimal", "%1.%2.%3", "<w:isLgl/>")
    )
    word.abstract(91, levels)
    word.list(91, 91)
    for at in (0, 1, 1, 2):
        word.numbered("文", 91, at)
    assert shown(word) == ["一、文", "一.1.文", "一.2.文", "1.2.1 文"]


def test_a_list_style_lends_its_levels():
    word = Word()
    word.abstract(92, "", '<w:numStyleLink w:val="公文"/>')
    word.abstract(91, level(0, "chineseCounting", "（%1）"), '<w:styleLink w:val="公文"/>')
    word.list(91, 91)
    word.list(92, 92)
    word.file.styles.element.append(
        parse_xml(
            f'<w:style {W} w:type="numbering" w:styleId="公文"><w:name w:val="公文"/>'
            '<w:pPr><w:numPr><w:numId w:val="91"/></w:numPr></w:pPr></w:style>'
        )
    )
    word.numbered("甲", 92)
    assert shown(word) == ["（一）甲"]


@pytest.mark.parametrize(
    ("form", "count", "written"),
    [
        ("decimal", 12, "12"),
        ("chineseCounting", 21, "二十一"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("japaneseCounting", 10, "十"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographTraditional", 3, "丙"),
        ("ideographZodiac", 2, "丑"),
        ("ideographDigital", 12, "一二"),
        ("decimalEnclosedCircleChinese", 11, "⑪"),
        ("decimalEnclosedParen", 3, "⑶"),
        ("decimalEnclosedFullstop", 3, "⒊"),
        ("decimalFullWidth", 10, "１０"),
        ("decimalZero", 3, "03"),
        ("lowerLetter", 28, "bb"),
        ("upperRoman", 14, "XIV"),
        ("none", 3, ""),
        ("unheardOf", 3, "3"),
    ],
)  # fmt: skip
def test_number_formats(form: str, count: int, written: str):
    word = Word()
    word.abstract(91, level(0, form, "%1、", start=count))
    word.list(91, 91)
    word.numbered("文", 91)
    assert shown(word) == [f"{written}、文"]


def test_a_bullet_is_no_number_but_a_dash_is_kept():
    word = Word()
    word.abstract(91, level(0, "bullet", "\uf0b7") + level(1, "bullet", "——"))
    word.list(91, 91)
    word.numbered("甲", 91)
    word.numbered("乙", 91, 1)
    assert shown(word) == ["甲", "——乙"]


def test_a_list_that_is_not_there_numbers_nothing(word: Word):
    word.numbered("甲", 777)
    word.numbered("乙", 90, 8)
    assert shown(word) == ["甲", "乙"]


# ---- text ----


def test_tracked_changes_are_read_as_accepted():
    word = Word()
    word.paragraph(
        "新增企业",
        runs='<w:del w:id="1" w:author="a"><w:r><w:delText>300</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="a"><w:r><w:t>350</w:t></w:r></w:ins><w:r><w:t>家</w:t></w:r>',
    )
    assert shown(word) == ["新增企业350家"]


def test_moved_text_stands_where_it_was_moved_to():
    word = Word()
    run = "<w:r><w:t>本句</w:t></w:r>"
    word.paragraph("甲", runs=f'<w:moveFrom w:id="1" w:author="a">{run}</w:moveFrom>')
    word.paragraph("乙", runs=f'<w:moveTo w:id="2" w:author="a">{run}</w:moveTo>')
    assert shown(word) == ["甲", "乙本句"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs(word: Word):
    gone = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="90"/></w:numPr>'
    word.paragraph("前半", listed + gone)
    word.paragraph("后半", listed)
    word.numbered("下一条", 90)
    assert shown(word) == ["一、前半后半", "二、下一条"]


def test_a_paragraph_that_was_deleted_whole_takes_no_number(word: Word):
    gone = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    word.numbered("甲", 90)
    word.paragraph(
        "",
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="90"/></w:numPr>' + gone,
        runs='<w:del w:id="1" w:author="a"><w:r><w:delText>废</w:delText></w:r></w:del>',
    )
    word.numbered("乙", 90)
    assert shown(word) == ["一、甲", "二、乙"]


def test_old_properties_of_a_changed_paragraph_are_not_read(word: Word):
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="90"/></w:numPr>'
    word.paragraph("甲", f'<w:pPrChange w:id="1" w:author="a"><w:pPr>{listed}</w:pPr></w:pPrChange>')
    assert shown(word) == ["甲"]


def test_a_line_break_joins_a_sentence_and_parts_paragraphs():
    word = Word()
    word.paragraph("推进", runs="<w:r><w:br/><w:t>建设。</w:t><w:br/><w:t>（二）另一项</w:t></w:r>")
    word.paragraph("某市", '<w:jc w:val="center"/>', runs="<w:r><w:br/><w:t>行动方案</w:t></w:r>")
    found = paragraphs(word)
    assert [one.text for one in found] == ["推进建设。", "（二）另一项", "某市", "行动方案"]
    assert [one.centred for one in found] == [False, False, True, True]


def test_a_field_shows_its_result():
    word = Word()
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    word.paragraph("附件", runs=field + '<w:fldSimple w:instr="DATE"><w:r><w:t>号</w:t></w:r></w:fldSimple>')
    assert shown(word) == ["附件3号"]


def test_a_text_box_is_read_once():
    word = Word()
    inside = "<w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>"
    new = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice>'
    old = f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
    word.paragraph("框外", runs=f"<w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r>")
    assert shown(word) == ["框外", "框内"]


def test_hidden_text_and_contents_are_furniture():
    word = Word()
    word.style("TOC1", "")
    word.file.styles.element[-1][0].set(f"{{{word.file.element.nsmap['w']}}}val", "toc 1")
    word.paragraph("一、目标 …… 3", style="TOC1")
    word.paragraph("正文", runs="<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>")
    document = read_docx(word.bytes(), "x.docx")
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == ["正文"]
    assert [reason for _, _, reason in document.furniture] == ["table of contents", "hidden"]


def test_a_note_is_listed_not_read():
    word = Word()
    word.paragraph("正文", runs='<w:r><w:footnoteReference w:id="2"/></w:r>')
    note = f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>脚注</w:t></w:r></w:p></w:footnote></w:footnotes>'
    data = rewritten(word.bytes(), lambda _, content: content, {"word/footnotes.xml": note.encode()})
    document = read_docx(data, "x.docx")
    assert len(document.blocks) == 1
    assert document.furniture == ((Spot(1), "脚注", "footnote"),)


# ---- tables ----


def test_merged_cells_stand_at_each_of_their_places():
    word = Word()
    made = word.table(
        ["序号", "任务", "责任", ""], ["1", "甲", "市林业局", "市财政局"], ["", "乙", "市交通局", ""]
    )
    made.cell(0, 2).merge(made.cell(0, 3))
    made.cell(1, 0).merge(made.cell(2, 0))
    made.cell(1, 3).merge(made.cell(2, 3))
    (table,) = tables(word)
    assert grid(table) == [
        ["序号", "任务", "责任", "^责任"],
        ["1", "甲", "市林业局", "市财政局"],
        ["^1", "乙", "市交通局", "^市财政局"],
    ]


def test_a_column_of_numbers_may_be_automatic(word: Word):
    made = word.table(["序号", "任务"], ["", "甲"], ["", "乙"])
    word.abstract(91, level(0, "decimal", "%1"))
    word.list(91, 91)
    for r in (1, 2):
        paragraph = made.cell(r, 0).paragraphs[0]._p
        paragraph.insert(
            0, parse_xml(f'<w:pPr {W}><w:numPr><w:ilvl w:val="0"/><w:numId w:val="91"/></w:numPr></w:pPr>')
        )
    (table,) = tables(word)
    assert grid(table) == [["序号", "任务"], ["1", "甲"], ["2", "乙"]]


def test_paragraphs_of_a_cell_are_its_lines():
    word = Word()
    made = word.table(["任务", "责任单位"], ["甲", "市林业局"])
    made.cell(1, 1).add_paragraph("市财政局").add_run().add_break()
    made.cell(1, 1).paragraphs[1].add_run("市城管局")
    (table,) = tables(word)
    assert table.rows[1][1].text == "市林业局\n市财政局\n市城管局"


def test_deleted_rows_are_gone():
    word = Word()
    made = word.table(["任务", "单位"], ["旧", "市林业局"], ["新", "市财政局"])
    made.rows[1]._tr.insert(0, parse_xml(f'<w:trPr {W}><w:del w:id="1" w:author="a"/></w:trPr>'))
    (table,) = tables(word)
    assert grid(table) == [["任务", "单位"], ["新", "市财政局"]]


def test_a_frame_of_one_column_holds_paragraphs():
    word = Word()
    word.table(["框内一段"], ["框内二段"])
    assert shown(word) == ["框内一段", "框内二段"]


def test_spots_count_the_paragraphs_of_the_file():
    word = Word()
    word.paragraph("前")
    word.table(["序号", "任务"], ["1", "甲"])
    word.paragraph("后")
    first, table, last = read_docx(word.bytes(), "x.docx").blocks
    assert isinstance(table, Table)
    assert (first.spot, table.spot, last.spot) == (Spot(1), Spot(2, 1), Spot(6))
    assert table.rows[1][1].spot == Spot(5, 1, 2, 2)


def test_a_strict_file_is_read_like_a_transitional_one(word: Word):
    word.numbered("甲", 90)

    def strict(_: str, content: bytes) -> bytes:
        return content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )

    document = read_docx(rewritten(word.bytes(), strict), "x.docx")
    assert [block.shown for block in document.blocks if isinstance(block, Paragraph)] == ["一、甲"]
