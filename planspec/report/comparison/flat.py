"""A comparison as CSV: one row for each value, action or role of a plan."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from planspec.phrase import write

if TYPE_CHECKING:
    from planspec.compare.matrix import Comparison

INDICATORS: Final = (
    "indicator", "indicator_id", "scope", "direction", "plan", "jurisdiction", "place", "year", "phrase",
    "normal", "measure", "comparator", "low", "high", "unit", "role", "theme", "rank", "standing", "superior",
    "superior_phrase", "file", "line",
)  # fmt: skip
ACTIONS: Final = ("theme", "plan", "jurisdiction", "place", "year", "action", "tasks", "file", "line")
ROLES: Final = ("role", "role_id", "plan", "jurisdiction", "place", "year", "leads", "supports", "themes")


def render(comparison: Comparison, parts: tuple[str, ...]) -> str:
    """Return the rows of the parts asked for, each part under its own header."""
    tables = {
        "indicators": (INDICATORS, indicators),
        "actions": (ACTIONS, actions),
        "roles": (ROLES, roles),
    }
    out = io.StringIO()
    for number, part in enumerate(parts):
        header, rows = tables[part]
        writer = csv.writer(out, lineterminator="\n")
        if number:
            writer.writerow([])
        writer.writerow(header)
        writer.writerows([_cell(row[name]) for name in header] for row in rows(comparison))
    return out.getvalue()


def indicators(comparison: Comparison) -> Iterator[dict[str, object]]:
    """Yield one row for each value."""
    for row in comparison.rows:
        for column, cells in zip(comparison.columns, row.cells, strict=True):
            for cell in cells:
                phrase, above = cell.phrase, cell.superior
                yield {
                    "indicator": row.name,
                    "indicator_id": row.key if cell.target.known else "",
                    "scope": row.scope,
                    "direction": row.direction.value,
                    **_plan(column.facts.title, column.facts.code, column.place, column.facts.year),
                    "phrase": cell.value.text,
                    "normal": write(phrase) if phrase is not None else "",
                    "measure": phrase.measure.value if phrase is not None else "",
                    "comparator": phrase.comparator.value if phrase is not None and phrase.comparator else "",
                    "low": phrase.low if phrase is not None else None,
                    "high": phrase.high if phrase is not None else None,
                    "unit": phrase.base if phrase is not None else "",
                    "role": cell.target.role.value,
                    "theme": cell.target.theme,
                    "rank": cell.rank,
                    "standing": cell.standing.value if cell.standing is not None else "",
                    "superior": above.tier.place.name if above is not None else "",
                    "superior_phrase": above.value.text if above is not None else "",
                    "file": cell.value.spot.file,
                    "line": cell.value.spot.span.start_line,
                }


def actions(comparison: Comparison) -> Iterator[dict[str, object]]:
    """Yield one row for each action."""
    for row in comparison.themes:
        for column, found in zip(comparison.columns, row.cells, strict=True):
            for action in found:
                yield {
                    "theme": row.theme,
                    **_plan(column.facts.title, column.facts.code, column.place, column.facts.year),
                    "action": action.title,
                    "tasks": action.tasks,
                    "file": action.spot.file,
                    "line": action.spot.span.start_line,
                }


def roles(comparison: Comparison) -> Iterator[dict[str, object]]:
    """Yield one row for each role that a plan names."""
    for row in comparison.roles:
        for column, work in zip(comparison.columns, row.cells, strict=True):
            if work is not None:
                yield {
                    "role": row.name,
                    "role_id": row.role,
                    **_plan(column.facts.title, column.facts.code, column.place, column.facts.year),
                    "leads": work.leads,
                    "supports": work.supports,
                    "themes": dict(work.themes),
                }


def _plan(title: str, code: str, place: str, year: int | None) -> dict[str, object]:
    return {"plan": title, "jurisdiction": code, "place": place, "year": year}


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        return ";".join(f"{key}:{number}" for key, number in value.items())
    text = f"{value:f}" if isinstance(value, Decimal) else str(value)
    # A spreadsheet would read a text that begins like this as a formula.
    return f"'{text}" if text[:1] in "=+-@" and not isinstance(value, (Decimal, int)) else text
