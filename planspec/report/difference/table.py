"""The 新旧对照表 as Markdown: three columns, action by action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planspec.report.difference.headings import (
    alone,
    closing,
    heading,
    no_change,
    reading,
    total,
)
from planspec.report.difference.rows import heads, parts, title_of_table
from planspec.report.marks import escape, table
from planspec.report.marks import heading as marked

if TYPE_CHECKING:
    from planspec.report import Look
    from planspec.report.difference.value import Difference


def render(difference: Difference, look: Look) -> str:
    """Return a page with a table for each action."""
    language = look.language
    lines = [marked(title_of_table(difference).text(language), 2), ""]
    for couple in difference.changed:
        lines += [marked(escape(heading(couple, difference).text(language))), ""]
        if not couple.diff.changes:
            lines += [no_change(difference, couple).text(language), ""]
            continue
        lines += [escape(total(couple, language)), ""]
        for told in reading(couple):
            lines += [escape(told.text(language)), ""]
        for part in parts(couple, language):
            body = [
                [_cell(row.old_place, row.old), _cell(row.new_place, row.new), escape(row.remark)]
                for row in part.rows
            ]
            lines += [marked(escape(part.title), 4), "", *table(heads([couple], language), body), ""]
    for one in difference.alone:
        lines.append(f"- {escape(alone(one).text(language))}")
    if not difference.total and not difference.couples:
        lines.append(no_change(difference).text(language))
    notes = [escape(message.text(language)) for message in closing(difference)]
    return "\n".join([*lines, *([""] if notes else []), *notes]).rstrip("\n") + "\n"


def _cell(place: str, text: str) -> str:
    if not text:
        return ""
    lines = "<br>".join(map(escape, text.split("\n")))
    return f"<sub>{escape(place)}</sub><br>{lines}" if place else lines
