"""Names that lean on what a paragraph has said before: 筛查率 after 开展新生儿疾病筛查, a value after its title."""

from __future__ import annotations

import re
from typing import Final

from planspec.documents.running import names
from planspec.documents.running.clauses import MASK, Span, plain, sentences
from planspec.documents.running.openings import read_opening
from planspec.documents.running.reading import Source
from planspec.documents.running.subjects import VERBS
from planspec.documents.running.vocabulary import ADVERB, VERB

_RESUMED: Final = re.compile(
    "(?P<stem>[一-龥]{2,4})(?:率|人数|数量|户数|面积|总量)|(?P<deed>培训|筛查|检测|检查|体检|整治|改造|排查|治理|救助|走访|宣讲|轮训|抽检|监测|建设)"
)
"""A name that only says how much of something: 筛查率, 培训人数; or what is done, without its object."""
_DOING: Final = re.compile("实施|开展|进行|推进|全面")
_TREATED: Final = re.compile("(?:对|将|把)(?P<name>[^,;:]{2,60}?)(?:进行|开展|实施|纳入|全部|全面|逐一|的?$)")
_WORK: Final = re.compile("^(?:加快|推进|加强|强化|做好|抓好|开展|深化|完善|健全|优化)(?=.{3})")
_LONGEST_THING: Final = 16
_MARK: Final = re.compile(r"[,;:。!?\n]")
_REACH: Final = 100
"""Characters on either side in which a clause's marks are looked for."""
OUTPUT: Final = frozenset(
    ("产值", "总产值", "年产值", "营业收入", "营收", "销售收入", "税收", "产业规模", "总产出")
)
"""Names that say nothing without the industry that makes it."""
_INDUSTRY: Final = re.compile(
    "(?:(?:全力|大力|着力|加快|持续|重点)?(?:做[大强优特精实细长]{1,3}|发展壮大|培育壮大|壮大|培强|发展|打造|培育|推进))?"
    "(?P<name>[一-龥]{2,10}(?:产业|行业|制造|经济|业)(?:链|集群)?)"
)
_GOVERNS: Final = re.compile(
    f"(?:{ADVERB}){{0,3}}(?:{VERB}|解决|防范化解|排查|化解|消除|整治|推行|抓好|抓实)(?:一批)?(?:重大)?(?=.{{4}})"
)
_MEANS: Final = re.compile("(?:流程|机制|制度|体系|方式|模式|力度|环境|工作|行动|方案|办法|措施|管理|责任)$")
"""How objects end that a value never is about: they are means to it."""
_COMPLETED: Final = re.compile(
    r",(?:[^,]{0,6}在[^,]{2,10})?(?:完成|办好|开展)(?:一批)?(?P<name>[^,0-9]{4,80}?)(?P<tail>等(?:工作|指标|目标)?任务)?(?:任务)?(?=,|$)"
)
_FIGURE_NEXT: Final = re.compile(r"[,\s]*[^,0-9]{0,8}[0-9]+[个家人名户所处场公]")
_LONGEST_DEED: Final = 10
"""Characters of what is done that need no shortening."""
_RAISED: Final = re.compile("(?<=能力|水平|质量|效率|标准)(?:提升|提高|改善)$")
_FIGURE_ON: Final = re.compile("[0-9０-９].*$")
_SO_MANY: Final = re.compile("[0-9-]+[个家]")
"""A figure before a name says how many of another thing there are."""
_SHORTEST: Final = 4
_LONGEST_TITLE: Final = 30
_LONGEST_DOER: Final = 6
"""Characters before a verb that belong to the name behind it (新生儿实施疾病筛查); more are another matter."""


def resumed(name: str, source: Source, before: int) -> str:
    """Return a name that takes up a noun of the text before, completed by what stood before that noun."""
    match = _RESUMED.fullmatch(name)
    if match is None or source.registry.indicator(name) is not None:
        return name
    stem = match["stem"] or match["deed"]
    at = source.plain.rfind(stem, max(0, before - 10 * _REACH), before)
    if at < 0:
        return name
    clause = _clause_at(source, at)
    start = read_opening(source.plain, clause).end
    verb = VERBS.match(source.plain, start, at)
    if at <= start:  # 治理农村污水，治理率……: its object
        full = names.clean(_FIGURE_ON.sub("", source.text[at + len(stem) : clause.end])) + name
    else:
        begin = verb.end() if verb is not None else start
        *doer, thing = _DOING.split(names.clean(source.text[begin:at]))
        whose = "".join(doer) if len("".join(doer)) <= _LONGEST_DOER else ""
        full = names.clean(whose + thing) + name
        if source.registry.indicator(full.removesuffix("总量")) is not None:
            full = full.removesuffix("总量")
    if _SO_MANY.match(full) or len(full) - len(name) < 2 or not _SHORTEST <= len(full) <= names.LONGEST - 8:
        return name
    return full if names.acceptable(full) else name


def treated(source: Source, clause: Span) -> str:
    """Return what a clause says is treated: 对排查出的隐患进行整治，…… → 排查出的隐患."""
    match = _TREATED.match(source.plain, read_opening(source.plain, clause).end, clause.end)
    if match is None:
        return ""
    name = names.shortened(names.clean(source.text[match.start("name") : match.end("name")]), _LONGEST_THING)
    return name if names.acceptable(name) else ""


def governed(source: Source, clause: Span) -> str:
    """Return what the clause before does something to: 开展燃气安全检查，实现全覆盖 → 燃气安全检查."""
    comma = clause.start - 1
    while comma > 0 and source.plain[comma] not in ",;:。":  # the opening of the clause is no part of it
        comma -= 1
    if comma <= 0 or source.plain[comma] != ",":
        return ""
    before = _clause_at(source, comma - 1)
    start = read_opening(source.plain, before).end
    verb = _GOVERNS.match(source.plain, start, before.end)
    if verb is None:
        return ""
    name = names.clean(source.text[verb.end() : before.end])
    fits = _SHORTEST <= len(name) <= _LONGEST_THING and _MEANS.search(name) is None
    return name if fits and names.acceptable(name) else ""


def deferred(source: Source, at: int) -> tuple[str, ...]:
    """Return what is done by what a superior sets, as the same sentence goes on: 按省定任务数，……，完成甲、乙等任务.

    A figure of its own that follows makes the superior's needless: then there is "".
    """
    end = min(
        (found for mark in "。;\n" if (found := source.plain.find(mark, at)) >= 0), default=len(source.plain)
    )
    if _FIGURE_NEXT.match(source.plain, at, end) is not None:
        return ("",)
    match = _COMPLETED.search(source.plain, at, end)
    if match is None:
        return ()
    written = names.unmasked(source.text, source.plain, *match.span("name"))
    several = [names.shortened(names.clean(one), _LONGEST_DEED) for one in names.enumerated(written)]
    if match["tail"] is None or min(map(len, several)) < _SHORTEST:
        several = [names.shortened(names.clean(written), _LONGEST_DEED)]
    return tuple(several) if all(map(names.acceptable, several)) else ()


def before_bracket(source: Source, at: int) -> str:
    """Return what a bracket that holds a value alone is about; "" where a figure stands before it as well."""
    clause = _clause_at(source, max(0, at - 1))
    another = source.plain.rfind(MASK, clause.start, at) + 1
    span = Span(max(clause.start, another), at)
    if any(char.isdigit() for char in source.plain[read_opening(source.plain, span).end : at]):
        return ""
    return _about(source, span)


def title_of(source: Source) -> str:
    """Return the name that a paragraph's short first sentence gives: 建设老年助餐服务点。 → 老年助餐服务点."""
    first = next(sentences(source.plain), None)
    if (
        first is None
        or first.end - first.start > _LONGEST_TITLE
        or not source.plain.startswith("。", first.end)
    ):
        return ""
    return "" if first.end + 1 >= len(source.plain.rstrip()) else _about(source, first)


def name_in_title(title: str, source: Source) -> str:
    """Return what the title above a paragraph is about, without its verb; "" where that is no name."""
    text = plain(title).text
    return _about(Source(title, text, source.registry), Span(0, len(text)))


def of_industry(name: str, title: str, source: Source) -> str:
    """Return a bare 产值 with the industry that the title, or the paragraph's first sentence, is about."""
    about = name_in_title(title, source) or title_of(source)
    industry = _INDUSTRY.fullmatch(about)
    return name if industry is None else industry["name"] + name


def _about(source: Source, span: Span) -> str:
    start = read_opening(source.plain, span).end
    verb = VERBS.match(source.plain, start, span.end)
    if verb is not None and span.end - verb.end() >= 3:
        start = verb.end()
    name = _RAISED.sub("", names.clean(_WORK.sub("", source.text[start : span.end])))
    return name if names.acceptable(name) else ""


def _clause_at(source: Source, at: int) -> Span:
    """Return the clause around an offset."""
    start = max(0, at - _REACH)
    for match in _MARK.finditer(source.plain, start, at):
        start = match.end()
    end = _MARK.search(source.plain, at, at + _REACH)
    return Span(start, end.start() if end is not None else min(len(source.plain), at + _REACH))
