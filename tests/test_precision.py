"""docs/precision.md says what lint finds: the page cannot go stale unnoticed."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TypeAlias

import pytest

from planspec.lint.run import run
from planspec.lint.settings import Settings

ROOT = Path(__file__).parents[1]
SPECS = ROOT / "specs"
PAGE = (ROOT / "docs" / "precision.md").read_text("utf-8")

Key: TypeAlias = tuple[str, str, str]
"""Rule, severity, plan."""


def rows_below(heading: str) -> list[list[str]]:
    """Return the cells of the first table below a heading, its head first."""
    section = PAGE.partition(f"{heading}\n")[2].partition("\n#")[0]
    table = [line for line in section.splitlines() if line.startswith("|")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table]
    return [row for row in rows if not set("".join(row)) <= set("-: ")]


def judgements() -> dict[Key, tuple[int, int, int]]:
    """Return how many findings are true, arguable, false."""
    head, *rows = rows_below("## Rule by plan")
    found: dict[Key, tuple[int, int, int]] = {}
    for rule, severity, *cells, total in rows:
        here = 0
        for plan, cell in zip(head[2:-1], cells, strict=True):
            if cell:
                true, arguable, false = map(int, cell.split("/"))
                found[rule.split()[0], severity, plan] = (true, arguable, false)
                here += true + arguable + false
        assert here == int(total), rule
    return found


def test_the_page_counts_what_lint_finds() -> None:
    found = Counter(
        (one.code, one.severity.value, Path(one.file).parts[-3])
        for one in run([SPECS], Settings(baseline=False), jobs=1, cache=False).diagnostics
    )
    said = Counter({key: sum(counts) for key, counts in judgements().items()})
    assert {key: (found[key], said[key]) for key in found | said if found[key] != said[key]} == {}


@pytest.mark.parametrize("severity", ["error", "warning", "info"])
def test_the_sums_are_those_of_the_table(severity: str) -> None:
    counts = [found for key, found in judgements().items() if key[1] == severity]
    true, arguable, false = (sum(column) for column in zip(*counts, strict=True))
    (row,) = (row for row in rows_below("# Precision on the five issued plans") if row[0] == severity)
    assert [int(cell) for cell in row[1:5]] == [true + arguable + false, true, arguable, false]
    assert float(row[5].rstrip(" %")) == pytest.approx(100 * true / (true + arguable + false), abs=0.051)


def test_errors_are_certain_and_nearly_all_warnings_are_true() -> None:
    counts = {severity: Counter[str]() for severity in ("error", "warning", "info")}
    for (_, severity, _), (true, arguable, false) in judgements().items():
        counts[severity].update(true=true, arguable=arguable, false=false)
    assert counts["error"]["arguable"] == counts["error"]["false"] == 0
    warnings = counts["warning"]
    assert warnings["true"] >= 0.95 * warnings.total()


def test_every_arguable_finding_has_its_line() -> None:
    said: Counter[tuple[str, str]] = Counter()
    for rule, plan, count, reason in rows_below("## Arguable")[1:]:
        assert re.search(r"\w", reason)
        said[rule, plan] += int(count)
    judged: Counter[tuple[str, str]] = Counter()
    for (rule, _, plan), (_, arguable, _) in judgements().items():
        judged[rule, plan] += arguable
    assert said == +judged
