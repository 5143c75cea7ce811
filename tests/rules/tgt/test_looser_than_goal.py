"""TGT002: what is handed down demands no less than the overall goal."""

from __future__ import annotations

from planspec.source.diagnostic import Severity
from planspec.source.span import Span

from ..conftest import Lint

CODE = "TGT002"


def test_goal_of_an_annex_below_the_overall_goal_is_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        goals:
          - targets: {规模工业增加值: 增长7%以上}
        actions:
          - action: 产业培塑行动
            goals:
              - targets: {规模工业增加值: 增长6%以上}
        #                          ^^^^^^ looser-than-goal
        """,
        CODE,
    )
    assert found.severity is Severity.WARNING
    assert "这里为“增长6%以上”，比总体目标的“增长7%以上”宽松" in found.message.zh
    assert [related.span for related in found.related] == [Span(6, 24, 6, 30)]


def test_table_and_task_are_held_to_it_too(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets: {民生支出占比: 保持70%以上}
        actions:
          - action: 民生可感行动
            tasks:
              - {title: 民生, targets: {民生支出占比: 保持65%以上}}
        #                                     ^^^^^^^ looser-than-goal
            breakdown:
              - {title: 民生, targets: {民生支出占比: 保持在70%左右}}
        #                                     ^^^^^^^^ looser-than-goal
        """,
        CODE,
    )


def test_for_what_should_fall_a_higher_cap_is_looser(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets: {居民消费价格涨幅: 控制在3%以内}
        actions:
          - action: 激发需求行动
            goals:
              - targets: {居民消费价格涨幅: 控制在3.5%以内}
        #                           ^^^^^^^^^ looser-than-goal
        """,
        CODE,
    )


def test_the_overall_paragraph_on_an_action_counts(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 创新提升行动
            targets: {技术合同成交额: 突破24亿元}
            goals:
              - targets: {技术合同成交额: 达到20亿元以上}
        #                          ^^^^^^^^ looser-than-goal
        """,
        CODE,
    )


def test_striving_instead_of_promising_is_a_hint(marked: Lint) -> None:
    (found,) = marked(
        """
        goals:
          - targets: {全社会研发经费投入: 增长9%以上}
        actions:
          - action: 科技创新赋能攻坚
            goals:
              - targets: {全社会研发经费投入: 力争增长9%以上}
        #                            ^^^^^^^^ looser-than-goal
        """,
        CODE,
    )
    assert found.severity is Severity.INFO
    assert "力争" in found.message.zh and "力争" in found.message.en


def test_equal_and_tighter_values_are_quiet(lint: Lint) -> None:
    text = """
        goals:
          - targets: {规模工业增加值: 增长7%左右, 固定资产投资: 增长6%, 民生支出占比: 力争保持70%以上}
        actions:
          - action: 产业培塑行动
            goals:
              - targets: {规模工业增加值: 增长7%, 固定资产投资: 增长6%以上, 民生支出占比: 力争保持70%以上}
        """
    assert lint(text, CODE) == []


def test_a_conflict_is_left_to_its_own_rule(lint: Lint) -> None:
    text = """
        goals:
          - targets: {规模工业增加值: 增长8%}
        actions:
          - action: 产业培塑行动
            goals:
              - targets: {规模工业增加值: 增长6%}
        """
    assert lint(text, CODE) == []
    assert len(lint(text, "TGT001")) == 1


def test_the_first_comparable_value_decides(lint: Lint) -> None:
    text = """
        goals:
          - targets: {固定资产投资: [达到100亿元, 增长6%]}
        actions:
          - action: 激发需求行动
            targets: {固定资产投资: 增长7%以上}
            goals:
              - targets: {固定资产投资: 增长6%}
        """
    assert lint(text, CODE) == []


def test_a_tasks_share_of_what_the_goal_adds_is_quiet(lint: Lint) -> None:
    text = """
        goals:
          - targets: {规模以上工业企业: 新增10家以上}
        actions:
          - action: 主体强身行动
            tasks:
              - {title: 机械, targets: {规模以上工业企业: 新增4家}}
              - {title: 食品, targets: {规模以上工业企业: 新增6家}}
        """
    assert lint(text, CODE) == []


def test_an_indicator_without_an_overall_goal_is_quiet(lint: Lint) -> None:
    text = """
        actions:
          - action: 产业培塑行动
            goals: [{targets: {规模工业增加值: 增长7%以上}}]
            tasks: [{title: 工业, targets: {规模工业增加值: 增长7%}}]
        """
    assert lint(text, CODE) == []


def test_the_same_figure_promised_instead_of_strived_for_is_quiet(lint: Lint) -> None:
    text = """
        goals:
          - targets: {政务服务“一网通办”率: 力争达90%以上}
        actions:
          - action: 民生攻坚
            tasks: [{title: 数字惠民, targets: {一网通办率: 达到90%}}]
        """
    assert lint(text, CODE) == []


def test_an_annex_goal_in_words_only_is_a_hint_but_a_task_may_use_words(marked: Lint) -> None:
    (found,) = marked(
        """
        goals:
          - targets: {规模工业增加值: 增长10%}
        actions:
          - action: 产业培塑行动
            goals:
              - targets: {规模工业增加值: 稳步增长}
        #                          ^^^^ looser-than-goal
            tasks: [{title: 园区, targets: {规模工业增加值: 稳步增长}}]
        """,
        CODE,
    )
    assert found.severity is Severity.INFO


def test_a_figure_that_the_goal_includes_is_quiet(lint: Lint) -> None:
    found = lint(
        """
        goals:
          - targets: {规模工业增加值: 增长7%以上, 高新技术企业: 新增6家以上}
        actions:
          - action: 产业培塑行动
            goals:
              - targets: {规模工业增加值: 增长7%, 高新技术企业: 新增6家}
        """,
        CODE,
    )
    assert found == []
