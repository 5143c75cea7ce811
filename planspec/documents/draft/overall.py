"""The overall plan: goals, one paragraph per action or sections of its own, organisation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from planspec.documents.draft.context import Context
from planspec.documents.draft.goals import aims, goals
from planspec.documents.draft.kinds import Holds, holds
from planspec.documents.draft.names import action_in, alike, no_of, step_of
from planspec.documents.draft.order import Data
from planspec.documents.draft.organisation import organise
from planspec.documents.draft.tables import tables_of_plan
from planspec.documents.draft.tasks import Tasks
from planspec.documents.outline import Heading, Text, outline
from planspec.documents.parting.duties import by_duties, whole
from planspec.documents.parting.enumeration import enumerated
from planspec.documents.parting.headings import headed
from planspec.documents.parting.statements import by_statements
from planspec.documents.parts import Part

_BASIS: Final = re.compile(r"《([^《》]{4,60})》\s*(?:[（(]([^（）()]{4,30}号)[）)])?")
_CITES: Final = re.compile(r"根据|按照|依据|落实|贯彻")
_FEWEST_ACTIONS: Final = 3
_FEWEST_HEADINGS: Final = 3


def read_overall(
    context: Context, part: Part, plan: Data, entries: list[Data], actions: dict[str, Data]
) -> None:
    """Read the overall plan into `plan`; `entries` are its actions so far, `actions` the annexes' files."""
    tree = outline(part.blocks)
    context.irregular.extend(tree.irregular)
    preamble(context, tree.lead, plan)
    tables = [(table, "") for table in tree.tables]
    tables += [(table, node.title) for node in tree.walk() for table in node.tables]
    tasks = Tasks(context)
    for heading in tree.headings:
        kind = holds(heading, tree.headings, context.known)
        source = step_of(heading)
        context.coverage.mapped(heading.spot, "section")
        if kind is Holds.GOALS:
            plan.setdefault("goals", []).extend(goals(context, heading, source))
        elif kind is Holds.AIMS:
            plan.setdefault("goals", []).extend(aims(context, heading, source))
        elif kind is Holds.ORGANISATION:
            found, duties = organise(context, heading, source, [one["action"] for one in actions.values()])
            plan["organisation"] = {**found, **plan.get("organisation", {})}
            if duties:
                made = [tasks.task(child, f"{source}/{step_of(child)}") for child in duties]
                section: Data = {"no": no_of(heading)} if heading.no else {}
                section |= {"heading": heading.title, "tasks": made, "source": source}
                plan.setdefault("sections", []).append(section)
        elif kind is Holds.PROSE:
            context.prose([heading])
        elif actions or lists_actions(heading, plan):
            _actions(context, heading, entries, actions, source)
        elif heading.children:
            plan.setdefault("sections", []).append(tasks.section(heading, source))
        else:
            _alone(tasks, heading, plan, source)
    if not plan.get("goals"):
        plan.pop("goals", None)
    tables_of_plan(context, tables, part.title, "", plan, {})


def _alone(tasks: Tasks, heading: Heading, plan: Data, source: str) -> None:
    """Read a section without numbered parts: one task, or as many as its run-in headings tell."""
    made = tasks.section(heading, source)
    if len(made.get("tasks", ())) == 1 and not made.get("sections") and made["tasks"][0]["source"] == source:
        task = made["tasks"][0]
        if "no" in made:
            task = {"id": task["id"], "no": made["no"], **task}
        plan.setdefault("tasks", []).append(task)
    else:
        plan.setdefault("sections", []).append(made)


def lists_actions(heading: Heading, plan: Data) -> bool:
    """Say whether the children are actions: several, each called an action, in a plan of a programme."""
    named = [child for child in heading.children if action_in(child.title)]
    return "programme" in plan and len(named) >= _FEWEST_ACTIONS and len(named) * 2 > len(heading.children)


def _actions(
    context: Context, heading: Heading, entries: list[Data], actions: dict[str, Data], source: str
) -> None:
    """Read the overall plan's paragraphs, one per action; match them with the annexes."""
    titles = {name: action["action"] for name, action in actions.items()}
    for text in heading.body:
        context.coverage.prose(text.spot)
    for child in heading.children:
        context.coverage.mapped(child.spot, "action")
        where = f"{source}/{step_of(child)}"
        entry = _entry_for(child, entries, titles)
        if entry is None:
            name = action_in(child.title) or child.title
            entry = {"action": name, "heading": child.title}
            theme = context.registry.theme_of(name)
            if theme:
                entry["theme"] = theme
            entries.append(entry)
            _body(context, child, entry, where)
        else:
            entry.setdefault("heading", child.title)
            texts = [text for node in child.walk() for text in (Text(node.title, node.spot), *node.body)]
            for text in texts:
                context.coverage.mapped(text.spot, "action")
            if targets := context.targets(texts):
                entry["targets"] = targets
        entry["source"] = where


def _entry_for(heading: Heading, entries: list[Data], titles: dict[str, str]) -> Data | None:
    for entry in entries:
        name = titles.get(entry.get("include", ""), "")
        if name and "source" not in entry and alike(name, heading.title):
            return entry
    return None


def _body(context: Context, heading: Heading, entry: Data, source: str) -> None:
    """Read an action that the overall plan itself lays out: numbered tasks, else the parts of its paragraphs."""
    tasks = Tasks(context)
    context.mapped(heading, "action")
    if heading.children:
        parted = tasks.parted(heading.children)
        for child in heading.children:
            below = f"{source}/{step_of(child)}"
            if child.spot in parted or tasks.is_group(child):
                entry.setdefault("sections", []).append(tasks.section(child, below))
            else:
                entry.setdefault("tasks", []).append(tasks.task(child, below))
        lead = list(heading.body)
    else:
        lead, parts = _parts(context, heading)
        if parts:
            entry["tasks"] = [tasks.subtask(part, source) for part in parts]
        if len({part.who for part in parts if part.who is not None}) == 0:
            own = whole(by_duties(heading.body, context.known))
            if own is not None:
                context.state(entry, own)
    if targets := context.targets([Text(heading.title, heading.spot), *lead]):
        entry["targets"] = targets


def _parts(context: Context, heading: Heading):  # type: ignore[no-untyped-def]
    """Return the introduction of an action's paragraphs, and their parts."""
    duties = by_duties(heading.body, context.known)
    stated = [part for part in duties if part.who is not None]
    if len(stated) > 1:
        return [], duties
    body = [text for part in duties for text in part.texts] if stated else heading.body
    lead, parts = enumerated(body)
    if parts:
        return lead, parts
    lead, parts = headed(body)
    if len(parts) >= _FEWEST_HEADINGS:
        return lead, parts
    return by_statements(body)


def preamble(context: Context, texts: Iterable[Text], item: Data) -> None:
    """Read the documents that the preamble names as the basis."""
    for text in texts:
        context.coverage.prose(text.spot)
        if _CITES.search(text.text) is None:
            continue
        for title, number in _BASIS.findall(text.text):
            basis = {"title": title}
            if number:
                basis["document"] = re.sub(r"\s", "", number)
            if basis not in item.setdefault("basis", []):
                item["basis"].append(basis)
