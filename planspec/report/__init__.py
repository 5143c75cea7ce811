"""Reports: values in, text out. One file per output format; the only place that knows rich."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from planspec.lint.result import Result

Language: TypeAlias = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Look:
    """How a text is to look: its language, how many cells wide, in colour or not.

    `quiet` leaves out the closing summary where a format has one; `fold` lets a few of many like findings
    stand for the others in the full report; `links` is the address that the links of a Markdown report
    begin with, `old_links` the same for the files of an older revision.
    """

    language: Language = "zh"
    width: int = 100
    color: bool = False
    quiet: bool = False
    fold: bool = True
    links: str = ""
    old_links: str = ""


# Each function imports its format when asked: who wants SARIF need not wait for rich.


def _full(result: Result, look: Look) -> str:
    from planspec.report import full

    return full.render(result, look)


def _concise(result: Result, look: Look) -> str:
    from planspec.report import concise

    return concise.render(result, look)


def _json(result: Result, look: Look) -> str:
    from planspec.report import json_

    return json_.render(result, look)


def _sarif(result: Result, look: Look) -> str:
    from planspec.report import sarif

    return sarif.render(result, look)


def _github(result: Result, look: Look) -> str:
    from planspec.report import github

    return github.render(result, look)


def _gitlab(result: Result, look: Look) -> str:
    from planspec.report import gitlab

    return gitlab.render(result, look)


def _junit(result: Result, look: Look) -> str:
    from planspec.report import junit

    return junit.render(result, look)


def _markdown(result: Result, look: Look) -> str:
    from planspec.report import markdown

    return markdown.render(result, look)


def _statistics(result: Result, look: Look) -> str:
    from planspec.report import statistics

    return statistics.render(result, look)


def _statistics_markdown(result: Result, look: Look) -> str:
    from planspec.report import statistics

    return statistics.markdown(result, look)


FORMATS: Final[Mapping[str, Callable[[Result, Look], str]]] = {
    "full": _full,
    "concise": _concise,
    "json": _json,
    "sarif": _sarif,
    "github": _github,
    "gitlab": _gitlab,
    "junit": _junit,
    "markdown": _markdown,
}
"""The output formats of a lint run, by the name that the command line gives them."""

STATISTICS: Final[Mapping[str, Callable[[Result, Look], str]]] = {
    "full": _statistics,
    "concise": _statistics,
    "github": _statistics,
    "markdown": _statistics_markdown,
}
"""The formats that can show counts per rule instead of findings; those for programs hold the counts anyway."""

DATA_FORMATS: Final = frozenset({"json", "sarif", "gitlab", "junit", "markdown"})
"""Formats for programs: always UTF-8, never coloured, the same however verbose the run."""


def render(result: Result, style: str, look: Look | None = None, *, statistics: bool = False) -> str:
    """Return the report of a run in the format `style`; it ends with a line end unless it is empty."""
    formats = STATISTICS if statistics else FORMATS
    return formats[style](result, look or Look())
