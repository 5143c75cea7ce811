"""A difference on a terminal: counts first, then each action's changes, worst first.

Where the screen is wide enough the old and the new value stand side by side, else one below the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from planspec.diff import ChangeClass, Weight
from planspec.report.cells import pad, visible, width_of, wrap
from planspec.report.difference.entries import Entry, doubtful, entry_of
from planspec.report.difference.headings import (
    FIRST,
    GRAVE_MARK,
    MORE_GRAVE,
    UNSURE_MARK,
    alone,
    closing,
    counts,
    group_title,
    heading,
    no_change,
    reading,
    total,
)
from planspec.report.difference.overview import MOST, gravest, overview
from planspec.report.difference.value import Couple, Difference, Group, folder_of, tally
from planspec.report.difference.wording import class_of, sides
from planspec.report.paint import Paint

if TYPE_CHECKING:
    from planspec.report import Look

SIDE_BY_SIDE: Final = 120
"""From this many cells on old and new stand side by side."""
ROLES: Final = {
    ChangeClass.WEAKENED: "error",
    ChangeClass.REDEFINED: "warning",
    ChangeClass.UNDECIDED: "info",
    ChangeClass.REASSIGNED: "related",
    ChangeClass.STRENGTHENED: "good",
    ChangeClass.REWORDED: "dim",
}
"""Classes by the colours of `Paint`."""
_MANY: Final = 12
"""Up to so many changes need no list of the gravest before them."""
_GAP: Final = 2
_CODES: Final = re.compile("\x1b\\[[0-9;]*m")


def render(difference: Difference, look: Look) -> str:
    """Return the changes of every pair of plans, and what the run comes to."""
    page = _Page(difference, look)
    return "".join(f"{line.rstrip()}\n" for line in page.lines())


class _Page:
    """Says one difference in one language, so many cells wide."""

    def __init__(self, difference: Difference, look: Look) -> None:
        self.difference = difference
        self.look = look
        self.language = look.language
        self.width = look.width
        self.paint = Paint(look.color)
        self.colon = "：" if look.language == "zh" else ": "
        self.marks: set[str] = set()

    def lines(self) -> Iterator[str]:
        difference, language = self.difference, self.language
        for one in difference.alone:
            self.marks.add("!")
            yield from self.wrapped(alone(one).text(language), "! ", ROLES[one.change.kind], then="  ")
        if difference.alone:
            yield ""
        for couple in difference.changed:
            yield from self.couple(couple)
            yield ""
        if not difference.total and not difference.couples:
            yield no_change(difference).text(language)
        if self.look.quiet:
            return
        for mark, meaning in (("!", GRAVE_MARK), ("?", UNSURE_MARK)):
            if mark in self.marks:
                yield from self.dim(f"{mark} {meaning.text(language)}")
        for message in closing(difference):
            yield from self.wrapped(message.text(language), "")

    def couple(self, couple: Couple) -> Iterator[str]:
        language = self.language
        yield from self.wrapped(heading(couple, self.difference).text(language), "", "title")
        for word, plan in zip(sides(couple), (couple.before, couple.after), strict=True):
            yield from self.dim(f"{word.text(language)}  {folder_of(plan)}  {plan.title}", "  ")
        for told in reading(couple):
            yield from self.dim(told.text(language), "  ")
        yield ""
        changes = couple.diff.changes
        if not changes:
            yield no_change(self.difference, couple).text(language)
            return
        yield from self.wrapped(total(couple, language), "", "title")
        if couple.across:
            for message in overview(couple):
                yield from self.wrapped(message.text(language), "")
        first = gravest(couple)
        if first and len(changes) > _MANY:
            yield ""
            yield self.paint("title", FIRST.text(language))
            for number, change in enumerate(first[:MOST], 1):
                entry = entry_of(change, couple, language)
                brief = self.briefly(entry)
                place = entry.new_place or entry.old_place
                head, *more = self.placed(brief, place, self.width - 6)
                yield f"{number:4}. {head}"
                yield from (" " * 6 + line for line in more)
            if len(first) > MOST:
                yield from self.dim(MORE_GRAVE(count=len(first) - MOST).text(language), "      ")
        for group in couple.groups:
            if group.changes:
                yield ""
                yield from self.group(group, couple)

    def group(self, group: Group, couple: Couple) -> Iterator[str]:
        language = self.language
        title = visible(group_title(group, couple).text(language))
        numbers = counts(group.changes, couple, language)
        if width_of(title) + _GAP + width_of(numbers) <= self.width:
            yield f"{self.paint('title', title)}{' ' * _GAP}{numbers}"
        else:
            yield from self.wrapped(title, "", "title")
            yield from self.wrapped(numbers, "  ")
        label = max(width_of(class_of(kind, couple).text(language)) for kind in tally(couple.diff.changes))
        for change in group.changes:
            entry = entry_of(change, couple, language)
            yield from (self.beside if self.width >= SIDE_BY_SIDE else self.stacked)(entry, label)

    def head(self, entry: Entry, label: int) -> str:
        """Return the mark and the class of a change, so many cells wide."""
        mark = "?" if doubtful(entry.change.match) else "!" if entry.change.weight is Weight.GRAVE else " "
        self.marks.add(mark)
        kind = pad(entry.kind, label)
        return f"{mark} {self.paint(ROLES[entry.change.kind], kind)}{' ' * _GAP}"

    def stacked(self, entry: Entry, label: int) -> Iterator[str]:
        """Yield a change with its values one below the other; what only one side has goes on with its sentence."""
        indent = " " * (2 + label + _GAP)
        room = self.width - len(indent)
        both = entry.old_place and entry.new_place
        value = "" if both else entry.old or entry.new
        said = entry.what + (f"{self.colon}{value}" if value else "")
        dim = [*([_steps(entry.trail)] if entry.trail else ()), *map(visible, entry.notes)]
        first, *more = self.placed(said, "" if both else entry.new_place or entry.old_place, room)
        yield self.head(entry, label) + first
        yield from (indent + line for line in more)
        if both:
            for mark, text, place in (("-", entry.old, entry.old_place), ("+", entry.new, entry.new_place)):
                first, *more = self.placed(text, place, room - 2)
                yield f"{indent}{mark} {first}"
                yield from (f"{indent}  {line}" for line in more)
        yield from (indent + self.paint("dim", line) for text in dim for line in wrap(text, room))

    def width_of(self, line: str) -> int:
        """Return the cells of a line that may be coloured."""
        return width_of(_CODES.sub("", line)) if self.look.color else width_of(line)

    def placed(self, text: str, place: str, room: int) -> list[str]:
        """Return a text in lines with its place behind it, on a line of its own where it does not fit."""
        lines = wrap(visible(text), room)
        shown = self.paint("dim", place)
        if place and width_of(lines[-1]) + 2 + width_of(place) <= room:
            return [*lines[:-1], f"{lines[-1]}  {shown}" if lines[-1] else shown]
        return [*lines, shown] if place else lines

    def beside(self, entry: Entry, label: int) -> Iterator[str]:
        """Yield a change with its values side by side."""
        indent = 2 + label + _GAP
        room = self.width - indent - 6
        side = room * 3 // 10
        middle = room - 2 * side
        what = [(line, "") for line in wrap(visible(entry.what), middle)]
        if entry.trail:
            what += [(line, "dim") for line in wrap(_steps(entry.trail), middle)]
        for note in entry.notes:
            what += [(line, "dim") for line in wrap(visible(note), middle)]
        columns = [
            what,
            *(
                [(line, "") for line in self.placed(value, place, side)] if place else []
                for value, place in ((entry.old, entry.old_place), (entry.new, entry.new_place))
            ),
        ]
        sizes = (middle, side, side)
        for number in range(max(map(len, columns))):
            cells = []
            for column, size in zip(columns, sizes, strict=True):
                line, role = column[number] if number < len(column) else ("", "")
                shown = self.paint(role, line) if role else line
                cells.append(shown + " " * max(size - self.width_of(line), 0))
            lead = self.head(entry, label) if not number else " " * indent
            yield lead + self.paint("gutter", " │ ").join(cells)

    def briefly(self, entry: Entry) -> str:
        """Return a change as one sentence with its values."""
        return f"{entry.what}{self.colon}{entry.shown}" if entry.shown else entry.what

    def wrapped(self, text: str, indent: str, role: str = "", then: str | None = None) -> Iterator[str]:
        follow = indent if then is None else then
        for number, line in enumerate(wrap(visible(text), self.width - max(len(indent), len(follow)))):
            yield (indent if not number else follow) + (self.paint(role, line) if role else line)

    def dim(self, text: str, indent: str = "") -> Iterator[str]:
        yield from self.wrapped(text, indent, "dim")


def _steps(steps: Sequence[str]) -> str:
    return visible(" › ".join(steps))
