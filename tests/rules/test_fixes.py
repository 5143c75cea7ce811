"""The law of fixes: each mends its finding and adds none, and nothing is altered that may not be.

It is tried on every finding of every page's bad example, and on the five real plans as if they were drafts (what
an issued plan says is not mended).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from planspec.lint.fixing import Change, Mending, mend
from planspec.lint.guard import kept_words
from planspec.lint.result import INPUT_CODES, Result
from planspec.lint.run import run
from planspec.lint.settings import Settings
from planspec.registry import builtin
from planspec.rules import ALL, find_rule
from planspec.rules.rule import Authority
from planspec.source.diagnostic import Diagnostic

from .marks import read_marks

SPECS = Path(__file__).parents[2] / "specs"
FIVE = (
    "hengyang/shigu/2024",
    "huaihua/hecheng/2024",
    "shaoyang/xinshao/2024",
    "xiangxi/jishou/2023",
    "yueyang/2025",
)
SETTINGS = Settings()
MENDED_PAGES = {"FMT001", "FMT006", "FMT008", "FMT011", "RES004", "RES006", "RES007", "TXT002"}
"""Rules whose own bad example can be mended; lead-also-support, too, on the real plans."""


def lint(folder: Path) -> Result:
    return run([folder], SETTINGS, jobs=1, cache=False)


def offers(result: Result) -> list[Diagnostic]:
    return [one for one in result.diagnostics if one.fix is not None]


def alone(result: Result, *findings: Diagnostic) -> Mending:
    """Apply the fixes of some findings only."""
    return mend(replace(result, diagnostics=findings), SETTINGS, builtin(), unsafe=True)


def write(mending: Mending) -> None:
    for change in mending.changes:
        change.path.write_bytes(change.new)


def restore(mending: Mending) -> None:
    for change in mending.changes:
        change.path.write_bytes(change.old)


def kept(change: Change) -> tuple[Counter[str], Counter[str]]:
    """Return the words that no fix may alter in the lines that went and in those that came.

    Comments and ids belong to the spec, not to the document.
    """
    old, new = (
        Counter(re.sub(r"(?:^|\s)#.*$|\bid: [^\s,}]+", "", line) for line in data.decode().splitlines())
        for data in (change.old, change.new)
    )
    return kept_words("\n".join((old - new).elements())), kept_words("\n".join((new - old).elements()))


def keeps_the_law(before: Result, fixed: Diagnostic, folder: Path) -> None:
    """Apply one fix, lint again, compare; then put all back."""
    mending = alone(before, fixed)
    assert mending.refused == ()
    assert mending.mended == (fixed,)
    write(mending)
    after = lint(folder)
    restore(mending)
    old, new = (Counter(one.code for one in result.diagnostics) for result in (before, after))
    assert new[fixed.code] < old[fixed.code]
    if fixed.code not in INPUT_CODES:  # what a broken file hid may come to light
        assert new - old == Counter()
    for change in mending.changes:
        were, are = kept(change)
        assert set(are) <= set(were)
        if fixed.fix is not None and fixed.fix.safe:
            assert are == were, change.shown


def with_examples() -> Iterable[object]:
    for rule in ALL:
        text, _ = read_marks(rule.page.bad)
        if rule.align is None and "baseline.yaml" not in text:
            yield pytest.param(text, id=rule.code)


@pytest.mark.parametrize("text", list(with_examples()))
def test_each_fix_of_a_bad_example_keeps_the_law(text: str, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(text, "utf-8")
    before = lint(tmp_path)
    for one in offers(before):
        keeps_the_law(before, one, tmp_path)


@pytest.mark.parametrize("code", sorted(MENDED_PAGES))
def test_the_bad_example_can_be_mended(code: str, tmp_path: Path) -> None:
    rule = find_rule(code)
    assert rule is not None
    (tmp_path / "plan.yaml").write_text(read_marks(rule.page.bad)[0], "utf-8")
    result = lint(tmp_path)
    mending = mend(result, SETTINGS, builtin(), unsafe=True)
    write(mending)
    assert code in {one.code for one in mending.mended}
    found = [one for one in lint(tmp_path).diagnostics if one.code == code]
    assert [one for one in found if one.fix is not None] == []


@cache
def drafts(base: Path, name: str) -> Path:
    """Return a copy of a real plan that is still a draft, beside no other."""
    folder = base / name
    folder.mkdir(parents=True)
    for file in sorted((SPECS / "hunan" / name).glob("*.yaml")):
        text = file.read_text("utf-8")
        (folder / file.name).write_text(re.sub(r"(?m)^status: issued$", "status: draft", text), "utf-8")
    (folder / "baseline.yaml").unlink(missing_ok=True)
    return folder


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("drafts")


def test_each_kind_of_fix_keeps_the_law_on_a_real_plan(base: Path) -> None:
    tried = set()
    for name in FIVE:
        folder = drafts(base, name)
        before = lint(folder)
        for one in offers(before):
            assert one.fix is not None
            kind = (one.code, one.fix.safe)
            if kind not in tried:  # the others are tried together below
                keeps_the_law(before, one, folder)
                tried.add(kind)
    assert {("RES004", False), ("RES005", False), ("RES007", True)} <= tried


@pytest.mark.parametrize("name", FIVE)
@pytest.mark.parametrize("unsafe", [False, True])
def test_all_fixes_of_a_real_plan_together_keep_the_law(name: str, base: Path, unsafe: bool) -> None:
    folder = drafts(base, name)
    before = lint(folder)
    if unsafe and all(one.fix is not None and one.fix.safe for one in offers(before)):
        pytest.skip("no fix is a proposal")
    mending = mend(before, SETTINGS, builtin(), unsafe=unsafe)
    write(mending)
    after = lint(folder)
    again = mend(after, SETTINGS, builtin(), unsafe=unsafe)
    restore(mending)
    assert mending.refused == ()
    old, new = (Counter(one.code for one in result.diagnostics) for result in (before, after))
    assert new - (old - Counter(one.code for one in mending.mended)) == Counter()
    assert again.changes == again.mended == again.refused == ()
    if not unsafe:
        for change in mending.changes:
            were, are = kept(change)
            assert were == are


@pytest.mark.parametrize("name", FIVE)
def test_what_an_issued_plan_says_is_not_mended(name: str) -> None:
    result = lint(SPECS / "hunan" / name)
    for one in offers(result):
        rule = find_rule(one.code)
        assert rule is not None and rule.authority is Authority.FORMAT
