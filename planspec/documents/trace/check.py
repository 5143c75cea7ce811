"""Both ways: what the spec claims against the document, and what the document says against the spec."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final

import msgspec

from planspec.documents.blocks import Document, Spot
from planspec.documents.columns import Holds, column
from planspec.documents.running import find_targets
from planspec.documents.trace.claims import claims, holders
from planspec.documents.trace.exceptions import Exemption
from planspec.documents.trace.places import Piece, Places
from planspec.documents.trace.words import figures_of, fold, in_digits
from planspec.documents.workgroup import is_workgroup, read_workgroup
from planspec.model import Plan
from planspec.phrase.responsibility import Known, find_all, parse, split_units

_NO_TARGETS: Final = (Holds.NUMBER, Holds.GROUP, Holds.LEADER, Holds.MONEY, Holds.PROGRESS, Holds.NOTE, Holds.BY)


class Side(StrEnum):
    """Where something stands that the other side lacks."""

    SPEC = "spec"
    DOCUMENT = "document"


class Finding(msgspec.Struct, frozen=True):
    """A unit or a figure that stands on one side only."""

    side: Side
    kind: str
    """unit or figure."""
    text: str
    phrase: str
    """The value phrase that a figure belongs to; the name itself otherwise."""
    locator: str
    """The item's own locator; of the document, that of the place."""
    file: str = ""
    line: int = 0
    column: int = 0
    """Place in the spec; "" and 0 for what only the document has."""
    spot: Spot | None = None
    """Place in the document, for what only the document has."""
    elsewhere: tuple[str, ...] = ()
    """Locators at which the document does have it."""


class Loose(msgspec.Struct, frozen=True):
    """A locator that the document does not have in full: it was checked against its beginning."""

    locator: str
    missing: str
    file: str
    line: int


class Trace(msgspec.Struct, frozen=True):
    """What was checked, and what differs."""

    findings: tuple[Finding, ...]
    excepted: tuple[Finding, ...]
    unused: tuple[Exemption, ...]
    loose: tuple[Loose, ...]
    spec_units: int
    spec_figures: int
    document_units: int
    document_figures: int

    @property
    def clean(self) -> bool:
        """Whether nothing differs and no exemption is left over."""
        return not self.findings and not self.unused


def trace(plan: Plan, document: Document, exemptions: Sequence[Exemption] = ()) -> Trace:
    """Compare a plan with the document that it transcribes."""
    return _Tracer(plan, document).trace(exemptions)


class _Tracer:
    def __init__(self, plan: Plan, document: Document) -> None:
        self.plan = plan
        self.places = Places(document)
        self.known: Known = lambda name: plan.units.resolve(name) is not None
        self.items: list[int] = []
        """The places at which items stand, sorted."""
        self.said: dict[str, list[int]] = {}
        """By folded name or figure: the places at which the spec has it, sorted."""
        self.loose: list[Loose] = []
        self.counts = {(side, kind): 0 for side in Side for kind in ("unit", "figure")}

    def trace(self, exemptions: Sequence[Exemption]) -> Trace:
        found = list(self.spec())
        self.items.sort()
        for places in self.said.values():
            places.sort()
        found += dict.fromkeys(self.document())
        kept: list[Finding] = []
        excepted: list[Finding] = []
        used: set[int] = set()
        by_text: dict[str, list[tuple[int, Exemption]]] = {}
        for index, one in enumerate(exemptions):
            by_text.setdefault(fold(one.text), []).append((index, one))
        for finding in found:
            texts = (finding.text, finding.phrase)
            meant = {
                index for text in texts for index, one in by_text.get(fold(text), ())
                if one.covers(finding.locator, texts)
            }  # fmt: skip
            used |= meant
            (excepted if meant else kept).append(finding)
        unused = tuple(one for index, one in enumerate(exemptions) if index not in used)
        count = self.counts
        return Trace(
            tuple(kept), tuple(excepted), unused, tuple(self.loose),
            count[Side.SPEC, "unit"], count[Side.SPEC, "figure"],
            count[Side.DOCUMENT, "unit"], count[Side.DOCUMENT, "figure"],
        )  # fmt: skip

    # -- the spec's claims --

    def spec(self) -> Iterator[Finding]:
        for holder, locator in holders(self.plan):
            at = self.resolve(locator, holder.node.file.shown, holder.node.head_span.start_line)
            self.items.extend(at)
            for claim in claims(holder, locator):
                where = at if claim.locator == locator else self.places.resolve(claim.locator).places
                kind = "figure" if claim.phrase else "unit"
                sought = figures_of(claim.text) if claim.phrase else [fold(claim.text)]
                for text in sought:
                    self.counts[Side.SPEC, kind] += 1
                    self.said.setdefault(text, []).extend(where)
                    if claim.phrase:
                        self.said.setdefault(_number(text), []).extend(where)
                    digits = claim.phrase and in_digits(text)
                    if any(self.places.occurs(text, place, figure=digits) for place in where):
                        continue
                    span = claim.node.span
                    yield Finding(
                        Side.SPEC, kind, text if claim.phrase else claim.text, claim.text, claim.locator,
                        claim.node.file.shown, span.start_line, span.start_column,
                        elsewhere=self.elsewhere(text, digits),
                    )  # fmt: skip

    def resolve(self, locator: str, file: str, line: int) -> tuple[int, ...]:
        resolved = self.places.resolve(locator)
        if not resolved.places or resolved.missing:
            self.loose.append(Loose(locator, resolved.missing, file, line))
        return resolved.places or (self.places.roots["*"],)

    def elsewhere(self, text: str, digits: bool) -> tuple[str, ...]:
        found = self.places.elsewhere(text, figure=digits)
        return tuple(dict.fromkeys(self.places.locator(place) for place in found[:3]))

    # -- what the document says --

    def document(self) -> Iterator[Finding]:
        for piece in self.places.pieces:
            for name in dict.fromkeys(self.units(piece)):
                self.counts[Side.DOCUMENT, "unit"] += 1
                if not self.has(fold(name), piece.place):
                    yield self.finding(piece, "unit", name, name)
            for figure, phrase in dict.fromkeys(self.figures(piece)):
                self.counts[Side.DOCUMENT, "figure"] += 1
                if not self.has(figure, piece.place):
                    yield self.finding(piece, "figure", figure, phrase)

    def finding(self, piece: Piece, kind: str, text: str, phrase: str) -> Finding:
        return Finding(Side.DOCUMENT, kind, text, phrase, self.places.locator(piece.place), spot=piece.spot)

    def units(self, piece: Piece) -> Iterator[str]:
        holds = self.column(piece)
        if holds is not None:
            if holds.units:
                read = parse(piece.text, self.known)
                listed = (*read.lead, *read.support, *read.units) if read is not None else ()
                names = listed or split_units(piece.text, self.known)[0]
                yield from filter(self.known, names)
            return
        for who in find_all(piece.text, self.known):
            yield from filter(self.known, (*who.lead, *who.support, *who.units))
        if is_workgroup(piece.text):
            group = read_workgroup(piece.text, self.known)
            yield from filter(self.known, [*group.get("members", ()), *filter(None, [group.get("office")])])

    def figures(self, piece: Piece) -> Iterator[tuple[str, str]]:
        holds = self.column(piece)
        if holds is not None and (holds.units or holds in _NO_TARGETS):
            return
        for target in find_targets(piece.text, self.plan.registry, self.known):
            for figure in figures_of(target.value):
                yield figure, target.value

    def column(self, piece: Piece) -> Holds | None:
        if not piece.column:
            return None
        named = column(piece.column)
        return named.holds if named is not None else Holds.OTHER

    def has(self, text: str, place: int) -> bool:
        """Say whether an item at the place or below it says so; where none stands there, one above it."""
        while place >= 0:
            last = self.places.all[place].last
            if _any_between(self.items, place, last):
                return _any_between(self.said.get(text, ()), place, last)
            place = self.places.all[place].parent
        return False


def _number(figure: str) -> str:
    """Return a figure without what scales it."""
    return figure.rstrip("%‰‱百分点十千万亿") if in_digits(figure) else figure


def _any_between(sorted_: Sequence[int], first: int, last: int) -> bool:
    at = bisect_left(sorted_, first)
    return at < len(sorted_) and sorted_[at] < last
