"""Numbers as documents write them (4.27万, 一百二十, 半): read to, and written from, exact decimals."""

from decimal import Decimal
from typing import Final

_THOUSAND: Final = "千(?![瓦克米伏卡焦])"
_HUNDRED: Final = "百(?!分)"

ARABIC: Final = r"(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,6})?"
"""A number in digits: no code or date (no leading zero), and not so long that it would not stay exact."""
CHINESE: Final = (
    "(?:[一二三四五六七八九两十]|(?:千|百)(?=[万亿]))"
    f"(?:[零一二三四五六七八九两十万亿]|{_THOUSAND}|{_HUNDRED}){{0,15}}|[百千](?=[家项个户件所座条场名])|半"
)
"""A number in characters. A lone 百 or 千 is one before what it counts (培育百家); else it belongs, as 万 and 亿 do, to a
unit (千瓦, 万元)."""
NUMBER: Final = f"(?:{ARABIC}|{CHINESE})"
SCALE: Final = f"(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|{_THOUSAND}|{_HUNDRED})"

SCALES: Final = dict(
    zip(
        ("百", "千", "万", "十万", "百万", "千万", "亿", "十亿", "百亿", "千亿", "万亿"),
        range(2, 13),
        strict=True,
    )
)
"""Multiplying words that may follow a number, as powers of ten."""

ONE: Final = Decimal(1)
_POWERS: Final = tuple(ONE.scaleb(n) for n in range(-7, 0)) + tuple(Decimal(10**n) for n in range(25))
_LONGEST: Final = 18
"""No figure has more digits before the point: so it stays exact in any unit."""
_COARSEST: Final = 12
"""The largest scale is 万亿, so no last digit counts more."""
_DIGITS: Final = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
_PLACES: Final = {"十": 10, "百": 100, "千": 1000}

Number = tuple[Decimal, Decimal]
"""A value, and what one in its last written digit counts."""


def power(exponent: int) -> Decimal:
    """Return ten to the power of `exponent` (−7 … 24), written plainly."""
    return _POWERS[exponent + 7]


def read(digits: str, scale: str | None = None) -> Number | None:
    """Return value and quantum of a number; None if the characters make none, or one too large.

    `digits` matches NUMBER, `scale` is a key of SCALES: ("4.27", "万") gives 42700 and 100.
    """
    if not digits.isascii():
        return _read_characters(digits, scale)
    whole, _, decimals = digits.partition(".")
    if scale is None:
        return Decimal(digits), power(-len(decimals)) if decimals else ONE
    exponent = SCALES[scale]
    if len(whole) + exponent > _LONGEST:
        return None
    last = exponent - len(decimals)
    if last >= 0:
        return Decimal(whole + decimals + "0" * last), power(last)
    return Decimal(f"{whole}{decimals[:exponent]}.{decimals[exponent:]}"), power(last)


def written(value: Decimal, quantum: Decimal) -> str:
    """Return `value` so that its last written digit counts `quantum`, a power of ten up to 10¹².

    `value` is not negative. 42700 with quantum 100 gives 4.27万, with quantum 1 gives 42700.
    """
    exponent = quantum.adjusted()
    for scale, scale_exponent in (("", 0), ("万", 4), ("亿", 8), ("万亿", 12)):
        if exponent <= scale_exponent:
            return f"{value / power(scale_exponent):.{scale_exponent - exponent}f}{scale}"
    raise ValueError(f"no scale for a quantum of {quantum}")


def plain(value: Decimal) -> Decimal:
    """Return the same value without trailing zeros and without an exponent."""
    return value.quantize(ONE) if value == value.to_integral_value() else value.normalize()


def _read_characters(digits: str, scale: str | None) -> Number | None:
    exponent = SCALES[scale] if scale else 0
    if digits == "半":
        return 5 * power(exponent - 1), power(exponent - 1)
    read = _count(digits)
    if read is None:
        return None
    count, last = read
    if last + exponent > _COARSEST or count >= 10 ** (_LONGEST - exponent):
        return None
    return Decimal(count * 10**exponent), power(last + exponent)


def _count(text: str) -> tuple[int, int] | None:
    """Read 一百二十, 三万五千, 百亿, and the power of ten of the last word; None if it is ambiguous.

    Each part must stand in its order, and a skipped place must be said: neither 十百, 二三 nor 三万五.
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
