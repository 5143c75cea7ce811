from __future__ import annotations

import json
from pathlib import Path

import pytest

from planspec.cli import run
from planspec.commands.trace import trace_
from planspec.source.errors import PlanspecError

DOCUMENT = """\
邵阳市产业培育行动方案
一、工作目标
规模工业增加值增长7%左右。
二、重点任务
(一)循环经济。资源再生产值达到75亿元。(市工信局牵头,市发改委、市财政局按职责分工负责)
"""
SPEC = """\
planspec: 1
title: 邵阳市产业培育行动方案
jurisdiction: 430500
year: 2024
goals:
  - targets: {规模工业增加值: 增长7%左右}
    source: 一
tasks:
  - title: 循环经济
    lead: 市工信局
    support: [市发改委, 市财政局]
    targets: {资源再生产值: 达到75亿元}
    source: 二/(一)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec" / "plan.yaml").write_text(SPEC, "utf-8")
    (tmp_path / "plan.txt").write_text(DOCUMENT, "utf-8")
    return tmp_path


def spoil(folder: Path) -> None:
    (folder / "spec" / "plan.yaml").write_text(SPEC.replace("达到75亿元}\n", "达到57亿元}\n"), "utf-8")


def test_a_clean_trace_says_what_it_checked(folder: Path) -> None:
    for spec in (folder / "spec", folder / "spec" / "plan.yaml"):
        answer = trace_(spec, folder / "plan.txt", "text", "zh")
        assert answer.exit_code == 0
        assert "方案3个单位（牵头1个）、0个职务或姓名、2个数字" in answer.text
        assert answer.text.endswith("两边一致\n")


def test_differences_are_told_in_both_languages(folder: Path) -> None:
    spoil(folder)
    answer = trace_(folder / "spec", folder / "plan.txt", "text", "zh")
    assert answer.exit_code == 1
    first, second, *_ = answer.text.splitlines()
    assert first.endswith("plan.yaml:12:23: 只在方案里：数字“57亿元”（达到57亿元），文件的 二/(一) 没有")
    assert second.endswith("plan.txt:5: 只在文件里：数字“75亿元”（达到75亿元），位置 二/(一)，方案没有")
    assert answer.text.endswith("只在方案里1处，只在文件里1处\n")
    english = trace_(folder / "spec", folder / "plan.txt", "text", "en").text
    assert "spec only: figure “57亿元”" in english and english.endswith("Spec only: 1; document only: 1\n")


def test_exceptions_stand_beside_the_plan(folder: Path) -> None:
    spoil(folder)
    (folder / "spec" / "trace.yaml").write_text(
        "- {source: 二, text: 57亿元, reason: 缺字}\n- {source: 二, text: 75亿元, reason: 缺字}\n",
        "utf-8",
    )
    answer = trace_(folder / "spec", folder / "plan.txt", "text", "zh")
    assert answer.exit_code == 0 and "按 trace.yaml 例外2处" in answer.text
    (folder / "spec" / "plan.yaml").write_text(SPEC, "utf-8")
    answer = trace_(folder / "spec", folder / "plan.txt", "text", "zh")
    assert answer.exit_code == 1 and "trace.yaml:2: 这条例外没有用上" in answer.text


def test_the_exceptions_are_no_plan_for_lint(folder: Path) -> None:
    (folder / "spec" / "trace.yaml").write_text("- {source: 一, text: 7%, reason: 缺字}\n", "utf-8")
    assert run(["lint", str(folder / "spec"), "--select", "FMT"]) == 0


def test_json_has_all_of_it(folder: Path) -> None:
    spoil(folder)
    answer = trace_(folder / "spec", folder / "plan.txt", "json", "en")
    data = json.loads(answer.text)
    assert answer.data and answer.exit_code == 1
    assert (data["version"], data["clean"], data["checked"]["spec"]["unit"]) == (1, False, 3)
    assert [(one["side"], one["text"], one["line"]) for one in data["findings"]] == [
        ("spec", "57亿元", 12),
        ("document", "75亿元", 5),
    ]
    assert set(data["findings"][0]["messages"]) == {"zh", "en"}


def test_what_cannot_be_read_is_an_error(folder: Path) -> None:
    with pytest.raises(PlanspecError):
        trace_(folder / "spec", folder / "none.txt", "text", "zh")
    with pytest.raises(PlanspecError):
        trace_(folder / "spec", folder / "plan.txt", "xml", "zh")
    (folder / "spec" / "plan.yaml").write_text("planspec: 1\ngoals: [\n", "utf-8")
    with pytest.raises(PlanspecError):
        trace_(folder / "spec", folder / "plan.txt", "text", "zh")


def test_one_plan_at_a_time(folder: Path) -> None:
    (folder / "more").mkdir()
    (folder / "more" / "plan.yaml").write_text(SPEC, "utf-8")
    with pytest.raises(PlanspecError, match="2 plans"):
        trace_(folder, folder / "plan.txt", "text", "zh")


def test_the_command_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["trace", str(folder / "spec"), str(folder / "plan.txt"), "--lang", "en"]) == 0
    assert "Both agree" in capsys.readouterr().out
    assert run(["trace", str(folder / "spec"), str(folder / "none.txt")]) == 2
