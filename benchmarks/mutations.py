"""Plant faults in the five real plans, many times, and print what the rules make of them.

python benchmarks/mutations.py                            # every rule, 50 seeds a plan
python benchmarks/mutations.py --rule TGT RES004          # some rules or families
python benchmarks/mutations.py --rule TGT008 --seeds 20 --show     # each miss and side effect in full
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from mutations.catalogue import BESIDE, PLANTS, plant
from mutations.engine import Verdict, try_out
from mutations.real import PLANS, real


class Row:
    """What became of one rule's faults in one plan."""

    def __init__(self) -> None:
        self.planted = self.found = 0
        self.beside: Counter[str] = Counter()
        """Side effects that no exception allows, by rule."""
        self.listed: Counter[str] = Counter()
        """Those that one does."""
        self.shown: list[str] = []


def measure(pair: tuple[str, str], *, seeds: int, show: bool) -> Row:
    """Plant a rule's fault in a plan, once a seed."""
    code, name = pair
    row = Row()
    where = real(name)
    for seed in range(seeds):
        planted = plant(code, where, seed)
        if planted is None:
            continue
        verdict = try_out(where, code, planted)
        row.planted += 1
        row.found += verdict.found
        spoken = {one.code for one in verdict.beside}
        others = spoken - BESIDE.get(code, {}).keys()
        row.beside.update(others)
        row.listed.update(spoken - others)
        if show and (not verdict.found or others):
            row.shown.append(_told(code, name, seed, verdict, others))
    return row


def _told(code: str, name: str, seed: int, verdict: Verdict, others: set[str]) -> str:
    lines = [f"{code} {name} seed {seed}: {'found' if verdict.found else 'MISSED'}"]
    lines += [f"    {one.file}:{one.span.start_line} <- {one.text!r}" for one in verdict.planted.edits]
    for one in (*verdict.own, *(one for one in verdict.beside if one.code in others)):
        place = f"{one.file}:{one.span.start_line}:{one.span.start_column}"
        lines.append(f"  {one.code} {one.severity} {place} {one.message.zh}")
    return "\n".join(lines)


def main() -> int:
    """Measure and print; 1 where a rule finds less than 99 in 100, or another speaks without leave."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rule", nargs="*", default=[""], help="codes or families")
    parser.add_argument("--plan", nargs="*", default=list(PLANS), choices=list(PLANS))
    parser.add_argument("--seeds", type=int, default=50)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument(
        "--show", action="store_true", help="show each miss and each side effect without leave"
    )
    given = parser.parse_args()
    codes = [code for code in PLANTS if code.startswith(tuple(given.rule))]
    print(f"{'rule':8}" + "".join(f"{name:>11}" for name in given.plan) + "   planted  found  recall  beside")
    failed = False
    pairs = [(code, name) for code in codes for name in given.plan]
    with ProcessPoolExecutor(given.jobs) as pool:
        rows = pool.map(partial(measure, seeds=given.seeds, show=given.show), pairs)
        for code in codes:
            mine = [next(rows) for _ in given.plan]
            failed |= not _print(code, mine)
    return int(failed)


def _print(code: str, rows: list[Row]) -> bool:
    """Print a rule's line; say whether it found its faults and no other spoke."""
    planted, found = sum(row.planted for row in rows), sum(row.found for row in rows)
    beside = sum((row.beside for row in rows), Counter[str]())
    listed = sum((row.listed for row in rows), Counter[str]())
    cells = "".join(f"{f'{row.found}/{row.planted}' if row.planted else '–':>11}" for row in rows)
    recall = f"{found / planted:7.1%}" if planted else "      –"
    told = ", ".join(f"{other} {count}" for other, count in sorted(beside.items()))
    allowed = ", ".join(f"{other} {count}" for other, count in sorted(listed.items()))
    told += f"  (listed: {allowed})" if allowed else ""
    print(f"{code}  {cells}   {planted:7}  {found:5} {recall}  {told}", flush=True)
    for row in rows:
        for lines in row.shown:
            print(lines)
    return found >= 0.99 * planted and not beside


if __name__ == "__main__":
    raise SystemExit(main())
