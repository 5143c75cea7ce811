"""Phrases that leave the figure to a superior: 完成省定目标, 以市定目标为准, 不低于省定标准."""

import re
from typing import Final

from planspec.phrase.form import Comparator, Measure, Phrase
from planspec.phrase.opening import Opening
from planspec.phrase.words import LEVELS, any_of, listed

GE, GT, LE, LT = Comparator.GE, Comparator.GT, Comparator.LE, Comparator.LT

_BOUNDS: Final = {
    **dict.fromkeys(("不低于", "不少于"), GE),
    **dict.fromkeys(("高于", "优于", "超额完成", "超过"), GT),
    **dict.fromkeys(("不高于", "不超过", "控制在", "不突破"), LE),
    **dict.fromkeys(("低于", "少于"), LT),
}
_LIMITS: Final = {**dict.fromkeys(("以内", "之内", "内"), LE), "以上": GE}
_VERBS: Final = listed(
    "完成 全面完成 高质量完成 圆满完成 如期完成 按期完成 全力完成 坚决完成 达到 全面达到 达 实现 落实 严格落实 "
    "按 按照 严格按照 执行 实施 以 满足 符合 对标 严格对标"
)
_AIMS: Final = listed(
    "目标 目标任务 工作任务 工作考核任务 "
    "任务目标 目标值 目标要求 任务 任务指标 任务和标准 任务数 任务量 控制数 指标 要求 标准 数量 比例 计划 规定"
)
_LEVEL: Final = any_of(LEVELS)
_PLACE: Final = "(?:[\u4e00-\u9fff]{2,4}(?=[省市州](?:下达|规定|考核|确定|分解|核定)))?"
"""The superior's own name before its level: 完成苏州市下达目标."""

_DEFERRED: Final = re.compile(
    f"(?:实现)?(?:({any_of(_BOUNDS)})|({any_of(_VERBS)}))?"
    f"(?:{_PLACE}({_LEVEL}定?(?:[、和及与]{_LEVEL}定?){{0,3}})(定|下达|规定|要求|考核|确定|分解|核定)?的?)?"
    f"(?:年度|全年)?({any_of(_AIMS)})(?:({any_of(_LIMITS)})|为准|完成)?"
).fullmatch
_AWAITED: Final = re.compile(
    f"待({_LEVEL})(?:里|级)?(?:下发|下达|分解|确定|明确)(?:任务|目标)?"
    f"|以({_LEVEL})(?:专班|政府|厅|局)?下达(?:的)?(?:任务|目标|指标|计划)(?:数)?为准"
    f"|按照?({_LEVEL})(?:级|定)?要求(?:[\u4e00-\u9fff]{{2}})"
).fullmatch
"""What the superior has yet to say, or has said elsewhere."""
_LEVELS_IN: Final = re.compile(_LEVEL).findall

_NAMELESS: Final = {**dict.fromkeys(("达标", "全面达标", "稳定达标")), "不突破": LE}
"""Phrases that name neither the superior nor the figure, with the bound that they set."""
_PLAIN_AIMS: Final = frozenset(("目标", "目标任务", "任务目标", "任务", "工作任务", "工作考核任务"))
"""What can be met without saying whose it is (完成目标任务)."""


def deferred(text: str, folded: str, opening: Opening) -> Phrase | None:
    """Read `folded`, whose beginning is `opening`, as a deferred target; None if it is none.

    The comparator is None where the superior's figure is simply to be met.
    """
    rest = folded[opening.end :]
    if rest in _NAMELESS:
        return _phrase(text, opening, _NAMELESS[rest], "")
    awaited = _AWAITED(rest)
    if awaited is not None:
        level = next(filter(None, awaited.groups()))
        return _phrase(text, opening, None, LEVELS[level])
    match = _DEFERRED(rest)
    if match is None:
        return None
    bound, verb, superiors, assigned, aim, limit = match.groups()
    if superiors is None:
        if not (bound or verb) or aim not in _PLAIN_AIMS:
            return None
    elif not (bound or verb or assigned or superiors.endswith("定")):
        return None  # 市要求, 国家标准: a noun, nothing to do
    comparators = {table[word] for table, word in ((_BOUNDS, bound), (_LIMITS, limit)) if word}
    if len(comparators) > 1:
        return None
    names = dict.fromkeys(LEVELS[level] for level in _LEVELS_IN(superiors or ""))
    return _phrase(text, opening, comparators.pop() if comparators else None, "、".join(names))


def _phrase(text: str, opening: Opening, comparator: Comparator | None, superiors: str) -> Phrase:
    return Phrase(
        text,
        Measure.DEFERRED,
        comparator,
        firmness=opening.firmness,
        reference=superiors,
        period=opening.period,
    )
