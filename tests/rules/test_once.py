"""What is derived from a plan once."""

from __future__ import annotations

import gc

from planspec.model import Plan, build_plan, load_plan_text
from planspec.registry import builtin
from planspec.rules._once import once_per_plan


def plan(title: str) -> Plan:
    found = build_plan(load_plan_text(f"title: {title}\n"), builtin())
    assert found is not None
    return found


def test_it_is_derived_once_for_each_plan_and_forgotten_with_it() -> None:
    asked: list[str] = []

    @once_per_plan
    def title_of(plan: Plan) -> str:
        asked.append(plan.title)
        return plan.title

    first, second = plan("甲"), plan("乙")
    assert [title_of(one) for one in (first, second, first)] == ["甲", "乙", "甲"]
    assert asked == ["甲", "乙"]
    del first, second
    gc.collect()
    assert title_of(plan("丙")) == "丙"
    assert asked == ["甲", "乙", "丙"]
