"""What a document states that a spec should have: units of responsibilities, leaders, figures of targets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, TypeAlias

from planspec.documents.columns import Holds, column
from planspec.documents.running import find_targets
from planspec.documents.trace.claims import Kind
from planspec.documents.trace.places import Piece
from planspec.documents.trace.words import figures_of, fold
from planspec.documents.workgroup import is_workgroup, read_workgroup
from planspec.model import Plan
from planspec.phrase.responsibility import Responsibility, find_all, parse
from planspec.phrase.unitlists import Known, split_units

Statement: TypeAlias = "tuple[Kind, str, str]"
"""Its kind, what to look for, and the phrase or name that it belongs to."""

_NO_TARGETS: Final = (
    Holds.NUMBER,
    Holds.GROUP,
    Holds.LEADER,
    Holds.MONEY,
    Holds.PROGRESS,
    Holds.NOTE,
    Holds.BY,
)
_JOINTS: Final = re.compile("以及|[、及和与]")
_AND_OTHERS: Final = re.compile("等[^、及和与]*")
_DIGIT: Final = re.compile("[0-9]")
_NAMES: Final = re.compile(r"[、，,；;/\s]+")
_NAME: Final = re.compile(r"[\u4e00-\u9fff·]{2,4}")


def spellings(name: str) -> list[list[str]]:
    """Return how a spec may have a unit's name: as it is, or in the parts that 及 and 和 join (某局等单位: 某局)."""
    whole = fold(name)
    parts = [part for part in _JOINTS.split(_AND_OTHERS.sub("", whole)) if part]
    return [[whole], parts] if parts and parts != [whole] else [[whole]]


class Statements:
    """Reads the pieces of a document in their order, with what its plan knows of units and indicators."""

    def __init__(self, plan: Plan) -> None:
        self.registry = plan.registry
        self.known: Known = lambda name: plan.units.resolve(name) is not None
        self.first_leads = False
        """Whether the document has said that of each list the first leads (列首位的为牵头单位，下同)."""

    def of(self, piece: Piece) -> Iterator[Statement]:
        """Yield what one paragraph or cell states; a merged cell states it only once."""
        if piece.repeated:
            return
        holds = _column(piece)
        for kind, name in self._units(piece.text, holds):
            if kind is Kind.LEAD or (self.known(name) and not _DIGIT.search(name)):
                yield kind, name, name
        if holds is Holds.LEADER:
            for name in _NAMES.split(piece.text):
                if _NAME.fullmatch(name):
                    yield Kind.PERSON, name, name
        if holds is None or not (holds.units or holds in _NO_TARGETS):
            for target in find_targets(piece.text, self.registry, self.known):
                for figure in figures_of(target.value):
                    yield Kind.FIGURE, figure, target.value

    def _units(self, text: str, holds: Holds | None) -> Iterator[tuple[Kind, str]]:
        """Yield the units, and again those that lead; a lead without a name says that there is a responsibility."""
        if holds is None:
            for who in find_all(text, self.known):
                self.first_leads = self.first_leads or who.first_leads
                yield from _told(who.first() if self.first_leads else who)
            if is_workgroup(text):
                group = read_workgroup(text, self.known)
                yield from ((Kind.UNIT, name) for name in group.get("members", ()))
                yield from ((Kind.UNIT, name) for name in (group.get("office"),) if name)
        elif holds.units:
            read = parse(text, self.known)
            if read is not None and holds is Holds.UNITS:
                yield from _told(read)
                return
            listed = (*read.lead, *read.support, *read.units) if read is not None else ()
            for name in listed or split_units(text, self.known)[0]:
                yield Kind.UNIT, name
                if holds is Holds.LEAD:
                    yield Kind.LEAD, name


def _told(who: Responsibility) -> Iterator[tuple[Kind, str]]:
    yield Kind.LEAD, ""
    yield from ((Kind.UNIT, name) for name in (*who.lead, *who.support, *who.units))
    yield from ((Kind.LEAD, name) for name in who.lead)


def _column(piece: Piece) -> Holds | None:
    """Return what a cell's column holds, None for a paragraph."""
    if not piece.column:
        return None
    named = column(piece.column)
    return named.holds if named is not None else Holds.OTHER
