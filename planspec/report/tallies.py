"""Findings counted: by rule, by file, by plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

from planspec.source.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from planspec.lint.result import Judged, Result
    from planspec.report import Language

Kind: TypeAlias = tuple[str, str, Severity]
"""Code, name and severity: a rule may find graver and slighter faults."""


def by_rule(found: Iterable[Diagnostic]) -> list[tuple[Kind, int]]:
    """Return each kind of finding with its number, the most frequent first."""
    counted = Counter((one.code, one.name, one.severity) for one in found)
    return sorted(counted.items(), key=lambda row: (-row[1], row[0][0], -row[0][2].rank))


def by_file(found: Iterable[Diagnostic]) -> list[tuple[str, list[Diagnostic]]]:
    """Return each file with its findings, the file with the most errors first, then warnings, then others."""
    files: dict[str, list[Diagnostic]] = {}
    for one in found:
        files.setdefault(one.file, []).append(one)
    return sorted(files.items(), key=lambda row: (_gravity(row[1]), row[0]))


def by_plan(result: Result) -> list[tuple[Judged | None, list[Diagnostic]]]:
    """Return each plan with the findings in its files; last, under None, those on files of no plan."""
    home: dict[str, int] = {}
    for number, plan in enumerate(result.plans):
        for file in plan.files:
            home.setdefault(file, number)
    found: list[tuple[Judged | None, list[Diagnostic]]] = [(plan, []) for plan in result.plans]
    elsewhere: list[Diagnostic] = []
    for one in result.diagnostics:
        number = home.get(one.file, -1)
        (elsewhere if number < 0 else found[number][1]).append(one)
    return [*found, (None, elsewhere)] if elsewhere else found


def count(found: Iterable[Diagnostic], severity: Severity) -> int:
    """Return how many findings are of this severity."""
    return sum(one.severity is severity for one in found)


def title_of(code: str, language: Language) -> str:
    """Return what the rule with this code finds; "" for what no rule has found."""
    from planspec.rules import find_rule

    rule = find_rule(code)
    return rule.page.title.text(language) if rule is not None else ""


def _gravity(found: list[Diagnostic]) -> tuple[int, int, int]:
    return -count(found, Severity.ERROR), -count(found, Severity.WARNING), -len(found)
