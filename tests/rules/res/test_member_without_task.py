"""RES010: a member that has nothing to do."""

from __future__ import annotations

from planspec.source.diagnostic import Confidence, Severity

from ..conftest import Lint


def test_a_member_that_no_task_names_is_reported(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局, support: 县财政局}
            workgroup: {members: [县科工局, 县财政局, 县林业局]}
        #                                     ^^^^ member-without-task
        """,
        "RES010",
    )
    assert (found.severity, found.confidence) == (Severity.INFO, Confidence.MEDIUM)


def test_each_such_member_is_reported(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局}
            workgroup:
              members:
                - 县科工局
                - 县妇联
        #         ^^^ member-without-task
                - 县林业局
        #         ^^^^ member-without-task
        """,
        "RES010",
    )


def test_a_task_of_another_action_does_not_count(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局}
            workgroup: {members: [县科工局, 县林业局]}
        #                               ^^^^ member-without-task
          - action: 区域共进行动
            tasks:
              - {title: 特色竹业, lead: 县林业局}
        """,
        "RES010",
    )


def test_open_lists_of_units_make_it_less_sure(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局, support: 县财政局, open: true}
            workgroup: {members: [县科工局, 县林业局]}
        #                               ^^^^ member-without-task
        """,
        "RES010",
    )
    assert found.confidence is Confidence.LOW


def test_sections_and_rows_name_units_too(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            sections:
              - heading: 做强优势产业
                lead: 县科工局
                tasks:
                  - title: 循环经济
            breakdown:
              - {title: 循环经济, units: [县科工局, 县林业局]}
            workgroup: {members: [县科工局, 县林业局]}
        """,
        "RES010",
    )


def test_conveners_and_offices_that_co_ordinate_need_no_task(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局}
            workgroup:
              deputies: [县发改局]
              members: [县政府办, 县发改局, 县科工局, 县委宣传部, 县财政局]
              office: 县财政局
        """,
        "RES010",
    )


def test_a_task_for_all_departments_keeps_it_silent(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局}
              - {title: 三送三解三优, units: 各成员单位}
            workgroup: {members: [县科工局, 县林业局]}
          - action: 安全守底行动
            tasks:
              - {title: 隐患排查, lead: 县应急管理局, support: 各有关部门}
            workgroup: {members: [县应急管理局, 县林业局]}
        """,
        "RES010",
    )


def test_an_action_whose_tasks_name_no_unit_keeps_it_silent(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 循环经济
            workgroup: {members: [县科工局, 县林业局]}
        """,
        "RES010",
    )


def test_a_broken_part_of_the_plan_keeps_it_silent(lint: Lint) -> None:
    found = lint(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局, suport: 县林业局}
            workgroup: {members: [县科工局, 县林业局]}
        """,
        "RES010",
    )
    assert found == []


def test_units_that_only_the_table_names_count(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 循环经济
            breakdown:
              - {title: 循环经济, units: [县科工局, 县发改局], leader: 王某}
            workgroup: {members: [县科工局, 县发改局, 县林业局]}
        #                                     ^^^^ member-without-task
        """,
        "RES010",
    )


def test_a_name_with_a_slip_may_be_the_members(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局, support: 县林业居}
            workgroup: {members: [县科工局, 县林业局, 县水利局]}
        #                                     ^^^^ member-without-task
        """,
        "RES010",
    )
