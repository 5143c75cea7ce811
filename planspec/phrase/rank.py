"""Phrases of rank: 稳居全省第二位, 进入全省前80位, 总量居全市前列."""

import re
from typing import Final

from planspec.phrase.form import ZERO, Comparator, Measure, Phrase, Trend
from planspec.phrase.numbers import NUMBER, ONE, read
from planspec.phrase.opening import Opening
from planspec.phrase.words import any_of, listed

_STEADY: Final = listed("稳居 保持 保持在 稳定在 继续保持 稳定保持 持续保持")
_VERBS: Final = listed(
    "位居 位列 居 列 居于 名列 进入 进入到 跻身 排名 排位 排 排在 挺进 迈入 冲进 达到 上升至 上升到 "
    "提升至 提升到 前移至 走在 处于 为"
)
_ASPECTS: Final = listed("总量 增速 增幅 总数 规模 综合 人均 总分 得分 质量")
_STANDING: Final = "(?:综合)?(?:排名|排位|位次)?"
_SCOPE: Final = (
    "(?:全[国球省市州县区]|[国省市州县区]内|世界|国际|同类|周边|中部|中西部|西部|东部)"
    "[县市区州园同类级开发经济高新城乡镇街道地产业各()、]{0,12}"
)
_GROUPS: Final = listed("前列 前茅 第一方阵 第一梯队 先进行列 先进 上游 中上游 中上水平 一流 领先")

_RANK: Final = re.compile(
    f"(?:实现)?({any_of(_ASPECTS)})?{_STANDING}(?:({any_of(_STEADY)})|{any_of(_VERBS)})?"
    f"在?({_SCOPE})?{_STANDING}"
    f"(?:第({NUMBER})(?:位|名)?|前({NUMBER})(位|名|强|%)?|({any_of(_GROUPS)}))"
).fullmatch


def rank(text: str, folded: str, opening: Opening) -> Phrase | None:
    """Read `folded`, whose beginning is `opening`, as a rank; None if it is none.

    The n-th place and the first n places are one cap, rank <= n; 前30% has the unit %. A group of
    places (前列) has no figure, and means something only where it is said among whom.
    """
    match = _RANK(folded, opening.end)
    if match is None:
        return None
    aspect, steady, scope, place, first, unit, group = match.groups()
    high = None
    if group is None:
        number = read(place or first)
        if number is None or number[1] != 1 or number[0] < 1:
            return None
        high = number[0]
        unit = "%" if unit == "%" else "位"
    elif scope is None:
        return None
    return Phrase(
        text,
        Measure.RANK,
        Comparator.LE if high else None,
        high=high,
        unit=unit or "",
        base=unit or "",
        dimension="rank",
        quantum=ONE if high else ZERO,
        firmness=opening.firmness,
        aspect=aspect or "",
        reference=scope or "",
        trend=Trend.STEADY if steady else None,
        verb=group or "",
        period=opening.period,
    )
