"""The words that phrases are made of, with their meanings; the grammar's expressions are built from them."""

import re
from collections.abc import Iterable
from enum import Enum
from typing import Final, NamedTuple, TypeVar

from planspec.phrase.form import Comparator, Firmness, Trend

EQ, GE, GT, RANGE = Comparator.EQ, Comparator.GE, Comparator.GT, Comparator.RANGE
LE, LT, APPROX = Comparator.LE, Comparator.LT, Comparator.APPROX

Meaning = TypeVar("Meaning")


def any_of(words: Iterable[str]) -> str:
    """Return an expression that matches one of `words`, the longest first, and fails fast on other text."""
    longest_first = sorted(words, key=len, reverse=True)
    first = "".join(dict.fromkeys(re.escape(word[0]) for word in longest_first))
    return f"(?:(?=[{first}])(?:{'|'.join(map(re.escape, longest_first))}))"


def listed(words: str) -> tuple[str, ...]:
    """Return the words of a list with spaces between them."""
    return tuple(words.split())


def _all_mean(meaning: Meaning, words: str) -> dict[str, Meaning]:
    return dict.fromkeys(words.split(), meaning)


# ---- what opens a phrase ----

FIRMNESS: Final = {
    **_all_mean(Firmness.ENSURE, "坚决确保 确保 坚决 务必 保证 必须"),
    **_all_mean(Firmness.STRIVE, "力争 全力争取 努力争取 积极争取 争取 力求 努力 奋力 预期 预计 有望"),
    **_all_mean(Firmness.NONE, "计划 拟"),
}
"""计划 and 拟 bind neither more nor less than a plan that says nothing."""

PERIODS: Final = {
    **_all_mean("", "全年 年内 当年 本年度"),
    **{word: word for word in ("每年", "年均", "累计", *(f"{n}年累计" for n in "两三四五十"))},
}

LEADS: Final = listed(
    "实现 完成 达成 继续 持续 总体 基本 做到 着力 大力 积极 全面 加快 加快完成 逐步 逐步实现 尽快 尽快完成 可 推动实现"
)
"""Words before a figure that set nothing themselves."""

EACH: Final = listed("均 各 分别 分别各")

LAST_YEAR: Final = listed(
    "上年 去年 上一年 上年度 上一年度 去年同期 上年同期 同期 上年水平 去年水平 上年末 上年底 去年底"
)
"""The base of growth that is meant when none is said."""

# ---- what the figure is of ----


class Side(Enum):
    """A kind of side that a phrase can name of its indicator."""

    RATE = 1
    SHARE = 2
    TOTAL = 3
    HEAD = 4


class Subject(NamedTuple):
    """A noun before the figure."""

    side: Side
    name: str
    """Canonical name; "" if it says no more than its side does."""
    sign: int = 1


RATES: Final = {
    **_all_mean(1, "增速 增幅 涨幅 增长率 增长速度 升幅"),
    **_all_mean(-1, "降幅 下降率 降低率 跌幅"),
}
"""Nouns of growth, with the sign of the figure."""

WHOLES: Final = {
    **_all_mean("覆盖率", "覆盖 全覆盖"),
    **_all_mean("整改率", "整改 整改到位"),
    **_all_mean("落实率", "落实 落实到位 做到"),
    **_all_mean("交付率", "交付 全面交付"),
    **{f"{word}到位": f"{word}率" for word in ("按期整改", "限期整改")},
    **_all_mean("使用率", "使用 投入使用 完工投入使用"),
    **_all_mean("落实率", "建立落实"),
    **{
        word: f"{word}率"
        for word in listed("完成 达标 到位 办结 公示 公开 合格 建成 化解 上线 培训 普及 接入 共享 归集")
    },
}
"""What can be done in full (100%完成, 全部完成), with the share that is then 100 %."""

_PROPORTIONS: Final = listed(
    "覆盖率 完成率 合格率 达标率 优良率 普及率 到位率 落实率 整改率 办结率 满意率 满意度 知晓率 利用率 "
    "转化率 入学率 履约率 开工率 投产率 竣工率 竣工投产率 筛查率 治理率 处置率 办理率 参保率 参与率 "
    "执结率 公开率 公示率 上线率 使用率 持证上岗率 一次办结率 按时办结率 网办率 改造率 建成率 签约率 "
    "就业率 入住率 发案率 培训率 资金到位率 准确率 及时率 安装率 配备率 巩固率 成活率 化解率 结案率 "
    "清零率 回收率 检测率 接种率 建档率 电子化率 贡献率 综合利用率 有效率 优秀率 响应率 销号率 查处率 "
    "破案率"
)

SUBJECTS: Final = {
    **{name: Subject(Side.RATE, name, sign) for name, sign in RATES.items()},
    **_all_mean(Subject(Side.SHARE, ""), "比重 占比 比例 占比重 所占比重"),
    **{name: Subject(Side.SHARE, name) for name in (*_PROPORTIONS, *WHOLES.values())},
    "覆盖面": Subject(Side.SHARE, "覆盖率"),
    **{name: Subject(Side.TOTAL, name) for name in ("总量", "总数", "总规模")},
    **_all_mean(Subject(Side.TOTAL, ""), "共 共计 合计 总计 总共"),
    **{name: Subject(Side.HEAD, name) for name in listed("人均 户均 亩均 地均 村均 平均")},
    **_all_mean(Subject(Side.HEAD, "位次"), "位次 排名 排位"),
}
"""Nouns that can stand apart from an indicator's own name. A total sets a level; 人均 is only an aspect."""

PLACES: Final = listed("全国 全省 全市 全州 全县 全区 全域 城乡 城镇 农村 辖区 县域")

# ---- what is said of the figure ----

MOVES: Final = {
    **_all_mean(1, "增长 增加 提高 提升 上升 上涨 上浮 提速 扩大 升高 前移 进位 增 升"),
    **_all_mean(-1, "下降 降低 减少 压减 压降 压缩 缩短 缩减 削减 缩小 收窄 下浮 下调 回落 节约 精简 降 减"),
}
"""Verbs of growth and change, with the sign of the figure."""

NET: Final = listed("净增 净增加 净增长")

MAKING: Final = listed(
    "新增 新增加 增设 增创 新建 新签约 新开工 新竣工投产 新竣工 新投产 新落地 新引进 新认定 新培育 新入库 "
    "新改建 新改扩建 新建成 新创建 新开 新获批 新培养 新招引 培育 认定 引进 引育 引入 招引 创建 打造 建成 "
    "建设 修建 建立 组建 设立 成立 改造 提质改造 改造提升 新建和提质改造 改建 扩建 改扩建 加装 安装 配备 "
    "购买 购置 举办 举行 承办 开展 组织 召开 参加 申报 申报成功 申创 争创 创成 申请 获批 获评 授权 实施 "
    "启动 推动 推进 支持 扶持 引导 培养 培训 选派 招聘 招录 遴选 推荐 签约 落地 开工 竣工 投产 入库 入规 "
    "入统 入选 上线 上市 挂牌 交付 投用 筛查 检查 抽检 整治 治理 修复 恢复 救助 资助 救治 服务 惠及 受理 "
    "办理 化解 处置 盘活 消化 淘汰 关闭 拆除 关停 回收 解决 清理 销号 发放 分配 供应 出让 种植 造林 营造 "
    "铺排 储备 谋划 包装 编制 制定 修订 出台 发布 推广 转化 布局 铺设 架设 开通 开发 接待 建 办 改 引 "
    "优化提质 新成 建成营运 建成投用 更新改造 参与 形成 维护 提供 预留 撬动 统筹 争取 发展 培育创建 指导申报 培育认定 整合 "
    "统筹打造 取得 获得 安排 开行 投放 更新 选育 兑现 更换 收购 认领 完善 打通 动工 供给 投运 揭牌"
)
"""Verbs of increments. Up to three in a row are one (培育申报, 建设改造, 引入和培育)."""


class Link(NamedTuple):
    """What leads to a figure that is a level."""

    trend: Trend | None
    caps: bool = False
    """The figure is an upper bound unless something else is said."""


LINKS: Final = {
    **_all_mean(Link(None), "达到 达 到 至 为 在 达至"),
    **_all_mean(Link(Trend.STEADY), "保持在 稳定在 维持在 保持 稳定 维持 稳定达到"),
    **_all_mean(Link(None, caps=True), "控制在 控制到 严控在"),
}
ARRIVING: Final = frozenset(("到", "至", "为"))
"""A verb of change and one of these set a level: 提高到, 降至, 缩短为."""
REACHING: Final = frozenset(("达到", "达", "为"))
"""After a verb of increments they add nothing: 新增达到10家."""

# ---- comparators ----

LEVEL_BOUNDS: Final = {
    **_all_mean(GE, "不少于 不低于 不小于 不下于"),
    **_all_mean(GT, "突破 过 高于"),
}
"""Comparators before the figure that set a level even without a verb."""

BOUNDS: Final = {
    **LEVEL_BOUNDS,
    **_all_mean(GE, "至少 最少 最低 ≥ >="),
    **_all_mean(GT, "超过 超 超出 大于 多于 >"),
    **_all_mean(LE, "不超过 不超 不高于 不多于 不大于 不突破 最多 至多 最高 ≤ <="),
    **_all_mean(LT, "低于 少于 小于 不到 不足 <"),
    **_all_mean(APPROX, "约 大约 约为 近 接近 将近"),
}
"""Comparators before the figure."""

LIMITS: Final = {
    **_all_mean(GE, "以上 及以上 (含)以上 以上(含)"),
    **_all_mean(LE, "以下 及以下 以内 之内 内 (含)以下 (含)以内"),
    **_all_mean(APPROX, "左右 上下"),
}
"""Comparators after the figure."""

MIRRORED: Final = {EQ: EQ, APPROX: APPROX, RANGE: RANGE, GE: LE, LE: GE, GT: LT, LT: GT}
"""The comparator that a fall of so much makes: 下降10%以上 is growth <= -10."""

# ---- phrases without a figure ----

ADVERBS: Final = listed(
    "持续 稳步 逐步 不断 明显 显著 大幅 大幅度 进一步 有所 有效 平稳 较快 总体 基本 实现 保持 同比 逐年 "
    "稳定 适度 适当 切实 全面 加快 更加 趋于 合理 双 小幅 快速 稳中 较大幅度 均 整体 更 较上年 比上年 "
    "继续 普遍 有序 止跌 实质 和谐 着力 大力 全力 全方位 多渠道 多方式 积极 稳妥 再 加力 阶段性 进一步 坚决 严格 深入 "
    "得到有效 得到"
)
"""Adverbs of trends. Up to four may stand in a row (持续平稳较快增长)."""

TRENDS: Final = {
    **_all_mean(
        Trend.UP,
        "增长 提高 提升 上升 增加 扩大 壮大 回升 有升 只增不减 攀升 加大 提标 巩固提升 拓展 增收 做大",
    ),
    **_all_mean(
        Trend.DOWN,
        "下降 降低 减少 缩小 压减 回落 压降 缩短 收窄 有降 只减不增 递减 压缩 减轻 削减 缩减 遏制 减小",
    ),
    **_all_mean(Trend.STEADY, "稳定 平衡 平稳 可控 稳定可控 回稳"),
    **_all_mean(
        Trend.BETTER,
        "改善 优化 向好 好转 提质 有进 进位 争先 进位争先 争先进位 提质增效 增强 保稳提质 促稳提质 "
        "优化提升 改进",
    ),
}

LEVELS: Final = {
    **_all_mean("国", "国家级 国家 国"),
    **_all_mean("省", "省级 全省 省"),
    **_all_mean("市", "市级 全市 市"),
    **_all_mean("州", "州级 全州 州"),
    **_all_mean("县", "县级 县"),
    **_all_mean("区", "区级 区"),
    "上级": "上级",
}
"""Superiors that a deferred target names."""

SAME: Final = {
    **_all_mean("地区生产总值", "GDP 生产总值 国内生产总值"),
    **_all_mean(
        "经济增长",
        "经济 经济增速 经济增长速度 经济发展 GDP增速 GDP增长 国内生产总值增长 生产总值增速 "
        "地区生产总值增速 地区生产总值增长",
    ),
    **{
        place + tail: f"{place}平均水平"
        for place in ("全国", "全省", "全市", "全州", "全县", "全区")
        for tail in ("平均", "均值", "平均数", "平均值")
    },
}
"""Names of one whole or one reference, with the one that stands for them."""
