"""The lint of one plan: read it, validate it, run the rules, set aside what is suppressed.

Everything that is found, by whoever found it, becomes a `Diagnostic` here. A plan's lint does not
depend on any other plan.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import Final

from planspec.lint.result import Counts, PlanReport, Suppressed
from planspec.lint.settings import Selection, Settings
from planspec.lint.suppression import UNKNOWN, UNUSED, Directive, Problem, read_directives
from planspec.model import Plan, PlanFiles, build_plan, load_plan, load_plan_text
from planspec.registry import Registry
from planspec.rules import ALL, find_rule
from planspec.rules.rule import Absence, Finding, Rule
from planspec.schema import MAX_FAULTS, validate
from planspec.source.diagnostic import Diagnostic, Related, Severity
from planspec.source.errors import PlanspecError
from planspec.source.file import Fault, SourceFile, Stamp
from planspec.source.message import Message, Template
from planspec.source.span import WHOLE_FILE, Span

_LONGEST_LINE: Final = 2000

CRASHED: Final = Template(
    zh="规则 {code} 在检查这份方案时出错（{error}），没有给出结论；其他规则不受影响。请向 planspec 报告",
    en="Rule {code} failed on this plan ({error}) and gave no verdict; the other rules ran. "
    "Please report it to planspec",
)


def lint_path(
    path: Path, shown: str, settings: Settings, registry: Registry
) -> tuple[PlanReport, list[tuple[str, Stamp | None]]]:
    """Lint the plan whose root file is `path`; also return its files, the root first, with their stamps.

    An unreadable root is a finding (FMT004), so that the other plans of a run are still judged.
    """
    selection = settings.for_path(shown)
    try:
        files = load_plan(path, shown)
    except PlanspecError as error:
        diagnostic = Diagnostic(
            shown, WHOLE_FILE, "FMT004", "include-missing", Severity.ERROR, error.message,
            fingerprint=_digest("FMT004", shown, error.message.en),
        )  # fmt: skip
        return PlanReport((diagnostic,), (), Counts(files=1)), [(str(path), None)]
    try:
        read: list[tuple[str, Stamp | None]] = [(str(file.path), file.stamp) for file in files.files]
        read.extend((str(missing), None) for missing in files.missing)
        return judge(files, selection, registry), read
    finally:
        files.release()


def lint_text(text: str, settings: Settings, registry: Registry, shown: str = "<text>") -> PlanReport:
    """Lint a plan given as text."""
    files = load_plan_text(text, shown)
    try:
        return judge(files, settings.for_path(shown), registry)
    finally:
        files.release()


def judge(files: PlanFiles, selection: Selection, registry: Registry) -> PlanReport:
    """Run everything that `selection` chooses over the files of one plan."""
    found: list[Diagnostic] = []
    faulty: dict[str, list[Span]] = {}
    codes = selection.codes
    plan = build_plan(files, registry)
    identity = plan.identity if plan is not None else ""
    seen: Counter[str] = Counter()
    for file in files.files:
        faults = [*file.faults, *validate(file, "plan" if file is files.root else "action")]
        if len(faults) > MAX_FAULTS:  # there are more than are told: any item may be faulty
            faulty[file.shown] = [Span(1, 1, len(file.lines), 1)]
        for fault in faults:
            faulty.setdefault(file.shown, []).append(fault.span)
            if fault.code in codes:
                found.append(_from_fault(fault, file, identity, seen))
    held_back: list[str] = []
    unsure: set[str] = set()
    if plan is not None:
        for rule in selection.rules:
            if rule.check is None:
                continue
            if rule.absence is Absence.PLAN and (faulty or not files.complete):
                held_back.append(rule.code)
                continue
            own, crashed = _run(rule, plan, selection, faulty)
            found.extend(own)
            if crashed or (rule.absence is not None and faulty):
                unsure.add(rule.code)
        judged = codes - unsure - set(held_back)
    else:
        judged = frozenset(rule.code for rule in selection.rules if rule.check is None)
    report = _finish(found, files, plan, selection, tuple(held_back), judged, seen)
    if plan is not None:
        plan.release()
    return report


def _run(
    rule: Rule, plan: Plan, selection: Selection, faulty: dict[str, list[Span]]
) -> tuple[list[Diagnostic], bool]:
    """Run one rule; a crash becomes a diagnostic that names it. Also say whether it crashed."""
    assert rule.check is not None
    found: list[Diagnostic] = []
    crashed = False
    seen: Counter[tuple[str, str]] = Counter()
    try:
        for finding in rule.check(plan, selection.options_for(rule)):
            if rule.absence is Absence.ITEM and faulty and _hidden(finding, faulty):
                continue
            anchor = finding.item.anchor if finding.item is not None else _name(finding.at.node.file)
            subject = unicodedata.normalize("NFKC", finding.subject)
            ordinal = seen[anchor, subject]
            seen[anchor, subject] += 1
            digest = _digest(rule.code, plan.identity, anchor, subject, str(ordinal))
            found.append(_from_finding(finding, rule, digest))
    except Exception as error:  # one broken rule must not silence the others
        crashed = True
        root = plan.files[0]
        reason = f"{type(error).__name__}: {error}"
        message = CRASHED(code=rule.code, error=reason)
        found.append(
            Diagnostic(
                root.shown,
                WHOLE_FILE,
                "INT001",
                "rule-crashed",
                Severity.ERROR,
                message,
                fingerprint=_digest("INT001", rule.code, plan.identity),
            )
        )
    return found, crashed


def _hidden(finding: Finding, faulty: dict[str, list[Span]]) -> bool:
    """Say whether a fault inside the item may be why something seems to be missing."""
    if finding.item is None or isinstance(finding.item, Plan):
        return True
    node = finding.item.node
    file = node.file
    spans = faulty.get(file.shown)
    if not spans:
        return False
    whole = node.span
    # What was left out right below may have been the end of the item.
    last = whole.end_line
    while last < len(file.lines) and (last + 1 in file.broken_lines or not file.lines[last].strip()):
        last += 1
    return any(span.start_line <= last and whole.start_line <= span.end_line for span in spans)


def _from_fault(fault: Fault, file: SourceFile, identity: str, seen: Counter[str]) -> Diagnostic:
    rule = find_rule(fault.code)
    excerpt = _line(file, fault.span.start_line)
    subject = _digest(fault.code, identity, _name(file), file.slice(fault.span), excerpt.strip())
    seen[subject] += 1
    return Diagnostic(
        file=file.shown,
        span=fault.span,
        code=fault.code,
        name=rule.name if rule is not None else "",
        severity=Severity.ERROR,
        message=fault.message,
        related=tuple(
            Related(file.shown, span, message, _line(file, span.start_line))
            for span, message in fault.related
        ),
        fingerprint=_digest(subject, str(seen[subject])),
        excerpt=excerpt,
    )


def _from_finding(finding: Finding, rule: Rule, digest: str) -> Diagnostic:
    file = finding.at.node.file
    home = finding.within or finding.item
    related = tuple(
        Related(place.file, place.span, message, _line(place.node.file, place.span.start_line))
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
        pointer=file.pointer(finding.at.node),
        locator=(home.locator or None) if home is not None else None,
        related=related,
        fix=finding.fix,
        fingerprint=digest,
        excerpt=_line(file, finding.at.span.start_line),
    )


def _name(file: SourceFile) -> str:
    """Return the file's name without its folder, which differs from one working copy to the next."""
    return PurePosixPath(file.shown).name


def _line(file: SourceFile, line: int) -> str:
    """Return a line for a report; "" where there is none, or none that could be shown."""
    length = file.line_length(line)
    return file.lines[line - 1] if 0 < length <= _LONGEST_LINE else ""


def _digest(*parts: str) -> str:
    return blake2b("\x1f".join(parts).encode(), digest_size=16).hexdigest()


def _finish(
    found: Iterable[Diagnostic],
    files: PlanFiles,
    plan: Plan | None,
    selection: Selection,
    held_back: tuple[str, ...],
    judged: frozenset[str],
    seen: Counter[str],
) -> PlanReport:
    """Apply configured severities and inline comments; sort."""
    severity = selection.severity
    kept: list[Diagnostic] = []
    suppressed: list[Suppressed] = []
    directives = {file.shown: read_directives(file) for file in files.files}
    used: set[tuple[int, str]] = set()
    for diagnostic in found:
        level = severity.get(diagnostic.code)
        if level is not None and level is not diagnostic.severity:
            diagnostic = _with_severity(diagnostic, level)
        directive = _suppressing(diagnostic, directives[diagnostic.file][0], used)
        if directive is None:
            kept.append(diagnostic)
        else:
            suppressed.append(Suppressed(diagnostic, directive.reason, directive.span.start_line))
    if "FMT007" in selection.codes:
        for file in files.files:
            own, problems = directives[file.shown]
            for problem in [*problems, *_unused(own, used, judged)]:
                fault = Fault("FMT007", problem.span, problem.message)
                level = severity.get("FMT007", Severity.WARNING)
                identity = plan.identity if plan is not None else ""
                kept.append(_with_severity(_from_fault(fault, file, identity, seen), level))
    counts = Counts(
        plans=1 if plan is not None else 0,
        files=len(files.files),
        tasks=len(plan.tasks) if plan is not None else 0,
        targets=len(plan.targets) if plan is not None else 0,
    )
    unique = {(d.sort_key, d.name): d for d in kept}
    diagnostics = tuple(sorted(unique.values(), key=lambda d: d.sort_key))
    return PlanReport(
        diagnostics, tuple(sorted(suppressed, key=lambda s: s.diagnostic.sort_key)), counts, held_back
    )


def _with_severity(diagnostic: Diagnostic, level: Severity) -> Diagnostic:
    from msgspec.structs import replace

    return replace(diagnostic, severity=level)


def _suppressing(
    diagnostic: Diagnostic, directives: list[Directive], used: set[tuple[int, str]]
) -> Directive | None:
    line = diagnostic.span.start_line
    if diagnostic.code == "INT001":  # a rule that failed is not a finding to be excused
        return None
    for directive in directives:
        if directive.first <= line <= directive.last:
            for word in directive.codes:
                if _names(word, diagnostic.code):
                    used.add((id(directive), word))
                    return directive
    return None


def _names(word: str, code: str) -> bool:
    if word.upper() == code[:3]:
        return True
    rule = find_rule(word)
    return rule is not None and rule.code == code


def _unused(directives: list[Directive], used: set[tuple[int, str]], judged: frozenset[str]) -> list[Problem]:
    """Return the codes that no finding needed; a rule that gave no full verdict cannot tell."""
    problems = []
    for directive in directives:
        for word in directive.codes:
            if (id(directive), word) in used:
                continue
            meant = {rule.code for rule in ALL if _names(word, rule.code)}
            if not meant:
                problems.append(Problem(directive.span, _unknown(word)))
            elif meant <= judged:
                problems.append(Problem(directive.span, UNUSED(code=word)))
    return problems


def _unknown(word: str) -> Message:
    from difflib import get_close_matches

    known = [name for rule in ALL for name in (rule.code, rule.name)]
    close = get_close_matches(word, known, 1)
    zh = f"，是不是“{close[0]}”？" if close else ""
    en = f", did you mean “{close[0]}”?" if close else ""
    return Message(UNKNOWN.zh.format(code=word, hint=zh), UNKNOWN.en.format(code=word, hint=en))
