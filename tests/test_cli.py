"""The command line as a user meets it: exit codes, which stream gets what, no traceback ever."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from rich.cells import cell_len
from typer.testing import CliRunner

from planspec import __version__
from planspec.cli import build_app, language_of, lint, run
from planspec.cli.parts import PAGE_FORMATS

CLEAN = """\
planspec: 1
title: 某县2026年重点工作方案
jurisdiction: 430599
year: 2026
status: draft
actions:
  - action: 产业培育行动
    theme: industry
    goals:
      - targets: {规模工业增加值: 增长7%左右}
    tasks:
      - id: chains
        no: "1"
        title: 培育优势产业链
        lead: 县发改局
        by: 2026-12-31
        targets: {规模以上工业企业: 新增10家以上}
    workgroup: {convenor: 常务副县长, members: [县发改局], office: 县发改局}
"""
FLAWED = CLEAN.replace("        lead: 县发改局\n", "")
BROKEN = CLEAN.replace("year: 2026", "year: 二〇二六")
COMMANDS = ("lint", "rule", "rules", "init", "schema")


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("PLANSPEC_LANG", "PLANSPEC_DEBUG", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def write(text: str, name: str = "plan.yaml") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def planspec(
    *arguments: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "planspec", *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **(environment or {})},
        check=False,
    )


# Exit codes


def test_a_clean_plan_is_0(capsys: pytest.CaptureFixture[str]) -> None:
    write(CLEAN)
    assert run(["lint", "--no-cache"]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("没有发现问题\n检查了1份方案、1个文件、1项任务、2个目标")
    assert shown.err == ""


def test_findings_are_1_and_stand_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    write(FLAWED)
    assert run(["lint", "--no-cache"]) == 1
    shown = capsys.readouterr()
    assert (
        "plan.yaml:14:16 警告 RES001 task-without-unit\n" in shown.out or "plan.yaml:14:16 错误" in shown.out
    )
    assert shown.err == ""


def test_broken_input_is_2_and_a_finding_with_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    write(BROKEN)
    assert run(["lint", "--no-cache"]) == 2
    assert "plan.yaml:4:7 错误 FMT002" in capsys.readouterr().out


def test_findings_below_the_fail_level_are_0() -> None:
    write(FLAWED)
    assert run(["lint", "--no-cache", "--select", "RES002", "--fail-level", "error"]) == 0


def test_exit_zero_forgives_findings_but_not_broken_input() -> None:
    write(FLAWED)
    assert run(["lint", "--no-cache", "--exit-zero"]) == 0
    write(BROKEN)
    assert run(["lint", "--no-cache", "--exit-zero"]) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lint", "missing"], "missing：没有这个文件或文件夹"),
        (["lint", "."], "没有找到方案"),
        (["lint", "--nonsense"], "没有选项 --nonsense"),
        (["lint", "--selec", "RES"], "没有选项 --selec；是不是 --select？"),
        (["lint", "--select", "XYZ1"], "--select：没有规则“XYZ1”"),
        (["lint", "--select"], "选项 --select 后面要写值"),
        (["lint", "--jobs", "two"], "--jobs / -j 的值不对：应为整数"),
        (["lint", "--jobs", "0"], "--jobs 应为不小于1的整数，这里是0"),
        (
            ["lint", "--output-format", "sari"],
            "--output-format 的值“sari”不对；可用：full, concise, json, sarif, github",
        ),
        (["lint", "--output", "sarif"], "--output 的值“sarif”不对；应写成 格式=文件"),
        (["lint", "--output", "json=-"], "--output 的值“json=-”不对"),
        (["lint", "--output", "pdf=x"], "--output 的值“pdf”不对"),
        (["lint", "--output", "json=x", "--output", "sarif=x"], "--output 两次写到同一个文件：x"),
        (["lint", "--fail-level", "fatal"], "--fail-level 的值“fatal”不对"),
        (
            ["lint", "--statistics", "--output-format", "json"],
            "--statistics 只用于 full、concise、github 和 markdown 格式",
        ),
        (["lint", "--config", "missing.toml"], "missing.toml"),
        (["lint", "--lang", "fr"], "--lang 的值“fr”不对；可用：zh, en"),
        (["lnt"], "没有命令 lnt；是不是 lint？"),
        (["rule"], "缺少参数：规则"),
        (["rule", "XYZ1"], "没有规则“XYZ1”"),
        (["rules", "XYZ"], "没有规则族“XYZ”"),
        (["schema", "plan", "x"], "多出的参数：x"),
        (["init", "--jurisdiction", "新召县"], "没有代码或名称为“新召县”的行政区划"),
    ],
)
def test_what_cannot_be_done_is_2_and_said_on_standard_error(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("错误：")
    assert said in shown.err.replace("\n", "")
    assert "Traceback" not in shown.err


def test_errors_are_in_english_when_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(["lint", "missing", "--lang", "en"]) == 2
    assert capsys.readouterr().err == (
        "Error: missing: no such file or folder\n"
        "Hint: Check the path; without one, the current folder is linted\n"
    )
    monkeypatch.setenv("PLANSPEC_LANG", "en_GB.UTF-8")
    assert run(["lint", "--selec", "RES"]) == 2
    shown = capsys.readouterr().err
    assert shown == (
        "Error: No such option: --selec; did you mean --select?\nHint: See planspec lint --help\n"
    )


def test_an_unexpected_exception_is_a_short_message(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("planspec.commands.rules.rules", broken)
    assert run(["rules"]) == 2
    shown = capsys.readouterr()
    assert shown.err.startswith("错误：planspec 内部出错（ZeroDivisionError: division by zero）\n提示：")
    assert "Traceback" not in shown.err and shown.out == ""
    monkeypatch.setenv("PLANSPEC_DEBUG", "1")
    assert run(["rules"]) == 2
    assert "Traceback (most recent call last)" in capsys.readouterr().err


def test_ctrl_c_is_130(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("planspec.commands.rules.rules", interrupted)
    assert run(["rules"]) == 130
    assert capsys.readouterr().err == "已中断\n"


# Help and version


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == run(["-V"]) == 0
    assert capsys.readouterr().out == f"planspec {__version__}\n" * 2


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_help_is_in_one_language_and_fits(
    command: Sequence[str],
    flag: str,
    language: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PLANSPEC_LANG", language)
    monkeypatch.setenv("COLUMNS", "80")
    assert run([*command, flag]) == 0
    text = capsys.readouterr().out
    name = " ".join(("planspec", *command))
    assert text.startswith(f"用法：{name} [" if language == "zh" else f"Usage: {name} [")
    assert ("显示本帮助" in text) is (language == "zh")
    assert "Show this message" not in text
    about = text.split("示例：")[0].split("Examples:")[0]
    assert all(cell_len(line) <= 80 for line in about.splitlines())
    assert ("示例：" in text) is (language == "zh")


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    run(["--help"])
    text = capsys.readouterr().out
    assert all(f"\n  {name}" in text for name in COMMANDS)


def test_without_a_command_the_help_stands_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    shown = capsys.readouterr()
    assert shown.out == "" and shown.err.startswith("用法：planspec")


@pytest.mark.parametrize(
    ("words", "environment", "language"),
    [
        ([], {}, None),
        ([], {"PLANSPEC_LANG": "en"}, "en"),
        ([], {"PLANSPEC_LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"PLANSPEC_LANG": "fr"}, None),
        (["lint", "--lang", "zh"], {"PLANSPEC_LANG": "en"}, "zh"),
        (["lint", "--lang=en"], {}, "en"),
        (["lint", "--lang"], {}, None),
        (["lint", "--", "--lang=en"], {}, None),
    ],
)
def test_the_language_is_known_before_anything_else(
    words: list[str], environment: dict[str, str], language: str | None
) -> None:
    assert language_of(words, environment) == language


def test_the_app_is_an_ordinary_typer_program() -> None:
    result = CliRunner().invoke(build_app("en"), ["schema", "--help"], prog_name="planspec")
    assert result.exit_code == 0
    assert result.output.startswith("Usage: planspec schema [OPTIONS] [KIND]")


# Output


def test_several_reports_are_written_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    write(FLAWED)
    run(
        [
            "lint",
            "--no-cache",
            "-o",
            "json=out/报告.json",
            "--output",
            "github=out/gh.txt",
            "--output-format",
            "concise",
        ]
    )
    assert json.loads(Path("out/报告.json").read_text("utf-8"))["version"] == 1
    assert (
        Path("out/gh.txt")
        .read_text("utf-8")
        .startswith(("::warning file=plan.yaml", "::error file=plan.yaml"))
    )
    assert capsys.readouterr().out.startswith("plan.yaml:14:16: RES001 task-without-unit ")


def test_quiet_shows_the_findings_alone(capsys: pytest.CaptureFixture[str]) -> None:
    write(CLEAN)
    run(["lint", "--no-cache", "--quiet"])
    assert capsys.readouterr().out == ""


def test_statistics_count_per_rule(capsys: pytest.CaptureFixture[str]) -> None:
    write(FLAWED)
    run(["lint", "--no-cache", "--select", "RES001", "--statistics", "-q"])
    words = capsys.readouterr().out.split()
    assert (words[0], words[1], words[3]) == ("1", "RES001", "task-without-unit")


def test_the_language_of_the_configuration_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    write(CLEAN)
    write('lang = "en"\n', "planspec.toml")
    run(["lint", "--no-cache"])
    assert capsys.readouterr().out.startswith("No problems found\n")
    run(["lint", "--no-cache", "--lang", "zh"])
    assert capsys.readouterr().out.startswith("没有发现问题\n")


def test_colour_is_for_terminals_unless_forced() -> None:
    write(FLAWED)
    arguments = ("lint", "--no-cache")
    assert "\x1b" not in planspec(*arguments).stdout
    assert "\x1b[" in planspec(*arguments, environment={"FORCE_COLOR": "1"}).stdout
    assert "\x1b" not in planspec(*arguments, environment={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout
    assert (
        "\x1b" not in planspec(*arguments, "--output-format", "json", environment={"FORCE_COLOR": "1"}).stdout
    )


def test_data_is_utf8_whatever_the_terminal_speaks() -> None:
    write(FLAWED)
    for encoding in ("gbk", "ascii"):
        shown = subprocess.run(
            [sys.executable, "-m", "planspec", "lint", "--no-cache", "--output-format", "json"],
            capture_output=True,
            env={**os.environ, "PYTHONIOENCODING": encoding},
            check=False,
        )
        assert json.loads(shown.stdout.decode("utf-8"))["version"] == 1


def test_a_terminal_that_cannot_show_chinese_is_no_obstacle() -> None:
    write(FLAWED)
    shown = planspec("lint", "--no-cache", environment={"PYTHONIOENCODING": "ascii"})
    assert shown.returncode == 1 and shown.stderr == ""
    assert "RES001 task-without-unit" in shown.stdout


def test_a_reader_that_stops_reading_is_no_error() -> None:
    write(FLAWED)
    reader, writer = os.pipe()
    os.close(reader)
    process = subprocess.run(
        [sys.executable, "-m", "planspec", "lint", "--no-cache"],
        stdout=writer,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    os.close(writer)
    assert (process.returncode, process.stderr) == (1, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_an_error() -> None:
    write(FLAWED)
    with Path("/dev/full").open("w") as full:
        process = subprocess.run(
            [sys.executable, "-m", "planspec", "lint", "--no-cache"],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert process.returncode == 2
    assert process.stderr.startswith("错误：") and "Traceback" not in process.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
@pytest.mark.parametrize("closed", ["1>&-", "2>&-", "1>&- 2>&-"])
def test_closed_streams_are_no_obstacle(closed: str) -> None:
    write(FLAWED)
    command = f'"{sys.executable}" -m planspec lint --no-cache {closed}'
    process = subprocess.run(command, shell=True, capture_output=True, encoding="utf-8", check=False)
    assert process.returncode == 1
    assert "Traceback" not in process.stdout + process.stderr


def test_the_exit_code_reaches_the_shell() -> None:
    write(FLAWED)
    process = planspec("lint", "--no-cache")
    assert (process.returncode, process.stderr) == (1, "")
    process = planspec("lint", "missing")
    assert (process.returncode, process.stdout) == (2, "")
    assert process.stderr.startswith("错误：missing：没有这个文件或文件夹\n")


# Completion and start-up


def complete(line: str) -> list[str]:
    words = line.split(" ")
    shown = planspec(
        environment={
            "_PLANSPEC_COMPLETE": "complete_bash",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(words) - 1),
        }
    )
    return shown.stdout.split()


def test_codes_and_names_of_rules_are_completed() -> None:
    assert "RES001" in complete("planspec rule RES0")
    assert "task-without-unit" in complete("planspec lint --select task-without-")


def test_the_last_of_several_rules_is_completed() -> None:
    found = complete("planspec lint --select FMT001,RES0")
    assert "FMT001,RES001" in found and all(one.startswith("FMT001,RES0") for one in found)


def test_commands_and_formats_are_completed() -> None:
    assert complete("planspec ru") == ["rule", "rules"]
    assert complete("planspec lint --output-format s") == ["sarif"]


def test_formats_offered_are_those_there_are() -> None:
    from planspec.commands.rule import FORMATS as PAGES
    from planspec.report import FORMATS

    assert tuple(FORMATS) == lint.FORMATS
    assert PAGES == PAGE_FORMATS


def test_nothing_heavy_is_imported_for_the_version() -> None:
    code = """\
import sys
import typer.main
before = set(sys.modules)
from planspec.cli import run
run(["--version"])
heavy = ("yaml", "rich", "msgspec", "jsonschema", "jsonschema_rs", "pydantic", "planspec")
print(*sorted(name for name in set(sys.modules) - before if name.split(".")[0] in heavy))
"""
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    loaded = shown.stdout.splitlines()[1].split()
    assert all(name == "planspec" or name.startswith("planspec.cli") for name in loaded), loaded
