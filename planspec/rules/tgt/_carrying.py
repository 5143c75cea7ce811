"""Whether an action carries an overall goal: by the indicator, by what it is made of, by its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from planspec.model import Plan, Target
from planspec.phrase import Phrase
from planspec.registry import Indicator
from planspec.rules.tgt._shared import OVERALL

_QUOTES: Final = re.compile(r"[“”\"'‘’「」『』《》〈〉\s]")
_TAIL: Final = re.compile("(?:增速|增幅|涨幅|比率|比例|比重|占比|总量|总额|数量|水平|规模|率|数|额)$")
_SHORTEST: Final = 3
"""A name's core of fewer characters says too little to be looked for in titles (企业, 出口)."""
_ALIKE: Final = 4


def macro(indicator: Indicator) -> bool:
    """Say whether an indicator is an outcome of the whole economy, which no single action delivers.

    These are the ones whose growth is measured against one another: incomes and gross product.
    """
    return bool(indicator.faster_than) or indicator.id == "gross-regional-product"


class Carriers:
    """What stands below the overall plan: indicators, values, names and titles."""

    def __init__(self, plan: Plan) -> None:
        self._registry = plan.registry
        self._table = plan.registry.indicators.table
        self._below = [target for target in plan.targets if target.role not in OVERALL]
        self._keys = {_base(target) for target in self._below}
        declared = (
            text for target in self._below for text in (*target.parts, target.part_of) if text is not None
        )
        self._keys.update(self._key_of(text.value) for text in declared)
        self._reached = self._wholes_of(self._keys)
        known = dict.fromkeys(target.name for target in self._below if target.indicator is not None)
        unknown = dict.fromkeys(target.name for target in self._below if target.indicator is None)
        self._said = _QUOTES.sub("", "\n".join((*unknown, *_titles(plan))))
        self._known = _QUOTES.sub("", "\n".join(known))
        self._values: dict[tuple[object, ...], list[str]] = {}
        for target in self._below:
            for one in target.phrases:
                if one.phrase is not None and one.phrase.figure:
                    self._values.setdefault(_value(one.phrase), []).append(target.name)

    def carry(self, target: Target, *, loosely: bool = False) -> bool:
        """Say whether anything below restates the target, contributes to it, or speaks of it.

        `loosely`: a known indicator with a longer name counts as well (主要污染物排放 in 重点企业主要污染物排放强度).
        """
        indicator = target.indicator
        if _base(target) in self._keys or _base(target) in self._reached:
            return True
        if indicator is not None and not self._keys.isdisjoint(self._kin(indicator)):
            return True
        if any(self._key_of(part.value) in self._keys for part in target.parts):
            return True
        return self._speaks(target, loosely=loosely) or self._restates(target)

    def _key_of(self, name: str) -> str:
        named = self._registry.read_indicator(name)
        return named.name if named.indicator is None else named.indicator.id

    def _kin(self, indicator: Indicator) -> Iterator[str]:
        """Return the indicators that move it: parts, what it is computed from, means, the whole around it."""
        todo = [indicator.id]
        seen = set(todo)
        while todo:
            known = self._table.get(todo.pop())
            if known is None:
                continue
            for part in (*known.parts, *known.mean_of):
                if part not in seen:
                    seen.add(part)
                    todo.append(part)
        yield from seen
        if indicator.quotient:
            yield indicator.quotient[0]
        for id in indicator.within:
            whole = self._table.get(id)
            if whole is not None and not macro(whole):
                yield id

    def _wholes_of(self, keys: set[str]) -> set[str]:
        """Return what these are parts of or computed from: whoever carries a part works for the whole."""
        reached: set[str] = set()
        todo = sorted(keys)
        while todo:
            known = self._table.get(todo.pop())
            if known is None:
                continue
            for id in (*known.within, *(known.quotient[:1] if known.quotient else ())):
                if id not in reached:
                    reached.add(id)
                    todo.append(id)
        return reached

    def _speaks(self, target: Target, *, loosely: bool) -> bool:
        """Say whether a name or a title below contains the target's name, or one that means the same."""
        names = [target.name, target.key.partition("@")[0]]
        if target.indicator is not None:
            names = [target.name, target.indicator.name, *target.indicator.aliases]
        for name in names:
            core = _TAIL.sub("", _QUOTES.sub("", name))
            if len(core) >= _SHORTEST and (core in self._said or (loosely and core in self._known)):
                return True
        return False

    def _restates(self, target: Target) -> bool:
        """Say whether the same value stands below under a name that begins alike (招商引资到位资金, …实际利用内资)."""
        return any(
            other[:_ALIKE] == target.name[:_ALIKE]
            for one in target.phrases
            if one.phrase is not None and one.phrase.figure
            for other in self._values.get(_value(one.phrase), ())
        )


def _base(target: Target) -> str:
    """Return the indicator's id without scope and grade, or the normalised name without scope."""
    key = target.key.partition("@")[0]
    return key.partition(":")[0] if target.indicator is not None else key


def _value(phrase: Phrase) -> tuple[object, ...]:
    return phrase.measure, phrase.comparator, phrase.low, phrase.high, phrase.base


def _titles(plan: Plan) -> Iterator[str]:
    for section in plan.all_sections:
        yield section.heading
    for task in plan.tasks:
        yield task.title
        yield from (text.value for text in task.deliverables)
    for row in plan.rows:
        yield row.title
        yield row.group
    for action in plan.actions:
        yield from (goal.heading for goal in action.goals)
