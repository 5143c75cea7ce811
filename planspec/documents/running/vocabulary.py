"""The words by which running text is read; what value phrases are made of comes from the phrase grammar."""

from __future__ import annotations

from typing import Final

from planspec.phrase import words
from planspec.phrase.words import any_of, listed

# ---- what opens a clause ----

FIRM: Final = any_of(words.FIRMNESS)
PERIOD: Final = any_of((*words.PERIODS, "当期", "每季度", "每月"))

OWN_PLACE: Final = any_of(
    listed(
        """
        全市 全县 全区 全州 全旗 全盟 我市 我县 我区 我州 我省 本市 本县 本区 市域 县域内 市域内 全市域 全县域 全域 全镇 全乡
        全市上下
        """
    )
)
"""The plan's own place: names of targets go without it."""

_YEAR: Final = "20[0-9]{2}年?(?:-20[0-9]{2})?年?(?:底|末|年末|年底|上半年|下半年)?"
_MONTH: Final = "(?:今年|明年|年)?[0-9]{1,2}月(?:[0-9]{1,2}日|底|末|初|份)?"
_SEASON: Final = "今年|本年|本年度|年度内|明年|年末|年底|年内|期末|届时|当年"
_FIVE_YEARS: Final = (
    "“?十[四五六]五”?(?:期间|时期|期末|末|规划期末)?|规划期(?:末|内)|[上下]半年|[一二三四]季度"
)
_SPELL: Final = "(?:力争|用|通过|利用)?[0-9一二三两]{1,2}年(?:左右)?(?:时间|内|左右)"
TIME: Final = (
    f"(?:(?:到|至|在|截至|自|从)?(?:{_YEAR}|{_MONTH}|{_SEASON}|{_FIVE_YEARS}|{_SPELL})"
    "(?:之?前|以前|为止|期间)?,?)"
)
"""By when; no part of a name."""

JOINER: Final = any_of(
    listed("其中 同时 此外 另外 并且 并 且 以及 和 及 与 同 即 包括 含 涉及 特别是 尤其是 提出")
)

DRIVER: Final = any_of(
    listed(
        """
        推动 促进 带动 拉动 使得 推进 引导 支持 实现 达成 做到 保证 确保 坚决确保 务必 力争 争取 力求 努力 全力争取 全力确保
        全力实现 奋力实现 努力实现 确保实现 力争实现 推动实现 促进实现 预计 预期 计划 拟
        """
    )
)
"""Verbs before a whole clause; the target is in what they drive."""

ADVERB: Final = any_of(
    listed(
        """
        再 基本 择优 大力 积极 着力 扎实 深入 加快 全面 稳步 持续 不断 切实 统筹 科学 有序 高质量 高标准 高水平 高效 重点 继续 进一步
        充分 坚持 全力 因地制宜 分期分批 分批 分期 分类 分步 逐步 优先 原则上 规划 认真 指导 有效 合理 适度 适当 加大 稳妥 精准
        常态化 多渠道 广泛 累计 计划 同步 协同 自主 联合 牵头 共同 集中 滚动 深化 加强 动态 严格 坚决 务必 抓紧 提前 按期 如期 按时
        按要求 尽快 年内 全年 每年 年均 当年 阶段性 规范 争取 力争 确保 努力 预计 拟 成功
        """
    )
)
"""Words that may stand before a verb and add nothing to a target."""

# ---- verbs ----

_MORE_VERBS: Final = listed(
    """
    取得 净增 净增加 增创 突破 完成 保持 稳定 稳住 提供 投入 安排 争取 筹集 筹措 统筹 兑现 减免 恢复 新发放 新开通 新增设 评选
    选树 选育 命名 支付 压减 压降 腾退 收储 抚育 绿化 植树 孵化 攻克 形成 开行 新办 参与 新设立 新设 新培训 建强 攻关 转移
    转移就业 增加 减少 扩大 落户 招收 招生 转化落地 建好 办好 做强 壮大 巩固 新成立 新组建 新创 创成 争创 开设 发掘 征集 集聚
    汇聚 遴选 新打造 更换 更新 更新改造 改扩建 新改扩建 提升改造 建设改造 优化提质 优化调整 提质 优化 调整 开挖 疏浚 清淤 维修 维护 加固
    除险加固 硬化 亮化 架设 敷设 迁改 配置 配置到位 捐赠 募集 吸引 吸纳 带动 举办承办 报送 储备实施 开工建设 建设完成 建成投用
    建成投产 竣工投产 实现 新实施 推行 开办 扶助 帮扶 走访 慰问 排查 监测 化解处置 查处 侦破 打击 关停淘汰 压缩 授信 放款
    投放 发行 募资 流转 复垦 开垦 落实 执行
    """
)
VERBS: Final = tuple(dict.fromkeys(verb for verb in (*words.MAKING, *_MORE_VERBS) if len(verb) > 1))
"""Verbs that can stand before their object and its figure, or before the figure and its object."""
VERB: Final = any_of(VERBS)

SECOND_VERB: Final = (
    any_of(
        listed(
            """
            改造 建设 提升 申报 认定 创建 打造 引进 培育 投产 实施 投用 培训 培养 落地 签约 开工 支持 整治 开展 举办 优化 完善 扩建 改建 改扩建 提质
            """
        )
    )
    + "(?!活动|工作|行动|任务|项目|工程|班|基地|机构|中心)"
)
"""Verbs that may follow another one without a mark; before 活动 and the like they are part of a noun."""

MADE: Final = any_of(
    (
        *words.NET,
        *listed(
            """
            新增 新增加 新建 新引进 新培育 新认定 新开工 新签约 新竣工 新投产 新入库 新落地 新建成 新创建 新招引 新发放 新开发 新获批
            新改建 新改扩建 新设立 新设 新办 新开通 新获 新培养 增设 增创 引进 招引 引育 培育 打造 创建 认定 建成 获批 获评 举办
            承办 突破 开展 增加 减少 净增 累计 竣工投产 建成投产 开工建设 铺排 申报 申创 创成 完成 投入 发放 达成 培养 选派 组建
            成立 设立 兑现 减免 分配 淘汰 关停 减排 供应 开行 开通 配备 配置 安装 加装 购置 化解 盘活 处置 消化 攻克 转化 落户 开工 投产 签约 上市 挂牌 入库 入规 入选 落地 布局 布局建设 建成营运 建成运营
            """
        ),
    )
)
"""Verbs that after a name and before a figure belong to the value: 规上企业新增5家."""

WITHIN: Final = any_of(
    listed(
        """
        新增 新建 新引进 新培育 新认定 新开工 新签约 新发放 新设立 建成 打造 突破 开展 举办 承办 引进 招引 引育 培育 组建 选派
        获批 争创 创建 完成 提供 安排 落实 布局 实施 配备 安装 建设
        """
    )
)
"""Verbs that, within a clause and with an object behind, make a target of the object; before them stands a scope."""

NO_VERB_BEFORE: Final = frozenset("率区业器值额度费者性点库材型化法期数权股量后前时的")
"""A character after which a verb is a noun: 完成率, 建成区, 服务业."""

STEADY: Final = frozenset(("稳定", "保持", "新增", "净增", "完成", "实现", "突破"))
"""Verbs that are verbs even where another one stands before the figure: 稳定生猪出栏在3万头以上."""

OF_PEOPLE: Final = frozenset(("惠及", "覆盖", "带动", "受益", "服务"))
"""Verbs that say what a figure of people is: 惠及家长."""

# ---- nouns ----

MEASURE: Final = any_of(
    listed(
        """
        增加值 总产值 总产量 总面积 总投资 总收入 总额 产值 产量 总量 收入 营业收入 营收 销售额 交易额 成交额 零售额 进出口额 出口额
        贸易额 投资额 投资 面积 播种面积 种植面积 规模 总规模 增速 增幅 涨幅 降幅 占比 比重 比例 比率 率 成本 费用 标准 利率 费率
        能耗 强度 排放量 排放强度 浓度 平均浓度 起数 人数 死亡人数 伤亡人数 受伤人数 人次 数量 数 户数 家数 收益 利润 税收 覆盖率 覆盖面 满意度 知晓率
        价格 余额 额度 工资 存栏 出栏 支出 经费 资金 贷款 保费 客流量 吞吐量 周转量 货运量 用电量 用水量 普及率 差距 周期 时间 时长
        频次 缺口 额 补助 补贴 待遇 密度 指数 首位度 依存度 容量 能力 水平 质量 效率
        """
    )
)
"""Nouns at the end of an indicator's name that say what is measured; in 甲和乙产量 both share them."""
