import pytest
from hypothesis import given

from planspec.phrase import parse, write

from .strategies import phrases


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("增长７．５％左右", "增长7.5%左右"),
        ("同比下降10%及以上", "下降10%以上"),
        ("不少于3个", "达到3个以上"),
        ("控制在3%", "控制在3%以内"),
        ("突破55户", "突破55户"),
        ("突破4.23万户以上", "突破4.23万户以上"),
        ("占GDP的比重22%以上", "占GDP比重达到22%以上"),
        ("全覆盖", "覆盖率达到100%"),
        ("从不低于650元/月提高到不低于700元/月", "从650元/月以上提高到700元/月以上"),
        ("1—2个", "1-2个"),
        ("8千万元", "0.8亿元"),
        ("一百二十个", "120个"),
        ("培育1个", "培育1个"),
        ("各10个以上", "均10个以上"),
        ("提高0.5百分点", "提高0.5个百分点"),
        ("坚决杜绝", "确保清零"),
        ("稳居全省第二位", "稳居全省前2位"),
        ("高于经济增速2个百分点以上", "高于经济增速2个百分点以上"),
        ("低于全国平均水平1个百分点", "低于全国平均水平1个百分点"),
        ("跟经济增长基本同步", "与经济增长基本同步"),
        ("以市定目标为准", "完成市定目标"),
        ("不突破", "不高于目标任务"),
        ("较2020年增长30%", "在2020年基础上增长30%"),
        ("20万㎡", "20万平方米"),
        ("每人每月100元", "100元/人·月"),
    ],
)
def test_one_meaning_has_one_wording(text, written):
    phrase = parse(text)
    assert write(phrase) == written


@given(phrases)
def test_what_is_written_means_the_same(phrase):
    again = parse(write(phrase))
    assert again is not None
    assert again.means(phrase)


@given(phrases)
def test_writing_is_stable(phrase):
    again = parse(write(phrase))
    assert again is not None
    assert write(again) == write(phrase)


def test_meaning_is_everything_but_the_text():
    assert parse("增长7%").means(parse("同比增长7%"))
    assert not parse("增长7%").means(parse("增长7.0%"))
    assert not parse("增长7%").means(parse("力争增长7%"))
