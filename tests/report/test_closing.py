from __future__ import annotations

from msgspec.structs import replace

from planspec.lint.result import Counts, Result
from planspec.report import Look, render
from planspec.source.diagnostic import Diagnostic, Severity
from planspec.source.message import Message

from .values import ACTION, NO_UNIT, many


def closing(*found: Diagnostic, look: Look | None = None) -> str:
    """Return what follows the last finding."""
    report = render(Result(found, (), Counts(1, 2, 20, 30, 20, 12), 38), "full", look or Look(fold=False))
    return report.rpartition("\n\n" if len(found) <= 10 else "问题最重、最多的规则")[2]


def test_a_short_run_closes_with_the_verdict() -> None:
    assert closing(*many(2)) == (
        "发现2个问题：警告2个\n"
        "检查了1份方案、2个文件、20项任务、30个目标，用了38条规则\n"
        "20项任务中12项有牵头单位和可衡量目标\n"
        "缘由和改法：planspec rule RES002\n"
    )


def test_a_long_run_sums_up_and_lists_the_errors_again() -> None:
    twelve = [replace(one, file=ACTION) for one in many(12)]
    assert closing(*twelve, *many(3, Severity.INFO), NO_UNIT) == (
        """：
   1  RES001  错误  任务没有任何责任单位
  12  RES002  警告  任务有责任单位而没有牵头单位
   3  RES002  提示  任务有责任单位而没有牵头单位

问题最重、最多的文件：
  specs/某县/2026/01-industry.yaml  错误1个，警告12个
  specs/某县/2026/plan.yaml  提示3个

先看错误：
  specs/某县/2026/01-industry.yaml:35:18 错误 RES001 task-without-unit
    任务“循环经济”没有写明任何责任单位

发现16个问题：错误1个，警告12个，提示3个
检查了1份方案、2个文件、20项任务、30个目标，用了38条规则
20项任务中12项有牵头单位和可衡量目标
缘由和改法：planspec rule RES001
"""
    )


def test_of_many_errors_the_first_are_listed_and_the_others_counted() -> None:
    text = closing(*many(12, Severity.ERROR))
    assert text.count("错误 RES002 lead-missing\n") == 5
    assert "\n  另有7个错误，见上文\n" in text


def test_one_file_needs_no_list_of_files() -> None:
    assert "问题最重、最多的文件" not in closing(*many(12))


def test_rules_and_files_beyond_the_first_are_counted() -> None:
    found = [
        replace(one, code=f"RES0{n:02}", file=f"{n:02}.yaml")
        for n in range(1, 16)
        for one in many(1 if n > 5 else 2)
    ]
    text = closing(*found)
    assert "\n  其他7类共7个：planspec lint --statistics\n" in text
    assert "\n  其他10个文件：警告10个\n" in text


def test_lines_fit_the_terminal() -> None:
    wordy = replace(NO_UNIT, message=Message("任务没有写明任何责任单位，" * 8, "no unit, " * 12))
    for language in ("zh", "en"):
        look = Look(language=language, width=60, fold=False)  # type: ignore[arg-type]
        report = render(Result((*many(11), wordy), (), Counts(1, 2), 1), "full", look)
        said = [line for line in report.splitlines() if "责任单位，" in line or "no unit" in line]
        assert len(said) >= 4
        assert max(map(len, said)) <= 60
