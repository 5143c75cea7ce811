"""How far a long run has come: one line on a terminal, gone when the work is done."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from planspec.report import Language

PATIENCE: Final = 0.5
"""Seconds of silence: who waits less needs no meter."""
INTERVAL: Final = 0.1


class Meter:
    """Writes “done of total” over itself; silent for short work."""

    def __init__(self, stream: TextIO, language: Language) -> None:
        self._stream = stream
        self._words = "正在检查方案" if language == "zh" else "Linting plans"
        self._next = monotonic() + PATIENCE
        self._shown = False

    def __call__(self, done: int, total: int) -> None:
        """Say that `done` of `total` plans are done."""
        now = monotonic()
        if now < self._next:
            return
        self._next = now + INTERVAL
        self._shown = True
        self._stream.write(f"\r{self._words} {done}/{total}")
        self._stream.flush()

    def close(self) -> None:
        """Wipe the line."""
        if self._shown:
            self._stream.write("\r\x1b[2K")
            self._stream.flush()
            self._shown = False
