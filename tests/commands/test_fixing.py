"""`planspec lint --fix`, `--unsafe-fixes` and `--diff`: what is written, what is said, which exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planspec.cli import run
from planspec.commands import fixing, writing
from planspec.lint.fixing import Change, Mending
from planspec.source.errors import PlanspecError

HEAD = "planspec: 1\ntitle: 某县方案\njurisdiction: 430522\nyear: 2024\n"
MESSY = (
    HEAD
    + "document: 010\r\ntasks:\n- {lead: 县科工局, title: 循环经济, support: [县发改局, 县科工局]}  # 注 \n"
)
TIDY = (
    HEAD
    + 'document: "010"\r\ntasks:\n- {title: 循环经济, lead: 县科工局, support: [县发改局, 县科工局]}  # 注 \n'
)
SELECT = ("--select", "FMT008,FMT011,RES005", "--no-cache")
Said = pytest.CaptureFixture[str]


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "plan.yaml"
    path.write_bytes(MESSY.encode())
    return path


def lint(*words: str) -> int:
    return run(["lint", *SELECT, *words])


def test_safe_fixes_are_written_and_told_one_by_one(plan: Path, capsys: Said) -> None:
    assert lint("--fix") == 1  # a proposal is left
    assert plan.read_bytes() == TIDY.encode()
    said = capsys.readouterr()
    assert said.err == (
        "已修正2个问题，改动1个文件：\n"
        "  plan.yaml:5:11 FMT008 加上引号\n"
        "  plan.yaml:7:16 FMT011 按格式规定的顺序排列键\n"
    )
    assert "发现1个问题：警告1个\n" in said.out
    assert "有改法供参考、须人工核对的1个：planspec lint --diff --unsafe-fixes" in said.out


def test_proposals_are_written_when_asked_for(plan: Path, capsys: Said) -> None:
    assert lint("--fix", "--unsafe-fixes", "--lang", "en") == 0
    assert plan.read_bytes() == TIDY.replace(", 县科工局]", "]").encode()
    said = capsys.readouterr()
    assert said.err.startswith("Fixed 3 findings in 1 file:\n")
    assert "RES005 Delete it from `support`" in said.err
    assert "No problems found" in said.out


def test_a_second_run_finds_nothing_to_fix(plan: Path, capsys: Said) -> None:
    lint("--fix")
    before = plan.stat().st_mtime_ns
    capsys.readouterr()
    assert lint("--fix") == 1
    assert capsys.readouterr().err == "没有可以自动修正的问题\n"
    assert plan.stat().st_mtime_ns == before


def test_diff_shows_what_fix_would_do_and_writes_nothing(plan: Path, capsys: Said) -> None:
    assert lint("--diff") == 1
    said = capsys.readouterr()
    assert said.out.splitlines()[:2] == ["--- plan.yaml", "+++ plan.yaml"]
    assert '-document: 010\r\n+document: "010"\r\n' in said.out
    assert "support: [县发改局, 县科工局]}  # 注 \n" in said.out
    assert said.err.startswith("可修正2个问题，涉及1个文件（没有写入）：\n")
    assert lint("--diff", "--fix", "--exit-zero") == 0
    assert plan.read_bytes() == MESSY.encode()


def test_diff_of_what_needs_no_fix_is_empty(plan: Path, capsys: Said) -> None:
    plan.write_bytes(TIDY.encode())
    assert lint("--diff") == 0
    assert capsys.readouterr().out == ""


def test_broken_input_that_stays_broken_is_2(plan: Path, capsys: Said) -> None:
    plan.write_bytes((MESSY + "x: [\n").encode())
    assert run(["lint", "--diff", "--no-cache"]) == 2
    plan.write_text(HEAD + "status：draft\n", "utf-8")
    assert run(["lint", "--diff", "--no-cache"]) == 1
    assert "+status: draft\n" in capsys.readouterr().out


def test_data_on_standard_output_stays_data(plan: Path, capsys: Said) -> None:
    assert lint("--fix", "--output-format", "json") == 1
    (found,) = json.loads(capsys.readouterr().out)["diagnostics"]
    assert (found["code"], found["fix"]["safe"]) == ("RES005", False)


def test_quiet_says_nothing_but_findings(plan: Path, capsys: Said) -> None:
    lint("--fix", "-q")
    said = capsys.readouterr()
    assert said.err == ""
    assert plan.read_bytes() == TIDY.encode()


def test_unsafe_fixes_alone_is_a_mistake(plan: Path, capsys: Said) -> None:
    assert lint("--unsafe-fixes") == 2
    assert "--unsafe-fixes 要与 --fix 或 --diff 同用" in capsys.readouterr().err


def test_a_report_tells_what_can_be_fixed(plan: Path, capsys: Said) -> None:
    assert lint() == 1
    said = capsys.readouterr().out
    assert "  可自动修正：加上引号\n" in said
    assert "  改法供参考（须核对）：从配合单位中删去\n" in said
    assert "可自动修正的2个：planspec lint --fix（先看会改什么：--diff）\n" in said


def test_a_file_that_was_changed_meanwhile_is_left(plan: Path) -> None:
    with pytest.raises(PlanspecError, match="changed meanwhile"):
        fixing.write(Mending((Change("plan.yaml", plan, b"old", b"new"),), (), ()))
    assert plan.read_bytes() == MESSY.encode()


def test_all_files_are_written_or_none(plan: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    action = "action: 产业培塑行动\nno: 01\n"
    plan.write_text(HEAD + "document: 010\nactions:\n- include: 01.yaml\n", "utf-8")
    (plan.parent / "01.yaml").write_text(action, "utf-8")
    before = {file.name: file.read_bytes() for file in plan.parent.glob("*.yaml")}
    write = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if path.name.startswith(".plan.yaml"):
            raise OSError(28, "No space left on device")
        return write(path, data)

    monkeypatch.setattr(writing.Path, "write_bytes", full)
    assert lint("--fix") == 2
    assert "plan.yaml" in capsys.readouterr().err
    assert {file.name: file.read_bytes() for file in plan.parent.glob("*.yaml")} == before
    monkeypatch.undo()
