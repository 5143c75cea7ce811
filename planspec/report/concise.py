"""One line a finding: for editors, grep and long lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planspec.report.cells import visible
from planspec.report.paint import Paint
from planspec.report.summary import summary

if TYPE_CHECKING:
    from planspec.lint.result import Result
    from planspec.report import Look


def render(result: Result, look: Look) -> str:
    """Return `path:line:column: CODE name severity message` for each finding, then the summary."""
    paint = Paint(look.color)
    language = look.language
    lines = []
    for one in result.diagnostics:
        place = f"{visible(one.file)}:{one.span.start_line}:{one.span.start_column}:"
        level = one.severity.value
        message = visible(one.message.text(language))
        if look.color:
            place, code, level = paint("place", place), paint("code", one.code), paint(level, level)
            lines.append(f"{place} {code} {one.name} {level} {message}")
        else:
            lines.append(f"{place} {one.code} {one.name} {level} {message}")
    if not look.quiet:
        lines.extend(map(visible, summary(result, language)))
    return "".join(line + "\n" for line in lines)
