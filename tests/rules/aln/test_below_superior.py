"""ALN001: a target below the superior's."""

from __future__ import annotations

import pytest

from planspec.source.diagnostic import Confidence, Severity

from .plans import COUNTY, judge, plan, two

NAME = "规模工业增加值"


@pytest.mark.parametrize(
    ("name", "city", "county"),
    [
        (NAME, "增长7%", "增长6.5%"),
        (NAME, "增长7%左右", "力争增长6%以上"),
        ("城镇调查失业率", "控制在5.5%以内", "控制在6%以内"),
        ("单位地区生产总值能耗", "下降2.5%", "下降2%左右"),
        ("居民人均可支配收入", "增速高于经济增速", "与经济增长同步"),
    ],
)
def test_lower_targets_are_found(name: str, city: str, county: str) -> None:
    (found,) = two("ALN001", {name: city}, {name: county})
    assert found.file == "<plan 2>"
    # Lines count through both plans: nine and a separator stand before the county's.
    assert (found.span.start_line, found.excerpt.strip()) == (19, f"{name}: {county}")
    assert found.severity is Severity.WARNING
    assert found.confidence is Confidence.HIGH
    (other,) = found.related
    assert other.file == "<plan 1>"
    assert city in other.message.zh
    assert county in found.message.zh and city in found.message.zh and "邵阳市2025年方案" in found.message.zh


def test_the_same_figure_stated_less_firmly_is_advice() -> None:
    (found,) = two("ALN001", {NAME: "增长7%以上"}, {NAME: "增长7%左右"})
    assert found.severity is Severity.INFO


@pytest.mark.parametrize(
    ("name", "city", "county"),
    [
        (NAME, "增长7%", "增长7.2%"),
        (NAME, "增长7%左右", "增长6.8%"),
        (NAME, "增长7%", "达到132亿元"),
        (NAME, "达到1000亿元", "达到80亿元"),
        (NAME, "增长7%", "稳步增长"),
        (NAME, "增长7%", "完成市定目标"),
        ("居民消费价格", "涨幅2%左右", "涨幅3%左右"),
        ("外贸进出口全省排名", "稳居全省第二位", "进入全省前80位"),
    ],
)
def test_what_is_level_or_not_comparable_is_not(name: str, city: str, county: str) -> None:
    assert two("ALN001", {name: city}, {name: county}) == []


def test_aliases_and_regions_are_one_indicator() -> None:
    assert two("ALN001", {"规模以上工业增加值增速": "7%"}, {"全县规模工业增加值": "增长6%"})


def test_a_skipped_level_is_less_sure() -> None:
    (found,) = judge("ALN001", plan("430000", {NAME: "增长7%"}), plan(COUNTY, {NAME: "增长6%"}))
    assert found.confidence is Confidence.MEDIUM
    assert "湖南省2025年方案" in found.message.zh


def test_the_nearest_superior_counts() -> None:
    plans = [
        plan("430000", {NAME: "增长7%"}),
        plan("430500", {NAME: "增长6%"}),
        plan(COUNTY, {NAME: "增长6.5%"}),
    ]
    (found,) = judge("ALN001", *plans)
    assert "湖南省" in found.message.zh  # the city stands below the province; the county above the city


def test_another_year_is_another_matter() -> None:
    plans = [plan("430500", {NAME: "增长7%"}, year=2024), plan(COUNTY, {NAME: "增长6%"})]
    assert judge("ALN001", *plans) == []


def test_scopes_must_be_the_same() -> None:
    city = {"常住人口": "{value: 达到90万人, scope: 中心城区}"}
    assert judge("ALN001", plan("430500", city), plan(COUNTY, {"常住人口": "达到80万人"})) == []
    own = {"常住人口": "{value: 达到80万人, scope: 邵阳市中心城区}"}
    (found,) = judge("ALN001", plan("430500", city), plan(COUNTY, own))
    assert "80万人" in found.message.zh


def test_a_comment_sets_it_aside() -> None:
    own = {NAME: "增长6%  # planspec: ignore[ALN001] 基数高，已报市政府同意"}
    assert two("ALN001", {NAME: "增长7%"}, own) == []
