"""Fields that no comparison knows: x- keys, and values of a type that the schema does not allow."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Mapping as MappingOf
from typing import Any, Final

from planspec.diff.frame import Ends, Frame
from planspec.diff.record import Spot
from planspec.source.nodes import Mapping, Node, Plain, Sequence
from planspec.source.place import at, at_value

_MOST: Final = 50
"""Differences of one item that are listed."""


def compare_rest(
    frame: Frame,
    ends: Ends,
    known: Collection[str],
    before: MappingOf[str, Plain] | None = None,
    after: MappingOf[str, Plain] | None = None,
) -> None:
    """Say every difference between two mappings in the keys that are not `known`."""
    old = {
        key: value
        for key, value in (ends.old.plain if before is None else before).items()
        if key not in known
    }
    new = {
        key: value for key, value in (ends.new.plain if after is None else after).items() if key not in known
    }
    if old == new:
        return
    for path, one, other in _differences(old, new)[:_MOST]:
        code = "field-added" if one is None else "field-removed" if other is None else "field-changed"
        name = ".".join(map(str, path))
        frame.record.add(
            code, ends.thing, f"{ends.name}/{name}" if ends.name else name,
            _spot(ends.old, path, one, ends, old=True), _spot(ends.new, path, other, ends, old=False), ends.match,
        )  # fmt: skip


def _differences(
    old: dict[str, Plain], new: dict[str, Plain]
) -> list[tuple[tuple[str | int, ...], Any, Any]]:
    """Return the paths of what differs, with both values (None: absent)."""
    from deepdiff import DeepDiff

    found = DeepDiff(old, new, view="tree", ignore_type_in_groups=[], verbose_level=2)
    differences = []
    for group in found.values():
        for level in group:
            path = tuple(level.path(output_format="list"))
            one, other = (None if _absent(value) else value for value in (level.t1, level.t2))
            differences.append((path, one, other))
    return sorted(differences, key=lambda one: tuple(map(str, one[0])))


def _absent(value: object) -> bool:
    return type(value).__name__ == "NotPresent"


def _spot(mapping: Mapping, path: tuple[str | int, ...], value: Any, ends: Ends, *, old: bool) -> Spot:
    node: Node = mapping
    place = at_value(mapping, str(path[0]) if path else "")
    for step in path:
        child: Node | None = None
        if isinstance(node, Mapping) and isinstance(step, str):
            child = node.entries.get(step)
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            child = node.items[step]
        if child is None:
            break
        node, place = child, at(child)
    return Spot(place, "" if value is None else str(value), ends.before if old else ends.after)
