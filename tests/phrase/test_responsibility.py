from __future__ import annotations

import pytest

from planspec.phrase.responsibility import Responsibility, find_all, parse
from planspec.phrase.unitlists import split_units

NAMES = """
县发改局 县财政局 县科工局 县税务局 县住建局 县住建局（县人防办） 县城管局 县卫健局 县应急局 县信访局
各乡镇人民政府 各有关部门 各行业主管部门 县应急局和信访局 各市、州人民政府
"""
UNITS = frozenset(NAMES.split())


def known(name: str) -> bool:
    return name.translate(str.maketrans("()", "（）")) in UNITS


def who(text: str) -> Responsibility:
    (found,) = find_all(text, known)
    return found


@pytest.mark.parametrize(
    ("text", "lead", "support", "units", "is_open"),
    [
        ("（县发改局牵头，县财政局、县科工局等按职责分工负责）", "县发改局", "县财政局 县科工局", "", True),
        ("(县发改局牵头,县财政局、县科工局按职能分工负责)", "县发改局", "县财政局 县科工局", "", False),
        ("（县发改局、县财政局牵头负责）", "县发改局 县财政局", "", "", False),
        ("（县发改局、县财政局等按职责分工负责）", "", "", "县发改局 县财政局", True),
        ("（县发改局、县财政局等部门按职责分工负责。）", "", "", "县发改局 县财政局", True),
        ("（县发改局负责）", "", "", "县发改局", False),
        ("（责任单位：县发改局、县财政局）", "", "", "县发改局 县财政局", False),
        ("（牵头单位：县发改局；配合单位：县财政局、县税务局）", "县发改局", "县财政局 县税务局", "", False),
        ("牵头单位:县发改局 责任单位:县财政局", "县发改局", "县财政局", "", False),
        ("（县发改局牵头，各行业主管部门配合）", "县发改局", "各行业主管部门", "", False),
        ("（县发改局牵头县财政局县科工局配合）", "县发改局", "县财政局 县科工局", "", False),
        ("（县住建局(县人防办)牵头，县城管局负责）", "县住建局（县人防办）", "县城管局", "", False),
        ("（县发改局、县财政局按职责分工牵头负责）", "县发改局 县财政局", "", "", False),
        ("（县发改局牵头，县财政局等按职责分工牵头负责）", "县发改局", "县财政局", "", True),
        ("【责任单位：县发改局、各乡镇人民政府】", "", "", "县发改局 各乡镇人民政府", False),
        ("（县发改局会同县财政局负责）", "", "", "县发改局 县财政局", False),
        ("推进改革。由县发改局牵头，县财政局配合。", "县发改局", "县财政局", "", False),
        ("推进改革。（县发改局、县财政局）", "", "", "县发改局 县财政局", False),
        ("（县发改局、县财政局等，各乡镇人民政府）", "", "", "县发改局 县财政局 各乡镇人民政府", True),
        ("（县发改局、县财政局，持续推进）", "", "", "县发改局 县财政局", False),
        ("（县发改局牵头，县财政局参加）", "县发改局", "县财政局", "", False),
        ("〔县发改局、县财政局负责。列首位的为牵头单位，下同〕", "县发改局", "县财政局", "", False),
        ("（厅职业能力处牵头，厅就业促进处配合）", "厅职业能力处", "厅就业促进处", "", False),
        ("（责任单位：某某发展中心、县发改局）", "", "", "某某发展中心 县发改局", False),
        ("（县发改局、县财政局负责。列第一位者为牵头单位，下同）", "县发改局", "县财政局", "", False),
        ("（县发改局、县财政局等和各有关部门负责）", "", "", "县发改局 县财政局 各有关部门", True),
        (
            "建设平台。（县发改局指导，县科工局落实，以下均需县科工局落实）",
            "",
            "",
            "县发改局 县科工局",
            False,
        ),
        ("建设平台。（县发改局、县科工局指导）", "", "", "县发改局 县科工局", False),
        ("（县发改局会同各有关部门负责）", "", "", "县发改局 各有关部门", False),
        ("（牵头单位：县发改局，配合单位：各市、州人民政府）", "县发改局", "各市、州人民政府", "", False),
        ("（牵头单位：县发改局；适用范围：所有园区）", "县发改局", "", "", False),
        ("牵头单位：县发改局；成员单位：县财政局。产值达5亿元。", "县发改局", "县财政局", "", False),
        ("（县发改局牵头，县财政局配合，2025年底前完成）", "县发改局", "县财政局", "", False),
    ],
)
def test_one_responsibility_in_its_many_wordings(
    text: str, lead: str, support: str, units: str, is_open: bool
) -> None:
    found = who(text)
    assert (found.lead, found.support, found.units, found.open) == (
        tuple(lead.split()),
        tuple(support.split()),
        tuple(units.split()),
        is_open,
    )


def test_leads_of_separate_parts_are_marked() -> None:
    assert who("（县发改局、县财政局分别牵头，县税务局负责）").separately
    assert not who("（县发改局、县财政局牵头，县税务局负责）").separately


def test_leader_and_deadline_are_read_from_labels() -> None:
    found = who("（分管领导：张三；牵头单位：县发改局；完成时限：12月底前）")
    assert (found.leader, found.lead, found.by) == (("张三",), ("县发改局",), "12月底前")


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("（县发改局牵头，县财政局配合，2025年6月底前取得阶段性成果）", "2025年6月底前取得阶段性成果"),
        ("（县发改局牵头；2025年11月底前完成）", "2025年11月底前完成"),
        ("（责任单位：县发改局；完成时限：2025年12月底前）", "2025年12月底前"),
        ("（县发改局负责，长期坚持）", "长期坚持"),
    ],
)
def test_a_deadline_needs_no_label(text: str, by: str) -> None:
    assert who(text).by == by


def test_a_label_alone_may_tell_the_leader_or_the_deadline() -> None:
    assert who("牵头领导：王某某").leader == ("王某某",)
    assert not who("完成时限：12月底").stated


def test_two_phrases_of_one_task_are_joined() -> None:
    joined = who("牵头单位：县发改局").joined(who("责任单位：县财政局、县科工局"))
    assert (joined.lead, joined.support, joined.units) == (("县发改局",), ("县财政局", "县科工局"), ())


def test_each_phrase_of_a_paragraph_is_found_with_its_range() -> None:
    text = "港口：做大。（县发改局牵头）农业：做强。（县财政局牵头）"
    found = find_all(text, known)
    assert [text[one.start : one.end] for one in found] == ["（县发改局牵头）", "（县财政局牵头）"]


@pytest.mark.parametrize(
    "text",
    [
        "支持企业牵头组建创新联合体，负责攻关。",
        "（2024年12月底前完成）",
        "（含自建房）",
        "加强单位内部管理，责任到人。",
        "由县住建局（县人防办）",
        "支持企业（县发改局认定的）发展。",
        "（由龙头企业牵头组建）",
        "",
        "（",
        "）（）",
    ],
)
def test_other_text_is_no_responsibility(text: str) -> None:
    assert find_all(text, known) == []


def test_names_are_parted_only_where_every_part_is_known() -> None:
    assert split_units("县发改局县财政局", known) == (("县发改局", "县财政局"), False)
    assert split_units("县应急局和县信访局等", known) == (("县应急局", "县信访局"), True)
    assert split_units("县应急局和信访局", known) == (("县应急局和信访局",), False)
    assert split_units("县发改局，县财政局;县税务局", known) == (("县发改局", "县财政局", "县税务局"), False)


def test_a_list_of_strangers_is_no_responsibility() -> None:
    assert parse("某公司、某集团负责", known) is None


@pytest.mark.parametrize(
    ("text", "leader"),
    [
        ("责任领导：陈某某  副县长", "副县长陈某某"),
        ("责任领导：陈某某　县委常委、常务副县长", "县委常委、常务副县长陈某某"),
        ("责任领导：陈某某、周某", "陈某某 周某"),
        ("牵头市领导：陈某某", "陈某某"),
    ],
)
def test_a_post_behind_a_name_stands_before_it(text: str, leader: str) -> None:
    assert who(text).leader == tuple(leader.split())


def test_milestones_are_a_deadline() -> None:
    assert who("时间节点：6月底前完成选址；12月底前验收。").by == "6月底前完成选址；12月底前验收"


def test_members_alone_are_no_responsibility() -> None:
    assert find_all("成员单位：县发改局、县财政局负责", known) == []
