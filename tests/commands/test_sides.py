"""The two sides of a comparison: paths, revisions, a revision against the working tree."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from planspec.commands.sides import Side, pairs, two_sides
from planspec.source.errors import PlanspecError

PLAN = """\
planspec: 1
title: {title}
jurisdiction: "{code}"
year: {year}
goals:
  - targets: {{固定资产投资: {value}}}
actions:
  - include: 01.yaml
"""
ACTION = "action: 产业行动\ntasks: [{title: 补链, lead: 县科工局}]\n"


def git(folder: Path, *words: str) -> str:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.invalid", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", *identity, *words], cwd=folder, check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout.strip()


def write(
    folder: Path, value: str, *, code: str = "430522", year: int = 2024, title: str = "某县方案"
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "plan.yaml").write_text(PLAN.format(title=title, code=code, year=year, value=value), "utf-8")
    (folder / "01.yaml").write_text(ACTION, "utf-8")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three commits of one plan (增长5 to 7%), then an uncommitted change to 8%; a folder with a space in its name."""
    top = tmp_path / "仓库 one"
    top.mkdir()
    git(top, "init", "-q", "-b", "main")
    for value in (5, 6, 7):
        write(top / "specs/某县 2024", f"增长{value}%")
        git(top, "add", ".")
        git(top, "commit", "-q", "-m", f"{value}")
    write(top / "specs/某县 2024", "增长8%")
    monkeypatch.chdir(top)
    return top


def values(sides: tuple[Side, Side]) -> list[list[str]]:
    return [[target.phrases[0].text for plan in side.plans for target in plan.targets] for side in sides]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), ["增长7%", "增长8%"]),
        (("specs",), ["增长7%", "增长8%"]),
        (("HEAD~1",), ["增长6%", "增长8%"]),
        (("HEAD~2", "specs/某县 2024"), ["增长5%", "增长8%"]),
        (("HEAD~2..HEAD",), ["增长5%", "增长7%"]),
        (("HEAD~2..", "specs"), ["增长5%", "增长7%"]),
        (("HEAD~2...HEAD~1", "specs"), ["增长5%", "增长6%"]),
        (("HEAD~1:specs", "specs"), ["增长6%", "增长8%"]),
        (("specs/某县 2024/plan.yaml", "HEAD:specs/某县 2024"), ["增长8%", "增长7%"]),
    ],
)
def test_ways_to_name_two_sides(repository: Path, words: tuple[str, ...], expected: list[str]) -> None:
    assert values(two_sides(words)) == [[value] for value in expected]


def test_files_of_a_revision_say_so(repository: Path) -> None:
    old, _ = two_sides(("HEAD~1", "specs"))
    assert [file.shown for file in old.plans[0].files] == [
        "HEAD~1:specs/某县 2024/plan.yaml",
        "HEAD~1:specs/某县 2024/01.yaml",
    ]


def test_from_below_the_top(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / "specs")
    assert values(two_sides(("HEAD~1:某县 2024", "某县 2024"))) == [["增长6%"], ["增长8%"]]


def test_a_plan_that_was_not_there_yet(repository: Path) -> None:
    write(repository / "specs/new", "增长1%", code="430523")
    old, new = two_sides(("HEAD", "specs/new"))
    assert (old.plans, len(new.plans)) == ((), 1)
    assert pairs(old, new) == [(None, new.plans[0])]


def test_a_shallow_clone_says_how_to_mend_it(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "clone", "-q", "--depth=1", repository.as_uri(), "shallow")
    monkeypatch.chdir(tmp_path / "shallow")
    assert values(two_sides(("HEAD", "specs"))) == [["增长7%"], ["增长7%"]]
    with pytest.raises(PlanspecError) as failed:
        two_sides(("HEAD~1..HEAD", "specs"))
    assert failed.value.hint is not None and "--unshallow" in failed.value.hint.zh
    for word, command in (
        ("HEAD~1", "git fetch --unshallow"),
        ("v1", "git fetch --depth=1 origin v1:v1"),
        ("origin/next", "git fetch --depth=1 origin next:refs/remotes/origin/next"),
        ("0123456789abcdef", "git fetch --depth=1 origin 0123456789abcdef"),
    ):
        for words in ((f"{word}..HEAD", "specs"), (word, "specs")):
            with pytest.raises(PlanspecError) as failed:
                two_sides(words)
            assert failed.value.hint is not None and failed.value.hint.zh.endswith(command)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nowhere",), "“nowhere”"),
        (("nowhere..HEAD",), "没有版本“nowhere”"),
        (("HEAD:nowhere", "specs"), "没有“nowhere”"),
        (("specs", "specs", "specs"), "三个"),
        (("--help:x", "specs"), "没有版本“--help”"),
    ],
)
def test_what_is_wrong_is_named(repository: Path, words: tuple[str, ...], told: str) -> None:
    with pytest.raises(PlanspecError) as failed:
        two_sides(words)
    assert told in failed.value.message.zh


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "specs", "增长1%")
    with pytest.raises(PlanspecError) as failed:
        two_sides(("specs",))
    assert "git 仓库" in failed.value.message.zh
    write(tmp_path / "other", "增长2%")
    assert values(two_sides(("specs", "other"))) == [["增长1%"], ["增长2%"]]


def test_plans_pair_by_what_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "old/a", "增长1%", code="430522")
    write(tmp_path / "old/b", "增长2%", code="430523", title="乙")
    write(tmp_path / "old/c", "增长3%", code="430524", title="丙")
    write(tmp_path / "new/x", "增长4%", code="430522")
    write(tmp_path / "new/y", "增长5%", code="430523", year=2025, title="乙2025")
    write(tmp_path / "new/z", "增长6%", code="430525", title="丁")
    found = pairs(*two_sides(("old", "new")))
    named = [(old.title if old else None, new.title if new else None) for old, new in found]
    assert named == [("某县方案", "某县方案"), ("乙", "乙2025"), (None, "丁"), ("丙", None)]
