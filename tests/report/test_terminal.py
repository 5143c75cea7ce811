"""What goes to the person at the terminal: colours, errors, progress."""

from __future__ import annotations

import io

import pytest

from planspec.report import Look, progress
from planspec.report.failure import render
from planspec.report.progress import Meter
from planspec.report.terminal import ELSEWHERE, terminal_of
from planspec.source.message import Message


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)


def test_a_pipe_gets_no_colour_and_a_fixed_width() -> None:
    terminal = terminal_of(io.StringIO())
    assert (terminal.width, terminal.color) == (ELSEWHERE, False)


def test_columns_tells_the_width_of_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    assert terminal_of(io.StringIO()).width == 72
    monkeypatch.setenv("COLUMNS", "wide")
    assert terminal_of(io.StringIO()).width == ELSEWHERE


@pytest.mark.parametrize(
    ("environment", "color"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "xterm", "NO_COLOR": ""}, True),
    ],
)
def test_a_terminal_gets_colour_unless_it_cannot_or_should_not(
    environment: dict[str, str], color: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert terminal_of(Screen()).color is color


def test_a_closed_stream_is_no_terminal() -> None:
    stream = io.StringIO()
    stream.close()
    assert terminal_of(stream).color is False


def test_an_error_says_what_is_wrong_and_what_to_do() -> None:
    message = Message("plan.yaml：无法读取（权限不够）", "plan.yaml: cannot be read (permission denied)")
    hint = Message("请检查权限", "Check the permissions")
    assert render(message, hint, Look("zh")) == "错误：plan.yaml：无法读取（权限不够）\n提示：请检查权限\n"
    assert render(message, hint, Look("en")) == (
        "Error: plan.yaml: cannot be read (permission denied)\nHint: Check the permissions\n"
    )
    assert render(message, None, Look("en", color=True)).startswith("\x1b[1;31mError:\x1b[0m plan.yaml")


def test_an_error_shows_no_control_characters() -> None:
    message = Message("a\x1b[2J：没有", "a\x1b[2J: none")
    assert render(message, None, Look()) == "错误：a\\x1b[2J：没有\n"


def test_short_work_has_no_meter() -> None:
    screen = Screen()
    meter = Meter(screen, "zh")
    meter(1, 2)
    meter.close()
    assert screen.getvalue() == ""


def test_long_work_has_a_meter_that_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([0.0, 1.0, 1.01, 2.0])
    monkeypatch.setattr(progress, "monotonic", lambda: next(times))
    screen = Screen()
    meter = Meter(screen, "en")
    for done in (1, 2, 3):
        meter(done, 3)
    meter.close()
    assert screen.getvalue() == "\rLinting plans 1/3\rLinting plans 3/3\r\x1b[2K"
