"""Texts that are, or nearly are, value phrases."""

from hypothesis import strategies as st

from planspec.phrase import Phrase, parse, words

UNITS = (
    *(
        "%",
        "‰",
        "倍",
        "成",
        "个百分点",
        "元",
        "美元",
        "家",
        "户",
        "个",
        "项",
        "人",
        "人次",
        "名",
        "亩",
        "平方米",
        "公顷",
    ),
    *(
        "公里",
        "米",
        "吨",
        "斤",
        "公斤",
        "立方米",
        "方",
        "千瓦时",
        "千瓦",
        "吨标准煤",
        "天",
        "小时",
        "个月",
        "年",
        "分",
    ),
    *(
        "元/月",
        "元/月·人",
        "元/年",
        "元/人",
        "万元/亩",
        "件/万人",
        "微克/立方米",
        "台（套）",
        "个工作日",
        "床位",
        "",
    ),
)
SCALES = ("", "", "", "万", "亿", "千万", "百", "千", "万亿")
OTHERS = ("经济增长", "城镇居民收入增速", "全省平均水平", "全国", "GDP增速", "全部贷款增速")


def one_of(*words: str) -> st.SearchStrategy[str]:
    return st.sampled_from(words)


def maybe(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.just("") | strategy


def joined(*parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*parts).map("".join)


digits = (
    st.integers(0, 100_000).map(str)
    | st.decimals(0, 2000, places=1).map(str)
    | st.decimals(0, 200, places=3).map(str)
    | one_of("两", "十", "十五", "一百二十", "三万五千", "百亿", "半", "九")
)
numbers = joined(digits, one_of(*SCALES))
figures = joined(
    maybe(one_of(*words.BOUNDS)),
    numbers,
    maybe(one_of("余", "多")),
    maybe(joined(one_of("-", "—", "至", "～"), numbers)),
    one_of(*UNITS),
    maybe(one_of(*words.LIMITS)),
)
openings = joined(maybe(one_of(*words.FIRMNESS)), maybe(one_of(*words.PERIODS)))
subjects = one_of(*words.SUBJECTS, "占GDP比重", "占全部投资的比重", "每人每月", "每户", "全市覆盖率")
verbs = one_of(
    *words.MOVES, *words.NET, *words.MAKING, *words.LINKS, "提高到", "降至", "缩短为", "新引进培育"
)
since = one_of("同比", "环比", "较上年", "较2020年", "在原有基础上")
quantities = joined(
    openings, maybe(one_of(*words.EACH)), maybe(since), maybe(subjects), maybe(verbs), maybe(verbs), figures
)
rises = joined(maybe(subjects), one_of("从", "由", ""), figures, one_of("提高到", "降至", "缩短为"), figures)
relatives = joined(
    openings,
    maybe(one_of("增速", "人均")),
    one_of("高于", "低于", "不低于", "不高于", "与", "达到"),
    one_of(*OTHERS),
    maybe(one_of("同步", "基本同步", "持平")),
    maybe(figures),
)
ranks = joined(
    openings,
    maybe(one_of("总量", "增速")),
    one_of("稳居", "进入", "居"),
    maybe(one_of("全省", "全市", "中部")),
    one_of("第", "前"),
    digits,
    maybe(one_of("位", "名", "%")),
)
deferrals = joined(
    openings,
    maybe(one_of("完成", "达到", "不低于", "以", "控制在")),
    one_of("省", "市", "省、市", "国家", "上级", ""),
    maybe(one_of("定", "下达")),
    one_of("目标", "任务", "目标任务", "标准"),
    maybe(one_of("以内", "为准")),
)
trends = joined(openings, maybe(one_of(*words.ADVERBS)), maybe(one_of(*words.ADVERBS)), one_of(*words.TRENDS))
wordings = one_of(
    "全覆盖", "动态清零", "坚决杜绝", "应检尽检", "持平", "零增长", "翻一番", "100%完成", "不突破"
)

texts = quantities | rises | relatives | ranks | deferrals | trends | wordings


def _parsed(text: str) -> Phrase | None:
    return parse(text)


phrases: st.SearchStrategy[Phrase] = texts.map(_parsed).filter(lambda phrase: phrase is not None)  # type: ignore[assignment]
