from __future__ import annotations

from pathlib import Path

import pytest

from planspec.cli import run

PLAN = "planspec: 1\ntitle: 甲\njurisdiction: 430522\nyear: 2024\ntasks:\n  - {title: 循环经济, lead: 县科工局}\n"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, "utf-8")
    return path


def test_a_table_goes_to_the_screen(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", str(plan), "--table", "tasks"]) == 0
    assert "循环经济,县科工局" in capsys.readouterr().out


def test_an_unknown_table_or_format_is_refused(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", str(plan), "--table", "task"]) == 2
    assert "tasks" in capsys.readouterr().err
    assert run(["export", str(plan), "--format", "xls"]) == 2


def test_parquet_needs_a_file(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", str(plan), "--format", "parquet"]) == 2
    assert "--output" in capsys.readouterr().err


def test_a_plan_that_cannot_be_read_whole_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "plan.yaml").write_text("planspec: 1\nactions:\n  - include: gone.yaml\n", "utf-8")
    assert run(["export", str(tmp_path)]) == 2
    assert "plan.yaml" in capsys.readouterr().err
