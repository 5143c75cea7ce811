"""Specs as flat tables: tasks, targets, units and work groups, one row each, for a spreadsheet or a database.

A row is a dict with the table's columns in their order. A list of units stays a list; CSV joins it with 、.
Figures are those of the phrase's normal form (`phrase/`): in the base unit, so that plans can be compared.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final, TypeAlias

from planspec.model import Action, Plan, Row, Target, TargetRole, Task, UnitRef, Workgroup
from planspec.phrase import Phrase
from planspec.source.errors import PlanspecError
from planspec.source.message import Message
from planspec.source.nodes import Mapping as Node

Value: TypeAlias = "str | int | Decimal | list[str] | bool | None"
FlatRow: TypeAlias = dict[str, Value]

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    table: tuple(columns.split())
    for table, columns in {
        "tasks": "plan file line action source no title lead support leader by tier kind",
        "targets": "plan file line action source indicator indicator_id phrase measure comparator low high unit "
        "by role",
        "units": "plan unit written role kind leads supports member_of",
        "workgroups": "plan file line action source name head convenor deputies members open office",
    }.items()
}
"""The columns of each table, in their order."""

_LISTS: Final = frozenset({"lead", "support", "written", "head", "convenor", "deputies", "members"})
_INTEGERS: Final = frozenset({"line", "leads", "supports", "member_of"})
_DECIMALS: Final = frozenset({"low", "high"})
_BOOLEANS: Final = frozenset({"open"})
_ROLES: Final = {TargetRole.TASK: "task", TargetRole.SECTION: "task", TargetRole.BREAKDOWN: "breakdown"}

NO_PYARROW = Message(
    zh="写 Parquet 需要 pyarrow，尚未安装", en="Parquet needs pyarrow, which is not installed"
)
NO_PYARROW_HINT = Message(
    zh="请运行 pip install 'planspec[parquet]'，或改用 --format csv",
    en="Run pip install 'planspec[parquet]', or use --format csv",
)


def flatten(plans: Iterable[Plan], table: str) -> Iterator[FlatRow]:
    """Yield the rows of one table (a key of `COLUMNS`) for plans, in the order of the documents."""
    rows = _TABLES[table]
    for plan in plans:
        yield from rows(plan, f"{plan.jurisdiction}/{plan.year or ''}")


def to_csv(rows: Iterable[FlatRow], table: str) -> str:
    """Return the table as CSV with a header; a list is joined with 、."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS[table])
    for row in rows:
        writer.writerow([_in_csv(row[column]) for column in COLUMNS[table]])
    return stream.getvalue()


def to_json(rows: Iterable[FlatRow]) -> str:
    """Return the table as a JSON list of objects."""
    return json.dumps(list(rows), ensure_ascii=False, indent=1, default=_number) + "\n"


def to_parquet(rows: Iterable[FlatRow], table: str) -> bytes:
    """Return the table as a Parquet file; raises PlanspecError where pyarrow is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise PlanspecError(NO_PYARROW, NO_PYARROW_HINT) from error

    def kind(column: str) -> Any:
        if column in _LISTS:
            return pyarrow.list_(pyarrow.string())
        if column in _INTEGERS:
            return pyarrow.int64()
        if column in _DECIMALS:
            return pyarrow.float64()
        return pyarrow.bool_() if column in _BOOLEANS else pyarrow.string()

    schema = pyarrow.schema([(column, kind(column)) for column in COLUMNS[table]])
    plain = [{k: _number(v) if isinstance(v, Decimal) else v for k, v in row.items()} for row in rows]
    sink = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(plain, schema=schema), sink)
    return sink.getvalue()


def _in_csv(value: Value) -> object:
    if isinstance(value, list):
        return "、".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else value


def _number(value: object) -> int | float:
    assert isinstance(value, Decimal)
    return int(value) if value == value.to_integral_value() else float(value)


def _names(units: Iterable[UnitRef]) -> list[str]:
    return [unit.name for unit in units]


def _place(node: Node) -> tuple[str, int]:
    return node.file.shown, node.head_span.start_line


def _title(action: Action | None) -> str:
    return action.title if action is not None else ""


def _tasks(plan: Plan, name: str) -> Iterator[FlatRow]:
    items: list[Task | Row] = [task for task in plan.tasks if task.action is None]
    for action in plan.actions:
        items.extend(action.tasks)
        items.extend(action.breakdown)
    for item in items:
        file, line = _place(item.node)
        who = item.effective if isinstance(item, Task) else item.own
        lead, support = _names(who.lead), _names(who.support)
        if not lead and len(who.units) == 1:  # a sole unit leads
            lead = _names(who.units)
        else:
            support += _names(who.units)
        tier = item.tier if isinstance(item, Task) else ""
        kind = "breakdown" if isinstance(item, Row) else "livelihood" if tier else "task"
        yield {
            "plan": name,
            "file": file,
            "line": line,
            "action": _title(item.action),
            "source": item.locator,
            "no": item.no,
            "title": item.title,
            "lead": lead,
            "support": support,
            "leader": "、".join(text.value for text in who.leader),
            "by": item.by,
            "tier": tier,
            "kind": kind,
        }


def _targets(plan: Plan, name: str) -> Iterator[FlatRow]:
    for target in plan.targets:
        file = target.node.file.shown
        for value in target.phrases:
            phrase = value.phrase
            yield {
                "plan": name,
                "file": file,
                "line": value.node.span.start_line,
                "action": _title(target.action),
                "source": target.locator,
                "indicator": target.name,
                "indicator_id": target.indicator.id if target.indicator is not None else "",
                "phrase": value.text,
                "measure": phrase.measure.value if phrase is not None else "",
                "comparator": phrase.comparator.value if phrase is not None and phrase.comparator else "",
                "low": phrase.low if phrase is not None else None,
                "high": phrase.high if phrase is not None else None,
                "unit": _unit(phrase) if phrase is not None else "",
                "by": _deadline(target),
                "role": _ROLES.get(target.role, "goal"),
            }


def _unit(phrase: Phrase) -> str:
    """Return the unit that low and high are in: all counters (户, 家, 件) count alike and keep their word."""
    return phrase.unit if phrase.dimension == "count" else phrase.base


def _deadline(target: Target) -> str:
    if isinstance(target.node, Node):
        own = target.node.entries.get("by")
        if own is not None and isinstance(own.plain, str | int):
            return str(own.plain)
    owner = target.owner
    return owner.by if isinstance(owner, Task | Row) else ""


def _units(plan: Plan, name: str) -> Iterator[FlatRow]:
    """One row a body: how often it leads and supports, and in how many work groups it sits."""
    rows: dict[str, FlatRow] = {}

    def row(ref: UnitRef) -> FlatRow:
        unit = ref.unit
        found = rows.setdefault(
            ref.key,
            {
                "plan": name,
                "unit": unit.canonical if unit is not None else ref.name,
                "written": [],
                "role": unit.role if unit is not None else "",
                "kind": unit.kind.value if unit is not None else "unknown",
                "leads": 0,
                "supports": 0,
                "member_of": 0,
            },
        )
        written = found["written"]
        assert isinstance(written, list)
        if ref.name not in written:
            written.append(ref.name)
        return found

    def count(refs: Iterable[UnitRef], column: str) -> None:
        for ref in refs:
            counted = row(ref)
            total = counted[column]
            assert isinstance(total, int)
            counted[column] = total + 1

    for task in plan.tasks:
        if task.tasks:
            continue
        who = task.effective
        sole = not who.lead and len(who.units) == 1
        count(who.units if sole else who.lead, "leads")
        count(who.support, "supports")
        if not sole:
            count(who.units, "supports")
    for group in plan.workgroups:
        count(group.members, "member_of")
    yield from rows.values()


def _workgroups(plan: Plan, name: str) -> Iterator[FlatRow]:
    groups: list[Workgroup] = list(plan.workgroups)
    if plan.leading_group is not None:
        groups.insert(0, plan.leading_group)
    for group in groups:
        file, line = _place(group.node)
        yield {
            "plan": name,
            "file": file,
            "line": line,
            "action": group.action_title,
            "source": group.locator,
            "name": group.name,
            "head": [post.name for post in group.head],
            "convenor": [post.name for post in group.convenor],
            "deputies": [post.name for post in group.deputies],
            "members": _names(group.members),
            "open": group.open,
            "office": group.office.name if group.office is not None else "",
        }


_TABLES: Final[Mapping[str, Callable[[Plan, str], Iterator[FlatRow]]]] = {
    "tasks": _tasks,
    "targets": _targets,
    "units": _units,
    "workgroups": _workgroups,
}
