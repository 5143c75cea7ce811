"""STR005: a section holds something."""

from __future__ import annotations

from ..conftest import Lint

CODE = "STR005"


def test_heading_alone_is_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            sections:
              - {no: （一）, heading: 强化产业支撑, lead: 县科工局}
        #                          ^^^^^^ section-empty
        """,
        CODE,
    )
    assert "“强化产业支撑”" in found.message.zh


def test_empty_lists_are_nothing(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            sections:
              - heading: 强化产业支撑
        #                ^^^^^^ section-empty
                tasks: []
                summary: ""
        """,
        CODE,
    )


def test_sub_section_and_section_of_the_plan_count(marked: Lint) -> None:
    marked(
        """
        sections:
          - heading: 组织实施
            sections:
              - heading: 强化领导
        #                ^^^^ section-empty
        """,
        CODE,
    )


def test_tasks_sections_targets_goals_or_a_summary_fill_it(lint: Lint) -> None:
    text = """
        sections:
          - {heading: 甲, tasks: [{title: 任务}]}
          - {heading: 乙, sections: [{heading: 丙, summary: 一句话}]}
          - {heading: 丁, targets: {项目: 3个}}
          - {heading: 戊, goals: [{summary: 目标}]}
        """
    assert lint(text, CODE) == []


def test_content_of_the_wrong_type_is_left_to_the_schema(lint: Lint) -> None:
    assert lint("sections:\n  - {heading: 甲, tasks: 循环经济}\n", CODE) == []


def test_content_that_a_broken_line_may_have_held_is_not_missed(lint: Lint) -> None:
    assert lint("sections:\n  - heading: 甲\n    tasks： []\n", CODE) == []
