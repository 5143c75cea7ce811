"""SARIF 2.1.0 of a difference: each change as a result at its place in the new files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planspec import __version__
from planspec.diff import ALL, Change, ChangeClass, Side
from planspec.diff.kind import Kind
from planspec.report.data import Value, dump
from planspec.report.difference.anchors import anchor, sentences
from planspec.report.difference.headings import alone
from planspec.report.difference.links import path_of
from planspec.report.difference.wording import sides
from planspec.report.sarif import LOCALES, SCHEMA, place_at
from planspec.source.message import Template
from planspec.source.span import WHOLE_FILE

if TYPE_CHECKING:
    from planspec.diff.approvals import Entry
    from planspec.report import Language, Look
    from planspec.report.difference.value import Alone, Couple, Difference

FINGERPRINT: Final = "planspecChange/v1"
_STOOD: Final = Template(zh="原来在这里", en="it stood here")
_STANDS: Final = Template(zh="{side}在这里", en="in {side} it stands here")
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
    results += [_plan(one, difference, index, language) for one in difference.alone]
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


def _plan(one: Alone, difference: Difference, index: dict[str, int], language: Language) -> Value:
    """Return the result for a plan that one side has alone, at its own file."""
    change = one.change
    label = difference.after if change.before is None else difference.before
    return {
        "ruleId": change.code,
        "ruleIndex": index[change.code],
        "level": _level(change.kind, one.approval, difference),
        "message": {"text": alone(one).text(language)},
        "locations": [{"physicalLocation": place_at(path_of(one.plan.node.file.shown, label), WHOLE_FILE)}],
        **_marks(change, one.approval),
    }


def _level(kind: ChangeClass, approval: Entry | None, difference: Difference) -> str:
    return "error" if difference.fails(kind) and approval is None else _LEVELS[kind]


def _marks(change: Change, approval: Entry | None) -> dict[str, Value]:
    """Return what a result holds besides its sentence: fingerprint, suppression, class."""
    marks: dict[str, Value] = {"partialFingerprints": {FINGERPRINT: change.fingerprint}}
    if approval is not None:
        marks["suppressions"] = [{"kind": "external", "justification": approval.reason}]
    marks["properties"] = {
        "class": change.kind.value,
        "weight": change.weight.value,
        "object": change.object.value,
    }
    return marks


def _result(
    change: Change, couple: Couple, difference: Difference, index: dict[str, int], language: Language
) -> Value:
    at = anchor(change, couple, difference)
    approval = couple.approval(change)
    found: dict[str, Value] = {
        "ruleId": change.code,
        "ruleIndex": index[change.code],
        "level": _level(change.kind, approval, difference),
        "message": {"text": ("；" if language == "zh" else "; ").join(sentences(change, couple, language))},
        "locations": [{"physicalLocation": place_at(at.file, at.span)}],
    }
    related = _related(change, couple, difference, language)
    if related:
        found["relatedLocations"] = related
    return found | _marks(change, approval)


def _related(change: Change, couple: Couple, difference: Difference, language: Language) -> list[Value]:
    """Return the old place, and the others that a change concerns."""
    told = (_STANDS if couple.across else _STOOD)(side=sides(couple)[0]).text(language)
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
