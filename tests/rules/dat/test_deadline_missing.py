"""DAT005: where the others have a deadline, each has one."""

from __future__ import annotations

from ..conftest import Lint

CODE = "DAT005"


def test_a_blank_in_the_column_is_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            breakdown:
              - {title: 甲, units: 县科工局, by: 6月底前}
              - {title: 乙, units: 县科工局, by: 长期坚持}
              - {title: 丙, units: 县科工局}
        #               ^ deadline-missing
              - {title: 丁, units: 县科工局, targets: {指标: {value: 达到9家, by: 9月底前}}}
        """,
        CODE,
    )
    assert "分解表的“丙”没有完成时限，而“产业培塑行动”的4项中有3项写了" in found.message.zh


def test_a_task_beside_tasks_with_deadlines_is_marked(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 甲, by: 6月底前}
              - {title: 乙, by: 6月底前}
              - {title: 丙, tasks: [{title: 子, by: 6月底前}]}
              - {title: 丁, lead: 县科工局}
        #               ^ deadline-missing
        """,
        CODE,
    )


def test_a_small_action_is_compared_with_the_plan(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks: [{title: 一, by: 年底}, {title: 二, by: 年底}, {title: 三, by: 年底}, {title: 四, by: 年底}]
          - action: 创新提升行动
            tasks: [{title: 五, by: 年底}, {title: 六, by: 年底}, {title: 七, by: 年底}, {title: 八, by: 年底}]
          - action: 激发需求行动
            tasks:
              - {title: 九}
        #               ^ deadline-missing
        """,
        CODE,
    )
    assert "整份方案的9项中有8项写了" in found.message.zh


def test_a_row_and_the_task_that_it_restates_are_one_gap(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks: [{title: 甲, by: 年底}, {title: 乙, by: 年底}, {title: 丙, by: 年底}, {title: 丁}]
            breakdown:
              - {title: 甲, units: 县科工局, by: 6月底前}
              - {title: 乙, units: 县科工局, by: 6月底前}
              - {title: 丙, units: 县科工局, by: 6月底前}
              - {title: 丁, units: 县科工局}
        #               ^ deadline-missing
        """,
        CODE,
    )


def test_a_text_whose_table_has_the_deadlines_needs_none(lint: Lint) -> None:
    text = """
        actions:
          - action: 产业培塑行动
            tasks: [{title: 甲}, {title: 乙}, {title: 丙}, {title: 丁}, {title: 戊}]
            breakdown:
              - {title: 甲, units: 县科工局, by: 6月底前}
              - {title: 乙, units: 县科工局, by: 6月底前}
              - {title: 丙, units: 县科工局, by: 6月底前}
              - {title: 丁, units: 县科工局, by: 6月底前}
        """
    assert lint(text, CODE) == []


def test_a_plan_that_leaves_it_at_the_years_end_is_quiet(lint: Lint) -> None:
    text = """
        actions:
          - action: 产业培塑行动
            tasks: [{title: 甲, by: 6月底前}, {title: 乙}, {title: 丙}, {title: 丁}]
            breakdown: [{title: 甲, units: 县科工局}, {title: 乙, units: 县科工局, by: 年底}]
        """
    assert lint(text, CODE) == []


def test_the_section_or_the_row_may_state_it(lint: Lint) -> None:
    text = """
        actions:
          - action: 产业培塑行动
            sections:
              - heading: 一
                by: 6月底前
                tasks: [{title: 甲}, {title: 乙}]
              - heading: 二
                tasks: [{title: 丙, by: 年底}, {title: 丁}]
            breakdown:
              - {title: 丁, by: 9月底前}
        """
    assert lint(text, CODE) == []


def test_rows_that_only_continue_are_not_counted(lint: Lint) -> None:
    text = """
        actions:
          - action: 产业培塑行动
            breakdown:
              - {title: 甲, units: 县科工局, by: 6月底前}
              - {title: 乙, units: 县科工局, by: 6月底前}
              - {title: 丙, units: 县科工局, by: 6月底前}
              - {title: 丁, units: 县科工局, by: 6月底前}
              - {title: 丁, no: "5"}
        """
    assert lint(text, CODE) == []
