"""Places that findings point at."""

from __future__ import annotations

from planspec.source import load_text
from planspec.source.nodes import Mapping
from planspec.source.place import at as place_at
from planspec.source.place import at_key, at_value
from planspec.source.span import WHOLE_FILE, Span
from source.trees import at, corners, mapping_of

TASK = mapping_of("title: 循环经济\nlead:\nsupport: [甲, 乙]\ntargets:\n  总产值: 87亿元\n")


def test_a_value_is_pointed_at_as_a_whole() -> None:
    assert corners(place_at(at(TASK, "title")).span) == (1, 8, 1, 12)


def test_a_container_is_pointed_at_by_its_first_line() -> None:
    assert corners(place_at(at(TASK, "targets")).span) == (5, 3, 5, 6)
    assert corners(place_at(at(TASK, "support")).span) == (3, 10, 3, 16)


def test_a_key_is_pointed_at() -> None:
    place = at_key(TASK, "support")
    assert corners(place.span) == (3, 1, 3, 8)
    assert place.node is TASK.entries["support"]


def test_a_missing_key_is_pointed_at_by_the_head_of_what_lacks_it() -> None:
    place = at_key(TASK, "by")
    assert corners(place.span) == (1, 1, 1, 6)
    assert place.node is TASK


def test_a_merged_key_is_pointed_at_where_it_was_written() -> None:
    root = mapping_of("a: &a {lead: 甲}\nb:\n  <<: *a\n  title: 乙\n")
    merged = root.entries["b"]
    assert isinstance(merged, Mapping)
    assert corners(at_key(merged, "lead").span) == (1, 8, 1, 12)


def test_the_first_of_several_keys_that_is_there_is_pointed_at() -> None:
    assert corners(at_value(TASK, "by", "title").span) == (1, 8, 1, 12)
    assert corners(at_value(TASK, "support", "title").span) == (3, 1, 3, 8)  # the key of a list
    assert corners(at_value(TASK, "lead").span) == (2, 1, 2, 5)  # the key of an empty value
    assert corners(at_value(TASK, "by").span) == (1, 1, 1, 6)


def test_a_place_names_its_file() -> None:
    root = load_text("a: 1\n", "specs/plan.yaml").root
    assert root is not None
    assert place_at(root).file == "specs/plan.yaml"


def test_a_span_covers_what_lies_within_it() -> None:
    outer = Span(2, 3, 5, 1)
    assert outer.covers(Span(2, 3, 5, 1))
    assert outer.covers(Span(3, 1, 3, 99))
    assert not outer.covers(Span(2, 2, 3, 1))
    assert not outer.covers(Span(4, 1, 5, 2))
    assert [outer.contains_line(line) for line in (1, 2, 5, 6)] == [False, True, True, False]


def test_spans_are_ordered_as_they_stand() -> None:
    spans = [Span(1, 1, 1, 2), Span(1, 1, 2, 1), Span(1, 2, 1, 2), Span(2, 1, 2, 1)]
    assert sorted([spans[2], spans[0], spans[3], spans[1]]) == spans
    assert Span(1, 1, 1, 1) == WHOLE_FILE
