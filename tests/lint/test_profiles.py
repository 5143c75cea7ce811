"""Profiles: what each reports, in a run and as data."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.plans import HEAD, seen_in, write
from planspec.cli import run as cli
from planspec.lint.profiles import PROFILES, Profile
from planspec.lint.result import Result
from planspec.lint.run import run
from planspec.lint.settings import Settings
from planspec.lint.settings_file import load_settings
from planspec.source.diagnostic import Confidence, Diagnostic, Severity
from planspec.source.message import Message
from planspec.source.span import WHOLE_FILE

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
HIGH, MEDIUM, LOW = Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW

REPORTED = {
    "drafter": {(severity, confidence) for severity in Severity for confidence in Confidence},
    "reviewer": {(severity, confidence) for severity in (ERROR, WARNING) for confidence in Confidence},
    "gate": {(ERROR, HIGH), (ERROR, MEDIUM), (ERROR, LOW), (WARNING, HIGH)},
}


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda one: one.name)
def test_a_profile_reports_by_severity_and_confidence(profile: Profile) -> None:
    message = Message("甲", "a")
    reported = {
        (severity, confidence)
        for severity in Severity
        for confidence in Confidence
        if profile.shows(Diagnostic("a", WHOLE_FILE, "RES001", "x", severity, message, confidence))
    }
    assert reported == REPORTED[profile.name]


def test_the_default_is_the_first() -> None:
    assert next(iter(PROFILES)) == Settings().for_run().profile.name == "drafter"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_help_names_each_profile_and_says_what_it_is(
    language: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    cli(["lint", "--help", "--lang", language])
    text = capsys.readouterr().out
    for profile in PROFILES.values():
        assert profile.name in text
    assert "错误和把握大的警告" in text if language == "zh" else "warnings of high confidence" in text


# In a run

PLAN = HEAD + "tasks:\n- {id: a, title: 甲}\n- {id: b, title: 乙, units: [县发改局, 县财政局]}\n"
SELECT = ("RES001", "RES002", "FMT007", "FMT009", "FMT010")


def lint(**settings: object) -> Result:
    return run([Path()], Settings(select=SELECT, **settings), jobs=1, cache=False)  # type: ignore[arg-type]


def test_what_is_left_out_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"plan.yaml": PLAN})
    advice = {"RES002": INFO}
    whole = lint(severity=advice)
    assert (len(whole.diagnostics), whole.left_out, whole.profile) == (2, 0, "drafter")
    found = lint(severity=advice, profile="reviewer")
    assert seen_in(found) == [("plan.yaml", "RES001", 6)]
    assert (found.left_out, found.profile, found.exit_code) == (1, "reviewer", 1)


def test_a_profile_may_hold_for_some_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"old/plan.yaml": PLAN, "new/plan.yaml": PLAN.replace("2024", "2025")})
    text = 'select = ["RES002"]\nseverity.RES002 = "info"\n[[overrides]]\npaths = ["old"]\nprofile = "gate"\n'
    (tmp_path / "planspec.toml").write_text(text, "utf-8")
    found = run([Path()], load_settings(Path("planspec.toml")), jobs=1, cache=False)
    assert seen_in(found) == [("new/plan.yaml", "RES002", 7)]
    assert found.left_out == 1


def test_what_a_profile_leaves_out_is_no_stale_entry_and_no_unused_comment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ignoring = "# planspec: ignore-file[RES001] 另行分工\n"
    known = "- reason: 已印发\n  findings:\n  - {rule: RES002, item: b}\n"
    write(tmp_path, {"plan.yaml": ignoring + PLAN, "baseline.yaml": known})
    found = lint(severity={"RES001": INFO, "RES002": INFO}, profile="gate")
    assert (found.diagnostics, found.left_out, len(found.suppressed)) == ((), 0, 2)
