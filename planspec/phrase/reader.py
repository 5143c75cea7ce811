"""Read a phrase by trying one kind after the other, the most frequent first."""

import re
from typing import Final

from planspec.phrase.deferred import deferred
from planspec.phrase.fold import fold
from planspec.phrase.form import Phrase
from planspec.phrase.opening import read_opening
from planspec.phrase.quantity import quantity
from planspec.phrase.rank import rank
from planspec.phrase.relative import relative
from planspec.phrase.wording import wording
from planspec.phrase.words import BOUNDS, any_of

_PART: Final = re.compile(
    f"可?(?:约定|按照?)?({any_of(BOUNDS)})?([^0-9,，;]{{2,10}}[额款价数量资入出金积])的?([0-9.]+(?:%?-[0-9.]+)?%)"
).fullmatch
"""A share whose whole stands before the figure: 不低于合同金额的30%, 按服务人口数的15%-20%."""
_GREAT: Final = re.compile("(?<=[0-9一二三四五六七八九十])大$").sub
"""What counts great things (5大) counts."""


def read_phrase(text: str) -> Phrase | None:
    """Return the normal form of `text`; None if no kind of phrase covers all of it."""
    folded = _GREAT("个", _unquoted(fold(text)))
    phrase = quantity(text, folded)
    if phrase is not None:
        return phrase
    opening = read_opening(folded)
    if opening is None:
        return None
    return (
        wording(text, folded, opening)
        or rank(text, folded, opening)
        or relative(text, folded, opening)
        or deferred(text, folded, opening)
        or _part(text, folded)
    )


def _part(text: str, folded: str) -> Phrase | None:
    match = _PART(folded)
    if match is None:
        return None
    bound, whole, figure = match.groups()
    return quantity(text, f"占{whole}比重{bound or ''}{figure}")


def _unquoted(folded: str) -> str:
    """Return a phrase that stands in quotes as a whole without them: “零放过”."""
    if len(folded) > 2 and folded[0] in "“\"'‘" and folded[-1] in "”\"'’":
        return folded[1:-1]
    return folded
