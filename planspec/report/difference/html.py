"""A difference as one HTML page: what changed at a glance, then every change, folded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from planspec.diff import Weight
from planspec.report.difference.entries import Entry, entry_of
from planspec.report.difference.glance import Glance
from planspec.report.difference.headings import (
    alone,
    closing,
    group_title,
    heading,
    no_change,
)
from planspec.report.difference.labels import CLASS, CONTINUED, PLANS
from planspec.report.difference.overview import taken_words
from planspec.report.difference.style import STYLE
from planspec.report.difference.tags import STYLES, table
from planspec.report.difference.value import Couple, Difference, Group, tally
from planspec.report.difference.wording import WEIGHTS, change_word, linked, sides
from planspec.report.web import page, text
from planspec.source.message import Template

if TYPE_CHECKING:
    from planspec.report import Look

DETAILS: Final = Template(zh="全部{word}", en="All {word}s")
_OPEN: Final = 40
"""Up to so many changes stand open; more are folded."""


def render(difference: Difference, look: Look) -> str:
    """Return the page."""
    writer = _Page(difference, look)
    couples = difference.changed
    title = " · ".join(writer.say(heading(couple, difference)) for couple in couples[:3]) or "planspec diff"
    return page(title, "\n".join(writer.body()), look.language, STYLE)


class _Page(Glance):
    """Says one difference in one language."""

    def body(self) -> Iterator[str]:
        difference, say = self.difference, self.say
        if difference.alone:
            items = (
                f'<li class="{STYLES[one.change.kind]}">{text(say(alone(one)))}</li>'
                for one in difference.alone
            )
            yield f"<h2>{text(say(PLANS))}</h2><ul>{''.join(items)}</ul>"
        elif not difference.couples:
            yield f"<p>{text(say(no_change(difference)))}</p>"
        for number, couple in enumerate(difference.changed):
            level = "h1 class=next" if number or difference.alone else "h1"
            yield f"<{level}>{text(say(heading(couple, difference)))}</h1>"
            yield from self.couple(couple)
        notes = "".join(f"<li>{text(say(message))}</li>" for message in closing(difference))
        yield f'<ul class="soft">{notes}</ul>' if notes else ""

    def couple(self, couple: Couple) -> Iterator[str]:
        say, changes = self.say, couple.diff.changes
        names = [
            f"{text(say(word))}{self.colon}{self.link(plan.title, plan.node.file.shown, 1, old=plan is couple.before)}"
            for word, plan in zip(sides(couple), (couple.before, couple.after), strict=True)
        ]
        yield f'<p class="soft">{"<br>".join(names)}</p>'
        if not changes:
            yield f"<p>{text(say(no_change(self.difference, couple)))}</p>"
            return
        yield from self.sections(couple)
        yield f"<h2>{text(say(DETAILS(word=change_word(couple))))}</h2>"
        for group in couple.groups:
            yield self.details(group, couple)

    def details(self, group: Group, couple: Couple) -> str:
        """Return the changes of an action: what both have as a table, the rest as lists."""
        if not group.changes and not group.facing.continued:
            return ""
        say = self.say
        words = self.words(couple)
        numbers = "".join(
            f'<span class="{STYLES[kind]}">{text(words[kind])} {number}</span>'
            for kind, number in tally(group.changes).items()
        )
        opened = " open" if len(couple.diff.changes) <= _OPEN else ""
        parts = [
            f"<details{opened}><summary><b>{text(say(group_title(group, couple)))}</b>{numbers}</summary><div>"
        ]
        stayed, *alone_words = taken_words(couple)
        if couple.across and group.facing.continued:
            names = self.comma.join(
                new.title if old.title == new.title else linked(old.title, new.title, couple)
                for old, new in group.facing.continued
            )
            parts.append(f"<p>{text(say(CONTINUED(stayed=stayed, tasks=names)))}</p>")
        found = [entry_of(change, couple, self.language) for change in group.changes]
        rows = [one for one in found if one.both or not couple.across]
        if rows:
            heads = [say(word) for word in (CLASS, change_word(couple), *sides(couple))]
            parts.append(table(heads, [self.row(one) for one in rows]))
        for word, old in zip(alone_words, (True, False), strict=True):
            ones = [one for one in found if couple.across and not one.both and bool(one.old_place) is old]
            if ones:
                items = "".join(f"<li>{self.item(one)}</li>" for one in ones)
                parts.append(f"<h4>{text(say(word))}</h4><ul>{items}</ul>")
        return "".join((*parts, "</div></details>"))

    def row(self, entry: Entry) -> list[str]:
        """Return the cells of a change."""
        grave = entry.change.weight is Weight.GRAVE
        tag = f' <span class="tag">{text(self.say(WEIGHTS[Weight.GRAVE]))}</span>' if grave else ""
        kind = f'<span class="kind {STYLES[entry.change.kind]}">{text(entry.kind)}</span>{tag}{self.unsure(entry)}'
        trail = f"<small>{text(' › '.join(entry.trail))}</small>" if entry.trail else ""
        what = f'<div class="what">{text(entry.what)}{trail}{self.notes(entry)}</div>'
        return [kind, what, self.end(entry, old=True), self.end(entry, old=False)]

    def item(self, entry: Entry) -> str:
        """Return what only one of two plans has."""
        value = entry.old or entry.new
        told = f"{text(entry.name)}{self.colon + text(value) if value else ''}"
        old = entry.change.after is None
        side, place = (entry.change.before, entry.old_place) if old else (entry.change.after, entry.new_place)
        notes = f' <span class="soft">{text(self.comma.join(entry.notes))}</span>' if entry.notes else ""
        return f"{told}{self.unsure(entry)} {self.at(side, place, old=old)}{notes}"
