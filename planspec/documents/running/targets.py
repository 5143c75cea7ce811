"""Clauses to targets: which words around a figure are its name, which its value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from planspec import phrase as phrases
from planspec.documents.running import names, vocabulary, wordings
from planspec.documents.running.clauses import MASK, Plain, Span, clauses, plain, sentences
from planspec.documents.running.figures import Figure, figures
from planspec.documents.running.values import BINDING, Value, value_at
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


_NUMBERED: Final = re.compile(rf"\s*(?:[0-9]{{1,2}}[.)]|[①-⑳]|[一二三四五六七八九十]{{1,2}}是|--|[-·*{MASK}\s])+")
_OPENING: Final = re.compile(
    rf"(?P<time>{TIMES})|(?P<place>{OWN_PLACES})|(?P<firm>(?:{FIRM})(?!生育|寿命|金|率))|(?P<period>{PERIOD})"
    rf"|(?P<driver>(?:{ADVERBS}){{0,2}}(?:{DRIVERS})(?!率|中))|(?P<join>{JOINERS})(?=.{{2}})|(?P<space>[\s{MASK}])"
)
_VERBS: Final = re.compile(
    rf"(?P<adverbs>(?:{ADVERBS}){{0,3}}?)(?P<verb>{VERB}(?:[和与及或并、]{VERB}|改造和新建|(?:改造|建设|提升|申报|认定|创建|打造|引进|培育|投产|实施|投用|培训|培养|落地|签约|开工|支持|整治|开展|举办|优化)"
    rf"(?!活动|工作|行动|任务|项目|工程|班|基地|机构|中心))?)(?:了|成功)?"
)
_TRAIL: Final = re.compile(
    rf"[\s{MASK}”\"'’]*的?(?:奋斗|工作|年度|预期|约束性|既定|建设|改造)?(?:目标|任务|要求|水平|标准|政策|比例|指标|红线|底线|规模)*(?:任务|要求)?[\s{MASK}”\"'’]*"
    rf"|的目标(?:任务)?[^,;:]{{0,12}}|并(?:全部|全面)?(?:投入使用|投入运营|交付使用|投用|投产|运营|验收|开放)[\s{MASK}]*"
)
_GROWING: Final = re.compile(r"(?:的|以上的|左右的)?(?:速度|幅度|增速)?(?P<verb>增长|递增|增幅|增速|提升|下降)(?:速度|目标)?")
_GROWING_WORDS: Final = {"递增": "增长", "增幅": "增长", "增速": "增长"}
_LONG_AGO: Final = re.compile("截至|截止|(?<![比较])去年(?!同期|水平|底|增)|(?<![比较])上年(?!同期|水平|底|末|增|度)|过去[一五]年")
_PAST: Final = re.compile(
    r"已经?(?:累计|完成|达|建成|实现|投入|发放|新增|培育|开工|签约|有|超|突破|全部)|自[0-9]{4}年以来|目前|现已|[0-9]月以来|以来"
)
_NOW: Final = re.compile("(?:同时|并)?(?:今年|本年|明年|下一步|下步|力争|计划|确保|到20)")
_REWARD: Final = re.compile("给予[^,;]{0,16}(?:奖|补|支持)|予以(?:奖|补)|一次性(?:奖|补)|按照?不低于[0-9:.]+的?比例|奖补资金最高|最高(?:奖|补|不超过)")
"""Clauses that say what one may claim."""
_EMPTY: Final = re.compile(rf"[\s,、;:{MASK}]*")
_BEFORE_OBJECT: Final = re.compile(
    rf"(?:{FIRM}|{PERIOD}|{ADVERBS}|{OWN_PLACES}|{TIMES})*(?P<floor>至少|最少)?(?P<verb>(?:{VERB}(?:[和与及或并、]?{VERB}){{0,2}})(?:了|成功)?)?"
    rf"(?P<more>(?:各|均|分别)?(?:不少于|不低于|不超过|超过|至少|约|近|超|达到|达|最多)?(?P<per>(?:每(?:人|户|年|月|村|镇|乡镇|县|个[一-龥]{{1,4}})){{0,2}}))"
)
_DONE_TO: Final = re.compile(rf"(?:{FIRM}|{PERIOD})?(?:对|为|给|帮助|免费为)(?:{OWN_PLACES})?[^,;:0-9]{{0,12}}?(?P<bound>约|近|超过|超|不少于|至少)?")
_DEED: Final = re.compile("(?:免费|分别|逐一|集中)?(?:进行|提供|开展|实施|发放|落实)")
_SIZED: Final = re.compile("(?:[年日][产处理供]{1,2}|总投资|投资|占地|产能|装机|规模|容量|面积|[长宽高])(?:约|近|超)?$")
"""Words before a figure that says how large an object is: 年产10万吨的项目."""
_REACHING: Final = frozenset(("惠及", "覆盖", "带动", "受益", "服务"))
"""Verbs that say what a figure of people is: 惠及家长."""
_WHOLLY: Final = re.compile(
    "(?P<verb>(?:全部)?(?:按期|限期|按时)?(?:完成|建立落实|建立|落实|使用|覆盖|配备|安装|纳入|做到|推行|执行|实行|接入|承接|实现|公开|上线|签订|办理))(?P<rest>.*)"
)
"""What a hundred per cent of something do."""
_OFFICE_WORK: Final = re.compile("(?:机制|制度|措施|会议|例会|调度会|专班|小组|精神)$")
"""What offices make for themselves is counted, but no target."""
_OBJECT_END: Final = re.compile(r"用于|进行|[,;。:]|确保|力争|实现(?!率)")
_CUT: Final = re.compile(r"(?:力争|确保|促进|带动|使得|获取|获得|(?<!行)使(?!用)|实现(?!率|程度)|拉动|推动)(?=.{2})")
_MID: Final = re.compile(vocabulary.MID)
_ENUMERATED: Final = re.compile(r"(?<![国省市州县区])、|(?<=[国省市州县区])、(?![国省市州县区][、定级级规下资重内])|(?<=[0-9个家])[+](?=[一-龥])")
"""、 between pieces, not between levels (省、州规定数量)."""
_AND: Final = re.compile("以及|[和及与并且/]")
_KINDS: Final = frozenset(("种", "类"))
_NO_PREFIX: Final = frozenset(("计划", "拟", "预计", "预期", "有望"))
_NOT_SPREAD: Final = frozenset(("完成", "实现", "保持", "推动", "稳定", "突破"))
_STRONG: Final = frozenset(("稳定", "保持", "新增", "净增", "完成", "实现", "突破"))
_LONGEST_SCOPE: Final = 24
_UNLED: Final = re.compile("[^,;:。]{0,10}(?:企业|项目|产品|学校|机构)[^,;:。]{0,6}(?:上云|上平台|上规|入规|上限|升规|上市|挂牌|入库|开工|竣工|投产|建成|投用|达产|落地)")
"""What a figure without any verb before it can count: 600家企业上云."""
_WORK: Final = re.compile("(?:审批(?:工作)?|编制|建设|改造|治理|整治|提升|修复|清淤|整改|项目|工程|加固|扩建|清理)$")
_NOUNS: Final = frozenset(("投入", "供应", "转化", "上市", "挂牌", "入库"))
"""Verbs that are nouns as well."""
_COMING: Final = frozenset("新签约 新开工 新竣工 新投产 新落地 新入库 新注册 新登记 接待".split())
_GENERIC: Final = frozenset(("企业", "项目", "人员", "人才", "单位", "机构", "学校"))
"""Objects that say nothing without their verb: 入规企业."""
_SAID_BARE: Final = frozenset(("落实", "执行", "实施", "按照", "按"))
"""Verbs that may stand before a quoted share and say nothing of it."""


class _Opening(msgspec.Struct, gc=False):
    """What stands before a clause's own words."""

    end: int
    firm: str = ""
    period: str = ""
    driver: str = ""
    part: bool = False

    @property
    def prefix(self) -> str:
        """What of it belongs to the value: 力争, 每年."""
        return self.firm + self.period


class _Reading(msgspec.Struct, gc=False):
    """A group read: one name (or several that share it) and one value (or one for each)."""

    name: str
    values: list[str]
    spans: list[Span]
    words: str = ""
    """The value's words before its figure, for values that follow without any."""
    shared: bool = False
    """The value holds for each of several names."""
    verb: str = ""
    front: bool = False
    """The figure stands before its object."""
    scope: str = ""
    part: bool = False
    figure: Figure | None = None
    each: bool = False
    limit: str = ""
    """What follows the figure: 左右, 以上."""


class _Group(msgspec.Struct, gc=False):
    """A part of a clause up to one that has a value."""

    start: int
    end: int
    figures: list[Figure]


def find_targets(text: str, registry: Registry, known: Known) -> Iterator[FoundTarget]:
    """Yield the targets of a paragraph in their order; those in brackets after the others."""
    whole = plain(text)
    if whole.text.strip():
        yield from _Paragraph(text, whole, registry, known).targets()


class _Paragraph:
    def __init__(self, text: str, whole: Plain, registry: Registry, known: Known) -> None:
        self.text = text
        self.plain = whole.text
        self.asides = whole.asides
        self.registry = registry
        self.known = known
        self.last: list[FoundTarget] = []
        self.recent: list[FoundTarget] = []
        """The targets of the clause before, and of this one so far."""
        self.before: _Reading | None = None

    def targets(self) -> Iterator[FoundTarget]:
        found = list(figures(self.plain))
        at = 0
        for sentence in sentences(self.plain):
            self.last, self.recent, self.before = [], [], None
            past = False
            for clause in clauses(self.plain, sentence):
                inside = []
                while at < len(found) and found[at].start < clause.end:
                    if found[at].start >= clause.start and found[at].end <= clause.end:
                        inside.append(found[at])
                    at += 1
                past = self.past(clause, inside, past)
                if not past and _REWARD.search(self.plain, *clause) is None:
                    yield from self.clause(clause, inside)
        for aside in self.asides:
            yield from self.aside(aside)

    def past(self, clause: Span, inside: Sequence[Figure], before: bool) -> bool:
        """Say whether a clause tells what has been done, as does all that follows in its sentence."""
        if _NOW.match(self.plain, *clause) is not None:
            return False
        if before or _LONG_AGO.search(self.plain, *clause) is not None:
            return True
        return (bool(inside) and _PAST.search(self.plain, clause.start, inside[-1].start) is not None)

    def aside(self, span: Span) -> Iterator[FoundTarget]:
        """Yield the targets in a bracket."""
        if span.end - span.start < 6:
            return
        for target in find_targets(self.text[span.start : span.end], self.registry, self.known):
            yield msgspec.structs.replace(
                target, start=target.start + span.start, end=target.end + span.start
            )

    # -- clauses --

    def clause(self, clause: Span, inside: Sequence[Figure]) -> Iterator[FoundTarget]:
        waiting: _Reading | None = None
        earlier, self.recent = self.recent, []
        for group in self.groups(clause, inside):
            for reading in self.readings(group):
                if waiting is not None and not reading.name and self.follows(waiting, reading):
                    self.join(waiting, reading)
                    continue
                if waiting is None and not reading.name and reading.each:
                    for target in earlier:
                        yield from self.made(msgspec.structs.replace(reading, name=target.name))
                    continue
                if waiting is not None:
                    yield from self.made(waiting)
                waiting = self.before = reading
        if waiting is not None:
            yield from self.made(waiting)

    def join(self, one: _Reading, other: _Reading) -> None:
        """Add the values of a reading without a name; a limit (左右) after the last holds for all."""
        if not other.verb and other.limit and not one.limit and one.figure is not None:
            one.values = [value + other.limit for value in one.values]
        one.limit = other.limit
        one.values += [value if other.verb else one.words + value for value in other.values]
        one.spans += other.spans

    def follows(self, one: _Reading, other: _Reading) -> bool:
        """Say whether a value without a name is one more value of the reading before it."""
        if one.figure is None or other.figure is None or one.front:
            return False
        here, there = one.figure.unit, other.figure.unit
        if here.name == "个" and there.dimension == "point" and one.spans:
            # 高于……增速2个、3个百分点
            one.values[-1] += "百分点"
            return True
        return here.dimension == there.dimension

    def groups(self, clause: Span, inside: Sequence[Figure]) -> list[_Group]:
        """Part a clause behind each figure that 、 or 和 follows; what has no value goes with the next that has."""
        cuts = self.cuts(clause, inside)
        groups: list[_Group] = []
        start = -1
        for piece in cuts:
            start = piece.start if start < 0 else start
            held = [figure for figure in inside if piece.start <= figure.start < piece.end]
            if held or self.worded(Span(start, piece.end)):
                groups.append(_Group(start, piece.end, held))
                start = -1
        if start >= 0:
            if groups and groups[-1].figures and not self.closed(groups[-1]):
                groups[-1].end = clause.end
            else:
                # 甲增加、乙下降等影响: words that a noun follows are no values.
                while groups and not groups[-1].figures:
                    start = groups.pop().start
                groups.append(_Group(start, clause.end, []))
        return groups

    def worded(self, span: Span) -> bool:
        """Say whether words up to the end of a piece make a value."""
        if not wordings.ends_in_value(self.plain, span):
            return False
        start = self.opening(_Group(*span, [])).end
        return bool(wordings.find(self.text, self.plain, Span(start, span.end), self.registry, "", False))

    def cuts(self, clause: Span, inside: Sequence[Figure]) -> list[Span]:
        """Return the pieces of a clause: parted at 、, and at 和 or 并 beside a figure."""
        marks = {match.start(): match.end() for match in _ENUMERATED.finditer(self.plain, *clause)}
        for index, figure in enumerate(inside):
            after = _AND.match(self.plain, figure.end, clause.end)
            if after is not None and index + 1 < len(inside):
                marks[after.start()] = after.end()
            if index and self.plain[figure.start - 1] in "和及与" and inside[index - 1].end < figure.start - 1:
                marks[figure.start - 1] = figure.start
        result = []
        start = clause.start
        for mark in sorted(marks):
            if mark > start:
                result.append(Span(start, mark))
            start = max(start, marks[mark])
        if start < clause.end:
            result.append(Span(start, clause.end))
        return result

    def closed(self, group: _Group) -> bool:
        """Say whether a group ends in its figure, so that what follows is no part of its name."""
        return _TRAIL.fullmatch(self.plain, group.figures[-1].end, group.end) is not None

    def readings(self, group: _Group) -> Iterator[_Reading]:
        """Yield what a group says: in words, or by its figure."""
        opening = self.opening(group)
        span = Span(opening.end, group.end)
        found = wordings.find(self.text, self.plain, span, self.registry, opening.prefix, bool(group.figures))
        for worded in found:
            yield _Reading(
                worded.name, [worded.value], [worded.span], shared=worded.shared, scope=worded.scope, part=opening.part
            )
        if not found and group.figures:
            reading = self.read(group, opening)
            if reading is not None:
                yield reading

    def opening(self, group: _Group) -> _Opening:
        match = _NUMBERED.match(self.plain, group.start, group.end)
        opening = _Opening(match.end() if match is not None else group.start)
        while True:
            match = _OPENING.match(self.plain, opening.end, group.end)
            if match is None or match.end() == opening.end:
                return opening
            kind, word = match.lastgroup, match[0]
            if kind == "firm":
                opening.firm = "" if word in _NO_PREFIX else word
            elif kind == "period" and word not in ("全年", "年内", "当年", "本年度"):
                opening.period = word
            elif kind == "driver":
                opening.driver = word
            elif kind == "join" and word == "其中":
                opening.part = True
            opening.end = match.end()

    # -- one group --

    def read(self, group: _Group, opening: _Opening) -> _Reading | None:
        last = group.figures[-1]
        if last.start < opening.end:
            return None
        tail = self.plain[last.end : group.end]
        if _TRAIL.fullmatch(tail):
            return self.ended(last, last.end, opening, group)
        growing = _GROWING.fullmatch(tail)
        if growing is not None:
            return self.growing(last, opening, growing["verb"])
        value = value_at(self.plain, opening.end, last)
        if phrases.parse(self.slice(value.start, group.end)) is not None:
            return self.ended(last, group.end, opening, group)
        return self.fronted(group, opening)

    def ended(self, figure: Figure, end: int, opening: _Opening, group: _Group) -> _Reading | None:
        """Read a group that ends in its figure: name, then value; or verb, name, figure."""
        value = value_at(self.plain, opening.end, figure)
        span = Span(value.start, end)
        prefix = "" if value.firm else opening.firm
        if not self.plain.startswith(opening.period, value.start):
            prefix += opening.period
        text = self.slice(*span)
        limit = self.slice(figure.unit_end, figure.end)
        words = prefix + self.slice(value.start, value.words_end)
        if _EMPTY.fullmatch(self.plain, opening.end, value.start):
            return _Reading(
                "", [prefix + text], [span], words, False, value.verb, part=opening.part, figure=figure,
                each=value.each, limit=limit,
            )  # fmt: skip
        value, text = self.noun_before(opening, value, text)
        named = self.named(Span(opening.end, value.start), value)
        if named is None:
            return None
        name, verb, scope = named
        if not verb and not value.verb and self.spreads(group):
            assert self.before is not None
            verb = self.before.verb
        if verb and value.binds:
            text = verb + text
            words = ""
        shared = value.each or (bool(value.verb) and not value.making and not verb) or figure.unit.dimension == "share"
        return _Reading(
            name, [prefix + text], [span], words, shared, verb, False, scope, opening.part, figure, value.each, limit
        )

    def noun_before(self, opening: _Opening, value: Value, text: str) -> tuple[Value, str]:
        """Give a verb that is the end of an indicator's name (研发经费投入) to the name."""
        if not value.making:
            return value, text
        name = names.clean(self.text[opening.end : value.start])
        at = self.plain.index(value.verb, value.start) + len(value.verb)
        whole = name + value.verb
        alone = self.registry.indicator(name)
        if self.registry.indicator(whole) is None or (alone is not None and value.verb not in _NOUNS):
            return value, text
        moved = msgspec.structs.replace(value, start=at, verb="", making=False)
        return moved, self.slice(at, value.end)

    def spreads(self, group: _Group) -> bool:
        """Say whether the verb before holds for this group too: the two are parts of one enumeration."""
        return (
            self.before is not None
            and bool(self.before.verb)
            and self.plain[group.start - 1 : group.start] == "、"
            and self.before.verb not in _NOT_SPREAD
            and (self.before.front or self.before.verb in vocabulary.VERBS)
        )

    def growing(self, figure: Figure, opening: _Opening, verb: str) -> _Reading | None:
        """Read 实现10%的增长, 以10%以上的速度增长."""
        left = self.plain[opening.end : figure.start].removesuffix("同比").rstrip("以保持实现年均达到按照")
        name = names.clean(self.text[opening.end : opening.end + len(left)])
        if name and not names.acceptable(name):
            return None
        value = opening.prefix + _GROWING_WORDS.get(verb, verb) + self.slice(figure.start, figure.end)
        return _Reading(
            name, [value], [Span(figure.start, figure.end)], "", True, verb, part=opening.part, figure=figure
        )

    def fronted(self, group: _Group, opening: _Opening) -> _Reading | None:
        """Read a figure before its object: 打造3个商圈."""
        for figure in group.figures:
            if figure.unit.name in _KINDS or figure.start < opening.end:
                continue
            if _SIZED.search(self.plain, opening.end, figure.start) is not None:
                continue
            done = self.done_to(figure, opening, group) or self.done_by(figure, opening, group)
            if done is not None:
                return done
            found = self.before_object(figure, opening, group)
            if found is None:
                continue
            scope, verb, more, name_before = found
            if verb in _REACHING:
                name_before, verb = verb, ""
            start, end = figure.end, group.end
            stop = _OBJECT_END.search(self.plain, start, end)
            if stop is not None and stop[0] == "用于":
                start = stop.end()
            elif stop is not None and stop.start() - start >= 2:
                end = stop.start()
            name = names.shortened(names.clean(name_before + self.text[start:end]), _LONGEST_SCOPE)
            if not names.acceptable(name) or _OFFICE_WORK.search(name) is not None:
                continue
            value = opening.prefix + verb + more + self.slice(figure.start, figure.end)
            return _Reading(
                name, [value], [Span(figure.start, figure.end)], "", False, verb, True, scope, opening.part, figure
            )
        return None

    def done_to(self, figure: Figure, opening: _Opening, group: _Group) -> _Reading | None:
        """Read 对5公里河道进行清淤, 为200名儿童提供免费筛查."""
        before = _DONE_TO.fullmatch(self.plain, opening.end, figure.start)
        if before is None:
            return None
        deed = _DEED.search(self.plain, figure.end, group.end)
        if deed is None or deed.start() - figure.end < 1:
            return None
        whom = self.text[figure.end : deed.start()]
        what = self.text[deed.end() : group.end]
        name = names.clean(whom + what)
        if len(name) > 24:
            name = names.clean(what)
        if not names.acceptable(name):
            return None
        span = Span(figure.start - len(before["bound"] or ""), figure.end)
        return _Reading(name, [opening.prefix + self.slice(*span)], [span], part=opening.part, figure=figure)

    def done_by(self, figure: Figure, opening: _Opening, group: _Group) -> _Reading | None:
        """Read 企业100%使用平台, 楼盘100%承接查验."""
        match = _WHOLLY.fullmatch(self.plain, figure.end, group.end)
        if match is None or figure.unit.dimension != "share":
            return None
        value = value_at(self.plain, opening.end, figure)
        who = names.clean(self.text[opening.end : value.start])
        what = names.clean(self.text[match.start("rest") : group.end])
        span = Span(value.start, figure.end)
        text = opening.prefix + self.slice(*span)
        if len(what) > 3:
            reading = _Reading(what, [text + match["verb"]], [span], shared=True, scope=who)
        else:
            reading = _Reading(who + match["verb"] + what, [text], [span])
        reading.part, reading.figure = opening.part, figure
        return reading if names.acceptable(reading.name) and who else None

    def before_object(
        self, figure: Figure, opening: _Opening, group: _Group
    ) -> tuple[str, str, str, str] | None:
        """Return scope, verb, words after the verb, and beginning of the name, as they stand before a figure."""
        left = _BEFORE_OBJECT.fullmatch(self.plain, opening.end, figure.start)
        if left is not None:
            verb = (left["floor"] or "") + (left["verb"] or opening.driver)
            if verb:
                return "", verb, left["more"], ""
            if self.before is not None and self.before.front and _EMPTY.fullmatch(left[0]):
                return "", self.before.verb, "", ""
            return ("", "", "", "") if _UNLED.fullmatch(self.plain, figure.end, group.end) else None
        value = value_at(self.plain, opening.end, figure)
        if value.making:
            scope = self.scope(Span(opening.end, value.start))
            before, _, more = self.plain[value.start : figure.start].partition(value.verb)
            return scope, before + value.verb, more, ""
        match = _VERBS.match(self.plain, opening.end, value.start)
        if match is not None and value.binds and _WORK.search(self.plain, figure.end, group.end):
            between = self.text[match.end() : value.start]
            if between.endswith(("等", "、")):
                return "", match["verb"], self.plain[value.start : figure.start], ""
            if 2 <= len(between) <= 20 and "、" not in between:
                before = between
                return "", match["verb"], self.plain[value.start : figure.start], before
        if value.verb in BINDING and not value.link and figure.unit.dimension in ("count", "persons"):
            return "", "", self.plain[value.start : figure.start], self.text[opening.end : value.start]
        return None

    def named(self, left: Span, value: Value) -> tuple[str, str, str] | None:
        """Return name, verb and scope that the words before a value make; None if they make no name."""
        plain = self.plain
        verb = scope = ""
        start = left.start
        match = _VERBS.match(plain, start, left.end)
        if match is not None and self.is_verb(match, left.end, value):
            if "、" in match["verb"]:
                start = match.start("verb")
            else:
                verb = match["verb"]
                start = match.end()
                if verb in _SAID_BARE and value.figure.unit.dimension in ("share", "point"):
                    verb = ""
                whole = names.clean(self.text[match.start("verb") : left.end])
                if value.binds and self.belongs(whole, names.clean(self.text[start : left.end]), verb):
                    return (whole, "", scope) if names.acceptable(whole) else None
        elif value.binds and self.registry.indicator(names.clean(self.text[left.start : left.end])) is None:
            mid = self.mid(Span(start, left.end))
            if mid is not None:
                verb = mid[0]
                scope = self.scope(Span(start, mid.start()))
                start = mid.end()
        name = ""
        for cut in _CUT.finditer(plain, start, left.end):
            if cut[0] == "实现" and names.only_measure(plain[cut.end() : left.end]):
                # 机械产业实现产值: the verb parts one name.
                name = names.clean(self.text[start : cut.start()])
            start = cut.end()
        name, examples = names.generic(name + names.clean(self.text[start : left.end]))
        if value.binds and name.endswith(("长", "宽", "占地", "占地面积", "总长")):
            return None
        return (name, verb, scope or examples) if names.acceptable(name) else None

    def belongs(self, whole: str, thing: str, verb: str) -> bool:
        """Say whether a verb belongs to the name of what it makes: 接待游客, 新签约亿元以上项目, 入规企业."""
        if thing in _GENERIC:
            return verb not in _STRONG and verb not in ("新建", "建设", "培育", "引进", "支持", "实施")
        known, alone = self.registry.indicator(whole), self.registry.indicator(thing)
        if known is None or known is alone:
            return False
        return verb in _COMING if alone is not None else len(thing) <= 3

    def scope(self, span: Span) -> str:
        """Return whom or what a target is about, as it stands before the verb; "" for another clause."""
        written = names.clean(self.text[span.start : span.end])
        if written in ("全省", "全国"):
            return ""
        return written if 2 <= len(written) <= _LONGEST_SCOPE and _VERBS.match(written) is None else ""

    def is_verb(self, match: re.Match[str], end: int, value: Value) -> bool:
        following = self.plain[match.end() : end]
        if len(following) < 2 or following[0] in vocabulary.NO_VERB_BEFORE or names.only_measure(following):
            return False
        verb = match["verb"]
        if value.figure.unit.dimension in ("share", "point"):
            return verb in _STRONG or verb in _SAID_BARE
        return value.binds or value.making or verb in _STRONG

    def mid(self, left: Span) -> re.Match[str] | None:
        """Return a verb within the words before a figure that has an object of its own."""
        for match in _MID.finditer(self.plain, left.start + 2, left.end):
            following = self.plain[match.end() : left.end]
            if len(following) >= 3 and following[0] not in vocabulary.NO_VERB_BEFORE and following[0] not in "项任投完":
                return match
        return None

    # -- targets --

    def made(self, reading: _Reading) -> Iterator[FoundTarget]:
        """Yield the targets of a reading: its names with its values."""
        made = list(self.targets_of(reading))
        if made:
            self.last = made
            self.recent += made
        yield from made

    def targets_of(self, reading: _Reading) -> Iterator[FoundTarget]:
        part_of = self.last[-1].name if reading.part and self.last else ""
        count = len(reading.values)
        if not reading.name:
            several = [self.last[-1].name] * count if self.last else []
        else:
            several = names.parted(reading.name, self.registry) if reading.shared or count > 1 else [reading.name]
            if count == 2 and len(several) == 1:
                several = names.twofold(several[0])
            if self.last and len(several) == 1:
                previous = self.last[-1].name
                name, verb = names.invested(several[0], previous)
                if verb and not reading.values[0].startswith(verb):
                    reading.values = [verb + value for value in reading.values]
                several = [names.completed(name, previous, self.registry)]
        if not several:
            return
        if len(several) != count:
            if len(several) > 1 and count > 1 and not reading.shared:
                several = [reading.name]
            indexes = [(name, 0) for name in several] if len(several) > 1 else [(several[0], i) for i in range(count)]
        else:
            indexes = [(name, index) for index, name in enumerate(several)]
        for name, index in indexes:
            span = reading.spans[index]
            value = reading.values[index]
            if len(several) > 1:
                value = value.replace("分别", "", 1)
            yield FoundTarget(name, value, span.start, span.end, reading.scope, part_of)

    def slice(self, start: int, end: int) -> str:
        return re.sub(r"\s+", "", self.text[start:end])
