"""TXT003: one action says one thing once."""

from __future__ import annotations

from planspec.source.diagnostic import Severity

from ..conftest import Lint

CODE = "TXT003"


def test_two_siblings_of_one_title_are_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 循环经济
              - title: 循环经济
        #              ^^^^ repeated-text
        """,
        CODE,
    )
    assert [one.span.start_line for one in found.related] == [8]


def test_a_long_title_is_marked_across_sections(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            sections:
              - heading: 一
                tasks:
                  - title: 深化体教融合和全民健身
              - heading: 二
                tasks:
                  - title: 深化体教融合和全民健身
        #                  ^^^^^^^^^^^ repeated-text
        """,
        CODE,
    )


def test_a_deliverable_listed_twice_is_marked(marked: Lint) -> None:
    found = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 甲
                deliverables: [建立台账, 建立台账, 建立“产工贸”一体化体制机制, 优质企业梯度培育库]
        #                            ^^^^ repeated-text
              - title: 乙
                deliverables: [建立“产工贸”一体化体制机制, 优质企业梯度培育库]
        #                      ^^^^^^^^^^^^^^  ^^^^^^^^^ repeated-text
        """,
        CODE,
    )
    assert [one.severity for one in found] == [Severity.WARNING, Severity.WARNING, Severity.INFO]


def test_a_repeated_sentence_is_marked(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 改革攻坚行动
            tasks:
              - title: 甲
                summary: 优化布局。深化体教融合和全民健身有机融合机制。
              - title: 乙
                summary: 深化体教融合和全民健身有机融合机制；扩大供给
        #                ^^^^^^^^^^^^^^^^^ repeated-text
        """,
        CODE,
    )


def test_copied_goals_are_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            goals:
              - targets: {规模工业增加值: 增长7%, 服务业增加值: 增长6%, 税收: 增长5%}
          - action: 创新提升行动
            goals:
        #   ^^^^^ repeated-text
              - targets: {规模工业增加值: 增长7%, 服务业增加值: 增长6%, 税收: 增长5%}
        """,
        CODE,
    )
    assert "“创新提升行动”的工作目标与“产业培塑行动”的一字不差（3项）" in found.message.zh


def test_actions_rows_and_parts_may_say_the_same(lint: Lint) -> None:
    text = """
        actions:
          - action: 产业培塑行动
            heading: 深化体教融合和全民健身有机融合机制
            tasks:
              - id: a
                title: 建设县域医疗卫生次中心
                deliverables: [建设县域医疗卫生次中心]
                tasks:
                  - {title: 其他, deliverables: [建设县域医疗卫生次中心]}
            breakdown:
              - {title: 建设县域医疗卫生次中心, restates: a}
              - {title: 建设县域医疗卫生次中心, restates: a}
          - action: 民生可感行动
            tasks:
              - title: 建设县域医疗卫生次中心
        """
    assert lint(text, CODE) == []


def test_short_titles_in_two_sections_are_quiet(lint: Lint) -> None:
    text = """
        actions:
          - action: 产业培塑行动
            sections:
              - {heading: 一, tasks: [{title: 强化要素保障}]}
              - {heading: 二, tasks: [{title: 强化要素保障}]}
        """
    assert lint(text, CODE) == []


def test_one_item_of_two_tiers_is_quiet(lint: Lint) -> None:
    text = """
        actions:
          - action: 民生可感行动
            tasks:
              - {title: 县域普通高中“徐特立项目”, tier: 省定}
              - {title: 县域普通高中“徐特立项目”, tier: 市定}
        """
    assert lint(text, CODE) == []


def test_two_common_targets_are_no_copy(lint: Lint) -> None:
    text = """
        actions:
          - action: 产业培塑行动
            goals: [{targets: {规模工业增加值: 增长7%, 服务业增加值: 增长6%}}]
          - action: 创新提升行动
            goals: [{targets: {规模工业增加值: 增长7%, 服务业增加值: 增长6%}}]
        """
    assert lint(text, CODE) == []
