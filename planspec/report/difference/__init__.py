"""Reports of `planspec diff`: one file per output format; the words they share in wording and headings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from planspec.report import Look
    from planspec.report.difference.value import Difference

# Each function imports its format when asked.


def _text(difference: Difference, look: Look) -> str:
    from planspec.report.difference import text

    return text.render(difference, look)


def _stat(difference: Difference, look: Look) -> str:
    from planspec.report.difference import stat

    return stat.render(difference, look)


def _markdown(difference: Difference, look: Look) -> str:
    from planspec.report.difference import markdown

    return markdown.render(difference, look)


def _table(difference: Difference, look: Look) -> str:
    from planspec.report.difference import table

    return table.render(difference, look)


def _html(difference: Difference, look: Look) -> str:
    from planspec.report.difference import html

    return html.render(difference, look)


def _json(difference: Difference, look: Look) -> str:
    from planspec.report.difference import json_

    return json_.render(difference, look)


def _github(difference: Difference, look: Look) -> str:
    from planspec.report.difference import github

    return github.render(difference, look)


def _gitlab(difference: Difference, look: Look) -> str:
    from planspec.report.difference import gitlab

    return gitlab.render(difference, look)


def _sarif(difference: Difference, look: Look) -> str:
    from planspec.report.difference import sarif

    return sarif.render(difference, look)


def _docx(difference: Difference, look: Look) -> bytes:
    from planspec.report.difference import docx_

    return docx_.render(difference, look)


def _xlsx(difference: Difference, look: Look) -> bytes:
    from planspec.report.difference import xlsx

    return xlsx.render(difference, look)


FORMATS: Final[Mapping[str, Callable[[Difference, Look], str]]] = {
    "text": _text,
    "stat": _stat,
    "markdown": _markdown,
    "table": _table,
    "html": _html,
    "json": _json,
    "github": _github,
    "gitlab": _gitlab,
    "sarif": _sarif,
}
"""What standard output can take."""

OFFICE: Final[Mapping[str, Callable[[Difference, Look], bytes]]] = {"docx": _docx, "xlsx": _xlsx}
"""What goes to a file only."""

TERMINAL: Final = ("text", "stat")
"""What is as wide as the terminal, and may be coloured; the others are the same wherever they go."""
