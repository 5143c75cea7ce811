"""SARIF 2.1.0 of a difference: each change as a result at its place in the new files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planspec import __version__
from planspec.diff import ALL, Change, ChangeClass, Side
from planspec.diff.kind import Kind
from planspec.report.data import Value, dump
from planspec.report.difference.anchors import anchor, sentences
from planspec.report.difference.links import path_of
from planspec.report.sarif import LOCALES, SCHEMA, place_at

if TYPE_CHECKING:
    from planspec.report import Language, Look
    from planspec.report.difference.value import Couple, Difference

FINGERPRINT: Final = "planspecChange/v1"
_LEVELS: Final = {
    ChangeClass.WEAKENED: "warning",
    ChangeClass.REDEFINED: "warning",
    ChangeClass.UNDECIDED: "note",
    ChangeClass.REASSIGNED: "note",
    ChangeClass.STRENGTHENED: "none",
    ChangeClass.REWORDED: "none",
}


def render(difference: Difference, look: Look) -> str:
    """Return the changes as a SARIF log; an approved one is suppressed, with its reason."""
    language = look.language
    index = {kind.code: number for number, kind in enumerate(ALL)}
    results: list[Value] = [
        _result(change, couple, difference, index, language)
        for couple in difference.couples
        for change in couple.diff.changes
    ]
    run: Value = {
        "tool": {
            "driver": {
                "name": "planspec diff",
                "version": __version__,
                "semanticVersion": __version__,
                "language": LOCALES[language],
                "rules": [_rule(kind, language) for kind in ALL],
            }
        },
        "language": LOCALES[language],
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "exitCode": difference.exit_code}],
        "results": results,
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(kind: Kind, language: Language) -> Value:
    return {
        "id": kind.code,
        "shortDescription": {"text": kind.title.text(language)},
        "fullDescription": {"text": kind.why.text(language)},
        "defaultConfiguration": {"level": _LEVELS[kind.kind]},
        "properties": {"tags": [kind.kind.value, kind.aspect]},
    }


def _result(
    change: Change, couple: Couple, difference: Difference, index: dict[str, int], language: Language
) -> Value:
    at = anchor(change, couple, difference)
    level = _LEVELS[change.kind]
    approval = couple.approval(change)
    if difference.fails(change.kind) and approval is None:
        level = "error"
    found: dict[str, Value] = {
        "ruleId": change.code,
        "ruleIndex": index[change.code],
        "level": level,
        "message": {"text": ("；" if language == "zh" else "; ").join(sentences(change, couple, language))},
        "locations": [{"physicalLocation": place_at(at.file, at.span)}],
    }
    related = _related(change, difference, language)
    if related:
        found["relatedLocations"] = related
    found["partialFingerprints"] = {FINGERPRINT: change.fingerprint}
    if approval is not None:
        found["suppressions"] = [{"kind": "external", "justification": approval.reason}]
    found["properties"] = {
        "class": change.kind.value,
        "weight": change.weight.value,
        "object": change.object.value,
    }
    return found


def _related(change: Change, difference: Difference, language: Language) -> list[Value]:
    """Return the old place, and the others that a change concerns."""
    told = "原来在这里" if language == "zh" else "it stood here"
    places: list[tuple[Side, bool, str]] = [(change.before, True, told)] if change.before is not None else []
    places += [(one.side, one.old, one.message.text(language)) for one in change.related]
    return [
        {
            "id": number,
            "message": {"text": text},
            "physicalLocation": place_at(
                path_of(side.file, difference.before if old else difference.after), side.span
            ),
        }
        for number, (side, old, text) in enumerate(places, 1)
    ]
