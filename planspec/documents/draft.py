"""The parts of a document to the draft of a spec, and an account of every block.

What a paragraph is, is told by where it stands and what it says: a section called 目标 holds goals, one called 机制 or
组织 holds the work group, the others hold tasks. A numbered paragraph without numbered paragraphs below it is a task; one
with a responsibility of its own is a task whatever stands below. Nothing is dropped: what becomes no item is listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, TypeAlias

import msgspec

from planspec.documents.blocks import Block, Document, Paragraph, Spot, Table
from planspec.documents.breakdown import as_section, build, indicators
from planspec.documents.coverage import Coverage
from planspec.documents.numbering import Kind, number_of
from planspec.documents.outline import Heading, Irregularity, Outline, Text, outline, run_in
from planspec.documents.parts import Part, Parts, take_apart
from planspec.documents.restating import Candidate, restated
from planspec.documents.running import find_targets
from planspec.documents.tables import TableRead, read_table
from planspec.documents.workgroup import is_workgroup, read_workgroup
from planspec.phrase.responsibility import Known, Responsibility, find_all
from planspec.registry import Registry, count_in_name, jurisdictions_named

Data: TypeAlias = "dict[str, Any]"

_GOALS: Final = re.compile(r"目标|愿景|指标")
_ORGANISATION: Final = re.compile(
    r"机制|组织(?:领导|实施|保障|推进|推动)|保障|工作要求|有关要求|专班|督(?:查|导)考核|考核|工作措施|措施保障|实施要求|强化落实|附则"
)
_AIMS: Final = re.compile(r"指导思想|总体要求|总体思路|基本原则|工作原则|编制依据|背景")
_TASKS: Final = re.compile(r"任务|重点|举措|行动|工程|工作|内容|项目|实事|措施|安排")
_ACTION: Final = re.compile(r"(?:行动|攻坚|工程|仗|战役|计划|工作|专项)$")
_PLAN_SUFFIX: Final = re.compile(
    r"(?:三年|两年|年度|\d{4}年?)?(?:总体|工作|实施|具体|专项)*(?:实施方案|工作方案|行动方案|总体方案|方案|行动计划|工作计划|实施意见|意见)(?:[（(].*[）)])?$"
)
_HIERARCHY: Final = (
    Kind.CHAPTER,
    Kind.HAN,
    Kind.BRACKETED_HAN,
    Kind.ARABIC,
    Kind.BRACKETED_ARABIC,
    Kind.CIRCLED,
)
_LEVELS: Final = (("省定", r"省(?:定|级)"), ("市定", r"市(?:定|级)"), ("州定", r"州(?:定|级)"), ("县定", r"县(?:定|级)"),
                  ("区定", r"区(?:定|级)"))  # fmt: skip
_PUNCTUATION: Final = " 。；，、：:;,."
SHORT_TITLE: Final = 18
"""Characters of a task's own words that stand for its title where it has no heading."""


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
    return _Drafter(document, registry, code).draft()


class _Drafter:
    def __init__(self, document: Document, registry: Registry, code: str | None) -> None:
        self.document = document
        self.parts: Parts = take_apart(document)
        self.registry = registry
        self.code = code or place_of(self.parts)
        units = registry.units_of(self.code or "")
        self.known: Known = lambda name: units.resolve(name) is not None
        self.coverage = Coverage(document)
        self.irregular: list[Irregularity] = []
        self.ids: dict[str, int] = {}
        self.words: dict[str, str] = {}
        """The whole text of each task by its id: rows of a table are matched with it."""

    def draft(self) -> Draft:
        parts = self.parts
        for spot, field in parts.used:
            self.coverage.mapped(spot, field)
        plan: Data = {"planspec": 1, "title": parts.title or self.document.name}
        plan["jurisdiction"] = int(self.code) if self.code else 0
        if parts.issuer:
            plan["issuer"] = parts.issuer
        programme = self.programme(parts.title)
        if programme:
            plan["programme"] = programme
        plan["year"] = self.year()
        for key, value in (("document", parts.document), ("issued", parts.issued)):
            if value:
                plan[key] = value
        plan["status"] = "issued" if parts.issued or parts.document else "draft"
        if parts.listed:
            plan["annexes"] = [entry.title for entry in parts.listed]
        actions: dict[str, Data] = {}
        annexes = [annex for annex in parts.annexes if self.is_action(annex)]
        entries: list[Data] = []
        for position, annex in enumerate(annexes, 1):
            action = self.action(annex, f"附件{annex.no}" if annex.no is not None else "附件")
            name = f"{position:02d}-{action.get('theme') or f'action-{position}'}.yaml"
            actions[name] = action
            entries.append({"include": name})
        if parts.overall is not None:
            self.overall(parts.overall, plan, entries, actions)
        if entries:
            plan["actions"] = entries
        for annex in parts.annexes:
            if annex not in annexes:
                self.other_annex(annex, plan, actions)
        if parts.copies_to:
            plan["copies_to"] = parts.copies_to
        self.notice(parts.notice, plan)
        if not actions:
            plan["extent"] = "overall" if plan.get("actions") else "full"
        return Draft(_ordered(plan), actions, self.coverage, self.irregular)

    # -- the plan as a whole --

    def programme(self, title: str) -> str:
        match = re.search(r"[“\"‘']([^”\"’']{2,12})[”\"’']", title)
        if match is not None and count_in_name(match[1]) is not None:
            return match[1]
        return ""

    def year(self) -> int:
        parts = self.parts
        for text in (parts.title, parts.issued, parts.document):
            match = re.search(r"(?:19|20)\d{2}", text)
            if match is not None:
                return int(match[0])
        counts: dict[str, int] = {}
        for block in self.document.blocks:
            if isinstance(block, Paragraph):
                for year in re.findall(r"(20\d{2})年", block.text):
                    counts[year] = counts.get(year, 0) + 1
        return int(max(counts, key=lambda y: (counts[y], y))) if counts else 2000

    def is_action(self, annex: Part) -> bool:
        """Say whether an annex is an action plan: it has headings, or at least responsibilities."""
        if _PLAN_SUFFIX.search(annex.title):
            return True
        return bool(outline(annex.blocks).headings) and not re.search(r"名单|人员|说明|解读|表$", annex.title)

    def overall(self, part: Part, plan: Data, entries: list[Data], actions: dict[str, Data]) -> None:
        tree = outline(part.blocks)
        self.irregular.extend(tree.irregular)
        self.preamble(tree.lead, plan)
        for heading in tree.headings:
            kind = self.kind(heading, tree)
            source = self.locator("", [heading])
            self.coverage.mapped(heading.spot, "section")
            if kind == "goals":
                plan.setdefault("goals", []).extend(self.goals(heading, source))
            elif kind == "organisation":
                self.organisation(heading, plan, source)
            elif kind == "aims":
                self.prose(heading)
            elif actions or self.lists_actions(heading, plan):
                self.action_paragraphs(heading, plan, entries, actions, source)
            else:
                plan.setdefault("sections", []).append(self.section(heading, "", [heading]))
        tables = [(table, "") for table in tree.tables]
        tables += [(table, node.title) for node in tree.walk() for table in node.tables]
        self.tables_of_plan(tables, part.title, "", plan, {})

    def lists_actions(self, heading: Heading, plan: Data) -> bool:
        """Say whether the children are actions: several, each called an action, in a plan of a programme."""
        named = [child for child in heading.children if _action_name(child.title)]
        return len(named) >= 3 and len(named) * 2 > len(heading.children)

    def action_paragraphs(
        self, heading: Heading, plan: Data, entries: list[Data], actions: dict[str, Data], source: str
    ) -> None:
        """Read the overall plan's paragraphs, one per action; match them with the annexes."""
        titles = {name: action["action"] for name, action in actions.items()}
        for text in heading.body:
            self.coverage.prose(text.spot)
        for child in heading.children:
            self.coverage.mapped(child.spot, "action")
            where = f"{source}/{_step(child)}"
            entry = self.entry_for(child, entries, titles)
            if entry is None:
                entry = {"action": _action_name(child.title) or child.title, "heading": child.title}
                theme = self.registry.theme_of(entry["action"])
                if theme:
                    entry["theme"] = theme
                entries.append(entry)
                self.action_body(child, entry, where)
            else:
                entry.setdefault("heading", child.title)
                targets = self.targets([Text(child.title, child.spot), *child.body])
                for below in child.children:
                    targets.update(self.targets([Text(below.title, below.spot), *below.body]))
                    self.coverage.mapped(below.spot, "action")
                for text in [*child.body, *(t for below in child.children for t in below.body)]:
                    self.coverage.mapped(text.spot, "action")
                if targets:
                    entry["targets"] = targets
            entry["source"] = where

    def entry_for(self, heading: Heading, entries: list[Data], titles: dict[str, str]) -> Data | None:
        for entry in entries:
            name = titles.get(entry.get("include", ""), "")
            if name and "source" not in entry and _alike(name, heading.title):
                return entry
        return None

    def action_body(self, heading: Heading, entry: Data, source: str) -> None:
        """Read an action that the overall plan itself lays out: its tasks, or segments by their leads."""
        if heading.children:
            entry["tasks"] = [self.task(child, source) for child in heading.children]
        targets = self.targets([Text(heading.title, heading.spot), *heading.body])
        if targets:
            entry["targets"] = targets
        who: list[Responsibility] = []
        for text in heading.body:
            self.coverage.mapped(text.spot, "action")
            who.extend(find_all(text.text, self.known))
        if len(who) == 1:
            _state(entry, who[0])

    def organisation(self, heading: Heading, plan: Data, source: str) -> None:
        found: Data = plan.setdefault("organisation", {"source": source})
        for node in heading.walk():
            self.coverage.mapped(node.spot, "organisation")
            for text in [Text(node.title, node.spot), *node.body]:
                self.coverage.mapped(text.spot, "organisation")
                cadence = _cadence(text.text)
                if cadence:
                    found.setdefault("cadence", {}).update(cadence)
                lists = [
                    name
                    for name in ("任务清单", "政策清单", "项目清单", "责任清单", "问题清单")
                    if name in text.text
                ]
                if lists:
                    kept = found.setdefault("lists", [])
                    kept.extend(name for name in lists if name not in kept)
                if is_workgroup(text.text) and "leading_group" not in found:
                    group = read_workgroup(text.text, self.known)
                    if group:
                        group["source"] = source
                        found["leading_group"] = group
                for word in ("绩效考核", "督查激励", "通报表扬", "真抓实干"):
                    if word in text.text and word not in found.get("evaluation", []):
                        found.setdefault("evaluation", []).append(word)

    def notice(self, blocks: Iterable[Block], plan: Data) -> None:
        for block in blocks:
            if isinstance(block, Table):
                self.coverage.unmapped(block, "table in the notice")
            else:
                self.coverage.prose(block.spot)

    def preamble(self, texts: Iterable[Text], plan: Data) -> None:
        """Read the documents that the preamble names as the basis."""
        for text in texts:
            self.coverage.prose(text.spot)
            for title, number in re.findall(
                r"《([^《》]{4,60})》\s*(?:[（(]([^（）()]{4,30}号)[）)])?", text.text
            ):
                if re.search(r"根据|按照|依据|落实|贯彻", text.text):
                    basis = {"title": title}
                    if number:
                        basis["document"] = re.sub(r"\s", "", number)
                    if basis not in plan.setdefault("basis", []):
                        plan["basis"].append(basis)

    def other_annex(self, annex: Part, plan: Data, actions: dict[str, Data]) -> None:
        """An annex that is no action plan (a roster, a table): its tables are read, the rest kept in the account."""
        self.coverage.mapped(annex.spot, "annex")
        tables = self.tables_in(annex)
        for below in annex.parts:
            self.coverage.mapped(below.spot, "annex")
            tables += self.tables_in(below)
        place = f"附件{annex.no}" if annex.no is not None else "附件"
        self.tables_of_plan(tables, annex.title, place, plan, actions)

    def tables_in(self, part: Part) -> list[tuple[Table, str]]:
        """Return the tables of an annex, each with the heading that stands right above it; list what else it has."""
        tables: list[tuple[Table, str]] = []
        above: Paragraph | None = None
        for block in part.blocks:
            if isinstance(block, Table):
                group = above.shown.strip() if above is not None else ""
                if above is not None:
                    self.coverage.mapped(above.spot, "row-group")
                tables.append((block, group))
                above = None
                continue
            self.coverage.unmapped(block, f"annex {part.title}")
            text = block.shown.strip()
            if text == part.title or re.fullmatch(r"[（(]?(?:单位|填报单位|日期|时间)[:：].{0,40}", text):
                self.coverage.mapped(block.spot, "caption")
            elif text:
                above = block if number_of(text) is not None and len(text) <= 40 else None
        return tables

    # -- an action plan --

    def action(self, annex: Part, prefix: str) -> Data:
        tree = outline(annex.blocks)
        self.irregular.extend(tree.irregular)
        name = action_name(annex.title, self.place_words())
        action: Data = {"action": name}
        theme = self.registry.theme_of(annex.title) or self.registry.theme_of(name)
        if theme:
            action["theme"] = theme
        if annex.no is not None:
            action["annex"] = annex.no
        action["title"] = annex.title
        self.preamble(tree.lead, action)
        for heading in tree.headings:
            self.coverage.mapped(heading.spot, "section")
            where = self.locator(prefix, [heading])
            kind = self.kind(heading, tree)
            if kind == "goals":
                action.setdefault("goals", []).extend(self.goals(heading, where))
            elif kind == "organisation":
                self.mechanism(heading, action, where)
            elif kind == "aims":
                self.prose(heading)
            else:
                self.work(heading, action, where)
        tables = [(table, "") for table in [*tree.tables, *(t for h in tree.walk() for t in h.tables)]]
        for below in annex.parts:
            self.coverage.mapped(below.spot, "annex")
            tables += self.tables_in(below)
        rows = self.breakdown(tables, action, prefix)
        if rows:
            action["breakdown"] = rows
        return _ordered(action)

    def kind(self, heading: Heading, tree: Outline) -> str:
        """Say what a section of the first level holds, by its title and, where that is silent, by its content."""
        title = heading.title
        holds = any(find_all(text.text, self.known) for node in heading.walk() for text in _texts(node))
        if _AIMS.search(title) and not _GOALS.search(title) and not holds:
            return "aims"
        if _GOALS.search(title) and not holds:
            return "goals"
        if (
            _ORGANISATION.search(title)
            and (not holds or heading is tree.headings[-1])
            and not _TASKS_ONLY.search(title)
        ):
            return "organisation"
        return "tasks"

    def goals(self, heading: Heading, source: str) -> list[Data]:
        goals = []
        pieces = [(heading, source)] if heading.body or not heading.children else []
        pieces += [
            (child, f"{source}/{_no(child) or position}")
            for position, child in enumerate(heading.children, 1)
        ]
        for node, where in pieces:
            self.coverage.mapped(node.spot, "goal")
            for text in node.body:
                self.coverage.mapped(text.spot, "goal")
            texts = list(node.body)
            if node is not heading:
                texts.insert(0, Text(node.title, node.spot))
                for below in node.children:
                    self.coverage.mapped(below.spot, "goal")
                    texts += [Text(below.title, below.spot), *below.body]
            goal: Data = {}
            if node is not heading and node.title and len(node.title) <= 30:
                goal["heading"] = node.title
            targets = self.targets(texts)
            if targets:
                goal["targets"] = targets
            if goal or node is not heading:
                goal["source"] = where
                goals.append(goal)
        return goals

    def mechanism(self, heading: Heading, action: Data, source: str) -> None:
        for node in heading.walk():
            self.coverage.mapped(node.spot, "organisation")
            for text in [Text(node.title, node.spot), *node.body]:
                self.coverage.mapped(text.spot, "organisation")
                if "workgroup" not in action and is_workgroup(text.text):
                    group = read_workgroup(text.text, self.known)
                    if group:
                        group["source"] = source
                        action["workgroup"] = group
                cadence = _cadence(text.text)
                if cadence:
                    action.setdefault("cadence", {}).update(cadence)
                elif not is_workgroup(text.text):
                    targets = self.targets([text])
                    if targets:
                        action.setdefault("goals", []).append({"targets": targets, "source": source})

    def work(self, heading: Heading, action: Data, source: str) -> None:
        """Read the section that holds the tasks; its own title is no section of the spec."""
        if not heading.children:
            if heading.body or find_all(heading.title, self.known):
                action.setdefault("tasks", []).append(self.task(heading, source, own=True))
            return
        for text in heading.body:
            self.coverage.prose(text.spot)
        for child in heading.children:
            where = f"{source}/{_step(child)}"
            if child.children:
                action.setdefault("sections", []).append(self.section(child, where, None))
            else:
                action.setdefault("tasks", []).append(self.task(child, where))

    def section(self, heading: Heading, where: str, path: list[Heading] | None) -> Data:
        source = where or self.locator("", path or [heading])
        self.coverage.mapped(heading.spot, "section")
        section: Data = {}
        if heading.no:
            section["no"] = _no(heading)
        section["heading"] = heading.title or _short(heading)
        tier = _tier(heading.title)
        if tier:
            section["tier"] = tier
        who = [r for text in heading.body for r in find_all(text.text, self.known)] + find_all(
            heading.title, self.known
        )
        for text in heading.body:
            self.coverage.mapped(text.spot, "section")
        if who:
            _state(section, who[-1])
        targets = self.targets(heading.body)
        if targets:
            section["targets"] = targets
        if heading.children:
            inner = any(self.is_group(child) for child in heading.children)
            for child in heading.children:
                below = f"{source}/{_step(child)}"
                if inner and self.is_group(child):
                    section.setdefault("sections", []).append(self.section(child, below, None))
                else:
                    section.setdefault("tasks", []).append(self.task(child, below))
        elif heading.body:
            section["tasks"] = [self.task(heading, source, own=True)]
        section["source"] = source
        return _ordered(section)

    def is_group(self, heading: Heading) -> bool:
        """Say whether a heading within a section groups tasks: numbered ones, and it has no units of its own."""
        numbered = any(child.number is not None for child in heading.children)
        return numbered and not self.has_own(heading)

    def has_own(self, heading: Heading) -> bool:
        """Say whether the heading itself, not only what stands below it, states a responsibility."""
        return any(find_all(text.text, self.known) for text in _texts(heading))

    def task(self, heading: Heading, source: str, own: bool = False) -> Data:
        """Read one task; paragraphs with responsibilities of their own become its sub-items."""
        self.coverage.mapped(heading.spot, "task")
        for text in heading.body:
            self.coverage.mapped(text.spot, "task")
        title, phrase = _without_responsibility(heading.title, self.known)
        task: Data = {"id": self.identifier(source)}
        self.words[task["id"]] = "\n".join(node.text for node in heading.walk())
        if heading.no and not own:
            task["no"] = _no(heading)
        task["title"] = title or _short(heading)
        texts = ([Text(title, heading.spot)] if title else []) + list(heading.body)
        segments = self.segments(heading, phrase)
        if len(segments) == 1 or not segments:
            if segments:
                _state(task, segments[0][0])
            targets = self.targets(texts, title)
            if targets:
                task["targets"] = targets
        else:
            task["tasks"] = []
            for position, (who, pieces) in enumerate(segments, 1):
                name, rest = run_in(pieces[0].text) if pieces else ("", "")
                sub: Data = {"id": self.identifier(f"{source}/{position}")}
                self.words[sub["id"]] = "\n".join(piece.text for piece in pieces)
                sub["title"] = (
                    _clean(name) if rest and name else _short_text(pieces[0].text if pieces else "")
                )
                _state(sub, who)
                targets = self.targets(pieces)
                if targets:
                    sub["targets"] = targets
                sub["source"] = f"{source}/{sub['title'][:12]}"
                task["tasks"].append(_ordered(sub))
        for child in heading.children:
            task.setdefault("tasks", []).append(self.task(child, f"{source}/{_step(child)}"))
        task["source"] = source
        return _ordered(task)

    def segments(
        self, heading: Heading, phrase: Responsibility | None
    ) -> list[tuple[Responsibility, list[Text]]]:
        """Part a task's text at its responsibility phrases: each phrase with the text it ends."""
        found: list[tuple[Responsibility, list[Text]]] = []
        if phrase is not None:
            found.append((phrase, [Text(heading.title, heading.spot)]))
        waiting: list[Text] = []
        for text in heading.body:
            start = 0
            for who in find_all(text.text, self.known):
                piece = text.text[start : who.start].strip(" 。")
                if piece:
                    waiting.append(Text(piece, text.spot))
                found.append((who, waiting))
                waiting = []
                start = who.end
            rest = text.text[start:].strip(" 。；")
            if rest:
                waiting.append(Text(rest, text.spot))
        return found

    def read_table(self, table: Table) -> TableRead | None:
        """Read a table of tasks or indicators; one whose header nobody knows is listed as unmapped."""
        read = read_table(table, self.known)
        if read is None or not read.rows:
            self.coverage.unmapped(table, "no header that tells what the columns hold")
            return None
        for spot, use in read.uses:
            self.coverage.mapped(spot, use)
        return read

    def breakdown(self, tables: Sequence[tuple[Table, str]], action: Data, prefix: str) -> list[Data]:
        """Return the rows of an action's tables, each with the task that it restates; a table has its group's name."""
        reads: list[tuple[TableRead, str]] = []
        for table, group in tables:
            read = self.read_table(table)
            if read is None:
                continue
            goals = indicators(read)
            if goals is not None:
                action.setdefault("goals", []).append({"targets": goals, "source": f"{prefix}表"})
            else:
                reads.append((read, group))
        built = build(reads, f"{prefix}表", self.targets)
        tasks = [*self.candidates(action)]
        matches = restated([(row.item["title"], row.text) for row in built], tasks)
        for row, match in zip(built, matches, strict=True):
            if match:
                row.item["restates"] = match
        return [_ordered(row.item) for row in built]

    def candidates(self, item: Data, above: str = "") -> Iterator[Candidate]:
        """Yield the tasks of an action as rows may restate them."""
        for section in item.get("sections", ()):
            yield from self.candidates(section, above)
        for task in item.get("tasks", ()):
            yield Candidate(task["id"], task["title"], self.words.get(task["id"], ""), above)
            yield from self.candidates(task, task["id"])

    def tables_of_plan(
        self,
        tables: Sequence[tuple[Table, str]],
        title: str,
        place: str,
        plan: Data,
        actions: dict[str, Data],
    ) -> None:
        """Read tables that belong to no action's plan: rows of the action that the title names, else tasks."""
        named = [
            action for action in actions.values() if len(action["action"]) > 3 and action["action"] in title
        ]
        if len(named) == 1:
            named[0].setdefault("breakdown", []).extend(self.breakdown(tables, named[0], place))
            return
        for table, group in tables:
            read = self.read_table(table)
            if read is None:
                continue
            goals = indicators(read)
            if goals is not None:
                plan.setdefault("goals", []).append(
                    {"heading": title, "targets": goals, "source": f"{place}表"}
                )
                continue
            rows = build([(read, "")], f"{place}表", self.targets)
            section = as_section(rows, group or title, f"{place}表", self.identifier)
            if tier := _tier(f"{title}{group}"):
                section["tier"] = tier
            plan.setdefault("sections", []).append(_ordered_deep(section))

    def targets(self, texts: Sequence[Text], title: str = "") -> Data:
        """Read the targets of texts; `title` names the values that have no name of their own."""
        targets: Data = {}
        for text in texts:
            for found in find_targets(text.text, self.registry, self.known, title=title):
                value: Any = found.value
                if found.scope or found.part_of:
                    value = {"value": found.value}
                    if found.scope:
                        value["scope"] = found.scope
                    if found.part_of:
                        value["part_of"] = found.part_of
                before = targets.get(found.name)
                if before is None:
                    targets[found.name] = value
                elif before != value and isinstance(before, str | list) and isinstance(value, str):
                    kept = [before] if isinstance(before, str) else before
                    if value not in kept:
                        targets[found.name] = [*kept, value]
        return targets

    def prose(self, heading: Heading) -> None:
        for node in heading.walk():
            self.coverage.prose(node.spot)
            for text in node.body:
                self.coverage.prose(text.spot)

    def locator(self, prefix: str, path: Sequence[Heading]) -> str:
        steps = [_step(heading) for heading in path]
        return "/".join([prefix, *steps] if prefix else steps)

    def identifier(self, source: str) -> str:
        """Return an id from the place in the document: stable as long as the document is."""
        plain = re.sub(r"[^0-9A-Za-z\u4e00-\u9fff]+", "-", source.replace("附件", "a")).strip("-") or "task"
        self.ids[plain] = self.ids.get(plain, 0) + 1
        return plain if self.ids[plain] == 1 else f"{plain}-{self.ids[plain]}"

    def place_words(self) -> list[str]:
        from planspec.registry import chain

        words = []
        for place in chain(self.code or ""):
            words += [place.name, place.short]
        return sorted((word for word in words if word), key=len, reverse=True)


_TASKS_ONLY: Final = re.compile(r"(?:工作|重点|主要|攻坚)任务|重点工作|主要工作")


def place_of(parts: Parts) -> str:
    """Return the GB/T 2260 code that title and issuer tell: the longest place name at their start; "" if none."""
    for text in (parts.issuer, parts.title):
        best = ""
        code = ""
        for start in (0, 2, 3, 4, 5, 6):
            for end in range(min(len(text), start + 14), start + 1, -1):
                name = text[start:end]
                if len(name) > len(best):
                    places = jurisdictions_named(name)
                    full = [place for place in places if place.name == name]
                    if len(full) == 1:
                        best, code = name, full[0].code
        if code:
            return code
    return ""


def action_name(title: str, places: Iterable[str]) -> str:
    """Return an action's name from its annex's title: 某县实施产业培塑行动工作方案 → 产业培塑行动."""
    name = title
    for place in places:
        if name.startswith(place) and len(name) > len(place) + 2:
            name = name[len(place) :]
            break
    name = _PLAN_SUFFIX.sub("", name) or name
    name = re.sub(r"^(?:关于)?(?:开展|打好|实施|推进|落实|深入实施|大力实施)(?=.{4,})", "", name)
    return name.strip("“”\"' ") or title


def _action_name(title: str) -> str:
    """Return the action that a paragraph's heading names: 大力实施产业培塑行动，加快… → 产业培塑行动; "" if none."""
    head = re.split(r"[，,。;；:：]", title)[0]
    head = re.sub(
        r"^(?:全力|大力|深入|扎实|着力|全面|持续|加快|坚决|奋力)*(?:实施|推进|开展|打好|攻坚|打赢|抓好|落实)+",
        "",
        head,
    )
    return head.strip("“”\"' ") if _ACTION.search(head.rstrip("”\"’'")) else ""


def _alike(name: str, title: str) -> bool:
    bare = re.sub(r"[“”\"'\s]|打好|实施|推进", "", name)
    other = re.sub(r"[“”\"'\s]|打好|实施|推进", "", title)
    return bool(bare) and (bare in other or (_action_name(title) and _action_name(title) in name))  # type: ignore[return-value]


def _no(heading: Heading) -> str:
    return heading.no.replace("（", "(").replace("）", ")")


def _step(heading: Heading) -> str:
    """Return what stands for a heading in a locator: its number, else the beginning of its title."""
    number = heading.number
    if number is not None and number.kind in (Kind.BRACKETED_HAN, Kind.BRACKETED_ARABIC):
        return f"({number.bare.strip('（()）、.． ')})"
    return _no(heading) or heading.title[:12]


def _texts(heading: Heading) -> list[Text]:
    return [Text(heading.title, heading.spot), *heading.body]


def _state(item: Data, who: Responsibility) -> None:
    """Write a responsibility into an item, in the order of the schema."""
    for key, names in (
        ("lead", who.lead),
        ("support", who.support),
        ("units", who.units),
        ("leader", who.leader),
    ):
        if names:
            item[key] = names[0] if len(names) == 1 else list(names)
    if who.open:
        item["open"] = True
    if who.by:
        item["by"] = who.by
    if who.separately:
        item["note"] = "分别牵头"


def _without_responsibility(title: str, known: Known) -> tuple[str, Responsibility | None]:
    """Part the responsibility phrase from a title that ends in one."""
    found = find_all(title, known)
    if not found:
        return _clean(title), None
    return _clean(title[: found[0].start]), found[-1]


def _clean(text: str) -> str:
    return text.strip(_PUNCTUATION)


def _short(heading: Heading) -> str:
    return _short_text(heading.title or (heading.body[0].text if heading.body else heading.no))


def _short_text(text: str) -> str:
    """Return a text's first words as a title: up to the first mark, at most `SHORT_TITLE` characters."""
    head = re.split(r"[，,。；;：:（(]", text.strip())[0]
    return head[:SHORT_TITLE] or text[:SHORT_TITLE] or "（无标题）"


def _tier(title: str) -> str:
    if "实事" not in title:
        return ""
    for tier, pattern in _LEVELS:
        if re.search(pattern, title):
            return tier
    return "镇街" if re.search(r"镇街|乡镇", title) else ""


def _cadence(text: str) -> Data:
    """Return the cadence that a text lays down: 旬简报、月通报、季讲评 → {简报: 旬, 通报: 月, 讲评: 季}."""
    found: Data = {}
    pattern = r"(?:每)?(周|旬|半月|月|双月|季度?|半年|年)(?:一)?(简报|通报|讲评|调度|督导|督查|小结|评比|总结|报告|例会|会商|考核)"
    for period, thing in re.findall(pattern, text):
        found.setdefault(thing, "季" if period == "季度" else period)
    return found


_ORDER: Final = (
    "planspec", "action", "id", "no", "theme", "annex", "title", "restates", "group", "heading", "jurisdiction", "issuer", "programme",
    "year", "document", "issued", "status", "extent", "tier", "summary", "lead", "support", "units", "leader", "open",
    "by", "basis", "annexes", "goals", "actions", "include", "targets", "deliverables", "sections", "tasks",
    "workgroup", "breakdown", "organisation", "cadence", "note", "copies_to", "source",
)  # fmt: skip


def _ordered(item: Data) -> Data:
    """Return the item with its keys in the order of the format."""
    return {
        key: item[key] for key in sorted(item, key=lambda k: _ORDER.index(k) if k in _ORDER else len(_ORDER))
    }


def _ordered_deep(section: Data) -> Data:
    """Return a section with the keys of all its sections and tasks in the order of the format."""
    for key in ("sections", "tasks"):
        if key in section:
            section[key] = [_ordered_deep(below) for below in section[key]]
    return _ordered(section)


__all__ = ["Draft", "Spot", "action_name", "draft", "place_of"]
