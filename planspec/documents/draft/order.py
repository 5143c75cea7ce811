"""The order in which an item's keys are written."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

Data: TypeAlias = "dict[str, Any]"

_ORDER: Final = {
    key: place
    for place, key in enumerate(
        [
            "planspec",
            "action",
            "id",
            "no",
            "theme",
            "annex",
            "title",
            "restates",
            "include",
            "group",
            "heading",
            "jurisdiction",
            "issuer",
            "programme",
            "year",
            "document",
            "issued",
            "status",
            "extent",
            "tier",
            "summary",
            "lead",
            "support",
            "units",
            "leader",
            "open",
            "by",
            "basis",
            "annexes",
            "goals",
            "actions",
            "targets",
            "deliverables",
            "sections",
            "tasks",
            "workgroup",
            "breakdown",
            "organisation",
            "cadence",
            "note",
            "copies_to",
            "source",
        ]
    )
}


def ordered(item: Data) -> Data:
    """Return the item with its keys in the order of the format."""
    return {key: item[key] for key in sorted(item, key=lambda key: _ORDER.get(key, len(_ORDER)))}


def ordered_deep(section: Data) -> Data:
    """Return a section with the keys of all its sections and tasks in the order of the format."""
    for key in ("sections", "tasks"):
        if key in section:
            section[key] = [ordered_deep(below) for below in section[key]]
    return ordered(section)
