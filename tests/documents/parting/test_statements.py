"""Sentences as parts of a paragraph that lists what will be done."""

from __future__ import annotations

from typing import Any

from planspec.documents.parting.part import title_of
from planspec.documents.parting.statements import by_statements


def test_each_sentence_is_a_part_but_the_introduction(texts: Any) -> None:
    lead, parts = by_statements(
        texts("充分发挥消费的基础作用。拓展新型消费，促进夜间经济。推动非遗活化利用，构建闭环。")
    )
    assert [text.text for text in lead] == ["充分发挥消费的基础作用。"]
    assert [part.title for part in parts] == ["拓展新型消费", "推动非遗活化利用"]


def test_a_short_heading_takes_the_next_sentence(texts: Any) -> None:
    _, parts = by_statements(
        texts("推动规划共融。全面落实规划，完成村庄规划审批。推动设施共联。加快片区开发，建成道路。")
    )
    assert [part.title for part in parts] == ["推动规划共融", "推动设施共联"]


def test_clauses_of_a_single_sentence_are_a_list(texts: Any) -> None:
    _, parts = by_statements(
        texts("补齐教育短板，新建学校3所；提升医疗能力，创建医院；强化养老保障，新增床位。")
    )
    assert [part.title for part in parts] == ["补齐教育短板", "提升医疗能力", "强化养老保障"]


def test_a_title_skips_what_only_tells_how_or_why() -> None:
    assert title_of("面向重点产业，推进联合培养。") == "推进联合培养"
    assert title_of("到2025年，建成平台5个") == "建成平台5个"
    assert title_of("循环经济：做大产值") == "循环经济"
    assert title_of("") == "（无标题）"
    assert len(title_of("长" * 100)) == 30
