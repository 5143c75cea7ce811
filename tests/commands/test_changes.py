"""`planspec changes`: the list of kinds, and what one means."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from planspec.cli import run
from planspec.diff import ALL
from planspec.report.changes import SECTIONS

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    def invoke(*words: str) -> tuple[int, str, str]:
        code = run(["changes", *words])
        out, err = capsys.readouterr()
        return code, out, err

    return invoke


def test_every_kind_is_listed_once_under_its_section(call: Call) -> None:
    code, out, _ = call()
    assert code == 0
    listed = [line.split()[2] for line in out.splitlines() if line.startswith("  ")]
    assert sorted(listed) == sorted(kind.code for kind in ALL) and len(listed) >= 40
    assert [line for line in out.splitlines() if line and not line.startswith("  ")][:2] == [
        "目标指标",
        "完成时限",
    ]
    assert out.endswith(f"共{len(ALL)}种变化；查看某一种的说明：planspec changes target-removed\n")


def test_sections_begin_at_kinds_that_exist() -> None:
    codes = [kind.code for kind in ALL]
    starts = [codes.index(code) for code in SECTIONS]
    assert starts[0] == 0 and starts == sorted(starts)


def test_within_a_section_the_worst_class_comes_first(call: Call) -> None:
    _, out, _ = call("--lang", "en")
    first = out.partition("\n\n")[0].splitlines()[1:]
    classes = [line.split()[0] for line in first]
    order = ["weakened", "redefined", "undecided", "reassigned", "strengthened", "reworded"]
    assert classes == sorted(classes, key=order.index)


def test_one_class(call: Call) -> None:
    _, out, _ = call("reassigned", "--output-format", "json")
    assert {one["class"] for one in json.loads(out)["changes"]} == {"reassigned"}


def test_one_kind_is_explained_in_text_markdown_and_json(call: Call) -> None:
    _, out, _ = call("target-lowered")
    assert out.startswith("target-lowered  目标要求调低\n类别：减弱　程度：重大　反过来：target-raised\n\n")
    _, out, _ = call("target-lowered", "--output-format", "markdown", "--lang", "en")
    assert out.startswith("# `target-lowered` target lowered\n\n- class: weakened\n")
    _, out, _ = call("target-lowered", "--output-format", "json")
    told = json.loads(out)["change"]
    assert told["mirror"] == "target-raised" and told["why"]["zh"] and told["section"]["en"] == "targets"


def test_what_there_is_not_is_said_with_what_is_near(call: Call) -> None:
    code, out, err = call("target-lowerd")
    assert code == 2 and out == "" and "是不是 target-lowered" in err
    assert call("--output-format", "html")[0] == 2
