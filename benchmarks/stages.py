"""Where the time of one plan goes, in this process: reading, nodes, schema, model, each rule; phrases too."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

from yaml._yaml import CParser

from planspec.lint.engine import judge
from planspec.lint.settings import Settings
from planspec.model import Plan, PlanFiles, build_plan, load_plan
from planspec.phrase import grammar
from planspec.registry import builtin
from planspec.rules.rule import Check, Options
from planspec.schema import validate
from planspec.source.encoding import decode

TIMES: Final = 15
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
    works: dict[str, Callable[[], object]] = {
        "scan (libyaml alone)": scan,
        "read and decode": decode_all,
        "nodes (scan included)": load,
        "schema": lambda: _validate(files),
        "model, phrases known": lambda: build_plan(files, registry),
        "whole, phrases known": remembered,
        "whole, phrases new": afresh,
    }
    checks = {
        f"{rule.code} {rule.name}": partial(_apply, rule.check, plan, selection.options_for(rule))
        for rule in selection.rules
        if rule.check is not None
    }
    best = _best(works | checks)
    rules = {name: best[name] for name in checks}
    stages = {name: best[name] for name in works}
    stages["nodes (scan included)"] -= stages["read and decode"]
    whole = {name: stages.pop(name) for name in ("whole, phrases known", "whole, phrases new")}
    return Profile(
        files=len(paths),
        size=sum(map(len, data)),
        tasks=len(plan.tasks),
        targets=len(plan.targets),
        stages={**stages, "rules": sum(rules.values()), **whole},
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


def _apply(check: Check, plan: Plan, options: Options) -> None:
    for _ in check(plan, options):
        pass


def _best(works: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """Return the least milliseconds that each work takes; they take turns, so that noise spares none.

    As in the linter, no garbage is collected meanwhile.
    """
    best = dict.fromkeys(works, float("inf"))
    for _ in range(TIMES):
        for name, work in works.items():
            gc.collect()
            gc.disable()
            began = time.perf_counter()
            work()
            best[name] = min(best[name], (time.perf_counter() - began) * 1000)
            gc.enable()
    return best
