"""`planspec lint`: settings from file and command line, the run, its reports."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from planspec.commands.answer import Answer
from planspec.commands.settings import Choice
from planspec.commands.words import one_of
from planspec.commands.writing import write_all
from planspec.lint.settings import Settings
from planspec.report import DATA_FORMATS, FORMATS, STATISTICS, Language, Look, render
from planspec.source.errors import PlanspecError
from planspec.source.message import Message, Template

if TYPE_CHECKING:
    from planspec.lint.result import Result

STATISTICS_FORMAT = Message(
    zh="--statistics 只用于 full、concise、github 和 markdown 格式；json 的 summary.by_rule 里已有各规则的计数",
    en="--statistics goes with the formats full, concise, github and markdown; JSON has the counts in "
    "summary.by_rule",
)
BAD_OUTPUT = Template(
    zh="--output 的值“{value}”不对；应写成 格式=文件", en="--output: “{value}” is not FORMAT=FILE"
)
BAD_OUTPUT_HINT = Message(
    zh="例如 --output sarif=planspec.sarif，可重复；要显示在屏幕上请用 --output-format",
    en="For example --output sarif=planspec.sarif, repeatable; for standard output use --output-format",
)
SAME_FILE = Template(zh="--output 两次写到同一个文件：{path}", en="--output names one file twice: {path}")
BAD_JOBS = Template(
    zh="--jobs 应为不小于1的整数，这里是{jobs}", en="--jobs must be 1 or more, here it is {jobs}"
)
NOTHING_TO_DO = Message(
    zh="--unsafe-fixes 要与 --fix 或 --diff 同用", en="--unsafe-fixes goes with --fix or --diff"
)
NOTHING_TO_DO_HINT = Message(
    zh="先用 planspec lint --diff --unsafe-fixes 看会改什么，核对后再用 --fix --unsafe-fixes",
    en="Look at it first with planspec lint --diff --unsafe-fixes, then use --fix --unsafe-fixes",
)
FILE_WIDTH: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(Choice):
    """What the command line asks for, as it was written."""

    output_format: str = "full"
    output: Sequence[str] = ()
    language: Language | None = None
    jobs: int | None = None
    cache: bool = True
    quiet: bool = False
    statistics: bool = False
    fold: bool = True
    link_base: str = ""
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    since: str | None = None
    exit_zero: bool = False


def lint(request: Request) -> Answer:
    """Lint, write the files asked for, and return the report for standard output."""
    one_of("--output-format", request.output_format, tuple(FORMATS))
    files = _files(request.output)
    if request.statistics and request.output_format not in STATISTICS:
        raise PlanspecError(STATISTICS_FORMAT)
    if request.jobs is not None and request.jobs < 1:
        raise PlanspecError(BAD_JOBS(jobs=request.jobs))
    if request.unsafe_fixes and not (request.fix or request.diff):
        raise PlanspecError(NOTHING_TO_DO, NOTHING_TO_DO_HINT)
    paths = tuple(request.paths) or (Path(),)
    settings = request.settings()
    language: Language = request.language or ("en" if settings.lang == "en" else "zh")
    result = _run(request, paths, settings, language)
    aside = ""
    if request.fix or request.diff:
        from planspec.commands import fixing

        mending = fixing.mend(result, settings, unsafe=request.unsafe_fixes)
        aside = "" if request.quiet else fixing.told(mending, language, dry=request.diff)
        if request.diff:
            answer = fixing.difference(mending, result, aside)
            return replace(answer, exit_code=0) if answer.exit_code == 1 and request.exit_zero else answer
        if fixing.write(mending):
            result = _run(request, paths, settings, language)
        result = fixing.without_refused(result, mending)
    if request.since is not None:
        from planspec.commands.since import only_new

        result = only_new(result, request.since, paths, settings)
    look = Look(language, FILE_WIDTH, fold=request.fold, links=request.link_base)
    write_all({path: render(result, style, look) for path, style in files.items()})
    code = result.exit_code
    return Answer(
        _screen(result, request, look),
        0 if code == 1 and request.exit_zero else code,
        data=request.output_format in DATA_FORMATS,
        aside=aside,
    )


def _files(values: Sequence[str]) -> dict[Path, str]:
    files: dict[Path, str] = {}
    for value in values:
        style, equals, name = value.partition("=")
        if not equals or name in ("", "-"):
            raise PlanspecError(BAD_OUTPUT(value=value), BAD_OUTPUT_HINT)
        path = Path(name)
        if path in files:
            raise PlanspecError(SAME_FILE(path=name))
        files[path] = one_of("--output", style, tuple(FORMATS))
    return files


def _run(request: Request, paths: Sequence[Path], settings: Settings, language: Language) -> Result:
    from planspec.lint.run import run

    if request.quiet or sys.stderr is None or not sys.stderr.isatty():
        return run(paths, settings, jobs=request.jobs, cache=request.cache)
    from planspec.report.progress import Meter

    meter = Meter(sys.stderr, language)
    try:
        return run(paths, settings, jobs=request.jobs, cache=request.cache, progress=meter)
    finally:
        meter.close()


def _screen(result: Result, request: Request, look: Look) -> str:
    """Return what standard output gets; `look` is that of a file."""
    style = request.output_format
    if style not in DATA_FORMATS and sys.stdout is not None:
        from planspec.report.terminal import terminal_of

        terminal = terminal_of(sys.stdout)
        color = terminal.color and style != "github"
        look = replace(look, width=terminal.width, color=color, quiet=request.quiet)
    return render(result, style, look, statistics=request.statistics)
