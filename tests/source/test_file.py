"""A file: its lines, its places, its pointers, and reading it from disk."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from planspec.source import load_file, load_text
from planspec.source.errors import PlanspecError
from planspec.source.file import MAX_BYTES, UnreadableError, read_bytes, read_stamped
from planspec.source.nodes import Scalar
from planspec.source.span import Span
from source.trees import at, corners, walk


@pytest.mark.parametrize(
    ("text", "lines", "ends"),
    [
        ("", [""], [""]),
        ("甲", ["甲"], [""]),
        ("甲\n", ["甲", ""], ["\n", ""]),
        ("甲\r\n乙\r丙\n\n丁", ["甲", "乙", "丙", "", "丁"], ["\r\n", "\r", "\n", "\n", ""]),
        ("甲\u3000乙\n", ["甲\u3000乙", ""], ["\n", ""]),
    ],
)
def test_lines_end_where_editors_end_them(text: str, lines: list[str], ends: list[str]) -> None:
    file = load_text(text)
    assert file.lines == lines
    assert file.line_ends == ends


def test_a_span_is_lines_and_columns_from_one_with_the_end_exclusive() -> None:
    file = load_text("甲: 1\r\n乙: 二三\n")
    assert file.span(0, 1) == Span(1, 1, 1, 2)
    assert file.span(6, 11) == Span(2, 1, 2, 6)
    assert file.span(3, 12) == Span(1, 4, 2, 6)  # the line end that closes it is left out
    assert file.line_at(0) == 1
    assert file.line_at(9) == 2


def test_places_behind_a_character_that_was_put_in_are_those_of_the_text_as_written() -> None:
    file = load_text("甲：一\n乙：二\n丙: 三 # 注\n")
    assert file.root is not None
    assert [corners(at(file.root, key).span) for key in "甲乙丙"] == [
        (1, 3, 1, 4),
        (2, 3, 2, 4),
        (3, 4, 3, 5),
    ]
    assert [file.slice(node.span) for node in walk(file.root) if isinstance(node, Scalar)] == [
        "一",
        "二",
        "三",
    ]
    assert [file.line_at(at(file.root, key).start) for key in "甲乙丙"] == [1, 2, 3]


def test_a_slice_is_the_text_of_one_line_or_nothing() -> None:
    file = load_text("甲: 一二\n乙: 三\n")
    assert file.slice(Span(1, 4, 1, 6)) == "一二"
    assert file.slice(Span(1, 4, 2, 2)) == ""
    assert file.slice(Span(9, 1, 9, 2)) == ""
    assert file.slice(Span(1, 4, 1, 99)) == "一二"


def test_the_length_of_a_line_past_the_end_is_zero() -> None:
    file = load_text("甲: 1\n")
    assert [file.line_length(line) for line in (0, 1, 2, 3)] == [0, 4, 0, 0]


def test_a_pointer_leads_from_the_root_with_tilde_and_slash_escaped() -> None:
    file = load_text("'a/b':\n  - 甲~乙: {'': [1, 2]}\n~: 3\n")
    assert [file.pointer(node) for node in walk(file.root)] == [
        "",
        "/a~1b",
        "/a~1b/0",
        "/a~1b/0/甲~0乙",
        "/a~1b/0/甲~0乙/",
        "/a~1b/0/甲~0乙//0",
        "/a~1b/0/甲~0乙//1",
        "/~0",
    ]


def test_a_key_has_the_pointer_of_its_value() -> None:
    file = load_text("甲: {乙: 1}\n")
    assert file.root is not None
    assert file.pointer(at(file.root, "甲").keys["乙"]) == "/甲/乙"  # type: ignore[union-attr]


def test_a_shared_value_has_the_pointer_of_its_first_place() -> None:
    file = load_text("甲: &x {乙: 1}\n丙: *x\n")
    assert file.root is not None
    assert file.pointer(at(file.root, "丙", "乙")) == "/甲/乙"


def test_a_node_of_another_file_has_no_pointer() -> None:
    other = load_text("甲: 1\n")
    assert other.root is not None
    assert load_text("甲: 1\n").pointer(at(other.root, "甲")) == ""


def test_a_released_file_holds_no_nodes() -> None:
    file = load_text("甲: 1\n")
    file.release()
    assert file.root is None


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: None, "没有这个文件"),
        (lambda path: path.mkdir(), "这是文件夹"),
        (lambda path: path.symlink_to(path.name), "符号链接成环"),
        (lambda path: os.mkfifo(path), "不是普通文件"),
        (lambda path: path.symlink_to("/dev/zero"), "不是普通文件"),
    ],
    ids=["missing", "folder", "loop", "pipe", "device"],
)
def test_what_cannot_be_read_is_refused_with_the_reason(tmp_path: Path, make: object, reason: str) -> None:
    path = tmp_path / "plan.yaml"
    make(path)  # type: ignore[operator]
    with pytest.raises(UnreadableError) as caught:
        load_file(path, "plan.yaml")
    assert caught.value.message.zh == f"plan.yaml：无法读取（{reason}）"
    assert caught.value.hint is not None


@pytest.mark.parametrize(("name", "reason"), [("a\0b", "路径里有不允许的字符"), ("a" * 300, "文件名太长")])
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_bytes(tmp_path / name, "x")
    assert caught.value.message.zh == f"x：无法读取（{reason}）"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.touch(mode=0o000)
    with pytest.raises(UnreadableError) as caught:
        load_file(path, "plan.yaml")
    assert caught.value.message.zh == "plan.yaml：无法读取（没有读取权限）"


def test_a_file_above_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    with path.open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)
    with pytest.raises(PlanspecError) as caught:
        load_file(path, "plan.yaml")
    assert caught.value.message.zh == "plan.yaml：文件有50.0MB，超过上限16MB，未读取"


def test_a_file_at_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"#" * MAX_BYTES)
    assert len(read_bytes(path)) == MAX_BYTES


def test_the_stamp_of_a_fresh_file_does_not_trust_its_time(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"a: 1\n")
    assert read_stamped(path)[1].changed == 0
    os.utime(path, ns=(0, 1_000_000_000))
    data, stamp = read_stamped(path)
    assert (data, stamp.size, stamp.changed) == (b"a: 1\n", 5, 1_000_000_000)
    assert load_file(path).stamp == stamp
