"""Markdown for a comment on a merge request: counts first, a table by plan, the findings folded.

A comment may be only so long. The gravest findings go in first, and what is left out is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, TypeAlias

from planspec.report.fold import alike, fold
from planspec.report.marks import (
    LIMIT,
    escape,
    folded,
    heading,
    html,
    length,
    link,
    shorten,
    table,
    table_row,
)
from planspec.report.statistics import HEADS
from planspec.report.summary import fixable, held_back, left_out, looked_at, score_lines, tally, verdict
from planspec.report.tallies import by_plan, by_rule, count, title_of
from planspec.report.words import SEE_ALSO, SEVERITY
from planspec.source.diagnostic import Diagnostic, Severity
from planspec.source.message import Message, Template

if TYPE_CHECKING:
    from planspec.lint.result import Judged, Result
    from planspec.report import Language, Look

MARKER: Final = "<!-- planspec lint -->"
"""First line of the comment: whoever posts it finds the earlier one and replaces it."""

_Plan: TypeAlias = "tuple[Judged | None, list[Diagnostic]]"
_Shown: TypeAlias = tuple[Diagnostic, tuple[Diagnostic, ...]]
"""A finding with those that it stands for."""

# How many may be named, and how many characters they may take together.
_PLANS: Final = (50, 15_000)
_ERRORS: Final = (10, 12_000)
_NOTES: Final = (20, 4_000)
_RESERVE: Final = 1_000
"""Characters kept for saying what was cut."""
_TITLE: Final = 60
_PATH: Final = 200
_MESSAGE: Final = 600
_RELATED: Final = 3

PLAN_HEADS: Final = (
    *SEVERITY.values(),
    Message("任务", "tasks"),
    Message("有牵头单位和可衡量目标", "with lead and measurable target"),
    Message("方案", "plan"),
)
FINDING_HEADS: Final = (
    Message("位置", "place"),
    Message("级别", "severity"),
    Message("规则", "rule"),
    Message("问题和改法", "fault and remedy"),
)
ELSEWHERE = Message("不属于任何方案的文件", "Files of no plan")
BY_RULE = Message("按规则统计", "By rule")
ASIDE = Message("运行说明", "About this run")
FIRST = Message("**先看错误**", "**The errors first**")
OF_A_PLAN = Template(zh="{title}：{counts}", en="{title}: {counts}")
MORE_PLANS = Template(zh="另有{count}份方案未列入上表。", en="{count} more plans are not in this table.")
MORE_ERRORS = Template(zh="另有{count}个错误，见下面各方案。", en="{count} more errors: see the plans below.")
MORE_HERE = Template(zh="本方案另有{count}个问题未列出。", en="{count} more findings here are not listed.")
MORE_NOTES = Template(zh="另有{count}条。", en="{count} more.")
CUT = Template(
    zh="评论长度有限：按严重程度列出了{total}个问题中的{listed}个，另有{cut}个未列出；"
    "全部问题请运行 `planspec lint` 查看。",
    en="A comment can only be so long: of {total} findings the gravest {listed} are listed, {cut} are not; "
    "`planspec lint` shows them all.",
)


def render(result: Result, look: Look) -> str:
    """Return a comment of at most `LIMIT` characters."""
    page = _Page(look)
    plans = by_plan(result)
    head, tail = page.head(result, plans), page.tail(result)
    chosen = page.choose(plans, LIMIT - _RESERVE - _size((*head, *tail)))
    listed = sum(number for rows in chosen for _, number in rows)
    lines = [*head, *page.cut(len(result.diagnostics), listed)]
    for (plan, found), rows in zip(plans, chosen, strict=True):
        lines += page.details(plan, found, rows)
    return "\n".join((*lines, *tail)).rstrip("\n") + "\n"


class _Page:
    """Says the parts of one comment in one language."""

    def __init__(self, look: Look) -> None:
        self.language: Language = look.language
        self.links = look.links
        self.fold = look.fold

    def head(self, result: Result, plans: Sequence[_Plan]) -> list[str]:
        """Return what always stands there: the verdict, the plans, the first errors, counts by rule."""
        language = self.language
        lines = [MARKER, heading(escape(f"planspec · {verdict(result, language)}")), ""]
        said = [*fixable(result, language), *left_out(result, language)]
        said += [looked_at(result, language), *score_lines(result.counts, language)]
        lines += ["<br>\n".join(map(escape, said)), ""]
        if result.plans:
            lines += [*self.plans(plans), ""]
        errors = [one for one in result.diagnostics if one.severity is Severity.ERROR]
        if errors:
            rows = _fit((f"- {self.path(one)} {one.code} {self.message(one)}" for one in errors), _ERRORS)
            lines += [self.say(FIRST), "", *rows, ""]
            if len(errors) > len(rows):
                lines += [self.say(MORE_ERRORS(count=len(errors) - len(rows))), ""]
        kinds = sorted(by_rule(result.diagnostics), key=lambda kind: -kind[0][2].rank)
        if len(kinds) > 1:
            body = [
                (str(number), f"{code} {name}".rstrip(), self.say(SEVERITY[level]), title_of(code, language))
                for (code, name, level), number in kinds
            ]
            rows = table(self.heads(HEADS), [[escape(cell) for cell in row] for row in body], right=1)
            lines += [*folded(self.say(BY_RULE), rows), ""]
        return lines

    def plans(self, plans: Sequence[_Plan]) -> list[str]:
        """Return the table of plans, in the order of their paths; of very many those with the most findings."""
        known = [(plan, found) for plan, found in plans if plan is not None]
        most, _ = _PLANS
        if len(known) > most:
            known.sort(key=lambda row: [-count(row[1], level) for level in SEVERITY])
        body = _fit((table_row(self.plan(plan, found)) for plan, found in known), _PLANS)
        lines = [*table(self.heads(PLAN_HEADS), [], right=len(PLAN_HEADS) - 1), *body]
        if len(known) > len(body):
            lines += ["", self.say(MORE_PLANS(count=len(known) - len(body)))]
        return lines

    def plan(self, plan: Judged, found: Sequence[Diagnostic]) -> list[str]:
        """Return a plan's cells."""
        counts = plan.counts
        score = f"{counts.accountable}/{counts.leaves}" if counts.leaves else "—"
        numbers = [str(count(found, level)) for level in SEVERITY]
        root = plan.files[0]
        title = link(shorten(plan.title or root, _TITLE), root, 1, self.links)
        return [*numbers, str(counts.tasks), score, title]

    def choose(self, plans: Sequence[_Plan], room: int) -> list[list[tuple[str, int]]]:
        """Return for each plan the rows that there is room for, and how many findings each row tells.

        Of all findings the gravest come first.
        """
        shown = [self.folded(found) for _, found in plans]
        order = sorted(
            (-one.severity.rank, number, at)
            for number, rows in enumerate(shown)
            for at, (one, _) in enumerate(rows)
        )
        chosen: list[dict[int, tuple[str, int]]] = [{} for _ in plans]
        for _, number, at in order:
            one, others = shown[number][at]
            row = self.row(one, others)
            room -= _size([row])
            if not chosen[number]:
                plan, found = plans[number]
                room -= _size(self.details(plan, found, [("", 0)]))
            if room < 0:
                break
            chosen[number][at] = row, 1 + len(others)
        return [[rows[at] for at in sorted(rows)] for rows in chosen]

    def folded(self, found: Sequence[Diagnostic]) -> list[_Shown]:
        """Return the findings to be shown."""
        if not self.fold:
            return [(one, ()) for one in found]
        return [shown for _, own in groupby(found, lambda one: one.file) for shown in fold(list(own))]

    def cut(self, total: int, listed: int) -> list[str]:
        """Say how many findings are not listed; nothing when all are."""
        if listed == total:
            return []
        return [f"> {self.say(CUT(total=total, listed=listed, cut=total - listed))}", ""]

    def details(
        self, plan: Judged | None, found: Sequence[Diagnostic], rows: Sequence[tuple[str, int]]
    ) -> list[str]:
        """Return the folded findings of a plan; nothing where none is listed."""
        if not rows:
            return []
        title = self.say(ELSEWHERE) if plan is None else shorten(plan.title or plan.files[0], _TITLE)
        counts = tally([one.severity for one in found], self.language)
        lines = [*table(self.heads(FINDING_HEADS), []), *(row for row, _ in rows)]
        left = len(found) - sum(number for _, number in rows)
        if left:
            lines += ["", self.say(MORE_HERE(count=left))]
        return [*folded(html(self.say(OF_A_PLAN(title=title, counts=counts))), lines), ""]

    def tail(self, result: Result) -> list[str]:
        """Return, folded, what is to be known about the run itself."""
        notes = [*held_back(result, self.language), *(self.say(note) for note in result.notes)]
        if not notes:
            return []
        lines = _fit((f"- {escape(shorten(note, _MESSAGE))}" for note in notes), _NOTES)
        if len(notes) > len(lines):
            lines += ["", self.say(MORE_NOTES(count=len(notes) - len(lines)))]
        return folded(self.say(ASIDE), lines)

    def row(self, one: Diagnostic, others: Sequence[Diagnostic]) -> str:
        """Return a finding, and the lines of those that it stands for, as a row of a table."""
        said = self.message(one)
        if others:
            said += f"<br>{self.say(alike(others, self.language))}"
        return table_row([self.place(one), self.say(SEVERITY[one.severity]), one.code, said])

    def place(self, one: Diagnostic) -> str:
        """Return a finding's place as a link that shows the file's name; its folder is in the address."""
        return self.link(one.file, one.span.start_line)

    def path(self, one: Diagnostic) -> str:
        """Return a finding's place as a link that shows the whole path, for what stands outside its plan."""
        line = one.span.start_line
        return link(shorten(f"{one.file}:{line}", _PATH), one.file, line, self.links)

    def link(self, file: str, line: int) -> str:
        """Return a link to a line."""
        return link(shorten(f"{PurePosixPath(file).name}:{line}", _TITLE), file, line, self.links)

    def message(self, one: Diagnostic) -> str:
        """Return what is wrong, and the places that belong to it."""
        said = [escape(shorten(self.say(one.message), _MESSAGE))]
        for other in one.related[:_RELATED]:
            text = escape(shorten(self.say(other.message), _MESSAGE))
            place = self.link(other.file, other.span.start_line)
            said.append(self.say(SEE_ALSO(place=place, message=text)))
        return "<br>".join(said)

    def heads(self, heads: Sequence[Message]) -> list[str]:
        """Return the heads of a table."""
        return [self.say(one) for one in heads]

    def say(self, message: Message) -> str:
        """Return a sentence in the language of the page."""
        return message.text(self.language)


def _fit(lines: Iterable[str], most: tuple[int, int]) -> list[str]:
    """Return the first lines: at most so many, of at most so many characters together."""
    number, room = most
    fitting: list[str] = []
    for line in lines:
        room -= _size([line])
        if room < 0 or len(fitting) == number:
            break
        fitting.append(line)
    return fitting


def _size(lines: Iterable[str]) -> int:
    return sum(length(line) + 1 for line in lines)
