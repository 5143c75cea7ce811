"""A comparison as one HTML page: how each plan stands, a chart an indicator, the tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from planspec.align.standing import Standing
from planspec.report.comparison.charts import bars_of, chart
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
)
from planspec.report.web import page, table, text
from planspec.source.message import Message

if TYPE_CHECKING:
    from planspec.compare.matrix import Cell, Column, Comparison, Row, Work
    from planspec.report import Look

CHARTS: Final = Message("各项目标一览", "Targets at a glance")
LEGEND: Final = Message(
    "绿色高于上级，蓝色持平，红色低于上级，灰色没有可比的上级目标；竖线是上级的目标。只画单位和口径相同的数值。",
    "Green is above the superior's target, blue level, red below, grey has none to compare; the line across "
    "is the superior's. Only figures of one measure and unit share a chart.",
)
FIGURES: Final = {
    Standing.ABOVE: (Message("高于上级", "above"), "good"),
    Standing.LEVEL: (Message("持平", "level"), "calm"),
    Standing.BELOW: (Message("低于上级", "below"), "bad"),
    Standing.DEFERRED: (Message("以上级为准", "left to the superior"), "soft"),
}
TASKS: Final = Message("{number}项任务", "{number} tasks")
LED: Final = Message("牵头", "led")
SHARED: Final = Message("配合", "supported")
_CLASSES: Final = {
    Standing.ABOVE: "good",
    Standing.LEVEL: "calm",
    Standing.SOFTER: "calm",
    Standing.BELOW: "bad",
}
_FEWEST: Final = 2
_NAMED: Final = 6
"""Plans that the title names."""
_MOST: Final = 60
"""Charts on a page; the table below holds everything."""


def render(comparison: Comparison, parts: tuple[str, ...], look: Look) -> str:
    """Return the page."""
    language = look.language
    zh = language == "zh"
    title = " · ".join(column.label for column in comparison.columns[:_NAMED])
    number = counted(len(comparison.columns), language)
    parts_of_title = (f"<span>{text(column.label)}</span>" for column in comparison.columns[:_NAMED])
    many = len(comparison.columns) > _NAMED
    body = [f"<h1>{text(number) if many else ' · '.join(parts_of_title)}</h1>"]
    what = f"planspec：{number}对照" if zh else f"planspec: {number} side by side"
    body.append(f'<p class="soft">{text(what)}</p>')
    if "indicators" in parts:
        body += [_cards(comparison, look), _charts(comparison, look)]
    tables = {"indicators": _indicators, "actions": _actions, "roles": _roles}
    for part in parts:
        body.append(f"<h2>{text(HEADINGS[part].text(language))}</h2>")
        body.append(tables[part](comparison, look) or f"<p>{text(NO_ROWS.text(language))}</p>")
    notes = "".join(f"<li>{text(note)}</li>" for note in notes_of(comparison, language))
    body.append(f'<ul class="soft">{notes}</ul>')
    return page(title, "\n".join(body), language)


def _cards(comparison: Comparison, look: Look) -> str:
    cards = []
    for at, column in enumerate(comparison.columns):
        counts: Counter[Standing | None] = Counter(
            Standing.LEVEL if cell.standing is Standing.SOFTER else cell.standing
            for row in comparison.rows
            for cell in row.cells[at]
        )
        figures = "".join(
            _figure(counts[standing], word.text(look.language), style)
            for standing, (word, style) in FIGURES.items()
            if counts[standing] or standing is Standing.BELOW
        )
        tasks = sum(action.tasks for row in comparison.themes for action in row.cells[at])
        more = text(TASKS.text(look.language).format(number=tasks)) if tasks else ""
        cards.append(
            f'<div class="card"><h3>{text(column.label)}</h3>'
            f'<p class="soft">{text(column.facts.title)}</p><div class="figures">{figures}</div>'
            f'<p class="soft">{more}</p></div>'
        )
    return f'<div class="cards">{"".join(cards)}</div>'


def _figure(number: int, word: str, style: str) -> str:
    return f'<span class="{style if number else "soft"}"><b class="big">{number}</b>{text(word)}</span>'


def _charts(comparison: Comparison, look: Look) -> str:
    drawn: list[str] = []
    for row in comparison.rows:
        bars = bars_of(comparison, row)
        if len(bars) >= _FEWEST and len(drawn) < _MOST and any(bar.figure for bar in bars):
            name = _name(row)
            drawn.append(f'<div class="card"><h3>{name}</h3>{chart(row, bars, look.language)}</div>')
    if not drawn:
        return ""
    language = look.language
    return (
        f"<h2>{text(CHARTS.text(language))}</h2><p class=soft>{text(LEGEND.text(language))}</p>"
        f'<div class="charts">{"".join(drawn)}</div>'
    )


def _name(row: Row) -> str:
    return text(row.name) + (f' <span class="tag">{text(row.scope)}</span>' if row.scope else "")


def _heads(first: Message, columns: Sequence[Column], look: Look) -> list[str]:
    return [text(first.text(look.language)), *(text(column.label) for column in columns)]


def _indicators(comparison: Comparison, look: Look) -> str:
    rows = [[_name(row), *(_values(cells, look) for cells in row.cells)] for row in comparison.rows]
    return table(_heads(INDICATOR, comparison.columns, look), rows) if rows else ""


def _values(cells: Sequence[Cell], look: Look) -> str:
    told = []
    for cell in cells:
        rank = rank_of(cell, look.language)
        tag = f' <span class="tag">{text(rank)}</span>' if rank else ""
        beside = ""
        if cell.standing is not None:
            style = _CLASSES.get(cell.standing, "")
            words = f"{SIGNS[cell.standing]} {standing_of(cell, look.language)}"
            beside = f'<small class="{style}">{text(words)}</small>'
        told.append(f"<div>{text(cell.value.text)}{tag}{beside}</div>")
    return "".join(told) or f'<span class="soft">{NOT_STATED.text(look.language)}</span>'


def _actions(comparison: Comparison, look: Look) -> str:
    nothing = f'<span class="soft">{NOT_STATED.text(look.language)}</span>'
    rows = [
        [
            text(row.name),
            *(
                "<br>".join(
                    f'{text(action.title)} <span class="tag">'
                    f"{text(TASKS.text(look.language).format(number=action.tasks))}</span>"
                    for action in actions
                )
                or nothing
                for actions in row.cells
            ),
        ]
        for row in comparison.themes
    ]
    return table(_heads(THEME, comparison.columns, look), rows) if rows else ""


def _roles(comparison: Comparison, look: Look) -> str:
    names = {row.theme: row.name for row in comparison.themes}
    rows = [[text(row.name), *(_work(work, names, look) for work in row.cells)] for row in comparison.roles]
    return table(_heads(ROLE, comparison.columns, look), rows) if rows else ""


def _work(work: Work | None, names: dict[str, str], look: Look) -> str:
    if work is None:
        return f'<span class="soft">{NOT_STATED.text(look.language)}</span>'
    language = look.language
    themes = "、".join(f"{names.get(theme, theme)}{count}" for theme, count in work.themes[:3])
    told = f"{LED.text(language)} {work.leads} · {SHARED.text(language)} {work.supports}"
    return f"{text(told)}<small>{text(themes)}</small>"
