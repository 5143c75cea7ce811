"""The tiers of government."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """A tier of government, by its name in data files; `rank` counts downwards from the nation.

    A prefecture (地级市, 自治州, 地区, 盟) is a CITY, whatever its name; a 县级市 is a COUNTY.
    """

    NATION = "nation"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWN = "town"

    @property
    def rank(self) -> int:
        """0 for the nation, 4 for a town or street."""
        return _RANK[self]

    def above(self, other: Level) -> bool:
        """Whether this tier stands above the other."""
        return self.rank < other.rank


_RANK = {level: rank for rank, level in enumerate(Level)}
