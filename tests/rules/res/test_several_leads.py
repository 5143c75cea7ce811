"""RES003: who of several leads comes first."""

from __future__ import annotations

from planspec.source.diagnostic import Confidence, Severity

from ..conftest import Lint


def test_two_leads_are_a_hint_where_asked_for(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 激发需求行动
            tasks:
              - title: 提振消费
                lead: [县商务局, 县发改局]
        #       ^^^^ several-leads
        """,
        "RES003",
        min_leads=2,
    )
    assert (found.severity, found.confidence) == (Severity.INFO, Confidence.LOW)
    assert "由县商务局、县发改局共同牵头，未明确以谁为主" in found.message.zh
    assert "led by 县商务局, 县发改局 together" in found.message.en


def test_two_joint_leads_are_usual(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 激发需求行动
            tasks:
              - title: 提振消费
                lead: [县商务局, 县发改局]
        """,
        "RES003",
    )


def test_three_leads_are_reported(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 激发需求行动
            sections:
              - heading: 提振消费
                lead: [县商务局, 县发改局, 县财政局]
        #       ^^^^ several-leads
        """,
        "RES003",
    )
    assert (found.severity, found.confidence) == (Severity.INFO, Confidence.MEDIUM)


def test_leads_who_lead_separately_are_a_warning(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 安全守底行动
            tasks:
              - title: 全员安全责任制
                lead: [县应急管理局, 县人社局]
        #       ^^^^ several-leads
                note: 分别牵头
        """,
        "RES003",
    )
    assert found.severity is Severity.WARNING
    assert "分别牵头" in found.message.zh


def test_a_row_of_the_table_is_looked_at_too(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 激发需求行动
            breakdown:
              - {title: 提振消费, lead: [县商务局, 县发改局, 县财政局]}
        #                     ^^^^ several-leads
        """,
        "RES003",
    )


def test_a_principal_lead_settles_it(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 激发需求行动
            tasks:
              - title: 提振消费
                lead: [县商务局, 县发改局, 县财政局]
                first_lead: 县商务局
        """,
        "RES003",
    )


def test_one_lead_is_no_fault(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 激发需求行动
            tasks:
              - {title: 提振消费, lead: 县商务局, support: [县发改局, 县财政局]}
              - {title: 扩大投资, lead: [县发改局]}
        """,
        "RES003",
    )


def test_one_lead_under_two_names_is_one(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 激发需求行动
            tasks:
              - {title: 扩大投资, lead: [县发改局, 县发展和改革局]}
        """,
        "RES003",
    )


def test_a_row_that_repeats_its_task_is_not_told_again(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 激发需求行动
            tasks:
              - title: 提振消费
                lead: [县商务局, 县发改局, 县财政局]
        #       ^^^^ several-leads
              - title: 扩大投资
                lead: 县发改局
            breakdown:
              - {title: 提振消费, lead: [县发改局, 县商务局, 县财政局]}
              - {title: 扩大投资, lead: [县发改局, 县商务局, 县财政局]}
        #                     ^^^^ several-leads
        """,
        "RES003",
    )


def test_a_plan_that_always_writes_so_has_one_finding(lint: Lint) -> None:
    line = "              - {{title: 任务{}, lead: [县商务局, 县发改局, 县文旅广体局]}}\n"
    head = "\n        actions:\n          - action: 激发需求行动\n            tasks:\n"
    (found,) = lint(head + "".join(map(line.format, range(8))), "RES003")
    assert (found.span.start_line, found.span.start_column) == (2, 8)
    assert "方案有8项任务由3家以上单位共同牵头" in found.message.zh
    assert len(lint(head + "".join(map(line.format, range(7))), "RES003")) == 7
