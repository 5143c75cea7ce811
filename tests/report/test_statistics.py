from __future__ import annotations

import pytest

from planspec.lint.result import Counts, Result
from planspec.report import STATISTICS, Look, render
from planspec.source.diagnostic import Severity

from .values import CLEAN, NO_UNIT, many

COUNTED = Result((*many(2), *many(12, Severity.INFO), NO_UNIT), (), Counts(1, 2, 20, 30), 38)


@pytest.mark.parametrize("style", ["full", "concise", "github"])
def test_a_line_a_rule_the_most_frequent_first(style: str) -> None:
    assert render(COUNTED, style, statistics=True) == (
        """\
12  RES002  提示  lead-missing       任务有责任单位而没有牵头单位
 2  RES002  警告  lead-missing       任务有责任单位而没有牵头单位
 1  RES001  错误  task-without-unit  任务没有任何责任单位

发现15个问题：错误1个，警告2个，提示12个
检查了1份方案、2个文件、20项任务、30个目标，用了38条规则
"""
    )


def test_as_a_markdown_table() -> None:
    assert render(COUNTED, "markdown", Look(language="en"), statistics=True) == (
        """\
### planspec

| findings | rule | severity | what it finds |
| --: | --- | --- | --- |
| 12 | RES002 lead-missing | info | Task with units but without a lead |
| 2 | RES002 lead-missing | warning | Task with units but without a lead |
| 1 | RES001 task-without-unit | error | Task without any unit |

Found 15 problems: 1 error, 2 warnings, 12 infos<br>
Checked 1 plan, 2 files, 20 tasks, 30 targets with 38 rules
"""
    )


@pytest.mark.parametrize("style", sorted(STATISTICS))
def test_nothing_to_count(style: str) -> None:
    assert "没有发现问题" in render(CLEAN, style, statistics=True)
    assert "没有发现问题" not in render(CLEAN, style, Look(quiet=True), statistics=True)
