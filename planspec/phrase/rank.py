"""Phrases of rank: 稳居全省第二位, 进入全省前80位, 总量居全市前列."""

import re
from decimal import Decimal
from typing import Final

from planspec.phrase import words
from planspec.phrase.form import Comparator, Measure, Phrase, Trend
from planspec.phrase.numbers import NUMBER, read
from planspec.phrase.opening import Opening
from planspec.phrase.units import look_up
from planspec.phrase.words import any_of

_STEADY: Final = ("稳居", "保持", "保持在", "稳定在", "继续保持", "稳定保持", "持续保持", "稳居于", "稳定")
_VERBS: Final = (
    *(
        "位居",
        "位列",
        "居",
        "列",
        "进入",
        "跻身",
        "排名",
        "排位",
        "排",
        "挺进",
        "迈入",
        "名列",
        "达到",
        "居于",
        "排在",
    ),
    *(
        "冲进",
        "争进",
        "上升至",
        "上升到",
        "提升至",
        "提升到",
        "前移至",
        "进位至",
        "为",
        "走在",
        "处于",
        "进入到",
    ),
)
_SCOPE: Final = (
    "(?:全国|全球|世界|国内|国际|全省|省内|全市|市内|全州|州内|全县|县内|全区|区内|同类|周边|中部|中西部|西部|东部)"
    "[县市区州园同类级开发经济高新城乡镇街道地产业各()、]{0,12}"
)
_GROUPS: Final = (
    "前列",
    "前茅",
    "第一方阵",
    "第一梯队",
    "先进行列",
    "先进",
    "上游",
    "中上游",
    "中上水平",
    "一流",
    "领先",
)

_RANK: Final = re.compile(
    f"(?:实现)?({any_of(('总量', '增速', '总数', '规模', '综合', '人均', '增幅', '总分', '得分', '质量'))})?"
    "(?:综合)?(?:排名|排位|位次)?"
    f"(?:({any_of(_STEADY)})|{any_of(_VERBS)})?"
    f"在?({_SCOPE})?"
    "(?:综合)?(?:排名|排位|位次)?"
    f"(?:第({NUMBER})(?:位|名)?|前({NUMBER})(位|名|强|%)?|({any_of(_GROUPS)}))"
).fullmatch


def rank(text: str, folded: str, opening: Opening) -> Phrase | None:
    """Read `folded`, whose beginning is `opening`, as a rank; None if it is none.

    The n-th place and the first n places are one cap, rank <= n; 前30% has the unit %.
    """
    match = _RANK(folded, opening.end)
    if match is None:
        return None
    aspect, steady, scope, place, first, unit_name, group = match.groups()
    if group and not scope:
        return None
    high: Decimal | None = None
    number = read(place or first, "") if not group else None
    if number is not None:
        high = number[0]
        if number[1] or high < 1:
            return None
    elif not group:
        return None
    unit = look_up("%") if unit_name == "%" else None
    return Phrase(
        text,
        Measure.RANK,
        Comparator.LE if high is not None else None,
        high=high,
        unit="" if group else "%" if unit else "位",
        base="" if group else "%" if unit else "位",
        dimension="rank",
        quantum=Decimal(1 if high is not None else 0),
        firmness=opening.firmness,
        aspect=aspect or "",
        reference=scope or "",
        trend=Trend.STEADY if steady else None,
        verb=group or "",
        period=opening.period,
    )
