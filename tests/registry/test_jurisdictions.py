from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planspec.registry import Level, chain, jurisdiction, jurisdictions_named, short_name, superior
from planspec.registry.jurisdictions import _names

CODES = sorted(_names())


def codes(code: str) -> list[str]:
    return [place.code for place in chain(code)]


def test_a_county_stands_under_city_province_and_nation() -> None:
    assert [(place.name, place.level) for place in chain("430522")] == [
        ("新邵县", Level.COUNTY),
        ("邵阳市", Level.CITY),
        ("湖南省", Level.PROVINCE),
        ("全国", Level.NATION),
    ]


@pytest.mark.parametrize(
    ("code", "above"),
    [
        ("433101", ["433100", "430000", "000000"]),  # 吉首市 under an autonomous prefecture
        ("110108", ["110000", "000000"]),  # a district of a direct-administered city
        ("500229", ["500000", "000000"]),  # a county of one
        ("429004", ["420000", "000000"]),  # 仙桃市, directly under the province
        ("419001", ["410000", "000000"]),  # 济源市
        ("469025", ["460000", "000000"]),  # 白沙黎族自治县
        ("659001", ["650000", "000000"]),  # 石河子市, a city of the 兵团
        ("232761", ["232700", "230000", "000000"]),  # 加格达奇区 under 大兴安岭地区
        ("441900", ["440000", "000000"]),  # 东莞市 has no counties
        ("810000", ["000000"]),
    ],
)
def test_the_superior_follows_from_the_code(code: str, above: list[str]) -> None:
    assert codes(code) == [code, *above]


def test_nothing_stands_above_the_nation_or_an_unknown_code() -> None:
    assert superior("000000") is None
    assert superior("430599") is None
    assert jurisdiction("430599") is None
    assert jurisdiction("") is None
    assert chain("43") == ()


@pytest.mark.parametrize("code", ["430501", "429000", "659000", "419000"])
def test_rows_that_name_a_group_of_codes_are_no_places(code: str) -> None:
    assert jurisdiction(code) is None


def test_the_table_has_all_provinces_and_prefectures() -> None:
    places = [jurisdiction(code) for code in CODES]
    assert sum(place is not None and place.level is Level.PROVINCE for place in places) == 34
    assert sum(place is not None and place.level is Level.CITY for place in places) == 333


@pytest.mark.parametrize(
    ("code", "name"),
    [("433100", "湘西土家族苗族自治州"), ("540481", "米林市"), ("659012", "白杨市"), ("653228", "和康县")],
)
def test_gaps_of_the_table_are_filled(code: str, name: str) -> None:
    place = jurisdiction(code)
    assert place is not None
    assert place.name == name


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("新邵县", "新邵"),
        ("湘西土家族苗族自治州", "湘西"),
        ("内蒙古自治区", "内蒙古"),
        ("新疆维吾尔自治区", "新疆"),
        ("城步苗族自治县", "城步"),
        ("双江拉祜族佤族布朗族傣族自治县", "双江"),
        ("龙胜各族自治县", "龙胜"),
        ("巴音郭楞蒙古自治州", "巴音郭楞"),
        ("鄂温克族自治旗", "鄂温克"),
        ("东乡族自治县", "东乡"),
        ("大兴安岭地区", "大兴安岭"),
        ("兴安盟", "兴安"),
        ("浦东新区", "浦东"),
        ("香港特别行政区", "香港"),
        ("神农架林区", "神农架"),
        ("道县", "道县"),
    ],
)
def test_short_names(name: str, short: str) -> None:
    assert short_name(name) == short


def test_places_are_found_by_full_and_short_name() -> None:
    assert [place.code for place in jurisdictions_named("新邵县")] == ["430522"]
    assert [place.code for place in jurisdictions_named("新邵")] == ["430522"]
    assert [place.code for place in jurisdictions_named("岳阳")] == ["430600", "430621"]
    assert len(jurisdictions_named("鼓楼区")) == 4
    assert jurisdictions_named("新绍县") == ()


@settings(deadline=None)
@given(st.sampled_from(CODES))
def test_every_chain_ends_at_the_nation_and_goes_up(code: str) -> None:
    places = chain(code)
    assert places[0].code == code
    assert places[-1].level is Level.NATION
    assert all(upper.level.above(lower.level) for lower, upper in pairwise(places))


@settings(deadline=None)
@given(st.sampled_from(CODES))
def test_every_place_is_found_by_its_names(code: str) -> None:
    place = jurisdiction(code)
    assert place is not None
    assert place in jurisdictions_named(place.name)
    assert place in jurisdictions_named(place.short)
    assert len(place.short) >= 2
