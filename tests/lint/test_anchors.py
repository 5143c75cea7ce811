"""The stable names of items, as findings carry them, and the titles for a reader."""

from __future__ import annotations

import pytest

from lint.plans import HEAD, report

ROWS = HEAD + (
    "actions:\n- action: 产业培塑行动\n  tasks:\n  - {id: a, title: 甲, lead: 县发改局}\n  breakdown:\n"
    "  - {title: 一, restates: a, leader: 张三}\n  - {title: 二, restates: a}\n  - {title: 三, restates: a}\n"
    "  - {title: 四, leader: 李四}\n"
)
GOALS = HEAD + (
    "goals:\n- targets: {规模工业增加值: 突破5亿元以上}\n- heading: 民生\n  targets: {甲乙户数: 突破90户以上}\n"
)


def named(text: str, code: str) -> list[tuple[str, str, str]]:
    return [(one.item, one.subject, one.title) for one in report(text, code).diagnostics]


def test_rows_that_restate_one_task_are_told_apart_by_their_titles() -> None:
    assert named(ROWS, "RES015") == [("industry/row:a/二", "", "二"), ("industry/row:a/三", "", "三")]


@pytest.mark.parametrize(
    "before", ["", "- targets: {专利: 3件}\n", "- heading: 科技\n  targets: {专利: 3件}\n"]
)
def test_goals_keep_their_names_when_others_come_before_them(before: str) -> None:
    assert named(GOALS.replace("goals:\n", f"goals:\n{before}"), "TGT013") == [
        ("plan/goal#industrial-value-added", "突破5亿元以上", "规模工业增加值"),
        ("plan/goal:民生#甲乙户数", "突破90户以上", "甲乙户数"),
    ]


def test_what_is_wrong_with_a_text_is_named_after_its_file() -> None:
    (one,) = report(HEAD + "status: draft  # planspec: ignore[RES001] 理由\n").diagnostics
    assert (one.code, one.item, one.subject) == ("FMT007", "<text>", "# planspec: ignore[RES001] 理由")
