import pytest

from planspec.phrase import Firmness, Measure, Trend, parse

from .normal_form import normal_form


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("增长7%", Measure.GROWTH),
        ("增速7%", Measure.GROWTH),
        ("年均增长7%", Measure.MEAN_GROWTH),
        ("达到132亿元", Measure.LEVEL),
        ("不少于3个", Measure.LEVEL),
        ("总量1020家", Measure.LEVEL),
        ("新增10家", Measure.INCREMENT),
        ("培育10家", Measure.INCREMENT),
        ("净增10家", Measure.NET_INCREMENT),
        ("占GDP比重18%", Measure.SHARE),
        ("覆盖率90%", Measure.SHARE),
        ("提高0.5个百分点", Measure.CHANGE),
        ("增加30户", Measure.CHANGE),
        ("位次前移2位", Measure.CHANGE),
        ("33个", Measure.AMOUNT),
        ("超1000万元", Measure.AMOUNT),
        ("满意度95分以上", Measure.LEVEL),
    ],
)
def test_verb_noun_and_unit_give_the_measure(text, measure):
    assert parse(text).measure is measure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("整合为三个环节", "level = 3 个"),
        ("争取尽快完成6个项目", "amount = 6 个 (项) strive"),
        ("统筹打造5大", "increment = 5 个 verb=统筹打造"),
        ("百名", "amount = 100 人 (名)"),
        ("三年新增20家", "increment = 20 个 (家) period=三年"),
        ("3年以内", "level <= 36 个月 (年)"),
        ("可约定不低于合同金额30%", "share >= 30 % of=合同金额"),
        ("按照服务人口数的15%-20%", "share .. 15 20 % of=服务人口数"),
        ("下降10%", "growth = -10 %"),
        ("下降10%以上", "growth <= -10 %"),
        ("下降超过10%", "growth < -10 %"),
        ("下降不超过3%", "growth >= -3 %"),
        ("下降5-8%", "growth .. -8 -5 %"),
        ("降幅5%左右", "growth ~ -5 %"),
        ("减少30户以上", "change <= -30 个 (户)"),
    ],
)
def test_a_fall_is_a_negative_growth(text, expected):
    assert normal_form(parse(text)) == expected


@pytest.mark.parametrize(
    ("text", "trend"),
    [
        ("提高到5%", Trend.UP),
        ("降至5%", Trend.DOWN),
        ("稳定在5%", Trend.STEADY),
        ("达到5%", None),
        ("增长5%", None),
    ],
)
def test_a_level_keeps_the_way_it_is_reached(text, trend):
    assert parse(text).trend is trend


@pytest.mark.parametrize(
    ("text", "firmness", "period", "each"),
    [
        ("确保增长7%", Firmness.ENSURE, "", False),
        ("力争增长7%", Firmness.STRIVE, "", False),
        ("全年力争增长7%", Firmness.STRIVE, "", False),
        ("计划新增5家", Firmness.NONE, "", False),
        ("累计新增5家", Firmness.NONE, "累计", False),
        ("每年新增5家", Firmness.NONE, "每年", False),
        ("年均新增5家", Firmness.NONE, "年均", False),
        ("均增长7%", Firmness.NONE, "", True),
        ("各10个以上", Firmness.NONE, "", True),
    ],
)
def test_what_opens_a_phrase_is_kept(text, firmness, period, each):
    phrase = parse(text)
    assert (phrase.firmness, phrase.period, phrase.each) == (firmness, period, each)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("同比增长7%", ""),
        ("较上年增长7%", ""),
        ("比去年同期增长7%", ""),
        ("在上年基础上增长7%", ""),
        ("环比增长7%", "环比"),
        ("较2020年增长7%", "2020年"),
        ("在原有基础上增长7%", "原有"),
    ],
)
def test_growth_says_over_what_unless_it_is_the_year_before(text, reference):
    assert parse(text).reference == reference


def test_a_baseline_is_kept_with_its_comparator():
    assert normal_form(parse("从不低于650元/月提高到700元/月")) == "level = 700 元/月 from >= 650 up"
    assert normal_form(parse("占比从35%提高到38%以上")) == "share >= 38 % from = 35 up"


@pytest.mark.parametrize(
    ("text", "unit", "base", "dimension"),
    [
        ("2.5亿", "", "", ""),
        ("330", "", "", ""),
        ("40万方", "方", "方", ""),
        ("60亿斤", "斤", "吨", "mass"),
        ("每人每月100元", "元/人·月", "元/人·月", "money/persons·time"),
        ("提升2位", "位", "位", "rank"),
        ("3位", "位", "人", "persons"),
    ],
)
def test_the_unit_gives_base_and_dimension(text, unit, base, dimension):
    phrase = parse(text)
    assert (phrase.unit, phrase.base, phrase.dimension) == (unit, base, dimension)


def test_a_bare_year_is_no_quantity():
    assert parse("2024") is None
    assert parse("2024年") is None
    assert parse("2023-2025") is None
    assert parse("达到2024户") is not None
