"""ALN002: a superior's target that the plan does not mention."""

from __future__ import annotations

import pytest

from planspec.source.diagnostic import Severity

from .plans import COUNTY, judge, plan, told, two

CITY = {"规模工业增加值": "增长7%", "固定资产投资": "增长5%", "社会消费品零售总额": "增长6%"}


def test_each_missing_target_is_named_at_the_goals() -> None:
    found = two("ALN002", CITY, {"规模工业增加值": "增长7%"})
    assert [(one.span.start_line, one.excerpt) for one in found] == [(19, "goals:")] * 2
    assert {one.related[0].file for one in found} == {"<plan 1>"}
    assert sorted("固定资产投资" in text for text in told(found)) == [False, True]
    assert {one.severity for one in found} == {Severity.INFO}


def test_in_one_programme_it_is_a_warning() -> None:
    extra = "programme: 工业倍增行动\n"
    (found,) = two("ALN002", {"固定资产投资": "增长5%"}, {"规模工业增加值": "增长7%"}, extra, extra)
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize(
    "own",
    [
        {"固定资产投资": "完成市定目标"},
        {"全县固定资产投资增速": "5%"},
        {"固定资产投资": "稳步增长"},
    ],
)
def test_a_mention_in_any_wording_takes_it_up(own: dict[str, str]) -> None:
    assert two("ALN002", {"固定资产投资": "增长5%"}, own) == []


def test_a_mention_in_a_task_is_enough() -> None:
    own = (
        "actions:\n  - action: 产业行动\n    tasks:\n      - {title: 投资, targets: {固定资产投资: 增长5%}}\n"
    )
    assert two("ALN002", {"固定资产投资": "增长5%"}, {"规模工业增加值": "增长7%"}, own=own) == []


def test_a_part_or_a_whole_takes_it_up() -> None:
    assert two("ALN002", {"地区生产总值": "增长5%"}, {"第一产业增加值": "增长3%"}) == []


def test_totals_trends_and_orders_without_a_side_are_no_matter_of_cascade() -> None:
    city = {"城镇新增就业": "70万人", "进出口": "保稳提质", "居民消费价格": "涨幅2%左右"}
    assert two("ALN002", city, {"规模工业增加值": "增长7%"}) == []


def test_what_is_known_only_in_part_is_not_judged() -> None:
    plans = [plan("430500", CITY), plan(COUNTY, {"规模工业增加值": "增长7%"}, extent="targets-only")]
    assert judge("ALN002", *plans) == []
