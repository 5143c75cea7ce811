"""`planspec config show`: every setting, its value and where it comes from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planspec.cli import run as cli
from planspec.commands.config import Request, show
from planspec.lint.settings_file import load_settings
from planspec.report import Look
from planspec.rules import ALL
from planspec.source.errors import PlanspecError

FILE = """\
profile = "reviewer"
ignore = ["RES001"]
exclude = ["specs/old"]
registry = ["local.yaml"]
severity.RES003 = "info"

[rules.RES016]
max_share = 0.4

[[overrides]]
paths = ["specs/x"]
profile = "gate"
ignore = ["STR"]
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("x", "y"):
        (tmp_path / "specs" / name).mkdir(parents=True)
    (tmp_path / "planspec.toml").write_text(FILE, "utf-8")
    return tmp_path


def shown(path: str = ".", style: str = "text", **options: object) -> str:
    request = Request(path=Path(path), output_format=style, **options)  # type: ignore[arg-type]
    return show(request, Look()).text


def lines(text: str) -> dict[str, str]:
    """Return the lines by their first word, runs of blanks made one."""
    rows = [" ".join(line.split()) for line in text.splitlines()]
    return {row.split(" ")[0]: row for row in rows if row}


def test_each_setting_stands_with_its_value_and_origin() -> None:
    text = shown("specs/x")
    rows = lines(text)
    assert text.startswith("用于specs/x/plan.yaml的配置：planspec.toml\n")
    assert rows["profile"].startswith('profile "gate" planspec.toml:12 把关')
    assert rows["fail-level"] == 'fail-level "warning" profile gate'
    assert rows["lang"] == 'lang "zh" 默认'
    assert rows["exclude"] == 'exclude ["specs/old"] planspec.toml:3'
    assert rows["registry"] == 'registry ["local.yaml"] planspec.toml:4'
    assert rows["RES001"] == "RES001 task-without-unit 不用 planspec.toml:2"
    assert rows["STR001"] == "STR001 numbering-broken 不用 planspec.toml:13"
    assert rows["RES002"] == "RES002 task-without-lead 警告 默认"
    assert rows["RES003"] == "RES003 several-leads 提示 默认；级别：planspec.toml:5"
    assert rows["max_share"] == "max_share = 0.4 planspec.toml:8"
    assert rows["min_tasks"] == "min_tasks = 20 默认"
    assert all(rule.code in rows for rule in ALL)


def test_another_path_and_the_command_line_change_what_holds() -> None:
    rows = lines(shown("specs/y", extend_select=("RES001",), fail_level="error"))
    assert rows["profile"].startswith('profile "reviewer" planspec.toml:1 审核')
    assert rows["fail-level"] == 'fail-level "error" 命令行 --fail-level'
    assert rows["RES001"] == "RES001 task-without-unit 错误 命令行 --extend-select"
    assert rows["STR001"] == "STR001 numbering-broken 警告 默认"


def test_without_a_file_everything_is_a_default() -> None:
    text = shown(isolated=True)
    assert text.startswith("用于plan.yaml的配置：没有配置文件\n")
    assert "planspec.toml" not in text and "命令行" not in text


def test_a_plan_file_may_be_named() -> None:
    Path("specs/x/方案.yaml").touch()
    assert shown("specs/x/方案.yaml").startswith("用于specs/x/方案.yaml的配置")


def test_a_path_that_is_not_there_is_an_error() -> None:
    with pytest.raises(PlanspecError, match="no such file or folder"):
        shown("specs/z")


def test_json_tells_value_kind_and_place() -> None:
    found = json.loads(shown("specs/x", "json", profile="drafter"))
    assert (found["version"], found["path"], found["file"]) == (1, "specs/x/plan.yaml", "planspec.toml")
    assert found["settings"]["profile"] == {
        "value": "drafter", "origin": "command-line", "place": "--profile",
    }  # fmt: skip
    assert found["settings"]["fail-level"]["origin"] == "profile"
    assert found["settings"]["lang"] == {"value": "zh", "origin": "default", "place": None}
    rules = {one["code"]: one for one in found["rules"]}
    assert list(rules) == [rule.code for rule in ALL]
    assert rules["RES001"]["applied"] == {"value": False, "origin": "file", "place": "planspec.toml:2"}
    assert rules["RES003"]["severity"] == {"value": "info", "origin": "file", "place": "planspec.toml:5"}
    share = rules["RES016"]["options"]["max_share"]
    assert share == {"value": 0.4, "origin": "file", "place": "planspec.toml:8"}


@pytest.mark.parametrize("path", ["specs/x", "specs/y"])
@pytest.mark.parametrize("select", [(), ("RES,TGT001",)])
def test_toml_is_a_configuration_of_the_same_effect(here: Path, path: str, select: tuple[str, ...]) -> None:
    text = shown(path, "toml", select=select, ignore=("RES005",))
    written = here / "written" / "planspec.toml"
    written.parent.mkdir()
    written.write_text(text, "utf-8")
    one = load_settings(written, "planspec.toml")
    again = one.for_path("plan.yaml")
    request = Request(path=Path(path), select=select, ignore=("RES005",))
    before = request.settings().for_path(f"{path}/plan.yaml")
    assert (again.rules, again.severity, again.profile, again.fail_level) == (
        before.rules, before.severity, before.profile, before.fail_level,
    )  # fmt: skip
    assert all(again.options_for(rule) == before.options_for(rule) for rule in ALL)
    assert (one.exclude, one.registry) == (("specs/old",), ("local.yaml",))


def test_an_unknown_format_is_an_error() -> None:
    with pytest.raises(PlanspecError, match="none of text, json, toml"):
        shown(style="yaml")


def test_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli(["config", "show", "specs/x", "--ignore", "RES004", "--lang", "en"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("Settings for specs/x/plan.yaml: planspec.toml\n")
    assert "off      command line --ignore" in text
    assert cli(["config", "show", "--isolated", "--output-format", "toml"]) == 0
    assert capsys.readouterr().out.startswith("# 用于plan.yaml的配置：没有配置文件\nprofile = ")
    assert cli(["config"]) == 2
    assert capsys.readouterr().err.startswith("用法：planspec config [")
    assert cli(["config", "show", "--profile", "strict"]) == 2
    assert "--profile" in capsys.readouterr().err
