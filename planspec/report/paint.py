"""Colours by role, so that one report looks like the next."""

from __future__ import annotations

from functools import cache
from typing import Final

_STYLES: Final = {
    "error": "bold red",
    "warning": "bold yellow",
    "info": "bold cyan",
    "place": "bold",
    "code": "bold",
    "gutter": "blue",
    "related": "blue",
    "dim": "dim",
    "good": "bold green",
    "title": "bold",
}


class Paint:
    """Colours a text by the role it plays; leaves it alone where no colour is wanted."""

    __slots__ = ("_color",)

    def __init__(self, color: bool) -> None:
        self._color = color

    def __call__(self, role: str, text: str) -> str:
        """Return `text` in the colour of `role`."""
        if not self._color or not text:
            return text
        start, stop = _codes(role)
        return f"{start}{text}{stop}"


@cache
def _codes(role: str) -> tuple[str, str]:
    from rich.color import ColorSystem
    from rich.style import Style

    painted = Style.parse(_STYLES[role]).render("\0", color_system=ColorSystem.STANDARD)
    start, _, stop = painted.partition("\0")
    return start, stop
