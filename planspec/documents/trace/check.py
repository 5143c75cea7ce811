"""Both ways: what the spec claims against the document, and what the document says against the spec."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final

import msgspec

from planspec.documents.blocks import Document, Spot
from planspec.documents.trace.claims import Claim, Holder, Kind, claims, holders, words
from planspec.documents.trace.exceptions import Exemption
from planspec.documents.trace.places import Piece, Places
from planspec.documents.trace.said import Said
from planspec.documents.trace.statements import Statement, Statements, spellings
from planspec.documents.trace.words import figures_of, fold
from planspec.model import Goal, Plan, Workgroup

_LONGEST_PERSON: Final = 60


class Side(StrEnum):
    """Where something stands that the other side lacks."""

    SPEC = "spec"
    DOCUMENT = "document"


class Finding(msgspec.Struct, frozen=True):
    """A unit, a person or a figure that stands on one side only."""

    side: Side
    kind: Kind
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
    counts: dict[str, dict[str, int]]
    """By side and kind: how many were looked for on the other side."""

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
        self.said = Said()
        self.groups = Said()
        """Of work groups, which hold units but no targets."""
        self.nearby = Said()
        """Of items whose locator the document does not have in full."""
        self.spec_leads = Said()
        self.document_leads = Said()
        """Of places that tell responsibilities: the units that lead, if any."""
        self.statements = Statements(plan)
        self.loose: list[Loose] = []
        self.counts = {side.value: {kind.value: 0 for kind in Kind} for side in Side}

    def trace(self, exemptions: Sequence[Exemption]) -> Trace:
        statements = [
            (piece, one) for piece in self.places.pieces for one in dict.fromkeys(self.statements.of(piece))
        ]
        for piece, (kind, text, _) in statements:
            if kind is Kind.LEAD:
                self.document_leads.add(piece.place, fold(text))
        self.document_leads.close()
        found = [*self.spec()]
        for said in (self.said, self.groups, self.nearby, self.spec_leads):
            said.close()
        found += dict.fromkeys(self.document(statements))
        kept, excepted, unused = _sifted(found, exemptions)
        return Trace(kept, excepted, unused, tuple(self.loose), self.counts)

    # -- the spec's claims --

    def spec(self) -> Iterator[Finding]:
        for holder, locator in holders(self.plan):
            resolved = self.places.resolve(locator)
            places = resolved.places or (self.places.whole,)
            claimed = list(claims(holder, locator))
            if resolved.missing or (claimed and not resolved.places):
                span = holder.node.head_span
                self.loose.append(Loose(locator, resolved.missing, holder.node.file.shown, span.start_line))
            self.note(holder, places, deep=not resolved.missing)
            for claim in claimed:
                where = places
                if claim.locator != locator:
                    where = self.places.resolve(claim.locator).places or where
                yield from self.checked(claim, where)

    def note(self, holder: Holder, places: Sequence[int], *, deep: bool) -> None:
        """Keep what an item says for the way back."""
        said = self.groups if isinstance(holder, Workgroup) else self.said
        own = fold_lines(words(holder))
        for place in places:
            (said if deep else self.nearby).add(place, own)
            if deep and not isinstance(holder, Workgroup | Goal) and holder.own.stated:
                self.spec_leads.add(place, fold_lines("\n".join(one.name for one in holder.own.lead)))

    def checked(self, claim: Claim, where: Sequence[int]) -> Iterator[Finding]:
        """Yield what the document lacks of a claim at the places where it should have it."""
        figure = claim.kind is Kind.FIGURE
        for text in figures_of(claim.text) if figure else [claim.text]:
            self.counts[Side.SPEC][claim.kind] += 1
            if any(self.stands(text, place, claim.kind) for place in where):
                continue
            span = claim.node.span
            elsewhere: list[int] = []
            if claim.kind is not Kind.LEAD:
                elsewhere = self.places.elsewhere(fold(text), figure=figure)[:3]
            yield Finding(
                Side.SPEC, claim.kind, text, claim.text, claim.locator,
                claim.node.file.shown, span.start_line, span.start_column,
                elsewhere=tuple(dict.fromkeys(map(self.places.locator, elsewhere))),
            )  # fmt: skip

    def stands(self, text: str, place: int, kind: Kind) -> bool:
        """Say whether the document has a name or a figure at a place; a roster puts the person before the post."""
        folded = fold(text)
        if kind is Kind.LEAD:
            return self.leads(folded, place)
        if self.places.occurs(folded, place, figure=kind is Kind.FIGURE):
            return True
        if kind is not Kind.PERSON or len(folded) > _LONGEST_PERSON:
            return False
        return any(
            self.places.occurs(folded[at:] + folded[:at], place)
            for at in range(len(folded) - 4, len(folded) - 1)
            if at > 0
        )

    # -- what the document says --

    def document(self, statements: Sequence[tuple[Piece, Statement]]) -> Iterator[Finding]:
        for piece, (kind, text, phrase) in statements:
            if not text or self.spared(piece.place, kind):
                continue
            self.counts[Side.DOCUMENT][kind] += 1
            held = self.led(text, piece.place) if kind is Kind.LEAD else self.has(text, piece.place, kind)
            if not held:
                yield self.finding(piece, kind, text, phrase)

    def leads(self, folded: str, place: int) -> bool:
        """Say whether the document lets a unit lead at a place; yes where it tells no responsibilities or not the unit."""
        last = self.places.all[place].last
        leads = self.document_leads
        if not leads.any(place, last) or not self.places.occurs(folded, place):
            return True
        return leads.has(folded, place, last, figure=False)

    def led(self, text: str, place: int) -> bool:
        """Say whether the spec lets a unit lead at a place; yes where it has no responsibilities or not the unit."""
        last = self.places.all[place].last
        if not self.spec_leads.any(place, last) or not self.has(text, place, Kind.UNIT):
            return True
        return any(
            all(self.spec_leads.has(one, place, last, figure=False) for one in parts)
            for parts in spellings(text)
        )

    def finding(self, piece: Piece, kind: Kind, text: str, phrase: str) -> Finding:
        return Finding(Side.DOCUMENT, kind, text, phrase, self.places.locator(piece.place), spot=piece.spot)

    def covering(self, place: int, kind: Kind) -> tuple[int, int] | None:
        """Return the range of places whose items answer for a place: it and those below, else the nearest above."""
        kinds = (self.said,) if kind is Kind.FIGURE else (self.said, self.groups)
        last = self.places.all[place].last
        while place >= 0:
            if any(said.any(place, last) for said in kinds):
                return place, last
            place = self.places.all[place].parent
            last = place + 1
        return None

    def spared(self, place: int, kind: Kind) -> bool:
        """Say whether a place holds no items by its nature: how the work is organised, and the preamble."""
        return self.covering(place, kind) is None and self.places.aside(place)

    def has(self, text: str, place: int, kind: Kind) -> bool:
        covering = self.covering(place, kind)
        sought = spellings(text) if kind is Kind.UNIT else [[fold(text)]]
        return any(all(self.answers(one, place, covering, kind) for one in parts) for parts in sought)

    def answers(self, text: str, place: int, covering: tuple[int, int] | None, kind: Kind) -> bool:
        figure = kind is Kind.FIGURE
        if covering is not None:
            if self.said.has(text, *covering, figure=figure):
                return True
            if not figure and self.groups.has(text, *covering, figure=False):
                return True
        while place >= 0:
            if self.nearby.has(text, place, place + 1, figure=figure):
                return True
            if not figure and self.said.has(text, place, place + 1, figure=False):
                return True  # the units of a section, which may stand below its last task
            place = self.places.all[place].parent
        return False


def fold_lines(text: str) -> str:
    """Fold each line of a text by itself."""
    return "\n".join(map(fold, text.split("\n")))


def _sifted(
    found: Sequence[Finding], exemptions: Sequence[Exemption]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...], tuple[Exemption, ...]]:
    """Part the findings that an exemption covers from the others; return the exemptions that cover none, too."""
    by_text: dict[str, list[Exemption]] = {}
    for one in exemptions:
        by_text.setdefault(fold(one.text), []).append(one)
    kept: list[Finding] = []
    excepted: list[Finding] = []
    used: set[int] = set()
    for finding in found:
        names = dict.fromkeys((fold(finding.text), fold(finding.phrase)))
        meant = [one for name in names for one in by_text.get(name, ()) if one.covers(finding.locator)]
        used.update(one.line for one in meant)
        (excepted if meant else kept).append(finding)
    return tuple(kept), tuple(excepted), tuple(one for one in exemptions if one.line not in used)
