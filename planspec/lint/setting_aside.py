"""Set aside what comments in the files excuse, and tell which comments excuse nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from planspec.lint.result import Suppressed
from planspec.lint.suppression import (
    UNKNOWN,
    UNUSED,
    ByLine,
    Directive,
    Problem,
    read_directives,
    renaming,
    taking_out,
)
from planspec.rules import ALL, find_rule
from planspec.source.diagnostic import Diagnostic
from planspec.source.file import Fault, SourceFile
from planspec.source.message import Message

ALIGNMENT: Final = frozenset(rule.code for rule in ALL if rule.align is not None)
"""Rules that judge a plan beside others: they speak when all plans are read (`planspec.lint.alignment`)."""


class Comments:
    """The comments in a plan's files; which of their words a finding needed is noted."""

    def __init__(self, files: Iterable[SourceFile]) -> None:
        self._read = [(file, *read_directives(file)) for file in files]
        self._used: set[tuple[int, str]] = set()

    def part(self, found: Iterable[Diagnostic]) -> tuple[list[Diagnostic], list[Suppressed]]:
        """Return the findings that stay, and those that a comment excuses."""
        kept: list[Diagnostic] = []
        suppressed: list[Suppressed] = []
        covering = {file.shown: ByLine(own) for file, own, _ in self._read}
        for one in found:
            directive = suppressing(one, covering[one.file].at(one.span.start_line), self._used)
            if directive is None:
                kept.append(one)
            else:
                suppressed.append(Suppressed(one, directive.reason, directive.span.start_line))
        return kept, suppressed

    def faults(
        self, judged: Collection[str], kept: Iterable[Diagnostic]
    ) -> Iterator[tuple[SourceFile, Fault]]:
        """Yield what is wrong with the comments; only rules `judged` can tell that they need none."""
        for file, own, problems in self._read:
            for problem in [*problems, *_unused(file, own, self._used, judged, kept)]:
                yield file, Fault("FMT007", problem.span, problem.message, fix=problem.fix)

    def on_alignment(self) -> tuple[tuple[str, Directive], ...]:
        """Return those that name a rule on alignment, or its family, each with its file."""
        return tuple(
            (file.shown, directive)
            for file, own, _ in self._read
            for directive in own
            if any(names(word, code) for word in directive.codes for code in ALIGNMENT)
        )


def suppressing(
    diagnostic: Diagnostic, directives: Iterable[Directive], used: set[tuple[int, str]]
) -> Directive | None:
    """Return the comment that covers a finding, None where there is none; note the word that was needed."""
    line = diagnostic.span.start_line
    if diagnostic.code == "INT001":  # a rule that failed is not a finding to be excused
        return None
    for directive in directives:
        if directive.first <= line <= directive.last:
            for word in directive.codes:
                if names(word, diagnostic.code):
                    used.add((id(directive), word))
                    return directive
    return None


def names(word: str, code: str) -> bool:
    """Say whether a comment's word (a code, a name or a family) means the rule."""
    if word.upper() == code[:3]:
        return True
    rule = find_rule(word)
    return rule is not None and rule.code == code


def _unused(
    file: SourceFile,
    directives: list[Directive],
    used: set[tuple[int, str]],
    judged: Collection[str],
    found: Iterable[Diagnostic],
) -> list[Problem]:
    """Return the codes that no finding needed; a rule that gave no full verdict cannot tell."""
    problems = []
    for directive in directives:
        for word in directive.codes:
            if (id(directive), word) in used:
                continue
            meant = {rule.code for rule in ALL if names(word, rule.code)}
            if not meant:
                here = (one for one in found if one.file == file.shown and directive.covers(one))
                message, meant_here = _unknown(word, {name for one in here for name in (one.code, one.name)})
                fix = renaming(file, directive, word, meant_here) if meant_here else None
                problems.append(Problem(directive.span, message, fix))
            elif meant.issubset(judged):
                fix = taking_out(file, directive, word)
                problems.append(Problem(directive.span, UNUSED(code=word), fix))
    return problems


def _unknown(word: str, here: Collection[str]) -> tuple[Message, str]:
    """Return what to say of a rule that does not exist, and which of those that speak here it may be."""
    from difflib import get_close_matches

    known = [name for rule in ALL for name in (rule.code, rule.name)]
    near = get_close_matches(word, sorted(here), 1)
    close = near or get_close_matches(word, known, 1)
    zh = f"，是不是“{close[0]}”？" if close else ""
    en = f", did you mean “{close[0]}”?" if close else ""
    message = Message(UNKNOWN.zh.format(code=word, hint=zh), UNKNOWN.en.format(code=word, hint=en))
    return message, near[0] if near else ""
