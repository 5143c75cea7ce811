"""Web pages to blocks."""

from __future__ import annotations

import pytest

from planspec.documents.blocks import Document, Paragraph, Table
from planspec.documents.html import read_html
from planspec.documents.htmlpage import decode_page

LONG = "为推动高质量发展，制定本方案。" * 20


def page(main: str, before: str = "", after: str = "", title: str = "") -> Document:
    return read_html(
        f"<html><head><title>{title}</title></head><body>{before}<div id='c'><p>{LONG}</p>{main}</div>{after}</body></html>",
        "x.html",
    )


def texts(document: Document) -> list[str]:
    return [block.shown for block in document.blocks if isinstance(block, Paragraph) and block.text != LONG]


def grid(document: Document) -> list[list[str]]:
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    return [[("^" if cell.merged else "") + cell.text for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ('<meta charset="utf-8"><p>方案'.encode(), "方案"),
        ('<meta charset="gbk"><p>方案'.encode("gbk"), "方案"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>镕'.encode("gbk"), "镕"),
        ("<p>方案".encode("gbk"), "方案"),
        ("<p>方案".encode("utf-8-sig"), "方案"),
        ("<p>方案".encode("utf-16"), "方案"),
        ('<meta charset="gbk"><p>方案'.encode(), "方案"),
        ('<meta charset="nonsense"><p>方案'.encode(), "方案"),
    ],
)
def test_the_encoding_is_what_the_page_says_or_what_fits(data: bytes, text: str):
    (block,) = read_html(decode_page(data), "x.html").blocks
    assert isinstance(block, Paragraph)
    assert block.text == text


def test_paragraphs_are_what_a_reader_sees():
    found = page(
        "<p>　　一、<b>目标</b></p><p>前半<br>　　后半</p><p>断\n行的<span>句子</span></p>文字<div>块</div>尾"
    )
    assert texts(found) == ["一、目标", "前半", "后半", "断行的句子", "文字", "块", "尾"]


def test_headings_and_alignment_are_told():
    found = page("<h2>第一章</h2><p align='center'>标题</p><p style='text-align: center'>副题</p>")
    marks = [(b.text, b.heading, b.centred) for b in found.blocks[1:] if isinstance(b, Paragraph)]
    assert marks == [("第一章", 2, False), ("标题", 0, True), ("副题", 0, True)]


def test_numbered_lists_have_the_numbers_that_a_browser_shows():
    found = page(
        "<ol start='3'><li>甲<li>乙</ol><ol type='a'><li>丙</ol><ul><li>丁</ul><ol><li value=7>戊<li>己</ol>"
    )
    assert texts(found) == ["3.甲", "4.乙", "a.丙", "丁", "7.戊", "8.己"]


def test_spans_of_a_table_are_filled():
    found = page(
        "<table><tr><th rowspan=2>序号<th colspan=2>责任</tr><tr><th>牵头<th>配合</tr>"
        "<tr><td>1<td>市林业局<br>市财政局<td rowspan=2>市城管局</tr><tr><td>2<td><p>市交通局</p></table>"
    )
    assert grid(found) == [
        ["序号", "责任", "^责任"],
        ["^序号", "牵头", "配合"],
        ["1", "市林业局\n市财政局", "市城管局"],
        ["2", "市交通局", "^市城管局"],
    ]


def test_a_table_that_lays_out_the_page_is_no_table():
    found = read_html(f"<table><tr><td>侧栏<td><p>{LONG * 10}</p><p>一、目标</p></table>", "x.html")
    assert not any(isinstance(block, Table) for block in found.blocks)
    assert texts(found)[-1] == "一、目标"


def test_what_is_not_the_text_is_listed_as_furniture():
    found = page(
        "<p>一、目标</p><p style='display:none'>暗</p><script>var a=1</script><div class='bdsharebuttonbox'>分享到微博</div>",
        before="<div class='nav'>首页 政务</div><div class='crumbs'>当前位置：首页</div>",
        after="<div class='footer'>主办单位：某市</div><p>上一篇：<a>某文</a></p>",
    )
    assert texts(found) == ["一、目标"]
    assert {(text, reason) for _, text, reason in found.furniture} == {
        ("暗", "hidden"),
        ("分享到微博", "navigation"),
        ("首页 政务", "navigation"),
        ("当前位置：首页", "navigation"),
        ("主办单位：某市", "navigation"),
        ("上一篇：某文", "after the text"),
    }


def test_a_wrapper_with_the_name_of_furniture_is_not_dropped():
    found = read_html(
        f"<div id='print'><div class='share content'><p>{LONG}</p><p>一、目标</p></div></div>", "x.html"
    )
    assert texts(found) == ["一、目标"]


def test_title_and_data_above_the_text_belong_to_it():
    found = page(
        "<p>一、目标</p>",
        before="<div><h1>某市关于印发某方案的通知</h1><h1>站内通知</h1></div>"
        "<table><tr><td>索引号：<td>01/2024<td>发文字号：<td>某政发〔2024〕3号</table>",
        title="某市关于印发某方案的通知_某市政府",
    )
    assert texts(found) == ["某市关于印发某方案的通知", "发文字号：某政发〔2024〕3号", "一、目标"]
    assert found.title == "某市关于印发某方案的通知_某市政府"


@pytest.mark.parametrize("text", ["", "<html></html>", "<!-- -->", "<script>1</script>", "<p>", "</div>"])
def test_a_page_without_text_has_no_blocks(text: str):
    assert read_html(text, "x.html").blocks == ()


def test_a_table_of_links_is_navigation():
    found = page("<p>一、目标</p>", before="<table><tr><td><a>首页</a><td><a>公开</a></table>")
    assert not any(isinstance(block, Table) for block in found.blocks)
    assert [(text, reason) for _, text, reason in found.furniture] == [("首页公开", "navigation")]
