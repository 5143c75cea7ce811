"""One unit under two names / 同一单位前后两种写法

何事：一份方案里，同一单位写成两种名称（市场监管局、市场监督管理局），或者名称中夹了空格。以出现多的写法为
准，其余写法各报告一次；括号中加挂的牌子不算。
What: One plan calls a unit by two names (market regulation by its short and by its full name), or a space
slipped into the name. The form that is written most often is taken for the right one, and each other form
is reported once. A second name in brackets is no fault.

缘由：一个单位两个名称，汇总任务时会数成两家；读的人也会以为是两家。
Why: Whoever sums up the tasks counts one unit as two, and so does the reader.

改法：全文统一用一种规范化简称；确属同一机关的，planspec lint --fix 可以代劳。
Mend: Use one short name throughout; where both are certainly one body, `planspec lint --fix` does it.

依据：工作惯例：公文中同一机关的名称前后一致。
Authority: practice; a document calls one agency by one name.

Bad:

    actions:
      - action: 产业培塑行动
        tasks:
          - {title: 循环经济, lead: 县市场监管局}
          - {title: 装备制造, lead: 县市场监管局}
          - {title: 电子信息, lead: 县市场监督管理局}
    #                           ^^^^^^^^ unit-under-two-names

Good:

    actions:
      - action: 产业培塑行动
        tasks:
          - {title: 循环经济, lead: 县市场监管局}
          - {title: 装备制造, lead: 县市场监管局}
          - {title: 电子信息, lead: 县市场监管局}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from planspec.model import Plan, UnitRef
from planspec.registry import Kind, Unit
from planspec.registry.placenames import place_names
from planspec.rules.res._shared import Homes, mentions, times
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Confidence, Fix, Severity
from planspec.source.message import Message, Template
from planspec.source.place import at
from planspec.source.rewriting import rewrite

TWO_NAMES = Template(
    zh="“{name}”与“{usual}”是同一单位，全文{usual_count}处写作“{usual}”、{count}处写作“{name}”，汇总时会数成两家；"
    "请统一用一种写法",
    en="“{name}” and “{usual}” are one unit, written “{usual}” {usual_times} and “{name}” {times}, which "
    "counts as two when tasks are summed up; use one name",
)
BLANK = Template(
    zh="单位名称“{name}”中间多了空格，应为“{usual}”；请删去空格",
    en="The unit's name “{name}” contains a blank; it should be “{usual}”, delete the blank",
)
USUAL = Message(zh="较常用的写法见这里", en="the usual name stands here")
RENAME = Template(zh="“{name}”改为“{usual}”{all}", en="Write “{usual}” for “{name}”{all}")
THROUGHOUT = Template(zh="，共{count}处", en=", {count} times")

_NAMED: Final = (Kind.BODY, Kind.LOCAL, Kind.GENERIC)
_BRACKETS: Final = str.maketrans("（）", "()")
_SECOND_NAME: Final = re.compile(r"\([^()]*\)$")
_BLANK: Final = re.compile(r"\s")
_COMMITTEE: Final = re.compile("(?:管委会|管理委员会)$")
_LEVEL_WORDS: Final = frozenset("省市州县区旗盟")


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Gather the written forms of each unit; the rarer ones deviate."""
    units: dict[str, dict[str, list[UnitRef]]] = {}
    for name, refs in mentions(plan).items():
        unit = refs[0].unit
        if unit is not None and unit.kind in _NAMED:
            units.setdefault(unit.key, {}).setdefault(_form(name), []).extend(refs)
    homes = Homes(plan)
    for forms in units.values():
        yield from _blanks(plan, forms, homes)
        if len(forms) < 2:
            continue
        clean: dict[str, list[UnitRef]] = {}
        for form, refs in forms.items():
            clean.setdefault(_BLANK.sub("", form), []).extend(refs)
        usual, usual_refs = _usual(clean)
        for form, refs in clean.items():
            if form != usual and not _of_another_place(form, usual):
                yield _deviating(plan, form, refs, usual, usual_refs, homes)


def _form(name: str) -> str:
    """Return the name without what makes no other name: the width of brackets, a second name in them."""
    return _SECOND_NAME.sub("", name.translate(_BRACKETS).strip())


def _usual(forms: dict[str, list[UnitRef]]) -> tuple[str, list[UnitRef]]:
    """Return the form that is written most often; between equals the canonical one, then the first."""
    best = max(
        forms.items(),
        key=lambda item: (len(item[1]), item[1][0].unit is not None and not item[1][0].unit.alias),
    )
    return best[0], best[1]


def _of_another_place(form: str, usual: str) -> bool:
    """Say whether the names differ by their level word only (区发改局, 县发改局): unit-of-another-level "
    "tells that."""
    return form[1:] == usual[1:] and form[:1] in _LEVEL_WORDS and usual[:1] in _LEVEL_WORDS


def _blanks(plan: Plan, forms: dict[str, list[UnitRef]], homes: Homes) -> Iterator[Finding]:
    for form, refs in forms.items():
        if _BLANK.search(form):
            usual = _BLANK.sub("", form)
            related = tuple((at(ref.node), USUAL) for ref in forms.get(usual, ())[:1])
            message = BLANK(name=form, usual=usual)
            yield Finding(
                at(refs[0].node),
                message,
                plan,
                form,
                related,
                Confidence.HIGH,
                fix=_fix(refs, usual, safe=True),
                within=homes.of(refs[0]),
            )


def _deviating(
    plan: Plan, form: str, refs: list[UnitRef], usual: str, usual_refs: list[UnitRef], homes: Homes
) -> Finding:
    unit = refs[0].unit
    # 县商务局、林业局: the place is understood from the name before.
    is_sure = unit is not None and unit.kind is Kind.BODY and form not in usual
    if _COMMITTEE.sub("", form) == _COMMITTEE.sub("", usual):
        is_sure = False  # a zone and its committee are one body, and documents mostly write both
    message = TWO_NAMES(
        name=form,
        usual=usual,
        count=len(refs),
        usual_count=len(usual_refs),
        times=times(len(refs)),
        usual_times=times(len(usual_refs)),
    )
    return Finding(
        at(refs[0].node),
        message,
        plan,
        form,
        ((at(usual_refs[0].node), USUAL),),
        Confidence.MEDIUM if is_sure else Confidence.LOW,
        Severity.WARNING if is_sure else Severity.INFO,
        _fix(refs, usual, safe=_is_sure(form, usual, unit)),
        homes.of(refs[0]),
    )


def _fix(refs: list[UnitRef], usual: str, *, safe: bool) -> Fix | None:
    """Rewrite every mention, where each stands on one line and no place would be named or not named by it."""
    edits = []
    for ref in refs:
        edit = rewrite(ref.node, usual)
        if edit is None or _SECOND_NAME.search(ref.name.translate(_BRACKETS)):
            return None
        edits.append(edit)
    if list(place_names(_BLANK.sub("", refs[0].name))) != list(place_names(usual)):
        return None
    more = THROUGHOUT(count=len(refs)) if len(refs) > 1 else ""
    return Fix(RENAME(name=refs[0].name, usual=usual, all=more), tuple(edits), safe)


def _is_sure(form: str, usual: str, unit: Unit | None) -> bool:
    """Say whether the national table has both names for one body, each with the same word for its place."""
    return unit is not None and unit.kind is Kind.BODY and form[0] == usual[0] and form[0] in _LEVEL_WORDS


rule = Rule(
    "RES007",
    "unit-under-two-names",
    Severity.WARNING,
    Authority.PRACTICE,
    __doc__,
    check,
    confidence=Confidence.MEDIUM,
)
