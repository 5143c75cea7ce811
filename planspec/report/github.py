"""GitHub Actions: workflow commands that become annotations in a pull request.

GitHub shows the first ten of each level a step, so the gravest come first; every command also stands in the
log with its place, and a last line says how many annotations are shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planspec.report.cells import visible
from planspec.report.summary import summary
from planspec.report.words import LOCATOR, SEE_ALSO
from planspec.source.diagnostic import Diagnostic, Severity
from planspec.source.message import Template

if TYPE_CHECKING:
    from planspec.lint.result import Result
    from planspec.report import Language, Look

LIMIT: Final = 10
"""Annotations of one level that GitHub shows for a step."""

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}

AT = Template(zh="位置：{place}", en="at {place}")
BEYOND = Template(
    zh="GitHub 每个步骤的每种级别只显示前{limit}条批注，另有{beyond}条只在本日志中",
    en="GitHub shows the first {limit} annotations of each level a step; {beyond} more are only in this log",
)


def render(result: Result, look: Look) -> str:
    """Return one command a finding, gravest first, then the summary as plain lines."""
    language = look.language
    ordered = sorted(result.diagnostics, key=lambda one: -one.severity.rank)
    lines = [_command(one, language) for one in ordered]
    beyond = sum(max(result.count(severity) - LIMIT, 0) for severity in Severity)
    if beyond:
        lines.append(BEYOND(limit=LIMIT, beyond=beyond).text(language))
    if not look.quiet:
        lines.extend(plain(line) for line in summary(result, language))
    return "".join(line + "\n" for line in lines)


def _command(one: Diagnostic, language: Language) -> str:
    span = one.span
    properties = [f"file={escape_property(one.file)}", f"line={span.start_line}"]
    # GitHub refuses columns where a range runs over several lines.
    if span.end_line == span.start_line:
        end = max(span.end_column, span.start_column + 1)
        properties += [f"col={span.start_column}", f"endLine={span.end_line}", f"endColumn={end}"]
    else:
        properties.append(f"endLine={span.end_line}")
    properties.append(f"title={escape_property(f'{one.code} {one.name}')}")
    lines = [one.message.text(language)]
    for other in one.related:
        place = f"{other.file}:{other.span.start_line}:{other.span.start_column}"
        lines.append(SEE_ALSO(place=place, message=other.message.text(language)).text(language))
    if one.locator:
        lines.append(LOCATOR(locator=one.locator).text(language))
    # The log shows the message alone: without this line nobody would know where.
    lines.append(AT(place=f"{one.file}:{span.start_line}:{span.start_column}").text(language))
    return f"::{_COMMANDS[one.severity]} {','.join(properties)}::{escape_data(chr(10).join(map(visible, lines)))}"


def escape_data(text: str) -> str:
    """Return text as the message of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """Return text as a property of a command."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")


def plain(line: str) -> str:
    """Return a line that no runner takes for a command."""
    line = visible(line)
    return f" {line}" if line.startswith("::") else line
