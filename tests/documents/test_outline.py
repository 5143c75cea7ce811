from __future__ import annotations

from planspec.documents.outline import Heading, outline, run_in
from planspec.documents.text import read_text


def tree(text: str) -> list[object]:
    def shape(heading: Heading) -> object:
        return (heading.no, heading.title, [shape(child) for child in heading.children])

    return [shape(heading) for heading in outline(read_text(text, "x").blocks).headings]


def test_numbers_nest_by_their_kinds() -> None:
    assert tree("一、任务\n（一）产业\n1.循环经济。做大。\n2.装备\n（二）创新\n二、机制") == [
        (
            "一",
            "任务",
            [("（一）", "产业", [("1", "循环经济", []), ("2", "装备", [])]), ("（二）", "创新", [])],
        ),
        ("二", "机制", []),
    ]


def test_goals_begin_with_dashes() -> None:
    assert tree("一、目标\n——产业加力。增长5%。\n——创新加速。\n二、任务") == [
        ("一", "目标", [("", "产业加力", []), ("", "创新加速", [])]),
        ("二", "任务", []),
    ]


def test_a_run_in_heading_is_parted_from_its_text() -> None:
    assert run_in("循环经济。围绕目标，做大。") == ("循环经济", "围绕目标，做大。")
    assert run_in("建设一流园区") == ("建设一流园区", "")
    assert run_in("建设园区（县发改局牵头）") == ("建设园区", "（县发改局牵头）")
    long = "围绕" + "很" * 70 + "长的一句。再来一句。"
    assert run_in(long) == ("", long)


def test_skipped_and_repeated_numbers_are_told() -> None:
    told = outline(read_text("一、甲\n三、乙\n三、丙", "x").blocks).irregular
    assert [(one.spot.line, one.written, one.expected) for one in told] == [
        (2, "三、", "2"),
        (3, "三、", "4"),
    ]


def test_a_numbering_that_runs_on_through_groups_is_regular() -> None:
    text = "（一）甲\n1.子\n（1）a\n（2）b\n2.丑\n（3）c\n（二）乙\n1.寅"
    assert outline(read_text(text, "x").blocks).irregular == []


def test_text_without_a_number_belongs_to_the_heading_above() -> None:
    (heading,) = outline(read_text("前言\n一、甲\n正文一\n正文二", "x").blocks).headings
    assert [text.text for text in heading.body] == ["正文一", "正文二"]
    assert [text.text for text in outline(read_text("前言\n一、甲", "x").blocks).lead] == ["前言"]


def test_bullets_mark_the_items_of_a_list() -> None:
    assert tree("一、任务\n●融资支持。增长5%。\n◆用地保障。") == [
        ("一", "任务", [("", "融资支持", []), ("", "用地保障", [])])
    ]


def test_a_title_that_lost_its_number_heads_what_follows_and_is_told() -> None:
    found = outline(
        read_text(
            "二、任务\n（一）完善设施\n1.园区。\n2.站点。\n培育主体\n1.龙头。\n（三）降低成本\n1.联运。", "x"
        ).blocks
    )
    (task,) = found.headings
    assert [(one.no, one.title, len(one.children)) for one in task.children] == [
        ("（一）", "完善设施", 2),
        ("（二）", "培育主体", 1),
        ("（三）", "降低成本", 1),
    ]
    assert [(one.spot.line, one.written, one.expected) for one in found.irregular] == [
        (1, "二、", "1"),
        (5, "", "（二）"),
    ]


def test_a_short_line_is_no_title_where_no_number_is_missing() -> None:
    for text in (
        "（一）完善设施\n1.园区。\n培育主体\n1.龙头。\n（二）降低成本",
        "（一）完善设施\n1.园区。\n培育主体\n（三）降低成本",
        "（一）完善设施\n1.园区。\n培育主体，提质增效\n1.龙头。\n（三）降低成本",
    ):
        assert [one.no for one in outline(read_text(text, "x").blocks).headings][1:] in (
            ["（二）"],
            ["（三）"],
        )


def test_demands_on_all_at_the_end_belong_to_no_task() -> None:
    assert tree("一、任务\n1.园区。\n有关要求：每月通报。")[1] == ("", "有关要求", [])
