"""Places as links: into the new files, and into the old ones where their address is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from planspec.report import Look
    from planspec.report.difference.value import Difference


class Target(NamedTuple):
    """What a link leads to."""

    file: str
    line: int
    base: str


def path_of(file: str, label: str) -> str:
    """Return a file's path without the revision of its side: main:specs/x.yaml → specs/x.yaml."""
    return file.removeprefix(f"{label}:")


def target_of(file: str, line: int, difference: Difference, look: Look, *, old: bool) -> Target | None:
    """Return where a link to a line leads; None where nothing can be linked to.

    A file of a revision is not in the working tree: it has a link only if the address of its side is known.
    """
    label = difference.before if old else difference.after
    path = path_of(file, label)
    base = look.old_links if old else look.links
    if path != file:
        return Target(path, line, base) if base else None
    return Target(path, line, base or look.links)
