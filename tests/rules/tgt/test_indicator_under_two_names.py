"""TGT014: one indicator has one name."""

from __future__ import annotations

from planspec.source.diagnostic import Severity
from planspec.source.span import Span

from ..conftest import Lint

CODE = "TGT014"


def test_another_order_of_the_characters_is_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        goals:
          - targets: {社会消费品零售总额: 增长7%左右}
        actions:
          - action: 激发需求行动
            targets: {社会零售品消费总额: 增长0.4%}
        #             ^^^^^^^^^ indicator-under-two-names
            goals: [{targets: {社会零售品消费总额: 增长7%左右}}]
        """,
        CODE,
    )
    assert found.severity is Severity.WARNING
    assert "请统一为“社会消费品零售总额”" in found.message.zh
    assert [related.span for related in found.related] == [Span(6, 15, 6, 24)]


def test_an_unknown_miswriting_of_a_known_name_is_marked(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets: {固定资产投资: 增长6%}
        actions:
          - action: 激发需求行动
            goals: [{targets: {固定投资资产: 增长6%}}]
        #                      ^^^^^^ indicator-under-two-names
        """,
        CODE,
    )


def test_two_neighbours_that_changed_places_are_marked_without_a_figure(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 安全守底行动
            targets: {融资平台隐患整改: 持续推进}
            goals: [{targets: {融资平台患隐整改: 全面完成}}]
        #                      ^^^^^^^^ indicator-under-two-names
        """,
        CODE,
    )


def test_other_words_for_what_is_counted_are_marked(marked: Lint) -> None:
    found = marked(
        """
        goals:
          - targets: {高新技术企业总量: 达到1020家, 香菇种植企业数量: 达到40家, 有机肥使用占比: 达到35%}
        actions:
          - action: 创新提升行动
            goals:
              - targets:
                  高新技术企业数: 达到1020家
        #         ^^^^^^^ indicator-under-two-names
                  香菇种植企业总数: 40家
        #         ^^^^^^^^ indicator-under-two-names
                  有机肥使用比例: 达到35%
        #         ^^^^^^^ indicator-under-two-names
        """,
        CODE,
    )
    assert {one.severity for one in found} == {Severity.INFO}
    assert "请统一名称" in found[0].message.zh


def test_one_figure_under_two_names_that_the_registry_knows_is_marked(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets: {外贸实绩企业: 突破15户}
        actions:
          - action: 激发需求行动
            tasks: [{title: 外贸, targets: {有进出口实绩企业: 超过15家}}]
        #                                 ^^^^^^^^ indicator-under-two-names
        """,
        CODE,
    )


def test_short_forms_are_marked_in_goals_only(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets: {技术合同成交额: 增长8%以上}
        actions:
          - action: 创新提升行动
            goals: [{targets: {技术合同交易成交额: 增长8%以上}}]
        #                      ^^^^^^^^^ indicator-under-two-names
            tasks:
              - {title: 转化, targets: {高企: 新增10家}}
              - {title: 培育, targets: {高新技术企业: 新增10家}}
        """,
        CODE,
    )


def test_usual_short_forms_and_quotes_are_quiet(lint: Lint) -> None:
    text = """
        goals:
          - targets:
              规模以上工业企业: 新增10户
              省级及以上专精特新中小企业: 新增6户
              “湖南老字号”企业: 申报2家
              地区生产总值: 增长8%
        actions:
          - action: 主体强身行动
            goals:
              - targets:
                  规模工业企业: 新增10户
                  省级以上专精特新中小企业: 新增6户
                  湖南老字号企业: 申报2家
                  GDP: 增长8%
                  新增规上工业企业: 10户
        """
    assert lint(text, CODE) == []


def test_gross_net_and_whole_are_not_one_indicator(lint: Lint) -> None:
    text = """
        goals:
          - targets: {新增香菇种植企业数: 40家, 净增香菇加工企业数量: 12家}
        actions:
          - action: 主体强身行动
            goals:
              - targets: {香菇种植企业总数: 40家, 香菇加工企业总数: 达到12家}
        """
    assert lint(text, CODE) == []


def test_graded_names_differ_by_their_words_only(lint: Lint) -> None:
    text = """
        goals:
          - targets: {省级以上专精特新中小企业: 新增6家, 国家级专精特新中小企业: 新增6家}
        actions:
          - action: 主体强身行动
            tasks: [{title: 培育, targets: {省级及以上专精特新“中小企业”: 新增6家}}]
        """
    assert lint(text, CODE) == []


def test_other_things_in_other_words_are_quiet(lint: Lint) -> None:
    text = """
        goals:
          - targets: {城区绿地面积: 达到40亩, 香菇种植企业数: 达到40家}
        actions:
          - action: 区域共进行动
            goals: [{targets: {全县绿地面积: 达到40亩, 香菇加工企业总数: 达到40家}}]
            tasks:
              - {title: 甲, targets: {项目投资: 达到12亿元}}
              - {title: 乙, targets: {投资项目: 达到12个}}
        """
    assert lint(text, CODE) == []


def test_names_among_the_same_targets_are_two_things(lint: Lint) -> None:
    text = """
        goals:
          - targets: {高新技术企业总量: 达到40家, 高新技术企业数: 达到40家}
        """
    assert lint(text, CODE) == []


def test_a_slip_in_a_short_name_or_beside_a_particle_is_seen(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets: {新增隐性债务: 坚决防止, 企业和群众办事免提交率: 提升至60%}
        actions:
          - action: 安全守底行动
            goals: [{targets: {增新隐性债务: 坚决防止, 企业群和众办事免提交率: 提升至60%}}]
        #                      ^^^^^^ indicator-under-two-names
        #                                    ^^^^^^^^^^^ indicator-under-two-names
        """,
        CODE,
    )


def test_another_word_for_the_share_of_a_known_indicator_is_seen(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets: {生产性服务业占服务业比重: 力争超过42%}
        actions:
          - action: 产业培塑行动
            goals: [{targets: {生产性服务业占服务业占比: 力争超过42%}}]
        #                      ^^^^^^^^^^^^ indicator-under-two-names
        """,
        CODE,
    )
