"""Read a phrase by trying one kind after the other, the most frequent first."""

from planspec.phrase.deferred import deferred
from planspec.phrase.fold import fold
from planspec.phrase.form import Phrase
from planspec.phrase.opening import read_opening
from planspec.phrase.quantity import quantity
from planspec.phrase.rank import rank
from planspec.phrase.relative import relative
from planspec.phrase.wording import wording


def read_phrase(text: str) -> Phrase | None:
    """Return the normal form of `text`; None if no kind of phrase covers all of it."""
    folded = _unquoted(fold(text))
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
    )


def _unquoted(folded: str) -> str:
    """Return a phrase that stands in quotes as a whole without them: “零放过”."""
    if len(folded) > 2 and folded[0] in "“\"'‘" and folded[-1] in "”\"'’":
        return folded[1:-1]
    return folded
