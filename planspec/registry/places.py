"""The place words before a unit's name: 县, 新邵县, 新邵, 邵阳市, 省, as a plan of one place means them.

What 市 means depends on who writes: in 吉首市 (a county-level city) it is the city itself, in 新邵县 the
prefecture above.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from .jurisdictions import jurisdictions_named, short_name
from .levels import Level

# What a bare level word means where the plan's own places do not say otherwise.
_USUAL: Final = {
    "省": Level.PROVINCE,
    "自治区": Level.PROVINCE,
    "市": Level.CITY,
    "州": Level.CITY,
    "自治州": Level.CITY,
    "盟": Level.CITY,
    "地区": Level.CITY,
    "县": Level.COUNTY,
    "区": Level.COUNTY,
    "旗": Level.COUNTY,
    "自治县": Level.COUNTY,
    "自治旗": Level.COUNTY,
}
_USUAL_WORD: Final = {Level.NATION: "国家", Level.PROVINCE: "省", Level.CITY: "市", Level.COUNTY: "县"}


class Places:
    """The words that name a plan's own place and those above it."""

    def __init__(self, level: Level, names: Mapping[str, Level]) -> None:
        """Args: the plan's own tier; the full names of its place and of those above, each with its tier."""
        self.level = level
        nearest_first = sorted(names, key=lambda name: -names[name].rank)
        self._full = {names[name]: name for name in reversed(nearest_first)}
        self._tiers: dict[str, tuple[Level, ...]] = {}
        for at, name in enumerate(nearest_first):
            tier = names[name]
            for word in (name, short_name(name), *_level_words(name)):
                self._add(word, tier)
            line = name
            for above in nearest_first[at + 1 :]:
                line = above + line
                self._add(above + name, tier)
                self._add(line, tier)
        for word, tier in _USUAL.items():
            self._tiers.setdefault(word, (tier,))
        self.prefixes = tuple(sorted(self._tiers, key=len, reverse=True))
        """All place words, the longest first."""

    def _add(self, word: str, tier: Level) -> None:
        known = self._tiers.get(word, ())
        if tier not in known:
            self._tiers[word] = (*known, tier)

    def level_of(self, word: str, preferred: Level | None = None) -> Level | None:
        """The tier that a place word stands for, None if it is not one of this plan's.

        岳阳 in 岳阳县 may be the county or the prefecture: `preferred` decides if it can, else the nearer.
        """
        tiers = self._tiers.get(word)
        if tiers is None:
            return None
        return preferred if preferred in tiers else tiers[0]

    def is_shared(self, word: str) -> bool:
        """Whether places of two tiers have this word: 岳阳 in 岳阳县."""
        return len(self._tiers.get(word, ())) > 1

    def is_full(self, name: str) -> bool:
        """Whether it is the full name of the plan's place or of one above."""
        return name in self._full.values()

    def full(self, tier: Level) -> str:
        """The full name of the plan's place at this tier, or the tier's usual word: 新邵县; 市."""
        return self._full.get(tier) or _USUAL_WORD.get(tier, "")

    def short(self, tier: Level) -> str:
        """The short name at this tier, or the tier's usual word: 新邵; 市."""
        return short_name(self._full[tier]) if tier in self._full else _USUAL_WORD.get(tier, "")

    def word(self, tier: Level) -> str:
        """The level word of this tier: 县, 区, 市, 州, 旗, 自治区."""
        words = _level_words(self._full[tier]) if tier in self._full else ()
        return words[0] if words else _USUAL_WORD.get(tier, "")

    def sender(self, tier: Level) -> str:
        """The level word of the tier above: who sends 市生态环境局新邵分局."""
        above = max((t for t in self._full if t.above(tier)), key=lambda t: t.rank, default=None)
        return self.word(above) if above else "市"

    def within(self, place: str) -> str:
        """A place less those above that stand before it: 湘西乾州 → 乾州."""
        for prefix in self.prefixes:
            if len(prefix) > 1 and place.startswith(prefix) and len(place) - len(prefix) > 1:
                return place[len(prefix) :]
        return place

    def with_own_word(self, name: str) -> str:
        """The plan's own full name before a name as its level word: 新邵县人民医院 → 县人民医院."""
        own = self._full.get(self.level, "")
        return (
            self.word(self.level) + name[len(own) :] if own and name.startswith(own) and name != own else name
        )

    def elsewhere(self, word: str) -> tuple[str, Level] | None:
        """A place of the country by its full or short name, as (full name, tier); None if there is none."""
        found = jurisdictions_named(word)
        return (found[0].name, found[0].level) if found else None


def _level_words(name: str) -> tuple[str, ...]:
    """The level words a place is called by, the usual one first: 县 and 自治县 for 城步苗族自治县."""
    if name.endswith("自治区"):
        return ("自治区", "区")
    if name.endswith(("自治州", "自治县", "自治旗")):
        return (name[-1], name[-3:])
    if name.endswith("地区"):
        return ("地区",)
    return (name[-1],) if name[-1] in "省市州盟县区旗" else ()
