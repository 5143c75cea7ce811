"""FMT006: an id belongs to one item of a plan."""

from __future__ import annotations

from planspec.source.span import Span

from ..conftest import Lint

CODE = "FMT006"


def test_second_task_is_marked_and_the_first_is_related(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {id: circular, title: 循环经济}
              - {id: circular, title: 绿色矿山}
        #            ^^^^^^^^ duplicate-id
        """,
        CODE,
    )
    assert [related.span for related in found.related] == [Span(8, 14, 8, 22)]
    assert "“循环经济”" in found.message.zh and "“绿色矿山”" in found.message.zh


def test_kinds_of_items_share_one_space_of_names(marked: Lint) -> None:
    marked(
        """
        goals:
          - {id: one, heading: 目标}
        actions:
          - action: 产业培塑行动
            id: one
        #       ^^^ duplicate-id
            sections:
              - heading: 产业
                id: one
        #           ^^^ duplicate-id
                tasks:
                  - {id: one, title: 循环经济}
        #                ^^^ duplicate-id
            breakdown:
              - {id: one, title: 循环经济}
        #            ^^^ duplicate-id
        """,
        CODE,
    )


def test_the_first_in_the_document_keeps_its_id_whatever_its_kind(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {id: same, title: 循环经济}
        tasks:
          - {id: same, title: 直接任务}
        #        ^^^^ duplicate-id
        """,
        CODE,
    )


def test_id_of_a_merge_is_marked_at_the_item_that_took_it_over(lint: Lint) -> None:
    (found,) = lint(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - &first {id: circular, title: 循环经济}
              - {title: 绿色矿山, <<: *first}
        """,
        CODE,
    )
    assert found.span.start_line == 9


def test_different_ids_are_quiet(lint: Lint) -> None:
    text = """
        actions:
          - action: 产业培塑行动
            tasks:
              - {id: circular, title: 循环经济}
              - {id: green-mines, title: 绿色矿山}
        """
    assert lint(text, CODE) == []


def test_items_without_id_are_quiet(lint: Lint) -> None:
    text = """
        actions:
          - action: 产业培塑行动
            tasks: [{title: 循环经济}, {title: 循环经济}]
        """
    assert lint(text, CODE) == []


def test_a_row_that_restates_a_task_is_quiet(lint: Lint) -> None:
    text = """
        actions:
          - action: 产业培塑行动
            tasks: [{id: circular, title: 循环经济}]
            breakdown: [{title: 循环经济, restates: circular}]
        """
    assert lint(text, CODE) == []
