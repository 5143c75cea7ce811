"""Unit that nobody knows / 单位名称查不到

何事：单位名录和本方案 units 里都没有这个名称。同一名称只在第一次出现处报告一次；名称完整、又没有相近
单位的，多半是本地机构，只作提示。
What: Neither the registry of units nor the plan's own `units` section has this name. Each name is reported
once, at its first place; a complete name that is like no other is probably a local body and only a hint.

缘由：多是错字、漏字，或几个单位之间漏了顿号；真有这个单位而没有登记的，其他检查也认不出它。
Why: Mostly it is a slip, a missing character or a missing mark between two names; and where the body does
exist, no other rule can tell who it is.

改法：错的改正；本地确有的机构、企业、学校，写进 plan.yaml 的 units。
Mend: Correct the slip; declare a local body, firm or school in the plan's `units`.

依据：工作惯例：公文中的机关名称用全称或规范化简称。
Authority: practice; documents call an agency by its full name or its usual short one.

Bad:

    actions:
      - action: 产业培塑行动
        tasks:
          - title: 循环经济
            lead: 县发政局
    #             ^^^^ unknown-unit

Good:

    actions:
      - action: 产业培塑行动
        tasks:
          - title: 循环经济
            lead: 县发改局
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from planspec.model import Plan, UnitRef
from planspec.registry.placenames import place_names
from planspec.rules.res._shared import Homes, mentions
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Confidence, Fix, Severity
from planspec.source.message import Message, Template
from planspec.source.place import at
from planspec.source.rewriting import parted, rewrite

LIKE = Template(
    zh="未查到名为“{name}”的单位{more}，是否应为“{near}”？请核对；本地确有该单位的，请在方案的本地单位（units）中补登",
    en="No unit is called “{name}”{more_en}; did you mean “{near}”? Check, or declare it in `units` if it "
    "exists",
)
SEVERAL = Template(
    zh="“{name}”是几个单位连写在一起{more}，按一个名称查不到；请写成列表，每项一个单位：[{near}]",
    en="“{name}”{more_en} is several units in one name, so none of them is known; write a list: [{near}]",
)
UNKNOWN = Template(
    zh="未查到名为“{name}”的单位{more}；请核对名称，本地确有该单位的，请在方案的本地单位（units）中补登",
    en="No unit is called “{name}”{more_en}; check the name, or declare it in `units` if it exists",
)
WRITE = Template(zh="“{name}”改为“{near}”", en="Write “{near}” for “{name}”")
AGAIN = Message(zh="这里也写到", en="named here again")

_LIKE_A_UNIT: Final = re.compile(
    "[\u4e00-\u9fff]{3,20}(?:局|委|办|办公室|中心|处|院|所|站|部|厅|署|会|队|室|社|馆|台|司|集团|公司)"
).fullmatch
"""How the names of real bodies end that no table lists: 申康医院发展中心."""
_STOPS: Final = re.compile("[、，,；;]")
_MOST_GUESSES: Final = 20
"""To look for what was meant takes far longer than all else here; more slips than this have one cause."""


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Report each unknown name once."""
    places: dict[str, list[UnitRef]] = {}
    for name, refs in mentions(plan).items():
        if refs[0].unit is None:
            places.setdefault("".join(name.split()), []).extend(refs)
    homes = Homes(plan)
    for number, (name, refs) in enumerate(places.items()):
        first = refs[0]
        near = listed = _listed(plan, first.name)
        if near is None and number < _MOST_GUESSES:
            near = plan.units.suggest(first.name)
        further = len(refs) - 1
        more = f"（另有{further}处）" if further else ""
        more_en = f" (named {further + 1} times)" if further else ""
        template = SEVERAL if listed else LIKE if near else UNKNOWN
        yield Finding(
            at(first.node),
            template(
                name=first.name,
                near=", ".join(listed.split("、")) if listed else near,
                more=more,
                more_en=more_en,
            ),
            plan,
            name,
            tuple((at(ref.node), AGAIN) for ref in refs[1:4]),
            Confidence.HIGH if near and "、" in near else Confidence.MEDIUM if near else Confidence.LOW,
            severity=Severity.INFO if near is None and _LIKE_A_UNIT(first.name) else None,
            fix=_fix(plan, refs, near) if near else None,
            within=homes.of(first),
        )


def _listed(plan: Plan, name: str) -> str | None:
    """Return the units that one name lists (县民政局、县卫健局), each known; None if it is one name."""
    parts = [part.strip() for part in _STOPS.split(name)]
    known = len(parts) > 1 and all(part and plan.units.resolve(part) is not None for part in parts)
    return "、".join(parts) if known else None


def _fix(plan: Plan, refs: list[UnitRef], near: str) -> Fix | None:
    """Propose to write every mention as the unit, or units, that it may be a slip for, by the plan's own name."""
    near = "、".join(_as_usual(plan, name) for name in near.split("、"))
    edits = []
    for ref in refs:
        edit = rewrite(ref.node, near) if "、" not in near else parted(ref.node, near.split("、"))
        if edit is None or list(place_names(ref.name)) != list(place_names(near)):
            return None
        edits.append(edit)
    return Fix(WRITE(name=refs[0].name, near=near), tuple(edits))


def _as_usual(plan: Plan, name: str) -> str:
    """Return how the plan mostly calls the unit; the name itself where it does not name it."""
    unit = plan.units.resolve(name)
    names = Counter(ref.name for ref in plan.unit_refs if unit is not None and ref.key == unit.key)
    return max(names, key=names.__getitem__, default=name)


rule = Rule(
    "RES006",
    "unknown-unit",
    Severity.WARNING,
    Authority.PRACTICE,
    __doc__,
    check,
    confidence=Confidence.MEDIUM,
)
