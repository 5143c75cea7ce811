"""What a lint run tells: the findings, what was set aside, and the counts."""

from __future__ import annotations

import msgspec

from planspec.align.facts import Held
from planspec.lint.baseline import Baseline
from planspec.lint.suppression import Directive
from planspec.source.diagnostic import Diagnostic, Severity
from planspec.source.message import Message

INPUT_CODES = frozenset({"FMT001", "FMT002", "FMT003", "FMT004", "INT001"})
"""Findings that mean the input (or a rule) is broken: a run that has one as an error exits with 2."""


class Suppressed(msgspec.Struct, frozen=True):
    """A finding that was set aside, and why."""

    diagnostic: Diagnostic
    reason: str
    line: int
    """Line of the comment that suppresses it, or of the baseline's entry."""
    baseline: str = ""
    """The baseline that knows it; "" where a comment in its own file suppresses it."""


class Counts(msgspec.Struct, frozen=True):
    """How much was looked at."""

    plans: int = 0
    files: int = 0
    tasks: int = 0
    targets: int = 0
    leaves: int = 0
    """Tasks without parts of their own: those that the score is about (`planspec.rules.score`)."""
    accountable: int = 0
    """Of these, how many have a lead and a measurable target."""

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.plans + other.plans,
            self.files + other.files,
            self.tasks + other.tasks,
            self.targets + other.targets,
            self.leaves + other.leaves,
            self.accountable + other.accountable,
        )


class PlanReport(msgspec.Struct, frozen=True):
    """The lint of one plan: independent of every other plan's."""

    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Suppressed, ...]
    counts: Counts
    held_back: tuple[str, ...] = ()
    """Codes of rules that could not judge because part of the plan is missing or broken."""
    title: str = ""
    files: tuple[str, ...] = ()
    """Its files as shown, the root first."""
    facts: Held | None = None
    """What other plans may know of it; None where no rule on alignment is chosen."""
    ignores: tuple[tuple[str, Directive], ...] = ()
    """Comments that name rules on alignment, by file: those rules speak after the plan was linted."""
    baseline: Baseline | None = None
    """The baseline beside the plan, not yet applied (`planspec.lint.settle`)."""
    judged: tuple[str, ...] = ()
    """Codes of rules that gave a full verdict: what they do not find is not there."""
    left_out: int = 0
    """Findings that the profile does not report."""
    stale: tuple[int, ...] = ()
    """Numbers, from 0, of the baseline's entries that fit no finding."""


class Judged(msgspec.Struct, frozen=True):
    """One plan of a run: what a report by plan needs beside the findings."""

    title: str
    files: tuple[str, ...]
    """As shown, the root first."""
    counts: Counts
    codes: tuple[str, ...]
    """The rules applied to it, in order."""
    held_back: tuple[str, ...] = ()


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
    plans: tuple[Judged, ...] = ()
    """The plans in the order of their paths."""
    profile: str = "drafter"
    left_out: int = 0
    """Findings that the profile does not report."""

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
