"""Headings to sections and tasks; a running paragraph is parted where it visibly has parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from planspec.documents.draft.context import Context
from planspec.documents.draft.due import due_in
from planspec.documents.draft.kinds import texts_of
from planspec.documents.draft.names import no_of, step_of, tier_of, words_of
from planspec.documents.draft.order import Data, ordered
from planspec.documents.numbering import Kind
from planspec.documents.outline import Heading, Text
from planspec.documents.parting import Part
from planspec.documents.parting.duties import by_duties, whole
from planspec.documents.parting.enumeration import enumerated
from planspec.documents.parting.headings import headed
from planspec.documents.parting.part import LONGEST_HEADING, UNTITLED, clean, title_of
from planspec.documents.parting.rows import by_rows
from planspec.documents.parting.statements import by_statements
from planspec.phrase.fold import fold
from planspec.phrase.responsibility import Responsibility, find_all
from planspec.phrase.unitlists import Known

_LONGEST_SENTENCE: Final = 30
"""Characters of a title with a comma in it that is rather a sentence."""
_COMMA: Final = re.compile("[，,]")
_DEFERS: Final = re.compile(r"[（(][^（）()]*(?:目标|任务|指标|要求)[^（）()]{0,3}[）)]$")
"""A section's title that leaves its figures to a superior: 办好民生实事（以省下达任务为准）."""
_FIGURE: Final = re.compile("[0-9０-９]")


class Named(msgspec.Struct, frozen=True):
    """What the tables of the same plan are about: the names of their groups of rows (folded), and of their rows."""

    groups: frozenset[str] = frozenset()
    rows: tuple[str, ...] = ()


class Tasks:
    """Reads the sections and tasks of one plan or action."""

    def __init__(self, context: Context, named: Named | None = None) -> None:
        self.context = context
        self.known = context.known
        self.named = named or Named()

    # -- sections --

    def work(self, heading: Heading, item: Data, source: str, *, numbered: bool = False) -> None:
        """Read a section that holds tasks, whose own title is no section of the spec.

        `numbered` says that its number is that of the task which it is, where it has no parts.
        """
        self.context.coverage.mapped(heading.spot, "section")
        if not heading.children:
            made = self.leaf(heading, source)
            if numbered and heading.no and [task["source"] for task in made.get("tasks", ())] == [source]:
                made["tasks"] = [ordered({"no": no_of(heading), **made["tasks"][0]})]
            for key in ("sections", "tasks"):
                if key in made:
                    item.setdefault(key, []).extend(made[key])
            return
        for text in heading.body:
            self.context.coverage.prose(text.spot)
        parted = self.parted(heading.children)
        for child in heading.children:
            where = f"{source}/{step_of(child)}"
            if child.children or child.spot in parted:
                item.setdefault("sections", []).append(self.section(child, where))
            else:
                item.setdefault("tasks", []).append(self.task(child, where))

    def section(self, heading: Heading, source: str) -> Data:
        """Read a section with all below it."""
        _take_common_duty(heading, self.known)
        self.context.mapped(heading, "section")
        section: Data = {}
        if heading.no:
            section["no"] = no_of(heading)
        title, own = self.without_duty(heading.title)
        section["heading"] = title or _title(heading, self.known)
        tier = tier_of(heading.title)
        if tier:
            section["tier"] = tier
        if not heading.children:
            return ordered({**section, **self.leaf(heading, source, own), "source": source})
        who = [found for text in heading.body for found in find_all(text.text, self.known)]
        if own is not None or who:
            self.context.state(section, own or who[-1])
        whole = heading.title + (heading.body[0].text if heading.body else "")
        titled = [Text(whole, heading.spot)] if _DEFERS.search(whole) else heading.body
        targets = self.context.targets(titled)
        if targets:
            section["targets"] = targets
        inner = any(self.is_group(child) for child in heading.children)
        parted = self.parted(heading.children)
        for child in heading.children:
            below = f"{source}/{step_of(child)}"
            if (inner and self.is_group(child)) or child.spot in parted:
                section.setdefault("sections", []).append(self.section(child, below))
            else:
                section.setdefault("tasks", []).append(self.task(child, below))
        section["source"] = source
        return ordered(section)

    def is_group(self, heading: Heading) -> bool:
        """Say whether a heading within a section groups tasks: numbered ones, and it has no units of its own."""
        numbered = any(child.number is not None for child in heading.children)
        return numbered and not any(find_all(text.text, self.known) for text in texts_of(heading))

    def leaf(self, heading: Heading, source: str, own: Responsibility | None = None) -> Data:
        """Return the tasks of a section without numbered parts: those of its run-in headings, else itself as one."""
        self.context.mapped(heading, "task")
        item: Data = {}
        lead, parts = headed(heading.body, self.named.groups)
        if parts and self.is_running(heading, lead):
            if own is not None:
                self.context.state(item, own)
            targets = self.context.targets(lead)
            if targets:
                item["targets"] = targets
            tier = tier_of(heading.title)
            made = [self.part(part, source, tier) for part in self.with_first(heading, lead, parts)]
            for key in ("sections", "tasks"):
                found = [one for one, is_section in made if is_section is (key == "sections")]
                if found:
                    item[key] = found
            return item
        if tier := tier_of(heading.title):
            self.items(heading.body, item := {"source": source}, tier)
            if item.get("sections") or len(item.get("tasks", ())) > 1:
                return item
        return {"tasks": [self.task(heading, source, own=True)]}

    def parted(self, headings: Sequence[Heading]) -> frozenset[object]:
        """Return the spots of headings that are sections of run-in headings: as a table names them, or most do it."""
        leaves = [one for one in headings if not one.children and one.number is not None]
        found = []
        for one in leaves:
            lead, parts = headed(one.body, self.named.groups)
            if parts and self.is_running(one, lead):
                found.append((one, any(fold(part.title) in self.named.groups for part in parts)))
        grouped = any(one.number is not None and one.number.kind < Kind.ARABIC for one in leaves)
        most = grouped and len(found) > 1 and len(found) * 2 > len(leaves)
        return frozenset(one.spot for one, is_named in found if is_named or most)

    def is_running(self, heading: Heading, lead: Sequence[Text]) -> bool:
        """Say whether a paragraph with run-in headings has no responsibility that holds for all of it."""
        return whole(by_duties([*lead, *heading.body], self.known)) is None

    def with_first(self, heading: Heading, lead: Sequence[Text], parts: list[Part]) -> list[Part]:
        """Put a part for the text before the first run-in heading before the others, where the title names it.

        In 着力降成本，深化要素市场化配置改革 the last words are the name of a group of a table.
        """
        last = clean(heading.title.replace(",", "，").rpartition("，")[2])
        named = any(fold(part.title) in self.named.groups for part in parts)
        if lead and named and last != clean(heading.title) and len(last) <= LONGEST_HEADING:
            return [Part(last, list(lead)), *parts]
        return parts

    def part(self, part: Part, source: str, tier: str = "") -> tuple[Data, bool]:
        """Return a part as a task, or, where it is about livelihood items, as a section; and which of both it is."""
        own = tier_of(part.title)
        tier = own or tier
        if not tier:
            return self.subtask(part, source), False
        section: Data = {"heading": part.title, "source": f"{source}/{words_of(part.title)}"}
        if own:
            section["tier"] = own
        self.items(part.texts, section, tier)
        return ordered(section), True

    def items(self, texts: Sequence[Text], section: Data, tier: str) -> None:
        """Read livelihood items: groups of them, as a table has; else a sentence each, or a clause as rows tell."""
        _, groups = headed(texts, self.named.groups, by_looks=False)
        if groups:  # a group of a single row has its name from the row
            names = self.named.groups | {fold(row) for row in self.named.rows}
            _, groups = headed(texts, names, by_looks=False)
        for group in groups:
            below: Data = {"heading": group.title, "source": f"{section['source']}/{words_of(group.title)}"}
            listed = by_statements(group.texts, clauses=True)[1]
            parts = [one for part in listed for one in by_rows(part.texts, self.named.rows) or [part]]
            below["tasks"] = [self.subtask(one, below["source"]) for one in parts]
            section.setdefault("sections", []).append(ordered(below))
        if not groups:
            section["tasks"] = [self.subtask(one, section["source"]) for one in by_statements(texts)[1]]

    # -- tasks --

    def task(self, heading: Heading, source: str, own: bool = False) -> Data:
        """Read one task; parts with responsibilities of their own, or counted ones, become its sub-items."""
        self.context.mapped(heading, "task")
        title, phrase = self.without_duty(heading.title)
        task: Data = {"id": self.context.identifier(source)}
        self.context.words[task["id"]] = "\n".join(node.text for node in heading.walk())
        if heading.no and not own:
            task["no"] = no_of(heading)
        task["title"] = _title(heading, self.known) if not title or _is_sentence(title) else title
        texts = ([Text(title, heading.spot)] if title else []) + list(heading.body)
        parts = by_duties(heading.body, self.known)
        stated = [part for part in parts if part.who is not None]
        if phrase is not None:
            self.context.state(task, phrase if len(stated) != 1 else phrase.joined(stated[0].who or phrase))
        elif len(stated) == 1 and stated[0].who is not None:
            self.context.state(task, stated[0].who)
        if len(stated) < 2:
            parts = [] if stated or phrase is not None else enumerated(heading.body)[1]
        if parts:
            task["tasks"] = [self.subtask(part, source) for part in parts]
            texts = [text for text in texts if not any(_within(text, part) for part in parts)]
        elif "by" not in task and (due := due_in([*texts, Text(title, heading.spot)], self.context.year)):
            task["by"] = due
        targets = self.context.targets(texts, title)
        if targets:
            task["targets"] = targets
        for child in heading.children:
            task.setdefault("tasks", []).append(self.task(child, f"{source}/{step_of(child)}"))
        task["source"] = source
        return ordered(task)

    def subtask(self, part: Part, source: str) -> Data:
        """Return a part of a paragraph as a task."""
        where = f"{source}/{part.no or words_of(part.begins or part.title)}"
        task: Data = {"id": self.context.identifier(where)}
        self.context.words[task["id"]] = f"{part.title}\n{part.text}"
        if part.no:
            task["no"] = part.no
        task["title"] = part.title or UNTITLED
        who = part.who or whole(by_duties(part.texts, self.known))
        if who is not None:
            self.context.state(task, who)
        if "by" not in task and (due := due_in(part.texts, self.context.year)):
            task["by"] = due
        targets = self.context.targets(part.texts, part.title)
        if targets:
            task["targets"] = targets
        task["source"] = where
        return ordered(task)

    def without_duty(self, title: str) -> tuple[str, Responsibility | None]:
        """Part the responsibility phrase from a title that ends in one."""
        found = find_all(title, self.known)
        if not found:
            return clean(title), None
        return clean(title[: found[0].start]), found[-1]


def _take_common_duty(heading: Heading, known: Known) -> None:
    """Give a heading the responsibility that stands by itself below its last part, where no other part has one."""
    if len(heading.children) < 2:
        return
    *others, last = heading.children
    if (
        last.children
        or len(last.body) < 1
        or any(
            find_all(text.text, known) for child in others for node in child.walk() for text in texts_of(node)
        )
    ):
        return
    parts = [find_all(text.text, known) for text in texts_of(last)]
    below = last.body[-1]
    alone = parts[-1] and not clean(below.text[: parts[-1][0].start]) and below.spot != last.spot
    if alone and not any(parts[:-1]):
        heading.body = [*heading.body, below]
        last.body = last.body[:-1]


def _within(text: Text, part: Part) -> bool:
    return any(piece.spot == text.spot and piece.text in text.text for piece in part.texts)


def _is_sentence(title: str) -> bool:
    """Say whether a title says more than a heading does: clauses, and figures in them."""
    return _COMMA.search(title) is not None and (
        len(title) > _LONGEST_SENTENCE or _FIGURE.search(title) is not None
    )


def _title(heading: Heading, known: Known) -> str:
    if heading.title or not heading.body:
        return title_of(heading.title or heading.no)
    text = heading.body[0].text
    found = find_all(text, known)
    return title_of(text[: found[0].start] if found and clean(text[: found[0].start]) else text)
