from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from planspec.report.cells import excerpt, pad, visible, wrap

TEXTS = st.text(st.sampled_from("ab 7%.\t，。：“”循环经济全县①\u200b\u0301é😀"), max_size=120)


def marked(line: str, start: int, end: int, width: int) -> str:
    """Return what of the shown line stands above the carets; a wide character stands twice."""
    shown = excerpt(line, start, end, width)
    cells = "".join(character * cell_len(character) for character in shown.text)
    return cells[shown.before : shown.before + shown.under]


def test_carets_stand_under_wide_characters() -> None:
    shown = excerpt("    title: 循环经济", 12, 16, 80)
    assert (shown.text, shown.before, shown.under) == ("    title: 循环经济", 11, 8)


def test_wide_characters_before_the_mark_count_twice() -> None:
    shown = excerpt("  规模工业增加值: 增长7%", 12, 16, 80)
    assert (shown.before, shown.under) == (18, 6)
    assert marked("  规模工业增加值: 增长7%", 12, 16, 80) == "增增长长7%"


def test_tabs_run_to_the_next_stop() -> None:
    shown = excerpt("a\tb\t值", 5, 6, 80)
    assert (shown.text, shown.before, shown.under) == ("a   b   值", 8, 2)


def test_invisible_characters_are_spelled_out_and_counted() -> None:
    shown = excerpt("a\u200bb\x1b[31m值", 9, 10, 80)
    assert shown.text == "a\\u200bb\\x1b[31m值"
    assert shown.text[shown.before :] == "值"


def test_the_end_of_a_line_can_be_pointed_at() -> None:
    shown = excerpt("title:", 7, 7, 80)
    assert (shown.before, shown.under) == (6, 1)


def test_a_long_line_loses_its_indentation_first() -> None:
    shown = excerpt(" " * 30 + "lead: 县发改局", 37, 41, 40)
    assert (shown.text, shown.before, shown.under) == ("lead: 县发改局", 6, 8)


def test_a_long_line_is_cut_around_the_mark() -> None:
    line = "前" * 60 + "目标" + "后" * 60
    shown = excerpt(line, 61, 63, 40)
    assert shown.text.startswith("...前") and shown.text.endswith("后...")
    assert marked(line, 61, 63, 40) == "目目标标"
    assert cell_len(shown.text) <= 40


def test_a_mark_wider_than_the_window_shows_its_beginning() -> None:
    shown = excerpt("key: " + "长" * 200, 6, 206, 30)
    assert shown.text.startswith("...长") and shown.text.endswith("长...")
    assert shown.before == 3
    assert shown.before + shown.under <= 30


@given(TEXTS, st.integers(0, 130), st.integers(0, 130), st.integers(24, 90))
def test_the_mark_is_always_in_sight(line: str, start: int, length: int, width: int) -> None:
    shown = excerpt(line, start, start + length, width)
    assert shown.under >= 1
    assert shown.before + shown.under <= width + 1
    assert cell_len(shown.text) <= width
    assert shown.text.isprintable() or "\u0301" in shown.text


@given(st.text("ab 7%，。“循环经济é😀", min_size=1, max_size=120), st.data())
def test_what_is_marked_is_what_was_meant(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(1, len(line)))
    end = data.draw(st.integers(start + 1, min(len(line) + 1, start + 6)))
    meant = "".join(character * cell_len(character) for character in line[start - 1 : end - 1])
    assert marked(line, start, end, 60).rstrip() == meant.rstrip()


def test_wrapping_keeps_marks_where_they_belong() -> None:
    text = "任务“循环经济”没有写明责任单位，请用 lead 写上牵头单位（见 planspec rule RES001）。"
    assert wrap(text, 30) == [
        "任务“循环经济”没有写明责任单",
        "位，请用 lead 写上牵头单位（见",
        "planspec rule RES001）。",
    ]


def test_a_long_word_stays_whole() -> None:
    path = "specs/hunan/yueyang/2025/plan.yaml:12:7"
    assert wrap(f"见 {path} 处", 20) == ["见", path, "处"]


@given(TEXTS, st.integers(10, 60))
def test_wrapping_loses_nothing_but_spaces(text: str, width: int) -> None:
    lines = wrap(visible(text), width)
    assert "".join(lines).replace(" ", "") == visible(text).replace(" ", "")


@given(st.lists(st.sampled_from(["循", "环，", "经济", "“目标”", "lead ", "7%；"]), max_size=60))
def test_wrapped_lines_fit_and_begin_well(parts: list[str]) -> None:
    for line in wrap("".join(parts), 24)[1:]:
        assert not line.startswith(("，", "；", "”"))
        assert cell_len(line) <= 24


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("循环经济", "循环经济"),
        ("a\nb", "a\\nb"),
        ("\x1b[2J", "\\x1b[2J"),
        ("\u202e反", "\\u202e反"),
        ("a\udcff", "a\\udcff"),
        ("全\u3000角", "全\u3000角"),
    ],
)
def test_what_would_act_on_a_terminal_is_spelled_out(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_padding_counts_cells() -> None:
    assert pad("错误", 6) == "错误  "
