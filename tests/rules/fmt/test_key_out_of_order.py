"""FMT011: keys in another order than the schema's."""

from __future__ import annotations

from planspec.source.edits import apply

from ..conftest import Lint
from ..marks import whole

CODE = "FMT011"


def test_a_lead_before_the_title_is_told_at_the_title(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {lead: 县科工局, title: 循环经济}
        #                    ^^^^^ key-out-of-order
        """,
        CODE,
    )
    assert "“title”应写在“lead”之前；" in found.message.zh


def test_a_file_is_told_once(marked: Lint) -> None:
    (found,) = marked(
        """
        goals:
          - targets: {甲: 增长7%}
            heading: 总体目标
        #   ^^^^^^^ key-out-of-order
        actions:
          - theme: industry
            action: 产业培塑行动
            tasks:
              - {lead: 县科工局, title: 循环经济}
        """,
        CODE,
    )
    assert "本文件另有2处" in found.message.zh
    assert "2 more like it" in found.message.en


def test_the_top_level_has_an_order_too(marked: Lint) -> None:
    marked(
        """
        title: 某县方案
        planspec: 1
        #< key-out-of-order
        year: 2024
        jurisdiction: "430522"
        """,
        CODE,
    )


def test_the_fix_moves_all_of_them_and_is_offered_for_an_issued_plan(lint: Lint) -> None:
    text = whole(
        """
        status: issued
        actions:
          - theme: industry  # 主题
            action: 产业培塑行动
            tasks:
              - lead: 县科工局
                title: 循环经济
        """
    )
    (found,) = lint(text, CODE)
    assert found.fix is not None and found.fix.safe
    assert apply(text, found.fix.edits) == whole(
        """
        status: issued
        actions:
          - action: 产业培塑行动
            theme: industry  # 主题
            tasks:
              - title: 循环经济
                lead: 县科工局
        """
    )


def test_a_comment_between_entries_is_left_to_a_person(lint: Lint) -> None:
    (found,) = lint(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - lead: 县科工局
                # 标题待定
                title: 循环经济
        """,
        CODE,
    )
    assert found.fix is None


def test_names_of_ones_own_have_no_order(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets: {乙: 增长7%, 甲: 增长8%}
        units:
          县乙园区: {role: development-zone}
          县甲园区: {role: development-zone}
        """,
        CODE,
    )


def test_keys_of_ones_own_stand_where_they_like(marked: Lint) -> None:
    marked(
        """
        actions:
          - x-remark: 备注
            action: 产业培塑行动
            x-owner: 某某
            theme: industry
        """,
        CODE,
    )


def test_merged_keys_have_no_place_of_their_own(marked: Lint) -> None:
    marked(
        """
        tasks:
          - &base {title: 循环经济, lead: 县科工局}
          - <<: *base
            id: b
            note: 同上
        """,
        CODE,
    )


def test_a_file_with_syntax_errors_is_not_judged(marked: Lint) -> None:
    marked(
        """
        goals: []
        status: "draft
        """,
        CODE,
    )
