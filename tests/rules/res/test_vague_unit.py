"""RES012: names that name nobody."""

from __future__ import annotations

from planspec.source.diagnostic import Severity

from ..conftest import Lint


def test_a_vague_lead_is_a_warning(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 安全守底行动
            tasks:
              - {title: 隐患排查, lead: 各有关部门, support: 县应急管理局}
        #                           ^^^^^ vague-unit
        """,
        "RES012",
    )
    assert found.severity is Severity.WARNING
    assert "等于无人牵头" in found.message.zh


def test_a_task_with_nobody_but_vague_units_is_a_warning(marked: Lint) -> None:
    found = marked(
        """
        actions:
          - action: 安全守底行动
            tasks:
              - {title: 隐患排查, units: [各有关部门, 各乡镇]}
        #                             ^^^^^ vague-unit
              - {title: 打非治违, units: 各成员单位}
        #                            ^^^^^ vague-unit
        """,
        "RES012",
    )
    assert [one.severity for one in found] == [Severity.WARNING, Severity.WARNING]


def test_a_vague_supporter_is_a_hint_once_an_action(marked: Lint) -> None:
    found = marked(
        """
        actions:
          - action: 安全守底行动
            tasks:
              - {title: 隐患排查, lead: 县应急管理局, support: [县住建局, 各行业主管部门]}
        #                                                   ^^^^^^^ vague-unit
              - {title: 打非治违, lead: 县应急管理局, support: 各行业主管部门}
          - action: 民生可感行动
            tasks:
              - {title: 稳岗就业, lead: 县人社局, support: 各行业主管部门}
        #                                          ^^^^^^^ vague-unit
        """,
        "RES012",
    )
    assert [one.severity for one in found] == [Severity.INFO, Severity.INFO]
    assert "（本行动共2处）" in found[0].message.zh
    assert [one.span.start_line for one in found[0].related] == [9]


def test_a_vague_unit_beside_named_ones_is_a_hint(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 安全守底行动
            tasks:
              - {title: 隐患排查, units: [县应急管理局, 相关部门]}
        #                                     ^^^^ vague-unit
        """,
        "RES012",
    )
    assert found.severity is Severity.INFO


def test_sets_that_anybody_can_list_are_no_fault(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 安全守底行动
            tasks:
              - {title: 隐患排查, lead: 县应急管理局, support: [各乡镇, 各园区]}
              - {title: 打非治违, lead: 各乡镇}
        """,
        "RES012",
    )


def test_named_units_are_no_fault(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 安全守底行动
            sections:
              - heading: 隐患排查
                lead: 县应急管理局
                support: [县住建局, 市生态环境局新邵分局]
        """,
        "RES012",
    )


def test_all_members_may_support_a_lead(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 安全守底行动
            tasks:
              - {title: 隐患排查, lead: 县安委办, support: 各成员单位}
        """,
        "RES012",
    )


def test_members_of_a_work_group_are_not_judged(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 安全守底行动
            workgroup: {members: [县应急管理局, 各有关部门]}
        """,
        "RES012",
    )


def test_a_section_that_has_a_lead_answers_for_its_tasks(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 安全守底行动
            sections:
              - heading: 防范化解极端天气带来的风险
                lead: 县应急管理局
                tasks:
                  - {title: 监测预警, units: 县减灾委相关成员单位}
        #                                ^^^^^^^^^^ vague-unit
                  - {title: 应急救灾, units: 各成员单位}
        """,
        "RES012",
    )
    assert found.severity is Severity.INFO
    assert "无人牵头" not in found.message.zh
