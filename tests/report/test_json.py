from __future__ import annotations

import json

from msgspec.structs import replace

from planspec.lint.result import Counts, Result, Suppressed
from planspec.report import Look, render

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
            "item": "",
            "subject": "",
            "fingerprint": "f" * 32,
        }
    ]


SCORE = {
    "tasks": 3,
    "accountable": 2,
    "message": "2 of 3 tasks have a lead and a measurable target",
    "messages": {
        "zh": "3项任务中2项有牵头单位和可衡量目标",
        "en": "2 of 3 tasks have a lead and a measurable target",
    },
}


def test_each_plan_has_its_counts_and_its_score() -> None:
    report = json.loads(render(MIXED, "json", Look(language="en")))
    assert report["plans"] == [
        {
            "file": "specs/某县/2026/plan.yaml",
            "title": "某县实施“八大行动”总体方案",
            "files": ["specs/某县/2026/plan.yaml", "specs/某县/2026/01-industry.yaml"],
            "tasks": 4,
            "targets": 3,
            "errors": 1,
            "warnings": 1,
            "infos": 1,
            "score": SCORE,
        }
    ]
    assert json.loads(render(CLEAN, "json"))["plans"][0]["score"] is None


def test_the_summary_counts_everything() -> None:
    report = json.loads(render(MIXED, "json", Look(language="en")))
    assert report["version"] == 1
    assert report["summary"] == {
        "plans": 1,
        "files": 2,
        "tasks": 4,
        "targets": 3,
        "rules": 38,
        "errors": 1,
        "warnings": 1,
        "infos": 1,
        "score": SCORE,
        "suppressed": 1,
        "known": 0,
        "left_out": 0,
        "profile": "drafter",
        "by_rule": {"RES001": 1, "RES014": 1, "TGT001": 1},
        "held_back": [{"plan": "specs/某县/2026/plan.yaml", "rules": ["STR002", "RES010"]}],
        "notes": [
            {
                "message": "1 file was left out",
                "messages": {"zh": "跳过了1个文件", "en": "1 file was left out"},
            }
        ],
        "fail_level": "warning",
        "exit_code": 1,
    }
    assert report["diagnostics"][0]["message"] == "Task “循环经济” names no responsible unit"
    assert report["diagnostics"][0]["source"] == "附件2/二/(一)/1"


def test_the_shape_does_not_depend_on_what_was_found() -> None:
    empty, full = (json.loads(render(result, "json")) for result in (CLEAN, MIXED))
    assert list(empty) == list(full) == ["version", "diagnostics", "suppressed", "plans", "summary"]
    assert list(empty["summary"]) == list(full["summary"])
    assert len({tuple(one) for one in full["diagnostics"]}) == 1


def test_colour_and_quiet_change_nothing() -> None:
    assert render(MIXED, "json", Look(color=True, quiet=True, width=20)) == render(MIXED, "json")


def test_a_file_name_that_is_not_utf8_is_no_obstacle() -> None:
    odd = replace(NO_UNIT, file="\udcce\udcc4.yaml")
    for style in ("json", "sarif"):
        render(Result((odd,), (), Counts(), 1), style).encode("utf-8")


def test_what_is_set_aside_is_listed_with_its_reason() -> None:
    by_comment, by_baseline = (
        Suppressed(NO_UNIT, "另行分工", 9),
        Suppressed(CONFLICT, "方案已印发", 4, "specs/某县/2026/baseline.yaml"),
    )
    report = json.loads(render(Result((), (by_comment, by_baseline), Counts(1), 38), "json"))
    assert [(one["code"], one["suppression"]) for one in report["suppressed"]] == [
        ("RES001", {"kind": "comment", "reason": "另行分工", "file": NO_UNIT.file, "line": 9}),
        (
            "TGT001",
            {"kind": "baseline", "reason": "方案已印发", "file": "specs/某县/2026/baseline.yaml", "line": 4},
        ),
    ]
    assert (report["summary"]["suppressed"], report["summary"]["known"]) == (2, 1)
