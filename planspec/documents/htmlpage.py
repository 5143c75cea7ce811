"""A web page as bytes to a tree, and which part of the tree is the document's text."""

from __future__ import annotations

import codecs
import re
from collections.abc import Container, Iterator, Sequence
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final

from planspec.documents.limits import MAX_CHARACTERS, MAX_ELEMENTS, too_complex, too_deep, too_long

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CHARSET: Final = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE
)
_XML_ENCODING: Final = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_-]{2,20})""")
_CHINESE: Final = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030"}
_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_WIDE: Final = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-7")

SILENT: Final = frozenset(
    ("script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "head", "select", "button",
     "input", "textarea", "option", "audio", "video", "map", "link", "meta", "xml", "title")
)  # fmt: skip
"""Elements that show no text of a document."""
_ASIDE: Final = frozenset(("nav", "footer", "aside"))
_RUNS: Final = frozenset(("p", "span", "font", "b", "strong", "table", "tbody", "tr", "ul", "ol"))
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FURNITURE: Final = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|(?:bread)?crumbs?|position|location|(?:bs|bd)?share\w*|foot(?:er)?|side(?:bar)?|tool(?:bar|s)?"
    r"|copyright|qr(?:code)?|ewm|erweima|relat\w*|recommend|pager|paging|prevnext|pre_?next|print|font-?size|weixin|wechat|hot|rank)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SHARE: Final = 0.8
"""The part of the page's words that its text has at least."""
_SHORT_ASIDE: Final = 1500
"""Characters up to which something named like furniture is furniture."""


def decode_page(data: bytes) -> str:
    """Return a page's text: by its byte order mark, as UTF-8 where it is that, else by its own word (meta charset).

    A page that was saved anew often still claims the encoding that it had.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) if codec == "utf-8" else 0 :].decode(codec, "replace")
    named = _XML_ENCODING.search(data[:4096]) or _CHARSET.search(data[:4096])
    own = named[1].decode("ascii").lower() if named is not None else "utf-8"
    for codec in ("utf-8", _CHINESE.get(own, own), "gb18030"):
        try:
            if codecs.lookup(codec).name not in _WIDE:
                return data.decode(codec)
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("gb18030" if own in _CHINESE else "utf-8", "replace")


class Page:
    """A page's tree: how many words each element has, and which elements are none of the document's text.

    `weights` counts characters that are no links; `asides` gives hidden elements and furniture with the reason.
    """

    def __init__(self, text: str, name: str) -> None:
        """Read the tree; raises PlanspecError where there is more than a document can have."""
        from lxml import etree

        parser = etree.HTMLParser(
            encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
        )
        self.root: Element | None
        try:
            self.root = etree.fromstring(text.replace("\x00", "").encode("utf-8", "replace"), parser)
        except etree.LxmlError:
            self.root = None
        if any(one.type_name == "ERR_RESOURCE_LIMIT" for one in parser.error_log):
            raise too_deep(name)
        self.weights: dict[Element, int] = {}
        self.asides: dict[Element, str] = {}
        if self.root is not None:
            self._weigh(self.root, name)

    def _weigh(self, root: Element, name: str) -> None:
        if next(islice(root.iter(), MAX_ELEMENTS, None), None) is not None:
            raise too_complex(name)
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        raw = _weights(elements, {})
        if raw[root] > MAX_CHARACTERS:
            raise too_long(name)
        most = min(raw[root] // 2, _SHORT_ASIDE)
        for element in elements:
            tag = element.tag
            if tag in SILENT:
                self.asides[element] = "script"
            elif _is_hidden(element):
                self.asides[element] = "hidden"
            elif (raw[element] <= most or tag == "nav") and (tag in _ASIDE or _named_furniture(element)):
                self.asides[element] = "navigation"
        self.weights = _weights(elements, self.asides)

    def main(self) -> Element | None:
        """Return the innermost element that has nearly all words of the page."""
        if self.root is None:
            return None
        body = self.root.find(".//body")
        at: Element = body if body is not None else self.root
        whole = self.weights.get(at, 0)
        while whole:
            heavy = next((child for child in at if self.weights.get(child, 0) >= _SHARE * whole), None)
            if heavy is None or heavy.tag in _RUNS:
                break
            at = heavy
        return at

    def before(self, main: Element) -> Iterator[Element]:
        """Yield the elements of the page that stand before its text."""
        chain = [*reversed([*main.iterancestors()]), main]
        for parent, child in pairwise(chain):
            for element in parent:
                if element is child:
                    break
                if isinstance(element.tag, str):
                    yield element

    def after(self, main: Element) -> Iterator[Element]:
        """Yield the elements of the page that stand after its text."""
        for place in (main, *main.iterancestors()):
            for element in place.itersiblings():
                if isinstance(element.tag, str):
                    yield element


def _weights(elements: Sequence[Element], asides: Container[Element]) -> dict[Element, int]:
    """Return for each element its characters that are no links, those of asides left out."""
    weights = dict.fromkeys(elements, 0)
    for element in reversed(elements):
        tag = element.tag
        if tag in SILENT or tag == "a" or element in asides:
            weights[element] = 0
        else:
            weights[element] += len((element.text or "").strip())
        parent = element.getparent()
        if parent is not None and parent in weights:
            weights[parent] += weights[element] + len((element.tail or "").strip())
    return weights


def _is_hidden(element: Element) -> bool:
    style = element.get("style")
    return "hidden" in element.attrib or (style is not None and _HIDDEN.search(style) is not None)


def _named_furniture(element: Element) -> bool:
    for key in ("class", "id"):
        value = element.get(key)
        if value and len(value) < 200 and _FURNITURE.search(value):
            return True
    return False
