"""Markdown for a comment on a merge request: counts first, the gravest named at once, each action folded.

A comment may be only so long. The worst changes go in first, and what is left out is counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from planspec.diff import Weight
from planspec.report.difference.entries import Entry, doubtful, entry_of
from planspec.report.difference.headings import (
    alone,
    closing,
    counts,
    group_title,
    no_change,
)
from planspec.report.difference.labels import CLASS, CONTINUED, PLANS
from planspec.report.difference.opening import Marks, Opening
from planspec.report.difference.overview import taken_words
from planspec.report.difference.value import Couple, Difference, Group, worst_first
from planspec.report.difference.wording import WEIGHTS, change_word, linked, nothing, sides
from planspec.report.marks import LIMIT, escape, folded, html, length, table, table_row
from planspec.report.marks import heading as marked
from planspec.source.message import Template

if TYPE_CHECKING:
    from planspec.model import Task
    from planspec.report import Look

MARKER: Final = "<!-- planspec diff -->"
"""First line of the comment: whoever posts it finds the earlier one and replaces it."""
_RESERVE: Final = 1_000
"""Characters kept for saying what was cut."""
_ALONE: Final = 50
"""Plans of one side alone that are named."""

MORE_PLANS: Final = Template(zh="另有{count}份方案。", en="{count} more plans.")
MORE_HERE: Final = Template(zh="另有{count}处变化未列出。", en="{count} more changes are not listed.")
CUT: Final = Template(
    zh="篇幅有限：按轻重列出了{total}处变化中的{listed}处，另有{cut}处未列出；全部变化请运行 `planspec diff` 查看。",
    en="A comment can only be so long: of {total} changes the worst {listed} are listed, {cut} are not; "
    "`planspec diff` shows them all.",
)


def render(difference: Difference, look: Look) -> str:
    """Return a comment of at most `LIMIT` characters."""
    couples = difference.changed
    opening, details = Opening(difference, look), _Details(difference, look)
    first, tail = [MARKER, *_alone(difference, look)], _tail(difference, look)
    openings = [opening.lines(couple) for couple in couples]
    chosen = details.choose(couples, LIMIT - _RESERVE - _size((*first, *tail)) - sum(map(_size, openings)))
    total = sum(len(couple.diff.changes) for couple in couples)
    listed = sum(map(len, chosen.values()))
    lines = first
    if listed < total:
        lines += [f"> {CUT(total=total, listed=listed, cut=total - listed).text(look.language)}", ""]
    for couple, head in zip(couples, openings, strict=True):
        lines += head
        for group in couple.groups:
            lines += details.group(group, couple, chosen.get(id(group), ()))
    return "\n".join((*lines, *tail)).rstrip("\n") + "\n"


class _Details(Marks):
    """Says what changed, action by action."""

    def choose(self, couples: Sequence[Couple], room: int) -> dict[int, list[Entry]]:
        """Return for each group the changes that there is room for: of all changes the worst come first."""
        order = [
            (worst_first(change), change, couple)
            for couple in couples
            for group in couple.groups
            for change in group.changes
        ]
        order.sort(key=lambda one: one[0])
        chosen: dict[int, list[Entry]] = {}
        for _, change, couple in order:
            entry, group = entry_of(change, couple, self.language), couple.group_of(change)
            room -= length(self.line(entry, couple)) + 1
            if id(group) not in chosen:
                room -= _size(self.group(group, couple, ()))
            if room < 0:
                break
            chosen.setdefault(id(group), []).append(entry)
        return chosen

    def group(self, group: Group, couple: Couple, shown: Sequence[Entry]) -> list[str]:
        """Return the folded changes of a group: what both sides have as a table, the rest as lists."""
        if not group.changes and not group.facing.continued:
            return []
        say = self.say
        numbers = counts(group.changes, couple, self.language, graves=True) or say(nothing(couple))
        lines: list[str] = []
        stayed, *_ = taken_words(couple)
        if couple.across and group.facing.continued:
            names = self.comma.join(_name(old, new, couple) for old, new in group.facing.continued)
            lines += [escape(say(CONTINUED(stayed=stayed, tasks=names))), ""]
        rows = [entry for entry in shown if self.in_table(entry, couple)]
        if rows:
            heads = [say(word) for word in (CLASS, change_word(couple), *sides(couple))]
            lines += [*table(heads, []), *(self.line(entry, couple) for entry in rows), ""]
        for word, gone in zip(taken_words(couple)[1:], (True, False), strict=True):
            ones = [one for one in shown if not self.in_table(one, couple) and bool(one.old_place) is gone]
            if ones:
                lines += [f"**{escape(say(word))}**", "", *(self.line(entry, couple) for entry in ones), ""]
        if len(shown) < len(group.changes):
            lines += [say(MORE_HERE(count=len(group.changes) - len(shown))), ""]
        title = html(say(group_title(group, couple)))
        return [*folded(f"<b>{title}</b>{html(self.colon + numbers)}", lines[:-1]), ""]

    def in_table(self, entry: Entry, couple: Couple) -> bool:
        """Say whether a change is a row of the table; between two plans what one of them lacks is listed."""
        return not couple.across or entry.both

    def line(self, entry: Entry, couple: Couple) -> str:
        """Return a change as a row of the table, or as a line of a list."""
        trail = " › ".join(entry.trail)
        small = [f"<sub>{self.text(line)}</sub>" for line in (trail, *entry.notes) if line]
        grave = f" **{self.say(WEIGHTS[Weight.GRAVE])}**" if entry.change.weight is Weight.GRAVE else ""
        unsure = " **?**" if doubtful(entry.change.match) else ""
        if self.in_table(entry, couple):
            what = "<br>".join([self.text(entry.what), *small])
            return table_row(
                [
                    f"{escape(entry.kind)}{grave}{unsure}",
                    what,
                    self.value(entry, old=True),
                    self.value(entry, old=False),
                ]
            )
        value = entry.old or entry.new
        told = f"{self.text(entry.name)}{self.colon if value else ''}{self.text(value)}"
        place = self.value(entry._replace(old="", new=""), old=entry.change.after is None)
        return f"- {told}{unsure} {place}{''.join(f' {line}' for line in small)}"


def _tail(difference: Difference, look: Look) -> list[str]:
    """Return what is left out, and whether the run fails."""
    lines = (
        [no_change(difference).text(look.language), ""]
        if not difference.total and not difference.couples
        else []
    )
    return [*lines, *(f"<sub>{escape(message.text(look.language))}</sub>" for message in closing(difference))]


def _alone(difference: Difference, look: Look) -> list[str]:
    """Return the plans of one side alone."""
    language, found = look.language, difference.alone
    if not found:
        return []
    marks = Marks(difference, look)
    lines = [marked(PLANS.text(language)), ""]
    for one in found[:_ALONE]:
        told = alone(one).text(language)
        lines.append(f"- {marks.link(told, one.plan.node.file.shown, 1, old=one.change.after is None)}")
    if len(found) > _ALONE:
        lines += ["", MORE_PLANS(count=len(found) - _ALONE).text(language)]
    return [*lines, ""]


def _name(old: Task, new: Task, couple: Couple) -> str:
    return new.title if old.title == new.title else linked(old.title, new.title, couple)


def _size(lines: Sequence[str]) -> int:
    return sum(length(line) + 1 for line in lines)
