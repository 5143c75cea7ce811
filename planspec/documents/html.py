"""A web page to blocks: paragraphs, headings and tables of its text; the rest of the page is listed as furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from planspec.documents.blocks import Block, Document, Paragraph, Spot
from planspec.documents.broken import rejoin
from planspec.documents.furniture import Furniture, sift
from planspec.documents.grid import Span, to_table
from planspec.documents.htmlpage import Page
from planspec.documents.listnumbers import list_label

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BREAKS: Final = frozenset(
    ("p", "div", "section", "article", "main", "header", "ul", "ol", "dl", "dt", "dd", "li", "h1", "h2", "h3", "h4", "h5",
     "h6", "blockquote", "pre", "table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "center", "form", "hr", "br",
     "fieldset", "figure", "figcaption", "address", "body", "html", "nav", "footer", "aside")
)  # fmt: skip
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_CENTRED: Final = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_LABEL: Final = re.compile(r"[\u4e00-\u9fff\s]{2,12}[:：]")
_TELLING: Final = re.compile(
    r"(?:发\s*文\s*字\s*号|文\s*号|发\s*文\s*机\s*关|发布机构|发文单位|制发单位|成文日期|印发日期|发文日期)\s*[:：]\s*\S.*"
)
_BETWEEN: Final = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*\n\s*(?=[\u3000-\u9fff\uff00-\uffef])")
_BLANKS: Final = re.compile(r"[ \t\r\n\f\v]+")
_SHOWN: Final = 80
"""Characters of furniture that are listed."""
_END: Final = "\x1e"


def read_html(text: str, name: str) -> Document:
    """Return a page's paragraphs and tables; spots count them from 1.

    Raises PlanspecError where the page has more than a document can have.
    """
    page = Page(text, name)
    main = page.main()
    if page.root is None or main is None:
        return Document(name, "html", ())
    return _Reader(page).document(main, name)


class _Reader:
    """Reads the elements of one page in their order and counts paragraphs and tables."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.count = 0
        self.tables = 0
        self.furniture: list[Furniture] = []
        self.listed: dict[Element, int] = {}
        """Numbered lists, with the number that their next item has."""

    def document(self, main: Element, name: str) -> Document:
        assert self.page.root is not None
        title = _tight(" ".join(self.page.root.findtext(".//title", "").split()))
        opening = _tight(_words(main)[:800])
        head: list[Block] = []
        for block in self.blocks(self.page.before(main)):
            if isinstance(block, Paragraph) and _opens(block, title, opening):
                head.append(block)
            else:
                self.drop(block, "before the text")
        kept, furniture = sift([*head, *self.blocks([main])])
        for block in self.blocks(self.page.after(main)):
            self.drop(block, "after the text")
        return Document(
            name, "html", tuple(rejoin(kept)), tuple(sorted([*furniture, *self.furniture])), title
        )

    def drop(self, block: Block, reason: str) -> None:
        """List a block as furniture."""
        if isinstance(block, Paragraph):
            self.furniture.append((block.spot, block.text[:_SHOWN], reason))
        else:
            words = " ".join(cell.text for row in block.rows for cell in row if cell.text and not cell.merged)
            self.furniture.append((block.spot, words[:_SHOWN], reason))

    def aside(self, element: Element) -> None:
        """List a hidden element or a piece of furniture within the text."""
        reason = self.page.asides[element]
        if reason != "script" and (words := tidy(_words(element))):
            self.furniture.append((Spot(self.count + 1), words[:_SHOWN], reason))

    def blocks(self, elements: Iterator[Element] | list[Element]) -> Iterator[Block]:
        """Yield the paragraphs and tables of elements."""
        for element in elements:
            if element in self.page.asides:
                self.aside(element)
            else:
                yield from _Flow(self, element).blocks()

    def next_spot(self, table: bool = False) -> Spot:
        """Return the place of the next block."""
        self.count += 1
        self.tables += table
        return Spot(self.count, self.tables if table else 0)

    def label(self, item: Element) -> str:
        """Return the number that a browser shows before an item of a list."""
        above = item.getparent()
        if above is None or above.tag != "ol":
            return ""
        value, label = list_label(above, item, self.listed.get(above))
        self.listed[above] = value + 1
        return label


class _Flow:
    """Reads the text of one element as it flows: an element that breaks the line ends a paragraph."""

    def __init__(self, reader: _Reader, top: Element) -> None:
        self.reader = reader
        self.page = reader.page
        self.top = top
        self.words: list[str] = []
        self.headings: list[int] = []
        self.label = ""
        self.centred = False

    def blocks(self) -> Iterator[Block]:
        from lxml import etree

        walk = etree.iterwalk(self.top, events=("start", "end"))
        for event, element in walk:
            tag = element.tag
            breaks = tag in _BREAKS
            if event == "start":
                if element in self.page.asides:
                    self.reader.aside(element)
                    walk.skip_subtree()
                    continue
                if breaks:
                    yield from self.paragraph()
                    self.open(element, tag)
                    if tag == "table" and (table := self.table(element)) is not None:
                        yield from table
                        walk.skip_subtree()
                        continue
                text = element.text or ""
                self.words.append(text.replace("\n", _END) if tag == "pre" else text)
            else:
                if breaks:
                    yield from self.paragraph()
                    self.centred = False
                    if tag in _HEADINGS and self.headings:
                        self.headings.pop()
                if element is not self.top:
                    self.words.append(element.tail or "")
        yield from self.paragraph()

    def open(self, element: Element, tag: str) -> None:
        """Take note of what the next paragraph is."""
        if tag in _HEADINGS:
            self.headings.append(_HEADINGS[tag])
        elif tag == "li":
            self.label = self.reader.label(element)
        style = element.get("style")
        self.centred = element.get("align", "").lower() == "center" or (
            style is not None and _CENTRED.search(style) is not None
        )

    def paragraph(self) -> Iterator[Paragraph]:
        """Yield what has been read since the last break."""
        if not self.words:
            return
        joined = "".join(self.words)
        self.words.clear()
        if not joined or joined.isspace():
            return
        for line in joined.split(_END):
            if text := tidy(line):
                heading = self.headings[-1] if self.headings else 0
                yield Paragraph(text, self.reader.next_spot(), self.label, heading, self.centred)
                self.label = ""

    def table(self, element: Element) -> list[Block] | None:
        """Return a table of data; None for one that only lays out the page, whose cells are read as text."""
        if element.find(".//table") is not None:
            return None
        cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in element.iter("tr")]
        if max(map(len, cells), default=0) < 2:
            return None
        weights = self.page.weights
        words = weights.get(element, 0)
        if not words and tidy(_words(element)):  # nothing but links
            self.reader.furniture.append(
                (Spot(self.reader.count + 1), tidy(_words(element))[:_SHOWN], "navigation")
            )
            return []
        if (
            len(cells) <= 2
            and words > 1500
            and any(weights.get(cell, 0) > 0.7 * words for row in cells for cell in row)
        ):
            return None
        rows = [
            [Span(self.cell(cell), _span(cell, "colspan"), _span(cell, "rowspan")) for cell in row]
            for row in cells
        ]
        labels = sum(_LABEL.fullmatch(span.text) is not None for row in rows for span in row)
        if labels and labels * 3 >= sum(map(len, rows)):
            return [*self.data(rows)]
        caption = element.find("caption")
        above: list[Block] = []
        if caption is not None and (text := self.cell(caption)):
            above.append(Paragraph(text, self.reader.next_spot(), centred=True))
        return [*above, to_table(rows, self.reader.next_spot(table=True))]

    def data(self, rows: list[list[Span]]) -> Iterator[Paragraph]:
        """Read a table of labels and values (发文字号：| …) as lines."""
        for row in rows:
            label = ""
            for span in row:
                if _LABEL.fullmatch(span.text):
                    label = _tight(span.text)
                elif span.text:
                    yield Paragraph(label + span.text, self.reader.next_spot())
                    label = ""

    def cell(self, element: Element) -> str:
        """Return the text of a cell, its paragraphs in lines."""
        from lxml import etree

        words: list[str] = []
        walk = etree.iterwalk(element, events=("start", "end"))
        for event, inner in walk:
            if event == "start":
                if inner in self.page.asides:
                    walk.skip_subtree()
                    continue
                if inner.tag in _BREAKS:
                    words.append(_END + (self.reader.label(inner) if inner.tag == "li" else ""))
                words.append(inner.text or "")
            else:
                if inner.tag in _BREAKS:
                    words.append(_END)
                if inner is not element:
                    words.append(inner.tail or "")
        return "\n".join(text for line in "".join(words).split(_END) if (text := tidy(line)))


def _opens(block: Paragraph, title: str, opening: str) -> bool:
    """Say whether a paragraph before the text belongs to the document: its number, its issuer, its title."""
    text = _tight(block.text)
    if len(text) < 80 and _TELLING.fullmatch(block.text) is not None:
        return True
    if not block.heading or not 6 <= len(text) <= 120 or text in opening:
        return False
    return not title or text in title or re.split(r"[-_|—]", title)[0] in text


def tidy(text: str) -> str:
    """Return text as a browser shows it: blanks closed up, line ends between Chinese characters gone."""
    if "\n" in text:
        text = _BETWEEN.sub("", text)
    text = _BLANKS.sub(" ", text)
    return (
        text.replace("\xa0", " ").replace("\u3000", "  ").replace("\u200b", "").replace("\ufeff", "").strip()
    )


def _words(element: Element) -> str:
    return "".join(str(words) for words in element.itertext())


def _tight(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _span(cell: Element, key: str) -> int:
    value = (cell.get(key) or "1").strip()
    if not value.isdecimal() or len(value) > 6:
        return 1
    return int(value) or (65_534 if key == "rowspan" else 1)
