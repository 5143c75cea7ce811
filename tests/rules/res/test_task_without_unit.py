"""RES001: a task that belongs to nobody."""

from __future__ import annotations

from planspec.source.diagnostic import Severity

from ..conftest import Lint


def test_a_task_without_any_unit_is_reported_at_its_title(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局}
              - {title: 装备制造}
        #               ^^^^ task-without-unit
        """,
        "RES001",
    )
    assert found.severity is Severity.ERROR
    assert "“装备制造”" in found.message.zh


def test_a_task_of_the_overall_plan_is_reported_too(marked: Lint) -> None:
    marked(
        """
        tasks:
          - title: 循环经济
        #          ^^^^ task-without-unit
        actions: []
        """,
        "RES001",
    )


def test_a_sub_item_without_unit_is_reported_and_its_parent_is_not(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 循环经济
                tasks:
                  - {title: 资源再生, lead: 县科工局}
                  - {title: 绿色矿业}
        #                   ^^^^ task-without-unit
        """,
        "RES001",
    )


def test_a_leader_alone_is_no_unit(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, leader: 王某}
        #               ^^^^ task-without-unit
        """,
        "RES001",
    )


def test_units_of_the_section_count(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            sections:
              - heading: 做强优势产业
                lead: 县科工局
                tasks:
                  - title: 循环经济
        """,
        "RES001",
    )


def test_units_of_the_section_above_the_section_count(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            sections:
              - heading: 做强优势产业
                units: [县科工局, 县发改局]
                sections:
                  - heading: 循环经济
                    tasks:
                      - title: 资源再生
        """,
        "RES001",
    )


def test_the_lead_of_the_whole_action_counts(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            lead: 县科工局
            tasks:
              - title: 循环经济
        """,
        "RES001",
    )


def test_a_task_whose_parts_all_have_units_needs_none(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 循环经济
                tasks:
                  - {title: 资源再生, support: 县科工局}
        """,
        "RES001",
    )


def test_a_schema_fault_in_the_task_keeps_it_silent(lint: Lint) -> None:
    found = lint(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 循环经济
                leed: 县科工局
        """,
        "RES001",
    )
    assert found == []


def test_a_task_that_a_row_with_units_restates_is_fine(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {id: a, title: 循环经济}
              - {id: b, title: 装备制造, lead: 县科工局}
              - {id: c, title: 数字经济, lead: 县科工局}
              - {id: d, title: 现代农业}
        #                      ^^^^ task-without-unit
            breakdown:
              - {title: 循环经济, restates: a, units: [县发改局, 县财政局]}
        """,
        "RES001",
    )


def test_where_the_table_names_the_units_and_the_text_does_not_the_rule_is_silent(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {id: a, title: 循环经济}
              - {id: b, title: 装备制造}
              - {id: c, title: 数字经济, lead: 县科工局}
            breakdown:
              - {title: 产业发展, units: [县发改局, 县财政局]}
        """,
        "RES001",
    )


def test_where_no_task_names_a_unit_it_is_one_finding(lint: Lint) -> None:
    head = "\n        actions:\n          - action: 产业培塑行动\n            tasks:\n"
    text = head + "".join(f"              - {{title: 任务{number}}}\n" for number in range(6))
    (found,) = lint(text, "RES001")
    assert (found.span.start_line, found.span.start_column) == (2, 8)
    assert "方案的6项任务（任务0、任务1、任务2等）都没有写明责任单位" in found.message.zh
    assert len(found.related) == 3
    assert len(lint(text.replace("任务5", "任务5, lead: 县科工局"), "RES001")) == 5
