"""After a syntax error: mend the line where that is plain, else leave out as little as possible.

So one run tells all faults of a file, and a slip in one line does not bring forth others in the
lines that depend on it.
"""

from __future__ import annotations

import re
from typing import Final

from planspec.source.file import SourceFile
from planspec.source.syntax import Slip

_HEAD: Final = re.compile(r"\s*(?:- +)*(?:[^\s#'\"\[{-][^#'\"]*?:(?:\s+|$))?")
_ENTRY: Final = re.compile(r"\s*(?:- |[^\s#'\"\[{-][^#'\"]*?:(?:\s|$))")
_OPENING: Final = frozenset("\"'[{")


class Draft:
    """The text of a file with its broken parts mended or blanked; lines keep their numbers.

    A character that is put in shifts what follows, which the file takes note of, so that places
    are still those of the text as written. A part that is blanked keeps its length.
    """

    def __init__(self, file: SourceFile) -> None:
        self.lines = list(file.lines)
        self._file = file
        self._ends = file.line_ends
        self._misplaced: set[int] = set()

    @property
    def text(self) -> str:
        """The text to be read."""
        return "".join([part for pair in zip(self.lines, self._ends, strict=True) for part in pair])

    def amend(self, slip: Slip) -> bool:
        """Take a slip out of the text; say whether it is news, not a consequence of an earlier one."""
        line = slip.fault.span.start_line
        at = slip.fault.span.start_column - 1
        text = self.lines[line - 1]
        broken = self._file.broken_lines
        news = line not in broken and not (slip.indent and self._below_misplaced(line))
        if slip.mend:
            self.lines[line - 1] = text[:at] + slip.mend + text[at + 1 :]
            if len(slip.mend) > 1:
                self._file.shift(self._offset(line) + at + 1)
            return news
        head = _HEAD.match(text)
        kept = head.end() if head is not None else 0
        if kept > at or not text[kept:].strip(" "):  # the slip lies in the key, or the value is gone already
            kept = 0
        if text[kept:].strip(" "):
            self.lines[line - 1] = text[:kept] + " " * (len(text) - kept)
            if kept and text[at] in _OPENING:
                self._blank_rest(line)
        else:  # nothing stands where the slip seems to be: it cannot be told what is wrong
            self._blank_from(line)
        if line not in broken:
            broken.append(line)
        if slip.indent:
            self._misplaced.add(line)
        return news

    def _blank_rest(self, line: int) -> None:
        """Leave out the further lines of a value whose quote or bracket is open: no entry begins on them."""
        indent = _indent(self.lines[line - 1])
        for below in range(line, len(self.lines)):
            text = self.lines[below]
            if text.strip(" ") and (_indent(text) <= indent or _ENTRY.match(text)):
                return
            self.lines[below] = " " * len(text)
            if below + 1 not in self._file.broken_lines:
                self._file.broken_lines.append(below + 1)

    def _blank_from(self, line: int) -> None:
        """Leave out all that follows; the whole text where nothing follows, so that reading ends."""
        first = line if any(text.strip(" ") for text in self.lines[line - 1 :]) else 1
        self.lines[first - 1 :] = [" " * len(text) for text in self.lines[first - 1 :]]

    def _offset(self, line: int) -> int:
        return sum(map(len, self.lines[: line - 1])) + sum(map(len, self._ends[: line - 1]))

    def _below_misplaced(self, line: int) -> bool:
        """Say whether the line hangs under one that is left out for its indentation."""
        lines = self._file.lines
        indent = _indent(lines[line - 1])
        for above in range(line - 1, 0, -1):
            if not lines[above - 1].strip():
                continue
            if above not in self._misplaced:
                return False
            if _indent(lines[above - 1]) < indent:
                return True
        return False


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))
