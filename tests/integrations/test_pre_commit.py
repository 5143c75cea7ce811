"""The pre-commit hooks, really run against a clone of this repository (slow: it builds an environment)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
PLAN = "planspec: 1\ntitle: 某县方案\njurisdiction: 430522\nyear: 2026\ngoals:\n  - targets: {民生支出占比: 达到170%}\n"


def test_hooks_name_real_commands() -> None:
    from planspec.cli import COMMANDS

    known = {command.__name__.rsplit(".", 1)[1].rstrip("_") for command in COMMANDS}
    for hook in HOOKS:
        tool, command, *_ = hook["entry"].split()
        assert (tool, command in known) == ("planspec", True)
        assert hook["language"] == "python"


@pytest.mark.skipif(
    not os.environ.get("PLANSPEC_SLOW_TESTS"),
    reason="set PLANSPEC_SLOW_TESTS=1: pre-commit builds an environment",
)
def test_hooks_run_in_a_real_repository(tmp_path: Path) -> None:
    def run(*words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home")}
        return subprocess.run(
            words, cwd=tmp_path / "plans", check=check, capture_output=True, encoding="utf-8", env=env
        )

    source = tmp_path / "planspec"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(source)], check=True)
    for name in (".pre-commit-hooks.yaml",):
        shutil.copy(ROOT / name, source / name)
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.invalid", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, "commit", "-qam", "hooks", "--allow-empty"], cwd=source, check=True)
    revision = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=source, check=True, capture_output=True, encoding="utf-8"
    ).stdout.strip()

    (tmp_path / "plans/specs").mkdir(parents=True)
    run("git", "init", "-q")
    hooks = [{"id": hook["id"]} for hook in HOOKS]
    config = {"repos": [{"repo": str(source), "rev": revision, "hooks": hooks}]}
    (tmp_path / "plans/.pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")
    (tmp_path / "plans/specs/plan.yaml").write_text(PLAN, "utf-8")
    run("git", "add", ".")
    failed = run(sys.executable, "-m", "pre_commit", "run", "--all-files", check=False)
    assert failed.returncode == 1, failed.stderr
    assert "TGT006" in failed.stdout and "specs/plan.yaml" in failed.stdout
    (tmp_path / "plans/specs/plan.yaml").write_text(PLAN.replace("170", "70"), "utf-8")
    run(sys.executable, "-m", "pre_commit", "run", "planspec-fmt", "--all-files", check=False)
    run("git", "add", ".")
    passed = run(sys.executable, "-m", "pre_commit", "run", "--all-files", check=False)
    assert passed.returncode == 0, passed.stdout
