"""Values in words before their name: 坚决遏制重特大事故, 降低物流成本, 全面完成整改任务."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from planspec.documents.running import names, owed, wordings
from planspec.documents.running.clauses import MASK, Span
from planspec.documents.running.reading import Reading, Source
from planspec.documents.running.vocabulary import ADVERB, FIRM, VERB
from planspec.phrase.words import any_of, listed

_HOW: Final = any_of(
    listed(
        """
        着力 大力 持续 进一步 适度 适当 稳步 不断 切实 有效 逐步 继续 显著 明显 合理 阶段性 全方位 大幅 深入 积极 多渠道 再 逐年
        加快 全面 最大限度
        """
    )
)
_MOVED: Final = re.compile(
    rf"(?P<value>(?:{FIRM})?(?:{_HOW}){{0,3}}(?:提高|提升|降低|减少|压降|压减|缩小|减轻|缩短|扩大|增加|加大))"
    rf"(?P<name>[^,;:。、{MASK}]{{2,40}})"
)
_OTHER_VERB: Final = re.compile(
    rf"(?:{ADVERB})?(?:{VERB}|强化|健全|优化|深化|加强|完善|畅通|破解|做|提|降|促|防)"
)
_EFFICIENCY: Final = re.compile("(?:效率|频率)$")
_NONE: Final = re.compile(
    rf"(?:{FIRM})?(?:守住|守牢|牢牢守住)?"
    r"(?P<value>(?:(?:坚决|切实|全力|有效|严格|全面)*+(?:杜绝|遏制|严防|不发生|不出现|零发生)"
    r"|(?:坚决|切实|全力|有效|严格)(?:防止|防范))(?:发生|出现)?)"
    r"(?P<name>[^,;:。、]{3,36}?)(?:的?(?:情况|现象)?(?:发生|出现|反弹)?)(?:的?(?:工作)?底线)?"
)
_PREVENTED: Final = re.compile(
    "(?P<value>防止|防范(?:和?遏制)?)(?:发生|出现)?(?P<name>[^,;:。、]{3,36}?)(?:的?(?:发生|出现))?"
)
_SHARED: Final = re.compile("等(?:方面|领域|各类)?[一-龥]{0,2}(?:标准|成本|费用|费率|利率|价格)$")
"""What several things are said to have: 甲、乙等保障标准."""
_EVENT: Final = re.compile(
    any_of(
        listed(
            """
            事故 事件 案件 伤亡 债务 返贫 系统性风险 金融风险 舆情 疫情 灾害 火灾 拖欠 死亡 溺亡 群访 欠薪 违建 中毒 犯罪 命案
            """
        )
    )
    + "$"
)
_RESOLVED: Final = re.compile(
    "(?P<value>(?:积极|稳妥|有序|依法|加快|妥善|有效|逐步){1,3}(?:化解|消化))(?P<name>[^,;:。、0-9]{2,20}(?:债务|风险点?|案件|存量))"
)
_WHOLLY: Final = re.compile(
    rf"(?P<value>(?:{FIRM})?(?:全面|坚决|如期|圆满|按期|高质量|超额|按时|按质按量)完成)(?P<name>[^,;:。{MASK}0-9]{{4,40}})"
)
_DUTY: Final = re.compile("(?:任务|整改|改造|整治|清理|销号|收官|化债|治理|验收)$")
_REMADE: Final = re.compile(
    r"(?:将|把)(?P<name>[^,;:。]{2,20}?)(?P<verb>(?:整合|精简|压缩|合并|优化|归并|缩减)[为成至到])[^,;:。0-9]{0,40}?"
    r"(?P<figure>[一二两三四五六七八九十]{1,2}[个项类步](?:环节|步骤|事项|阶段|流程|窗口)?)"
)
_CLEARED: Final = re.compile("(?P<value>动态清零|全面清零|全部清零)(?P<name>[^,;:。0-9]{3,30})")
_ATTRIBUTE: Final = re.compile(
    r"(?:实现|开展|推动|组织|落实)?对?(?P<name>[^,;:。]{4,30}?)(?:进行|开展|实行|实现|的)?"
    r"(?P<value>[“\"]?全覆盖[”\"]?)式?(?P<noun>培训|检查|排查|监管|监测|巡查|巡检|走访|轮训|宣传|治理|整治|抽检|体检|筛查|营商环境评价"
    r"|评价|评估)"
)


def find(source: Source, clause: Span, prefix: str, *, figure: bool) -> list[Reading]:
    """Return what a clause says whose value stands before its name; with a `figure`, only that there be none."""
    part = source.plain[clause.start : clause.end].rstrip()
    if not wordings.SHORTEST <= len(part) <= wordings.LONGEST:
        return []
    readers: tuple[_Reader, ...] = (_none, owed.promised) if figure else _READERS
    for reader in readers:
        found = [*reader(source, Span(clause.start, clause.start + len(part)), prefix)]
        if found:
            return found
    return []


_Reader = Callable[[Source, Span, str], Iterator[Reading]]


def _enumerated(source: Source, clause: Span) -> Iterator[tuple[Span, str]]:
    """Yield the pieces of a clause between enumeration commas."""
    start = clause.start
    for piece in source.plain[clause.start : clause.end].split("、"):
        yield Span(start, start + len(piece)), piece
        start += len(piece) + 1


def _none(source: Source, clause: Span, prefix: str) -> Iterator[Reading]:
    """Read 坚决遏制重特大事故、火灾: the verb says that there be none."""
    value = ""
    for span, piece in _enumerated(source, clause):
        match = _NONE.fullmatch(piece)
        if match is None and not value and "坚决" in prefix and (resolved := _PREVENTED.fullmatch(piece)):
            match = resolved  # 坚决 was read before the clause's own words
        if match is not None:
            value = prefix + match["value"]
            written = source.text[span.start + match.start("name") : span.start + match.end("name")]
        elif value:
            written = source.text[span.start : span.end].removesuffix("发生").removesuffix("出现")
        else:
            return
        whole = names.clean(written)
        both = re.split("和|以及", whole)
        for name in both if all(map(_EVENT.search, both)) else [whole]:
            if _EVENT.search(name) and names.acceptable(name) and not name.startswith("化解"):
                yield Reading(name, [value], [span])


def _moved(source: Source, clause: Span, prefix: str) -> Iterator[Reading]:
    """Read 降低物流成本、提高效率: the verb says the direction; 、 leads to more names, or to another verb."""
    verbs: list[tuple[str, Span, Span]] = []
    for span, piece in _enumerated(source, clause):
        match = _MOVED.fullmatch(piece)
        if match is not None:
            value = Span(span.start, span.start + match.end("value"))
            verbs.append((match["value"], value, Span(value.end, span.end)))
        elif not verbs:
            return
        elif _OTHER_VERB.match(piece) is None:
            words, value, names_span = verbs[-1]
            verbs[-1] = (words, value, Span(names_span.start, span.end))
    for words, value, span in verbs:
        whole = names.clean(source.text[span.start : span.end])
        listed = names.parted(whole, source.registry, loosely=False) if _SHARED.search(whole) else []
        if len(listed) > 1 and all(wordings.measured(one, source.registry) for one in listed):
            for one in filter(names.acceptable, listed):  # 甲、乙等保障标准
                yield Reading(one, [words if words.startswith(prefix) else prefix + words], [value])
            continue
        name, examples = wordings.without_examples(whole)
        known = wordings.measured(name, source.registry) or _EFFICIENCY.search(name) is not None
        if not known or not names.acceptable(name):
            continue
        several = names.parted(name, source.registry, loosely=False)
        if not all(wordings.measured(one, source.registry) for one in several):
            several = [name]
        for one in several:
            text = words if words.startswith(prefix) else prefix + words
            yield Reading(one, [text], [value], scope=examples)


def _resolved(source: Source, clause: Span, prefix: str) -> Iterator[Reading]:
    """Read 稳妥化解存量债务."""
    match = _RESOLVED.fullmatch(source.plain, *clause)
    name = "" if match is None else names.clean(source.text[match.start("name") : match.end("name")])
    if match is not None and names.acceptable(name):
        yield Reading(name, [prefix + match["value"]], [Span(*match.span("value"))])


def _wholly(source: Source, clause: Span, _prefix: str) -> Iterator[Reading]:
    """Read 全面完成整改任务."""
    match = _WHOLLY.fullmatch(source.plain, *clause)
    if match is None or _DUTY.search(match["name"]) is None:
        return
    name = names.clean(source.text[match.start("name") : match.end("name")])
    if names.acceptable(name):
        several = "、" in name and all(_DUTY.search(each) for each in name.split("、"))
        yield Reading(name, [source.slice(*match.span("value"))], [Span(*match.span("value"))], several)


def _remade(source: Source, clause: Span, prefix: str) -> Iterator[Reading]:
    """Read 将贷款流程整合为三个环节."""
    match = _REMADE.fullmatch(source.plain, *clause)
    name = "" if match is None else names.clean(source.text[match.start("name") : match.end("name")])
    if match is not None and names.acceptable(name):
        yield Reading(name, [prefix + match["verb"] + match["figure"]], [Span(*match.span())])


def _cleared(source: Source, clause: Span, _prefix: str) -> Iterator[Reading]:
    """Read 动态清零闲置厂房."""
    match = _CLEARED.fullmatch(source.plain, *clause)
    if match is None:
        return
    name = names.clean(source.text[match.start("name") : match.end("name")])
    if names.acceptable(name):
        yield Reading(name, [match["value"]], [Span(*match.span("value"))], shared=True)


def _attribute(source: Source, clause: Span, _prefix: str) -> Iterator[Reading]:
    """Read 负责人全覆盖培训."""
    match = _ATTRIBUTE.fullmatch(source.plain, *clause)
    if match is None:
        return
    name = names.clean(source.text[match.start("name") : match.end("name")] + match["noun"])
    if names.acceptable(name) and not wordings.is_work(name):
        yield Reading(name, [source.slice(*match.span("value"))], [Span(*match.span("value"))])


_READERS: Final[tuple[_Reader, ...]] = (
    _none,
    owed.promised,
    _resolved,
    _moved,
    _wholly,
    owed.owed,
    owed.plainly,
    _remade,
    owed.awaited,
    _cleared,
    _attribute,
)
