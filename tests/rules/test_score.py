"""The score: how many tasks somebody answers for, and by what it can be measured."""

from __future__ import annotations

import pytest

from planspec.model import build_plan, load_plan_text
from planspec.registry import builtin
from planspec.rules.score import Score, score

HEAD = "planspec: 1\ntitle: 某县方案\njurisdiction: 430522\nyear: 2024\n"


def scored(text: str) -> tuple[int, int]:
    plan = build_plan(load_plan_text(HEAD + text, "plan.yaml"), builtin())
    assert plan is not None
    found = score(plan)
    assert isinstance(found, Score)
    return found.tasks, found.accountable


@pytest.mark.parametrize(
    ("task", "accountable"),
    [
        ("lead: 县发改局, targets: {地区生产总值: 增长7%}", True),
        ("lead: 县发改局, targets: {地区生产总值: 增长}", False),
        ("lead: 县发改局, targets: {居民收入: 与经济增长同步}", True),
        ("lead: 县发改局, targets: {居民收入: 持续提高}", False),
        ("lead: 县发改局, targets: {居民收入: 完成省定目标}", False),
        ("lead: 县发改局, targets: {安全事故: 不发生}", True),
        ("lead: 县发改局, targets: {居民收入: 持续提高, 新增就业: 新增2000人}", True),
        ("lead: 县发改局, deliverables: [印发实施方案]", True),
        ("lead: 县发改局, projects: [平江抽水蓄能电站]", True),
        ("lead: 县发改局", False),
        ("units: [县发改局], targets: {地区生产总值: 增长7%}", True),
        ("units: [县发改局, 县财政局], targets: {地区生产总值: 增长7%}", False),
        ("support: [县发改局], targets: {地区生产总值: 增长7%}", False),
        ("targets: {地区生产总值: 增长7%}", False),
    ],
)
def test_a_task_needs_a_lead_and_something_to_be_measured_by(task: str, accountable: bool) -> None:
    assert scored(f"tasks:\n- {{title: 甲, {task}}}\n") == (1, int(accountable))


def test_a_plan_without_tasks_has_none() -> None:
    assert scored("goals: [{targets: {地区生产总值: 增长7%}}]\n") == (0, 0)


def test_the_lead_of_the_section_or_task_above_counts() -> None:
    assert scored(
        """\
sections:
- heading: 一
  lead: 县发改局
  tasks:
  - {title: 甲, targets: {地区生产总值: 增长7%}}
  - title: 乙
    tasks:
    - {title: 丙, deliverables: [印发方案]}
"""
    ) == (2, 2)


def test_of_a_task_with_parts_the_parts_count() -> None:
    parts = "tasks: [{title: 乙, lead: 县财政局}, {title: 丙, deliverables: [方案]}]"
    assert scored(f"tasks:\n- {{title: 甲, lead: 县发改局, targets: {{税收: 增长7%}}, {parts}}}\n") == (2, 1)


def test_a_row_of_the_table_adds_what_the_task_lacks() -> None:
    action = """\
actions:
- action: 产业行动
  tasks:
  - {id: a, title: 甲, targets: {税收: 增长7%}}
  - {id: b, title: 乙, lead: 县发改局}
  - {id: c, title: 丙}
  breakdown:
"""
    assert scored(action.replace("  breakdown:\n", "")) == (3, 0)
    assert scored(
        action
        + "  - {title: 甲, restates: a, lead: 县发改局}\n  - {title: 乙, restates: b, targets: {税收: 增长7%}}\n"
    ) == (3, 2)
