"""Baselines of the plans in specs/: they outlast another layout, and removing a fault is said."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from planspec.commands.baseline import Request, baseline
from planspec.lint.result import Result
from planspec.lint.run import run
from planspec.lint.settings import Settings
from planspec.source import load_file
from planspec.source.emit import emit
from planspec.source.nodes import Mapping

SPECS = Path(__file__).parents[2] / "specs" / "hunan"
PLANS = ("huaihua/hecheng/2024", "hengyang/shigu/2024")


def lint(folder: Path) -> Result:
    return run([folder], Settings(ignore=("ALN", "FMT010")), jobs=1, cache=False)


@pytest.fixture(params=PLANS)
def plan(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    folder = tmp_path / "plan"
    shutil.copytree(
        SPECS / request.param, folder, ignore=shutil.ignore_patterns("baseline.yaml", "trace.yaml")
    )
    baseline(Request(paths=[folder], ignore=("ALN",), cache=False))
    return folder


def test_it_knows_every_finding_also_in_another_layout(plan: Path) -> None:
    before = lint(plan)
    assert before.diagnostics == ()
    for path in plan.glob("*.yaml"):
        if path.name != "baseline.yaml":
            root = load_file(path).root
            assert isinstance(root, Mapping)
            path.write_text("# 一\n\n" + emit(root.plain).replace("\n- ", "\n\n- "), "utf-8")
    after = lint(plan)
    assert after.diagnostics == ()
    assert len(after.suppressed) == len(before.suppressed) > 5


def test_a_fault_that_is_gone_is_told(plan: Path) -> None:
    known = sum(1 for one in lint(plan).suppressed if one.diagnostic.code == "TGT012")
    for path in plan.glob("*.yaml"):
        if path.name != "baseline.yaml":
            path.write_text("# planspec: ignore-file[TGT012] 试验\n" + path.read_text("utf-8"), "utf-8")
    found = [one for one in lint(plan).diagnostics if one.code == "FMT009"]
    assert len(found) == known > 0
    assert all("TGT012" in one.message.zh and one.file.endswith("baseline.yaml") for one in found)
    baseline(Request(paths=[plan], ignore=("ALN",), prune=True, cache=False))
    assert [one.code for one in lint(plan).diagnostics if one.code != "FMT007"] == []
