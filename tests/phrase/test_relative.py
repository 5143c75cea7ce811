import pytest

from planspec.phrase import parse

from .normal_form import normal_form


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("与经济增长同步", "relative = reference=经济增长"),
        ("与经济增长基本同步", "relative ~ reference=经济增长"),
        ("与全国一致", "relative = reference=全国"),
        ("增速高于经济增速", "relative > reference=经济增速"),
        ("增速不低于全省平均水平", "relative >= aspect=增速 reference=全省平均水平"),
        ("不高于全国平均水平", "relative <= reference=全国平均水平"),
        ("达到全省平均水平", "relative = reference=全省平均水平"),
        ("高于经济增速2个百分点", "relative = 百分点 margin=2 reference=经济增速"),
        ("高于经济增速2个百分点以上", "relative >= 百分点 margin=2 reference=经济增速"),
        ("低于全国平均水平2个百分点以上", "relative <= 百分点 margin=-2 reference=全国平均水平"),
        ("确保高于城镇居民收入增速", "relative > ensure reference=城镇居民收入增速"),
        ("基本同步", "relative ~"),
    ],
)
def test_relations(text, expected):
    assert normal_form(parse(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "高于一切",
        "达到经济",
        "与群众同步",
        "高于经济增速2个",
        "不低于经济增速2个百分点",
        "与企业推动经济同步",
        "高于，经济增速",
    ],
)
def test_what_names_nothing_measurable_is_not_understood(text):
    assert parse(text) is None


def test_the_year_before_makes_it_growth():
    assert normal_form(parse("高于上年")) == "growth > 0 %"
    assert normal_form(parse("与上年持平")) == "growth = 0 %"
