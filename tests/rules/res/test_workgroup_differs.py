"""RES018: the annex keeps to what the overall plan lays down."""

from __future__ import annotations

from planspec.source.diagnostic import Confidence

from ..conftest import Lint


def test_another_office_is_reported(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            workgroup: {convenor: 常务副县长, office: 县发改局}
        #                                        ^^^^ workgroup-differs
        organisation:
          workgroups:
            - {action: 产业培塑行动, office: 县科工局}
        """,
        "RES018",
    )
    assert "办公室，这里写的是“县发改局”，总体方案规定的是“县科工局”" in found.message.zh
    assert [one.span.start_line for one in found.related] == [10]


def test_another_convenor_is_reported(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            workgroup: {convenor: 常务副县长, office: 县发改局}
        #                         ^^^^^ workgroup-differs
        organisation:
          workgroups:
            - {action: 产业培塑行动, convenor: 县政府办主任}
        """,
        "RES018",
    )
    assert "召集人" in found.message.zh


def test_another_deputy_is_reported(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            workgroup: {deputies: [县发改局, 县科工局]}
        #               ^^^^^^^^ workgroup-differs
        organisation:
          workgroups:
            - {action: 产业培塑行动, deputies: [县发改局, 县财政局]}
        """,
        "RES018",
    )
    assert found.confidence is Confidence.HIGH


def test_the_same_in_other_words_agrees(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            workgroup:
              convenor: 县委常委、常务副县长王某
              deputies: [县发展和改革局, 县科工局主要负责人]
              office: 县发展和改革局
        organisation:
          workgroups:
            - {action: 产业培塑行动, convenor: 常务副县长, deputies: [县科工局, 县发改局], office: 县发改局}
        """,
        "RES018",
    )


def test_a_post_by_its_duty_decides_nothing(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            workgroup: {convenor: 常务副县长, deputies: [县科工局]}
        organisation:
          workgroups:
            - {action: 产业培塑行动, convenor: 分管副县长, deputies: [县政府办协管副主任, 牵头部门主要负责人]}
        """,
        "RES018",
    )


def test_what_only_one_place_states_is_no_fault(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            workgroup: {convenor: 常务副县长, members: [县科工局]}
          - action: 创新提升行动
            workgroup: {convenor: 副县长, office: 县科工局}
        organisation:
          workgroups:
            - {action: 产业培塑行动, office: 县科工局}
        """,
        "RES018",
    )
