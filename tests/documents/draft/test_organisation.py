"""How the work is organised."""

from __future__ import annotations

from typing import Any


def test_a_leading_group_and_a_work_group_for_each_action(drafted: Any) -> None:
    plan = drafted(
        "一、重点任务",
        "（一）修路。建成3公里。（县住建局负责）",
        "二、组织实施",
        "（一）强化组织领导。建立总专班，由县委书记，县委副书记、县长任总指挥，总专班办公室设在县政府办。8个行动分别建立工作专班，"
        "县政府分管副县长任召集人，专班办公室设在县直牵头部门。",
    ).plan
    organisation = plan["organisation"]
    assert organisation["leading_group"]["head"] == ["县委书记", "县委副书记、县长"]
    (group,) = organisation["workgroups"]
    assert (group["action"], group["convenor"], group["office"]) == (
        "8个行动",
        "县政府分管副县长",
        "县直牵头部门",
    )


def test_a_roster_in_an_annex_completes_the_leading_group(drafted: Any) -> None:
    plan = drafted(
        "一、重点任务",
        "（一）修路。建成3公里。",
        "附件",
        "新邵县重点工作领导小组人员名单",
        "组  长：张某某  县委副书记、县长",
        "副组长：王某某  县人民政府副县长",
    ).plan
    group = plan["organisation"]["leading_group"]
    assert (group["head"], group["deputies"]) == ("县委副书记、县长张某某", ["县人民政府副县长王某某"])
    assert group["source"] == "附件"


def test_a_roster_within_the_plan_names_the_leading_group(drafted: Any) -> None:
    draft = drafted(
        "一、组织架构",
        "（一）成立领导小组",
        "组  长：张某某  县委副书记、县长",
        "副组长：王某某  县人民政府副县长",
        "成  员：县发改局、县财政局主要负责同志，各乡镇人民政府主要负责同志。",
        "（二）设立专班",
        "1.文旅产业链。链长：王某某；牵头单位：县文旅广体局；成员单位：县发改局、县财政局。产值突破4亿元。",
        "二、重点任务",
        "（一）修路。建成3公里。（县住建局负责）",
    )
    group = draft.plan["organisation"]["leading_group"]
    assert (group["head"], group["deputies"]) == ("县委副书记、县长张某某", ["县人民政府副县长王某某"])
    assert group["members"] == ["县发改局", "县财政局", "各乡镇人民政府"]
    (task,) = draft.plan["sections"][0]["tasks"][0]["tasks"]
    assert (task["lead"], task["support"], task["leader"]) == (
        "县文旅广体局",
        ["县发改局", "县财政局"],
        "王某某",
    )
    assert draft.coverage.left_over() == []


def test_who_heads_a_group_is_no_part_of_its_name(drafted: Any) -> None:
    plan = drafted(
        "一、重点任务",
        "（一）修路。建成3公里。",
        "二、组织领导",
        "成立由县长任组长的县新材料产业领导小组，办公室设在县科工局。",
    ).plan
    assert plan["organisation"]["leading_group"]["name"] == "县新材料产业领导小组"


def test_as_many_offices_as_actions_are_a_work_group_for_each(drafted: Any) -> None:
    annex = "附件{}\n新邵县打好{}实施方案\n一、工作任务\n1.修路。建成3公里。（县住建局负责）\n2.架桥。建成2座。（县住建局负责）"
    plan = drafted(
        "一、组织领导",
        "成立由县长任组长的领导小组。领导小组下设2个工作专班（分别设在县发改局、县财政局），副县长任专班第一召集人，"
        "县政府办副主任任召集人。",
        annex.format(1, "经济增长主动仗"),
        annex.format(2, "科技创新攻坚仗"),
    ).plan
    groups = plan["organisation"]["workgroups"]
    assert [(one["action"], one["office"], one["head"]) for one in groups] == [
        ("经济增长主动仗", "县发改局", "副县长"),
        ("科技创新攻坚仗", "县财政局", "副县长"),
    ]


def test_a_sections_title_may_leave_its_figures_to_a_superior(drafted: Any) -> None:
    plan = drafted(
        "一、重点任务",
        "（一）办好省定重点民生实事（以省下达任务为准）",
        "1.修路。建成3公里。（县住建局负责）",
        "2.架桥。建成2座。（县住建局负责）",
    ).plan
    (section,) = plan["sections"][0].get("sections", plan["sections"])
    assert section["targets"] == {"省定重点民生实事": "以省下达任务为准"}
