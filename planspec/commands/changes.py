"""`planspec changes`: the kinds of changes, or what one of them means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planspec.commands.answer import Answer
from planspec.commands.words import one_of
from planspec.diff import ALL, KINDS, ChangeClass, find_kind
from planspec.report import changes as report
from planspec.source.errors import PlanspecError
from planspec.source.message import Message, Template

if TYPE_CHECKING:
    from planspec.report import Look

FORMATS: Final = ("text", "markdown", "json")
NO_KIND = Template(zh="没有变化类别或代码“{word}”", en="There is no class or code of changes “{word}”")
LIST_HINT = Message(
    zh="planspec changes 列出全部；可写代码（target-lowered）或类别（weakened）",
    en="planspec changes lists them all; give a code (target-lowered) or a class (weakened)",
)
CLOSE_HINT = Template(
    zh="是不是 {close}？planspec changes 列出全部", en="Did you mean {close}? planspec changes lists all"
)


def changes(word: str | None, style: str, look: Look) -> Answer:
    """Return the list of all kinds, that of one class, or the page of the kind with this code."""
    one_of("--output-format", style, FORMATS)
    kind = find_kind(word) if word is not None else None
    if kind is not None:
        if style == "json":
            return Answer(report.page_json(kind), data=True)
        if style == "markdown":
            return Answer(report.page_markdown(kind, look.language), data=True)
        return Answer(report.page_text(kind, look))
    kinds = ALL
    if word is not None:
        kinds = tuple(kind for kind in ALL if kind.kind == word.strip().lower())
        if not kinds:
            raise PlanspecError(NO_KIND(word=word), _hint(word))
    if style == "json":
        return Answer(report.json(kinds), data=True)
    if style == "markdown":
        return Answer(report.markdown(kinds, look.language), data=True)
    return Answer(report.text(kinds, look))


def _hint(word: str) -> Message:
    from difflib import get_close_matches

    close = get_close_matches(word.strip().lower(), (*ChangeClass, *KINDS), 3)
    return CLOSE_HINT(close=" / ".join(close)) if close else LIST_HINT
