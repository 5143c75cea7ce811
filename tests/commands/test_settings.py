"""What the options of a command line mean, and that they win over the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from planspec.commands.settings import Choice
from planspec.rules import ALL
from planspec.source.diagnostic import Severity
from planspec.source.errors import PlanspecError

EVERY = frozenset(rule.code for rule in ALL)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def codes(choice: Choice, text: str = "") -> frozenset[str]:
    Path("planspec.toml").write_text(text, "utf-8")
    return choice.settings().for_path("plan.yaml").codes


def test_without_a_file_every_rule_applies() -> None:
    assert Choice().settings().for_path("plan.yaml").codes == EVERY


def test_words_may_be_repeated_and_parted_by_any_comma() -> None:
    choice = Choice(select=("RES001，RES002", "task-without-unit, RES003"))
    assert codes(choice) == {"RES001", "RES002", "RES003"}


def test_select_on_the_command_line_beats_the_file_and_its_overrides() -> None:
    text = 'select = ["FMT"]\nextend-select = ["STR001"]\nignore = ["RES"]\n'
    text += '[[overrides]]\npaths = ["*"]\nselect = ["FMT"]\nignore = ["RES001"]\n'
    assert codes(Choice(select=("RES001,RES002",)), text) == {"RES001", "RES002"}


def test_ignore_on_the_command_line_comes_on_top() -> None:
    assert codes(Choice(ignore=("RES002",)), 'ignore = ["RES001"]') == EVERY - {"RES001", "RES002"}


def test_profile_and_fail_level_of_the_command_line_win(here: Path) -> None:
    (here / "planspec.toml").write_text('profile = "gate"\nfail-level = "info"\n', "utf-8")
    assert Choice().settings().for_run().fail_level is Severity.INFO
    run = Choice(profile="reviewer", fail_level="error").settings().for_run()
    assert (run.profile.name, run.fail_level) == ("reviewer", Severity.ERROR)
    assert (run.origins["profile"], run.origins["fail-level"]) == ("--profile", "--fail-level")


def test_the_baseline_can_be_left_out() -> None:
    assert Choice().settings().baseline
    assert not Choice(baseline=False).settings().baseline


@pytest.mark.parametrize("option", ["select", "extend_select", "ignore"])
def test_an_unknown_rule_is_an_error_that_names_the_option(option: str) -> None:
    with pytest.raises(PlanspecError, match=f"--{option.replace('_', '-')}.*XYZ999"):
        Choice(**{option: ("XYZ999",)}).settings()  # type: ignore[arg-type]


@pytest.mark.parametrize(("option", "value"), [("profile", "strict"), ("fail_level", "fatal")])
def test_an_unknown_word_is_an_error_that_lists_the_known(option: str, value: str) -> None:
    with pytest.raises(PlanspecError, match=f"--{option.replace('_', '-')}: “{value}” is none of"):
        Choice(**{option: value}).settings()  # type: ignore[arg-type]
