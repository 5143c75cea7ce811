"""What a text means: values, keys, anchors, merges, bounds, and every fault of the text in one run."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from planspec.source import load_bytes, load_text, parser, syntax
from planspec.source.nodes import Mapping, Scalar
from planspec.source.parser import MAX_DEPTH, MAX_ERRORS, MAX_EXPANDED, MAX_FAULTS
from planspec.source.span import Span
from planspec.source.syntax import explain
from source.trees import INTEGERS, VALUES, WORDS, YAML_LIKE, Value, at, faults, faults_of, keys, root_of, walk


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("off", "off"),
        ("2024-03-18", "2024-03-18"),
        ("12:30", "12:30"),
        ("0x1F", "0x1F"),
        ("010", "010"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        (".5", ".5"),
        (".nan", ".nan"),
        (".inf", ".inf"),
        ("430522", 430522),
        ("-7", -7),
        ("+7", 7),
        ("-0", 0),
        ("0.9", 0.9),
        ("1.0", 1.0),
        ("true", True),
        ("FALSE", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("999999999999999999", 999999999999999999),
        ("1234567890123456789", "1234567890123456789"),
        ("'7'", "7"),
        ('"true"', "true"),
        ("''", ""),
        ("! 7", "7"),
        ("!!str 7", "7"),
        ("!!int '7'", 7),
        ("!!str", ""),
        ("增长7%左右", "增长7%左右"),
        ("甲：乙", "甲：乙"),
        ("甲#乙", "甲#乙"),
        ("甲 # 乙", "甲"),
        ("“甲”", "“甲”"),
        ("'it''s'", "it's"),
        ('"\\u7532\\n\\t"', "甲\n\t"),
        ("|\n   甲\n    乙\n", "甲\n 乙\n"),
        (">-\n   甲\n   乙\n\n   丙\n", "甲 乙\n丙"),
        ("甲\n   乙", "甲 乙"),
        ("[甲，乙, 丙]", ["甲，乙", "丙"]),
        ("{甲: 1, 乙: , 丙}", {"甲": 1, "乙": None, "丙": None}),
    ],
)
def test_a_plain_value_is_what_a_reader_takes_it_for(text: str, value: Value) -> None:
    assert root_of(f"a: {text}\n").plain == {"a": value}


def test_a_key_is_always_text() -> None:
    root = root_of("1: a\ntrue: b\n~: c\n2024-01-01: d\n'x': e\n? f\n: g\n1.50: h\n")
    assert list(root.plain) == ["1", "true", "~", "2024-01-01", "x", "f", "1.50"]  # type: ignore[arg-type]


def test_the_text_of_a_number_is_its_spelling() -> None:
    root = root_of("a: 1.50\nb: +7\nc: &x 0.0\nd: *x\ne: true\nf:\n")
    assert [at(root, key).text for key in "abcdef"] == ["1.50", "+7", "0.0", "0.0", "true", ""]  # type: ignore[union-attr]


def test_an_alias_is_the_anchored_node_itself() -> None:
    root = root_of("a: &x {b: 1}\nc: *x\nd: [*x]\n")
    assert at(root, "c") is at(root, "a")
    assert at(root, "d", 0) is at(root, "a")
    assert root.plain == {"a": {"b": 1}, "c": {"b": 1}, "d": [{"b": 1}]}


def test_an_anchor_may_be_given_anew() -> None:
    assert root_of("a: &x 1\nb: *x\nc: &x 2\nd: *x\ne: &x [&x 3]\nf: *x\n").plain == {
        "a": 1, "b": 1, "c": 2, "d": 2, "e": [3], "f": 3,
    }  # fmt: skip


def test_a_merge_adds_what_the_mapping_does_not_state() -> None:
    root = root_of("a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nc: {<<: [*a, *b], x: 0}\nd:\n  <<: *a\n")
    assert root.plain["c"] == {"x": 0, "y": 2, "z": 4}  # type: ignore[call-overload, index]
    assert root.plain["d"] == {"x": 1, "y": 2}  # type: ignore[call-overload, index]


def test_a_quoted_merge_key_is_text() -> None:
    assert root_of("'<<': 1\na: 2\n").plain == {"<<": 1, "a": 2}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<<: 1\na: 2\n", (1, 5, "“<<”只能并入一组“键: 值”（如 <<: *base）；这里的值没有并入")),
        ("a: *x\n", (1, 4, "*x 引用的是前面标有 &x 的内容，但前面没有这个标记；若想写以 * 开头的文字，请加引号")),
        ("a: &x [*x]\n", (1, 8, "*x 引用的内容里又包含它自己，无法展开；请改为直接写出")),
        ("a: &x\n  b: {c: *x}\n", (2, 10, "*x 引用的内容里又包含它自己，无法展开；请改为直接写出")),
        ("a: &x {<<: *x}\n", (1, 12, "*x 引用的内容里又包含它自己，无法展开；请改为直接写出")),
        ("a: !foo 1\n", (1, 4, "标签 !foo（以“!”开头的文字）在 YAML 中另有含义，这里没有采用；若“!”是文字的一部分，请给整个值加引号")),
        ("a: !!binary x\n", (1, 4, "标签 tag:yaml.org,2002:binary（以“!”开头的文字）在 YAML 中另有含义，这里没有采用；若“!”是文字的一部分，请给整个值加引号")),
        ("a: 1\n---\nb: 2\n", (2, 1, "一个文件只能有一份方案：从第二个“---”起的内容没有读取；请拆成两个文件")),
        ("[甲]: 1\n", (1, 1, "冒号前面应当是一段文字，这里却是方括号或花括号里的内容；若文字以 [ 或 { 开头，请加引号")),
        ("a: 1\n{b: 1}: 2\n", (2, 1, "冒号前面应当是一段文字，这里却是方括号或花括号里的内容；若文字以 [ 或 { 开头，请加引号")),
    ],
)  # fmt: skip
def test_a_fault_of_content_is_told_at_its_place(text: str, expected: tuple[int, int, str]) -> None:
    assert faults(text) == [expected]


@pytest.mark.parametrize(
    "tag", ["!!python/object:os.system", "!!python/name:os.system", "!!map", "!!seq", "!!str"]
)
@pytest.mark.parametrize("value", ["{}", "[]", "x", "", "{<<: 1}"])
def test_no_tag_makes_an_object(tag: str, value: str) -> None:
    root = load_text(f"a: {tag} {value}\n").root
    assert root is None or set(map(type, (node.plain for node in walk(root)))) <= {
        dict,
        list,
        str,
        type(None),
    }


def test_a_repeated_key_is_told_with_the_first_and_the_first_counts() -> None:
    file = load_text("甲: 1\n乙:\n  丙: 1\n  '丙': 2\n甲: 3\n")
    assert file.root is not None
    assert file.root.plain == {"甲": 1, "乙": {"丙": 1}}
    assert [(fault.code, fault.span, fault.related[0][0]) for fault in file.faults] == [
        ("FMT003", Span(4, 3, 4, 6), Span(3, 3, 3, 4)),
        ("FMT003", Span(5, 1, 5, 2), Span(1, 1, 1, 2)),
    ]
    assert file.faults[1].message.zh == (
        "键“甲”重复：第1行已经写过，这里的值不会生效；请删去其一，或改成应有的键名"
    )


def test_a_key_that_only_a_merge_brings_is_not_repeated() -> None:
    assert faults("a: &a {x: 1}\nb: {x: 2, <<: *a}\nc: {<<: *a, x: 3}\n") == []


@pytest.mark.parametrize("text", ["", "# 注释\n", "---\n# 注释\n", "\n\n", "---\n...\n"])
def test_a_text_without_content_has_no_fault(text: str) -> None:
    file = load_text(text)
    assert faults_of(file) == []
    assert file.root is None or file.root.plain is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[" * 10_000 + "]" * 10_000, (1, MAX_DEPTH + 1)),
        ("[" * 10_000, (1, MAX_DEPTH + 1)),
        ("{a: " * 10_000 + "}" * 10_000, (1, 4 * MAX_DEPTH + 1)),
        ("".join(" " * depth + "a:\n" for depth in range(3_000)), (MAX_DEPTH + 1, MAX_DEPTH + 1)),
        ("- " * 10_000 + "a", (1, 2 * MAX_DEPTH + 1)),
    ],
    ids=["flow", "unclosed", "mappings", "block", "dashes"],
)
def test_nesting_is_bounded(text: str, place: tuple[int, int]) -> None:
    line, column = place
    assert faults(text) == [(line, column, f"嵌套超过{MAX_DEPTH}层，没有继续读取；请检查这里的缩进或括号")]
    assert load_text(text).root is None


def test_nesting_up_to_the_bound_is_read() -> None:
    text = "[" * MAX_DEPTH + "1" + "]" * MAX_DEPTH
    assert faults(text) == []


def bomb(line: str) -> str:
    """Return ten levels, each with ten aliases of the one before."""
    return "a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n" + "".join(
        f"{new}: &{new} {line.format(', '.join(['*' + old] * 10))}\n"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )


def test_an_alias_bomb_is_stopped_where_it_goes_too_far() -> None:
    limit = f"层层展开后超过{MAX_EXPANDED}项，没有继续读取；请把重复的内容直接写出，或少用引用"
    assert faults(bomb("[{}]")) == [(6, 36, f"引用（*e）{limit}")]


def test_a_merge_bomb_is_stopped() -> None:
    text = "a: &a {k: [1, 1]}\n" + "".join(
        f"{new}: &{new} {{x: [{', '.join(['*' + old] * 9)}], <<: *{old}}}\n"
        for old, new in zip("abcdefghijk", "bcdefghijkl", strict=True)
    )
    found = load_text(text)
    assert found.root is None
    assert [fault.message.en.partition(" expands")[0] for fault in found.faults] == ["Alias *f"]


def test_many_small_aliases_are_no_bomb() -> None:
    text = "a: &a [甲, 乙]\nb:\n" + "- *a\n" * 5_000
    assert faults(text) == []


def test_what_an_anchor_within_an_anchor_stands_for_is_counted_too() -> None:
    inner = "a: &a [" + "x," * 1000 + "]\n" + "b: &b {c: &c [*a, *a], d: *c}\n"
    assert faults(inner + "e: [" + "*b," * 240 + "]\n") == []
    assert len(faults(inner + "e: [" + "*b," * 250 + "]\n")) == 1


def test_the_number_of_nodes_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "MAX_NODES", 100)
    assert faults("[" + "甲," * 99 + "]") == []
    assert faults("[" + "甲," * 100 + "乙]") == [
        (1, 202, "文件有超过100个键和值，没有继续读取；请把各行动的方案分写成多个文件（include）")
    ]


def test_repeated_keys_are_listed_up_to_a_bound_and_no_further() -> None:
    found = load_text("a: 1\n" * 10_000).faults
    assert [fault.code for fault in found] == ["FMT003"] * MAX_FAULTS + ["FMT001"]
    assert found[-1].message.zh == f"这样的问题超过{MAX_FAULTS}处，其余没有列出；请先改正以上各处"
    assert found[-1].span.start_line == MAX_FAULTS + 2


def test_syntax_errors_are_listed_up_to_a_bound_and_no_further() -> None:
    found = faults("a: @\n" * 100)
    assert [line for line, _, _ in found] == [*range(1, MAX_ERRORS + 1), MAX_ERRORS]
    assert found[-1][2] == f"语法错误超过{MAX_ERRORS}处，其余没有列出；请先改正以上各处"


# Laws


def read(text: str) -> Value:
    file = load_text(text)
    assert faults_of(file) == []
    return file.root.plain if file.root is not None else None  # type: ignore[return-value]


@given(VALUES)
def test_what_is_dumped_is_read_back(value: Value) -> None:
    assert read(yaml.safe_dump(value, allow_unicode=True, sort_keys=False)) == value


@given(VALUES, st.booleans(), st.integers(1, 6))
def test_layout_is_not_meaning(value: Value, flow: bool, indent: int) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow, indent=indent, width=200)
    assert read(text) == value


@given(VALUES)
def test_every_value_and_key_stands_where_its_span_says(value: Value) -> None:
    file = load_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10**6))
    scalars = [node for node in [*walk(file.root), *keys(file.root)] if isinstance(node, Scalar)]
    for node in scalars:
        if node.span.start_line == node.span.end_line:
            assert read(file.slice(node.span)) == node.plain


@given(VALUES)
def test_values_stand_in_order_and_within_what_holds_them(value: Value) -> None:
    file = load_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False))
    starts = [node.start for node in walk(file.root)]
    assert starts == sorted(starts)
    for node in walk(file.root):
        if isinstance(node, Mapping):
            assert all(node.span.covers(key.span) for key in node.keys.values())
            assert all(node.span.covers(child.span) for child in node.entries.values())
            assert all(node.keys[key].end <= node.entries[key].start for key in node.entries)
        elif not isinstance(node, Scalar):
            assert all(node.span.covers(child.span) for child in node.items)


@given(VALUES)
def test_line_ends_and_a_byte_order_mark_change_nothing(value: Value) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
    plain = load_text(text)
    spans = [node.span for node in walk(plain.root)]
    for other in (text.replace("\n", "\r\n"), text.replace("\n", "\r"), "\ufeff" + text):
        file = load_bytes(other.encode(), Path("plan.yaml"), "plan.yaml")
        assert faults_of(file) == []
        assert [node.span for node in walk(file.root)] == spans
        assert file.lines == plain.lines


@settings(max_examples=400)
@given(YAML_LIKE)
def test_any_text_is_read_without_an_exception_and_faults_lie_in_it(text: str) -> None:
    file = load_text(text)
    for fault in file.faults:
        assert 1 <= fault.span.start_line <= len(file.lines)
        assert 1 <= fault.span.start_column <= len(file.lines[fault.span.start_line - 1]) + 1
        assert (fault.span.start_line, fault.span.start_column) <= (
            fault.span.end_line,
            fault.span.end_column,
        )
    for node in [*walk(file.root), *keys(file.root)]:
        assert 1 <= node.span.start_line <= node.span.end_line <= len(file.lines)


@settings(max_examples=200)
@example("'!t \n\t")
@example("<<: ]a: |\n\r!t ,\r\n\t\u3000")
@example("\n'：,\u3000  \n  {{：'\\\r\t? ：%Y *x'@")
@given(YAML_LIKE)
def test_each_reading_leaves_less_to_complain_of(text: str) -> None:
    with patch.object(syntax, "explain", wraps=explain) as explained:
        file = load_text(text)
    assert explained.call_count <= 3 * len(file.lines) + text.count("：")


@given(st.binary(max_size=200))
def test_any_bytes_are_read_without_an_exception(data: bytes) -> None:
    load_bytes(data, Path("plan.yaml"), "plan.yaml")


@settings(max_examples=400)
@given(YAML_LIKE)
def test_what_libyaml_refuses_has_a_fault(text: str) -> None:
    file = load_text(text)
    try:
        for _ in yaml.parse(file.text, yaml.CSafeLoader):
            pass
    except yaml.YAMLError:
        assert file.faults != []


@given(YAML_LIKE)
def test_faulty_texts_have_the_same_faults_with_other_line_ends(text: str) -> None:
    text = text.replace("\r", "")
    assert faults(text.replace("\n", "\r\n")) == faults(text)


@given(st.dictionaries(WORDS, INTEGERS, min_size=1), st.data())
def test_a_broken_line_takes_no_other_line_with_it(entries: dict[str, int], data: st.DataObject) -> None:
    lines = [yaml.safe_dump({key: value}, allow_unicode=True, width=10**6) for key, value in entries.items()]
    lines = [line for line in lines if not line.startswith("?") and "\n" not in line[:-1]]
    cut = data.draw(st.integers(0, len(lines)))
    file = load_text("".join([*lines[:cut], "坏: @\n", *lines[cut:]]))
    assert faults_of(file) == [(cut + 1, 4, "值不能以“@”开头；请给整个值加引号")]
    assert file.root is not None
    assert file.root.plain == {**read("".join(lines) or "{}"), "坏": None}  # type: ignore[dict-item]
