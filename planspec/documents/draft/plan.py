"""A document to the draft of a spec: the head, the annexes with an action each, the overall plan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from planspec.documents.blocks import Block, Document, Paragraph, Table
from planspec.documents.coverage import Coverage
from planspec.documents.draft.context import Context
from planspec.documents.draft.goals import aims, goals
from planspec.documents.draft.kinds import Holds, holds
from planspec.documents.draft.names import (
    NATION,
    action_name,
    place_of,
    place_words,
    programme_of,
    step_of,
    year_of,
)
from planspec.documents.draft.order import Data, ordered
from planspec.documents.draft.organisation import mechanism
from planspec.documents.draft.overall import preamble, read_overall
from planspec.documents.draft.tables import breakdown, named, read_tables, tables_in, tables_of_plan
from planspec.documents.draft.tasks import Tasks
from planspec.documents.outline import Heading, Irregularity, Text, outline
from planspec.documents.parts import Part, Parts, is_plan, take_apart
from planspec.documents.roster import is_roster, read_roster
from planspec.registry import Registry


class Draft(msgspec.Struct):
    """The draft of a spec: the plan, the action files by name, and the account of the document."""

    plan: Data
    actions: dict[str, Data]
    coverage: Coverage
    irregular: list[Irregularity]


def draft(document: Document, registry: Registry, code: str | None = None) -> Draft:
    """Return the draft of a spec for a document.

    `code` is the GB/T 2260 code of the issuing place; without it the place is looked for in title and issuer.
    """
    parts = take_apart(document)
    context = Context(registry, code or place_of(parts), Coverage(document), year_of(parts, document))
    for spot, field in parts.used:
        context.coverage.mapped(spot, field)
    plan = _head(parts, document, context.code)
    actions: dict[str, Data] = {}
    entries: list[Data] = []
    annexes = [annex for annex in parts.annexes if is_plan(annex)]
    for position, annex in enumerate(annexes, 1):
        action = _action(context, annex)
        name = f"{position:02d}-{action.get('theme') or f'action-{position}'}.yaml"
        actions[name] = action
        entries.append({"include": name})
    if parts.overall is not None:
        read_overall(context, parts.overall, plan, entries, actions)
    if entries:
        plan["actions"] = [ordered(entry) for entry in entries]
    for annex in parts.annexes:
        if annex not in annexes:
            _other_annex(context, annex, plan, actions)
    if parts.copies_to:
        plan["copies_to"] = parts.copies_to
    _notice(context, parts.notice)
    if not actions:
        plan["extent"] = "overall" if plan.get("actions") else "full"
    return Draft(ordered(plan), actions, context.coverage, context.irregular)


def _head(parts: Parts, document: Document, code: str) -> Data:
    plan: Data = {"planspec": 1, "title": parts.title or document.title or _stem(document.name)}
    plan["jurisdiction"] = code if code == NATION else int(code) if code else 0
    if parts.issuer:
        plan["issuer"] = parts.issuer
    programme = programme_of(parts.title)
    if programme:
        plan["programme"] = programme
    plan["year"] = year_of(parts, document)
    for key, value in (("document", parts.document), ("issued", parts.issued)):
        if value:
            plan[key] = value
    plan["status"] = "issued" if parts.issued or parts.document else "draft"
    if parts.listed:
        plan["annexes"] = [entry.title for entry in parts.listed]
    return plan


def _stem(name: str) -> str:
    return re.sub(r"\.[A-Za-z]{2,5}$", "", name)


def _action(context: Context, annex: Part) -> Data:
    prefix = f"附件{annex.no}" if annex.no is not None else "附件"
    tree = outline(annex.blocks)
    context.irregular.extend(tree.irregular)
    name = action_name(annex.title, place_words(context.code))
    action: Data = {"action": name}
    theme = context.registry.theme_of(annex.title) or context.registry.theme_of(name)
    if theme:
        action["theme"] = theme
    if annex.no is not None:
        action["annex"] = annex.no
    action["title"] = annex.title
    preamble(context, tree.lead, action)
    tables = [(table, "") for table in [*tree.tables, *(t for h in tree.walk() for t in h.tables)]]
    for below in annex.parts:
        context.coverage.mapped(below.spot, "annex")
        tables += tables_in(context, below)
    reads = read_tables(context, tables)
    _sections(context, tree.headings, Tasks(context, named(reads)), action, prefix)
    rows = breakdown(context, reads, action, prefix)
    if rows:
        action["breakdown"] = rows
    return ordered(action)


def _sections(context: Context, headings: Sequence[Heading], tasks: Tasks, action: Data, prefix: str) -> None:
    kinds = [holds(heading, headings, context.known) for heading in headings]
    several = kinds.count(Holds.TASKS) > 1
    for heading, kind in zip(headings, kinds, strict=True):
        context.coverage.mapped(heading.spot, "section")
        where = f"{prefix}/{step_of(heading)}"
        if kind is Holds.GOALS:
            action.setdefault("goals", []).extend(goals(context, heading, where))
        elif kind is Holds.AIMS:
            if found := aims(context, heading, where):
                action.setdefault("goals", []).extend(found)
        elif kind is Holds.ORGANISATION:
            mechanism(context, heading, action, where)
        elif kind is Holds.PROSE:
            context.prose([heading])
        elif several and heading.children:
            action.setdefault("sections", []).append(tasks.section(heading, where))
        else:
            tasks.work(heading, action, where, numbered=several)


def _other_annex(context: Context, annex: Part, plan: Data, actions: dict[str, Data]) -> None:
    """An annex that is no action plan (a roster, a table): its tables are read, the rest kept in the account."""
    context.coverage.mapped(annex.spot, "annex")
    tables = tables_in(context, annex)
    if is_roster(annex.title) and not tables:
        _roster(context, annex, plan)
    for below in annex.parts:
        context.coverage.mapped(below.spot, "annex")
        tables += tables_in(context, below)
    place = f"附件{annex.no}" if annex.no is not None else "附件"
    tables_of_plan(context, tables, annex.title, place, plan, actions)


def _roster(context: Context, annex: Part, plan: Data) -> None:
    """Read who sits in the leading group, which the overall plan may have named already."""
    lines = [Text(block.shown.strip(), block.spot) for block in annex.blocks if isinstance(block, Paragraph)]
    group, left = read_roster(annex.title, [line for line in lines if line.text], context.known)
    for line in lines:
        if line not in left:
            context.coverage.mapped(line.spot, "organisation")
    if group:
        place = f"附件{annex.no}" if annex.no is not None else "附件"
        organisation = plan.setdefault("organisation", {"source": place})
        before = organisation.get("leading_group", {})
        said = before.get("source")
        organisation["leading_group"] = {**before, **group, "source": f"{said}、{place}" if said else place}


def _notice(context: Context, blocks: Iterable[Block]) -> None:
    for block in blocks:
        if isinstance(block, Table):
            context.coverage.unmapped(block, "table in the notice")
        else:
            context.coverage.prose(block.spot)
