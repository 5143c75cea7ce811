"""GitHub Actions: what a reviewer has to look at as annotations of the new files; the rest in the log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planspec.diff import Change, ChangeClass
from planspec.report.cells import visible
from planspec.report.difference.anchors import REVIEWED, anchor, sentences
from planspec.report.difference.headings import alone, closing, heading, total
from planspec.report.difference.value import worst_first
from planspec.report.github import BEYOND, LIMIT, escape_data, escape_property, plain
from planspec.source.message import Template

if TYPE_CHECKING:
    from planspec.report import Language, Look
    from planspec.report.difference.value import Alone, Couple, Difference

_LEVELS: Final = {
    ChangeClass.WEAKENED: "warning",
    ChangeClass.REDEFINED: "warning",
    ChangeClass.UNDECIDED: "notice",
    ChangeClass.REASSIGNED: "notice",
}
_NO_MARK: Final = Template(
    zh="加强和文字调整的{count}处变化没有批注",
    en="{count} changes that strengthen or reword have no annotation",
)


def render(difference: Difference, look: Look) -> str:
    """Return one command a change, worst first, then the counts; a change that fails the run is an error."""
    language = look.language
    marked = [
        (change, couple)
        for couple in difference.changed
        for change in couple.diff.changes
        if change.kind in REVIEWED or _fails(change, couple, difference)
    ]
    marked.sort(key=lambda one: (not _fails(one[0], one[1], difference), worst_first(one[0])))
    levels = [_level(change, couple, difference) for change, couple in marked]
    lines = [
        _command(change, couple, level, difference, look)
        for (change, couple), level in zip(marked, levels, strict=True)
    ]
    beyond = sum(max(levels.count(level) - LIMIT, 0) for level in ("error", "warning", "notice"))
    if beyond:
        lines.append(BEYOND(limit=LIMIT, beyond=beyond).text(language))
    for couple in difference.changed:
        lines += [plain(heading(couple, difference).text(language)), plain(total(couple, language))]
    lines += [_alone(one, difference, language) for one in difference.alone]
    silent = sum(len(couple.diff.changes) for couple in difference.couples) - len(marked)
    if silent:
        lines.append(_NO_MARK(count=silent).text(language))
    if not look.quiet:
        lines += [plain(message.text(language)) for message in closing(difference)]
    return "".join(line + "\n" for line in lines)


def _fails(change: Change, couple: Couple, difference: Difference) -> bool:
    return difference.fails(change.kind) and couple.approval(change) is None


def _alone(one: Alone, difference: Difference, language: Language) -> str:
    """Return the command for a plan that is gone, which has no file to stand in; a new one is merely said."""
    told, fails = alone(one).text(language), difference.fails(one.change.kind) and one.approval is None
    if not fails and one.change.kind not in REVIEWED:
        return plain(told)
    level = (
        "error" if fails else "notice" if one.approval is not None else _LEVELS.get(one.change.kind, "notice")
    )
    return f"::{level} title={one.change.code}::{escape_data(visible(told))}"


def _level(change: Change, couple: Couple, difference: Difference) -> str:
    if _fails(change, couple, difference):
        return "error"
    approved = couple.approval(change) is not None
    return "notice" if approved else _LEVELS.get(change.kind, "notice")


def _command(change: Change, couple: Couple, level: str, difference: Difference, look: Look) -> str:
    place = anchor(change, couple, difference)
    said = sentences(change, couple, look.language)
    # The log shows the message alone: without this line nobody would know where.
    said.append(f"{place.file}:{place.span.start_line}")
    properties = f"file={escape_property(place.file)},line={place.span.start_line},title={escape_property(change.code)}"
    return f"::{level} {properties}::{escape_data(chr(10).join(map(visible, said)))}"
