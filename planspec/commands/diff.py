"""`planspec diff`: what changed in meaning between two sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

import msgspec

from planspec.commands.answer import Answer
from planspec.commands.approve import approvals_of
from planspec.commands.sides import Side, pairs, two_sides
from planspec.commands.words import one_of, split_words
from planspec.commands.writing import write_all
from planspec.diff import KINDS, Change, ChangeClass, Diff, Mode, Weight, plan_added, plan_removed
from planspec.diff.align import align
from planspec.diff.approvals import Judged, judge
from planspec.diff.engine import diff_aligned, mode_of
from planspec.diff.gate import FAIL_ON
from planspec.diff.lineup import Lineup
from planspec.model import Plan
from planspec.report import Look
from planspec.report.difference import FORMATS, OFFICE, TERMINAL
from planspec.report.difference.value import Alone, Couple, Difference
from planspec.source.errors import PlanspecError
from planspec.source.message import Message, Template

AUTO: Final = "auto"
FILE_WIDTH: Final = 100
SUFFIXES: Final = {
    ".txt": "text",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".sarif": "sarif",
    ".docx": "docx",
    ".xlsx": "xlsx",
}
"""The format of a file whose name alone is given."""

BAD_OUTPUT = Template(
    zh="--output 的值“{value}”不对：应写成 格式=文件，或以 {suffixes} 结尾的文件名",
    en="--output: “{value}” is neither FORMAT=FILE nor a file name that ends in {suffixes}",
)
SAME_FILE = Template(zh="--output 两次写到同一个文件：{path}", en="--output names one file twice: {path}")
NEEDS_FILE = Template(
    zh="{style} 不能显示在屏幕上；请写 --output {style}=文件",
    en="{style} needs a file: --output {style}=FILE",
)
STAT_ALONE = Template(
    zh="--stat 不能与 --output-format {style} 同用", en="--stat does not go with --output-format {style}"
)
NO_KIND = Template(
    zh="{option}：没有变化类别或代码“{word}”", en="{option}: there is no class or code “{word}”"
)
KINDS_HINT = Template(
    zh="类别有 {classes}；代码用 planspec changes 列出{close}",
    en="Classes: {classes}; planspec changes lists the codes{close}",
)
CLOSE = Template(zh="；是不是 {words}？", en="; did you mean {words}?")


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for, as it was written."""

    sides: Sequence[str] = ()
    mode: str = AUTO
    only: Sequence[str] = ()
    ignore: Sequence[str] = ()
    min_weight: str = Weight.NOTE.value
    fail_on: str = "none"
    output_format: str = "text"
    output: Sequence[str] = ()
    stat: bool = False
    quiet: bool = False
    link_base: str = ""
    old_link_base: str = ""


def diff_(request: Request, look: Look) -> Answer:
    """Compare, write the files asked for, and return the report for standard output."""
    style = _style(request)
    files = _files(request.output)
    one_of("--fail-on", request.fail_on, tuple(FAIL_ON))
    mode = one_of("--mode", request.mode, (AUTO, *Mode))
    wanted = Filter(request)
    sides = two_sides(request.sides)
    difference = compare(sides, None if mode == AUTO else Mode(mode), wanted, request.fail_on, date.today())
    look = replace(look, links=request.link_base, old_links=request.old_link_base)
    on_file = replace(look, width=FILE_WIDTH, color=False)
    write_all({path: _written(name, difference, on_file) for path, name in files.items()})
    if request.quiet:
        return Answer(exit_code=difference.exit_code)
    screen = look if style in TERMINAL else on_file
    return Answer(FORMATS[style](difference, screen), difference.exit_code, data=style not in TERMINAL)


def _written(style: str, difference: Difference, look: Look) -> str | bytes:
    return OFFICE[style](difference, look) if style in OFFICE else FORMATS[style](difference, look)


def compare(
    sides: tuple[Side, Side],
    mode: Mode | None = None,
    wanted: Filter | None = None,
    fail_on: str = "none",
    today: date | None = None,
) -> Difference:
    """Return what changed between the plans of two sides, as far as it is wanted.

    The approvals beside a new plan count on a day; without one they are not looked at.
    """
    wanted = wanted or Filter()
    old, new = sides
    couples: list[Couple] = []
    alone: list[Alone] = []
    left_out = 0
    for before, after in pairs(old, new):
        if before is None or after is None:
            one = _alone(new, before, after, today)
            if wanted.wants(one.change):
                alone.append(one)
            else:
                left_out += 1
            continue
        alignment = align(before, after, mode or mode_of(before, after))
        whole = diff_aligned(before, after, alignment)
        shown = wanted.of(whole)
        left_out += len(whole.changes) - len(shown.changes)
        judged, file = _judged(whole.changes, new, after, today)
        couples.append(Couple(before, after, shown, Lineup(before, after, whole, alignment), judged, file))
    alone.sort(key=lambda one: one.change.before is None)
    return Difference(old.label, new.label, couples, alone, left_out, fail_on)


class Filter:
    """Which changes are wanted."""

    def __init__(self, request: Request | None = None) -> None:
        request = request or Request()
        self.only = _kinds("--only", request.only)
        self.ignore = _kinds("--ignore", request.ignore)
        self.least = Weight(one_of("--min-weight", request.min_weight, tuple(Weight))).rank

    def of(self, whole: Diff) -> Diff:
        """Return a diff with the changes that are wanted."""
        return msgspec.structs.replace(whole, changes=tuple(filter(self.wants, whole.changes)))

    def wants(self, change: Change) -> bool:
        """Say whether a change is wanted: by its own code and class, or by a code that holds of it as well."""
        if change.weight.rank < self.least or not self.ignore.isdisjoint((change.code, change.kind)):
            return False
        return not self.only or not self.only.isdisjoint((change.code, change.kind, *change.also))


def _alone(new: Side, before: Plan | None, after: Plan | None, today: date | None) -> Alone:
    """Return a plan that one side has alone; a new one may be approved beside itself."""
    if after is None:
        assert before is not None
        return Alone(before, plan_removed(before))
    change = plan_added(after)
    judged, _ = _judged((change,), new, after, today)
    return Alone(after, change, next((entry for _, entry in judged.approved), None) if judged else None)


def _judged(
    changes: Sequence[Change], side: Side, plan: Plan, today: date | None
) -> tuple[Judged | None, str]:
    """Return what the approvals beside a plan say of its changes, and their file."""
    approvals, _ = approvals_of(side, plan) if today is not None else (None, "")
    if approvals is None or today is None:
        return None, ""
    return judge(changes, approvals, today), approvals.shown


def _kinds(option: str, values: Sequence[str]) -> frozenset[str]:
    words = tuple(word.lower() for word in split_words(values))
    known = (*ChangeClass, *KINDS)
    for word in words:
        if word not in known:
            from difflib import get_close_matches

            near = get_close_matches(word, known, 3)
            close = CLOSE(words=" / ".join(near)) if near else Message("", "")
            raise PlanspecError(
                NO_KIND(option=option, word=word), KINDS_HINT(classes=", ".join(ChangeClass), close=close)
            )
    return frozenset(words)


def _style(request: Request) -> str:
    if request.stat and request.output_format not in TERMINAL:
        raise PlanspecError(STAT_ALONE(style=request.output_format))
    if request.output_format in OFFICE:
        raise PlanspecError(NEEDS_FILE(style=request.output_format))
    return "stat" if request.stat else one_of("--output-format", request.output_format, tuple(FORMATS))


def _files(values: Sequence[str]) -> dict[Path, str]:
    files: dict[Path, str] = {}
    for value in values:
        style, equals, name = value.partition("=")
        if not equals:
            style, name = SUFFIXES.get(Path(value).suffix.lower(), ""), value
        if not style or name in ("", "-"):
            raise PlanspecError(BAD_OUTPUT(value=value, suffixes=" ".join(SUFFIXES)))
        path = Path(name)
        if path in files:
            raise PlanspecError(SAME_FILE(path=name))
        files[path] = one_of("--output", style, (*FORMATS, *OFFICE))
    return files
