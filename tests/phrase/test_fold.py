import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planspec.phrase.fold import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("增长7%", "增长7%"),
        ("１２．５％", "12.5%"),
        ("20台（套）", "20台(套)"),
        ("1—2个", "1-2个"),
        (" 增长 7% ", "增长7%"),
        ("增长：7%", "增长7%"),
        ("“双下降”。", "双下降"),
        ("1,020,300家", "1020300家"),
        ("5㎡", "5平方米"),
    ],
)
def test_notation_is_folded(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize("text", ["12 34家", "15:30", "1 :2", "1 : 2", "2024,100家", "1,02家", "1.5,000家"])
def test_digits_are_never_run_together(text):
    assert fold(text) == text


@given(st.text(alphabet="12家 :：　", max_size=12))
def test_no_two_numbers_become_one(text):
    assert re.findall("[0-9]+", fold(text)) == re.findall("[0-9]+", text)


@given(st.text(max_size=80))
def test_folding_is_done_in_one_go(text):
    once = fold(text)
    assert fold(once).rstrip(";") == once.rstrip(";")
