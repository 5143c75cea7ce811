"""Charts of a difference as inline SVG: a bar of the classes, and what became of figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from planspec.diff import Change, ChangeClass, Object
from planspec.phrase import Measure, parse
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
_ROW: Final = 40
_HEIGHT: Final = 14
_ROWS: Final = 8
"""Figures on one chart: more go to the next."""
_MOST: Final = 48
_RATES: Final = (Measure.GROWTH, Measure.MEAN_GROWTH, Measure.CHANGE, Measure.SHARE)
_COMPARED: Final = (ChangeClass.WEAKENED, ChangeClass.STRENGTHENED, ChangeClass.UNDECIDED)


class Figure(NamedTuple):
    """A target with a figure on both sides that one scale can show."""

    change: Change
    old: Decimal
    new: Decimal
    rate: bool
    """Per cent or percentage points: those of different targets share a scale."""


def bar(counts: Mapping[ChangeClass, int], words: Mapping[ChangeClass, str], width: int = 600) -> str:
    """Return a bar that is divided by class; the numbers stand in the parts that have room for them."""
    total = sum(counts.values())
    if not total:
        return ""
    parts, start = [], 0.0
    for kind, number in counts.items():
        size = width * number / total
        told = text(f"{words[kind]} {number}")
        parts.append(
            f'<g><title>{told}</title><rect x="{start:.1f}" y="0" width="{max(size - 1, 0.5):.1f}" '
            f'height="{_HEIGHT}" fill="{COLORS[kind]}"/></g>'
        )
        start += size
    label = text(", ".join(f"{words[kind]} {number}" for kind, number in counts.items()))
    return (
        f'<svg class="bar" viewBox="0 0 {width} {_HEIGHT}" preserveAspectRatio="none" role="img" '
        f'aria-label="{label}" xmlns="http://www.w3.org/2000/svg">{"".join(parts)}</svg>'
    )


def figures(couple: Couple) -> list[Figure]:
    """Return the targets whose figure changed and can be compared, rates first, worst first."""
    found = [figure for group in couple.groups for change in group.changes if (figure := _figure(change))]
    order = {kind: number for number, kind in enumerate(_COMPARED)}
    return sorted(found, key=lambda one: (not one.rate, order[one.change.kind]))[:_MOST]


def _figure(change: Change) -> Figure | None:
    before, after = change.before, change.after
    if change.object is not Object.TARGET or change.kind not in _COMPARED or before is None or after is None:
        return None
    old, new = parse(before.text), parse(after.text)
    if old is None or new is None or old.figure is None or new.figure is None:
        return None
    if (
        (old.measure in _RATES) is not (new.measure in _RATES)
        or old.base != new.base
        or old.figure == new.figure
    ):
        return None
    if Measure.RANK in (old.measure, new.measure):
        return None
    return Figure(change, old.figure, new.figure, old.measure in _RATES and old.base in ("%", "百分点"))


def dumbbells(found: Sequence[Figure]) -> list[str]:
    """Return charts of some targets each: a hollow dot where the figure was, a full one where it is."""
    rates = [one for one in found if one.rate]
    others = [one for one in found if not one.rate]
    return [
        _chart(several[start : start + _ROWS], several if several is rates else None)
        for several in (rates, others)
        for start in range(0, len(several), _ROWS)
    ]


def _chart(found: Sequence[Figure], shared: Sequence[Figure] | None) -> str:
    rows = []
    for number, one in enumerate(found):
        scale = [value for other in (shared or (one,)) for value in (other.old, other.new)]
        low, high = min(Decimal(0), *scale), max(Decimal(0), *scale)
        rows.append(_row(one, number * _ROW, low, (high - low) or Decimal(1)))
    label = text("、".join(one.change.subject for one in found))
    return (
        f'<svg viewBox="0 0 {WIDTH} {len(found) * _ROW}" role="img" aria-label="{label}" '
        f'xmlns="http://www.w3.org/2000/svg">{"".join(rows)}</svg>'
    )


def _row(one: Figure, top: int, low: Decimal, span: Decimal) -> str:
    before, after = one.change.before, one.change.after
    assert before is not None and after is not None
    left, right = 6, WIDTH - 6

    def x(value: Decimal) -> float:
        return round(left + float((value - low) / span) * (right - left), 1)

    color = COLORS[one.change.kind]
    old, new = x(one.old), x(one.new)
    told = f"{before.text} → {after.text}"
    name = one.change.subject if len(one.change.subject) <= _NAME else one.change.subject[: _NAME - 1] + "…"
    line = top + 27
    return (
        f"<g><title>{text(one.change.subject)} {text(told)}</title>"
        f'<text x="0" y="{top + 13}" font-size="12">{text(name)}</text>'
        f'<text x="{WIDTH}" y="{top + 13}" font-size="12" text-anchor="end" fill="{color}">{text(told)}</text>'
        f'<line x1="{left}" x2="{right}" y1="{line}" y2="{line}" stroke="#e1e6eb" stroke-width="2"/>'
        f'<line x1="{old}" x2="{new}" y1="{line}" y2="{line}" stroke="{color}" stroke-width="3"/>'
        f'<circle cx="{old}" cy="{line}" r="4.5" fill="#fff" stroke="{color}" stroke-width="2"/>'
        f'<circle cx="{new}" cy="{line}" r="5" fill="{color}"/></g>'
    )


_NAME: Final = 12
"""Characters of a target's name that a chart has room for."""
