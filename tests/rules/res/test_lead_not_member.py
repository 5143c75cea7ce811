"""RES008: who leads belongs to the work group."""

from __future__ import annotations

from planspec.source.diagnostic import Confidence, Severity

from ..conftest import Lint


def test_a_lead_that_no_list_names_is_reported_at_its_first_task(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局}
              - {title: 绿色矿业, lead: 县自然资源局}
        #                           ^^^^^^ lead-not-member
              - {title: 矿山修复, lead: 县自然资源局}
            workgroup: {convenor: 常务副县长, members: [县科工局, 县财政局], office: 县科工局}
        """,
        "RES008",
    )
    assert (found.severity, found.confidence) == (Severity.WARNING, Confidence.HIGH)
    assert "（共2项）" in found.message.zh
    (members,) = found.related
    assert members.span.start_line == 11


def test_an_open_list_makes_it_a_hint(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 绿色矿业, lead: 县自然资源局}
        #                           ^^^^^^ lead-not-member
            workgroup: {members: [县科工局, 县财政局], open: true}
        """,
        "RES008",
    )
    assert (found.severity, found.confidence) == (Severity.INFO, Confidence.MEDIUM)
    assert "以“等”结尾" in found.message.zh


def test_a_unit_that_stands_alone_leads(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            sections:
              - heading: 绿色矿业
                units: 县自然资源局
        #              ^^^^^^ lead-not-member
                tasks:
                  - title: 矿山修复
            workgroup: {members: [县科工局]}
        """,
        "RES008",
    )


def test_a_park_that_leads_is_a_hint(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 机械制造, lead: 新邵经开区}
        #                           ^^^^^ lead-not-member
            workgroup: {members: [县科工局]}
        """,
        "RES008",
    )
    assert (found.severity, found.confidence) == (Severity.INFO, Confidence.LOW)


def test_each_action_has_its_own_work_group(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局}
            workgroup: {members: [县科工局]}
          - action: 创新提升行动
            tasks:
              - {title: 创新平台, lead: 县科工局}
        #                           ^^^^ lead-not-member
            workgroup: {members: [县教育局]}
        """,
        "RES008",
    )


def test_members_that_only_the_overall_plan_lists_are_the_group(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局}
              - {title: 绿色矿业, lead: 县自然资源局}
        #                           ^^^^^^ lead-not-member
        organisation:
          workgroups:
            - {action: 产业培塑行动, members: [县科工局]}
        """,
        "RES008",
    )


def test_convenor_deputies_and_office_belong_to_the_group(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局}
              - {title: 装备制造, lead: 县发改局}
              - {title: 电子信息, lead: 县财政局}
            workgroup:
              convenor: 县财政局局长
              deputies: [县发改局]
              members: [县商务局]
              office: 县科工局
        """,
        "RES008",
    )


def test_another_spelling_is_the_same_member(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县发改局}
            workgroup: {members: [县发展和改革局]}
        """,
        "RES008",
    )


def test_a_part_of_a_member_is_covered(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 安全守底行动
            tasks:
              - {title: 隐患排查, lead: 县安委办}
              - {title: 道路交通, lead: 县公安局交警大队}
              - {title: 人才引育, lead: 县委组织部}
            workgroup: {members: [县应急管理局, 县公安局, 县委人才办]}
        """,
        "RES008",
    )


def test_towns_and_groups_are_not_expected(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 安全守底行动
            tasks:
              - {title: 隐患排查, lead: 各乡镇}
              - {title: 防汛抗旱, lead: 雀塘镇}
              - {title: 打非治违, lead: 各有关部门}
            workgroup: {members: [县应急管理局]}
        """,
        "RES008",
    )


def test_without_a_list_of_members_it_is_silent(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局}
          - action: 创新提升行动
            tasks:
              - {title: 创新平台, lead: 县科工局}
            workgroup: {convenor: 副县长, office: 县发改局}
        """,
        "RES008",
    )


def test_a_list_that_takes_in_all_who_have_tasks_is_enough(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局}
            workgroup: {members: [县发改局, 各责任单位]}
        """,
        "RES008",
    )


def test_an_unknown_unit_is_left_to_its_own_rule(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县发政局}
            workgroup: {members: [县发改局]}
        """,
        "RES008",
    )
