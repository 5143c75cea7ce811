"""A document as a row of blocks: paragraphs and tables, each knowing where it stands.

Every reader (text, HTML, Word) gives this; everything after reading knows nothing of file formats.
"""

from __future__ import annotations

from typing import TypeAlias

import msgspec


class Spot(msgspec.Struct, frozen=True, order=True):
    """A place in a document: `line` counts from 1 (lines of a text, paragraphs of a Word file or page).

    A cell also has its `table`, `row` and `column`, each from 1; 0 elsewhere.
    """

    line: int
    table: int = 0
    row: int = 0
    column: int = 0

    def __str__(self) -> str:
        """The place in words: 第12行, or 表2第3行第1列."""
        if self.table:
            return f"表{self.table}第{self.row}行第{self.column}列"
        return f"第{self.line}行"


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph; `label` is the number that Word shows before it by automatic numbering, "" where typed."""

    text: str
    spot: Spot
    label: str = ""
    heading: int = 0
    """1 for a heading of the first level, 0 for body text or where the format does not tell."""
    centred: bool = False

    @property
    def shown(self) -> str:
        """The text as a reader sees it, its automatic number included."""
        return self.label + self.text


class Cell(msgspec.Struct, frozen=True):
    """A table cell; a merged cell stands at each of its places, `merged` at all but the first."""

    text: str
    spot: Spot
    merged: bool = False


class Table(msgspec.Struct, frozen=True):
    """A table as a grid; all rows have the same number of cells."""

    rows: tuple[tuple[Cell, ...], ...]
    spot: Spot


Block: TypeAlias = Paragraph | Table


class Document(msgspec.Struct, frozen=True):
    """A document read: its blocks in order, and what was left out as page furniture (with the reason)."""

    name: str
    format: str
    blocks: tuple[Block, ...]
    furniture: tuple[tuple[Spot, str, str], ...] = ()
    """Spot, text, reason: “上一篇”, navigation, a counter; listed, so that nothing is lost silently."""
    title: str = ""
    """The page's or the file's own title, where the format has one."""
