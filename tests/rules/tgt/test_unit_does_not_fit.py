"""TGT005: an indicator goes with its kind of unit."""

from __future__ import annotations

from planspec.source.diagnostic import Confidence, Severity

from ..conftest import Lint

CODE = "TGT005"


def test_money_in_households_is_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        goals:
          - targets:
              社会消费品零售总额: 达到130户
        #                ^^^^^^ unit-does-not-fit
        """,
        CODE,
    )
    assert found.severity is Severity.WARNING
    assert "金额" in found.message.zh and "“户”" in found.message.zh


def test_people_in_money_and_in_pieces_are_marked(marked: Lint) -> None:
    found = marked(
        """
        goals:
          - targets:
              城镇新增就业: [2300亩, 2300个]
        #              ^^^^^  ^^^^^ unit-does-not-fit
        """,
        CODE,
    )
    assert [one.confidence for one in found] == [Confidence.HIGH, Confidence.MEDIUM]


def test_share_in_pieces_is_marked(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets:
              高新技术产业增加值占地区生产总值比重: 达到4家
        #                         ^^^^ unit-does-not-fit
        """,
        CODE,
    )


def test_growth_shares_and_points_fit_every_indicator(lint: Lint) -> None:
    text = """
        goals:
          - targets:
              社会消费品零售总额: [增长7%, 7%左右, 提高0.5个百分点]
              城镇新增就业: 完成率100%
              高新技术企业: 增长20%
        """
    assert lint(text, CODE) == []


def test_all_words_for_pieces_are_one_kind(lint: Lint) -> None:
    text = """
        goals:
          - targets: {高新技术企业: 净增10户, 实有经营主体: 达到4.2万个, 专精特新中小企业: 新增4家}
        """
    assert lint(text, CODE) == []


def test_rates_are_judged_by_their_upper_unit(lint: Lint) -> None:
    assert lint("goals:\n  - targets: {亩均税收: 达到5万元, 城市低保标准: 不低于700元/月}\n", CODE) == []


def test_works_are_counted_or_measured(lint: Lint) -> None:
    text = """
        goals:
          - targets: {高标准农田: 建设5个, 农村黑臭水体治理: [96条, 共66.98万平方米]}
        """
    assert lint(text, CODE) == []


def test_unknown_and_abbreviated_indicators_are_quiet(lint: Lint) -> None:
    assert lint("goals:\n  - targets: {香菇产量: 3户, 一产: 3家, 投资: 铺排3个}\n", CODE) == []
