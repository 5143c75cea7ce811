"""Values in words: 全覆盖, 动态清零, 完成省定目标, 高于全省平均水平, 稳居全省前列, 持续下降.

The phrase grammar says what such a value is; this file says where in a clause one may begin, and which clauses are
only good intentions: a direction counts where the name says what is measured (成本, 比例, 收入).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from planspec import phrase as phrases
from planspec.documents.running import names
from planspec.documents.running.clauses import MASK, Span
from planspec.documents.running.vocabulary import ADVERBS, VERB
from planspec.phrase import Measure, words
from planspec.phrase.words import any_of, listed
from planspec.registry import Registry


class Worded(msgspec.Struct, frozen=True):
    """A target whose value is in words."""

    name: str
    value: str
    span: Span
    shared: bool = False
    """The name may be several that share the value."""
    scope: str = ""


_STARTS: Final = re.compile(
    "|".join(
        (
            any_of((*words.FIRMNESS, *words.ADVERBS, *words.TRENDS, *words.LEADS)),
            any_of(
                listed(
                    "达到 达 完成 全面完成 高质量完成 超额完成 圆满完成 按期完成 如期完成 不低于 不高于 不少于 不超过 高于 低于 快于 慢于 优于 好于 超过 "
                    "跑赢 略高于 明显高于 与 同 和 稳居 居 位居 位列 列 排名 进入 跻身 走在 挺进 迈入 处于 前移至 全覆盖 全域覆盖 全市 全县 全区 全省 "
                    "清零 动态清零 全面清零 应 全部 100% 零 归零 翻番 翻一番 倍增 持平 按 以 符合 满足 全面 增速 总量 规模 增幅 不 达标 稳定达标 无"
                )
            ),
        )
    )
)
_ENDS: Final = re.compile(
    r"覆盖|清零|归零|零发生|零事故|零死亡|应.尽.[”\"]?|达标|交付|整改到位|目标(?:任务)?|任务|标准|要求|水平|数量|平均值|平均|均值|增速|增长|收入|同步|持平|"
    r"一致|前列|前茅|方阵|梯队|行列|上游|[位名强]|前[0-9一二三四五六七八九十]+|翻番|翻一番|倍增|为准|突破|百分点|增幅|降幅|"
    + any_of(words.TRENDS)
    + r"|态势"
)
_TAIL: Final = re.compile(rf"[\s{MASK}”\"'’]*(?:的(?:目标|要求|任务|水平|态势|底线))?[\s{MASK}”\"'’]*$")
_WITH_FIGURE: Final = frozenset((Measure.RANK, Measure.RELATIVE, Measure.DEFERRED))
"""Of clauses that have a figure, only these are read here."""
_MEASURED: Final = re.compile(
    any_of(
        listed(
            "率 比例 占比 比重 成本 费用 总量 数量 起数 人数 人次 差距 价格 收入 满意度 获得感 浓度 强度 面积 产量 产值 增加值 总产值 税负 天气 频次 "
            "时间 时限 时长 覆盖面 服务面 额 额度 标准 费率 利率 税费负担 税收负担  增速 投入 支出 规模 首位度 准确度 知晓度 集中度 存量 水位 事故 待遇 养老金 排放 用电量 能耗 "
            "出口 进口 消费贷款 融资成本 信贷投放 贷款余额 保有量 拥有量 吞吐量 客流量 就业 死亡率 发案率 案件"
        )
    )
    + r"[”\"'’)）]?$"
)
_EFFICIENCY: Final = re.compile("(?:效率|频率)$")
_UPWARD: Final = re.compile(
    rf"(?P<how>(?:{any_of(words.FIRMNESS)})?(?:{any_of(listed('着力 大力 持续 进一步 适度 适当 稳步 不断 切实 有效 逐步 继续 显著 明显 合理 阶段性 全方位 大幅 深入 积极 多渠道 再 逐年 加快 全面 最大限度'))}){{0,3}})"
    rf"(?P<verb>提高|提升|降低|减少|压降|压减|缩小|减轻|缩短|扩大|增加|加大)(?P<name>[^,;:。{MASK}]{{3,40}})"
)
_NONE: Final = re.compile(
    rf"(?P<firm>{any_of(words.FIRMNESS)})?(?:守住|守牢|牢牢守住)?"
    rf"(?P<verb>(?:坚决|切实|全力|有效|严格|全面)*(?:杜绝|遏制|严防|不发生|不出现|零发生)|(?:坚决|切实|全力|有效|严格)(?:防止|防范))(?P<come>发生|出现)?"
    rf"(?P<name>[^,;:。、]{{3,36}}?)(?P<end>的?(?:情况|现象)?(?:发生|出现|反弹)?)(?:的?(?:工作)?底线)?"
)
_EVENTS: Final = re.compile(
    any_of(listed("事故 事件 案件 伤亡 债务 返贫 系统性风险 金融风险 舆情 疫情 灾害 火灾 拖欠 死亡 溺亡 群访 欠薪 违建 中毒 犯罪 命案 金融风险事件"))
    + "$"
)
_WHOLLY: Final = re.compile(
    rf"(?P<value>(?:{any_of(words.FIRMNESS)})?(?:全面|坚决|如期|圆满|按期|高质量|超额|按时|按质按量)完成)(?P<name>[^,;:。{MASK}0-9]{{4,40}})"
)
_DUTIES: Final = re.compile("(?:任务|整改|改造|整治|清理|销号|收官|化债|治理|验收)$")
_OWED: Final = re.compile(
    rf"(?P<firm>(?:{any_of(words.FIRMNESS)})?)(?P<verb>(?:全面|按时|按期|如期|圆满|高质量|超额)?完成)(?P<before>[^,;:。0-9]{{0,30}}?)"
    rf"(?P<whose>(?:(?:国家|国|省|市|州|县|区|上级)[定级]?[、和及])*(?:(?:国家|国|省|市|州|县|区)(?:定|级|下达)|上级|年度)(?:下达|交办)?的?)"
    rf"(?P<after>[^,;:。0-9]{{0,30}}?)(?P<aim>目标任务|任务数|任务|目标|指标)"
)
_CLEARED: Final = re.compile("(?P<value>动态清零|全面清零|全部清零)(?P<name>[^,;:。0-9]{3,30})")
_DRIVEN: Final = re.compile(
    "(?:力争|确保|促进|带动|推动|拉动|使(?!用)|实现(?!率)|做到|保持|坚持|全力推进|加快推进|推进(?=.{4}))(?=.{2})"
)
_BEGINS_WITH_WORK: Final = re.compile(rf"(?:(?:{ADVERBS}){{1,3}}(?:{VERB}|强化|健全|优化|深化|加强|完善)|要|须|围绕|聚焦|坚持|按照|根据|通过|以)")
_BEGINS_WITH_VERB: Final = re.compile(f"(?:{ADVERBS})?(?:{VERB}|强化|健全|优化|深化|加强|完善|畅通|破解|做|提|降|促|防)")
_SIDE: Final = re.compile("增速|增幅|涨幅|总量|规模|人均|排名|位次|综合排名")
"""A noun that belongs to the name, although the phrase grammar reads it as well."""
_ENDS_SO_ON: Final = re.compile("等(?:方面|领域|环节)?.{1,3}$")
_ATTRIBUTE: Final = re.compile(
    r"(?:实现|开展|推动|组织|落实)?(?:对)?(?P<name>[^,;:。]{4,30}?)(?:进行|开展|实行|实现|的)?(?P<value>[“\"]?全覆盖[”\"]?(?:式)?)(?P<noun>培训|检查|排查|监管|监测|巡查|巡检|走访|轮训|宣传|治理|整治|抽检|体检|筛查|营商环境评价|评价|评估)"
)
_LAST: Final = re.compile("(?:都?要|须|都|均)?(?:做到|达到)$")
_LONGEST_NAME: Final = 32


def ends_in_value(plain: str, piece: Span) -> bool:
    """Say whether a piece of a clause ends in words that can be a value."""
    text = plain[piece.start : piece.end]
    tail = _TAIL.search(text)
    ends = len(text) if tail is None else tail.start()
    return any(match.end() == ends for match in _ENDS.finditer(text, max(0, ends - 6)))


def find(text: str, plain: str, clause: Span, registry: Registry, prefix: str, figure: bool) -> list[Worded]:
    """Return the targets in words that a clause states; of a clause with a `figure`, only ranks and the like."""
    part = plain[clause.start : clause.end]
    if not 4 <= len(part) <= 160:
        return []
    found = _suffix(text, part, clause, registry, prefix, figure) or [*_none(text, part, clause, prefix)]
    if found or figure:
        return found
    return (
        [*_upward(text, part, clause, registry, prefix)]
        or [*_wholly(text, part, clause)]
        or [*_owed(text, part, clause)]
        or [*_cleared(text, part, clause)]
        or [*_attribute(text, part, clause)]
    )


def _suffix(
    text: str, part: str, clause: Span, registry: Registry, prefix: str, figure: bool
) -> list[Worded]:
    """Read a clause that ends in its value: name, then value."""
    if not ends_in_value(part, Span(0, len(part))):
        return []
    tail = _TAIL.search(part)
    assert tail is not None
    for match in _STARTS.finditer(part):
        start = match.start()
        for end in {len(part.rstrip()): 0, tail.start(): 0}:
            phrase = phrases.parse(part[start:end]) if end - start >= 2 else None
            if phrase is None or (figure and phrase.measure not in _WITH_FIGURE):
                continue
            side = _SIDE.match(part, start, end)
            if side is not None and phrase.measure in _WITH_FIGURE:
                start = side.end()
            name = _name(text[clause.start : clause.start + start])
            if not name:
                break
            if _ENDS_SO_ON.search(name) is None:
                name, examples = names.generic(name)
            else:
                examples = ""
            if phrase.measure is Measure.TREND and not _measured(name, registry):
                return []
            if not names.acceptable(name) or len(name) > _LONGEST_NAME or _BEGINS_WITH_WORK.match(name):
                return []
            span = Span(clause.start + start, clause.start + end)
            value = _unquoted(re.sub(r"\s+", "", text[span.start : span.end]))
            if prefix and not value.startswith(prefix):
                value = prefix + value
            shared = phrase.measure is not Measure.LEVEL and (phrase.measure is not Measure.SHARE or "、" in name)
            return [Worded(name, value, span, shared, examples)]
    return []


def _unquoted(value: str) -> str:
    """Drop a quotation mark whose partner does not belong to the value."""
    if value.count("“") != value.count("”") or value.count('"') % 2:
        return value.strip("“”\"")
    return value


def _name(written: str) -> str:
    start = 0
    for cut in _DRIVEN.finditer(written):
        start = cut.end()
    return names.clean(_LAST.sub("", written[start:]).removeprefix("完成"))


def _measured(name: str, registry: Registry) -> bool:
    """Say whether a name tells what is measured, so that a direction makes a target of it."""
    if _MEASURED.search(name) is not None:
        return True
    indicator = registry.indicator(name)
    return indicator is not None and indicator.dimension not in ("count", "persons")


def _none(text: str, part: str, clause: Span, prefix: str) -> Iterator[Worded]:
    """Read 坚决遏制重特大事故发生: the verb says that there be none."""
    at = 0
    verb = ""
    for piece in part.split("、"):
        match = _NONE.fullmatch(piece.strip())
        if match is not None:
            verb = (match["firm"] or prefix) + match["verb"] + (match["come"] or "")
            start, end = match.span("name")
        elif verb and piece.strip():
            start, end = 0, len(piece.rstrip())
        else:
            return
        offset = clause.start + at + len(piece) - len(piece.lstrip())
        written = names.clean(text[offset + start : offset + end])
        both = re.split("和|以及", written)
        for name in both if all(map(_EVENTS.search, both)) else [written]:
            if _EVENTS.search(name) is not None and names.acceptable(name) and not name.startswith("化解"):
                yield Worded(name, verb, Span(offset, offset + end))
        at += len(piece) + 1


def _upward(text: str, part: str, clause: Span, registry: Registry, prefix: str) -> Iterator[Worded]:
    """Read 降低物流成本: the verb says the direction; 、 leads to more names, or to another verb."""
    at = 0
    begun: re.Match[str] | None = None
    verbs: list[tuple[str, Span, int, int]] = []
    for piece in part.rstrip().split("、"):
        match = _UPWARD.fullmatch(piece)
        if match is not None:
            begun = match
            offset = clause.start + at
            verbs.append((match["how"] + match["verb"], Span(offset + match.start(), offset + match.end("verb")),
                          offset + match.start("name"), offset + len(piece)))
        elif begun is None:
            return
        elif _BEGINS_WITH_VERB.match(piece) is None:
            value, span, start, _ = verbs[-1]
            verbs[-1] = (value, span, start, clause.start + at + len(piece))
        at += len(piece) + 1
    for value, span, start, end in verbs:
        written = names.clean(text[start:end])
        name, examples = (written, "") if _ENDS_SO_ON.search(written) else names.generic(written)
        if not names.acceptable(name) or not (_measured(name, registry) or _EFFICIENCY.search(name)):
            continue
        full = prefix + value if prefix and not value.startswith(prefix) else value
        several = names.parted(name, registry, loosely=False)
        for each in several if all(_measured(one, registry) for one in several) else [name]:
            yield Worded(each, full, span, False, examples)


def _wholly(text: str, part: str, clause: Span) -> Iterator[Worded]:
    """Read 全面完成整改任务."""
    match = _WHOLLY.fullmatch(part.rstrip())
    if match is None or _DUTIES.search(match["name"]) is None:
        return
    name = names.clean(text[clause.start + match.start("name") : clause.start + match.end("name")])
    if names.acceptable(name):
        several = "、" in name and all(_DUTIES.search(each) for each in name.split("、"))
        yield Worded(name, match["value"], Span(clause.start + match.start(), clause.start + match.end("value")), several)


def _owed(text: str, part: str, clause: Span) -> Iterator[Worded]:
    """Read 完成市定某某任务, 完成某某年度目标任务: what is to be completed stands within the value."""
    match = _OWED.fullmatch(part.strip())
    if match is None or bool(match["before"]) == bool(match["after"]):
        return
    offset = clause.start + len(part) - len(part.lstrip())
    side = "before" if match["before"] else "after"
    value = match["firm"] + match["verb"] + match["whose"] + match["aim"]
    name = names.clean(text[offset + match.start(side) : offset + match.end(side)])
    phrase = phrases.parse(value)
    if phrase is not None and phrase.measure is Measure.DEFERRED and names.acceptable(name):
        yield Worded(name, value, Span(offset, offset + match.end()))


def _cleared(text: str, part: str, clause: Span) -> Iterator[Worded]:
    """Read 动态清零闲置厂房."""
    match = _CLEARED.fullmatch(part.strip())
    if match is None:
        return
    offset = clause.start + len(part) - len(part.lstrip())
    name = names.clean(text[offset + match.start("name") : offset + match.end("name")])
    if names.acceptable(name):
        yield Worded(name, match["value"], Span(offset, offset + match.end("value")), True)


def _attribute(text: str, part: str, clause: Span) -> Iterator[Worded]:
    """Read 负责人全覆盖培训."""
    match = _ATTRIBUTE.fullmatch(part.strip())
    if match is None:
        return
    offset = clause.start + len(part) - len(part.lstrip())
    name = names.clean(text[offset + match.start("name") : offset + match.end("name")] + match["noun"])
    if names.acceptable(name) and _BEGINS_WITH_WORK.match(name) is None:
        yield Worded(name, match["value"], Span(offset + match.start("value"), offset + match.end("value")))
