"""One indicator under two names / 一个指标两种名称

何事：同一个指标在方案里有两种名称：字的次序不同（“社会零售品消费总额”与“社会消费品零售总额”），一处作“总量”、一处
作“数”，或者两处的数值相同、名称不同。简称（“高企”“居民收入”）在任务里不算，在目标里算。
What: One indicator has two names within the plan: with its characters in another order (社会零售品消费总额 and
社会消费品零售总额), with 总量 here and 数 there, or with the same figure under different words. Short forms are left alone
in tasks, not in goals.

缘由：名称不一，统计口径可能就不一；汇总、比对时也会当成两个指标。
Why: With two names there may be two definitions, and whoever adds up or compares takes them for two indicators.

改法：统一用规范名称（统计公报、上级文件里的写法）；确是两个指标的，写明各自口径（scope）。
Mend: Use the official name throughout, as the statistical communiqué or the superior's document has it; where
two indicators are meant, state what each covers in `scope`.

依据：工作惯例：同一份公文里同一事物用同一名称。
Authority: practice; within one document a thing has one name.

Bad:

    goals:
      - targets: {社会消费品零售总额: 增长7%}
    actions:
      - action: 激发需求行动
        goals:
          - targets: {社会零售品消费总额: 增长7%}
    #                 ^^^^^^^^^ indicator-under-two-names

Good:

    goals:
      - targets: {社会消费品零售总额: 增长7%}
    actions:
      - action: 激发需求行动
        goals:
          - targets: {社会消费品零售总额: 增长7%}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Final

from planspec.model import Plan, Target
from planspec.phrase import Measure, Phrase
from planspec.registry.measures import tidy
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.rules.tgt._names import abbreviates, read_name, transposed
from planspec.rules.tgt._shared import GOALS, RANK, where
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Message, Template
from planspec.source.place import at_key

TWO_NAMES = Template(
    zh="同一指标这里作“{name}”，在{where}中作“{other}”，容易被当成两个指标；请统一{hint}",
    en="The same indicator is “{name}” here and “{other}” in {where}, and may be taken for two; use one "
    "name{hint}",
)
HINT = Template(zh="为“{name}”", en=", “{name}”")
OTHER = Template(zh="{where}中作“{name}”", en="“{name}” in {where}")

_LEAST: Final = 5
"""Characters of an unknown name below which another order may well be another thing (项目投资, 投资项目)."""
_LONG: Final = 10
_MOST: Final = 6
"""Different names of one indicator that later ones are compared with."""
_TRIVIAL: Final = (0, 1, 100)


class _Sign(Enum):
    """What two names must have in common to be taken for one indicator."""

    FIGURE = 1
    """A telling figure: enough where the registry takes both for one."""
    KIND = 2
    """A telling figure of one kind: the whole, what is added, net of losses or not."""
    MEANING = 3
    """All that the phrases say."""


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Group targets by indicator, or by the characters of unknown names; compare the names in each group."""
    groups: dict[str, dict[str, list[Target]]] = {}
    for target in plan.targets:
        read = read_name(target.name)
        known = target.indicator
        key = known.id if known is not None else "".join(sorted(read.base))
        groups.setdefault(key, {}).setdefault(read.plain, []).append(target)
    alike: dict[str, list[str]] = {}
    for key, names in groups.items():
        for targets in names.values():
            for sign in read_name(targets[0].name).signs:
                alike.setdefault(sign, []).append(key)
    home: dict[str, str] = {}
    for keys in alike.values():
        first = _home(home, keys[0])
        for key in keys[1:]:
            here = _home(home, key)
            if here != first:  # a known name and its miswriting
                home[here] = first
                for name, targets in groups.pop(here).items():
                    groups[first].setdefault(name, []).extend(targets)
    for names in groups.values():
        if len(names) > 1:
            yield from _compare(list(names.values()))


def _home(home: Mapping[str, str], key: str) -> str:
    """Return where a group is now, which may have been put to another."""
    while key in home:
        key = home[key]
    return key


def _compare(named: list[list[Target]]) -> Iterator[Finding]:
    """Report each name that deviates from one before it; the official name comes first."""
    named.sort(key=lambda targets: (not _official(targets), min(RANK[target.role] for target in targets)))
    known: list[list[Target]] = []
    for targets in named:
        for others in known:
            finding = _judge(others, targets)
            if finding is not None:
                yield finding
                break
        if len(known) < _MOST:
            known.append(targets)


def _official(targets: list[Target]) -> bool:
    indicator = targets[0].indicator
    return indicator is not None and tidy(targets[0].name) == tidy(indicator.name)


def _judge(others: list[Target], targets: list[Target]) -> Finding | None:
    one, two = read_name(others[0].name), read_name(targets[0].name)
    known, other = others[0].indicator, targets[0].indicator
    certain = known is not None and other is not None and known.id == other.id
    whole = one.all_letters == two.all_letters
    if whole or one.letters == two.letters:
        first, second = (one.full, two.full) if whole else (one.plain, two.plain)
        severity = Severity.WARNING
        if not certain and len(first) < _LEAST:
            return None
        pair: tuple[Target, Target] | None = (others[0], targets[0])
        if not certain and not transposed(first, second):
            pair = _same_figure(others, targets, _Sign.KIND) or _same_figure(others, targets, _Sign.MEANING)
    elif one.whole == two.whole:
        return None  # 规上 for 规模以上
    elif one.base == two.base:
        severity = Severity.INFO
        if not one.ending or not two.ending:
            return None  # 高新技术企业 for 高新技术企业数
        pair = _same_figure(others, targets, _Sign.FIGURE if certain else _Sign.KIND)
    elif not certain:
        return None
    else:
        severity = Severity.INFO
        short, long = sorted((one.whole, two.whole), key=len)
        if not abbreviates(short, long):
            pair = _same_figure(others, targets, _Sign.FIGURE)
        elif len(short) >= _LONG and len(long) - len(short) == 1:
            pair = (others[0], targets[0])
        else:
            pair = _same_figure(_goals(others), _goals(targets), _Sign.MEANING)
    if pair is None or pair[0].mapping is pair[1].mapping:
        return None  # among the same targets, two names are two things
    return _finding(*pair, severity)


def _goals(targets: Iterable[Target]) -> list[Target]:
    return [target for target in targets if target.role in GOALS]


def _same_figure(
    others: Iterable[Target], targets: Iterable[Target], sign: _Sign
) -> tuple[Target, Target] | None:
    """Return two targets that state the same, which is the sign of one indicator."""
    seen: dict[object, Target] = {}
    for target in others:
        for said in _said(target, sign):
            seen.setdefault(said, target)
    for target in targets:
        for said in _said(target, sign):
            if said in seen:
                return seen[said], target
    return None


def _said(target: Target, sign: _Sign) -> Iterator[object]:
    for one in target.phrases:
        phrase = one.phrase
        if phrase is None or phrase.measure in (Measure.TREND, Measure.DEFERRED):
            continue
        if sign is _Sign.MEANING:
            figures = (phrase.low, phrase.high, phrase.base, phrase.margin)
            yield phrase.measure, phrase.comparator, figures, phrase.reference
        elif phrase.figure is not None and phrase.figure not in _TRIVIAL:
            kind = _kind(target, phrase) if sign is _Sign.KIND else None
            yield phrase.figure, phrase.base, kind


def _kind(target: Target, phrase: Phrase) -> object:
    """Return whether the figure is the whole, is added, gross or net, or is a change."""
    if phrase.measure not in (Measure.AMOUNT, Measure.LEVEL):
        return phrase.measure
    for prefix, measure in (("新增", Measure.INCREMENT), ("净增", Measure.NET_INCREMENT)):
        if prefix in target.name:
            return measure
    return Measure.LEVEL


def _finding(other: Target, target: Target, severity: Severity) -> Finding:
    place = where(other)
    indicator = target.indicator or other.indicator
    official = indicator is not None and tidy(indicator.name) in (tidy(target.name), tidy(other.name))
    hint = HINT(name=indicator.name) if indicator is not None and official else Message("名称", "")
    return Finding(
        at_key(target.mapping, target.name),
        TWO_NAMES(where=place, name=target.name, other=other.name, hint=hint),
        target,
        f"{other.name}≠{target.name}",
        ((at_key(other.mapping, other.name), OTHER(where=place, name=other.name)),),
        Confidence.HIGH if severity is Severity.WARNING else Confidence.MEDIUM,
        severity,
    )


rule = Rule(
    "TGT014", "indicator-under-two-names", Severity.WARNING, Authority.PRACTICE, __doc__, check,
    confidence=Confidence.MEDIUM,
)  # fmt: skip
