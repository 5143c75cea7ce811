"""Parts that are counted within the text: 一是…二是…, 第一，…第二，…, ①…②…, （1）…（2）…."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from planspec.documents.numbering import to_int
from planspec.documents.outline import Text
from planspec.documents.parting.part import Part, clean, title_of

_HAN: Final = "一二三四五六七八九十"
_AFTER: Final = r"(?:^|(?<=[。；;：:，,！\s）)]))\s*"
_MARKS: Final = (
    re.compile(rf"{_AFTER}(?P<no>(?P<n>[{_HAN}]{{1,3}})(?:是要?|要))(?!否|不)"),
    re.compile(rf"{_AFTER}(?P<no>第(?P<n>[{_HAN}]{{1,3}}))[，,、。：:]"),
    re.compile(rf"{_AFTER}(?P<no>(?P<n>[①-⑳]))"),
    re.compile(rf"{_AFTER}(?P<no>[（(](?P<n>[0-9]{{1,2}})[）)])"),
)
_FEWEST: Final = 2


def enumerated(texts: Sequence[Text]) -> tuple[list[Text], list[Part]]:
    """Return the text before the first counted part, and the parts; without parts where nothing is counted."""
    for mark in _MARKS:
        lead: list[Text] = []
        parts: list[Part] = []
        for text in texts:
            start = 0
            for match in mark.finditer(text.text):
                if to_int(match["n"]) != len(parts) + 1:
                    continue
                _add(text.text[start : match.start()], text, lead, parts)
                parts.append(Part("", [], match["no"]))
                start = match.end()
            _add(text.text[start:], text, lead, parts)
        if len(parts) >= _FEWEST and all(part.texts for part in parts):
            for part in parts:
                part.begins = part.texts[0].text
                part.title = title_of(part.begins)
            return lead, parts
    return list(texts), []


def _add(words: str, text: Text, lead: list[Text], parts: list[Part]) -> None:
    words = words.strip()
    if clean(words):
        (parts[-1].texts if parts else lead).append(Text(words, text.spot))
