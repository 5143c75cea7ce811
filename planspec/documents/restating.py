"""Which task a row of a breakdown restates: the one whose words it repeats, where that is clear."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

_WORDS: Final = re.compile(r"[^\u4e00-\u9fff0-9A-Za-z]+")
_ENOUGH: Final = 0.3
"""What part of a row's pairs of characters a task must have, title and text weighed alike."""
_AHEAD: Final = 1.5
"""How many times as many the best task must have as the next."""
_LONGEST: Final = 600
_COMMON: Final = 0.5
"""Pairs that more than this share of the tasks have tell nothing."""
_MOST: Final = 40
"""Nor do pairs that more tasks than this have, however many there are: so long tables take linear time."""


class Candidate(msgspec.Struct, frozen=True):
    """A task that a row may restate; `above` is the id of the task that it is a part of."""

    id: str
    title: str
    text: str
    above: str = ""


def restated(rows: Sequence[tuple[str, str]], tasks: Sequence[Candidate]) -> list[str]:
    """Return for each row (its title, its text) the id of the task that it restates, "" where none is clear."""
    titles: Mapping[str, list[Candidate]] = _by_title(tasks)
    index: dict[str, list[int]] = defaultdict(list)
    for position, task in enumerate(tasks):
        for pair in _pairs(f"{task.title}\n{task.text}"):
            index[pair].append(position)
    most = min(_MOST, max(3, int(len(tasks) * _COMMON)))
    return [_best(title, text, tasks, titles, index, most) for title, text in rows]


def _best(
    title: str,
    text: str,
    tasks: Sequence[Candidate],
    titles: Mapping[str, list[Candidate]],
    index: Mapping[str, list[int]],
    most: int,
) -> str:
    for words in (title, *text.split("\n")):
        named = titles.get(_plain(words), [])
        if len(named) == 1:
            return named[0].id
    scores = _scores(text, index, most)
    for position, share in _scores(title, index, most).items():
        scores[position] = (scores[position] + share) / 2
    ranked = sorted(scores.items(), key=lambda one: (-one[1], one[0]))[:5]
    if not ranked or ranked[0][1] < _ENOUGH:
        return ""
    top = ranked[0][1]
    best = tasks[ranked[0][0]]
    for position, score in ranked[1:]:
        other = tasks[position]
        if other.above == best.id and score >= 0.9 * top:
            best = other  # the part says it as well as the whole
        elif other.above != best.id and best.above != other.id and score * _AHEAD > top:
            return ""
    return best.id


def _scores(text: str, index: Mapping[str, list[int]], most: int) -> dict[int, float]:
    """Return what share of the text's telling pairs each task has."""
    counts: dict[int, float] = defaultdict(float)
    telling = 0
    for pair in _pairs(text):
        where = index.get(pair, ())
        if len(where) <= most:
            telling += 1
            for position in where:
                counts[position] += 1
    if telling < 3:
        return defaultdict(float)
    for position in counts:
        counts[position] /= telling
    return counts


def _by_title(tasks: Sequence[Candidate]) -> dict[str, list[Candidate]]:
    found: dict[str, list[Candidate]] = defaultdict(list)
    for task in tasks:
        found[_plain(task.title)].append(task)
    return found


def _plain(words: str) -> str:
    plain = _WORDS.sub("", words)
    return plain if len(plain) >= 3 else "\0"


def _pairs(text: str) -> set[str]:
    plain = _WORDS.sub("", text)[:_LONGEST]
    return {plain[at : at + 2] for at in range(len(plain) - 1)}
