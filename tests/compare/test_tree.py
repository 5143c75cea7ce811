"""Trees: one indicator down the cascade, and one plan."""

from __future__ import annotations

from planspec.compare.tree import Branch, cascade, count, plan_tree
from planspec.model import build_plan, load_plan_text
from planspec.registry import builtin

from .test_matrix import facts, side_by_side

KEY = "industrial-value-added"


def lines(branch: Branch, depth: int = 0) -> list[str]:
    values = " ".join(cell.value.text for cell in branch.cells) or branch.detail
    own = f"{'  ' * depth}{branch.text} {values}".rstrip()
    return [own, *(line for child in branch.children for line in lines(child, depth + 1))]


def test_the_cascade_names_places_without_a_plan_or_a_value() -> None:
    plans = [
        facts("430000", "规模工业增加值: 增长7%"),
        facts("430500", "固定资产投资: 增长5%"),
        facts("430522", "规模工业增加值: 增长6%"),
        facts("430407", "规模工业增加值: 增长8%"),
        facts("430522", "规模工业增加值: 增长9%", year=2025),
    ]
    comparison = side_by_side(*plans, indicators=(KEY,))
    first, second = cascade(comparison, KEY, plans)
    assert lines(first) == [
        "全国2024 no-plan",
        "  湖南省2024 增长7%",
        "    衡阳市2024 no-plan",
        "      石鼓区2024 增长8%",
        "    邵阳市2024 not-stated",
        "      新邵县2024 增长6%",
    ]
    assert lines(second)[-1].strip() == "新邵县2025 增长9%"
    county = first.children[0].children[1].children[0]
    assert [cell.standing for cell in county.cells] == ["below"]


def test_a_plan_from_goals_to_units() -> None:
    text = """\
planspec: 1
title: 某县方案
jurisdiction: 430522
year: 2024
goals:
  - targets: {固定资产投资: 增长5%}
  - heading: 民生
    targets: {城镇新增就业: 3000人}
actions:
  - action: 产业行动
    no: (一)
    sections:
      - heading: 强链
        lead: 县科工局
        tasks:
          - {no: "1", title: 补链, targets: {项目: 3个}}
          - {no: "2", title: 延链, lead: 县发改局, support: [县财政局]}
"""
    plan = build_plan(load_plan_text(text), builtin())
    assert plan is not None
    tree = plan_tree(plan)
    assert outline(tree) == [
        "plan 某县方案",
        " goals",
        "  target 固定资产投资 增长5%",
        "  goal 民生",
        "   target 城镇新增就业 3000人",
        " action 产业行动 (一)",
        "  section 强链",
        "   task 补链 1",
        "    target 项目 3个",
        "    unit 县科工局 lead",
        "   task 延链 2",
        "    unit 县发改局 lead",
        "    unit 县财政局 support",
    ]
    assert (tree.children[1].file, tree.children[1].line) == ("<text>", 10)
    assert count([tree], "unit") == 3
    assert count([plan_tree(plan, units=False)], "unit") == 0


def outline(branch: Branch, depth: int = 0) -> list[str]:
    own = " ".join(part for part in (branch.kind, branch.text, branch.detail) if part)
    return [" " * depth + own, *(line for child in branch.children for line in outline(child, depth + 1))]
