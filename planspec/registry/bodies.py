"""The national table of official bodies (data/units.yaml) and the look-up of a name without its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal, NamedTuple

import msgspec

from planspec.source.message import Message, Template

from .errors import RegistryError
from .levels import Level
from .tables import entries, parse, shipped

TAKEN = Template(zh="名称“{name}”已属于“{id}”", en="the name {name} belongs to {id} already")
TAKEN_HINT = Message(zh="一个名称只能归一个单位", en="give each name to one body")
NO_ROLE = Template(zh="没有职能“{role}”", en="no role {role}")
NO_ROLE_HINT = Message(
    zh="请写已有单位的代号，或在 roles 中补上这一职能", en="use another unit's id, or add it under roles:"
)
NO_NAME = Message(zh="名称（name）和词干（stems）都没有写", en="has neither a name nor stems")
NO_NAME_HINT = Message(zh="请写明单位叫什么", en="say what the body is called")

Organ = Literal["government", "party", "either"]

_NAME = "units.yaml"
_SLOT = re.compile(r"\{\w+\}")


class Role(NamedTuple):
    """What a body is for, the same in every place and at every level: development-and-reform, 发展和改革."""

    id: str
    name: str


class BodyEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry under `units:`; the head of data/units.yaml tells what each field means."""

    name: str = ""
    stems: tuple[str, ...] = ()
    endings: tuple[str, ...] = ("局",)
    at: dict[Level, str] = {}
    aliases: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    organ: Organ = "government"
    vertical: bool = False
    national: bool = False


class Body(msgspec.Struct, frozen=True):
    """An official body as every place may have one."""

    id: str
    entry: BodyEntry
    roles: tuple[str, ...]
    """Its roles, the main one first."""

    def called(self, level: Level, level_word: str) -> str:
        """Its canonical name at this level, less the place (发改局) or with a slot for it ({short}海关)."""
        entry = self.entry
        if level in entry.at:
            return entry.at[level]
        if "厅" in entry.endings and level_word in ("省", "自治区"):
            return entry.stems[0] + "厅"
        return entry.name or entry.stems[0] + entry.endings[0]

    def stems(self) -> Iterator[str]:
        """Every way to write it without its place (forms with a place inside left out)."""
        entry = self.entry
        for name in (entry.name, *entry.at.values(), *entry.aliases):
            if name and "{" not in name:
                yield name
        for stem in entry.stems:
            for ending in entry.endings:
                yield stem + ending

    def forms(self) -> Iterator[tuple[str, Level | None]]:
        """Every form with a place inside, with the level that the entry gives it, if any."""
        for level, form in self.entry.at.items():
            if "{" in form:
                yield form, level
        for form in (self.entry.name, *self.entry.forms):
            if "{" in form:
                yield form, None


class Form(NamedTuple):
    """A name with a place inside: [sender] `before` place `after`."""

    body: Body
    level: Level | None
    """The level that the entry gives this form, if any."""
    sent: bool
    before: str
    after: str

    def match(self, name: str) -> tuple[str, str] | None:
        """(sender, place) if the name has this form; the sender may be empty, the place not."""
        if not name.endswith(self.after):
            return None
        at = name.find(self.before) if self.sent else 0 if name.startswith(self.before) else -1
        place = name[at + len(self.before) : len(name) - len(self.after)]
        return (name[:at], place) if at >= 0 and place else None


class Bodies:
    """All bodies, found by the name without its place."""

    def __init__(self, table: Mapping[str, Body], roles: Mapping[str, Role], file: str = _NAME) -> None:
        """Raises RegistryError if two bodies claim one name, or a body has a role that is not defined."""
        self.table = table
        self.roles = roles
        self.by_stem: dict[str, Body] = {}
        self.by_bare_stem: dict[str, Body] = {}
        self._forms: dict[str, list[Form]] = {}
        for body in table.values():
            self._check_roles(body, file)
            for stem in body.stems():
                self._claim(self.by_stem, stem, body, file)
            for stem in body.entry.stems:
                self._claim(self.by_bare_stem, stem, body, file)
            for form, level in body.forms():
                self._forms.setdefault(form[-1], []).append(_form(form, body, level))

    def extended(self, entries: Mapping[str, BodyEntry], roles: Mapping[str, str], file: str) -> Bodies:
        """These and more; an entry with a known id adds names to it and replaces what else it states."""
        known = {id: body.entry for id, body in self.table.items()}
        table = dict(self.table)
        for id, entry in entries.items():
            table[id] = _body(id, _merged(known[id], entry) if id in known else entry, file)
        return Bodies(table, _roles(table, roles, self.roles), file)

    def forms_of(self, name: str) -> Iterator[tuple[Form, str, str]]:
        """Every (form, sender, place) that a name with a place inside may be read as."""
        for form in self._forms.get(name[-1:], ()):
            if found := form.match(name):
                yield form, *found

    @staticmethod
    def _claim(index: dict[str, Body], name: str, body: Body, file: str) -> None:
        first = index.setdefault(name, body)
        if first.id != body.id:
            raise RegistryError(
                file,
                f"units.{body.id}",
                TAKEN(name=name, id=first.id),
                TAKEN_HINT,
            )

    def _check_roles(self, body: Body, file: str) -> None:
        for role in body.roles:
            if role not in self.roles:
                raise RegistryError(
                    file,
                    f"units.{body.id}.roles",
                    NO_ROLE(role=role),
                    NO_ROLE_HINT,
                )


@cache
def builtin_bodies() -> Bodies:
    """The bodies that planspec ships, read once."""
    table = parse(shipped(_NAME), _NAME)
    return bodies_of(table, _NAME)


def bodies_of(table: Mapping[str, Any], file: str) -> Bodies:
    """The bodies of one table on its own."""
    bodies = {id: _body(id, entry, file) for id, entry in entries(table, "units", BodyEntry, file).items()}
    return Bodies(bodies, _roles(bodies, entries(table, "roles", str, file)), file)


def _body(id: str, entry: BodyEntry, file: str) -> Body:
    if not entry.name and not entry.stems:
        raise RegistryError(file, f"units.{id}", NO_NAME, NO_NAME_HINT)
    return Body(id, entry, entry.roles or (id,))


def _roles(
    bodies: Mapping[str, Body], named: Mapping[str, str], known: Mapping[str, Role] | None = None
) -> dict[str, Role]:
    roles = {**(known or {}), **{id: Role(id, name) for id, name in named.items()}}
    for id, body in bodies.items():
        roles.setdefault(id, Role(id, _title(body.entry)))
    return roles


def _title(entry: BodyEntry) -> str:
    if entry.stems:
        return max(entry.stems, key=len)
    name = entry.name if "{" not in entry.name else entry.aliases[-1]
    return name.removeprefix("委")


def _merged(old: BodyEntry, new: BodyEntry) -> BodyEntry:
    plain = BodyEntry()
    changes: dict[str, Any] = {
        field: getattr(new, field)
        for field in new.__struct_fields__
        if getattr(new, field) != getattr(plain, field)
    }
    for listed in ("stems", "aliases", "forms"):
        changes[listed] = tuple(dict.fromkeys((*getattr(old, listed), *getattr(new, listed))))
    changes["at"] = {**old.at, **new.at}
    return msgspec.structs.replace(old, **changes)


def _form(form: str, body: Body, level: Level | None) -> Form:
    pieces = _SLOT.split(form)
    sent = form.startswith("{from}")
    before, after = pieces[1:] if sent else pieces
    return Form(body, level, sent, before, after)
