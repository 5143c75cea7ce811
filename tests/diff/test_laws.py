"""The laws of the diff, over random plans and over seeded revisions of the real ones."""

from __future__ import annotations

import copy
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planspec.diff import KINDS, Change, ChangeClass, Mode, Side, diff
from planspec.model import Plan, load_plan
from planspec.source.emit import emit

from .edits import revise
from .plans import REAL, built, codes, plain_plan, plan, real_plan, real_value, whole_plan
from .strategies import plans

FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
REVISIONS = settings(max_examples=15, deadline=None)

names = st.sampled_from(list(REAL))
seeds = st.integers(0, 10_000)


def facts(change: Change) -> tuple[object, ...]:
    """Return what of a change has a mirror image."""
    return (
        change.code, change.kind, change.object, _text(change.before), _text(change.after), len(change.related),
        tuple(sorted(change.also)),
    )  # fmt: skip


def mirrored(change: Change) -> tuple[object, ...]:
    also = tuple(sorted(KINDS[code].mirror for code in change.also))
    code = KINDS[change.code].mirror
    return (
        code, change.kind.mirrored, change.object, _text(change.after), _text(change.before), len(change.related),
        also,
    )  # fmt: skip


def _text(side: Side | None) -> str | None:
    return side.text if side is not None else None


def assert_mirrored(one: Plan, other: Plan, mode: Mode | None = None) -> None:
    forward = Counter(map(facts, diff(one, other, mode).changes))
    backward = Counter(map(mirrored, diff(other, one, mode).changes))
    assert {key[:1]: n for key, n in (forward - backward).items()} == {}
    assert forward == backward


@given(plans())
@FEW
def test_a_plan_does_not_differ_from_itself(value: dict[str, Any]) -> None:
    found = codes(diff(plain_plan(value), plain_plan(value)))
    assert found == []


@pytest.mark.parametrize("name", REAL)
def test_a_real_plan_does_not_differ_from_itself(name: str) -> None:
    found = codes(diff(real_plan(name), real_plan(name)))
    assert found == []


@given(plans(), plans())
@FEW
def test_backwards_is_the_mirror_image(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert_mirrored(plain_plan(one), plain_plan(other))


@given(names, seeds)
@REVISIONS
def test_a_revision_read_backwards_is_the_mirror_image(name: str, seed: int) -> None:
    revision = revise(real_value(name), seed, 20, ids=seed % 2 == 0)
    assert_mirrored(plain_plan(revision.before), plain_plan(revision.after))


@pytest.mark.parametrize(("one", "other"), [(a, b) for a in REAL for b in REAL if a < b])
def test_two_real_plans_are_mirror_images(one: str, other: str) -> None:
    assert_mirrored(real_plan(one), real_plan(other))


@given(names, seeds)
@REVISIONS
def test_swapping_two_tasks_changes_nothing_of_substance(name: str, seed: int) -> None:
    value = copy.deepcopy(real_value(name))
    random = Random(seed)
    holders = [holder for holder in _holders(value) if len(holder["tasks"]) > 1]
    tasks = random.choice(holders)["tasks"]
    one, other = random.sample(range(len(tasks)), 2)
    tasks[one], tasks[other] = tasks[other], tasks[one]
    found = diff(whole_plan(name), plain_plan(value)).changes
    assert [change.code for change in found] == ["items-reordered"]
    assert found[0].kind is ChangeClass.REWORDED


@given(names, seeds)
@REVISIONS
def test_one_task_inserted_among_a_hundred_is_one_change(name: str, seed: int) -> None:
    value = copy.deepcopy(real_value(name))
    random = Random(seed)
    holder = random.choice([holder for holder in _holders(value) if not holder.get("title")])
    tasks = holder["tasks"]
    numbered = [task.get("no") for task in tasks] == [str(n) for n in range(1, len(tasks) + 1)]
    tasks.insert(random.randint(0, len(tasks)), {"title": "布设候鸟迁飞观测站", "targets": {"观测站": "3处"}})
    for number, task in enumerate(tasks, 1) if numbered else ():  # as a drafter does
        task["no"] = str(number)
    found = codes(diff(whole_plan(name), plain_plan(value)))
    assert found == ["task-added"]


def _holders(value: Any) -> list[dict[str, Any]]:
    found = []
    if isinstance(value, dict):
        if value.get("tasks"):
            found.append(value)
        for child in value.values():
            found += _holders(child)
    elif isinstance(value, list):
        for child in value:
            found += _holders(child)
    return found


@given(names, seeds)
@REVISIONS
def test_layout_comments_and_the_order_of_keys_are_no_meaning(name: str, seed: int) -> None:
    value = real_value(name)
    text = emit(shuffled(value, Random(seed)))
    lines = [f"{line}  # 说明" if line.endswith(":") else line for line in text.splitlines()]
    found = codes(diff(plan("# 头\n\n" + "\n".join(lines)), whole_plan(name)))
    assert found == []


def shuffled(value: Any, random: Random) -> Any:
    if isinstance(value, dict):
        keys = list(value)
        random.shuffle(keys)
        return {key: shuffled(value[key], random) for key in keys}
    return [shuffled(child, random) for child in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", REAL)
def test_one_file_or_several_is_no_meaning(name: str) -> None:
    found = codes(diff(real_plan(name), whole_plan(name)))
    assert found == []


def test_the_hash_seed_does_not_matter(tmp_path: Path) -> None:
    revision = revise(real_value("shigu"), 7, 40, ids=False)
    for name, value in (("old", revision.before), ("new", revision.after)):
        (tmp_path / f"{name}.yaml").write_text(emit(value), "utf-8")
    program = (
        "from pathlib import Path; from planspec.model import *; from planspec.registry import builtin;"
        "from planspec.diff import diff; import msgspec;"
        "print(msgspec.json.encode(diff(*(build_plan(load_plan(Path(n)), builtin()) for n in ('old.yaml', 'new.yaml')))).decode())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True,
            check=True,
        ).stdout
        for seed in (1, 2)
    }
    assert len(outputs) == 1


def test_a_plan_read_twice_is_one_plan(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(emit(real_value("hecheng")), "utf-8")
    found = codes(diff(built(load_plan(path, "a")), built(load_plan(path, "b"))))
    assert found == []
