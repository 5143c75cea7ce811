"""FMT001: lines that are no YAML, each at the line of the slip."""

from __future__ import annotations

from pathlib import Path

from planspec.lint.engine import lint_path
from planspec.lint.settings import Settings
from planspec.registry import builtin
from planspec.source.diagnostic import Severity
from planspec.source.span import Span

from ..conftest import Lint

CODE = "FMT001"


def test_full_width_colon_is_found_on_its_own_line(lint: Lint) -> None:
    (found,) = lint("document： 新政办发〔2024〕2号\nissued: 2024-03-18\n", CODE)
    assert found.span == Span(5, 9, 5, 10)
    assert found.severity is Severity.ERROR
    assert "全角冒号" in found.message.zh and "full-width colon" in found.message.en


def test_open_quote_is_found_where_it_opens(lint: Lint) -> None:
    (found,) = lint("issued: 2024-03-18\nbasis:\n  - title: '某市总体方案\n", CODE)
    assert found.span == Span(7, 12, 7, 13)


def test_two_slips_give_two_findings_and_places_after_them_stay_true(marked: Lint) -> None:
    marked(
        """
        document： 新政办发〔2024〕2号
        #       ^ yaml-error
        issued: "2024-03-18
        #       ^ yaml-error
        """,
        CODE,
    )


def test_what_follows_a_broken_line_keeps_its_place(lint: Lint) -> None:
    (found,) = lint(
        """
        document： 新政办发〔2024〕2号
        goals:
          - targets:
              民生支出占比: 达到70%
              民生支出占比: 达到75%
        """,
        "FMT003",
    )
    assert found.span == Span(9, 7, 9, 13)


def test_gbk_file_is_named_for_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes("planspec: 1\ntitle: 示例方案\njurisdiction: 430522\nyear: 2024\n".encode("gbk"))
    report, _ = lint_path(path, "plan.yaml", Settings(select=(CODE,)), builtin())
    (found,) = report.diagnostics
    assert found.span.start_line == 2
    assert "GBK" in found.message.zh


def test_sound_yaml_is_quiet(lint: Lint) -> None:
    assert lint("document: 新政办发〔2024〕2号\n", CODE) == []


def test_chinese_colon_within_a_value_is_text(lint: Lint) -> None:
    assert lint("document: 附件：新政办发〔2024〕2号\n", CODE) == []


def test_quoted_half_width_colon_is_text(lint: Lint) -> None:
    assert lint('document: "附件: 新政办发〔2024〕2号"\n', CODE) == []
