"""Which task a row restates."""

from __future__ import annotations

from planspec.documents.restating import Candidate, restated

PARK = Candidate("park", "公园建设", "新建口袋公园，改造旧公园，完善健身步道，由市林业局牵头。")
ROAD = Candidate("road", "道路建设", "新建主干道路，打通断头路，改造桥梁隧道，由市交通局牵头。")
SCHOOL = Candidate("school", "学校建设", "新建中小学校，增加学位供给，改善办学条件。")
TASKS = (PARK, ROAD, SCHOOL)


def one(title: str, text: str = "", tasks: tuple[Candidate, ...] = TASKS) -> str:
    return restated([(title, text or title)], tasks)[0]


def test_a_row_with_a_task_s_title():
    assert one("公园建设") == "park"


def test_a_row_whose_group_has_a_task_s_title():
    assert one("打通断头路3条", "道路建设\n打通断头路3条") == "road"


def test_a_row_that_repeats_a_task_s_words():
    assert one("增加学位", "增加学位供给300个，改善办学条件。") == "school"


def test_a_row_about_something_else():
    assert one("安全生产", "开展隐患排查，压实企业主体责任。") == ""


def test_a_doubtful_row_restates_nothing():
    assert one("建设", "新建改造，完善条件，由市里牵头") == ""


def test_the_part_is_preferred_to_the_whole():
    part = Candidate("bridge", "桥梁", "改造桥梁隧道", "road")
    assert one("改造桥梁隧道", "改造桥梁隧道5座", (*TASKS, part)) == "bridge"
