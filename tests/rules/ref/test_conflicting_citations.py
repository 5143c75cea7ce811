"""REF002: a document has one number and one title."""

from __future__ import annotations

from ..conftest import Lint

CODE = "REF002"


def test_one_title_with_two_numbers_is_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        basis:
          - {title: 湖南省实施“八大行动”总体方案, document: 湘政办发〔2024〕1号}
        actions:
          - action: 产业培塑行动
            basis:
              - {title: 《湖南省实施“八大行动”总体方案》, document: 湘政办发〔2023〕1号}
        #                                            ^^^^^^^^^^^^ conflicting-citations
        """,
        CODE,
    )
    assert [one.span.start_line for one in found.related] == [6]
    assert "湘政办发〔2024〕1号" in found.message.zh


def test_the_plan_itself_is_cited_by_its_number(marked: Lint) -> None:
    marked(
        """
        planspec: 1
        title: 新邵县实施“八大行动”总体方案
        jurisdiction: "430522"
        year: 2024
        document: 新政办发〔2024〕2号
        organisation:
          summary: 依照《新邵县实施“八大行动”总体方案》（新政办发〔2024〕12号）
        #                              ^^^^^^^^^^^^^ conflicting-citations
        """,
        CODE,
    )


def test_one_number_with_two_titles_is_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        basis:
          - {title: 湖南省实施“八大行动”总体方案, document: 湘政办发〔2024〕1号}
          - {title: 湖南省实施“八大行动”实施方案, document: 湘政办发〔2024〕1号}
        #           ^^^^^^^^^^^^^^^ conflicting-citations
        """,
        CODE,
    )
    assert "一个文号只对应一份文件" in found.message.zh


def test_a_notice_and_what_it_issues_are_one_document(lint: Lint) -> None:
    text = """
        basis:
          - {title: 邵阳市人民政府办公室关于印发《邵阳市实施“八大行动”总体方案》的通知, document: 邵市政办发〔2024〕1号}
          - {title: 邵阳市实施"八大行动"总体方案, document: 邵市政办发〔2024〕1号}
        """
    assert lint(text, CODE) == []


def test_annexes_of_one_notice_share_its_number(lint: Lint) -> None:
    text = """
        basis:
          - {title: 衡阳市产业培塑行动实施方案, document: 衡政办发〔2024〕5号}
          - {title: 衡阳市创新提升行动实施方案, document: 衡政办发〔2024〕5号}
        """
    assert lint(text, CODE) == []


def test_one_title_at_two_levels_or_in_two_years_is_quiet(lint: Lint) -> None:
    text = """
        basis:
          - {title: 关于进一步优化营商环境的若干措施, document: 湘政办发〔2023〕8号}
          - {title: 关于进一步优化营商环境的若干措施, document: 邵市政办发〔2023〕12号}
          - {title: 关于进一步优化营商环境的若干措施, document: 湘政办发〔2021〕30号}
        """
    assert lint(text, CODE) == []
