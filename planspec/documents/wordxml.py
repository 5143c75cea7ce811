"""What all readers of a Word file's XML share: names without their namespace, and properties that are on or off."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@lru_cache(maxsize=2048)
def _bare(tag: str) -> str:
    return tag.rpartition("}")[2]


def local(element: Element) -> str:
    """Return an element's name without its namespace: transitional and strict files differ only there."""
    tag = element.tag
    return _bare(tag) if isinstance(tag, str) else ""


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of that name."""
    if element is not None:
        for one in element:
            if local(one) == name:
                return one
    return None


def attribute(element: Element | None, name: str = "val") -> str | None:
    """Return an attribute by its name without namespace."""
    if element is not None:
        for key, value in element.attrib.items():
            if _bare(str(key)) == name:
                return str(value)
    return None


def value(element: Element | None, name: str) -> str | None:
    """Return `val` of the child of that name, None where there is no such child."""
    return attribute(child(element, name))


def number(element: Element | None, name: str) -> int | None:
    """Return `val` of the child of that name as a number, None where it is none."""
    text = value(element, name)
    if text is None or len(text) > 9 or not text.removeprefix("-").isdecimal():
        return None
    return int(text)


def is_on(element: Element | None, name: str) -> bool:
    """Say whether a property such as <w:vanish/> stands there and is not switched off."""
    one = child(element, name)
    return one is not None and (attribute(one) or "true") not in ("0", "false", "off", "none")
