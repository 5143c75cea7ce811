"""Reports of `planspec compare`: one file per output format, the words they share in wording."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from planspec.compare.matrix import Comparison
    from planspec.report import Look

PARTS: Final = ("indicators", "actions", "roles")
"""What a report may show: indicators × plans, actions × plans, roles × plans."""


def _text(comparison: Comparison, parts: tuple[str, ...], look: Look) -> str:
    from planspec.report.comparison import text

    return text.render(comparison, parts, look)


def _markdown(comparison: Comparison, parts: tuple[str, ...], look: Look) -> str:
    from planspec.report.comparison import markdown

    return markdown.render(comparison, parts, look)


def _csv(comparison: Comparison, parts: tuple[str, ...], look: Look) -> str:
    from planspec.report.comparison import flat

    return flat.render(comparison, parts)


def _json(comparison: Comparison, parts: tuple[str, ...], look: Look) -> str:
    from planspec.report.comparison import json_

    return json_.render(comparison, parts)


def _html(comparison: Comparison, parts: tuple[str, ...], look: Look) -> str:
    from planspec.report.comparison import html

    return html.render(comparison, parts, look)


FORMATS: Final[Mapping[str, Callable[[Comparison, tuple[str, ...], Look], str]]] = {
    "text": _text,
    "markdown": _markdown,
    "csv": _csv,
    "json": _json,
    "html": _html,
}
