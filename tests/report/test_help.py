from __future__ import annotations

from planspec.report.help import Section, page


def test_rows_line_up_by_cells() -> None:
    section = Section("选项：", [("--select 规则", "只用这些规则"), ("-h", "显示本帮助")])
    assert page("用法：planspec", "检查方案。", [section], "示例：\n  planspec lint", 80) == (
        """\
用法：planspec

检查方案。

选项：
  --select 规则  只用这些规则
  -h             显示本帮助

示例：
  planspec lint
"""
    )


def test_a_long_name_gets_a_line_of_its_own() -> None:
    rows = [("--a-very-long-option-name FORMAT=FILE", "what it does"), ("-h", "help")]
    assert page("x", "", [Section("Options:", rows)], "", 60) == (
        """\
x

Options:
  --a-very-long-option-name FORMAT=FILE
                              what it does
  -h                          help
"""
    )


def test_empty_sections_are_left_out() -> None:
    assert page("x", "y", [Section("Commands:", [])], "", 80) == "x\n\ny\n"
