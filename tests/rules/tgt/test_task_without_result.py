"""TGT012: a task says what will be there when it is done."""

from __future__ import annotations

from planspec.source.diagnostic import Severity

from ..conftest import Lint

CODE = "TGT012"


def test_a_task_of_words_is_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 创新提升行动
            tasks:
              - {title: 企业培育, targets: {高新技术企业: 新增10家}}
              - {title: 人才评价, lead: 县人社局}
        #               ^^^^ task-without-result
        """,
        CODE,
    )
    assert found.severity is Severity.INFO
    assert "任务“人才评价”没有目标值，也没有可检查的成果" in found.message.zh


def test_a_task_whose_parts_are_words_too_is_marked_once(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 安全守底行动
            sections:
              - heading: 社会稳定
                tasks:
                  - title: 矛盾化解
        #                  ^^^^ task-without-result
                    tasks:
                      - {title: 信访, lead: 县信访局}
                      - {title: 调解, lead: 县司法局}
                  - {title: 平安创建, deliverables: [建成综治中心]}
        """,
        CODE,
    )


def test_where_most_tasks_are_words_the_action_is_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 改革攻坚行动
        #           ^^^^^^ task-without-result
            tasks:
              - {title: 财税改革}
              - {title: 金融改革}
              - {title: 国企改革}
              - {title: 园区改革}
              - {title: 统一市场, deliverables: [清理一批文件]}
        """,
        CODE,
    )
    assert (
        "5项任务中有4项没有目标值" in found.message.zh
        and "财税改革、金融改革、国企改革等" in found.message.zh
    )
    assert [related.span.start_line for related in found.related] == [8, 9, 10]


def test_tasks_of_the_plan_itself_are_judged(marked: Lint) -> None:
    marked(
        """
        tasks:
          - {title: 人才评价, lead: 县人社局}
        #           ^^^^ task-without-result
        """,
        CODE,
    )


def test_targets_deliverables_and_projects_are_results(lint: Lint) -> None:
    text = """
        actions:
          - action: 创新提升行动
            tasks:
              - {title: 企业培育, targets: {创新能力: 持续提升}}
              - {title: 平台建设, deliverables: [孵化器建成投用]}
              - {title: 科技园区, projects: [紫光科技园]}
        """
    assert lint(text, CODE) == []


def test_the_parts_or_the_row_may_state_the_result(lint: Lint) -> None:
    text = """
        actions:
          - action: 创新提升行动
            tasks:
              - title: 企业培育
                tasks: [{title: 高企, targets: {高新技术企业: 新增10家}}, {title: 其他}]
              - {id: platform, title: 平台建设}
              - {title: 人才评价}
            breakdown:
              - {title: 平台, restates: platform, targets: {科创平台: 新增2家}}
              - {title: 人才评价, deliverables: [印发办法]}
        """
    assert lint(text, CODE) == []


def test_a_figure_in_the_title_is_a_result_but_not_a_year(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 民生可感行动
            tasks:
              - {title: 高标准农田建设29.89万亩}
              - {title: 改造老旧小区19个}
              - {title: 2024年重点工作}
        #               ^^^^^^^^^ task-without-result
              - {title: 5G, lead: 县科工局}
        #               ^^ task-without-result
        """,
        CODE,
    )


def test_a_task_with_a_fault_inside_is_not_judged(lint: Lint) -> None:
    text = """
        actions:
          - action: 创新提升行动
            tasks:
              - {title: 企业培育, target: {高新技术企业: 新增10家}}
        """
    assert lint(text, CODE) == []


def test_a_plan_without_actions_has_one_finding(marked: Lint) -> None:
    (found,) = marked(
        """
        planspec: 1
        title: 某县方案
        #      ^^^^ task-without-result
        jurisdiction: "430522"
        year: 2024
        tasks:
          - {title: 企业培育, lead: 县科工局, targets: {高新技术企业: 新增10家}}
          - {title: 平台建设, lead: 县科工局}
          - {title: 人才评价, lead: 县人社局}
          - {title: 成果转化, lead: 县科工局}
          - {title: 金融支持, lead: 县财政局}
        """,
        CODE,
    )
    assert "“某县方案”的5项任务中有4项没有目标值" in found.message.zh
