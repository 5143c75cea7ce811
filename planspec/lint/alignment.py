"""The reduce over plans: what shows only beside other plans, judged on the facts that each plan left.

The map over plans (engine, run) gives one `Facts` per plan; here each is set beside those of its
superiors and subordinates, and the rules on alignment speak. Time is linear in the plans.
"""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from planspec.align.case import Case
from planspec.align.chain import Plans
from planspec.align.facts import Held, facts_of, hold
from planspec.align.neighbours import superiors_of
from planspec.lint.diagnosing import crashed
from planspec.lint.fingerprint import fingerprint
from planspec.lint.result import PlanReport, Suppressed
from planspec.lint.setting_aside import suppressing
from planspec.lint.settings import Selection
from planspec.model import build_plan, load_plan
from planspec.registry import Registry, chain, superior
from planspec.rules import ALL
from planspec.rules.rule import Absence, Contrast, Rule
from planspec.source.diagnostic import Diagnostic, Related, Severity
from planspec.source.errors import PlanspecError
from planspec.source.message import Message, Template, bounded

RULES: Final = tuple(rule for rule in ALL if rule.align is not None)
_ABOVE: Final = frozenset(rule.code for rule in RULES) - {"ALN006"}
"""Those that only superiors' plans decide; ALN006 adds up the plans below, which are never known to be all."""

CRASHED: Final = Template(
    zh="规则 {code} 在比对这份方案与上下级方案时出错（{error}），没有给出结论；其他规则不受影响。请向 planspec 报告",
    en="Rule {code} failed while this plan was set beside others ({error}) and gave no verdict; "
    "the other rules ran. Please report it to planspec",
)
NO_SUPERIOR: Final = Template(
    zh="没有找到{places}{year}年的方案，{plans}没有与它比对",
    en="No plan of {places} for {year} was found; {plans} not compared with it",
)


def align_reports(
    reports: Mapping[str, PlanReport], selections: Mapping[str, Selection], registry: Registry
) -> tuple[dict[str, PlanReport], tuple[Message, ...]]:
    """Return the reports, by root file as shown, completed by what shows only beside other plans, and notes.

    Superiors that are not among them are looked for in the folders above each plan.
    """
    held = [report.facts for _, report in sorted(reports.items()) if report.facts is not None]
    others = superiors(held, registry)
    completed = dict(reports)
    for case, found in align(held, others, selections, registry):
        shown = case.plan.shown
        completed[shown] = _completed(reports[shown], found, case, selections[shown])
    return completed, missing(held, others)


def superiors(plans: Sequence[Held], registry: Registry) -> list[Held]:
    """Return the facts of superiors' plans that lie in the folders above; unreadable ones are left out."""
    mine = {Path(plan.shown).resolve() for plan in plans}
    above = {place.code for plan in plans for place in chain(plan.code)[1:]}
    present = {(plan.code, plan.year) for plan in plans}
    found = []
    for path in superiors_of(plans):
        if path.resolve() in mine:
            continue
        held = read_facts(path, os.path.relpath(path), registry)
        if held is not None and held.code in above and (held.code, held.year) not in present:
            found.append(held)
    return found


def read_facts(path: Path, shown: str, registry: Registry) -> Held | None:
    """Return the facts of the plan whose root file is `path`; None if it cannot be read as one."""
    try:
        files = load_plan(path, Path(shown).as_posix())
    except PlanspecError:
        return None
    try:
        plan = build_plan(files, registry)
        if plan is None:
            return None
        held = hold(facts_of(plan, complete=files.complete))
        plan.release()
        return held
    finally:
        files.release()


def _completed(
    report: PlanReport, found: Sequence[Diagnostic], case: Case, selection: Selection
) -> PlanReport:
    """Return a report with further findings, those set aside that a comment covers."""
    used: set[tuple[int, str]] = set()
    kept = list(report.diagnostics)
    suppressed = list(report.suppressed)
    for one in found:
        own = [directive for file, directive in report.ignores if file == one.file]
        directive = suppressing(one, own, used)
        if directive is None:
            kept.append(one)
        else:
            suppressed.append(Suppressed(one, directive.reason, directive.span.start_line))
    kept.sort(key=lambda one: one.sort_key)
    suppressed.sort(key=lambda one: one.diagnostic.sort_key)
    judged = report.judged
    if judged and all(tier.plans for tier in case.tiers):  # else a superior may say what was found before
        judged = tuple(sorted({*judged, *(selection.codes & _ABOVE)}))
    return replace(report, diagnostics=tuple(kept), suppressed=tuple(suppressed), judged=judged)


def align(
    plans: Sequence[Held], others: Sequence[Held], selections: Mapping[str, Selection], registry: Registry
) -> Iterator[tuple[Case, list[Diagnostic]]]:
    """Judge each of `plans` beside all of them and `others`, which are known but not judged.

    `selections` says by a plan's root file what applies to it. Plans without a year have no neighbours.
    """
    known = Plans((*plans, *others))
    for held in sorted(plans, key=lambda one: (one.code, one.shown)):
        selection = selections[held.shown]
        if held.year is None:
            continue
        case = Case(held.open(), known, registry)
        found: list[Diagnostic] = []
        for rule in RULES:
            if rule.code in selection.codes and not (rule.absence is Absence.PLAN and not case.plan.complete):
                found.extend(_run(rule, case, selection))
        yield case, found


def missing(plans: Sequence[Held], others: Sequence[Held]) -> tuple[Message, ...]:
    """Return what to say of superiors next above of which no plan is at hand; one note a superior and year."""
    known = Plans((*plans, *others))
    absent: dict[tuple[str, str, int], list[str]] = {}
    for plan in plans:
        above = superior(plan.code)
        if above is not None and plan.year is not None and not known.has(above.code, plan.year):
            absent.setdefault((above.code, above.name, plan.year), []).append(plan.title)
    notes = []
    for (_, name, year), titles in sorted(absent.items()):
        more = len(titles) - 1
        subject = Message(
            f"“{titles[0]}”" + (f"等{len(titles)}份方案" if more else ""),
            f"“{titles[0]}”" + (f" and {more} more are" if more else " is"),
        )
        notes.append(NO_SUPERIOR(places=name, year=year, plans=subject))
    return tuple(notes)


def _run(rule: Rule, case: Case, selection: Selection) -> list[Diagnostic]:
    assert rule.align is not None
    found: list[Diagnostic] = []
    seen: Counter[tuple[str, str]] = Counter()
    identity = case.plan.identity
    level = selection.severity.get(rule.code)
    try:
        for contrast in rule.align(case, selection.options_for(rule)):
            subject = unicodedata.normalize("NFKC", contrast.subject)
            ordinal = seen[contrast.anchor, subject]
            seen[contrast.anchor, subject] += 1
            digest = fingerprint(rule.code, identity, contrast.anchor, subject, str(ordinal))
            found.append(_diagnostic(contrast, rule, digest, subject, level))
    except Exception as error:  # one broken rule must not silence the others
        message = CRASHED(code=rule.code, error=f"{type(error).__name__}: {error}")
        found.append(crashed(rule, case.plan.shown, identity, message))
    return found


def _diagnostic(
    contrast: Contrast, rule: Rule, digest: str, subject: str, level: Severity | None
) -> Diagnostic:
    at = contrast.at
    return Diagnostic(
        file=at.file,
        span=at.span,
        code=rule.code,
        name=rule.name,
        severity=level or contrast.severity or rule.severity,
        message=contrast.message,
        confidence=contrast.confidence or rule.confidence,
        pointer=at.pointer,
        locator=contrast.locator or None,
        related=tuple(
            Related(spot.file, spot.span, message, spot.excerpt) for spot, message in contrast.related
        ),
        fingerprint=digest,
        excerpt=at.excerpt,
        item=contrast.anchor,
        title=bounded(contrast.title),
        subject=subject,
    )
