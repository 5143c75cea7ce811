"""The corpus of the benchmarks: the same seed gives the same bytes, and every plan is valid."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from planspec.model import build_plan, load_plan
from planspec.registry import builtin
from planspec.schema import validate

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import corpus

PLANS = 14


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[list[Path]]:
    return corpus.write(tmp_path_factory.mktemp("corpus"), PLANS, seed=3)


def test_one_seed_gives_the_same_bytes_and_another_seed_others() -> None:
    assert corpus.plan_files(2, seed=3) == corpus.plan_files(2, seed=3)
    assert corpus.plan_files(2, seed=3) != corpus.plan_files(2, seed=4)


def test_a_larger_corpus_starts_with_the_smaller_one(written: list[list[Path]]) -> None:
    texts = [[path.read_text("utf-8") for path in paths] for paths in written]
    assert texts[:3] == [[file.text for file in corpus.plan_files(index, seed=3)] for index in range(3)]


def test_no_two_plans_share_a_file() -> None:
    paths = [file.path for index in range(40) for file in corpus.plan_files(index)]
    assert len(paths) == len(set(paths))


def test_every_plan_reads_without_fault_and_is_valid(written: list[list[Path]]) -> None:
    for paths in written:
        files = load_plan(paths[0])
        assert len(files.files) == len(paths)
        for file in files.files:
            assert file.faults == []
            assert validate(file, "plan" if file is files.root else "action") == []


def test_plans_are_as_large_as_real_ones_and_some_are_one_file(written: list[list[Path]]) -> None:
    for paths in written:
        plan = build_plan(load_plan(paths[0]), builtin())
        assert plan is not None
        assert 90 <= len(plan.tasks) <= 260
        assert 120 <= len(plan.targets) <= 500
        assert all(ref.unit is not None or "某某" in ref.name for ref in plan.unit_refs)
    assert any(len(paths) == 1 for paths in written)
