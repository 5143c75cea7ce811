"""Parts that begin with a run-in heading: a short sentence that names what the sentences after it tell.

A heading is told by its looks (short, without a comma, a figure or a bracket) and by company: it stands first in its
paragraph like its neighbours, or has the same build as the other headings (着力抓好…。着力推进…。), or a table of
the same plan has it as the name of a group of rows.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from planspec.documents.outline import Text
from planspec.documents.parting.part import Part, Sentence, clean, joined, sentences
from planspec.phrase.fold import fold

_SHORTEST: Final = 4
_LONGEST: Final = 22
_NO_HEADING: Final = re.compile(
    r"[，,、；;：:0-9０-９（(）)%％]|^(?:其中|同时|并|此外|另外|以上|上述)|(?:如下|下列|以下)$"
)
_ALIKE: Final = 3
"""How much of their build two headings must share."""
_EQUAL: Final = 8
"""Characters up to which headings of one length are alike."""
_FEWEST_EQUAL: Final = 3
_VERB: Final = 2
"""Characters of a verb."""
_MOST_TRIED: Final = 12
_LAST_CLAUSE: Final = re.compile(r"[，,]([^，,、；;：:]{4,22})$")


def headed(
    texts: Sequence[Text], names: Collection[str] = (), *, by_looks: bool = True
) -> tuple[list[Text], list[Part]]:
    """Return the text before the first run-in heading, and the parts; without parts where there are no headings.

    `names` are headings that are known from elsewhere (folded); `by_looks` lets others count as well.
    """
    found = sentences(texts)
    starts = (_paragraphs(found) if by_looks else []) or _named(found, names)
    if not starts and by_looks:
        found, starts = _family(found)
    if not starts:
        return list(texts), []
    ends = [*starts[1:], len(found)]
    parts = [
        Part(clean(found[start].text), joined(found[start + 1 : end]) or joined(found[start:end]))
        for start, end in zip(starts, ends, strict=True)
    ]
    return joined(found[: starts[0]]), parts


def may_head(sentence: Sentence) -> bool:
    """Say whether a sentence looks like a run-in heading."""
    text = sentence.text
    return _SHORTEST <= len(text) <= _LONGEST and _NO_HEADING.search(text) is None


def _named(found: Sequence[Sentence], names: Collection[str]) -> list[int]:
    """Return the sentences that are known names."""
    starts = [
        index for index, sentence in enumerate(found) if names and _is_named(fold(sentence.text), names)
    ]
    return starts if starts and starts != [len(found) - 1] else []


def _is_named(words: str, names: Collection[str]) -> bool:
    """Say whether words are a name; a page may have lost the name's last character."""
    return words in names or (len(words) > _SHORTEST and words[:-1] in names)


def _paragraphs(found: Sequence[Sentence]) -> list[int]:
    """Return the first sentences of paragraphs, where each paragraph (but perhaps the first) begins with a heading."""
    firsts = [
        index for index, sentence in enumerate(found) if not index or found[index - 1].spot != sentence.spot
    ]
    heads = [index for index in firsts if may_head(found[index]) and _has_text(found, index)]
    missing = [index for index in firsts if index not in heads]
    return heads if len(heads) > 1 and (not missing or missing == [0]) else []


def _has_text(found: Sequence[Sentence], index: int) -> bool:
    return index + 1 < len(found) and found[index + 1].spot == found[index].spot


def _family(found: list[Sentence]) -> tuple[list[Sentence], list[int]]:
    """Return the largest row of headings that have one build, and the sentences; no row where no two have."""
    heads = [index for index, sentence in enumerate(found[:-1]) if may_head(sentence)]
    best: list[int] = []
    for index in heads[:_MOST_TRIED]:
        family = _apart(
            [other for other in heads if _likeness(found[index].text, found[other].text) >= _ALIKE]
        )
        if len(family) > len(best):
            best = family
    if heads and heads[0] == 0 and len(best) < _FEWEST_EQUAL:
        verb = found[0].text[:_VERB]
        same = _apart([other for other in heads if found[other].text.startswith(verb)])
        best = same if len(same) >= _FEWEST_EQUAL else best
    if heads and heads[0] == 0 and len(best) < _FEWEST_EQUAL:
        length = len(found[0].text)
        equal = _apart([other for other in heads if len(found[other].text) == length <= _EQUAL])
        best = equal if len(equal) >= _FEWEST_EQUAL else best
    if len(best) < 2:
        return found, []
    front = _front([found[index].text for index in best])
    if len(front) < 2:
        return found, best
    best = _apart(sorted({*best, *(index for index in heads if found[index].text.startswith(front))}))
    return _glued(found, best, front)


def _front(heads: Sequence[str]) -> str:
    return heads[0][: min(_shared(heads[0], other) for other in heads)]


def _glued(found: list[Sentence], heads: list[int], front: str) -> tuple[list[Sentence], list[int]]:
    """Part a heading of the row from a sentence that it ends: …两年行动，守牢…底线。 beside 守牢…底线。"""
    ending = _shared(found[heads[0]].text[::-1], found[heads[-1]].text[::-1])
    end = found[heads[0]].text[-ending:] if ending else ""
    made: list[Sentence] = []
    starts: list[int] = []
    for index, sentence in enumerate(found):
        clause = _LAST_CLAUSE.search(sentence.text)
        if index in heads:
            starts.append(len(made))
        elif clause is not None and end and clause[1].startswith(front) and clause[1].endswith(end):
            rest = sentence.text[: clause.start()]
            made.append(Sentence(rest, sentence.spot, sentence.text[clause.start()]))
            starts.append(len(made))
            sentence = Sentence(clause[1], sentence.spot, sentence.mark)
        made.append(sentence)
    return made, starts


def _apart(heads: Sequence[int]) -> list[int]:
    """Leave out a sentence that directly follows a heading: it is that heading's text."""
    kept: list[int] = []
    for index in heads:
        if not kept or index > kept[-1] + 1:
            kept.append(index)
    return kept


def _likeness(one: str, other: str) -> int:
    """Return how many characters two headings share at their beginning and end, and one more for equal length."""
    if one == other:
        return _ALIKE
    front = _shared(one, other)
    return front and front + _shared(one[::-1], other[::-1]) + (len(one) == len(other))


def _shared(one: str, other: str) -> int:
    count = 0
    for here, there in zip(one, other, strict=False):
        if here != there:
            break
        count += 1
    return count
