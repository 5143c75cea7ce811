"""Fold the ways of typing one phrase into one: widths, dashes, spaces, quotation marks."""

import re
from typing import Final

_DASHES: Final = "—–‒―‐‑−－～~〜∼〰﹣ー"
_SPACES: Final = " \t\r\n\u00a0\u2002\u2003\u2009\u200b\u3000\ufeff"
_QUOTES: Final = "“”„‟‘’\"'「」『』"

_CHARACTERS: Final = (
    {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | {ord(dash): "-" for dash in _DASHES}
    | {ord(space): " " for space in _SPACES}
    | {ord(quote): None for quote in _QUOTES}
    | {
        ord(key): value
        for key, value in {
            "﹪": "%",
            "∕": "/",
            "㎡": "平方米",
            "㎥": "立方米",
            "³": "3",
            "²": "2",
            "㎞": "公里",
            "㎏": "公斤",
            "〇": "零",
            "•": "·",
            "・": "·",
            "‧": "·",
            "≧": "≥",
            "≦": "≤",
            "〈": "<",
            "〉": ">",
            "；": ";",
            "。": ";",
        }.items()
    }
)
_ODD: Final = re.compile("[" + re.escape("".join(map(chr, _CHARACTERS))) + ",:;]").search
_GAPS: Final = re.compile(
    r"(?<![0-9]) +| +(?![0-9])|(?<![0-9]):|:(?![0-9])|(?<=[0-9]),(?=[0-9]{3}(?![0-9]))|;$"
).sub


def fold(text: str) -> str:
    """Return `text` in half width, with one kind of dash, without spaces, quotation marks and thousands commas.

    A space or a colon between two digits stays, since leaving it out would make another number.
    """
    if not _ODD(text):
        return text
    return _GAPS("", text.translate(_CHARACTERS).strip())
