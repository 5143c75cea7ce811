"""The words that generated plans are made of: themes, work titles, quantities. All are invented."""

from __future__ import annotations

from typing import Final, NamedTuple


class Theme(NamedTuple):
    """What an action is about: a stem for its name, headings of its sections, the bodies that do its work."""

    name: str
    slug: str
    stem: str
    headings: tuple[str, ...]
    units: tuple[str, ...]
    """Ids in the registry."""


THEMES: Final = (
    Theme(
        "demand",
        "demand",
        "扩大内需",
        ("繁荣消费市场", "扩大有效投资", "提升流通效率", "培育消费热点", "用好政策资金"),
        ("commerce", "development-and-reform", "culture-and-tourism", "finance", "housing-and-construction"),
    ),
    Theme(
        "industry",
        "industry",
        "产业升级",
        ("做强主导产业", "改造传统产业", "布局未来产业", "提升园区能级", "强化要素供给"),
        ("industry-and-information", "development-and-reform", "agriculture", "energy", "commerce"),
    ),
    Theme(
        "innovation",
        "innovation",
        "科技创新",
        ("攻关关键技术", "建强创新平台", "壮大创新主体", "引育创新人才", "推动成果转化"),
        ("science-and-technology", "industry-and-information", "education", "finance", "data"),
    ),
    Theme(
        "reform",
        "reform",
        "改革开放",
        ("深化要素改革", "推进国企改革", "扩大对外开放", "提升口岸功能", "优化财政管理"),
        ("development-and-reform", "state-assets", "commerce", "finance", "establishment"),
    ),
    Theme(
        "business-environment",
        "environment",
        "营商环境优化",
        ("提升审批效能", "规范行政执法", "降低经营成本", "加强诚信建设", "保护企业权益"),
        ("administrative-approval", "market-regulation", "justice", "data", "local-finance"),
    ),
    Theme(
        "market-entities",
        "entities",
        "经营主体培育",
        ("扩大主体总量", "梯度培育企业", "强化融资支持", "完善服务体系", "激发创业活力"),
        ("market-regulation", "industry-and-information", "human-resources", "local-finance", "commerce"),
    ),
    Theme(
        "regions",
        "regions",
        "城乡区域协调",
        ("提升中心城区", "建设美丽乡村", "联通基础设施", "发展县域经济", "推进生态修复"),
        ("natural-resources", "housing-and-construction", "transport", "agriculture", "rural-revitalisation"),
    ),
    Theme(
        "safety",
        "safety",
        "安全保障",
        ("守牢安全生产底线", "防范经济金融风险", "提升应急能力", "保障粮食能源", "加强社会治理"),
        ("emergency-management", "public-security", "transport", "local-finance", "water"),
    ),
    Theme(
        "livelihood",
        "livelihood",
        "民生改善",
        ("促进稳定就业", "办好人民教育", "增强医疗服务", "完善社会保障", "改善人居环境"),
        ("human-resources", "education", "health", "civil-affairs", "ecology-and-environment"),
    ),
)

COUNT_WORDS: Final = {6: "六", 7: "七", 8: "八", 9: "九"}
PROGRAMMES: Final = {2023: ("仗", 6), 2024: ("行动", 8), 2025: ("攻坚", 7), 2026: ("工程", 9)}
"""Per year: what an action is called, and how many there are."""

FURTHER_UNITS: Final = (
    "audit", "statistics", "veterans", "medical-insurance", "forestry", "urban-management", "grain-reserves",
    "disabled-persons-federation", "womens-federation", "trade-unions", "youth-league", "taxation",
    "meteorology", "archives", "public-resource-trading", "office-services",
    "complaints", "politics-and-law", "publicity",
    "organisation", "united-front", "government-office", "intellectual-property", "sports", "water", "energy",
    "justice", "transport", "civil-affairs", "natural-resources", "ecology-and-environment",
    "public-security", "housing-fund", "fire-and-rescue",
    "postal-administration", "media-centre", "supply-and-marketing",
    "industry-and-commerce-federation", "education", "health", "human-resources", "market-regulation",
    "investment-promotion", "science-association", "customs", "peoples-bank", "power-grid", "finance", "data",
)  # fmt: skip
"""Registry ids of the bodies that may take part in any action; unknown ids are passed over."""

VERBS: Final = (
    "推进", "建设", "培育", "完善", "提升", "壮大", "规范", "拓展", "深化", "优化", "强化", "发展",
)  # fmt: skip
MODIFIERS: Final = (
    ("智能制造", "smart-manufacturing"), ("冷链物流", "cold-chain"), ("电子商务", "e-commerce"),
    ("生物医药", "biomedicine"), ("现代农业", "modern-farming"), ("绿色建材", "green-building-materials"),
    ("精细化工", "fine-chemicals"), ("文化创意", "creative-culture"), ("乡村旅游", "rural-tourism"),
    ("数字政务", "digital-government"), ("普惠托育", "childcare"), ("养老助餐", "elderly-meals"),
    ("职业教育", "vocational-education"), ("基层医疗", "primary-care"), ("老旧小区", "old-estates"),
    ("农村公路", "rural-roads"), ("污水处理", "sewage"), ("垃圾分类", "waste-sorting"),
    ("水库除险", "reservoirs"), ("森林防火", "forest-fires"), ("燃气安全", "gas-safety"),
    ("食品安全", "food-safety"), ("信用融资", "credit-financing"), ("跨境贸易", "cross-border-trade"),
    ("仓储配送", "warehousing"), ("新能源", "new-energy"), ("充电设施", "charging"),
    ("工业互联网", "industrial-internet"), ("专利转化", "patents"), ("科技孵化", "incubation"),
    ("高标准农田", "farmland"), ("油茶种植", "camellia"), ("生猪养殖", "pig-farming"),
    ("特色水果", "fruit"), ("茶叶加工", "tea"), ("竹木加工", "bamboo"),
    ("装配式建筑", "prefabrication"), ("城市更新", "urban-renewal"), ("供水保障", "water-supply"),
    ("公共交通", "public-transport"), ("应急广播", "emergency-broadcast"), ("社区服务", "community-services"),
    ("创业担保", "start-up-guarantees"), ("家政服务", "housekeeping"), ("体育场地", "sports-grounds"),
    ("档案数字化", "archives"), ("矿山修复", "mine-restoration"), ("河湖治理", "river-care"),
)  # fmt: skip
NOUNS: Final = (
    ("体系", "system"), ("平台", "platform"), ("项目", "projects"), ("工程", "works"), ("基地", "base"),
    ("示范点", "pilots"), ("网络", "network"), ("集群", "cluster"), ("能力", "capacity"),
    ("机制", "mechanism"), ("园区", "park"), ("队伍", "staff"), ("品牌", "brand"),
    ("市场", "market"), ("设施", "facilities"),
)  # fmt: skip
DELIVERABLES: Final = (
    "出台{}管理办法", "建成{}信息平台", "编制{}年度清单", "印发{}工作指引", "建立{}调度制度",
    "举办{}推介活动", "完成{}摸底调查", "组建{}专家队伍",
)  # fmt: skip
PROJECTS: Final = ("{}产业园二期", "{}综合服务中心", "{}示范基地", "{}公共检测平台")


class Kind(NamedTuple):
    """A kind of quantity that a task may promise: how its name ends, its unit, and what is usual."""

    suffix: str
    dimension: str
    unit: str
    low: int
    high: int


KINDS: Final = (
    Kind("项目开工数", "count", "个", 3, 90),
    Kind("企业数", "count", "家", 5, 400),
    Kind("站点数", "count", "个", 2, 60),
    Kind("完成投资", "money", "亿元", 2, 300),
    Kind("产值", "money", "亿元", 10, 900),
    Kind("奖补资金", "money", "万元", 50, 5000),
    Kind("覆盖率", "share", "%", 60, 99),
    Kind("合格率", "share", "%", 80, 99),
    Kind("办结率", "share", "%", 85, 99),
    Kind("面积", "area", "万亩", 1, 60),
    Kind("培训人次", "persons", "人次", 200, 9000),
    Kind("改造里程", "length", "公里", 5, 400),
    Kind("受益户数", "count", "户", 100, 9000),
    Kind("收储量", "mass", "万吨", 1, 60),
)
UNITS_OF: Final = {
    "count": ("个", 3, 900), "money": ("亿元", 5, 900), "persons": ("万人", 1, 90), "area": ("万亩", 1, 90),
    "length": ("公里", 5, 400), "mass": ("万吨", 1, 90), "share": ("%", 50, 99),
}  # fmt: skip
"""Per dimension of a registered indicator: a unit that fits and a usual range."""

SURNAMES: Final = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN_NAMES: Final = "伟敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂文辉玲建国华志红斌宁"
