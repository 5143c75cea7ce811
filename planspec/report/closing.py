"""What a drafter sees at the end of a long run: where most is wrong, the errors, the verdict, the next step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from planspec.report.cells import visible, wrap
from planspec.report.paint import Paint
from planspec.report.statistics import rows
from planspec.report.summary import summary, tally
from planspec.report.tallies import by_file, by_rule
from planspec.source.diagnostic import Diagnostic, Severity
from planspec.source.message import Message, Template

if TYPE_CHECKING:
    from planspec.lint.result import Result
    from planspec.report import Look

MANY: Final = 10
"""More findings than this scroll off a screen: they are summed up."""
_RULES: Final = 8
_FILES: Final = 5
_ERRORS: Final = 5

BY_RULE = Message("问题最重、最多的规则：", "Gravest and most frequent:")
BY_FILE = Message("问题最重、最多的文件：", "Files with the gravest and most findings:")
ERRORS = Message("先看错误：", "The errors first:")
OTHER_RULES = Template(
    zh="其他{kinds}类共{count}个：planspec lint --statistics",
    en="{count} findings of {kinds} other kinds: planspec lint --statistics",
)
OTHER_FILES = Template(zh="其他{files}个文件：{counts}", en="{files} other files: {counts}")
OTHER_ERRORS = Template(zh="另有{count}个错误，见上文", en="{count} more errors above")
FOLDED = Template(
    zh="同类问题中有{count}个只列出行号；逐个显示：planspec lint --no-fold",
    en="{count} findings like others are told by their lines only; to see each: planspec lint --no-fold",
)
EXPLAIN = Template(
    zh="缘由和改法：planspec rule {code}", en="Why, and what to do about it: planspec rule {code}"
)


def closing(result: Result, look: Look, head: Callable[[Diagnostic], str], folded: int) -> list[str]:
    """Return the last lines of the report; `folded` findings were told by their lines only."""
    language, paint = look.language, Paint(look.color)
    found = result.diagnostics
    lines: list[str] = []

    def say(text: str, role: str = "", margin: int = 0) -> None:
        for line in wrap(visible(text), look.width - margin):
            lines.append(" " * margin + (paint(role, line) if role else line))

    if len(found) > MANY:
        lines += [paint("title", BY_RULE.text(language)), *_rules(result, look), ""]
        if len({one.file for one in found}) > 1:
            lines += [paint("title", BY_FILE.text(language)), *_files(result, look), ""]
        errors = [one for one in found if one.severity is Severity.ERROR]
        if errors:
            lines.append(paint("title", ERRORS.text(language)))
            for one in errors[:_ERRORS]:
                lines.append(f"  {head(one)}")
                say(one.message.text(language), margin=4)
            if len(errors) > _ERRORS:
                say(OTHER_ERRORS(count=len(errors) - _ERRORS).text(language), margin=2)
            lines.append("")
    worst = max(found, key=lambda one: one.severity.rank, default=None)
    first, *rest = summary(result, language)
    say(first, worst.severity.value if worst is not None else "good")
    for line in rest:
        say(line)
    if folded:
        say(FOLDED(count=folded).text(language), "dim")
    if worst is not None:
        say(EXPLAIN(code=worst.code).text(language), "dim")
    return lines


def _rules(result: Result, look: Look) -> list[str]:
    kinds = sorted(by_rule(result.diagnostics), key=lambda kind: -kind[0][2].rank)
    shown, others = kinds[:_RULES], kinds[_RULES:]
    lines = [f"  {line}" for line in rows(shown, look, names=False)]
    if others:
        count = sum(number for _, number in others)
        lines.append(f"  {OTHER_RULES(kinds=len(others), count=count).text(look.language)}")
    return lines


def _files(result: Result, look: Look) -> list[str]:
    language = look.language
    files = by_file(result.diagnostics)
    shown, others = files[:_FILES], files[_FILES:]
    lines = [f"  {visible(file)}  {tally([one.severity for one in own], language)}" for file, own in shown]
    if others:
        counts = tally([one.severity for _, own in others for one in own], language)
        lines.append(f"  {OTHER_FILES(files=len(others), counts=counts).text(language)}")
    return lines
