"""A Word file to blocks: paragraphs with the numbers that Word shows, headings, tables with merged cells.

Tracked changes are read as accepted: insertions and the places that text was moved to are kept, deletions and the
places it was moved from are not. Spots count all paragraphs of the file, those in tables and text boxes included, so
that a finding can be brought back to its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

import msgspec

from planspec.documents.blocks import Block, Document, Paragraph, Spot, Table
from planspec.documents.broken import rejoin
from planspec.documents.furniture import Furniture, sift
from planspec.documents.grid import MOST_COLUMNS, Span, to_table
from planspec.documents.limits import MAX_CELLS, MAX_CHARACTERS, MAX_LINES, PARAGRAPHS, too_long, too_many
from planspec.documents.numbering import number_of
from planspec.documents.package import Package
from planspec.documents.wordnumbers import Numbers
from planspec.documents.wordstyles import Styles
from planspec.documents.wordxml import attribute, child, is_on, local, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_GONE: Final = frozenset(
    ("del", "moveFrom", "rt", "pPr", "rPr", "instrText", "delText", "fldData", "Fallback", "commentReference")
)
_THROUGH: Final = frozenset(
    (
        "sdt",
        "sdtContent",
        "customXml",
        "smartTag",
        "ins",
        "moveTo",
        "dir",
        "bdo",
        "AlternateContent",
        "Choice",
    )
)
_SENTENCE_ENDS: Final = "。；;！？!?：:"
_LINE: Final = "\x1e"
_SHOWN: Final = 80
_MOST_PARAGRAPHS: Final = MAX_LINES + 2 * MAX_CELLS
"""Empty ones and those of cells included."""


def read_docx(data: bytes, name: str) -> Document:
    """Return a Word file's paragraphs and tables; raises PlanspecError where it is none, or not to be trusted."""
    package = Package(data, name)
    body = child(package.document(), "body")
    reader = _Reader(package)
    blocks: list[Block] = [*reader.blocks(body)] if body is not None else []
    blocks += reader.rest()
    blocks = [
        block for block in blocks if isinstance(block, Table) or block.text
    ]  # numbers without words are none
    kept, furniture = sift(blocks)
    core = package.part("core")
    title = next((one.text or "" for one in core if local(one) == "title"), "") if core is not None else ""
    return Document(
        name, "docx", tuple(rejoin(kept)), tuple(sorted([*furniture, *reader.furniture])), title.strip()
    )


class _Pending(msgspec.Struct):
    """A paragraph whose mark was deleted: it runs on into the next."""

    text: str
    label: str
    heading: int
    centred: bool
    spot: Spot


class _Reader:
    def __init__(self, package: Package) -> None:
        self.name = package.name
        self.styles = Styles(package.part("styles"))
        self.numbers = Numbers(package.part("numbering"), self.styles)
        self.notes = {kind: package.part(kind) for kind in ("footnotes", "endnotes", "comments")}
        self.furniture: list[Furniture] = []
        self.paragraphs = 0
        self.tables = 0
        self.characters = 0
        self.cells_open = 0
        """How many cells the reader is in."""
        self.pending: _Pending | None = None

    def blocks(self, parent: Element) -> Iterator[Block]:
        """Yield the blocks that stand in an element, in their order."""
        for element in parent:
            kind = local(element)
            if kind == "p":
                yield from self.paragraph(element)
            elif kind == "tbl":
                yield from self.table(element)
            elif kind in _THROUGH:
                yield from self.blocks(element)
            elif kind == "altChunk":
                self.furniture.append((Spot(self.paragraphs + 1), "", "embedded document, not read"))

    def rest(self) -> Iterator[Block]:
        """Yield what waits for a next paragraph that never came; list the notes."""
        if self.pending is not None and self.pending.text:
            one = self.pending
            yield Paragraph(one.text, one.spot, one.label, one.heading, one.centred)
        for kind, root in self.notes.items():
            for note in root if root is not None else ():
                words = "".join(text.text or "" for text in note.iter() if local(text) == "t").strip()
                if words:
                    self.furniture.append((Spot(self.paragraphs), words[:_SHOWN], kind.removesuffix("s")))

    # -- paragraphs --

    def paragraph(self, element: Element) -> Iterator[Block]:
        """Yield a paragraph, each of its lines where they are paragraphs to a reader, and its text boxes."""
        self.paragraphs += 1
        if self.paragraphs > _MOST_PARAGRAPHS:
            raise too_many(self.name, PARAGRAPHS, _MOST_PARAGRAPHS)
        spot = Spot(self.paragraphs)
        properties = child(element, "pPr")
        style = self.styles.style(value(properties, "pStyle"))
        marks = child(properties, "rPr")
        boxes: list[Element] = []
        text = self.text(element, boxes)
        self.characters += len(text)
        if self.characters > MAX_CHARACTERS:
            raise too_long(self.name)
        gone = child(marks, "del") is not None or child(marks, "moveFrom") is not None
        waiting, self.pending = self.pending, None
        if gone and not text.strip():
            self.pending = waiting  # the paragraph was deleted whole
        else:
            label = self.numbers.label(properties, style) if waiting is None else waiting.label
            align = value(properties, "jc")
            centred = align == "center" if align is not None else bool(style.centred)
            heading = self.styles.heading(properties, style)
            if waiting is not None:
                text, spot = waiting.text + text, waiting.spot
            if gone:
                self.pending = _Pending(text, label, heading, centred, spot)
            elif style.contents or style.hidden:
                if text.strip():
                    reason = "table of contents" if style.contents else "hidden"
                    self.furniture.append((spot, tidy(text.replace(_LINE, " "))[:_SHOWN], reason))
            else:
                for line in _lines(text, apart=centred or self.cells_open > 0):
                    if line or label:
                        yield Paragraph(line, spot, label, heading, centred)
                        label = ""
        for box in boxes:
            yield from self.blocks(box)

    def text(self, element: Element, boxes: list[Element] | None = None) -> str:
        """Return the text of a paragraph as shown, changes accepted; note the text boxes anchored in it."""
        words: list[str] = []
        todo: list[Element] = [*reversed(element)]
        while todo:
            one = todo.pop()
            kind = local(one)
            if kind in _GONE:
                continue
            if kind == "t":
                words.append(one.text or "")
            elif kind == "r":
                properties = child(one, "rPr")
                if is_on(properties, "vanish") or is_on(properties, "specVanish"):
                    hidden = "".join(text.text or "" for text in one.iter() if local(text) == "t").strip()
                    if hidden:
                        self.furniture.append((Spot(self.paragraphs), hidden[:_SHOWN], "hidden"))
                    continue
                todo.extend(reversed(one))
            elif kind in ("tab", "ptab"):
                words.append("\t")
            elif kind in ("br", "cr"):
                if attribute(one, "type") not in ("page", "column"):
                    words.append(_LINE)
            elif kind == "noBreakHyphen":
                words.append("-")
            elif kind == "sym":
                words.append(_symbol(one))
            elif kind == "txbxContent":
                if boxes is not None:
                    boxes.append(one)
                else:
                    words.append(
                        _LINE + _LINE.join(self.text(inner) for inner in one.iter() if local(inner) == "p")
                    )
            else:
                todo.extend(reversed(one))
        return "".join(words)

    # -- tables --

    def table(self, element: Element) -> Iterator[Block]:
        """Yield a table; one of a single column is a frame around paragraphs."""
        rows = [*self.rows(element)]
        if not rows:
            return
        widest = max(len(row) for row in rows)
        if widest == 1:
            for row in rows:
                for cell in row:
                    yield from self.blocks(cell)
            return
        self.tables += 1
        spot = Spot(self.paragraphs + 1, self.tables)
        spans = [*self.spans(rows)]
        yield to_table(spans, spot)

    def rows(self, element: Element) -> Iterator[list[Element]]:
        """Yield the cells of each row that is not deleted."""
        for one in element:
            kind = local(one)
            if kind == "tr":
                if child(child(one, "trPr"), "del") is None:
                    yield [*self.cells(one)]
            elif kind in _THROUGH:
                yield from self.rows(one)

    def cells(self, row: Element) -> Iterator[Element]:
        for one in row:
            kind = local(one)
            if kind == "tc":
                if child(child(one, "tcPr"), "cellDel") is None:
                    yield one
            elif kind in _THROUGH:
                yield from self.cells(one)

    def spans(self, rows: Iterable[list[Element]]) -> Iterator[list[Span]]:
        """Yield the cells of each row with the columns and rows they take; a cell that goes on from above is left out."""
        grid: list[list[tuple[int, Span]]] = []
        heads: dict[int, tuple[int, int]] = {}
        """Columns with a cell that may go on below: row and position of its beginning."""
        for r, cells in enumerate(rows):
            row = cells[0].getparent() if cells else None
            while row is not None and local(row) != "tr":
                row = row.getparent()
            before = min(number(child(row, "trPr"), "gridBefore") or 0, MOST_COLUMNS)
            line: list[tuple[int, Span]] = [(0, Span("", before))] if before > 0 else []
            at = before
            below: dict[int, tuple[int, int]] = {}
            for cell in cells:
                properties = child(cell, "tcPr")
                columns = min(max(number(properties, "gridSpan") or 1, 1), MOST_COLUMNS)
                merge = child(properties, "vMerge")
                first = self.paragraphs + 1
                text = self.cell(cell)
                goes_on = merge is not None and (attribute(merge) or "continue") == "continue"
                if goes_on and at in heads:
                    above, k = heads[at]
                    start, span = grid[above][k]
                    grid[above][k] = start, msgspec.structs.replace(span, rows=r - above + 1)
                    below[at] = heads[at]
                else:
                    if merge is not None:
                        below[at] = (r, len(line))
                    line.append((at, Span(text, columns, 1, first)))
                at += columns
            grid.append(line)
            heads = below
        for line in grid:
            yield [span for _, span in line]

    def cell(self, element: Element) -> str:
        """Return the text of a cell, its paragraphs in lines, the numbers that Word shows included."""
        lines: list[str] = []
        self.cells_open += 1
        for block in self.blocks(element):
            if isinstance(block, Paragraph):
                lines.append(block.shown.strip())
            else:
                self.tables -= 1  # a table within a cell is text of the cell
                lines += ["  ".join(cell.text for cell in row if not cell.merged) for row in block.rows]
        self.cells_open -= 1
        if self.pending is not None:  # the last mark of a cell cannot be deleted
            lines.append(self.pending.text)
            self.pending = None
        return "\n".join(line for line in lines if line)


def _lines(text: str, apart: bool) -> list[str]:
    """Part a paragraph at its line breaks where a reader sees paragraphs; join the lines of a sentence.

    `apart` keeps all lines apart: those of a title, and of a table's cell.
    """
    lines = [tidy(line) for line in text.split(_LINE)]
    joined = lines[:1]
    for line in lines[1:]:
        before = joined[-1]
        if not line:
            continue
        if not before or not (apart or before[-1] in _SENTENCE_ENDS or number_of(line) is not None):
            joined[-1] = before + line
        else:
            joined.append(line)
    return joined


def _symbol(element: Element) -> str:
    """Return the character of a symbol, "" where it is one of a font's own."""
    code = attribute(element, "char") or ""
    if not re.fullmatch(r"[0-9A-Fa-f]{4}", code):
        return ""
    value_ = int(code, 16)
    return "" if 0xD800 <= value_ <= 0xF8FF else chr(value_)


def tidy(text: str) -> str:
    """Return text without the blanks at its ends, tabs and wide blanks as blanks."""
    return text.replace("\t", " ").replace("\xa0", " ").replace("\u3000", "  ").replace("\ufeff", "").strip()
