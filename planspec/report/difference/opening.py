"""What a Markdown report says before its details: counts, the gravest changes, what both plans have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from planspec.diff import Change, ChangeClass
from planspec.report.difference.entries import Entry, entry_of
from planspec.report.difference.headings import (
    FIRST,
    counts,
    group_title,
    heading,
    no_change,
    reading,
    total,
)
from planspec.report.difference.labels import ACTION, INDICATOR, INDICATORS, MAIN, TASKS, THEME
from planspec.report.difference.links import target_of
from planspec.report.difference.overview import (
    gravest,
    main_targets,
    overview,
    shared_targets,
    taken_words,
    theme_of,
)
from planspec.report.difference.value import Couple, Difference
from planspec.report.difference.wording import SIGNS, change_word, class_of, sides, title_of
from planspec.report.marks import escape, link, shorten, table
from planspec.report.marks import heading as marked
from planspec.source.message import Message, Template

if TYPE_CHECKING:
    from planspec.diff import Side
    from planspec.model import Plan
    from planspec.report import Look

MOST: Final = 20
"""Changes and shared targets that are named before the details."""
LONGEST: Final = 160
"""Characters of a text that is shown."""

BY_THEME: Final = Message("按主题看", "By theme")
MORE: Final = Template(zh="另有{count}处，见下文", en="{count} more below")


class Marks:
    """Puts the parts of a difference into Markdown, in one language."""

    def __init__(self, difference: Difference, look: Look) -> None:
        self.difference = difference
        self.look = look
        self.language = look.language
        zh = look.language == "zh"
        self.colon = "：" if zh else ": "
        self.brackets = "（{}）" if zh else " ({})"
        self.comma = "、" if zh else ", "

    def say(self, message: Message) -> str:
        """Return a sentence in the language of the page."""
        return message.text(self.language)

    def text(self, text: str) -> str:
        """Return text that is shown as it is, not too long."""
        return escape(shorten(text, LONGEST))

    def link(self, text: str, file: str, line: int, *, old: bool) -> str:
        """Return a link to a line; the bare text where nothing can be linked to."""
        to = target_of(file, line, self.difference, self.look, old=old)
        return link(text, to.file, to.line, to.base) if to is not None else escape(text)

    def at(self, side: Side | None, place: str, *, old: bool) -> str:
        """Return the place of one end of a change."""
        return self.link(place, side.file, side.span.start_line, old=old) if side is not None else ""

    def value(self, entry: Entry, *, old: bool) -> str:
        """Return one end of a change: what it says and where."""
        side = entry.change.before if old else entry.change.after
        value, place = (entry.old, entry.old_place) if old else (entry.new, entry.new_place)
        return f"{self.text(value)} {self.at(side, place, old=old)}".strip()

    def brief(self, change: Change, couple: Couple) -> str:
        """Return a change on one line."""
        entry = entry_of(change, couple, self.language)
        shown = escape(shorten(entry.shown, 2 * LONGEST))
        old = change.after is None
        place = self.at(
            change.before if old else change.after, entry.old_place if old else entry.new_place, old=old
        )
        return f"{escape(entry.what)}{self.colon if shown else ''}{shown}{self.brackets.format(place)}"


class Opening(Marks):
    """Says what stands before the details of a pair of plans."""

    def lines(self, couple: Couple) -> list[str]:
        """Return the heading, the counts, what weighs most, and of two plans what each took over."""
        say, changes = self.say, couple.diff.changes
        lines = [marked(escape(say(heading(couple, self.difference)))), ""]
        for word, plan in zip(sides(couple), (couple.before, couple.after), strict=True):
            lines.append(f"- {say(word)}{self.colon}{self.plan(plan, old=plan is couple.before)}")
        lines.append("")
        if not changes:
            return [*lines, say(no_change(self.difference, couple)), ""]
        lines += [f"**{escape(total(couple, self.language))}**", ""]
        if couple.across:
            lines += [*(f"- {escape(say(one))}" for one in overview(couple)), ""]
        lines += [*(f"> {escape(say(told))}" for told in reading(couple)), ""] if reading(couple) else []
        lines += self.first(couple)
        if couple.across:
            return [*lines, *self.themes(couple), *self.shared(couple)]
        return [*lines, *self.actions(couple)]

    def plan(self, plan: Plan, *, old: bool) -> str:
        """Return a plan's title as a link to its file."""
        return self.link(
            shorten(plan.title or plan.node.file.shown, LONGEST), plan.node.file.shown, 1, old=old
        )

    def first(self, couple: Couple) -> list[str]:
        """Return what weighs most."""
        found = gravest(couple)
        if not found:
            return []
        lines = [f"**{self.say(FIRST)}**", ""]
        lines += [f"{number}. {self.brief(change, couple)}" for number, change in enumerate(found[:MOST], 1)]
        more = [self.say(MORE(count=len(found) - MOST)), ""] if len(found) > MOST else []
        return [*lines, "", *more]

    def themes(self, couple: Couple) -> list[str]:
        """Return a table of the themes: what was taken over, dropped and added."""
        say = self.say
        taken = "/".join(say(word) for word in taken_words(couple))
        kinds = (ChangeClass.WEAKENED, ChangeClass.STRENGTHENED)
        heads = [
            say(THEME),
            *(say(word) for word in sides(couple)),
            *(f"{say(word)}<br>{taken}" for word in (TASKS, INDICATORS)),
            *(say(class_of(kind, couple)) for kind in kinds),
        ]
        body = []
        for group in couple.groups:
            facing = group.facing
            if facing.before or facing.after:
                names = [
                    "<br>".join(escape(one.title) for one in side) or "—"
                    for side in (facing.before, facing.after)
                ]
                taken_over = ["/".join(map(str, numbers)) for numbers in (facing.tasks, facing.targets)]
                classes = [str(sum(change.kind is kind for change in group.changes)) for kind in kinds]
                body.append(
                    [escape(theme_of(facing, couple, self.language)) or "—", *names, *taken_over, *classes]
                )
        return [marked(say(BY_THEME), 4), "", *table(heads, body), ""] if body else []

    def shared(self, couple: Couple) -> list[str]:
        """Return the main targets: those of both plans with their values, then the others by name."""
        changed = shared_targets(couple)
        say, lines = self.say, []
        if changed:
            heads = [say(INDICATOR), *(say(word) for word in sides(couple)), say(change_word(couple))]
            shown = [entry_of(change, couple, self.language) for change in changed[: 2 * MOST]]
            body = [
                [
                    self.text(one.change.subject),
                    self.value(one, old=True),
                    self.value(one, old=False),
                    self.verdict(one, couple),
                ]
                for one in shown
            ]
            lines += [*table(heads, body), ""]
            if len(changed) > len(shown):
                lines += [say(MORE(count=len(changed) - len(shown))), ""]
        for line in main_targets(couple, self.language):
            lines += [f"- {escape(line)}"]
        return [marked(say(MAIN), 4), "", *lines, ""] if lines else []

    def verdict(self, entry: Entry, couple: Couple) -> str:
        """Return what became of a target that both have."""
        told = f"{SIGNS[entry.change.kind]} {self.say(title_of(entry.change.code, couple))}"
        return "<br>".join([escape(told), *(f"<sub>{escape(note)}</sub>" for note in entry.notes)])

    def actions(self, couple: Couple) -> list[str]:
        """Return a table of the actions with their counts; one action needs none."""
        groups = [group for group in couple.groups if group.changes]
        if len(groups) < 2:
            return []
        body: Sequence[Sequence[str]] = [
            [
                escape(self.say(group_title(group, couple))),
                escape(counts(group.changes, couple, self.language, graves=True)),
            ]
            for group in groups
        ]
        return [*table([self.say(ACTION), self.say(change_word(couple))], body), ""]
