from __future__ import annotations

import json

from msgspec.structs import replace

from planspec.lint.result import Counts, Result
from planspec.report import render

from .values import CLEAN, CONFLICT, MIXED, NO_UNIT


def test_a_finding_with_everything() -> None:
    report = json.loads(render(Result((CONFLICT,), (), Counts(1, 2, 1, 3), 38), "json"))
    assert report["diagnostics"] == [
        {
            "code": "TGT001",
            "name": "conflicting-values",
            "severity": "warning",
            "confidence": "medium",
            "message": "“规模工业增加值”有两个数",
            "messages": {"zh": "“规模工业增加值”有两个数", "en": "“规模工业增加值” has two values"},
            "file": "specs/某县/2026/plan.yaml",
            "range": {"start": {"line": 7, "column": 18}, "end": {"line": 7, "column": 24}},
            "pointer": "/goals/0/targets/规模工业增加值",
            "source": None,
            "related": [
                {
                    "message": "另一个数在这里",
                    "messages": {"zh": "另一个数在这里", "en": "the other value"},
                    "file": "specs/某县/2026/01-industry.yaml",
                    "range": {"start": {"line": 112, "column": 16}, "end": {"line": 112, "column": 20}},
                }
            ],
            "fix": {
                "message": "改为“增长8%”",
                "messages": {"zh": "改为“增长8%”", "en": "write “增长8%”"},
                "safe": False,
                "edits": [
                    {
                        "file": "specs/某县/2026/plan.yaml",
                        "range": {"start": {"line": 7, "column": 18}, "end": {"line": 7, "column": 24}},
                        "text": "增长8%",
                    }
                ],
            },
            "fingerprint": "f" * 32,
        }
    ]


def test_the_summary_counts_everything() -> None:
    report = json.loads(render(MIXED, "json", language="en"))
    assert report["version"] == 1
    assert report["summary"] == {
        "plans": 1,
        "files": 2,
        "tasks": 1,
        "targets": 3,
        "rules": 38,
        "errors": 1,
        "warnings": 1,
        "infos": 1,
        "suppressed": 1,
        "by_rule": {"RES001": 1, "RES014": 1, "TGT001": 1},
        "held_back": [{"plan": "specs/某县/2026/plan.yaml", "rules": ["STR002", "RES010"]}],
        "notes": [
            {
                "message": "1 file was left out",
                "messages": {"zh": "跳过了 1 个文件", "en": "1 file was left out"},
            }
        ],
        "fail_level": "warning",
        "exit_code": 1,
    }
    assert report["diagnostics"][0]["message"] == "Task “循环经济” names no responsible unit"
    assert report["diagnostics"][0]["source"] == "附件2/二/(一)/1"


def test_the_shape_does_not_depend_on_what_was_found() -> None:
    empty, full = (json.loads(render(result, "json")) for result in (CLEAN, MIXED))
    assert list(empty) == list(full) == ["version", "diagnostics", "summary"]
    assert list(empty["summary"]) == list(full["summary"])
    assert len({tuple(one) for one in full["diagnostics"]}) == 1


def test_colour_and_quiet_change_nothing() -> None:
    assert render(MIXED, "json", color=True, quiet=True, width=20) == render(MIXED, "json")


def test_a_file_name_that_is_not_utf8_is_no_obstacle() -> None:
    odd = replace(NO_UNIT, file="\udcce\udcc4.yaml")
    for style in ("json", "sarif"):
        render(Result((odd,), (), Counts(), 1), style).encode("utf-8")
