"""`planspec lint`: settings from file and command line, the run, its reports."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from planspec.commands.answer import Answer
from planspec.commands.words import one_of, split_words
from planspec.commands.writing import write_all
from planspec.lint.settings import Settings, check_words, find_settings, load_settings
from planspec.report import DATA_FORMATS, FORMATS, Language, render
from planspec.source.diagnostic import Severity
from planspec.source.errors import PlanspecError
from planspec.source.message import Message, Template

if TYPE_CHECKING:
    from planspec.lint.result import Result

BOTH_CONFIGS = Message(
    zh="--config 和 --isolated 不能同时使用：前者指定配置文件，后者不读任何配置",
    en="--config and --isolated exclude each other: one names a configuration, the other reads none",
)
STATISTICS_FORMAT = Message(
    zh="--statistics 只用于 full 和 concise 格式；json 的 summary.by_rule 里已有各规则的计数",
    en="--statistics goes with the formats full and concise; JSON has the counts in summary.by_rule",
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
    zh="--jobs 应为不小于 1 的整数，这里是 {jobs}", en="--jobs must be 1 or more, here it is {jobs}"
)
FILE_WIDTH: Final = 100


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for, as it was written."""

    paths: Sequence[Path] = ()
    select: Sequence[str] = ()
    extend_select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    output_format: str = "full"
    output: Sequence[str] = ()
    fail_level: str | None = None
    config: Path | None = None
    isolated: bool = False
    language: Language | None = None
    jobs: int | None = None
    cache: bool = True
    quiet: bool = False
    statistics: bool = False
    exit_zero: bool = False


def lint(request: Request) -> Answer:
    """Lint, write the files asked for, and return the report for standard output."""
    one_of("--output-format", request.output_format, tuple(FORMATS))
    files = _files(request.output)
    if request.statistics and request.output_format not in ("full", "concise"):
        raise PlanspecError(STATISTICS_FORMAT)
    if request.jobs is not None and request.jobs < 1:
        raise PlanspecError(BAD_JOBS(jobs=request.jobs))
    paths = tuple(request.paths) or (Path(),)
    settings = settings_for(request, paths)
    language: Language = request.language or ("en" if settings.lang == "en" else "zh")
    result = _run(request, paths, settings, language)
    write_all({path: _report(result, style, language) for path, style in files.items()})
    code = result.exit_code
    return Answer(
        _screen(result, request, language),
        0 if code == 1 and request.exit_zero else code,
        data=request.output_format in DATA_FORMATS,
    )


def settings_for(request: Request, paths: Sequence[Path]) -> Settings:
    """Return the settings of the nearest configuration file, changed as the command line says.

    The command line wins: `--select` replaces what the file selects, per-path overrides included, and a rule
    named there by code or name is applied even if the file ignores it.
    """
    settings = _from_file(request, paths)
    select = check_words(split_words(request.select), "--select")
    extend = check_words(split_words(request.extend_select), "--extend-select")
    ignore = check_words(split_words(request.ignore), "--ignore")
    overrides = settings.overrides
    kept = settings.ignore
    named = _single_rules((*select, *extend))
    if named:
        kept = _without(kept, named)
        overrides = tuple(replace(one, ignore=_without(one.ignore, named)) for one in overrides)
    if select:
        overrides = tuple(replace(one, select=None, extend_select=()) for one in overrides)
    fail_level = settings.fail_level
    if request.fail_level is not None:
        fail_level = Severity(one_of("--fail-level", request.fail_level, tuple(Severity)))
    return replace(
        settings,
        select=select or settings.select,
        extend_select=extend if select else (*settings.extend_select, *extend),
        ignore=(*kept, *ignore),
        overrides=overrides,
        fail_level=fail_level,
    )


def _from_file(request: Request, paths: Sequence[Path]) -> Settings:
    if request.isolated:
        if request.config is not None:
            raise PlanspecError(BOTH_CONFIGS)
        return Settings()
    if request.config is not None:
        return load_settings(request.config)
    common = Path(os.path.commonpath([path.absolute() for path in paths]))
    found = find_settings(common)
    if found is None:
        return Settings()
    # Its patterns are matched with paths as findings show them: both absolute, or both relative.
    absolute = any(path.is_absolute() for path in paths)
    shown = found.absolute() if absolute else Path(os.path.relpath(found))
    return load_settings(found, shown.as_posix())


def _single_rules(words: Sequence[str]) -> frozenset[str]:
    """Return the codes of the rules that are named one by one, not as a family or ALL."""
    from planspec.rules import find_rule

    return frozenset(rule.code for word in words if (rule := find_rule(word)) is not None)


def _without(words: Sequence[str], codes: frozenset[str]) -> tuple[str, ...]:
    """Return the rules that `words` stand for, by code, without `codes`."""
    if not words:
        return ()
    return tuple(sorted(Settings(select=tuple(words)).for_path("").codes - codes))


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


def _report(result: Result, style: str, language: Language) -> str:
    return render(result, style, language=language, width=FILE_WIDTH)


def _screen(result: Result, request: Request, language: Language) -> str:
    """Return what standard output gets."""
    style = request.output_format
    if style in DATA_FORMATS or sys.stdout is None:
        return _report(result, style, language)
    from planspec.report import Look
    from planspec.report.terminal import terminal_of

    terminal = terminal_of(sys.stdout)
    color = terminal.color and style != "github"
    if request.statistics:
        from planspec.report import statistics

        return statistics.render(result, Look(language, terminal.width, color, request.quiet))
    return render(result, style, language=language, width=terminal.width, color=color, quiet=request.quiet)
