"""What became of a target: its direction, its wording, its measure, its place."""

from __future__ import annotations

import pytest

from planspec.diff import ChangeClass, Method

from .plans import codes, compare

W, S = ChangeClass.WEAKENED, ChangeClass.STRENGTHENED
OTHER, OPEN, WORDS = ChangeClass.REDEFINED, ChangeClass.UNDECIDED, ChangeClass.REWORDED


def one_target(name: str, phrase: str) -> str:
    return f"goals:\n  - targets:\n      {name}: {phrase}\n"


@pytest.mark.parametrize(
    ("name", "before", "after", "code", "kind"),
    [
        ("地区生产总值", "增长7%", "增长6.5%", "target-lowered", W),
        ("地区生产总值", "增长7%", "增长8%", "target-raised", S),
        ("地区生产总值", "增长7%以上", "增长6%左右", "target-lowered", W),
        ("城镇调查失业率", "控制在5%以内", "控制在5.5%以内", "limit-relaxed", W),
        ("城镇调查失业率", "控制在5.5%以内", "控制在5%以内", "limit-tightened", S),
        ("生产安全事故起数", "下降10%", "下降8%", "limit-relaxed", W),
        ("地区生产总值", "增长7%以上", "增长7%左右", "target-loosened", W),
        ("地区生产总值", "增长7%左右", "增长7%以上", "target-tightened", S),
        ("地区生产总值", "确保增长7%", "力争增长7%", "firmness-weakened", W),
        ("地区生产总值", "力争增长7%", "增长7%", "firmness-strengthened", S),
        ("地区生产总值", "增长7%", "稳步增长", "figure-to-trend", W),
        ("地区生产总值", "稳步增长", "增长7%", "trend-to-figure", S),
        ("固定资产投资", "增长7%", "完成市定目标", "figure-to-deferred", OTHER),
        ("固定资产投资", "完成市定目标", "完成省定目标", "reference-changed", OTHER),
        ("地区生产总值", "增长7%", "达到132亿元", "measure-changed", OTHER),
        ("实有经营主体", "新增3000户", "净增3000户", "measure-changed", OTHER),
        ("地区生产总值", "增长7%", "下降7%", "target-lowered", W),
        ("培训人次", "达到300人次", "达到300天", "figure-unit-changed", OTHER),
        ("实有经营主体", "达到1.2万户", "达到12000户", "target-reworded", WORDS),
        ("循环经济总产值", "达到87亿元", "达到870000万元", "target-reworded", WORDS),
        ("某项排名", "进入全省前3位", "进入全省前5位", "target-lowered", W),
        ("某种说不清的分值", "达到80分", "达到90分", "figure-changed", OPEN),
        ("某项工作", "言语不明其一", "言语不明其二", "target-unreadable", OPEN),
        ("社会保障水平", "稳步提高", "有所提高", "trend-changed", OPEN),
        ("办件时间", "压缩至5天以内", "压缩至3天以内", "limit-tightened", S),
    ],
)  # fmt: skip
def test_a_value_becomes_another(name: str, before: str, after: str, code: str, kind: ChangeClass) -> None:
    found = compare(one_target(name, before), one_target(name, after)).changes
    assert [(change.code, change.kind) for change in found] == [(code, kind)]
    assert (found[0].before, found[0].after) != (None, None)


def test_raised_but_less_firm_is_two_changes() -> None:
    found = compare(one_target("地区生产总值", "增长7%"), one_target("地区生产总值", "力争增长8%"))
    assert sorted(codes(found)) == ["firmness-weakened", "target-raised"]


def test_lowered_and_less_firm_is_one() -> None:
    found = compare(one_target("地区生产总值", "增长7%"), one_target("地区生产总值", "力争增长6%"))
    assert [(change.code, change.also) for change in found.changes] == [
        ("target-lowered", ("firmness-weakened",))
    ]


def test_both_places_are_exact() -> None:
    found = compare(one_target("地区生产总值", "增长7%"), one_target("地区生产总值", "  增长6%")).changes[0]
    assert found.before is not None and found.after is not None
    assert (found.before.file, found.before.span.start_line, found.before.span.start_column) == (
        "old.yaml",
        8,
        15,
    )
    assert (found.after.file, found.after.span.start_line, found.after.span.start_column) == (
        "new.yaml",
        8,
        17,
    )
    assert found.before.pointer == "/goals/0/targets/地区生产总值"


COPIES = """
goals:
  - targets: {{规模工业增加值: {goal}}}
actions:
  - action: 产业培塑行动
    goals:
      - targets: {{规模工业增加值: {annex}}}
"""


def test_the_same_change_of_two_copies_is_one_change() -> None:
    found = compare(
        COPIES.format(goal="增长7%", annex="增长7%"), COPIES.format(goal="增长6%", annex="增长6%")
    ).changes
    assert codes(found) == ["target-lowered"]
    assert [one.old for one in found[0].related] == [False]
    assert found[0].before is not None and found[0].before.path == ("规模工业增加值",)


def test_a_copy_that_goes_is_no_loss() -> None:
    less = "goals:\n  - targets: {规模工业增加值: 增长7%}\nactions:\n  - action: 产业培塑行动\n"
    found = compare(COPIES.format(goal="增长7%", annex="增长7%"), less).changes
    assert "target-copy-removed" in codes(found)
    assert not any(change.kind is W for change in found)


def test_an_alias_is_the_same_indicator() -> None:
    found = compare(one_target("地区生产总值", "增长7%"), one_target("GDP", "增长7%"))
    assert codes(found) == ["indicator-alias"]


def test_another_indicator_with_the_same_value_is_another_indicator() -> None:
    found = compare(one_target("规模工业增加值", "增长7%"), one_target("服务业增加值", "增长7%"))
    assert codes(found) == ["indicator-changed"]


TASKS = """
actions:
  - action: 产业培塑行动
    sections:
      - heading: 做强产业
        tasks:
          - {{title: 循环经济, lead: 县科工局{first}}}
          - {{title: 绿色矿山, lead: 县林业局{second}}}
"""


def test_a_target_that_goes_to_another_task_is_moved() -> None:
    target = ", targets: {循环经济总产值: 达到87亿元}"
    found = compare(TASKS.format(first=target, second=""), TASKS.format(first="", second=target))
    assert codes(found) == ["target-moved"]


def test_one_of_two_values_goes() -> None:
    before = TASKS.format(first=", targets: {亩均税收: [增长10%以上, 达到5万元左右]}", second="")
    after = TASKS.format(first=", targets: {亩均税收: 增长10%以上}", second="")
    assert codes(compare(before, after)) == ["target-value-removed"]


def test_a_renamed_target_can_say_so() -> None:
    before = TASKS.format(first=", targets: {观测点: 3处}", second="")
    after = TASKS.format(first=", targets: {监测站: {value: 4处, renamed_from: 观测点}}", second="")
    assert sorted(codes(compare(before, after))) == ["indicator-renamed", "target-raised"]


def test_deadline_later_and_earlier() -> None:
    before = TASKS.format(first=", by: 2024-06-30", second=", by: 年底")
    after = TASKS.format(first=", by: 9月底前", second=", by: 2024-12-31")
    found = compare(before, after).changes
    assert codes(found) == ["deadline-later", "deadline-reworded"]
    assert found[0].kind is W
    assert all(
        change.match is None or change.match.method is not Method.LIKENESS or change.match.confidence > 0.8
        for change in found
    )
