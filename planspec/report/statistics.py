"""Counts per rule instead of single findings."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planspec.report.cells import pad, visible, width_of
from planspec.report.paint import Paint
from planspec.report.summary import summary
from planspec.report.words import SEVERITY

if TYPE_CHECKING:
    from planspec.lint.result import Result
    from planspec.report import Look


def render(result: Result, look: Look) -> str:
    """Return one line a rule that found something, the most frequent first, then the summary."""
    from planspec.rules import find_rule

    language, paint = look.language, Paint(look.color)
    found = Counter((one.code, one.name, one.severity) for one in result.diagnostics)
    rows = sorted(found.items(), key=lambda row: (-row[1], row[0][0], -row[0][2].rank))
    digits = max((len(str(count)) for _, count in rows), default=0)
    names = max((len(name) for (_, name, _), _ in rows), default=0)
    levels = max(width_of(word.text(language)) for word in SEVERITY.values())
    lines = []
    for (code, name, severity), count in rows:
        rule = find_rule(code)
        title = rule.page.title.text(language) if rule is not None else ""
        level = paint(severity.value, pad(SEVERITY[severity].text(language), levels))
        lines.append(f"{count:>{digits}}  {paint('code', code)}  {level}  {name:<{names}}  {title}".rstrip())
    if not look.quiet:
        if lines:
            lines.append("")
        lines.extend(visible(line) for line in summary(result, language))
    return "".join(line + "\n" for line in lines)
