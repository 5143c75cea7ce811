"""Approvals: for one value, with reason, author and expiry; what is unused or expired is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planspec.commands.approve import Request, approve
from planspec.diff import diff
from planspec.diff.approvals import approvals_path, judge, read_approvals
from planspec.model import build_plan, load_plan
from planspec.registry import builtin
from planspec.source import load_file, load_text
from planspec.source.errors import PlanspecError

PLAN = """\
planspec: 1
title: 某县方案
jurisdiction: "430522"
year: 2026
goals:
  - targets:
      固定资产投资: 增长{investment}%
      规模工业增加值: 增长{industry}%
"""
TODAY = date(2026, 5, 1)


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """An old and a new folder with one plan; two targets are lowered."""
    old, new = tmp_path / "old", tmp_path / "new"
    write(old, 7, 8)
    write(new, 6, 7)
    return old, new


def write(folder: Path, investment: int, industry: int) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "plan.yaml").write_text(PLAN.format(investment=investment, industry=industry), "utf-8")


def judged(old: Path, new: Path, today: date = TODAY):  # type: ignore[no-untyped-def]
    plans = [build_plan(load_plan(folder / "plan.yaml"), builtin()) for folder in (old, new)]
    assert plans[0] is not None and plans[1] is not None
    path = approvals_path(new / "plan.yaml")
    held = read_approvals(load_file(path)) if path.exists() else None
    return judge(diff(plans[0], plans[1]).changes, held, today)


def run(old: Path, new: Path, **options: object) -> str:
    request = Request(words=(str(old), str(new)), reason="基数调整", author="张某", **options)  # type: ignore[arg-type]
    return approve(request, TODAY).text


def test_nothing_is_approved_at_first(folders: tuple[Path, Path]) -> None:
    found = judged(*folders)
    assert [change.code for change in found.open] == ["target-lowered"] * 2
    assert found.approved == ()


def test_an_approval_is_written_and_holds(folders: tuple[Path, Path]) -> None:
    old, new = folders
    assert "批准了2处变化" in run(old, new)
    text = (new / "approvals.yaml").read_text("utf-8")
    assert text.startswith("# 批准") and "reason: 基数调整" in text and "author: 张某" in text
    found = judged(old, new)
    assert (len(found.open), len(found.approved), found.unused) == (0, 2, ())
    assert run(old, new) == "没有需要批准的变化\n"


def test_another_value_opens_it_again_and_the_old_entry_is_unused(folders: tuple[Path, Path]) -> None:
    old, new = folders
    run(old, new)
    write(new, 5, 7)
    found = judged(old, new)
    assert [change.subject for change in found.open] == ["固定资产投资"]
    assert [entry.object for entry in found.unused] == ["固定资产投资"]
    run(old, new)
    assert (new / "approvals.yaml").read_text("utf-8").count("- reason:") == 2
    assert judged(old, new).open == ()


def test_an_approval_ends_with_its_last_day(folders: tuple[Path, Path]) -> None:
    old, new = folders
    run(old, new, expires="2026-06-30")
    assert judged(old, new, date(2026, 6, 30)).open == ()
    late = judged(old, new, date(2026, 7, 1))
    assert (len(late.open), len(late.expired)) == (2, 2)


def test_only_some_codes(folders: tuple[Path, Path]) -> None:
    old, new = folders
    assert run(old, new, only=("task-removed",)) == "没有需要批准的变化\n"
    assert "批准了2处变化" in run(old, new, only=("weakened",))


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"reason": " "}, "--reason"),
        ({"reason": "理由", "expires": "年底"}, "年底"),
        ({"reason": "理由", "expires": "2026-04-30"}, "已经过去"),
        ({"reason": "理由", "only": ("lowered",)}, "lowered"),
    ],
)
def test_wrong_requests_are_said(folders: tuple[Path, Path], options: dict[str, object], told: str) -> None:
    words = tuple(map(str, folders))
    with pytest.raises(PlanspecError) as failed:
        approve(Request(words=words, **options), TODAY)  # type: ignore[arg-type]
    assert told in failed.value.message.zh
    assert not (folders[1] / "approvals.yaml").exists()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- reason: 理由\n  changes: [{code: x}]\n", "fingerprint"),
        ("- changes: [{code: x, fingerprint: y}]\n", "reason"),
        ("- {reason: 理由, expires: 2026-02-30, changes: [{code: x, fingerprint: y}]}\n", "日历"),
        ("reason: 理由\n", ""),
    ],
)
def test_a_wrong_file_is_said_with_its_place(text: str, told: str) -> None:
    found = read_approvals(load_text(text))
    assert found.faults and told in found.faults[0].message.zh + found.faults[0].message.en
    assert read_approvals(load_text("")).faults == ()


def test_a_broken_file_is_never_overwritten(folders: tuple[Path, Path]) -> None:
    old, new = folders
    (new / "approvals.yaml").write_text("- reason: [\n", "utf-8")
    with pytest.raises(PlanspecError):
        run(old, new)
    assert (new / "approvals.yaml").read_text("utf-8") == "- reason: [\n"
