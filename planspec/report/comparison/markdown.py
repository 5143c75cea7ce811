"""A comparison as Markdown: for a report, a wiki page or a comment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from planspec.report.comparison.wording import (
    HEADINGS,
    INDICATOR,
    NO_ROWS,
    NOT_STATED,
    ROLE,
    SIGNS,
    THEME,
    counted,
    notes_of,
    rank_of,
    standing_of,
    tally,
    work_of,
)
from planspec.report.marks import escape, heading, link, table

if TYPE_CHECKING:
    from planspec.compare.matrix import Cell, Comparison
    from planspec.report import Look


def render(comparison: Comparison, parts: tuple[str, ...], look: Look) -> str:
    """Return a page: how each plan stands, then the tables asked for."""
    language = look.language
    zh = language == "zh"
    number = counted(len(comparison.columns), language)
    lines = [heading(f"planspec · {number}对照" if zh else f"planspec · {number} side by side", 2), ""]
    if "indicators" in parts:
        for at, column in enumerate(comparison.columns):
            colon = "：" if zh else ": "
            counts = escape(tally(comparison, at, language))
            told = f"**{escape(column.label)}**" + (f"{colon}{counts}" if counts else "")
            lines.append(f"- {link(column.facts.title, column.facts.shown, 1, look.links)} {told}")
        lines.append("")
    tables = {"indicators": _indicators, "actions": _actions, "roles": _roles}
    for part in parts:
        lines += [heading(HEADINGS[part].text(language)), ""]
        lines += [*(tables[part](comparison, look) or [NO_ROWS.text(language)]), ""]
    lines += [f"- {escape(note)}" for note in notes_of(comparison, language)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _indicators(comparison: Comparison, look: Look) -> list[str]:
    body = []
    for row in comparison.rows:
        name = escape(row.name) + (f"（{escape(row.scope)}）" if row.scope else "")
        body.append([name, *(_values(cells, look) for cells in row.cells)])
    return _table(INDICATOR.text(look.language), comparison, body)


def _values(cells: Sequence[Cell], look: Look) -> str:
    told = []
    for cell in cells:
        text = escape(cell.value.text)
        rank = rank_of(cell, look.language)
        if rank:
            text += f" **{rank}**"
        if cell.standing is not None:
            text += f"<br>{SIGNS[cell.standing]} {escape(standing_of(cell, look.language))}"
        told.append(text)
    return "<br>".join(told) or NOT_STATED.text(look.language)


def _actions(comparison: Comparison, look: Look) -> list[str]:
    nothing = NOT_STATED.text(look.language)
    body = [
        [
            escape(row.name),
            *(
                "<br>".join(f"{escape(a.title)} {a.tasks}" for a in actions) or nothing
                for actions in row.cells
            ),
        ]
        for row in comparison.themes
    ]
    return _table(THEME.text(look.language), comparison, body)


def _roles(comparison: Comparison, look: Look) -> list[str]:
    names = {row.theme: row.name for row in comparison.themes}
    body = [
        [escape(row.name), *(escape(work_of(work, names, look.language)) for work in row.cells)]
        for row in comparison.roles
    ]
    return _table(ROLE.text(look.language), comparison, body)


def _table(head: str, comparison: Comparison, body: list[list[str]]) -> list[str]:
    if not body:
        return []
    return table([head, *(escape(column.label) for column in comparison.columns)], body)
