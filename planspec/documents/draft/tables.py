"""The tables of a document: rows of a breakdown, tasks where a table is all there is, indicators."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planspec.documents.blocks import Paragraph, Table
from planspec.documents.breakdown import as_section, build, indicators, row_title, step_of_groups
from planspec.documents.draft.context import Context
from planspec.documents.draft.names import tier_of
from planspec.documents.draft.order import Data, ordered, ordered_deep
from planspec.documents.draft.tasks import Named
from planspec.documents.numbering import number_of
from planspec.documents.parts import Part
from planspec.documents.restating import Candidate, restated
from planspec.documents.tablegroups import grouped_tables
from planspec.documents.tables import TableRead, read_table
from planspec.phrase.fold import fold

_CAPTION = re.compile(r"[（(]?(?:单位|填报单位|日期|时间)[:：].{0,40}")


class Read(NamedTuple):
    """A table read, and the heading that stands right above it."""

    table: TableRead
    group: str


def tables_in(context: Context, part: Part) -> list[tuple[Table, str]]:
    """Return the tables of an annex, each with the heading that stands right above it; list what else it has."""
    for block in part.blocks:
        context.coverage.unmapped(block, f"annex {part.title}")
        if isinstance(block, Paragraph):
            text = block.shown.strip()
            if text == part.title or _CAPTION.fullmatch(text):
                context.coverage.mapped(block.spot, "caption")
    tables = grouped_tables(part.blocks)
    for _, above in tables:
        if above is not None:
            context.coverage.mapped(above.spot, "row-group")
    return [(table, above.shown.strip() if above is not None else "") for table, above in tables]


def read_tables(context: Context, tables: Sequence[tuple[Table, str]]) -> list[Read]:
    """Read tables of tasks or indicators; one whose header nobody knows is listed as unmapped."""
    found = []
    for table, group in tables:
        read = read_table(table, context.known)
        if read is None or not read.rows:
            context.coverage.unmapped(table, "no header that tells what the columns hold")
            continue
        for spot, use in read.uses:
            context.coverage.mapped(spot, use)
        found.append(Read(read, group))
    return found


def named(reads: Sequence[Read]) -> Named:
    """Return what tables call the groups of their rows, and the rows: run-in headings are known by these names."""
    rows = [row for read in reads for row in read.table.rows]
    groups = {fold(_unnumbered(group)) for row in rows for group in row.group}
    return Named(frozenset(groups), tuple(dict.fromkeys(row_title(row, {}) for row in rows)))


def _unnumbered(group: str) -> str:
    number = number_of(group)
    return group[number.end :].strip() if number is not None else group.strip()


def breakdown(context: Context, reads: Sequence[Read], action: Data, prefix: str) -> list[Data]:
    """Return the rows of an action's tables, each with the task that it restates; goals go to the action."""
    kept: list[tuple[TableRead, str]] = []
    for read in reads:
        goals = indicators(read.table)
        if goals is not None:
            action.setdefault("goals", []).append({"targets": goals, "source": f"{prefix}表"})
        else:
            kept.append((read.table, read.group))
    built = build(kept, f"{prefix}表", context.targets)
    tasks = [*_candidates(context, action)]
    matches = restated([(row.item["title"], row.text) for row in built], tasks)
    for row, match in zip(built, matches, strict=True):
        if match:
            row.item["restates"] = match
    return [ordered(row.item) for row in built]


def _candidates(context: Context, item: Data, above: str = "") -> Iterator[Candidate]:
    """Yield the tasks of an action as rows may restate them."""
    for section in item.get("sections", ()):
        yield from _candidates(context, section, above)
    for task in item.get("tasks", ()):
        yield Candidate(task["id"], task["title"], context.words.get(task["id"], ""), above)
        yield from _candidates(context, task, task["id"])


def tables_of_plan(
    context: Context,
    tables: Sequence[tuple[Table, str]],
    title: str,
    place: str,
    plan: Data,
    actions: dict[str, Data],
) -> None:
    """Read tables that belong to no action's plan: rows of the action that the title names, else tasks."""
    reads = read_tables(context, tables)
    about = [action for action in actions.values() if len(action["action"]) > 3 and action["action"] in title]
    if len(about) == 1:
        about[0].setdefault("breakdown", []).extend(breakdown(context, reads, about[0], place))
        return
    for read in reads:
        goals = indicators(read.table)
        if goals is not None:
            heading = read.group or title
            plan.setdefault("goals", []).append(
                {"heading": heading, "targets": goals, "source": f"{place}表"}
            )
            continue
        where = f"{place}表/{step_of_groups([read.group])}" if read.group and len(reads) > 1 else f"{place}表"
        rows = build([(read.table, "")], where, context.targets)
        section = as_section(rows, read.group or title, where, context.identifier)
        if tier := tier_of(f"{title}{read.group}"):
            section["tier"] = tier
        plan.setdefault("sections", []).append(ordered_deep(section))
