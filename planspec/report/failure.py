"""Why the job could not be done: what standard error shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planspec.report.cells import visible, wrap
from planspec.report.paint import Paint
from planspec.source.message import Message

if TYPE_CHECKING:
    from planspec.report import Look

_ERROR: Final = Message("错误：", "Error: ")
_HINT: Final = Message("提示：", "Hint: ")


def render(message: Message, hint: Message | None, look: Look) -> str:
    """Return what is wrong and what to do about it."""
    paint, language = Paint(look.color), look.language
    parts = [("error", _ERROR.text(language), message.text(language))]
    if hint is not None:
        parts.append(("info", _HINT.text(language), hint.text(language)))
    lines = []
    for role, mark, said in parts:
        first, *rest = wrap(mark + visible(said), look.width)
        lines.append(paint(role, mark.rstrip()) + first[len(mark.rstrip()) :])
        lines.extend(rest)
    return "".join(line + "\n" for line in lines)
