"""Many plans: a map over plans, in this process or in several, and one result in a fixed order.

The result does not depend on the number of workers or the order of the arguments.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, TypeAlias

import msgspec

from planspec.lint.cache import FOLDER, Cache, FileState, decode_report, encode_report
from planspec.lint.discovery import Found, discover, sniff
from planspec.lint.engine import lint_path
from planspec.lint.result import Counts, Judged, PlanReport, Result, Suppressed
from planspec.lint.settings import Settings
from planspec.lint.settle import settle
from planspec.registry import Registry, RegistryError, builtin
from planspec.rules import ALL
from planspec.source.diagnostic import Diagnostic, Severity
from planspec.source.errors import PlanspecError
from planspec.source.file import UNREADABLE, digest_of
from planspec.source.message import Message, Template
from planspec.source.span import WHOLE_FILE

PARALLEL_FROM: Final = 24
"""Fewer plans than this are linted in this process: starting others would take longer."""
_COLLECT_EVERY: Final = 32
"""Plans after which reference cycles are collected; automatic collection is off while linting."""

Progress: TypeAlias = Callable[[int, int], None]
_Linted: TypeAlias = tuple[Found, bytes, tuple[FileState, ...]]

BAD_REGISTRY = Template(zh="名录文件有误：{reason}", en="A registry file is wrong: {reason}")
ORPHAN = Template(
    zh="没有任何方案引入这个行动文件，所以没有检查它；请在 plan.yaml 的 actions 里写上 include，或把它移走",
    en="No plan includes this action file, so it was not judged; "
    "add an include under “actions” of plan.yaml, or move the file away",
)


def run(
    paths: Sequence[Path],
    settings: Settings,
    *,
    jobs: int | None = None,
    cache: bool = True,
    progress: Progress | None = None,
) -> Result:
    """Lint every plan at or below `paths`; the arguments are those of `lint_plans`."""
    return _result(lint_plans(paths, settings, jobs=jobs, cache=cache, progress=progress), settings)


class Linted(msgspec.Struct, frozen=True):
    """What a run found: a report for each plan, files that no plan includes, folders that cannot be read."""

    reports: Mapping[Found, PlanReport]
    orphans: Sequence[Found]
    unreadable: Sequence[tuple[str, Message]]
    notes: tuple[Message, ...]


def lint_plans(
    paths: Sequence[Path],
    settings: Settings,
    *,
    jobs: int | None = None,
    cache: bool = True,
    progress: Progress | None = None,
) -> Linted:
    """Lint every plan at or below `paths`, each beside the others and its baseline.

    `jobs` is the number of processes (None: one per core for many plans, else one). Raises
    PlanspecError when a path does not exist or no plan is found.
    """
    found = discover(paths, settings.excludes)
    store = Cache(settings, Path(FOLDER)) if cache else None
    reports: dict[Found, PlanReport] = {}
    included: set[str] = set()

    def lint(plans: Sequence[Found]) -> None:
        fresh: list[Found] = []
        for plan in plans:
            kept = store.get(plan.path) if store is not None else None
            if kept is None:
                fresh.append(plan)
            else:
                reports[plan] = kept[0]
                included.update(kept[1][1:])
        done = len(plans) - len(fresh)
        for plan, data, files in _map(fresh, settings, jobs):
            reports[plan] = decode_report(data)
            included.update(file.path for file in files[1:] if file.stamp is not None)
            if store is not None:
                store.put(plan.path, data, files)
            done += 1
            if progress is not None:
                progress(done, len(plans))

    lint(found.plans)
    more, orphans = sniff(found.others, included)
    if more:
        lint(more)
        orphans = sniff(orphans, included)[1]
    if store is not None:
        store.save()
    notes: tuple[Message, ...] = ()
    for_path = settings.for_many()
    if any(report.facts is not None for report in reports.values()):
        from planspec.lint.alignment import align_reports

        shown = {plan.shown: plan for plan in reports}
        selections = {name: for_path(name) for name in shown}
        completed, notes = align_reports(
            {plan.shown: report for plan, report in reports.items()}, selections, registry_of(settings)
        )
        reports = {shown[name]: report for name, report in completed.items()}
    reports = {plan: settle(report, for_path(plan.shown)) for plan, report in reports.items()}
    return Linted(reports, orphans, found.unreadable, notes)


def _map(plans: Sequence[Found], settings: Settings, jobs: int | None) -> Iterator[_Linted]:
    """Lint plans, in their order, here or in several processes."""
    global _worker
    if not plans:
        return
    if jobs is None:
        jobs = _cores() if len(plans) >= PARALLEL_FROM else 1
    worker = _Worker(settings)  # here first, so that a faulty registry is told as it should be
    if jobs <= 1 or len(plans) < 2:
        yield from worker.lint(plans)
        return
    from concurrent.futures import ProcessPoolExecutor  # both take long to import, and most runs are small
    from multiprocessing import get_context

    # What the first plan makes load, grammars and registries, is there once for all children of a fork.
    first, rest = plans[:1], plans[1:]
    yield from worker.lint(first)
    size = max(1, min(32, len(rest) // (jobs * 4) or 1))
    chunks = [rest[at : at + size] for at in range(0, len(rest), size)]
    # Forking is quickest, but only safe while there is no other thread.
    alone = threading.active_count() == 1 and sys.platform == "linux"
    context = get_context("fork" if alone else "spawn")
    _worker = worker if alone else None  # loaded once, shared by the children
    try:
        with ProcessPoolExecutor(jobs, context, _start, (settings,)) as pool:
            for linted in pool.map(_lint_chunk, chunks):
                yield from linted
    finally:
        _worker = None


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


class _Worker:
    """Lints plans one after another with automatic garbage collection off."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.registry = registry_of(settings)
        self.count = 0

    def lint(self, plans: Sequence[Found]) -> Iterator[_Linted]:
        enabled = gc.isenabled()
        gc.disable()
        try:
            for plan in plans:
                report, files = lint_path(Path(plan.path), plan.shown, self.settings, self.registry)
                states = tuple(FileState(path, stamp) for path, stamp in files)
                yield plan, encode_report(report), states
                self.count += 1
                if self.count % _COLLECT_EVERY == 0:
                    gc.collect()
        finally:
            if enabled:
                gc.enable()


def registry_of(settings: Settings) -> Registry:
    """Return the registry with the entries that the configuration adds; raises PlanspecError for a faulty file."""
    if not settings.registry:
        return builtin()
    try:
        return builtin().extended([Path(path) for path in settings.registry])
    except RegistryError as error:
        raise PlanspecError(BAD_REGISTRY(reason=error.message), error.hint) from error


_worker: _Worker | None = None


def _start(settings: Settings) -> None:
    global _worker
    gc.freeze()
    _worker = _worker or _Worker(settings)


def _lint_chunk(plans: Sequence[Found]) -> list[_Linted]:
    assert _worker is not None
    return list(_worker.lint(plans))


def _result(linted: Linted, settings: Settings) -> Result:
    """Merge the reports in the order of the plans' paths."""
    reports = linted.reports
    counts = Counts()
    diagnostics: list[Diagnostic] = []
    suppressed: list[Suppressed] = []
    held_back = []
    plans: list[Judged] = []
    for_path = settings.for_many()
    listed: dict[int, tuple[str, ...]] = {}
    rules: set[str] = set()
    for plan in sorted(reports):
        report = reports[plan]
        counts += report.counts
        diagnostics.extend(report.diagnostics)
        suppressed.extend(report.suppressed)
        if report.held_back:
            held_back.append((plan.shown, report.held_back))
        selection = for_path(plan.shown)
        codes = listed.get(id(selection))
        if codes is None:
            codes = listed[id(selection)] = tuple(rule.code for rule in selection.rules)
            rules.update(codes)
        plans.append(Judged(report.title, report.files, report.counts, codes, report.held_back))
    diagnostics.extend(
        _about_file(orphan.shown, Severity.WARNING, ORPHAN())
        for orphan in linted.orphans
        if "FMT004" in for_path(orphan.shown).codes
    )
    diagnostics.extend(
        _about_file(folder, Severity.ERROR, UNREADABLE(path=folder, reason=reason))
        for folder, reason in linted.unreadable
    )
    diagnostics.sort(key=lambda one: one.sort_key)
    whole = settings.for_run()
    return Result(
        diagnostics=tuple(diagnostics),
        suppressed=tuple(sorted(suppressed, key=lambda one: one.diagnostic.sort_key)),
        counts=counts,
        rules=len(rules) if reports else len(ALL),
        fail_level=whole.fail_level,
        held_back=tuple(held_back),
        notes=linted.notes,
        plans=tuple(plans),
        profile=whole.profile.name,
        left_out=sum(report.left_out for report in reports.values()),
    )


def _about_file(shown: str, severity: Severity, message: Message) -> Diagnostic:
    """Return a finding about a file or folder that no plan's own report speaks of."""
    fingerprint = digest_of(f"FMT004\x1f{shown}\x1f{severity}".encode()).hex()
    return Diagnostic(
        shown, WHOLE_FILE, "FMT004", "include-missing", severity, message, fingerprint=fingerprint
    )
