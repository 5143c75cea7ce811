"""Parts that the rows of a table name."""

from __future__ import annotations

from typing import Any

from planspec.documents.parting.rows import by_rows

ROWS = (
    "提高城乡低保标准",
    "提高残疾人“两项补贴”标准",
    "提高孤儿和事实无人抚养儿童基本生活保障标准",
    "开工改造老旧小区",
    "开工建设租赁住房",
)


def test_clauses_that_repeat_rows_are_parts(texts: Any) -> None:
    parts = by_rows(
        texts("提高城乡低保标准、残疾人“两项补贴”标准、孤儿和事实无人抚养儿童基本生活保障标准"), ROWS
    )
    assert [part.title for part in parts] == [
        "提高城乡低保标准",
        "残疾人“两项补贴”标准",
        "孤儿和事实无人抚养儿童基本生活保障标准",
    ]


def test_and_parts_where_commas_do_not(texts: Any) -> None:
    parts = by_rows(texts("开工改造老旧小区和建设租赁住房"), ROWS)
    assert [part.title for part in parts] == ["开工改造老旧小区", "建设租赁住房"]


def test_a_further_clause_with_a_verb_is_a_part(texts: Any) -> None:
    rows = ("建设老年助餐点", "实施适老化改造")
    parts = by_rows(texts("建设老年助餐点，实施家庭适老化改造，办好一批老年学校"), rows)
    assert [part.title for part in parts] == ["建设老年助餐点", "实施家庭适老化改造", "办好一批老年学校"]


def test_one_row_parts_nothing(texts: Any) -> None:
    assert by_rows(texts("提高城乡低保标准，切实保障民生"), ROWS) == []
    assert by_rows(texts("种树，修路"), ()) == []
