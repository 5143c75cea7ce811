"""What the tests of reading share: compact views of files, and generated content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from hypothesis import strategies as st

from planspec.source import load_text
from planspec.source.file import SourceFile
from planspec.source.nodes import Mapping, Node, Scalar, Sequence
from planspec.source.span import Span

Value: TypeAlias = "str | int | bool | list[Value] | dict[str, Value] | None"

NOT_IN_A_SPEC = "\x85\u2028\u2029"
"""Line breaks to YAML and to no editor: planspec reads a blank and says so."""

WORDS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters=NOT_IN_A_SPEC), max_size=12),
    st.text("甲乙丙（）“”：，。、　％0123456789:#-[]{}&*!|>'\"%@`,?~ \n\t", max_size=12),
    st.sampled_from(
        ["yes", "no", "on", "null", "~", "true", "1.0", "2024-03-18", "0o17", "<<", "=", "增长7%左右", ""]
    ),
)
INTEGERS = st.integers(-(10**16), 10**16)
VALUES: st.SearchStrategy[Value] = st.recursive(
    st.one_of(st.none(), st.booleans(), INTEGERS, WORDS),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(WORDS, inner, max_size=4)),
    max_leaves=20,
)
YAML_LIKE = st.lists(
    st.one_of(
        st.sampled_from(
            ["a: ", "- ", "甲：", "  ", "\n", "\r\n", "\t", "[", "]", "{", "}", ",", "'", '"', "|\n", ">-\n", "# ", "&x ",
             "*x", "!t ", "? ", "<<: ", "---\n", "...\n", "%Y ", "\\", "@", "：", "　", "\ufeff", "\u2028", "\x85", "1",
             "b:c", "：\n  ", "null", "\r", "\x00", "\x07"]
        ),
        st.text(max_size=3),
    ),
    max_size=40,
).map("".join)  # fmt: skip


def faults(text: str) -> list[tuple[int, int, str]]:
    """Return line, column and Chinese message of every fault of a text."""
    return faults_of(load_text(text))


def faults_of(file: SourceFile) -> list[tuple[int, int, str]]:
    return [(one.span.start_line, one.span.start_column, one.message.zh) for one in file.faults]


def places(file: SourceFile) -> list[tuple[str, tuple[int, int, int, int]]]:
    """Return pointer and span of every value, in the order of the text's nodes."""
    return [(file.pointer(node), corners(node.span)) for node in walk(file.root)]


def corners(span: Span) -> tuple[int, int, int, int]:
    return span.start_line, span.start_column, span.end_line, span.end_column


def walk(root: Node | None) -> Iterator[Node]:
    """Yield every value, parents before children, in order."""
    todo = [root] if root is not None else []
    while todo:
        node = todo.pop()
        yield node
        if isinstance(node, Mapping):
            todo.extend(reversed(node.entries.values()))
        elif isinstance(node, Sequence):
            todo.extend(reversed(node.items))


def keys(root: Node | None) -> Iterator[Scalar]:
    """Yield every key."""
    for node in walk(root):
        if isinstance(node, Mapping):
            yield from node.keys.values()


def root_of(text: str) -> Node:
    """Return the root of a text that must be free of faults."""
    file = load_text(text)
    assert faults_of(file) == []
    assert file.root is not None
    return file.root


def mapping_of(text: str) -> Mapping:
    """Return the root mapping of a text that must be free of faults."""
    root = root_of(text)
    assert isinstance(root, Mapping)
    return root


def at(node: Node, *steps: str | int) -> Node:
    """Return the node under keys and positions."""
    for step in steps:
        if isinstance(node, Mapping):
            node = node.entries[str(step)]
        else:
            assert isinstance(node, Sequence)
            node = node.items[int(step)]
    return node


def written(node: Node) -> str:
    """Return the text at a node's span."""
    return node.file.slice(node.span)
