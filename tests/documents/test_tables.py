"""Tables of tasks, however their columns stand, to rows."""

from __future__ import annotations

from collections.abc import Sequence

from planspec.documents.blocks import Spot, Table
from planspec.documents.columns import Column, Holds
from planspec.documents.grid import Span, to_table
from planspec.documents.tables import TableRow, read_table, read_units
from planspec.registry import builtin

_UNITS = builtin().units_of("330100")


def known(name: str) -> bool:
    return _UNITS.resolve(name) is not None


def table(*rows: Sequence[str | Span]) -> Table:
    spans = [[cell if isinstance(cell, Span) else Span(cell) for cell in row] for row in rows]
    return to_table(spans, Spot(1, 1))


def rows(*cells: Sequence[str | Span]) -> list[TableRow]:
    read = read_table(table(*cells), known)
    assert read is not None
    return read.rows


HEADER = ("序号", "工作任务", "牵头单位", "配合单位", "分管领导", "完成时限")


def test_each_column_is_read_for_what_it_holds():
    (row,) = rows(HEADER, ("1", "建设公园", "市林业局", "市财政局、市城管局", "张三", "6月底前"))
    assert (row.no, row.names, row.by) == ("1", ["建设公园"], "6月底前")
    assert (row.who.lead, row.who.support, row.who.leader) == (
        ("市林业局",),
        ("市财政局", "市城管局"),
        ("张三",),
    )


def test_columns_may_stand_in_any_order():
    (row,) = rows(("责任单位", "时限要求", "重点任务", "编号"), ("市林业局", "12月底", "建设公园", "一"))
    assert (row.no, row.names, row.by, row.who.units) == ("一", ["建设公园"], "12月底", ("市林业局",))


def test_a_header_may_have_two_lines():
    both = Span("责任分工", columns=2)
    (row,) = rows(
        (Span("序号", rows=2), Span("任务", rows=2), both, Span("完成时限", rows=2)),
        ("牵头单位", "配合单位"),
        ("1", "建设公园", "市林业局", "市财政局", "年底前"),
    )
    assert (row.who.lead, row.who.support, row.by) == (("市林业局",), ("市财政局",), "年底前")


def test_a_title_above_the_header_is_no_header():
    (row,) = rows((Span("任务分解表", columns=6),), HEADER, ("1", "建设公园", "市林业局", "", "", ""))
    assert row.names == ["建设公园"]


def test_a_header_that_a_new_page_repeats_is_no_row():
    found = rows(
        HEADER, ("1", "建设公园", "市林业局", "", "", ""), HEADER, ("2", "修路", "市交通局", "", "", "")
    )
    assert [row.no for row in found] == ["1", "2"]


def test_every_cell_is_accounted_for():
    read = read_table(
        table(HEADER, (Span("一、城建", columns=6),), ("1", "建设公园", "市林业局", "", "", "")), known
    )
    assert read is not None
    assert {use for _, use in read.uses} == {"table-header", "row-group", "row"}
    assert len({spot for spot, _ in read.uses}) == 18


def test_a_line_across_the_table_heads_a_group():
    found = rows(
        HEADER,
        (Span("一、城建", columns=6),),
        (Span("（一）绿化", columns=6),),
        ("1", "建设公园", "市林业局", "", "", ""),
        (Span("二、交通", columns=6),),
        ("1", "修路", "市交通局", "", "", ""),
    )
    assert [row.group for row in found] == [["一、城建", "（一）绿化"], ["二、交通"]]


def test_a_merged_cell_beside_several_rows_is_their_group():
    found = rows(
        ("序号", "工作内容", "工作任务", "责任单位"),
        (Span("1"), Span("城建", rows=2), "建设公园", "市林业局"),
        ("2", "修路", "市交通局"),
        ("3", "交通", "开行公交", "市交通局"),
    )
    assert [(row.group, row.names) for row in found] == [
        (["城建"], ["建设公园"]), (["城建"], ["修路"]), ([], ["交通"]),
    ]  # fmt: skip


def test_a_column_of_groups_names_groups_in_every_row():
    found = rows(
        ("序号", "工作内容", "工作任务", "具体举措", "责任单位"),
        (Span("1"), Span("城建", rows=2), "建设公园", "新建公园3个", "市林业局"),
        ("2", "修路", "新建道路5条", "市交通局"),
        ("3", "交通", "开行公交", "新增线路2条", "市交通局"),
    )
    assert [(row.group, row.names) for row in found] == [
        (["城建"], ["建设公园"]), (["城建"], ["修路"]), (["交通"], ["开行公交"]),
    ]  # fmt: skip


def test_rows_that_share_a_number_are_told_apart_by_their_place():
    found = rows(
        ("序号", "实事", "年度任务", "牵头单位"),
        (Span("1", rows=2), Span("助学", rows=2), "建成学校2所", Span("市教育局", rows=2)),
        ("新增学位300个",),
        ("2", "助老", "建成食堂5个", "市民政局"),
    )
    assert [(row.no, row.step) for row in found] == [("1", "1"), ("", "1/2"), ("2", "2")]
    assert [row.group for row in found] == [["助学"], ["助学"], []]
    assert [row.who.lead for row in found] == [("市教育局",), ("市教育局",), ("市民政局",)]


def test_a_row_that_is_merged_but_for_its_number_says_nothing_new():
    found = rows(
        ("序号", "任务", "责任单位"),
        ("1", Span("建设公园", rows=2), Span("市林业局", rows=2)),
        ("2",),
    )
    assert [(row.no, row.repeats, row.who.units) for row in found] == [
        ("1", False, ("市林业局",)), ("2", True, ()),
    ]  # fmt: skip


def test_one_cell_under_lead_and_support_names_no_lead():
    (row,) = rows(
        ("序号", "任务", "牵头单位", "配合单位"), ("1", "修路", Span("市交通局\n市财政局", columns=2))
    )
    assert (row.who.lead, row.who.support, row.who.units) == ((), (), ("市交通局", "市财政局"))


def test_a_header_may_say_that_the_first_unit_leads():
    (row,) = rows(("任务", "责任单位（第一个为牵头单位）", "备注"), ("修路", "市交通局、市财政局", "续建"))
    assert (row.who.lead, row.who.support, row.notes) == (("市交通局",), ("市财政局",), ["续建"])


def test_money_has_the_measure_of_its_header():
    (row,) = rows(("序号", "项目名称", "总投资（万元）", "责任单位"), ("1", "东环路", "5,200", "市交通局"))
    assert row.figures == [("总投资", "5,200万元")]


def test_a_table_without_a_known_header_is_none_of_ours():
    assert read_table(table(("姓名", "职务"), ("张三", "组长")), known) is None


def units(
    text: str, holds: Holds = Holds.UNITS
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], bool]:
    who = read_units(text, Column("x", holds), known)
    return who.lead, who.support, who.units, who.open


def test_a_unit_in_each_line():
    assert units("市林业局\n市财政局") == ((), (), ("市林业局", "市财政局"), False)


def test_a_name_that_runs_over_the_line_is_one():
    assert units("市农业农\n村局、市财政局")[2] == ("市农业农村局", "市财政局")
    assert units("市住建局（市人\n防办）\n市财政局")[2] == ("市住建局（市人防办）", "市财政局")


def test_names_without_a_mark_between_are_parted():
    assert units("市林业局市财政局")[2] == ("市林业局", "市财政局")


def test_a_cell_may_hold_a_phrase_of_its_own():
    assert units("市林业局牵头，市财政局、市城管局配合")[:2] == (("市林业局",), ("市财政局", "市城管局"))
    assert units("市林业局牵头", Holds.LEAD)[0] == ("市林业局",)


def test_a_list_may_be_open_or_numbered():
    assert units("市林业局、市财政局等") == ((), (), ("市林业局", "市财政局"), True)
    assert units("1.市林业局\n2.市财政局")[2] == ("市林业局", "市财政局")
    assert units("市林业局/市财政局")[2] == ("市林业局", "市财政局")


def test_a_header_of_two_lines_may_be_repeated():
    upper = (Span("序号", rows=2), Span("工作任务", rows=2), Span("责任分工", columns=2))
    lower = ("牵头单位", "配合单位")
    found = rows(upper, lower, ("1", "建设公园", "市林业局", ""), upper, lower, ("2", "修路", "市交通局", ""))
    assert [row.no for row in found] == ["1", "2"]


def test_a_chinese_number_above_arabic_ones_heads_a_group():
    found = rows(
        HEADER, ("一", "城建", "", "", "", ""), ("1", "建设公园", "市林业局", "", "", ""),
        ("二", "交通", "", "", "", ""), ("2", "修路", "市交通局", "", "", ""),
    )  # fmt: skip
    assert [(row.no, row.group) for row in found] == [("1", ["一、城建"]), ("2", ["二、交通"])]


def test_chinese_numbers_alone_are_those_of_rows():
    found = rows(HEADER, ("一", "城建", "", "", "", ""), ("二", "交通", "", "", "", ""))
    assert [row.names for row in found] == [["城建"], ["交通"]]
