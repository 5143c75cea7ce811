"""From nodes to the typed plan. Lenient: what is of the wrong type is left out, never raised.

The schema has already said what is wrong; the rest of a plan deserves to be judged all the same.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from collections.abc import Mapping as MappingOf
from typing import Final

from msgspec.structs import force_setattr, replace

from planspec import phrase as phrases
from planspec.model.elements import (
    NOBODY,
    Action,
    Basis,
    Goal,
    Pace,
    PhraseAt,
    Plan,
    Post,
    Responsibility,
    Row,
    Section,
    Target,
    TargetRole,
    Task,
    Text,
    UnitRef,
    Workgroup,
)
from planspec.model.load import PlanFiles
from planspec.phrase import Comparator, Phrase
from planspec.phrase import Measure as PhraseMeasure
from planspec.registry import LocalUnit, Measure, Registry, RegistryError, Unit, Units
from planspec.source.file import SourceFile
from planspec.source.nodes import Mapping, Node, Scalar, Sequence

_YEARS: Final = range(1949, 2200)
"""Those that the schema allows."""
_LONGEST_PHRASE: Final = 200
"""A longer value is prose, not a phrase."""
_LONGEST_UNIT: Final = 40


def build_plan(files: PlanFiles, registry: Registry) -> Plan | None:
    """Return the plan, or None when the root file holds no mapping at all."""
    top = files.root.root
    if not isinstance(top, Mapping):
        return None
    return _Builder(files, registry, top).plan()


def text_of(mapping: Mapping, key: str) -> str:
    """Return the text under `key`, "" where there is none or it is not a scalar."""
    node = mapping.entries.get(key)
    return node.text if type(node) is Scalar else ""


def mapping_of(mapping: Mapping, key: str) -> Mapping | None:
    """Return the mapping under `key`, None where there is none."""
    node = mapping.entries.get(key)
    return node if type(node) is Mapping else None


def mappings_of(mapping: Mapping, key: str) -> list[Mapping]:
    """Return the mappings in the list under `key`."""
    node = mapping.entries.get(key)
    if type(node) is not Sequence:
        return []
    return [item for item in node.items if type(item) is Mapping]


def scalars_of(mapping: Mapping, key: str) -> list[Scalar]:
    """Return the text under `key`, or the texts in the list under it."""
    node = mapping.entries.get(key)
    if type(node) is Scalar:
        return [node] if node.plain is not None and node.plain != "" else []
    if type(node) is Sequence:
        return [item for item in node.items if type(item) is Scalar and item.plain not in (None, "")]
    return []


def texts_of(mapping: Mapping, key: str) -> tuple[Text, ...]:
    """Return the texts under `key` with their nodes."""
    return tuple(Text(node.text, node) for node in scalars_of(mapping, key))


def paces_of(*holders: Mapping | None) -> tuple[Pace, ...]:
    """Return what `cadence` says in each of the mappings."""
    found = []
    for holder in holders:
        cadence = mapping_of(holder, "cadence") if holder is not None else None
        if cadence is not None:
            found += [
                Pace(what, node.text, node) for what, node in cadence.entries.items() if type(node) is Scalar
            ]
    return tuple(found)


def _true(mapping: Mapping, key: str) -> bool:
    node = mapping.entries.get(key)
    return type(node) is Scalar and node.plain is True


def _year(top: Mapping) -> int | None:
    """Return the plan's year; none where the schema does not allow it: no deadline could be held against it."""
    year = _integer(top, "year")
    return year if year in _YEARS else None


def _integer(mapping: Mapping, key: str) -> int | None:
    node = mapping.entries.get(key)
    if type(node) is Scalar and type(node.plain) is int:
        return node.plain
    return None


class _Builder:
    """Builds one plan; collects the flat lists on the way."""

    def __init__(self, files: PlanFiles, registry: Registry, top: Mapping) -> None:
        self.files = files
        self.registry = registry = _with_local_indicators(registry, top)
        self.top = top
        self.local = _local_units(top)
        self.code = text_of(top, "jurisdiction").strip()
        self.units: Units = registry.units_of(self.code, self.local)
        self.resolve = self.units.resolve
        self.tasks: list[Task] = []
        self.sections: list[Section] = []
        self.targets: list[Target] = []
        self.refs: list[UnitRef] = []

    def plan(self) -> Plan:
        top = self.top
        plan = Plan(
            title=text_of(top, "title"),
            jurisdiction=self.code,
            programme=text_of(top, "programme"),
            year=_year(top),
            document=text_of(top, "document"),
            issued=text_of(top, "issued"),
            status=text_of(top, "status") or "draft",
            extent=text_of(top, "extent") or "full",
            attested=text_of(top, "attested") or "official",
            node=top,
            files=self.files.files,
            registry=self.registry,
            units=self.units,
            annexes=texts_of(top, "annexes"),
            basis=tuple(
                Basis(text_of(entry, "title"), text_of(entry, "document"), entry)
                for entry in mappings_of(top, "basis")
            ),
        )
        goals = self.goals(top, None, TargetRole.GOAL)
        sections = tuple(self.section(entry, None, None) for entry in mappings_of(top, "sections"))
        direct = tuple(self.task(entry, None, None, None) for entry in mappings_of(top, "tasks"))
        organisation = mapping_of(top, "organisation")
        laid_down: dict[str, Mapping] = {}
        leading_group = None
        cadence: tuple[Pace, ...] = ()
        if organisation is not None:
            group = mapping_of(organisation, "leading_group")
            cadence = paces_of(organisation, group)
            if group is not None:
                leading_group = self.workgroup(group, None)
            for entry in mappings_of(organisation, "workgroups"):
                laid_down.setdefault(text_of(entry, "action"), entry)
        actions = tuple(self.action(entry, ordinal, laid_down) for ordinal, entry in self.entries())
        groups = [a.workgroup for a in actions if a.workgroup is not None]
        fill = {
            "goals": goals,
            "actions": actions,
            "sections": sections,
            "direct_tasks": direct,
            "leading_group": leading_group,
            "cadence": cadence,
            "tasks": tuple(self.tasks),
            "all_sections": tuple(self.sections),
            "targets": tuple(self.targets),
            "rows": tuple(row for action in actions for row in action.breakdown),
            "workgroups": tuple(groups),
            "unit_refs": tuple(self.refs),
        }
        for name, value in fill.items():
            force_setattr(plan, name, value)
        return plan

    def entries(self) -> Iterator[tuple[int, Mapping]]:
        """Yield the actions' entries, numbered; not those whose file cannot be read or came before."""
        included: set[str] = set()
        for ordinal, entry in enumerate(mappings_of(self.top, "actions"), 1):
            written = text_of(entry, "include")
            if written:
                if written in included or not isinstance(self.included_root(written), Mapping):
                    continue
                included.add(written)
            yield ordinal, entry

    def included_root(self, written: str) -> Node | None:
        file: SourceFile | None = self.files.included.get(written)
        return file.root if file is not None else None

    def action(self, entry: Mapping, ordinal: int, laid_down: MappingOf[str, Mapping]) -> Action:
        written = text_of(entry, "include")
        root = self.included_root(written) if written else entry
        node = root if isinstance(root, Mapping) else entry
        title = text_of(node, "action")
        action = Action(
            title=title,
            id=text_of(node, "id"),
            theme=text_of(node, "theme") or self.registry.theme_of(title) or "",
            annex=_integer(node, "annex"),
            annex_title=text_of(node, "title"),
            no=text_of(node, "no") or text_of(entry, "no"),
            node=node,
            entry=entry,
            own=self.responsibility(node) if node is not entry else self.responsibility(entry),
            source=text_of(node, "source") or text_of(entry, "source"),
            ordinal=ordinal,
            heading=text_of(entry, "heading"),
        )
        overall = self.target_map(entry, TargetRole.OVERALL, action)
        goals = self.goals(node, action, TargetRole.ACTION_GOAL)
        if node is not entry:
            overall += self.target_map(node, TargetRole.OVERALL, action)
        first = len(self.tasks)
        sections = tuple(self.section(child, action, None) for child in mappings_of(node, "sections"))
        direct = tuple(self.task(child, action, None, None) for child in mappings_of(node, "tasks"))
        group = mapping_of(node, "workgroup")
        overall_group = mapping_of(entry, "workgroup") if node is not entry else None
        overall_group = overall_group or laid_down.get(title)
        fill = {
            "overall_targets": overall,
            "goals": goals,
            "sections": sections,
            "direct_tasks": direct,
            "workgroup": self.workgroup(group, action) if group is not None else None,
            "overall_workgroup": self.workgroup(overall_group, action) if overall_group is not None else None,
            "breakdown": tuple(self.row(child, action) for child in mappings_of(node, "breakdown")),
            "cadence": paces_of(node, group),
            "tasks": tuple(self.tasks[first:]),
        }
        for name, value in fill.items():
            force_setattr(action, name, value)
        return action

    def goals(self, holder: Mapping, action: Action | None, role: TargetRole) -> tuple[Goal, ...]:
        found = []
        for entry in mappings_of(holder, "goals"):
            goal = Goal(text_of(entry, "heading"), entry, action, text_of(entry, "source"))
            force_setattr(goal, "targets", self.target_map(entry, role, goal))
            found.append(goal)
        return tuple(found)

    def section(self, entry: Mapping, action: Action | None, parent: Section | None) -> Section:
        own = self.responsibility(entry)
        above = parent.effective if parent is not None else NOBODY
        section = Section(
            no=text_of(entry, "no"),
            heading=text_of(entry, "heading"),
            node=entry,
            action=action,
            parent=parent,
            own=own,
            effective=own if own.stated else above,
            source=text_of(entry, "source"),
            by=text_of(entry, "by"),
            tier=text_of(entry, "tier") or (parent.tier if parent is not None else ""),
        )
        self.sections.append(section)
        if "targets" in entry.entries:
            force_setattr(section, "targets", self.target_map(entry, TargetRole.SECTION, section))
        if "goals" in entry.entries:
            for goal in mappings_of(entry, "goals"):
                more = self.target_map(goal, TargetRole.SECTION, section)
                force_setattr(section, "targets", section.targets + more)
        tasks = tuple(self.task(child, action, section, None) for child in mappings_of(entry, "tasks"))
        sections = tuple(self.section(child, action, section) for child in mappings_of(entry, "sections"))
        force_setattr(section, "tasks", tasks)
        force_setattr(section, "sections", sections)
        return section

    def task(
        self, entry: Mapping, action: Action | None, section: Section | None, parent: Task | None
    ) -> Task:
        own = self.responsibility(entry)
        if parent is not None:
            above = parent.effective
        elif section is not None:
            above = section.effective
        else:
            above = NOBODY
        entries = entry.entries
        task = Task(
            id=text_of(entry, "id"),
            no=text_of(entry, "no"),
            title=text_of(entry, "title"),
            node=entry,
            action=action,
            section=section,
            parent=parent,
            own=own,
            effective=_complete(own, above),
            source=text_of(entry, "source"),
            by=text_of(entry, "by"),
            tier=text_of(entry, "tier") or (section.tier if section is not None else ""),
            deliverables=texts_of(entry, "deliverables") if "deliverables" in entries else (),
            projects=texts_of(entry, "projects") if "projects" in entries else (),
        )
        self.tasks.append(task)
        if "targets" in entries:
            force_setattr(task, "targets", self.target_map(entry, TargetRole.TASK, task))
        if "tasks" in entries:
            children = tuple(self.task(child, action, section, task) for child in mappings_of(entry, "tasks"))
            force_setattr(task, "tasks", children)
        return task

    def row(self, entry: Mapping, action: Action) -> Row:
        restates = scalars_of(entry, "restates")
        row = Row(
            no=text_of(entry, "no"),
            title=text_of(entry, "title"),
            restates=Text(restates[0].text, restates[0]) if restates else None,
            group=text_of(entry, "group"),
            node=entry,
            action=action,
            own=self.responsibility(entry),
            source=text_of(entry, "source"),
            by=text_of(entry, "by"),
        )
        force_setattr(row, "targets", self.target_map(entry, TargetRole.BREAKDOWN, row))
        return row

    def responsibility(self, entry: Mapping) -> Responsibility:
        entries = entry.entries
        if "lead" not in entries and "units" not in entries and "support" not in entries:
            if "leader" not in entries:
                return NOBODY
            return Responsibility(leader=texts_of(entry, "leader"))
        return Responsibility(
            lead=self.unit_refs(entry, "lead"),
            support=self.unit_refs(entry, "support"),
            units=self.unit_refs(entry, "units"),
            first_lead=text_of(entry, "first_lead"),
            leader=texts_of(entry, "leader") if "leader" in entries else (),
            open=_true(entry, "open"),
        )

    def unit_refs(self, entry: Mapping, key: str) -> tuple[UnitRef, ...]:
        if key not in entry.entries:
            return ()
        found = []
        for node in scalars_of(entry, key):
            name = node.text
            found.append(UnitRef(name, node, self.resolve(name)))
        self.refs.extend(found)
        return tuple(found)

    def workgroup(self, entry: Mapping, action: Action | None) -> Workgroup:
        office = self.unit_refs(entry, "office")
        return Workgroup(
            name=text_of(entry, "name"),
            node=entry,
            action=action,
            action_title=action.title if action is not None else text_of(entry, "action"),
            head=self.posts(entry, "head"),
            convenor=self.posts(entry, "convenor"),
            deputies=self.posts(entry, "deputies"),
            members=self.unit_refs(entry, "members"),
            open=_true(entry, "open"),
            office=office[0] if office else None,
            source=text_of(entry, "source"),
        )

    def posts(self, entry: Mapping, key: str) -> tuple[Post, ...]:
        found = []
        for node in scalars_of(entry, key):
            name = node.text
            found.append(Post(name, node, self.unit_of_post(name)))
        return tuple(found)

    def unit_of_post(self, name: str) -> Unit | None:
        """Return the unit whose head a post is: 市发改委主任, 市政府办分管营商环境的负责人 -> the unit."""
        whole = self.resolve(name)
        if whole is not None:
            return whole
        for end in range(min(len(name) - 1, _LONGEST_UNIT), 2, -1):
            unit = self.resolve(name[:end])
            if unit is not None:
                return unit
        return None

    def target_map(
        self, entry: Mapping, role: TargetRole, owner: Action | Goal | Section | Task | Row
    ) -> tuple[Target, ...]:
        targets = entry.entries.get("targets")
        if type(targets) is not Mapping:
            return ()
        found = []
        for name, node in targets.entries.items():
            target = self.target(name, node, targets, role, owner)
            if target is not None:
                found.append(target)
        self.targets.extend(found)
        return tuple(found)

    def target(
        self,
        name: str,
        node: Node,
        mapping: Mapping,
        role: TargetRole,
        owner: Action | Goal | Section | Task | Row,
    ) -> Target | None:
        named = self.registry.read_indicator(name)
        indicator = named.indicator
        key = indicator.id if indicator is not None else named.name
        if type(node) is not Mapping:
            values = phrases_of(node)
            if not values:
                return None
            if named.measure is not None:
                values = tuple(measured_as(value, named.measure) for value in values)
            return Target(name, key, indicator, values, role, owner, node, mapping)
        value = node.entries.get("value")
        values = phrases_of(value) if value is not None else ()
        if named.measure is not None:
            values = tuple(measured_as(value, named.measure) for value in values)
        baseline = node.entries.get("baseline")
        based = phrases_of(baseline) if baseline is not None else ()
        scope = text_of(node, "scope")
        part_of = texts_of(node, "part_of")
        return Target(
            name=name,
            key=f"{key}@{scope}" if scope else key,
            indicator=indicator,
            phrases=values,
            role=role,
            owner=owner,
            node=node,
            mapping=mapping,
            scope=scope,
            parts=texts_of(node, "parts"),
            part_of=part_of[0] if part_of else None,
            baseline=based[0] if based else None,
            by=text_of(node, "by"),
            source=text_of(node, "source"),
        )


def phrases_of(node: Node) -> tuple[PhraseAt, ...]:
    """Return the value phrases of a target's value: one, or those of a list."""
    if type(node) is Scalar:
        if node.plain is None or node.plain == "":
            return ()
        return (_phrase_at(node),)
    if type(node) is Sequence:
        return tuple(
            _phrase_at(item) for item in node.items if type(item) is Scalar and item.plain not in (None, "")
        )
    return ()


def _phrase_at(node: Scalar) -> PhraseAt:
    text = node.text
    return PhraseAt(text, node, phrases.parse(text) if len(text) <= _LONGEST_PHRASE else None)


def _complete(own: Responsibility, above: Responsibility) -> Responsibility:
    """Return who is responsible: own units first; a missing lead or support comes from above."""
    if own is NOBODY:
        return above
    if not above.stated or (own.lead and (own.support or own.units)):
        return own
    whole = not own.stated
    return Responsibility(
        lead=own.lead or above.lead,
        support=own.support or (() if own.units else above.support),
        units=above.units if whole else own.units,
        first_lead=own.first_lead or above.first_lead,
        leader=own.leader or above.leader,
        open=above.open if whole else own.open,
    )


def measured_as(value: PhraseAt, measure: Measure) -> PhraseAt:
    """Return the phrase as the indicator's name says it is measured: 进出口增速: 7% is a growth of 7 %."""
    if value.phrase is None:
        return value
    read = read_as(value.phrase, measure)
    return value if read is value.phrase else PhraseAt(value.text, value.node, read)


def read_as(phrase: Phrase, measure: Measure) -> Phrase:
    """Return a bare figure as the indicator's name says it is measured; what says so itself stays."""
    if phrase.measure not in (PhraseMeasure.AMOUNT, PhraseMeasure.LEVEL):
        return phrase
    if measure in (Measure.GROWTH, Measure.FALL):
        if phrase.dimension != "share":
            return phrase
        read = replace(phrase, measure=PhraseMeasure.GROWTH)
        return _negated(read) if measure is Measure.FALL else read
    if measure is Measure.CHANGE:
        return replace(phrase, measure=PhraseMeasure.CHANGE) if phrase.dimension == "point" else phrase
    if phrase.measure is not PhraseMeasure.AMOUNT:
        return phrase
    net = measure is Measure.NET_INCREMENT
    return replace(phrase, measure=PhraseMeasure.NET_INCREMENT if net else PhraseMeasure.INCREMENT)


_MIRROR = {
    Comparator.GE: Comparator.LE,
    Comparator.GT: Comparator.LT,
    Comparator.LE: Comparator.GE,
    Comparator.LT: Comparator.GT,
}


def _negated(phrase: Phrase) -> Phrase:
    """Return a fall as the growth below zero that it is."""
    comparator = phrase.comparator
    return replace(
        phrase,
        low=-phrase.high if phrase.high is not None else None,
        high=-phrase.low if phrase.low is not None else None,
        comparator=_MIRROR.get(comparator, comparator) if comparator is not None else None,
    )


def _local_units(top: Mapping) -> dict[str, LocalUnit]:
    """Return the plan's own `units:` section for the registry."""
    units = mapping_of(top, "units")
    if units is None:
        return {}
    found: dict[str, LocalUnit] = {}
    for name, node in units.entries.items():
        if isinstance(node, Mapping):
            aliases = [scalar.text for scalar in scalars_of(node, "aliases")]
            full = text_of(node, "name")
            found[name] = LocalUnit(text_of(node, "role"), (*aliases, full) if full else tuple(aliases))
        else:
            found[name] = LocalUnit()
    return found


def _with_local_indicators(registry: Registry, top: Mapping) -> Registry:
    """Return the registry with the plan's own `indicators:` section; an unusable entry is left out."""
    section = mapping_of(top, "indicators")
    if section is None:
        return registry
    for name, node in section.entries.items():
        entry: dict[str, object] = {"name": name}
        if isinstance(node, Mapping):
            entry.update(
                (key, text_of(node, key)) for key in ("dimension", "direction") if key in node.entries
            )
            entry["aliases"] = [scalar.text for scalar in scalars_of(node, "aliases")]
        with contextlib.suppress(RegistryError):
            registry = registry.extended([{"indicators": {f"local/{name}": entry}}])
    return registry
