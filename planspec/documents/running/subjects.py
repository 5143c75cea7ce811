"""A name and then its figure (规上企业新增5家), or a verb, a name and a figure (新增规上企业5家)."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from planspec import phrase as phrases
from planspec.documents.running import bearers, names, vocabulary
from planspec.documents.running.clauses import MASK, Span
from planspec.documents.running.figures import Figure
from planspec.documents.running.openings import Opening
from planspec.documents.running.reading import Reading, Source
from planspec.documents.running.values import Value, value_at
from planspec.documents.running.vocabulary import ADVERB, SECOND_VERB, VERB

VERBS: Final = re.compile(
    rf"(?:{ADVERB}){{0,3}}?(?P<verb>{VERB}(?:[和与及或并、]{VERB}|改造和新建|{SECOND_VERB})?)(?:了|成功)?"
)
"""A verb, or two, with adverbs before it."""
LONGEST_SCOPE: Final = 24

_EMPTY: Final = re.compile(rf"[\s,、;:{MASK}]*")
_WITHIN: Final = re.compile(vocabulary.WITHIN)
_ANEW: Final = re.compile(rf"(?<=.{{4}})(?P<verb>{VERB}[和与及或]{VERB})(?=.{{3}})")
"""Two verbs within an object: a mark is missing before them, and it is they that govern the figure."""
_CUT: Final = re.compile(
    r"(?:力争|确保|促进|带动|使得|获取|获得|(?<!行)使(?!用)|实现(?!率|程度)|拉动|推动)(?=.{2})"
)
"""Verbs within a clause behind which the name begins."""
_TAKEN: Final = re.compile("(?:将|对|把)(?P<name>[^,;:]{2,36}?)(?:全部|全面)?纳入")
"""将某某纳入某系统并实现全覆盖 is about what is taken."""
_DONE_TO: Final = re.compile("(?P<what>.{3,}?)(?:进行|开展|实施)(?P<deed>[一-龥]{2,6})")
_YEARS: Final = re.compile("(?:19|20)[0-9]{2}年(?:底|末)?的?")
_CAPACITY: Final = re.compile("(?P<measure>年产[能量值])(?P<what>[一-龥]{2,8})")
_LED: Final = re.compile("^(?:由?[^,;]{2,12}(?:牵头|负责))?在?")
"""Who does it and 在 before a place: 某局牵头在中心城区分配1184套."""
_ABOUT_SHARES: Final = frozenset(("落实", "执行", "实施", "按照", "按"))
"""Verbs of carrying out: they may stand before a quoted share and say nothing of it."""
_NOUNS: Final = frozenset(("投入", "供应", "转化", "上市", "挂牌", "入库"))
"""Verbs that are nouns as well: 研发经费投入."""
_COMING: Final = frozenset(
    ("新签约", "新开工", "新竣工", "新投产", "新落地", "新入库", "新注册", "新登记", "接待")
)
"""Verbs that make another indicator of their object: 新签约亿元以上项目."""
_GENERIC: Final = frozenset(("企业", "项目", "人员", "人才", "单位", "机构", "学校"))
"""Objects that say nothing without their verb: 入规企业."""
_PLAIN_VERBS: Final = vocabulary.STEADY | {"新建", "建设", "培育", "引进", "支持", "实施"}
"""Verbs that belong to the value even so."""
_SIZES: Final = ("长", "宽", "占地", "占地面积", "总长")
"""Ends of names whose figure only says how large an object is."""
_GROWING_WORDS: Final = {"递增": "增长", "增幅": "增长", "增速": "增长"}


def ended(source: Source, figure: Figure, end: int, opening: Opening, spread: str) -> Reading | None:
    """Read a group that ends in its figure; `spread` is a verb before that holds for this group too."""
    value = value_at(source.plain, opening.end, figure)
    reading = Reading("", [], [Span(value.start, end)], part=opening.part, figure=figure, each=value.each)
    prefix = "" if value.firm else opening.firm
    if not source.plain.startswith(opening.period, value.start):
        prefix += opening.period
    reading.limit = source.slice(figure.unit_end, figure.end)
    reading.words = prefix + source.slice(value.start, figure.start)
    if _EMPTY.fullmatch(source.plain, opening.end, value.start):
        reading.values = [prefix + _without_years(source.slice(value.start, end))]
        reading.verb = value.verb
        return reading
    share = source.slice(opening.end, end)
    if share.startswith("占") and figure.relative and phrases.parse(share) is not None:
        reading.values = [prefix + share]  # 占全省的30%: of what stands before
        return reading
    value = _noun_before(source, opening, value)
    found = _named(source, Span(opening.end, value.start), value)
    if found is None:
        return None
    reading.name, verb, reading.scope = found
    if verb in _ABOUT_SHARES and figure.unit.name == "条":  # 落实营商环境35条: the figure is a policy's name
        return None
    reading.only_verb = VERBS.fullmatch(source.plain, opening.end, value.start) is not None
    if not verb and not value.verb:
        verb = spread
    text = source.slice(value.start, end)
    if verb and value.binds:
        text, reading.words = _readable(verb, text), ""
    reading.values = [prefix + _without_years(text)]
    reading.verb = verb
    reading.shared = value.each or figure.unit.dimension == "share"
    reading.shared = reading.shared or (bool(value.verb) and not value.made and not verb)
    return reading


def _without_years(value: str) -> str:
    """Return 从5家增加到10家 for 从2023年的5家增加到2025年的10家."""
    return _YEARS.sub("", value) if value.startswith(("从", "由")) else value


def _readable(verb: str, figure: str) -> str:
    """Return a value of two verbs as one that the grammar reads: 完成改造和新建35公里 → 完成35公里."""
    whole = verb + figure
    first = verb[:2] + figure
    return first if phrases.parse(whole) is None and len(verb) > 4 and phrases.parse(first) else whole


def growing(source: Source, figure: Figure, opening: Opening, verb: str) -> Reading | None:
    """Read 实现10%的增长, 以10%以上的速度增长."""
    left = source.plain[opening.end : figure.start].removesuffix("同比").rstrip("以保持实现年均达到按照")
    name = names.clean(source.text[opening.end : opening.end + len(left)])
    if name and not names.acceptable(name):
        return None
    value = opening.prefix + _GROWING_WORDS.get(verb, verb) + source.slice(figure.start, figure.end)
    span = Span(figure.start, figure.end)
    return Reading(name, [value], [span], shared=True, part=opening.part, figure=figure, verb=verb)


def scope_in(source: Source, span: Span) -> str:
    """Return whom or what a target is about, as it stands before the verb; "" where that is another clause."""
    written = _LED.sub("", names.clean(source.text[span.start : span.end]))
    if written in ("全省", "全国") or not 2 <= len(written) <= LONGEST_SCOPE:
        return ""
    return written if VERBS.match(written) is None else ""


def _noun_before(source: Source, opening: Opening, value: Value) -> Value:
    """Give a verb that is the end of an indicator's name (研发经费投入) to the name."""
    if not value.made:
        return value
    name = names.clean(source.text[opening.end : value.start])
    if source.registry.indicator(name + value.verb) is None:
        return value
    if source.registry.indicator(name) is not None and value.verb not in _NOUNS:
        return value
    end = source.plain.index(value.verb, value.start) + len(value.verb)
    return msgspec.structs.replace(value, start=end, verb="", made=False)


def _named(source: Source, left: Span, value: Value) -> tuple[str, str, str] | None:
    """Return name, verb and scope that the words before a value make; None if they make no name."""
    start, verb, scope = left.start, "", ""
    match = VERBS.match(source.plain, *left)
    if match is not None and _is_verb(source, match, left.end, value):
        verb, start = match["verb"], match.end()
        anew = (
            _ANEW.search(source.plain, start, left.end) if value.binds and not value.figure.relative else None
        )
        if anew is not None:
            verb, start = anew["verb"], anew.end()
        if "、" in verb:  # 新增、恢复灌溉面积: both are a part of the name
            verb, start = "", match.start("verb")
        elif verb in _ABOUT_SHARES and value.figure.relative:
            verb = ""
        whole = names.clean(source.text[match.start("verb") : left.end])
        thing = names.clean(source.text[start : left.end])
        if verb and value.binds and _belongs(source, whole, thing, verb):
            return (whole, "", "") if names.acceptable(whole) else None
    elif value.binds and not value.figure.relative and not _known(source, left):
        within = _verb_within(source, left)
        if within is not None:
            verb, scope, start = within[0], scope_in(source, Span(start, within.start())), within.end()
    taken = _TAKEN.match(source.plain, start, left.end)
    if taken is not None:
        start, left = taken.start("name"), Span(taken.start("name"), taken.end("name"))
    name, examples = names.generic(_behind_cuts(source, Span(start, left.end)))
    name = _CAPACITY.sub(r"\g<what>\g<measure>", names.fitting(name))
    if value.figure.relative and not examples:
        name, examples = bearers.parted(name)
    if not names.acceptable(name) or (value.binds and name.endswith(_SIZES)):
        return None
    return name, verb, scope or examples


def _deed(name: str) -> str:
    """Return 甲清查 for 甲开展清查: what is done is done to it."""
    match = _DONE_TO.fullmatch(name)
    return name if match is None else match["what"] + match["deed"]


def _known(source: Source, span: Span) -> bool:
    return source.registry.indicator(names.clean(source.text[span.start : span.end])) is not None


def _behind_cuts(source: Source, span: Span) -> str:
    """Return the name behind 促进, 使 and the like; in 机械产业实现产值 the verb only parts one name."""
    start, head = span.start, ""
    for cut in _CUT.finditer(source.plain, *span):
        if cut[0] == "实现" and names.only_measure(source.plain[cut.end() : span.end]):
            head = names.clean(source.text[start : cut.start()])
        start = cut.end()
    written = source.text[start : span.end]
    return head + (_deed(names.clean(written)) if written.startswith("对") else names.clean(written))


def _is_verb(source: Source, match: re.Match[str], end: int, value: Value) -> bool:
    """Say whether the verb at the start of a clause is one, and not the beginning of a name."""
    following = source.plain[match.end() : end]
    if len(following) < 2 or following[0] in vocabulary.NO_VERB_BEFORE or names.only_measure(following):
        return False
    if value.figure.relative:
        return match["verb"] in vocabulary.STEADY or match["verb"] in _ABOUT_SHARES
    return value.binds or value.made or match["verb"] in vocabulary.STEADY


def _verb_within(source: Source, left: Span) -> re.Match[str] | None:
    """Return a verb within the words before a figure that has an object of its own."""
    for match in _WITHIN.finditer(source.plain, left.start + 2, left.end):
        following = source.plain[match.end() : left.end]
        if (
            len(following) >= 3
            and following[0] not in vocabulary.NO_VERB_BEFORE
            and following[0] not in "项任投完"
        ):
            return match
    return None


def _belongs(source: Source, whole: str, thing: str, verb: str) -> bool:
    """Say whether a verb belongs to the name of what it makes: 接待游客, 新签约亿元以上项目, 入规企业."""
    if verb in vocabulary.OF_PEOPLE:
        return True
    if thing in _GENERIC:
        return verb not in _PLAIN_VERBS
    known, alone = source.registry.indicator(whole), source.registry.indicator(thing)
    if known is None or known is alone:
        return False
    return verb in _COMING if alone is not None else len(thing) <= 3
