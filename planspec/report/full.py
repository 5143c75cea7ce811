"""For reading on a terminal: each finding with its source line, carets and related places."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from planspec.report.cells import excerpt, visible, wrap
from planspec.report.closing import closing
from planspec.report.fold import alike, fold
from planspec.report.paint import Paint
from planspec.report.summary import tally
from planspec.report.words import CONFIDENCE, LOCATOR, SEE_ALSO, SEVERITY, offer
from planspec.source.diagnostic import Confidence, Diagnostic, Related
from planspec.source.message import Template
from planspec.source.span import Span

if TYPE_CHECKING:
    from planspec.lint.result import Result
    from planspec.report import Look

MARGIN: Final = 2
_NARROWEST: Final = 24
"""Source lines get at least this many cells, however narrow the terminal."""

CONFIDENT = Template(zh="（可信度：{level}）", en=" ({level} confidence)")


def render(result: Result, look: Look) -> str:
    """Return the findings grouped by file, then the summary."""
    printer = _Printer(result, look)
    files = [(file, list(found)) for file, found in groupby(result.diagnostics, lambda one: one.file)]
    folded = 0
    for file, found in files:
        if len(files) > 1:
            printer.file(file, found)
        for one, others in fold(found) if look.fold else [(one, ()) for one in found]:
            printer.finding(one)
            if others:
                printer.alike(others)
                folded += len(others)
    if not look.quiet:
        printer.lines += closing(result, look, printer.head, folded)
    return "".join(line + "\n" for line in printer.lines)


class _Printer:
    """Collects the lines of one report."""

    def __init__(self, result: Result, look: Look) -> None:
        self.lines: list[str] = []
        self.look = look
        self.paint = Paint(look.color)
        numbers = [one.span.start_line for one in result.diagnostics]
        numbers.extend(other.span.start_line for one in result.diagnostics for other in one.related)
        self.gutter = len(str(max(numbers, default=0)))
        self.room = max(look.width - MARGIN - self.gutter - len(" | "), _NARROWEST)

    def file(self, file: str, found: list[Diagnostic]) -> None:
        """Open the group of a file."""
        counts = tally([one.severity for one in found], self.look.language)
        self.lines.append(f"{self.paint('title', f'== {visible(file)}')}  {counts}")
        self.lines.append("")

    def finding(self, one: Diagnostic) -> None:
        """Show one finding."""
        language = self.look.language
        self.lines.append(self.head(one))
        self.text(one.message.text(language))
        self.source(one.excerpt, one.span, "^", one.severity.value)
        for other in one.related:
            self.related(other)
        if one.locator:
            self.text(LOCATOR(locator=one.locator).text(language), "dim")
        if one.fix is not None:
            self.text(offer(one.fix).text(language))
        self.lines.append("")

    def alike(self, others: Sequence[Diagnostic]) -> None:
        """Tell where findings stand that are like the one shown last."""
        language = self.look.language
        self.text(alike(others, language).text(language), "info")
        self.lines.append("")

    def head(self, one: Diagnostic) -> str:
        """Return the place, the severity, the code and the name of a finding."""
        language, paint = self.look.language, self.paint
        place = f"{visible(one.file)}:{one.span.start_line}:{one.span.start_column}"
        level = SEVERITY[one.severity].text(language)
        head = (
            f"{paint('place', place)} {paint(one.severity.value, level)} {paint('code', one.code)} {one.name}"
        )
        if one.confidence is not Confidence.HIGH:
            doubt = CONFIDENT(level=CONFIDENCE[one.confidence].text(language)).text(language)
            head += paint("dim", doubt)
        return head

    def related(self, other: Related) -> None:
        """Show another place that belongs to the finding."""
        language = self.look.language
        place = f"{other.file}:{other.span.start_line}:{other.span.start_column}"
        self.text(SEE_ALSO(place=place, message=other.message.text(language)).text(language))
        self.source(other.excerpt, other.span, "-", "related")

    def text(self, text: str, role: str = "") -> None:
        """Show a sentence, wrapped."""
        for line in wrap(visible(text), max(self.look.width - MARGIN, _NARROWEST)):
            self.lines.append(" " * MARGIN + (self.paint(role, line) if role else line))

    def source(self, line: str, span: Span, mark: str, role: str) -> None:
        """Show a line of source with the range underlined; nothing where there is no text."""
        if not line.strip():
            return
        same_line = span.end_line == span.start_line
        end = span.end_column if same_line else len(line.rstrip()) + 1
        shown = excerpt(line, span.start_column, end, self.room)
        number = f"{span.start_line:>{MARGIN + self.gutter}} |"
        blank = " " * (MARGIN + self.gutter) + " |"
        self.lines.append(f"{self.paint('gutter', number)} {shown.text}".rstrip())
        self.lines.append(
            f"{self.paint('gutter', blank)} {' ' * shown.before}{self.paint(role, mark * shown.under)}"
        )
