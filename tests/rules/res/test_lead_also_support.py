"""RES005: nobody supports itself."""

from __future__ import annotations

from ..conftest import Lint


def test_a_lead_among_the_supporters_is_reported_there(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 循环经济
                lead: 县科工局
                support: [县发改局, 县科工局]
        #                       ^^^^ lead-also-support
        """,
        "RES005",
    )
    (lead,) = found.related
    assert (lead.span.start_line, lead.span.start_column) == (9, 15)


def test_another_spelling_is_the_same_unit(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 循环经济
                lead: 县发改局
                support: 县发展和改革局
        #                ^^^^^^^ lead-also-support
        """,
        "RES005",
    )
    assert "“县发展和改革局”" in found.message.zh


def test_each_of_several_leads_is_looked_at(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            sections:
              - heading: 做强优势产业
                lead: [县科工局, 县发改局]
                support: [县发改局, 县财政局, 县科工局]
        #                 ^^^^        ^^^^ lead-also-support
        """,
        "RES005",
    )


def test_a_lead_from_the_section_is_a_lead(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            sections:
              - heading: 做强优势产业
                lead: 县科工局
                tasks:
                  - title: 循环经济
                    support: [县发改局, 县科工局]
        #                           ^^^^ lead-also-support
        """,
        "RES005",
    )


def test_a_row_is_looked_at(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            breakdown:
              - {title: 循环经济, lead: 县科工局, support: 县科工局}
        #                                          ^^^^ lead-also-support
        """,
        "RES005",
    )


def test_a_lead_elsewhere_may_support_here(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局, support: 县发改局}
              - {title: 装备制造, lead: 县发改局, support: 县科工局}
        """,
        "RES005",
    )


def test_a_task_that_leads_itself_does_not_inherit_the_lead(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            sections:
              - heading: 做强优势产业
                lead: 县科工局
                tasks:
                  - {title: 循环经济, lead: 县发改局, support: 县科工局}
        """,
        "RES005",
    )


def test_units_without_a_lead_are_no_fault_here(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, units: [县科工局, 县发改局]}
              - {title: 装备制造, support: 县科工局}
        """,
        "RES005",
    )
