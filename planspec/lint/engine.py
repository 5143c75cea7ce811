"""The lint of one plan: read it, validate it, run the rules, set aside what is suppressed.

Everything that is found, by whoever found it, becomes a `Diagnostic`. A plan's lint does not depend
on any other plan.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from planspec.align.facts import facts_of, hold
from planspec.lint.baseline import load_baseline
from planspec.lint.diagnosing import from_fault
from planspec.lint.fingerprint import fingerprint
from planspec.lint.result import Counts, PlanReport
from planspec.lint.running import run_rule
from planspec.lint.setting_aside import ALIGNMENT, Comments
from planspec.lint.settings import Selection, Settings
from planspec.model import Plan, PlanFiles, build_plan, load_plan, load_plan_text
from planspec.registry import Registry
from planspec.rules.rule import Absence
from planspec.rules.score import score
from planspec.schema import MAX_FAULTS, validate
from planspec.source.diagnostic import Diagnostic, Severity
from planspec.source.errors import PlanspecError
from planspec.source.file import Stamp
from planspec.source.span import WHOLE_FILE, Span


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
            fingerprint=fingerprint("FMT004", shown, error.message.en),
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
    severity = selection.severity
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
                found.append(from_fault(fault, file, identity, seen))
    held_back: list[str] = []
    unsure: set[str] = set()
    if plan is not None:
        for rule in selection.rules:
            if rule.check is None:
                continue
            if rule.absence is Absence.PLAN and (faulty or not files.complete):
                held_back.append(rule.code)
                continue
            own, crashed = run_rule(rule, plan, selection.options_for(rule), faulty)
            found.extend(own)
            if crashed or (rule.absence is not None and faulty):
                unsure.add(rule.code)
        judged = codes - unsure - set(held_back) - ALIGNMENT
    else:
        judged = frozenset(rule.code for rule in selection.rules if rule.check is None and rule.align is None)
    comments = Comments(files.files)
    kept, suppressed = comments.part(_at_level(one, severity.get(one.code)) for one in found)
    if "FMT007" in codes:
        level = severity.get("FMT007", Severity.WARNING)
        wrong = comments.faults(judged, tuple(kept))
        kept += [_at_level(from_fault(fault, file, identity, seen), level) for file, fault in wrong]
    sure = files.complete and not faulty
    aligned = plan is not None and not ALIGNMENT.isdisjoint(codes)
    report = PlanReport(
        _in_order(kept),
        tuple(sorted(suppressed, key=lambda one: one.diagnostic.sort_key)),
        _counts(files, plan),
        tuple(held_back),
        plan.title if plan is not None else "",
        tuple(file.shown for file in files.files),
        facts=hold(facts_of(plan, complete=sure)) if plan is not None and aligned else None,
        ignores=comments.on_alignment() if aligned else (),
        judged=tuple(sorted(judged)) if sure else (),
    )
    if plan is not None:
        plan.release()
    return report


def _at_level(diagnostic: Diagnostic, level: Severity | None) -> Diagnostic:
    """Return a finding with the severity that the configuration gives it."""
    return (
        diagnostic if level is None or level is diagnostic.severity else replace(diagnostic, severity=level)
    )


def _in_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    unique = {(one.sort_key, one.name): one for one in found}
    return tuple(sorted(unique.values(), key=lambda one: one.sort_key))


def _counts(files: PlanFiles, plan: Plan | None) -> Counts:
    counts = Counts(files=len(files.files))
    if plan is None:
        return counts
    scored = score(plan)
    return counts + Counts(1, 0, len(plan.tasks), len(plan.targets), scored.tasks, scored.accountable)
