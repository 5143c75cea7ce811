"""A roster of a leading group."""

from __future__ import annotations

from planspec.documents.blocks import Spot
from planspec.documents.outline import Text
from planspec.documents.roster import is_roster, read_roster

LINES = """组  长：张某某  县委副书记、县长
常务副组长：李  四  县委常委、常务副县长
副组长：王某某  副县长
        县人民政府副县长
成  员：赵某某  县发改局局长
        钱某某  县财政局局长
领导小组办公室设在县发改局，由赵某某兼任办公室主任。
本名单不另行文。"""


def test_posts_stand_before_names_and_members_are_units() -> None:
    texts = [Text(line.strip(), Spot(at)) for at, line in enumerate(LINES.split("\n"), 1)]
    group, left = read_roster("某县实施行动领导小组人员名单", texts, {"县发改局", "县财政局"}.__contains__)
    assert group == {
        "head": "县委副书记、县长张某某",
        "deputies": ["县委常委、常务副县长李四", "副县长王某某", "县人民政府副县长"],
        "members": ["县发改局", "县财政局"],
        "office": "县发改局",
        "office_head": "赵某某",
        "name": "某县实施行动领导小组",
    }
    assert [text.text for text in left] == ["本名单不另行文。"]


def test_titles() -> None:
    assert is_roster("某县实施“八大行动”领导小组人员名单")
    assert not is_roster("某县重点项目清单")
