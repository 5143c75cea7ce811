"""Where the keys of a TOML text stand: `tomllib` tells values only."""

from __future__ import annotations

import re
from typing import Final

_NAME: Final = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_PATH: Final = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*"
_HEADING: Final = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_PATH})[ \t]*\]\]?[ \t]*(?:#.*)?")
_ENTRY: Final = re.compile(rf"[ \t]*({_PATH})[ \t]*=")
_QUOTES: Final = re.compile(r"\"\"\"|'''")


class TomlLines:
    """The line of each key, by the names that lead to it; the tables of a list are numbered from "0"."""

    def __init__(self, text: str) -> None:
        self.found: dict[tuple[str, ...], int] = {}
        self.counts: dict[tuple[str, ...], int] = {}
        table: tuple[str, ...] = ()
        quoted = False
        for number, line in enumerate(text.split("\n"), 1):
            inside = quoted
            if len(_QUOTES.findall(line)) % 2:
                quoted = not quoted
            if inside:
                continue
            heading = _HEADING.fullmatch(line.rstrip("\r"))
            if heading is not None:
                table = self._table(_names(heading[2]), heading[1] == "[[")
                self._note(table, number)
                continue
            entry = _ENTRY.match(line)
            if entry is not None:
                self._note((*table, *_names(entry[1])), number)

    def _table(self, names: tuple[str, ...], begins: bool) -> tuple[str, ...]:
        """Return where a heading leads: below a list of tables, to its last."""
        path: tuple[str, ...] = ()
        for place, name in enumerate(names, 1):
            path = (*path, name)
            if begins and place == len(names):
                self.counts[path] = self.counts.get(path, -1) + 1
            if path in self.counts:
                path = (*path, str(self.counts[path]))
        return path

    def _note(self, path: tuple[str, ...], line: int) -> None:
        for length in range(1, len(path) + 1):
            self.found.setdefault(path[:length], line)

    def line(self, path: tuple[str, ...]) -> int:
        """Return the line of a key, or of what holds it; 1 where neither is found."""
        while path and path not in self.found:
            path = path[:-1]
        return self.found.get(path, 1)


def _names(path: str) -> tuple[str, ...]:
    return tuple(name.strip("\"'") for name in re.findall(_NAME, path))
