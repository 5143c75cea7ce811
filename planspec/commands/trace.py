"""`planspec trace`: a spec against the document that it transcribes, both ways."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from planspec.commands.answer import Answer
from planspec.commands.words import one_of
from planspec.documents.read import read_document
from planspec.documents.trace import FILE_NAME, read_exemptions, trace
from planspec.lint.discovery import discover, sniff
from planspec.model import Plan, build_plan, load_plan
from planspec.registry import builtin
from planspec.report import trace as report
from planspec.source.errors import PlanspecError
from planspec.source.message import Template

if TYPE_CHECKING:
    from planspec.report import Language

FORMATS: Final = ("text", "json")

NOT_READ = Template(
    zh="{path}：有无法读取的内容，不能对照；请先按 planspec lint 的提示改正",
    en="{path}: part of it cannot be read, so nothing can be traced; mend what planspec lint shows first",
)
SEVERAL = Template(
    zh="{path}：里面有{count}份方案，一次只能对照一份",
    en="{path}: it holds {count} plans; one at a time can be traced",
)
SEVERAL_HINT = Template(zh="请指明一份，如 {first}", en="Name one of them, such as {first}")


def trace_(spec: Path, document: Path, style: str, language: Language) -> Answer:
    """Compare a spec with its document; exit with 1 when anything differs."""
    one_of("--output-format", style, FORMATS)
    path, shown = _plan_at(spec)
    files = load_plan(path, shown)
    plan: Plan | None = build_plan(files, builtin())
    if plan is None or not files.complete:
        raise PlanspecError(NOT_READ(path=shown))
    exemptions = read_exemptions(path.parent / FILE_NAME)
    traced = trace(plan, read_document(document), exemptions)
    code = 0 if traced.clean else 1
    if style == "json":
        return Answer(report.as_json(traced, shown, document.as_posix(), language), code, data=True)
    return Answer(report.as_text(traced, document.as_posix(), language), code)


def _plan_at(spec: Path) -> tuple[Path, str]:
    """Return the one plan at or below a path: where it is, and how it is shown."""
    found = discover([spec])
    plans = list(found.plans)
    if not plans:
        more, _ = sniff(found.others, frozenset())
        plans.extend(more)
    if len(plans) != 1:
        hint = SEVERAL_HINT(first=plans[0].shown) if plans else None
        raise PlanspecError(SEVERAL(path=spec.as_posix(), count=len(plans)), hint)
    return Path(plans[0].path), plans[0].shown
