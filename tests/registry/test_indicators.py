from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planspec.registry import Direction, Indicator, Measure, RegistryError, builtin, indicator, normalise
from planspec.registry.indicators import builtin_indicators, indicators_of

REAL = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("indicators.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
TABLE = builtin_indicators().table


def found(name: str) -> Indicator:
    known = indicator(name)
    assert known is not None, name
    return known


@pytest.mark.parametrize(("name", "id", "measure"), REAL)
def test_the_indicators_of_the_issued_plans_are_known(name: str, id: str, measure: str) -> None:
    named = builtin().read_indicator(name)
    assert named.indicator is not None
    assert (named.indicator.id, named.measure or "-") == (id, measure)


@pytest.mark.parametrize(
    "names",
    [
        ("地区生产总值", "GDP", "全区GDP增速", "经济增速", "国内生产总值"),
        ("社会消费品零售总额", "社零总额", "社消零总额", "社会零售品消费总额", "全市社会消费品零售总额"),
        ("规模工业增加值", "规模以上工业增加值", "规上工业增加值", "规模工业增加值增速"),
        ("技术合同成交额", "技术合同交易成交额"),
        ("高新技术企业", "高新技术企业总量", "高新技术企业数", "净增高新技术企业", "高企总数"),
        ("全社会研发经费投入", "研发经费投入", "全社会R&D经费投入", "全社会研发经费投入总量"),
        ("进出口总额", "外贸进出口总额", "进出口", "进出口总量"),
        ("空气质量优良天数比例", "空气优良率", "优良天数比例"),
        ("PM2.5平均浓度", "ＰＭ２．５平均浓度", "细颗粒物（PM2.5）平均浓度", "全市PM2.5平均浓度"),
        ("省级以上专精特新中小企业", "省级及以上专精特新中小企业", "培育省级以上专精特新“中小企业”"),
    ],
)
def test_names_of_one_indicator(names: tuple[str, ...]) -> None:
    assert len({found(name).id for name in names}) == 1
    assert len({normalise(name) for name in names}) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("高校技术合同成交额", "技术合同成交额"),
        ("城镇居民收入", "农村居民收入", "居民收入", "城乡居民收入"),
        ("进出口", "进口", "出口", "对非贸易额"),
        ("地区生产总值", "中心城区地区生产总值", "人均地区生产总值"),
        ("规模工业增加值", "规模工业总产值", "全部工业增加值", "园区规模工业增加值"),
        ("制造业增加值", "规模以上制造业增加值", "制造业增加值占地区生产总值比重"),
        ("实有经营主体", "实有企业"),
        ("固定资产投资", "民间投资", "工业投资", "民间投资占比", "全社会固定资产投资"),
        ("全社会研发经费投入", "全社会研发经费投入强度", "规上工业企业研发投入"),
        ("专精特新中小企业", "专精特新小巨人企业", "省级专精特新中小企业", "省级以上专精特新中小企业"),
        ("空气质量优良天数", "空气质量优良天数比例"),
        ("国考断面水质优良率", "省考断面水质优良率", "地表水水质优良比例"),
        ("常住人口城镇化率", "户籍人口城镇化率"),
        ("省重点项目", "市重点项目", "省重点项目投资"),
        ("金融机构存款余额", "金融机构贷款余额", "金融机构存贷款余额"),
        ("地方一般公共预算收入", "地方税收收入", "财政总收入"),
        ("城镇调查失业率", "城镇登记失业率"),
        ("城市低保标准", "农村低保标准"),
        ("较大生产安全事故", "较大及以上生产安全事故", "重特大事故"),
    ],
)
def test_part_and_whole_and_tier_stay_apart(names: tuple[str, ...]) -> None:
    assert len({found(name).id for name in names}) == len(names)


@pytest.mark.parametrize(
    "name", ["全省农村居民收入", "中心城区固定资产投资", "某某产业产值", "", "增速", "全市"]
)
def test_another_places_figure_and_the_unknown_are_no_indicator(name: str) -> None:
    assert indicator(name) is None


@pytest.mark.parametrize(
    ("name", "measure"),
    [
        ("地区生产总值", None),
        ("地区生产总值增速", Measure.GROWTH),
        ("居民消费价格涨幅", Measure.GROWTH),
        ("单位国内生产总值能耗降幅", Measure.FALL),
        ("常住人口城镇化率提高幅度", Measure.CHANGE),
        ("新增规模工业企业", Measure.INCREMENT),
        ("净增高新技术企业", Measure.NET_INCREMENT),
        ("城镇新增就业", None),
        ("新增隐性债务", None),
    ],
)
def test_a_name_may_say_how_it_is_measured(name: str, measure: Measure | None) -> None:
    assert builtin().read_indicator(name).measure is measure
    found(name)


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("全县某某产业产值增速", "某某产业产值"),
        ("“某某”产业 产值（亿元）", "某某产业产值"),
        ("新增某某基地", "新增某某基地"),
        ("全社会某某投入", "全社会某某投入"),
        ("全省某某收入", "全省某某收入"),
        ("全区域某某", "全区域某某"),
    ],
)
def test_unknown_names_lose_their_trimmings_only(name: str, normal: str) -> None:
    assert normalise(name) == normal


def test_a_grade_makes_a_part_of_the_ungraded_indicator() -> None:
    graded = found("省级以上科创平台")
    assert (graded.id, graded.name) == ("innovation-platforms:省级以上", "省级以上科技创新平台")
    assert graded.within == ("innovation-platforms",)
    assert found("市级以上集中式饮用水水源水质达标率").within == ()


def test_formulas_parts_and_orders() -> None:
    assert found("优良天数比例").quotient == ("good-air-days", "calendar-days")
    assert found("进出口总额").parts == ("imports", "exports")
    assert found("地区生产总值").parts == ("primary-industry", "secondary-industry", "tertiary-industry")
    assert found("第三产业增加值").parts == ("service-value-added",)
    assert found("居民收入").mean_of == ("urban-income", "rural-income")
    assert found("单位GDP能耗").quotient == ("energy-use", "gross-regional-product")
    assert found("高新技术产业增加值占GDP比重").share_of == "gross-regional-product"
    assert found("民间投资占比").share_of == "fixed-asset-investment"
    assert found("农村居民收入").faster_than == ("urban-income", "gross-regional-product")
    assert found("城镇居民收入").faster_than == ("gross-regional-product",)


def test_directions_and_dimensions() -> None:
    assert found("城镇调查失业率").direction is Direction.LESS
    assert found("地区生产总值").direction is Direction.MORE
    assert found("居民消费价格").direction is Direction.NEITHER
    assert found("亩均税收").dimension == "money/area"
    assert found("残疾人两项补贴").dimension == "money/persons·time"
    assert found("高新技术企业").dimension == "count"


@settings(deadline=None)
@given(st.sampled_from(sorted(TABLE)), st.data())
def test_every_name_finds_its_own_indicator(id: str, data: st.DataObject) -> None:
    known = TABLE[id]
    name = data.draw(st.sampled_from((known.name, *known.aliases)))
    assert found(name) is known
    assert found(f"全市{name}") is known
    assert normalise(name) == known.name


@settings(deadline=None)
@given(st.text(max_size=40))
def test_normalising_twice_changes_nothing_more_for_known_names(name: str) -> None:
    if indicator(name) is not None:
        assert normalise(normalise(name)) == normalise(name)


def test_a_part_is_never_its_own_whole() -> None:
    def wholes(id: str) -> set[str]:
        direct = set(TABLE[id].within)
        return direct.union(*(wholes(other) for other in direct)) if direct else direct

    assert [id for id in TABLE if id in wholes(id)] == []


def test_parts_and_wholes_share_a_dimension() -> None:
    assert [
        (id, other)
        for id, known in TABLE.items()
        for other in (*known.parts, *known.within)
        if TABLE[other].dimension != known.dimension
    ] == []


@pytest.mark.parametrize(
    ("entries", "key"),
    [
        ({"a": {"name": "甲"}, "b": {"name": "乙", "aliases": ["“甲”"]}}, "indicators.b"),
        ({"a": {"name": "甲", "dimension": "kilo"}}, "indicators.a.dimension"),
        ({"a": {"name": "甲", "dimension": "money/"}}, "indicators.a.dimension"),
        ({"a": {"name": "甲", "parts": ["b"]}}, "indicators.a"),
        ({"a": {"dimension": "money"}}, "indicators.a"),
        ({"a": {"name": "甲", "direction": "up"}}, "indicators.a.direction"),
        ({"a": {"name": "甲", "quotient": ["a"]}}, "indicators.a.quotient"),
        ({"a": {"name": "甲", "unit": "元"}}, "indicators.a"),
    ],
)
def test_bad_entries_are_told_by_file_and_key(entries: dict[str, object], key: str) -> None:
    with pytest.raises(RegistryError) as caught:
        indicators_of({"indicators": entries}, "mine.yaml")
    assert (caught.value.file, caught.value.key) == ("mine.yaml", key)
