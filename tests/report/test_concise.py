from __future__ import annotations

from planspec.report import Look, render

from .values import CLEAN, MIXED


def test_one_line_a_finding() -> None:
    assert render(MIXED, "concise", Look(quiet=True)) == (
        """\
specs/某县/2026/01-industry.yaml:35:18: RES001 task-without-unit error 任务“循环经济”没有写明任何责任单位
specs/某县/2026/plan.yaml:7:18: TGT001 conflicting-values warning “规模工业增加值”有两个数
specs/某县/2026/plan.yaml:12:3: RES014 workgroup-incomplete info 没有写明办公室设在哪个单位
"""
    )


def test_the_summary_follows() -> None:
    assert render(CLEAN, "concise", Look(language="en")) == (
        "No problems found\nChecked 1 plan, 1 file, 2 tasks, 1 target with 1 rule\n"
    )


def test_colour_keeps_the_place_in_one_piece() -> None:
    text = render(MIXED, "concise", Look(color=True, quiet=True))
    assert "specs/某县/2026/plan.yaml:7:18:" in text
    assert "\x1b[1;33mwarning\x1b[0m" in text
