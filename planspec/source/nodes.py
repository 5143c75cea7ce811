"""YAML nodes: values that know where they stand.

A node keeps two offsets into the text and turns them into lines and columns only when asked,
because most nodes are never spoken of. Each container also carries `plain`, the same content as
ordinary Python values, for libraries that want those (JSON Schema validation).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from planspec.source.span import Span

if TYPE_CHECKING:
    from planspec.source.file import SourceFile

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"


class Scalar(msgspec.Struct, eq=False, gc=False):
    """A single value: text, number, boolean or null."""

    plain: str | int | float | bool | None
    start: int
    end: int
    file: SourceFile

    @property
    def text(self) -> str:
        """The value as text, "" for null."""
        value = self.plain
        if isinstance(value, str):
            return value
        if value is None:
            return ""
        return self.file.slice(self.span) or str(value)

    @property
    def span(self) -> Span:
        """The range of the value, quotes included."""
        return self.file.span(self.start, self.end)


class Mapping(msgspec.Struct, eq=False):
    """Keys and values in their order; `keys` holds the key nodes."""

    entries: dict[str, Node]
    keys: dict[str, Scalar]
    plain: dict[str, Plain]
    start: int
    end: int
    file: SourceFile

    @property
    def span(self) -> Span:
        """From the first key to the end of the last value (trailing blank lines excluded)."""
        return self.file.span(self.start, last_offset(self))

    def key_span(self, key: str) -> Span:
        """The range of the key itself; the mapping's own where it has no such key."""
        node = self.keys.get(key)
        return node.span if node is not None else self.head_span

    @property
    def head_span(self) -> Span:
        """The first key: where to point at when the mapping as a whole is meant."""
        for node in self.keys.values():
            if node.start < self.start:  # all keys come from elsewhere by a merge
                return self.file.span(self.start, self.start + len("<<"))
            return node.span
        return self.span


class Sequence(msgspec.Struct, eq=False):
    """Items in their order."""

    items: list[Node]
    plain: list[Plain]
    start: int
    end: int
    file: SourceFile

    @property
    def span(self) -> Span:
        """From the first dash or bracket to the end of the last item."""
        return self.file.span(self.start, last_offset(self))

    @property
    def head_span(self) -> Span:
        """The same as `span` for a flow sequence, else the first item's first line."""
        span = self.span
        if span.start_line == span.end_line:
            return span
        return Span(
            span.start_line, span.start_column, span.start_line, self.file.line_length(span.start_line) + 1
        )


Node: TypeAlias = Scalar | Mapping | Sequence


def head_span(node: Node) -> Span:
    """Return where to point at when `node` as a whole is meant: one line, never a whole block."""
    if isinstance(node, Scalar):
        span = node.span
        if span.start_line == span.end_line:
            return span
        return Span(
            span.start_line, span.start_column, span.start_line, node.file.line_length(span.start_line) + 1
        )
    return node.head_span


def last_offset(node: Node) -> int:
    """Return where the text of `node` ends.

    A block collection ends, for libyaml, where the next token begins; what a reader takes for its
    end is the end of its last value. `end` is 0 for those.
    """
    while not isinstance(node, Scalar):
        if node.end:
            return node.end
        children: Iterable[Node] = node.entries.values() if isinstance(node, Mapping) else node.items
        last = max((c for c in children if c.file is node.file), key=lambda c: c.start, default=None)
        if last is None or last.start < node.start:
            return node.start
        node = last
    return node.end
