"""A comparison on a terminal: tables as wide as the screen, Chinese aligned."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from planspec.align.standing import Standing
from planspec.report.cells import visible
from planspec.report.comparison.wording import (
    HEADINGS,
    INDICATOR,
    NO_ROWS,
    NOT_STATED,
    ROLE,
    SIGNS,
    THEME,
    notes_of,
    rank_of,
    standing_of,
    tally,
    work_of,
)

if TYPE_CHECKING:
    from rich.text import Text

    from planspec.compare.matrix import Cell, Comparison
    from planspec.report import Look

_HEAD: Final = 26
_CELL: Final = 18
"""Cells that the names of rows take, and that a value should have."""
_COLORS: Final = {
    Standing.ABOVE: "green",
    Standing.LEVEL: "",
    Standing.SOFTER: "yellow",
    Standing.BELOW: "bold red",
    Standing.DEFERRED: "cyan",
    Standing.OTHER: "dim",
}


def render(comparison: Comparison, parts: tuple[str, ...], look: Look) -> str:
    """Return the tables asked for, then what a reader must know."""
    from rich.console import Console

    out = io.StringIO()
    console = Console(
        file=out, width=look.width, force_terminal=look.color, no_color=not look.color, highlight=False
    )
    tables = {"indicators": _indicators, "actions": _actions, "roles": _roles}
    for part in parts:
        body = tables[part](comparison, look)
        console.print(HEADINGS[part].text(look.language), style="bold", end="\n")
        if not body:
            console.print(NO_ROWS.text(look.language), end="\n\n")
            continue
        narrow = (look.width - _HEAD) // max(len(comparison.columns), 1) < _CELL
        console.print((_listed if narrow else _table)(body, comparison, part, look), end="\n\n")
    if "indicators" in parts:
        for at, column in enumerate(comparison.columns):
            colon = "：" if look.language == "zh" else ": "
            told = tally(comparison, at, look.language)
            if told:
                console.print(f"{column.label}{colon}{told}", style="bold")
    if not look.quiet:
        for note in notes_of(comparison, look.language):
            console.print(visible(note), style="dim")
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _table(body: Iterable[Sequence[Text | str]], comparison: Comparison, part: str, look: Look) -> object:
    from rich import box
    from rich.table import Table

    heads = {"indicators": INDICATOR, "actions": THEME, "roles": ROLE}
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=False)
    table.add_column(heads[part].text(look.language), overflow="fold")
    for column in comparison.columns:
        table.add_column(visible(column.label), overflow="fold")
    for row in body:
        table.add_row(*row)
    return table


def _listed(body: Iterable[Sequence[Text | str]], comparison: Comparison, part: str, look: Look) -> object:
    """Return the rows one below the other, for more plans than the screen has room for side by side."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(overflow="fold", no_wrap=True)
    table.add_column(overflow="fold")
    nothing = NOT_STATED.text(look.language)
    for name, *cells in body:
        table.add_row(Text(str(name), style="bold"), "")
        for column, cell in zip(comparison.columns, cells, strict=True):
            if str(cell) != nothing:
                table.add_row(f"  {visible(column.label)}", cell)
    return table


def _indicators(comparison: Comparison, look: Look) -> list[list[Text | str]]:
    body: list[list[Text | str]] = []
    for row in comparison.rows:
        name = visible(row.name) + (f"（{visible(row.scope)}）" if row.scope else "")
        body.append([_text(name), *(_values(cells, look) for cells in row.cells)])
    return body


def _values(cells: Sequence[Cell], look: Look) -> Text:
    from rich.text import Text

    if not cells:
        return Text(NOT_STATED.text(look.language), style="dim")
    shown = Text()
    for cell in cells:
        if shown:
            shown.append("\n")
        shown.append(visible(cell.value.text))
        rank = rank_of(cell, look.language)
        if rank:
            shown.append(f" {rank}", style="magenta")
        if cell.standing is not None:
            sign = SIGNS[cell.standing]
            text = f" {sign}{visible(standing_of(cell, look.language))}"
            shown.append(text, style=_COLORS[cell.standing])
    return shown


def _actions(comparison: Comparison, look: Look) -> list[list[Text | str]]:
    body: list[list[Text | str]] = []
    for row in comparison.themes:
        cells: list[Text | str] = [_text(row.name)]
        for actions in row.cells:
            told = "\n".join(f"{visible(action.title)} {action.tasks}" for action in actions)
            cells.append(_text(told or NOT_STATED.text(look.language)))
        body.append(cells)
    return body


def _roles(comparison: Comparison, look: Look) -> list[list[Text | str]]:
    names = {row.theme: row.name for row in comparison.themes}
    return [
        [_text(visible(row.name)), *(_text(work_of(work, names, look.language)) for work in row.cells)]
        for row in comparison.roles
    ]


def _text(text: str) -> Text:
    from rich.text import Text

    return Text(text)
