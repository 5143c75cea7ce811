"""How a change is told: two versions changed, two years follow one another, two places stand side by side."""

from __future__ import annotations

import re

import pytest

from planspec.diff import KINDS, Mode, Weight
from planspec.diff.between import TITLES
from planspec.diff.telling import Telling

from .plans import HEAD, compare, plan, real_plan
from .test_targets import codes

SPEC = """\
goals:
  - targets: {{固定资产投资: {investment}, 第三产业增加值: 增长6%{more}}}
actions:
  - action: {action}
    theme: industry
    tasks:
      - {{title: 补链强链, {lead}: 县科工局}}
      - {{title: 园区提质, {lead}: 县发改局}}
"""


def text(
    head: str, investment: str = "增长7%", more: str = "", action: str = "产业行动", lead: str = "lead"
) -> str:
    return head + SPEC.format(investment=investment, more=more, action=action, lead=lead)


LAST = HEAD.replace("2024", "2023")
ELSEWHERE = HEAD.replace("430522", "430407")


@pytest.mark.parametrize(
    ("old", "zh", "en"),
    [
        (
            HEAD,
            "目标“固定资产投资”要求调低：由“增长7%”改为“增长6%”",
            "target “固定资产投资”: lowered, “增长7%” is now “增长6%”",
        ),
        (
            LAST,
            "目标“固定资产投资”要求调低：2023年“增长7%”，2024年“增长6%”",
            "target “固定资产投资”: lowered; “增长7%” in 2023, “增长6%” in 2024",
        ),
        (
            ELSEWHERE,
            "目标“固定资产投资”，新邵县要求较低：石鼓区“增长7%”，新邵县“增长6%”",
            "target “固定资产投资”: lower in 新邵县; “增长7%” in 石鼓区, “增长6%” in 新邵县",
        ),
        (
            ELSEWHERE.replace("2024", "2023"),
            "目标“固定资产投资”，新邵县2024要求较低：石鼓区2023“增长7%”，新邵县2024“增长6%”",
            "target “固定资产投资”: lower in 新邵县2024; “增长7%” in 石鼓区2023, “增长6%” in 新邵县2024",
        ),
    ],
)
def test_a_lower_target(old: str, zh: str, en: str) -> None:
    (change,) = compare(text(old), text(HEAD, "增长6%")).changes
    assert (change.message.zh, change.message.en) == (zh, en)


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (HEAD, "目标“居民消费价格涨幅”新增：“控制在3%左右”"),
        (HEAD.replace("2024", "2025"), "目标“居民消费价格涨幅”新提出：“控制在3%左右”"),
        (ELSEWHERE, "目标“居民消费价格涨幅”只有石鼓区有：“控制在3%左右”"),
    ],
)
def test_what_one_side_has_alone(new: str, said: str) -> None:
    (change,) = compare(text(HEAD), text(new, more=", 居民消费价格涨幅: 控制在3%左右")).changes
    assert change.message.zh == said


def test_between_two_plans_the_name_of_an_action_is_no_change() -> None:
    assert codes(compare(text(HEAD), text(HEAD, action="产业攻坚")).changes) == ["action-renamed"]
    assert codes(compare(text(LAST), text(HEAD, action="产业攻坚")).changes) == []
    assert codes(compare(text(ELSEWHERE), text(HEAD, action="产业攻坚")).changes) == []


def test_a_plan_that_names_no_leads_is_one_change_an_action() -> None:
    old, new = text(LAST, lead="units"), text(HEAD)
    (change,) = compare(old, new).changes
    assert change.code == "lead-added" and len(change.related) == 1
    assert codes(compare(text(HEAD, lead="units"), new).changes) == ["lead-added"] * 2


@pytest.mark.parametrize(
    ("value", "versions", "years"),
    [
        ("增长5%", Weight.GRAVE, Weight.GRAVE),
        ("稳步提高", Weight.MAJOR, Weight.MAJOR),
        ("完成省定目标", Weight.MAJOR, Weight.MAJOR),
    ],
)
def test_a_dropped_goal_weighs_what_could_be_checked(value: str, versions: Weight, years: Weight) -> None:
    for head, weight in ((HEAD, versions), (LAST, years)):
        (change,) = compare(text(head, more=f", 进出口总额: {value}"), text(HEAD)).changes
        assert (change.code, change.weight) == ("target-removed", weight)


@pytest.mark.parametrize(("value", "weight"), [("增长5%", Weight.MAJOR), ("稳步提高", Weight.MINOR)])
def test_between_two_plans_a_target_of_a_task_weighs_less(value: str, weight: Weight) -> None:
    old = text(LAST).replace("补链强链,", f"补链强链, targets: {{进出口总额: {value}}},")
    (change,) = compare(old, text(HEAD)).changes
    assert (change.code, change.weight) == ("target-removed", weight)


def test_titles_between_places_tell_no_change() -> None:
    assert set(TITLES) <= set(KINDS)
    for title in TITLES.values():
        assert not re.search("改|变|调|不再|新增|更换", title.zh), title
        assert not re.search(r"changed|became|no longer|removed|added|\bnow\b", title.en), title


@pytest.mark.parametrize(("old", "new"), [("xinshao", "shigu"), ("jishou", "shigu"), ("shigu", "yueyang")])
def test_between_real_places_nothing_became_anything(old: str, new: str) -> None:
    from planspec.diff import diff

    for change in diff(real_plan(old), real_plan(new)).changes:
        said = change.message.zh.replace(change.subject, "")
        for side in (change.before, change.after):
            said = said.replace(side.text if side is not None else "", "")
        assert not re.search("由“|改为|改变|调[低高]|不再|没有沿用|新提出", said), change.message


def test_plans_that_cannot_be_told_apart_are_old_and_new() -> None:
    one = plan(text(HEAD))
    assert [side.zh for side in Telling(Mode.YEARS, one, one).sides] == ["原方案", "新方案"]
    assert [side.zh for side in Telling(Mode.VERSIONS, one, one).sides] == ["原版本", "新版本"]
