"""The plan's own place and those above it, and places that a text names: by which words they are known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from planspec.registry import Jurisdiction, Level, chain, jurisdictions_named

LEVELS: Final = "省市县区州旗盟"
_LONGEST_NAME: Final = 15
_OTHER_WORD: Final = {
    "省": "(?![级内属])",
    "市": "(?![场民容域内级直井郊政区县州委])",
    "县": "(?![域级乡城区内市])",
    "区": "(?![域位块间内外划别分片段级县])",
    "州": "",
    "旗": "(?![舰帜])",
}
"""What may follow where the level word belongs to another word: 湖南市场, 新邵区域."""
_LEVEL_WORD: Final = re.compile("|".join(word + other for word, other in _OTHER_WORD.items()))
_AUTONOMOUS: Final = {"州": "自治州", "县": "自治县", "旗": "自治旗", "区": "自治区"}


class Here:
    """The plan's own place and the level words of it and of those above."""

    def __init__(self, code: str) -> None:
        self.places = [place for place in chain(code) if place.level is not Level.NATION]

    @property
    def own(self) -> Jurisdiction:
        """The plan's own place."""
        return self.places[0]

    @property
    def word(self) -> str:
        """Its level word: 县 for 新邵县 and for 城步苗族自治县."""
        return self.own.name[-1]

    @property
    def above(self) -> frozenset[str]:
        """The level words of the places above, its own excepted."""
        return frozenset(place.name[-1] for place in self.places[1:]) - {self.word}

    @property
    def province(self) -> str:
        """The level word of the province, "" for a province's own plan."""
        return next((p.name[-1] for p in self.places[1:] if p.level is Level.PROVINCE), "")

    def holds(self, place: Jurisdiction) -> bool:
        """Whether a place lies within the plan's own."""
        code = self.own.code
        bare = code[:2] if self.own.level is Level.PROVINCE else code[:4]
        return self.own.level is not Level.COUNTY and place.code.startswith(bare)


def stranger_before(title: str, here: Here) -> str:
    """Return the place with which a title begins if it is neither the plan's own nor within it, else ""."""
    named = ""
    while found := _leading(title[len(named) :]):
        name, places = found
        if here.own in places or any(here.holds(place) for place in places):
            return ""
        if named and not any(place in here.places for place in places):
            break
        named += name
        if not any(place in here.places for place in places):
            break
    return "" if title.startswith(here.own.short, len(named)) else named


def _leading(text: str) -> tuple[str, tuple[Jurisdiction, ...]] | None:
    """Return the longest full name of a place with which a text begins; of two characters, a 县 alone has one."""
    for end in range(min(len(text), _LONGEST_NAME), 1, -1):
        if end == 2 and text[1] != "县":
            break  # 城区, 矿区: names of places in other cities, and words
        if text[end - 1] in LEVELS and (places := jurisdictions_named(text[:end])):
            return text[:end], places
    return None


def no_places(here: Here) -> dict[str, set[str]]:
    """Return, by the short name of each of the plan's places, the level words that make no place of it."""
    wrong: dict[str, set[str]] = {}
    for place in here.places:
        if len(place.short) > 1 and place.short != place.name:
            wrong.setdefault(place.short, set()).update(_wrong_words(place))
    return wrong


def level_word(text: str, start: int) -> str:
    """Return the level word that stands at a place of a text, "" where it belongs to another word."""
    found = _LEVEL_WORD.match(text, start)
    return found[0] if found else ""


def _wrong_words(place: Jurisdiction) -> Iterator[str]:
    for word in _OTHER_WORD:
        usual = _AUTONOMOUS.get(word)  # 湘西州, 城步县: the usual short forms
        if jurisdictions_named(place.short + word) or (usual and place.name.endswith(usual)):
            continue
        if word == "市" and place.short.endswith("城"):  # 新城市, 东城市: part of 城市
            continue
        yield word
