"""Names known by their wording alone: sets of units, vague names, posts, and places that no table can list.

Each function takes a tidied name (no spaces, half-width brackets) and says what it reads, or None.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_PLACES = (
    r"(?:县市区|市县区|县区|区县|市区县|县\(市、?区\)|市州|市县"
    r"|乡镇|镇街|街镇|乡镇街道|乡镇\(街道\)|街道|园区)"
)
_SOMEHOW = "有关|相关|主管|监管|其他|其它|职能|业务|行业|涉及|所属"
_VAGUE: Final = re.compile(
    rf"(?:.*(?:{_SOMEHOW}|驻).*|(?:各级)*各?(?:省|市|州|县|区|旗)?[直级属]?(?:机关)?各?级?)(?:部门|单位|机构|委办局|专业委员会|方面)"
    rf"|(?:.*(?:有关|相关|其他)).*(?:{_PLACES}|企业|机构|人员|协会|商会)"
    r"|[省市州县区旗]委各部门|金融机构|银行机构|社会各界|社会资本|各方"
)

_TOWN = "民族乡|乡|镇|街道|街|苏木"
_TOWN_MORE = "场|农场|林场|园区|管委会|社区|村|办事处"
_COUNTY = "自治县|自治旗|县|市|区|旗|州|盟|地"
_COUNTY_MORE = "管委会|管理区|市属各?开发区|市属各?功能区|开发区|经开区|高新区|新区|功能区|园区"
_TAIL = "人民政府|政府|党委政府|党委|党工委|办事处|街道办事处|街道办|办"
_BETWEEN = r"[、,/和及与()]*"
_TOWNS: Final = re.compile(
    rf"(?P<all>各)?(?:{_TOWN})(?P<more>(?:{_BETWEEN}(?:{_TOWN}|{_TOWN_MORE}))*)(?:{_BETWEEN}(?:{_TAIL}))*\)?"
)
_COUNTIES: Final = re.compile(
    rf"(?P<all>各)?(?:设区的?)?(?P<places>(?:{_COUNTY})(?P<more>(?:{_BETWEEN}(?:{_COUNTY}|{_COUNTY_MORE}))*))"
    rf"(?:{_BETWEEN}(?:{_TAIL}|{_COUNTY_MORE}))*\)?"
)
_ZONES: Final = re.compile(
    r"各(?:类|大|级)?[一-龥]{0,6}(?:园区|开发区|功能区|高新区|经开区|工业园|产业园|示范区|新区|景区)(?:管委会|管理委员会)?"
)
_TASKED: Final = re.compile(
    r"(?:各|所有|全部)*(?:[省市州县区]直)?(?:任务|工作|项目)?(?:牵头|责任|配合|实施|承办|协办|参与|成员)+(?:部门|单位|地区)|.*成员单位"
)
_ALL_OF: Final = re.compile(
    r"(?:各|全[省市州县区]|辖[区内]|[省市州县区]域内?|在[一-龥]{1,2}|驻[一-龥]{1,2}|[省市州县区]属)各?[一-龥]{0,6}?"
    r"(?:银行|金融机构|高校|院校|学校|医院|医疗机构|国有企业|国企|企业|平台公司|商会|协会|科研院所|保险机构|运营商)"
    r"|各民主党派.*|各人民团体|各群团组织"
)

_POST: Final = re.compile(
    r"(?P<body>.*?)(?P<post>(?:党组书记、|党委书记、|党工委书记、)?(?:各位?|第一|常务|分管[一-龥]{0,8}的|分管|协管|联系|专职)*副?"
    r"(?:省长|市长|州长|盟长|县长|区长|旗长|专员|镇长|乡长|局长|厅长|主任|部长|主席|书记|秘书长|院长|检察长|行长|关长|会长|理事长|社长"
    r"|台长|校长|总队长|支队长|大队长|中队长|政委|司令员|董事长|总经理|经理|主要负责人|分管负责人|负责人|主要领导|分管领导|相关负责人"
    r"|主要负责同志|分管负责同志|负责同志))"
)
_TITLES: Final = re.compile(
    r"(?:(?:[省市州县区旗盟]委)?(?:常委|副书记|书记|委员|党组成员|党组书记|党组副书记)(?:会成员)?、?)*"
)

_NOT_UNITS: Final = re.compile(
    r".*(?:专班|领导小组|协调组|工作组|推进组|攻坚组|联席会议|指挥中心|小组)(?:办公室|办|会议)?"
)


class Wording(NamedTuple):
    """What the wording of a name tells: the role it stands for, and what two spellings of it share."""

    role: str
    core: str


class Post(NamedTuple):
    """A post and the words before it that name its body (may be empty)."""

    body: str
    title: str


def vague(name: str) -> bool:
    """Whether the name leaves open who is meant: 各有关部门, 市直各单位, 各行业主管部门."""
    return _VAGUE.fullmatch(name) is not None


def collective(name: str) -> Wording | None:
    """A set that everybody can list: 各乡镇(街道), 各县市区, 各园区, 各成员单位, 县域各银行金融机构."""
    found = _TOWNS.fullmatch(name)
    if found and (found["all"] or found["more"]):
        return Wording("town", "towns")
    found = _COUNTIES.fullmatch(name)
    if found and (found["all"] or found["more"]):
        prefectures = not re.search("[县区旗]", found["places"])
        return Wording("county", "prefectures" if prefectures else "counties")
    if _ZONES.fullmatch(name):
        return Wording("development-zone", name)
    if _TASKED.fullmatch(name) or _ALL_OF.fullmatch(name):
        return Wording("", name)
    return None


def post(name: str) -> Post | None:
    """A post: 常务副县长, 市政府副秘书长, 县发改局主要负责人. Titles before it (县委常委、) are left out."""
    found = _POST.fullmatch(name)
    if not found:
        return None
    body = found["body"]
    return Post("" if _TITLES.fullmatch(body) else body.rstrip("、的"), found["post"])


def is_work_group(name: str) -> bool:
    """Whether it is a group set up for a task (专班, 领导小组), which is no unit."""
    return _NOT_UNITS.fullmatch(name) is not None


_OFFICES: Final = (
    ("党委政府", "人民政府", "政府", "党委", "党工委", "工委", "办事处", "管理委员会", "管委会", "居委会", "村委会")
    + ("管理局", "管理处", "办")
)
_COMPANY: Final = ("有限责任公司", "股份有限公司", "有限公司", "集团公司", "总公司", "集团", "公司")
_INVESTORS: Final = tuple(kind + "投" for kind in ("城", "交", "文", "旅", "农", "水", "产", "国", "工", "科", "建", "发"))
_LEVEL_WORDS: Final = tuple("省市州县区旗盟")
# (role, endings of the name less its office). The first that fits is it; an ending needs something before it.
_PLACES_BY_ENDING: Final = (
    ("town", ("镇", "乡", "苏木")),
    ("street", ("街道",)),
    ("community", ("社区", "村")),
    ("scenic-area", ("景区", "风景区", "名胜区", "度假区", "旅游区", "公园", "保护区", "古城", "故居")),
    (
        "development-zone",
        ("开发区", "经开区", "高新区", "新区", "新城", "港区", "管理区", "示范区", "工业园", "产业园", "科技园", "物流园")
        + ("园区", "保税区", "综保区", "试验区", "集聚区", "集中区", "合作区", "先行区", "片区", "实验区", "科学城"),
    ),
)
_BODIES_BY_ENDING: Final = (
    ("safety-committee", ("专业委员会", "专委会", "专业委员会办公室")),
    ("hospital", ("医院", "卫生院", "卫生服务中心", "保健院", "医共体", "医疗集团", "急救中心", "中心血站")),
    (
        "school",
        ("大学", "学院", "学校", "中学", "小学", "职院", "职校", "中专", "技校", "幼儿园", "高中", "初中", "联校", "师专")
        + ("教育集团", *(number + "中" for number in "一二三四五六七八九十")),
    ),
    ("association", ("商会", "协会", "学会", "联合会", "促进会", "基金会", "联盟")),
    ("research-institute", ("研究院", "研究所", "实验室", "设计院", "勘测院", "勘察院", "规划院")),
    (
        "public-institution",
        ("图书馆", "博物馆", "文化馆", "美术馆", "科技馆", "体育馆", "纪念馆", "少年宫", "福利院", "敬老院", "养老院")
        + ("救助站", "殡仪馆", "派出所", "司法所", "林场", "农场", "水厂", "污水处理厂", "车站", "机场", "管理处")
        + ("水库管理局", "水库管理所", "灌区管理局", "灌区管理所", "水利枢纽管理局"),
    ),
    ("bank", ("银行", "分行", "支行", "农商行", "信用社", "信用联社", "农信社")),
    ("enterprise", ("公司", "集团", "企业", *_INVESTORS)),
)
_SEVERAL: Final = ("各", "有关", "相关")


def generic(name: str) -> Wording | None:
    """A town, zone, school, firm ... that the form of its name tells: 角山镇, 湖南理工学院, 三荷机场公司."""
    place = _without(name, _OFFICES)
    if not name.replace("·", "").isalnum() or "局" in place or any(word in name for word in _SEVERAL):
        return None
    if place != name and name.endswith(("管委会", "管理委员会", "党工委")) and len(place) > 1:
        return _by_ending(place, _PLACES_BY_ENDING) or Wording("development-zone", place)
    return (
        _by_ending(place, _PLACES_BY_ENDING)
        or _by_ending(name, _BODIES_BY_ENDING)
        or (Wording("town", name) if name.endswith("人民政府") and len(place) > 1 else None)
    )


def _by_ending(name: str, kinds: tuple[tuple[str, tuple[str, ...]], ...]) -> Wording | None:
    for role, endings in kinds:
        if name.endswith(endings) and name not in endings:
            if role != "enterprise":
                return Wording(role, name)
            owned = name.startswith(_LEVEL_WORDS)
            return Wording("state-enterprise" if owned else role, _without(name, _COMPANY))
    return None


def _without(name: str, endings: tuple[str, ...]) -> str:
    """The name less these endings, however many stand one after the other; never less than two signs."""
    while ending := next((e for e in endings if name.endswith(e) and len(name) > len(e) + 1), ""):
        name = name[: -len(ending)]
    return name
