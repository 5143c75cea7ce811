"""Bodies that the form of a name tells where no table can list them: towns, zones, schools, firms."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from .wording import Wording

Kinds: TypeAlias = "tuple[tuple[str, tuple[str, ...]], ...]"


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_OFFICES: Final = _words("党委政府 人民政府 政府 党委 党工委 工委 办事处 管理委员会 管委会 居委会 村委会 办")
_COMMITTEES: Final = _words("管委会 管理委员会 党工委")
_MANAGEMENT: Final = _words("管理处 管理局 管理站 管理所")
_COMPANY: Final = _words("有限责任公司 股份有限公司 有限公司 集团公司 总公司 集团 公司")
_DIVISION: Final = re.compile(
    r"(?:厅|局|部|委)(?:机关)?[\u4e00-\u9fff]{2,12}(?:处|科|司|局|股|室|中心|办公室|党委|工会)"
).fullmatch
"""A division of the department that issues the plan: 厅职业能力处, 局规划科, 委综合司."""
_HOLDING: Final = re.compile(r"\((?:集团|控股|中国|股份)\)")
_SEVERAL: Final = _words("各 有关 相关")
_LEVEL_WORDS: Final = tuple("省市州县区旗")

# (role, endings): the first that fits is it; an ending needs something before it.
_PLACES: Final[Kinds] = (
    ("town", _words("镇 乡 苏木")),
    ("street", _words("街道")),
    ("community", _words("社区 村")),
    ("scenic-area", _words("景区 风景区 名胜区 度假区 旅游区 公园 保护区 古城 故居")),
    (
        "development-zone",
        _words(
            "开发区 经开区 高新区 新区 新城 港区 管理区 示范区 工业园 产业园 科技园 物流园 园区 保税区 综保区 试验区"
            " 集聚区 集中区 合作区 先行区 片区 实验区 科学城"
        ),
    ),
)
_BODIES: Final[Kinds] = (
    ("safety-committee", _words("专业委员会 专委会 专业委员会办公室")),
    ("hospital", _words("医院 卫生院 卫生服务中心 保健院 医共体 医疗集团 急救中心 中心血站")),
    (
        "school",
        _words(
            "大学 学院 学校 中学 小学 职院 职校 中专 技校 幼儿园 高中 初中 联校 师专 教育集团"
            " 一中 二中 三中 四中 五中 六中 七中 八中 九中 十中"
        ),
    ),
    ("association", _words("商会 协会 学会 联合会 促进会 基金会 联盟")),
    ("research-institute", _words("研究院 研究所 实验室 设计院 勘测院 勘察院 规划院")),
    (
        "public-institution",
        _words(
            "图书馆 博物馆 文化馆 美术馆 科技馆 体育馆 纪念馆 少年宫 福利院 敬老院 养老院 救助站 殡仪馆 派出所"
            " 司法所 林场 农场 水厂 污水处理厂 车站 机场 管理处 水库管理局 水库管理所 灌区管理局 灌区管理所"
        ),
    ),
    ("bank", _words("银行 分行 支行 农商行 信用社 信用联社 农信社")),
    ("enterprise", _words("公司 集团 企业 城投 交投 文投 旅投 农投 水投 产投 国投 工投 科投 建投 发投")),
)


def generic(name: str) -> Wording | None:
    """A town, zone, school, firm ... that the form of its name tells: 角山镇, 湖南理工学院, 三荷机场公司.

    Its core leaves out what two spellings of one name may differ in: 政府, 管委会, 有限公司.
    """
    if (
        name in _OFFICES
        or not _HOLDING.sub("", name).replace("·", "").isalnum()
        or any(word in name for word in _SEVERAL)
    ):
        return None
    if _DIVISION(name):
        return Wording("internal-division", name)
    place = _without(name, _OFFICES)
    if "局" in _without(place, _MANAGEMENT):
        return None
    role = _role(_without(place, _MANAGEMENT), _PLACES)
    if role is None and place != name and name.endswith(_COMMITTEES):
        role = "development-zone"
    if role is None and name.endswith("人民政府"):
        return Wording("town", name)
    if role is not None:
        return Wording(role, place)
    role = _role(name, _BODIES)
    if role != "enterprise":
        return Wording(role, name) if role else None
    owned = name.startswith(_LEVEL_WORDS)
    return Wording("state-enterprise" if owned else role, _without(name, _COMPANY))


def _role(name: str, kinds: Kinds) -> str | None:
    return next((role for role, endings in kinds if name.endswith(endings) and name not in endings), None)


def _without(name: str, endings: tuple[str, ...]) -> str:
    """The name less these endings, however many follow one another; at least two signs are left."""
    while ending := next((e for e in endings if name.endswith(e) and len(name) > len(e) + 1), ""):
        name = name[: -len(ending)]
    return name
