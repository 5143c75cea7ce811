"""Targets out of running text: which indicator, which value phrase, and what is no target at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from planspec import phrase as phrases
from planspec.phrase.responsibility import Known
from planspec.registry import Registry

_CLAUSE: Final = re.compile(r"[^，,。；;！？\n]+")


class FoundTarget(msgspec.Struct, frozen=True):
    """An indicator and its value phrase as the text words them, with the range of the text they stand in."""

    name: str
    value: str
    start: int
    end: int
    scope: str = ""


def find_targets(text: str, registry: Registry, known: Known) -> Iterator[FoundTarget]:
    """Yield the targets of a paragraph in their order."""
    for clause in _CLAUSE.finditer(text):
        words = clause[0].strip()
        if not any(char.isdigit() or char in "％%" for char in words) or len(words) > 80:
            continue
        for at in range(2, len(words)):
            if phrases.parse(words[at:]) is not None and re.search(r"[\u4e00-\u9fff]$", words[:at]):
                start = clause.start() + clause[0].find(words)
                yield FoundTarget(words[:at], words[at:], start + at, start + len(words))
                break
