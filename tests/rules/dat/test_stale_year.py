"""DAT003: no earlier year was left over."""

from __future__ import annotations

import pytest

from planspec.source.diagnostic import Severity

from ..conftest import Lint

CODE = "DAT003"


def test_a_deadline_of_an_earlier_year_is_marked(marked: Lint) -> None:
    found = marked(
        """
        issued: 2024-03-18
        actions:
          - action: 安全守底行动
            tasks:
              - {title: 管网改造, by: 2023年底前}
        #                         ^^^^^^^ stale-year
              - {title: 学校建设, by: 2023年秋季开学前}
        #                         ^^^^^^^^^^ stale-year
        """,
        CODE,
    )
    assert [one.severity for one in found] == [Severity.ERROR, Severity.WARNING]


def test_without_a_date_of_issue_it_may_be_meant(marked: Lint) -> None:
    (found,) = marked(
        """
        tasks:
          - {title: 管网改造, by: 2023-12-31}
        #                     ^^^^^^^^^^ stale-year
        """,
        CODE,
    )
    assert found.severity is Severity.WARNING


def test_a_date_of_issue_of_an_earlier_year_is_marked(marked: Lint) -> None:
    marked(
        """
        issued: 2023-03-18
        #       ^^^^^^^^^^ stale-year
        """,
        CODE,
    )


def test_years_in_titles_and_words_are_marked(marked: Lint) -> None:
    found = marked(
        """
        planspec: 1
        title: 某县2023年实施“八大行动”总体方案
        #        ^^^^^ stale-year
        jurisdiction: "430522"
        year: 2024
        annexes: [某县2023年产业培塑行动实施方案]
        #           ^^^^^ stale-year
        actions:
          - action: 民生可感行动
            sections:
              - heading: 2023年省定十大重点民生实事项目
        #                ^^^^^ stale-year
                tasks:
                  - title: 统一大市场
                    targets: {全国统一大市场建设2023年重点任务: 加快完成}
        #                              ^^^^^ stale-year
                    deliverables: [力争2023年底前建成数据平台, 印发办法, 制定县2023年降本增效若干清单]
        #                            ^^^^^                   ^^^^^ stale-year
        organisation:
          evaluation: [纳入2023年度全县绩效考核]
        #                ^^^^^ stale-year
        """,
        CODE,
    )
    assert "2023年早于" in found[0].message.zh.replace("“", "").replace("”", "")
    assert {one.severity for one in found} == {Severity.WARNING}


@pytest.mark.parametrize(
    "words",
    [
        "固定资产投资比2023年底翻一番",
        "截至2023年底完成投资的核算",
        "2023年底前开工的项目全部竣工",
        "完成2023年高标准农田建设任务（跨年度）",
        "整改2023年度考核发现的问题",
        "兑现2023年度考核奖励",
        "推动2023年省重点项目建成投产",
        "落实《某省2023年重点工作实施方案》",
        "落实三年行动方案（2023—2025年）",
        "落实2023年版负面清单",
        "完成2023年度国有企业绩效考核",
        "推进2023年省重点项目建设",
        "完成2024年底前的全部任务",
        "开展2025年重点项目谋划",
        "参照2013年重点工作",
    ],
)
def test_earlier_years_that_are_meant_are_quiet(lint: Lint, words: str) -> None:
    assert lint(f"tasks: [{{title: 任务, deliverables: [“{words}”]}}]\n", CODE) == []


def test_the_basis_notes_and_scopes_may_name_other_years(lint: Lint) -> None:
    text = """
        basis:
          - {title: 某市2023年重点工作实施方案}
        actions:
          - action: 民生可感行动
            tasks:
              - title: 农田
                note: 原文作2023年底前
                targets: {高标准农田: {value: 建设2万亩, scope: 2023年重点任务}}
        """
    assert lint(text, CODE) == []


def test_a_plan_issued_before_its_year_may_ask_for_work_then(lint: Lint) -> None:
    text = "issued: 2023-11-20\ntasks: [{title: 制定清单, by: 2023-12-31}]\n"
    assert lint(text, CODE) == []


def test_a_plan_for_several_years_covers_them(lint: Lint) -> None:
    text = """
        planspec: 1
        title: 某县现代化产业体系建设行动方案（2023—2025年）
        jurisdiction: "430522"
        year: 2024
        issued: 2024-03-18
        tasks: [{title: 清单, by: 2023-12-31}]
        """
    assert lint(text, CODE) == []
