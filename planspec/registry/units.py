"""What a plan calls its units, and which body each name means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

import msgspec

from . import wording
from .bodies import Bodies, Body, builtin_bodies
from .levels import Level
from .places import Places

_SPACE: Final = re.compile(r"\s+")
_HALF_WIDTH: Final = str.maketrans("（），／", "(),/")
_EDGES: Final = "、,，。;；:："
_SECOND_NAME: Final = re.compile(r"(?P<name>[^()]+)\([^()]*\)")
_ZONE_ENDING: Final = re.compile("(?:管委会|管理委员会|党工委|人民政府|政府|办事处)$")
_LONGEST_PLACE: Final = 14
_LEVEL_WORDS: Final = "市州县区旗盟"
_OWN_HEADS: Final = {"省长", "市长", "州长", "盟长", "县长", "区长", "旗长", "专员", "主席", "秘书长"}


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
    alias: bool
    """Whether it was written otherwise than `canonical`."""
    vertical: bool = False
    """Answers to a higher level (customs, taxation, the central bank): at home in every level's plan."""
    roles: tuple[str, ...] = ()
    """All its roles, the main one first: 县科工局 has industry-and-information and science-and-technology."""
    holder: str = ""
    """Of a position: the key of the body whose post it is."""


class LocalUnit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A body that the plan itself declares under `units:`."""

    role: str = ""
    aliases: tuple[str, ...] = ()


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
        """Args:

        level: the tier of the plan's jurisdiction.
        place_names: full names of the plan's place and of those above, each with its tier:
            {"新邵县": Level.COUNTY, "邵阳市": Level.CITY, "湖南省": Level.PROVINCE}.
        local: the plan's own `units:` section.
        bodies: the national table; the one that planspec ships unless given.
        """
        self.level = level
        self._places = Places(level, place_names)
        self._bodies = bodies or builtin_bodies()
        self._local: dict[str, tuple[str, LocalUnit]] = {}
        for name, unit in (local or {}).items():
            for form in (name, *unit.aliases):
                self._local.setdefault(_tidy(form), (name, unit))
        self._seen: dict[str, Unit | None] = {}

    def resolve(self, name: str) -> Unit | None:
        """The unit that this name means in this plan, None if nothing of that name is known."""
        try:
            return self._seen[name]
        except KeyError:
            unit = self._seen[name] = self._read(name)
            return unit

    def of_another_level(self, unit: Unit) -> bool:
        """Whether the unit belongs to another tier's plan: 市发改委 in a county's, 县发改局 in a city's.

        Never so for bodies that a higher level sends, for other places' governments and zones, and for towns.
        """
        return (
            unit.kind is Kind.BODY
            and not unit.vertical
            and unit.level not in (None, Level.TOWN, self.level)
            and unit.role not in ("government", "party-committee", "development-zone")
        )

    def suggest(self, name: str) -> str | None:
        """What an unknown name may be a slip for, None if nothing is near: 县发政局 → 县发改局.

        Names that ran together are parted: 县科工局县卫健局 → 县科工局、县卫健局.
        """
        from difflib import SequenceMatcher

        tidy = _tidy(name)
        if row := self._run_together(tidy):
            return "、".join(row)
        nearest, best = None, (0.7, 0)
        for candidate in self._candidates(tidy):
            matcher = SequenceMatcher(None, candidate, tidy, autojunk=False)
            if matcher.real_quick_ratio() >= best[0] and matcher.quick_ratio() >= best[0]:
                # Between equals the name that starts the same is the likelier: 卫建局 is 卫健局, not 住建局.
                likeness = (matcher.ratio(), _same_start(candidate, tidy))
                if likeness > best:
                    nearest, best = candidate, likeness
        return nearest

    def _read(self, written: str) -> Unit | None:
        name = _tidy(written)
        if not name:
            return None
        unit = self._known(name) or self._several(name)
        if unit is None and (second := _SECOND_NAME.fullmatch(name)):
            name = second["name"]
            unit = self._known(name) or self._several(name)
        unit = unit or self._elsewhere(name) or self._worded(name)
        if unit is None:
            return None
        alias = unit.canonical != written
        return unit if unit.alias == alias else msgspec.structs.replace(unit, alias=alias)

    def _known(self, name: str) -> Unit | None:
        return self._of_plan(name) or self._prefixed(name) or self._unprefixed(name) or self._sent(name)

    def _of_plan(self, name: str) -> Unit | None:
        found = self._local.get(name) or self._local.get(_ZONE_ENDING.sub("", name))
        if found is None:
            return None
        canonical, local = found
        roles = (local.role,) if local.role else ()
        return Unit(f"local/{canonical}", canonical, local.role, self.level, Kind.LOCAL, False, roles=roles)

    def _prefixed(self, name: str) -> Unit | None:
        name = name.removeprefix("中共")
        for prefix in self._places.prefixes:
            if name.startswith(prefix):
                rest = name[len(prefix) :]
                tier = self._places.level_of(prefix) or self.level
                if rest:
                    body = self._body(rest)
                else:
                    body = self._bodies.table.get("government") if prefix == self._places.full(tier) else None
                if body:
                    return self._at(body, tier)
        return None

    def _unprefixed(self, name: str) -> Unit | None:
        if len(name) < 2:
            return None
        body = self._bodies.by_stem.get(name)
        if body is None and len(name) >= 4:
            body = self._bodies.by_bare_stem.get(name)
        return self._at(body, self.level) if body else None

    def _sent(self, name: str) -> Unit | None:
        """A name with a place inside: 人民银行岳阳市分行, 市生态环境局新邵分局."""
        strange = None
        for form, sender, place in self._bodies.forms_of(name):
            if sender and self._places.level_of(sender) is None and not self._places.elsewhere(sender):
                continue
            tier = self._places.level_of(place, form.level) or self._inner(place, form.level)
            if tier is not None:
                return self._at(form.body, tier)
            if form.body.entry.vertical and strange is None:
                strange = self._abroad(form.body, self._within(place), None, name)
        return strange

    def _elsewhere(self, name: str) -> Unit | None:
        """A body of a place outside the plan's own line, known to the code table: 平江县人民政府 in 岳阳市's plan."""
        for end in range(2, min(len(name), _LONGEST_PLACE) + 1):
            whole = end == len(name)
            body = (
                self._bodies.table.get("government")
                if whole and name[-1] in _LEVEL_WORDS
                else self._body(name[end:])
            )
            if body and (found := self._places.elsewhere(name[:end])):
                place, tier = found
                return self._abroad(body, place, tier, place + body.called(tier, name[end - 1]))
        return None

    def _several(self, name: str) -> Unit | None:
        """A name for more than one: everybody knows which (各乡镇), or nobody does (各有关部门)."""
        if wording.vague(name):
            return Unit(f"vague/{name}", name, "", None, Kind.VAGUE, False)
        if found := wording.collective(name):
            return Unit(
                f"collective/{found.core}",
                name,
                found.role,
                None,
                Kind.COLLECTIVE,
                False,
                roles=_roles(found.role),
            )
        return None

    def _worded(self, name: str) -> Unit | None:
        """A post, or a body that only the form of its name tells."""
        if wording.is_work_group(name):
            return None
        if position := wording.post(name):
            return self._post(position)
        if (found := wording.generic(name)) and not self._run_together(name):
            core = self._own_word(found.core)
            tier = Level.TOWN if found.role in ("town", "street") else None
            return Unit(
                f"{found.role}/{core}", core, found.role, tier, Kind.GENERIC, False, roles=_roles(found.role)
            )
        return None

    def _post(self, position: wording.Post) -> Unit | None:
        holder = self.resolve(position.body) if position.body else None
        if position.body and holder is None:
            return None
        tier = holder.level if holder else self.level
        key = holder.key if holder else ""
        if not holder and (head := next((word for word in _OWN_HEADS if position.title.endswith(word)), "")):
            tier = self._places.level_of(head[0]) or self.level
            key = f"government@{tier}"
        canonical = (holder.canonical if holder else "") + position.title
        return Unit(f"{key}#{position.title}", canonical, "", tier, Kind.POSITION, False, holder=key)

    def _run_together(self, name: str) -> list[str]:
        """The names that were written without a mark between them: 县科工局县卫健局; empty if it is not such a row."""
        for end in range(len(name) - 2, 2, -1):
            head, rest = name[:end], name[end:]
            if self._named_whole(head):
                if self._named_whole(rest):
                    return [head, rest]
                if more := self._run_together(rest):
                    return [head, *more]
        return []

    def _named_whole(self, name: str) -> bool:
        """Whether it is a known body's name with its place, so that it can't be a part of a longer name."""
        if name in self._local:
            return True
        for prefix in self._places.prefixes:
            if name.startswith(prefix) and self._body(name[len(prefix) :]):
                return True
        sent = self._sent(name)
        return sent is not None and sent.level is not None

    def _body(self, rest: str) -> Body | None:
        """The body of a name without its place; 县委 and 县政府 may stand between."""
        stems = self._bodies.by_stem
        if body := stems.get(rest):
            return body
        for organ, marks in (("party", ("委",)), ("government", ("人民政府", "政府"))):
            for mark in marks:
                if rest.startswith(mark):
                    body = stems.get(rest[len(mark) :])
                    if body and body.entry.organ in (organ, "either"):
                        return body
        return self._bodies.by_bare_stem.get(rest)

    def _inner(self, place: str, preferred: Level | None) -> Level | None:
        """The tier of a place written with those above before it: 湘西吉首."""
        inner = self._within(place)
        return self._places.level_of(inner, preferred) if inner != place else None

    def _within(self, place: str) -> str:
        for prefix in self._places.prefixes:
            if len(prefix) > 1 and place.startswith(prefix) and len(place) - len(prefix) > 1:
                return place[len(prefix) :]
        return place

    def _at(self, body: Body, tier: Level) -> Unit:
        return Unit(
            f"{body.id}@{tier}",
            self._canonical(body, tier),
            body.roles[0],
            tier,
            Kind.BODY,
            False,
            body.entry.vertical,
            body.roles,
        )

    def _abroad(self, body: Body, place: str, tier: Level | None, canonical: str) -> Unit:
        return Unit(
            f"{body.id}@{place}",
            canonical,
            body.roles[0],
            tier,
            Kind.BODY,
            False,
            body.entry.vertical,
            body.roles,
        )

    def _canonical(self, body: Body, tier: Level) -> str:
        places = self._places
        word = places.word(tier)
        called = body.called(tier, word)
        if "{" not in called:
            return word + ("委" if body.entry.organ == "party" else "") + called
        slots = {
            "from": places.sender(tier),
            "place": places.full(tier),
            "short": places.short(tier),
            "level": word,
        }
        return called.format_map(slots)

    def _own_word(self, name: str) -> str:
        """The plan's own full name before a name as its level word: 新邵县人民医院 is 县人民医院."""
        own = self._places.full(self.level)
        return (
            self._places.word(self.level) + name[len(own) :]
            if own and name.startswith(own) and name != own
            else name
        )

    def _candidates(self, name: str) -> Iterable[str]:
        """Names that this one might have been meant to be: of about its length, with its place or the plan's own."""
        yield from self._local
        prefix = next((p for p in self._places.prefixes if name.startswith(p)), "")
        lengths = range(len(name) - 2, len(name) + 3)
        for place in (prefix,) if prefix else (self._places.full(self.level), self._places.word(self.level)):
            marks = ("", "委", "政府") if name[len(place) : len(place) + 1] in ("委", "政") else ("",)
            for mark in marks:
                for stem in self._bodies.by_stem:
                    if len(place) + len(mark) + len(stem) in lengths:
                        yield place + mark + stem


def _tidy(name: str) -> str:
    return _SPACE.sub("", name).translate(_HALF_WIDTH).strip(_EDGES)


def _roles(role: str) -> tuple[str, ...]:
    return (role,) if role else ()


def _same_start(a: str, b: str) -> int:
    same = 0
    for left, right in zip(a, b, strict=False):
        if left != right:
            break
        same += 1
    return same
