from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planspec.phrase.numbers import SCALES, plain, power, read, written


@pytest.mark.parametrize(
    ("digits", "scale", "value", "quantum"),
    [
        ("4.27", "万", "42700", "100"),
        ("24000", "万", "240000000", "10000"),
        ("7.5", None, "7.5", "0.1"),
        ("13.0", None, "13.0", "0.1"),
        ("0.12345", "万", "1234.5", "0.1"),
        ("1.3", "万亿", "1300000000000", "100000000000"),
        ("8", "千万", "80000000", "10000000"),
        ("十", None, "10", "1"),
        ("十五", None, "15", "1"),
        ("二十", None, "20", "1"),
        ("一百二十", None, "120", "1"),
        ("一百零五", None, "105", "1"),
        ("一千零二十", None, "1020", "1"),
        ("三万五千", None, "35000", "1"),
        ("三万零五十", None, "30050", "1"),
        ("两千三百万", None, "23000000", "10000"),
        ("百亿", None, "10000000000", "100000000"),
        ("千亿", None, "100000000000", "100000000"),
        ("一亿两千万", None, "120000000", "10000"),
        ("两", "万", "20000", "10000"),
        ("半", None, "0.5", "0.1"),
        ("半", "亿", "50000000", "10000000"),
    ],
)
def test_a_number_is_read_with_the_value_of_its_last_digit(digits, scale, value, quantum):
    assert read(digits, scale) == (Decimal(value), Decimal(quantum))


@pytest.mark.parametrize(
    "digits", ["二三", "十百", "三万五", "两百五", "一百五", "五零", "十十", "万五", "一零零"]
)
def test_what_could_be_two_numbers_is_none(digits):
    assert read(digits) is None


def test_a_number_too_large_to_stay_exact_is_none():
    assert read("999999999999", "万亿") is None
    assert read("一万亿", "万亿") is None


@given(st.integers(1, 10**7 - 1))
def test_chinese_numerals_are_read_by_value(number):
    assert read(in_characters(number)) == (
        Decimal(number),
        Decimal(1) if number % 10_000 else Decimal(10_000),
    )


@given(st.integers(0, 10**12 - 1), st.integers(0, 6), st.none() | st.sampled_from(sorted(SCALES)))
def test_a_written_number_reads_as_the_same_value_and_quantum(digits, decimals, scale):
    text = f"{Decimal(digits).scaleb(-decimals):f}"
    number = read(text, scale)
    if number is not None:
        again = written(*number)
        digits_again = again.rstrip("万亿")
        assert read(digits_again, again[len(digits_again) :] or None) == number


@given(st.decimals(-(10**9), 10**9, places=4))
def test_plain_keeps_the_value_and_shows_no_exponent(value):
    assert plain(value) == value
    assert "E" not in str(plain(value))


def test_powers_are_written_plainly():
    assert [str(power(n)) for n in (-2, 0, 4)] == ["0.01", "1", "10000"]


def in_characters(number: int) -> str:
    """Write a number below ten million in the usual way: 35 000 as 三万五千, 30 005 as 三万零五."""
    high, low = divmod(number, 10_000)
    text = section(high) + "万" if high else ""
    if low:
        text += ("零" if high and low < 1000 else "") + section(low)
    return text


def section(number: int) -> str:
    text = ""
    skips = False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            text += ("零" if skips and text else "") + "零一二三四五六七八九"[digit] + name
            skips = False
        else:
            skips = True
    return text
