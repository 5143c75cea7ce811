"""Plain sentences as parts, where a paragraph lists what will be done one sentence after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from planspec.documents.outline import Text
from planspec.documents.parting.headings import may_head
from planspec.documents.parting.part import Part, Sentence, clean, joined, sentences, title_of

_INTRODUCTION: Final = re.compile(
    r"(?:以|围绕|坚持|充分发挥|对标|聚焦|按照|紧扣|立足|贯彻|深入贯彻|全面贯彻|认真贯彻|坚决扛起|根据|为了?|持稳中求进|牢固树立|统筹)(?!.*[0-9])"
)
"""How a paragraph begins that first says why; what sets a figure is no introduction."""
_SHORT_HEADING: Final = 10
"""Characters up to which a sentence names what the next one tells."""
_LISTED: Final = 3
"""So many clauses between semicolons make a list of what fills a sentence."""
_SHORTEST: Final = 6


def by_statements(texts: Sequence[Text], *, clauses: bool = False) -> tuple[list[Text], list[Part]]:
    """Return the introduction of a paragraph, and its sentences as parts; a short heading takes the next one.

    A semicolon parts like a full stop where it makes a list of the whole text, and with `clauses` anywhere.
    """
    found = sentences(texts)
    lead: list[Sentence] = []
    if len(found) > 2 and _INTRODUCTION.match(found[0].text):
        lead.append(found.pop(0))
    if clauses or _is_list(found):
        found = sentences(joined(found), "。！？；;")
    parts: list[Part] = []
    waiting: list[Sentence] = []
    for sentence in found:
        if not waiting and may_head(sentence) and len(sentence.text) <= _SHORT_HEADING:
            waiting = [sentence]
            continue
        parts += _part([*waiting, sentence])
        waiting = []
    return joined(lead), parts + _part(waiting)


def _is_list(found: Sequence[Sentence]) -> bool:
    """Say whether one sentence is all there is, and lists several matters between semicolons."""
    if len(found) != 1:
        return False
    clauses = [clause for clause in re.split("[；;]", found[0].text) if len(clause) >= _SHORTEST]
    return len(clauses) >= _LISTED


def _part(found: Sequence[Sentence]) -> list[Part]:
    if not found or len(clean(found[0].text)) < _SHORTEST:
        return []
    return [Part(title_of(found[0].text), joined(found), begins=found[0].text)]
