"""A published plan, invented and small, to its draft."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from planspec.documents.draft import Draft, action_name, draft
from planspec.documents.text import read_text
from planspec.registry import builtin
from planspec.schema import validate
from planspec.source import load_text
from planspec.source.emit import emit

PLAN = (Path(__file__).parents[2] / "data" / "issued-plan.txt").read_text("utf-8")


def made(text: str = PLAN) -> Draft:
    return draft(read_text(text, "plan.txt"), builtin())


def test_the_head_is_read() -> None:
    plan = made().plan
    assert {
        key: plan[key]
        for key in ("title", "jurisdiction", "issuer", "programme", "year", "document", "issued")
    } == {
        "title": "新邵县实施“八大行动”总体方案",
        "jurisdiction": 430522,
        "issuer": "新邵县人民政府办公室",
        "programme": "八大行动",
        "year": 2024,
        "document": "新政办发〔2024〕9号",
        "issued": "2024-03-18",
    }
    assert plan["basis"] == [{"title": "邵阳市实施“八大行动”总体方案", "document": "邵市政办发〔2024〕1号"}]
    assert plan["annexes"] == ["新邵县产业培塑行动实施方案"]
    assert plan["copies_to"] == ["县委各部门"]


def test_the_overall_plan_is_read() -> None:
    plan = made().plan
    assert plan["goals"] == [
        {"heading": "产业加力", "targets": {"规模工业增加值": "增长7%左右"}, "source": "一/1"}
    ]
    (entry,) = plan["actions"]
    assert entry["include"] == "01-industry.yaml"
    assert entry["targets"] == {"服务业增加值": "增长6%"}
    assert plan["organisation"]["cadence"] == {"简报": "旬", "通报": "月", "讲评": "季"}
    assert plan["organisation"]["lists"] == ["任务清单", "项目清单"]


def test_an_annex_becomes_an_action_with_sections_and_tasks() -> None:
    action = made().actions["01-industry.yaml"]
    assert (action["action"], action["theme"], action["annex"]) == ("产业培塑行动", "industry", 1)
    first, second = action["sections"]
    assert [(task["no"], task["title"]) for task in first["tasks"]] == [("1", "循环经济"), ("2", "绿色矿山")]
    task: dict[str, Any] = first["tasks"][0]
    assert task["lead"] == "县科工局"
    assert task["support"] == ["县发改局", "县财政局"]
    assert task["open"] is True
    assert task["targets"] == {"循环经济总产值": "达到87亿元"}
    assert task["source"] == "附件1/二/(一)/1"
    assert "lead" not in first["tasks"][1]
    assert second["heading"] == "培育新兴产业"


def test_paragraphs_with_responsibilities_of_their_own_become_sub_items() -> None:
    (task,) = made().actions["01-industry.yaml"]["sections"][1]["tasks"]
    assert [(sub["title"], sub.get("lead"), sub.get("units")) for sub in task["tasks"]] == [
        ("电子", "县科工局", None),
        ("软件", None, "县发改局"),
    ]


def test_the_work_group_is_read() -> None:
    assert made().actions["01-industry.yaml"]["workgroup"] == {
        "name": "产业培塑行动工作专班",
        "convenor": "常务副县长",
        "deputies": ["县发改局"],
        "members": ["县发改局", "县科工局", "县财政局"],
        "open": True,
        "office": "县发改局",
        "source": "附件1/三",
    }


def test_every_line_is_accounted_for() -> None:
    draft_ = made()
    assert draft_.coverage.left_over() == []
    assert draft_.irregular == []


def test_a_skipped_number_is_told_and_the_task_kept() -> None:
    draft_ = made(PLAN.replace("2.绿色矿山", "4.绿色矿山"))
    assert (draft_.irregular[0].written, draft_.irregular[0].expected) == ("4.", "2")
    assert [t["no"] for t in draft_.actions["01-industry.yaml"]["sections"][0]["tasks"]] == ["1", "4"]


def test_the_draft_follows_the_schema() -> None:
    draft_ = made()
    assert validate(load_text(emit(draft_.plan)), "plan") == []
    for action in draft_.actions.values():
        assert validate(load_text(emit(action)), "action") == []


def test_a_plan_without_notice_or_annexes_is_read() -> None:
    draft_ = made(
        "某省2025年重点工作任务分解\n一、总体要求\n坚持稳中求进。\n二、重点任务\n（一）稳住工业。（责任单位：省发展改革委、省财政厅）"
    )
    assert draft_.plan["title"] == "某省2025年重点工作任务分解"
    assert draft_.plan["year"] == 2025
    (section,) = draft_.plan["sections"]
    assert section["heading"] == "重点任务"
    assert [task["title"] for task in section["tasks"]] == ["稳住工业"]
    assert section["tasks"][0]["units"] == ["省发展改革委", "省财政厅"]


def test_an_action_is_called_by_its_own_name() -> None:
    assert action_name("新邵县实施产业培塑行动工作方案", ["新邵县"]) == "产业培塑行动"
    assert action_name("内需扩量提效攻坚实施方案", []) == "内需扩量提效攻坚"
