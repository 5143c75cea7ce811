"""Bytes to text: what a file's encoding is, said at the first byte that shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from planspec.source import load_bytes, load_text
from planspec.source.encoding import decode
from planspec.source.file import SourceFile
from source.trees import Value, faults_of

SPEC = "标题: 某县方案\n年: 2024\n"
CONTENT = {"标题": "某县方案", "年": 2024}
SAVE_AS = "请另存为 UTF-8（记事本或 WPS：另存为，编码选 UTF-8）"


def load(data: bytes) -> SourceFile:
    return load_bytes(data, Path("plan.yaml"), "plan.yaml")


def content(file: SourceFile) -> Value:
    return file.root.plain if file.root is not None else None  # type: ignore[return-value]


@pytest.mark.parametrize(
    "data", [SPEC.encode(), b"\xef\xbb\xbf" + SPEC.encode(), SPEC.replace("\n", "\r\n").encode()]
)
def test_utf8_is_read_with_and_without_mark_and_with_any_line_end(data: bytes) -> None:
    file = load(data)
    assert (faults_of(file), content(file)) == ([], CONTENT)
    assert not file.text.startswith("\ufeff")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (SPEC.encode("gbk"), "GBK / GB18030"),
        (SPEC.encode("gb18030"), "GBK / GB18030"),
        (SPEC.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + SPEC.encode("utf-16-be"), "UTF-16"),
        (SPEC.encode("utf-16-le"), "UTF-16"),
        (SPEC.encode("utf-16-be"), "UTF-16"),
        (SPEC.encode("utf-32"), "UTF-32"),
    ],
    ids=["gbk", "gb18030", "utf-16", "utf-16 big end first", "utf-16 LE", "utf-16 BE", "utf-32"],
)
def test_another_encoding_is_named_and_the_rest_is_read_all_the_same(data: bytes, name: str) -> None:
    file = load(data)
    assert faults_of(file) == [(1, 1, f"文件不是 UTF-8 编码，而像是 {name}；{SAVE_AS}")]
    assert content(file) == CONTENT


@pytest.mark.parametrize("word", ["某县", "联通", "目标", "某某某某"])
def test_gbk_that_happens_to_begin_like_utf8_is_still_gbk(word: str) -> None:
    (fault,) = load(f"a: {word}方案\n".encode("gbk")).faults
    assert "GBK" in fault.message.en


def test_the_fault_stands_at_the_first_byte_that_is_not_utf8() -> None:
    file = load("planspec: 1\r\na: b 县\r\n".encode("gbk"))
    assert faults_of(file) == [(2, 6, f"文件不是 UTF-8 编码，而像是 GBK / GB18030；{SAVE_AS}")]


def test_other_faults_of_a_file_in_another_encoding_are_found_in_the_same_run() -> None:
    file = load("甲: 1\n乙：2\n".encode("gbk"))
    assert [(line, column) for line, column, _ in faults_of(file)] == [(1, 1), (2, 2)]
    assert content(file) == {"甲": 1, "乙": 2}


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        ("a: 1\ncaf\xe9: 1\n".encode("latin-1"), 2, 4),
        ("a: 县".encode() + b"\xff\n", 1, 5),
        (b"\xef\xbb\xbf" + "甲: 县".encode() + b"\xff\n", 1, 5),
        ("a: 县".encode()[:-1], 1, 4),
        ("甲: 县\n乙: ".encode() + "县".encode("gbk") + b"\n", 2, 4),
    ],
    ids=["latin-1", "a stray byte", "a stray byte after a mark", "cut within a character", "a line in GBK"],
)
def test_bytes_of_no_known_encoding_are_pointed_at(data: bytes, line: int, column: int) -> None:
    message = "从这里起有不是 UTF-8 的字节，整份文件也不像 GBK；请用原来的软件打开，另存为 UTF-8"
    assert faults_of(load(data)) == [(line, column, message)]


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"\x00", 1, 1),
        (b"a: 1\nb: \x00\n", 2, 4),
        (b"PK\x03\x04\x14\x00\x06\x00", 1, 6),
        (b"a\r\rb\x00", 3, 2),
    ],
)
def test_a_binary_file_is_said_to_be_one(data: bytes, line: int, column: int) -> None:
    message = "文件不是文本（含有 NUL 字节）；planspec 只读 YAML 文本，Word 等文档请先转换"
    file = load(data)
    assert faults_of(file) == [(line, column, message)]
    assert file.root is None


@pytest.mark.parametrize("code", [0x07, 0x0B, 0x0C, 0x1B, 0x7F, 0x80, 0x85, 0x2028, 0x2029, 0xFEFF, 0xFFFE])
def test_a_character_that_yaml_does_not_allow_is_named_and_read_as_a_blank(code: int) -> None:
    file = load(f"甲: 一{chr(code)}二\n".encode())
    assert faults_of(file) == [(1, 5, f"这里有一个看不见的控制字符 U+{code:04X}，YAML 不允许；请删去")]
    assert content(file) == {"甲": "一 二"}


@pytest.mark.parametrize("text", ["甲: \ud800\n", "甲: \x00\n"])
def test_a_text_that_is_no_text_is_cleaned_too(text: str) -> None:
    assert [(line, column) for line, column, _ in faults_of(load_text(text))] == [(1, 4)]


@pytest.mark.parametrize("character", ["\t", "\xa0", "\u200b", "\u3000", "\ue000", "\ufffd", "😀", "𠮷"])
def test_every_other_character_is_text(character: str) -> None:
    file = load(f"甲: 一{character}二\n".encode())
    assert faults_of(file) == []
    assert content(file) == {"甲": f"一{character}二"}


def test_a_mark_in_the_middle_is_told_once_though_it_breaks_the_line() -> None:
    file = load("甲: 1\n\ufeff乙: 2\n丙: 3\n".encode())
    assert [(line, column) for line, column, _ in faults_of(file)] == [(2, 1)]
    assert content(file) == {"甲": 1, "丙": 3}


def test_control_characters_are_listed_up_to_a_bound_and_counted() -> None:
    found = faults_of(load("a: 甲\n".encode() + b"\x01" * 50))
    assert [(line, column) for line, column, _ in found] == [(2, column) for column in range(1, 22)]
    assert found[-1][2] == "从这里起还有30个看不见的控制字符，没有一一列出；请一并删去"


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n"])
def test_an_empty_file_is_sound(data: bytes) -> None:
    assert faults_of(load(data)) == []


@pytest.mark.parametrize(
    "data", [b"\xff\xfe", b"\xff\xfea", b"\xff\xfe\x00\xd8", b"\xfe\xff\xd8", b"\xff\xfe\x00\x00\x01"]
)
def test_a_mark_without_sound_content_is_still_named(data: bytes) -> None:
    _, (fault,) = decode(data)
    assert fault.message.en.startswith("The file is not UTF-8 but looks like UTF-")
