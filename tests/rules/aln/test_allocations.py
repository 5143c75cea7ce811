"""ALN005 and ALN006: what a superior allocates, and whether the parts reach its total."""

from __future__ import annotations

import pytest

from planspec.registry import subordinates

from .plans import CITY, COUNTY, judge, plan, told, two

NAME = "新增规模工业企业"


def given(*shares: str, name: str = NAME) -> str:
    codes = [place.code for place in subordinates(CITY)]
    own = [COUNTY, *(code for code in codes if code != COUNTY)]
    cells = ", ".join(f'"{code}": {share}' for code, share in zip(own, shares, strict=False))
    return f"allocations:\n  {name}: {{{cells}}}\n"


@pytest.mark.parametrize("mine", ["10家", "新增8家左右", "11家以上"])
def test_less_than_allocated(mine: str) -> None:
    (found,) = two("ALN005", {NAME: "100家"}, {NAME: mine}, given("12家", "88家"))
    assert found.excerpt.strip() == f"{NAME}: {mine}"
    assert found.related[0].file == "<plan 1>"
    assert "“12家”" in found.message.zh


def test_not_stated_at_all() -> None:
    (found,) = two("ALN005", {NAME: "100家"}, {"规模工业增加值": "增长7%"}, given("12家", "88家"))
    assert found.excerpt == "goals:"


@pytest.mark.parametrize("mine", ["12家", "15家以上", "完成市定任务", "增长12%"])
def test_met_exceeded_deferred_or_another_measure(mine: str) -> None:
    assert two("ALN005", {NAME: "100家"}, {NAME: mine}, given("12家", "88家")) == []


def test_what_others_got_is_no_matter() -> None:
    other = f'allocations:\n  {NAME}: {{"430521": 50家, "430523": 50家}}\n'
    assert two("ALN005", {NAME: "100家"}, {NAME: "3家"}, other) == []


@pytest.mark.parametrize(("shares", "gap"), [(("40家", "30家"), "30家"), (("99家", "0.5家"), "0.5家")])
def test_allocations_below_the_total(shares: tuple[str, ...], gap: str) -> None:
    (found,) = judge("ALN006", plan(CITY, {NAME: "100家以上"}, given(*shares)))
    assert found.excerpt.strip() == f"{NAME}: 100家以上"
    assert f"还差{gap}" in found.message.zh
    assert len(found.related) == 2


def test_the_gap_is_told_in_the_unit_of_the_total() -> None:
    (found,) = judge(
        "ALN006", plan(CITY, {"招商引资": "10亿元"}, given("30000万元", "5亿元", name="招商引资"))
    )
    assert "合计只有8亿元，还差2亿元" in found.message.zh


@pytest.mark.parametrize(
    ("total", "shares"),
    [
        ("100家", ("60家", "40家")),
        ("100家", ("60家", "45家")),
        ("100家", ("60家", "完成市定任务")),
        ("增长7%", ("3%", "3%")),
        ("控制在100起以内", ("10起", "10起")),
        ("100家", ("60家",)),
    ],
)
def test_reached_or_not_to_be_added(total: str, shares: tuple[str, ...]) -> None:
    assert judge("ALN006", plan(CITY, {NAME: total}, given(*shares))) == []


def counties(figure: int, *, without: int = 0) -> list[str]:
    places = subordinates(CITY)[without:]
    return [plan(place.code, {NAME: f"新增{figure}家"}) for place in places]


def test_all_subordinates_together() -> None:
    count = len(subordinates(CITY))
    (found,) = judge("ALN006", plan(CITY, {NAME: f"新增{count * 3 + 1}家"}), *counties(3))
    assert found.file == "<plan 1>"
    assert f"所辖{count}个地方" in found.message.zh and "还差1家" in found.message.zh
    assert judge("ALN006", plan(CITY, {NAME: f"新增{count * 3}家"}), *counties(3)) == []


def test_one_that_is_not_at_hand_may_make_up_for_it() -> None:
    assert judge("ALN006", plan(CITY, {NAME: "新增100家"}), *counties(3, without=1)) == []


def test_a_city_with_its_counties() -> None:
    """Of a dozen counties one is below, one forgot, one deferred; the allocations miss the total by two."""
    places = subordinates(CITY)
    assert len(places) >= 10
    rows = "".join(f'    "{place.code}": 10家\n' for place in places)
    city = plan(
        CITY,
        {"规模工业增加值": "增长7%", NAME: f"{len(places) * 10 + 2}家", "城镇调查失业率": "控制在5.5%以内"},
        f"allocations:\n  {NAME}:\n{rows}",
    )
    good = {"规模工业增加值": "增长7.5%", NAME: "新增10家", "城镇调查失业率": "控制在5.5%以内"}
    plans = [dict(good) for _ in places]
    plans[2]["规模工业增加值"] = "增长6%"
    del plans[4][NAME]
    plans[6]["城镇调查失业率"] = "完成市定目标"
    found = judge("ALN", city, *(plan(place.code, own) for place, own in zip(places, plans, strict=True)))
    assert [(one.code, one.file) for one in sorted(found, key=lambda one: one.code)] == [
        ("ALN001", "<plan 4>"),
        ("ALN004", "<plan 8>"),
        ("ALN005", "<plan 6>"),
        ("ALN006", "<plan 1>"),
    ], told(found)
