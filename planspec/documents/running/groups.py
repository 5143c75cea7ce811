"""A clause to groups: each ends in a value, and what has none goes with the next that has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from planspec.documents.running import names, vocabulary, wordings
from planspec.documents.running.clauses import MASK, Span
from planspec.documents.running.figures import Figure
from planspec.documents.running.openings import read_opening
from planspec.documents.running.reading import Group, Source
from planspec.documents.running.subjects import VERBS
from planspec.documents.running.values import BINDING, value_at

TRAIL: Final = re.compile(
    rf"[\s{MASK}”\"'’]*+(?:的?(?:奋斗|工作|年度|预期|约束性|既定|建设|改造)?(?:目标|任务|要求|水平|标准|政策|比例|指标|红线|底线|规模)*+"
    rf"(?:任务|要求)?|的目标(?:任务)?[^,;:]{{0,12}}|并(?:全部|全面)?(?:投入使用|投入运营|交付使用|投用|投产|运营|验收|开放))[\s{MASK}”\"'’]*+"
)
"""What may follow a figure at the end of a clause."""
_MAKES: Final = re.compile(f"^(?:{vocabulary.VERB})")
_DESCRIBES: Final = re.compile("(?:以上|以下|以内|左右)?的(?!目标|任务|要求|标准|水平|速度|增速)[一-龥]{2}")
"""What follows a figure that only describes."""
_ENUMERATED: Final = re.compile(
    "(?<![国省市州县区])、|(?<=[国省市州县区])、(?![国省市州县区][、定级规下资重内])|(?<=[0-9个家])[+](?=[一-龥])"
)
"""、 between pieces, not between levels (省、州规定数量)."""
_SHORTEST_OBJECT: Final = 3
"""In 新增、恢复灌溉面积5万亩 the words before 、 are only another verb."""
_NEXT_NAME: Final = re.compile(r"[“\"][^“”\"]{2,12}[”\"][一-龥]{2,10}")
"""A name that begins with a quotation: it can be no attribute of the figure before it."""
_AND: Final = re.compile("以及|[和及与并且/]")


def groups_of(source: Source, clause: Span, inside: Sequence[Figure]) -> list[Group]:
    """Part a clause behind each value that 、 or 和 follows; what has no value goes with the next that has."""
    groups: list[Group] = []
    start = -1
    for piece in _pieces(source.plain, clause, inside):
        if start < 0 or _is_other_work(source.plain, Span(start, piece.start), piece):
            start = piece.start
        held = [figure for figure in inside if piece.start <= figure.start < piece.end]
        if held or _is_worded(source, Span(start, piece.end)):
            groups.append(Group(start, piece.end, held))
            start = -1
    groups = [one for group in groups for one in _parted(source.plain, group)]
    if start < 0:
        return groups
    if groups and groups[-1].figures and not _is_closed(source.plain, groups[-1]):
        groups[-1].end = clause.end
        return groups
    # 甲增加、乙下降等影响: words that a noun follows are no values.
    while groups and not groups[-1].figures:
        start = groups.pop().start
    return [*groups, Group(start, clause.end, [])]


def _pieces(plain: str, clause: Span, inside: Sequence[Figure]) -> list[Span]:
    """Return the pieces of a clause: parted at 、, and at 和 or 并 beside a figure."""
    marks = {match.start(): match.end() for match in _ENUMERATED.finditer(plain, *clause)}
    for index, figure in enumerate(inside):
        after = _AND.match(plain, figure.end, clause.end)
        if after is not None and index + 1 < len(inside):
            marks[after.start()] = after.end()
        if index and plain[figure.start - 1] in "和及与" and inside[index - 1].end < figure.start - 1:
            marks[figure.start - 1] = figure.start
    found = []
    start = clause.start
    for mark in sorted(marks):
        if mark > start:
            found.append(Span(start, mark))
        start = max(start, marks[mark])
    return [*found, Span(start, clause.end)] if start < clause.end else found


def _parted(plain: str, group: Group) -> list[Group]:
    """Part a group where a mark is lost: 新增龙头企业1家“某某”产品20个, each with a name before its figure."""
    if len(group.figures) != 2 or TRAIL.fullmatch(plain, group.figures[-1].end, group.end) is None:
        return [group]
    first, second = group.figures
    verb = VERBS.match(plain, read_opening(plain, group.span).end, first.start)
    named = verb is not None and first.start - verb.end() >= _SHORTEST_OBJECT
    if not named or _NEXT_NAME.fullmatch(plain, first.end, second.start) is None:
        return [group]
    return [Group(group.start, first.end, [first]), Group(first.end, group.end, [second])]


def _is_other_work(plain: str, before: Span, piece: Span) -> bool:
    """Say whether a piece without a value is work of its own (verb and object): the next begins with a verb too."""
    opening = read_opening(plain, before)
    first = VERBS.match(plain, opening.end, before.end)
    other = read_opening(plain, piece)
    verb = VERBS.match(plain, other.end, piece.end)
    if not (verb or other.driver) or not (first or opening.driver):
        return False
    start = opening.end if first is None else first.end()
    return plain.find("、", start, before.end) - start >= _SHORTEST_OBJECT


def _is_worded(source: Source, span: Span) -> bool:
    """Say whether words up to the end of a piece make a value."""
    if not wordings.ends_in_value(source.plain, span):
        return False
    start = read_opening(source.plain, span).end
    found = wordings.find(source, Span(start, span.end), "", figure=False)
    return found is not None and bool(found.name)


def _is_closed(plain: str, group: Group) -> bool:
    """Say whether a group ends in its figure, so that what follows is no part of its name."""
    return TRAIL.fullmatch(plain, group.figures[-1].end, group.end) is not None


def is_attribute(plain: str, group: Group, following: Group) -> bool:
    """Say whether a group only describes what the next one is about.

    In 入井人数超过30人、井深超过800米的矿山, and in 培育年产值超100亿元、竞争力强的企业2家.
    """
    if not group.figures or plain[group.end : following.start] != "、":
        return False
    first = group.figures[-1]
    if plain[first.end : group.end].strip():
        return False
    if following.figures and _DESCRIBES.match(plain, following.figures[-1].end, following.end):
        return True
    head = plain[following.start : following.figures[0].start if following.figures else following.end]
    value = value_at(plain, group.start, first)
    name = _MAKES.sub("", plain[group.start : value.start]).lstrip("年月总")
    return "的" in head and names.only_measure(name) and value.verb in BINDING


def making_verb(plain: str, group: Group) -> str:
    """Return the verb that a group begins with, and that holds for what it describes: 培育产值超1亿元、……的企业2家."""
    match = _MAKES.match(plain[group.start : group.end])
    return match[0] if match is not None else ""
