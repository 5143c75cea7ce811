"""GitLab Code Quality: what a reviewer has to look at, as a JSON list that GitLab shows beside a merge request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planspec.diff import Weight
from planspec.report.data import Value, dump
from planspec.report.difference.anchors import REVIEWED, anchor, sentences
from planspec.report.difference.value import worst_first

if TYPE_CHECKING:
    from planspec.diff import Change
    from planspec.report import Language, Look
    from planspec.report.difference.value import Couple, Difference

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
    return dump([_entry(change, couple, difference, look.language, taken) for change, couple in shown])


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
