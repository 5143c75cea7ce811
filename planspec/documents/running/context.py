"""Names that lean on what a paragraph has said before: 筛查率 after 开展新生儿疾病筛查, a value after its title."""

from __future__ import annotations

import re
from typing import Final

from planspec.documents.running import names
from planspec.documents.running.clauses import Span, plain, sentences
from planspec.documents.running.openings import read_opening
from planspec.documents.running.reading import Source
from planspec.documents.running.subjects import VERBS

_RESUMED: Final = re.compile(
    "(?P<stem>[一-龥]{2})(?:率|人数|数量|户数|面积)|(?P<deed>培训|筛查|检测|检查|体检|整治|改造|排查|治理|救助|走访|宣讲|轮训|抽检|监测)"
)
"""A name that only says how much of something: 筛查率, 培训人数; or what is done, without its object."""
_DOING: Final = re.compile("实施|开展|进行|推进|全面")
_TREATED: Final = re.compile("(?:对|将|把)(?P<name>[^,;:]{2,60}?)(?:进行|开展|实施|纳入|全部|全面|逐一|的?$)")
_WORK: Final = re.compile("^(?:加快|推进|加强|强化|做好|抓好|开展|深化|完善|健全|优化)(?=.{3})")
_LONGEST_THING: Final = 16
_MARK: Final = re.compile(r"[,;:。!?\n]")
_REACH: Final = 100
"""Characters on either side in which a clause's marks are looked for."""
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
        full = names.clean(source.text[at + len(stem) : clause.end]) + name
    else:
        begin = verb.end() if verb is not None else start
        *doer, thing = _DOING.split(names.clean(source.text[begin:at]))
        whose = "".join(doer) if len("".join(doer)) <= _LONGEST_DOER else ""
        full = names.clean(whose + thing) + name
    if len(full) - len(name) < 2 or not _SHORTEST <= len(full) <= names.LONGEST - 8:
        return name
    return full if names.acceptable(full) else name


def treated(source: Source, clause: Span) -> str:
    """Return what a clause says is treated: 对排查出的隐患进行整治，…… → 排查出的隐患."""
    match = _TREATED.match(source.plain, read_opening(source.plain, clause).end, clause.end)
    if match is None:
        return ""
    name = names.shortened(names.clean(source.text[match.start("name") : match.end("name")]), _LONGEST_THING)
    return name if names.acceptable(name) else ""


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


def _about(source: Source, span: Span) -> str:
    start = read_opening(source.plain, span).end
    verb = VERBS.match(source.plain, start, span.end)
    if verb is not None and span.end - verb.end() >= 3:
        start = verb.end()
    name = names.clean(_WORK.sub("", source.text[start : span.end]))
    return name if names.acceptable(name) else ""


def _clause_at(source: Source, at: int) -> Span:
    """Return the clause around an offset."""
    start = max(0, at - _REACH)
    for match in _MARK.finditer(source.plain, start, at):
        start = match.end()
    end = _MARK.search(source.plain, at, at + _REACH)
    return Span(start, end.start() if end is not None else min(len(source.plain), at + _REACH))
