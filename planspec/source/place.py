"""A place that a finding can point at: a node, or the key under which it stands."""

from __future__ import annotations

import msgspec

from planspec.source.nodes import Mapping, Node, Scalar, head_span
from planspec.source.span import Span


class Place(msgspec.Struct, frozen=True, eq=False):
    """A node and the range of text that shows it best."""

    node: Node
    span: Span

    @property
    def file(self) -> str:
        """The file as findings name it."""
        return self.node.file.shown


def at(node: Node) -> Place:
    """Point at a value: the whole scalar, or the first line of a container."""
    return Place(node, head_span(node))


def at_key(mapping: Mapping, key: str) -> Place:
    """Point at the key; at the mapping's head where it has no such key."""
    node = mapping.entries.get(key, mapping)
    key_node = mapping.keys.get(key)
    if key_node is None:
        return Place(mapping, mapping.head_span)
    # A merged key stands in another part of the file (or another file): point there.
    return Place(node, key_node.span)


def at_value(mapping: Mapping, *keys: str) -> Place:
    """Point at the value of the first of `keys` that the mapping has; else at the mapping's head."""
    for key in keys:
        node = mapping.entries.get(key)
        if isinstance(node, Scalar) and node.plain is not None:
            return at(node)
        if node is not None:
            return at_key(mapping, key)
    return Place(mapping, mapping.head_span)
