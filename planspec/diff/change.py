"""What a diff is made of: a change as a value, its class, its weight, the two places, how they were matched."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from planspec.source.message import Message
from planspec.source.span import Span


class Mode(StrEnum):
    """What the two plans are to each other."""

    VERSIONS = "versions"
    """Two states of one plan: everything is compared."""
    YEARS = "years"
    """Plans of two years: what the new one drops, takes over and adds; wording and numbering do not count."""
    JURISDICTIONS = "jurisdictions"
    """Plans of two places in one year: the same, and absolute amounts are not ranked."""


class ChangeClass(StrEnum):
    """What a change means for the commitment that a plan is."""

    WEAKENED = "weakened"
    REDEFINED = "redefined"
    """Another measure, unit or scope: neither more nor less, a person has to look."""
    UNDECIDED = "undecided"
    """It could not be told, and says so."""
    REASSIGNED = "reassigned"
    STRENGTHENED = "strengthened"
    REWORDED = "reworded"
    """Said in another way, or put in another place: the same commitment."""

    @property
    def mirrored(self) -> ChangeClass:
        """The class of the same change read backwards."""
        return _MIRROR.get(self, self)


_MIRROR = {
    ChangeClass.WEAKENED: ChangeClass.STRENGTHENED,
    ChangeClass.STRENGTHENED: ChangeClass.WEAKENED,
}


class Weight(StrEnum):
    """How much a change deserves a reader's time."""

    GRAVE = "grave"
    MAJOR = "major"
    MINOR = "minor"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for a note, 3 for what is grave."""
        return ("note", "minor", "major", "grave").index(self.value)

    def graver(self, grades: int) -> Weight:
        """Return the weight so many grades up, or down; a note stays one, and nothing else becomes one."""
        if self is Weight.NOTE:
            return self
        return (Weight.MINOR, Weight.MAJOR, Weight.GRAVE)[min(max(self.rank - 1 + grades, 0), 2)]


class Object(StrEnum):
    """What a change is about."""

    PLAN = "plan"
    GOAL = "goal"
    ACTION = "action"
    SECTION = "section"
    TASK = "task"
    TARGET = "target"
    ROW = "row"
    WORKGROUP = "workgroup"
    LIST = "list"
    ITEM = "item"
    """An entry of a list."""
    BASIS = "basis"
    UNIT = "unit"
    """A body that the plan itself declares."""
    INDICATOR = "indicator"
    """An indicator that the plan itself declares."""
    ALLOCATION = "allocation"


class Method(StrEnum):
    """How two items were found to be the same."""

    ID = "id"
    RENAMED_FROM = "renamed-from"
    EXACT = "exact"
    """The same content."""
    NAME = "name"
    """The same title, heading or indicator at the same place."""
    THEME = "theme"
    """Actions of different programmes on one theme."""
    LIKENESS = "likeness"
    SPLIT = "split"
    MERGED = "merged"
    ONLY = "only"
    """There is one on either side: the plan, its leading group."""


class Match(msgspec.Struct, frozen=True):
    """Why the two sides of a change are taken for one item; `confidence` from 0 to 1."""

    method: Method
    confidence: float = 1.0
    doubtful: bool = False
    """Alike, but not enough or not alone: each side is reported for itself, the other as related."""


class Side(msgspec.Struct, frozen=True):
    """One end of a change: where it stands and what it says there."""

    file: str
    span: Span
    pointer: str
    text: str
    path: tuple[str, ...] = ()
    """Titles from the action down to the item."""
    locator: str = ""
    """Place in the issued document."""


class RelatedSide(msgspec.Struct, frozen=True):
    """Another place that a change concerns."""

    old: bool
    """Whether it stands in the old plan."""
    side: Side
    message: Message


class Change(msgspec.Struct, frozen=True):
    """One change of meaning between two plans.

    `before` is None for what was added, `after` for what was removed. `subject` names the item in a few
    words, `also` lists further codes that hold of the change at once, `fingerprint` stays the
    same while lines move and becomes another one when either value does.
    """

    code: str
    kind: ChangeClass
    object: Object
    aspect: str
    subject: str
    before: Side | None
    after: Side | None
    message: Message
    weight: Weight
    match: Match | None = None
    also: tuple[str, ...] = ()
    related: tuple[RelatedSide, ...] = ()
    fingerprint: str = ""


class Counts(msgspec.Struct, frozen=True):
    """How much was compared on one side."""

    actions: int
    tasks: int
    targets: int


class Diff(msgspec.Struct, frozen=True):
    """All changes between two plans, in the order of the new plan (what was removed: of the old one)."""

    mode: Mode
    changes: tuple[Change, ...]
    before: Counts
    after: Counts

    def count(self, kind: ChangeClass) -> int:
        """Return how many changes are of a class."""
        return sum(1 for change in self.changes if change.kind is kind)
