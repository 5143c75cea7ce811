"""Facts: what one plan tells others, and how they rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from planspec.align.chain import Plans, passes_on, stated
from planspec.align.facts import Facts, facts_of, hold
from planspec.align.neighbours import superiors_of
from planspec.model import TargetRole, build_plan, load_plan, load_plan_text
from planspec.phrase import parse
from planspec.registry import Level, builtin

SPECS = Path(__file__).parents[2] / "specs"
PLANS = sorted(SPECS.rglob("plan.yaml"))

TEXT = """\
planspec: 1
title: 某县方案
jurisdiction: "430522"
year: 2025
basis: [{title: 某市方案, document: 邵政发〔2025〕1号}]
goals:
  - targets:
      规模工业增加值增速: 7%
      常住人口: {value: 达到20万人, scope: 邵阳市中心城区, by: 2025-06-30}
allocations:
  新增规模工业企业: {"430522": 12家}
actions:
  - action: 产业培育行动
    tasks:
      - {title: 一, lead: 县发改局, support: [县财政局], targets: {规模工业增加值: 增长7%, 新增规模工业企业: 5家}}
      - {title: 二, lead: 县发改局}
"""


def facts(text: str = TEXT) -> Facts:
    plan = build_plan(load_plan_text(text), builtin())
    assert plan is not None
    return facts_of(plan)


def test_goals_are_told_with_their_places_and_tasks_only_by_name() -> None:
    told = facts()
    first, second = told.targets
    assert (first.key, first.role, first.theme) == ("industrial-value-added", TargetRole.GOAL, "")
    (value,) = first.values
    assert (value.text, value.spot.span.start_line, value.spot.pointer) == (
        "7%",
        8,
        "/goals/0/targets/规模工业增加值增速",
    )
    assert (second.scope, second.by and second.by.text) == ("中心城区", "2025-06-30")
    assert "industrial-value-added" in told.mentioned and len(told.mentioned) == 3


def test_a_name_that_says_growth_is_read_as_growth() -> None:
    ((_, phrase),) = facts().targets[0].phrases()
    assert phrase.measure == "growth"


def test_actions_count_work_by_role() -> None:
    (action,) = facts().actions
    assert (action.tasks, action.leads) == (2, {"development-and-reform": 2})
    assert action.supports == {"finance": 1}


def test_allocations_and_bases() -> None:
    told = facts()
    (given,) = told.allocations
    assert (given.code, given.value.text) == ("430522", "12家")
    assert told.bases[0].document == "邵政发〔2025〕1号"


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.parent.relative_to(SPECS).as_posix())
def test_facts_of_real_plans_rest_and_rise_unchanged(path: Path) -> None:
    plan = build_plan(load_plan(path), builtin())
    assert plan is not None
    told = facts_of(plan)
    held = hold(told)
    assert held.open() == told
    assert (held.code, held.year) == (told.code, told.year)
    assert all(target.values for target in told.targets)


def other(code: str, targets: str, programme: str = "") -> Facts:
    head = f'planspec: 1\ntitle: {code}\njurisdiction: "{code}"\nyear: 2025\nprogramme: {programme or "无"}\n'
    return facts(f"{head}goals:\n  - targets: {{{targets}}}\n")


def test_the_chain_goes_up_by_code_and_names_what_is_missing() -> None:
    plans = Plans([hold(other("430000", "规模工业增加值: 增长7%"))])
    tiers = plans.above(facts())
    assert [(tier.place.name, len(tier.plans)) for tier in tiers] == [
        ("邵阳市", 0),
        ("湖南省", 1),
        ("全国", 0),
    ]
    (found,) = stated(tiers, "industrial-value-added")
    assert (found.tier.place.name, found.value.text) == ("湖南省", "增长7%")


def test_the_plan_of_the_same_programme_comes_first() -> None:
    mine = other("430522", "规模工业增加值: 增长6%", "甲行动")
    plans = Plans(
        [
            hold(other("430500", "规模工业增加值: 增长5%", "乙行动")),
            hold(other("430500", "规模工业增加值: 增长7%", "甲行动")),
        ]
    )
    (found,) = stated(plans.above(mine), "industrial-value-added")
    assert found.value.text == "增长7%"


def test_a_superior_that_keeps_with_its_own_passes_on() -> None:
    plans = Plans(
        [
            hold(other("430500", "居民消费价格: 涨幅与全省一致")),
            hold(other("430000", "居民消费价格: 涨幅2%左右")),
        ]
    )
    (found,) = stated(plans.above(other("430522", "居民消费价格: 完成市定目标")), "consumer-prices")
    assert found.tier.place.name == "湖南省"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("完成省定目标", Level.PROVINCE),
        ("以市定目标为准", Level.CITY),
        ("完成上级目标任务", ""),
        ("与全国一致", Level.NATION),
        ("与经济增长同步", None),
        ("增长7%", None),
    ],
)
def test_whose_figure_is_meant(text: str, expected: object) -> None:
    phrase = parse(text)
    assert phrase is not None
    assert passes_on(phrase) == expected


def test_superiors_lie_in_the_folders_above(tmp_path: Path) -> None:
    layout = (
        "nation/2025",
        "hunan/2025",
        "hunan/shaoyang/2025",
        "hunan/shaoyang/xinshao/2025",
        "hunan/2024",
        "hunan/yueyang/2025",
    )
    for name in layout:
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "plan.yaml").write_text(TEXT, "utf-8")
    county = tmp_path / "hunan/shaoyang/xinshao/2025/plan.yaml"
    plan = build_plan(load_plan(county, str(county)), builtin())
    assert plan is not None
    found = [path.parent.relative_to(tmp_path).as_posix() for path in superiors_of([hold(facts_of(plan))])]
    assert found == ["hunan/shaoyang/xinshao/2025", "hunan/shaoyang/2025", "hunan/2025", "nation/2025"]
