"""What is compared: names and figures, folded so that the ways of typing one thing are one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from planspec.phrase import parse
from planspec.phrase.numbers import CHINESE

_WIDE: Final = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_QUOTES: Final = dict.fromkeys(map(ord, "“”„‟‘’\"'「」『』《》〈〉"), None)
_DASHES: Final = dict.fromkeys(map(ord, "—–‒―‐‑−－～~〜∼"), "-")
_OTHERS: Final = {ord(one): other for one, other in zip("〔〕【】[]﹪∕•・．", "()()()%/··.", strict=True)}
_FOLDED: Final = {**_WIDE, **_QUOTES, **_DASHES, **_OTHERS}
_SPACE: Final = re.compile(r"(?<![0-9])\s+|\s+(?![0-9])")

_SIGN: Final = r"[余多]?(?:万亿|[千百十]?亿|[千百十]?万|[千百](?![瓦克米伏卡焦分]))?[余多]?(?:%|‰|‱|个?百分点|[家个户件所亩元人次项名台套座处条公吨米宗场只头平辆根])?"
_FIGURE: Final = re.compile(
    rf"(?<![0-9])(?<![0-9][.,])(?P<number>[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?)(?P<sign>{_SIGN})"
)
_PER: Final = re.compile(r"(百|千|万)分之([0-9]+(?:\.[0-9]+)?)")
_PER_SIGNS: Final = {"百": "%", "千": "‰", "万": "‱"}
_LISTED: Final = re.compile(r"个?(?:[、,和及与至到/或-]|以及)+")
_IN_CHARACTERS: Final = re.compile(rf"(?!.个不)(?:{CHINESE}).?")
"""A number in characters; 三个不发生 counts the things that are not to be, and is no figure of any of them."""
_COUNTED_ALIKE: Final = str.maketrans({"余": None, "多": None, "名": "人"})
_DIGIT: Final = re.compile(r"[0-9]")


def fold(text: str) -> str:
    """Return the text in half width, without quotes, and without spaces except between two digits."""
    return _SPACE.sub("", text.translate(_FOLDED))


def figures(folded: str) -> Iterator[tuple[str, int]]:
    """Yield the figures in digits with their offsets: a number with what scales it or what it counts: 12%, 3家.

    In a list a figure may borrow that from the next (3、5万元): then both readings are given.
    """
    borrowers: list[tuple[str, int]] = []
    end = -1
    for match in _FIGURE.finditer(folded):
        number = match["number"].replace(",", "")
        sign = match["sign"].replace("个百", "百").translate(_COUNTED_ALIKE)
        if borrowers and _LISTED.fullmatch(folded, end, match.start()) is None:
            borrowers.clear()
        yield number + sign, match.start()
        if sign not in ("", "个"):
            yield from ((waiting + sign, at) for waiting, at in borrowers)
            borrowers.clear()
        else:
            borrowers.append((number, match.start()))
        end = match.end()
    for match in _PER.finditer(folded):
        yield match[2] + _PER_SIGNS[match[1]], match.start()


def figures_of(phrase: str) -> list[str]:
    """Return what to look for of a value phrase: its figures, or its number in characters with the word after it.

    A phrase without a figure (持续下降) gives nothing.
    """
    folded = fold(phrase)
    if _DIGIT.search(folded):
        # Of two readings of one figure the last, with the scale, is meant.
        read_at = {at: figure for figure, at in figures(folded)}
        per = {match.start(2) for match in _PER.finditer(folded)}
        return list(dict.fromkeys(figure for at, figure in read_at.items() if at not in per))
    read = parse(phrase)
    if read is None or (read.figure is None and read.margin is None):
        return []
    return [match[0] for match in _IN_CHARACTERS.finditer(folded)]


def in_digits(figure: str) -> bool:
    """Say whether a figure is one that `figures` finds, not a number in characters."""
    return _DIGIT.match(figure) is not None
