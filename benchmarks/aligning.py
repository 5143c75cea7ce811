"""One command that aligns a nation: a plan for every province, city and county of the code table.

    python benchmarks/aligning.py           # all places, about 3,300
    python benchmarks/aligning.py 300       # fewer, rougher

Prints the time per plan for a tenth of the places and for all, and the peak memory of both runs: cost must be
linear in plans and memory bounded, as only facts cross plans. Every tenth county is below its city in one
target, so the findings can be counted.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from planspec.registry import chain, subordinates

INDICATORS = (
    "地区生产总值", "规模工业增加值", "固定资产投资", "社会消费品零售总额", "进出口总额", "地方一般公共预算收入",
    "第一产业增加值", "服务业增加值", "全社会研发经费投入", "居民人均可支配收入", "农村居民人均可支配收入", "高新技术产业增加值",
)  # fmt: skip
YEAR = 2025
MEASURE = """\
import resource, sys
from planspec.cli import run
code = run(["lint", "--select", "ALN", "--no-cache", "--output-format", "json", "--output", "json=" + sys.argv[2], sys.argv[1]])
peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(peak, file=sys.stderr)
"""


def places() -> list[str]:
    """Return the codes of all places, superiors before those below them."""
    found = ["000000"]
    for code in found:
        found.extend(place.code for place in subordinates(code))
    return found


def write(folder: Path, codes: list[str], seed: int = 7) -> int:
    """Write a plan for each code; return how many counties are below their city in one target."""
    chance = random.Random(seed)
    low = 0
    for number, code in enumerate(codes):
        home = folder.joinpath(*(place.code for place in reversed(chain(code))), str(YEAR))
        home.mkdir(parents=True)
        below = number % 10 == 0 and not code.endswith("00")
        low += below
        short = chance.choice(INDICATORS) if below else ""
        rows = [f"      {name}: 增长{4 if name == short else 7}%\n" for name in INDICATORS]
        head = f'planspec: 1\ntitle: {code}计划\njurisdiction: "{code}"\nyear: {YEAR}\n'
        text = f"{head}extent: targets-only\ngoals:\n  - targets:\n"
        (home / "plan.yaml").write_text(text + "".join(rows), "utf-8")
    return low


def measure(codes: list[str]) -> tuple[float, float, int, int]:
    """Return seconds, peak MB, findings and expected findings of a run over plans for the codes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        expected = write(folder / "specs", codes)
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", MEASURE, str(folder / "specs"), str(folder / "found.json")],
            capture_output=True, encoding="utf-8", check=True, cwd=folder,
        )  # fmt: skip
        seconds = time.perf_counter() - start
        found = (folder / "found.json").read_text("utf-8").count('"code": "ALN001"')
        return seconds, int(done.stderr.split()[-1]) / 1024, found, expected


def main() -> None:
    """Measure and print."""
    codes = places()
    if len(sys.argv) > 1:
        codes = codes[: int(sys.argv[1])]
    rows = []
    for share in (10, 1):
        chosen = codes[: len(codes) // share]
        seconds, peak, found, expected = measure(chosen)
        rows.append((len(chosen), seconds, peak))
        print(
            f"{len(chosen):>5} plans  {seconds:6.2f} s  {seconds / len(chosen) * 1000:5.2f} ms a plan  "
            f"peak {peak:5.0f} MB  ALN001 {found} of {expected}"
        )
    few, many = rows
    print(f"time per plan, all ÷ a tenth: {many[1] / many[0] / (few[1] / few[0]):.2f}")
    print(f"memory, all ÷ a tenth: {many[2] / few[2]:.2f}")


if __name__ == "__main__":
    main()
