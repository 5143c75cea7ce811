"""RES009: who supports belongs to the work group."""

from __future__ import annotations

from planspec.source.diagnostic import Confidence, Severity

from ..conftest import Lint


def test_a_supporter_that_no_list_names_is_reported(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局, support: [县财政局, 县林业局]}
        #                                                 ^^^^ support-not-member
              - {title: 绿色矿业, lead: 县科工局, support: 县林业局}
            workgroup: {members: [县科工局, 县财政局]}
        """,
        "RES009",
    )
    assert (found.severity, found.confidence) == (Severity.WARNING, Confidence.MEDIUM)
    assert "（共2项）" in found.message.zh


def test_each_unit_is_reported_once(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局, support: [县妇联, 县林业局]}
        #                                           ^^^  ^^^^ support-not-member
              - {title: 绿色矿业, lead: 县科工局, support: [县林业局, 县妇联]}
            workgroup: {members: [县科工局]}
        """,
        "RES009",
    )


def test_units_without_a_lead_share_the_task(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, units: [县科工局, 县林业局]}
        #                                   ^^^^ support-not-member
            workgroup: {members: [县科工局]}
        """,
        "RES009",
    )


def test_an_open_list_makes_it_a_hint(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局, support: 县林业局}
        #                                          ^^^^ support-not-member
            workgroup: {members: [县科工局], open: true}
        """,
        "RES009",
    )
    assert (found.severity, found.confidence) == (Severity.INFO, Confidence.LOW)


def test_a_firm_is_a_hint_and_nothing_beside_an_open_list(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局, support: [赛双清集团公司]}
        #                                           ^^^^^^^ support-not-member
            workgroup: {members: [县科工局]}
          - action: 创新提升行动
            tasks:
              - {title: 创新平台, lead: 县科工局, support: [赛双清集团公司]}
            workgroup: {members: [县科工局], open: true}
        """,
        "RES009",
    )
    assert found.severity is Severity.INFO


def test_a_unit_that_leads_elsewhere_is_told_by_the_other_rule(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局, support: 县林业局}
              - {title: 特色竹业, lead: 县林业局}
            workgroup: {members: [县科工局]}
        """,
        "RES009",
    )


def test_members_by_another_name_or_office_are_no_fault(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局, support: [县市场监督管理局, 县发改局, 市生态环境局新邵分局]}
            workgroup:
              members: [县科工局, 县市场监管局, 市生态环境局新邵分局]
              office: 县发改局
        """,
        "RES009",
    )


def test_the_list_of_the_overall_plan_counts_too(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局, support: 县林业局}
            workgroup: {members: [县科工局]}
        organisation:
          workgroups:
            - {action: 产业培塑行动, members: [县科工局, 县林业局]}
        """,
        "RES009",
    )


def test_groups_and_towns_are_not_expected(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局, support: [各乡镇, 各有关部门, 雀塘镇人民政府]}
            workgroup: {members: [县科工局]}
        """,
        "RES009",
    )


def test_a_firm_beside_an_open_list_is_not_expected(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局, support: 新邵经开区}
              - {title: 装备制造, lead: 县科工局, support: 新邵经开区}
            workgroup: {members: [县科工局], open: true}
        """,
        "RES009",
    )


def test_a_firm_with_three_tasks_is_expected_even_there(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局, support: 新邵经开区}
        #                                          ^^^^^ support-not-member
              - {title: 装备制造, lead: 县科工局, support: 新邵经开区}
              - {title: 电子信息, lead: 县科工局, support: 新邵经开区}
            workgroup: {members: [县科工局], open: true}
        """,
        "RES009",
    )
    assert (found.severity, found.confidence) == (Severity.INFO, Confidence.LOW)
    assert "（共3项）" in found.message.zh


def test_a_firm_is_expected_where_the_open_list_names_others(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局, support: 某某大桥公司}
        #                                          ^^^^^^ support-not-member
            workgroup: {members: [县科工局, 某某水务公司], open: true}
        units:
          某某大桥公司: {role: enterprise}
          某某水务公司: {role: enterprise}
        """,
        "RES009",
    )
    assert (found.severity, found.confidence) == (Severity.INFO, Confidence.LOW)


def test_a_member_whose_name_is_a_slip_may_be_the_one(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县发改局, support: [县科工局, 县林业局]}
        #                                                 ^^^^ support-not-member
            workgroup: {members: [县发改局, 县科技局和工业信息化局]}
        """,
        "RES009",
    )
