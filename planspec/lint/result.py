"""What a lint run tells: the findings, what was set aside, and the counts."""

from __future__ import annotations

import msgspec

from planspec.source.diagnostic import Diagnostic, Severity
from planspec.source.message import Message

INPUT_CODES = frozenset({"FMT001", "FMT002", "FMT003", "FMT004", "INT001"})
"""Findings that mean the input (or a rule) is broken: a run that has one as an error exits with 2."""


class Suppressed(msgspec.Struct, frozen=True):
    """A finding that was set aside, and why."""

    diagnostic: Diagnostic
    reason: str
    line: int
    """Line of the comment that suppresses it."""


class Counts(msgspec.Struct, frozen=True):
    """How much was looked at."""

    plans: int = 0
    files: int = 0
    tasks: int = 0
    targets: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.plans + other.plans,
            self.files + other.files,
            self.tasks + other.tasks,
            self.targets + other.targets,
        )


class PlanReport(msgspec.Struct, frozen=True):
    """The lint of one plan: independent of every other plan's."""

    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Suppressed, ...]
    counts: Counts
    held_back: tuple[str, ...] = ()
    """Codes of rules that could not judge because part of the plan is missing or broken."""


class Result(msgspec.Struct, frozen=True):
    """A whole run."""

    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Suppressed, ...]
    counts: Counts
    rules: int
    """Number of rules applied."""
    fail_level: Severity = Severity.WARNING
    held_back: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Per plan (as shown): the rules that could not judge."""
    notes: tuple[Message, ...] = ()
    """What a user should know about the run itself, such as files left out."""

    def count(self, severity: Severity) -> int:
        """Return the number of findings of a severity."""
        return sum(1 for one in self.diagnostics if one.severity is severity)

    @property
    def exit_code(self) -> int:
        """0 clean, 1 findings at or above the fail level, 2 the input is broken."""
        code = 0
        for one in self.diagnostics:
            if one.code in INPUT_CODES and one.severity is Severity.ERROR:
                return 2
            if one.severity.rank >= self.fail_level.rank:
                code = 1
        return code
