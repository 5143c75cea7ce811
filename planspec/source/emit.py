"""Plain values to YAML text in the one style that specs have.

Block mappings, two spaces; a list of short texts in brackets as long as it fits the width, wrapped where it does
not; a list of mappings with dashes. A text is quoted only where it must be: where YAML (1.1 or 1.2) would read something
else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias
from unicodedata import east_asian_width

import msgspec

from planspec.source.nodes import Plain

WIDTH: Final = 110
"""Columns after which a list in brackets is wrapped; a Chinese character has two."""

_SHORT: Final = 16
"""Characters up to which the texts of a wrapped list stay in brackets."""

Path: TypeAlias = tuple[str | int, ...]

_UNSAFE_START: Final = frozenset("-?:,[]{}#&*!|>'\"%@`~=<")
_UNSEEN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that YAML has no place for as they are."""
_UNSAFE_ANY: Final = re.compile(r": |\s#|:$|[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_OTHER_TYPE: Final = re.compile(
    r"(?:~|null|true|false|yes|no|on|off|y|n"
    r"|[-+]?[0-9][0-9_,]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?|[-+]?\.[0-9_]+|[-+]?\.inf|\.nan"
    r"|0[xob][0-9a-f_]+|[-+]?[0-9]+(?::[0-9]{1,2})+(?:\.[0-9]*)?)",
    re.I,
)
_FLOW_UNSAFE: Final = re.compile(r"[,\[\]{}]")


class Comment(msgspec.Struct, frozen=True):
    """Comments that belong to an entry: whole lines above it, and one at the end of its line."""

    above: tuple[str, ...] = ()
    beside: str = ""


NO_COMMENT: Final = Comment()


def emit(
    value: Plain,
    comments: Mapping[Path, Comment] | None = None,
    top: Sequence[str] = (),
    end: Sequence[str] = (),
) -> str:
    """Return a mapping or list as YAML text with a final line end.

    `comments` are put beside the entry at each path; `top` and `end` are comment lines before and after
    everything.
    """
    writer = _Writer(comments or {})
    writer.lines.extend(top)
    if isinstance(value, dict):
        writer.mapping(value, 0, ())
    elif isinstance(value, list):
        writer.sequence(value, 0, ())
    else:
        writer.lines.append(scalar(value))
    writer.lines.extend(end)
    return "\n".join(writer.lines) + "\n"


def scalar(value: str | int | float | bool | None, flow: bool = False) -> str:
    """Return one value as YAML, quoted where it must be; `flow`: inside brackets."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return repr(value)
    if not value:
        return '""'
    if (
        value[0] in _UNSAFE_START
        or value != value.strip()
        or _UNSAFE_ANY.search(value)
        or _OTHER_TYPE.fullmatch(value)
        or (flow and _FLOW_UNSAFE.search(value))
    ):
        return _quoted(value)
    return value


def _quoted(value: str) -> str:
    if _UNSEEN.search(value):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
        escaped = _UNSEEN.sub(lambda m: f"\\u{ord(m[0]):04x}", escaped)
        return f'"{escaped}"'
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


class _Writer:
    def __init__(self, comments: Mapping[Path, Comment]) -> None:
        self.comments = comments
        self.lines: list[str] = []

    def mapping(self, value: Mapping[str, Plain], indent: int, path: Path, first: str = "") -> None:
        """Write the entries; `first` stands before the first one (the dash of a list item)."""
        if not value:
            self.lines.append(f"{' ' * indent}{first}{{}}")
            return
        for key, child in value.items():
            self.entry(key, child, indent, (*path, key), first)
            if first:
                indent += len(first)
                first = ""

    def entry(self, key: str, child: Plain, indent: int, path: Path, first: str) -> None:
        comment = self.comments.get(path, NO_COMMENT)
        pad = " " * indent
        self.lines.extend(f"{pad}{line}" for line in comment.above)
        beside = f"  {comment.beside}" if comment.beside else ""
        head = f"{pad}{first}{key if key == 'no' else scalar(key)}:"
        inner = indent + len(first)
        if isinstance(child, dict):
            if not child:
                self.lines.append(f"{head} {{}}{beside}")
                return
            self.lines.append(head + beside)
            self.mapping(child, inner + 2, path)
        elif isinstance(child, list):
            if _plain_list(child, head) and not self.has_comments(path):
                self.brackets(head, child, inner, beside)
            elif not child:
                self.lines.append(f"{head} []{beside}")
            else:
                self.lines.append(head + beside)
                self.sequence(child, inner + 2, path)
        else:
            # A number as issued is text: quoted, so that no tool takes it for a figure.
            text = _quoted(child) if key == "no" and isinstance(child, str) and child else scalar(child)
            self.lines.append(f"{head} {text}{beside}")

    def sequence(self, items: Sequence[Plain], indent: int, path: Path) -> None:
        pad = " " * indent
        for index, item in enumerate(items):
            where = (*path, index)
            comment = self.comments.get(where, NO_COMMENT)
            self.lines.extend(f"{pad}{line}" for line in comment.above)
            beside = f"  {comment.beside}" if comment.beside else ""
            if isinstance(item, dict):
                self.mapping(item, indent, where, "- ")
            elif isinstance(item, list):
                self.lines.append(f"{pad}- {flow(item)}{beside}")
            else:
                self.lines.append(f"{pad}- {scalar(item)}{beside}")

    def brackets(self, head: str, items: Sequence[Plain], indent: int, beside: str) -> None:
        """Write a list in brackets, wrapped at the width."""
        texts = [scalar(item, True) for item in items if not isinstance(item, dict | list)]
        line = f"{head} ["
        for position, text in enumerate(texts):
            piece = text + ("," if position + 1 < len(texts) else "]")
            space = "" if line.endswith("[") else " "
            if columns(line + space + piece) > WIDTH and not line.endswith("["):
                self.lines.append(line)
                line, space = " " * (indent + 2), ""
            line += space + piece
        self.lines.append(line + ("]" if not texts else "") + beside)

    def has_comments(self, path: Path) -> bool:
        return any(len(where) > len(path) and where[: len(path)] == path for where in self.comments)


def flow(value: Plain) -> str:
    """Return a value on one line, with brackets and braces."""
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{scalar(key, True)}: {flow(child)}' for key, child in value.items())}}}"
    return scalar(value, True)


def _plain_list(items: Sequence[Plain], head: str) -> bool:
    """Say whether a list is written in brackets: it fits the line, or its texts are as short as units' names."""
    if not items or any(isinstance(item, dict | list) for item in items):
        return False
    texts = [scalar(item, True) for item in items if not isinstance(item, dict | list)]
    if columns(f"{head} [{', '.join(texts)}]") <= WIDTH:
        return True
    return all(len(text) <= _SHORT for text in texts)


def columns(text: str) -> int:
    """Return the number of terminal columns a text takes."""
    return len(text) + sum(1 for char in text if east_asian_width(char) in "WF")
