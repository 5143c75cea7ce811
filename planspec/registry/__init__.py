"""Who and what the names in a plan mean (facade in the making)."""

from __future__ import annotations

import msgspec

from .jurisdictions import chain, jurisdiction
from .levels import Level
from .units import Kind, LocalUnit, Unit, Units


class Indicator(msgspec.Struct, frozen=True):
    id: str
    name: str
    dimension: str = ""
    direction: str = "more"


class Registry:
    def units_for(self, code, local):
        place = jurisdiction(code)
        names = {p.name: p.level for p in chain(code) if p.level is not Level.NATION}
        return Units(
            place.level if place else Level.COUNTY,
            names,
            {k: LocalUnit(role=str(v.get("role") or ""), aliases=tuple(v.get("aliases") or ())) for k, v in local.items()},
        )

    def indicator(self, name):
        return None

    def normalise(self, name):
        return name

    def theme_of(self, title):
        return None

    def extended(self, more):
        return self


_ONE = Registry()


def builtin() -> Registry:
    return _ONE
