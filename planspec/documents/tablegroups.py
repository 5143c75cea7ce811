"""The tables among blocks, each with the heading that stands right above it: 一、任务清单, 二、项目清单."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from planspec.documents.blocks import Block, Paragraph, Table
from planspec.documents.numbering import number_of

_LONGEST: Final = 40
"""Characters of a heading above a table."""


def grouped_tables(blocks: Iterable[Block]) -> list[tuple[Table, Paragraph | None]]:
    """Return the tables and the numbered headings right above them."""
    found: list[tuple[Table, Paragraph | None]] = []
    above: Paragraph | None = None
    for block in blocks:
        if isinstance(block, Table):
            found.append((block, above))
            above = None
        elif text := block.shown.strip():
            above = block if number_of(text) is not None and len(text) <= _LONGEST else None
    return found
