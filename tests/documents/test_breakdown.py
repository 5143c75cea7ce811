"""Tables in documents to rows and tasks of the draft."""

from __future__ import annotations

from typing import Any

from planspec.documents.draft import Draft, draft
from planspec.documents.text import read_text
from planspec.registry import builtin
from planspec.schema import validate
from planspec.source import load_text
from planspec.source.emit import emit

HEAD = """杭州市人民政府办公厅关于印发2024年市政府重点工作任务分解的通知
杭政办〔2024〕5号
各区、县（市）人民政府，市政府各部门：
《2024年市政府重点工作任务分解》已经市政府同意，现印发给你们，请结合实际认真组织实施。
杭州市人民政府办公厅
2024年2月1日
2024年市政府重点工作任务分解
"""
TABLE = """| 序号 | 重点任务 | 具体内容 | 牵头单位 | 配合单位 | 完成时限 |
| 一、经济发展 | | | | | |
| 1 | 扩大投资 | 固定资产投资增长6%以上 | 市发改委 | 市财政局、市自然资源局 | 12月底 |
| 2 | 促进消费 | 社会消费品零售总额增长7% | 市商务局 | 市文旅局等 | 长期坚持 |
| 二、民生保障 | | | | | |
| 1 | 稳定就业 | 城镇新增就业3万人 | 市人社局 | | 年底前 |
"""


def made(text: str) -> Draft:
    result = draft(read_text(text, "x.txt"), builtin())
    for kind, name, data in (
        ("plan", "plan.yaml", result.plan),
        *(("action", *one) for one in result.actions.items()),
    ):
        assert [*validate(load_text(emit(data), name), kind)] == []
    assert result.coverage.left_over() == []
    return result


def walk(item: dict[str, Any]) -> list[str]:
    return [task["title"] for task in item.get("tasks", ())] + [
        title for below in item.get("sections", ()) for title in walk(below)
    ]


def test_a_plan_that_is_a_table_has_its_rows_as_tasks():
    plan = made(HEAD + TABLE).plan
    assert (plan["title"], plan["document"]) == ("2024年市政府重点工作任务分解", "杭政办〔2024〕5号")
    (section,) = plan["sections"]
    assert [(below["no"], below["heading"], below["source"]) for below in section["sections"]] == [
        ("一", "经济发展", "表/一"), ("二", "民生保障", "表/二"),
    ]  # fmt: skip
    assert walk(plan) == ["扩大投资", "促进消费", "稳定就业"]
    first, second = section["sections"][0]["tasks"]
    assert first == {
        "id": "表-一-1",
        "no": "1",
        "title": "扩大投资",
        "lead": "市发改委",
        "support": ["市财政局", "市自然资源局"],
        "by": "12月底",
        "targets": {"固定资产投资": "增长6%以上"},
        "source": "表/一/1",
    }
    assert second["open"] is True


def test_a_table_of_indicators_sets_goals():
    text = (
        "一、主要目标\n地区生产总值增长5.5%。\n附件：主要指标表\n附件\n主要指标表\n序号|指标|单位|2024年目标|属性\n"
        "1|地区生产总值增长|%|5.5左右|预期性\n2|森林覆盖率|%|≥60|约束性\n3|城镇新增就业|万人|3|预期性\n"
    )
    assert made(HEAD + text).plan["goals"][-1] == {
        "heading": "主要指标表",
        "targets": {"地区生产总值": "增长5.5%左右", "森林覆盖率": "不少于60%", "城镇新增就业": "3万人"},
        "source": "附件表",
    }


def test_a_cell_that_is_a_value_is_the_value_of_its_row():
    text = "| 序号 | 实事 | 年度任务 | 责任单位 |\n| 1 | 新增天然气用户 | 3200户 | 市城管局 |\n| 2 | 建设老年食堂 | 20个 | 市民政局 |\n"
    plan = made(HEAD + text).plan
    assert [task["targets"] for task in plan["sections"][0]["tasks"]] == [
        {"天然气用户": "新增3200户"}, {"老年食堂": "建设20个"},
    ]  # fmt: skip


def test_a_cell_with_its_parts_in_a_bracket_is_the_value_of_its_row():
    text = "| 序号 | 实事 | 年度任务 | 责任单位 |\n| 1 | 残疾人托养 | 210人（集中托养20人，居家托养190人） | 市残联 |\n| 2 | 新建小学 | 2所 | 市教育局 |\n"
    plan = made(HEAD + text).plan
    assert plan["sections"][0]["tasks"][0]["targets"] == {
        "残疾人托养": "210人", "集中托养": "20人", "居家托养": "190人",
    }  # fmt: skip


ACTION = """附件1
杭州市实施绿色行动工作方案
一、工作任务
1.公园建设。新建口袋公园30个，完善健身步道。（市林业局牵头，市财政局配合）
2.道路建设。新建主干道路5条，打通断头路。（市交通局牵头，市财政局配合）
附件：绿色行动任务分解表
"""


def test_rows_of_an_action_restate_its_tasks():
    rows = "序号|任务|责任单位|分管领导\n1|新建口袋公园30个，完善健身步道。|市林业局|张三丰\n2|新建主干道路5条。|市交通局|李  四\n"
    result = made(HEAD + "一、主要目标\n绿化覆盖率达到40%。\n" + ACTION + "附件\n绿色行动任务分解表\n" + rows)
    (action,) = result.actions.values()
    ids = [task["id"] for task in action["tasks"]]
    assert [(row["restates"], row["units"], row["leader"], row["source"]) for row in action["breakdown"]] == [
        (ids[0], "市林业局", "张三丰", "附件1表/1"),
        (ids[1], "市交通局", "李四", "附件1表/2"),
    ]
