"""What became of tasks, sections and actions, and of those who do the work."""

from __future__ import annotations

from planspec.diff import ChangeClass, Method, Mode, diff, mode_of

from .plans import codes, compare, plan, real_plan

BASE = """
actions:
  - action: 产业培塑行动
    theme: industry
    sections:
      - heading: 做强产业
        tasks:
          - {title: 做大循环经济产业, lead: 县科工局, support: [县发改局, 县财政局], targets: {循环经济总产值: 达到87亿元}}
          - {title: 培育电子信息企业, lead: 县科工局, support: [县商务局, 县税务局], targets: {电子信息企业: 新增5家}}
          - {title: 建设标准厂房, lead: 县住建局, deliverables: [建成厂房2万平方米]}
      - heading: 强化保障
        tasks:
          - {title: 落实惠企政策, lead: 县财政局, support: 县税务局}
  - action: 民生可感行动
    theme: livelihood
    tasks:
      - {title: 新建农村公路, lead: 县交通局, targets: {农村公路: 新建20公里}}
"""


def changed(*edits: tuple[str, str], base: str = BASE) -> list[str]:
    after = base
    for old, new in edits:
        assert old in after
        after = after.replace(old, new, 1)
    return codes(compare(base, after))


def test_a_renamed_task_is_the_same_task() -> None:
    assert changed(("做大循环经济产业", "加快循环经济产业集聚发展")) == ["task-renamed"]


def test_another_name_of_a_unit_is_the_same_unit() -> None:
    assert changed(("[县发改局, 县财政局]", "[县发展和改革局, 县财政局]")) == ["unit-renamed"]


def test_lead_changed_removed_added() -> None:
    assert changed(("lead: 县住建局", "lead: 县自然资源局")) == ["lead-changed"]
    assert changed(
        ("lead: 县科工局, support: [县发改局, 县财政局]", "units: [县科工局, 县发改局, 县财政局]")
    ) == ["lead-removed"]
    assert changed(("lead: 县住建局, ", "")) == ["responsibility-removed"]
    assert changed(("lead: 县住建局", "lead: [县住建局, 县科工局]")) == ["lead-joined"]


def test_support_comes_and_goes_in_one_change() -> None:
    assert changed(("[县发改局, 县财政局]", "[县发改局, 县审计局]")) == ["support-changed"]
    assert changed(("[县发改局, 县财政局]", "[县财政局, 县发改局]")) == ["units-reordered"]


def test_a_lead_of_a_section_instead_of_its_tasks_is_the_same() -> None:
    found = changed(
        (
            "      - heading: 强化保障\n",
            "      - heading: 强化保障\n        lead: 县财政局\n        support: 县税务局\n",
        ),
        ("{title: 落实惠企政策, lead: 县财政局, support: 县税务局}", "{title: 落实惠企政策}"),
    )
    assert set(found) == {"responsibility-restated"}


def test_a_task_moves_to_another_action() -> None:
    task = "          - {title: 建设标准厂房, lead: 县住建局, deliverables: [建成厂房2万平方米]}\n"
    found = changed((task, ""), ("    tasks:\n      - {title: 新建", "    tasks:\n" + task.replace("          -", "      -") + "      - {title: 新建"))  # fmt: skip
    assert found == ["task-moved"]


def test_a_task_in_another_section_of_its_action_is_regrouped() -> None:
    task = "          - {title: 建设标准厂房, lead: 县住建局, deliverables: [建成厂房2万平方米]}\n"
    found = changed((task, ""), ("          - {title: 落实", task + "          - {title: 落实"))
    assert found == ["task-regrouped"]


def test_a_section_that_goes_is_one_change_with_all_it_held() -> None:
    section = BASE[BASE.index("      - heading: 强化保障") : BASE.index("  - action: 民生")]
    found = compare(BASE, BASE.replace(section, "")).changes
    assert codes(found) == ["section-removed"]
    assert "含任务1项" in found[0].message.zh


def test_a_figure_in_a_text_is_not_called_reworded() -> None:
    assert changed(("建成厂房2万平方米", "建成厂房1万平方米")) == ["text-figure-changed"]
    assert changed(("建成厂房2万平方米", "建成标准厂房2万平方米")) == ["deliverable-reworded"]


def test_renamed_from_pairs_what_nothing_else_would() -> None:
    without = changed(
        (
            "title: 新建农村公路, lead: 县交通局, targets: {农村公路: 新建20公里}",
            "title: 实施乡村畅通工程, lead: 县水利局",
        )
    )
    assert "task-removed" in without
    found = changed(("title: 新建农村公路, lead: 县交通局, targets: {农村公路: 新建20公里}", "title: 实施乡村畅通工程, renamed_from: 新建农村公路, lead: 县水利局"))  # fmt: skip
    assert sorted(found) == ["lead-changed", "target-removed", "task-renamed"]


def test_a_doubtful_pair_stays_removed_and_added_and_says_so() -> None:
    after = BASE.replace("title: 建设标准厂房, lead: 县住建局", "title: 建设标准化学校, lead: 县教育局").replace("[建成厂房2万平方米]", "[建成教学楼]")  # fmt: skip
    found = compare(BASE, after).changes
    assert sorted(codes(found)) == ["task-added", "task-removed"]
    assert all(change.match is None or change.match.doubtful for change in found)
    assert any(change.kind is ChangeClass.WEAKENED for change in found)


def test_look_alikes_without_ids_are_not_confused() -> None:
    base = """
actions:
  - action: 民生可感行动
    tasks:
      - {title: 提高城市低保标准, lead: 县民政局, targets: {城市低保标准: 提高到700元/月}}
      - {title: 提高农村低保标准, lead: 县民政局, targets: {农村低保标准: 提高到450元/月}}
"""
    after = """
actions:
  - action: 民生可感行动
    tasks:
      - {title: 稳步提高农村低保标准, lead: 县民政局, targets: {农村低保标准: 提高到460元/月}}
      - {title: 稳步提高城市低保标准, lead: 县民政局, targets: {城市低保标准: 提高到720元/月}}
"""
    found = compare(base, after).changes
    assert sorted(codes(found)) == [
        "items-reordered",
        "target-raised",
        "target-raised",
        "task-renamed",
        "task-renamed",
    ]
    assert {change.match.method for change in found if change.match is not None} <= {
        Method.LIKENESS,
        Method.NAME,
    }


def test_split_and_merged() -> None:
    whole = "{title: 循环经济和电子信息, lead: 县科工局, targets: {循环经济总产值: 达到87亿元, 电子信息企业: 新增5家}}"
    parts = (
        "{title: 循环经济, lead: 县科工局, targets: {循环经济总产值: 达到87亿元}}\n"
        "      - {title: 电子信息, lead: 县科工局, targets: {电子信息企业: 新增5家}}"
    )
    text = (
        "actions:\n  - action: 产业培塑行动\n    tasks:\n      - {title: 标准厂房, lead: 县住建局}\n      - "
    )
    found = compare(text + whole + "\n", text + parts + "\n").changes
    assert codes(found) == ["task-split"]
    assert found[0].message.zh == "“循环经济和电子信息”拆分为“循环经济”“电子信息”"
    assert codes(compare(text + parts + "\n", text + whole + "\n")) == ["task-merged"]


def test_the_mode_follows_from_place_and_year() -> None:
    assert mode_of(plan(BASE), plan(BASE)) is Mode.VERSIONS
    assert mode_of(real_plan("jishou"), real_plan("shigu")) is Mode.YEARS
    assert mode_of(real_plan("xinshao"), real_plan("shigu")) is Mode.JURISDICTIONS
    assert diff(real_plan("xinshao"), real_plan("shigu"), Mode.VERSIONS).mode is Mode.VERSIONS


def test_programmes_of_two_years_line_up_by_theme_and_units_by_role() -> None:
    found = diff(real_plan("jishou"), real_plan("shigu")).changes
    merged = [change.message.zh for change in found if change.code == "action-merged"]
    assert merged == ["吉首市2023的“防范化解风险阻击仗”“安全生产翻身仗”对应石鼓区2024的“安全守底行动”"]
    dropped = [change.subject for change in found if change.code == "action-removed"]
    assert dropped == ["优化发展环境持久仗"]
    assert not any(
        change.code in ("numbering-changed", "source-changed", "id-changed", "title-changed")
        for change in found
    )


def test_amounts_of_two_places_are_not_ranked() -> None:
    found = diff(real_plan("jishou"), real_plan("shigu")).changes
    amounts = [change for change in found if change.code == "amount-differs"]
    assert amounts
    assert all(change.kind is ChangeClass.UNDECIDED for change in amounts)


def test_a_fingerprint_survives_moved_lines_and_not_another_value() -> None:
    lowered = BASE.replace("87亿元", "80亿元")
    one = compare(BASE, lowered).changes[0].fingerprint
    assert (
        compare(
            BASE, "# 说明\n\n" + lowered.replace("          - {title: 培育", "\n          - {title: 培育")
        )
        .changes[0]
        .fingerprint
        == one
    )
    assert compare(BASE, BASE.replace("87亿元", "70亿元")).changes[0].fingerprint != one
