"""Values in words behind their name: 全覆盖, 动态清零, 完成省定目标, 高于全省平均水平, 稳居全省前列, 持续下降.

The phrase grammar says what such a value is; this file says where in a clause one may begin, and which clauses are
only good intentions: a direction counts where the name says what is measured (成本, 比例, 收入).
"""

from __future__ import annotations

import re
from typing import Final

from planspec import phrase as phrases
from planspec.documents.running import context, names
from planspec.documents.running.clauses import MASK, Span
from planspec.documents.running.reading import Reading, Source
from planspec.documents.running.vocabulary import ADVERB, VERB
from planspec.phrase import Measure, words
from planspec.phrase.words import any_of, listed
from planspec.registry import Registry

SHORTEST: Final = 4
LONGEST: Final = 160
"""Characters of a clause that is searched for a value in words."""
_LONGEST_NAME: Final = 32

_STARTS: Final = re.compile(
    any_of(
        (
            *words.FIRMNESS,
            *words.ADVERBS,
            *words.TRENDS,
            *words.LEADS,
            *listed(
                """
                达到 达 完成 全面完成 高质量完成 超额完成 圆满完成 按期完成 如期完成 不低于 不高于 不少于 不超过 高于 低于 快于 慢于
                优于 好于 超过 跑赢 略高于 明显高于 与 同 和 稳居 居 位居 位列 列 排名 进入 跻身 走在 挺进 迈入 处于 前移至 全覆盖
                全域覆盖 全市 全县 全区 全省 清零 动态清零 全面清零 应 全部 100% 零 归零 翻番 翻一番 倍增 持平 按 对标 以 符合 满足
                控制在 全面 增速 总量 规模 增幅 不 达标 稳定达标 无 一个不 两个不 三个不 四个不 五个不
                """
            ),
        )
    )
)
_ENDS: Final = re.compile(
    r"应.尽.[”\"]?|[位名强]|前[0-9一二三四五六七八九十]+|目标(?:任务)?|"
    + any_of(
        (
            *words.TRENDS,
            *listed(
                """
                覆盖 清零 归零 不发生 不出现 零发生 零事故 零死亡 达标 交付 整改到位 任务 任务数 任务指标 目标之内 目标以内 指标之内 指标以内 任务量 控制数 标准 要求 水平 数量 平均值 平均 均值 增速 增长
                收入 同步 持平 一致 前列 前茅 方阵 梯队 行列 上游 翻番 翻一番 倍增 为准 突破 百分点 增幅 降幅 态势
                """
            ),
        )
    )
)
_TAIL: Final = re.compile(rf"[\s{MASK}”\"'’]*+(?:的(?:目标|要求|任务|水平|态势|底线))?[\s{MASK}”\"'’]*+$")
_YEARS: Final = re.compile(
    rf"(?P<value>[1-9一二两三五]年(?:内|期)?(?:全面)?(?:全覆盖|清零|达标|见底))(?:攻坚)?(?:行动|计划|工程)(?:计划|方案)?[\s{MASK}]*$"
)
"""A programme named after its target and the years it takes."""
_WITH_FIGURE: Final = (Measure.RANK, Measure.RELATIVE, Measure.DEFERRED)
"""Of clauses that have a figure, only these are read here."""
_OF_ALL: Final = (Measure.LEVEL, Measure.SHARE)
"""Without a figure: none of it, or all of it. By itself such a value is about what the clause before does."""
_SIDE: Final = re.compile("增速|增幅|涨幅|总量|规模|人均|排名|位次|综合排名")
"""A noun that belongs to the name, although the phrase grammar reads it as well."""
_HALVES: Final = {"增收": "就业", "达标": "对标", "提质": "扩容", "增效": "提质"}
"""Values that are the second half of a word: 就业增收, 对标达标."""
_MEASURED: Final = re.compile(
    any_of(
        listed(
            """
            率 比例 占比 比重 成本 费用 总量 数量 起数 人数 人次 差距 价格 收入 满意度 获得感 浓度 强度 面积 产量 产值 增加值 总产值
            税负 税费负担 税收负担 天气 频次 时间 时限 时长 覆盖面 服务面 额 额度 标准 费率 利率 增速 投入 支出 规模 首位度 准确度
            知晓度 集中度 存量 水位 事故 待遇 养老金 排放 用电量 能耗 出口 进口 消费贷款 融资成本 信贷投放 贷款余额 保有量 拥有量
            吞吐量 客流量 就业 死亡率 发案率 案件 环境质量 形势 局势 可得性
            """
        )
    )
    + r"[”\"'’)）]?$"
)
_DRIVEN: Final = re.compile(
    "(?:力争|确保|促进|带动|推动|拉动|使(?!用)|实现(?!率)|做到|保持|坚持|全力推进|加快推进|推进(?=.{4}))(?=.{2})"
)
_BEGINS_WITH_WORK: Final = re.compile(
    rf"(?:(?:{ADVERB}){{1,3}}(?:{VERB}|强化|健全|优化|深化|加强|完善|抓好|抓实|落实好?)|要|须|围绕|聚焦|坚持|按照|根据|通过|以)"
)
_WORK: Final = re.compile(
    "(?:开展|推进|加强|组织|做好|强化|综合|跟踪|加快|深化|完善|健全|建立|引导|支持|鼓励)"
)
"""Verbs of work: what they govern is done, not measured."""
_LAST: Final = re.compile("(?:都?要|须|都|均)?(?:做到|达到)$")
_SO_ON_AT_END: Final = re.compile("等(?:方面|领域|环节)?.{1,3}$")


def ends_in_value(plain: str, span: Span) -> bool:
    """Say whether a part of a clause ends in words that can be the end of a value."""
    tail = _TAIL.search(plain, *span)
    end = span.end if tail is None else tail.start()
    return any(match.end() == end for match in _ENDS.finditer(plain, max(span.start, end - 6), end))


def _in_years(source: Source, clause: Span, part: str) -> Reading | None:
    """Read 断头路三年清零计划: the programme is named after its target."""
    match = _YEARS.search(part)
    if match is None or phrases.parse(match["value"]) is None:
        return None
    start = clause.start + part.rfind("、", 0, match.start()) + 1
    verb = _BEGINS_WITH_WORK.match(part)
    begin = clause.start + verb.end() if verb is not None and start == clause.start else start
    name = names.clean(source.text[begin : clause.start + match.start()])
    span = Span(clause.start + match.start(), clause.start + match.end("value"))
    return Reading(name, [source.slice(*span)], [span]) if names.acceptable(name) else None


def find(source: Source, clause: Span, prefix: str, *, figure: bool) -> Reading | None:
    """Read a clause that ends in its value; of one with a `figure`, only a rank and the like.

    `prefix` is what the opening adds to the value. A name of "" means that only a value stands there.
    """
    part = source.plain[clause.start : clause.end]
    if not 2 <= len(part) <= LONGEST:
        return None
    if not figure and "年" in part and (programme := _in_years(source, clause, part)) is not None:
        return programme
    if not ends_in_value(part, Span(0, len(part))):
        return None
    tail = _TAIL.search(part)
    ends = dict.fromkeys((len(part.rstrip()), tail.start() if tail is not None else len(part)))
    for match in _STARTS.finditer(part):
        for end in ends:
            phrase = phrases.parse(part[match.start() : end]) if end - match.start() >= 2 else None
            if phrase is None or (figure and phrase.measure not in _WITH_FIGURE):
                continue
            side = _SIDE.match(part, match.start(), end) if phrase.measure in _WITH_FIGURE else None
            start = match.start() if side is None else side.end()
            name = _name(source.text[clause.start : clause.start + start])
            if name:
                value = Span(clause.start + start, clause.start + end)
                return _reading(source, name, value, prefix, phrase.measure)
            if phrase.measure is Measure.DEFERRED:
                span = Span(clause.start + match.start(), clause.start + end)
                return Reading("", [_prefixed(prefix, source.slice(*span))], [span])
            if (
                not figure
                and not part[:start].strip('“"')
                and phrase.measure in _OF_ALL
                and (name := context.governed(source, clause))
            ):
                return _reading(source, name, Span(clause.start, clause.start + end), prefix, phrase.measure)
            break
    return None


def measured(name: str, registry: Registry) -> bool:
    """Say whether a name tells what is measured, so that a direction makes a target of it."""
    if _MEASURED.search(name) is not None:
        return True
    indicator = registry.indicator(name)
    return indicator is not None and indicator.dimension not in ("count", "persons")


def without_examples(name: str) -> tuple[str, str]:
    """Part examples from a name, but leave 甲、乙等成本, which names several costs."""
    return (name, "") if _SO_ON_AT_END.search(name) is not None else names.generic(name)


def is_work(name: str) -> bool:
    """Say whether what stands before a value is work to do (持续开展……), no indicator."""
    return _BEGINS_WITH_WORK.match(name) is not None or _WORK.match(name) is not None


def _reading(source: Source, name: str, span: Span, prefix: str, measure: Measure) -> Reading | None:
    name, examples = without_examples(name)
    if measure is Measure.TREND and not measured(name, source.registry):
        return None
    if name.endswith(_HALVES.get(source.slice(*span), "\0")):
        return None
    if not names.acceptable(name) or len(name) > _LONGEST_NAME or is_work(name):
        return None
    value = _prefixed(prefix, _unquoted(source.slice(*span)))
    shared = measure is not Measure.LEVEL and (measure is not Measure.SHARE or "、" in name)
    return Reading(name, [value], [span], shared, examples)


def _prefixed(prefix: str, value: str) -> str:
    return value if value.startswith(prefix) else prefix + value


def _unquoted(value: str) -> str:
    """Drop a quotation mark whose partner does not belong to the value."""
    if value.count("“") != value.count("”") or value.count('"') % 2:
        return value.strip('“”"')
    return value


def _name(written: str) -> str:
    start = max((cut.end() for cut in _DRIVEN.finditer(written)), default=0)
    return names.clean(_LAST.sub("", written[start:]).removeprefix("完成"))
