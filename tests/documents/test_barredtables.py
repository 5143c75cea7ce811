"""Headings between the rows of a table with bars."""

from __future__ import annotations

from planspec.documents.blocks import Table
from planspec.documents.draft import draft
from planspec.documents.text import read_text
from planspec.documents.trace.places import Places
from planspec.registry import builtin

HEADER = "序号 | 工作任务 | 责任单位 | 完成时限\n"
ROWS = "1 | 新增企业5家 | 县科工局 | 12月底\n2 | 完成投资12亿元 | 县发改局 | 12月底\n"
MORE = "1 | 白水大道改造3公里 | 县住建局 | 10月底\n2 | 建设门诊楼 | 县卫健局 | 12月底\n"
PLAN = "新邵县方案\n一、任务\n（一）抓项目。实施20个。\n附件1\n新邵县任务分解表\n"


def tables(text: str) -> list[Table]:
    return [block for block in read_text(text, "t.txt").blocks if isinstance(block, Table)]


def test_a_heading_before_a_header_begins_another_table() -> None:
    one, other = tables("一、任务清单\n" + HEADER + ROWS + "二、项目清单\n" + HEADER + MORE)
    assert one.rows[-1][-1].text == other.rows[-1][-1].text == "12月底"


def test_a_heading_before_a_row_is_a_group() -> None:
    (table,) = tables(HEADER + "一、提升效能\n" + ROWS + "二、降低成本\n" + MORE)
    assert [row[0].text for row in table.rows if row[1].merged] == ["一、提升效能", "二、降低成本"]


def test_rows_below_headings_between_tables_are_found_again() -> None:
    document = read_text(PLAN + "一、任务清单\n" + HEADER + ROWS + "二、项目清单\n" + HEADER + MORE, "t.txt")
    plan = draft(document, builtin()).plan
    sources = [task["source"] for section in plan["sections"][1:] for task in section["tasks"]]
    assert sources == ["附件1表/一/1", "附件1表/一/2", "附件1表/二/1", "附件1表/二/2"]
    places = Places(document)
    assert [places.all[places.resolve(source).places[0]].title for source in sources][2:] == [
        "白水大道改造3公里",
        "建设门诊楼",
    ]
    assert not any(places.resolve(source).missing for source in sources)
