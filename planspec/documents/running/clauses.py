"""A paragraph to sentences and clauses; what cannot hold a target of its own is masked.

The plain text that the other files search has exactly as many characters as the paragraph, so that offsets in one
are offsets in the other. Widths and dashes are folded; in it no digit and no mark is left of titles (《…》), short
quotations (“4×4”) and brackets. A bracket that may hold targets of its own is read by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

MASK: Final = "\ue000"
"""Stands for a character that is there but says nothing."""

_FOLDED: Final = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, "—–‒―‐‑−－～~〜∼"), "-"),
    **dict(zip(map(ord, "\u3000\xa0\t﹪〔〕【】•・∕"), "   %[][]··/", strict=True)),
}

_QUOTES: Final = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉", '"': '"'}
_LONGEST_QUOTE: Final = 40
"""A longer quotation is running text in quotes, or its closing mark is missing."""
_SHORTEST_SHARE: Final = 6
"""A quotation with a per cent sign and at least so many characters may state a target."""
_LONGEST_CLAUSE: Final = 600
"""What has no comma for so long is no sentence; leaving it out bounds the work."""

_SAYS_NOTHING: Final = re.compile(r"[0-9、,;:。.!?%]")
_RESPONSIBILITY: Final = re.compile(
    r"牵头|责任单位|配合单位|按职[责能]|[局委办]等?(?:分别)?负责|单位[::]|时限[::]"
)
_IN_UNIT: Final = re.compile(r"[家场人户台套件批个处]\([次套个处家]\)|/\([一-龥·]{1,5}\)|.\(含\)")
"""A bracket within a unit or a limit: 家(次), 元/(人·月), (含)以上."""
_SENTENCE: Final = re.compile(r"[^。;!?\n]+")
_COMMA: Final = re.compile(r",(?![0-9]{3}(?![0-9]))|(?<![0-9]),|(?<![0-9]):|:(?![0-9])|  +")


class Span(NamedTuple):
    """A range of the paragraph."""

    start: int
    end: int


class Plain(NamedTuple):
    """A paragraph's plain text, and the ranges inside its brackets."""

    text: str
    asides: tuple[Span, ...]


def plain(text: str) -> Plain:
    """Return the text in one width and without what cannot hold a target."""
    folded = text.translate(_FOLDED)
    chars = list(folded)
    _mask_quotes(folded, chars)
    asides = tuple(_mask_brackets(folded, chars))
    return Plain("".join(chars), asides)


def _mask_quotes(folded: str, chars: list[str]) -> None:
    start, closing = -1, ""
    for index, char in enumerate(folded):
        if start >= 0 and char == closing:
            _mask_quote(folded, chars, start, index)
            start = -1
        elif char in _QUOTES and (start < 0 or char == "《" or index - start > _LONGEST_QUOTE):
            start, closing = index, _QUOTES[char]
        elif start >= 0 and index - start > _LONGEST_QUOTE:
            start = -1


def _mask_quote(folded: str, chars: list[str], start: int, end: int) -> None:
    inside = folded[start + 1 : end]
    if folded[start] in "《〈":
        chars[start + 1 : end] = MASK * len(inside)
    elif "%" not in inside or len(inside) < _SHORTEST_SHARE:
        chars[start + 1 : end] = _SAYS_NOTHING.sub(MASK, inside)


def _mask_brackets(folded: str, chars: list[str]) -> Iterator[Span]:
    depth = start = 0
    for index, char in enumerate(folded):
        if char == "(":
            if depth == 0:
                start = index
            depth += 1
        elif char == ")" and depth:
            depth -= 1
            if depth == 0 and not _IN_UNIT.fullmatch(folded, start - 1, index + 1):
                inside = Span(start + 1, index)
                if not _RESPONSIBILITY.search(folded, *inside):
                    yield inside
                chars[start : index + 1] = MASK * (index + 1 - start)
    if depth and _RESPONSIBILITY.search(folded, start + 1):
        chars[start:] = MASK * (len(folded) - start)


def sentences(text: str) -> Iterator[Span]:
    """Yield the sentences of plain text."""
    for match in _SENTENCE.finditer(text):
        yield Span(*match.span())


def clauses(text: str, sentence: Span) -> Iterator[Span]:
    """Yield the clauses of a sentence: what stands between commas, colons and wide gaps."""
    start = sentence.start
    for match in _COMMA.finditer(text, sentence.start, sentence.end):
        if 0 < match.start() - start <= _LONGEST_CLAUSE:
            yield Span(start, match.start())
        start = match.end()
    if 0 < sentence.end - start <= _LONGEST_CLAUSE:
        yield Span(start, sentence.end)
