"""The number at the start of a paragraph: what kind it is, which ordinal, and where the text begins.

Official documents number by GB/T 9704: 一、 then （一） then 1. then （1）; chapters and circled numbers occur too.
Reading is generous: half- or full-width brackets and dots, 、 or ． after an Arabic number.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import Final

import msgspec

_DIGITS: Final = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_HAN: Final = "〇零一二三四五六七八九十百"
HALF_WIDTH: Final = str.maketrans("０１２３４５６７８９", "0123456789")
_WHOLE: Final = {
    chr(first + value): (f"{before}{_HAN[2 + value] if first == 0x3220 else value + 1}{after}", value + 1)
    for first, count, before, after in (
        (0x3220, 10, "（", "）"),
        (0x2474, 20, "（", "）"),
        (0x2488, 20, "", "."),
    )
    for value in range(count)
}
"""Numbers that are one character: ㈠ is （一）, ⑴ is （1）, ⒈ is 1."""
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


class Kind(IntEnum):
    """Kinds of numbers in the order in which they nest."""

    CHAPTER = 1
    """第一章, 第一部分"""
    HAN = 2
    """一、"""
    ARTICLE = 3
    """第一条"""
    BRACKETED_HAN = 4
    """（一）"""
    ARABIC = 5
    """1."""
    BRACKETED_ARABIC = 6
    """（1） or 1）"""
    CIRCLED = 7
    """①"""


_BRACKETED: Final = (Kind.BRACKETED_HAN, Kind.BRACKETED_ARABIC, Kind.CIRCLED)


class Number(msgspec.Struct, frozen=True):
    """A number as written, its kind and value; `end` is the offset at which the text begins."""

    written: str
    kind: Kind
    value: int
    end: int

    @property
    def bare(self) -> str:
        """The number without the mark that closes it, its digits half-width: １. → 1, 一、 → 一, （一） stays."""
        written = self.written.translate(HALF_WIDTH)
        return written.rstrip("、.．" if self.kind in _BRACKETED else "、.．。：: ")


_PATTERNS: Final = (
    (Kind.CHAPTER, re.compile(rf"第(?P<n>[{_HAN}]+|\d{{1,3}})(?:章|节|部分|篇)[\s、:：]*")),
    (Kind.ARTICLE, re.compile(rf"第(?P<n>[{_HAN}]+|\d{{1,3}})条(?!例)[\s、:：]*")),
    (Kind.HAN, re.compile(rf"(?P<n>[{_HAN}]+)\s*(?:[、．]|\.(?![0-9]))\s*")),
    (
        Kind.BRACKETED_HAN,
        re.compile(rf"[（(]\s*(?P<n>[{_HAN}]+)\s*[）)][、.．]?\s*|(?P<m>[{_HAN}]+)[）)]\s*"),
    ),
    (Kind.ARABIC, re.compile(r"(?P<n>[0-9０-９]{1,3})\s*(?:[、．]\s*|\.\s*(?![0-9０-９]))")),
    (
        Kind.BRACKETED_ARABIC,
        re.compile(r"[（(]\s*(?P<n>[0-9０-９]{1,3})\s*[）)][、.．]?\s*|(?P<m>[0-9]{1,3})[）)]\s*"),
    ),
    (Kind.CIRCLED, re.compile(rf"(?P<n>[{_CIRCLED}])[、.．]?\s*")),
)


def number_of(text: str) -> Number | None:
    """Return the number that a paragraph starts with, None where it starts with none."""
    start = len(text) - len(text.lstrip())
    if start == len(text) or text[start] not in _STARTS:
        return None
    if (whole := _WHOLE.get(text[start])) is not None:
        kind = next(kind for kind, pattern in _PATTERNS if pattern.match(whole[0]))
        return Number(whole[0], kind, whole[1], start + 1)
    for kind, pattern in _PATTERNS:
        match = pattern.match(text, start)
        if match is None:
            continue
        groups = match.groupdict()
        digits = groups["n"] or groups.get("m") or ""
        value = to_int(digits)
        if value is not None:
            return Number(match[0].strip(), kind, value, match.end())
    return None


_STARTS: Final = frozenset("第（(0123456789０１２３４５６７８９" + _HAN + _CIRCLED) | _WHOLE.keys()


def to_int(digits: str) -> int | None:
    """Return the value of Arabic, full-width, circled or Chinese digits up to 999; None if they make no number."""
    if len(digits) == 1 and digits in _CIRCLED:
        return _CIRCLED.index(digits) + 1
    if digits.isdigit():
        return int(digits)
    total = 0
    rest = digits
    if "百" in rest:
        head, _, rest = rest.partition("百")
        total += 100 * (_DIGITS.get(head, 1) if head else 1)
        rest = rest.lstrip("零〇")
    if "十" in rest:
        head, _, rest = rest.partition("十")
        if head and head not in _DIGITS:
            return None
        total += 10 * (_DIGITS[head] if head else 1)
    if rest:
        if len(rest) == 1 and rest in _DIGITS:
            total += _DIGITS[rest]
        elif all(char in _DIGITS for char in rest) and not total:
            for char in rest:
                total = total * 10 + _DIGITS[char]
        else:
            return None
    return total if total or digits in ("零", "〇") else None
