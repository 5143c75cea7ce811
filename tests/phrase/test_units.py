from decimal import Decimal

import pytest

from planspec.phrase import look_up, units


@pytest.mark.parametrize(
    ("name", "canonical", "base", "dimension", "factor"),
    [
        ("元", "元", "元", "money", "1"),
        ("美元", "美元", "美元", "money", "1"),
        ("户", "户", "个", "count", "1"),
        ("台(套)", "台", "个", "count", "1"),
        ("家(次)", "家次", "次", "count", "1"),
        ("人", "人", "人", "persons", "1"),
        ("人次", "人次", "人次", "persons", "1"),
        ("平米", "平方米", "亩", "area", "0.0015"),
        ("公顷", "公顷", "亩", "area", "15"),
        ("公里", "公里", "米", "length", "1000"),
        ("斤", "斤", "吨", "mass", "0.0005"),
        ("立方米", "立方米", "立方米", "volume", "1"),
        ("kWh", "千瓦时", "千瓦时", "energy", "1"),
        ("兆瓦", "兆瓦", "千瓦", "power", "1000"),
        ("年", "年", "个月", "time", "12"),
        ("天", "天", "天", "time", "1"),
        ("‰", "‰", "%", "share", "0.1"),
        ("成", "成", "%", "share", "10"),
        ("个百分点", "百分点", "百分点", "point", "1"),
        ("微克/立方米", "微克/立方米", "微克/立方米", "concentration", "1"),
        ("分", "分", "分", "score", "1"),
        ("方", "方", "方", "", "1"),
        ("元/月", "元/月", "元/月", "money/time", "1"),
        ("元/年", "元/年", "元/年", "money/time", "1"),
        ("元/人", "元/人", "元/人", "money/persons", "1"),
        ("元/亩", "元/亩", "元/亩", "money/area", "1"),
        ("元/月·人", "元/人·月", "元/人·月", "money/persons·time", "1"),
        ("元/人/月", "元/人·月", "元/人·月", "money/persons·time", "1"),
        ("元/(人·月)", "元/人·月", "元/人·月", "money/persons·time", "1"),
        ("件/万人", "件/万人", "个/人", "count/persons", "0.0001"),
        ("吨/日", "吨/日", "吨/天", "mass/time", "1"),
        ("个/户", "个/户", "个/户", "count/count", "1"),
    ],
)
def test_a_unit_has_its_base_and_dimension(name, canonical, base, dimension, factor):
    assert look_up(name) == (canonical, base, dimension, Decimal(factor))


@pytest.mark.parametrize(
    "name", ["万元", "月", "日", "瓦特", "元/", "/月", "元/月·", "%/年", "元/月·人·年", "元/天书", "号"]
)
def test_what_is_no_unit_is_none(name):
    assert look_up(name) is None


def test_no_unit_at_all_is_a_unit():
    assert look_up("") == units.NO_UNIT


def test_units_of_one_base_share_a_dimension():
    look_up("元")
    dimensions = {}
    for unit in units._units.values():
        assert dimensions.setdefault(unit.base, unit.dimension) == unit.dimension


def test_every_base_is_itself_a_unit_of_factor_one():
    look_up("元")
    for unit in list(units._units.values()):
        if unit.base and "/" not in unit.base:
            base = look_up(unit.base)
            assert base is not None
            assert base.factor == 1


def test_made_up_rates_do_not_fill_the_memory(monkeypatch):
    look_up("元")
    monkeypatch.setattr(units, "_MOST", len(units._units))
    before = len(units._units)
    assert look_up("名/十万户") is not None
    assert len(units._units) == before
