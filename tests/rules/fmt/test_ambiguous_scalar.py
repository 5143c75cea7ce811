"""FMT008: plain values that tools of YAML 1.1 read as something else."""

from __future__ import annotations

import pytest
import yaml

from planspec.source.diagnostic import Edit, Severity
from planspec.source.span import Span

from ..conftest import Lint

CODE = "FMT008"


@pytest.mark.parametrize(
    "value",
    [
        "yes",
        "No",
        "ON",
        "off",
        "y",
        "12:30",
        "010",
        "007",
        "1_000",
        "0x1F",
        "0b11",
        "0o17",
        "1e5",
        ".5",
        ".inf",
    ],
)
def test_plain_value_is_marked_exactly(lint: Lint, value: str) -> None:
    (found,) = lint(f"document: {value}\n", CODE)
    assert found.span == Span(5, 11, 5, 11 + len(value))
    assert found.severity is Severity.INFO
    assert f"“{value}”" in found.message.zh and "PyYAML" in found.message.zh


def test_lists_in_both_styles_are_read(marked: Lint) -> None:
    marked(
        """
        copies_to:
          - 县委办
          - no
        #   ^^ ambiguous-scalar
        annexes: [yes, 第二附件, 010]
        #         ^^^        ^^^ ambiguous-scalar
        """,
        CODE,
    )


def test_trailing_comment_does_not_hide_it(marked: Lint) -> None:
    marked(
        """
        document: off   # 待定
        #         ^^^ ambiguous-scalar
        """,
        CODE,
    )


def test_fix_quotes_the_value(lint: Lint) -> None:
    (found,) = lint("document: 010\n", CODE)
    assert found.fix is not None and found.fix.safe
    assert found.fix.edits == (Edit(found.file, Span(5, 11, 5, 14), '"010"'),)
    assert yaml.safe_load('"010"') == "010" != yaml.safe_load("010")


def test_keys_are_exempt(lint: Lint) -> None:
    text = """
        actions:
          - action: 产业培塑行动
            no: "1"
            x-on: {yes: 甲, 12:30: 乙}
        """
    assert lint(text, CODE) == []


def test_quoted_values_are_quiet(lint: Lint) -> None:
    assert lint("document: '010'\nissuer: \"yes\"\n", CODE) == []


def test_such_words_within_a_text_are_quiet(lint: Lint) -> None:
    text = """
        document: 见附件 no
        issuer: yes, 某县
        source: |
          - yes
          document: 010
        """
    assert lint(text, CODE) == []


def test_numbers_and_dates_of_every_version_are_quiet(lint: Lint) -> None:
    assert lint("issued: 2024-03-18\nx-a: [0, 10, 1.5, -3, true, null]\n", CODE) == []


def test_a_flag_is_left_to_the_schema(lint: Lint) -> None:
    text = "actions:\n  - action: 产业培塑行动\n    open: yes\n"
    assert lint(text, CODE) == []
    assert len(lint(text, "FMT002")) == 1
