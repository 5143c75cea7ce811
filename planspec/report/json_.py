"""JSON: one versioned shape, however verbose the run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from planspec.report.data import Value, dump
from planspec.report.summary import score
from planspec.report.tallies import by_plan, count
from planspec.source.diagnostic import Diagnostic, Fix, Related, Severity
from planspec.source.message import Message
from planspec.source.span import Span

if TYPE_CHECKING:
    from planspec.lint.result import Counts, Judged, Result, Suppressed
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
            "suppressed": [_suppressed(one, language) for one in result.suppressed],
            "plans": [_plan(plan, found, language) for plan, found in by_plan(result) if plan is not None],
            "summary": _summary(result, language),
        }
    )


def _diagnostic(one: Diagnostic, language: Language) -> dict[str, Value]:
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
        "item": one.item,
        "subject": one.subject,
        "fingerprint": one.fingerprint,
    }


def _suppressed(one: Suppressed, language: Language) -> Value:
    suppression: Value = {
        "kind": "baseline" if one.baseline else "comment",
        "reason": one.reason,
        "file": one.baseline or one.diagnostic.file,
        "line": one.line,
    }
    return {**_diagnostic(one.diagnostic, language), "suppression": suppression}


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


def _plan(plan: Judged, found: Sequence[Diagnostic], language: Language) -> Value:
    counts = plan.counts
    return {
        "file": plan.files[0],
        "title": plan.title,
        "files": list(plan.files),
        "tasks": counts.tasks,
        "targets": counts.targets,
        "errors": count(found, Severity.ERROR),
        "warnings": count(found, Severity.WARNING),
        "infos": count(found, Severity.INFO),
        "score": _score(counts, language),
    }


def _score(counts: Counts, language: Language) -> Value:
    said = score(counts)
    if said is None:
        return None
    return {
        "tasks": counts.leaves,
        "accountable": counts.accountable,
        "message": said.text(language),
        "messages": _both(said),
    }


def _summary(result: Result, language: Language) -> Value:
    counts = result.counts
    return {
        "plans": counts.plans,
        "files": counts.files,
        "tasks": counts.tasks,
        "targets": counts.targets,
        "score": _score(counts, language),
        "rules": result.rules,
        "errors": result.count(Severity.ERROR),
        "warnings": result.count(Severity.WARNING),
        "infos": result.count(Severity.INFO),
        "suppressed": len(result.suppressed),
        "known": sum(1 for one in result.suppressed if one.baseline),
        "left_out": result.left_out,
        "profile": result.profile,
        "by_rule": dict(sorted(Counter(one.code for one in result.diagnostics).items())),
        "held_back": [{"plan": plan, "rules": list(codes)} for plan, codes in result.held_back],
        "notes": [{"message": note.text(language), "messages": _both(note)} for note in result.notes],
        "fail_level": result.fail_level.value,
        "exit_code": result.exit_code,
    }
