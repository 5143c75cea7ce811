"""TGT009: figures that a formula ties together fit together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planspec.source.diagnostic import Confidence, Severity
from planspec.source.span import Span

from ..conftest import Lint, run
from ..marks import HEAD

CODE = "TGT009"


# --- days and ratio ---------------------------------------------------------------------------------


def test_days_and_ratio_of_good_air_are_compared_by_the_days_of_the_year(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 安全守底行动
            goals:
              - targets:
                  空气质量优良天数: 力争330天以上
                  空气优良率: 确保达95%以上
        #                ^^^^^^^^ figures-incompatible
        """,
        CODE,
    )
    assert (found.severity, found.confidence) == (Severity.WARNING, Confidence.MEDIUM)
    assert "“空气质量优良天数”（力争330天以上）除以“全年天数”（366天）得90.2%" in found.message.zh
    assert [related.span for related in found.related] == [Span(9, 21, 9, 29)]


def test_the_same_clash_is_told_once(lint: Lint) -> None:
    text = """
        actions:
          - action: 安全守底行动
            goals:
              - targets: {优良天数: 330天, 优良天数比例: 95%}
            tasks:
              - {title: 蓝天, targets: {优良天数: 330天, 优良天数比例: 95%}}
        """
    (found,) = lint(text, CODE)
    assert found.confidence is Confidence.HIGH


@pytest.mark.parametrize(("year", "quiet"), [(2023, True), (2024, False)])
def test_a_leap_year_has_one_day_more(year: int, quiet: bool) -> None:
    text = f"planspec: 1\ntitle: 示例\njurisdiction: '430522'\nyear: {year}\n"
    text += "goals:\n  - targets: {优良天数: 365天, 优良天数比例: 100.0%}\n"
    assert (run(text, CODE) == []) is quiet


def test_no_year_has_more_days(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets:
              优良天数: 达到370天
        #           ^^^^^^ figures-incompatible
        """,
        CODE,
    )


# --- ratios -----------------------------------------------------------------------------------------


def test_shares_and_per_head_figures_are_marked(marked: Lint) -> None:
    found = marked(
        """
        goals:
          - targets:
              地区生产总值: 达到200亿元
              常住人口: 达到50万人
              有效发明专利: 达到500件
              全社会研发经费投入: 力争达4.8亿
              全社会研发经费投入强度: 达到3%
        #                  ^^^^ figures-incompatible
              制造业增加值: [占地区生产总值比重达到18%, 达到50亿元]
        #              ^^^^^^^^^^^^^^ figures-incompatible
              每万人有效发明专利拥有量: 达到7件
        #                   ^^^^ figures-incompatible
              人均地区生产总值: 达到5万元
        #               ^^^^^ figures-incompatible
        """,
        CODE,
    )
    assert "得2.40%" in found[0].message.zh or "得2.4%" in found[0].message.zh
    assert "得10.0件" in found[2].message.zh
    assert "得4.0万元" in found[3].message.zh


def test_a_ratio_moves_as_its_sides_grow(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets:
              固定资产投资: 增长8%
              工业投资: 增长5%
              工业投资占比: 提高1个百分点
        #             ^^^^^^^ figures-incompatible
              城镇居民收入: 增长8%
              农村居民收入: 增长6%
              城乡居民收入比: 缩小
        #              ^^ figures-incompatible
              地区生产总值: 增长6.0%
              能源消费总量: 增长7.0%以内
              单位GDP能耗: 上升3.0%
        #              ^^^^^^ figures-incompatible
        """,
        CODE,
    )


@pytest.mark.parametrize(
    "targets",
    [
        "优良天数: 348天以上, 优良天数比例: 95%以上",
        "优良天数: 达到340天以上, 优良天数比例: 93%左右",
        "优良天数: 达到330天以上, PM2.5浓度: 下降3%",
        "优良天数: {value: 330天, scope: 甲镇}, 优良天数比例: 95%",
        "优良天数: {value: 160天, by: 6月底前}, 优良天数比例: 95%",
        "地区生产总值: 达到200亿元以上, 全社会研发经费投入: 4.8亿元, 全社会研发经费投入强度: 2%",
        "地区生产总值: 增长7%, 全社会研发经费投入: 增长12%, 全社会研发经费投入强度: 提高",
        "地区生产总值: 增长7%, 全社会研发经费投入: 增长5%, 全社会研发经费投入强度: 提高",
        "规模工业企业: 100家, 有研发活动的规模工业企业: 5家, 有研发活动的规模工业企业占比: 50%以上",
        "固定资产投资: 增长7%, 民间投资: 增长7%, 民间投资占比: 提高",
        "税收收入: 8亿元左右, 地方一般公共预算收入: 12亿元, 税收占比: 67%",
    ],
)
def test_ratios_that_fit_or_cannot_be_told_are_quiet(lint: Lint, targets: str) -> None:
    assert lint(f"goals:\n  - targets: {{{targets}}}\n", CODE) == []


@settings(max_examples=60, deadline=None)
@given(st.integers(100, 999), st.integers(10, 90), st.sampled_from([-9, -5, -2, 0, 2, 5, 9]))
def test_a_ratio_fits_if_it_is_the_quotient_and_clashes_if_not(whole: int, percent: int, off: int) -> None:
    figures = f"一般公共预算收入: {whole}亿元, 税收收入: {whole * percent / 100:.2f}亿元, 税收占比: {percent + off}%"
    assert (run(f"{HEAD}goals:\n  - targets: {{{figures}}}\n", CODE) == []) is (off == 0)


# --- level, growth and last year's figure -----------------------------------------------------------


def test_level_growth_and_baseline_are_marked(marked: Lint) -> None:
    found = marked(
        """
        goals:
          - targets:
              接待游客: {value: [达到1800万人次, 增长20%], baseline: 1200万人次}
        #                               ^^^^^ figures-incompatible
              城镇低保标准: [从650元/月提高到700元/月, 增长10%]
        #                                ^^^^^ figures-incompatible
              实有经营主体: [达到4.23万户, 净增2960户, 增长10%]
        #                                 ^^^^^ figures-incompatible
              某某产业产值: {value: [达到132亿元以上, 增长8%以上], baseline: 120.0亿元}
        #                                 ^^^^^^ figures-incompatible
              高新技术企业: {value: [达到55家, 净增10家], baseline: 49家}
        #                             ^^^^^ figures-incompatible
        """,
        CODE,
    )
    assert "由1200万人次到“达到1800万人次”，增速应为50.0%" in found[0].message.zh
    assert "由3.93万户到" in found[2].message.zh
    assert [one.confidence for one in found] == [Confidence.HIGH] * 3 + [Confidence.MEDIUM, Confidence.HIGH]


@pytest.mark.parametrize(
    "target",
    [
        "接待游客: {value: [达到1800万人次, 增长20%], baseline: 1500万人次}",
        "接待游客: [1800万人次, 增长20%]",
        "城镇低保标准: [从650元/月提高到700元/月, 增长7.7%]",
        "实有经营主体: [达到4.23万户, 净增2960户, 增长7.5%]",
        "实有经营主体: [达到4.23万户以上, 净增2960户]",
        "地区生产总值: {value: [达到200亿元, 增长6.5%], baseline: 180亿元}",
        "城镇化率: {value: [达到60%, 提高1个百分点], baseline: 59%}",
        "某某产业产值: {value: [达到130亿元左右, 增长8%], baseline: 120亿元}",
        "高新技术企业: {value: [达到55家, 新增10家], baseline: 49家}",
        "高新技术企业: {value: [12家, 增长20%], baseline: 45家}",
    ],
)
def test_growth_that_fits_or_cannot_be_told_is_quiet(lint: Lint, target: str) -> None:
    assert lint(f"goals:\n  - targets: {{{target}}}\n", CODE) == []


# --- totals and means -------------------------------------------------------------------------------


def test_a_total_grows_within_the_range_of_its_parts(marked: Lint) -> None:
    found = marked(
        """
        goals:
          - targets:
              地区生产总值: 增长8%
        #             ^^^^ figures-incompatible
              进出口总额: 增长5%
        #            ^^^^ figures-incompatible
              出口额: 增长7%
              进口额: 增长6%
              香菇产业产值: {value: 增长10%以上, parts: [香菇种植产值, 香菇加工产值]}
        #                     ^^^^^^^ figures-incompatible
              香菇种植产值: 增长6%以上
              香菇加工产值: 增长9%以上
          - targets: {第一产业增加值: 增长4%, 第二产业增加值: 增长6%, 服务业增加值: 增长7%}
        """,
        CODE,
    )
    assert (
        "（第一产业增加值增长4%、第二产业增加值增长6%、服务业增加值增长7%）最高只到增长7%"
        in found[0].message.zh
    )
    assert "最低只到增长6%" in found[1].message.zh
    assert found[2].confidence is Confidence.MEDIUM


def test_a_mean_lies_between_its_groups_and_parts_add_up(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets:
              居民人均可支配收入: 达到40000元
        #                ^^^^^^^^ figures-incompatible
              城镇居民人均可支配收入: 达到38000元
              农村居民人均可支配收入: 达到20000元
              进出口总额: 达到100亿元
        #            ^^^^^^^ figures-incompatible
              进口额: 达到40亿元
              出口额: 达到50亿元
        """,
        CODE,
    )


@pytest.mark.parametrize(
    "targets",
    [
        "地区生产总值: 增长6.5%, 第一产业增加值: 增长4%, 第二产业增加值: 增长6%, 第三产业增加值: 增长7%",
        "地区生产总值: 增长8%, 第一产业增加值: 增长4%, 规模工业增加值: 增长7%, 服务业增加值: 增长6%",
        "地区生产总值: 增长7%, 第一产业增加值: 增长4%, 第二产业增加值: 增长6.8%, 服务业增加值: 增长6.9%",
        "地区生产总值: 增长8%, 第一产业增加值: 增长4%以上, 第二产业增加值: 增长6%以上, 服务业增加值: 增长7%以上",
        "进出口总额: 增长10.5%, 进口额: 增长10.5%, 出口额: 增长10.5%",
        "进出口总额: 达到90亿元以上, 进口额: 达到40亿元左右, 出口额: 达到50亿元左右",
        "居民人均可支配收入: 达到30000元, 城镇居民人均可支配收入: 达到38000元, 农村居民人均可支配收入: 达到20000元",
    ],
)
def test_totals_that_fit_or_cannot_be_told_are_quiet(lint: Lint, targets: str) -> None:
    assert lint(f"goals:\n  - targets: {{{targets}}}\n", CODE) == []


def test_a_goal_is_not_held_against_the_figures_of_a_task(lint: Lint) -> None:
    text = """
        goals:
          - targets: {进出口总额: 增长5%}
        actions:
          - action: 激发需求行动
            tasks: [{title: 园区外贸, targets: {进口额: 增长20%, 出口额: 增长30%}}]
        """
    assert lint(text, CODE) == []
