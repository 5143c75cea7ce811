"""What a document says is shown in a comment and does nothing there."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from planspec.report.marks import escape, html, length, link, shorten, table

HOSTILE = st.text(st.sampled_from("ab1经 \n\t|`*_[]()<>&@#~\\!$\"'：/.-+=:\u202e\x1b{}"), max_size=40)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("循环经济（87亿元）", "循环经济（87亿元）"),
        ("a|b", r"a\|b"),
        ("<img src=x>&amp;", "&lt;img src=x&gt;&amp;amp;"),
        ("*重*_点_`x`~~y~~", r"\*重\*\_点\_\`x\`\~\~y\~\~"),
        ("[甲](乙)!", r"\[甲\](乙)\!"),
        ("@张三 #12 GH-7", "@\u2060张三 \\#\u206012 GH-\u20607"),
        ("见https://a.b www.c.d", "见https:\u2060//a.b www\u2060.c.d"),
        ("两\n行", r"两\\n行"),
        ("$x$", r"\$x\$"),
    ],
)
def test_nothing_of_a_text_is_markup(text: str, shown: str) -> None:
    assert escape(text) == shown


@given(HOSTILE)
def test_a_cell_shows_what_was_written_and_nothing_else(text: str) -> None:
    page = "\n".join(table(["甲", "乙"], [[escape(text), "丙"]]))
    rendered = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(page)
    assert not re.findall(r"<(?!/?(?:table|thead|tbody|tr|th|td)\b)", rendered)
    assert rendered.count("<td>") == 2


@given(HOSTILE)
def test_html_stays_text(text: str) -> None:
    assert "<" not in html(text) and "\n" not in html(text)


def test_a_link_leads_to_the_line() -> None:
    assert link("plan.yaml:7", "specs/某县/plan.yaml", 7) == "[plan.yaml:7](specs/某县/plan.yaml#L7)"
    base = "https://host.example/blob/1a2b"
    expected = "[x](https://host.example/blob/1a2b/a%20%28b%29%23%25.yaml#L1)"
    assert link("x", "a (b)#%.yaml", 1, base) == link("x", "a (b)#%.yaml", 1, base + "/") == expected
    assert link("x", "\udcce.yaml", 1) == "[x](%CE.yaml#L1)"


def test_a_table_is_set_right_where_asked() -> None:
    assert table(["数", "名"], [["1", "甲"]], right=1) == ["| 数 | 名 |", "| --: | --- |", "| 1 | 甲 |"]


def test_what_is_too_long_says_so() -> None:
    assert shorten("一二三四五", 5) == "一二三四五"
    assert shorten("一二三四五六", 5) == "一二三四…"


def test_the_length_is_counted_as_hosts_count_it() -> None:
    assert length("经a𠮷") == 4
