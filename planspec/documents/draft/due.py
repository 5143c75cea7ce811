"""When a task is due, as its text says it: 7月底前建成, 2025年底前完成."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from planspec.documents.outline import Text
from planspec.phrase.deadline import read_deadline
from planspec.phrase.fold import fold

_BEFORE: Final = re.compile(
    r"(?<![每—\-至到~0-9年月])(?:20\d\d年(?:1[0-2]|[1-9])月|20\d\d年|(?:1[0-2]|[1-9])月)(?:\d{1,2}日|[上中]旬)?(?:年?[底末])?前"
    r"(?!已|的|以|后|期|注册|成立|建成的|竣工的)"
)
"""A day before which something is to be; not of each month, the end of a span, or what had been by then."""


def due_in(texts: Sequence[Text], year: int | None) -> str | None:
    """Return the one deadline that a task's own text names; None where it names none, several, or one gone by."""
    found = {match[0] for text in texts for match in _BEFORE.finditer(fold(text.text))}
    if len(found) != 1:
        return None
    (words,) = found
    due = read_deadline(words, year)
    return words if due is not None and (year is None or due.day.year >= year) else None
