"""Whole runs: one result whatever the workers, the order, the hash seed or the state of the cache."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

import planspec
from lint.plans import ACTION, HEAD, seen_in, write
from planspec.lint import run as running
from planspec.lint.cache import FOLDER
from planspec.lint.engine import lint_path
from planspec.lint.result import Counts, Result
from planspec.lint.run import run
from planspec.lint.settings import Settings
from planspec.source.diagnostic import Severity
from planspec.source.errors import PlanspecError

TASKS = "tasks:\n- title: 甲\n- title: 乙\n  lead: 县发改局\n"
PLAN = HEAD + TASKS
WITH_ACTION = HEAD + "actions:\n- include: 01.yaml\n" + TASKS


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def linted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The plans that were linted anew, in this process."""
    done: list[str] = []

    def spy(path: Path, shown: str, *rest: object) -> object:
        done.append(shown)
        return lint_path(path, shown, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(running, "lint_path", spy)
    return done


def lint(*paths: str, jobs: int | None = 1, cache: bool = False, **settings: object) -> Result:
    return run([Path(path) for path in paths or (".",)], Settings(**settings), jobs=jobs, cache=cache)  # type: ignore[arg-type]


def corpus(here: Path, plans: int = 6) -> list[str]:
    """Write plans of every sort: sound, faulty, in several files, broken."""
    kinds = [
        PLAN,
        HEAD + "a: @\nfoo: 1\n",
        WITH_ACTION,
        "",
        PLAN.replace("甲", "甲 # planspec: ignore[RES001] 理由"),
    ]
    for number in range(plans):
        write(here, {f"p{number}/plan.yaml": kinds[number % len(kinds)].replace("某县", f"某县{number}")})
        write(here, {f"p{number}/01.yaml": ACTION + "tasks: [{title: 丙}]\n"})
    return [f"p{number}" for number in range(plans)]


def old(path: Path) -> Path:
    """Make a file look as if it had been written long ago, so that its time can be trusted."""
    os.utime(path, ns=(0, path.stat().st_mtime_ns - 10**12))
    return path


def age(here: Path) -> None:
    for path in here.rglob("*.yaml"):
        old(path)


# Workers, order, seed


def test_the_result_is_the_same_for_any_number_of_workers(here: Path) -> None:
    corpus(here, 12)
    alone = lint(jobs=1)
    assert len(alone.diagnostics) > 12
    assert lint(jobs=2) == alone
    assert lint(jobs=5) == alone


def test_the_result_is_the_same_for_any_order_of_arguments(here: Path) -> None:
    folders = corpus(here, 4)
    expected = lint(*folders)
    for order in itertools.permutations([*folders, "p0/plan.yaml"]):
        assert lint(*order) == expected


def test_the_output_is_the_same_for_any_hash_seed(here: Path) -> None:
    corpus(here)
    command = [sys.executable, "-m", "planspec", "lint", "--output-format", "json", "--no-cache"]
    environment = {**os.environ, "PYTHONPATH": str(Path(planspec.__file__).parents[1])}
    outputs = {
        subprocess.run(
            [*command, "--jobs", jobs, "."],
            env={**environment, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=False,
        ).stdout
        for seed, jobs in (("0", "1"), ("1", "1"), ("4242", "2"))
    }
    assert len(outputs) == 1
    assert b'"diagnostics"' in outputs.pop()


def test_findings_are_in_the_order_of_files_and_places(here: Path) -> None:
    corpus(here)
    found = lint().diagnostics
    assert list(found) == sorted(found, key=lambda one: (one.file, one.span, one.code))


def test_the_counts_are_those_of_all_plans(here: Path) -> None:
    write(here, {"a/plan.yaml": WITH_ACTION, "a/01.yaml": ACTION, "b/plan.yaml": PLAN, "c/plan.yaml": ""})
    assert lint().counts == Counts(plans=2, files=4, tasks=4, targets=1, leaves=4)


def test_one_broken_plan_does_not_keep_the_others_from_being_judged(here: Path) -> None:
    write(here, {"a/plan.yaml": b"\x00", "c/plan.yaml": PLAN})
    (here / "b").mkdir()
    (here / "b/plan.yaml").symlink_to("plan.yaml")
    assert seen_in(lint(select=("FMT", "RES001"))) == [
        ("a/plan.yaml", "FMT001", 1),
        ("b/plan.yaml", "FMT004", 1),
        ("c/plan.yaml", "RES001", 6),
    ]


# Files that belong to no plan


def test_an_action_that_no_plan_includes_is_a_finding(here: Path) -> None:
    write(here, {"plan.yaml": WITH_ACTION, "01.yaml": ACTION, "02.yaml": ACTION})
    found = lint(select=("FMT",))
    assert seen_in(found) == [("02.yaml", "FMT004", 1)]
    assert found.diagnostics[0].severity is Severity.WARNING
    assert seen_in(lint("02.yaml", select=("FMT",))) == [("02.yaml", "FMT004", 1)]
    assert seen_in(lint(select=("RES",), ignore=("RES001",))) == []


def test_a_plan_of_another_name_is_linted_and_what_it_includes_is_no_orphan(here: Path) -> None:
    write(here, {"方案.yaml": WITH_ACTION, "01.yaml": ACTION})
    found = lint(select=("FMT", "RES001"))
    assert seen_in(found) == [("方案.yaml", "RES001", 8)]
    assert found.counts.plans == 1


def test_a_folder_that_cannot_be_read_fails_the_run(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here, {"a/plan.yaml": HEAD, "b/plan.yaml": HEAD})
    scan = os.scandir

    def guarded(path: str) -> object:
        if Path(path).name == "b":
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", guarded)
    found = lint()
    assert [one.message.zh for one in found.diagnostics] == ["b：无法读取（没有读取权限）"]
    assert found.exit_code == 2


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("content", [None, "units: [\n", "units: 5\n"])
def test_a_faulty_registry_stops_the_run_with_a_message(here: Path, jobs: int, content: str | None) -> None:
    corpus(here, 3)
    if content is not None:
        write(here, {"r.yaml": content})
    with pytest.raises(PlanspecError) as caught:
        lint(jobs=jobs, registry=("r.yaml",))
    assert caught.value.message.zh.startswith("名录文件有误：r.yaml")


# The cache


def test_a_warm_run_tells_what_a_cold_one_does_and_lints_nothing(here: Path, linted: list[str]) -> None:
    corpus(here)
    age(here)
    cold = lint(cache=True)
    assert len(linted) == 6
    linted.clear()
    assert lint(cache=True) == cold == lint(cache=False)
    assert linted == [f"p{number}/plan.yaml" for number in range(6)]  # those of the run without a cache


@pytest.mark.parametrize("settled", [True, False])
def test_a_change_of_content_is_seen_even_at_the_same_size(
    here: Path, linted: list[str], settled: bool
) -> None:
    write(here, {"a/plan.yaml": PLAN, "b/plan.yaml": PLAN})
    if settled:
        age(here)
    lint(cache=True)
    linted.clear()
    write(here, {"a/plan.yaml": PLAN.replace("甲", "丙")})
    assert "丙" in lint("a", cache=True).diagnostics[0].excerpt
    assert linted == ["a/plan.yaml"]


def test_a_file_that_was_only_touched_keeps_its_entry(here: Path, linted: list[str]) -> None:
    write(here, {"plan.yaml": PLAN})
    lint(cache=True)
    linted.clear()
    old(here / "plan.yaml")
    lint(cache=True)
    assert linted == []


def test_a_change_of_an_included_file_is_seen(here: Path, linted: list[str]) -> None:
    write(here, {"plan.yaml": WITH_ACTION, "01.yaml": ACTION})
    age(here)
    assert ("01.yaml", "RES001", 4) not in seen_in(lint(cache=True))
    write(here, {"01.yaml": ACTION + "tasks: [{title: 丙}]\n"})
    assert ("01.yaml", "RES001", 4) in seen_in(lint(cache=True))


def test_a_file_that_vanished_is_missed(here: Path) -> None:
    write(here, {"plan.yaml": WITH_ACTION, "01.yaml": ACTION})
    age(here)
    lint(cache=True)
    (here / "01.yaml").unlink()
    assert [(code, line) for _, code, line in seen_in(lint(cache=True, select=("FMT",)))] == [("FMT004", 6)]


def test_a_file_that_was_missing_is_seen_when_it_comes(here: Path) -> None:
    write(here, {"plan.yaml": WITH_ACTION})
    age(here)
    assert ("plan.yaml", "FMT004", 6) in seen_in(lint(cache=True))
    write(here, {"01.yaml": ACTION})
    assert ("plan.yaml", "FMT004", 6) not in seen_in(lint(cache=True))


def test_a_file_that_could_not_be_read_is_tried_again(here: Path) -> None:
    (here / "plan.yaml").mkdir()
    write(here, {"plan.yaml/x.yaml": HEAD})
    lint(cache=True)
    (here / "plan.yaml/x.yaml").unlink()
    (here / "plan.yaml").rmdir()
    write(here, {"plan.yaml": HEAD})
    assert seen_in(lint(cache=True)) == []


def test_settings_have_entries_of_their_own(here: Path, linted: list[str]) -> None:
    write(here, {"plan.yaml": PLAN})
    every = lint(cache=True)
    assert lint(cache=True, select=("FMT",)).diagnostics == ()
    assert lint(cache=True) == every
    assert len(linted) == 2


def test_a_registry_that_changed_is_read_again(here: Path, linted: list[str]) -> None:
    write(here, {"plan.yaml": PLAN, "r.yaml": "units: {}\n"})
    lint(cache=True, registry=("r.yaml",))
    lint(cache=True, registry=("r.yaml",))
    write(here, {"r.yaml": "units: {} # x\n"})
    lint(cache=True, registry=("r.yaml",))
    assert len(linted) == 2


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: b"\xc1" + data,
        lambda data: msgspec.msgpack.encode({"plan.yaml": [[["plan.yaml", None]], {"x": 1}]}),
        lambda data: msgspec.msgpack.encode([1, 2]),
        lambda data: data[:-40] + bytes(40),
        lambda data: data.replace(b"RES001", b"\xff\xff\xff\xff\xff\xff"),
    ],
    ids=["empty", "cut", "not msgpack", "another shape", "a list", "zeros", "bad text"],
)
def test_a_damaged_cache_is_made_anew(here: Path, linted: list[str], damage: object) -> None:
    write(here, {"plan.yaml": PLAN})
    age(here)
    expected = lint(cache=True)
    (path,) = (here / FOLDER).glob("*.msgpack")
    path.write_bytes(damage(path.read_bytes()))  # type: ignore[operator]
    assert lint(cache=True) == expected
    assert len(linted) == 2
    assert lint(cache=True) == expected
    assert len(linted) == 2


def test_every_single_damaged_byte_is_survived(here: Path) -> None:
    write(here, {"plan.yaml": HEAD + "tasks: [{title: 甲}]\n"})
    age(here)
    expected = lint(cache=True, select=("RES001",))
    (path,) = (here / FOLDER).glob("*.msgpack")
    sound = path.read_bytes()
    for at in range(0, len(sound), 7):
        path.write_bytes(sound[:at] + bytes([sound[at] ^ 0xFF]) + sound[at + 1 :])
        assert lint(cache=True, select=("RES001",)) == expected


def test_a_folder_that_cannot_be_written_to_is_no_fault(here: Path, linted: list[str]) -> None:
    write(here, {"plan.yaml": PLAN, FOLDER: "a file stands in the way"})
    assert lint(cache=True) == lint(cache=False)
    assert len(linted) == 2
    assert (here / FOLDER).read_text() == "a file stands in the way"


def test_plans_that_are_gone_leave_the_cache(here: Path) -> None:
    write(here, {"a/plan.yaml": PLAN, "b/plan.yaml": PLAN})
    lint(cache=True)
    (path,) = (here / FOLDER).glob("*.msgpack")
    assert b"b/plan.yaml" in path.read_bytes()
    (here / "b/plan.yaml").unlink()
    write(here, {"a/plan.yaml": PLAN + "# x\n"})
    lint(cache=True)
    assert b"b/plan.yaml" not in path.read_bytes()


def test_a_full_disk_leaves_no_draft_behind(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here, {"plan.yaml": PLAN})
    whole = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if path.suffix == ".tmp":
            whole(path, data[:10])
            raise OSError(28, "No space left on device")
        return whole(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    lint(cache=True)
    assert [path.name for path in (here / FOLDER).iterdir()] == [".gitignore"]


def test_without_a_cache_nothing_is_written(here: Path) -> None:
    write(here, {"plan.yaml": PLAN})
    lint(cache=False)
    assert [path.name for path in here.iterdir()] == ["plan.yaml"]


def test_the_cache_keeps_out_of_version_control(here: Path) -> None:
    write(here, {"plan.yaml": PLAN})
    lint(cache=True)
    assert (here / FOLDER / ".gitignore").read_text() == "*\n"
    assert [path.suffix for path in sorted((here / FOLDER).iterdir())] == ["", ".msgpack"]


# Progress


def test_progress_is_told_plan_by_plan(here: Path) -> None:
    corpus(here, 3)
    told: list[tuple[int, int]] = []
    run([here], Settings(), jobs=1, cache=False, progress=lambda done, all_: told.append((done, all_)))
    assert told == [(1, 3), (2, 3), (3, 3)]
