"""What no fix may alter: figures, dates, names of places and persons, words of obligation.

The content of a plan before and after a fix is compared: its keys and values, not its comments and layout.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Final, TypeAlias

from planspec.phrase.words import BOUNDS, FIRMNESS, LIMITS, any_of, listed
from planspec.registry.placenames import place_names
from planspec.source.nodes import Plain

Piece: TypeAlias = tuple[str, bool]
"""A key or value as text, and whether it names persons."""
Content: TypeAlias = Counter[Piece]

_PERSONS: Final = frozenset({"leader", "head", "convenor", "deputies"})
_NOTATION: Final = frozenset({"id"})
"""Keys whose value belongs to the spec, not to the document."""

_NUMERAL: Final = "0-9一二两三四五六七八九十百千万亿零〇半"
_FIGURE: Final = re.compile(rf"[{_NUMERAL}](?:[{_NUMERAL}.,:/年月日-]*[{_NUMERAL}年月日%‰])?[%‰]?")
"""A number or a date in one piece, so that 3月5日 is not 5月3日."""
_DASHES: Final = str.maketrans(dict.fromkeys("‐‑–—―−~", "-"))
_MODALS: Final = listed(
    "不得 应当 严禁 禁止 不准 不许 务求 原则上 一律 鼓励 允许 可以 达到 实现 完成 保持 控制"
)
_DUTIES: Final = re.compile(any_of((*FIRMNESS, *BOUNDS, *LIMITS, *_MODALS)))
_GAPS: Final = re.compile(r"[\s、,，;；]+")


def content_of(plains: Iterable[Plain]) -> Content:
    """Return the keys and values of files, each with how often it stands there."""
    found: Content = Counter()
    todo: list[tuple[Plain, str]] = [(plain, "") for plain in plains]
    while todo:
        value, key = todo.pop()
        if isinstance(value, dict):
            found.update((name, False) for name in value)
            todo.extend((child, name) for name, child in value.items())
        elif isinstance(value, list):
            todo.extend((child, key) for child in value)
        elif value is not None and key not in _NOTATION:
            found[str(value), key in _PERSONS] += 1
    return found


def kept_words(text: str) -> Counter[str]:
    """Return the figures, dates, places and words of obligation of a text; width and dashes do not tell them apart."""
    text = unicodedata.normalize("NFKC", text)
    found = Counter(_FIGURE.findall(text.translate(_DASHES)))
    found.update(_DUTIES.findall(text))
    found.update(place_names(text))
    return found


def alters(before: Content, after: Content, *, safe: bool) -> bool:
    """Say whether a fix changed what none may change.

    A safe fix keeps each such word as often as it stood there. One that is not may delete a key or value that
    stands elsewhere, too.
    """
    removed, added = before - after, after - before
    if safe:
        return _words(removed) != _words(added)
    lost = Counter({piece: count for piece, count in removed.items() if piece not in after})
    return not set(_words(lost)) <= set(_words(added)) <= set(_words(removed))


def _words(content: Content) -> Counter[str]:
    found: Counter[str] = Counter()
    for (text, is_person), count in content.items():
        words = kept_words(text)
        if is_person:
            words.update(f"person {name}" for name in _GAPS.split(text) if name)
        for word in words:
            words[word] *= count
        found.update(words)
    return found
