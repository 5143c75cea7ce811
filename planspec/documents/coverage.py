"""An account of a document: every line and cell is mapped to an item, known prose, or listed as unmapped."""

from __future__ import annotations

from typing import Final

import msgspec

from planspec.documents.blocks import Document, Paragraph, Spot, Table

PROSE: Final = "prose"


class Unmapped(msgspec.Struct, frozen=True):
    """A line or cell that became no item, and why."""

    spot: Spot
    text: str
    reason: str


class Coverage:
    """Collects what became of each block while a draft is made."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.uses: dict[Spot, str] = {}
        self.reasons: dict[Spot, str] = {}

    def mapped(self, spot: Spot, use: str) -> None:
        """Note that a place became (a part of) an item."""
        self.uses[spot] = use

    def prose(self, spot: Spot) -> None:
        """Note that a place is running text with nothing to record: a preamble, a motive."""
        self.uses.setdefault(spot, PROSE)

    def unmapped(self, block: Paragraph | Table, reason: str) -> None:
        """Note why a block became no item."""
        self.reasons[block.spot] = reason

    def left_over(self) -> list[Unmapped]:
        """Return what became nothing, in the order of the document."""
        found = []
        for block in self.document.blocks:
            if block.spot in self.uses:
                continue
            reason = self.reasons.get(block.spot, "not recognised")
            if isinstance(block, Paragraph):
                if block.shown.strip():
                    found.append(Unmapped(block.spot, block.shown.strip(), reason))
            else:
                found.extend(
                    Unmapped(cell.spot, cell.text.strip(), reason)
                    for row in block.rows
                    for cell in row
                    if cell.text.strip() and not cell.merged and cell.spot not in self.uses
                )
        return found

    def counts(self) -> dict[str, int]:
        """Return how many places became what."""
        totals: dict[str, int] = {}
        for use in self.uses.values():
            totals[use] = totals.get(use, 0) + 1
        totals["unmapped"] = len(self.left_over())
        return totals
