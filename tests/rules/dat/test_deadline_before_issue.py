"""DAT002: no deadline has passed when the plan is issued."""

from __future__ import annotations

from planspec.source.diagnostic import Confidence
from planspec.source.span import Span

from ..conftest import Lint

CODE = "DAT002"


def test_a_deadline_before_the_issue_is_marked(marked: Lint) -> None:
    first, second = marked(
        """
        issued: 2024-04-30
        actions:
          - action: 安全守底行动
            tasks:
              - {title: 隐患排查, by: 2024-03-31}
        #                         ^^^^^^^^^^ deadline-before-issue
              - {title: 台账建立, by: 一季度}
        #                         ^^^ deadline-before-issue
        """,
        CODE,
    )
    assert (first.confidence, second.confidence) == (Confidence.HIGH, Confidence.MEDIUM)
    assert [related.span for related in first.related] == [Span(5, 9, 5, 19)]


def test_targets_and_rows_are_judged_too(marked: Lint) -> None:
    marked(
        """
        issued: 2024-04-30
        actions:
          - action: 安全守底行动
            goals: [{targets: {隐患整改率: {value: 达到95%, by: 2024-02}}}]
        #                                                ^^^^^^^ deadline-before-issue
            breakdown: [{title: 隐患排查, by: 4月10日前}]
        #                                 ^^^^^^ deadline-before-issue
        """,
        CODE,
    )


def test_an_issue_after_the_plans_year_is_said_once(marked: Lint) -> None:
    marked(
        """
        issued: 2025-03-18
        #       ^^^^^^^^^^ deadline-before-issue
        actions:
          - action: 安全守底行动
            tasks: [{title: 隐患排查, by: 6月底前}, {title: 台账建立, by: 年底}]
        """,
        CODE,
    )


def test_deadlines_on_or_after_the_day_are_quiet(lint: Lint) -> None:
    text = """
        issued: 2024-04-30
        actions:
          - action: 安全守底行动
            tasks:
              - {title: 甲, by: 2024-04-30}
              - {title: 乙, by: 2024-04}
              - {title: 丙, by: 上半年}
              - {title: 丁, by: 长期坚持}
              - {title: 戊, by: 3月前}
        """
    assert lint(text, CODE) == []


def test_without_a_date_of_issue_nothing_is_said(lint: Lint) -> None:
    assert lint("tasks: [{title: 隐患排查, by: 2024-01-31}]\n", CODE) == []
    assert lint("issued: 近日\ntasks: [{title: 隐患排查, by: 2024-01-31}]\n", CODE) == []


def test_an_earlier_year_is_another_rules_matter(lint: Lint) -> None:
    text = "issued: 2024-04-30\ntasks: [{title: 隐患排查, by: 2023-12-31}]\n"
    assert lint(text, CODE) == []
    assert len(lint(text, "DAT003")) == 1
