from __future__ import annotations

import re

from msgspec.structs import replace
from rich.cells import cell_len

from planspec.lint.result import Counts, Result
from planspec.report import Look, render
from planspec.source.message import Message
from planspec.source.span import WHOLE_FILE, Span

from .values import CLEAN, MIXED, NO_UNIT


def test_findings_stand_by_file_with_excerpt_and_carets() -> None:
    assert render(MIXED, "full", Look(width=60)) == (
        """\
== specs/某县/2026/01-industry.yaml  错误1个

specs/某县/2026/01-industry.yaml:35:18 错误 RES001 task-without-unit
  任务“循环经济”没有写明任何责任单位
   35 |         - title: 循环经济
      |                  ^^^^^^^^
  出处：附件2/二/(一)/1

== specs/某县/2026/plan.yaml  警告1个，提示1个

specs/某县/2026/plan.yaml:7:18 警告 TGT001 conflicting-values（可信度：中）
  “规模工业增加值”有两个数
    7 |         规模工业增加值: 增长7.5%
      |                         ^^^^^^^^
  另见 specs/某县/2026/01-industry.yaml:112:16：另一个数在这
  里
  112 |       规模工业增加值: 增长8%
      |                       ------
  改法供参考（须核对）：改为“增长8%”

specs/某县/2026/plan.yaml:12:3 提示 RES014 workgroup-incomplete
  没有写明办公室设在哪个单位
   12 |   leading_group:
      |   ^^^^^^^^^^^^^^

发现3个问题：错误1个，警告1个，提示1个；另有1个已由注释说明
理由而忽略
有改法供参考、须人工核对的1个：planspec lint --diff
--unsafe-fixes
检查了1份方案、2个文件、4项任务、3个目标，用了38条规则
3项任务中2项有牵头单位和可衡量目标
未作判断：specs/某县/2026/plan.yaml 有文件缺失或格式错误，改
正后才能检查 STR002、RES010
注：跳过了1个文件
缘由和改法：planspec rule RES001
"""
    )


def test_english_differs_in_words_only() -> None:
    text = render(MIXED, "full", Look(language="en", width=100))
    assert "specs/某县/2026/01-industry.yaml:35:18 error RES001 task-without-unit\n" in text
    assert "  Task “循环经济” names no responsible unit\n" in text
    assert "TGT001 conflicting-values (medium confidence)\n" in text
    assert "  see specs/某县/2026/01-industry.yaml:112:16: the other value\n" in text
    assert text.endswith(
        """\
Found 3 problems: 1 error, 1 warning, 1 info; 1 more suppressed by comments
1 can be fixed if you check the result: planspec lint --diff --unsafe-fixes
Checked 1 plan, 2 files, 4 tasks, 3 targets with 38 rules
2 of 3 tasks have a lead and a measurable target
Held back: specs/某县/2026/plan.yaml has missing or broken parts; mend them to have STR002, RES010
checked
Note: 1 file was left out
Why, and what to do about it: planspec rule RES001
"""
    )


def test_one_file_needs_no_heading() -> None:
    assert render(Result((NO_UNIT,), (), Counts(1, 1, 1, 1), 1), "full").startswith(f"{NO_UNIT.file}:35:18 ")


def test_a_clean_run_says_what_was_looked_at() -> None:
    assert render(CLEAN, "full") == ("没有发现问题\n检查了1份方案、1个文件、2项任务、1个目标，用了1条规则\n")


def test_quiet_leaves_out_the_summary() -> None:
    assert render(CLEAN, "full", Look(quiet=True)) == ""
    assert render(MIXED, "full", Look(quiet=True)).endswith("^^^^^^^^^^^^^^\n\n")


def test_a_finding_on_a_file_as_such_has_no_excerpt() -> None:
    empty = replace(NO_UNIT, span=WHOLE_FILE, excerpt="", locator=None)
    text = render(Result((empty,), (), Counts(1, 1), 1), "full", Look(quiet=True))
    assert text == (
        "specs/某县/2026/01-industry.yaml:1:1 错误 RES001 task-without-unit\n"
        "  任务“循环经济”没有写明任何责任单位\n\n"
    )


def test_colours_change_no_text() -> None:
    painted = render(MIXED, "full", Look(color=True))
    assert "\x1b[1;31m错误\x1b[0m" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == render(MIXED, "full")


def test_nothing_from_a_file_acts_on_the_terminal() -> None:
    evil = replace(
        NO_UNIT,
        file="a\n\x1b[2J.yaml",
        message=Message("标题“\x1b]0;x\x07”", "title"),
        excerpt="title: \x1b[31m红",
        locator="附件\u202e1",
    )
    result = Result((evil,), (), Counts(), 1, held_back=(("\x1b[1m", ("RES001",)),))
    for style in ("full", "concise"):
        text = render(result, style)
        assert "\x1b" not in text and "\x07" not in text and "\u202e" not in text
        assert text.startswith("a\\n\\x1b[2J.yaml:35:18")


def test_the_carets_stay_in_sight_on_a_narrow_terminal() -> None:
    before = "        support: [" + "县发改局, " * 30
    at = Span(35, len(before) + 1, 35, len(before) + 5)
    long = replace(NO_UNIT, span=at, excerpt=before + "县财政局, " + "县教育局, " * 30)
    text = render(Result((long,), (), Counts(), 1), "full", Look(width=40, quiet=True))
    source, carets = text.splitlines()[2:4]
    assert cell_len(source) <= 40
    cells = "".join(character * cell_len(character) for character in source)
    assert cells[carets.index("^") : len(carets)] == "县县财财政政局局"
