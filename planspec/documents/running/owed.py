"""What a superior or the year's plan sets, by name: 完成市定某某任务, 办好省定民生实事, 待省下达后再行分解."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from planspec import phrase as phrases
from planspec.documents.running import names, wordings
from planspec.documents.running.clauses import Span
from planspec.documents.running.reading import Reading, Source
from planspec.documents.running.subjects import LONGEST_SCOPE
from planspec.documents.running.vocabulary import FIRM
from planspec.phrase import Measure

_PEOPLES_MATTERS: Final = re.compile(
    rf"(?:着力|全力|扎实|用心用情)?(?P<value>(?:{FIRM})?(?:全面|高质量|圆满|如期)?(?:办好|办实|完成))(?:20[0-9]{{2}}年度?)?"
    r"(?P<name>[^,;:。]{0,40}?民生实事)(?:项目|任务)?(?:为抓手)?"
)
"""What governments promise every year, by name."""
_LEVEL: Final = "(?:国家|国|省|市|州|县|区)"
_OWED: Final = re.compile(
    rf"(?P<verb>(?:{FIRM})?(?:(?:全面|按时|按期|如期|圆满|高质量|超额)?完成|实施|落实|执行))(?P<before>[^,;:。0-9]{{0,44}}?)"
    rf"(?P<whose>(?:(?:{_LEVEL}|上级)[定级]?[、和及])*+(?:{_LEVEL}(?:定|级|下达)|上级|年度)(?:下达|交办)?的?)"
    rf"(?P<after>[^,;:。0-9]{{0,30}}?)(?P<aim>目标任务|任务数|任务|目标|指标)"
)
_BUILDING: Final = re.compile("^建设(?=.{4})(?!.*(?:率|标准|规划|指标)$)")
_PLAIN: Final = re.compile(
    rf"(?P<verb>(?:{FIRM})?(?:全面|按时|按期|如期|圆满|高质量|超额)?完成)(?:20[0-9]{{2}}年度?)?(?:[一-龥]{{2,3}}[省市州县区](?=建设|创建))?(?P<name>[^,;:。0-9]{{4,30}}?)(?P<aim>工作考核任务|工作任务|目标任务|任务目标)"
)
_AWAITED: Final = re.compile(
    rf"(?P<value>待{_LEVEL}(?:级|里)?(?:正式)?(?:下发|下达|分解|明确|确定))(?:后|之后)?"
)
_AIM: Final = re.compile("(?:具体|年度)?(?:目标任务|任务指标|工作任务|指标任务|任务|指标|目标|计划)$")


def promised(source: Source, clause: Span, _prefix: str) -> Iterator[Reading]:
    """Read 办好省定十大、市定九大重点民生实事."""
    match = _PEOPLES_MATTERS.fullmatch(source.plain, *clause)
    if match is None:
        return
    name = names.clean(source.text[match.start("name") : match.end("name")])
    if names.acceptable(name) and not name.startswith("民生实事"):
        several = [names.clean(one) for one in names.enumerated(name)]
        if min(map(len, several)) < 3:  # 省、市、区重点民生实事
            several = [name]
        tail = "重点民生实事" if name.endswith("重点民生实事") else "民生实事"
        several = [one if one.endswith("实事") else one + tail for one in several]
        for one in several if all(map(names.acceptable, several)) else [name]:
            yield Reading(one, [match["value"]], [Span(*match.span("value"))])


def owed(source: Source, clause: Span, _prefix: str) -> Iterator[Reading]:
    """Read 完成市定某某任务, 完成某某年度目标任务: what is to be completed stands within the value."""
    match = _OWED.fullmatch(source.plain, *clause)
    if match is None or bool(match["before"]) == bool(match["after"]):
        return
    side = "before" if match["before"] else "after"
    value = match["verb"] + match["whose"] + match["aim"]
    name, examples = wordings.without_examples(
        _BUILDING.sub("", names.clean(source.text[match.start(side) : match.end(side)]))
    )
    phrase = phrases.parse(value)
    if phrase is not None and phrase.measure is Measure.DEFERRED and names.acceptable(name):
        yield Reading(
            name, [value], [Span(*match.span())], scope=examples if len(examples) <= LONGEST_SCOPE else ""
        )


def plainly(source: Source, clause: Span, _prefix: str) -> Iterator[Reading]:
    """Read 完成某某工作任务, which does not say who set it."""
    match = _PLAIN.fullmatch(source.plain, *clause)
    name = "" if match is None else names.clean(source.text[match.start("name") : match.end("name")])
    if match is not None and names.acceptable(name):
        yield Reading(name, [match["verb"] + match["aim"]], [Span(*match.span())])


def awaited(source: Source, clause: Span, _prefix: str) -> Iterator[Reading]:
    """Read 任务指标目前尚未分解，待省下达后再行下发: the sentence begins with what has yet to be said."""
    match = _AWAITED.fullmatch(source.plain, *clause)
    if match is None:
        return
    start = max(source.plain.rfind(mark, 0, clause.start) for mark in "。;:") + 1
    name = names.clean(source.text[start : clause.start].replace(",", "，").partition("，")[0])
    aim = _AIM.search(name)
    if aim is None or not names.acceptable(name):
        return
    both = name[: aim.start()].split("和")
    several = [one + aim[0] for one in both] if min(map(len, both)) >= wordings.SHORTEST else [name]
    for one in several:
        yield Reading(one, [match["value"]], [Span(*match.span("value"))])
