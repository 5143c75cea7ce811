"""What planspec says of the plans in specs/. A change of these files is a change that users see.

`tests/data/yueyang-2025.findings.txt` holds every finding of one plan by code, place in the issued document and
text of the line; each has been read against the document. To renew it: `python tests/test_real_plans.py`.
The baselines beside the plans are left aside, except where a test is about them.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from planspec.lint.result import Result
from planspec.lint.run import run
from planspec.lint.settings import Settings
from planspec.source.diagnostic import Severity

ROOT = Path(__file__).parents[1]
SPECS = ROOT / "specs"
YUEYANG = SPECS / "hunan" / "yueyang" / "2025"
EXPECTED = Path(__file__).with_name("data") / "yueyang-2025.findings.txt"


def lint(path: Path, *, baseline: bool = False) -> Result:
    return run([path], Settings(baseline=baseline), jobs=1, cache=False)


def lines_of(result: Result) -> list[str]:
    return sorted(
        "\t".join((one.code, one.severity.value, one.locator or "-", one.excerpt.strip()))
        for one in result.diagnostics
    )


def test_the_findings_of_yueyang_are_those_that_were_read() -> None:
    found = Counter(lines_of(lint(YUEYANG)))
    expected = Counter(EXPECTED.read_text("utf-8").splitlines())
    assert (sorted((found - expected).elements()), sorted((expected - found).elements())) == ([], [])


@pytest.fixture(scope="module")
def everything() -> Result:
    return lint(SPECS)


def test_all_plans_are_read_whole(everything: Result) -> None:
    assert everything.counts.plans == len(list(SPECS.rglob("plan.yaml")))
    assert everything.held_back == ()
    assert [
        one
        for one in everything.diagnostics
        if one.code in ("FMT001", "FMT002", "FMT003", "FMT004", "INT001")
    ] == []
    assert everything.exit_code == 1


def test_errors_are_few_and_certain(everything: Result) -> None:
    errors = {(one.code, one.locator) for one in everything.diagnostics if one.severity is Severity.ERROR}
    assert errors == {
        ("RES001", "附件7/二/(一)/3/(8)"),  # 岳阳: no unit at all
        ("TGT001", "附件3/一"),  # 岳阳: 6 % beside 8 %
        ("TGT001", "二/(三)"),  # 石鼓: 0.4 % beside 7 %
    }


def test_every_responsibility_finding_names_its_place_in_the_document() -> None:
    found = lint(YUEYANG).diagnostics
    assert [one.message.zh for one in found if one.code.startswith("RES") and one.locator is None] == []


def test_the_baselines_hold_every_finding_with_a_reason(everything: Result) -> None:
    gated = lint(SPECS, baseline=True)
    assert (gated.diagnostics, gated.exit_code) == ((), 0)
    assert len(gated.suppressed) == len(everything.diagnostics)
    assert all(one.baseline and len(one.reason) > 10 for one in gated.suppressed)


if __name__ == "__main__":
    EXPECTED.write_text("\n".join(lines_of(lint(YUEYANG))) + "\n", "utf-8")
