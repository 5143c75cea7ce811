"""FMT003: one mapping, one key, twice."""

from __future__ import annotations

from planspec.source.span import Span

from ..conftest import Lint

CODE = "FMT003"


def test_second_key_is_marked_and_the_first_is_related(marked: Lint) -> None:
    (found,) = marked(
        """
        goals:
          - targets:
              民生支出占比: 达到70%
              民生支出占比: 达到75%
        #     ^^^^^^ duplicate-key
        """,
        CODE,
    )
    assert [related.span for related in found.related] == [Span(7, 7, 7, 13)]
    assert "第7行" in found.message.zh


def test_third_use_is_a_finding_of_its_own(marked: Lint) -> None:
    marked(
        """
        status: draft
        status: issued
        #< duplicate-key
        status: draft
        #< duplicate-key
        """,
        CODE,
    )


def test_flow_mapping_counts_too(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {title: 循环经济, lead: 县科工局, lead: 县发改局}
        #                                 ^^^^ duplicate-key
        """,
        CODE,
    )


def test_one_key_in_two_mappings_is_quiet(lint: Lint) -> None:
    assert lint("goals:\n  - heading: 一\n  - heading: 二\n", CODE) == []


def test_a_merge_that_is_overridden_is_quiet(lint: Lint) -> None:
    text = """
        x-base: &base {lead: 县科工局}
        actions:
          - action: 产业培塑行动
            tasks:
              - {<<: *base, title: 循环经济, lead: 县发改局}
        """
    assert lint(text, CODE) == []


def test_a_list_of_two_measures_is_quiet(lint: Lint) -> None:
    assert lint("goals:\n  - targets:\n      亩均税收: [增长10%以上, 达到5万元]\n", CODE) == []
