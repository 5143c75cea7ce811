"""JSON: one versioned shape, however verbose the run."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from planspec.report.data import Value, dump
from planspec.source.diagnostic import Diagnostic, Fix, Related, Severity
from planspec.source.message import Message
from planspec.source.span import Span

if TYPE_CHECKING:
    from planspec.lint.result import Result
    from planspec.report import Language, Look

VERSION: Final = 1
"""Raised when a key changes its meaning or goes; new keys may come without that."""


def render(result: Result, look: Look) -> str:
    """Return the findings and the summary as JSON."""
    language = look.language
    return dump(
        {
            "version": VERSION,
            "diagnostics": [_diagnostic(one, language) for one in result.diagnostics],
            "summary": _summary(result, language),
        }
    )


def _diagnostic(one: Diagnostic, language: Language) -> Value:
    return {
        "code": one.code,
        "name": one.name,
        "severity": one.severity.value,
        "confidence": one.confidence.value,
        "message": one.message.text(language),
        "messages": _both(one.message),
        "file": one.file,
        "range": _range(one.span),
        "pointer": one.pointer,
        "source": one.locator,
        "related": [_related(other, language) for other in one.related],
        "fix": _fix(one.fix, language) if one.fix is not None else None,
        "fingerprint": one.fingerprint,
    }


def _both(message: Message) -> Value:
    return {"zh": message.zh, "en": message.en}


def _range(span: Span) -> Value:
    return {
        "start": {"line": span.start_line, "column": span.start_column},
        "end": {"line": span.end_line, "column": span.end_column},
    }


def _related(other: Related, language: Language) -> Value:
    return {
        "message": other.message.text(language),
        "messages": _both(other.message),
        "file": other.file,
        "range": _range(other.span),
    }


def _fix(fix: Fix, language: Language) -> Value:
    edits: list[Value] = [
        {"file": edit.file, "range": _range(edit.span), "text": edit.text} for edit in fix.edits
    ]
    return {
        "message": fix.message.text(language),
        "messages": _both(fix.message),
        "safe": fix.safe,
        "edits": edits,
    }


def _summary(result: Result, language: Language) -> Value:
    counts = result.counts
    return {
        "plans": counts.plans,
        "files": counts.files,
        "tasks": counts.tasks,
        "targets": counts.targets,
        "rules": result.rules,
        "errors": result.count(Severity.ERROR),
        "warnings": result.count(Severity.WARNING),
        "infos": result.count(Severity.INFO),
        "suppressed": len(result.suppressed),
        "by_rule": dict(sorted(Counter(one.code for one in result.diagnostics).items())),
        "held_back": [{"plan": plan, "rules": list(codes)} for plan, codes in result.held_back],
        "notes": [{"message": note.text(language), "messages": _both(note)} for note in result.notes],
        "fail_level": result.fail_level.value,
        "exit_code": result.exit_code,
    }
