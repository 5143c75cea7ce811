"""`planspec diff` as a user meets it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from planspec.cli import run
from planspec.cli.diff import FAIL_ON, FORMATS, MODES, WEIGHTS
from planspec.commands import diff as command
from planspec.diff import Mode, Weight, gate
from planspec.report import difference

HUNAN = Path(__file__).parents[2] / "specs" / "hunan"
JISHOU, SHIGU, YUEYANG, XINSHAO = (
    str(HUNAN / name)
    for name in ("xiangxi/jishou/2023", "hengyang/shigu/2024", "yueyang/2025", "shaoyang/xinshao/2024")
)
PLAN = """\
planspec: 1
title: 某县方案
jurisdiction: 430522
year: {year}
goals:
  - targets: {{固定资产投资: {value}, 进出口总额: 增长5%}}
actions:
  - include: 01.yaml
"""
ACTION = "action: 产业行动\ntheme: industry\ntasks: [{{title: 补链, lead: {lead}}}]\n"

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    monkeypatch.setenv("COLUMNS", "100")

    def invoke(*words: str) -> tuple[int, str, str]:
        code = run(["diff", *words])
        out, err = capsys.readouterr()
        return code, out, err

    return invoke


def write(folder: Path, value: str = "增长7%", lead: str = "县科工局", year: int = 2024) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "plan.yaml").write_text(PLAN.format(value=value, year=year), "utf-8")
    (folder / "01.yaml").write_text(ACTION.format(lead=lead), "utf-8")
    return folder


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two versions: a target is lowered, a lead changed."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "a")
    write(tmp_path / "b", "增长6%", "县商务局")
    return tmp_path


def git(folder: Path, *words: str) -> None:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.invalid", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A commit, and a change to it that is not committed."""
    git(tmp_path, "init", "-q", "-b", "main")
    write(tmp_path / "specs")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "one")
    write(tmp_path / "specs", "增长6%")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_words_it_is_what_is_not_committed(repository: Path, call: Call) -> None:
    code, out, _ = call()
    assert code == 0
    assert out.startswith(
        "新邵县2024 两个版本对照：HEAD → 工作区\n  原版本  HEAD:specs/  某县方案\n  新版本  specs/  某县方案\n"
    )
    change = out.partition("方案总体  减弱1\n")[2].splitlines()
    assert change == [
        "! 减弱  目标“固定资产投资”要求调低",
        "        - 增长7%  plan.yaml:6",
        "        + 增长6%  plan.yaml:6",
        "",
        "! 重大",
    ]


@pytest.mark.parametrize("path", ["specs/plan.yaml", "specs/01.yaml"])
def test_one_file_of_a_plan_stands_for_the_plan(repository: Path, call: Call, path: str) -> None:
    for words in ((path,), ("HEAD", path)):
        code, out, _ = call(*words)
        assert code == 0 and "要求调低" in out and "plan-added" not in out and "新增" not in out


def test_a_plan_that_was_deleted_is_weakened(repository: Path, call: Call) -> None:
    for file in (repository / "specs").iterdir():
        file.unlink()
    code, out, _ = call("--fail-on", "weakened")
    assert code == 1
    assert out.startswith("! 减弱：方案新邵县2024《某县方案》被删去（含行动1个、任务1项、目标2个）\n")
    (repository / "specs").rmdir()
    assert call("HEAD", "specs", "--fail-on", "weakened")[0] == 1
    assert call("HEAD", "typo")[0] == 2


def test_a_new_plan_is_strengthened(repository: Path, call: Call) -> None:
    write(repository / "specs/other", year=2025)
    assert call("--fail-on", "any", "--only", "strengthened")[0] == 1
    _, out, _ = call("--only", "strengthened")
    assert "! 加强：方案新邵县2025《某县方案》新增（" in out
    assert "方案新邵县2025" in call("--only", "plan-added")[1]
    assert "方案新邵县2025" not in call("--ignore", "plan-added")[1]


@pytest.mark.parametrize(
    ("level", "only", "expected"),
    [
        ("none", "", 0),
        ("weakened", "", 1),
        ("redefined", "", 1),
        ("any", "", 1),
        ("weakened", "reassigned", 0),
        ("redefined", "reassigned", 0),
        ("any", "reassigned", 1),
    ],
)
def test_exit_codes(two: Path, call: Call, level: str, only: str, expected: int) -> None:
    words = ("--only", only) if only else ()
    assert call("a", "b", "--fail-on", level, *words)[0] == expected


def test_what_is_merely_reworded_never_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "a")
    write(tmp_path / "b", "同比增长7%", "县科技和工业信息化局")
    code, out, _ = call("a", "b", "--fail-on", "any")
    assert code == 0 and "文字调整" in out


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ((), ["target-lowered", "lead-changed"]),
        (("--only", "weakened"), ["target-lowered"]),
        (("--only", "lead-changed,target-raised"), ["lead-changed"]),
        (("--only", "weakened", "--only", "reassigned"), ["target-lowered", "lead-changed"]),
        (("--ignore", "weakened"), ["lead-changed"]),
        (("--ignore", "lead-changed"), ["target-lowered"]),
        (("--min-weight", "grave"), ["target-lowered"]),
        (("--min-weight", "minor", "--ignore", "target-lowered"), ["lead-changed"]),
    ],
)
def test_filters(two: Path, call: Call, words: tuple[str, ...], codes: list[str]) -> None:
    _, out, _ = call("a", "b", "--output-format", "json", *words)
    told = json.loads(out)
    assert [one["code"] for one in told["pairs"][0]["changes"]] == codes
    assert told["summary"]["left_out"] == 2 - len(codes)


def test_several_outputs_at_once(two: Path, call: Call) -> None:
    names = [
        "t.md",
        "table=t2.md",
        "t.html",
        "t.json",
        "t.sarif",
        "t.docx",
        "t.xlsx",
        "gitlab=out/q.json",
        "stat=s.txt",
    ]
    code, out, err = call("a", "b", *[word for name in names for word in ("--output", name)])
    assert code == 0 and not err and "要求调低" in out
    starts = {name.partition("=")[2] or name for name in names}
    assert {path.relative_to(two).as_posix() for path in two.rglob("*") if path.is_file()} >= starts
    assert (two / "t.md").read_text("utf-8").startswith("<!-- planspec diff -->\n")
    assert (two / "t2.md").read_text("utf-8").startswith("## 新旧对照表\n")
    assert (two / "t.docx").read_bytes().startswith(b"PK") and (two / "t.xlsx").read_bytes().startswith(b"PK")
    assert json.loads((two / "out/q.json").read_text("utf-8"))[0]["check_name"] == "target-lowered"


def test_quiet_shows_nothing_and_still_writes(two: Path, call: Call) -> None:
    assert call("a", "b", "-q", "-o", "t.md", "--fail-on", "weakened") == (1, "", "")
    assert (two / "t.md").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--fail-on", "weak"), "可用：none, weakened, redefined, any"),
        (("--mode", "year"), "是不是“years”？"),
        (("--only", "weakend"), "没有变化类别或代码“weakend”"),
        (("--min-weight", "big"), "--min-weight 的值“big”不对"),
        (("--output", "t.pdf"), "“t.pdf”不对"),
        (("--output", "=t.md"), "“=t.md”不对"),
        (("--output", "docs=t.md"), "--output 的值“docs”不对"),
        (("-o", "t.md", "-o", "html=t.md"), "两次写到同一个文件"),
        (("--output-format", "docx"), "--output docx=文件"),
        (("--output-format", "yaml"), "--output-format 的值“yaml”不对"),
        (("--stat", "--output-format", "json"), "--stat 不能与 --output-format json 同用"),
        (("c",), "只能比较两边"),
    ],
)
def test_wrong_usage_is_said_and_nothing_is_written(
    two: Path, call: Call, words: tuple[str, ...], said: str
) -> None:
    before = sorted(two.rglob("*"))
    code, out, err = call("a", "b", *words)
    assert code == 2 and out == "" and said in err
    assert sorted(two.rglob("*")) == before


def test_a_side_that_cannot_be_read_whole_is_refused(two: Path, call: Call) -> None:
    (two / "b/01.yaml").write_text("action: [", "utf-8")
    code, out, err = call("a", "b", "-o", "t.md")
    assert code == 2 and out == "" and "planspec lint" in err and not (two / "t.md").exists()


def test_several_plans_are_compared_pair_by_pair(two: Path, call: Call) -> None:
    for side, value in (("old", "增长7%"), ("new", "增长6%")):
        write(two / side / "x")
        write(two / side / "y", value, year=2025)
    write(two / "old" / "z", year=2023)
    _, out, _ = call("old", "new")
    assert out.count("两个版本对照") == 1 and "新邵县2025 两个版本对照：old → new" in out
    assert "方案新邵县2023" in out and "1份方案没有变化" in out


def test_approvals_let_a_gate_pass(repository: Path, call: Call, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("--fail-on", "weakened")[0] == 1
    assert run(["approve", "--reason", "基数调整", "--author", "张三"]) == 0
    capsys.readouterr()
    code, out, _ = call("--fail-on", "weakened")
    assert code == 0 and "已批准（张三）：基数调整" in out and "1处变化已经批准" in out
    write(repository / "specs", "增长5%")
    code, out, _ = call("--fail-on", "weakened")
    assert code == 1 and "没有用到的批准，可以删去：target-lowered 固定资产投资" in out


def test_approvals_of_a_revision_are_read_from_it(
    repository: Path, call: Call, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["approve", "--reason", "基数调整", "--author", "张三"]) == 0
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "two")
    (repository / "specs/approvals.yaml").unlink()
    capsys.readouterr()
    code, out, _ = call("HEAD~1..HEAD", "specs", "--fail-on", "weakened")
    assert code == 0 and "已批准（张三）：基数调整" in out
    assert call("HEAD~1", "specs", "--fail-on", "weakened")[0] == 1  # the working tree has none
    git(repository, "commit", "-q", "-am", "three")
    write(repository / "specs", "增长5%")
    git(repository, "commit", "-q", "-am", "four")
    code, out, _ = call("HEAD~3..HEAD~2", "specs", "--fail-on", "weakened")
    assert code == 0 and call("HEAD~3..HEAD", "specs", "--fail-on", "weakened")[0] == 1


def test_a_new_plan_can_be_approved_and_one_that_is_gone_is_said(
    repository: Path, call: Call, capsys: pytest.CaptureFixture[str]
) -> None:
    write(repository / "specs", "增长7%")
    write(repository / "other", year=2025)
    words = ["approve", "HEAD", ".", "--reason", "新年度", "--author", "张三"]
    assert run([*words, "--only", "plan-added"]) == 0
    code, out, _ = call("HEAD", ".", "--fail-on", "any")
    assert code == 0 and "；已批准（张三）：新年度" in out
    for file in (*(repository / "specs").iterdir(), *(repository / "other").iterdir()):
        file.unlink()
    capsys.readouterr()
    assert run(words) == 0
    assert "--ignore plan-removed" in capsys.readouterr().out
    assert call("HEAD", ".", "--fail-on", "weakened")[0] == 1
    assert call("HEAD", ".", "--fail-on", "weakened", "--ignore", "plan-removed")[0] == 0


@pytest.mark.parametrize("style", [*(one for one in FORMATS if one != "stat"), "stat"])
def test_a_plan_that_came_or_went_is_told_once_in_every_format(two: Path, call: Call, style: str) -> None:
    write(two / "old/x", year=2023)
    write(two / "old/y")
    write(two / "new/y")
    write(two / "new/z", year=2025)
    (two / "new/z/plan.yaml").write_text(
        (two / "new/z/plan.yaml").read_text("utf-8").replace("430522", "430523"), "utf-8"
    )
    code, out, _ = call("old", "new", "--output-format", style, "--fail-on", "any")
    assert code == 1
    if style == "json":
        said = json.loads(out)
        assert [one["change"]["code"] for one in said["removed_plans"]] == ["plan-removed"]
        assert [one["change"]["code"] for one in said["added_plans"]] == ["plan-added"]
        assert said["summary"]["by_code"] == {"plan-added": 1, "plan-removed": 1}
        assert (said["summary"]["changes"], said["summary"]["failing"]) == (2, 2)
        return
    assert out.count("减弱：方案新邵县2023《某县方案》被删去（含行动1个、任务1项、目标2个）") == 1
    # What is new needs no look: GitLab's list is of what does.
    assert out.count("加强：方案邵阳县2025《某县方案》新增（") == (style != "gitlab")


def test_approvals_that_are_broken_are_an_error(repository: Path, call: Call) -> None:
    (repository / "specs/approvals.yaml").write_text("- reason: 7\n", "utf-8")
    code, out, err = call()
    assert code == 2 and out == "" and "approvals.yaml:1" in err


def test_english(two: Path, call: Call) -> None:
    code, out, _ = call("a", "b", "--lang", "en", "--fail-on", "weakened")
    assert code == 1
    assert "target “固定资产投资”: lowered" in out and out.endswith(
        "1 of the changes reach --fail-on weakened\n"
    )


def test_the_choices_of_the_help_are_those_of_the_command() -> None:
    assert tuple(difference.FORMATS) == FORMATS
    assert tuple(gate.FAIL_ON) == FAIL_ON
    assert (command.AUTO, *Mode) == MODES
    assert sorted(WEIGHTS) == sorted(Weight)


# The real plans


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (JISHOU, SHIGU, "两地两年对照：吉首市2023与石鼓区2024"),
        (SHIGU, YUEYANG, "行动“主体强身行动”只有石鼓区2024有"),
        (XINSHAO, SHIGU, "目标“固定资产投资”要求较低：新邵县增长7.5%，石鼓区增长6.5%左右"),
    ],
)
def test_real_plans_begin_with_what_an_analyst_wants(call: Call, old: str, new: str, said: str) -> None:
    code, out, _ = call(old, new, "--output-format", "markdown")
    head = out.partition("<details>")[0]
    assert code == 0 and said in head and "**先看这些**\n\n1. " in head and "| 主题 | " in head


def test_a_county_beside_another_names_both(call: Call) -> None:
    _, out, _ = call(XINSHAO, SHIGU, "--stat")
    assert out.startswith("两地对照：新邵县2024与石鼓区2024\n") and " 激发需求行动 " in out


def test_a_spec_that_holds_the_targets_only_says_so(call: Call) -> None:
    _, out, _ = call(str(HUNAN / "2024"), str(HUNAN / "2025"))
    assert "2024年只收录了主要目标" in out
