import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planspec.phrase import parse
from planspec.phrase.grammar import LONGEST, parse_afresh

from .normal_form import normal_form
from .strategies import texts

NO_PHRASES = [
    line
    for line in Path(__file__).with_name("no_phrases.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize("text", NO_PHRASES)
def test_what_is_no_value_phrase_is_not_understood(text):
    assert normal_form(parse(text)) == "-"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("增长７．５％左右", "增长7.5%左右"),
        (" 增长 7.5% 左右 ", "增长7.5%左右"),
        ("增长：7.5%", "增长7.5%"),
        ("增长7.5%。", "增长7.5%"),
        ("“双下降”", "双下降"),
        ("1—2个", "1-2个"),
        ("1～2个", "1-2个"),
        ("1〜2个", "1-2个"),
        ("1－2个", "1-2个"),
        ("1至2个", "1-2个"),
        ("1到2个", "1-2个"),
        ("5-10亿元", "5亿元-10亿元"),
        ("0.5亿元至1亿元", "5000-10000万元"),
        ("5000-1万户", "5000户-10000户"),
        ("20台(套)", "20台（套）"),
        ("3天之内", "3天以内"),
        ("50家上下", "50家左右"),
        ("90%（含）以上", "90%及以上"),
        ("100元/月·人", "100元/人/月"),
        ("每人每月100元", "100元/(人·月)"),
        ("12,345,678元", "12345678元"),
        ("百分之七", "7%"),
        ("占GDP的比重18%", "占GDP比重18%"),
        ("20万㎡", "20万平方米"),
        ("5个工作日", "5工作日"),
        ("二十个", "20个"),
    ],
)
def test_notation_does_not_matter(one, other):
    a, b = parse(one), parse(other)
    assert normal_form(a) == normal_form(b) != "-"


@given(texts | st.text(max_size=60))
def test_parsing_never_raises_and_keeps_the_text(text):
    phrase = parse(text)
    assert phrase is None or phrase.text == text


@given(
    st.text(
        alphabet="增长新达到以上左右突破不低于0123456789.%万亿家元/月·-至 从提高占比重的每人第前全省",
        max_size=40,
    )
)
def test_parsing_never_raises_on_shreds_of_phrases(text):
    parse(text)


@given(texts)
def test_a_word_too_many_is_never_dropped(text):
    assert parse(f"{text}等工作") is None


def test_memory_does_not_change_the_result():
    assert parse_afresh("增长7%") == parse("增长7%") == parse("增长7%")


def test_a_paragraph_is_not_a_phrase():
    assert parse("增长" * LONGEST) is None


@pytest.mark.parametrize(
    "shred",
    [
        "1",
        "1-",
        "1/",
        "占",
        "占比重",
        "从1到",
        "新增",
        "持续",
        "全",
        "高于全",
        "省、",
        "个/",
        "亿",
        "一",
        " ",
        ",",
        "每人",
    ],
)
def test_odd_input_costs_little(shred):
    texts = [(shred * LONGEST)[:length] + end for length in (40, 120, 198) for end in ("", "!", "家")]
    start = time.process_time()
    for text in texts:
        parse_afresh(text)
    assert time.process_time() - start < 0.5
