"""RES007: one unit, two names."""

from __future__ import annotations

from planspec.source.diagnostic import Confidence, Severity

from ..conftest import Lint


def test_the_rarer_name_is_reported_at_its_first_place(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县市场监管局}
              - {title: 装备制造, lead: 县市场监督管理局}
        #                           ^^^^^^^^ unit-under-two-names
              - {title: 电子信息, lead: 县市场监管局}
              - {title: 现代农业, lead: 县市场监督管理局}
              - {title: 文旅康养, lead: 县市场监管局}
        """,
        "RES007",
    )
    assert "全文3处写作“县市场监管局”、2处写作“县市场监督管理局”" in found.message.zh
    assert [one.span.start_line for one in found.related] == [8]


def test_between_equals_the_usual_short_name_is_right(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县发展和改革局}
        #                           ^^^^^^^ unit-under-two-names
              - {title: 装备制造, lead: 县发改局}
        """,
        "RES007",
    )


def test_a_blank_in_a_name_is_reported_by_itself(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局, support: [县商务局, 县财 政局]}
        #                                                 ^^^^^ unit-under-two-names
        """,
        "RES007",
    )
    assert found.confidence is Confidence.HIGH
    assert "应为“县财政局”" in found.message.zh


def test_each_deviating_name_is_one_finding(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, units: [县市场监管局, 县卫健局]}
              - {title: 装备制造, units: [县市场监管局, 县卫健局]}
              - {title: 电子信息, units: [县市监局, 县卫生健康局]}
        #                             ^^^^  ^^^^^^ unit-under-two-names
            workgroup:
              members: [县市场监督管理局, 县卫健局]
        #               ^^^^^^^^ unit-under-two-names
        """,
        "RES007",
    )


def test_a_name_without_its_place_is_a_hint(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县林业局}
              - {title: 装备制造, units: [县商务局, 林业局]}
        #                                   ^^^ unit-under-two-names
        """,
        "RES007",
    )
    assert (found.severity, found.confidence) == (Severity.INFO, Confidence.LOW)


def test_the_fix_rewrites_every_mention(lint: Lint) -> None:
    (found,) = lint(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, units: [县市场监管局, 县财政局]}
              - {title: 装备制造, units: [县市场监管局, 县财政局]}
              - {title: 电子信息, units: [县市场监管局, 县市监局]}
              - {title: 现代农业, units: [县市监局, 县财政局]}
        """,
        "RES007",
    )
    assert found.fix is not None and found.fix.safe
    assert [(edit.span.start_line, edit.text) for edit in found.fix.edits] == [
        (10, "县市场监管局"),
        (11, "县市场监管局"),
    ]


def test_a_second_name_in_brackets_is_no_fault(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县住建局}
              - {title: 装备制造, lead: 县住建局(县人防办)}
              - {title: 电子信息, lead: 县住建局（县人防办）}
        """,
        "RES007",
    )


def test_different_bodies_of_one_field_have_their_own_names(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 循环经济
                units: [县公安局, 县公安局交警大队, 县委组织部, 县委人才办, 县安委办, 县消安办]
        """,
        "RES007",
    )


def test_ways_to_call_all_towns_are_no_fault(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, units: [县科工局, 各乡镇]}
              - {title: 装备制造, units: [县科工局, 各乡镇人民政府]}
        """,
        "RES007",
    )


def test_another_places_level_word_is_left_to_its_own_rule(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县财政局}
              - {title: 装备制造, lead: 区财政局}
        """,
        "RES007",
    )
