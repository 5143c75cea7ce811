"""Reading the registry's YAML tables: plain values first, then typed entries; an error names the place."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import msgspec

from .errors import RegistryError

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
Source: TypeAlias = "str | PathLike[str] | Mapping[str, Any]"

T = TypeVar("T")

SECTIONS = ("units", "roles", "indicators", "programmes", "themes")
_DATA = Path(__file__).parent / "data"
_DEEPEST = 8


def shipped(file: str) -> str:
    """The text of one of the data files that come with planspec."""
    return (_DATA / file).read_text(encoding="utf-8")


def read(source: Source) -> tuple[str, Mapping[str, Any]]:
    """One table as (its name for messages, its sections), from a file or from a mapping of the same shape.

    Raises RegistryError if it cannot be read, is not YAML, or has a section that no registry has.
    """
    if isinstance(source, Mapping):
        name, table = "(mapping)", source
    else:
        name = str(source)
        try:
            text = Path(source).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise RegistryError(
                name, "", f"cannot be read: {error}", "the file must exist and be UTF-8"
            ) from error
        table = parse(text, name)
    for section in table:
        if section not in SECTIONS:
            raise RegistryError(name, str(section), "unknown section", f"sections are {', '.join(SECTIONS)}")
    return name, table


def parse(text: str, name: str) -> dict[str, Plain]:
    """YAML text as plain strings, lists and mappings; raises RegistryError at what a table may not hold.

    It reads libyaml's events, in a third of a loader's time: no types are resolved, as msgspec does that.
    """
    from yaml import (
        CBaseLoader,
        MappingEndEvent,
        MappingStartEvent,
        ScalarEvent,
        SequenceEndEvent,
        SequenceStartEvent,
        StreamEndEvent,
        YAMLError,
    )

    loader = CBaseLoader(text)
    following = loader.get_event

    def wrong(event: Any, problem: str) -> RegistryError:
        return RegistryError(
            name, f"line {event.start_mark.line + 1}", problem, "see the tables in planspec/registry/data"
        )

    def value(event: Any, depth: int) -> Plain:
        kind = type(event)
        if kind is ScalarEvent:
            text: str = event.value
            return text
        if depth > _DEEPEST:
            raise wrong(event, "nested too deep")
        if kind is MappingStartEvent:
            mapping: dict[str, Plain] = {}
            while type(key := following()) is not MappingEndEvent:
                if type(key) is not ScalarEvent:
                    raise wrong(key, "a key must be plain text")
                if key.value in mapping:
                    raise wrong(key, f"the key {key.value!r} stands twice")
                mapping[key.value] = value(following(), depth + 1)
            return mapping
        if kind is SequenceStartEvent:
            items: list[Plain] = []
            while type(item := following()) is not SequenceEndEvent:
                items.append(item.value if type(item) is ScalarEvent else value(item, depth + 1))
            return items
        raise wrong(event, "anchors and aliases are not allowed here")

    try:
        following()  # start of the stream
        if type(following()) is StreamEndEvent:
            return {}
        table = value(following(), 0)
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}" if mark else ""
        raise RegistryError(name, place, f"not YAML: {getattr(error, 'problem', None) or error}") from error
    if not isinstance(table, dict):
        raise RegistryError(name, "", "must be a mapping of sections", f"sections are {', '.join(SECTIONS)}")
    return table


def entries(table: Mapping[str, Any], section: str, kind: type[T], name: str) -> dict[str, T]:
    """One section's entries as typed values, by id; raises RegistryError at the first that does not fit."""
    raw = table.get(section) or {}
    if not isinstance(raw, Mapping):
        raise RegistryError(name, section, "must be a mapping from id to entry")
    made: dict[str, T] = {}
    for key, entry in raw.items():
        try:
            made[str(key)] = msgspec.convert(entry, kind, strict=False)
        except msgspec.ValidationError as error:
            problem, _, place = str(error).partition(" - at `")
            inner = place.rpartition("$")[2].rstrip("`")
            raise RegistryError(name, f"{section}.{key}{inner}", problem, _hint(kind)) from error
    return made


def _hint(kind: type[object]) -> str:
    fields = getattr(kind, "__struct_fields__", ())
    return f"an entry may hold {', '.join(fields)}" if fields else ""
