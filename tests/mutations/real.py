"""The five real plans beside their superiors, read once, and linted with parts of their text changed."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from planspec.lint.alignment import align_reports
from planspec.lint.baseline import read_baseline
from planspec.lint.baseline_edits import fresh
from planspec.lint.engine import judge
from planspec.lint.result import PlanReport
from planspec.lint.settings import Selection, Settings
from planspec.lint.settle import settle
from planspec.model import Plan, PlanFiles, build_plan, load_plan
from planspec.registry import builtin, chain
from planspec.source import load_file, load_text
from planspec.source.diagnostic import Diagnostic, Edit
from planspec.source.edits import apply
from planspec.source.file import Fault, SourceFile

ROOT: Final = Path(__file__).parents[2]
PLANS: Final = {
    "hecheng": "specs/hunan/huaihua/hecheng/2024",
    "jishou": "specs/hunan/xiangxi/jishou/2023",
    "shigu": "specs/hunan/hengyang/shigu/2024",
    "xinshao": "specs/hunan/shaoyang/xinshao/2024",
    "yueyang": "specs/hunan/yueyang/2025",
}
"""The complete transcriptions of issued plans, by the place that issued them."""


class Source:
    """The files of one plan, which may be read with other texts."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self._faults: dict[str, list[Fault]] = {}
        self._files: dict[str, SourceFile] = {}
        self.files = load_plan(ROOT / shown, shown, self._keep)
        built = build_plan(self.files, builtin())
        assert built is not None
        self.plan: Plan = built

    def _keep(self, path: Path, shown: str) -> SourceFile:
        file = self._files[shown] = load_file(path, shown)
        self._faults[shown] = list(file.faults)
        return file

    def read(self, texts: Mapping[str, str]) -> PlanFiles:
        """Read the plan anew; files whose text is as before are not parsed again."""

        def reader(path: Path, shown: str) -> SourceFile:
            if shown in texts:
                return load_text(texts[shown], shown, path)
            file = self._files.get(shown)
            if file is None:
                return load_file(path, shown)
            file.faults[:] = self._faults[shown]  # those that the includes gave it are found again
            return file

        return load_plan(ROOT / self.shown, self.shown, reader)


class Real:
    """One of the real plans with its superiors' specs."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._own = Source(f"{PLANS[name]}/plan.yaml")
        self.plan = self._own.plan
        self._above = [Source(shown) for shown in _superiors(self.plan)]
        self.superiors = tuple(one.plan for one in self._above)
        """From the next level up to the nation; those that have a spec."""
        self._settings = Settings(baseline=False)
        self._files = {file.shown: file for one in (self._own, *self._above) for file in one.files.files}
        self._beside = f"{PLANS[name]}/baseline.yaml"

    @cached_property
    def baseline(self) -> SourceFile:
        """All that is found of the plan as it is, as known findings in a file beside it."""
        mine = {file.shown for file in self._own.files.files}
        found = [one for one in self.before if one.file in mine]
        return load_text(fresh(found, "已印发，不能再改", "zh"), self._beside)

    def file(self, shown: str) -> SourceFile:
        """Return a file by its name."""
        return self.baseline if shown == self._beside else self._files[shown]

    @cached_property
    def reports(self) -> dict[str, PlanReport]:
        """What each plan says by itself, by its root file."""
        return {one.shown: self._judge(one, {}) for one in (self._own, *self._above)}

    @cached_property
    def before(self) -> tuple[Diagnostic, ...]:
        """What is found as it is."""
        return self.lint({})

    def text(self, edits: Iterable[Edit]) -> dict[str, str]:
        """Return the texts of the files that the edits change."""
        changes: dict[str, list[Edit]] = {}
        for one in edits:
            changes.setdefault(one.file, []).append(one)
        return {shown: apply(self.file(shown).text, own) for shown, own in changes.items()}

    def lint(self, texts: Mapping[str, str]) -> tuple[Diagnostic, ...]:
        """Return what is found, all rules applied, of the plan and its superiors, some files having other texts."""
        collecting = gc.isenabled()
        gc.disable()  # nothing is left in cycles: a plan that was read is taken apart again
        try:
            return self._lint(texts)
        finally:
            if collecting:
                gc.enable()

    def _lint(self, texts: Mapping[str, str]) -> tuple[Diagnostic, ...]:
        reports = dict(self.reports)
        for one in (self._own, *self._above):
            if any(file.shown in texts for file in one.files.files):
                reports[one.shown] = self._judge(one, texts)
        selections = {shown: self._selection(shown) for shown in reports}
        reports, _ = align_reports(reports, selections, builtin())
        own = reports[self._own.shown]
        if self._beside in texts:
            baseline = read_baseline(load_text(texts[self._beside], self._beside))
            return settle(replace(own, baseline=baseline), selections[self._own.shown]).diagnostics
        found = (one for report in reports.values() for one in report.diagnostics)
        return tuple(sorted(found, key=lambda one: one.sort_key))

    def _selection(self, shown: str) -> Selection:
        return self._settings.for_path(shown)

    def _judge(self, source: Source, texts: Mapping[str, str]) -> PlanReport:
        files = source.read(texts)
        report = judge(files, self._selection(source.shown), builtin())
        for file in files.files:
            if file.shown in texts:
                file.release()
        return report


def _superiors(plan: Plan) -> list[str]:
    """Return the root files of the specs of the same year for the places above."""
    above = [place.code for place in chain(plan.jurisdiction)[1:]]
    found = []
    for path in sorted((ROOT / "specs").rglob(f"{plan.year}/plan.yaml")):
        shown = path.relative_to(ROOT).as_posix()
        if path.parent.relative_to(ROOT).as_posix() not in PLANS.values():
            code = Source(shown).plan.jurisdiction
            found += [(above.index(code), shown)] if code in above else []
    return [shown for _, shown in sorted(found)]


@cache
def real(name: str) -> Real:
    """Return one of the plans, read once in a process."""
    return Real(name)
