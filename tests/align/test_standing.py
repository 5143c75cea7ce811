"""How one phrase stands beside the superior's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planspec.align.standing import Standing, additive, allotted, cascades, standing
from planspec.phrase import Phrase, parse
from planspec.registry import Direction, builtin

MORE, LESS, NEITHER = Direction.MORE, Direction.LESS, Direction.NEITHER
MIRRORED = {Standing.ABOVE: Standing.BELOW, Standing.BELOW: Standing.ABOVE}


def read(text: str) -> Phrase:
    phrase = parse(text)
    assert phrase is not None, text
    return phrase


def stand(mine: str, theirs: str, direction: Direction = MORE) -> Standing:
    return standing(read(mine), read(theirs), direction, builtin())


@pytest.mark.parametrize(
    ("mine", "theirs", "direction", "expected"),
    [
        ("增长6.5%", "增长7%", MORE, "below"),
        ("增长7.5%左右", "增长7%", MORE, "above"),
        ("增长7%左右", "增长7%左右", MORE, "level"),
        ("增长7%", "增长7%左右", MORE, "level"),
        ("增长7%左右", "增长7%以上", MORE, "softer"),
        ("增长7%左右", "增长7%", MORE, "softer"),
        ("增长7%", "增长7%以上", MORE, "level"),
        ("增长7%以上", "超过7%", MORE, "other"),
        ("增长6.8%", "增长7%左右", MORE, "level"),
        ("增长6.4%", "增长7%左右", MORE, "below"),
        ("增长7-8%", "增长7.5%", MORE, "below"),
        ("年均增长7%", "增长7%", MORE, "other"),
        ("提高0.8个百分点", "提高0.9个百分点", MORE, "below"),
        ("提高1个百分点", "增长1%", MORE, "other"),
        ("控制在5%以内", "控制在5.5%左右", LESS, "above"),
        ("控制在6%以内", "控制在5.5%以内", LESS, "below"),
        ("降低2%", "降低2.5%左右", LESS, "below"),
        ("降低3%左右", "降低2.5%左右", LESS, "above"),
        ("达到95%", "95%以上", MORE, "level"),
        ("达到94%", "95%以上", MORE, "below"),
        ("达到84.6%", "提高0.9个百分点", MORE, "other"),
        ("达到200亿元", "增长7%", MORE, "other"),
        ("新增3家", "新增100家", MORE, "other"),
        ("稳居全省第二位", "进入全国前十", MORE, "other"),
        ("增长3%左右", "增长2%左右", NEITHER, "other"),
        ("增长3%左右", "增长3%左右", NEITHER, "level"),
        ("控制在7%以内", "增长7%", MORE, "other"),
        ("完成市定目标", "增长7%", MORE, "deferred"),
        ("与全国一致", "增长2%左右", NEITHER, "deferred"),
        ("稳步增长", "增长7%", MORE, "other"),
    ],
)
def test_standing(mine: str, theirs: str, direction: Direction, expected: str) -> None:
    assert stand(mine, theirs, direction) == expected


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("与经济增长同步", "高于经济增速", "below"),
        ("高于经济增速", "与经济增长同步", "above"),
        ("增速高于地区生产总值增速", "高于经济增速", "level"),
        ("高于经济增速1个百分点", "高于经济增速2个百分点", "below"),
        ("高于城镇居民收入增速", "高于经济增速", "other"),
    ],
)
def test_orders_beside_another_indicator(mine: str, theirs: str, expected: str) -> None:
    assert stand(mine, theirs) == expected


@pytest.mark.parametrize(
    ("mine", "share", "expected"),
    [
        ("新增10家", "12家", "below"),
        ("新增12家", "12家", "level"),
        ("新增15家以上", "12家", "above"),
        ("达到1.5万亩", "15000亩", "level"),
        ("新增12家左右", "12家以上", "softer"),
        ("增长5%", "12家", "other"),
        ("完成市定任务", "12家", "deferred"),
        ("1.2亿元", "15000万元", "below"),
    ],
)
def test_what_was_allocated_compares_by_size(mine: str, share: str, expected: str) -> None:
    assert allotted(read(mine), read(share), MORE) == expected


def test_a_cap_is_an_allocation_of_less() -> None:
    assert allotted(read("控制在6起以内"), read("控制在5起以内"), NEITHER) is Standing.BELOW
    assert allotted(read("控制在4起以内"), read("控制在5起以内"), NEITHER) is Standing.ABOVE


@pytest.mark.parametrize("text", ["新增100家", "达到26万户", "170亿元", "3000亩以上"])
def test_sizes_add_up(text: str) -> None:
    assert additive(read(text))


@pytest.mark.parametrize(
    "text", ["达到95%", "增长7%", "控制在5起以内", "提高1个百分点", "稳步增长", "达到3万元/人"]
)
def test_shares_growth_and_caps_do_not(text: str) -> None:
    assert not additive(read(text))


@pytest.mark.parametrize(
    ("text", "direction", "expected"),
    [
        ("增长7%", MORE, True),
        ("5.5%左右", LESS, True),
        ("高于经济增速", MORE, True),
        ("增长2%", NEITHER, False),
        ("70万人", MORE, False),
        ("保稳提质", MORE, False),
    ],
)
def test_what_cascades(text: str, direction: Direction, expected: bool) -> None:
    assert cascades(read(text), direction) is expected


FIGURES = st.decimals(min_value=0, max_value=30, places=1)
AROUND = st.sampled_from(["增长{}%", "增长{}%左右", "增长{}%以上", "达到{}%", "达到{}%以上", "力争增长{}%"])


@given(AROUND, FIGURES, AROUND, FIGURES)
def test_above_and_below_are_mirrors(one: str, first: object, two: str, second: object) -> None:
    mine, theirs = one.format(first), two.format(second)
    stands, mirrored = stand(mine, theirs), stand(theirs, mine)
    if stands in MIRRORED:
        assert mirrored is MIRRORED[stands]
    elif stands is Standing.OTHER:
        assert mirrored is Standing.OTHER
    else:
        assert mirrored in (Standing.LEVEL, Standing.SOFTER)


@given(AROUND, FIGURES)
def test_a_phrase_is_level_with_itself(form: str, figure: object) -> None:
    text = form.format(figure)
    assert stand(text, text) is Standing.LEVEL
