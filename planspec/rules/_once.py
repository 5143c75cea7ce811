"""What several rules derive from a plan is derived once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from planspec.model import Plan

_Derived = TypeVar("_Derived")


def once_per_plan(derive: Callable[[Plan], _Derived]) -> Callable[[Plan], _Derived]:
    """Make a function remember its result while the plan lives; the result must not hold the plan itself."""
    known: WeakKeyDictionary[Plan, _Derived] = WeakKeyDictionary()

    @wraps(derive)
    def derived(plan: Plan) -> _Derived:
        try:
            return known[plan]
        except KeyError:
            return known.setdefault(plan, derive(plan))

    return derived
