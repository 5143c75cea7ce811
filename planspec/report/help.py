"""Help pages of the command line, laid out by cells so that Chinese and English line up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from planspec.report.cells import pad, width_of, wrap

_COLUMN: Final = 26
"""Widest first column; a longer entry gets a line of its own."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its rows: what is written, what it does."""

    heading: str
    rows: Sequence[tuple[str, str]]


def page(usage: str, about: str, sections: Sequence[Section], epilog: str, width: int) -> str:
    """Return a help page."""
    blocks = [wrap(usage, width)]
    blocks.extend(wrap(paragraph, width) for paragraph in about.split("\n\n") if paragraph)
    blocks.extend([part.heading, *_table(part.rows, width)] for part in sections if part.rows)
    if epilog:
        blocks.append(epilog.splitlines())
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _table(rows: Sequence[tuple[str, str]], width: int) -> list[str]:
    column = min(max(width_of(name) for name, _ in rows), _COLUMN)
    room = max(width - column - 4, 20)
    lines: list[str] = []
    for name, meaning in rows:
        said = wrap(meaning, room)
        if width_of(name) > column:
            lines.append(f"  {name}")
        else:
            lines.append(f"  {pad(name, column)}  {said.pop(0)}".rstrip())
        lines.extend(f"  {' ' * column}  {line}" for line in said)
    return lines
