"""One command that measures planspec against its bar and prints ratios, all from one run.

    python benchmarks/run.py            # about ten minutes
    python benchmarks/run.py --quick    # two minutes, rougher

Contestants take turns, so that a busy machine slows all of them. A ratio is given three times: best turn to
best turn in wall time (what a user waits when nothing disturbs; the bar is judged by it), the median over the
turns, and best to best in CPU time of all processes (what it costs).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any, Final, NamedTuple

import corpus
import stages

ROOT: Final = Path(__file__).resolve().parents[1]
SCRIPTS: Final = Path(sys.executable).parent

OWN_VARIABLES: Final = frozenset(
    {"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONHASHSEED", "PLANSPEC_LANG"}
)

SCAN: Final = """
import sys, time
from yaml.cyaml import CParser
began = time.perf_counter(), time.process_time()
for path in open(sys.argv[1], encoding="utf-8").read().split():
    with open(path, "rb") as stream:
        next_event = CParser(stream.read()).get_event
    while next_event() is not None:
        pass
print(time.perf_counter() - began[0], time.process_time() - began[1])
"""
"""Merely scan the files of a list with libyaml; says how long the scanning itself took."""

BARE: Final = """
import typer
app = typer.Typer()
@app.command()
def main() -> None:
    typer.echo("bare 1.0")
app()
"""


class Spent(NamedTuple):
    """What one process and its children took."""

    wall: float
    cpu: float
    peak: int
    """KiB of the largest process."""
    code: int
    output: str


class Measured(NamedTuple):
    """One line of the result."""

    what: str
    value: float
    median: float
    cpu: float | None
    unit: str
    bar: str
    met: bool | None
    """None: no bar is set."""


def spend(command: Sequence[str], folder: Path) -> Spent:
    """Run a command to its end; raises RuntimeError if it could not do its job."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out, tempfile.TemporaryFile("w+") as err:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=err, env=_environment(folder))
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = code = os.waitstatus_to_exitcode(status)
        if code not in (0, 1):
            err.seek(0)
            raise RuntimeError(f"{' '.join(command[:4])} … ended with {code}: {err.read()[-2000:]}")
        out.seek(0)
        return Spent(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, code, out.read(200))


def _environment(folder: Path) -> dict[str, str]:
    """Return the variables of a contestant, whose byte code is kept apart from the repository."""
    kept = {name: value for name, value in os.environ.items() if name not in OWN_VARIABLES}
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder / "pycache"), "PYTHONIOENCODING": "utf-8"}


def take_turns(contestants: Mapping[str, Callable[[], Spent]], turns: int) -> dict[str, list[Spent]]:
    """Run the contestants one after another, again and again; each turn starts with another one.

    A turn that does not count goes before, so that all byte code is written and all files are in memory.
    """
    names = list(contestants)
    for name in names:
        contestants[name]()
    spent: dict[str, list[Spent]] = {name: [] for name in names}
    for turn in range(turns):
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            spent[name].append(contestants[name]())
    return spent


def ratio(
    what: str, above: Sequence[Spent], below: Sequence[Spent], bar: tuple[str, float] | None = None
) -> Measured:
    """Compare two contestants."""
    walls = [one.wall / other.wall for one, other in zip(above, below, strict=True)]
    best = min(one.wall for one in above) / min(one.wall for one in below)
    cpu = min(one.cpu for one in above) / min(one.cpu for one in below)
    return measured(what, best, median(walls), "×", bar, cpu)


def measured(
    what: str,
    value: float,
    middle: float,
    unit: str,
    bar: tuple[str, float] | None = None,
    cpu: float | None = None,
) -> Measured:
    """Return a line of the result, judged."""
    met = None
    if bar is not None:
        met = value <= bar[1] if bar[0] == "≤" else value >= bar[1]
    text = f"{bar[0]} {bar[1]:,g}" if bar is not None else ""
    return Measured(what, value, middle, cpu, unit, text, met)


def inner(spent: Sequence[Spent]) -> list[Spent]:
    """Return what the scanning itself took, as the scanning process says, without its start-up."""
    return [one._replace(wall=float(a), cpu=float(b)) for one in spent for a, b in [one.output.split()[:2]]]


class Bench:
    """The commands on one corpus of N plans, in its own folder."""

    def __init__(self, folder: Path, plans: int, seed: int) -> None:
        self.folder = folder
        self.plans = corpus.write(folder / "specs", plans, seed)
        self.files = [path for paths in self.plans for path in paths]
        self.size = sum(path.stat().st_size for path in self.files)
        (folder / "scan.py").write_text(SCAN, "utf-8")

    def lint(self, *options: str) -> Callable[[], Spent]:
        """Whole process, as a user runs it."""
        command = [str(SCRIPTS / "planspec"), "lint", *options, "specs"]
        return lambda: spend(command, self.folder)

    def scan(self) -> Callable[[], Spent]:
        """libyaml alone, one process."""
        listed = self.folder / "files.txt"
        listed.write_text("\n".join(map(str, self.files)), "utf-8")
        return lambda: spend([sys.executable, "scan.py", str(listed)], self.folder)

    def check_jsonschema(self) -> Callable[[], Spent]:
        """The schema alone: plan files and action files have one each, so two processes."""
        tool = [str(SCRIPTS / "check-jsonschema"), "--schemafile"]
        roots = [str(paths[0]) for paths in self.plans]
        others = [str(path) for paths in self.plans for path in paths[1:]]

        def both() -> Spent:
            one = spend([*tool, str(ROOT / "schema/plan.schema.json"), *roots], self.folder)
            two = spend([*tool, str(ROOT / "schema/action.schema.json"), *others], self.folder)
            return Spent(one.wall + two.wall, one.cpu + two.cpu, max(one.peak, two.peak), two.code, "")

        return both

    def yamllint(self) -> Callable[[], Spent]:
        """With its default rules."""
        command = [str(SCRIPTS / "yamllint"), "-f", "parsable", *map(str, self.files)]
        return lambda: spend(command, self.folder)


def tree_peak(command: Sequence[str], folder: Path) -> float | None:
    """Return the peak of memory of a process and all its children together, in MiB; None without /proc."""
    if not Path("/proc/self/smaps_rollup").exists():
        return None
    peak = 0
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_environment(folder)
    )

    def watch() -> None:
        nonlocal peak
        while process.poll() is None:
            peak = max(peak, sum(map(_proportional, _family(process.pid))))
            time.sleep(0.05)

    watcher = threading.Thread(target=watch)
    watcher.start()
    watcher.join()
    return peak / 1024


def _family(pid: int) -> list[int]:
    found = [pid]
    for one in found:
        try:
            found.extend(map(int, Path(f"/proc/{one}/task/{one}/children").read_text().split()))
        except OSError:
            continue
    return found


def _proportional(pid: int) -> int:
    """KiB of a process; what it shares with others is counted in parts."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0


def measure_lint(bench: Bench, turns: int) -> list[Measured]:
    """Whole process, cold, against libyaml."""
    cold = bench.lint("--no-cache")
    one = bench.lint("--no-cache", "--jobs", "1")
    spent = take_turns({"cold": cold, "one": one, "scan": bench.scan()}, turns)
    scanned = inner(spent["scan"])
    return [
        ratio("lint cold ÷ libyaml scanning (loop only)", spent["cold"], scanned, ("≤", 3)),
        ratio("lint cold ÷ libyaml scanning (whole process)", spent["cold"], spent["scan"], ("≤", 3)),
        ratio("  the same with --jobs 1 (loop only)", spent["one"], scanned, ("≤", 3)),
    ]


def measure_warm(bench: Bench, turns: int) -> Measured:
    """A run that finds everything in the cache; the turn that does not count fills it."""
    spent = take_turns({"warm": bench.lint(), "cold": bench.lint("--no-cache")}, turns)
    what = f"lint cold ÷ lint warm, {len(bench.plans):,} plans"
    return ratio(what, spent["cold"], spent["warm"], ("≥", 20))


def measure_others(bench: Bench, turns: int) -> list[Measured]:
    """Against the tools that people would use instead."""
    spent = take_turns(
        {
            "lint": bench.lint("--no-cache"),
            "schema": bench.check_jsonschema(),
            "yamllint": bench.yamllint(),
        },
        turns,
    )
    return [
        ratio("check-jsonschema, schema only ÷ lint cold", spent["schema"], spent["lint"], ("≥", 10)),
        ratio("yamllint ÷ lint cold", spent["yamllint"], spent["lint"]),
    ]


def measure_start(folder: Path, turns: int) -> list[Measured]:
    """Start-up."""
    (folder / "bare.py").write_text(BARE, "utf-8")
    spent = take_turns(
        {
            "planspec": lambda: spend([str(SCRIPTS / "planspec"), "--version"], folder),
            "bare": lambda: spend([sys.executable, "bare.py"], folder),
            "pass": lambda: spend([sys.executable, "-c", "pass"], folder),
        },
        turns,
    )
    return [
        ratio("planspec --version ÷ bare typer program", spent["planspec"], spent["bare"], ("≤", 2)),
        ratio("planspec --version ÷ python -c pass", spent["planspec"], spent["pass"]),
    ]


def measure_growth(small: Bench, large: Bench, turns: int) -> list[Measured]:
    """Time and memory per plan as the corpus grows."""
    spent = take_turns({"small": small.lint("--no-cache"), "large": large.lint("--no-cache")}, turns)
    few, many = len(small.plans), len(large.plans)
    one = [each._replace(wall=each.wall / few, cpu=each.cpu / few) for each in spent["small"]]
    other = [each._replace(wall=each.wall / many, cpu=each.cpu / many) for each in spent["large"]]
    walls = [each.wall * 1000 for each in other]
    peaks = [b.peak / a.peak for a, b in zip(one, other, strict=True)]
    flat = ("≤", 1.1)
    found = [
        ratio(f"time per plan, {many:,} ÷ {few:,} plans", other, one, flat),
        measured("memory of the largest process, same", min(peaks), median(peaks), "×", flat),
    ]
    command = [str(SCRIPTS / "planspec"), "lint", "--no-cache", "specs"]
    trees = [tree_peak(command, bench.folder) for bench in (small, large)]
    if trees[0] and trees[1]:
        grown = trees[1] / trees[0]
        found.append(measured("memory of all processes, same", grown, grown, "×", flat))
        found.append(measured(f"  of all processes, {many:,} plans", trees[1], trees[1], " MiB"))
    found.append(measured(f"  time per plan, {many:,} plans", min(walls), median(walls), " ms"))
    return found


def measure_phrases(bench: Bench) -> list[Measured]:
    """How many phrases a second the grammar reads when it has seen none of them before."""
    rates = stages.phrase_rates(bench.plans)
    return [measured("phrases read, uncached", max(rates), median(rates), "/s", ("≥", 1e5))]


def table(lines: Sequence[Measured]) -> str:
    """Return the lines as a Markdown table, which is readable as it stands."""
    rows = [("what", "best", "median", "CPU", "bar", ""), *map(_row, lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(6)]
    drawn = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    drawn.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(drawn)


def _row(one: Measured) -> tuple[str, ...]:
    return (
        one.what,
        _figure(one.value) + one.unit,
        _figure(one.median) + one.unit,
        f"{_figure(one.cpu)}×" if one.cpu is not None else "",
        one.bar,
        "" if one.met is None else "met" if one.met else "SHORT",
    )


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}"


def steps(folder: Path, small: Bench, turns: int, seed: int) -> dict[str, Callable[[], Sequence[Measured]]]:
    """Return what is measured, in this order; the large corpus is written when it is wanted."""
    plans = len(small.plans)
    large = cache(lambda: Bench(folder / "large", plans * 10, seed))
    return {
        "lint and libyaml": lambda: measure_lint(small, turns),
        "a warm run": lambda: [measure_warm(small, turns)],
        "other tools": lambda: measure_others(small, 2),
        "start-up": lambda: measure_start(folder, turns * 3),
        "phrases": lambda: measure_phrases(small),
        "a warm run of ten times as many plans": lambda: [measure_warm(large(), 3)],
        "growth": lambda: measure_growth(small, large(), min(turns, 3)),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description="Measure planspec against its bar; prints ratios of one run."
    )
    parser.add_argument(
        "--plans", type=int, default=100, help="plans of the corpus; ten times as many for growth"
    )
    parser.add_argument("--turns", type=int, default=5, help="how often each contestant runs")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="30 plans, 3 turns")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    chosen = parser.parse_args()
    plans, turns = (30, 3) if chosen.quick else (chosen.plans, chosen.turns)

    def say(text: str) -> None:
        if not chosen.json:
            print(text, flush=True)

    with tempfile.TemporaryDirectory(prefix="planspec-bench-") as name:
        folder = Path(name)
        small = Bench(folder / "small", plans, chosen.seed)
        say(
            f"{plans} plans, {len(small.files)} files, {small.size / 1e6:.1f} MB (seed {chosen.seed}); "
            f"{turns} turns; Python {sys.version.split()[0]}, {os.cpu_count()} cores\n"
        )
        found: list[Measured] = []
        for name, measure in steps(folder, small, turns, chosen.seed).items():
            print(f"… {name}", file=sys.stderr, flush=True)
            found += measure()
        say(table(found) + "\n")
        profile = stages.profile(small.plans)
        say(profile.table())
        if chosen.json:
            result: dict[str, Any] = {
                "corpus": {
                    "plans": plans,
                    "files": len(small.files),
                    "bytes": small.size,
                    "seed": chosen.seed,
                },
                "measured": [one._asdict() for one in found],
                "stages": profile.as_data(),
            }
            print(json.dumps(result, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main()
