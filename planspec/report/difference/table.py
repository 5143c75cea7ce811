"""The 新旧对照表 as Markdown: three columns, action by action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planspec.report.difference.headings import (
    NO_PLAN,
    NOTHING,
    NOTHING_LEFT,
    alone,
    closing,
    heading,
    reading,
    total,
)
from planspec.report.difference.rows import HEADS, TITLE, parts
from planspec.report.marks import escape, table
from planspec.report.marks import heading as marked

if TYPE_CHECKING:
    from planspec.report import Look
    from planspec.report.difference.value import Difference


def render(difference: Difference, look: Look) -> str:
    """Return a page with a table for each action."""
    language = look.language
    lines = [marked(TITLE.text(language), 2), ""]
    for couple in difference.changed:
        lines += [marked(escape(heading(couple, difference).text(language))), ""]
        if not couple.diff.changes:
            lines += [(NOTHING_LEFT if difference.left_out else NOTHING).text(language), ""]
            continue
        lines += [escape(total(couple, language)), ""]
        for told in reading(couple):
            lines += [escape(told.text(language)), ""]
        heads = [head.text(language) for head in HEADS]
        for part in parts(couple, language):
            body = [
                [_cell(row.old_place, row.old), _cell(row.new_place, row.new), escape(row.remark)]
                for row in part.rows
            ]
            lines += [marked(escape(part.title), 4), "", *table(heads, body), ""]
    for plans, removed in ((difference.removed, True), (difference.added, False)):
        lines += [f"- {escape(alone(plan, removed=removed).text(language))}" for plan in plans]
    if not difference.total and not difference.couples:
        lines.append((NOTHING_LEFT if difference.left_out else NO_PLAN).text(language))
    notes = [escape(message.text(language)) for message in closing(difference)]
    return "\n".join([*lines, *([""] if notes else []), *notes]).rstrip("\n") + "\n"


def _cell(place: str, text: str) -> str:
    if not text:
        return ""
    lines = "<br>".join(map(escape, text.split("\n")))
    return f"<sub>{escape(place)}</sub><br>{lines}" if place else lines
