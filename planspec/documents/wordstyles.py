"""The paragraph styles of a Word file: what each says of numbering, headings and alignment, its bases included."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

from planspec.documents.wordxml import attribute, child, is_on, local, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADING: Final = re.compile(r"(?:heading|标题)\s*(?P<level>[1-9])", re.IGNORECASE)
_CONTENTS: Final = re.compile(
    r"(?:toc|目录)\s*\d*(?:\s*heading)?|table of (?:contents|figures)", re.IGNORECASE
)
_BODY_TEXT: Final = 9
"""The outline level of body text."""


class Style(msgspec.Struct):
    """A paragraph style; None where it and its bases say nothing."""

    num_id: int | None = None
    level: int | None = None
    numbered_by: str = ""
    """The style of the chain that states the numbering: levels of a list are linked to styles."""
    outline: int | None = None
    centred: bool | None = None
    hidden: bool = False
    contents: bool = False
    """A table of contents' own style."""


class Styles:
    """Styles by their id; an unknown id has the properties of the default style."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._made: dict[str, Style] = {}
        self.default = ""
        for element in root if root is not None else ():
            if local(element) != "style":
                continue
            name = attribute(element, "styleId") or ""
            self._elements[name] = element
            if attribute(element, "type") == "paragraph" and attribute(element, "default") in (
                "1",
                "true",
                "on",
            ):
                self.default = name

    def style(self, name: str | None) -> Style:
        """Return a style with what it inherits."""
        name = name if name in self._elements else self.default
        made = self._made.get(name)
        if made is None:
            made = self._made[name] = self._make(name)
        return made

    def list_of(self, name: str) -> int | None:
        """Return the numbering that a list style states."""
        return number(child(child(self._elements.get(name), "pPr"), "numPr"), "numId")

    def _make(self, name: str) -> Style:
        made = Style()
        seen: set[str] = set()
        while name in self._elements and name not in seen:
            seen.add(name)
            element = self._elements[name]
            properties = child(element, "pPr")
            numbering = child(properties, "numPr")
            if numbering is not None:
                if made.level is None:
                    made.level = number(numbering, "ilvl")
                if made.num_id is None and (num_id := number(numbering, "numId")) is not None:
                    made.num_id = num_id
                    made.numbered_by = name
            if made.outline is None:
                made.outline = number(properties, "outlineLvl")
            if made.centred is None and (align := value(properties, "jc")) is not None:
                made.centred = align == "center"
            made.hidden = made.hidden or is_on(child(element, "rPr"), "vanish")
            title = value(element, "name") or ""
            heading = _HEADING.fullmatch(title)
            if heading is not None and made.outline is None:
                made.outline = int(heading["level"]) - 1
            made.contents = made.contents or _CONTENTS.fullmatch(title) is not None
            name = value(element, "basedOn") or ""
        return made

    def heading(self, properties: Element | None, style: Style) -> int:
        """Return the heading level that a paragraph has, from 1; 0 for body text."""
        own = number(properties, "outlineLvl")
        level = own if own is not None else style.outline
        return level + 1 if level is not None and 0 <= level < _BODY_TEXT else 0
