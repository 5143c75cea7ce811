"""A comparison as JSON: versioned, one shape."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from planspec.report.comparison.flat import actions, indicators, roles
from planspec.report.data import Value, dump

if TYPE_CHECKING:
    from planspec.compare.matrix import Comparison

VERSION: Final = 1
"""Raised when a key changes its meaning or goes."""


def render(comparison: Comparison, parts: tuple[str, ...]) -> str:
    """Return the plans and the rows of the parts asked for."""
    tables = {"indicators": indicators, "actions": actions, "roles": roles}
    plans: list[Value] = [
        {
            "title": column.facts.title,
            "file": column.facts.shown,
            "jurisdiction": column.facts.code,
            "place": column.place,
            "year": column.facts.year,
            "programme": column.facts.programme,
            "attested": column.facts.attested,
            "superior": column.superior or None,
            "missing_superiors": list(column.skipped),
        }
        for column in comparison.columns
    ]
    found: dict[str, Value] = {part: _plain(tables[part](comparison)) for part in parts}
    return dump({"version": VERSION, "plans": plans, **found, "left_out": comparison.single})


def _plain(rows: Iterable[dict[str, object]]) -> Value:
    return [{key: _value(value) for key, value in row.items()} for row in rows]


def _value(value: object) -> Value:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, dict):
        return {str(key): _value(one) for key, one in value.items()}
    return value if isinstance(value, (str, int)) or value is None else str(value)
