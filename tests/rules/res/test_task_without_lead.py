"""RES002: units, and none of them leads."""

from __future__ import annotations

from ..conftest import Lint


def test_several_units_without_a_lead_are_reported_at_the_key(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 循环经济
                units: [县科工局, 县发改局, 县财政局]
        #       ^^^^^ task-without-lead
        """,
        "RES002",
    )
    assert "3个责任单位（县科工局、县发改局、县财政局）" in found.message.zh


def test_a_long_list_is_cut_in_the_message(marked: Lint) -> None:
    (found,) = marked(
        """
        tasks:
          - title: 循环经济
            units: [县科工局, 县发改局, 县财政局, 县商务局, 县统计局, 县税务局]
        #   ^^^^^ task-without-lead
        actions: []
        """,
        "RES002",
    )
    assert "6个责任单位（县科工局、县发改局、县财政局、县商务局等）" in found.message.zh
    assert "(县科工局, 县发改局, 县财政局, 县商务局 and 2 more)" in found.message.en


def test_support_without_lead_is_reported(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 循环经济
                support: 县财政局
        #       ^^^^^^^ task-without-lead
        """,
        "RES002",
    )
    assert "只列了配合单位（县财政局）" in found.message.zh


def test_units_of_a_section_are_reported_once_for_all_its_tasks(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            sections:
              - heading: 做强优势产业
                units: [县科工局, 县发改局]
        #       ^^^^^ task-without-lead
                tasks:
                  - title: 循环经济
                  - title: 装备制造
        """,
        "RES002",
    )


def test_a_section_that_is_a_task_by_itself_is_reported(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            sections:
              - heading: 做强优势产业
                units: [县科工局, 县发改局]
        #       ^^^^^ task-without-lead
        """,
        "RES002",
    )


def test_a_unit_that_stands_alone_leads(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, units: 县科工局}
              - {title: 装备制造, units: [县科工局, 县科技和工业信息化局]}
        """,
        "RES002",
    )


def test_one_unit_beside_all_towns_leads(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 安全守底行动
            tasks:
              - {title: 隐患排查, units: [县应急管理局, 各乡镇]}
              - {title: 夏季攻势, units: 各乡镇}
              - {title: 防汛抗旱, units: [各乡镇, 各园区]}
        """,
        "RES002",
    )


def test_a_lead_from_the_section_or_the_action_counts(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            sections:
              - heading: 做强优势产业
                lead: 县科工局
                tasks:
                  - {title: 循环经济, support: 县财政局}
                  - {title: 装备制造, units: [县发改局, 县财政局]}
          - action: 创新提升行动
            lead: 县科工局
            tasks:
              - {title: 创新平台, units: [县发改局, 县财政局]}
        """,
        "RES002",
    )


def test_a_task_whose_parts_have_leads_needs_none(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 循环经济
                units: [县科工局, 县发改局]
                tasks:
                  - {title: 资源再生, lead: 县科工局}
        """,
        "RES002",
    )


def test_a_task_without_any_unit_is_not_its_business(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 循环经济
        """,
        "RES002",
    )


def test_a_lead_in_the_responsibility_table_settles_it(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 科技创新攻坚仗
            tasks:
              - title: 新型工业领域
                units: [县科工局, 县发改局]
              - title: 生命健康领域
                units: [县卫健局, 县科工局]
        #       ^^^^^ task-without-lead
            breakdown:
              - {title: 新型工业领域, lead: 县科工局, support: 县发改局}
              - {title: 生命健康领域, units: [县卫健局, 县科工局]}
        """,
        "RES002",
    )


def test_where_nobody_leads_anything_it_is_one_finding(lint: Lint) -> None:
    line = "              - {{title: 任务{}, units: [县科工局, 县发改局]}}\n"
    head = "\n        actions:\n          - action: 产业培塑行动\n            tasks:\n"
    text = head + "".join(map(line.format, range(6)))
    (found,) = lint(text, "RES002")
    assert (found.span.start_line, found.span.start_column) == (2, 8)
    assert "方案有6处只列责任单位、未明确牵头单位（任务0、任务1、任务2等）" in found.message.zh
    assert len(lint(text + "              - {title: 循环经济, lead: 县科工局}\n", "RES002")) == 6
