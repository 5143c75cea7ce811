"""`planspec diff` beside general differs on the same plans, and over a labelled corpus of revisions.

    python benchmarks/diffing.py               # time, memory, false pairs: planspec, deepdiff, graphtage, jsondiff
    python benchmarks/diffing.py --corpus      # 250 revisions of the five real plans, with ids and without

A revision is made by seeded edits as drafters make them (`tests/diff/edits.py`), so which task became which is known.
A pair is false when a tool compares the fields of two tasks that are not one. Each contestant runs as a process of its
own and reads the plans itself; one that takes longer than the limit is stopped. planspec is timed as users run it:
`planspec diff old.yaml new.yaml --output-format json`, the best of three.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any, Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

Where = tuple[str | int, ...]
Pairs = Iterable[tuple[Where, Where]]

SIZES: Final = (50, 400, 1000)
LIMIT: Final = 90
"""Seconds after which a contestant is stopped."""
ENVIRONMENT: Final = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""As for users: modules are compiled once, not in each run."""


# ---- contestants: each yields the places of the tasks that it compares with one another ----


def _planspec(old: Path, new: Path) -> Pairs:
    from planspec.diff import Mode
    from planspec.diff.align import align
    from planspec.model import build_plan, load_plan
    from planspec.registry import builtin
    from tests.diff.scoring import steps

    before, after = (build_plan(load_plan(path), builtin()) for path in (old, new))
    assert before is not None and after is not None
    for pair in align(before, after, Mode.VERSIONS).tasks:
        yield tuple(steps(task.node.file.pointer(task.node)) for task in pair[:2])  # type: ignore[misc]


def _read(*paths: Path) -> list[Any]:
    import yaml

    return [yaml.load(path.read_bytes(), yaml.CBaseLoader) for path in paths]


def _deepdiff(old: Path, new: Path, **how: float) -> Pairs:
    from deepdiff import DeepDiff

    found = DeepDiff(*_read(old, new), ignore_order=True, view="tree", **how)
    for levels in found.values():
        for level in levels:
            one, other = level.path(output_format="list"), level.path(output_format="list", use_t2=True)
            yield tuple(one), tuple(other)


def _deepdiff_deeper(old: Path, new: Path) -> Pairs:
    """With its defaults it reports whole actions as changed; so it looks into them."""
    return _deepdiff(old, new, threshold_to_diff_deeper=0, cutoff_intersection_for_pairs=1)


def _jsondiff(old: Path, new: Path) -> Pairs:
    import jsondiff

    before, after = _read(old, new)
    yield from _symmetric(jsondiff.diff(before, after, syntax="symmetric"), before, after, (), ())


def _symmetric(
    found: Any, before: Any, after: Any, one: Where, other: Where
) -> Iterator[tuple[Where, Where]]:
    """Walk jsondiff's result; list items that were neither inserted nor deleted stand for each other in order."""
    import jsondiff

    yield one, other
    if isinstance(before, dict) and isinstance(after, dict) and isinstance(found, dict):
        for key, child in found.items():
            if key in before and key in after:
                yield from _symmetric(child, before[key], after[key], (*one, key), (*other, key))
    elif isinstance(before, list) and isinstance(after, list) and isinstance(found, dict):
        gone = {at for at, _ in found.get(jsondiff.delete, ())}
        come = {at for at, _ in found.get(jsondiff.insert, ())}
        kept = [at for at in range(len(before)) if at not in gone]
        origin = dict(zip((at for at in range(len(after)) if at not in come), kept, strict=False))
        for at, child in found.items():
            if isinstance(at, int) and at in origin:
                source = origin[at]
                yield from _symmetric(child, before[source], after[at], (*one, source), (*other, at))


def _graphtage(old: Path, new: Path) -> Pairs:
    from graphtage import json as trees

    before, after = _read(old, new)
    source, target = trees.build_tree(before), trees.build_tree(after)
    places = {**_places(source, before), **_places(target, after)}
    for edit in source.get_all_edits(target):
        ends = [_task(getattr(edit, name, None), places) for name in ("from_node", "to_node")]
        if ends[0] is not None and ends[1] is not None:
            yield ends[0], ends[1]


def _places(tree: Any, value: Any, path: Where = ()) -> dict[int, Where]:
    """Return the path of each mapping of a graphtage tree."""
    found: dict[int, Where] = {}
    if isinstance(value, dict):
        found[id(tree)] = path
        for pair in tree.children():
            key = pair.key.object
            if key in value:
                found |= _places(pair.value, value[key], (*path, key))
    elif isinstance(value, list):
        for at, child in enumerate(tree.children()):
            found |= _places(child, value[at], (*path, at))
    return found


def _task(node: Any, places: dict[int, Where]) -> Where | None:
    while node is not None:
        path = places.get(id(node))
        if path is not None and len(path) > 1 and path[-2] == "tasks":
            return path
        node = getattr(node, "parent", None)
    return None


CONTESTANTS: Final[dict[str, Callable[[Path, Path], Pairs]]] = {
    "planspec": _planspec,
    "deepdiff ignore_order": _deepdiff,
    "deepdiff, looking deeper": _deepdiff_deeper,
    "jsondiff": _jsondiff,
    "graphtage": _graphtage,
}


# ---- one run ----


class Spent(NamedTuple):
    """What a contestant took and found; None where it was stopped."""

    wall: float
    cpu: float
    peak: int
    """MiB."""
    pairs: set[tuple[Where, Where]] | None


def run(name: str, folder: Path, *, command_line: bool = False) -> Spent:
    """Run one contestant as a process of its own; or `planspec diff` as users run it, without its pairs."""
    command = [sys.executable, __file__, "--child", name, str(folder)]
    if command_line:
        command = [
            sys.executable,
            "-m",
            "planspec",
            "diff",
            str(folder / "old.yaml"),
            str(folder / "new.yaml"),
        ]
        command += ["--output-format", "json"]
    began = time.perf_counter()
    with tempfile.TemporaryFile("w+") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, cwd=ROOT, env=ENVIRONMENT)
        while True:
            done, status, usage = os.wait4(process.pid, os.WNOHANG)
            wall = time.perf_counter() - began
            if done or wall > LIMIT:
                break
            time.sleep(0.005)
        if not done:
            process.kill()
            _, _, usage = os.wait4(process.pid, 0)
            process.returncode = -9
            return Spent(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, None)
        process.returncode = os.waitstatus_to_exitcode(status)
        if command_line and process.returncode == 0:
            return Spent(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, None)
        if process.returncode:
            raise RuntimeError(f"{name} ended with {process.returncode}")
        out.seek(0)
        text = out.read()
        pairs = {(tuple(one), tuple(other)) for one, other in json.loads(text)}
        return Spent(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, pairs)


def child(name: str, folder: Path) -> None:
    """Run one contestant and print its pairs."""
    found = CONTESTANTS[name](folder / "old.yaml", folder / "new.yaml")
    unique = {(tuple(one), tuple(other)) for one, other in found}
    print(json.dumps([[list(one), list(other)] for one, other in unique], ensure_ascii=False))


def big_plan(tasks: int) -> dict[str, Any]:
    """Return a generated plan of about so many tasks in one file."""
    import corpus

    place = corpus._shuffled(1)[0]
    actions: list[dict[str, Any]] = []
    root: dict[str, Any] = {}
    number = 0
    while _count(actions) < tasks:
        made = corpus._Plan(Random(f"diffing/{number}"), place, 2024, one_file=True)
        made.files()
        root = root or made.root()
        for action in made.actions:
            if _count(actions) < tasks:
                actions.append({**action, "action": f"{action['action']}{number or ''}", "theme": "other"})
        number += 1
    return {**root, "actions": actions}


def _count(value: Any, key: str = "") -> int:
    if isinstance(value, dict):
        return (key == "tasks") + sum(_count(child, name) for name, child in value.items())
    return sum(_count(child, key) for child in value) if isinstance(value, list) else 0


def beside(sizes: Iterable[int]) -> None:
    """Print what each contestant took for plans of several sizes, one tenth of whose tasks were edited."""
    from planspec.source.emit import emit
    from tests.diff.edits import revise

    print(
        "| tasks | ids | contestant | seconds | of them CPU | CPU ÷ planspec | MiB | changed tasks paired | false pairs |"
    )
    print("| --- " * 9 + "|")
    slow: set[str] = set()
    for size in sizes:
        value = big_plan(size)
        for ids in (False, True):
            revision = revise(value, 1, size // 10, ids=ids)
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name)
                (folder / "old.yaml").write_text(emit(revision.before), "utf-8")
                (folder / "new.yaml").write_text(emit(revision.after), "utf-8")
                own = 0.0
                for contestant in CONTESTANTS:
                    head = f"| {size} | {'yes' if ids else 'no'} | {contestant} "
                    if contestant in slow:
                        print(f"{head}| not run | | | | | |")
                        continue
                    spent = run(contestant, folder)
                    if contestant == "planspec":
                        best = min(
                            (run(contestant, folder, command_line=True) for _ in range(3)),
                            key=lambda one: one.cpu,
                        )
                        spent = spent._replace(wall=best.wall, cpu=best.cpu, peak=best.peak)
                        own = best.cpu
                    if spent.pairs is None:
                        slow.add(contestant)
                        ratio = spent.cpu / own
                        print(
                            f"{head}| > {LIMIT} | {spent.cpu:.1f} | > {ratio:.0f} | {spent.peak} | | |",
                            flush=True,
                        )
                        continue
                    changed, right, false = _judge(spent.pairs, revision)
                    told = f"{right} of {changed}"
                    took = f"{spent.wall:.2f} | {spent.cpu:.2f} | {spent.cpu / own:.1f}"
                    print(f"{head}| {took} | {spent.peak} | {told} | {false} |", flush=True)


def _judge(pairs: set[tuple[Where, Where]], revision: Any) -> tuple[int, int, int]:
    """Return how many changed tasks there are, how many of them are compared with themselves, and false pairs."""
    changed = set()
    old = {uid: path for path, uid in revision.old_uids.items() if len(path) > 1 and path[-2] == "tasks"}
    new = {uid: path for path, uid in revision.new_uids.items() if len(path) > 1 and path[-2] == "tasks"}
    for uid in old.keys() & new.keys() - revision.regrouped:
        if _at(revision.before, old[uid]) != _at(revision.after, new[uid]):
            changed.add(uid)
    found = set()
    for one, other in pairs:
        ends = _uid(one, revision.old_uids), _uid(other, revision.new_uids)
        if None not in ends and not (ends[0] in revision.regrouped and ends[1] in revision.regrouped):
            found.add(ends)
    right = {one for one, other in found if one == other}
    return len(changed), len(changed & right), sum(one != other for one, other in found)


def _at(value: Any, path: Where) -> Any:
    for step in path:
        value = value[step]
    return value


def _uid(path: Where, uids: dict[Where, int]) -> int | None:
    for end in range(len(path), 1, -1):
        if path[end - 2] == "tasks" and path[:end] in uids:
            return uids[path[:end]]
    return None


def over_corpus(revisions: int) -> None:
    """Print how the labelled corpus is read: right pairs, and each edit told once."""
    from tests.diff.edits import revise
    from tests.diff.plans import REAL, real_value
    from tests.diff.scoring import Score, score

    print(
        "| ids | edits each | revisions | pairs | by likeness | false | precision | recall | edits | told | further changes |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for ids in (False, True):
        for edits in (6, 40):
            total = Score()
            count = revisions if edits == 6 else revisions // 5
            for seed in range(count):
                name = list(REAL)[seed % len(REAL)]
                score(revise(real_value(name), seed, edits, ids=ids), total, seed)
            print(
                f"| {'yes' if ids else 'no'} | {edits} | {total.revisions} | {total.pairs} | {total.hard_pairs} "
                f"| {total.false_pairs} | {total.precision:.2%} | {total.recall:.2%} | {total.edits} "
                f"| {total.told:.2%} | {len(total.extra)} |",
                flush=True,
            )
            for seed, expected in total.untold:
                print(f"  untold: seed {seed}: {expected}", file=sys.stderr)
            for seed, change in total.extra:
                print(f"  further: seed {seed}: {change.code} {change.message.en}", file=sys.stderr)


def main() -> None:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--corpus", action="store_true", help="the labelled corpus of revisions")
    parser.add_argument("--revisions", type=int, default=250, help="how many revisions (default 250)")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="tasks of the plans to compare")
    parser.add_argument("--child", nargs=2, metavar=("CONTESTANT", "FOLDER"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        child(given.child[0], Path(given.child[1]))
    elif given.corpus:
        over_corpus(given.revisions)
    else:
        beside(given.sizes)


if __name__ == "__main__":
    main()
