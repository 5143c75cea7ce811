"""What plans take for granted: jurisdictions, official units and their roles, indicators, programmes and themes.

    registry = builtin()                                  # or builtin().extended(["registry.yaml"])
    registry.units_of("430522").resolve("县发展和改革局")   # Unit(canonical="县发改局", role="development-and-reform", ...)
    registry.indicator("全县GDP增速")                      # Indicator(id="gross-regional-product", ...)
    superior("430522")                                    # Jurisdiction("430500", "邵阳市", Level.CITY, "邵阳")

Importing reads no data; each table is read when it is first asked.
"""

from __future__ import annotations

from .bodies import Bodies, Body, BodyEntry, Role
from .errors import RegistryError
from .indicators import DIMENSIONS, Direction, Indicator, IndicatorEntry, Indicators, Measure, Named
from .jurisdictions import Jurisdiction, chain, jurisdiction, jurisdictions_named, short_name, superior
from .levels import Level
from .programmes import Action, Programme, Programmes, Theme, count_in_name
from .registry import Registry, builtin
from .units import Kind, LocalUnit, Unit, Units

__all__ = [
    "DIMENSIONS",
    "Action",
    "Bodies",
    "Body",
    "BodyEntry",
    "Direction",
    "Indicator",
    "IndicatorEntry",
    "Indicators",
    "Jurisdiction",
    "Kind",
    "Level",
    "LocalUnit",
    "Measure",
    "Named",
    "Programme",
    "Programmes",
    "Registry",
    "RegistryError",
    "Role",
    "Theme",
    "Unit",
    "Units",
    "builtin",
    "chain",
    "count_in_name",
    "indicator",
    "jurisdiction",
    "jurisdictions_named",
    "normalise",
    "programme",
    "short_name",
    "superior",
    "theme_of",
]


def indicator(name: str) -> Indicator | None:
    """The shipped indicator of this name, however it is written; None if it is unknown."""
    return builtin().indicator(name)


def normalise(name: str) -> str:
    """The canonical name of a shipped indicator; an unknown name less 全市, 增速, quotes, brackets and spaces."""
    return builtin().normalise(name)


def programme(name: str) -> Programme | None:
    """The shipped programme of this name, None if it is unknown."""
    return builtin().programme(name)


def theme_of(title: str) -> str | None:
    """The theme that an action's title tells, None if it tells none or several."""
    return builtin().theme_of(title)
