"""The normal form of a value phrase: what a linter, a diff and an importer need to know of it."""

from decimal import Decimal
from enum import StrEnum
from typing import Final

import msgspec

ZERO: Final = Decimal(0)


class Measure(StrEnum):
    """What a phrase sets: two phrases of different measures seldom compare."""

    GROWTH = "growth"
    """Growth in per cent over the year before, or over `Phrase.reference`; a fall is negative."""
    MEAN_GROWTH = "mean-growth"
    """Mean yearly growth (年均增长)."""
    LEVEL = "level"
    """The figure to stand at in the end: 达到, 突破, 控制在, 降至, 不少于."""
    INCREMENT = "increment"
    """What is added or done within the period, gross: 新增, 新建, 培育, 举办."""
    NET_INCREMENT = "net-increment"
    """What is added less what is lost: 净增."""
    SHARE = "share"
    """A part of a whole: 占…比重, 覆盖率, 全覆盖, 应检尽检."""
    CHANGE = "change"
    """A change in the indicator's own unit: 提高0.5个百分点, 减少30户; a fall is negative."""
    RANK = "rank"
    """A place in an order: 稳居全省第二位. The first place is 1, so a rank is a cap."""
    RELATIVE = "relative"
    """Beside another indicator or place: 高于城镇居民收入增速, 与经济增长同步."""
    TREND = "trend"
    """A direction without a figure: 持续下降."""
    DEFERRED = "deferred"
    """The superior's figure, not given here: 完成省定目标."""
    AMOUNT = "amount"
    """A bare quantity: the indicator's name has to say what it is."""


class Comparator(StrEnum):
    """How the figure binds.

    以上, 以下 and 以内 include the figure, 超过 and 不满 do not (Civil Code of the PRC, art. 1259).
    """

    EQ = "="
    GE = ">="
    GT = ">"
    LE = "<="
    LT = "<"
    APPROX = "~"
    RANGE = ".."


class Firmness(StrEnum):
    """How much the issuer binds itself: 确保 more than nothing said, 力争 less."""

    ENSURE = "ensure"
    NONE = "none"
    STRIVE = "strive"


class Trend(StrEnum):
    """The direction that the words give, beside the figure or instead of one."""

    UP = "up"
    DOWN = "down"
    STEADY = "steady"
    BETTER = "better"
    """Improvement that leaves open which way the figure goes: 持续改善, 进位争先."""


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """One value phrase in normal form.

    Figures (`low`, `high`, `margin`, `baseline`, `quantum`) are in `base`, the unit in which all
    commensurable phrases are expressed: 66.98万平方米 has unit 平方米, base 亩, low 1004.7; 0.9‰ has unit ‰,
    base %, low 0.09. Two phrases can be added or compared by figure only if their `base` is the same.
    """

    text: str
    """As written."""
    measure: Measure
    comparator: Comparator | None = None
    """None for a trend, for a deferred target that sets no bound, and for a rank without a figure."""
    low: Decimal | None = None
    """Lower bound; the figure itself for EQ and APPROX; None for LE and LT. A rank has only `high`."""
    high: Decimal | None = None
    """Upper bound; the figure itself for EQ and APPROX; None for GE and GT."""
    unit: str = ""
    """Canonical name of the unit as written, without 万 or 亿: 户, %, 百分点, 元/人·月; "" if none stands."""
    base: str = ""
    """Unit of the figures; the same for all units that convert into each other exactly."""
    dimension: str = ""
    """money, count, persons, share, money/persons·time …; "" if the phrase alone does not tell."""
    quantum: Decimal = ZERO
    """One in the last written digit (4.27万户: 100), in `base`; 0 if there is no figure."""
    firmness: Firmness = Firmness.NONE
    of: str = ""
    """Share: the whole that it is a part of, as written (占GDP比重: GDP)."""
    aspect: str = ""
    """The side of the indicator that the phrase itself names: 覆盖率, 比重, 增速, 总量, 人均, 应检尽检."""
    reference: str = ""
    """Relative: the other indicator. Rank: among whom. Share: where. Growth: the base where it is not the
    year before. Deferred: whose figure (国 省 市 州 县 区 上级; several joined by 、; "" if not said)."""
    margin: Decimal | None = None
    """Relative: reference + margin is the figure that `comparator` speaks of; 低于 makes it negative."""
    baseline: Decimal | None = None
    """Where a level, a share or a rate of growth starts from (从650元/月提高到700元/月: 650)."""
    baseline_comparator: Comparator | None = None
    """How the baseline binds (从不低于650元/月…: GE); None if there is no baseline."""
    trend: Trend | None = None
    """Trend: its direction. Of other measures: how the verb says the figure is reached (降至, 稳定在)."""
    verb: str = ""
    """Increment: the verb where it is not 新增 (培育, 举办). Trend, rank without a figure: the words."""
    period: str = ""
    """每年, 年均 or 累计; "" for the plan's own period (全年 says no more)."""
    each: bool = False
    """均, 各, 分别: the figure holds for each of several indicators or objects."""
    double: bool = False
    """Two comparators for one figure: 突破…以上, 不少于…以上, 约…左右."""

    @property
    def figure(self) -> Decimal | None:
        """The figure of a phrase that has one: `low`, else `high`, else None. Of a range, the lower end."""
        return self.low if self.low is not None else self.high

    def means(self, other: "Phrase") -> bool:
        """Tell whether both are equal in everything but `text`."""
        return self == other or msgspec.structs.replace(self, text=other.text) == other
