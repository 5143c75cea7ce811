"""Write a phrase in its normal form: parsing the result gives a phrase of the same meaning."""

from decimal import Decimal
from typing import Final

from planspec.phrase.form import Comparator, Firmness, Measure, Phrase, Trend
from planspec.phrase.numbers import plain, power, written
from planspec.phrase.units import look_up
from planspec.phrase.words import MIRRORED, PLACES, listed

EQ, GE, GT, RANGE = Comparator.EQ, Comparator.GE, Comparator.GT, Comparator.RANGE
LE, LT, APPROX = Comparator.LE, Comparator.LT, Comparator.APPROX

_FIRMNESS: Final = {Firmness.ENSURE: "确保", Firmness.NONE: "", Firmness.STRIVE: "力争"}
_AROUND: Final = {
    EQ: ("", ""),
    GE: ("", "以上"),
    GT: ("超过", ""),
    LE: ("", "以内"),
    LT: ("低于", ""),
    APPROX: ("", "左右"),
    RANGE: ("", ""),
}
_AROUND_TWICE: Final = {
    GE: ("超过", "以上"),
    LE: ("不超过", "以内"),
    APPROX: ("约", "左右"),
    RANGE: ("", "左右"),
}
_ARRIVING: Final = {Trend.UP: "提高到", Trend.DOWN: "降至", Trend.STEADY: "稳定在"}
_LARGE: Final = power(12)
_COUNTED: Final = frozenset(listed("百分点 千分点 工作日 床位 学位 托位 车位 泊位 座位 名额"))
"""Units that take 个 between them and their number."""


def write(phrase: Phrase) -> str:
    """Return `phrase` in words: one standard wording for one meaning.

    `parse(write(phrase))` means the same (`Phrase.means`), for every phrase that `parse` returned.
    """
    period = "年均" if phrase.measure is Measure.MEAN_GROWTH else phrase.period
    match phrase.measure:
        case Measure.GROWTH | Measure.MEAN_GROWTH | Measure.CHANGE:
            words = _growth(phrase)
        case Measure.LEVEL | Measure.SHARE:
            words = _level(phrase)
        case Measure.AMOUNT:
            words = phrase.aspect + _bound_figure(phrase)
        case Measure.INCREMENT:
            words = phrase.aspect + (phrase.verb or "新增") + _bound_figure(phrase)
        case Measure.NET_INCREMENT:
            words = phrase.aspect + "净增" + _bound_figure(phrase)
        case Measure.RANK:
            words = _rank(phrase)
        case Measure.RELATIVE:
            words = _relative(phrase)
        case Measure.DEFERRED:
            words = _deferred(phrase)
        case Measure.TREND:
            words = phrase.verb
    return f"{_FIRMNESS[phrase.firmness]}{period}{'均' if phrase.each else ''}{words}"


def _growth(phrase: Phrase) -> str:
    """Growth and change: 增长7%以上, 增速稳定在7%以上, 占比提高1个百分点, 在2020年基础上减少30家."""
    falls = bool(phrase.low or phrase.high) and (phrase.low or 0) <= 0 and (phrase.high or 0) <= 0
    local = bool(phrase.aspect) and phrase.reference in PLACES
    if not phrase.reference or local:
        since = phrase.reference
    else:
        since = "环比" if phrase.reference == "环比" else f"在{phrase.reference}基础上"
    if phrase.measure is Measure.CHANGE:
        verbs = ("提高", "降低") if phrase.dimension == "point" else ("增加", "减少")
    elif phrase.trend is not None or not phrase.unit:
        verbs = ("增速", "降幅")
    else:
        verbs = ("增长", "下降")
    return f"{since}{_whole(phrase)}{verbs[falls]}{_way(phrase)}{_bound_figure(phrase, negated=falls)}"


def _level(phrase: Phrase) -> str:
    """Levels and shares: 达到4.27万户以上, 控制在3%以内, 占GDP比重达到18%, 从650元/月提高到700元/月."""
    if phrase.aspect and (phrase.aspect[0] in "应愿能" or "必" in phrase.aspect):
        return phrase.aspect
    whole = phrase.reference + _whole(phrase)
    if not (whole or phrase.unit or phrase.trend or phrase.each or phrase.figure):
        return "破零" if phrase.comparator is GT else "清零"
    if phrase.trend is not None:
        return f"{whole}{_way(phrase)}{_bound_figure(phrase)}"
    match phrase.comparator:
        case Comparator.GT:
            return f"{whole}突破{_figure(phrase)}"
        case Comparator.GE if phrase.double:
            return f"{whole}突破{_figure(phrase)}以上"
        case Comparator.LE if not phrase.double:
            return f"{whole}控制在{_figure(phrase)}以内"
        case Comparator.LE | Comparator.LT:
            return whole + _bound_figure(phrase)
        case _:
            return f"{whole}达到{_bound_figure(phrase)}"


def _whole(phrase: Phrase) -> str:
    """Return the side of the indicator that the figure is of."""
    if phrase.of:
        return f"占{phrase.of}比重"
    return phrase.aspect or ("占比" if phrase.measure is Measure.SHARE else "")


def _way(phrase: Phrase) -> str:
    """Return where the figure starts from and how it is reached."""
    if phrase.trend is None:
        return ""
    start = ""
    if phrase.baseline is not None and phrase.baseline_comparator is not None:
        before, after = _AROUND[phrase.baseline_comparator]
        start = f"从{before}{_baseline(phrase.baseline, phrase)}{_unit(phrase)}{after}"
    return start + _ARRIVING[phrase.trend]


def _rank(phrase: Phrase) -> str:
    verb = "稳居" if phrase.trend is Trend.STEADY else "居"
    place = phrase.verb if phrase.high is None else f"前{plain(phrase.high)}{phrase.unit}"
    return f"{phrase.aspect}{verb}{phrase.reference}{place}"


def _relative(phrase: Phrase) -> str:
    if phrase.margin is not None:
        below = phrase.margin < 0
        beside = f"{phrase.aspect}{'低于' if below else '高于'}{phrase.reference}"
        return beside + _bound_figure(phrase, negated=below)
    match phrase.comparator:
        case Comparator.GT:
            return f"{phrase.aspect}高于{phrase.reference}"
        case Comparator.GE:
            return f"{phrase.aspect}不低于{phrase.reference}"
        case Comparator.LT:
            return f"{phrase.aspect}低于{phrase.reference}"
        case Comparator.LE:
            return f"{phrase.aspect}不高于{phrase.reference}"
        case _:
            along = f"{phrase.aspect}与{phrase.reference}" if phrase.reference else ""
            return f"{along}{'基本' if phrase.comparator is APPROX else ''}同步"


def _deferred(phrase: Phrase) -> str:
    target = f"{phrase.reference}定目标" if phrase.reference else "目标任务"
    match phrase.comparator:
        case Comparator.GE:
            return f"不低于{target}"
        case Comparator.GT:
            return f"高于{target}"
        case Comparator.LE:
            return f"不高于{target}"
        case Comparator.LT:
            return f"低于{target}"
        case _:
            return f"完成{target}"


# ---- figures ----


def _bound_figure(phrase: Phrase, *, negated: bool = False) -> str:
    """Return the figure with its comparators around it; of a fall, its size."""
    comparator = phrase.comparator or EQ
    if negated:
        comparator = MIRRORED[comparator]
    before, after = _AROUND_TWICE[comparator] if phrase.double else _AROUND[comparator]
    return f"{before}{_figure(phrase, negated=negated)}{after}"


def _figure(phrase: Phrase, *, negated: bool = False) -> str:
    figures = [phrase.figure if phrase.margin is None else phrase.margin]
    if phrase.comparator is RANGE:
        figures = [phrase.high, phrase.low] if negated else [phrase.low, phrase.high]
    factor = look_up(phrase.unit)
    scale = factor.factor if factor else Decimal(1)
    numbers = (
        written((-figure if negated else figure) / scale, phrase.quantum / scale)
        for figure in figures
        if figure is not None
    )
    return "-".join(numbers) + _unit(phrase)


def _unit(phrase: Phrase) -> str:
    return f"个{phrase.unit}" if phrase.unit in _COUNTED else phrase.unit


def _baseline(value: Decimal, phrase: Phrase) -> str:
    unit = look_up(phrase.unit)
    number = plain(value / unit.factor if unit else value)
    if number < _LARGE:
        return f"{number:f}"
    return written(number, power(min(int(number.normalize().as_tuple().exponent), 12)))
