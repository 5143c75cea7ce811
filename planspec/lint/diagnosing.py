"""Faults and findings become diagnostics: what a rule names, with its place, excerpt and fingerprint."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import PurePosixPath

from planspec.lint.fingerprint import fingerprint
from planspec.model import Plan
from planspec.model.titles import title_of
from planspec.rules import find_rule
from planspec.rules.rule import Authority, Finding, Rule
from planspec.source.diagnostic import Diagnostic, Related, Severity
from planspec.source.file import Fault, SourceFile
from planspec.source.message import Message, bounded
from planspec.source.span import WHOLE_FILE


def from_fault(fault: Fault, file: SourceFile, identity: str, seen: Counter[str]) -> Diagnostic:
    """Return what is said of a fault that reading found; `seen` counts those that are alike."""
    rule = find_rule(fault.code)
    excerpt = file.excerpt(fault.span.start_line)
    subject = fingerprint(fault.code, identity, _name(file), file.slice(fault.span), excerpt.strip())
    seen[subject] += 1
    return Diagnostic(
        file=file.shown,
        span=fault.span,
        code=fault.code,
        name=rule.name if rule is not None else "",
        severity=Severity.ERROR,
        message=fault.message,
        related=tuple(
            Related(file.shown, span, message, file.excerpt(span.start_line))
            for span, message in fault.related
        ),
        fix=fault.fix,
        fingerprint=fingerprint(subject, str(seen[subject])),
        excerpt=excerpt,
        item=_name(file),
        subject=unicodedata.normalize("NFKC", file.slice(fault.span) or excerpt.strip()),
    )


class Findings:
    """The findings of one rule on one plan as they become diagnostics: those that are alike are numbered."""

    def __init__(self, rule: Rule, plan: Plan) -> None:
        self.rule = rule
        self.identity = plan.identity
        # What an issued plan says is not altered, only how it is written in YAML.
        self.may_mend = plan.status != "issued" or rule.authority is Authority.FORMAT
        self.seen: Counter[tuple[str, str]] = Counter()

    def diagnostic(self, finding: Finding) -> Diagnostic:
        """Return what is said of the next finding."""
        rule = self.rule
        file = finding.at.node.file
        anchor = bounded(finding.item.anchor if finding.item is not None else _name(file))
        subject = unicodedata.normalize("NFKC", bounded(finding.subject))
        ordinal = self.seen[anchor, subject]
        self.seen[anchor, subject] += 1
        home = finding.within or finding.item
        related = tuple(
            Related(place.file, place.span, message, place.node.file.excerpt(place.span.start_line))
            for place, message in finding.related
        )
        return Diagnostic(
            file=file.shown,
            span=finding.at.span,
            code=rule.code,
            name=rule.name,
            severity=finding.severity or rule.severity,
            message=finding.message,
            confidence=finding.confidence or rule.confidence,
            pointer=bounded(file.pointer(finding.at.node)),
            locator=(bounded(home.locator) or None) if home is not None else None,
            related=related,
            fix=finding.fix if self.may_mend else None,
            fingerprint=fingerprint(rule.code, self.identity, anchor, subject, str(ordinal)),
            excerpt=file.excerpt(finding.at.span.start_line),
            item=anchor,
            subject=subject,
            title=bounded(title_of(finding.item)) if finding.item is not None else "",
        )


def crashed(rule: Rule, shown: str, identity: str, message: Message) -> Diagnostic:
    """Return what is said of a rule that failed."""
    return Diagnostic(
        shown,
        WHOLE_FILE,
        "INT001",
        "rule-crashed",
        Severity.ERROR,
        message,
        fingerprint=fingerprint("INT001", rule.code, identity),
    )


def _name(file: SourceFile) -> str:
    """Return the file's name without its folder, which differs from one working copy to the next."""
    return PurePosixPath(file.shown).name
