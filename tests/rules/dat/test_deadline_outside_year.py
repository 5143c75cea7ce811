"""DAT001: what a yearly plan asks for is due within the year."""

from __future__ import annotations

from planspec.source.diagnostic import Severity

from ..conftest import Lint

CODE = "DAT001"


def test_a_year_far_ahead_is_a_slip(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 安全守底行动
            tasks:
              - {title: 管网改造, by: 2042-12-31}
        #                         ^^^^^^^^^^ deadline-outside-year
        """,
        CODE,
    )
    assert found.severity is Severity.WARNING
    assert "晚了18年" in found.message.zh


def test_the_next_year_is_a_question(marked: Lint) -> None:
    found = marked(
        """
        actions:
          - action: 安全守底行动
            sections:
              - heading: 消防
                by: 2025-06
        #           ^^^^^^^ deadline-outside-year
                tasks:
                  - title: 供水
                    targets: {消防供水: {value: 全覆盖, by: 2025年底前}}
        #                                            ^^^^^^^ deadline-outside-year
            breakdown:
              - {title: 供水, by: 2025}
        #                       ^^^^ deadline-outside-year
        """,
        CODE,
    )
    assert {one.severity for one in found} == {Severity.INFO}
    assert "确是跨年度的请写“到2025年底”" in found[0].message.zh


def test_deadlines_within_the_year_are_quiet(lint: Lint) -> None:
    for by in ("2024-12-31", "2024", "年底前", "9月底前", "长期坚持", "2024年秋季开学前", "明年3月底前"):
        text = f"actions:\n  - {{action: 安全守底行动, tasks: [{{title: 管网改造, by: {by}}}]}}\n"
        assert lint(text, CODE) == [], by


def test_goals_over_several_years_are_quiet(lint: Lint) -> None:
    text = """
        actions:
          - action: 安全守底行动
            tasks:
              - {title: 消防供水, by: 到2025年底}
              - {title: 治本攻坚三年行动, by: 2026-12-31}
              - {title: 断头路三年清零计划, by: 2027}
              - {title: “十四五”老旧管网改造, by: 2025-12-31}
        """
    assert lint(text, CODE) == []


def test_a_plan_for_several_years_covers_them(marked: Lint) -> None:
    marked(
        """
        planspec: 1
        title: 某县现代化产业体系建设实施方案（2024—2026年）
        jurisdiction: "430522"
        year: 2024
        tasks:
          - {title: 管网改造, by: 2026-12-31}
          - {title: 园区建设, by: 2027-12-31}
        #                     ^^^^^^^^^^ deadline-outside-year
        """,
        CODE,
    )


def test_a_multi_year_annex_covers_its_tasks(lint: Lint) -> None:
    text = """
        actions:
          - action: 安全守底行动
            title: 某县安全生产治本攻坚三年行动方案（2024—2026年）
            tasks: [{title: 管网改造, by: 2026-12-31}]
        """
    assert lint(text, CODE) == []


def test_a_multi_year_section_covers_its_tasks_and_their_targets(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 安全守底行动
            sections:
              - heading: 扎实开展安全生产治本攻坚三年行动
                tasks:
                  - title: 科技兴安
                    targets:
                      消防供水: {value: 全覆盖, by: 2025-12-31}
                  - {title: 应急演练, by: 2028-12-31}
        #                             ^^^^^^^^^^ deadline-outside-year
        """,
        CODE,
    )
