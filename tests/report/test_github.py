from __future__ import annotations

from msgspec.structs import replace

from planspec.lint.result import Counts, Result
from planspec.report import Look, render
from planspec.source.diagnostic import Severity
from planspec.source.message import Message

from .values import CONFLICT, MIXED, NO_UNIT, NOTE, many


def test_a_command_a_finding() -> None:
    assert render(MIXED, "github", Look(quiet=True)) == (
        "::error file=specs/某县/2026/01-industry.yaml,line=35,col=18,endLine=35,endColumn=22,"
        "title=RES001 task-without-unit::任务“循环经济”没有写明任何责任单位%0A出处：附件2/二/(一)/1%0A"
        "位置：specs/某县/2026/01-industry.yaml:35:18\n"
        "::warning file=specs/某县/2026/plan.yaml,line=7,col=18,endLine=7,endColumn=24,"
        "title=TGT001 conflicting-values::“规模工业增加值”有两个数%0A"
        "另见 specs/某县/2026/01-industry.yaml:112:16：另一个数在这里%0A"
        "位置：specs/某县/2026/plan.yaml:7:18\n"
        "::notice file=specs/某县/2026/plan.yaml,line=12,endLine=14,title=RES014 workgroup-incomplete::"
        "没有写明办公室设在哪个单位%0A位置：specs/某县/2026/plan.yaml:12:3\n"
    )


def test_the_gravest_come_first_and_keep_their_order() -> None:
    result = Result((NOTE, CONFLICT, *many(2), NO_UNIT), (), Counts(), 1)
    lines = render(result, "github", Look(quiet=True)).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", *["::warning"] * 3, "::notice"]
    assert "TGT001" in lines[1] and "line=1," in lines[2] and "line=2," in lines[3]


def test_what_a_runner_would_read_is_escaped() -> None:
    odd = replace(
        NO_UNIT, file="a,b:c%d.yaml", message=Message("占比100%\r\n::error::\x1b[1m", "x"), locator=None
    )
    line = render(Result((odd,), (), Counts(), 1), "github", Look(quiet=True))
    assert line == (
        "::error file=a%2Cb%3Ac%25d.yaml,line=35,col=18,endLine=35,endColumn=22,"
        "title=RES001 task-without-unit::占比100%25\\x0d\\n::error::\\x1b[1m%0A位置：a,b:c%25d.yaml:35:18\n"
    )


def test_what_github_will_not_show_is_said() -> None:
    result = Result((*many(12), *many(11, Severity.ERROR)), (), Counts(), 1)
    text = render(result, "github", Look(language="en", quiet=True))
    assert text.count("\n") == 24
    assert text.endswith(
        "GitHub shows the first 10 annotations of each level a step; 3 more are only in this log\n"
    )


def test_the_summary_holds_no_command() -> None:
    result = Result((), (), Counts(1), 1, notes=(Message("x\n::error::y", "x"),))
    assert "\n::" not in render(result, "github")
