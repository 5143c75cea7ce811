"""REF003: what is cited exists and is in force on the day of issue."""

from __future__ import annotations

import pytest

from planspec.source.diagnostic import Severity

from ..conftest import Lint

CODE = "REF003"


def test_a_number_of_a_later_year_is_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        issued: 2024-03-18
        basis:
          - {title: 省方案, document: 湘政办发〔2025〕1号}
        #                          ^^^^^^^^^^^^ document-not-in-force
        """,
        CODE,
    )
    assert found.severity is Severity.ERROR
    assert "2024年3月18日" in found.message.zh


def test_a_basis_issued_later_is_marked(marked: Lint) -> None:
    marked(
        """
        issued: 2024-03-18
        basis:
          - {title: 市方案, issued: 2024-04-01}
        #           ^^^ document-not-in-force
        """,
        CODE,
    )


def test_a_repealed_law_is_marked_with_its_successor(marked: Lint) -> None:
    found = marked(
        """
        issued: 2023-03-16
        basis:
          - {title: 中华人民共和国物权法}
        #           ^^^^^^^^^^ document-not-in-force
        tasks:
          - {title: 加强《合同法》宣传}
        #              ^^^ document-not-in-force
        """,
        CODE,
    )
    assert {one.severity for one in found} == {Severity.WARNING}
    assert all("《民法典》" in one.message.zh for one in found)


def test_a_law_that_was_still_a_bill_is_marked(marked: Lint) -> None:
    (found,) = marked(
        """
        issued: 2025-02-07
        tasks:
          - {title: 宣传《中华人民共和国民营经济促进法》}
        #              ^^^^^^^^^^^^^^ document-not-in-force
        """,
        CODE,
    )
    assert "2025年4月30日" in found.message.zh


@pytest.mark.parametrize(
    "title",
    [
        "宣传原《合同法》相关条款",  # said to be the old one
        "落实《劳动合同法》",  # another law
        "落实《民法典》《安全生产法》",
        "梳理合同法律风险",  # no citation
        "宣传《增值税暂行条例》",  # repealed from 2026 on
    ],
)
def test_laws_in_force_and_other_words_are_quiet(lint: Lint, title: str) -> None:
    assert lint(f"issued: 2024-03-18\ntasks:\n  - title: {title}\n", CODE) == []


def test_a_law_is_cited_up_to_the_day_before_its_repeal(lint: Lint) -> None:
    plan = "tasks:\n  - title: 落实《个体工商户条例》\n"
    assert lint(f"issued: 2022-10-31\n{plan}", CODE) == []
    assert len(lint(f"issued: 2022-11-01\n{plan}", CODE)) == 1


def test_a_draft_may_still_wait_for_a_law(lint: Lint) -> None:
    text = "tasks:\n  - {title: 宣传《民营经济促进法》}\nbasis:\n  - {title: 市方案, document: 邵市政办发〔2024〕9号}\n"
    assert lint(text, CODE) == []
