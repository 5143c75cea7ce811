"""Values in words: 全覆盖, 动态清零, 完成省定目标, 高于全省平均水平, 稳居全省前列, 持续下降.

The phrase grammar says what such a value is; this file says where in a clause one may begin, and which clauses are
only good intentions: a direction counts where the name says what is measured (成本, 比例, 收入).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from planspec import phrase as phrases
from planspec.documents.running import names
from planspec.documents.running.clauses import MASK, Span
from planspec.phrase import Measure, words
from planspec.phrase.words import any_of, listed
from planspec.registry import Registry

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
    r"覆盖|清零|归零|零发生|零事故|零死亡|应.尽.[”\"]?|达标|交付|整改到位|目标任务?|任务|标准|要求|平均水平|水平|平均值|增速|增长|收入|同步|持平|一致|"
    r"前列|前茅|方阵|梯队|行列|上游|[位名强]|前[0-9一二三四五六七八九十]+|翻番|翻一番|倍增|为准|增收|达标|突破|百分点|增幅|降幅|"
    + any_of(words.TRENDS)
    + r"|态势"
)
_TAIL: Final = re.compile(rf"[\s{MASK}”\"'’]*(?:的(?:目标|要求|任务|水平|态势|底线))?[\s{MASK}”\"'’]*$")
_MEASURED: Final = re.compile(
    any_of(
        listed(
            "率 率) 比例 占比 比重 成本 费用 总量 数量 起数 人数 人次 差距 价格 收入 满意度 获得感 浓度 强度 面积 产量 产值 增加值 总产值 税负 负担 天气 频次 "
            "时间 时限 时长 覆盖面 服务面 额 额度 标准 费率 利率 增速 投入 支出 规模 首位度 准确度 便利度 知晓度 开放度 集中度 存量 水位 事故 待遇 养老金 排放 用电量 能耗 "
            "出口 进口 消费贷款 融资成本 信贷投放 贷款余额 保有量 拥有量 吞吐量 客流量 就业 死亡率 发案率 案件 隐患 水平"
        )
    )
    + r"[”\"'’)）]?$"
)
_VAGUE: Final = re.compile(
    any_of(
        listed(
            "发展水平 服务水平 能力水平 管理水平 现代化水平 治理水平 韧性水平 保障水平 整体水平 安全水平 质量水平 技术水平 生活水平 供给水平 文明水平 开放水平 "
            "建设水平 工作水平 应用水平 利用水平 信息化水平 智能化水平 专业化水平 法治化水平 监管水平 运行水平 教育水平 医疗水平 健康水平 标准化水平 规范化水平 便利化水平"
        )
    )
    + "$"
)
_UPWARD: Final = re.compile(
    rf"(?P<firm>(?:{any_of(words.FIRMNESS)})?(?:{any_of(listed('着力 大力 持续 进一步 适度 适当 稳步 不断 切实 有效 逐步 继续 显著 明显 合理 阶段性 全方位 持续阶段性 大幅 深入 积极 多渠道 再 逐年 加快'))}){{0,3}})"
    rf"(?P<verb>提高|提升|降低|减少|压降|压减|缩小|减轻|缩短|扩大|增加|拓展)(?P<name>[^,;:。]{{3,40}})"
)
_NONE: Final = re.compile(
    rf"(?P<firm>{any_of(words.FIRMNESS)})?(?:守住|守牢|牢牢守住)?"
    rf"(?P<verb>(?:坚决|切实|全力|有效|严格|全面)*(?:杜绝|遏制|防止|严防|防范|不发生|不出现|零发生))(?P<rest>发生)?(?P<name>[^,;:。、]{{3,36}}?)"
    rf"(?P<end>的?(?:情况|现象)?(?:发生|出现|反弹)?)(?:的?(?:工作)?底线)?$"
)
_EVENTS: Final = re.compile(
    any_of(listed("事故 事件 案件 案事件 伤亡 债务 返贫 风险 舆情 疫情 灾害 火灾 拖欠 死亡 溺亡 群访 欠薪 违建 隐患 中毒 犯罪 刑事案件 命案"))
    + "$"
)
_DRIVEN: Final = re.compile("(?:力争|确保|促进|带动|推动|拉动|使|实现(?!率)|做到|保持|坚持)(?=.{2})")
_LONGEST_NAME: Final = 30


def ends_in_value(plain: str, piece: Span) -> bool:
    """Say whether a piece of a clause ends in words that can be a value."""
    text = plain[piece.start : piece.end]
    tail = _TAIL.search(text)
    ends = len(text) if tail is None else tail.start()
    return any(match.end() == ends for match in _ENDS.finditer(text, max(0, ends - 6)))


def find(
    text: str, plain: str, clause: Span, registry: Registry, prefix: str
) -> list[tuple[str, str, Span]]:
    """Return name, value and range of the targets that a clause without a figure states."""
    part = plain[clause.start : clause.end]
    if len(part) < 4 or len(part) > 160:
        return []
    return _suffix(text, part, clause, registry, prefix) or [*_none(text, part, clause, prefix)]


def _suffix(
    text: str, part: str, clause: Span, registry: Registry, prefix: str
) -> list[tuple[str, str, Span]]:
    """Read a clause that ends in its value: name, then value."""
    if not ends_in_value(part, Span(0, len(part))):
        return []
    tail = _TAIL.search(part)
    assert tail is not None
    for match in _STARTS.finditer(part):
        start = match.start()
        for end in {len(part.rstrip()): 0, tail.start(): 0}:
            phrase = phrases.parse(part[start:end]) if end - start >= 2 else None
            if phrase is None:
                continue
            name = _name(text[clause.start : clause.start + start])
            if phrase.measure is Measure.TREND and not _measured(name, registry):
                return []
            if not names.acceptable(name) or len(name) > _LONGEST_NAME:
                return []
            span = Span(clause.start + start, clause.start + end)
            value = text[span.start : span.end].strip()
            if prefix and not value.startswith(prefix):
                value = prefix + value
            return [(each, value, span) for each in names.parted(name, registry)]
    return []


def _name(written: str) -> str:
    start = 0
    for cut in _DRIVEN.finditer(written):
        start = cut.end()
    return names.clean(written[start:])


def _measured(name: str, registry: Registry) -> bool:
    """Say whether a name tells what is measured, so that a direction makes a target of it."""
    if registry.indicator(name) is not None:
        return True
    return _MEASURED.search(name) is not None and _VAGUE.search(name) is None


def _none(text: str, part: str, clause: Span, prefix: str) -> Iterator[tuple[str, str, Span]]:
    """Read 坚决遏制重特大事故发生: the verb says that there be none."""
    match = _NONE.fullmatch(part.strip())
    if match is None:
        return
    name = names.clean(match["name"])
    if _EVENTS.search(name) is None or not names.acceptable(name):
        return
    offset = clause.start + part.index(part.strip()[:1])
    written = text[offset + match.start("name") : offset + match.end("name")]
    firm = match["firm"] or prefix
    value = firm + match["verb"]
    span = Span(offset + match.start("verb"), offset + match.end("name"))
    yield names.clean(written), value, span
