"""The GitHub Action, as far as it can run without the service: its steps with a fake event and a fake gh."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = ACTION["runs"]["steps"]

PLAN = """\
planspec: 1
title: 某县实施“八大行动”总体方案
jurisdiction: 430522
year: 2026
status: draft
goals:
  - targets:
      规模工业增加值: 增长{value}%
"""
GH = """\
#!{python}
import json, os, pathlib, sys
store = pathlib.Path(os.environ["GH_STORE"])
held = json.loads(store.read_text("utf-8")) if store.exists() else {{}}
words = sys.argv[2:]
method = words[words.index("--method") + 1] if "--method" in words else "GET"
path = next(word for word in words if word.startswith("repos/"))
body = next((pathlib.Path(word[6:]).read_text("utf-8") for word in words if word.startswith("body=@")), "")
if method == "GET":
    marker = words[words.index("--jq") + 1].split('startswith("')[1].split('")')[0]
    print(*[number for number, text in held.items() if text.startswith(marker)], sep="\\n")
elif method == "POST":
    held[str(len(held) + 1)] = body
else:
    held[path.rsplit("/", 1)[1]] = body
store.write_text(json.dumps(held), "utf-8")
"""


def git(folder: Path, *words: str) -> str:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.invalid", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", *identity, *words], cwd=folder, check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout.strip()


class Job:
    """A job in a clone: runs the action's own steps in order."""

    def __init__(self, folder: Path, base: str, **inputs: str) -> None:
        self.folder, self.temp = folder, folder.parent / "temp"
        self.temp.mkdir(exist_ok=True)
        self.inputs = {name: str(one.get("default", "")) for name, one in ACTION["inputs"].items()} | inputs
        self.outputs: dict[str, dict[str, str]] = {}
        self.event = {"github.event_name": "pull_request", "github.event.pull_request.base.sha": base}
        tools = self.temp / "bin"
        tools.mkdir(exist_ok=True)
        (tools / "gh").write_text(GH.format(python=sys.executable), "utf-8")
        (tools / "gh").chmod(0o755)
        self.path = f"{tools}:{Path(sys.executable).parent}:{os.environ['PATH']}"

    def say(self, text: str) -> str:
        """Fill in what stands between ${{ and }}."""
        known = {f"inputs.{name}": value for name, value in self.inputs.items()}
        known |= {
            f"steps.{step}.outputs.{name}": v for step, o in self.outputs.items() for name, v in o.items()
        }
        known |= {
            **self.event,
            "github.event.pull_request.number": "7",
            "github.server_url": "https://example.invalid",
            "github.repository": "office/plans",
            "github.sha": "0" * 40,
            "github.token": "secret",
            "runner.temp": str(self.temp),
        }
        return re.sub(r"\$\{\{\s*([\w.-]+)\s*\}\}", lambda match: known.get(match[1], ""), text)

    def step(self, name: str) -> subprocess.CompletedProcess[str]:
        (step,) = [step for step in STEPS if step.get("name") == name]
        output = self.temp / "output"
        output.write_text("")
        env = {
            **os.environ,
            "PATH": self.path,
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(self.temp / "summary.md"),
            "GITHUB_REPOSITORY": "office/plans",
            "GITHUB_ACTION_PATH": str(ROOT),
            "GH_STORE": str(self.temp / "comments.json"),
            **{key: self.say(str(value)) for key, value in step.get("env", {}).items()},
        }
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.folder, env=env, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        if "id" in step:
            self.outputs[step["id"]] = dict(line.split("=", 1) for line in output.read_text().splitlines())
        return done

    def comments(self) -> Mapping[str, str]:
        import json

        stored: dict[str, str] = json.loads((self.temp / "comments.json").read_text("utf-8"))
        return stored


@pytest.fixture
def clone(tmp_path: Path) -> tuple[Path, str]:
    """A shallow clone whose newest commit lowers a target, and the commit that it is to be merged into."""
    origin = tmp_path / "origin"
    (origin / "specs").mkdir(parents=True)
    git(origin, "init", "-q", "-b", "main")
    git(origin, "config", "uploadpack.allowAnySHA1InWant", "true")
    for value in (8, 7):
        (origin / "specs/plan.yaml").write_text(PLAN.format(value=value), "utf-8")
        git(origin, "add", ".")
        git(origin, "commit", "-qm", str(value))
    base = git(origin, "rev-parse", "HEAD~1")
    git(tmp_path, "clone", "-q", "--depth=1", origin.as_uri(), "clone")
    return tmp_path / "clone", base


pytestmark = pytest.mark.skipif(
    shutil.which("bash") is None or shutil.which("git") is None, reason="needs bash and git"
)


def test_every_input_is_used_and_every_step_has_a_shell() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    for name in ACTION["inputs"]:
        assert f"inputs.{name}" in text
    for step in STEPS:
        assert "uses" in step or step["shell"] == "bash"
        # What users type reaches a script as a variable only, never as part of its text.
        assert "${{" not in step.get("run", "")


def test_lint_diff_comment_and_verdict(clone: tuple[Path, str]) -> None:
    folder, base = clone
    job = Job(folder, base, **{"fail-on": "weakened"})
    assert job.step("Lint").returncode == 0
    said = job.step("Say what the pull request changes")
    assert said.returncode == 0, said.stderr
    assert job.outputs["diff"]["code"] == "1"
    assert (job.temp / "planspec.sarif").exists()
    assert job.step("Comment on the pull request").returncode == 0
    first = job.comments()
    assert len(first) == 2
    assert any("规模工业增加值" in text and "增长7%" in text for text in first.values())
    assert job.step("Verdict").returncode == 1
    text = next(text for text in first.values() if text.startswith("<!-- planspec diff"))
    # Each side links to its own commit.
    assert f"/office/plans/blob/{base}/specs/plan.yaml#L8" in text
    assert f"/office/plans/blob/{'0' * 40}/specs/plan.yaml#L8" in text
    # A second run of the same pull request replaces its comments.
    job.step("Lint")
    job.step("Comment on the pull request")
    assert len(job.comments()) == 2


def test_without_a_gate_the_job_passes(clone: tuple[Path, str]) -> None:
    folder, base = clone
    job = Job(folder, base)
    job.step("Lint")
    job.step("Say what the pull request changes")
    assert job.outputs["diff"]["code"] == "0"
    assert job.step("Verdict").returncode == 0


def test_a_pull_request_that_changes_no_plan_gets_no_comment_on_changes(clone: tuple[Path, str]) -> None:
    folder, base = clone
    (folder / "specs/plan.yaml").write_text(PLAN.format(value=8), "utf-8")
    job = Job(folder, base)
    job.step("Lint")
    assert job.step("Say what the pull request changes").returncode == 0
    assert job.outputs["diff"] == {"code": "0", "changes": "0"}
    assert job.step("Comment on the pull request").returncode == 0
    assert not any(text.startswith("<!-- planspec diff") for text in job.comments().values())


def test_broken_input_fails_the_job(clone: tuple[Path, str]) -> None:
    folder, base = clone
    (folder / "specs/plan.yaml").write_text("planspec: [\n", "utf-8")
    job = Job(folder, base)
    job.step("Lint")
    assert job.outputs["lint"]["code"] == "2"
    assert job.step("Verdict").returncode == 2


def test_the_gitlab_template_is_sound() -> None:
    inputs, jobs = yaml.safe_load_all((ROOT / "templates/planspec.yml").read_text("utf-8"))
    names = set(inputs["spec"]["inputs"])
    text = str(jobs)
    assert names == set(re.findall(r"\$\[\[ inputs\.([\w-]+) \]\]", text))
    assert jobs["planspec-lint"]["artifacts"]["reports"]["codequality"] in str(
        jobs["planspec-lint"]["script"]
    )
