"""TGT016: an action has something that can be measured."""

from __future__ import annotations

from planspec.source.diagnostic import Severity

from ..conftest import Lint

CODE = "TGT016"


def test_an_annex_of_words_is_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 改革攻坚行动
        #           ^^^^^^ action-not-measurable
            annex: 4
            goals: [{targets: {物流成本: 降低, 营商环境: 持续优化}}]
            tasks: [{title: 降本, targets: {融资成本: 降低}}]
        """,
        CODE,
    )
    assert found.severity is Severity.WARNING


def test_a_paragraph_of_words_is_marked_where_the_plan_has_no_figures_either(marked: Lint) -> None:
    marked(
        """
        goals: [{targets: {营商环境: 持续优化}}]
        actions:
          - action: 改革攻坚行动
        #           ^^^^^^ action-not-measurable
            tasks: [{title: 降本, deliverables: [出台办法]}]
        """,
        CODE,
    )


def test_only_the_action_without_figures_is_marked(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 改革攻坚行动
        #           ^^^^^^ action-not-measurable
            annex: 4
            goals: [{targets: {营商环境: 持续优化}}]
          - action: 创新提升行动
            annex: 2
            goals: [{targets: {创新能力: 提升}}]
            tasks: [{title: 培育, targets: {高新技术企业: 新增10家}}]
        """,
        CODE,
    )


def test_ranks_deferred_and_relative_targets_are_measurable(lint: Lint) -> None:
    for phrase in ("稳居全省前三位", "完成省定目标", "高于经济增速", "全覆盖", "动态清零"):
        text = f"""
            actions:
              - action: 改革攻坚行动
                annex: 4
                goals: [{{targets: {{指标: {phrase}}}}}]
            """
        assert lint(text, CODE) == [], phrase


def test_a_figure_in_a_row_or_a_section_counts(lint: Lint) -> None:
    text = """
        actions:
          - action: 改革攻坚行动
            annex: 4
            goals: [{targets: {营商环境: 持续优化}}]
            breakdown: [{title: 降本, targets: {一网通办率: 达到90%}}]
          - action: 区域共进行动
            annex: 6
            goals: [{targets: {协调发展: 增强}}]
            sections: [{heading: 城乡, targets: {城镇化率: 提高0.5个百分点}}]
        """
    assert lint(text, CODE) == []


def test_what_cannot_be_read_may_be_a_figure(lint: Lint) -> None:
    text = """
        actions:
          - action: 改革攻坚行动
            annex: 4
            goals: [{targets: {营商环境: 每三月评一次好坏}}]
        """
    assert lint(text, CODE) == []


def test_missing_goals_are_another_rules_matter(lint: Lint) -> None:
    text = """
        actions:
          - {action: 改革攻坚行动, annex: 4, tasks: [{title: 降本, targets: {融资成本: 降低}}]}
        """
    assert lint(text, CODE) == []
    assert len(lint(text, "STR006")) == 1


def test_a_paragraph_is_covered_by_the_overall_goals(lint: Lint) -> None:
    text = """
        goals: [{targets: {地区生产总值: 增长6%}}]
        actions:
          - {action: 改革攻坚行动, tasks: [{title: 降本, targets: {融资成本: 降低}}]}
        """
    assert lint(text, CODE) == []
