"""What the stream that a text goes to can show."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Final, TextIO

ELSEWHERE: Final = 100
"""Width of a text that goes to a file or a pipe, unless COLUMNS says otherwise."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """Width in cells, and whether colours are welcome."""

    width: int
    color: bool


def terminal_of(stream: TextIO) -> Terminal:
    """Look at a stream and at NO_COLOR, FORCE_COLOR, TERM and COLUMNS, as rich understands them."""
    try:
        interactive = stream.isatty()
    except ValueError:  # already closed
        interactive = False
    if not interactive and not os.environ.get("FORCE_COLOR"):
        columns = os.environ.get("COLUMNS", "")
        return Terminal(int(columns) if columns.isdecimal() and int(columns) > 0 else ELSEWHERE, False)
    from rich.console import Console

    console = Console(file=stream)
    color = console.color_system is not None and not console.no_color and not console.legacy_windows
    return Terminal(console.width if interactive else ELSEWHERE, color)
