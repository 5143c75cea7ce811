"""Validation: every violation at its place and in plain words; the schemas themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from planspec import schema
from planspec.schema import KINDS, MAX_FAULTS, Kind, bundled_schema, load_schema, schema_folder, validate
from planspec.source import load_text

HEAD = "planspec: 1\ntitle: 某县方案\njurisdiction: 430522\nyear: 2024\n"
"""Four lines that every plan needs; what a test adds begins on line 5."""

WIDE_COLON = "；键后面的“：”是全角冒号，请改为半角冒号加空格“: ”"
NO_SPACE = "；键后面的冒号缺一个空格，请写成“键: 值”"
QUOTE = "；若是文字，请加引号"
MAP = "一组“键: 值”"
LIST = "列表（每项以“- ”开头）"
VALUE = f"{MAP}、文字、数字或{LIST}"
HOLDS = "；这里填："
EMPTY = "；请写上值，或删去这个键"


def found(text: str, kind: Kind = "plan") -> list[tuple[int, int, int, int, str]]:
    file = load_text(text)
    faults = validate(file, kind)
    assert {fault.code for fault in faults} <= {"FMT002"}
    return [
        (span.start_line, span.start_column, span.end_line, span.end_column, fault.message.zh)
        for fault in faults
        for span in [fault.span]
    ]


def only(text: str) -> tuple[int, int, int, int, str]:
    (one,) = found(HEAD + text)
    return one


def test_a_minimal_plan_is_valid() -> None:
    assert found(HEAD) == []


def test_a_minimal_action_is_valid() -> None:
    assert found("action: 产业培塑行动\n", "action") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("foo: 1\nx-foo: 1\n", (5, 1, 5, 4, "不认识的键“foo”，其内容没有检查；这里可用：")),
        ("goal: []\n", (5, 1, 5, 5, "不认识的键“goal”，其内容没有检查；是不是“goals”？")),
        ("状态：: draft\n", (5, 1, 5, 4, f"不认识的键“状态：”，其内容没有检查{WIDE_COLON}")),
        ("\u3000status: draft\n", (5, 1, 5, 8, "不认识的键“\u3000status”，其内容没有检查；键名里有全角空格或看不见的字符，请删去")),
        ("\u200bstatus: draft\n", (5, 1, 5, 8, "不认识的键“\u200bstatus”，其内容没有检查；键名里有全角空格或看不见的字符，请删去")),
        ("tasks: [{title: 甲, lead：乙}]\n", (5, 20, 5, 26, f"不认识的键“lead：乙”，其内容没有检查{WIDE_COLON}")),
        ("tasks: [{title: 甲, lead:乙}]\n", (5, 20, 5, 26, f"不认识的键“lead:乙”，其内容没有检查{NO_SPACE}")),
        ("status: done\n", (5, 9, 5, 13, "键“status”的值“done”不在可选范围内：draft, issued")),
        ("issued: 2024-3-8\n", (5, 9, 5, 17, "键“issued”的值“2024-3-8”格式不对：成文日期，如 2024-03-18")),
        ("goals: 甲\n", (5, 8, 5, 9, f"键“goals”应为{LIST}，这里是文字“甲”")),
        ("goals:\n", (5, 1, 5, 6, f"键“goals”应为{LIST}，这里是空的{EMPTY}")),
        ("goals: {}\n", (5, 8, 5, 10, f"键“goals”应为{LIST}，这里是{MAP}")),
        ("goals:\n- 甲\n-\n", None),
        ("goals:\n- targets：\n", (6, 3, 6, 11, f"键“goals”的第1项应为{MAP}，这里是文字“targets：”{WIDE_COLON}")),
        ("goals:\n- targets: 甲：增长\n", (6, 12, 6, 16, f"键“targets”应为{MAP}，这里是文字“甲：增长”{WIDE_COLON}")),
        ("goals:\n- targets:\n    甲:增长7%\n", (7, 5, 7, 11, f"键“targets”应为{MAP}，这里是文字“甲:增长7%”{NO_SPACE}")),
        ("goals:\n- targets: {甲：7%}\n", (6, 13, 6, 17, f"键“甲：7%”应为{VALUE}，这里是空的{WIDE_COLON}")),
        ("goals:\n- targets: {甲: }\n", (6, 13, 6, 14, f"键“甲”应为{VALUE}，这里是空的{EMPTY}")),
        ("goals:\n- targets: {'': 1}\n", (6, 13, 6, 15, "键“targets”里有一个空的键")),
        ("goals:\n- targets: {}\n", (6, 12, 6, 14, "键“targets”不能为空")),
        ("goals:\n- targets: {甲: []}\n", (6, 16, 6, 18, "键“甲”不能为空")),
        ("goals:\n- targets: {甲: {valu: 1}}\n", (6, 17, 6, 21, "不认识的键“valu”，其内容没有检查；是不是“value”？")),
        ("goals:\n- targets: {甲: {scope: 城区}}\n", (6, 17, 6, 22, "缺少必填的键“value”（值的短语，照文件原样）")),
        ("goals:\n- targets: {甲: {value: {a: 1}}}\n", (6, 25, 6, 26, f"键“value”应为文字、数字或{LIST}，这里是{MAP}")),
        ("goals:\n- targets: {甲: [1, {a: 1}]}\n", (6, 21, 6, 22, f"键“甲”的第2项应为文字或数字，这里是{MAP}")),
        ("goals:\n- targets: {甲: true}\n", (6, 16, 6, 20, f"键“甲”应为{VALUE}，这里是真假值“true”{QUOTE}")),
        ("tasks:\n- title: 2024\n", (6, 10, 6, 14, f"键“title”应为文字，这里是数字“2024”{QUOTE}")),
        ("tasks:\n- title: 甲\n  no: 1.10\n", (7, 7, 7, 11, f"键“no”应为文字或整数，这里是数字“1.10”{QUOTE}")),
        ("tasks:\n- title: 甲\n  open: 是\n", (7, 9, 7, 10, "键“open”应为“true”或“false”，这里是文字“是”")),
        ("tasks:\n- title: 甲\n  id: a b\n", (7, 7, 7, 10, "键“id”的值“a b”格式不对：稳定标识")),
        ("tasks:\n- title: ''\n", (6, 10, 6, 12, "键“title”不能为空")),
        ("tasks:\n- title: 甲\n  lead: [乙, [丙]]\n", (7, 13, 7, 16, f"键“lead”的第2项应为文字，这里是{LIST}")),
        ("tasks:\n- title: 甲\n  lead: []\n", (7, 9, 7, 11, "键“lead”不能为空")),
        ("tasks:\n- title: 甲\n  lead: &l\n    丙: 1\n", (8, 5, 8, 6, f"键“lead”应为文字或{LIST}，这里是{MAP}")),
        ("tasks:\n- lead: 甲\n", (6, 3, 6, 7, "缺少必填的键“title”（标题，照文件原样）")),
        ("tasks:\n- tilte: 甲\n", (6, 3, 6, 8, "不认识的键“tilte”，其内容没有检查；是不是“title”？")),
        ("actions:\n- include: 1\n", (6, 12, 6, 13, f"键“include”应为文字，这里是数字“1”{QUOTE}")),
        ("actions:\n- includ: a.yaml\n", (6, 3, 6, 9, "不认识的键“includ”，其内容没有检查；是不是“include”？")),
        ("actions:\n- 甲\n", (6, 3, 6, 4, f"键“actions”的第1项应为{MAP}，这里是文字“甲”")),
        ("actions:\n- include: a.yaml\n  sections: []\n", (7, 3, 7, 11, "不认识的键“sections”，其内容没有检查；这里可用：")),
        ("actions:\n- action: 甲\n  annex: 一\n", (7, 10, 7, 11, "键“annex”应为整数，这里是文字“一”")),
        ("sections: [{heading: 乙, tasks: [{title: 丙, by: true}]}]\n", (5, 48, 5, 52, f"键“by”应为文字或整数，这里是真假值“true”{QUOTE}")),
        ("units: {甲: {role: x, aliases: 乙}}\n", (5, 31, 5, 32, f"键“aliases”应为{LIST}，这里是文字“乙”")),
        ("allocations: {甲: {'430500': {}}}\n", (5, 29, 5, 31, f"键“430500”应为文字或数字，这里是{MAP}")),
    ],
)  # fmt: skip
def test_a_violation_is_told_at_its_place(text: str, expected: tuple[int, int, int, int, str] | None) -> None:
    if expected is None:
        assert [one[:2] for one in found(HEAD + text)] == [(6, 3), (7, 2)]
        return
    one = only(text)
    assert one[:4] == expected[:4]
    said, _, meaning = one[4].partition(HOLDS)
    assert said == expected[4] or (said.startswith(expected[4]) and expected[4].endswith(("：", "标识")))
    assert meaning or HOLDS not in one[4]


def test_a_required_key_that_is_missing_is_asked_for_with_its_meaning() -> None:
    assert found("planspec: 1\n") == [
        (1, 1, 1, 9, "缺少必填的键“jurisdiction”（行政区划代码（GB/T 2260，六位），如 430522）"),
        (1, 1, 1, 9, "缺少必填的键“title”（方案标题，照文件原样）"),
        (1, 1, 1, 9, "缺少必填的键“year”（年度）"),
    ]


def test_values_out_of_range_are_told_with_the_bound() -> None:
    text = "planspec: '1'\ntitle: ''\njurisdiction: 4305\nyear: 24\n"
    assert found(text) == [
        (1, 11, 1, 14, "键“planspec”应为1，这里是'1'"),
        (2, 8, 2, 10, "键“title”不能为空；这里填：方案标题，照文件原样"),
        (
            3,
            15,
            3,
            19,
            "键“jurisdiction”的值4305超出范围（不小于100000）；这里填：行政区划代码（GB/T 2260，六位），如 430522",
        ),
        (4, 7, 4, 9, "键“year”的值24超出范围（不小于1949）；这里填：年度"),
    ]


@pytest.mark.parametrize("text", ["", "# 注释\n", "~\n", "---\n"])
def test_an_empty_file_is_told_to_be_empty(text: str) -> None:
    assert found(text) == [
        (1, 1, 1, 1, "文件是空的，或只有注释；方案从“planspec: 1”写起，可用 planspec init 生成样例")
    ]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("甲\n", "文字“甲”"),
        ("- 甲\n", LIST),
        ("7\n", "数字“7”"),
        ("标题：甲\n", f"文字“标题：甲”{WIDE_COLON}"),
        ("标题:甲\n", f"文字“标题:甲”{NO_SPACE}"),
    ],
)
def test_a_file_that_is_no_mapping_is_told_so(text: str, what: str) -> None:
    assert [one[4] for one in found(text)] == [f"文件的最上层应为{MAP}，这里是{what}"]


def test_all_violations_of_a_file_are_told_in_the_order_of_the_file() -> None:
    text = HEAD + "foo: 1\nstatus: done\ntasks:\n- title: 甲\n  open: 1\n- lead: 乙\nissued: x\n"
    assert [one[:2] for one in found(text)] == [(5, 1), (6, 9), (9, 9), (10, 3), (11, 9)]


def test_what_a_syntax_error_made_unreadable_is_not_judged() -> None:
    file = load_text('planspec: 1\ntitle 某县方案\njurisdiction: @430522\nyear: "2024" 年\nfoo: 1\n')
    assert len(file.faults) == 3
    assert [fault.span.start_line for fault in validate(file, "plan")] == [5]


def test_a_file_of_which_nothing_could_be_read_is_not_judged() -> None:
    assert found("[" * 100) == []
    assert found("@") == []


def test_violations_in_a_merge_are_told_where_they_were_written() -> None:
    text = HEAD + "x-base: &b\n  lead: 7\ntasks:\n- title: 甲\n  <<: *b\n"
    assert [one[:2] for one in found(text)] == [(6, 9)]


@pytest.mark.parametrize("head", ["tasks:\n", "actions:\n- action: 甲\n  tasks:\n"])
def test_a_thousand_violations_are_cut_and_said_to_be(head: str) -> None:
    indent = "  " if head.startswith("actions") else ""
    faults = found(HEAD + head + f"{indent}- tilte: 甲\n" * 1000)
    assert MAX_FAULTS <= len(faults) <= MAX_FAULTS + 1
    assert faults[-1][:4] == faults[-2][:4]
    assert faults[-1][4] == f"不合格式的地方超过{len(faults) - 1}处，其余没有列出；请先改正以上各处"


def test_a_long_value_is_shortened_in_the_message() -> None:
    assert only("goals: " + "甲" * 99 + "\n")[4].startswith(
        f"键“goals”应为{LIST}，这里是文字“{'甲' * 30}…”；"
    )


def test_english_messages_say_the_same() -> None:
    (fault,) = validate(load_text(HEAD + "tasks:\n- title: 7\n"), "plan")
    assert fault.message.en == "“title” must be text, here it is the number “7”; quote it if it is text"


# The two validators


KEYS = sorted(
    {key for kind in KINDS for part in [bundled_schema(kind), *bundled_schema(kind)["$defs"].values()]
     for key in part.get("properties", {})}
)  # fmt: skip
LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(-3, 500_000), st.sampled_from([1, 430522, 2024, 0.5]),
    st.sampled_from(["", "甲", "draft", "a.yaml", "2024-03-18", "x\n", "2024-03-18\n", "增长7%"]),
)  # fmt: skip
NAMES = st.one_of(st.sampled_from(KEYS), st.sampled_from(["x-a", "", "甲", "foo"]))
SPECS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(NAMES, inner, max_size=4)),
    max_leaves=12,
)


@given(st.dictionaries(NAMES, SPECS, max_size=5), st.sampled_from(KINDS))
def test_a_file_that_the_fast_validator_refuses_has_a_fault_and_no_other_file(
    spec: dict[str, Any], kind: Kind
) -> None:
    if kind == "plan":
        spec = {"planspec": 1, "title": "甲", "jurisdiction": 430522, "year": 2024, **spec}
    else:
        spec = {"action": "甲", **spec}
    file = load_text(yaml.safe_dump(spec, allow_unicode=True, sort_keys=False))
    assert file.root is not None
    valid = jsonschema_rs.validator_for(bundled_schema(kind)).is_valid(file.root.plain)
    faults = validate(file, kind)
    assert (faults == []) == valid
    assert all(1 <= fault.span.start_line <= len(file.lines) for fault in faults)


def test_where_the_validators_disagree_the_refusal_still_has_a_fault() -> None:
    # Python's “$” also matches before a final line break, that of Rust does not.
    one = only('issued: "2024-03-18\\n"\n')
    assert one[:2] == (5, 9)
    assert one[4].startswith("键“issued”不合要求：")


# The schemas themselves


def parts(kind: Kind) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every property of a schema with its path."""
    todo: list[tuple[str, Any]] = [(kind, load_schema(kind))]
    while todo:
        path, node = todo.pop()
        if isinstance(node, list):
            todo.extend((f"{path}/{index}", one) for index, one in enumerate(node))
        elif isinstance(node, dict):
            for word in ("properties", "patternProperties"):
                if isinstance(node.get(word), dict):
                    yield from ((f"{path}/{name}", one) for name, one in node[word].items())
            todo.extend((f"{path}/{name}", one) for name, one in node.items())


def files() -> list[Path]:
    return sorted(schema_folder().glob("*.json"))


def test_the_schemas_lie_where_they_are_looked_for() -> None:
    assert {f"{kind}.schema.json" for kind in KINDS} <= {path.name for path in files()}


@pytest.mark.parametrize("path", files(), ids=lambda path: path.name)
def test_every_schema_is_a_valid_one_of_2020_12(path: Path) -> None:
    content = json.loads(path.read_text("utf-8"))
    assert content["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(content)
    assert jsonschema_rs.meta.is_valid(content)


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_described_in_chinese_and_english(kind: Kind) -> None:
    definitions = load_schema("plan")["$defs"]
    for path, part in parts(kind):
        described = (
            part if "description" in part else definitions.get(part.get("$ref", "").rsplit("/", 1)[-1], {})
        )
        chinese, blank, english = described.get("description", "").partition("\n\n")
        assert blank, path
        assert any("\u4e00" <= character <= "\u9fff" for character in chinese), path
        assert english.isprintable() and english[:1].isascii(), path


@pytest.mark.parametrize("kind", KINDS)
def test_a_bundled_schema_refers_to_nothing_outside_itself(kind: Kind) -> None:
    bundled = bundled_schema(kind)
    text = json.dumps(bundled)
    references = {one.split('"')[0] for one in text.split('"$ref": "')[1:]}
    assert references
    assert all(reference.startswith("#/$defs/") for reference in references)
    assert {reference.rsplit("/", 1)[-1] for reference in references} <= set(bundled["$defs"])


def test_an_installed_package_carries_its_schemas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "__file__", str(tmp_path / "planspec" / "schema.py"))
    assert schema_folder() == tmp_path / "schema"
    (tmp_path / "planspec" / "_schema").mkdir(parents=True)
    assert schema_folder() == tmp_path / "planspec" / "_schema"
