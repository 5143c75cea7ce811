"""Fold the ways of typing one phrase into one: widths, dashes, spaces, quotation marks."""

import re
from typing import Final

_WIDE: Final = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if code != ord("，")}
_DASHES: Final = dict.fromkeys(map(ord, "—–‒―‐‑−－～~〜∼〰﹣ー"), "-")
_SPACES: Final = dict.fromkeys(map(ord, " \t\r\n\u00a0\u2002\u2003\u2009\u200b\u3000\ufeff"), " ")
_QUOTES: Final = dict.fromkeys(map(ord, "“”„‟‘’\"'「」『』"), None)
_SYMBOLS: Final = {ord(one): other for one, other in zip("﹪∕〇•・‧≧≦〈〉。", "%/零···≥≤<>;", strict=True)}
_UNITS: Final = {ord("²"): "2", ord("³"): "3", ord("㎡"): "平方米", ord("㎥"): "立方米", ord("㎞"): "公里"}
_CHARACTERS: Final = {**_WIDE, **_DASHES, **_SPACES, **_QUOTES, **_SYMBOLS, **_UNITS}

_ODD: Final = re.compile("[" + re.escape("".join(map(chr, _CHARACTERS))) + ",:;]").search
_EMPTY: Final = re.compile("(?<![0-9 :])[ :]+|[ :]+(?![0-9 :])|;$").sub
_THOUSANDS: Final = re.compile(r"(?<![0-9.,])[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9])").sub


def fold(text: str) -> str:
    """Return `text` in half width, with one kind of dash, without spaces, quotes and thousands commas.

    A space or a colon between two digits stays, since leaving it out would make another number.
    """
    if not _ODD(text):
        return text
    folded = _EMPTY("", text.translate(_CHARACTERS).strip())
    return _THOUSANDS(lambda match: match[0].replace(",", ""), folded) if "," in folded else folded
