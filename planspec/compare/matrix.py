"""Plans side by side, as values: indicators × plans, actions × plans, roles × plans.

What is comparable is ranked and held against the superior; another measure, scope, year or unit is shown
beside it and not judged.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from planspec.align.case import stand
from planspec.align.chain import Plans, Stated, Tier, stated
from planspec.align.facts import ActionFact, Facts, Held, TargetFact, Value
from planspec.align.standing import Standing
from planspec.phrase import Measure, Phrase
from planspec.registry import Direction, Level, Registry, jurisdiction

THEMES: Final = (
    "industry",
    "innovation",
    "demand",
    "reform",
    "business-environment",
    "market-entities",
    "regions",
    "safety",
    "livelihood",
)
"""The order in which programmes list their actions, more or less."""


class Column(NamedTuple):
    """One plan."""

    facts: Facts
    place: str
    label: str
    """The place with the year: 石鼓区2024."""
    tiers: tuple[Tier, ...]

    @property
    def level(self) -> Level | None:
        """Its level of government: a county is ranked among counties."""
        place = jurisdiction(self.facts.code)
        return place.level if place is not None else None

    @property
    def superior(self) -> str:
        """The lowest superior of which a plan is at hand; "" where there is none."""
        return next((tier.place.name for tier in self.tiers if tier.plans), "")

    @property
    def skipped(self) -> tuple[str, ...]:
        """The superiors below that one of which none is at hand."""
        names = []
        for tier in self.tiers:
            if tier.plans:
                break
            names.append(tier.place.name)
        return tuple(names)


class Cell(NamedTuple):
    """One value of one plan for one indicator."""

    target: TargetFact
    value: Value
    phrase: Phrase | None
    """None where the value is not understood."""
    standing: Standing | None = None
    """Beside the superior's value; None where no superior states the indicator."""
    superior: Stated | None = None
    rank: str = ""
    """highest or lowest among the plans of its year and level that state the same measure in the same unit."""


class Row(NamedTuple):
    """One indicator in one scope: a tuple of cells for each plan, empty where it does not state it."""

    key: str
    name: str
    scope: str
    direction: Direction
    theme: str
    cells: tuple[tuple[Cell, ...], ...]

    @property
    def stated(self) -> int:
        """How many plans state it."""
        return sum(1 for cells in self.cells if cells)


class ThemeRow(NamedTuple):
    """One theme: each plan's actions on it."""

    theme: str
    name: str
    cells: tuple[tuple[ActionFact, ...], ...]


class Work(NamedTuple):
    """What one role has to do in one plan."""

    leads: int
    supports: int
    themes: tuple[tuple[str, int], ...]
    """Themes in which it leads, with the number of tasks, most first."""


class RoleRow(NamedTuple):
    """One role (or a unit without one): what it does in each plan; None where it is not named."""

    role: str
    name: str
    cells: tuple[Work | None, ...]


class Comparison(NamedTuple):
    """Plans side by side."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    themes: tuple[ThemeRow, ...]
    roles: tuple[RoleRow, ...]
    single: int = 0
    """Number of indicators that only one plan states and that are left out."""
    silent: tuple[str, ...] = ()
    """Labels of the plans that state none of the indicators asked for; they have no column."""


def compare(
    plans: Sequence[Facts],
    others: Iterable[Held],
    registry: Registry,
    *,
    indicators: Collection[str] = (),
    themes: Collection[str] = (),
    everything: bool = False,
) -> Comparison:
    """Lay plans side by side, in the order given; `others` are superiors' plans that are not shown.

    `indicators` (keys) and `themes` choose rows; without `everything`, rows of one plan alone are counted
    and left out, unless they were asked for.
    """
    from planspec.align.facts import hold

    known = Plans((*(hold(plan) for plan in plans), *others))
    columns = tuple(_column(plan, known) for plan in plans)
    rows = _rows(columns, registry, frozenset(indicators), frozenset(themes))
    single = 0
    if not everything and not indicators and len(columns) > 1:
        shared = tuple(row for row in rows if row.stated > 1)
        single = len(rows) - len(shared)
        rows = shared
    silent: tuple[str, ...] = ()
    if indicators:
        kept = [at for at in range(len(columns)) if any(row.cells[at] for row in rows)]
        silent = tuple(column.label for at, column in enumerate(columns) if at not in kept)
        rows = tuple(row._replace(cells=tuple(row.cells[at] for at in kept)) for row in rows)
        columns = tuple(columns[at] for at in kept)
    return Comparison(
        columns, rows, _themes(columns, registry, themes), _roles(columns, registry, themes), single, silent
    )


def _column(plan: Facts, known: Plans) -> Column:
    place = jurisdiction(plan.code)
    name = place.name if place is not None else plan.title
    return Column(plan, name, f"{name}{plan.year or ''}", known.above(plan))


# ---- indicators × plans ----


def _rows(
    columns: Sequence[Column], registry: Registry, keys: Collection[str], themes: Collection[str]
) -> tuple[Row, ...]:
    found: dict[tuple[str, str], list[list[Cell]]] = {}
    heads: dict[tuple[str, str], TargetFact] = {}
    for at, column in enumerate(columns):
        seen: dict[tuple[str, str], set[object]] = {}
        for target in column.facts.targets:
            if (keys and target.key not in keys) or (themes and target.theme not in themes):
                continue
            head = (target.key, target.scope)
            heads.setdefault(head, target)
            cells = found.setdefault(head, [[] for _ in columns])[at]
            for cell in _cells(target, column, registry):
                kind = kind_of(cell)
                if kind not in seen.setdefault(head, set()):
                    seen[head].add(kind)
                    cells.append(cell)
    rows = []
    for head, by_plan in found.items():
        target = heads[head]
        name = registry.normalise(target.name) if target.known else target.name
        ranked = _ranked(by_plan, columns)
        rows.append(Row(target.key, name, target.scope, target.direction, target.theme, ranked))
    rows.sort(key=lambda row: -row.stated)  # stable: otherwise in the order of the documents
    return tuple(rows)


def _cells(target: TargetFact, column: Column, registry: Registry) -> Iterable[Cell]:
    understood = {id(value): phrase for value, phrase in target.phrases(registry)}
    above = list(stated(column.tiers, target.key, target.scope))
    for value in target.values:
        phrase = understood.get(id(value))
        if phrase is None:
            yield Cell(target, value, None)
            continue
        judged = [(stand(target, phrase, one, registry), one) for one in above]
        comparable = [pair for pair in judged if pair[0] is not Standing.OTHER] or judged
        if comparable:
            yield Cell(target, value, phrase, *comparable[0])
        else:
            yield Cell(target, value, phrase)


def kind_of(cell: Cell) -> object:
    """Return what makes two values of one indicator two statements of one thing."""
    phrase = cell.phrase
    if phrase is None:
        return cell.value.text
    measure = Measure.LEVEL if phrase.measure is Measure.AMOUNT else phrase.measure
    return (measure, phrase.verb, phrase.base, phrase.period, phrase.of, phrase.reference)


def _ranked(cells_of: Sequence[Sequence[Cell]], columns: Sequence[Column]) -> tuple[tuple[Cell, ...], ...]:
    """Mark the highest and the lowest of each kind, year and level of government, where two plans differ."""
    groups: dict[object, list[tuple[Decimal, int, int]]] = {}
    for at, cells in enumerate(cells_of):
        for ordinal, cell in enumerate(cells):
            figure = cell.phrase.figure if cell.phrase is not None else None
            if figure is not None:
                group = (kind_of(cell), columns[at].facts.year, columns[at].level)
                groups.setdefault(group, []).append((figure, at, ordinal))
    marks: dict[tuple[int, int], str] = {}
    for members in groups.values():
        figures = [figure for figure, _, _ in members]
        low, high = min(figures), max(figures)
        if low == high:
            continue
        for figure, at, ordinal in members:
            if figure in (low, high):
                marks[at, ordinal] = "highest" if figure == high else "lowest"
    return tuple(
        tuple(cell._replace(rank=marks.get((at, ordinal), "")) for ordinal, cell in enumerate(cells))
        for at, cells in enumerate(cells_of)
    )


# ---- actions and roles × plans ----


def _themes(columns: Sequence[Column], registry: Registry, chosen: Collection[str]) -> tuple[ThemeRow, ...]:
    names = {id: theme.name for id, theme in registry.programmes.themes.items()}
    present = dict.fromkeys(action.theme or action.title for c in columns for action in c.facts.actions)
    ordered = sorted(present, key=lambda theme: THEMES.index(theme) if theme in THEMES else len(THEMES))
    return tuple(
        ThemeRow(
            theme,
            names.get(theme, theme),
            tuple(
                tuple(action for action in column.facts.actions if (action.theme or action.title) == theme)
                for column in columns
            ),
        )
        for theme in ordered
        if not chosen or theme in chosen
    )


def _roles(columns: Sequence[Column], registry: Registry, chosen: Collection[str]) -> tuple[RoleRow, ...]:
    table: dict[str, list[Work | None]] = {}
    for at, column in enumerate(columns):
        leads: dict[str, dict[str, int]] = {}
        supports: dict[str, int] = {}
        for action in column.facts.actions:
            theme = action.theme or action.title
            if chosen and theme not in chosen:
                continue
            for role, count in action.leads.items():
                own = leads.setdefault(role, {})
                own[theme] = own.get(theme, 0) + count
            for role, count in action.supports.items():
                supports[role] = supports.get(role, 0) + count
        for role in dict.fromkeys((*leads, *supports)):
            by_theme = sorted(leads.get(role, {}).items(), key=lambda pair: (-pair[1], pair[0]))
            work = Work(sum(leads.get(role, {}).values()), supports.get(role, 0), tuple(by_theme))
            table.setdefault(role, [None] * len(columns))[at] = work
    names = {id: role.name for id, role in registry.roles.items()}
    rows = [RoleRow(role, names.get(role, role), tuple(cells)) for role, cells in table.items()]

    def weight(row: RoleRow) -> tuple[int, int, int, str]:
        works = [cell for cell in row.cells if cell is not None]
        leads = sum(work.leads for work in works)
        return (-sum(1 for work in works if work.leads), -leads, -sum(w.supports for w in works), row.name)

    return tuple(sorted(rows, key=weight))
