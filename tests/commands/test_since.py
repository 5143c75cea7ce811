"""`planspec lint --since REV`: findings that the revision does not have."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from planspec.cli import run

PLAN = """\
planspec: 1
title: 某县方案
jurisdiction: 430522
year: 2026
goals:
  - targets:
      民生支出占比: 达到170%
      规模工业增加值: 增长8%
"""


def git(folder: Path, *words: str) -> None:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.invalid", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs/plan.yaml").write_text(PLAN, "utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lint(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = run(["lint", "specs", "--select", "TGT006", "--output-format", "concise", *words])
    return code, capsys.readouterr().out


def test_known_findings_are_counted_and_left_out(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert lint(capsys)[0] == 1
    code, out = lint(capsys, "--since", "HEAD")
    assert code == 0
    assert "TGT006" not in out and "1个问题在版本 HEAD 里已有" in out


def test_moved_lines_stay_known_and_a_new_fault_is_told(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = PLAN.replace("goals:", "# 说明\n\ngoals:") + "      森林覆盖率: 达到120%\n"
    (repository / "specs/plan.yaml").write_text(text, "utf-8")
    code, out = lint(capsys, "--since", "HEAD")
    assert code == 1
    assert out.count("TGT006") == 1 and "森林覆盖率" in out


def test_a_second_fault_of_the_same_kind_is_new(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "specs/plan.yaml").write_text(PLAN.replace("达到170%", "[达到170%, 达到190%]"), "utf-8")
    _, out = lint(capsys, "--since", "HEAD")
    assert "达到190%" in out and "“达到170%”" not in out


def test_an_unknown_revision_is_said(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["lint", "specs", "--since", "nowhere"])
    assert code == 2
    assert "nowhere" in capsys.readouterr().err
