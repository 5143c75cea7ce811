"""The names of columns in tables of tasks, and what each column holds.

Offices word them freely (责任单位, 主要责任单位, 牵头责任部门, 县政府分管领导 …), so the names are known by their parts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache
from typing import Final

import msgspec


class Holds(Enum):
    """What a column holds."""

    NUMBER = "number"
    GROUP = "group"
    NAME = "name"
    """What a row is about, in a few words: 任务, 事项, 项目名称."""
    CONTENT = "content"
    TARGET = "target"
    LEAD = "lead"
    SUPPORT = "support"
    UNITS = "units"
    LEADER = "leader"
    BY = "by"
    MONEY = "money"
    PROGRESS = "progress"
    NOTE = "note"
    OTHER = "other"

    @property
    def text(self) -> bool:
        """Whether the column holds running text on the task itself."""
        return self in (Holds.GROUP, Holds.NAME, Holds.CONTENT, Holds.TARGET)

    @property
    def units(self) -> bool:
        """Whether the column holds units."""
        return self in (Holds.LEAD, Holds.SUPPORT, Holds.UNITS)


class Column(msgspec.Struct, frozen=True):
    """A column: its name as written, without spaces, and what it holds."""

    name: str
    holds: Holds
    unit: str = ""
    """The measure that the name gives for all figures below it: 总投资（万元） → 万元."""
    first_leads: bool = False
    """The name says that the first of the units leads: 责任单位（第一位为牵头单位）."""


_BODY: Final = r"(?:单位|部门|科室|处室|股室|司局|主体|地区|方|机构)"
_WHO: Final = r"(?:[省市州县区镇]级?|(?:[省市州县区]|人民)*政府|党委|党政)?"
_TASK: Final = (
    r"(?:工作|重点|主要|具体|年度|建设|任务|改革|项目|实施|民生|实事|攻坚|行动|目标|专项|政策|整改|创建|推进|所属"
    r"|核心|突破|创新|发展|责任|内容|措施|问题|清单|服务|试点|提升|分解|细化|基本|本年度?|\d{4}年度?|今年|全年|[一二三]级|指标|测评|考核|监测|评价)"
)
_NAMES: Final = (
    (Holds.NUMBER, r"序号?|编号|序列|项次|序次|任务序号|项目序号|项目编号|任务编号|清单编号|号"),
    (Holds.LEAD, rf"{_WHO}(?:第一|总|主要|责任)?(?:牵头|主办|主责)(?:责任|负责)?{_BODY}?(?:\d|[一二])?"),
    (Holds.SUPPORT, rf"{_WHO}(?:责任)?(?:配合|协办|协同|协助|参与|参加|支持|联办|协作)(?:责任|实施|落实)?{_BODY}|其[他它]责任{_BODY}"),
    (Holds.UNITS, rf"{_WHO}(?:主要|具体|直接|相关)?(?:责任|实施|承办|落实|承担|完成|业主|主管|组织|申报|任务|分工|承接|主抓|行业主管|负责|项目责任|项目建设|建设"
                  rf"|工作|执行|主体责任|牵头(?:[、及和与/或（(]|以及)*(?:责任|配合|参与|实施)(?:[）)])?)(?:责任)?{_BODY}(?:分工|名称)?|(?:部门|责任|职责|任务)*分工|责任主体|责任落实"
                  rf"|责任{_BODY}(?:[、及和与/]|以及)(?:配合{_BODY}|责任人|负责人|领导)|牵头{_BODY}(?:[、及和与/]|以及)+(?:责任|配合|参与){_BODY}"),
    (Holds.LEADER, r".{0,12}(?:领导|责任人|负责人|牵头人|召集人|包联人|包保人|责任同志|负责同志|链长|联系人)(?:姓名)?"),
    (Holds.BY, r"(?:计划|预计|拟|目标|任务|工作|整改|拟定)?(?:完成|办结|落实|实施|推进|达标|解决|销号|见效)?(?:的)?(?:时限|时间|期限|时间节点|节点|时段|日期|年限|时间表|进度时限)(?:及?要求|安排|节点)?"),
    (Holds.PROGRESS, r"(?:工作|推进|落实|实施|项目|目前|当前|完成|任务|整改|阶段|年度|序时|形象)*(?:进度|进展|情况|进展情况|进度安排|进度要求|进度目标|进度计划|阶段安排|工作安排|安排|状态)"),
    (Holds.NOTE, r"备注|说明|附注|备考"),
    (Holds.MONEY, r".{0,10}(?:投资|资金|概算|金额|预算|经费)(?:额|总额|规模|估算|需求|额度|计划|安排|数)?"),
    (Holds.GROUP, rf"{_TASK}*(?:类别|分类|类型|领域|板块|大类|方面|门类|版块|维度|方向|类)|专项行动|行动名称|行动|一级指标|大项|工作方面"),
    (Holds.TARGET, rf"{_TASK}*(?:目标|目标值|指标值|目标任务|任务数|任务量|年度任务|数量|计划数|计划目标|预期目标|预期值|目标要求|任务目标|工作目标|指标任务|绩效目标|预期成果)|\d{{4}}年(?:度)?(?:目标|计划|任务)?值?"),
    (Holds.CONTENT, rf"{_TASK}*(?:内容|举措|措施|要求|做法|路径|成果|要点|描述|任务分解|规模|具体任务|任务内容|路线图|具体安排|思路|主要做法)(?:[及和与]{_TASK}*(?:内容|举措|措施|要求|规模|目标|成果))?"),
    (Holds.NAME, rf"{_TASK}*(?:名称|事项|任务|项目|指标|实事|工作|课题|工程|政策|问题|清单|活动|行动|任务清单|任务名称|实事项目|点|品牌|产业链|场景|专题|条款)"),
    (Holds.OTHER, r"(?:建设|项目|实施|所在)?(?:地点|地址|区域|位置)|责任乡镇|(?:计量)?单位|(?:指标)?属性|建设性质|性质|(?:开工|竣工|开竣工|起止)(?:时间|年月|日期)"
                  r"|建设(?:年限|期限|周期|起止年限|工期)|联系(?:电话|方式)|电话|评(?:价|分)标准|分值|权重|得分|年份|资金来源|来源|层级|级别|依据|政策依据|佐证材料|职务|姓名"),
)  # fmt: skip
_PATTERNS: Final = tuple((holds, re.compile(pattern)) for holds, pattern in _NAMES)
_BRACKET: Final = re.compile(r"[（(【\[](?P<inside>[^（）()【】\[\]]*)[）)】\]]?$")
_MEASURE: Final = re.compile(
    r"(?:单位[:：])?(?P<unit>(?:万|亿|千|百)?(?:美元|元|人次|人|户|家|个|公里|千米|米|亩|吨|件|项|套|平方米|公顷|千瓦时?)|[%％‰])"
)
_FIRST_LEADS: Final = re.compile(
    r"(?:第一|首|排名?第?一|列?前).*牵头|牵头.*(?:第一|首|在前|排前)|加[粗黑]|带[*＊★].*牵头"
)
LONGEST: Final = 16
"""Characters of a column's name, brackets aside."""


@lru_cache(maxsize=4096)
def column(text: str) -> Column | None:
    """Return the column that a header cell names, None where it names none that is known."""
    if len(text) > 60:
        return None
    name = re.sub(r"[\s*＊★:：]+", "", text)
    bracket = _BRACKET.search(name)
    inside = bracket["inside"] if bracket is not None else ""
    base = name[: bracket.start()] if bracket is not None and bracket.start() else name
    unit = _MEASURE.fullmatch(inside)
    if not 0 < len(base) <= LONGEST:
        return None
    for holds, pattern in _PATTERNS:
        if pattern.fullmatch(base):
            first = holds.units and bool(_FIRST_LEADS.search(inside))
            if holds is Holds.LEAD and inside and any(p.fullmatch(inside) for h, p in _PATTERNS if h.units):
                holds = Holds.UNITS
            return Column(name, holds, unit["unit"] if unit is not None else "", first)
    return None


def is_header(columns: Sequence[Column | None]) -> bool:
    """Say whether the cells of a row head a table of tasks: most are known, and different things stand in them."""
    known = [one.holds for one in columns if one is not None]
    if len(known) < 2 or len(known) * 2 < len(columns):
        return False
    tells = any(holds in _TELLING or holds.units for holds in known)
    return tells and any(holds.text or holds is Holds.OTHER for holds in known)


_TELLING: Final = frozenset(
    {Holds.NUMBER, Holds.LEADER, Holds.BY, Holds.MONEY, Holds.TARGET, Holds.NOTE, Holds.PROGRESS}
)
