"""`planspec baseline`: note the findings of a plan that are known, or forget those that are gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from planspec.commands.answer import Answer
from planspec.commands.settings import Choice
from planspec.commands.writing import write_all
from planspec.lint.baseline import baseline_path, match, read_baseline
from planspec.lint.baseline_edits import additions, fresh, removals, renamings
from planspec.lint.result import INPUT_CODES, PlanReport
from planspec.lint.settle import NEVER
from planspec.source import load_bytes
from planspec.source.diagnostic import Severity
from planspec.source.edits import apply_to_bytes
from planspec.source.errors import PlanspecError
from planspec.source.file import read_bytes
from planspec.source.message import Message, Template

if TYPE_CHECKING:
    from planspec.report import Language

BROKEN: Final = Template(
    zh="{place}：{message}。文件有错时检查结果不全，没有写基线；请先改正",
    en="{place}: {message}. With broken input the findings are incomplete, so no baseline was written; mend it first",
)
DAMAGED: Final = Template(
    zh="{file}：编码有误，没有改动；请另存为 UTF-8",
    en="{file}: its encoding is damaged; it was left as it is. Save it as UTF-8",
)
BOTH: Final = Message(
    zh="--prune 只删去已经没有的问题，不增补，所以不能和 --reason 一起用",
    en="--prune only deletes entries, it adds none; so it does not go with --reason",
)
ADDED: Final = Template(zh="增补{count}条", en="{count} added")
WOULD_ADD: Final = Template(zh="应增补{count}条", en="{count} to be added")
DELETED: Final = Template(zh="删去{count}条", en="{count} deleted")
WOULD_DELETE: Final = Template(zh="应删去{count}条", en="{count} to be deleted")
RENAMED: Final = Template(zh="{count}条改用新的名称", en="{count} under new names")
KEPT: Final = Template(zh="原有{count}条不变", en="{count} as before")
UNEXPLAINED: Final = Template(
    zh="{count}条没有写理由，请在 reason 后写明", en="{count} without a reason; write it after “reason”"
)
STALE: Final = Template(zh="{count}条已经对不上，可用 --prune 删去", en="{count} stale; delete with --prune")
NOTHING: Final = Message(zh="没有需要改动的基线\n", en="No baseline needs a change\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(Choice):
    """What the command line asks for."""

    reason: str = ""
    prune: bool = False
    check: bool = False
    cache: bool = True
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one plan's baseline; `content` is None where nothing changes."""

    shown: str
    path: Path
    content: str | bytes | None
    added: int
    deleted: int
    renamed: int
    kept: int
    unexplained: int
    stale: int


def baseline(request: Request) -> Answer:
    """Write the baselines of the plans, all or none; with `check` only say whether one would change."""
    if request.prune and request.reason:
        raise PlanspecError(BOTH)
    from planspec.lint.run import lint_plans

    settings = request.settings()
    language: Language = request.language or ("en" if settings.lang == "en" else "zh")
    linted = lint_plans(tuple(request.paths) or (Path(),), settings, cache=request.cache)
    changes = [
        _change(Path(plan.path), linted.reports[plan], request, language) for plan in sorted(linted.reports)
    ]
    changed = [one for one in changes if one.content is not None]
    if not request.check:
        write_all({one.path: one.content for one in changed if one.content is not None})
    lines = [f"{one.shown}：{line}" if language == "zh" else f"{one.shown}: {line}"
             for one in changes if (line := _line(one, request.check, language))]  # fmt: skip
    text = "".join(line + "\n" for line in lines) or NOTHING.text(language)
    return Answer(text, 1 if request.check and changed else 0)


def _change(root: Path, report: PlanReport, request: Request, language: Language) -> Change:
    for one in report.diagnostics:
        if one.code in INPUT_CODES and one.severity is Severity.ERROR:
            place = f"{one.file}:{one.span.start_line}"
            raise PlanspecError(BROKEN(place=place, message=one.message))
    path = Path(baseline_path(root))
    shown = baseline_path(Path(report.files[0])).as_posix()
    new = [one for one in report.diagnostics if one.code not in NEVER] if not request.prune else []
    reason = request.reason.strip()
    if report.baseline is None:
        text = fresh(new, reason, language) if new else None
        return Change(shown, path, text, len(new), 0, 0, 0, 0 if reason else len(new), 0)
    data = read_bytes(path, shown)
    file = load_bytes(data, path, shown)
    held = read_baseline(file)
    matched = match(held, (one.diagnostic for one in report.suppressed if one.baseline))
    if request.prune:
        edits, renamed = removals(file, report.stale), []
    else:
        edits, renamed = additions(file, held, matched, new, reason, language), renamings(file, matched.known)
    deleted = len(report.stale) if request.prune else 0
    content = apply_to_bytes(data, [*edits, *renamed])
    if content is None:
        raise PlanspecError(DAMAGED(file=shown))
    entries = list(held.entries)
    gone = set(report.stale) if request.prune else set()
    left = [one for number, one in enumerate(entries) if number not in gone]
    return Change(
        shown,
        path,
        content if content != data else None,
        len(new),
        deleted,
        len(renamed),
        len(left) - len(renamed),
        sum(not one.reason for one in left) + (0 if reason else len(new)),
        0 if request.prune else len(report.stale),
    )


def _line(one: Change, check: bool, language: Language) -> str:
    """Return what to say of a plan's baseline: what changes, what is left to do; "" where there is nothing."""
    parts = list(_parts(one, check))
    if not parts:
        return ""
    if one.kept and (one.added or one.deleted or one.renamed):
        parts.insert(1, KEPT(count=one.kept))
    return ("；" if language == "zh" else "; ").join(part.text(language) for part in parts)


def _parts(one: Change, check: bool) -> Iterator[Message]:
    if one.added:
        yield (WOULD_ADD if check else ADDED)(count=one.added)
    if one.deleted:
        yield (WOULD_DELETE if check else DELETED)(count=one.deleted)
    if one.renamed:
        yield RENAMED(count=one.renamed)
    if one.unexplained:
        yield UNEXPLAINED(count=one.unexplained)
    if one.stale:
        yield STALE(count=one.stale)
