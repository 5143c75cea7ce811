"""A difference as JSON: one shape, which the published schema describes."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import jsonschema
import pytest

from planspec.diff import ChangeClass, Method, Mode, Object, Weight
from planspec.report import Look
from planspec.report.difference import json_
from planspec.report.difference.value import Difference
from planspec.schema import schema_folder

from .differences import NEW, OLD, difference, nothing, one_sided, places, small, years

SCHEMA = json.loads((schema_folder() / "diff.schema.json").read_text("utf-8"))


def told(found: Difference, look: Look | None = None) -> dict[str, Any]:
    return json.loads(json_.render(found, look or Look()))  # type: ignore[no-any-return]


def strict(node: Any) -> Any:
    """Return the schema with no key allowed that it does not describe."""
    if isinstance(node, dict):
        closed = {key: strict(value) for key, value in node.items()}
        if node.get("type") == "object" and "properties" in node:
            closed["additionalProperties"] = False
        return closed
    return [strict(one) for one in node] if isinstance(node, list) else node


ONE_SIDED = one_sided()


@pytest.mark.parametrize(
    "found",
    [
        small(),
        years(),
        places(),
        nothing(),
        ONE_SIDED,
        difference(OLD, NEW, only=("weakened",), fail_on="any"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_output_is_what_the_schema_describes_and_no_more(found: Difference, language: str) -> None:
    jsonschema.validate(told(found, Look(language)), strict(SCHEMA))  # type: ignore[arg-type]


def test_the_schema_names_all_that_can_occur() -> None:
    parts = SCHEMA["$defs"]
    assert parts["change"]["properties"]["class"]["enum"] == list(ChangeClass)
    assert parts["change"]["properties"]["object"]["enum"] == list(Object)
    assert parts["change"]["properties"]["weight"]["enum"] == list(Weight)
    assert parts["match"]["properties"]["method"]["enum"] == list(Method)
    assert parts["pair"]["properties"]["mode"]["enum"] == list(Mode)
    assert list(parts["classes"]["properties"]) == list(ChangeClass)


def test_every_key_is_described_in_chinese_and_english() -> None:
    for part in (SCHEMA, *SCHEMA["$defs"].values()):
        for key, node in (("", part), *part.get("properties", {}).items()):
            described = SCHEMA["$defs"][node["$ref"].rpartition("/")[2]] if "$ref" in node else node
            chinese, blank, english = described["description"].partition("\n\n")
            assert blank and any("\u4e00" <= character <= "\u9fff" for character in chinese), key
            assert english[:1].isascii(), key


def test_a_change_has_both_ends_and_its_action() -> None:
    (pair,) = told(small())["pairs"]
    lowered = next(one for one in pair["changes"] if one["code"] == "target-lowered")
    assert lowered["before"]["file"] == "main:specs/plan.yaml"
    assert lowered["before"]["range"]["start"] == {"line": 10, "column": 15}
    assert (lowered["before"]["text"], lowered["after"]["text"]) == ("增长7%", "增长6.5%")
    assert (lowered["class"], lowered["weight"], lowered["action"]) == ("weakened", "grave", 0)
    lead = next(one for one in pair["changes"] if one["code"] == "lead-changed")
    assert pair["actions"][lead["action"]]["after"] == ["产业行动"]
    removed = next(one for one in pair["changes"] if one["code"] == "task-removed")
    assert removed["after"] is None and removed["before"]["path"] == ["民生行动", "建设卫生室"]


def test_the_summary_adds_up() -> None:
    summary = told(difference(fail_on="redefined"))["summary"]
    assert summary["changes"] == sum(summary["by_class"].values()) == sum(summary["by_code"].values()) == 12
    assert (summary["failing"], summary["exit_code"]) == (7, 1)
    assert sum(one["fails"] for one in told(difference(fail_on="redefined"))["pairs"][0]["changes"]) == 7


def test_two_plans_show_what_was_taken_over() -> None:
    (pair,) = told(years())["pairs"]
    assert pair["mode"] == "years"
    assert pair["actions"][1] == {
        "before": ["产业行动"],
        "after": ["产业攻坚"],
        "theme": "industry",
        "tasks": {"kept": 2, "dropped": 0, "added": 0},
        "indicators": {"kept": 2, "dropped": 0, "added": 0},
    }


def test_the_same_difference_is_the_same_text() -> None:
    assert json_.render(small(), Look()) == json_.render(difference(today=date(2030, 1, 1)), Look())
