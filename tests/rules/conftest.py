"""What the tests of all rules share: linting a short text with one rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from planspec.lint.engine import lint_text
from planspec.lint.settings import Settings
from planspec.registry import builtin
from planspec.rules.rule import OptionValue
from planspec.source.diagnostic import Diagnostic

from .marks import places, read_marks, whole

Lint: TypeAlias = Callable[..., list[Diagnostic]]


def run(text: str, code: str = "ALL", **options: OptionValue) -> list[Diagnostic]:
    """Lint a text with one rule, a family or ALL; keyword arguments are options of the rule."""
    settings = Settings(select=(code,), options={code: options} if options else {})
    return list(lint_text(text, settings, builtin()).diagnostics)


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
