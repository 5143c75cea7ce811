"""Headings to sections and tasks: responsibilities in all places, parts of running paragraphs."""

from __future__ import annotations

from typing import Any


def test_labels_below_a_task_in_lines_of_their_own_are_its_responsibility(drafted: Any) -> None:
    plan = drafted(
        "一、主要任务", "1.工业增加值增长5%左右。", "牵头单位：县科工局", "责任单位：县发改局、各乡镇", "完成时限：12月底",
        "2.投资增长6%。", "牵头单位：县发改局",
    ).plan  # fmt: skip
    first, second = plan["sections"][0]["tasks"]
    assert (first["lead"], first["support"], first["by"]) == ("县科工局", ["县发改局", "各乡镇"], "12月底")
    assert first["targets"] == {"工业增加值": "增长5%左右"}
    assert second["lead"] == "县发改局"


def test_a_responsibility_below_the_last_part_is_the_whole_items(drafted: Any) -> None:
    draft = drafted(
        "1、排查风险隐患。",
        "（1）开展检查2轮。",
        "（2）除险加固水库3座。",
        "牵头单位：县水利局    配合单位：县应急管理局",
    )
    (section,) = draft.plan["sections"]
    assert section["lead"] == "县水利局"
    assert ["lead" in task for task in section["tasks"]] == [False, False]
    assert draft.coverage.left_over() == []


def test_a_heading_with_a_responsibility_gives_it_to_its_section(drafted: Any) -> None:
    plan = drafted(
        "一、强化创新（县科工局牵头）", "（一）建平台。新建平台3家。", "（二）育企业。培育企业5家。"
    ).plan
    assert (plan["sections"][0]["heading"], plan["sections"][0]["lead"]) == ("强化创新", "县科工局")


def test_the_first_of_each_list_leads_where_the_document_says_so(drafted: Any) -> None:
    plan = drafted(
        "一、重点任务",
        "（一）更新设备。实施改造。〔县科工局、县发改局、县财政局。列首位的为牵头单位，下同〕",
        "（二）更新汽车。发放补贴。（责任单位：县商务局、县财政局）",
    ).plan
    first, second = plan["sections"][0]["tasks"]
    assert (first["lead"], first["support"]) == ("县科工局", ["县发改局", "县财政局"])
    assert (second["lead"], second["support"]) == ("县商务局", "县财政局")


def test_a_section_without_parts_is_one_task(drafted: Any) -> None:
    plan = drafted(
        "一、支持升规。新增企业5家。（责任单位：县科工局）", "二、支持用工。招聘30场。（责任单位：县人社局）"
    ).plan
    assert [(task["no"], task["source"]) for task in plan["tasks"]] == [("一", "一"), ("二", "二")]
    assert "sections" not in plan


def test_counted_parts_without_responsibilities_are_sub_items(drafted: Any) -> None:
    plan = drafted(
        "一、任务",
        "（一）维护稳定。一是防范风险，做实管控；二是打击犯罪，深化治理。",
        "（二）种树。造林2万亩。",
    ).plan
    task = plan["sections"][0]["tasks"][0]
    assert [(sub["no"], sub["title"], sub["source"]) for sub in task["tasks"]] == [
        ("一是", "防范风险", "一/(一)/一是"),
        ("二是", "打击犯罪", "一/(一)/二是"),
    ]


def test_run_in_headings_make_a_section_where_most_neighbours_have_them(drafted: Any) -> None:
    plan = drafted(
        "一、任务",
        "（一）激发消费。以政策引导消费。安排资金，发放消费券。以活动激活消费。开展15场活动。",
        "（二）扩大投资。着力抓好项目。谋划项目，提高质量。着力推进招商。参加活动，引进企业。着力激活民资。建立项目库。",
    ).plan
    one, two = plan["sections"][0]["sections"]
    assert [task["title"] for task in one["tasks"]] == ["以政策引导消费", "以活动激活消费"]
    assert [task["source"] for task in two["tasks"]] == [
        "一/(二)/着力抓好项目",
        "一/(二)/着力推进招商",
        "一/(二)/着力激活民资",
    ]


def test_sentences_of_a_programmes_action_are_its_tasks(drafted: Any) -> None:
    plan = drafted(
        "一、重点任务",
        "（一）工业倍增攻坚。抓龙头培育。新增企业2家。（县科工局牵头）抓园区提质。建成厂房20万平方米。（县住建局牵头）",
        "（二）项目建设攻坚。加快项目谋划。储备项目300个，推动开工。深化用地改革，报批用地3000亩。",
        "（三）乡村振兴攻坚。稳住粮食生产。播种面积85万亩。建强特色产业。新建茶园5000亩。改善人居环境。治理率达到60%。",
        head="新邵县2025年推进“三项攻坚”实施方案\n制定本方案。\n",
    ).plan
    assert [[task["title"] for task in action["tasks"]] for action in plan["actions"]] == [
        ["抓龙头培育", "抓园区提质"],
        ["加快项目谋划", "深化用地改革"],
        ["稳住粮食生产", "建强特色产业", "改善人居环境"],
    ]
    assert [task["lead"] for task in plan["actions"][0]["tasks"]] == ["县科工局", "县住建局"]


def test_what_a_heading_and_its_text_both_say_is_one_target(drafted: Any) -> None:
    plan = drafted(
        "一、民生",
        "1.增加公共停车位233个。盘活空间，新增停车位233个。（县城管局牵头）",
        "2.修路。修路3公里。",
    ).plan
    assert plan["sections"][0]["tasks"][0]["targets"] == {"公共停车位": "增加233个"}


def test_a_title_is_none_of_the_words_of_the_responsibility(drafted: Any) -> None:
    plan = drafted(
        "一、对按期完成高标准农田建设任务且成效显著的乡镇（不含已获奖补的街道，由县里另行安排并且逐年据实核定下达），"
        "予以倾斜支持。（县农业农村局负责）",
        "二、对推进快的乡镇，予以奖励。（县财政局负责）",
    ).plan
    assert [task["title"] for task in plan["tasks"]] == ["予以倾斜支持", "对推进快的乡镇，予以奖励"]


def test_the_tasks_of_an_annex_without_sections_keep_their_numbers(drafted: Any) -> None:
    draft = drafted(
        "一、重点任务", "全力推进。", "附件1", "文旅升级行动方案", "（一）精品线路。推出5条。", "（二）特色民宿。新增9家。"
    )  # fmt: skip
    (action,) = draft.actions.values() if draft.actions else ({},)
    tasks = action.get("tasks") or draft.plan["tasks"]
    assert [task["no"] for task in tasks] == ["(一)", "(二)"]
