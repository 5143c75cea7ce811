"""Edits of a spec's text by its nodes: what lies outside of them stays, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from planspec.model import Plan
from planspec.schema import load_schema
from planspec.source.diagnostic import Edit
from planspec.source.emit import scalar
from planspec.source.file import SourceFile
from planspec.source.nodes import Mapping, Node, Scalar, last_offset
from planspec.source.nodes import Sequence as ListNode

Area: TypeAlias = tuple[str, int, int]
"""Part of a file's text: from one offset to another."""


class UnfitError(Exception):
    """What was picked cannot be edited this way: another place is tried."""


def edit(file: SourceFile, start: int, end: int, text: str) -> Edit:
    """Return the edit that puts a text in the place of another."""
    return Edit(file.shown, file.span(start, end), text)


def write(node: Node, text: str) -> Edit:
    """Give a value another text, quoted as it needs to be."""
    if not isinstance(node, Scalar):
        raise UnfitError
    return edit(node.file, node.start, node.end, scalar(text, flow=_in_flow(node)))


def write_raw(node: Node, text: str) -> Edit:
    """Give a value another text as it stands."""
    return edit(node.file, node.start, last_offset(node), text)


def write_list(mapping: Mapping, key: str, texts: Iterable[str]) -> Edit:
    """Put a list of texts (one: the text alone) under a key that the mapping has."""
    written = [scalar(text, flow=True) for text in texts]
    value = mapping.entries[key]
    if isinstance(value, ListNode) and not value.end:
        raise UnfitError  # a list with dashes
    return write_raw(value, written[0] if len(written) == 1 else f"[{', '.join(written)}]")


def rename(mapping: Mapping, key: str, name: str) -> Edit:
    """Give an entry another key."""
    node = mapping.keys[key]
    return edit(node.file, node.start, node.end, scalar(name, flow=bool(mapping.end)))


def drop(mapping: Mapping, key: str) -> Edit:
    """Take an entry out of a block mapping; the dash of a list's item stays with the entry that follows."""
    file = mapping.file
    keys = list(mapping.keys)
    if mapping.end or len(keys) < 2:
        raise UnfitError
    start = mapping.keys[key].start
    head = _line_start(file, start)
    if file.text[head:start].strip():  # behind a dash
        if key == keys[-1]:
            raise UnfitError
        return edit(file, start, mapping.keys[keys[keys.index(key) + 1]].start, "")
    end = _line_end(file, last_offset(mapping.entries[key]))
    return _cut(file, head, end)


def _cut(file: SourceFile, start: int, end: int) -> Edit:
    """Delete whole lines, the line break before them included."""
    return edit(file, start - 1, end, "") if start else edit(file, 0, end + 1, "")


def insert(mapping: Mapping, text: str, after: str | None = None) -> Edit:
    """Put lines into a block mapping, behind one of its entries, else at its end."""
    file = mapping.file
    if mapping.end:
        raise UnfitError
    end = _line_end(file, last_offset(mapping.entries[after] if after else mapping))
    return edit(file, end, end, _indented(text, column(file, mapping.start)))


def put(mapping: Mapping, kind: str, text: str) -> Edit:
    """Put a new entry into a block mapping, where the format has it; `kind` is what the schema calls the item."""
    schema = load_schema("plan")
    order = list((schema["$defs"][kind] if kind else schema)["properties"])
    earlier = order[: order.index(text.partition(":")[0])]
    before = [key for key in mapping.keys if key in earlier]
    if not before:
        raise UnfitError
    return insert(mapping, text, before[-1])


def add_item(mapping: Mapping, key: str, text: str) -> Edit:
    """Put a text at the end of the list under a key; a single text becomes a list, no key a new entry."""
    value = mapping.entries.get(key)
    written = scalar(text, flow=True)
    if value is None:
        return insert(mapping, f"{key}: [{written}]")
    if isinstance(value, Scalar):
        return edit(value.file, value.start, value.end, f"[{scalar(value.text, flow=True)}, {written}]")
    if not isinstance(value, ListNode) or not value.items:
        raise UnfitError
    if not value.end:
        return add_entry(value, written)
    end = last_offset(value.items[-1])
    return edit(value.file, end, end, f", {written}")


def add_entry(items: Node | None, text: str) -> Edit:
    """Put lines as a new item at the end of a list with dashes."""
    if not isinstance(items, ListNode) or items.end or not items.items:
        raise UnfitError
    end = _line_end(items.file, last_offset(items))
    pad = column(items.file, items.start)
    first, *rest = text.split("\n")
    lines = [f"- {first}", *(f"  {line}" for line in rest)]
    return edit(items.file, end, end, _indented("\n".join(lines), pad))


def drop_item(items: Node | None, index: int) -> Edit:
    """Take an item out of a list."""
    if not isinstance(items, ListNode) or len(items.items) < 2:
        raise UnfitError
    item = items.items[index]
    if not items.end:
        return _cut(items.file, _line_start(items.file, item.start), _line_end(items.file, last_offset(item)))
    if index:
        return edit(items.file, last_offset(items.items[index - 1]), last_offset(item), "")
    return edit(items.file, item.start, items.items[1].start, "")


def column(file: SourceFile, offset: int) -> int:
    """Return how many characters stand before a place on its line."""
    return offset - _line_start(file, offset)


def area(*nodes: Node) -> tuple[Area, ...]:
    """Return the texts of nodes."""
    return tuple((node.file.shown, node.start, last_offset(node)) for node in nodes)


def key_area(mapping: Mapping, *keys: str) -> tuple[Area, ...]:
    """Return the texts of keys with their values."""
    return tuple(
        (mapping.file.shown, mapping.keys[key].start, last_offset(mapping.entries[key]))
        for key in keys
        if key in mapping.keys
    )


def line_area(node: Node) -> tuple[Area, ...]:
    """Return the whole lines on which a node stands."""
    file = node.file
    return ((file.shown, _line_start(file, node.start), _line_end(file, last_offset(node))),)


def items_of(mapping: Mapping, key: str) -> Sequence[Node]:
    """Return the items of the list under a key, or the one value that stands there."""
    value = mapping.entries.get(key)
    if value is None:
        return ()
    return value.items if isinstance(value, ListNode) else (value,)


def values_of(plan: Plan) -> list[tuple[Mapping, str, Scalar]]:
    """Return every single value of the plan that stands under a key of a block mapping, file by file."""
    found: list[tuple[Mapping, str, Scalar]] = []
    todo: list[Node] = [file.root for file in reversed(plan.files) if file.root is not None]
    while todo:
        node = todo.pop()
        if isinstance(node, Mapping):
            if not node.end:
                found += [(node, key, one) for key, one in node.entries.items() if isinstance(one, Scalar)]
            todo.extend(reversed(node.entries.values()))
        elif isinstance(node, ListNode):
            todo.extend(reversed(node.items))
    return found


def mappings_in(plan: Plan) -> list[Mapping]:
    """Return every block mapping of the plan with more than one entry."""
    return list({id(mapping): mapping for mapping, _, _ in values_of(plan) if len(mapping.keys) > 1}.values())


def _in_flow(node: Scalar) -> bool:
    """Say whether a value stands within brackets, by what stands before it on its line."""
    before = node.file.text[_line_start(node.file, node.start) : node.start].rstrip()
    after = node.file.text[node.end : node.end + 1]
    return after in (",", "]", "}") or before.endswith(("[", ",", "{"))


def _indented(text: str, pad: int) -> str:
    return "".join(f"\n{' ' * pad}{line}" if line else "\n" for line in text.split("\n"))


def _line_start(file: SourceFile, offset: int) -> int:
    return file.text.rfind("\n", 0, offset) + 1


def _line_end(file: SourceFile, offset: int) -> int:
    end = file.text.find("\n", offset)
    return len(file.text) if end < 0 else end
