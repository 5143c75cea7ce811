"""Which task a row of the responsibility table restates."""

from __future__ import annotations

from textwrap import dedent

from planspec.model import Plan, build_plan, load_plan_text
from planspec.registry import builtin
from planspec.rules.rows import restated, with_parts

from .marks import whole

TEXT = """
    actions:
      - action: 产业培塑行动
        tasks:
          - {id: circular, title: 循环经济, tasks: [{title: 资源再生}, {title: 绿色矿业}]}
          - {title: 装备 制造}
          - {title: 商贸}
          - {title: 商贸}
        breakdown:
          - {title: 做强循环经济, restates: circular}
          - {title: 装备制造}
          - {title: 商贸}
          - {title: 循环经济, restates: unknown}
          - {title: 绿色矿业}
      - action: 创新提升行动
        breakdown:
          - {title: 装备制造}
          - {title: 全县循环经济, restates: circular}
"""


def plan(text: str) -> Plan:
    built = build_plan(load_plan_text(whole(dedent(text))), builtin())
    assert built is not None
    return built


def test_a_row_restates_by_id_or_by_a_title_unique_in_its_action() -> None:
    pairs = [(row.title, task.title if task is not None else None) for row, task in restated(plan(TEXT))]
    assert pairs == [
        ("做强循环经济", "循环经济"),
        ("装备制造", "装备 制造"),
        ("商贸", None),
        ("循环经济", None),
        ("绿色矿业", "绿色矿业"),
        ("装备制造", None),
        ("全县循环经济", "循环经济"),
    ]


def test_a_plan_without_a_table_has_no_pairs() -> None:
    assert list(restated(plan("tasks: [{title: 循环经济}]"))) == []


def test_a_task_comes_with_its_parts() -> None:
    first = plan(TEXT).tasks[0]
    assert [task.title for task in with_parts(first)] == ["循环经济", "资源再生", "绿色矿业"]
