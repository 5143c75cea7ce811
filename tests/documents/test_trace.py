from __future__ import annotations

from pathlib import Path

import pytest

from planspec.documents.text import read_text
from planspec.documents.trace import Exemption, Side, Trace, read_exemptions, trace
from planspec.documents.trace.places import Places
from planspec.documents.trace.words import figures, figures_of, fold
from planspec.model import build_plan
from planspec.model.load import load_plan_text
from planspec.registry import builtin
from planspec.source.errors import PlanspecError

DOCUMENT = """\
邵阳市人民政府办公室
关于印发《邵阳市实施“两大行动”总体方案》的通知
邵阳市实施“两大行动”总体方案
为推动两大行动,制定本方案。
一、主要目标
——产业培育加力。规模工业增加值增长7%左右,新增规模以上工业企业30家以上。
——需求有效激发。社会消费品零售总额、固定资产投资分别增长6%、8.5%。
二、重点任务
(一)实施产业培塑行动。服务业增加值增长6.5%。
三、组织实施
每月召开2次调度会。
附件:1.邵阳市产业培塑行动实施方案
附件1
邵阳市产业培塑行动实施方案
为加快产业发展,制定本方案。
一、工作目标
服务业增加值增长6.5%。
工作任务
(一)做强优势产业
1.循环经济。建设绿色矿山,资源再生产值达到75亿元。(市工信局牵头,市发改委、市财政局按职责分工负责)
2.装备制造。高新技术企业新增两家以上。(责任单位:市科技局、市工信局)
(二)强化要素保障
1.金融支持。制造业贷款余额增长12%以上。(市政府金融办、人民银行邵阳市分行等按职责分工负责)
三、推进机制
成立工作专班,由常务副市长任召集人,成员单位包括市发改委、市工信局、市财政局,办公室设在市工信局。
附件1-1
邵阳市产业培塑行动任务责任分解表
序号 |
内容 |
责任单位 |
分管领导 |
1 |
资源再生产值达到75亿元 |
市工信局、市发改委 |
王某某 |
2 |
高新技术企业新增两家以上 |
市科技局 |
李某某 |
"""

SPEC = """\
planspec: 1
title: 邵阳市实施“两大行动”总体方案
jurisdiction: 430500
year: 2024
goals:
  - targets: {规模工业增加值: 增长7%左右, 规模以上工业企业: 新增30家以上}
    source: 一/1
  - targets: {社会消费品零售总额: 增长6%, 固定资产投资: 增长8.5%}
    source: 一/2
actions:
  - action: 产业培塑行动
    annex: 1
    targets: {服务业增加值: 增长6.5%}
    goals:
      - targets: {服务业增加值: 增长6.5%}
        source: 附件1/一
    sections:
      - heading: 做强优势产业
        tasks:
          - title: 循环经济
            lead: 市工信局
            support: [市发改委, 市财政局]
            targets: {资源再生产值: 达到75亿元}
            source: 附件1/二/(一)/1
          - title: 装备制造
            units: [市科技局, 市工信局]
            targets: {高新技术企业: 新增两家以上}
            source: 附件1/二/（一）/2
      - heading: 强化要素保障
        tasks:
          - title: 金融支持
            units: [市政府金融办, 人民银行邵阳市分行]
            targets: {制造业贷款余额: 增长12%以上}
            source: 附件1/二/(二)/1
    workgroup:
      convenor: 常务副市长
      members: [市发改委, 市工信局, 市财政局]
      office: 市工信局
      source: 附件1/三
    breakdown:
      - {title: 循环经济, units: [市工信局, 市发改委], leader: 王某某, targets: {资源再生产值: 达到75亿元}, source: 附件1表/1}
      - {title: 高新技术企业, units: [市科技局], leader: 李某某, targets: {高新技术企业: 新增两家以上}, source: 附件1表/2}
    source: 二/(一)
"""


def traced(spec: str = SPEC, document: str = DOCUMENT, exemptions: tuple[Exemption, ...] = ()) -> Trace:
    plan = build_plan(load_plan_text(spec), builtin())
    assert plan is not None
    return trace(plan, read_text(document, "plan.txt"), exemptions)


def changed(old: str, new: str, count: int = 1) -> str:
    assert old in SPEC
    return SPEC.replace(old, new, count)


def short(result: Trace) -> list[tuple[str, str, str, str]]:
    return [(one.side.value, one.kind.value, one.text, one.locator) for one in result.findings]


def test_a_faithful_transcription_is_clean() -> None:
    result = traced()
    assert short(result) == []
    assert result.clean and not result.loose
    assert result.counts["spec"] == {"unit": 14, "person": 3, "figure": 11, "lead": 1}
    assert result.counts["document"]["unit"] >= 13


def test_a_wrong_figure_is_found_on_both_sides_with_its_places() -> None:
    result = traced(changed("达到75亿元}\n", "达到57亿元}\n"))
    assert short(result) == [
        ("spec", "figure", "57亿元", "附件1/二/(一)/1"),
        ("document", "figure", "75亿元", "附件1/二/(一)/1"),
    ]
    spec, document = result.findings
    assert (spec.line, spec.phrase, spec.spot) == (23, "达到57亿元", None)
    assert document.spot is not None and document.spot.line == 20 and document.file == ""


def test_a_figure_without_its_scale_is_another_figure() -> None:
    assert ("spec", "figure", "75万元", "附件1表/1") in short(
        traced(changed("达到75亿元}, source", "达到75万元}, source"))
    )


def test_a_number_in_characters_is_compared_too() -> None:
    found = short(traced(changed("新增两家以上}\n", "新增三家以上}\n")))
    assert found[0] == ("spec", "figure", "三家", "附件1/二/（一）/2")


def test_a_wrong_unit_is_found_on_both_sides() -> None:
    result = traced(changed("[市科技局, 市工信局]", "[市科技局, 市商务局]"))
    assert short(result) == [
        ("spec", "unit", "市商务局", "附件1/二/（一）/2"),
        ("document", "unit", "市工信局", "附件1/二/(一)/2"),
    ]


def test_lead_and_support_exchanged_are_found() -> None:
    spec = changed(
        "lead: 市工信局\n            support: [市发改委", "lead: 市发改委\n            support: [市工信局"
    )
    assert short(traced(spec)) == [
        ("spec", "lead", "市发改委", "附件1/二/(一)/1"),
        ("document", "lead", "市工信局", "附件1/二/(一)/1"),
    ]


def test_a_lead_where_the_document_has_none_is_found() -> None:
    spec = changed("units: [市科技局, 市工信局]", "lead: 市科技局\n            support: [市工信局]")
    assert short(traced(spec)) == [("spec", "lead", "市科技局", "附件1/二/（一）/2")]


def test_a_lead_that_the_spec_does_not_state_is_found() -> None:
    spec = changed("lead: 市工信局\n            support: [市发改委,", "units: [市工信局, 市发改委,")
    assert short(traced(spec)) == [("document", "lead", "市工信局", "附件1/二/(一)/1")]


def test_a_finding_tells_where_else_the_document_has_it() -> None:
    result = traced(changed("[市科技局, 市工信局]", "[市科技局, 市工信局, 市财政局]"))
    assert [one.elsewhere[0] for one in result.findings] == ["附件1/二/(一)/1"]


def test_a_missing_task_is_document_only() -> None:
    start = SPEC.index("      - heading: 强化要素保障")
    found = short(traced(SPEC[:start] + SPEC[SPEC.index("    workgroup:") :]))
    assert found == [
        ("document", "unit", "市政府金融办", "附件1/二/(二)/1"),
        ("document", "unit", "人民银行邵阳市分行", "附件1/二/(二)/1"),
        ("document", "figure", "12%", "附件1/二/(二)/1"),
    ]


def test_members_and_leaders_are_compared() -> None:
    spec = changed("leader: 王某某", "leader: 张某某")
    found = short(
        traced(spec.replace("members: [市发改委, 市工信局, 市财政局]", "members: [市发改委, 市工信局]"))
    )
    assert ("document", "unit", "市财政局", "附件1/三") in found
    assert {one[2] for one in found if one[1] == "person"} == {"张某某", "王某某"}


def test_a_roster_puts_the_name_before_the_post() -> None:
    spec = changed("convenor: 常务副市长", "convenor: 副市长王小明")
    document = DOCUMENT.replace("由常务副市长任召集人", "召集人:王小明 副市长")
    assert short(traced(spec, document)) == []


def test_a_locator_too_deep_falls_back_and_is_told() -> None:
    result = traced(changed("附件1/二/(二)/1", "附件1/二/(二)/1/(3)"))
    assert result.clean
    assert [(one.locator, one.missing) for one in result.loose] == [("附件1/二/(二)/1/(3)", "(3)")]


def test_no_locator_at_all_is_checked_against_everything() -> None:
    result = traced(changed("    source: 一/1\n", ""))
    assert not [one for one in result.findings if one.side is Side.SPEC]
    assert [(one.locator, one.missing) for one in result.loose] == [("", "")]


def test_exceptions_cover_a_place_and_what_is_below_it() -> None:
    spec = changed("达到75亿元}\n", "达到57亿元}\n")
    entries = (
        Exemption("附件1/二/（一）", "57亿元", "invented", "trace.yaml", 1),
        Exemption("附件1/二/(一)/1", "达到75亿元", "invented", "trace.yaml", 4),
        Exemption("附件1/三", "75亿元", "invented", "trace.yaml", 7),
    )
    result = traced(spec, exemptions=entries)
    assert result.findings == () and len(result.excepted) == 2
    assert [one.line for one in result.unused] == [7] and not result.clean


def test_the_file_of_exceptions_is_checked(tmp_path: Path) -> None:
    file = tmp_path / "trace.yaml"
    assert read_exemptions(file) == []
    file.write_text("- {source: 一/1, text: 7%, reason: 缺字}\n", "utf-8")
    assert [(one.source, one.text, one.reason, one.line) for one in read_exemptions(file)] == [
        ("一/1", "7%", "缺字", 1)
    ]
    for wrong in (
        "source: 一\n",
        "- {source: 一, text: 7%}\n",
        "- {source: 一, text: '', reason: x}\n",
        "- [\n",
    ):
        file.write_text(wrong, "utf-8")
        with pytest.raises(PlanspecError):
            read_exemptions(file)


@pytest.mark.parametrize(
    ("locator", "title"),
    [
        ("一/2", "需求有效激发"),
        ("二/(一)", "实施产业培塑行动"),
        ("附件1/二/(一)", "做强优势产业"),
        ("附件1/二/（二）/1", "金融支持"),
        ("附件一/二/(二)/1", "金融支持"),
        ("附件1/工作任务/(二)", "强化要素保障"),
        ("附件1/(一)/2", "装备制造"),
        ("附件1/强化要素", "强化要素保障"),
        ("附件1表/2", "高新技术企业新增两家以上"),
        ("附件", "邵阳市产业培塑行动实施方案"),
    ],
)
def test_locators_are_matched_generously(locator: str, title: str) -> None:
    places = Places(read_text(DOCUMENT, "plan.txt"))
    resolved = places.resolve(locator)
    assert resolved.missing == ""
    assert [places.all[one].title for one in resolved.places] == [title]


@pytest.mark.parametrize(
    ("spoilt", "locator"),
    [
        ("2)装备", ""),
        ("&n;2.装备", "附件1/二/(一)/2"),
        ("2.8家企业装备", "附件1/二/(一)/2"),
    ],
)
def test_a_spoilt_number_is_recovered_from_its_order(spoilt: str, locator: str) -> None:
    places = Places(read_text(DOCUMENT.replace("2.装备", spoilt), "plan.txt"))
    resolved = places.resolve(locator or "附件1/二/(一)")
    assert resolved.missing == "" and places.occurs("市科技局", resolved.places[0])


@pytest.mark.parametrize(
    "locator", ["/", "、", "附件9/一", "附件九表/1", "表/1", "附件1/(((", "0", "附件1/①/一是"]
)
def test_odd_locators_are_answered(locator: str) -> None:
    for text in (DOCUMENT, "无标题", "一、\n(一)\n附件1\n"):
        Places(read_text(text, "plan.txt")).resolve(locator)
    assert short(traced(changed("附件1/二/(二)/1", locator))) is not None


def test_words_of_a_paragraph_are_found_where_they_stand() -> None:
    text = (
        "某县方案\n一、任务\n（一）整治。消防整治，加强巡查。交通、校车整治，建好站点。\n（二）交通。修路。"
    )
    places = Places(read_text(text, "plan.txt"))
    (start,) = places.offsets("一/(一)")
    (fire,) = places.offsets("一/(一)/消防整治")
    (school,) = places.offsets("一/(一)/交通、校车整治")
    assert start < fire < school
    assert places.offsets("一/(一)/整治")[:2] == [start, fire + 2]
    assert places.offsets("一/(三)") == []


@pytest.mark.parametrize(("one", "other"), [("1000人", "1000名"), ("10余家", "10家")])
def test_figures_counted_alike_are_one(one: str, other: str) -> None:
    assert figures_of(one) == figures_of(other)


def test_a_lost_bracket_is_recovered() -> None:
    places = Places(read_text(DOCUMENT.replace("(二)强化", "二)强化"), "plan.txt"))
    assert places.resolve("附件1/二/(二)/1").missing == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("达到4.27万户", ["4.27万户"]),
        ("增长１２．５％", ["12.5%"]),
        ("分别新增3、5万户", ["3", "5万户", "3万户"]),
        ("高出2个、3个百分点", ["2个", "3百分点", "2百分点"]),
        ("1,200亿元", ["1200亿元"]),
        ("1644余个", ["1644个"]),
        ("百分之七", []),
        ("百分之7", ["7", "7%"]),
    ],
)
def test_figures_carry_what_they_count(text: str, found: list[str]) -> None:
    assert [figure for figure, _ in figures(fold(text))] == found


def test_a_phrase_without_a_figure_gives_nothing_to_look_for() -> None:
    assert figures_of("持续下降") == []
    assert figures_of("完成省定目标") == []
    assert figures_of("三个不发生") == figures_of("不发生") == []
    assert figures_of("5—10亿元") == ["5亿元", "10亿元"]


def test_spaces_and_widths_do_not_matter() -> None:
    assert fold("市 住建局 （市人防办）") == "市住建局(市人防办)"
    assert fold("3 5") == "3 5"


def test_time_grows_with_the_size_only() -> None:
    lines = [f"{n}.循环经济。产值达到{n}亿元。(市工信局牵头)" for n in range(1, 400)]
    start, end = DOCUMENT.index("1.循环"), DOCUMENT.index("(二)强化")
    result = traced(document=DOCUMENT[:start] + "\n".join(lines) + "\n" + DOCUMENT[end:])
    assert len(result.findings) > 390


HEAD = "planspec: 1\ntitle: 邵阳市方案\njurisdiction: 430500\nyear: 2024\n"
SECTION = HEAD + "sections:\n  - heading: 任务\n    source: 一\n    tasks:\n"


@pytest.mark.parametrize("above", ["", "附件1/"])
def test_the_only_annex_is_the_plan_by_either_locator(above: str) -> None:
    document = "关于印发邵阳市方案的通知\n各县市区：\n现印发给你们。\n附件1\n邵阳市工作方案\n一、任务\n1.修路。建成3公里。\n"
    spec = SECTION + f"      - {{title: 修路, targets: {{路: 建成3公里}}, source: {above}一/1}}\n"
    result = traced(spec, document)
    assert (short(result), result.loose) == ([], ())


def test_what_has_been_is_nothing_that_a_spec_lacks() -> None:
    document = "邵阳市规划\n一、发展现状\n（一）进展。事故起数下降43.3%。\n二、任务\n1.修路。建成3公里。\n"
    task = "      - {title: 修路, targets: {路: 建成3公里}, source: 二/1}\n"
    assert short(traced(SECTION.replace("source: 一", "source: 二") + task, document)) == []


def test_a_leading_unit_that_nobody_knows_is_compared() -> None:
    document = "邵阳市方案\n一、任务\n1.修路。（牵头单位：市发改委、市城运中心）\n"
    spec = SECTION + "      - {title: 修路, lead: [市发改委, 市城运中心], source: 一/1}\n"
    assert short(traced(spec, document)) == []
    exchanged = spec.replace("[市发改委, 市城运中心]", "市发改委, support: 市城运中心")
    assert [found[1:3] for found in short(traced(exchanged, document))] == [("lead", "市城运中心")]


def test_the_first_of_each_list_leads_where_the_document_says_so() -> None:
    document = "邵阳市方案\n一、任务\n1.修路。（市发改委、市财政局。列首位的为牵头单位，下同）\n2.治水。（市水利局、市财政局）\n"
    spec = SECTION + (
        "      - {title: 修路, lead: 市发改委, support: 市财政局, source: 一/1}\n"
        "      - {title: 治水, lead: 市水利局, support: 市财政局, source: 一/2}\n"
    )
    assert short(traced(spec, document)) == []


def test_the_units_of_a_section_may_stand_below_its_last_task() -> None:
    document = "邵阳市方案\n一、任务\n1.修路。建成3公里。\n2.治水。整治2处。\n牵头单位：市发改委    配合单位：市水利局\n"
    spec = SECTION.replace(
        "    source: 一\n", "    source: 一\n    lead: 市发改委\n    support: 市水利局\n"
    ) + (
        "      - {title: 修路, targets: {路: 建成3公里}, source: 一/1}\n"
        "      - {title: 治水, targets: {治水: 整治2处}, source: 一/2}\n"
    )
    assert short(traced(spec, document)) == []
