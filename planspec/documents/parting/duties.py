"""Parts that end in a responsibility phrase of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from planspec.documents.outline import Text
from planspec.documents.parting.part import Part, clean, title_of
from planspec.phrase.responsibility import Responsibility, find_all
from planspec.phrase.unitlists import Known

_SHORTEST: Final = 10
"""Characters of a text behind the last phrase that is a part by itself."""


def by_duties(texts: Sequence[Text], known: Known) -> list[Part]:
    """Return the parts of texts that responsibility phrases end; text behind the last phrase is a part without one.

    Phrases with nothing between them speak of one part: 牵头单位：… and 责任单位：… in lines of their own.
    """
    parts: list[Part] = []
    waiting: list[Text] = []
    for text in texts:
        start = 0
        for who in find_all(text.text, known):
            piece = clean(text.text[start : who.start])
            start = who.end
            if piece:
                waiting.append(Text(piece, text.spot))
            if not waiting and parts:
                before = parts[-1].who
                parts[-1].who = who if before is None else before.joined(who)
                continue
            parts.append(Part("", waiting, who=who))
            waiting = []
        rest = text.text[start:].strip(" 。；;")
        if rest:
            waiting.append(Text(rest, text.spot))
    parts = _alone(parts)
    if parts and sum(len(text.text) for text in waiting) >= _SHORTEST:
        parts.append(Part("", waiting))
    for part in parts:
        if part.texts:
            part.begins = part.texts[0].text
            part.title = title_of(part.begins)
    return parts


def _alone(parts: list[Part]) -> list[Part]:
    """Give a phrase that only tells a leader or a deadline to the part before it."""
    kept: list[Part] = []
    for part in parts:
        if kept and part.who is not None and not part.who.stated:
            before = kept[-1].who
            kept[-1].who = part.who if before is None else before.joined(part.who)
            kept[-1].texts += part.texts
        else:
            kept.append(part)
    return kept


def whole(parts: Sequence[Part]) -> Responsibility | None:
    """Return the only responsibility of a text, None where it has none or several."""
    stated = [part.who for part in parts if part.who is not None]
    return stated[0] if len(stated) == 1 else None
