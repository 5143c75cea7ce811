from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planspec.canonical import canonical
from planspec.source import load_file, load_text
from planspec.source.emit import emit, scalar
from planspec.source.errors import PlanspecError

SPECS = Path(__file__).parents[1] / "specs"
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT.filter(bool), inner, max_size=4),
    max_leaves=12,
)


def formatted(text: str, ids: bool = False) -> str:
    return canonical(load_text(text), "plan", ids=ids)


def test_keys_come_in_the_order_of_the_schema() -> None:
    assert formatted("year: 2024\ntitle: 甲\nplanspec: 1\njurisdiction: 430522\nx-own: 1\n") == (
        "planspec: 1\ntitle: 甲\njurisdiction: 430522\nyear: 2024\nx-own: 1\n"
    )


def test_comments_stay_with_their_entries() -> None:
    text = """\
# the file

planspec: 1
# of the year
year: 2024  # beside the year
title: 甲
tasks:
  # of the task
  - title: 乙  # beside the title
    # of the id
    id: b
# at the end
"""
    once = formatted(text)
    assert once.splitlines() == [
        "# the file",
        "planspec: 1",
        "title: 甲",
        "# of the year",
        "year: 2024  # beside the year",
        "tasks:",
        "  # of the id",
        "  - id: b",
        "    # of the task",
        "    title: 乙  # beside the title",
        "# at the end",
    ]
    assert formatted(once) == once


def test_texts_are_quoted_only_where_they_must_be() -> None:
    assert [scalar(x) for x in ("甲", "yes", "1", "2024-03-18", "a: b", "", " x", "#x", 'say "x"', "12:30")] == [
        "甲", '"yes"', '"1"', "2024-03-18", '"a: b"', '""', '" x"', '"#x"', 'say "x"', '"12:30"',
    ]  # fmt: skip


def test_a_number_as_issued_is_always_quoted() -> None:
    assert 'no: "(一)"' in formatted("planspec: 1\nsections:\n  - {no: (一), heading: 甲}\n")


def test_ids_are_written_where_they_are_missing_and_stay() -> None:
    once = formatted(
        "planspec: 1\ntasks:\n  - title: 甲\n  - {id: kept, title: 乙}\n  - title: 甲\n", ids=True
    )
    ids = [line.split("id: ")[1] for line in once.splitlines() if "id: " in line]
    assert ids[1] == "kept"
    assert len(set(ids)) == 3
    assert formatted(once, ids=True) == once


@pytest.mark.parametrize("text", ["a: &x 1\nb: *x\n", "a: &x 1\n", "a: {<<: {b: 1}}\n"])
def test_a_file_with_anchors_is_refused(text: str) -> None:
    with pytest.raises(PlanspecError, match="anchors"):
        formatted(text)


def test_an_ampersand_in_a_text_is_no_anchor() -> None:
    assert formatted("title: A &B *C\n") == "title: A &B *C\n"


def test_a_broken_file_is_refused() -> None:
    with pytest.raises(PlanspecError, match="faults"):
        formatted("a: 1\na: 2\n")


@given(st.dictionaries(TEXT.filter(bool), VALUES, max_size=5))
def test_what_is_emitted_reads_as_it_was(value: dict[str, object]) -> None:
    file = load_text(emit(value))  # type: ignore[arg-type]
    assert file.faults == []
    assert (file.root.plain if file.root is not None else None) == value


@pytest.mark.parametrize(
    "path", sorted(SPECS.rglob("[0-9p]*.yaml")), ids=lambda p: p.relative_to(SPECS).as_posix()
)
def test_real_specs_are_canonical(path: Path) -> None:
    file = load_file(path)
    kind = "plan" if path.name == "plan.yaml" else "action"
    text = canonical(file, kind)
    again = load_text(text)
    assert again.root is not None and file.root is not None
    assert again.root.plain == file.root.plain
    assert canonical(again, kind) == text
