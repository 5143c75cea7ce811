"""A paragraph's targets: its clauses are grouped around their values, and each group is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from planspec import phrase as phrases
from planspec.documents.running import (
    context,
    duties,
    names,
    objects,
    subjects,
    untargeted,
    vocabulary,
    wordings,
)
from planspec.documents.running.clauses import Plain, Span, clauses, plain, sentences
from planspec.documents.running.figures import THING, Figure, figures
from planspec.documents.running.groups import TRAIL, groups_of, is_attribute, making_verb
from planspec.documents.running.openings import read_opening
from planspec.documents.running.reading import Group, Reading, Source
from planspec.documents.running.values import value_at
from planspec.phrase.unitlists import Known
from planspec.registry import Registry


class FoundTarget(msgspec.Struct, frozen=True):
    """An indicator and its value phrase as the text words them, with the range of the text they stand in."""

    name: str
    value: str
    start: int
    end: int
    scope: str = ""
    part_of: str = ""
    """The name of the target before, of which 其中 makes this one a part."""


_GROWING: Final = re.compile(
    r"(?:的|以上的|左右的)?(?:速度|幅度|增速)?(?P<verb>增长|递增|增幅|增速|提升|下降)(?:速度|目标)?"
)
_UNMARKED: Final = re.compile("(?:实施|开展|推进|落实|创建|建设)(?!的)[^,;:]{2,24}(?:工程|行动|计划|政策)")
"""What a figure never leads to: another piece of work, its mark lost (建成农田5万亩实施某某工程)."""
_LONGEST_ALONE: Final = 20
"""Characters of a bracket that can be a value alone."""
_NOT_SPREAD: Final = frozenset(("完成", "实现", "保持", "推动", "稳定", "突破"))
"""Verbs that do not hold for what follows them after 、."""


def find_targets(text: str, registry: Registry, known: Known, title: str = "") -> Iterator[FoundTarget]:
    """Yield the targets of a paragraph in their order; those in brackets after the others.

    `known` says which names are units: a unit before a verb does it, and is no scope. `title` is the heading
    that the paragraph stands under: a value without a name (完成省定任务) is about it.
    """
    whole = plain(text)
    if whole.text.strip():
        for target in _Paragraph(text, whole, registry, title).targets():
            unit = target.scope and "%" not in target.value and known(target.scope)
            yield msgspec.structs.replace(target, scope="") if unit else target


class _Paragraph:
    """Reads one paragraph; what it remembers of a sentence completes names that were left out."""

    def __init__(self, text: str, whole: Plain, registry: Registry, title: str) -> None:
        self.plain = whole.text
        self.asides = whole.asides
        self.source = Source(text, whole.text, registry, title)
        self.title = title
        self.last: list[FoundTarget] = []
        """The targets of the group before."""
        self.recent: list[FoundTarget] = []
        """The targets of the clause before, and of this one so far."""
        self.before: Reading | None = None
        """The reading before."""
        self.stated: list[str] = []
        """The names of the sentence's targets before."""
        self.named: list[str] = []
        """The names of the targets before."""
        self.treated = ""
        """What the clause before says is treated."""
        self.making = ""
        """The verb of an attribute just passed over: 培育 in 培育产值超1亿元、竞争力强的企业2家."""

    def targets(self) -> Iterator[FoundTarget]:
        yield from self.of_sentences()
        for aside in self.asides:
            alone = self.alone(aside)
            if alone is not None:
                yield alone
                continue
            inner = Plain(self.plain_of(aside), ())
            if aside.end - aside.start >= 4:
                inside = _Paragraph(
                    self.source.text[aside.start : aside.end], inner, self.source.registry, ""
                )
                for target in inside.of_sentences():
                    yield msgspec.structs.replace(
                        target, start=target.start + aside.start, end=target.end + aside.start
                    )

    def alone(self, aside: Span) -> FoundTarget | None:
        """Return the target of a bracket that holds a value alone: 新生儿疾病筛查（95%）."""
        value = self.source.slice(*aside)
        phrase = phrases.parse(value) if len(value) <= _LONGEST_ALONE else None
        if phrase is None or not (phrase.measure is phrases.Measure.DEFERRED or phrase.dimension == "share"):
            return None
        name = context.before_bracket(self.source, aside.start - 1)
        return FoundTarget(name, value, aside.start, aside.end) if name else None

    def plain_of(self, aside: Span) -> str:
        """Return the plain text inside a bracket, where brackets are masked in their turn."""
        return plain(self.source.text[aside.start : aside.end]).text

    def of_sentences(self) -> Iterator[FoundTarget]:
        found = list(figures(self.plain))
        at = 0
        for sentence in sentences(self.plain):
            self.last, self.recent, self.before, self.treated = [], [], None, ""
            self.stated = []
            past = False
            for clause in clauses(self.plain, sentence):
                while at < len(found) and found[at].start < clause.start:
                    at += 1
                inside = []
                while at < len(found) and found[at].end <= clause.end:
                    inside.append(found[at])
                    at += 1
                past = untargeted.is_past(self.plain, clause, inside, past)
                if not past and not untargeted.is_claim(self.plain, clause):
                    yield from self.clause(clause, inside)
                self.treated = context.treated(self.source, clause)

    # -- readings --

    def clause(self, clause: Span, inside: Sequence[Figure]) -> Iterator[FoundTarget]:
        waiting: Reading | None = None
        earlier, self.recent = self.recent, []
        groups = groups_of(self.source, clause, inside)
        for group, following in zip(groups, [*groups[1:], None], strict=True):
            if following is not None and is_attribute(self.plain, group, following):
                self.making = making_verb(self.plain, group)
                continue
            for reading in self.readings(group):
                if waiting is not None and reading.only_verb and _follows(waiting, reading):
                    reading.values = [reading.name + value for value in reading.values]
                    reading.name, reading.verb = "", reading.name
                if waiting is not None and not reading.name and _follows(waiting, reading):
                    _join(waiting, reading)
                    continue
                one_each = len(groups) > 1 and "分别" in "".join(reading.values)
                if waiting is None and not reading.name and reading.each and not one_each:
                    for target in earlier:  # 甲……、乙……，均增长5%
                        yield from self.made(msgspec.structs.replace(reading, name=target.name))
                    continue
                if waiting is not None:
                    yield from self.made(waiting)
                waiting = self.before = reading
            self.making = ""
        if waiting is not None:
            yield from self.made(waiting)

    def readings(self, group: Group) -> Iterator[Reading]:
        """Yield what a group says: in words, or by its figure."""
        opening = read_opening(self.plain, group.span)
        span = Span(opening.end, group.end)
        figure = bool(group.figures)
        worded = wordings.find(self.source, span, opening.prefix, figure=figure)
        if worded is not None and (worded.name or not figure):
            found = [worded]
        else:
            found = duties.find(self.source, span, opening.prefix, figure=figure)
        for reading in found:
            reading.part = opening.part
            yield reading
        if not found and figure:
            by_figure = self.by_figure(group)
            if by_figure is not None:
                yield by_figure

    def by_figure(self, group: Group) -> Reading | None:
        opening = read_opening(self.plain, group.span)
        last = group.figures[-1]
        if last.start < opening.end:
            return None
        tail = self.plain[last.end : group.end]
        if TRAIL.fullmatch(tail):
            return subjects.ended(self.source, last, last.end, opening, self.spread(group))
        growing = _GROWING.fullmatch(tail)
        if growing is not None:
            return subjects.growing(self.source, last, opening, growing["verb"])
        value = value_at(self.plain, opening.end, last)
        if _UNMARKED.match(tail) is not None and value.start > opening.end:
            return subjects.ended(self.source, last, last.end, opening, self.spread(group))
        whole = phrases.parse(self.source.slice(value.start, group.end))
        if whole is not None and THING.match(tail) is None:  # 100%完成
            return subjects.ended(self.source, last, group.end, opening, self.spread(group))
        return objects.fronted(self.source, group, opening, self.before)

    def spread(self, group: Group) -> str:
        """Return the verb before that holds for this group too: the two are parts of one enumeration."""
        if self.making:
            return self.making
        before = self.before
        if before is None or before.verb in _NOT_SPREAD:
            return ""
        touches = before.figure is not None and before.figure.end == group.start
        if self.plain[group.start - 1 : group.start] != "、" and not touches:
            return ""
        return before.verb if before.front or before.verb in vocabulary.VERBS else ""

    # -- targets --

    def made(self, reading: Reading) -> Iterator[FoundTarget]:
        """Yield the targets of a reading, and remember them."""
        made = list(self.targets_of(reading))
        if made:
            self.last = made
            self.recent += made
            self.named += [target.name for target in made]
            self.stated += [target.name for target in made]
        yield from made

    def targets_of(self, reading: Reading) -> Iterator[FoundTarget]:
        part_of = self.last[-1].name if reading.part and self.last else ""
        several = self.names_of(reading)
        count = len(reading.values)
        if len(several) == count:
            pairs = [*zip(several, range(count), strict=True)]
        elif len(several) == 1:
            pairs = [(several[0], index) for index in range(count)]
        elif count == 1 or reading.shared:
            pairs = [(name, 0) for name in several]
        else:
            pairs = [(reading.name, index) for index in range(count)]
        for name, index in pairs:
            span, value = reading.spans[index], reading.values[index]
            if len(several) > 1:
                value = value.replace("分别", "", 1)
            for at, one in self.measured(reading.figure, span, value):
                yield FoundTarget(name, one, at.start, at.end, reading.scope, part_of)

    def measured(self, figure: Figure | None, span: Span, value: str) -> Iterator[tuple[Span, str]]:
        """Yield the values of a figure that measures one thing in several ways: 改造12个1500户."""
        measures = figure.measures if figure is not None else ()
        words, found, _ = value.partition(self.source.slice(*measures[0])) if measures else ("", "", "")
        if not found:
            yield span, value
            return
        for measure in measures:
            start = span.start if measure is measures[0] else measure[0]
            yield Span(start, measure[1]), words + self.source.slice(*measure)

    def names_of(self, reading: Reading) -> list[str]:
        """Return the names that a reading's values belong to; none where nobody can tell."""
        count = len(reading.values)
        if not reading.name:
            deferred = self.deferred(reading)
            if deferred:
                return [name for name in deferred if name]
            if len(reading.values) > 1 and "分别" in reading.values[0]:
                several = list(dict.fromkeys(self.stated))[-len(reading.values) :]
                if len(several) == len(reading.values):  # 甲达到……，乙达到……，分别增长5%、6%
                    return several
            if self.last:
                return [self.last[-1].name]
            if self.treated:
                return [self.treated]
            if reading.figure is not None:
                return []
            title = context.title_of(self.source) or context.name_in_title(self.title, self.source)
            return [title] if title else []
        several = [reading.name]
        if reading.shared or count > 1:
            several = names.parted(reading.name, self.source.registry)
        if count == 2 and len(several) == 1:
            several = names.twofold(several[0])
        if len(several) == 1:
            several = [self.full_name(several[0], reading)]
        return several

    def deferred(self, reading: Reading) -> Sequence[str]:
        """Return the names of a value that leaves the figure to a superior; none where it is no such value."""
        if reading.figure is not None or (phrase := phrases.parse(reading.values[0])) is None:
            return ()
        if phrase.measure is not phrases.Measure.DEFERRED:
            return ()
        if reading.values[0].endswith("为准") and not self.last:
            return list(dict.fromkeys(self.named))
        return context.deferred(self.source, reading.spans[0].end)

    def full_name(self, name: str, reading: Reading) -> str:
        """Return a name completed by what stands before it."""
        if self.last:
            previous = self.last[-1].name
            name, verb = names.invested(name, previous)
            if verb and not reading.values[0].startswith(verb):
                reading.values = [verb + value for value in reading.values]
            name = names.completed(name, previous, self.source.registry)
        name = context.resumed(name, self.source, reading.spans[0].start - len(name))
        return context.of_industry(name, self.title, self.source) if name in context.OUTPUT else name


def _follows(one: Reading, other: Reading) -> bool:
    """Say whether a value without a name is one more value of the reading before it."""
    if one.figure is None or other.figure is None or one.front:
        return False
    here, there = one.figure.unit, other.figure.unit
    if here.name == "个" and there.dimension == "point":
        one.values[-1] += "百分点"  # 高于……增速2个、3个百分点
        return True
    return here.dimension == there.dimension


def _join(one: Reading, other: Reading) -> None:
    """Add the values of a reading without a name; a limit (左右) after the last holds for all."""
    if not other.verb and other.limit and not one.limit:
        one.values = [value + other.limit for value in one.values]
    one.limit = other.limit
    one.values += [value if other.verb else one.words + value for value in other.values]
    one.spans += other.spans
