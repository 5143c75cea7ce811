"""Reading the registry's YAML tables: plain values first, then typed entries; an error names the place."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import msgspec

from planspec.source.message import Message, Template

from .errors import RegistryError

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
Source: TypeAlias = "str | PathLike[str] | Mapping[str, Any]"

T = TypeVar("T")

SECTIONS = ("units", "roles", "indicators", "programmes", "themes")
_DATA = Path(__file__).parent / "data"
_DEEPEST = 8

UNREADABLE = Template(zh="无法读取（{reason}）", en="cannot be read: {reason}")
UNREADABLE_HINT = Message(
    zh="请检查文件是否存在、是否以 UTF-8 编码保存", en="the file must exist and be UTF-8"
)
UNKNOWN_SECTION = Message(zh="名录文件没有这一部分", en="unknown section")
SECTIONS_HINT = Message(
    zh=f"名录文件的各部分是 {'、'.join(SECTIONS)}", en=f"sections are {', '.join(SECTIONS)}"
)
NO_SECTIONS = Message(zh="整个文件应当是一组“键: 值”，键是各部分的名称", en="must be a mapping of sections")
NO_ENTRIES = Message(zh="这一部分应当是一组“代号: 条目”", en="must be a mapping from id to entry")
TOO_DEEP = Message(zh="层次太多", en="nested too deep")
KEY_NOT_TEXT = Message(zh="冒号前面应当是文字", en="a key must be plain text")
KEY_TWICE = Template(zh="键“{key}”写了两次", en="the key “{key}” stands twice")
ALIAS = Message(zh="名录文件里不能用 & 和 * 引用", en="anchors and aliases are not allowed here")
NOT_YAML = Template(zh="不是正确的 YAML（{reason}）", en="not YAML: {reason}")
WRONG_VALUE = Template(zh="写法不对（{reason}）", en="{reason}")
FIELDS = Template(zh="每个条目可以写 {fields}", en="an entry may hold {fields}")


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
            raise RegistryError(name, "", UNREADABLE(reason=error), UNREADABLE_HINT) from error
        table = parse(text, name)
    for section in table:
        if section not in SECTIONS:
            raise RegistryError(name, str(section), UNKNOWN_SECTION, SECTIONS_HINT)
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

    def wrong(event: Any, problem: Message) -> RegistryError:
        return RegistryError(name, f"line {event.start_mark.line + 1}", problem)

    def value(event: Any, depth: int) -> Plain:
        kind = type(event)
        if kind is ScalarEvent:
            text: str = event.value
            return text
        if depth > _DEEPEST:
            raise wrong(event, TOO_DEEP)
        if kind is MappingStartEvent:
            mapping: dict[str, Plain] = {}
            while type(key := following()) is not MappingEndEvent:
                if type(key) is not ScalarEvent:
                    raise wrong(key, KEY_NOT_TEXT)
                if key.value in mapping:
                    raise wrong(key, KEY_TWICE(key=key.value))
                mapping[key.value] = value(following(), depth + 1)
            return mapping
        if kind is SequenceStartEvent:
            items: list[Plain] = []
            while type(item := following()) is not SequenceEndEvent:
                items.append(item.value if type(item) is ScalarEvent else value(item, depth + 1))
            return items
        raise wrong(event, ALIAS)

    try:
        following()  # start of the stream
        if type(following()) is StreamEndEvent:
            return {}
        table = value(following(), 0)
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}" if mark else ""
        raise RegistryError(name, place, NOT_YAML(reason=getattr(error, "problem", None) or error)) from error
    if not isinstance(table, dict):
        raise RegistryError(name, "", NO_SECTIONS, SECTIONS_HINT)
    return table


def entries(table: Mapping[str, Any], section: str, kind: type[T], name: str) -> dict[str, T]:
    """One section's entries as typed values, by id; raises RegistryError at the first that does not fit."""
    raw = table.get(section) or {}
    if not isinstance(raw, Mapping):
        raise RegistryError(name, section, NO_ENTRIES)
    made: dict[str, T] = {}
    for key, entry in raw.items():
        try:
            made[str(key)] = msgspec.convert(entry, kind, strict=False)
        except msgspec.ValidationError as error:
            problem, _, place = str(error).partition(" - at `")
            inner = place.rpartition("$")[2].rstrip("`")
            raise RegistryError(
                name, f"{section}.{key}{inner}", WRONG_VALUE(reason=problem), _hint(kind)
            ) from error
    return made


def _hint(kind: type[object]) -> Message | None:
    fields = getattr(kind, "__struct_fields__", ())
    return FIELDS(fields=", ".join(fields)) if fields else None
