"""TGT008: the table states the same targets and deadlines as the text."""

from __future__ import annotations

from planspec.source.diagnostic import Severity
from planspec.source.span import Span

from ..conftest import Lint

CODE = "TGT008"


def test_another_figure_is_marked_with_both_places(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {id: circular, title: 循环经济, targets: {循环经济总产值: 达到87亿元}}
            breakdown:
              - {title: 做强循环经济, restates: circular, targets: {循环经济总产值: 实现78亿元}}
        #                                                              ^^^^^^ row-differs
        """,
        CODE,
    )
    assert found.severity is Severity.WARNING
    assert (
        "在责任分解表“做强循环经济”一行中为“实现78亿元”，在任务“循环经济”中为“达到87亿元”" in found.message.zh
    )
    assert [related.span for related in found.related] == [Span(8, 56, 8, 62)]


def test_one_figure_of_another_meaning_is_marked(marked: Lint) -> None:
    found = marked(
        """
        actions:
          - action: 创新提升行动
            goals:
              - targets: {全社会研发经费投入: 1.5亿元以上}
            tasks:
              - {title: 企业培育, targets: {高新技术企业: 净增4家以上, 城镇化率: 提高2个百分点}}
            breakdown:
              - title: 企业培育
                targets:
                  全社会研发经费投入: 增长1.5亿元
        #                    ^^^^^^^ row-differs
                  高新技术企业: 新增4家以上
        #                 ^^^^^^ row-differs
                  城镇化率: 提高2%
        #               ^^^^ row-differs
        """,
        CODE,
    )
    assert "（增减的量），在“创新提升行动”的工作目标中为“1.5亿元以上”（要达到的总量）" in found[0].message.zh
    assert "（新增的量），在任务“企业培育”中为“净增4家以上”（净增的量）" in found[1].message.zh


def test_a_bare_figure_is_compared_with_its_own_task(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 民生可感行动
            tasks:
              - {title: 防火, targets: {消防水池: 修建5个, 湖南老字号企业: 申报1家}}
            breakdown:
              - {title: 防火, targets: {消防水池: 10个, “湖南老字号”企业: 指导申报2家}}
        #                                   ^^^             ^^^^^^ row-differs
        """,
        CODE,
    )


def test_the_same_figure_less_strict_is_a_hint(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 创新提升行动
            tasks:
              - {title: 企业培育, targets: {省级专精特新中小企业: 培育4家以上}}
            breakdown:
              - {title: 企业培育, targets: {省级专精特新中小企业: 培育4家}}
        #                                           ^^^^ row-differs
        """,
        CODE,
    )
    assert found.severity is Severity.INFO


def test_other_deadlines_are_marked(marked: Lint) -> None:
    found = marked(
        """
        actions:
          - action: 安全守底行动
            tasks:
              - title: 管网改造
                by: 10月底前
                targets: {燃气管网: {value: 改造30公里, by: 2024-06-30}}
            breakdown:
              - title: 管网改造
                by: 2024-09-30
        #           ^^^^^^^^^^ row-differs
                targets: {燃气管网: {value: 改造30公里, by: 9月底前}}
        #                                           ^^^^ row-differs
        """,
        CODE,
    )
    assert (
        "“管网改造”的完成时限在责任分解表中为“2024-09-30”，在任务“管网改造”中为“10月底前”"
        in found[0].message.zh
    )


def test_equal_statements_in_other_words_are_quiet(lint: Lint) -> None:
    text = """
        actions:
          - action: 民生可感行动
            tasks:
              - title: 住房
                by: 12月31日前
                targets: {老旧小区: 改造19个, 保障性租赁住房: 力争建成800套, 农民增收: 稳步提高}
            breakdown:
              - title: 住房
                by: 年底
                targets: {老旧小区: 19个, 保障性租赁住房: 建成800套, 农民增收: 提高8%}
        """
    assert lint(text, CODE) == []


def test_rows_that_share_the_tasks_figure_are_quiet(lint: Lint) -> None:
    text = """
        actions:
          - action: 主体强身行动
            tasks:
              - {id: firms, title: 梯度培育, targets: {规模以上工业企业: 新增10家}}
            breakdown:
              - {title: 机械, restates: firms, targets: {规模以上工业企业: 新增4家}}
              - {title: 食品, restates: firms, targets: {规模以上工业企业: 新增6家}}
        """
    assert lint(text, CODE) == []


def test_what_only_the_parts_state_may_be_added_up(lint: Lint) -> None:
    text = """
        actions:
          - action: 主体强身行动
            tasks:
              - title: 梯度培育
                tasks:
                  - {title: 机械, targets: {规模以上工业企业: 新增4家}}
                  - {title: 食品, targets: {规模以上工业企业: 新增6家}}
            breakdown:
              - {title: 梯度培育, targets: {规模以上工业企业: 新增10家}}
        """
    assert lint(text, CODE) == []


def test_a_stage_on_the_way_is_quiet(lint: Lint) -> None:
    text = """
        actions:
          - action: 主体强身行动
            tasks:
              - {title: 培育, targets: {高新技术企业: 新增10家}}
            breakdown:
              - {title: 培育, targets: {高新技术企业: {value: 新增4家, by: 6月底前}}}
        """
    assert lint(text, CODE) == []


def test_other_measures_other_verbs_and_other_scopes_are_quiet(lint: Lint) -> None:
    text = """
        actions:
          - action: 主体强身行动
            tasks:
              - title: 培育
                targets:
                  社会消费品零售总额: 增长7%
                  高标准农田: 新建2000亩
                  规模以上工业企业: 新增2家
                  亩均税收: {value: 增长10%, scope: 园区}
            breakdown:
              - title: 培育
                targets:
                  社会消费品零售总额: [增长7%, 达到132亿元]
                  高标准农田: 新建和提质改造3000亩
                  规模以上工业企业: 培育50家
                  亩均税收: 增长12%
        """
    assert lint(text, CODE) == []


def test_what_deviates_from_the_goals_is_left_to_their_rules(lint: Lint) -> None:
    text = """
        goals:
          - targets: {规模工业增加值: 增长8%, 固定资产投资: 增长6%以上}
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 工业, targets: {规模工业增加值: 增长8%, 固定资产投资: 增长6%以上}}
            breakdown:
              - {title: 工业, targets: {规模工业增加值: 增长6%, 固定资产投资: 增长5%以上}}
        """
    assert lint(text, CODE) == []
    assert [one.code for one in lint(text, "TGT")] == ["TGT001", "TGT002"]


def test_a_title_that_two_tasks_share_decides_nothing(lint: Lint) -> None:
    text = """
        actions:
          - action: 主体强身行动
            tasks:
              - {title: 培育, targets: {高新技术企业: 新增10家}}
              - {title: 培育, targets: {高新技术企业: 新增8家}}
            breakdown:
              - {title: 培育, targets: {高新技术企业: 新增6家}}
        """
    assert lint(text, CODE) == []


def test_what_is_looser_than_goal_and_task_alike_is_told_once(lint: Lint) -> None:
    text = """
        goals:
          - targets: {数字经济: 增长15%以上}
        actions:
          - action: 科技创新行动
            tasks:
              - {title: 数字经济, targets: {数字经济: 增长15%以上}}
            breakdown:
              - {title: 数字经济, targets: {数字经济: 增长15%左右}}
        """
    assert [one.code for one in lint(text, "TGT") if one.code in ("TGT002", "TGT008")] == ["TGT002"]


def test_a_part_of_a_task_is_compared_with_the_whole_of_it(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 现代农业
                targets: {现代农业总产值: 达到70亿元}
                tasks: [{id: farming, title: 农业生产, lead: 县农业农村局}]
            breakdown:
              - {title: 农业生产, restates: farming, targets: {现代农业产值: 实现67亿元}}
        #                                                          ^^^^^^ row-differs
        """,
        CODE,
    )
    assert "在任务“现代农业”中为“达到70亿元”" in found.message.zh


def test_a_part_may_add_its_share_of_what_the_whole_adds(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 企业培育
                targets: {高新技术企业: 新增10家, 农产品加工产值: 达到70亿元}
                tasks: [{id: park, title: 园区, lead: 县科工局}, {id: towns, title: 乡镇, lead: 县农业农村局}]
            breakdown:
              - {title: 园区, restates: park, targets: {高新技术企业: 新增6家, 农产品加工产值: 达到40亿元}}
              - {title: 乡镇, restates: towns, targets: {农产品加工产值: 达到30亿元}}
        """,
        CODE,
    )
