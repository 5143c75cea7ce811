"""Every rule finds its fault in the real plans, where it was put, and no other rule cries about it.

This is a sample; `python benchmarks/mutations.py` plants many more and tells what became of each.
"""

from __future__ import annotations

from itertools import product

import pytest

from planspec.rules import ALL, find_rule

from .catalogue import BESIDE, PLANTS, plant
from .engine import Planted, Verdict, try_out
from .real import PLANS, real

FAULTS = 5
"""So many are planted of each rule: one in each plan that has a place for it, then others in the same plans."""
MOST_SEEDS = 3


def told(name: str, seed: int, verdict: Verdict) -> str:
    """Return what to show of a failure."""
    edits = [f"{one.file}:{one.span.start_line} {one.text!r}" for one in verdict.planted.edits[:3]]
    found = [
        f"{one.code} {one.file}:{one.span.start_line} {one.message.zh}"
        for one in (*verdict.own, *verdict.beside)
    ]
    return "\n".join((f"{name}, seed {seed}", *edits, *found))


@pytest.mark.parametrize("code", PLANTS)
def test_a_fault_is_found_where_it_was_planted_and_by_its_rule_alone(code: str) -> None:
    tried = 0
    for seed, name in product(range(MOST_SEEDS), PLANS):
        where = real(name)
        planted = plant(code, where, seed) if tried < FAULTS else None
        if planted is None:
            continue
        tried += 1
        verdict = try_out(where, code, planted)
        assert verdict.found, told(name, seed, verdict)
        others = {one.code for one in verdict.beside} - BESIDE.get(code, {}).keys()
        assert not others, told(name, seed, verdict)
    assert tried > 1, "no real plan has a place for it"


def test_each_rule_has_a_fault_to_find() -> None:
    assert list(PLANTS) == [rule.code for rule in ALL if rule.code in PLANTS]
    assert {rule.code for rule in ALL} == PLANTS.keys()


def test_the_same_seed_plants_the_same_fault() -> None:
    for code in ("FMT001", "RES006", "TGT008", "ALN005"):
        first = plant(code, real("jishou"), 7)
        assert isinstance(first, Planted | None)
        assert plant(code, real("jishou"), 7) == first


def test_exceptions_name_rules_and_give_reasons() -> None:
    for code, others in BESIDE.items():
        assert code in PLANTS
        for other, reason in others.items():
            assert find_rule(other) is not None
            assert len(reason) > 20


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_that_is_left_as_it_is_has_nothing_new(name: str) -> None:
    where = real(name)
    text = where.file(where.plan.files[0].shown).text
    assert where.lint({where.plan.files[0].shown: text}) == where.before
