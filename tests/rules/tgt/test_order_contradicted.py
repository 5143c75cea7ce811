"""TGT010: the order that words demand is the order of the figures."""

from __future__ import annotations

import pytest

from planspec.source.diagnostic import Confidence, Severity
from planspec.source.span import Span

from ..conftest import Lint

CODE = "TGT010"


def test_a_figure_below_the_one_it_is_to_exceed_is_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        goals:
          - targets:
              地区生产总值: 增长7%
              居民收入增速: 高于经济增速
        #             ^^^^^^ order-contradicted
          - targets:
              居民人均可支配收入: 增长6.5%
        """,
        CODE,
    )
    assert (found.severity, found.confidence) == (Severity.WARNING, Confidence.HIGH)
    assert (
        "“居民收入增速”“高于经济增速”，但方案中“居民收入增速”为“增长6.5%”，“地区生产总值”为“增长7%”"
        in found.message.zh
    )
    assert [related.span for related in found.related] == [Span(10, 18, 10, 24), Span(7, 15, 7, 19)]


def test_equal_rates_are_not_higher(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets: {地区生产总值: 增长7%, 城镇居民收入: 增长7%, 农村居民收入: 增长7%}
        actions:
          - action: 区域共进行动
            goals:
              - targets: {农村居民收入增速: 高于全县GDP增速和城镇居民人均可支配收入增速}
        #                           ^^^^^^^^^^^^^^^^^^^^^^^ order-contradicted
        #                           ^^^^^^^^^^^^^^^^^^^^^^^ order-contradicted
        """,
        CODE,
    )


def test_a_margin_counts(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 区域共进行动
            tasks:
              - title: 乡村振兴
                targets:
                  农村居民收入: 增长7%
                  脱贫人口收入: [增长8%, 高于当年农村居民收入增速2个百分点]
        #                        ^^^^^^^^^^^^^^^^^ order-contradicted
        """,
        CODE,
    )


def test_a_floor_below_the_other_figure_is_marked_with_less_confidence(lint: Lint) -> None:
    text = """
        goals:
          - targets: {地区生产总值: 增长7%, 居民收入: [增长6%以上, 与经济增长同步]}
        """
    (found,) = lint(text, CODE)
    assert found.confidence is Confidence.MEDIUM


def test_two_demands_that_are_opposite_are_marked(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets: {农村居民收入增速: 高于城镇居民收入增速}
        actions:
          - action: 区域共进行动
            goals:
              - targets: {城镇居民收入增速: 高于农村居民收入增速}
        #                           ^^^^^^^^^^ order-contradicted
        """,
        CODE,
    )


def test_the_customary_order_is_a_hint(marked: Lint) -> None:
    (found,) = marked(
        """
        goals:
          - targets:
              地区生产总值: 增长6%
              城镇居民人均可支配收入: 增长8%
              农村居民人均可支配收入: 增长7%
        #                  ^^^^ order-contradicted
        """,
        CODE,
    )
    assert found.severity is Severity.INFO
    assert "低于“城镇居民人均可支配收入”的“增长8%”" in found.message.zh


@pytest.mark.parametrize(
    "targets",
    [
        "地区生产总值: 增长7%, 居民收入: [增长7.5%, 高于经济增速]",
        "地区生产总值: 增长7%左右, 居民收入: [增长7%左右, 高于经济增速]",
        "地区生产总值: 增长7%以上, 居民收入: [增长7%以上, 高于经济增速]",
        "地区生产总值: 增长6%, 居民收入: [增长6%以上, 高于经济增速]",
        "地区生产总值: 增长7%, 居民收入: [增长6.8%, 与经济增长基本同步]",
        "地区生产总值: 增长7%, 居民收入: [增长9%, 与经济增长同步]",
        "居民收入增速: 高于经济增速",
        "地区生产总值: 增长7%, 进出口总额: [增长5%, 不低于全省平均水平]",
        "地区生产总值: 增长7%, 农村居民收入: [增长7%, 高于全省农村居民收入增速]",
        "地区生产总值: 达到200亿元, 居民收入: [增长6%, 高于经济增速]",
    ],
)
def test_what_fits_or_cannot_be_told_is_quiet(lint: Lint, targets: str) -> None:
    found = lint(f"goals:\n  - targets: {{{targets}}}\n", CODE)
    assert [one for one in found if one.severity is not Severity.INFO] == []


def test_figures_of_another_scope_or_date_are_quiet(lint: Lint) -> None:
    text = """
        goals:
          - targets:
              地区生产总值: 增长7%
              居民收入: {value: 高于经济增速, scope: 库区移民}
          - targets: {居民收入: {value: 增长5%, by: 2024-06-30}}
          - targets: {居民收入增速: 高于经济增速}
        """
    assert lint(text, CODE) == []


def test_different_copies_of_a_figure_are_another_matter(lint: Lint) -> None:
    text = """
        goals:
          - targets: {地区生产总值: 增长7%, 居民收入增速: 高于经济增速}
          - targets: {居民收入: 增长6%}
          - targets: {居民收入: 增长8%}
        """
    assert [one for one in lint(text, CODE) if one.severity is Severity.WARNING] == []
