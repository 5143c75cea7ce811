"""GitLab Code Quality: what a reviewer has to look at, as a JSON list that GitLab shows beside a merge request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planspec.diff import Weight
from planspec.report.data import Value, dump
from planspec.report.difference.anchors import REVIEWED, anchor, sentences
from planspec.report.difference.headings import alone
from planspec.report.difference.links import path_of
from planspec.report.difference.value import worst_first

if TYPE_CHECKING:
    from planspec.diff import Change
    from planspec.report import Language, Look
    from planspec.report.difference.value import Alone, Couple, Difference

_SEVERITIES: Final = {
    Weight.GRAVE: "critical",
    Weight.MAJOR: "major",
    Weight.MINOR: "minor",
    Weight.NOTE: "info",
}


def render(difference: Difference, look: Look) -> str:
    """Return one entry for each change that is neither approved, strengthened nor merely reworded."""
    shown = [
        (change, couple)
        for couple in difference.changed
        for change in couple.diff.changes
        if change.kind in REVIEWED and couple.approval(change) is None
    ]
    shown.sort(key=lambda one: worst_first(one[0]))
    taken: dict[str, int] = {}
    return dump(
        [
            *(_plan(one, difference, look.language) for one in difference.alone if _gone(one)),
            *(_entry(change, couple, difference, look.language, taken) for change, couple in shown),
        ]
    )


def _gone(one: Alone) -> bool:
    return one.change.kind in REVIEWED and one.approval is None


def _plan(one: Alone, difference: Difference, language: Language) -> Value:
    """Return the entry for a plan that is gone, at the file where it stood."""
    return {
        "description": alone(one).text(language),
        "check_name": one.change.code,
        "fingerprint": one.change.fingerprint,
        "severity": _SEVERITIES[one.change.weight],
        "location": {
            "path": path_of(one.plan.node.file.shown, difference.before).removeprefix("./"),
            "lines": {"begin": 1, "end": 1},
        },
    }


def _entry(
    change: Change, couple: Couple, difference: Difference, language: Language, taken: dict[str, int]
) -> Value:
    place = anchor(change, couple, difference)
    number = taken[change.fingerprint] = taken.get(change.fingerprint, -1) + 1
    return {
        "description": ("；" if language == "zh" else "; ").join(sentences(change, couple, language)),
        "check_name": change.code,
        # GitLab shows only one of equal fingerprints.
        "fingerprint": f"{change.fingerprint}-{number}" if number else change.fingerprint,
        "severity": _SEVERITIES[change.weight],
        "location": {
            "path": place.file.removeprefix("./"),
            "lines": {"begin": place.span.start_line, "end": place.span.end_line},
        },
    }
