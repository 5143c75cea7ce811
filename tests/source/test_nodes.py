"""Where things stand: the span of every kind of value and key, in every kind of layout."""

from __future__ import annotations

import pytest

from planspec.source import load_text
from planspec.source.nodes import Mapping, Sequence, head_span, last_offset
from source.trees import at, corners, mapping_of, places, root_of, written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲: 增长7%\n", (1, 4, 1, 8)),
        ("甲:   增长7%   # 注\n", (1, 6, 1, 10)),
        ("甲:\t增长7%\n", (1, 4, 1, 8)),
        ("甲: ７％　左右\n", (1, 4, 1, 9)),
        ("甲: '增长7%'\n", (1, 4, 1, 10)),
        ('甲: "a\\"b"\n', (1, 4, 1, 10)),
        ("甲: 😀 b\n", (1, 4, 1, 7)),
        ("甲: &x 增长\n", (1, 7, 1, 9)),
        ("甲: &x !!str 增长\n", (1, 13, 1, 15)),
        ("甲: !<tag:yaml.org,2002:str> 增长\n", (1, 29, 1, 31)),
        ("甲: &x  # 注\n  增长\n", (2, 3, 2, 5)),
        ("甲:\n\n  增长\n", (3, 3, 3, 5)),
        ("甲: |\n  一\n  二\n\n\n乙: 1\n", (1, 4, 3, 4)),
        ("甲: >+\n  一\n\n  二\n\n乙: 1\n", (1, 4, 4, 4)),
        ("甲: |2-\n    一\n乙: 1\n", (1, 4, 2, 6)),
        ("甲: 一\n  二\n\n  三\n乙: 1\n", (1, 4, 4, 4)),
        ("甲: '一\n  二'\n乙: 1\n", (1, 4, 2, 5)),
        ('甲: "一\\\n  二"\n乙: 1\n', (1, 4, 2, 5)),
        ("甲: {一: 1, 二: [2]}  # 注\n", (1, 4, 1, 18)),
        ("甲: [一,\n  二\n]\n乙: 1\n", (1, 4, 3, 2)),
        ("甲: &x [一]\n", (1, 7, 1, 10)),
        ("甲:\n  一: 1\n  二:\n    三: 3\n\n\n乙: 1\n", (2, 3, 4, 9)),
        ("甲: &x\n  一: 1\n乙: 1\n", (2, 3, 2, 7)),
        ("甲:\n  - 一\n  - 二: 2\n    三: 3\n乙: 1\n", (2, 3, 4, 9)),
        ("甲:\n- 一\n- 二\n乙: 1\n", (2, 1, 3, 4)),
        ("甲: {}\n", (1, 4, 1, 6)),
        ("甲: []\n", (1, 4, 1, 6)),
        ("甲: ''\n", (1, 4, 1, 6)),
        ("甲: ~\n", (1, 4, 1, 5)),
        ("甲:\n乙: 1\n", (1, 3, 1, 3)),
        ("甲: &x\n乙: 1\n", (1, 6, 1, 6)),
        ("甲: !!str\n乙: 1\n", (1, 9, 1, 9)),
    ],
)
def test_a_value_spans_its_text_and_no_more(text: str, expected: tuple[int, int, int, int]) -> None:
    for other in (text, text.replace("\n", "\r\n"), text.replace("\n", "\r"), "\ufeff" + text):
        assert corners(at(root_of(other), "甲").span) == expected


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        ("甲乙: 1\n", "甲乙", (1, 1, 1, 3)),
        ("  '甲 乙' : 1\n", "甲 乙", (1, 3, 1, 8)),
        ('{"甲": 1}\n', "甲", (1, 2, 1, 5)),
        ("{甲, 乙: 1}\n", "甲", (1, 2, 1, 3)),
        ("&x 甲: 1\n", "甲", (1, 4, 1, 5)),
        ("? 甲\n: 1\n", "甲", (1, 3, 1, 4)),
        ("2024-01-01: 1\n", "2024-01-01", (1, 1, 1, 11)),
        ("全角（）：键: 1\n", "全角（）：键", (1, 1, 1, 7)),
    ],
)
def test_a_key_spans_its_text(text: str, key: str, expected: tuple[int, int, int, int]) -> None:
    assert corners(mapping_of(text).key_span(key)) == expected


def test_an_alias_stands_where_its_anchor_stands() -> None:
    root = root_of("a: &x 甲\nb: *x\nc:\n  - *x\n")
    assert corners(at(root, "b").span) == corners(at(root, "c", 0).span) == (1, 7, 1, 8)
    assert written(at(root, "b")) == "甲"


def test_a_merged_key_and_value_stand_where_they_were_written() -> None:
    root = root_of("a: &a\n  x: 甲\nb:\n  <<: *a\n  y: 乙\nc:\n  <<: *a\n")
    merged = at(root, "b")
    assert isinstance(merged, Mapping)
    assert corners(merged.key_span("x")) == (2, 3, 2, 4)
    assert corners(merged.entries["x"].span) == (2, 6, 2, 7)
    assert corners(merged.key_span("y")) == (5, 3, 5, 4)


def test_the_head_of_a_mapping_is_its_own_first_key() -> None:
    root = root_of("a: &a\n  x: 甲\nb:\n  <<: *a\n  y: 乙\nc:\n  <<: *a\nd: {}\ne: {x: 1}\n")
    heads = [corners(head_span(at(root, key))) for key in "abcde"]
    assert heads == [(2, 3, 2, 4), (5, 3, 5, 4), (7, 3, 7, 5), (8, 4, 8, 6), (9, 5, 9, 6)]


def test_the_head_of_a_longer_value_is_its_first_line() -> None:
    root = root_of("a: |\n  甲\n  乙\nb: [1,\n  2]\nc:\n  - 甲: 1\n    乙: 2\nd: 甲乙\n")
    heads = [corners(head_span(at(root, key))) for key in "abcd"]
    assert heads == [(1, 4, 1, 5), (4, 4, 4, 7), (7, 3, 7, 9), (9, 4, 9, 6)]


def test_a_key_that_is_not_there_is_looked_for_at_the_mappings_head() -> None:
    assert corners(mapping_of("  甲: 1\n").key_span("乙")) == (1, 3, 1, 4)


def test_the_end_of_a_collection_is_that_of_its_last_own_value() -> None:
    root = root_of("a: &a {x: 1}\nb:\n  c: 1\n  d: *a\n\n# 注\ne: 2\n")
    inner = at(root, "b")
    assert isinstance(inner, Mapping)
    assert corners(inner.span) == (3, 3, 3, 7)
    assert last_offset(at(root, "a")) == len("a: &a {x: 1}")


def test_a_sequence_of_aliases_only_ends_where_it_begins() -> None:
    root = root_of("a: &a 1\nb:\n  - *a\n  - *a\nc: 2\n")
    aliases = at(root, "b")
    assert isinstance(aliases, Sequence)
    assert corners(aliases.span)[:2] == (3, 3)


def test_nested_dashes_each_have_their_place() -> None:
    file = load_text("- - 甲\n  - 乙\n-\n  - 丙\n")
    assert places(file) == [
        ("", (1, 1, 4, 6)),
        ("/0", (1, 3, 2, 6)),
        ("/0/0", (1, 5, 1, 6)),
        ("/0/1", (2, 5, 2, 6)),
        ("/1", (4, 3, 4, 6)),
        ("/1/0", (4, 5, 4, 6)),
    ]


def test_compact_mappings_in_a_list_have_their_places() -> None:
    file = load_text("tasks:\n  - title: 循环经济\n    lead: 县科工局\n\n  -   title: 绿色矿山\n")
    assert places(file) == [
        ("", (1, 1, 5, 18)),
        ("/tasks", (2, 3, 5, 18)),
        ("/tasks/0", (2, 5, 3, 15)),
        ("/tasks/0/title", (2, 12, 2, 16)),
        ("/tasks/0/lead", (3, 11, 3, 15)),
        ("/tasks/1", (5, 7, 5, 18)),
        ("/tasks/1/title", (5, 14, 5, 18)),
    ]


def test_the_text_of_null_is_empty() -> None:
    root = root_of("a: null\nb:\n")
    assert [at(root, key).text for key in "ab"] == ["", ""]  # type: ignore[union-attr]
