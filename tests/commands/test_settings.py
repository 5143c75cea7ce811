"""Which settings a lint run has: the nearest file, changed as the command line says."""

from __future__ import annotations

from pathlib import Path

import pytest

from planspec.commands.lint import Request, settings_for
from planspec.lint.settings import Settings
from planspec.rules import ALL
from planspec.source.diagnostic import Severity
from planspec.source.errors import PlanspecError

EVERY = frozenset(rule.code for rule in ALL)


def codes(settings: Settings, shown: str = "plan.yaml") -> frozenset[str]:
    return settings.for_path(shown).codes


def configured(tmp_path: Path, text: str, request: Request) -> Settings:
    (tmp_path / "planspec.toml").write_text(text, "utf-8")
    return settings_for(request, (tmp_path,))


def test_without_a_file_every_rule_applies(tmp_path: Path) -> None:
    assert codes(settings_for(Request(), (tmp_path,))) == EVERY


def test_select_on_the_command_line_replaces_what_the_file_selects(tmp_path: Path) -> None:
    settings = configured(
        tmp_path, 'select = ["FMT"]\nextend-select = ["STR001"]', Request(select=("RES001,RES002",))
    )
    assert codes(settings) == {"RES001", "RES002"}


def test_words_may_be_repeated_and_parted_by_any_comma(tmp_path: Path) -> None:
    settings = settings_for(Request(select=("RES001，RES002", "task-without-unit, RES003")), (tmp_path,))
    assert codes(settings) == {"RES001", "RES002", "RES003"}


def test_a_rule_named_on_the_command_line_is_applied_though_the_file_ignores_it(tmp_path: Path) -> None:
    settings = configured(tmp_path, 'ignore = ["RES"]', Request(select=("RES001",)))
    assert codes(settings) == {"RES001"}


def test_a_family_on_the_command_line_leaves_what_the_file_ignores(tmp_path: Path) -> None:
    settings = configured(tmp_path, 'ignore = ["RES001"]', Request(select=("RES",)))
    assert "RES002" in codes(settings) and "RES001" not in codes(settings)


def test_ignore_on_the_command_line_comes_on_top(tmp_path: Path) -> None:
    settings = configured(tmp_path, 'ignore = ["RES001"]', Request(ignore=("RES002",)))
    assert codes(settings) == EVERY - {"RES001", "RES002"}


def test_select_on_the_command_line_beats_overrides_by_path(tmp_path: Path) -> None:
    text = '[[overrides]]\npaths = ["*"]\nselect = ["FMT"]\nignore = ["RES001"]\n'
    assert codes(configured(tmp_path, text, Request(select=("RES001", "RES002")))) == {"RES001", "RES002"}


def test_the_fail_level_of_the_command_line_wins(tmp_path: Path) -> None:
    text = 'fail-level = "info"'
    assert configured(tmp_path, text, Request()).fail_level is Severity.INFO
    assert configured(tmp_path, text, Request(fail_level="error")).fail_level is Severity.ERROR


def test_isolated_reads_no_file(tmp_path: Path) -> None:
    assert codes(configured(tmp_path, 'select = ["FMT"]', Request(isolated=True))) == EVERY


def test_config_names_the_file(tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text('select = ["STR001"]', "utf-8")
    assert codes(configured(tmp_path, 'select = ["FMT"]', Request(config=other))) == {"STR001"}


def test_config_and_isolated_exclude_each_other(tmp_path: Path) -> None:
    with pytest.raises(PlanspecError, match="exclude each other"):
        settings_for(Request(config=tmp_path / "x.toml", isolated=True), (tmp_path,))


def test_a_configuration_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(PlanspecError, match=r"missing\.toml"):
        settings_for(Request(config=tmp_path / "missing.toml"), (tmp_path,))


@pytest.mark.parametrize("option", ["select", "extend_select", "ignore"])
def test_an_unknown_rule_is_an_error_that_names_the_option(tmp_path: Path, option: str) -> None:
    with pytest.raises(PlanspecError, match=f"--{option.replace('_', '-')}.*XYZ999"):
        settings_for(Request(**{option: ("XYZ999",)}), (tmp_path,))  # type: ignore[arg-type]


def test_the_file_above_all_the_paths_is_taken(tmp_path: Path) -> None:
    (tmp_path / "planspec.toml").write_text('select = ["FMT"]', "utf-8")
    paths = [tmp_path / "a" / "b", tmp_path / "a" / "c"]
    for path in paths:
        path.mkdir(parents=True)
    assert settings_for(Request(), paths).select == ("FMT",)


def test_patterns_match_whether_paths_are_relative_or_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = '[[overrides]]\npaths = ["specs/old"]\nselect = ["FMT001"]\n'
    (tmp_path / "planspec.toml").write_text(text, "utf-8")
    (tmp_path / "specs" / "old").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    relative = settings_for(Request(), (Path("specs"),))
    assert codes(relative, "specs/old/plan.yaml") == {"FMT001"}
    absolute = settings_for(Request(), (tmp_path / "specs",))
    assert codes(absolute, (tmp_path / "specs/old/plan.yaml").as_posix()) == {"FMT001"}
