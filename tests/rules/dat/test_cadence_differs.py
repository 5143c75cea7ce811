"""DAT004: annexes keep the cadence of the overall plan."""

from __future__ import annotations

from planspec.source.diagnostic import Severity
from planspec.source.span import Span

from ..conftest import Lint

CODE = "DAT004"


def test_a_rarer_report_is_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        organisation:
          cadence: {简报: 旬, 通报: 月}
        actions:
          - action: 民生可感行动
            cadence: {调度: 月, 通报: 季}
        #                        ^ cadence-differs
        """,
        CODE,
    )
    assert found.severity is Severity.WARNING
    assert [related.span for related in found.related] == [Span(6, 24, 6, 25)]


def test_a_more_frequent_one_is_a_hint(marked: Lint) -> None:
    (found,) = marked(
        """
        organisation:
          cadence: {调度会议: 每月一次}
        actions:
          - action: 民生可感行动
            workgroup: {cadence: {调度: 每周}}
        #                             ^^ cadence-differs
        """,
        CODE,
    )
    assert found.severity is Severity.INFO


def test_the_leading_group_may_lay_it_down(marked: Lint) -> None:
    marked(
        """
        organisation:
          leading_group: {cadence: {讲评: 季度}}
        actions:
          - {action: 民生可感行动, cadence: {讲评: 半年}}
        #                                  ^^ cadence-differs
        """,
        CODE,
    )


def test_the_same_in_other_words_is_quiet(lint: Lint) -> None:
    text = """
        organisation:
          cadence: {简报: 旬, 通报: 每月一次, 讲评: 季}
        actions:
          - {action: 民生可感行动, cadence: {简报: 每旬, 通报: 月度, 讲评: 按季度}}
        """
    assert lint(text, CODE) == []


def test_other_kinds_and_open_words_are_quiet(lint: Lint) -> None:
    text = """
        organisation:
          cadence: {调度: 定期, 通报: 月}
        actions:
          - {action: 甲行动, cadence: {调度: 月, 园区通报: 季}}
          - {action: 乙行动, cadence: {通报: 不定期}}
        """
    assert lint(text, CODE) == []


def test_annexes_are_not_compared_with_one_another(lint: Lint) -> None:
    text = """
        actions:
          - {action: 甲行动, cadence: {通报: 月}}
          - {action: 乙行动, cadence: {通报: 季}}
        """
    assert lint(text, CODE) == []
