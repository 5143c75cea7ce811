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
