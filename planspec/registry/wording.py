"""Names that their wording tells to be no single body: sets of units, vague names, work groups.

Each function takes a tidied name (no spaces, half-width brackets). The patterns are compiled when first used.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_PLACES = (
    r"(?:县市区|市县区|县区|区县|市区县|县\(市、?区\)|市州|市县"
    r"|乡镇|镇街|街镇|乡镇街道|乡镇\(街道\)|街道|园区)"
)
_SOMEHOW = "有关|相关|主管|监管|其他|其它|职能|业务|行业|涉及|所属"
_VAGUE: Final = (
    rf"(?:.*(?:{_SOMEHOW}|驻).*|(?:各级)*各?(?:省|市|州|县|区|旗)?[直级属]?(?:机关)?各?级?)(?:部门|单位|机构|处室|科室|委办局|专业委员会|方面)"
    rf"|(?:.*(?:有关|相关|其他)).*(?:{_PLACES}|企业|机构|人员|协会|商会)"
    r"|.+等(?:有关|相关)?[省市州盟县区旗]+(?:人民)?政府|各?(?:有关|相关)(?:设区的?|地级以上)?[省市州盟县区旗](?:[(、]?[市州盟县区旗自治]+[)、]*)*级?(?:人民)?政府|地方各级(?:人民)?政府|各级(?:人民)?政府"
    r"|[省市州县区旗]委各部门|金融机构|银行机构|社会各界|社会资本|各方"
)

_COUNTERPARTS: Final = r"各(?:设区的?|地级以上)?[省市州盟县区旗级()、]+[\u4e00-\u9fff]{2,}主管(?:部门|局)"
"""The same department of each place below (各市(州)经济和信息化主管部门): everybody knows which."""

_TOWN = "民族乡|乡|镇|街道|街|苏木"
_TOWN_MORE = "场|农场|林场|园区|管委会|社区|村|办事处"
_COUNTY = "自治县|自治旗|县级市|县|市|区|旗|州|盟|地"
_COUNTY_MORE = "管委会|管理区|市属各?开发区|市属各?功能区|开发区|经开区|高新区|新区|功能区|园区"
_TAIL = "人民政府|政府|党委政府|党委|党工委|办事处|街道办事处|街道办|办"
_BETWEEN = r"[、,/和及与()]*"
_OF_PLACE = "(?:全[市县区]|辖区|[市县区]属)?"
_TOWNS: Final = (
    rf"{_OF_PLACE}(?P<all>各)?(?:{_TOWN})(?P<more>(?:{_BETWEEN}(?:{_TOWN}|{_TOWN_MORE}))*)"
    rf"(?:{_BETWEEN}(?:{_TAIL}))*\)?"
)
_COUNTIES: Final = (
    rf"(?P<all>各)?(?:设区的?|地级以上)?(?P<places>(?:{_COUNTY})(?P<more>(?:{_BETWEEN}(?:{_COUNTY}|{_COUNTY_MORE}))*))"
    rf"(?:{_BETWEEN}(?:{_TAIL}|{_COUNTY_MORE}))*\)?"
)
_ZONES: Final = (
    r"各(?:类|大|级)?[一-龥]{0,6}(?:区镇|镇区|板块|园区|开发区|功能区|高新区|经开区|工业园|产业园|示范区|新区|景区)"
    r"(?:管委会|管理委员会)?"
)
_TASKED: Final = (
    r"(?:[省市州县区]直)?(?:各|所有|全部)*(?:[省市州县区]直)?(?:任务|工作|项目)?(?:牵头|责任|配合|实施|承办|协办|参与|成员)+"
    r"(?:部门|单位|地区)|.*成员单位|(?:全[省市州县区]|[省市州县区]级?)?[一-龥]{0,10}各(?:有关|相关|工作|行动)*(?:专班|专项组|工作组|工作小组|小组)"
)
_ALL_OF: Final = (
    r"(?:各|全[省市州县区]|辖[区内]|[省市州县区]域内?|在[一-龥]{1,2}|驻[一-龥]{1,2}|[省市州县区]属)各?[一-龥]{0,6}?"
    r"(?:银行|金融机构|高校|院校|学校|医院|医疗机构|国有企业|国企|企业|平台公司|商会|协会|科研院所|保险机构|运营商|服务中心)"
    r"|各省(?:级|区市|、自治区、直辖市|\(区、市\))?(?:人民)?政府|各民主党派.*|各人民团体|各群团组织"
)

_NOT_UNITS: Final = (
    r".*(?:专班|领导小组|协调组|工作组|推进组|攻坚组|联席会议|指挥中心|小组)(?:办公室|办|会议)?"
)


class Wording(NamedTuple):
    """What the wording of a name tells: the role it stands for, and what two spellings of it share."""

    role: str
    core: str


def vague(name: str) -> bool:
    """Whether the name leaves open who is meant: 各有关部门, 市直各单位, 各行业主管部门."""
    return re.fullmatch(_VAGUE, name) is not None and re.fullmatch(_COUNTERPARTS, name) is None


def collective(name: str) -> Wording | None:
    """A set that everybody can list: 各乡镇(街道), 各县市区, 各园区, 各成员单位, 县域各银行金融机构."""
    found = re.fullmatch(_TOWNS, name)
    if found and (found["all"] or found["more"]):
        return Wording("town", "towns")
    found = re.fullmatch(_COUNTIES, name)
    if found and (found["all"] or found["more"]):
        prefectures = not re.search("[县区旗]", found["places"])
        return Wording("county", "prefectures" if prefectures else "counties")
    if re.fullmatch(_ZONES, name):
        return Wording("development-zone", name)
    if re.fullmatch(_TASKED, name) or re.fullmatch(_ALL_OF, name) or re.fullmatch(_COUNTERPARTS, name):
        return Wording("", name)
    return None


def is_work_group(name: str) -> bool:
    """Whether it is a group set up for a task (专班, 领导小组), which is no unit."""
    return re.fullmatch(_NOT_UNITS, name) is not None
