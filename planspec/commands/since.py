"""`planspec lint --since REV`: only what was not found in a revision already."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from planspec.commands.revisions import Repository
from planspec.lint.alignment import align_reports
from planspec.lint.discovery import NoPlansError, discover, sniff
from planspec.lint.engine import lint_path
from planspec.lint.result import PlanReport, Result
from planspec.lint.run import registry_of
from planspec.lint.settings import Settings
from planspec.source.message import Template

OLD: Final = Template(
    zh="另有{count}个问题在版本 {revision} 里已有，没有列出",
    en="{count} findings that revision {revision} has already are left out",
)


def only_new(result: Result, revision: str, paths: Sequence[Path], settings: Settings) -> Result:
    """Return a result without the findings of a revision, which is judged as these settings say.

    A finding is the same by its fingerprint, so it stays known when lines move or items are reordered.
    Broken input is always told. Raises PlanspecError where the revision cannot be read.
    """
    known = Counter(
        one.fingerprint
        for report in _reports(revision, paths, settings)
        for one in (*report.diagnostics, *(each.diagnostic for each in report.suppressed))
    )
    new = []
    for one in result.diagnostics:
        if known[one.fingerprint] > 0:
            known[one.fingerprint] -= 1
        else:
            new.append(one)
    hidden = len(result.diagnostics) - len(new)
    notes = (*result.notes, OLD(count=hidden, revision=revision)) if hidden else result.notes
    return replace(result, diagnostics=tuple(new), notes=notes)


def _reports(revision: str, paths: Sequence[Path], settings: Settings) -> list[PlanReport]:
    """Return what a revision's plans are found to be; they are shown where they lie in the working tree."""
    repository = Repository(paths[0])
    registry = registry_of(settings)
    names = [repository.inside(path) for path in paths]
    reports: dict[str, PlanReport] = {}
    with repository.at(revision, names) as folder:
        for path in (folder / name for name in names):
            if not path.exists():
                continue
            try:
                found = discover([path], settings.excludes)
            except NoPlansError:
                continue
            more, _ = sniff(found.others, ())
            for one in (*found.plans, *more):
                inside = Path(one.path).resolve().relative_to(folder.resolve())
                shown = Path(os.path.relpath(repository.top / inside)).as_posix()
                reports[shown] = lint_path(Path(one.path), shown, settings, registry)[0]
        if any(report.facts is not None for report in reports.values()):
            selections = {shown: settings.for_path(shown) for shown in reports}
            reports, _ = align_reports(reports, selections, registry)
    return list(reports.values())
