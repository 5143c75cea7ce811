"""Where the time of one plan goes, in this process: reading, nodes, schema, model, each rule; phrases too."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

from yaml._yaml import CParser

from planspec.lint.engine import judge
from planspec.lint.settings import Settings
from planspec.model import Plan, PlanFiles, build_plan, load_plan
from planspec.phrase import grammar
from planspec.registry import Registry, builtin
from planspec.rules.rule import Check, Options
from planspec.schema import validate
from planspec.source.encoding import decode

TIMES: Final = 9
SHOWN_RULES: Final = 12


class Profile(NamedTuple):
    """Milliseconds per stage and per rule, each the best of several times, for one plan."""

    files: int
    size: int
    tasks: int
    targets: int
    stages: dict[str, float]
    rules: dict[str, float]

    def table(self) -> str:
        """Return the stages and the dearest rules, each beside the time that libyaml takes to scan."""
        scan = self.stages["scan (libyaml alone)"]
        lines = [
            f"One plan in-process: {self.files} files, {self.size / 1000:.0f} kB, {self.tasks} tasks, "
            f"{self.targets} targets; best of {TIMES}",
            "",
            "| stage                       |     ms | ÷ scan |",
            "|-----------------------------|--------|--------|",
        ]
        lines += [f"| {name:<27} | {ms:6.2f} | {ms / scan:6.2f} |" for name, ms in self.stages.items()]
        dearest = sorted(self.rules.items(), key=lambda one: -one[1])[:SHOWN_RULES]
        lines += [f"| {'  ' + name[:25]:<27} | {ms:6.2f} | {ms / scan:6.2f} |" for name, ms in dearest]
        return "\n".join(lines)

    def as_data(self) -> dict[str, Any]:
        """Return it for JSON."""
        return self._asdict()


def profile(plans: Sequence[Sequence[Path]]) -> Profile:
    """Measure the plan of middle size."""
    by_size = sorted(plans, key=lambda paths: sum(path.stat().st_size for path in paths))
    paths = by_size[len(by_size) // 2]
    data = [path.read_bytes() for path in paths]
    registry = builtin()
    root = paths[0]
    selection = Settings().for_path(root.as_posix())

    def scan() -> None:
        for one in data:
            next_event = CParser(one).get_event
            while next_event() is not None:
                pass

    def decode_all() -> None:
        for one in data:
            decode(one)

    def load() -> None:
        load_plan(root).release()

    def remembered() -> None:
        files = load_plan(root)
        judge(files, selection, registry)
        files.release()

    def afresh() -> None:
        grammar._remembered.cache_clear()
        remembered()

    files = load_plan(root)
    plan = build_plan(files, registry)
    assert plan is not None
    rules = {
        f"{rule.code} {rule.name}": _best(partial(_apply, rule.check, plan, selection.options_for(rule)))
        for rule in selection.rules
        if rule.check is not None
    }
    scanned, decoded, loaded = _best(scan), _best(decode_all), _best(load)
    validated = _best(lambda: _validate(files))
    built = _best(lambda: _build(files, registry))
    whole, cold = _best(remembered), _best(afresh)
    return Profile(
        files=len(paths),
        size=sum(map(len, data)),
        tasks=len(plan.tasks),
        targets=len(plan.targets),
        stages={
            "scan (libyaml alone)": scanned,
            "read and decode": decoded,
            "nodes (scan included)": loaded - decoded,
            "schema": validated,
            "model, phrases known": built,
            "rules": sum(rules.values()),
            "whole, phrases known": whole,
            "whole, phrases new": cold,
        },
        rules=rules,
    )


def phrase_rates(plans: Sequence[Sequence[Path]], times: int = 5) -> list[float]:
    """Return how many phrases of the corpus are read per second without the memory of earlier ones."""
    texts: list[str] = []
    for paths in plans[:10]:
        files = load_plan(paths[0])
        texts += _phrases(files)
        files.release()
    rates = []
    for _ in range(times):
        began = time.perf_counter()
        for text in texts:
            grammar.parse_afresh(text)
        rates.append(len(texts) / (time.perf_counter() - began))
    return rates


def _phrases(files: PlanFiles) -> list[str]:
    plan = build_plan(files, builtin())
    return [phrase.text for target in plan.targets for phrase in target.phrases] if plan is not None else []


def _validate(files: PlanFiles) -> None:
    for file in files.files:
        validate(file, "plan" if file is files.root else "action")


def _build(files: PlanFiles, registry: Registry) -> None:
    build_plan(files, registry)


def _apply(check: Check, plan: Plan, options: Options) -> None:
    for _ in check(plan, options):
        pass


def _best(work: Callable[[], None]) -> float:
    """Return the least milliseconds that `work` takes; as in the linter, without garbage collection."""
    best = float("inf")
    work()
    for _ in range(TIMES):
        gc.collect()
        gc.disable()
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
        gc.enable()
    return best * 1000
