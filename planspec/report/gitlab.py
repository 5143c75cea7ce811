"""GitLab Code Quality: a JSON list that GitLab shows beside a merge request."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from planspec.report.data import Value, dump
from planspec.report.words import LOCATOR, SEE_ALSO
from planspec.source.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from planspec.lint.result import Result
    from planspec.report import Language, Look

_SEVERITIES: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(result: Result, look: Look) -> str:
    """Return one entry a finding."""
    taken: set[str] = set()
    return dump([_entry(one, _unique(one, taken), look.language) for one in result.diagnostics])


def _entry(one: Diagnostic, fingerprint: str, language: Language) -> Value:
    return {
        "description": _description(one, language),
        "check_name": f"{one.code} {one.name}".rstrip(),
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[one.severity],
        "location": {
            "path": one.file.removeprefix("./"),
            "lines": {"begin": one.span.start_line, "end": one.span.end_line},
        },
    }


def _description(one: Diagnostic, language: Language) -> str:
    """Return all that is said of a finding: GitLab shows one text only."""
    said = [one.message.text(language)]
    for other in one.related:
        place = f"{other.file}:{other.span.start_line}"
        said.append(SEE_ALSO(place=place, message=other.message.text(language)).text(language))
    if one.locator:
        said.append(LOCATOR(locator=one.locator).text(language))
    return ("。" if language == "zh" else ". ").join(said)


def _unique(one: Diagnostic, taken: set[str]) -> str:
    """Return the finding's fingerprint, changed where another has it: GitLab shows only one of equals."""
    own = one.fingerprint or _digest(one.code, one.file, one.message.zh)
    found, number = own, 0
    while found in taken:
        number += 1
        found = _digest(own, str(number))
    taken.add(found)
    return found


def _digest(*parts: str) -> str:
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
