"""The units of one plan: which body each of its names means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import msgspec

from . import wording
from .bodies import Bodies, builtin_bodies
from .bodynames import BodyNames
from .generic import generic
from .levels import Level
from .places import Places
from .posts import Post, post
from .slips import nearest, parted
from .unit import Kind, LocalUnit, Unit

_SPACE: Final = re.compile(r"\s+")
_HALF_WIDTH: Final = str.maketrans("（），／", "(),/")
_EDGES: Final = "、,，。;；:："
_SECOND_NAME: Final = re.compile(r"(?P<name>[^()]+)\([^()]*\)")
_ZONE_ENDING: Final = re.compile("(?:管委会|管理委员会|党工委|人民政府|政府|办事处)$")
_LONGEST: Final = 100
_HEADS_OF_PLACES: Final = ("省长", "市长", "州长", "盟长", "县长", "区长", "旗长")
_AT_HOME_ANYWHERE: Final = ("government", "party-committee", "development-zone")


class Units:
    """The units of one plan: resolves names as that plan's place and level mean them.

    Not safe to share between threads: it remembers what it has resolved.
    """

    def __init__(
        self,
        level: Level,
        place_names: Mapping[str, Level],
        local: Mapping[str, LocalUnit] | None = None,
        bodies: Bodies | None = None,
    ) -> None:
        """What a plan knows of itself.

        level: the tier of the plan's jurisdiction.
        place_names: full names of the plan's place and of those above, each with its tier:
            {"新邵县": Level.COUNTY, "邵阳市": Level.CITY, "湖南省": Level.PROVINCE}.
        local: the plan's own `units:` section.
        bodies: the national table; the one that planspec ships unless given.
        """
        self.level = level
        self._places = Places(level, place_names)
        self._bodies = BodyNames(self._places, bodies or builtin_bodies())
        self._local: dict[str, Unit] = {}
        for name, declared in (local or {}).items():
            unit = _local(name, declared, level)
            for form in (name, *declared.aliases):
                self._local.setdefault(_tidy(form), unit)
        self._seen: dict[str, Unit | None] = {}

    def resolve(self, name: str) -> Unit | None:
        """The unit that this name means in this plan, None if nothing of that name is known."""
        try:
            return self._seen[name]
        except KeyError:
            unit = self._seen[name] = self._read(name)
            return unit

    def of_another_level(self, unit: Unit) -> bool:
        """Whether the unit belongs in another tier's plan: 市发改委 in a county's, 县发改局 in a city's.

        Never so for bodies that a higher level sends, for governments and zones, and for all that is not in
        the national table.
        """
        return (
            unit.kind is Kind.BODY
            and not unit.vertical
            and unit.level not in (None, self.level)
            and unit.role not in _AT_HOME_ANYWHERE
        )

    def suggest(self, name: str) -> str | None:
        """What an unknown name may be a slip for, None if nothing is near: 县发政局 → 县发改局.

        Names that ran together are parted: 县科工局县卫健局 → 县科工局、县卫健局. Takes milliseconds.
        """
        tidy = _tidy(name)
        row = parted(tidy, self._local, self._bodies)
        return "、".join(row) if row else nearest(tidy, self._local, self._bodies)

    def _read(self, written: str) -> Unit | None:
        name = _tidy(written)
        if not name or len(name) > _LONGEST:
            return None
        unit = self._known(name)
        if unit is None and (found := _SECOND_NAME.fullmatch(name)):
            name = found["name"]
            unit = self._known(name)
        unit = unit or self._bodies.elsewhere(name) or self._worded(name)
        if unit is None or unit.canonical == written:
            return unit
        return msgspec.structs.replace(unit, alias=True)

    def _known(self, name: str) -> Unit | None:
        local = self._local.get(name) or self._local.get(_ZONE_ENDING.sub("", name))
        return local or self._bodies.read(name) or _several(name)

    def _worded(self, name: str) -> Unit | None:
        """A post, or a body that only the form of its name tells."""
        if wording.is_work_group(name):
            return None
        if position := post(name):
            return self._post(position)
        found = generic(name)
        if found is None or parted(name, self._local, self._bodies):
            return None
        core = self._places.with_own_word(found.core)
        canonical = core if generic(core) else self._places.with_own_word(name)
        tier = Level.TOWN if found.role in ("town", "street") else None
        return Unit(f"{found.role}/{core}", canonical, found.role, tier, Kind.GENERIC, roles=(found.role,))

    def _post(self, position: Post) -> Unit | None:
        holder = self.resolve(position.body) if position.body else None
        if holder is None and position.body:
            return None
        tier, key, body = self.level, "", ""
        if holder:
            tier, key, body = holder.level or self.level, holder.key, holder.canonical
        elif position.title.endswith(_HEADS_OF_PLACES):
            tier = self._places.level_of(position.title[-2]) or self.level
            key = f"government@{tier}"
        title = position.title
        return Unit(f"{key}#{title}", body + title, "", tier, Kind.POSITION, holder=key)


def _several(name: str) -> Unit | None:
    """A name for more than one: everybody knows which (各乡镇), or nobody does (各有关部门)."""
    if wording.vague(name):
        return Unit(f"vague/{name}", name, "", None, Kind.VAGUE)
    if found := wording.collective(name):
        roles = (found.role,) if found.role else ()
        return Unit(f"collective/{found.core}", name, found.role, None, Kind.COLLECTIVE, roles=roles)
    return None


def _local(name: str, declared: LocalUnit, level: Level) -> Unit:
    roles = (declared.role,) if declared.role else ()
    return Unit(f"local/{name}", name, declared.role, level, Kind.LOCAL, roles=roles)


def _tidy(name: str) -> str:
    return _SPACE.sub("", name).translate(_HALF_WIDTH).strip(_EDGES)
