"""FMT010: known findings without a reason."""

from __future__ import annotations

import pytest

from ..conftest import Lint

CODE = "FMT010"
ENTRY = "  - {rule: RES002, item: circular-economy}\n"


def baseline(head: str) -> str:
    return f"# baseline.yaml\n{head}\n  findings:\n{ENTRY}"


@pytest.mark.parametrize("head", ["- reason:", "- reason: ''", "- reason: '  '", "- reason: null"])
def test_a_cause_without_a_reason_is_found_at_the_key(lint: Lint, head: str) -> None:
    (found,) = lint(baseline(head), CODE)
    assert (found.span.start_line, found.span.start_column, found.span.end_column) == (2, 3, 9)
    assert found.message.en.startswith("No reason is given for known findings (1);")


def test_where_the_key_is_missing_the_first_key_is_pointed_at(lint: Lint) -> None:
    (found,) = lint("# baseline.yaml\n- findings:\n" + ENTRY + ENTRY, CODE)
    assert (found.span.start_line, found.span.start_column, found.span.end_column) == (2, 3, 11)
    assert found.message.zh.startswith("这里的2个已知问题没有写理由；")


def test_each_cause_is_judged_by_itself(lint: Lint) -> None:
    text = baseline("- reason:") + "- reason: 已印发\n  findings:\n" + ENTRY + "- findings:\n" + ENTRY
    assert [one.span.start_line for one in lint(text, CODE)] == [2, 8]


@pytest.mark.parametrize(
    "head", ["- reason: 已印发", "- reason: |\n    已印发，\n    不再改", "- reason: 2024"]
)
def test_a_reason_is_enough(lint: Lint, head: str) -> None:
    assert lint(baseline(head), CODE) == []


def test_a_cause_without_entries_needs_no_reason(lint: Lint) -> None:
    assert lint("# baseline.yaml\n- reason:\n  findings: []\n", CODE) == []
    assert lint("# baseline.yaml\n", CODE) == []
