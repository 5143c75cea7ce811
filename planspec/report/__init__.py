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

    `quiet` leaves out the closing summary where a format has one.
    """

    language: Language = "zh"
    width: int = 100
    color: bool = False
    quiet: bool = False


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


FORMATS: Final[Mapping[str, Callable[[Result, Look], str]]] = {
    "full": _full,
    "concise": _concise,
    "json": _json,
    "sarif": _sarif,
    "github": _github,
}
"""The output formats of a lint run, by the name that the command line gives them."""

DATA_FORMATS: Final = frozenset({"json", "sarif"})
"""Formats for programs: always UTF-8, never coloured, the same however verbose the run."""


def render(
    result: Result,
    style: str,
    *,
    language: Language = "zh",
    width: int = 100,
    color: bool = False,
    quiet: bool = False,
) -> str:
    """Return the report of a run in the format `style`; it ends with a line end unless it is empty."""
    return FORMATS[style](result, Look(language, width, color, quiet))
