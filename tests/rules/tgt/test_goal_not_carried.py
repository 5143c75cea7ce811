"""TGT007: every measurable overall goal is carried by an action."""

from __future__ import annotations

import pytest

from planspec.source.diagnostic import Severity

from ..conftest import Lint

CODE = "TGT007"


def test_a_goal_that_stands_nowhere_below_is_marked(marked: Lint) -> None:
    found = marked(
        """
        goals:
          - targets:
              规模工业增加值: 增长7%
              园区规模工业占比: 达到80%以上
        #     ^^^^^^^^ goal-not-carried
              民生支出占比: 保持70%以上
        #     ^^^^^^ goal-not-carried
        actions:
          - action: 产业培塑行动
            goals: [{targets: {规模工业增加值: 增长7%}}]
        """,
        CODE,
    )
    assert {one.severity for one in found} == {Severity.WARNING}
    assert "总体目标中的“园区规模工业占比”（达到80%以上）" in found[0].message.zh
    assert "the overall goals" in found[0].message.en


def test_the_overall_paragraph_on_an_action_counts(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 民生可感行动
            targets: {托位: 新增400个, 城乡低保标准: 提高}
        #             ^^ goal-not-carried
            tasks: [{title: 老旧小区改造, targets: {老旧小区: 改造33个}}]
        """,
        CODE,
    )
    assert "总体方案“民生可感行动”一段中的“托位”" in found.message.zh


def test_one_goal_in_two_places_is_one_finding(marked: Lint) -> None:
    marked(
        """
        goals:
          - targets: {民生支出占比: 保持70%以上}
        #             ^^^^^^ goal-not-carried
        actions:
          - action: 民生可感行动
            targets: {民生支出占比: 70%以上}
            tasks: [{title: 老旧小区改造, targets: {老旧小区: 改造33个}}]
        """,
        CODE,
    )


def test_what_the_whole_economy_brings_about_or_the_superior_sets_is_a_hint(lint: Lint) -> None:
    text = """
        goals:
          - targets: {居民收入增速: 高于经济增速, 城镇调查失业率: 完成省定任务}
        actions:
          - action: 产业培塑行动
            goals: [{targets: {规模工业增加值: 增长7%}}]
        """
    found = lint(text, CODE)
    assert [one.severity for one in found] == [Severity.INFO, Severity.INFO]


def test_an_action_without_targets_may_carry_it_in_words(lint: Lint) -> None:
    text = """
        goals:
          - targets: {民生支出占比: 保持70%以上}
        actions:
          - action: 产业培塑行动
            goals: [{targets: {规模工业增加值: 增长7%}}]
          - action: 民生可感行动
            tasks: [{title: 保障和改善民生}]
        """
    (found,) = lint(text, CODE)
    assert found.severity is Severity.INFO


CARRIED = [
    ("园区规模工业占比: 达到80%", "园区规模工业增加值: 增长8%"),  # what a ratio is computed from
    ("地区生产总值: 增长7%", "第一产业增加值: 增长3%"),  # a part
    ("地区生产总值: 增长7%", "规模工业增加值: 增长8%"),  # a part of a part
    ("居民收入: 增长7%", "农村居民收入: 增长8%"),  # a group of a mean
    ("全社会研发经费投入: 增长12%", "全社会研发经费投入强度: 达到2%"),
    ("高新技术企业: 达到55家", "民营高新技术企业: 新增1家"),
    ("科创平台: 新增2家", "省级以上科创平台: 新增2家"),  # a grade
    ("千亿优势特色农业产业集群: 创建1个", "优势特色农业产业集群: 创建1个"),  # the whole
    ("亩均税收: 增长10%", "亩均税收: {value: 增长10%, scope: 园区}"),
    ("香菇总产值: 达到5亿元", "香菇菌种产值: {value: 达到1亿元, part_of: 香菇总产值}"),
    ("某某特色产业产值: 达到5亿元", "全县某某特色产业产值: 5亿元"),
    ("招商引资到位资金: 增长18%以上", "招商引资实际利用内资: 增长18%以上"),  # another name, one figure
]


@pytest.mark.parametrize(("goal", "below"), CARRIED)
def test_what_contributes_carries(lint: Lint, goal: str, below: str) -> None:
    text = f"""
        goals:
          - targets: {{{goal}}}
        actions:
          - action: 某某行动
            tasks: [{{title: 某项任务, targets: {{{below}}}}}]
        """
    assert lint(text, CODE) == []


@pytest.mark.parametrize(
    "carrier",
    [
        "sections: [{heading: 提高亩均税收, tasks: [{title: 甲}]}]",
        "tasks: [{title: 实施亩均税收倍增计划}]",
        "tasks: [{title: 甲, deliverables: [亩均税收评价办法]}]",
        "breakdown: [{title: 亩均税收提升, restates: a}]",
    ],
)
def test_a_title_carries(lint: Lint, carrier: str) -> None:
    text = f"""
        goals:
          - targets: {{亩均税收: 增长10%以上}}
        actions:
          - action: 产业培塑行动
            {carrier}
        """
    assert lint(text, CODE) == []


@pytest.mark.parametrize(
    "goal",
    [
        "社会保障水平: 稳步提高",
        "零就业家庭: 动态清零",
        "居民消费价格涨幅: 控制在3%左右",
        "某某工作: 完成省定任务",
    ],
)
def test_words_and_framework_conditions_are_quiet(lint: Lint, goal: str) -> None:
    text = f"""
        goals:
          - targets: {{{goal}}}
        actions:
          - action: 产业培塑行动
            goals: [{{targets: {{规模工业增加值: 增长7%}}}}]
        """
    assert lint(text, CODE) == []


@pytest.mark.parametrize(
    "rest",
    [
        "extent: overall\nactions: [{action: 甲行动, goals: [{targets: {规模工业增加值: 增长7%}}]}]",
        "extent: targets-only",
        "actions: [{action: 甲行动, goals: [{targets: {规模工业增加值: 增长7%}}]}, {action: 乙行动}]",
        "actions: [{include: missing.yaml}]",
        "",
    ],
)
def test_plans_without_their_annexes_are_quiet(lint: Lint, rest: str) -> None:
    assert lint(f"goals:\n  - targets: {{民生支出占比: 保持70%以上}}\n{rest}\n", CODE) == []


def test_long_names_and_many_goals_are_no_burden(lint: Lint) -> None:
    goals = "\n".join(
        f"  - targets: {{{'甲乙丙丁' * 100}{number}指标: 增长{number}%}}" for number in range(1, 300)
    )
    tasks = "\n".join(
        f"      - {{title: 任务{number}, targets: {{{'子丑寅卯' * 100}{number}: 增长{number}%}}}}"
        for number in range(1, 300)
    )
    found = lint(f"goals:\n{goals}\nactions:\n  - action: 甲行动\n    tasks:\n{tasks}\n", CODE)
    assert len(found) == 299


def test_an_action_with_a_lead_answers_for_its_own_paragraph(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 创新提升行动
            lead: 县科工局
            targets: {高新技术企业: 达到120家}
            tasks:
              - {title: 平台建设, targets: {孵化器: 建成1个}}
        """,
        "TGT007",
    )
