"""What the tests of all rules share: linting a short text with one rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest
from msgspec.structs import replace

from planspec.lint.alignment import align_reports
from planspec.lint.baseline import read_baseline
from planspec.lint.engine import lint_text
from planspec.lint.settings import Settings
from planspec.lint.settle import settle
from planspec.registry import builtin
from planspec.rules.rule import OptionValue
from planspec.source import load_text
from planspec.source.diagnostic import Diagnostic

from .marks import BASELINE, HEAD, places, read_marks, whole

Lint: TypeAlias = Callable[..., list[Diagnostic]]


def run(text: str, code: str = "ALL", **options: OptionValue) -> list[Diagnostic]:
    """Lint a text with one rule, a family or ALL; keyword arguments are options of the rule.

    Lines `---` part it into several plans that are judged beside one another; lines count through.
    """
    if text.startswith(BASELINE):
        return beside_baseline(text, code)
    settings = Settings(select=(code,), options={code: options} if options else {})
    reports = {}
    line = 0
    for ordinal, part in enumerate(text.split("\n---\n"), 1):
        shown = f"<plan {ordinal}>"
        reports[shown] = lint_text("\n" * line + part, settings, builtin(), shown)
        line += part.count("\n") + 2
    selections = {shown: settings.for_path(shown) for shown in reports}
    completed, _ = align_reports(reports, selections, builtin())
    return [one for report in completed.values() for one in report.diagnostics]


def beside_baseline(text: str, code: str) -> list[Diagnostic]:
    """Lint a plan with one finding (RES002, circular-economy) beside a baseline."""
    settings = Settings(select=(code, "RES002"))
    task = "tasks:\n- {id: circular-economy, title: 循环经济, units: [县科工局, 县发改局]}\n"
    report = lint_text(HEAD + task, settings, builtin())
    report = replace(report, baseline=read_baseline(load_text(text, "baseline.yaml")))
    found = settle(report, settings.for_path("plan.yaml")).diagnostics
    return [one for one in found if code == "ALL" or one.code == code]


@pytest.fixture
def lint() -> Lint:
    """Lint a fragment (dedented, with a head of four lines unless it has its own) with one rule."""

    def call(text: str, code: str = "ALL", **options: OptionValue) -> list[Diagnostic]:
        return run(whole(text), code, **options)

    return call


@pytest.fixture
def marked() -> Lint:
    """Lint a fragment whose caret lines mark the findings; they must be exactly those. Return them."""

    def call(text: str, code: str, **options: OptionValue) -> list[Diagnostic]:
        plain, marks = read_marks(text)
        found = run(plain, code, **options)
        assert places(found, marks) == marks, [one.message.zh for one in found]
        return found

    return call
