"""SARIF 2.1.0: for code scanning and for editors that read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from planspec import __version__
from planspec.report.data import Value, dump
from planspec.report.pages import markdown, plain
from planspec.report.words import offer
from planspec.source.diagnostic import Diagnostic, Fix, Related, Severity
from planspec.source.span import Span

if TYPE_CHECKING:
    from planspec.lint.result import Result, Suppressed
    from planspec.report import Language, Look
    from planspec.rules.rule import Rule

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT: Final = "planspecFingerprint/v1"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
LOCALES: Final[dict[Language, str]] = {"zh": "zh-CN", "en": "en-US"}


def render(result: Result, look: Look) -> str:
    """Return the run as a SARIF log; what was suppressed is part of it, with the reason."""
    from planspec.rules import ALL

    language = look.language
    rules: list[Value] = [_rule(rule, language) for rule in ALL]
    index = {rule.code: place for place, rule in enumerate(ALL)}
    found = [*result.diagnostics, *(one.diagnostic for one in result.suppressed)]
    for one in found:
        # What the engine itself reports (a rule that crashed) has no page.
        if one.code not in index:
            index[one.code] = len(rules)
            rules.append({"id": one.code, "name": one.name or one.code})
    results: list[Value] = [_result(one, index, language) for one in result.diagnostics]
    results.extend(_suppressed(one, index, language) for one in result.suppressed)
    driver: Value = {
        "name": "planspec",
        "version": __version__,
        "semanticVersion": __version__,
        "language": LOCALES[language],
        "rules": rules,
    }
    run: Value = {
        "tool": {"driver": driver},
        "language": LOCALES[language],
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(result, language)],
        "results": results,
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule, language: Language) -> Value:
    page = rule.page
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": page.title.text(language)},
        "fullDescription": {"text": page.part("what", language)},
        "help": {"text": plain(rule, language), "markdown": markdown(rule, language)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "tags": [rule.family],
            "precision": rule.confidence.value,
            "authority": rule.authority.value,
        },
    }


def _result(one: Diagnostic, index: dict[str, int], language: Language) -> dict[str, Value]:
    properties: dict[str, Value] = {"confidence": one.confidence.value, "pointer": one.pointer}
    location: dict[str, Value] = {"physicalLocation": place_at(one.file, one.span, one.excerpt)}
    if one.locator:
        properties["source"] = one.locator
        location["logicalLocations"] = [{"fullyQualifiedName": one.locator}]
    found: dict[str, Value] = {
        "ruleId": one.code,
        "ruleIndex": index[one.code],
        "level": _LEVELS[one.severity],
        "message": {"text": one.message.text(language)},
        "locations": [location],
    }
    if one.related:
        found["relatedLocations"] = [
            _related(number, other, language) for number, other in enumerate(one.related, 1)
        ]
    if one.fingerprint:
        found["partialFingerprints"] = {FINGERPRINT: one.fingerprint}
    if one.fix is not None:
        found["fixes"] = [_fix(one.fix, language)]
    found["properties"] = properties
    return found


def _suppressed(one: Suppressed, index: dict[str, int], language: Language) -> Value:
    file = one.baseline or one.diagnostic.file
    suppression: Value = {
        "kind": "external" if one.baseline else "inSource",
        "justification": one.reason,
        "location": {
            "physicalLocation": {"artifactLocation": {"uri": uri(file)}, "region": {"startLine": one.line}}
        },
    }
    return {**_result(one.diagnostic, index, language), "suppressions": [suppression]}


def place_at(file: str, span: Span, excerpt: str = "") -> Value:
    """Return a place as SARIF has it."""
    region: dict[str, Value] = {
        "startLine": span.start_line,
        "startColumn": span.start_column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    if excerpt and span.start_line == span.end_line:
        region["snippet"] = {"text": excerpt[span.start_column - 1 : span.end_column - 1]}
    return {"artifactLocation": {"uri": uri(file)}, "region": region}


def _related(number: int, other: Related, language: Language) -> Value:
    return {
        "id": number,
        "message": {"text": other.message.text(language)},
        "physicalLocation": place_at(other.file, other.span, other.excerpt),
    }


def _fix(fix: Fix, language: Language) -> Value:
    files = dict.fromkeys(edit.file for edit in fix.edits)
    changes: list[Value] = []
    for file in files:
        replacements: list[Value] = []
        for edit in fix.edits:
            if edit.file == file:
                span = edit.span
                region: Value = {
                    "startLine": span.start_line,
                    "startColumn": span.start_column,
                    "endLine": span.end_line,
                    "endColumn": span.end_column,
                }
                replacements.append({"deletedRegion": region, "insertedContent": {"text": edit.text}})
        changes.append({"artifactLocation": {"uri": uri(file)}, "replacements": replacements})
    return {"description": {"text": offer(fix).text(language)}, "artifactChanges": changes}


def _invocation(result: Result, language: Language) -> Value:
    from planspec.report.summary import held_back

    said = [*held_back(result, language), *(note.text(language) for note in result.notes)]
    found: dict[str, Value] = {"executionSuccessful": result.exit_code != 2, "exitCode": result.exit_code}
    if said:
        found["toolExecutionNotifications"] = [{"level": "note", "message": {"text": text}} for text in said]
    return found


def uri(file: str) -> str:
    """Return a file as the tool names it as a URI reference, percent-encoded as UTF-8."""
    path = quote(file, safe="/-._~", errors="surrogateescape")
    return f"file://{path}" if path.startswith("/") else path
