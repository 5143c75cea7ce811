"""RES013: the table names the same units as the text."""

from __future__ import annotations

from planspec.source.diagnostic import Confidence, Severity

from ..conftest import Lint


def test_a_row_without_the_tasks_lead_is_reported(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {id: circular, title: 循环经济, lead: 县科工局, support: 县财政局}
            breakdown:
              - {title: 做强循环经济, restates: circular, units: [县发改局, 县财政局]}
        #                                           ^^^^^ row-units-differ
        """,
        "RES013",
    )
    assert (found.severity, found.confidence) == (Severity.WARNING, Confidence.HIGH)
    assert "没有正文中的牵头单位县科工局" in found.message.zh
    (text,) = found.related
    assert (text.span.start_line, text.span.start_column) == (8, 37)


def test_another_lead_in_the_row_is_reported(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局, support: 县发改局}
            breakdown:
              - {title: 循环经济, lead: 县发改局, support: 县科工局}
        #                     ^^^^ row-units-differ
        """,
        "RES013",
    )
    assert "在责任分解表中由县发改局牵头，在正文中由县科工局牵头" in found.message.zh


def test_what_the_row_adds_and_leaves_out_is_told(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局, support: [县财政局, 县林业局]}
            breakdown:
              - {title: 循环经济, units: [县科工局, 县财政局, 县水利局]}
        #                     ^^^^^ row-units-differ
        """,
        "RES013",
    )
    assert "表中多县水利局，少县林业局" in found.message.zh
    assert found.confidence is Confidence.MEDIUM


def test_what_only_is_left_out_is_a_hint(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局, support: [县财政局, 县林业局]}
            breakdown:
              - {title: 循环经济, units: [县科工局, 县财政局]}
        #                     ^^^^^ row-units-differ
        """,
        "RES013",
    )
    assert found.severity is Severity.INFO
    assert "比正文少列了县林业局" in found.message.zh


def test_units_of_the_section_count_for_the_task(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            sections:
              - heading: 做强优势产业
                lead: 县科工局
                tasks:
                  - title: 循环经济
            breakdown:
              - {title: 循环经济, units: 县发改局}
        #                     ^^^^^ row-units-differ
        """,
        "RES013",
    )
    (text,) = found.related
    assert text.span.start_line == 9


def test_the_same_units_in_another_order_or_spelling_agree(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局, support: [县市场监管局, 县财政局]}
            breakdown:
              - {title: 循环经济, units: [县财政局, 县市场监督管理局, 县科工局]}
        """,
        "RES013",
    )


def test_an_open_list_may_be_exceeded(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局, support: 县财政局, open: true}
              - {title: 装备制造, lead: 县科工局, support: 县财政局}
            breakdown:
              - {title: 循环经济, units: [县科工局, 县财政局, 县林业局]}
              - {title: 装备制造, units: 县科工局, open: true}
        """,
        "RES013",
    )


def test_a_collective_name_takes_in_others(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 安全守底行动
            tasks:
              - {title: 隐患排查, lead: 县应急管理局, support: 各有关部门}
            breakdown:
              - {title: 隐患排查, units: [县应急管理局, 县住建局]}
        """,
        "RES013",
    )


def test_an_unknown_name_may_be_any_unit(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 绿色矿业, lead: 自然资源和规化, support: 县林业局}
            breakdown:
              - {title: 绿色矿业, units: [县自然资源局, 县林业局]}
        """,
        "RES013",
    )


def test_a_park_by_a_clipped_name_is_the_same(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 资源再生, lead: 邵经开区, support: 县科工局}
            breakdown:
              - {title: 资源再生, units: [新邵经开区, 县科工局]}
        """,
        "RES013",
    )


def test_several_rows_share_the_units_of_one_task(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {id: circular, title: 循环经济, lead: 县科工局, support: 县林业局}
            breakdown:
              - {title: 资源再生, restates: circular, units: 县科工局}
              - {title: 绿色矿业, restates: circular, units: 县林业局}
        """,
        "RES013",
    )


def test_a_row_that_restates_a_task_with_parts_may_name_their_units(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 循环经济
                tasks:
                  - {title: 资源再生, lead: 新邵经开区, support: 县科工局}
                  - {title: 绿色矿业, lead: 县自然资源局}
            breakdown:
              - {title: 循环经济, units: [新邵经开区, 县科工局, 县自然资源局]}
        """,
        "RES013",
    )


def test_a_title_that_two_tasks_share_decides_nothing(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局}
              - {title: 循环经济, lead: 县发改局}
            breakdown:
              - {title: 循环经济, units: 县财政局}
              - {title: 装备制造, units: 县财政局}
        """,
        "RES013",
    )
