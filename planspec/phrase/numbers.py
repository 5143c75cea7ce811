"""Numbers as documents write them: 4.27万, 一百二十, 半; read to, and written from, exact decimals."""

from decimal import Decimal
from typing import Final

SCALES: Final = {
    "": 0,
    "十": 1,
    "百": 2,
    "千": 3,
    "万": 4,
    "十万": 5,
    "百万": 6,
    "千万": 7,
    "亿": 8,
    "十亿": 9,
    "百亿": 10,
    "千亿": 11,
    "万亿": 12,
}
"""Multiplying words that may follow a number, as powers of ten."""

ARABIC: Final = r"(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,6})?"
"""A number in digits: no code or date (no leading zero), and not so long that it would not stay exact."""
_THOUSAND: Final = "千(?![瓦克米伏卡焦])"
_HUNDRED: Final = "百(?!分)"
CHINESE: Final = f"(?:[一二三四五六七八九两十]|(?:千|百)(?=[万亿]))(?:[零一二三四五六七八九两十万亿]|{_THOUSAND}|{_HUNDRED}){{0,15}}|半"
"""A number in characters. A lone 百, 千, 万 or 亿 is none: it belongs to a unit (千瓦, 万元)."""
NUMBER: Final = f"(?:{ARABIC}|{CHINESE})"
SCALE: Final = f"(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|{_THOUSAND}|{_HUNDRED})"

POWERS: Final = tuple(Decimal(1).scaleb(n) for n in range(-6, 0)) + tuple(Decimal(10**n) for n in range(40))
"""Powers of ten, from 10⁻⁶; `power` looks them up."""

_LONGEST: Final = 18
"""No figure has more digits before the point: in any unit it then stays exact."""
_DIGITS: Final = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
_PLACES: Final = {"十": 10, "百": 100, "千": 1000}


def power(exponent: int) -> Decimal:
    """Return ten to the power of `exponent` (−6 … 39), written plainly."""
    return POWERS[exponent + 6]


def read(digits: str, scale: str) -> tuple[Decimal, int] | None:
    """Return the value and the power of ten of its last written digit; None if they make no number.

    `digits` matches NUMBER, `scale` is a key of SCALES: ("4.27", "万") gives 42700 and 2.
    """
    exponent = SCALES[scale]
    if digits.isascii():
        if not exponent:
            _, _, decimals = digits.partition(".")
            return Decimal(digits), -len(decimals)
        whole, _, decimals = digits.partition(".")
        last = exponent - len(decimals)
        if last >= 0:
            return (
                (Decimal(whole + decimals + "0" * last), last) if len(whole) + exponent <= _LONGEST else None
            )
        return Decimal(f"{whole}{decimals[:exponent]}.{decimals[exponent:]}"), last
    if digits == "半":
        return Decimal(5) * power(exponent - 1), exponent - 1
    count = _chinese(digits)
    if count is None:
        return None
    value, last = count
    last += exponent
    return (
        (Decimal(value * 10**exponent), last) if last <= 12 and value < 10 ** (_LONGEST - exponent) else None
    )


def written(value: Decimal, quantum: Decimal) -> str:
    """Return `value` (not negative) such that its last written digit counts `quantum`, a power of ten up to 10¹².

    42700 with quantum 100 gives 4.27万, with quantum 1 gives 42700.
    """
    exponent = quantum.adjusted()
    for scale in ("", "万", "亿", "万亿"):
        decimals = SCALES[scale] - exponent
        if decimals >= 0:
            return f"{value / power(SCALES[scale]):.{decimals}f}{scale}"
    raise ValueError(f"no scale for a quantum of {quantum}")


def plain(value: Decimal) -> Decimal:
    """Return the same value without trailing zeros and without an exponent."""
    if value == value.to_integral_value():
        return value.quantize(Decimal(1))
    return value.normalize()


def _chinese(text: str) -> tuple[int, int] | None:
    """Read 一百二十, 三万五千, 百亿 and the power of ten of the last word; None for what could mean two things.

    Each part must stand in its order, and a skipped place must be said with 零: neither 十百 nor 二三 nor 三万五.
    """
    total = 0
    last = 0
    for word, exponent in (("万亿", 12), ("亿", 8), ("万", 4)):
        head, found, tail = text.partition(word)
        if not found:
            continue
        section = _section(head)
        if not section:
            return None
        total += section * 10**exponent
        text, last = tail, exponent
    if text:
        skips = text.startswith("零")
        section = _section(text[skips:])
        if not section or (total and skips == (section >= 1000)):
            return None
        total, last = total + section, 0
    return total, last


def _section(text: str) -> int | None:
    """Read a number below ten thousand; None if it is none."""
    total = 0
    limit = 10_000
    at = 0
    while at < len(text):
        skips = text[at] == "零"
        at += skips
        digit = _DIGITS.get(text[at : at + 1], 0)
        at += digit > 0
        place = _PLACES.get(text[at : at + 1])
        if place is None:
            ends = at == len(text) and digit > 0
            return total + digit if ends and (not total or skips == (limit > 10)) else None
        if place >= limit or (digit == 0 and at > 0) or (total and skips == (place * 10 == limit)):
            return None
        total += (digit or 1) * place
        limit = place
        at += 1
    return total
