"""Unit of another level / 写了别的层级的单位

何事：方案把任务派给了上级或下级的部门（县的方案写市发改委、市的方案写县发改局），或者单位名称用了本地没有的
层级字（县的方案写“区财政局”）。上级派驻的机构（海关、税务、生态环境分局等）、企业和各县市区、乡镇不算。单位几乎都不是本级的，多半是
方案的行政区划代码写错，只报告一条。
What: The plan gives a task to a department of a higher or lower level (the city's in a county's plan, a
county's in a city's), or names a unit by a level word that the place does not have (a district's bureau in
a county's plan). Bodies that a higher level sends, firms, and local governments do not count.
Where hardly any unit is of the plan's own level, its jurisdiction is probably wrong: that is one finding.

缘由：多是照抄上级或外地方案时没有改过来；下级也无权给上级部门派任务。
Why: Mostly it was left over when another plan was copied; and no county can set its city's departments a
task.

改法：改成本级的对口部门；需要上级支持的，写成本级部门“争取”“对接”。
Mend: Name the department of the plan's own level; where the superior's help is needed, let it be sought by
your own.

依据：文件自身逻辑：方案只约束本级及下级。
Authority: logic; a plan binds its own level and those below.

Bad:

    actions:
      - action: 产业培塑行动
        tasks:
          - {title: 循环经济, lead: 市发改委}
    #                           ^^^^ unit-of-another-level
          - {title: 装备制造, lead: 区财政局}
    #                           ^^^^ unit-of-another-level

Good:

    actions:
      - action: 产业培塑行动
        tasks:
          - {title: 循环经济, lead: 县发改局, support: 市生态环境局新邵分局}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from planspec.model import Plan, UnitRef
from planspec.registry import Kind, Level, Unit, jurisdiction
from planspec.rules.res._shared import BESIDE, Homes, mentions
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Message, Template
from planspec.source.place import at, at_value

HIGHER = Template(
    zh="“{name}”是{level}单位，本方案是{own}的，不宜向它分派任务{more}；请改为本级对口部门",
    en="“{name}” belongs to the {level_en}, and a {own_en}'s plan can't set it a task{more_en}; name the "
    "department of "
    "your own level",
)
LOWER = Template(
    zh="“{name}”是{level}单位，本方案是{own}的{more}，可能是参照别处方案时未改；请核对，改为本级部门",
    en="“{name}” belongs to a {level_en}, in a {own_en}'s plan{more_en}; perhaps it was left over from "
    "another plan; name "
    "the department of your own level",
)
WRONG_WORD = Template(
    zh="“{name}”以“{word}”开头{more}，本地的部门应以“{right}”开头；可能是参照外地方案时未改；请核对单位名称",
    en="“{name}” begins with “{word}”{more_en}, and this place's departments with “{right}”; perhaps it "
    "was left over from another place's plan; check the name",
)
MOSTLY = Template(
    zh="行政区划代码是{place}的，而方案中{count}家单位（{names}等）不是{own}单位，是本级的只有{right}家，多半是代码写错；请核对"
    "行政区划代码（jurisdiction）",
    en="The code is that of {place}, but {count} units of the plan ({names} …) do not belong to a {own_en} and only "
    "{right} do, so the code is probably wrong; check `jurisdiction`",
)
AGAIN = Message(zh="这里也写到", en="named here again")

_LEVELS: Final = {
    Level.NATION: ("国家", "nation"),
    Level.PROVINCE: ("省级", "province"),
    Level.CITY: ("市级", "city"),
    Level.COUNTY: ("县级", "county"),
    Level.TOWN: ("乡镇", "town"),
}
_WORDS: Final = frozenset("市州盟县区旗")
_MANY: Final = 8
"""So many, and far more than are of the plan's own level, are one finding."""
_SHOWN: Final = 3


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Report each name once; where most units belong elsewhere it is the plan's place that is wrong."""
    own = plan.units.level
    place = jurisdiction(plan.jurisdiction)
    if place is None:
        return
    homes = Homes(plan)
    wrong = _WORDS - {place.name[-1:]}
    strange: list[tuple[str, Unit, list[UnitRef]]] = []
    native = 0
    for name, refs in mentions(plan).items():
        unit = refs[0].unit
        if unit is None or unit.kind is not Kind.BODY or not BESIDE.isdisjoint(unit.roles):
            continue
        if unit.level is own and (name[0] not in wrong or place.short in name):
            native += 1
        else:
            strange.append((name, unit, refs))
    alien = [
        name
        for name, unit, _ in strange
        if unit.level is own or (unit.level is not None and plan.units.of_another_level(unit))
    ]
    if len(alien) >= _MANY and len(alien) > 2 * native:
        names, (own_zh, own_en) = alien[:_SHOWN], _LEVELS[own]
        yield Finding(
            at_value(plan.node, "jurisdiction"),
            MOSTLY(
                place=place.name,
                count=len(alien),
                names=Message("、".join(names), ", ".join(names)),
                own=own_zh,
                own_en=own_en,
                right=native,
            ),
            plan,
            "jurisdiction",
        )
        return
    for name, unit, refs in strange:
        further = len(refs) - 1
        more = {
            "more": f"（共{further + 1}处）" if further else "",
            "more_en": f" ({further + 1} places)" if further else "",
        }
        related = tuple((at(ref.node), AGAIN) for ref in refs[1:4])
        first = at(refs[0].node)
        if unit.level is not None and plan.units.of_another_level(unit):
            level, level_en = _LEVELS[unit.level]
            own_zh, own_en = _LEVELS[own]
            template = HIGHER if unit.level.above(own) else LOWER
            message = template(name=name, level=level, level_en=level_en, own=own_zh, own_en=own_en, **more)
            sure = template is HIGHER or not _of_named_place(unit)
            yield Finding(
                first,
                message,
                plan,
                name,
                related,
                Confidence.MEDIUM if sure else Confidence.LOW,
                Severity.WARNING if sure else Severity.INFO,
                within=homes.of(refs[0]),
            )
        elif unit.level is own:
            message = WRONG_WORD(name=name, word=name[0], right=place.name[-1:], **more)
            yield Finding(first, message, plan, name, related, Confidence.HIGH, within=homes.of(refs[0]))


def _of_named_place(unit: Unit) -> bool:
    """Say whether the name itself tells which county is meant (平江县自然资源局): that is no slip."""
    return not unit.key.endswith(f"@{unit.level}")


rule = Rule(
    "RES011",
    "unit-of-another-level",
    Severity.WARNING,
    Authority.LOGIC,
    __doc__,
    check,
    confidence=Confidence.MEDIUM,
)
