"""RES006: names that nobody knows."""

from __future__ import annotations

from planspec.source.diagnostic import Confidence, Severity

from ..conftest import Lint


def test_a_slip_is_reported_with_what_was_meant(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 循环经济
                lead: 县发政局
        #             ^^^^ unknown-unit
        """,
        "RES006",
    )
    assert "是否应为“县发改局”" in found.message.zh
    assert found.confidence is Confidence.MEDIUM


def test_names_that_ran_together_are_parted(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 循环经济
                support: [县财政局, 县科工局县卫健局]
        #                       ^^^^^^^^ unknown-unit
        """,
        "RES006",
    )
    assert "“县科工局、县卫健局”" in found.message.zh
    assert found.confidence is Confidence.HIGH


def test_a_name_like_no_other_is_reported_without_a_guess(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 水利林业}
        #                           ^^^^ unknown-unit
        """,
        "RES006",
    )
    assert "是不是" not in found.message.zh
    assert found.confidence is Confidence.LOW


def test_a_name_is_reported_once_with_its_further_places(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县发政局}
        #                           ^^^^ unknown-unit
              - {title: 装备制造, lead: 县发政局}
              - {title: 电子信息, lead: 县发政局}
        """,
        "RES006",
    )
    assert "的单位（另有2处）" in found.message.zh
    assert [one.span.start_line for one in found.related] == [9, 10]


def test_members_and_office_are_looked_at(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            workgroup:
              members: [县科工局, 县发政局]
        #                     ^^^^ unknown-unit
              office: 县科公局
        #             ^^^^ unknown-unit
        """,
        "RES006",
    )


def test_official_units_of_all_levels_are_known(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 循环经济
                units: [县发改局, 市生态环境局新邵分局, 人民银行邵阳市分行, 国网新邵县供电公司, 县税务局]
        """,
        "RES006",
    )


def test_the_plan_declares_its_own(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 赛双清, support: 双清}
        units:
          赛双清: {role: enterprise, aliases: [双清]}
        """,
        "RES006",
    )


def test_groups_towns_and_firms_are_no_unknown_names(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 循环经济
                units: [各乡镇, 各有关部门, 雀塘镇, 县人民医院, 新邵经开区]
        """,
        "RES006",
    )


def test_posts_of_a_work_group_are_not_units(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            workgroup: {convenor: 总工程师李某, members: [县科工局]}
        """,
        "RES006",
    )


def test_units_in_one_name_are_to_be_listed(lint: Lint) -> None:
    (found,) = lint("tasks: [{title: 养老托育, lead: 县民政局、县卫健局}]\n", "RES006")
    assert "请写成列表，每项一个单位：[县民政局, 县卫健局]" in found.message.zh
    assert found.severity is Severity.WARNING


def test_a_whole_name_like_no_other_is_a_hint(lint: Lint) -> None:
    (found,) = lint("tasks: [{title: 医联体, lead: 申康医院发展中心}]\n", "RES006")
    assert found.severity is Severity.INFO
