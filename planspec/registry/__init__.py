"""What plans take for granted: jurisdictions, units and their roles, indicators, programmes and themes.

    superior("430522").name                                      # 邵阳市
    registry = builtin()                                         # or builtin().extended(["registry.yaml"])
    registry.units_of("430522").resolve("县发展改革局").canonical  # 县发改局
    registry.indicator("全县GDP增速").name                        # 地区生产总值

Importing reads no data; each table is read when it is first asked.
"""

from __future__ import annotations

from .bodies import Bodies, Body, BodyEntry, Role
from .errors import RegistryError
from .indicators import DIMENSIONS, Direction, Indicator, IndicatorEntry, Indicators, Named
from .jurisdictions import (
    Jurisdiction,
    chain,
    jurisdiction,
    jurisdictions_named,
    short_name,
    subordinates,
    superior,
)
from .levels import Level
from .measures import Measure
from .programmes import Action, Programme, Programmes, Theme, count_in_name
from .registry import Registry, builtin
from .unit import Kind, LocalUnit, Unit
from .units import Units

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
    "subordinates",
    "superior",
    "theme_of",
]


def indicator(name: str) -> Indicator | None:
    """The shipped indicator of this name, however it is written; None if it is unknown."""
    return builtin().indicator(name)


def normalise(name: str) -> str:
    """The canonical name of a shipped indicator; an unknown one less 全市, 增速, quotes, brackets."""
    return builtin().normalise(name)


def programme(name: str) -> Programme | None:
    """The shipped programme of this name, None if it is unknown."""
    return builtin().programme(name)


def theme_of(title: str) -> str | None:
    """The theme that an action's title tells, None if it tells none or several."""
    return builtin().theme_of(title)
