"""What the rules on structure share: whether a list was read whole, Chinese numerals, titles made alike."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from planspec.source.nodes import Mapping, Scalar, Sequence
from planspec.source.place import Place, at
from planspec.source.span import Span

_DIGITS: Final = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_NOISE: Final = re.compile(r"[\s“”\"'‘’《》〈〉「」『』·,，、。;；:：.!！?？—－\-]+")


def numeral(text: str) -> int | None:
    """Return the number that digits or characters write, None if they write none: 12, 十二, 一百零三."""
    text = unicodedata.normalize("NFKC", text)
    if text.isascii():
        return int(text) if text.isdigit() and len(text) <= 4 else None
    if not text or any(char not in "〇零一二三四五六七八九十百两" for char in text):
        return None
    hundreds, found, rest = text.partition("百")
    total = 0
    if found:
        total = 100 * (_DIGITS.get(hundreds, 0) or 1)
        rest = rest.removeprefix("零")
    else:
        rest = hundreds
    tens, found, ones = rest.partition("十")
    if found:
        total += 10 * (_DIGITS.get(tens, 0) or 1)
        rest = ones
    if len(rest) > 1 or "百" in rest or "十" in rest:
        return None
    return total + _DIGITS.get(rest, 0)


def same_title(text: str) -> str:
    """Return a title without what is no part of its meaning: widths, quotation marks, spaces, punctuation."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text))


def listed(holder: Mapping, key: str) -> int:
    """Return how many entries the list under `key` has, readable or not."""
    node = holder.entries.get(key)
    return len(node.items) if isinstance(node, Sequence) else 0


def intact(holder: Mapping, opening: str = "") -> bool:
    """Say whether no line within `holder` was left out as broken: what is missing may have stood there.

    With `opening`, an expression, only lines that begin with it count.
    """
    file = holder.file
    if not file.broken_lines:
        return True
    span = holder.span
    # A line that was left out at the very end may have belonged to it as well.
    return not any(
        span.start_line <= line <= span.end_line + 1 and re.match(opening, file.lines[line - 1])
        for line in file.broken_lines
    )


def at_words(node: Scalar, words: str) -> Place:
    """Point at some words of a text; at the whole text where they cannot be found on its line."""
    span = node.span
    before, found, _ = node.file.slice(span).partition(words)
    if not found:
        return at(node)
    start = span.start_column + len(before)
    return Place(node, Span(span.start_line, start, span.start_line, start + len(words)))
