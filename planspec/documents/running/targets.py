"""Clauses to targets: which words around a figure are its name, which its value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from planspec import phrase as phrases
from planspec.documents.running import names, vocabulary, wordings
from planspec.documents.running.clauses import MASK, Plain, Span, clauses, pieces, plain, sentences
from planspec.documents.running.figures import Figure, figures
from planspec.documents.running.values import Value, value_at
from planspec.documents.running.vocabulary import ADVERBS, DRIVERS, FIRM, JOINERS, OWN_PLACES, PERIOD, TIMES, VERB
from planspec.phrase.responsibility import Known
from planspec.registry import Registry


class FoundTarget(msgspec.Struct, frozen=True):
    """An indicator and its value phrase as the text words them, with the range of the text they stand in."""

    name: str
    value: str
    start: int
    end: int
    scope: str = ""
    part_of: str = ""
    """The target before, of which 其中 makes this one a part."""


_NUMBERED: Final = re.compile(rf"\s*(?:[0-9]{{1,2}}[.)]|[①-⑳]|[一二三四五六七八九十]{{1,2}}是|--|[-·{MASK}\s])+")
_OPENING: Final = re.compile(
    rf"(?P<time>{TIMES})|(?P<place>{OWN_PLACES})|(?P<firm>(?:{FIRM})(?!生育|寿命|金|率))|(?P<period>{PERIOD})"
    rf"|(?P<driver>(?:{DRIVERS})(?!率|中))|(?P<join>{JOINERS})(?=.{{2}})|(?P<space>[\s{MASK}])"
)
_VERBS: Final = re.compile(
    rf"(?P<adverbs>(?:{ADVERBS}){{0,3}}?)(?P<verb>{VERB}(?:[和与及或并、]{VERB}|(?:改造|建设|提升|申报|认定|创建|打造|引进|培育|投产|实施|投用|培训)"
    rf"(?!活动|工作|行动|任务|项目|工程|班|基地|机构|中心))?)(?:了|成功)?"
)
_TRAIL: Final = re.compile(
    rf"[\s{MASK}”\"'’]*的?(?:奋斗|工作|年度|预期|约束性|既定|建设|改造)?(?:目标|任务|要求|水平|标准|政策|比例|指标|红线|底线|规模)*(?:任务|要求)?[\s{MASK}”\"'’]*"
)
_GROWING: Final = re.compile(r"(?:的|以上的|左右的)?(?:速度|幅度|增速)?(?P<verb>增长|递增|增幅|增速|提升|下降)(?:速度|目标)?")
_BESIDE: Final = re.compile(
    r"(?:[和及与、]|以及)(?:分别)?(?:不低于|不少于|不超过|超过|达到|约|达)?"
)
_PAST: Final = re.compile(
    r"截至|截止|去年(?!同期|水平|底|增)|上年(?!同期|水平|底|末|增|度)|已(?:经|累计|完成|达|达到|建成|实现|投入|发放|新增|培育|开工|签约|有)|自[0-9]{4}年以来|目前|现已|累计已|[0-9]月以来|以来"
)
_JOINTS_ONLY: Final = re.compile(r"[\s,、;:]*")
_LEFT_OF_OBJECT: Final = re.compile(
    rf"(?:{FIRM}|{PERIOD}|{ADVERBS}|{OWN_PLACES}|{TIMES})*(?P<verb>(?:{VERB}(?:[和与及或并、]?{VERB}){{0,2}})(?:了|成功)?)?"
    rf"(?P<more>(?:各|均|分别)?(?:不少于|不低于|不超过|超过|至少|约|近|超|达到|达|最多)?(?P<per>(?:每(?:人|户|年|月|村|镇|乡镇|县|个[一-龥]{{1,4}})){{0,2}}))"
)
_OBJECT_END: Final = re.compile(r"用于|进行|[,;。:]|确保|力争|实现(?!率)|，")
_CUT: Final = re.compile(r"(?:力争|确保|促进|带动|使得|(?<!行)使(?!用)|实现(?!率|程度)|拉动|推动)(?=.{2})")
_MID: Final = re.compile(vocabulary.MID)
_WHOLE_PLACE: Final = re.compile(rf"(?:{OWN_PLACES})")


class _Opening(msgspec.Struct, gc=False):
    """What stands before a clause's own words."""

    end: int
    firm: str = ""
    period: str = ""
    driver: str = ""
    part: bool = False


class _Reading(msgspec.Struct, gc=False):
    """A group of pieces read: one name (or several that share it) and one value (or one for each)."""

    name: str
    values: list[str]
    spans: list[Span]
    shared: bool = False
    """The value holds for each of several names."""
    verb: str = ""
    front: bool = False
    """The figure stands before its object."""
    scope: str = ""
    part: bool = False
    figure: Figure | None = None


class _Group(msgspec.Struct, gc=False):
    """Pieces of a clause up to one that has a figure."""

    start: int
    end: int
    figures: list[Figure]


def find_targets(text: str, registry: Registry, known: Known) -> Iterator[FoundTarget]:
    """Yield the targets of a paragraph in their order."""
    whole = plain(text)
    if not whole.text.strip():
        return
    paragraph = _Paragraph(text, whole, registry)
    yield from paragraph.targets()


class _Paragraph:
    def __init__(self, text: str, whole: Plain, registry: Registry) -> None:
        self.text = text
        self.plain = whole.text
        self.asides = whole.asides
        self.registry = registry
        self.last: list[FoundTarget] = []
        self.before: _Reading | None = None

    def targets(self) -> Iterator[FoundTarget]:
        found = [target for target in figures(self.plain)]
        at = 0
        for sentence in sentences(self.plain):
            self.last, self.before = [], None
            past = False
            for clause in clauses(self.plain, sentence):
                past = past or _PAST.search(self.plain, *clause) is not None
                inside = []
                while at < len(found) and found[at].start < clause.end:
                    if found[at].start >= clause.start and found[at].end <= clause.end:
                        inside.append(found[at])
                    at += 1
                if not past:
                    yield from self.clause(clause, inside)
        for aside in self.asides:
            yield from self.aside(aside)

    def aside(self, span: Span) -> Iterator[FoundTarget]:
        inner = self.text[span.start : span.end]
        if len(inner) < 6:
            return
        for target in find_targets(inner, self.registry, lambda name: False):
            yield msgspec.structs.replace(
                target, start=target.start + span.start, end=target.end + span.start
            )

    # -- clauses --

    def clause(self, clause: Span, inside: Sequence[Figure]) -> Iterator[FoundTarget]:
        for group in self.groups(clause, inside):
            made = list(self.group(group))
            if made:
                self.last = made
                yield from made

    def groups(self, clause: Span, inside: Sequence[Figure]) -> list[_Group]:
        """Gather pieces: those without a figure go with the next one that has a value."""
        groups: list[_Group] = []
        start = -1
        for piece in pieces(self.plain, clause):
            start = piece.start if start < 0 else start
            held = [figure for figure in inside if piece.start <= figure.start < piece.end]
            if held or wordings.ends_in_value(self.plain, piece):
                groups.append(_Group(start, piece.end, held))
                start = -1
        if start >= 0:
            if groups and groups[-1].figures and not self.closed(groups[-1]):
                groups[-1].end = clause.end
            else:
                groups.append(_Group(start, clause.end, []))
        return groups

    def closed(self, group: _Group) -> bool:
        """Say whether a group ends in its figure, so that what follows is no part of its name."""
        return _TRAIL.fullmatch(self.plain, group.figures[-1].end, group.end) is not None

    def group(self, group: _Group) -> Iterator[FoundTarget]:
        opening = self.opening(group)
        in_words = wordings.find(self.text, self.plain, Span(opening.end, group.end), self.registry, opening.firm or opening.period)
        if in_words or not group.figures:
            for name, value, span in in_words:
                yield from self.made(_Reading(name, [value], [span], shared=True, part=opening.part))
            self.before = None
            return
        reading = self.read(group, opening)
        if reading is not None:
            yield from self.made(reading)
            self.before = reading

    def opening(self, group: _Group) -> _Opening:
        match = _NUMBERED.match(self.plain, group.start, group.end)
        opening = _Opening(match.end() if match is not None else group.start)
        while True:
            match = _OPENING.match(self.plain, opening.end, group.end)
            if match is None or match.end() == opening.end:
                return opening
            kind, word = match.lastgroup, match[0]
            if kind == "firm":
                opening.firm = word
            elif kind == "period" and word not in ("全年", "年内", "当年", "本年度"):
                opening.period = word
            elif kind == "driver":
                opening.driver = word
            elif kind == "join" and word == "其中":
                opening.part = True
            opening.end = match.end()

    # -- one group --

    def read(self, group: _Group, opening: _Opening) -> _Reading | None:
        start, last = opening.end, group.figures[-1]
        if last.start < start:
            return None
        tail = self.plain[last.end : group.end]
        if _TRAIL.fullmatch(tail):
            return self.ended(group, opening)
        growing = _GROWING.fullmatch(tail)
        if growing is not None:
            return self.growing(last, opening, growing["verb"])
        whole = self.slice(value_at(self.plain, start, last).start, group.end)
        if phrases.parse(whole) is not None:
            return self.ended(group, opening)
        return self.fronted(group, opening)

    def ended(self, group: _Group, opening: _Opening) -> _Reading | None:
        """Read a group that ends in its figure: name, then value; or verb, name, figure."""
        start, plain = opening.end, self.plain
        values = self.series(group, start)
        first = values[0]
        end = group.end if _TRAIL.fullmatch(plain, first.end, group.end) is None and len(values) == 1 else first.end
        left = Span(start, first.start)
        prefix = self.prefix(opening, first)
        spans = [Span(value.start, value.end) for value in values]
        spans[0] = Span(first.start, end)
        texts = [prefix + self.slice(*spans[0])]
        words = self.slice(first.start, first.figure.start)
        texts += [
            words + self.slice(*span) if not value.verb else self.slice(*span)
            for value, span in zip(values[1:], spans[1:], strict=True)
        ]
        if _JOINTS_ONLY.fullmatch(plain, *left):
            return _Reading("", texts, spans, verb=first.verb, part=opening.part, figure=first.figure)
        named = self.named(left, first)
        if named is None:
            return None
        name, verb, scope = named
        if verb and (not first.verb or first.verb in _BINDS):
            texts = [self.with_verb(verb, prefix, text) for text in texts]
        elif not verb and not first.verb and self.spreads(group):
            assert self.before is not None
            verb = self.before.verb
            texts = [self.with_verb(verb, prefix, text) for text in texts]
        shared = first.each or (bool(first.verb) and not first.making) or first.figure.unit.dimension == "share"
        shared = shared or len(values) > 1
        return _Reading(name, texts, spans, shared, verb, False, scope, opening.part, first.figure)

    def with_verb(self, verb: str, prefix: str, value: str) -> str:
        return prefix + verb + value.removeprefix(prefix)

    def spreads(self, group: _Group) -> bool:
        """Say whether the verb before holds for this group too: the two are parts of one enumeration."""
        return (
            self.before is not None
            and bool(self.before.verb)
            and self.plain[group.start - 1 : group.start] == "、"
            and self.before.verb not in _NOT_SPREAD
        )

    def growing(self, figure: Figure, opening: _Opening, verb: str) -> _Reading | None:
        """Read 实现10%的增长, 以10%以上的速度增长."""
        left = self.plain[opening.end : figure.start].removesuffix("同比").rstrip("以保持实现年均达到按照")
        name = names.clean(self.text[opening.end : opening.end + len(left)])
        word = {"递增": "增长", "增幅": "增长", "增速": "增长"}.get(verb, verb)
        value = opening.firm + opening.period + word + self.slice(figure.start, figure.end)
        span = Span(figure.start, figure.end)
        if name and not names.acceptable(name):
            return None
        return _Reading(name, [value], [span], True, verb, part=opening.part, figure=figure)

    def fronted(self, group: _Group, opening: _Opening) -> _Reading | None:
        """Read a figure before its object: 打造3个商圈."""
        for figure in group.figures:
            left = _LEFT_OF_OBJECT.fullmatch(self.plain, opening.end, figure.start)
            scope = ""
            verb = ""
            if left is not None:
                verb = left["verb"] or opening.driver
                more = left["more"]
            else:
                value = value_at(self.plain, opening.end, figure)
                if not value.making:
                    continue
                verb, more = value.verb, self.plain[value.start : figure.start].partition(value.verb)[2]
                scope = names.clean(self.text[opening.end : value.start])
            if not verb:
                if self.before is None or not self.before.front or _NO_SPREAD_AFTER.search(self.plain, figure.end, group.end):
                    continue
                verb = self.before.verb
            end = group.end
            stop = _OBJECT_END.search(self.plain, figure.end, group.end)
            start = figure.end
            if stop is not None:
                if stop[0] == "用于":
                    start = stop.end()
                elif stop.start() - figure.end >= 2:
                    end = stop.start()
            name = names.clean(self.text[start:end])
            if not names.acceptable(name) or (figure.limited and not figure.unit.dimension):
                continue
            value_text = opening.firm + opening.period + verb + more + self.slice(figure.start, figure.end)
            return _Reading(
                name, [value_text], [Span(figure.start, figure.end)], False, verb, True, scope, opening.part, figure
            )
        return None

    def series(self, group: _Group, start: int) -> list[Value]:
        """Return the values at the end of a group: several where figures follow each other (5%和6%)."""
        values = [value_at(self.plain, start, group.figures[-1])]
        for figure in reversed(group.figures[:-1]):
            following = values[0]
            between = self.plain[figure.end : following.figure.start]
            if _BESIDE.fullmatch(between) is None or figure.unit.dimension != following.figure.unit.dimension:
                break
            values[0] = msgspec.structs.replace(following, start=following.figure.start, verb="")
            begin = following.figure.start
            bound = re.search("不低于|不少于|不超过|超过|约", between)
            if bound is not None:
                values[0] = msgspec.structs.replace(values[0], start=figure.end + bound.start(), verb=bound[0])
            values.insert(0, value_at(self.plain, start, figure))
        return values

    def prefix(self, opening: _Opening, value: Value) -> str:
        words = "" if value.firm else opening.firm
        if opening.period and not self.plain.startswith(opening.period, value.start):
            words += opening.period
        return words

    def named(self, left: Span, value: Value) -> tuple[str, str, str] | None:
        """Return name, verb and scope that the words before a value make; None if they make no name."""
        plain = self.plain
        verb = scope = ""
        start = left.start
        bare = not value.verb or value.verb in _BINDS
        match = _VERBS.match(plain, start, left.end)
        if match is not None and self.is_verb(match, left.end, bare or value.making):
            verb = match["verb"]
            start = match.end()
        elif bare and self.registry.indicator(names.clean(self.text[left.start : left.end])) is None:
            mid = self.mid(Span(start, left.end))
            if mid is not None:
                verb = mid[0]
                scope = names.clean(self.text[start : mid.start()])
                start = mid.end()
        for cut in _CUT.finditer(plain, start, left.end):
            start = cut.end()
        name = names.clean(self.text[start : left.end])
        return (name, verb, scope) if names.acceptable(name) else None

    def is_verb(self, match: re.Match[str], end: int, bare: bool) -> bool:
        following = self.plain[match.end() : end]
        if len(following) < 2 or following[0] in vocabulary.NO_VERB_BEFORE:
            return False
        return bare or match["verb"] in _STRONG

    def mid(self, left: Span) -> re.Match[str] | None:
        """Return a verb within the words before a figure that has an object of its own."""
        found = None
        for match in _MID.finditer(self.plain, left.start + 2, left.end):
            following = self.plain[match.end() : left.end]
            if len(following) >= 3 and following[0] not in vocabulary.NO_VERB_BEFORE and following[0] not in "项任":
                found = match
                break
        return found

    # -- targets --

    def made(self, reading: _Reading) -> Iterator[FoundTarget]:
        """Yield the targets of a reading: its names with its values."""
        part_of = self.last[-1].name if reading.part and self.last else ""
        if not reading.name:
            yield from self.nameless(reading)
            return
        several = names.parted(reading.name, self.registry) if reading.shared else [reading.name]
        if len(reading.values) > 1 and len(several) == 1 and several[0].startswith("城乡"):
            urban = "城镇" if "居民" in several[0] else "城市"
            several = [urban + several[0][2:], "农村" + several[0][2:]]
        if self.last and len(several) == 1:
            several = [names.completed(several[0], self.last[-1].name, self.registry)]
        if len(reading.values) == len(several):
            pairs = list(zip(several, range(len(several)), strict=True))
        else:
            pairs = [(name, 0) for name in several]
            if len(several) == 1:
                pairs = [(several[0], index) for index in range(len(reading.values))]
        for name, index in pairs:
            span = reading.spans[index]
            yield FoundTarget(name, reading.values[index], span.start, span.end, reading.scope, part_of)

    def nameless(self, reading: _Reading) -> Iterator[FoundTarget]:
        """Yield targets without a name of their own: more values of the name, or of the names, before."""
        if not self.last:
            return
        for value, span in zip(reading.values, reading.spans, strict=True):
            yield FoundTarget(self.last[-1].name, value, span.start, span.end, self.last[-1].scope)

    def slice(self, start: int, end: int) -> str:
        return re.sub(r"\s+", "", self.text[start:end])


_BINDS: Final = frozenset(
    ("不少于", "不低于", "超过", "超", "不超过", "约", "近", "接近", "突破", "达到", "达", "在", "为", "共", "过", "至少", "控制在")
)
_NOT_SPREAD: Final = frozenset(("完成", "实现", "保持", "推动", "稳定", "突破"))
_STRONG: Final = frozenset(("稳定", "保持", "新增", "净增", "完成", "实现", "突破"))
_NO_SPREAD_AFTER: Final = re.compile(r"[\s]*$")
