"""What sections hold: goals among aims, measures that give duties, closings, headings that only sound like organisation."""

from __future__ import annotations

from typing import Any


def test_goals_that_stand_among_the_aims_are_read(drafted: Any) -> None:
    plan = drafted(
        "一、总体要求",
        "（一）指导思想。坚持稳中求进。",
        "（二）主要目标。到2027年，设备投资规模较2023年增长25%以上。",
        "二、重点任务",
        "（三）更新设备。实施改造。（县科工局牵头）",
    ).plan
    assert plan["goals"] == [{"targets": {"设备投资规模": "较2023年增长25%以上"}, "source": "一/(二)"}]


def test_a_sentence_about_a_year_among_the_aims_is_a_goal(drafted: Any) -> None:
    plan = drafted(
        "一、总体要求", "坚持创新。到2026年，培训职工2万人次以上。", "二、任务", "（一）办班。开班20期。"
    ).plan
    assert plan["goals"][0]["targets"] == {"职工": "培训2万人次以上"}


def test_measures_that_give_units_a_duty_are_tasks_the_others_organisation(drafted: Any) -> None:
    plan = drafted(
        "一、重点任务",
        "（一）更新设备。实施改造。（县科工局牵头）",
        "二、保障措施",
        "（二）加大资金支持。安排专项资金2000万元。（县财政局牵头，县发改局配合）",
        "（三）加强组织领导。建立月调度、季通报机制。",
    ).plan
    measures = plan["sections"][1]
    assert (measures["heading"], [task["title"] for task in measures["tasks"]]) == (
        "保障措施",
        ["加大资金支持"],
    )
    assert measures["tasks"][0]["lead"] == "县财政局"
    assert plan["organisation"]["cadence"] == {"调度": "月", "通报": "季"}


def test_a_heading_that_only_sounds_like_organisation_holds_tasks(drafted: Any) -> None:
    plan = drafted(
        "一、强化平急结合的攻关机制",
        "（一）建立攻关体系。组建队伍。",
        "（二）提升攻关效能。储备技术。",
        "二、健全党组织领导的治理体系",
        "（三）建强队伍。选派干部。",
        "（四）提升治理效能。完善网格。",
    ).plan
    assert [len(section["tasks"]) for section in plan["sections"]] == [2, 2]
    assert "organisation" not in plan


def test_articles_are_tasks_and_what_says_from_when_they_hold_is_none(drafted: Any) -> None:
    draft = drafted(
        "第一条 支持升规入统。新增规模以上工业企业15家。（责任单位：县科工局、县财政局）",
        "第二条 强化用工保障。举办招聘活动30场以上。（责任单位：县人社局）",
        "第三条 本措施自2025年1月1日起施行，有效期1年。",
    )
    assert [(task["no"], task["title"]) for task in draft.plan["tasks"]] == [
        ("第一条", "支持升规入统"),
        ("第二条", "强化用工保障"),
    ]
    assert draft.coverage.left_over() == []
