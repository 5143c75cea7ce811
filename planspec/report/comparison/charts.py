"""Charts of a comparison as inline SVG: one bar a plan, with a mark where its superior stands."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from planspec.align.standing import Standing
from planspec.compare.matrix import kind_of
from planspec.report.comparison.wording import standing_of
from planspec.report.web import text

if TYPE_CHECKING:
    from planspec.compare.matrix import Cell, Comparison, Row
    from planspec.report import Language

WIDTH: Final = 340
_ROW: Final = 36
_BAR: Final = 9
COLORS: Final = {
    Standing.ABOVE: "var(--good)",
    Standing.BELOW: "var(--bad)",
    Standing.LEVEL: "var(--calm)",
    Standing.SOFTER: "var(--warn)",
}
_PLAIN: Final = "var(--plain)"


class Bar(NamedTuple):
    """One plan's value in a chart."""

    label: str
    cell: Cell
    figure: Decimal
    mark: Decimal | None
    """The superior's figure, where it is of the same kind."""


def bars_of(comparison: Comparison, row: Row) -> list[Bar]:
    """Return the values of an indicator that one scale can show: of the kind that most plans state."""
    kinds: dict[object, list[Bar]] = {}
    for column, cells in zip(comparison.columns, row.cells, strict=True):
        for cell in cells:
            figure = cell.phrase.figure if cell.phrase is not None else None
            if figure is None:
                continue
            kind = kind_of(cell)
            above = cell.superior
            comparable = above is not None and cell.standing in COLORS
            mark = above.phrase.figure if above is not None and comparable else None
            kinds.setdefault(kind, []).append(Bar(column.label, cell, figure, mark))
    return max(kinds.values(), key=len, default=[])


def chart(row: Row, bars: list[Bar], language: Language) -> str:
    """Return an SVG: for each plan its name, its phrase and a bar; a line across it is the superior's figure."""
    figures = [bar.figure for bar in bars] + [bar.mark for bar in bars if bar.mark is not None]
    low, high = min(Decimal(0), *figures), max(Decimal(0), *figures)
    span = (high - low) or Decimal(1)

    def x(figure: Decimal) -> float:
        return round(float((figure - low) / span) * WIDTH, 1)

    parts = []
    for number, bar in enumerate(bars):
        top = number * _ROW
        standing = bar.cell.standing
        color = COLORS.get(standing, _PLAIN) if standing is not None else _PLAIN
        start, end = sorted((x(Decimal(0)), x(bar.figure)))
        told = f"{bar.label} {bar.cell.value.text} {standing_of(bar.cell, language)}".strip()
        parts.append(
            f"<g><title>{text(told)}</title>"
            f'<text x="0" y="{top + 13}" font-size="12">{text(bar.label)}</text>'
            f'<text x="{WIDTH}" y="{top + 13}" font-size="12" text-anchor="end">{text(bar.cell.value.text)}</text>'
            f'<rect x="0" y="{top + 19}" width="{WIDTH}" height="{_BAR}" rx="2" fill="#e8edf2"/>'
            f'<rect x="{start}" y="{top + 19}" width="{max(end - start, 1.5):.1f}" height="{_BAR}" rx="2" '
            f'fill="{color}"/>'
        )
        if bar.mark is not None:
            at = min(max(x(bar.mark), 1), WIDTH - 1)
            parts.append(
                f'<line x1="{at}" x2="{at}" y1="{top + 16}" y2="{top + 31}" stroke="var(--ink)" stroke-width="2"/>'
            )
        parts.append("</g>")
    height = len(bars) * _ROW
    label = text(row.name)
    return (
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{label}" '
        f'xmlns="http://www.w3.org/2000/svg">{"".join(parts)}</svg>'
    )
