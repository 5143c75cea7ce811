"""The values: a unit as resolved, how it came to be known, and a unit that a plan declares itself."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from .levels import Level


class Kind(StrEnum):
    """How a name came to be known."""

    BODY = "body"
    """An official body of the national table."""
    GENERIC = "generic"
    """A town, zone, school, firm ..., told by the form of its name only."""
    LOCAL = "local"
    """A body of the plan's own `units:` section."""
    COLLECTIVE = "collective"
    """A set that everybody can list: 各乡镇(街道)."""
    VAGUE = "vague"
    """Nobody in particular: 各有关部门."""
    POSITION = "position"
    """A post, not a unit: 常务副县长, 县发改局主要负责人."""


class Unit(msgspec.Struct, frozen=True):
    """The body that a name means."""

    key: str
    """The same for every way to write one body in one plan, and different for different bodies."""
    canonical: str
    """The short name that the registry would write: 县发改局, 市发改委, 人民银行岳阳市分行."""
    role: str
    """What it is for (a `Role.id`), comparable across places and levels; empty where no role is known."""
    level: Level | None
    """The tier it works at; None where the name does not tell."""
    kind: Kind
    alias: bool = False
    """Whether it was written otherwise than `canonical`."""
    vertical: bool = False
    """Answers to a higher level (customs, taxation, the central bank): at home in every level's plan."""
    roles: tuple[str, ...] = ()
    """All its roles, the main one first: 县科工局 is industry-and-information and science-and-technology."""
    holder: str = ""
    """Of a position: the key of the body whose post it is."""


class LocalUnit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A body that the plan itself declares under `units:`."""

    role: str = ""
    aliases: tuple[str, ...] = ()
