from __future__ import annotations

from pathlib import Path

import pytest

from planspec.cli import run

MESSY = "year: 2024\ntitle: 甲\nplanspec: 1\njurisdiction: 430522\n"
TIDY = "planspec: 1\ntitle: 甲\njurisdiction: 430522\nyear: 2024\n"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text(MESSY, "utf-8")
    return path


def test_a_file_is_formatted_in_place(plan: Path) -> None:
    assert run(["fmt", str(plan)]) == 0
    assert plan.read_text("utf-8") == TIDY
    assert run(["fmt", "--check", str(plan.parent)]) == 0


def test_check_names_the_file_and_writes_nothing(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fmt", "--check", str(plan)]) == 1
    assert capsys.readouterr().out == f"{plan.as_posix()}\n"
    assert plan.read_text("utf-8") == MESSY


def test_diff_shows_the_change_and_writes_nothing(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fmt", "--diff", str(plan)]) == 1
    assert "\n-title: 甲\n" in capsys.readouterr().out
    assert plan.read_text("utf-8") == MESSY


def test_a_broken_file_is_left_and_the_others_are_formatted(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = plan.parent / "other.yaml"
    broken.write_text("planspec: 1\ntitle: [\n", "utf-8")
    assert run(["fmt", str(plan.parent)]) == 2
    assert "other.yaml" in capsys.readouterr().err
    assert plan.read_text("utf-8") == TIDY
    assert broken.read_text("utf-8") == "planspec: 1\ntitle: [\n"
