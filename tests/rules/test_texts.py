"""The texts of a plan: each once, in order, with what holds it and where it stands."""

from __future__ import annotations

from textwrap import dedent

from planspec.model import Goal, Plan, Task, build_plan, load_plan_text
from planspec.registry import builtin
from planspec.rules._texts import Texts, signs_of, texts, words_at
from planspec.source.span import Span

from .marks import HEAD


def plan_of(text: str) -> Plan:
    plan = build_plan(load_plan_text(HEAD + dedent(text)), builtin())
    assert plan is not None
    return plan


def all_of(found: Texts) -> list[tuple[str, str]]:
    return [(said.key, said.text) for said in found]


def test_texts_come_in_order_without_codes_and_units() -> None:
    plan = plan_of(
        """
        goals:
          - heading: 一
            targets:
              产值: {value: [增长7%, 达到5亿元], scope: 全县, parts: [甲], source: 一/1}
        actions:
          - action: 产业培塑行动
            theme: industry
            tasks:
              - {id: a, no: "1", title: 循环经济, lead: 县科工局, units: 县财政局, projects: [园区], x-note: 甲}
        units: {某公司: {role: enterprise}}
        """
    )
    assert all_of(texts(plan)) == [
        ("title", "示例方案"),
        ("heading", "一"),
        ("targets", "产值"),
        ("value", "增长7%"),
        ("value", "达到5亿元"),
        ("scope", "全县"),
        ("action", "产业培塑行动"),
        ("title", "循环经济"),
        ("projects", "园区"),
    ]


def test_each_text_knows_what_holds_it() -> None:
    plan = plan_of(
        """
        goals:
          - heading: 一
            targets: {产值: 增长7%}
        tasks:
          - {title: 循环经济, deliverables: [台账]}
        organisation: {summary: 落实}
        """
    )
    found = texts(plan)
    items = {said.text: found.item(said) for said in found}
    assert isinstance(items["一"], Goal)
    assert items["产值"] is items["增长7%"] is plan.targets[0]
    assert isinstance(items["台账"], Task)
    assert items["落实"] is None


def test_an_aliased_text_comes_once() -> None:
    plan = plan_of(
        """
        tasks:
          - {title: 甲, deliverables: &one [台账]}
          - {title: 乙, deliverables: *one}
        """
    )
    assert [text for _, text in all_of(texts(plan))].count("台账") == 1


def test_signs_find_their_texts_once_and_at_their_ends() -> None:
    plan = plan_of(
        """
        tasks:
          - title: 甲、乙、
          - title: 、丙
          - title: 丁
        """
    )
    found = texts(plan)
    assert [said.text for said in found.holding(signs_of("、"))] == ["甲、乙、", "、丙"]
    assert [said.text for said in found.holding(signs_of("\n、"))] == ["、丙"]
    assert [said.text for said in found.holding(signs_of("、\n", "\n、"))] == ["甲、乙、", "、丙"]


def test_a_part_of_a_text_has_its_place_unless_it_is_written_with_escapes() -> None:
    plan = plan_of(
        """\
        tasks:
          - title: 循环经济
          - title: '循环经济'
          - title: "循环\\u7ecf济"
        """
    )
    spans = [words_at(said, 2, 2).span for said in texts(plan).under("title")[1:]]
    assert spans == [Span(6, 14, 6, 16), Span(7, 15, 7, 17), Span(8, 12, 8, 23)]


def test_the_texts_of_a_plan_are_collected_once() -> None:
    plan = plan_of("tasks: [{title: 甲}]\n")
    assert texts(plan) is texts(plan)
