"""Entries in another order: lines, comments at their ends and line ends go along; doubtful ones stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planspec.source import load_text
from planspec.source.edits import apply
from planspec.source.emit import emit
from planspec.source.nodes import Mapping, Node, Plain, Sequence
from planspec.source.reordering import reordered


def sorted_text(text: str) -> str | None:
    """Return the text with the keys of each mapping sorted; None where that is refused."""
    file = load_text(text)
    assert file.faults == []
    wanted = [
        (node, sorted(node.entries))
        for node in mappings(file.root)
        if [*node.entries] != sorted(node.entries)
    ]
    edits = reordered(file, wanted)
    return None if edits is None else apply(text, edits)


def mappings(root: Node | None) -> list[Mapping]:
    found = []
    todo = [root]
    while todo:
        node = todo.pop()
        if isinstance(node, Mapping):
            found.append(node)
            todo.extend(node.entries.values())
        elif isinstance(node, Sequence):
            todo.extend(node.items)
    return found


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("b: 1\na: 2\n", "a: 2\nb: 1\n"),
        ("b: 1  # 一\na: 2", "a: 2\nb: 1  # 一"),
        ("b: 1\r\na:\r\n- 2\r\n- 3\r\n", "a:\r\n- 2\r\n- 3\r\nb: 1\r\n"),
        ("- b: 1\n  a: 2\n- c: 3\n", "- a: 2\n  b: 1\n- c: 3\n"),
        ("{b: 1, a: [2, 3]}  # 注\n", "{a: [2, 3], b: 1}  # 注\n"),
        ("b: |\n  甲\n  乙\na: 2\n", "a: 2\nb: |\n  甲\n  乙\n"),
        ("c: {b: 1, a: 2}\nb:\n  d: 1\n  c: 2\n", "b:\n  c: 2\n  d: 1\nc: {a: 2, b: 1}\n"),
        ("a: 1\n# 注\nb: 1\nd: 2\nc: 3\n\ne: 4\n", "a: 1\n# 注\nb: 1\nc: 3\nd: 2\n\ne: 4\n"),
    ],
)
def test_entries_move_with_their_lines(text: str, result: str) -> None:
    assert sorted_text(text) == result


@pytest.mark.parametrize(
    "text",
    [
        "b: 1\n# 说明\na: 2\n",
        "# 说明\nb: 1\na: 2\n",
        "b: 1\n\na: 2\n",
        "b: &x 1\na: *x\n",
        "{b: 1, # 注\n a: 2}\n",
        "x: &y {c: 1}\nz:\n  d: 2\n  <<: *y\n",
    ],
)
def test_what_may_belong_to_another_entry_stays(text: str) -> None:
    assert sorted_text(text) is None


NAMES = st.text("abcdef", min_size=1, max_size=2)
VALUES: st.SearchStrategy[Plain] = st.recursive(
    st.sampled_from(["甲", "乙丙", "达到7%"]),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3) | st.dictionaries(NAMES, inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)


@given(st.dictionaries(NAMES, VALUES, min_size=1, max_size=5), st.sampled_from(["\n", "\r\n"]))
def test_the_content_is_the_same_in_order(value: dict[str, Plain], end: str) -> None:
    text = emit(value).replace("\n", end)
    result = sorted_text(text)
    assert result is not None
    assert sorted(result) == sorted(text)
    again = load_text(result)
    assert again.root is not None and again.faults == []
    assert again.root.plain == load_text(text).root.plain  # type: ignore[union-attr]
    assert all([*node.entries] == sorted(node.entries) for node in mappings(again.root))
    assert sorted_text(result) == result
