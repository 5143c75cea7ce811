"""What the tests of linting share: short plans and compact views of findings."""

from __future__ import annotations

from pathlib import Path

from planspec.lint.engine import lint_text
from planspec.lint.result import PlanReport, Result
from planspec.lint.settings import Settings
from planspec.registry import builtin
from planspec.source.diagnostic import Diagnostic

HEAD = "planspec: 1\ntitle: 某县方案\njurisdiction: 430522\nyear: 2024\n"
"""Four lines that every plan needs; what a test adds begins on line 5."""

ACTION = "action: 产业培塑行动\ngoals:\n- targets: {规模工业增加值: 增长7%}\n"


def report(text: str, *select: str, ignore: tuple[str, ...] = ()) -> PlanReport:
    """Lint a text with some rules (all where none is named)."""
    return lint_text(text, Settings(select=select or ("ALL",), ignore=ignore), builtin())


def seen(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, int, int]]:
    """Return code, line and column of findings."""
    return [(one.code, one.span.start_line, one.span.start_column) for one in diagnostics]


def seen_in(result: Result) -> list[tuple[str, str, int]]:
    """Return file, code and line of findings."""
    return [(one.file, one.code, one.span.start_line) for one in result.diagnostics]


def write(folder: Path, files: dict[str, str | bytes]) -> None:
    """Write files below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
