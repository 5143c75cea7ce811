"""Counts per rule instead of single findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from planspec.report.cells import pad, visible, width_of
from planspec.report.marks import escape, heading, table
from planspec.report.paint import Paint
from planspec.report.summary import summary
from planspec.report.tallies import Kind, by_rule, title_of
from planspec.report.words import SEVERITY
from planspec.source.message import Message

if TYPE_CHECKING:
    from planspec.lint.result import Result
    from planspec.report import Look

HEADS: Final = (
    Message("数量", "findings"),
    Message("规则", "rule"),
    Message("级别", "severity"),
    Message("查什么", "what it finds"),
)


def render(result: Result, look: Look) -> str:
    """Return one line a rule that found something, the most frequent first, then the summary."""
    lines = rows(by_rule(result.diagnostics), look)
    if not look.quiet:
        if lines:
            lines.append("")
        lines.extend(visible(line) for line in summary(result, look.language))
    return "".join(line + "\n" for line in lines)


def markdown(result: Result, look: Look) -> str:
    """Return the same as a Markdown table."""
    language = look.language
    body = [
        (str(number), f"{code} {name}".rstrip(), SEVERITY[severity].text(language), title_of(code, language))
        for (code, name, severity), number in by_rule(result.diagnostics)
    ]
    lines = [heading("planspec"), ""]
    if body:
        heads = [one.text(language) for one in HEADS]
        lines += [*table(heads, [[escape(cell) for cell in row] for row in body], right=1), ""]
    if not look.quiet:
        lines.append("<br>\n".join(map(escape, summary(result, language))))
    return "\n".join(lines).rstrip("\n") + "\n"


def rows(kinds: Sequence[tuple[Kind, int]], look: Look, *, names: bool = True) -> list[str]:
    """Return kinds of finding as lines of a table: number, code, severity, name (if asked for), title."""
    language, paint = look.language, Paint(look.color)
    digits = max((len(str(number)) for _, number in kinds), default=0)
    widest = max((len(name) for (_, name, _), _ in kinds), default=0)
    levels = max(width_of(word.text(language)) for word in SEVERITY.values())
    lines = []
    for (code, name, severity), number in kinds:
        level = paint(severity.value, pad(SEVERITY[severity].text(language), levels))
        cells = [f"{number:>{digits}}", paint("code", code), level]
        if names:
            cells.append(pad(name, widest))
        lines.append("  ".join((*cells, title_of(code, language))).rstrip())
    return lines
