from decimal import Decimal

import pytest

from planspec.phrase import Comparator
from planspec.phrase.figure import figure


@pytest.mark.parametrize(
    ("text", "comparator", "double", "level"),
    [
        ("5家", "=", False, False),
        ("5家以上", ">=", False, False),
        ("不少于5家", ">=", False, True),
        ("≥5家", ">=", False, False),
        ("超5家", ">", False, False),
        ("突破5家", ">", False, True),
        ("5家以内", "<=", False, True),
        ("不超过5家", "<=", False, True),
        ("不足5家", "<", False, True),
        ("约5家", "~", False, False),
        ("5家左右", "~", False, False),
        ("10余家", ">", False, False),
        ("突破5家以上", ">=", True, True),
        ("超过5家以上", ">=", True, False),
        ("不超过5家以下", "<=", True, True),
        ("约5家左右", "~", True, False),
        ("5-6家", "..", False, False),
        ("约5-6家", "..", True, False),
        ("5-6家左右", "..", True, False),
    ],
)
def test_comparators_around_a_figure(text, comparator, double, level):
    read = figure(text)
    assert (read.comparator, read.double, read.level) == (comparator, double, level)


@pytest.mark.parametrize(
    "text", ["不少于5家以下", "超过5家左右", "约5家以上", "不足5家以上", "5-6家以上", "不少于10余家"]
)
def test_comparators_that_contradict_each_other_are_not_understood(text):
    assert figure(text) is None


@pytest.mark.parametrize(
    ("text", "low", "high", "quantum"),
    [
        ("5-10亿元", 5 * 10**8, 10**9, 10**8),
        ("0.5-1亿元", 5 * 10**7, 10**8, 10**7),
        ("5000万元至1亿元", 5 * 10**7, 10**8, 10**4),
        ("5%-8%", 5, 8, 1),
        ("5000-1万户", 5000, 10000, 1),
    ],
)
def test_a_range_shares_what_its_first_end_lacks(text, low, high, quantum):
    read = figure(text)
    assert (read.low, read.high, read.quantum) == (low, high, quantum)
    assert read.comparator is Comparator.RANGE


@pytest.mark.parametrize("text", ["10-5家", "5-5家", "5%-8家", "5-", "-5家", "5--", "1-999999999999亿元"])
def test_what_is_no_range_is_not_understood(text):
    assert figure(text) is None


def test_a_comparator_said_before_the_verb_binds_the_figure():
    assert figure("5家以上", floor="至少").double
    assert figure("不少于5家", floor="至少") is None


def test_a_cap_yields_to_a_comparator():
    assert figure("3%", caps=True).comparator is Comparator.LE
    assert figure("3%左右", caps=True).comparator is Comparator.APPROX


def test_figures_are_in_the_base_unit():
    read = figure("66.98万平方米")
    assert (read.low, read.quantum, read.unit.base) == (Decimal("1004.7"), Decimal("0.15"), "亩")
    assert str(read.low) == "1004.7"
