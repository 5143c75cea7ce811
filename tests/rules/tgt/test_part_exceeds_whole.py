"""TGT004: a part is not greater than its whole."""

from __future__ import annotations

from planspec.source.diagnostic import Confidence, Severity
from planspec.source.span import Span

from ..conftest import Lint

CODE = "TGT004"


def test_part_of_is_held_to_its_whole(marked: Lint) -> None:
    (found,) = marked(
        """
        goals:
          - targets:
              10亿元以上建设项目: 铺排61个
              50亿级项目: {value: 80个, part_of: 10亿元以上建设项目}
        #                     ^^^ part-exceeds-whole
        """,
        CODE,
    )
    assert (found.severity, found.confidence) == (Severity.ERROR, Confidence.HIGH)
    assert "“80个”" in found.message.zh and "“铺排61个”" in found.message.zh
    assert [related.span for related in found.related] == [Span(7, 19, 7, 24)]


def test_parts_are_held_to_it_once(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets:
              重点项目: {value: 60个, parts: [产业项目, 民生项目]}
              产业项目: {value: 70个, part_of: 重点项目}
        #                   ^^^ part-exceeds-whole
              民生项目: 20个
        """,
        CODE,
    )


def test_units_are_converted(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets:
              实有经营主体: 达到4.27万户
              企业主体: {value: 达到43000户, part_of: 经营主体总量}
        #                   ^^^^^^^^ part-exceeds-whole
        """,
        CODE,
    )


def test_indicators_that_include_each_other_by_definition_are_compared(marked: Lint) -> None:
    (found,) = marked(
        """
        goals:
          - targets:
              固定资产投资: 达到100亿元
              工业投资: 达到120亿元
        #           ^^^^^^^ part-exceeds-whole
        """,
        CODE,
    )
    assert found.confidence is Confidence.MEDIUM


def test_two_floors_are_compared_as_stated(lint: Lint) -> None:
    (found,) = lint(
        """
        goals:
          - targets:
              重点项目: 60个以上
              产业项目: {value: 70个以上, part_of: 重点项目}
        """,
        CODE,
    )
    assert found.confidence is Confidence.MEDIUM


def test_smaller_and_equal_parts_are_quiet(lint: Lint) -> None:
    text = """
        goals:
          - targets:
              重点项目: 60个
              产业项目: {value: 60个, part_of: 重点项目}
              民生项目: {value: 20个, part_of: 重点项目}
              固定资产投资: 达到100亿元
              工业投资: 达到40亿元
        """
    assert lint(text, CODE) == []


def test_an_open_whole_may_hold_any_part(lint: Lint) -> None:
    text = """
        goals:
          - targets:
              重点项目: 60个以上
              产业项目: {value: 70个, part_of: 重点项目}
        """
    assert lint(text, CODE) == []


def test_other_measures_are_quiet(lint: Lint) -> None:
    text = """
        goals:
          - targets:
              固定资产投资: 增长6%
              工业投资: 增长12%
              重点项目: 新增6个
              产业项目: {value: 达到70个, part_of: 重点项目}
        """
    assert lint(text, CODE) == []


def test_a_whole_that_is_nowhere_or_ambiguous_is_quiet(lint: Lint) -> None:
    text = """
        goals:
          - targets:
              产业项目: {value: 70个, part_of: 重点项目}
              民生项目: {value: 70个, part_of: 大项目}
        actions:
          - action: 甲行动
            goals: [{targets: {重点项目: 60个}}]
          - action: 乙行动
            goals: [{targets: {重点项目: 80个}}]
        """
    assert lint(text, CODE) == []


def test_a_bare_part_is_held_against_the_level_of_its_whole_not_its_increment(lint: Lint) -> None:
    text = """
        goals:
          - targets:
              实有经营主体: [达到4.23万户以上, 全年净增2960户]
              企业: {value: 超过0.91万户, part_of: 实有经营主体}
        """
    assert lint(text, CODE) == []
