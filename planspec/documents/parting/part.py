"""A part of a running text, its sentences, and the title that its words give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import msgspec

from planspec.documents.blocks import Spot
from planspec.documents.outline import Text
from planspec.phrase.responsibility import Responsibility

LONGEST_TITLE: Final = 30
"""Characters of a part's own words that stand for its title where it has no heading."""
LONGEST_HEADING: Final = 24
_SHORTEST_TITLE: Final = 2
_SHORTEST_CUT: Final = 4
_PUNCTUATION: Final = " \t。；，、：:;,."
_ENDS: Final = "。！？"
_OPENING: Final = "（(〔[【“《「『"
_CLOSING: Final = "）)〕]】”》」』"
_CLAUSE_END: Final = re.compile(r"[，,。；;：:]")
_CIRCUMSTANCE: Final = re.compile(
    "(?:围绕|聚焦|面向|依托|针对|按照|根据|立足|结合|通过|对标|紧扣|紧盯|充分发挥|发挥|坚持|以|在|力争|到|为|20[0-9]{2}年).+"
    "|.{3,}(?:后|时|期间|过程中|基础上|前提下|条件下|背景下)"
)
"""A first clause that only tells where, why or how."""
UNTITLED: Final = "（无标题）"
_TRIED: Final = 3
"""Clauses that are tried as a title."""
_REACH: Final = 200


class Part(msgspec.Struct):
    """A part: its title, the number written before it (一是), its text, and who does it."""

    title: str
    texts: list[Text]
    no: str = ""
    who: Responsibility | None = None
    begins: str = ""
    """The words that it begins with, where these are not its title."""

    @property
    def text(self) -> str:
        """All its text."""
        return "\n".join(text.text for text in self.texts)


class Sentence(msgspec.Struct, frozen=True):
    """A sentence without the mark that ends it."""

    text: str
    spot: Spot
    mark: str = ""


def sentences(texts: Iterable[Text], ends: str = _ENDS) -> list[Sentence]:
    """Return the sentences of texts; a mark within brackets or quotes ends none."""
    return [sentence for text in texts for sentence in _sentences(text, ends)]


def _sentences(text: Text, ends: str) -> Iterator[Sentence]:
    depth = start = 0
    for index, char in enumerate(text.text):
        if char in _OPENING:
            depth += 1
        elif char in _CLOSING:
            depth = max(0, depth - 1)
        elif char in ends and (not depth or index - start > 200):
            if text.text[start:index].strip():
                yield Sentence(text.text[start:index].strip(), text.spot, char)
            start, depth = index + 1, 0
    if text.text[start:].strip():
        yield Sentence(text.text[start:].strip(), text.spot)


def joined(found: Sequence[Sentence]) -> list[Text]:
    """Return sentences as texts again, those of one place together."""
    texts: list[Text] = []
    for sentence in found:
        words = sentence.text + sentence.mark
        if texts and texts[-1].spot == sentence.spot:
            texts[-1] = Text(texts[-1].text + words, sentence.spot)
        else:
            texts.append(Text(words, sentence.spot))
    return texts


def clean(text: str) -> str:
    """Return a text without the punctuation around it."""
    return text.strip(_PUNCTUATION)


def title_of(text: str) -> str:
    """Return the title that a text's own words give: a first clause, or the next where that only tells how or why."""
    clauses = [clause for clause in map(clean, _clauses(clean(text)[:_REACH])) if clause]
    fit = [clause for clause in clauses[:_TRIED] if _SHORTEST_TITLE <= len(clause) <= LONGEST_TITLE]
    for clause in fit:
        if _CIRCUMSTANCE.fullmatch(clause) is None:
            return clause
    if fit:
        return fit[0]
    return _cut(clauses[0]) if clauses else UNTITLED


def _clauses(text: str) -> list[str]:
    """Return the clauses of a text; a mark within brackets ends none, unless the bracket stays open."""
    found, start, depth = [], 0, 0
    for index, char in enumerate(text):
        if char in "（(":
            depth += 1
        elif char in "）)":
            depth = max(0, depth - 1)
        elif not depth and _CLAUSE_END.match(char):
            found.append(text[start:index])
            start = index + 1
    return [*found, text[start:]] if not depth else _CLAUSE_END.split(text)


def _cut(clause: str) -> str:
    """Return the beginning of a long clause, up to a mark where there is one."""
    head = clause[:LONGEST_TITLE]
    mark = max(head.rfind(char) for char in "、（(“")
    return head[:mark] if mark >= _SHORTEST_CUT else head
