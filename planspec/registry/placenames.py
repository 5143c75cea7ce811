"""The places that a text names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .bodies import builtin_bodies
from .jurisdictions import jurisdictions_named

_SHORTEST: Final = 2
_LONGEST: Final = 16
"""Characters that are looked at together; the longest name of a place has 15."""


def place_names(text: str) -> Iterator[str]:
    """Every place of the country that the text names, in full or short (新邵县, 新邵), the longest at each point.

    The name of a body is read as a whole: 资源 in 人力资源和社会保障局 is no place. Other words that are a place's
    short name (通道, 和平) are taken for it.
    """
    bodies = builtin_bodies()
    at = 0
    while at < len(text) - 1:
        step = 1
        for end in range(min(len(text), at + _LONGEST), at + _SHORTEST - 1, -1):
            word = text[at:end]
            is_place = bool(jurisdictions_named(word))
            if is_place or word in bodies.by_stem or word in bodies.by_bare_stem:
                if is_place:
                    yield word
                step = end - at
                break
        at += step
