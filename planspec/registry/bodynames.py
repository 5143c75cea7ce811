"""Which official body a whole name means, as a plan of one place writes it: place word, organ, stem."""

from __future__ import annotations

import re
from typing import Final

from .bodies import Bodies, Body
from .levels import Level
from .places import Places
from .unit import Kind, Unit

_SLOT: Final = re.compile(r"\{\w+\}")
_LONGEST_PLACE: Final = 14
_LEVEL_WORDS: Final = "市州县区旗盟"
_GOVERNMENT: Final = "government"
# What may stand between the place and the stem, by the organ it shows: 县委组织部, 市政府外事办.
_BETWEEN: Final = (("委", "party"), ("人民政府", "government"), ("政府", "government"))


class BodyNames:
    """The names of official bodies, read as a plan of one place means them."""

    def __init__(self, places: Places, bodies: Bodies) -> None:
        """Args: the plan's place and those above it; the national table."""
        self.places = places
        self.bodies = bodies

    def read(self, name: str) -> Unit | None:
        """The body of a tidied name: 县发改局, 林业局, 市生态环境局新邵分局; None if there is none."""
        return self.prefixed(name) or self._bare(name) or self._with_place_inside(name)

    def prefixed(self, name: str) -> Unit | None:
        """The body of a name that begins with one of the plan's place words."""
        name = name.removeprefix("中共")
        for prefix in self.places.prefixes:
            if name.startswith(prefix):
                rest = name[len(prefix) :]
                body = self._body(rest) if rest else self._government_of(prefix)
                if body and not body.entry.national:
                    return self._here(body, self._tier(prefix, body, rest))
        return None

    def elsewhere(self, name: str) -> Unit | None:
        """A body of a place outside the plan's line: 平江县人民政府 in 岳阳市's plan."""
        for end in range(2, min(len(name), _LONGEST_PLACE) + 1):
            if end < len(name):
                body = self._body(name[end:])
            else:
                body = self.bodies.table.get(_GOVERNMENT) if name[-1] in _LEVEL_WORDS else None
            if body and not body.entry.national and (found := self.places.elsewhere(name[:end])):
                place, tier = found
                return _unit(body, place, place + body.called(tier, name[end - 1]), tier)
        return None

    def stands_alone(self, name: str) -> bool:
        """Whether the name with its place is a body's, so that it is no part of a longer name."""
        unit = self.prefixed(name) or self._with_place_inside(name)
        return unit is not None and unit.level is not None

    def _bare(self, name: str) -> Unit | None:
        """A name without a place is the plan's own body: 林业局, and 林业 where its ending is left out too."""
        body = (
            (self.bodies.by_stem.get(name) or self.bodies.by_bare_stem.get(name)) if len(name) > 1 else None
        )
        return self._here(body, self.places.level) if body else None

    def _with_place_inside(self, name: str) -> Unit | None:
        """人民银行岳阳市分行, 市生态环境局新邵分局.

        Of a place that is none of the plan's only such bodies are known as a higher level sends.
        """
        strange = None
        for form, sender, place in self.bodies.forms_of(name):
            if sender and self.places.level_of(sender) is None and not self.places.elsewhere(sender):
                continue
            inner = self.places.within(place)
            tier = self.places.level_of(place, form.level) or self.places.level_of(inner, form.level)
            if tier is not None:
                return self._here(form.body, tier)
            if form.body.entry.vertical and strange is None:
                strange = _unit(form.body, inner, name, None)
        return strange

    def _body(self, rest: str) -> Body | None:
        """The body of a name less its place."""
        stems = self.bodies.by_stem
        if body := stems.get(rest):
            return body
        for mark, organ in _BETWEEN:
            if rest.startswith(mark):
                body = stems.get(rest[len(mark) :])
                if body and body.entry.organ in (organ, "either"):
                    return body
        return self.bodies.by_bare_stem.get(rest)

    def _government_of(self, place: str) -> Body | None:
        """新邵县 alone stands for its government; 县 alone for nothing."""
        return self.bodies.table.get(_GOVERNMENT) if self.places.is_full(place) else None

    def _tier(self, prefix: str, body: Body, rest: str) -> Level:
        """The tier of a place word; if two have it (岳阳 in 岳阳县), that which calls the body so."""
        preferred = None
        if self.places.is_shared(prefix):
            tiers = {_SLOT.sub("", called): tier for tier, called in body.entry.at.items()}
            preferred = tiers.get(rest)
        return self.places.level_of(prefix, preferred) or self.places.level

    def _here(self, body: Body, tier: Level) -> Unit:
        return _unit(body, tier, self._canonical(body, tier), tier)

    def _canonical(self, body: Body, tier: Level) -> str:
        places = self.places
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


def _unit(body: Body, scope: str, canonical: str, tier: Level | None) -> Unit:
    if body.entry.national:
        scope, canonical, tier = Level.NATION, body.entry.name, Level.NATION
    vertical = body.entry.vertical or body.entry.national
    return Unit(
        f"{body.id}@{scope}", canonical, body.roles[0], tier, Kind.BODY, vertical=vertical, roles=body.roles
    )
