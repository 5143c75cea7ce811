"""STR004: a counted name has one number."""

from __future__ import annotations

from planspec.source.diagnostic import Confidence
from planspec.source.span import Span

from ..conftest import Lint

CODE = "STR004"


def test_second_number_is_marked_within_the_text(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 围绕九大产业链方向招商}
              - {title: 聚焦全市七大产业链重点领域}
        #                   ^^^^^ counts-differ
        """,
        CODE,
    )
    assert "“七大产业链”" in found.message.zh and "“九大产业链”" in found.message.zh
    assert [related.span for related in found.related] == [Span(8, 19, 8, 24)]
    assert found.confidence is Confidence.MEDIUM


def test_headings_targets_deliverables_and_projects_are_read(marked: Lint) -> None:
    marked(
        """
        goals:
          - heading: 十大技术攻关项目加快实施
        actions:
          - action: 创新提升行动
            tasks:
              - title: 攻关
                deliverables: [实施“八大技术攻关项目”]
        #                         ^^^^^^^^ counts-differ
                projects: [九大技术攻关项目]
        #                  ^^^^^^^^ counts-differ
                targets: {六大技术攻关项目: 完成率100%}
        #                 ^^^^^^^^ counts-differ
        """,
        CODE,
    )


def test_fewer_livelihood_items_than_announced_are_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 民生可感行动
            sections:
              - heading: 办好市级四大重点民生实事
        #                    ^^^^^^^^ counts-differ
                tasks: [{title: 甲}, {title: 乙}, {title: 丙}]
        """,
        CODE,
    )
    assert "下面列了3项" in found.message.zh


def test_children_called_like_the_noun_are_counted(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 创新提升行动
            sections:
              - heading: 实施三大科创工程
        #                  ^^^^^^ counts-differ
                tasks: [{title: 创新攻关工程}, {title: 平台提升工程}]
        """,
        CODE,
    )


def test_one_number_in_two_notations_is_quiet(lint: Lint) -> None:
    text = """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 围绕九大产业链方向招商}
              - {title: 聚焦9大产业链}
        """
    assert lint(text, CODE) == []


def test_levels_tell_names_apart(lint: Lint) -> None:
    text = """
        actions:
          - action: 民生可感行动
            sections:
              - {heading: 办好省定十大重点民生实事, tasks: [{title: 甲}]}
              - {heading: 办好市定九大重点民生实事}
        """
    found = lint(text, CODE)
    assert ["十大" in one.message.zh for one in found] == [True]
    assert "下面列了1项" in found[0].message.zh


def test_the_tier_of_a_section_tells_names_apart(lint: Lint) -> None:
    text = """
        actions:
          - action: 民生可感行动
            sections:
              - {heading: 十大重点民生实事, tier: 省定}
              - {heading: 九大重点民生实事, tier: 市定}
        """
    assert lint(text, CODE) == []


def test_common_names_are_quiet(lint: Lint) -> None:
    text = """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 实施三大行动}
              - {title: 实施五大提升行动}
              - {title: 实施六大提升行动}
              - {title: 加快发展三大重点产业}
              - {title: 持续培育两大重点产业}
        """
    assert lint(text, CODE) == []


def test_children_that_may_be_something_else_are_not_counted(lint: Lint) -> None:
    text = """
        actions:
          - action: 产业培塑行动
            sections:
              - {heading: 加快发展三大优势产业, tasks: [{title: 延链}, {title: 补链}]}
              - {heading: 办好两大民生实事, tasks: [{title: 甲}, {title: 乙}]}
        """
    assert lint(text, CODE) == []


def test_items_in_groups_are_counted_by_either_level(lint: Lint) -> None:
    text = """
        actions:
          - action: 民生可感行动
            sections:
              - heading: 办好省级四大重点民生实事
                sections:
                  - {heading: 教育, tasks: [{title: 甲}, {title: 乙}]}
                  - {heading: 卫生, tasks: [{title: 丙}, {title: 丁}]}
              - heading: 办好市级两大重点民生实事
                sections:
                  - {heading: 教育, tasks: [{title: 甲}, {title: 乙}]}
                  - {heading: 卫生, tasks: [{title: 丙}, {title: 丁}]}
        """
    assert lint(text, CODE) == []


def test_amounts_are_no_names(lint: Lint) -> None:
    text = """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 新建3条产业道路, deliverables: [新建5条产业道路, 建成两项工程]}
        """
    assert lint(text, CODE) == []


def test_a_tier_narrows_livelihood_items_down_and_nothing_else(lint: Lint) -> None:
    text = """
        actions:
          - action: 民生可感行动
            tasks:
              - {title: 实现省十大重点民生实事可感可及, tier: 省定, deliverables: [培育三大特色产业链]}
              - {title: 办好九大重点民生实事, tier: 市定, deliverables: [做强五大特色产业链]}
              - {title: 强化保障, deliverables: [办好省定八大重点民生实事]}
        """
    assert [one.subject for one in lint(text, CODE)] == [
        "五大特色产业链≠三大特色产业链",
        "八大重点民生实事≠十大重点民生实事",
    ]


def test_the_one_that_differs_from_most_is_marked_even_if_it_comes_first(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 围绕八大产业链方向招商}
        #                 ^^^^^ counts-differ
              - {title: 聚焦九大产业链重点领域}
              - {title: 壮大九大产业链}
        """,
        CODE,
    )
    assert "这里写“八大产业链”，别处写“九大产业链”" in found.message.zh


def test_a_heading_that_differs_from_its_items_and_from_the_text_is_told_once(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 民生保障行动
            sections:
              - heading: 办好三大民生实事
        #                  ^^^^^^ counts-differ
                tasks: [{title: 甲}, {title: 乙}]
            tasks:
              - {title: 推进两大民生实事}
              - {title: 完成两大民生实事}
        """,
        CODE,
    )
