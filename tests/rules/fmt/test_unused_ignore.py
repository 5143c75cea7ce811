"""FMT007: a comment that ignores needs a rule, a reason and a finding."""

from __future__ import annotations

from planspec.source.diagnostic import Severity
from planspec.source.span import Span

from ..conftest import Lint

TASKS = "actions:\n  - action: 产业培塑行动\n    tasks:\n"


def test_comment_without_a_finding_is_unused(lint: Lint) -> None:
    text = TASKS + "      - {title: 循环经济, lead: 县科工局}  # planspec: ignore[RES001] 等机构改革\n"
    found = [one for one in lint(text) if one.code == "FMT007"]
    assert [one.span for one in found] == [Span(8, 36, 8, 68)]
    assert found[0].severity is Severity.WARNING
    assert "没有这样的问题" in found[0].message.zh


def test_unknown_rule_is_named(marked: Lint) -> None:
    (found,) = marked(
        """
        document: 新政办发〔2024〕2号  # planspec: ignore[RES991] 以后再说
        #                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore
        """,
        "FMT007",
    )
    assert "RES991" in found.message.zh and "RES991" in found.message.en


def test_reason_is_required(marked: Lint) -> None:
    (found,) = marked(
        """
        document: 新政办发〔2024〕2号  # planspec: ignore[RES001]
        #                       ^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore
        """,
        "FMT007",
    )
    assert "理由" in found.message.zh


def test_malformed_comment_is_told_how_to_write_it(marked: Lint) -> None:
    (found,) = marked(
        """
        document: 新政办发〔2024〕2号  # planspec: 忽略 RES001
        #                       ^^^^^^^^^^^^^^^^^^^^^ unused-ignore
        """,
        "FMT007",
    )
    assert "ignore[RES002]" in found.message.zh


def test_used_comment_is_quiet(lint: Lint) -> None:
    text = TASKS + "      - {title: 循环经济}  # planspec: ignore[RES001] 等机构改革\n"
    assert [one for one in lint(text) if one.code in ("FMT007", "RES001")] == []


def test_comment_on_a_rule_that_did_not_run_is_quiet(lint: Lint) -> None:
    text = TASKS + "      - {title: 循环经济, lead: 县科工局}  # planspec: ignore[RES001] 等机构改革\n"
    assert lint(text, "FMT007") == []


def test_the_same_words_inside_a_value_are_text(lint: Lint) -> None:
    assert lint('document: "号 # planspec: ignore[RES001]"\n', "FMT007") == []
