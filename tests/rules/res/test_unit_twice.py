"""RES004: a unit twice in one list."""

from __future__ import annotations

from planspec.source.diagnostic import Confidence

from ..conftest import Lint


def test_the_second_mention_in_a_list_is_reported(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 循环经济
                lead: 县科工局
                support: [县发改局, 县财政局, 县发改局]
        #                             ^^^^ unit-twice
        """,
        "RES004",
    )
    (first,) = found.related
    assert (first.span.start_line, first.span.start_column) == (10, 19)


def test_each_further_mention_is_reported(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 循环经济
                units: [县发改局, 县发改局, 县财政局, 县发改局]
        #                     ^^^^        ^^^^ unit-twice
        """,
        "RES004",
    )


def test_two_spellings_of_one_unit_count_as_twice(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 循环经济
                support: [县市场监管局, 县财政局, 县市场监督管理局]
        #                               ^^^^^^^^ unit-twice
        """,
        "RES004",
    )
    assert found.confidence is Confidence.MEDIUM
    assert "“县市场监管局”" in found.message.zh


def test_a_unit_among_units_and_supporters_is_reported(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 循环经济
                units: [县科工局, 县发改局]
                support: [县财政局, 县发改局]
        #                       ^^^^ unit-twice
        """,
        "RES004",
    )


def test_members_of_a_work_group_are_looked_at(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            workgroup:
              members: [县城管局, 县妇联, 县城管局]
        #                          ^^^^ unit-twice
        """,
        "RES004",
    )


def test_rows_are_looked_at(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            breakdown:
              - title: 循环经济
                units:
                  - 县科工局
                  - 县发改局
                  - 县科工局
        #           ^^^^ unit-twice
        """,
        "RES004",
    )


def test_the_fix_of_a_draft_deletes_the_repetition(lint: Lint) -> None:
    text = (
        'planspec: 1\ntitle: 示例\njurisdiction: "430522"\nyear: 2024\nactions:\n'
        "  - action: 甲行动\n    tasks:\n"
        "      - {title: 乙任务, lead: 县科工局, support: [县发改局, 县财政局, 县发改局]}\n"
    )
    (found,) = lint(text, "RES004")
    assert found.fix is not None and not found.fix.safe
    (edit,) = found.fix.edits
    row = text.splitlines()[edit.span.start_line - 1]
    mended = row[: edit.span.start_column - 1] + edit.text + row[edit.span.end_column - 1 :]
    assert mended == "      - {title: 乙任务, lead: 县科工局, support: [县发改局, 县财政局]}"
    assert lint(text.replace(row, mended), "RES004") == []


def test_an_issued_plan_gets_no_fix(lint: Lint) -> None:
    (found,) = lint(
        """
        planspec: 1
        title: 示例
        jurisdiction: "430522"
        year: 2024
        status: issued
        actions:
          - action: 甲行动
            tasks:
              - {title: 乙任务, units: [县发改局, 县发改局]}
        """,
        "RES004",
    )
    assert found.fix is None


def test_a_unit_once_in_each_of_two_tasks_is_no_fault(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局, support: 县发改局}
              - {title: 装备制造, lead: 县发改局, support: 县科工局}
        """,
        "RES004",
    )


def test_the_units_of_the_section_are_not_counted_again(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            sections:
              - heading: 做强优势产业
                units: [县科工局, 县发改局]
                tasks:
                  - {title: 循环经济, units: [县科工局, 县财政局]}
        """,
        "RES004",
    )


def test_lead_and_support_are_the_business_of_another_rule(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局, support: 县科工局}
        """,
        "RES004",
    )


def test_bodies_of_the_same_field_are_different_units(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 循环经济
                units: [县水利局, 县河长办, 县委组织部, 县委人才办, 县公安局, 县公安局交警大队]
        """,
        "RES004",
    )
