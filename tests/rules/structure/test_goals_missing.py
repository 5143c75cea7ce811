"""STR006: an action's own plan states goals."""

from __future__ import annotations

from pathlib import Path

from planspec.lint.engine import lint_path
from planspec.lint.settings import Settings
from planspec.registry import builtin
from planspec.source.span import Span

from ..conftest import Lint

CODE = "STR006"


def test_annex_without_goals_is_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - {action: 产业培塑行动, annex: 1, tasks: [{title: 循环经济}]}
        #            ^^^^^^ goals-missing
        """,
        CODE,
    )
    assert "“产业培塑行动”" in found.message.zh


def test_empty_goals_are_none(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
        #           ^^^^^^ goals-missing
            title: 产业培塑行动实施方案
            goals: []
        """,
        CODE,
    )


def test_included_file_is_an_annex(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(
        "planspec: 1\ntitle: 示例方案\njurisdiction: 430522\nyear: 2024\nactions:\n"
        "  - include: 01.yaml\n    targets: {服务业增加值: 增长6%}\n",
        encoding="utf-8",
    )
    (tmp_path / "01.yaml").write_text("action: 产业培塑行动\ntasks: [{title: 循环经济}]\n", encoding="utf-8")
    report, _ = lint_path(tmp_path / "plan.yaml", "plan.yaml", Settings(select=(CODE,)), builtin())
    (found,) = report.diagnostics
    assert (found.file, found.span) == ("01.yaml", Span(1, 9, 1, 15))


def test_goals_in_words_are_goals(lint: Lint) -> None:
    assert lint("actions:\n  - {action: 民生行动, annex: 1, goals: [{summary: 补短板}]}\n", CODE) == []


def test_targets_of_the_action_are_goals(lint: Lint) -> None:
    assert lint("actions:\n  - {action: 产业行动, annex: 1, targets: {项目: 3个}}\n", CODE) == []


def test_paragraph_of_the_overall_plan_needs_none(lint: Lint) -> None:
    assert lint("actions:\n  - {action: 产业行动, tasks: [{title: 循环经济}]}\n", CODE) == []


def test_goals_that_cannot_be_read_are_not_missed(lint: Lint) -> None:
    text = """
        actions:
          - action: 产业培塑行动
            annex: 1
            goals：
              - summary: 目标
            tasks: [{title: 循环经济}]
        """
    assert lint(text, CODE) == []
