"""The programmes (data/programmes.yaml), the themes that line their actions up, and counted names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import msgspec

from planspec.source.message import Template

from .errors import RegistryError
from .tables import entries, parse, shipped

TAKEN = Template(zh="名称“{name}”已经用过", en="the name {name} is taken")
NO_THEME = Template(zh="没有主题“{theme}”", en="no theme {theme}")
THEMES = Template(zh="主题有 {themes}", en="themes are {themes}")

_FILE = "programmes.yaml"
_IGNORED = r"[\s“”\"'‘’「」『』《》]"

_DIGITS: Final = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_NUMBER = r"(?P<number>[一二三四五六七八九两]?十[一二三四五六七八九]?|[一二三四五六七八九两]|[0-9]{1,3})"
# What a counted name counts: a measure word and anything, or a noun that takes a number directly (六仗).
_COUNTED = (
    rf"(?<![0-9一二三四五六七八九十百千万第.+×x-]){_NUMBER}"
    r"(?:(?:大(?![批量力型众])|项|条|类|张|场|个(?!百分点|人|月|转))(?=[一-龥]{2})|(?=仗|战役|攻坚|行动|工程|计划|机制|清单|任务|举措))"
)


class Action(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One action of a programme."""

    name: str
    """Without 行动, 仗, 攻坚: 产业培塑."""
    theme: str


class Programme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A yearly frame that a government sets up and those below issue plans under."""

    year: int
    count: int
    """How many actions its name promises."""
    name: str = ""
    jurisdiction: str = ""
    """GB/T 2260 code of the government that set it up."""
    document: str = ""
    aliases: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()


class Theme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an action is about, the same in every programme."""

    name: str
    words: tuple[str, ...] = ()
    """Words that tell the theme in the title of an action that no known programme has."""


class Programmes:
    """All programmes and themes, found by name."""

    def __init__(
        self, table: Mapping[str, Programme], themes: Mapping[str, Theme], file: str = _FILE
    ) -> None:
        """Raises RegistryError if an action has an unknown theme or two programmes share a name."""
        self.table = table
        self.themes = themes
        self._by_name: dict[str, Programme] = {}
        self._actions: dict[str, str] = {}
        for name, programme in table.items():
            for form in (name, *programme.aliases):
                if self._by_name.setdefault(_tidy(form), programme) is not programme:
                    raise RegistryError(file, f"programmes.{name}", TAKEN(name=form))
            for action in programme.actions:
                if action.theme not in themes:
                    raise RegistryError(
                        file,
                        f"programmes.{name}.actions",
                        NO_THEME(theme=action.theme),
                        THEMES(themes=", ".join(themes)),
                    )
                self._actions[action.name] = action.theme

    def find(self, name: str) -> Programme | None:
        """The programme of this name (quotes do not matter), None if it is unknown."""
        return self._by_name.get(_tidy(name))

    def theme_of(self, title: str) -> str | None:
        """The theme of an action's title: of the action it names, or of its words if they agree."""
        tidy = _tidy(title)
        named = {theme for action, theme in self._actions.items() if action in tidy}
        if not named:
            named = {id for id, theme in self.themes.items() if any(word in tidy for word in theme.words)}
        return named.pop() if len(named) == 1 else None

    def extended(
        self, programmes: Mapping[str, Programme], themes: Mapping[str, Theme], file: str
    ) -> Programmes:
        """These and more; an entry with a known name replaces it."""
        return Programmes({**self.table, **_named(programmes)}, {**self.themes, **themes}, file)


@cache
def builtin_programmes() -> Programmes:
    """The programmes that planspec ships, read once."""
    return programmes_of(parse(shipped(_FILE), _FILE), _FILE)


def programmes_of(table: Mapping[str, Any], file: str) -> Programmes:
    """The programmes and themes of one table on its own."""
    return Programmes(
        _named(entries(table, "programmes", Programme, file)), entries(table, "themes", Theme, file), file
    )


def count_in_name(name: str) -> int | None:
    """The number that a name states: 七大攻坚 → 7, 九大产业链 → 9, “六仗” → 6; None for 十四五 or 1+3+X."""
    found = re.search(_COUNTED, _tidy(name))
    return _value(found["number"]) if found else None


def _value(number: str) -> int:
    if number.isascii():
        return int(number)
    if "十" in number:
        tens, _, ones = number.partition("十")
        return 10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0)
    return _DIGITS[number]


def _named(programmes: Mapping[str, Programme]) -> dict[str, Programme]:
    return {name: msgspec.structs.replace(programme, name=name) for name, programme in programmes.items()}


def _tidy(name: str) -> str:
    return re.sub(_IGNORED, "", name)
