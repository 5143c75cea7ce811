"""Edits of values and lists: the text that comes out is read as what was wanted, and nothing else has moved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planspec.source import load_text
from planspec.source.diagnostic import Edit
from planspec.source.edits import apply
from planspec.source.nodes import Mapping, Node, Scalar, Sequence
from planspec.source.rewriting import parted, quoted, rewrite, with_key_colons, without_item, without_lines


def at(text: str, *path: str | int) -> Node:
    node = load_text(text).root
    for step in path:
        if isinstance(step, str):
            assert isinstance(node, Mapping)
            node = node.entries[step]
        else:
            assert isinstance(node, Sequence)
            node = node.items[step]
    assert node is not None
    return node


def scalar(text: str, *path: str | int) -> Scalar:
    node = at(text, *path)
    assert isinstance(node, Scalar)
    return node


def made(text: str, *edits: Edit | None) -> str | None:
    return None if None in edits else apply(text, [one for one in edits if one is not None])


@pytest.mark.parametrize(
    ("text", "new", "result"),
    [
        ("a: 甲  # 注\n", "乙", "a: 乙  # 注\n"),
        ("a: '甲''s'\n", "乙's", "a: '乙''s'\n"),
        ('a: "甲\\u4e59"\n', '乙"', 'a: "乙\\""\n'),
        ("a: 甲\n", "乙: 丙", 'a: "乙: 丙"\n'),
        ("a: 甲\n", "2024", 'a: "2024"\n'),
        ("a: &x 甲\nb: *x\n", "乙", "a: &x 乙\nb: *x\n"),
    ],
)
def test_a_value_is_rewritten_in_its_quotes(text: str, new: str, result: str) -> None:
    assert made(text, rewrite(scalar(text, "a"), new)) == result
    assert scalar(result, "a").plain == new


@pytest.mark.parametrize(
    "text", ["a: |\n  甲\n", "a: 甲\n  乙\n", 'a: "甲\n  乙"\n', "a: >-\n  甲\n", "a:\n"]
)
def test_a_value_of_several_lines_is_not_rewritten(text: str) -> None:
    assert rewrite(scalar(text, "a"), "丙") is None


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=8))
@pytest.mark.parametrize("text", ["- [甲, 乙]\n", "- ['甲', 乙]\n", '- ["甲", 乙]\n'])
def test_whatever_is_written_is_read_again(text: str, new: str) -> None:
    result = made(text, rewrite(scalar(text, 0, 0), new))
    if result is not None:
        items = at(result, 0)
        assert isinstance(items, Sequence)
        assert items.plain == [new, "乙"]


@pytest.mark.parametrize(
    ("text", "number", "result"),
    [
        ("a: [甲, 乙, 丙]\n", 1, "a: [甲, 丙]\n"),
        ("a: [甲, 乙, 丙]\n", 0, "a: [乙, 丙]\n"),
        ("a: [ 甲, 乙 ] # 注\n", 0, "a: [ 乙 ] # 注\n"),
        ("a: [甲,\n  乙]\n", 1, "a: [甲]\n"),
        ("a: [甲,\n  乙]\n", 0, "a: [乙]\n"),
        ("a:\n  - 甲\n  - 乙\nb: 1\n", 1, "a:\n  - 甲\nb: 1\n"),
        ("a:\r\n- 甲\r\n- 乙\r\n", 0, "a:\r\n- 乙\r\n"),
        ("a:\n- 甲\n- 乙", 1, "a:\n- 甲\n"),
    ],
)
def test_an_item_goes_with_its_comma_or_line(text: str, number: int, result: str) -> None:
    items = at(text, "a")
    assert isinstance(items, Sequence)
    assert made(text, without_item(items, items.items[number])) == result


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("a: [甲]\n", 0),
        ("a: [甲,  # 注\n  乙]\n", 1),
        ("a:\n- 甲  # 注\n- 乙\n", 0),
        ("b: &x 甲\na: [*x, 乙]\n", 1),
        ("a: [&x 甲, 乙]\nb: *x\n", 0),
        ("a:\n- &x 甲\n- 乙\nb: *x\n", 0),
    ],
)
def test_an_item_stays_where_more_would_go_with_it(text: str, number: int) -> None:
    items = at(text, "a")
    assert isinstance(items, Sequence)
    assert without_item(items, items.items[number]) is None


def test_a_stranger_is_no_item() -> None:
    items = at("a: [甲, 乙]\n", "a")
    assert isinstance(items, Sequence)
    assert without_item(items, scalar("a: 甲\n", "a")) is None


def test_lines_go_only_if_nothing_else_stands_on_them() -> None:
    text = "a: 1\nb: 2  \nc: 3 # 注\n"
    file = load_text(text)

    def cut(line: int, start: int, end: int) -> str | None:
        offset = sum(map(len, text.splitlines(keepends=True)[: line - 1]))
        return made(text, without_lines(file, file.span(offset + start, offset + end)))

    assert cut(2, 0, 4) == "a: 1\nc: 3 # 注\n"
    assert cut(3, 0, 4) is None
    assert cut(2, 1, 4) is None


@pytest.mark.parametrize(
    ("text", "path", "result"),
    [
        ("a: [甲乙, 丙]\n", ("a", 0), "a: [甲, 乙, 丙]\n"),
        ("a: 甲乙\n", ("a",), "a: [甲, 乙]\n"),
        ("- {a: 甲乙, b: 1}\n", (0, "a"), "- {a: [甲, 乙], b: 1}\n"),
        ("a:\r\n  - 丙\r\n  - 甲乙 # 注\r\n", ("a", 1), "a:\r\n  - 丙\r\n  - 甲\r\n  - 乙 # 注\r\n"),
        ("a: '甲乙'\n", ("a",), None),
    ],
)
def test_one_item_becomes_two(text: str, path: tuple[str | int, ...], result: str | None) -> None:
    assert made(text, parted(scalar(text, *path), ("甲", "乙"))) == result


def test_a_plain_value_is_quoted() -> None:
    assert made("a: 2024 # 年\n", quoted(scalar("a: 2024 # 年\n", "a"))) == 'a: "2024" # 年\n'
    assert quoted(scalar('a: "2024"\n', "a")) is None


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("a:\n  甲：增长7%\n", "a:\n  甲: 增长7%\n"),
        ("a:\n  甲：增长7%\n  乙：达到1亿元：以上\n", "a:\n  甲: 增长7%\n  乙: 达到1亿元：以上\n"),
        ("a:\n  甲:增长7%\n", "a:\n  甲: 增长7%\n"),
        ("a:\n- 甲：增长7%\n", None),
        ("a: 甲：增长7%\n", "a: 甲：增长7%\n"),
        ("a:\n  甲：增长7%\n  没有冒号\n", "a:\n  甲：增长7%\n  没有冒号\n"),
        ("a:\n  见http://example.org\n", "a:\n  见http://example.org\n"),
    ],
)
def test_entries_with_another_colon_become_entries(text: str, result: str | None) -> None:
    path = ("a", 0) if result is None else ("a",)
    edits = with_key_colons(scalar(text, *path))
    assert apply(text, edits) == (result or "a:\n- 甲: 增长7%\n")
