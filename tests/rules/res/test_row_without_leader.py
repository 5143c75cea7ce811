"""RES015: a row that no leader answers for."""

from __future__ import annotations

from ..conftest import Lint


def test_a_row_that_alone_has_no_leader_is_reported(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            breakdown:
              - {title: 循环经济, units: 县科工局, leader: 王某}
              - {title: 装备制造, units: 县科工局}
        #               ^^^^ row-without-leader
              - {title: 电子信息, units: 县发改局, leader: 李某}
        """,
        "RES015",
    )
    assert "该表3行中已有2行写明" in found.message.zh
    (column,) = found.related
    assert (column.span.start_line, column.span.start_column) == (8, 36)


def test_each_such_row_is_reported(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            breakdown:
              - {title: 循环经济, units: 县科工局, leader: 王某}
              - {title: 装备制造, units: 县科工局}
        #               ^^^^ row-without-leader
              - {title: 电子信息, units: 县发改局, leader: 李某}
              - {no: "4", title: 机械制造, units: 县发改局}
        #                        ^^^^ row-without-leader
        """,
        "RES015",
    )


def test_each_action_has_its_own_table(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            breakdown:
              - {title: 循环经济, units: 县科工局}
              - {title: 装备制造, units: 县科工局}
          - action: 创新提升行动
            breakdown:
              - {title: 创新平台, units: 县科工局, leader: 王某}
              - {title: 技术攻关, units: 县科工局}
        #               ^^^^ row-without-leader
        """,
        "RES015",
    )


def test_a_table_without_the_column_is_no_fault(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            breakdown:
              - {title: 循环经济, units: 县科工局}
              - {title: 装备制造, units: 县科工局}
        """,
        "RES015",
    )


def test_a_full_column_is_no_fault(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            breakdown:
              - {title: 循环经济, units: 县科工局, leader: 王某}
              - {title: 装备制造, units: 县科工局, leader: [王某, 李某]}
        """,
        "RES015",
    )


def test_a_single_name_in_an_empty_column_is_no_column(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            breakdown:
              - {title: 循环经济, units: 县科工局, leader: 王某}
              - {title: 装备制造, units: 县科工局}
              - {title: 电子信息, units: 县科工局}
        """,
        "RES015",
    )
