"""Plain text to blocks: paragraphs, and tables that lost their grid."""

from __future__ import annotations

from pathlib import Path

import pytest

from planspec.documents.blocks import Paragraph, Spot, Table
from planspec.documents.draft import draft
from planspec.documents.text import read_text
from planspec.registry import builtin

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def tables(text: str) -> list[Table]:
    return [block for block in read_text(text, "x.txt").blocks if isinstance(block, Table)]


def grid(text: str) -> list[list[str]]:
    (table,) = tables(text)
    return [[("^" if cell.merged else "") + cell.text for cell in row] for row in table.rows]


def paragraphs(text: str) -> list[str]:
    return [block.text for block in read_text(text, "x.txt").blocks if isinstance(block, Paragraph)]


def test_lines_are_paragraphs_and_spots_their_numbers():
    first, second = read_text("\ufeff　　甲\r\n\r\n\xa0乙\r", "x.txt").blocks
    assert (first, second) == (Paragraph("甲", Spot(1)), Paragraph("乙", Spot(3)))


# ---- one cell a line ----

STACKED = """任务责任分解表
序号

内容

主要责任

单位

分管领导

工作进度

1

新建公园3个。建设口袋公园，完善配套设施。

市林业局、市财政局

张三丰

2

道路建设

新建道路5条，打通断头路2条。

市交通局

3

新增学位300个。

市教育局

李四光

王五一
"""


def test_one_cell_a_line():
    assert grid(STACKED) == [
        ["序号", "内容", "主要责任单位", "分管领导", "工作进度"],
        ["1", "新建公园3个。建设口袋公园，完善配套设施。", "市林业局、市财政局", "张三丰", ""],
        ["2", "道路建设\n新建道路5条，打通断头路2条。", "市交通局", "", ""],
        ["3", "新增学位300个。", "市教育局", "李四光\n王五一", ""],
    ]
    assert paragraphs(STACKED) == ["任务责任分解表"]


def test_a_cell_is_where_its_line_is():
    (table,) = tables(STACKED)
    assert table.spot == Spot(2, 1)
    assert table.rows[1][1].spot == Spot(16, 1, 2, 2)
    assert table.rows[0][2].spot == Spot(6, 1, 1, 3)


def test_as_many_lines_as_columns_in_each_row_are_its_cells():
    lines = [
        "序号",
        "指标",
        "预期值",
        "属性",
        "1",
        "事故死亡人数",
        "下降15%",
        "约束性",
        "2",
        "受灾人次",
        "<15000",
        "预期性",
    ]
    assert grid("\n".join(lines)) == [
        ["序号", "指标", "预期值", "属性"],
        ["1", "事故死亡人数", "下降15%", "约束性"],
        ["2", "受灾人次", "<15000", "预期性"],
    ]


def test_a_space_that_a_page_broke_is_no_text():
    assert paragraphs("1.修路。&n\n\nsp;2.治水。&nbsp;完成。") == ["1.修路。", "2.治水。 完成。"]


def test_what_follows_a_table_is_no_part_of_it():
    after = "附件3\n某市行动方案\n一、工作目标\n新增企业50家，建设园区，推动产业升级。\n"
    assert paragraphs(STACKED + after)[1:] == after.splitlines()
    prose = "三、保障措施\n加强组织领导，压实工作责任，严格督查考核，确保各项任务落到实处。\n"
    assert paragraphs(STACKED + prose)[1:] == prose.splitlines()


def test_headings_of_groups_stand_between_the_rows():
    text = "序号\n任务\n责任单位\n任务清单\n一、城建\n1\n建设公园\n市林业局\n二、交通\n1\n修路\n市交通局\n2\n架桥\n市交通局\n"
    rows = grid(text)
    assert [row[0] for row in rows] == ["序号", "任务清单", "一、城建", "1", "二、交通", "1", "2"]
    assert rows[2] == ["一、城建", "^一、城建", "^一、城建"]


def test_a_row_may_go_on_without_a_number():
    text = (
        "序号\n内容\n责任单位\n分管领导\n"
        "1\n关爱儿童\n新增托位100个，建设托育中心。\n市卫健局\n张三丰\n建设儿童公园2个，改造学校。\n市林业局\n"
        "改造乡镇学校5所，增加学位。\n2\n助老\n建设食堂10个，方便老人。\n市民政局\n"
    )
    assert grid(text)[1:] == [
        ["1", "关爱儿童\n新增托位100个，建设托育中心。", "市卫健局", "张三丰"],
        ["^1", "建设儿童公园2个，改造学校。", "市林业局", ""],
        ["^1", "改造乡镇学校5所，增加学位。", "^市林业局", "^"],
        ["2", "助老\n建设食堂10个，方便老人。", "市民政局", ""],
    ]


def test_a_header_on_a_new_page_is_kept_apart():
    text = "序号\n任务\n责任单位\n1\n建设公园\n市林业局\n序号\n任务\n责任单位\n2\n修路\n市交通局\n"
    assert [row[0] for row in grid(text)] == ["序号", "1", "序号", "2"]


def test_units_may_run_over_lines():
    text = "序号\n任务\n责任单位\n1\n建设公园\n市林业局、\n市财政局、市城管局\n2\n修路\n市交通局\n"
    assert grid(text)[1] == ["1", "建设公园", "市林业局、\n市财政局、市城管局"]


def test_a_list_of_numbers_is_no_table():
    text = "序号\n1\n2\n任务\n落实责任，抓好各项任务，推动工作取得实效。\n"
    assert tables(text) == []


def test_columns_without_numbers_are_told_by_their_looks():
    text = "工作任务\n责任单位\n完成时限\n建设公园3个\n市林业局\n6月底前\n修建道路5条\n市交通局、市财政局\n2024年12月\n"
    assert grid(text)[1:] == [
        ["建设公园3个", "市林业局", "6月底前"], ["修建道路5条", "市交通局、市财政局", "2024年12月"],
    ]  # fmt: skip


# ---- cells between bars ----

BARS = """序号 |
工作内容 |
工作任务 |
牵头单位 |
配合单位 |
1 |
城建行动 |
公园 |
新建公园3个，改造公园2个。 |
市林业局
市财政局 |
市城管局 |
2 |
道路 |
新建道路5条，打通断头路2条。 |
市交通局 |
 |
新建桥梁1座，加固桥梁3座。 |
市水利局 |
市财政局 |
3 |
助老行动 |
食堂 |
建设老年食堂10个，方便老人。 |
市民政局 |
|
"""


def test_cells_before_bars():
    assert grid(BARS) == [
        ["序号", "工作内容", "工作任务", "^工作任务", "牵头单位", "配合单位"],
        ["1", "城建行动", "公园", "新建公园3个，改造公园2个。", "市林业局\n市财政局", "市城管局"],
        ["2", "^城建行动", "道路", "新建道路5条，打通断头路2条。", "市交通局", ""],
        ["^2", "^城建行动", "^道路", "新建桥梁1座，加固桥梁3座。", "市水利局", "市财政局"],
        ["3", "助老行动", "食堂", "建设老年食堂10个，方便老人。", "市民政局", ""],
    ]


MARKDOWN = """| 序号 | 任务 | 责任单位 |
| --- | --- | --- |
| 1 | 公园 | 市林业局 |
| 2 | 道路 | |
"""
PLAIN_BARS = "序号|任务|责任单位\n1|公园|市林业局\n2|道路|"
FULL_WIDTH = "序号｜任务｜责任单位\n1｜公园｜市林业局\n2｜道路｜"
TABS = "序号\t任务\t责任单位\n1\t公园\t市林业局\n2\t道路\t市交通局"
BLANKS = "序号 任务 责任单位\n1 公园 市林业局\n2 道路 市交通局"
FRAME = """┌──┬──┬────┐
│序号│任务│责任单位│
├──┼──┼────┤
│ 1 │公园│市林业局│
├──┼──┼────┤
│ 2 │道路│市交通│
│   │    │运输局│
└──┴──┴────┘"""


@pytest.mark.parametrize("text", [MARKDOWN, PLAIN_BARS, FULL_WIDTH, TABS, BLANKS, FRAME])
def test_rows_in_lines(text: str):
    rows = grid(f"前文。\n{text}\n后文说明。")
    assert rows[:2] == [["序号", "任务", "责任单位"], ["1", "公园", "市林业局"]]
    assert [row[:2] for row in rows[2:]] == [["2", "道路"]]
    assert paragraphs(f"前文。\n{text}\n后文说明。") == ["前文。", "后文说明。"]


def test_a_bar_in_a_line_makes_no_table():
    assert tables("首页 | 公开 | 服务\n一、目标\n新增企业50家。") == []


# ---- the issued plans ----


@pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the issued documents are not here (shared/seeds beside the repository)"
)
def test_every_row_of_the_issued_tables_is_found():
    counts = {}
    for name in ("jishou-2023", "xinshao-2024"):
        made = draft(read_text((SEEDS / f"{name}.txt").read_text("utf-8"), name), builtin())
        counts[name] = [len(action.get("breakdown", ())) for action in made.actions.values()]
    assert counts == {
        "jishou-2023": [0, 32 + 1, 0, 0, 0, 15 + 4],
        "xinshao-2024": [11, 12, 39, 57, 6, 21, 28, 33],
    }
