"""The words that phrases are made of, each with its meaning; the grammar's expressions are built from these tables."""

import re
from collections.abc import Iterable
from enum import Enum
from typing import Final, NamedTuple

from planspec.phrase.form import Comparator, Firmness, Trend

EQ, GE, GT, RANGE = Comparator.EQ, Comparator.GE, Comparator.GT, Comparator.RANGE
LE, LT, APPROX = Comparator.LE, Comparator.LT, Comparator.APPROX
UP, DOWN, STEADY, BETTER = Trend.UP, Trend.DOWN, Trend.STEADY, Trend.BETTER


def any_of(words: Iterable[str]) -> str:
    """Return an expression that matches one of `words`, the longest first."""
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"


# --- what opens a phrase ---------------------------------------------------------------------------------------

FIRMNESS: Final = {
    **dict.fromkeys(("坚决确保", "确保", "坚决", "务必", "保证", "必须"), Firmness.ENSURE),
    **dict.fromkeys(
        ("力争", "全力争取", "争取", "力求", "努力", "奋力", "预期", "预计", "有望"), Firmness.STRIVE
    ),
    **dict.fromkeys(("计划", "拟"), Firmness.NONE),
}
"""计划 and 拟 bind neither more nor less than a plan that says nothing."""

PERIODS: Final = {
    **dict.fromkeys(("全年", "年内", "当年", "本年度"), ""),
    "每年": "每年",
    "年均": "年均",
    "累计": "累计",
}

LEADS: Final = ("实现", "完成", "达成", "继续", "持续", "总体", "基本")
"""Words before a figure that set nothing themselves."""

EACH: Final = ("均", "各", "分别", "分别各")

LAST_YEAR: Final = (
    *("上年", "去年", "上一年", "上年度", "上一年度", "去年同期", "上年同期", "同期", "上年水平", "去年水平"),
    *("上年末", "上年底", "去年底"),
)
"""The base of growth that is meant when none is said."""

# --- what the figure is of -------------------------------------------------------------------------------------


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


_SHARE_RATES: Final = (
    *("覆盖率", "完成率", "合格率", "达标率", "优良率", "普及率", "到位率", "落实率", "整改率", "办结率", "满意率"),
    *("满意度", "知晓率", "利用率", "转化率", "入学率", "履约率", "开工率", "投产率", "竣工率", "竣工投产率"),
    *("筛查率", "治理率", "处置率", "办理率", "参保率", "参与率", "执结率", "公开率", "公示率", "上线率", "使用率"),
    *("持证上岗率", "一次办结率", "网办率", "改造率", "建成率", "签约率", "就业率", "入住率", "发案率", "培训率"),
    *("资金到位率", "按时办结率", "准确率", "及时率", "安装率", "配备率", "巩固率", "成活率", "化解率", "交付率"),
    *("结案率", "清零率", "回收率", "检测率", "接种率", "签约服务率", "建档率", "电子化率", "贡献率", "按期整改率"),
    *("综合利用率", "有效率", "优秀率", "响应率", "销号率", "查处率", "破案率", "限期整改率", "按期完成率"),
)

SUBJECTS: Final = {
    **{name: Subject(Side.RATE, name) for name in ("增速", "增幅", "涨幅", "增长率", "增长速度", "升幅")},
    **{name: Subject(Side.RATE, name, -1) for name in ("降幅", "下降率", "降低率", "跌幅")},
    **{name: Subject(Side.SHARE, "") for name in ("比重", "占比", "比例", "占比重", "所占比重")},
    **{name: Subject(Side.SHARE, name) for name in _SHARE_RATES},
    "覆盖面": Subject(Side.SHARE, "覆盖率"),
    **{name: Subject(Side.TOTAL, name) for name in ("总量", "总数", "总额", "总规模", "规模", "数量")},
    **{name: Subject(Side.TOTAL, "") for name in ("共", "共计", "合计", "总计", "总共")},
    **{name: Subject(Side.HEAD, name) for name in ("人均", "户均", "亩均", "地均", "村均", "平均")},
}
"""Nouns that can stand apart from an indicator's own name. A total sets a level; 人均 and its like are an aspect."""

PLACES: Final = ("全国", "全省", "全市", "全州", "全县", "全区", "全域", "城乡", "城镇", "农村", "辖区", "县域")

WHOLES: Final = {
    **dict.fromkeys(("覆盖", "全覆盖"), "覆盖率"),
    **dict.fromkeys(("整改", "整改到位"), "整改率"),
    **dict.fromkeys(("落实", "落实到位"), "落实率"),
    **dict.fromkeys(("交付", "全面交付"), "交付率"),
    **{word: word + "率" for word in ("完成", "达标", "到位", "办结", "公示", "公开", "合格", "建成", "化解", "上线")},
    **{word: word + "率" for word in ("培训", "普及", "按期完成")},
    "按期整改到位": "按期整改率",
    "限期整改到位": "限期整改率",
}
"""What can be done in full (100%完成, 全部完成), with the share that is then 100 %."""

# --- what is said of the figure --------------------------------------------------------------------------------

MOVES: Final = {
    **dict.fromkeys(("增长", "增加", "提高", "提升", "上升", "上涨", "上浮", "提速", "扩大", "升高", "增", "升"), 1),
    **dict.fromkeys(
        (
            *("下降", "降低", "减少", "压减", "压降", "压缩", "缩短", "缩减", "削减", "缩小", "收窄", "下浮", "下调"),
            *("回落", "节约", "精简", "降", "减"),
        ),
        -1,
    ),
}
"""Verbs of growth and change, with the sign of the figure."""

NET: Final = ("净增", "净增加", "净增长")

MAKING: Final = (
    *("新增", "新增加", "增设", "增创", "新建", "新签约", "新开工", "新竣工投产", "新竣工", "新投产", "新落地", "新引进"),
    *("新认定", "新培育", "新入库", "新改建", "新改扩建", "新建成", "新创建", "新开", "新获批", "新培养", "新招引"),
    *("培育", "认定", "引进", "引育", "引入", "招引", "创建", "打造", "建成", "建设", "修建", "建立", "组建", "设立"),
    *("改造", "提质改造", "改造提升", "新建和提质改造", "改建", "扩建", "改扩建", "加装", "安装", "配备", "购买"),
    *("举办", "举行", "承办", "开展", "组织", "召开", "参加", "申报", "申创", "争创", "创成", "申请", "获批", "获评"),
    *("实施", "启动", "推动", "推进", "支持", "扶持", "引导", "培养", "培训", "选派", "招聘", "招录", "遴选", "推荐"),
    *("签约", "落地", "开工", "竣工", "投产", "入库", "入规", "入统", "入选", "上线", "上市", "挂牌", "交付", "投用"),
    *("筛查", "检查", "抽检", "整治", "治理", "修复", "恢复", "救助", "资助", "救治", "服务", "惠及", "受理", "办理"),
    *("处置", "盘活", "消化", "淘汰", "关闭", "拆除", "关停", "回收", "解决", "清理", "销号", "发放", "分配", "供应"),
    *("种植", "造林", "营造", "铺排", "储备", "谋划", "包装", "编制", "制定", "修订", "出台", "发布", "推广", "转化"),
    *("布局", "铺设", "架设", "开通", "开发", "接待", "化解", "出让", "授权", "成立", "购置", "建", "办", "改", "引"),
)
"""Verbs of increments. Up to three in a row are one (培育申报, 建设改造)."""


class Link(NamedTuple):
    """What leads to a figure that is a level."""

    trend: Trend | None
    caps: bool = False
    """The figure is an upper bound unless something else is said."""


LINKS: Final = {
    **dict.fromkeys(("达到", "达", "到", "至", "为", "达至"), Link(None)),
    **dict.fromkeys(("保持在", "稳定在", "维持在", "保持", "稳定", "维持", "稳定达到"), Link(STEADY)),
    **dict.fromkeys(("控制在", "控制到", "严控在"), Link(None, caps=True)),
}
ARRIVING: Final = frozenset(("到", "至", "为"))
"""A verb of change and one of these set a level: 提高到, 降至, 缩短为."""
REACHING: Final = frozenset(("达到", "达", "为"))
"""After a verb of increments they add nothing: 新增达到10家."""

# --- comparators -----------------------------------------------------------------------------------------------

LEVEL_BOUNDS: Final = {
    **dict.fromkeys(("不少于", "不低于", "不小于", "不下于"), GE),
    **dict.fromkeys(("突破", "过", "高于"), GT),
}
"""Comparators before the figure that set a level even without a verb."""

BOUNDS: Final = {
    **LEVEL_BOUNDS,
    **dict.fromkeys(("至少", "最少", "最低", "≥", ">="), GE),
    **dict.fromkeys(("超过", "超", "超出", "大于", "多于", ">"), GT),
    **dict.fromkeys(("不超过", "不超", "不高于", "不多于", "不大于", "不突破", "最多", "至多", "最高", "≤", "<="), LE),
    **dict.fromkeys(("低于", "少于", "小于", "不到", "不足", "<"), LT),
    **dict.fromkeys(("约", "大约", "约为", "近", "接近", "将近"), APPROX),
}
"""Comparators before the figure."""

LIMITS: Final = {
    **dict.fromkeys(("以上", "及以上", "(含)以上", "以上(含)"), GE),
    **dict.fromkeys(("以下", "及以下", "以内", "之内", "内", "(含)以下", "(含)以内"), LE),
    **dict.fromkeys(("左右", "上下"), APPROX),
}
"""Comparators after the figure."""

# --- phrases without a figure ----------------------------------------------------------------------------------

ADVERBS: Final = (
    *("持续", "稳步", "逐步", "不断", "明显", "显著", "大幅", "大幅度", "进一步", "有所", "有效", "平稳", "较快", "总体"),
    *("基本", "实现", "保持", "同比", "逐年", "稳定", "适度", "适当", "切实", "全面", "加快", "更加", "趋于", "合理"),
    *("双", "小幅", "快速", "稳中", "较大幅度", "均", "整体", "更", "较上年", "比上年", "继续", "普遍", "有序", "止跌"),
)
"""Adverbs of trends. Up to four may stand in a row (持续平稳较快增长)."""

TRENDS: Final = {
    **dict.fromkeys(("增长", "提高", "提升", "上升", "增加", "扩大", "壮大", "回升", "有升", "只增不减", "攀升"), UP),
    **dict.fromkeys(
        ("下降", "降低", "减少", "缩小", "压减", "回落", "压降", "缩短", "收窄", "有降", "只减不增", "递减"), DOWN
    ),
    **dict.fromkeys(("稳定", "平衡", "平稳", "可控", "稳定可控", "回稳"), STEADY),
    **dict.fromkeys(
        (
            *("改善", "优化", "向好", "好转", "提质", "有进", "进位", "争先", "进位争先", "争先进位", "提质增效"),
            *("增强", "保稳提质", "促稳提质", "优化提升", "改进"),
        ),
        BETTER,
    ),
}

LEVELS: Final = {
    **dict.fromkeys(("国家级", "国家", "国"), "国"),
    **dict.fromkeys(("省级", "全省", "省"), "省"),
    **dict.fromkeys(("市级", "全市", "市"), "市"),
    **dict.fromkeys(("州级", "全州", "州"), "州"),
    **dict.fromkeys(("县级", "县"), "县"),
    **dict.fromkeys(("区级", "区"), "区"),
    "上级": "上级",
}
"""Superiors that a deferred target names."""

SAME: Final = {
    **dict.fromkeys(("GDP", "生产总值", "国内生产总值"), "地区生产总值"),
    **dict.fromkeys(
        (
            *("经济", "经济增速", "经济增长速度", "经济发展", "GDP增速", "GDP增长", "国内生产总值增长"),
            *("生产总值增速", "地区生产总值增速", "地区生产总值增长"),
        ),
        "经济增长",
    ),
    **{
        place + tail: place + "平均水平"
        for place in ("全国", "全省", "全市", "全州", "全县", "全区")
        for tail in ("平均", "均值", "平均数", "平均值")
    },
}
"""Names of one whole or one reference, with the one that stands for them."""
