"""Numbers as programs write them before the items of a list: 1. 一、 （一） ① a) iv."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DIGITS: Final = "〇一二三四五六七八九"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_LEGAL: Final = dict(zip("〇一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟", strict=True))
_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def chinese(value: int) -> str:
    """Return a number up to 9999 in Chinese characters, as counted: 12 → 十二, 110 → 一百一十."""
    if not 0 < value < 10_000:
        return _DIGITS[0] if value == 0 else str(value)
    words = ""
    zero = False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // power % 10
        if digit == 0:
            zero = bool(words)
            continue
        if zero:
            words += "零"
            zero = False
        words += ("" if power == 10 and digit == 1 and not words else _DIGITS[digit]) + unit
    return words


def chinese_digits(value: int) -> str:
    """Return a number digit by digit: 12 → 一二."""
    return "".join(_DIGITS[int(digit)] for digit in str(value))


def legal_chinese(value: int) -> str:
    """Return a number in the characters of cheques: 12 → 壹拾贰."""
    words = chinese(value)
    if words.startswith("十"):
        words = "一" + words
    return "".join(_LEGAL.get(char, char) for char in words)


def circled(value: int) -> str:
    """Return a number in a circle, plain above fifty."""
    if 1 <= value <= 20:
        return chr(0x2460 + value - 1)
    if 21 <= value <= 35:
        return chr(0x3251 + value - 21)
    return chr(0x32B1 + value - 36) if 36 <= value <= 50 else str(value)


def letters(value: int) -> str:
    """Return a, b, …, z, aa, bb, … as Word counts."""
    if not 0 < value <= 780:
        return str(value)
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def roman(value: int) -> str:
    """Return a number in Roman capitals."""
    if not 0 < value < 4000:
        return str(value)
    words = ""
    for worth, sign in _ROMAN:
        words += sign * (value // worth)
        value %= worth
    return words


def stem(value: int) -> str:
    """Return 甲, 乙, 丙, …"""
    return _STEMS[(value - 1) % 10] if value > 0 else str(value)


def branch(value: int) -> str:
    """Return 子, 丑, 寅, …"""
    return _BRANCHES[(value - 1) % 12] if value > 0 else str(value)


def list_label(above: Element, item: Element, counted: int | None) -> tuple[int, str]:
    """Return the value of an item of a numbered list of a page, and the number that a browser shows.

    `counted` is the value that follows the item before, None for the first.
    """
    value = _int(above.get("start"), 1) if counted is None else counted
    value = _int(item.get("value"), value)
    style = (above.get("style") or "").replace(" ", "").lower()
    if "list-style:none" in style or "list-style-type:none" in style:
        return value, ""
    if "cjk-ideographic" in style or "simp-chinese" in style:
        return value, f"{chinese(value)}、"
    kinds = {"a": letters, "A": lambda n: letters(n).upper(), "i": lambda n: roman(n).lower(), "I": roman}
    return value, f"{kinds.get(above.get('type') or '', str)(value)}."


def _int(text: str | None, default: int) -> int:
    text = (text or "").strip()
    return int(text) if text.removeprefix("-").isdecimal() and len(text) < 7 else default
