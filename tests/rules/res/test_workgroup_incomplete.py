"""RES014: a work group needs somebody to preside and somewhere to work."""

from __future__ import annotations

from planspec.source.diagnostic import Severity

from ..conftest import Lint


def test_a_work_group_without_an_office_is_reported(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            workgroup:
        #   ^^^^^^^^^ workgroup-incomplete
              convenor: 常务副县长
              members: [县科工局]
        """,
        "RES014",
    )
    assert "办公室" in found.message.zh


def test_a_work_group_without_a_convenor_is_reported(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            workgroup: {members: [县科工局], office: 县科工局}
        #   ^^^^^^^^^ workgroup-incomplete
        """,
        "RES014",
    )
    assert "召集人" in found.message.zh


def test_both_lacks_are_two_findings(lint: Lint) -> None:
    found = lint(
        """
        actions:
          - action: 产业培塑行动
            workgroup: {members: [县科工局]}
        """,
        "RES014",
    )
    assert [(one.span.start_line, one.span.start_column) for one in found] == [(7, 5), (7, 5)]
    assert len({one.fingerprint for one in found}) == 2


def test_a_leading_group_without_a_head_is_reported(marked: Lint) -> None:
    (found,) = marked(
        """
        actions: []
        organisation:
          leading_group: {name: 县“八大行动”领导小组, office: 县政府办}
        # ^^^^^^^^^^^^^ workgroup-incomplete
        """,
        "RES014",
    )
    assert found.message.zh == "“县‘八大行动’领导小组”未写明组长，无人主持；请写明组长（head）"


def test_a_leading_group_without_an_office_is_a_hint(marked: Lint) -> None:
    (found,) = marked(
        """
        actions: []
        organisation:
          leading_group: {head: 县长}
        # ^^^^^^^^^^^^^ workgroup-incomplete
        """,
        "RES014",
    )
    assert found.severity is Severity.INFO


def test_a_whole_work_group_is_no_fault(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            workgroup: {convenor: 常务副县长, office: 县科工局}
          - action: 创新提升行动
            workgroup: {head: 副县长, office: 县科工局}
        organisation:
          leading_group: {head: 县长, office: 县政府办}
        """,
        "RES014",
    )


def test_what_the_overall_plan_lays_down_counts(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            workgroup: {members: [县科工局]}
        organisation:
          workgroups:
            - {action: 产业培塑行动, convenor: 常务副县长, office: 县科工局}
        """,
        "RES014",
    )


def test_an_action_without_a_work_group_is_not_its_business(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局}
        organisation: {summary: 抓好落实}
        """,
        "RES014",
    )


def test_a_broken_work_group_keeps_it_silent(lint: Lint) -> None:
    found = lint(
        """
        actions:
          - action: 产业培塑行动
            workgroup: {convenor: 常务副县长, ofice: 县科工局}
        """,
        "RES014",
    )
    assert found == []
