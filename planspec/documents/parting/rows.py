"""Parts that the rows of a table name: the table parts the same matters more finely than the running text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from planspec.documents.outline import Text
from planspec.documents.parting.part import Part, clean, title_of
from planspec.documents.running.subjects import VERBS

_CLAUSE: Final = re.compile(r"[，,、；;。]")
_WITH_AND: Final = re.compile(r"[，,、；;。]|和(?=[\u4e00-\u9fff]{4})")
_WORDS: Final = re.compile(r"[^\u4e00-\u9fff0-9A-Za-z]+")
_ENOUGH: Final = 0.6
"""What share of a row's pairs of characters a clause must have."""
_SHORTEST: Final = 4
_LONGEST: Final = 40


def by_rows(texts: Sequence[Text], rows: Sequence[str]) -> list[Part]:
    """Return the parts of texts that begin with the clauses which repeat rows; [] where fewer than two do.

    Where rows part a sentence at its commas, a further clause with a verb of its own is a part as well.
    """
    named = [(row, _pairs(row)) for row in rows if _SHORTEST <= len(row) <= _LONGEST]
    return _by_rows(texts, named, _CLAUSE) or _by_rows(texts, named, _WITH_AND)


def _by_rows(
    texts: Sequence[Text], named: Sequence[tuple[str, frozenset[str]]], mark: re.Pattern[str]
) -> list[Part]:
    parts: list[Part] = []
    taken: set[str] = set()
    for text in texts:
        start = 0
        for begin, end in _clauses(text.text, mark):
            own = _pairs(text.text[begin:end])
            row = max(
                (row for row, pairs in named if row not in taken and pairs and _share(own, pairs) >= _ENOUGH),
                key=lambda name: _share(own, _pairs(name)),
                default="",
            )
            if not row and not (
                parts and text.text[begin - 1] in "，," and VERBS.match(text.text[begin:end])
            ):
                continue
            taken.add(row)
            if parts:
                _add(text.text[start:begin], text, parts)
                start = begin
            words = text.text[begin:end]
            parts.append(Part(title_of(words), [], begins=words))
        if parts:
            _add(text.text[start:], text, parts)
    named_by_rows = len(taken - {""})
    return parts if named_by_rows > 1 and all(part.texts for part in parts) else []


def _clauses(text: str, mark: re.Pattern[str]) -> list[tuple[int, int]]:
    marks = [match.span() for match in mark.finditer(text)]
    starts = [0, *(end for _, end in marks)]
    return [
        (start, end)
        for start, end in zip(starts, [*(begin for begin, _ in marks), len(text)], strict=True)
        if end > start
    ]


def _add(words: str, text: Text, parts: list[Part]) -> None:
    if clean(words):
        parts[-1].texts.append(Text(clean(words), text.spot))


def _pairs(text: str) -> frozenset[str]:
    plain = _WORDS.sub("", text)
    return frozenset(plain[at : at + 2] for at in range(len(plain) - 1))


def _share(own: frozenset[str], pairs: frozenset[str]) -> float:
    return len(own & pairs) / len(pairs)
