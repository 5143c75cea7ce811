"""FMT004: includes that lead nowhere, or where they must not."""

from __future__ import annotations

from pathlib import Path

import pytest

from planspec.lint.engine import lint_path
from planspec.lint.settings import Settings
from planspec.registry import builtin
from planspec.source.diagnostic import Diagnostic
from planspec.source.span import Span

HEAD = "planspec: 1\ntitle: 示例方案\njurisdiction: 430522\nyear: 2024\nactions:\n"


def lint_folder(folder: Path, includes: str, **files: str) -> list[Diagnostic]:
    """Lint a plan with these lines under `actions`, beside files named after the keywords."""
    (folder / "plan.yaml").write_text(HEAD + includes, encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    report, _ = lint_path(folder / "plan.yaml", "plan.yaml", Settings(select=("FMT004",)), builtin())
    return list(report.diagnostics)


def test_missing_file_is_marked_at_the_path(tmp_path: Path) -> None:
    (found,) = lint_folder(tmp_path, "  - include: 01-industry.yaml\n")
    assert (found.file, found.span) == ("plan.yaml", Span(6, 14, 6, 30))
    assert "01-industry.yaml" in found.message.zh


@pytest.mark.parametrize("path", ["../plan.yaml", "/etc/plan.yaml", "sub/../../plan.yaml"])
def test_path_outside_the_folder_is_refused(tmp_path: Path, path: str) -> None:
    (found,) = lint_folder(tmp_path, f"  - include: {path}\n")
    assert found.span.start_line == 6
    assert "之外" in found.message.zh


def test_second_include_of_one_file_is_marked(tmp_path: Path) -> None:
    two = "  - include: industry.yaml\n  - include: industry.yaml\n"
    (found,) = lint_folder(tmp_path, two, industry="action: 产业培塑行动\n")
    assert found.span == Span(7, 14, 7, 27)


def test_the_plan_cannot_include_itself(tmp_path: Path) -> None:
    (found,) = lint_folder(tmp_path, "  - include: plan.yaml\n")
    assert "循环" in found.message.zh


def test_a_file_without_action_is_no_action(tmp_path: Path) -> None:
    (found,) = lint_folder(tmp_path, "  - include: industry.yaml\n", industry="title: 产业培塑\n")
    assert "不是行动文件" in found.message.zh


def test_an_action_file_cannot_include(tmp_path: Path) -> None:
    nested = "action: 产业培塑行动\ninclude: other.yaml\n"
    (found,) = lint_folder(tmp_path, "  - include: industry.yaml\n", industry=nested)
    assert (found.file, found.span) == ("industry.yaml", Span(2, 1, 2, 8))


def test_unreadable_root_is_a_finding(tmp_path: Path) -> None:
    settings = Settings(select=("FMT004",))
    report, _ = lint_path(tmp_path / "plan.yaml", "plan.yaml", settings, builtin())
    (found,) = report.diagnostics
    assert found.name == "include-missing"


def test_files_that_are_there_are_quiet(tmp_path: Path) -> None:
    two = "  - include: industry.yaml\n  - include: innovation.yaml\n"
    files = {"industry": "action: 产业培塑行动\n", "innovation": "action: 创新提升行动\n"}
    assert lint_folder(tmp_path, two, **files) == []


def test_a_file_in_a_folder_below_is_quiet(tmp_path: Path) -> None:
    (tmp_path / "annexes").mkdir()
    (tmp_path / "annexes" / "01.yaml").write_text("action: 产业培塑行动\n", encoding="utf-8")
    assert lint_folder(tmp_path, "  - include: annexes/01.yaml\n") == []


def test_an_action_written_in_place_is_quiet(tmp_path: Path) -> None:
    assert lint_folder(tmp_path, "  - action: 产业培塑行动\n") == []
