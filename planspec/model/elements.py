"""The parts of a plan: typed, immutable, each knows the node it was read from.

Names follow plan-making: a plan has goals and actions; an action has sections, tasks, a work group
and, where it was transcribed from an issued document, the rows of its responsibility table.
Whatever the spec lacks is "" or an empty tuple; whatever is of the wrong type has been reported by
the schema and is left out here.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

import msgspec
from msgspec.structs import force_setattr

from planspec.phrase import Phrase
from planspec.registry import Indicator, Registry, Unit, Units
from planspec.source.file import SourceFile
from planspec.source.nodes import Mapping, Node, Scalar


class Text(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A piece of text and where it stands."""

    value: str
    node: Scalar


class UnitRef(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A unit as it is named at one place; `unit` is None when nobody knows it."""

    name: str
    node: Scalar
    unit: Unit | None

    @property
    def key(self) -> str:
        """What makes two names the same unit; the name itself for an unknown one."""
        return self.unit.key if self.unit is not None else self.name


class Responsibility(msgspec.Struct, frozen=True, eq=False):
    """Who does it: `units` are those that the document names without telling lead from support."""

    lead: tuple[UnitRef, ...] = ()
    support: tuple[UnitRef, ...] = ()
    units: tuple[UnitRef, ...] = ()
    first_lead: str = ""
    leader: tuple[Text, ...] = ()
    open: bool = False
    """The list of units ends in 等."""

    @property
    def stated(self) -> bool:
        """Whether any unit is named."""
        return bool(self.lead or self.units or self.support)

    @property
    def everyone(self) -> tuple[UnitRef, ...]:
        """All units in the order lead, support, units."""
        return self.lead + self.support + self.units


NOBODY = Responsibility()


class TargetRole(StrEnum):
    """Where a target stands; copies of one target stand in several roles."""

    GOAL = "goal"
    """In the overall plan's goals."""
    OVERALL = "overall"
    """In the overall plan's own paragraph on an action."""
    ACTION_GOAL = "action-goal"
    """In the goals of an action plan (annex)."""
    SECTION = "section"
    TASK = "task"
    BREAKDOWN = "breakdown"
    """In a row of the responsibility table."""


class PhraseAt(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A value phrase, where it stands and what it means (None: not understood)."""

    text: str
    node: Scalar
    phrase: Phrase | None


class Target(msgspec.Struct, frozen=True, eq=False):
    """One indicator with its value phrases at one place of the plan."""

    name: str
    key: str
    """Identity of the indicator: the registry's id, else the normalised name, with the scope."""
    indicator: Indicator | None
    phrases: tuple[PhraseAt, ...]
    role: TargetRole
    owner: Item
    node: Node
    """The value; `mapping` and `name` lead to the key."""
    mapping: Mapping
    scope: str = ""
    parts: tuple[Text, ...] = ()
    part_of: Text | None = None
    baseline: PhraseAt | None = None
    by: str = ""
    """Its own deadline; "" if it has none beside its owner's."""
    source: str = ""

    @property
    def anchor(self) -> str:
        """Stable name for fingerprints."""
        return f"{self.owner.anchor}#{self.key}"

    @property
    def action(self) -> Action | None:
        """The action it belongs to; None in the overall goals."""
        owner = self.owner
        return owner if isinstance(owner, Action) else owner.action

    @property
    def locator(self) -> str:
        """Place in the issued document: its own or its owner's."""
        return self.source or self.owner.locator


class Goal(msgspec.Struct, frozen=True, eq=False):
    """One paragraph of goals, of the plan or of an action."""

    heading: str
    node: Mapping
    action: Action | None
    source: str
    targets: tuple[Target, ...] = ()

    @property
    def anchor(self) -> str:
        """Stable name for fingerprints; paragraphs without a heading share one, as their order may change."""
        head = self.action.anchor if self.action is not None else "plan"
        return f"{head}/goal:{self.heading}" if self.heading else f"{head}/goal"

    @property
    def locator(self) -> str:
        """Place in the issued document."""
        return self.source


class Section(msgspec.Struct, frozen=True, eq=False):
    """A section; `tasks` and `sections` are its direct children."""

    no: str
    heading: str
    node: Mapping
    action: Action | None
    parent: Section | None
    own: Responsibility
    effective: Responsibility
    """Its own responsibility, else that of the section above."""
    source: str
    by: str = ""
    tier: str = ""
    sections: tuple[Section, ...] = ()
    tasks: tuple[Task, ...] = ()
    targets: tuple[Target, ...] = ()

    @property
    def anchor(self) -> str:
        """Stable name for fingerprints."""
        head = self.parent or self.action
        return f"{head.anchor if head is not None else 'plan'}/{self.heading}"

    @property
    def locator(self) -> str:
        """Place in the issued document."""
        return self.source or (self.parent.locator if self.parent is not None else "")


class Task(msgspec.Struct, frozen=True, eq=False):
    """A task; `tasks` are its sub-items or segments."""

    id: str
    no: str
    title: str
    node: Mapping
    action: Action | None
    section: Section | None
    parent: Task | None
    own: Responsibility
    effective: Responsibility
    """Its own responsibility, completed from the task or section above where it states none."""
    source: str
    by: str = ""
    tier: str = ""
    deliverables: tuple[Text, ...] = ()
    projects: tuple[Text, ...] = ()
    tasks: tuple[Task, ...] = ()
    targets: tuple[Target, ...] = ()

    @property
    def anchor(self) -> str:
        """Stable name for fingerprints: the id where there is one."""
        if self.id:
            return self.id
        head = self.parent or self.section or self.action
        return f"{head.anchor if head is not None else 'plan'}/{self.title or self.no}"

    @property
    def locator(self) -> str:
        """Place in the issued document: its own or that of what holds it."""
        if self.source:
            return self.source
        holder = self.parent or self.section
        return holder.locator if holder is not None else ""


class Row(msgspec.Struct, frozen=True, eq=False):
    """A row of the responsibility table (任务责任分解表)."""

    no: str
    title: str
    restates: Text | None
    group: str
    node: Mapping
    action: Action | None
    own: Responsibility
    source: str
    by: str = ""
    targets: tuple[Target, ...] = ()

    @property
    def anchor(self) -> str:
        """Stable name for fingerprints: rows that restate one task are told apart by their titles."""
        head = self.action.anchor if self.action is not None else "plan"
        names = (self.restates.value if self.restates is not None else "", self.title)
        return f"{head}/row:{'/'.join(filter(None, names)) or self.no}"

    @property
    def locator(self) -> str:
        """Place in the issued document."""
        return self.source


class Pace(msgspec.Struct, frozen=True, eq=False, gc=False):
    """What is issued or held how often: 简报 every 旬."""

    what: str
    every: str
    node: Scalar


class Post(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A head, convenor or deputy: a unit (whose head is meant) or a post in words."""

    name: str
    node: Scalar
    unit: Unit | None


class Workgroup(msgspec.Struct, frozen=True, eq=False):
    """A work group (工作专班) or leading group (领导小组)."""

    name: str
    node: Mapping
    action: Action | None
    action_title: str
    head: tuple[Post, ...]
    convenor: tuple[Post, ...]
    deputies: tuple[Post, ...]
    members: tuple[UnitRef, ...]
    open: bool
    """The member list ends in 等."""
    office: UnitRef | None
    source: str

    @property
    def anchor(self) -> str:
        """Stable name for fingerprints."""
        head = self.action.anchor if self.action is not None else "plan"
        return f"{head}/workgroup"

    @property
    def locator(self) -> str:
        """Place in the issued document."""
        return self.source


class Action(msgspec.Struct, frozen=True, eq=False):
    """An action (行动、仗、攻坚) with its annex.

    `entry` is its mapping in the overall plan (the include or the action itself), `node` the
    mapping that holds the annex; they are one and the same in a plan of one file.
    """

    title: str
    id: str
    theme: str
    annex: int | None
    annex_title: str
    """The annex's title as the annex states it."""
    no: str
    node: Mapping
    entry: Mapping
    own: Responsibility
    source: str
    ordinal: int
    heading: str = ""
    """Heading of its paragraph in the overall plan."""
    goals: tuple[Goal, ...] = ()
    overall_targets: tuple[Target, ...] = ()
    sections: tuple[Section, ...] = ()
    direct_tasks: tuple[Task, ...] = ()
    workgroup: Workgroup | None = None
    overall_workgroup: Workgroup | None = None
    """The work group as the overall plan lays it down for this action."""
    breakdown: tuple[Row, ...] = ()
    cadence: tuple[Pace, ...] = ()
    """As the annex and its work group lay it down."""
    tasks: tuple[Task, ...] = ()
    """Every task at any depth, in the order of the document."""

    @property
    def anchor(self) -> str:
        """Stable name for fingerprints."""
        return self.id or self.theme or self.title

    @property
    def action(self) -> Action:
        """Itself, so that every owner of a target has an action."""
        return self

    @property
    def locator(self) -> str:
        """Place in the issued document."""
        return self.source


class Basis(msgspec.Struct, frozen=True, eq=False):
    """A document that the plan rests on."""

    title: str
    document: str
    node: Mapping


class Plan(msgspec.Struct, frozen=True, eq=False, weakref=True):
    """A plan with all its files. The flat tuples hold every item of a kind in document order."""

    title: str
    jurisdiction: str
    """Six-digit GB/T 2260 code, "" when unknown."""
    programme: str
    year: int | None
    document: str
    issued: str
    status: str
    extent: str
    attested: str
    """How the content is known: official, repost, news or quoted."""
    node: Mapping
    files: tuple[SourceFile, ...]
    registry: Registry
    units: Units
    """How this plan's place means the names of units."""
    annexes: tuple[Text, ...] = ()
    basis: tuple[Basis, ...] = ()
    goals: tuple[Goal, ...] = ()
    actions: tuple[Action, ...] = ()
    sections: tuple[Section, ...] = ()
    """Sections of the overall plan itself."""
    direct_tasks: tuple[Task, ...] = ()
    leading_group: Workgroup | None = None
    cadence: tuple[Pace, ...] = ()
    """As the overall plan lays it down."""
    tasks: tuple[Task, ...] = ()
    all_sections: tuple[Section, ...] = ()
    targets: tuple[Target, ...] = ()
    rows: tuple[Row, ...] = ()
    workgroups: tuple[Workgroup, ...] = ()
    unit_refs: tuple[UnitRef, ...] = ()
    """Every mention of a unit anywhere."""

    @property
    def anchor(self) -> str:
        """Stable name for fingerprints."""
        return "plan"

    @property
    def action(self) -> None:
        """The plan as such belongs to no action."""
        return

    @property
    def locator(self) -> str:
        """The plan as a whole has no place within itself."""
        return ""

    @property
    def identity(self) -> str:
        """What tells this plan from others: jurisdiction, year and programme (else title), not its path."""
        return f"{self.jurisdiction}/{self.year or ''}/{self.programme or self.title}"

    def release(self) -> None:
        """Break the reference cycles between items and their holders, so that memory is freed at once.

        What holds other items is empty afterwards: for whoever is done with the plan.
        """
        for goal in (*self.goals, *(goal for action in self.actions for goal in action.goals)):
            force_setattr(goal, "targets", ())
        for action in self.actions:
            for name in ("goals", "overall_targets", "sections", "direct_tasks", "breakdown", "tasks"):
                force_setattr(action, name, ())
            force_setattr(action, "workgroup", None)
            force_setattr(action, "overall_workgroup", None)
        for item in (*self.tasks, *self.all_sections, *self.rows):
            force_setattr(item, "targets", ())
        for holder in (*self.tasks, *self.all_sections):
            force_setattr(holder, "tasks", ())
        for section in self.all_sections:
            force_setattr(section, "sections", ())


Item: TypeAlias = Plan | Action | Goal | Section | Task | Row | Workgroup | Target
"""What a finding can be about."""
