"""Edits by place: applied together, all else kept byte for byte; overlaps turned away; differences."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planspec.source import load_bytes
from planspec.source.diagnostic import Edit
from planspec.source.edits import Room, apply, apply_to_bytes, difference
from planspec.source.span import Span

FILE = "plan.yaml"


def edit(*span: int, text: str = "") -> Edit:
    return Edit(FILE, Span(*span), text)


def test_edits_are_made_together_whatever_their_order() -> None:
    text = "甲: 1\n乙: 2\n"
    assert apply(text, [edit(2, 4, 2, 5, text="3"), edit(1, 1, 1, 2, text="丙丙")]) == "丙丙: 1\n乙: 3\n"


def test_an_edit_may_take_out_whole_lines_or_put_something_in() -> None:
    assert apply("a\nb\nc\n", [edit(2, 1, 3, 1)]) == "a\nc\n"
    assert apply("a\nb", [edit(2, 2, 2, 2, text="!")]) == "a\nb!"
    assert apply("", [edit(1, 1, 1, 1, text="a")]) == "a"


@pytest.mark.parametrize("span", [(3, 1, 3, 1), (1, 1, 1, 9), (0, 1, 1, 1), (1, 2, 1, 1)])
def test_a_place_outside_the_text_is_an_error(span: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="out of place"):
        apply("abc\n", [edit(*span)])


def test_edits_that_meet_are_an_error() -> None:
    with pytest.raises(ValueError, match="out of place"):
        apply("abcd", [edit(1, 1, 1, 3), edit(1, 2, 1, 4)])


CODECS = ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]
LINES = st.lists(st.text("甲乙丙ab: \t", max_size=6), min_size=1, max_size=6)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


@given(LINES, ENDS, st.data())
def test_all_outside_of_an_edit_stays(lines: list[str], end: str, data: st.DataObject) -> None:
    text = end.join(lines)
    line = data.draw(st.integers(1, len(lines)))
    first = data.draw(st.integers(0, len(lines[line - 1])))
    last = data.draw(st.integers(first, len(lines[line - 1])))
    new = data.draw(st.text("丁d", max_size=3))
    wanted = list(lines)
    wanted[line - 1] = lines[line - 1][:first] + new + lines[line - 1][last:]
    assert apply(text, [edit(line, first + 1, line, last + 1, text=new)]) == end.join(wanted)


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encoding_mark_and_line_ends_stay(codec: str, end: str) -> None:
    text = f"title: 某县方案  {end}year: 2024{end}"
    data = text.encode(codec)
    assert apply_to_bytes(data, [edit(1, 8, 1, 9, text="我")]) == text.replace("某", "我").encode(codec)


def test_an_invisible_character_elsewhere_stays() -> None:
    data = "a: 甲\x07\nb: 乙\n".encode()
    assert apply_to_bytes(data, [edit(2, 4, 2, 5, text="丙")]) == "a: 甲\x07\nb: 丙\n".encode()


def test_damaged_bytes_are_left_alone() -> None:
    assert apply_to_bytes("title: 某县".encode() + b"\xff\n", [edit(1, 1, 1, 2)]) is None


@given(st.binary(max_size=40))
def test_no_edits_change_no_byte(data: bytes) -> None:
    assert apply_to_bytes(data, []) in (data, None)


def test_spans_of_a_file_and_edits_count_alike() -> None:
    data = "﻿a: 甲\r\nb: [乙, 丙]\r\n".encode()
    file = load_bytes(data, Path(FILE), FILE)
    assert file.root is not None
    at = file.text.index("丙")
    new = apply_to_bytes(data, [Edit(FILE, file.span(at, at + 1), "丁")])
    assert new == data.decode().replace("丙", "丁").encode()


def test_what_meets_a_taken_place_is_turned_away() -> None:
    room = Room()
    assert room.take([edit(1, 3, 1, 5), edit(4, 1, 5, 1)])
    assert not room.take([edit(1, 4, 1, 6)])
    assert not room.take([edit(1, 1, 1, 9)])
    assert not room.take([edit(3, 1, 9, 1)])
    assert not room.take([edit(1, 5, 1, 5, text="x")])  # an insertion where another edit ends
    assert room.take([edit(1, 5, 1, 7)])
    assert room.take([Edit("other.yaml", Span(1, 3, 1, 5), "")])


def test_edits_of_one_fix_are_taken_together_or_not_at_all() -> None:
    room = Room()
    assert room.take([edit(2, 1, 2, 3)])
    assert not room.take([edit(1, 1, 1, 3), edit(2, 2, 2, 4)])
    assert room.take([edit(1, 1, 1, 3)])
    assert not room.take([])
    assert not room.take([edit(7, 1, 7, 3), edit(7, 2, 7, 4)])


@given(st.lists(st.tuples(st.integers(1, 12), st.integers(0, 3)), max_size=8))
def test_what_is_taken_can_be_applied(places: list[tuple[int, int]]) -> None:
    room = Room()
    taken = [one for start, long in places if room.take([one := edit(1, start, 1, start + long, text="x")])]
    left = 16 - sum(one.span.end_column - one.span.start_column for one in taken)
    assert len(apply("0123456789abcdef", taken)) == left + len(taken)


def test_a_difference_is_unified() -> None:
    assert (
        difference("a\nb\n", "a\nc\n", FILE) == "--- plan.yaml\n+++ plan.yaml\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n"
    )
    assert difference("a\n", "a\n", FILE) == ""


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@pytest.mark.parametrize(
    ("old", "new"), [("a\r\nb\r\n", "a\r\nc\r\n"), ("a\nb", "a\nc"), ("a\x0bb\n", "a\x0bc\n")]
)
def test_git_applies_a_difference(tmp_path: Path, old: str, new: str) -> None:
    (tmp_path / FILE).write_bytes(old.encode())
    command = ["git", "apply", "-p0", "--unsafe-paths", "-"]
    subprocess.run(command, cwd=tmp_path, input=difference(old, new, FILE).encode(), check=True)
    assert (tmp_path / FILE).read_bytes() == new.encode()
