"""`planspec init`: a small plan to start from, commented, complete and free of findings."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from string import Template as Gaps
from typing import TYPE_CHECKING, Final

from planspec.commands.answer import Answer
from planspec.commands.schema import schema_files
from planspec.commands.writing import write_all
from planspec.registry import Jurisdiction, builtin, chain, jurisdictions_named
from planspec.registry import jurisdiction as place_of
from planspec.source.errors import PlanspecError
from planspec.source.message import Message, Template

if TYPE_CHECKING:
    from planspec.report import Language

PLAN: Final = "plan.yaml"
ACTION: Final = "01-industry.yaml"
SCHEMA: Final = "schema"
NOWHERE: Final = "430599"
"""A code that no place has: what stands in the plan until its author says where it is for."""

EXISTS = Template(
    zh="{files} 已经存在，没有改动任何文件", en="{files}: already there, so nothing was written"
)
EXISTS_HINT = Message(
    zh="换一个文件夹，或加 --force 覆盖", en="Name another folder, or overwrite with --force"
)
NO_PLACE = Template(
    zh="没有代码或名称为“{place}”的行政区划", en="There is no place with the code or name “{place}”"
)
NO_PLACE_HINT = Message(
    zh="请写六位代码（如430522）或全称（如 新邵县）",
    en="Give the code of six digits (such as 430522) or the full Chinese name (such as 新邵县)",
)
SEVERAL = Template(
    zh="叫“{place}”的地方不止一个，请写代码", en="There is more than one “{place}”; give the code"
)
WRONG_YEAR = Template(
    zh="--year 应在1949到2199之间，这里是{year}",
    en="--year must be between 1949 and 2199, here it is {year}",
)
WRITTEN = Template(
    zh="已写入：\n{files}\n接下来：\n  1. 打开 {plan}，照注释改成自己的内容\n"
    "  2. 运行 planspec lint {folder}\n",
    en="Written:\n{files}\nNext:\n  1. open {plan} and follow its comments\n"
    "  2. run planspec lint {folder}\n",
)

PLAN_TEXT: Final = Gaps("""\
# yaml-language-server: $$schema=${schema}/plan.schema.json
#
# 一份方案由总体方案（本文件）和各个行动的实施方案组成，每个行动一个文件，由牵头单位维护。
# 这是一份可以通过检查的样例：照着改成自己的内容，随时运行 planspec lint 检查。
# 以 # 开头的是注释；冒号、方括号、逗号等标点作为格式使用时一律用半角。
planspec: 1
title: ${name}${year}年重点工作总体方案
jurisdiction: ${code}      # 行政区划代码（GB/T 2260）；上级由代码推出
year: ${year}
status: draft             # 印发后改为 issued，并补上 document（文号）和 issued（成文日期）
# programme: 八大行动      # 所属的年度部署；写上以后会核对行动的个数
# basis:                  # 依据的上级文件
#   - {title: 上级方案的标题, document: 某政办发〔${year}〕1号}

goals:                    # 主要目标：每行一个指标，目标值照公文的说法写
  - heading: 产业发展提质增效
    targets:
      规模工业增加值: 增长7%左右
      社会消费品零售总额: 增长6%以上

actions:                  # 行动，按文件中的顺序
  - include: ${action}

organisation:             # 组织实施
  leading_group:
    head: ${head}
    deputies: [${deputy}]
    office: ${reform}
  cadence: {简报: 旬, 通报: 月, 讲评: 季}
""")

ACTION_TEXT: Final = Gaps("""\
# yaml-language-server: $$schema=${schema}/action.schema.json
action: 产业培育行动
theme: industry           # 主题：用来和上级、往年的同类行动对照
annex: 1                  # 附件号
goals:
  - targets:              # 总体方案里有的指标，这里的数字要与它一致
      规模工业增加值: 增长7%左右
      社会消费品零售总额: 增长6%以上

sections:
  - no: （一）
    heading: 做强优势产业
    tasks:
      # id 是固定不变的标识：以后改了标题、编号，比较时仍认得是同一项任务
      - id: industrial-chains
        no: "1"
        title: 培育优势产业链
        # lead 牵头单位：只写一个，责任才清楚；support 配合单位；by 完成时限
        lead: ${industry}
        support: [${reform}, ${finance}]
        by: ${year}-12-31
        targets:
          规模以上工业企业: 新增10家以上
      - id: technical-upgrading
        no: "2"
        title: 推进技术改造
        lead: ${industry}
        support: [${finance}]
        by: ${year}-12-31
        targets:
          # 目标值以外的限定，如范围、口径，写进 scope
          技术改造项目: {value: 实施30个以上, scope: 规模以上工业企业}
  - no: （二）
    heading: 释放消费潜力
    tasks:
      - id: consumption-promotion
        no: "3"
        title: 开展促消费活动
        lead: ${commerce}
        support: [${reform}]
        by: ${year}-12-31
        targets:
          促消费活动: 不少于6场
        # 没有数字的成果写进 deliverables
        deliverables: [${year}年促消费活动方案]

workgroup:                # 工作专班：任务的牵头、配合单位都应是成员
  convenor: ${deputy}
  deputies: [${industry}]
  members: [${industry}, ${reform}, ${commerce}, ${finance}]
  office: ${industry}
""")

_BODIES: Final = {"reform": "发改局", "industry": "工信局", "commerce": "商务局", "finance": "财政局"}
_HEADS: Final = {"特别行政区": "行政长官", "自治区": "主席", "地区": "专员"}


def init(
    folder: Path,
    *,
    jurisdiction: str | None,
    year: int | None,
    schema: bool,
    force: bool,
    language: Language,
) -> Answer:
    """Write the plan, its action and, where no folder above has them, the schemas for editors."""
    place = find_place(jurisdiction) if jurisdiction is not None else None
    year = date.today().year if year is None else year
    if not 1949 <= year <= 2199:
        raise PlanspecError(WRONG_YEAR(year=year))
    plan, action = folder / PLAN, folder / ACTION
    there = [path.as_posix() for path in (plan, action) if path.exists()]
    if there and not force:
        raise PlanspecError(EXISTS(files=", ".join(there)), EXISTS_HINT)
    above = _schema_above(folder)
    gaps = {**_names(place), "year": str(year), "action": ACTION, "schema": above or SCHEMA}
    texts = {plan: PLAN_TEXT.substitute(gaps), action: ACTION_TEXT.substitute(gaps)}
    if above is None and schema:
        texts |= schema_files(folder / SCHEMA)
    write_all(texts)
    files = "\n".join(f"  {path.as_posix()}" for path in texts)
    said = WRITTEN(files=files, plan=plan.as_posix(), folder=folder.as_posix())
    return Answer(said.text(language))


def find_place(word: str) -> Jurisdiction:
    """Return the place with this code or name; raises PlanspecError where there is none, or several."""
    word = word.strip()
    found = place_of(word)
    if found is not None and found.code != "000000":
        return found
    named = [place for place in jurisdictions_named(word) if place.code != "000000"]
    if len(named) == 1:
        return named[0]
    if not named:
        raise PlanspecError(NO_PLACE(place=word), NO_PLACE_HINT)
    listed = ", ".join(f"{place.code} {_whole_name(place)}" for place in named)
    raise PlanspecError(SEVERAL(place=word), Message(listed, listed))


def _whole_name(place: Jurisdiction) -> str:
    return "".join(one.name for one in reversed(chain(place.code)) if one.code != "000000")


def _names(place: Jurisdiction | None) -> dict[str, str]:
    """Return what the place and its bodies are called in a plan of its own level."""
    code, name = (place.code, place.name) if place is not None else (NOWHERE, "某县")
    word = next((one for one in _HEADS if name.endswith(one)), name[-1])
    head = _HEADS.get(word, f"{word}长")
    units = builtin().units_of(code)
    bodies = {}
    for key, body in _BODIES.items():
        unit = units.resolve(word + body)
        bodies[key] = unit.canonical if unit is not None else word + body
    return {"code": code, "name": name, "head": head, "deputy": f"常务副{head}", **bodies}


def _schema_above(folder: Path) -> str | None:
    """Return the path from `folder` to a `schema/` with planspec's schemas in it or in a folder above."""
    start = folder.absolute()
    for place in (start, *start.parents):
        if (place / SCHEMA / "plan.schema.json").is_file():
            return Path(os.path.relpath(place / SCHEMA, start)).as_posix()
    return None
