from __future__ import annotations

import json
from typing import Any

from msgspec.structs import replace

from planspec.lint.result import Counts, Result
from planspec.report import Look, render
from planspec.source.diagnostic import Diagnostic

from .values import CLEAN, CONFLICT, MIXED, NO_UNIT, NOTE, many


def entries(*found: Diagnostic) -> list[dict[str, Any]]:
    return list(json.loads(render(Result(found, (), Counts(), 1), "gitlab")))


def test_an_entry_a_finding() -> None:
    assert entries(NO_UNIT, CONFLICT) == [
        {
            "description": "任务“循环经济”没有写明任何责任单位。出处：附件2/二/(一)/1",
            "check_name": "RES001 task-without-unit",
            "fingerprint": "0123456789abcdef0123456789abcdef",
            "severity": "major",
            "location": {"path": "specs/某县/2026/01-industry.yaml", "lines": {"begin": 35, "end": 35}},
        },
        {
            "description": "“规模工业增加值”有两个数。另见 specs/某县/2026/01-industry.yaml:112：另一个数在这里",
            "check_name": "TGT001 conflicting-values",
            "fingerprint": "f" * 32,
            "severity": "minor",
            "location": {"path": "specs/某县/2026/plan.yaml", "lines": {"begin": 7, "end": 7}},
        },
    ]


def test_a_range_of_lines_and_the_slightest_severity() -> None:
    [note] = entries(NOTE)
    assert (note["severity"], note["location"]["lines"]) == ("info", {"begin": 12, "end": 14})


def test_no_two_entries_share_a_fingerprint() -> None:
    same = entries(NO_UNIT, NO_UNIT, replace(NO_UNIT, file="other.yaml"))
    assert len({one["fingerprint"] for one in same}) == 3
    assert same[0]["fingerprint"] == NO_UNIT.fingerprint
    assert len({one["fingerprint"] for one in entries(*many(5))}) == 5


def test_paths_are_relative_to_the_repository() -> None:
    assert entries(replace(NO_UNIT, file="./a.yaml"))[0]["location"]["path"] == "a.yaml"


def test_a_clean_run_is_an_empty_list_and_what_is_suppressed_is_left_out() -> None:
    assert json.loads(render(CLEAN, "gitlab")) == []
    assert len(json.loads(render(MIXED, "gitlab", Look(language="en", quiet=True)))) == 3
