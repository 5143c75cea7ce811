"""TGT001: copies of one indicator agree."""

from __future__ import annotations

from planspec.source.diagnostic import Confidence, Severity
from planspec.source.span import Span

from ..conftest import Lint

CODE = "TGT001"


def test_annex_that_contradicts_the_overall_goal_is_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        goals:
          - targets: {高新技术产业增加值: 同比增长8%}
        actions:
          - action: 科技创新赋能攻坚
            goals:
              - targets: {高新技术产业增加值: 增长6%}
        #                            ^^^^ conflicting-values
        """,
        CODE,
    )
    assert found.severity is Severity.ERROR and found.confidence is Confidence.HIGH
    assert "“增长6%”" in found.message.zh and "总体目标中为“同比增长8%”" in found.message.zh
    assert "the overall goals" in found.message.en
    assert [related.span for related in found.related] == [Span(6, 26, 6, 32)]


def test_each_place_that_deviates_is_one_finding(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets: {社会消费品零售总额: 增长7%左右}
        actions:
          - action: 激发需求行动
            targets: {社会消费品零售总额: 增长0.4%}
        #                        ^^^^^^ conflicting-values
            goals:
              - targets: {社会消费品零售总额: 增长7%左右}
            tasks:
              - title: 促进消费
                targets: {全市社零总额: 增长9%}
        #                         ^^^^ conflicting-values
            breakdown:
              - {title: 促进消费, targets: {社会消费品零售总额: [增长0.4%, 达到132亿元]}}
        #                                           ^^^^^^ conflicting-values
        """,
        CODE,
    )


def test_a_task_against_a_goal_is_a_warning(lint: Lint) -> None:
    (found,) = lint(
        """
        actions:
          - action: 创新提升行动
            goals:
              - targets: {高新技术企业: 达到1020家}
            tasks:
              - {title: 培育, targets: {高新技术企业: 达到1200家}}
        """,
        CODE,
    )
    assert (found.severity, found.confidence) == (Severity.WARNING, Confidence.MEDIUM)


def test_two_actions_that_state_different_growth_are_marked(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks: [{title: 工业, targets: {规模工业增加值: 增长7%}}]
          - action: 主体强身行动
            tasks: [{title: 工业, targets: {规模工业增加值: 增长8%}}]
        #                                          ^^^^ conflicting-values
        """,
        CODE,
    )


def test_uneven_demands_within_the_overall_goals_are_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        goals:
          - targets: {固定资产投资: 增长6%}
          - targets: {固定资产投资: 增长6%以上}
        #                     ^^^^^^ conflicting-values
        """,
        CODE,
    )
    assert found.severity is Severity.WARNING


def test_unknown_indicators_are_compared_between_goals_of_one_action(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            targets: {香菇产值: 达到12亿元}
            goals:
              - targets: {香菇产值: 达到10亿元}
        #                       ^^^^^^ conflicting-values
        """,
        CODE,
    )


def test_the_same_figure_in_other_words_is_quiet(lint: Lint) -> None:
    text = """
        goals:
          - targets: {实有经营主体: 达到4.27万户, 使用外资额: 达到24000万美元以上}
        actions:
          - action: 主体强身行动
            goals:
              - targets: {经营主体总量: 42700户, 使用外资额: 2.4亿美元以上}
        """
    assert lint(text, CODE) == []


def test_a_tighter_copy_below_is_quiet(lint: Lint) -> None:
    text = """
        goals:
          - targets: {规模工业增加值: 增长7%左右}
        actions:
          - action: 产业培塑行动
            goals:
              - targets: {规模工业增加值: 增长7%以上}
            tasks: [{title: 工业, targets: {规模工业增加值: 增长7.2%以上}}]
        """
    assert lint(text, CODE) == []


def test_other_measures_of_one_indicator_are_quiet(lint: Lint) -> None:
    text = """
        goals:
          - targets: {高新技术企业: [达到45家, 净增10家], 亩均税收: [增长10%以上, 达到5万元]}
        actions:
          - action: 创新提升行动
            goals:
              - targets: {高新技术企业: 新增12家以上}
            tasks: [{title: 园区, targets: {新增高新技术企业: 12家, 高新技术企业: 30家}}]
        """
    assert lint(text, CODE) == []


def test_other_scopes_and_levels_are_quiet(lint: Lint) -> None:
    text = """
        goals:
          - targets: {固定资产投资: 增长6%}
        actions:
          - action: 激发需求行动
            goals:
              - targets:
                  固定资产投资: {value: 增长12%, scope: 园区}
                  省重点项目投资: 增长9%
                  市重点项目投资: 增长5%
        """
    assert lint(text, CODE) == []


def test_what_tasks_add_may_be_parts_of_the_goal(lint: Lint) -> None:
    text = """
        actions:
          - action: 主体强身行动
            goals:
              - targets: {规模以上工业企业: 新增10家}
            tasks:
              - {title: 机械, targets: {规模以上工业企业: 新增4家}}
              - {title: 食品, targets: {规模以上工业企业: 新增6家}}
        """
    assert lint(text, CODE) == []


def test_generic_names_in_different_places_are_quiet(lint: Lint) -> None:
    text = """
        actions:
          - action: 产业培塑行动
            goals: [{targets: {生产线: 达到3条}}]
            tasks:
              - {title: 甲, targets: {活动: 举办3场, 任务完成率: 达到90%, 新建香菇产业示范基地: 2个}}
          - action: 创新提升行动
            tasks:
              - {title: 乙, targets: {活动: 举办5场, 生产线: 达到1条, 任务完成率: 达到95%}}
              - {title: 丙, targets: {新建香菇产业示范基地: 1个}}
        """
    assert lint(text, CODE) == []


def test_figures_for_another_date_are_quiet(lint: Lint) -> None:
    text = """
        goals:
          - targets: {固定资产投资: 达到100亿元}
        actions:
          - action: 激发需求行动
            goals:
              - targets: {固定资产投资: {value: 达到60亿元, by: 6月底前}}
        """
    assert lint(text, CODE) == []


def test_many_different_values_stay_linear(lint: Lint) -> None:
    rows = "\n".join(
        f"      - {{title: 任务{number}, targets: {{规模工业增加值: 增长{number}%}}}}"
        for number in range(1, 400)
    )
    found = lint("actions:\n  - action: 产业培塑行动\n    tasks:\n" + rows + "\n", CODE)
    assert len(found) == 398


def test_two_actions_that_state_one_whole_twice_as_large_are_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks: [{title: 农业, targets: {粮食总产量: 13.14万吨以上}}]
          - action: 区域共进行动
            tasks: [{title: 乡村振兴, targets: {粮食产量: 力争达31万吨以上}}]
        #                                         ^^^^^^^^^ conflicting-values
        """,
        CODE,
    )
    assert (found.severity, found.confidence) == (Severity.WARNING, Confidence.MEDIUM)
    assert "相差一倍以上，不像同一个数" in found.message.zh


def test_a_bare_amount_of_money_is_the_level(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets: {现代农业总产值: 达到70亿元}
        actions:
          - action: 产业培塑行动
            goals:
              - targets: {现代农业产值: 实现67亿元}
        #                         ^^^^^^ conflicting-values
        """,
        CODE,
    )


def test_gross_and_net_whole_and_urban_county_and_town_are_quiet(lint: Lint) -> None:
    text = """
        goals:
          - targets:
              规模以上工业企业: 净增10家
              居民人均可支配收入: 增长7%
              技术合同成交额: 增长20%
              粮食产量: 达到31万吨
        actions:
          - action: 主体强身行动
            goals:
              - targets:
                  规模以上工业企业: 新增12家
                  城镇居民人均可支配收入: 增长6%
                  高校技术合同成交额: 增长8%
                  粮食产量: {value: 达到2万吨, scope: 某某镇}
            tasks: [{title: 园区, targets: {省级以上科创平台: 新增1家, 早稻播种面积: 3万亩}}]
          - action: 创新提升行动
            tasks: [{title: 平台, targets: {科创平台: 新增5家, 粮食播种面积: 8万亩}}]
        """
    assert lint(text, CODE) == []


def test_floors_that_may_be_shares_of_one_whole_are_quiet(lint: Lint) -> None:
    text = """
        actions:
          - action: 产业培塑行动
            tasks: [{title: 甲, targets: {技术合同成交额: 5亿元以上, 高新技术企业: 达到10家以上}}]
          - action: 创新提升行动
            tasks: [{title: 乙, targets: {技术合同成交额: 达到24亿元以上, 高新技术企业: 达到50家以上}}]
        """
    assert lint(text, CODE) == []


def test_figures_for_two_years_are_stages(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets: {国家高新技术企业: {value: 达到5000家以上, by: 2026-12-31}}
        actions:
          - action: 创新提升行动
            tasks:
              - {title: 企业培育, lead: 县科工局, by: 2025年底前, targets: {国家高新技术企业: 达到4600家}}
        """,
        "TGT001",
    )
