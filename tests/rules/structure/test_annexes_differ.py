"""STR002: the list of annexes beside the annexes."""

from __future__ import annotations

from pathlib import Path

from planspec.lint.engine import lint_path
from planspec.lint.settings import Settings
from planspec.registry import builtin
from planspec.source.diagnostic import Severity
from planspec.source.span import Span

from ..conftest import Lint

CODE = "STR002"


def test_another_title_is_marked_in_the_annex(marked: Lint) -> None:
    (found,) = marked(
        """
        annexes: [产业培塑行动实施方案]
        actions:
          - {action: 产业培塑行动, annex: 1, title: 产业培育行动实施方案}
        #                                     ^^^^^^^^^^ annexes-differ
        """,
        CODE,
    )
    assert "“产业培育行动实施方案”" in found.message.zh and "“产业培塑行动实施方案”" in found.message.zh
    assert [related.span for related in found.related] == [Span(5, 11, 5, 21)]
    assert found.severity is Severity.WARNING


def test_another_order_is_marked_at_the_number(marked: Lint) -> None:
    found = marked(
        """
        annexes: [产业培塑行动实施方案, 创新提升行动实施方案]
        actions:
          - {action: 创新提升行动, annex: 1, title: 创新提升行动实施方案}
        #                           ^ annexes-differ
          - {action: 产业培塑行动, annex: 2, title: 产业培塑行动实施方案}
        #                           ^ annexes-differ
        """,
        CODE,
    )
    assert "排第2" in found[0].message.zh


def test_number_beyond_the_list_is_marked(marked: Lint) -> None:
    marked(
        """
        annexes: [产业培塑行动实施方案]
        actions:
          - {action: 产业培塑行动, annex: 1, title: 产业培塑行动实施方案}
          - {action: 创新提升行动, annex: 2, title: 创新提升行动实施方案}
        #                           ^ annexes-differ
        """,
        CODE,
    )


def test_listed_action_plan_without_an_annex_is_marked(marked: Lint) -> None:
    marked(
        """
        annexes:
          - 1.产业培塑行动实施方案
          - 2.创新提升行动实施方案
        #   ^^^^^^^^^^^^ annexes-differ
        actions:
          - {action: 产业培塑行动, annex: 1, title: 产业培塑行动实施方案}
        """,
        CODE,
    )


def test_one_number_for_two_annexes_is_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - {action: 产业培塑行动, annex: 1}
          - {action: 创新提升行动, annex: 1}
        #                           ^ annexes-differ
        """,
        CODE,
    )
    assert [related.span for related in found.related] == [Span(6, 29, 6, 30)]


def test_title_beside_an_include_is_compared(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(
        "planspec: 1\ntitle: 示例方案\njurisdiction: 430522\nyear: 2024\nactions:\n"
        "  - include: 01.yaml\n    annex_title: 产业培育行动实施方案\n",
        encoding="utf-8",
    )
    (tmp_path / "01.yaml").write_text(
        "action: 产业培塑行动\nannex: 1\ntitle: 产业培塑行动实施方案\n", encoding="utf-8"
    )
    report, _ = lint_path(tmp_path / "plan.yaml", "plan.yaml", Settings(select=(CODE,)), builtin())
    (found,) = report.diagnostics
    assert (found.file, found.span) == ("01.yaml", Span(3, 8, 3, 18))
    assert [(related.file, related.span) for related in found.related] == [("plan.yaml", Span(7, 18, 7, 28))]


def test_quotes_spaces_and_numbers_do_not_matter(lint: Lint) -> None:
    text = """
        annexes: [1.某县实施“产业培塑”行动方案, "附件2：创新提升 行动方案"]
        actions:
          - {action: 产业培塑行动, annex: 1, title: 某县实施"产业培塑"行动方案}
          - {action: 创新提升行动, annex: 2, title: 创新提升行动方案}
        """
    assert lint(text, CODE) == []


def test_other_annexes_may_stand_in_the_list(lint: Lint) -> None:
    text = """
        annexes: [领导小组人员名单, 产业培塑行动工作方案, 项目清单]
        actions:
          - {action: 产业培塑行动, annex: 2, title: 产业培塑行动工作方案}
        """
    assert lint(text, CODE) == []


def test_annex_without_a_title_is_known_by_its_action(lint: Lint) -> None:
    text = """
        annexes: [产业培塑行动实施方案, 创新提升行动实施方案]
        actions:
          - {action: 产业培塑行动, annex: 1}
          - {action: 创新提升行动, annex: 2}
        """
    assert lint(text, CODE) == []


def test_annexes_that_are_not_recorded_are_not_missed(lint: Lint) -> None:
    text = """
        extent: overall
        annexes: [产业培塑行动实施方案, 创新提升行动实施方案]
        actions:
          - {action: 产业培塑行动, annex: 1, title: 产业培塑行动实施方案}
        """
    assert lint(text, CODE) == []


def test_missing_include_does_not_make_an_annex_missing(lint: Lint) -> None:
    text = """
        annexes: [产业培塑行动实施方案, 创新提升行动实施方案]
        actions:
          - {action: 产业培塑行动, annex: 1, title: 产业培塑行动实施方案}
          - include: no-such-file.yaml
        """
    assert lint(text, CODE) == []
