"""The lint of one plan: read it, validate it, run the rules, set aside what is suppressed.

Everything that is found, by whoever found it, becomes a `Diagnostic` here. A plan's lint does not
depend on any other plan.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import Final

from msgspec.structs import replace

from planspec.align.facts import facts_of, hold
from planspec.lint.baseline import load_baseline
from planspec.lint.result import Counts, PlanReport, Suppressed
from planspec.lint.settings import Selection, Settings
from planspec.lint.suppression import (
    UNKNOWN,
    UNUSED,
    ByLine,
    Directive,
    Problem,
    read_directives,
    renaming,
    taking_out,
)
from planspec.model import Item, Plan, PlanFiles, Section, Task, build_plan, load_plan, load_plan_text
from planspec.model.titles import title_of
from planspec.registry import Registry
from planspec.rules import ALL, find_rule
from planspec.rules.rule import Absence, Authority, Finding, Rule
from planspec.rules.score import score
from planspec.schema import MAX_FAULTS, validate
from planspec.source.diagnostic import Diagnostic, Fix, Related, Severity
from planspec.source.errors import PlanspecError
from planspec.source.file import Fault, SourceFile, Stamp
from planspec.source.message import Message, Template, bounded
from planspec.source.nodes import Scalar
from planspec.source.span import WHOLE_FILE, Span

_MOST: Final = 50
"""Findings of one rule about one value that are told one by one."""
ALIGNMENT: Final = frozenset(rule.code for rule in ALL if rule.align is not None)
"""Rules that judge a plan beside others: they speak when all plans are read (`planspec.lint.alignment`)."""

CRASHED: Final = Template(
    zh="规则 {code} 在检查这份方案时出错（{error}），没有给出结论；其他规则不受影响。请向 planspec 报告",
    en="Rule {code} failed on this plan ({error}) and gave no verdict; the other rules ran. "
    "Please report it to planspec",
)
MORE: Final = Template(
    zh="这里还有{count}处同类问题，没有逐一列出；请改正前面列出的，再检查一次",
    en="{count} more faults of this kind are here, not told one by one; mend those told, then lint again",
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
        return PlanReport((diagnostic,), (), Counts(files=1), files=(shown,)), [(str(path), None)]
    try:
        read: list[tuple[str, Stamp | None]] = [(str(file.path), file.stamp) for file in files.files]
        read.extend((str(missing), None) for missing in files.missing)
        report = judge(files, selection, registry)
        if settings.baseline:
            baseline, place, stamp = load_baseline(path, shown)
            read.append((str(place), stamp))
            report = replace(report, baseline=baseline)
        return report, read
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
        judged = codes - unsure - set(held_back) - ALIGNMENT
    else:
        judged = frozenset(rule.code for rule in selection.rules if rule.check is None and rule.align is None)
    report = _finish(found, files, plan, selection, tuple(held_back), judged, seen)
    if files.complete and not faulty:
        report = replace(report, judged=tuple(sorted(judged)))
    if plan is not None:
        if not ALIGNMENT.isdisjoint(codes):
            facts = hold(facts_of(plan, complete=files.complete and not faulty))
            report = replace(report, facts=facts, ignores=_on_alignment(files))
        plan.release()
    return report


def _on_alignment(files: PlanFiles) -> tuple[tuple[str, Directive], ...]:
    """Return the comments that name a rule on alignment, or its family."""
    return tuple(
        (file.shown, directive)
        for file in files.files
        for directive in read_directives(file)[0]
        if any(names(word, code) for word in directive.codes for code in ALIGNMENT)
    )


def _run(
    rule: Rule, plan: Plan, selection: Selection, faulty: dict[str, list[Span]]
) -> tuple[list[Diagnostic], bool]:
    """Run one rule; a crash becomes a diagnostic that names it. Also say whether it crashed."""
    assert rule.check is not None
    found: list[Diagnostic] = []
    crashed = False
    seen: Counter[tuple[str, str]] = Counter()
    try:
        for finding in _limited(rule.check(plan, selection.options_for(rule))):
            if rule.absence is Absence.ITEM and faulty and _hidden(finding, faulty):
                continue
            anchor = bounded(finding.item.anchor if finding.item is not None else _name(finding.at.node.file))
            subject = unicodedata.normalize("NFKC", bounded(finding.subject))
            ordinal = seen[anchor, subject]
            seen[anchor, subject] += 1
            digest = _digest(rule.code, plan.identity, anchor, subject, str(ordinal))
            fix = finding.fix if _may_mend(rule, plan) else None
            found.append(_from_finding(finding, rule, digest, fix, anchor, subject))
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


def _limited(found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings; of those at one value the first, then one that counts the others."""
    at_one: Counter[int] = Counter()
    last: dict[int, Finding] = {}
    for finding in found:
        value = id(finding.at.node)
        at_one[value] += 1
        if at_one[value] <= _MOST or not isinstance(finding.at.node, Scalar):
            yield finding
        else:
            last[value] = finding
    for value, finding in last.items():
        message = MORE(count=at_one[value] - _MOST)
        yield replace(finding, message=message, subject="more", related=(), fix=None)


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
    return any(
        span.start_line <= last and whole.start_line <= span.end_line for span in spans
    ) or _hidden_above(finding.item, spans)


def _hidden_above(item: Item, spans: list[Span]) -> bool:
    """Say whether a fault lies in an entry of what holds the item, which may have it from there."""
    file = item.node.file
    holder = _holder(item)
    while holder is not None:
        whole = holder.node.span
        for span in spans:
            line = file.lines[span.start_line - 1]
            if (
                whole.start_line <= span.start_line <= whole.end_line
                and len(line) - len(line.lstrip()) <= whole.start_column + 1  # else it lies in an item below
                and line.lstrip()[:1] != "-"
            ):
                return True
        holder = _holder(holder)
    return False


def _holder(item: Item) -> Task | Section | None:
    if isinstance(item, Task):
        return item.parent or item.section
    return item.parent if isinstance(item, Section) else None


def _from_fault(fault: Fault, file: SourceFile, identity: str, seen: Counter[str]) -> Diagnostic:
    rule = find_rule(fault.code)
    excerpt = file.excerpt(fault.span.start_line)
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
            Related(file.shown, span, message, file.excerpt(span.start_line))
            for span, message in fault.related
        ),
        fix=fault.fix,
        fingerprint=_digest(subject, str(seen[subject])),
        excerpt=excerpt,
        item=_name(file),
        subject=unicodedata.normalize("NFKC", file.slice(fault.span) or excerpt.strip()),
    )


def _may_mend(rule: Rule, plan: Plan) -> bool:
    """Say whether a rule may offer a fix: what an issued plan says is not altered, only how it is written in YAML."""
    return plan.status != "issued" or rule.authority is Authority.FORMAT


def _from_finding(
    finding: Finding, rule: Rule, digest: str, fix: Fix | None, anchor: str, subject: str
) -> Diagnostic:
    file = finding.at.node.file
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
        fix=fix,
        fingerprint=digest,
        excerpt=file.excerpt(finding.at.span.start_line),
        item=anchor,
        subject=subject,
        title=bounded(title_of(finding.item)) if finding.item is not None else "",
    )


def _name(file: SourceFile) -> str:
    """Return the file's name without its folder, which differs from one working copy to the next."""
    return PurePosixPath(file.shown).name


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
    covering = {file: ByLine(own) for file, (own, _) in directives.items()}
    used: set[tuple[int, str]] = set()
    for diagnostic in found:
        level = severity.get(diagnostic.code)
        if level is not None and level is not diagnostic.severity:
            diagnostic = _with_severity(diagnostic, level)
        over = covering[diagnostic.file].at(diagnostic.span.start_line)
        directive = suppressing(diagnostic, over, used)
        if directive is None:
            kept.append(diagnostic)
        else:
            suppressed.append(Suppressed(diagnostic, directive.reason, directive.span.start_line))
    if "FMT007" in selection.codes:
        for file in files.files:
            own, problems = directives[file.shown]
            for problem in [*problems, *_unused(file, own, used, judged, tuple(kept))]:
                fault = Fault("FMT007", problem.span, problem.message, fix=problem.fix)
                level = severity.get("FMT007", Severity.WARNING)
                identity = plan.identity if plan is not None else ""
                kept.append(_with_severity(_from_fault(fault, file, identity, seen), level))
    counts = Counts(files=len(files.files))
    if plan is not None:
        scored = score(plan)
        counts += Counts(1, 0, len(plan.tasks), len(plan.targets), scored.tasks, scored.accountable)
    unique = {(d.sort_key, d.name): d for d in kept}
    diagnostics = tuple(sorted(unique.values(), key=lambda d: d.sort_key))
    return PlanReport(
        diagnostics,
        tuple(sorted(suppressed, key=lambda s: s.diagnostic.sort_key)),
        counts,
        held_back,
        plan.title if plan is not None else "",
        tuple(file.shown for file in files.files),
    )


def _with_severity(diagnostic: Diagnostic, level: Severity) -> Diagnostic:
    return replace(diagnostic, severity=level)


def suppressing(
    diagnostic: Diagnostic, directives: Iterable[Directive], used: set[tuple[int, str]]
) -> Directive | None:
    """Return the comment that covers a finding, None where there is none; note the word that was needed."""
    line = diagnostic.span.start_line
    if diagnostic.code == "INT001":  # a rule that failed is not a finding to be excused
        return None
    for directive in directives:
        if directive.first <= line <= directive.last:
            for word in directive.codes:
                if names(word, diagnostic.code):
                    used.add((id(directive), word))
                    return directive
    return None


def names(word: str, code: str) -> bool:
    """Say whether a comment's word (a code, a name or a family) means the rule."""
    if word.upper() == code[:3]:
        return True
    rule = find_rule(word)
    return rule is not None and rule.code == code


def _unused(
    file: SourceFile,
    directives: list[Directive],
    used: set[tuple[int, str]],
    judged: frozenset[str],
    found: Iterable[Diagnostic],
) -> list[Problem]:
    """Return the codes that no finding needed; a rule that gave no full verdict cannot tell."""
    problems = []
    for directive in directives:
        for word in directive.codes:
            if (id(directive), word) in used:
                continue
            meant = {rule.code for rule in ALL if names(word, rule.code)}
            if not meant:
                here = (one for one in found if one.file == file.shown and directive.covers(one))
                message, meant_here = _unknown(word, {name for one in here for name in (one.code, one.name)})
                fix = renaming(file, directive, word, meant_here) if meant_here else None
                problems.append(Problem(directive.span, message, fix))
            elif meant <= judged:
                fix = taking_out(file, directive, word)
                problems.append(Problem(directive.span, UNUSED(code=word), fix))
    return problems


def _unknown(word: str, here: Collection[str]) -> tuple[Message, str]:
    """Return what to say of a rule that does not exist, and which of those that speak here it may be."""
    from difflib import get_close_matches

    known = [name for rule in ALL for name in (rule.code, rule.name)]
    near = get_close_matches(word, sorted(here), 1)
    close = near or get_close_matches(word, known, 1)
    zh = f"，是不是“{close[0]}”？" if close else ""
    en = f", did you mean “{close[0]}”?" if close else ""
    message = Message(UNKNOWN.zh.format(code=word, hint=zh), UNKNOWN.en.format(code=word, hint=en))
    return message, near[0] if near else ""
