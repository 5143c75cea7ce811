"""STR001: numbers of siblings follow each other."""

from __future__ import annotations

import pytest

from planspec.rules.structure.numbering_broken import Number, read_number
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.span import Span

from ..conftest import Lint

CODE = "STR001"


def tasks(*numbers: str) -> str:
    """Return an action whose tasks carry these numbers; "" is none."""
    rows = []
    for at, number in enumerate(numbers):
        no = f'no: "{number}", ' if number else ""
        rows.append(f"      - {{{no}title: 任务{at}}}")
    return "actions:\n  - action: 产业培塑行动\n    tasks:\n" + "\n".join(rows) + "\n"


def sections(*groups: tuple[str, ...]) -> str:
    """Return an action with a section for each group of task numbers."""
    text = "actions:\n  - action: 产业培塑行动\n    sections:\n"
    for at, group in enumerate(groups):
        text += f"      - no: （{'一二三四五六'[at]}）\n        heading: 分节{at}\n        tasks:\n"
        text += "".join(f'          - {{no: "{number}", title: 任务{at}-{number}}}\n' for number in group)
    return text


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("一、", Number("plain一", 1)),
        ("十二", Number("plain一", 12)),
        ("（二十）", Number("paren一", 20)),
        ("(三)", Number("paren一", 3)),
        ("4.", Number("plain1", 4)),
        ("5、", Number("plain1", 5)),
        ("（6）", Number("paren1", 6)),
        ("7)", Number("paren1", 7)),
        ("⑧", Number("①", 8)),
        ("㉑", Number("①", 21)),
        ("㊱", Number("①", 36)),
        ("第九", Number("ordinal一", 9)),
        ("第10条", Number("ordinal1", 10)),
        ("2.11", Number("2.", 11)),
        ("一百零三", Number("plain一", 103)),
    ],
)
def test_every_way_of_numbering_is_read(written: str, number: Number) -> None:
    assert read_number(written) == number


@pytest.mark.parametrize("written", ["附件", "A1", "1-3", "一二", "十十", ""])
def test_what_is_no_number_is_not_read(written: str) -> None:
    assert read_number(written) is None


def test_a_gap_is_marked_behind_it(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {no: "1", title: 循环经济}
              - {no: "2", title: 装备制造}
              - {no: "5", title: 现代农业}
        #            ^^^ numbering-broken
              - {no: "6", title: 文旅康养}
        """,
        CODE,
    )
    assert "缺3、4" in found.message.zh and "“现代农业”" in found.message.zh
    assert [related.span for related in found.related] == [Span(9, 14, 9, 17)]
    assert found.severity is Severity.WARNING


def test_a_repeated_number_is_marked_once_and_leads_to_the_first(marked: Lint) -> None:
    (found,) = marked(
        """
        actions:
          - action: 产业培塑行动
            tasks:
              - {no: "(1)", title: 循环经济}
              - {no: "(2)", title: 装备制造}
              - {no: "(2)", title: 现代农业}
        #            ^^^^^ numbering-broken
              - {no: "(4)", title: 文旅康养}
        """,
        CODE,
    )
    assert [related.span for related in found.related] == [Span(9, 14, 9, 19)]
    assert "用了两次" in found.message.zh


def test_after_a_slip_either_count_may_go_on(lint: Lint) -> None:
    assert len(lint(tasks("1", "2", "2", "3", "4"), CODE)) == 1
    assert len(lint(tasks("1", "2", "2", "4", "5"), CODE)) == 1
    assert len(lint(tasks("1", "3", "3", "4"), CODE)) == 1


def test_swapped_items_are_one_finding(lint: Lint) -> None:
    (found,) = lint(tasks("1", "3", "2", "4"), CODE)
    assert found.span.start_line == 10
    assert "次序颠倒" in found.message.zh


def test_an_item_without_number_among_numbered_ones_is_marked(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            sections:
              - {no: 一、, heading: 甲, tasks: [{title: 任务}]}
              - {heading: 乙, tasks: [{title: 任务}]}
        #                 ^ numbering-broken
              - {no: 三、, heading: 丙, tasks: [{title: 任务}]}
        """,
        CODE,
    )


def test_group_that_begins_in_the_middle_is_marked(lint: Lint) -> None:
    (found,) = lint(tasks("2", "3"), CODE)
    assert found.span.start_line == 8
    assert "缺1" in found.message.zh


def test_gap_between_groups_that_run_on_is_marked(lint: Lint) -> None:
    (found,) = lint(sections(("1", "2"), ("4", "5")), CODE)
    assert "缺3" in found.message.zh
    assert found.related


def test_running_on_and_beginning_anew_together_are_marked(lint: Lint) -> None:
    (found,) = lint(sections(("1", "2"), ("3", "4"), ("1", "2", "3")), CODE)
    assert found.span == Span(21, 18, 21, 21)
    assert found.confidence is Confidence.MEDIUM
    assert "重新编号" in found.message.zh
    (found,) = lint(sections(("1", "2"), ("1", "2"), ("3", "4")), CODE)
    assert found.span == Span(21, 18, 21, 21)


def test_actions_are_numbered_too(marked: Lint) -> None:
    marked(
        """
        actions:
          - {action: 产业培塑行动, no: （一）}
          - {action: 创新提升行动, no: （三）}
        #                        ^^^ numbering-broken
        """,
        CODE,
    )


def test_numbers_in_order_are_quiet(lint: Lint) -> None:
    for numbers in (
        ("1", "2", "3"),
        ("一、", "二、", "三、"),
        ("①", "②"),
        ("第一", "第二"),
        ("1.1", "1.2", "2.1"),
    ):
        assert lint(tasks(*numbers), CODE) == [], numbers


def test_groups_may_begin_anew(lint: Lint) -> None:
    assert lint(sections(("1", "2"), ("1", "2"), ("1",)), CODE) == []


def test_groups_may_run_on(lint: Lint) -> None:
    assert lint(sections(("1", "2"), ("3", "4"), ("5",)), CODE) == []


def test_numbers_may_run_on_from_sections_to_tasks(lint: Lint) -> None:
    """十项省级实事 as sections 1 to 10 with items (1) (2) …, then the city's as tasks 11 to 13."""
    text = """
        actions:
          - action: 民生可感行动
            sections:
              - no: "(一)"
                heading: 省级实事
                sections:
                  - {no: "1", heading: 教育, tasks: [{no: (1), title: 甲}]}
                  - {no: "2", heading: 优生, tasks: [{no: (2), title: 乙}, {no: (3), title: 丙}]}
              - no: "(二)"
                heading: 市级实事
                tasks: [{no: "3", title: 停车位}, {no: "4", title: 充电枪}]
              - no: "(三)"
                heading: 区级实事
                sections:
                  - {no: "5", heading: 区级, tasks: [{no: (1), title: 甲}, {no: (2), title: 乙}]}
                  - {no: "6", heading: 镇街, tasks: [{no: (1), title: 丙}]}
        """
    assert lint(text, CODE) == []


def test_nothing_numbered_is_quiet(lint: Lint) -> None:
    assert lint(tasks("", "", ""), CODE) == []


def test_a_lone_number_among_many_items_is_quiet(lint: Lint) -> None:
    assert lint(tasks("1", "", ""), CODE) == []


def test_numbers_of_an_unknown_kind_are_not_judged(lint: Lint) -> None:
    assert lint(tasks("A-1", "A-3"), CODE) == []


def test_parts_of_a_document_that_are_no_sections_leave_gaps(lint: Lint) -> None:
    """一、工作目标 and 三、推进机制 stand under other keys."""
    text = """
        actions:
          - action: 产业培塑行动
            goals: [{summary: 目标}]
            sections:
              - {no: 二、, heading: 工作任务, tasks: [{title: 甲}]}
              - {no: 四、, heading: 保障, tasks: [{title: 乙}]}
        """
    assert lint(text, CODE) == []


def test_a_gap_that_a_broken_line_may_explain_is_quiet(lint: Lint) -> None:
    text = """
        actions:
          - action: 产业培塑行动
            tasks:
              - {no: "1", title: 循环经济}
              - {no: "2", title: "装备制造}
              - {no: "3", title: 现代农业}
        """
    assert lint(text, CODE) == []
    assert len(lint(text, "FMT001")) == 1


def test_an_unreadable_item_hides_nothing(lint: Lint) -> None:
    text = """
        actions:
          - action: 产业培塑行动
            tasks:
              - {no: "1", title: 循环经济}
              - 装备制造
              - {no: "3", title: 现代农业}
        """
    assert lint(text, CODE) == []


def test_spoken_numbers_are_numbers(lint: Lint) -> None:
    text = """
        actions:
          - action: 安全守底行动
            tasks:
              - {no: 一是, title: 源头防控}
              - {no: 二是, title: 整体防控}
              - {no: 四是, title: 网络安全}
        """
    assert [one.excerpt.strip() for one in lint(text, CODE)] == ["- {no: 四是, title: 网络安全}"]


def test_after_a_broken_number_any_number_may_follow(lint: Lint) -> None:
    text = """
        actions:
          - action: 产业培塑行动
            sections:
              - heading: 甲
                tasks:
                  - {no: "1", title: 循环经济}
                  - title: 装备制造
                      no: "2"
              - heading: 乙
                tasks:
                  - {no: "3", title: 现代农业}
        """
    assert lint(text, CODE) == []
    assert len(lint(text, "FMT001")) == 1


def test_sections_and_tasks_side_by_side_are_counted_together(marked: Lint) -> None:
    """（二）without items of its own is a task among sections: the spec lists it apart."""
    marked(
        """
        sections:
          - no: 一
            heading: 强化准备
            sections:
              - {no: (一), heading: 队伍, tasks: [{no: "1", title: 甲}]}
              - {no: (三), heading: 物资, tasks: [{no: "1", title: 丙}]}
              - {no: (五), heading: 科技, tasks: [{no: "1", title: 戊}]}
        #            ^^^ numbering-broken
            tasks:
              - {no: (二), title: 预案, lead: 县应急局}
        """,
        CODE,
    )


def test_numbers_that_goals_or_an_earlier_chapter_used_are_not_missing(marked: Lint) -> None:
    marked(
        """
        goals: [{targets: {高新技术企业: 新增10家}, source: 一/(二)}]
        sections:
          - no: 二
            heading: 重点任务
            tasks: [{no: (三), title: 甲}, {no: (四), title: 乙}]
        """,
        CODE,
    )
    marked(
        """
        sections:
          - no: 二
            heading: 重点任务
            tasks: [{no: (八), title: 甲}, {no: (九), title: 乙}, {no: (十一), title: 丙}]
        #                                                          ^^^^ numbering-broken
        """,
        CODE,
    )


def test_tasks_may_be_counted_through_all_actions(marked: Lint) -> None:
    marked(
        """
        actions:
          - action: 产业培塑行动
            tasks: [{no: "1", title: 甲}, {no: "2", title: 乙}]
          - action: 创新提升行动
            sections: [{no: （一）, heading: 平台, tasks: [{no: "3", title: 丙}]}]
          - action: 激发需求行动
            tasks: [{no: "5", title: 丁}]
        #                ^^^ numbering-broken
        """,
        CODE,
    )


@pytest.mark.parametrize(
    ("groups", "at"),
    [
        ("124 45", "4"),  # the last skips
        ("122 45", "2"),  # the last repeats
        ("12 45 56", "4"),  # a group begins one too late
        ("12 43 56", "3"),  # two have changed places at the start
        ("12 354 67", "4"),  # two have changed places at the end
        ("12 245 67", "2"),  # the first of a group is a slip
    ],
)
def test_one_slip_is_told_once_and_the_groups_below_are_right(lint: Lint, groups: str, at: str) -> None:
    text = "actions:\n  - action: 产业培塑行动\n    sections:\n"
    for number, group in enumerate(groups.split()):
        tasks = ", ".join(f'{{no: "{no}", title: 任务{number}{place}}}' for place, no in enumerate(group))
        text += f"      - {{heading: 节{number}, tasks: [{tasks}]}}\n"
    assert [one.subject for one in lint(text, CODE)] == [at]
