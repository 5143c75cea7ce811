import pytest

from planspec.phrase import Firmness, Measure, Trend
from planspec.phrase.head import head_of, read_head


@pytest.mark.parametrize(
    ("text", "measure", "bound"),
    [
        ("", Measure.AMOUNT, None),
        ("超过", Measure.AMOUNT, "超过"),
        ("达到", Measure.LEVEL, None),
        ("提高到不低于", Measure.LEVEL, "不低于"),
        ("同比增长", Measure.GROWTH, None),
        ("净增", Measure.NET_INCREMENT, None),
        ("力争全年新增", Measure.INCREMENT, None),
    ],
)
def test_a_head_says_what_its_verb_does(text, measure, bound):
    head = read_head(text)
    assert (head.measure, head.bound) == (measure, bound)


def test_a_head_keeps_everything_said_before_the_figure():
    head = read_head("确保累计均占GDP的比重下降至约")
    assert head.opening[:2] == (Firmness.ENSURE, "累计")
    assert (head.each, head.whole, head.trend, head.bound) == (True, "GDP", Trend.DOWN, "约")


@pytest.mark.parametrize(
    "text", ["规模工业增加值增长", "确保力争增长", "新增保持在", "降幅扩大", "较", "增长的"]
)
def test_what_is_no_head_is_not_understood(text):
    assert read_head(text) is None


def test_a_phrase_is_divided_where_its_head_ends():
    assert head_of("较2020年增长超过30%") == "较2020年增长"
    assert head_of("十五家") == ""
