"""RES011: units that are not this plan's to command."""

from __future__ import annotations

from planspec.source.diagnostic import Confidence, Severity

from ..conftest import Lint


def test_a_citys_department_in_a_countys_plan_is_reported(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 市发改委}
        #                           ^^^^ unit-of-another-level
              - {title: 装备制造, lead: 县科工局, support: 市发改委}
        """,
        "RES011",
    )
    assert found.severity is Severity.WARNING
    assert "（共2处）" in found.message.zh
    assert [one.span.start_line for one in found.related] == [9]


def test_a_provinces_department_is_reported(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局, support: [县财政局, 省工信厅]}
        #                                                 ^^^^ unit-of-another-level
        """,
        "RES011",
    )


def test_a_countys_department_in_a_citys_plan_is_reported(marked: Lint) -> None:
    (found,) = marked(
        """
        planspec: 1
        title: 示例方案
        jurisdiction: "430600"
        year: 2024
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县发改局}
        #                           ^^^^ unit-of-another-level
        """,
        "RES011",
    )
    assert "县级单位" in found.message.zh


def test_a_department_of_a_named_county_is_a_hint(marked: Lint) -> None:
    (found,) = marked(
        """
        planspec: 1
        title: 示例方案
        jurisdiction: "430600"
        year: 2024
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 平江县自然资源局}
        #                           ^^^^^^^^ unit-of-another-level
        """,
        "RES011",
    )
    assert (found.severity, found.confidence) == (Severity.INFO, Confidence.LOW)


def test_another_places_level_word_is_reported(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 区财政局}
        #                           ^^^^ unit-of-another-level
        """,
        "RES011",
    )
    assert found.confidence is Confidence.HIGH
    assert "应以“县”开头" in found.message.zh


def test_in_a_county_level_city_the_word_is_city(marked: Lint) -> None:
    (found,) = marked(
        """
        planspec: 1
        title: 示例方案
        jurisdiction: "433101"
        year: 2023
        actions:
          - action: 主动仗
            tasks:
              - {title: 循环经济, lead: 市发改局, support: [州生态环境局吉首分局, 县财政局]}
        #                                                       ^^^^ unit-of-another-level
        """,
        "RES011",
    )
    assert "“县财政局”" in found.message.zh


def test_bodies_that_a_higher_level_sends_are_at_home(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 循环经济
                units: [市生态环境局新邵分局, 人民银行邵阳市分行, 邵阳金融监管分局, 邵阳海关, 县税务局]
        """,
        "RES011",
    )


def test_the_plans_own_units_are_at_home(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, units: [县发改局, 新邵县财政局, 县委组织部, 自然资源局]}
        """,
        "RES011",
    )


def test_firms_and_local_governments_do_not_count(marked: Lint) -> None:
    marked(
        """
        planspec: 1
        title: 示例方案
        jurisdiction: "430600"
        year: 2024
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, units: [省港口集团, 平江县人民政府, 各县市区, 岳阳楼区]}
        """,
        "RES011",
    )


def test_a_districts_branch_of_the_citys_bureau_is_at_home(marked: Lint) -> None:
    marked(
        """
        planspec: 1
        title: 示例方案
        jurisdiction: "430407"
        year: 2024
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, units: [区发改局, 区生态环境分局, 区公安分局, 市生态环境局石鼓分局]}
        """,
        "RES011",
    )


def test_where_most_units_are_of_another_level_the_code_is_wrong(marked: Lint) -> None:
    (found,) = marked(
        """
        planspec: 1
        title: 示例方案
        jurisdiction: 430600
        #             ^^^^^^ unit-of-another-level
        year: 2024
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, units: [县发改局, 县科工局, 县财政局, 县人社局]}
              - {title: 装备制造, units: [县住建局, 县教育局, 县民政局, 县商务局, 市工信局]}
        """,
        "RES011",
    )
    assert "8家单位（县发改局、县科工局、县财政局等）不是市级单位，是本级的只有1家" in found.message.zh
