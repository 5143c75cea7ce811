"""Charts of a difference as inline SVG: a bar of the classes, and what became of figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from planspec.diff import Change, ChangeClass, Object
from planspec.phrase import Measure, parse
from planspec.report.cells import width_of
from planspec.report.marks import shorten
from planspec.report.web import text

if TYPE_CHECKING:
    from planspec.report.difference.value import Couple

COLORS: Final = {
    ChangeClass.WEAKENED: "var(--bad)",
    ChangeClass.REDEFINED: "var(--warn)",
    ChangeClass.UNDECIDED: "#b58900",
    ChangeClass.REASSIGNED: "var(--calm)",
    ChangeClass.STRENGTHENED: "var(--good)",
    ChangeClass.REWORDED: "var(--plain)",
}
WIDTH: Final = 340
_BAR: Final = 14
_ROW: Final = 40
_MORE: Final = 15
"""Height of a row, and what a second line of text adds."""
_ROWS: Final = 8
"""Figures on one chart: more go to the next."""
_MOST: Final = 48
_NAME: Final = 14
_VALUE: Final = 12
_LINE: Final = 52
"""Characters of a name and of a value, and cells of both together, that one line has room for."""
_COMPARED: Final = (ChangeClass.WEAKENED, ChangeClass.STRENGTHENED, ChangeClass.UNDECIDED)
_NOT_RANKED: Final = ("amount-differs",)
"""What says itself that the two figures are no scale for each other."""


class Figure(NamedTuple):
    """A target with a figure on both sides that one scale can show."""

    change: Change
    old: Decimal
    new: Decimal
    rate: bool
    """A rate of growth: those of different targets share a scale."""
    link: str = "→"

    @property
    def name(self) -> str:
        """What it is called, as far as there is room."""
        name = self.change.subject
        return name if len(name) <= _NAME else name[: _NAME - 1] + "…"

    @property
    def values(self) -> str:
        """The old and the new value, as far as there is room."""
        texts = [side.text for side in (self.change.before, self.change.after) if side is not None]
        link = f" {self.link} "
        told = link.join(texts)
        return told if width_of(told) <= _LINE else link.join(shorten(text, _VALUE) for text in texts)

    @property
    def below(self) -> int:
        """How much lower the values stand than the name: they need a line of their own, or none."""
        return _MORE if width_of(self.name) + width_of(self.values) > _LINE else 0


def bar(counts: Mapping[ChangeClass, int], words: Mapping[ChangeClass, str], width: int = 600) -> str:
    """Return a bar that is divided by class."""
    total = sum(counts.values())
    if not total:
        return ""
    parts, start = [], 0.0
    for kind, number in counts.items():
        size = width * number / total
        parts.append(
            f'<g><title>{text(f"{words[kind]} {number}")}</title><rect x="{start:.1f}" y="0" '
            f'width="{max(size - 1, 0.5):.1f}" height="{_BAR}" fill="{COLORS[kind]}"/></g>'
        )
        start += size
    label = text(", ".join(f"{words[kind]} {number}" for kind, number in counts.items()))
    return (
        f'<svg class="bar" viewBox="0 0 {width} {_BAR}" preserveAspectRatio="none" role="img" '
        f'aria-label="{label}" xmlns="http://www.w3.org/2000/svg">{"".join(parts)}</svg>'
    )


def figures(couple: Couple) -> list[Figure]:
    """Return the targets whose figure changed and can be compared: rates of growth first, worst first."""
    link = "｜" if couple.telling.apart else "→"
    found = [
        figure._replace(link=link)
        for group in couple.groups
        for change in group.changes
        if (figure := _figure(change))
    ]
    order = {kind: number for number, kind in enumerate(_COMPARED)}
    return sorted(found, key=lambda one: (not one.rate, order[one.change.kind]))[:_MOST]


def _figure(change: Change) -> Figure | None:
    before, after = change.before, change.after
    if change.object is not Object.TARGET or change.kind not in _COMPARED or change.code in _NOT_RANKED:
        return None
    old = parse(before.text) if before is not None else None
    new = parse(after.text) if after is not None else None
    if old is None or new is None or old.figure is None or new.figure is None or old.figure == new.figure:
        return None
    if old.measure is not new.measure or old.base != new.base or old.measure is Measure.RANK:
        return None
    return Figure(change, old.figure, new.figure, old.measure in (Measure.GROWTH, Measure.MEAN_GROWTH))


def dumbbells(found: Sequence[Figure]) -> list[str]:
    """Return charts of a few targets each: a hollow dot where the figure was, a full one where it is."""
    rates = [one for one in found if one.rate]
    others = [one for one in found if not one.rate]
    return [
        _chart(several[start : start + _ROWS], rates if several is rates else None)
        for several in (rates, others)
        for start in range(0, len(several), _ROWS)
    ]


def _chart(found: Sequence[Figure], shared: Sequence[Figure] | None) -> str:
    rows, top = [], 0
    for one in found:
        scale = [value for other in (shared or (one,)) for value in (other.old, other.new)]
        low, high = min(Decimal(0), *scale), max(Decimal(0), *scale)
        rows.append(_row(one, top, low, (high - low) or Decimal(1)))
        top += _ROW + one.below
    label = text("、".join(one.change.subject for one in found))
    return (
        f'<svg viewBox="0 0 {WIDTH} {top}" role="img" aria-label="{label}" '
        f'xmlns="http://www.w3.org/2000/svg">{"".join(rows)}</svg>'
    )


def _row(one: Figure, top: int, low: Decimal, span: Decimal) -> str:
    left, right = 6, WIDTH - 6

    def x(value: Decimal) -> float:
        return round(left + float((value - low) / span) * (right - left), 1)

    color = COLORS[one.change.kind]
    old, new, line = x(one.old), x(one.new), top + 27 + one.below
    told = text(one.values)
    return (
        f"<g><title>{text(one.change.subject)} {text(one.values)}</title>"
        f'<text x="0" y="{top + 13}" font-size="12">{text(one.name)}</text>'
        f'<text x="{WIDTH}" y="{top + 13 + one.below}" font-size="12" text-anchor="end" style="fill: {color}">{told}</text>'
        f'<line x1="{left}" x2="{right}" y1="{line}" y2="{line}" stroke="#dfe4e9" stroke-width="2"/>'
        f'<line x1="{old}" x2="{new}" y1="{line}" y2="{line}" stroke="{color}" stroke-width="3"/>'
        f'<circle cx="{old}" cy="{line}" r="4.5" fill="#fff" stroke="{color}" stroke-width="2"/>'
        f'<circle cx="{new}" cy="{line}" r="5" fill="{color}"/></g>'
    )
