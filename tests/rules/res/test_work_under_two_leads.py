"""RES017: the same work, twice, with different leads."""

from __future__ import annotations

from planspec.source.diagnostic import Confidence, Severity

from ..conftest import Lint


def test_the_same_title_in_two_actions_is_reported(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 建设数字经济产业园区, lead: 县科工局}
          - action: 创新提升行动
            tasks:
              - {title: 建设数字经济产业园区, lead: 县发改局}
        #                                 ^^^^ work-under-two-leads
        """,
        "RES017",
    )
    assert (found.severity, found.confidence) == (Severity.WARNING, Confidence.MEDIUM)
    assert "在“产业培塑行动”中由县科工局牵头，在“创新提升行动”中由县发改局牵头" in found.message.zh
    assert [one.span.start_line for one in found.related] == [8]


def test_the_same_target_in_two_actions_is_reported(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - title: 农业生产
                lead: 县农业农村局
                targets: {高标准农田建设面积: 新建3万亩}
          - action: 民生可感行动
            tasks:
              - title: 农田水利
                lead: 县水利局
        #             ^^^^ work-under-two-leads
                targets: {高标准农田建设面积: 新建30000亩}
        """,
        "RES017",
    )
    assert "由哪一家对该目标负责" in found.message.zh


def test_the_same_project_in_both_titles_is_a_hint(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 加快半导体科技园建设, lead: 县科工局, projects: [紫光半导体科技园]}
          - action: 创新提升行动
            tasks:
              - {title: 打造半导体科技园, lead: 县发改局, projects: [紫光半导体科技园]}
        #                               ^^^^ work-under-two-leads
        """,
        "RES017",
    )
    assert (found.severity, found.confidence) == (Severity.INFO, Confidence.LOW)


def test_a_shared_lead_is_no_fault(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 建设数字经济产业园区, lead: [县科工局, 县发改局]}
          - action: 创新提升行动
            tasks:
              - {title: 建设数字经济产业园区, lead: 县发展和改革局}
        """,
        "RES017",
    )


def test_two_tasks_of_one_action_are_its_own_business(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 建设数字经济产业园区, lead: 县科工局}
              - {title: 建设数字经济产业园区, lead: 县发改局}
          - action: 创新提升行动
            tasks: []
        """,
        "RES017",
    )


def test_a_short_title_says_little(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 强化要素保障, lead: 县科工局}
          - action: 创新提升行动
            tasks:
              - {title: 强化要素保障, lead: 县发改局}
        """,
        "RES017",
    )


def test_another_figure_is_another_target(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 农业生产, lead: 县农业农村局, targets: {高标准农田建设面积: 新建3万亩}}
          - action: 民生可感行动
            tasks:
              - {title: 农田水利, lead: 县水利局, targets: {高标准农田建设面积: 新建2万亩}}
              - {title: 河湖治理, lead: 县水利局, targets: {高标准农田建设面积: 不断扩大}}
        """,
        "RES017",
    )


def test_a_project_that_is_only_mentioned_is_no_fault(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 发展文化旅游, lead: 县文旅局, projects: [第三届旅游发展大会]}
          - action: 激发需求行动
            tasks:
              - {title: 丰富促销活动, lead: 县商务局, projects: [第三届旅游发展大会]}
        """,
        "RES017",
    )


def test_tasks_without_a_lead_decide_nothing(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 建设数字经济产业园区, lead: 县科工局}
          - action: 创新提升行动
            tasks:
              - {title: 建设数字经济产业园区, units: [县发改局, 县财政局]}
              - {title: 建设数字经济产业园区, lead: 各乡镇}
        """,
        "RES017",
    )


def test_a_lead_that_nobody_knows_may_be_the_other_one(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 建设数字经济产业园区, lead: 县科工局}
          - action: 创新提升行动
            tasks:
              - {title: 建设数字经济产业园区, lead: 县科局工}
        """,
        "RES017",
    )
