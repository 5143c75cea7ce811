"""`git diff` with planspec as its driver: meaning for specs, lines where there is no plan on both sides."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PLAN = """\
planspec: 1
title: 某县方案
jurisdiction: 430522
year: 2026
goals:
  - targets: {规模工业增加值: 增长8%}
actions:
  - include: 01.yaml
"""
ACTION = """\
action: 产业行动
sections:
  - heading: 强链
    tasks:
      - id: one
        title: 补链
        lead: 县科工局
        support: [县发改局]
"""

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *words: str) -> str:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.invalid", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", *identity, "--no-pager", *words],
        cwd=folder,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    home = tmp_path / "specs/某县/2026"
    home.mkdir(parents=True)
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "diff.planspec.command", f"{sys.executable} -m planspec git-diff")
    (tmp_path / ".gitattributes").write_text("*.yaml diff=planspec\n", "utf-8")
    (home / "plan.yaml").write_text(PLAN, "utf-8")
    (home / "01.yaml").write_text(ACTION, "utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    return tmp_path


def test_an_action_file_says_what_changed_and_nothing_else(repository: Path) -> None:
    home = repository / "specs/某县/2026"
    (home / "01.yaml").write_text(ACTION.replace("县科工局", "县商务局"), "utf-8")
    (home / "plan.yaml").write_text(PLAN.replace("8%", "7%"), "utf-8")
    said = git(repository, "diff", "specs/某县/2026/01.yaml")
    assert "县商务局" in said and "县科工局" in said and "规模工业增加值" not in said
    both = git(repository, "diff")
    assert "规模工业增加值" in both and "增长7%" in both


def test_layout_is_no_change(repository: Path) -> None:
    home = repository / "specs/某县/2026"
    (home / "01.yaml").write_text(
        ACTION.replace("support: [县发改局]", "support:\n          - 县发改局  # 同前"), "utf-8"
    )
    assert "县发改局" not in git(repository, "diff")


def test_new_gone_and_broken_files_are_shown_by_lines(repository: Path) -> None:
    home = repository / "specs/某县/2026"
    (home / "01.yaml").write_text("action: [\n", "utf-8")
    assert "+action: [" in git(repository, "diff")
    (home / "01.yaml").unlink()
    assert "-action: 产业行动" in git(repository, "diff")
    (home / "01.yaml").write_text(ACTION, "utf-8")
    (repository / "note.yaml").write_text("a: 1\n", "utf-8")
    git(repository, "add", ".")
    assert "+a: 1" in git(repository, "diff", "--cached")


def test_a_commit_is_shown_the_same_way(repository: Path) -> None:
    home = repository / "specs/某县/2026"
    (home / "01.yaml").write_text(ACTION.replace("县科工局", "县商务局"), "utf-8")
    git(repository, "commit", "-qam", "two")
    assert "县商务局" in git(repository, "log", "-p", "--ext-diff", "-1")
