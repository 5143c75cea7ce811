import pytest
from hypothesis import given
from hypothesis import strategies as st

from planspec.phrase import Relation, compare, parse

from .strategies import phrases

EQUAL, TIGHTER, LOOSER = Relation.EQUAL, Relation.TIGHTER, Relation.LOOSER
CONFLICTING, NOT_COMPARABLE = Relation.CONFLICTING, Relation.NOT_COMPARABLE


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        # comparators of one figure
        ("增长7%", "增长7%以上", TIGHTER),
        ("增长7%左右", "增长7%", TIGHTER),
        ("增长7%左右", "增长7%以上", TIGHTER),
        ("增长7%以上", "增长超过7%", TIGHTER),
        ("控制在3%左右", "控制在3%以内", TIGHTER),
        ("下降10%", "下降10%以上", TIGHTER),
        ("突破4.23万户以上", "达到4.23万户以上", EQUAL),
        ("不低于7%", "不超过7%", CONFLICTING),
        # different figures
        ("增长8%", "增长6%", CONFLICTING),
        ("增长8%以上", "增长6%以上", LOOSER),
        ("增长8%", "增长6%以上", LOOSER),
        ("增长6%", "增长8%以上", CONFLICTING),
        ("下降10%以上", "下降5%以上", LOOSER),
        ("3%以内", "2%以内", TIGHTER),
        ("3%以内", "2%", TIGHTER),
        ("3%以上", "5%以内", NOT_COMPARABLE),
        ("5%以上", "3%以内", CONFLICTING),
        ("增长7%左右", "增长8%", CONFLICTING),
        ("增长7%左右", "增长7.2%", NOT_COMPARABLE),
        ("4.27万户", "42685户", EQUAL),
        ("4.2万户", "4.25万户", CONFLICTING),
        # ranges
        ("1-2个", "1—2个", EQUAL),
        ("1-3个", "1-2个", TIGHTER),
        ("1-2个", "2个", TIGHTER),
        ("1-2个", "3个", CONFLICTING),
        ("1-2个", "2-3个", NOT_COMPARABLE),
        ("1-2个", "3-4个", CONFLICTING),
        ("2-3个", "1个以上", LOOSER),
        ("1-2个", "1个以上", NOT_COMPARABLE),
        ("1-2个", "3个以上", CONFLICTING),
        ("1-2个", "3个以内", LOOSER),
        # value, not notation
        ("1.2万个", "12000个", EQUAL),
        ("10万亩", "100000亩", EQUAL),
        ("0.5亿元", "达到5000万元", EQUAL),
        ("13.0%", "13%", EQUAL),
        ("10亿斤", "50万吨", EQUAL),
        ("0.9‰以内", "0.09%以内", EQUAL),
        ("达到100%", "全覆盖", EQUAL),
        ("覆盖率100%", "全覆盖", EQUAL),
        ("动态清零", "0起", EQUAL),
        ("20家", "20户", EQUAL),
        ("1年", "12个月", EQUAL),
        ("1500亩", "1平方公里", EQUAL),
        # measures
        ("1020家", "达到1020家", EQUAL),
        ("1020家", "达到1000家", CONFLICTING),
        ("1020家", "新增1020家", EQUAL),
        ("1020家", "新增100家", NOT_COMPARABLE),
        ("新增10家", "净增10家", NOT_COMPARABLE),
        ("增长7%", "达到132亿元", NOT_COMPARABLE),
        ("增长7%", "年均增长7%", NOT_COMPARABLE),
        ("提高1个百分点", "提高1%", NOT_COMPARABLE),
        ("涨幅3%左右", "控制在3%左右", EQUAL),
        ("6%", "增长7%", NOT_COMPARABLE),
        # what they are of, and beside what
        ("占GDP比重18%", "占地区生产总值比重达到18%以上", TIGHTER),
        ("占GDP比重18%", "占服务业比重18%", NOT_COMPARABLE),
        ("占GDP比重18%", "达到17%", NOT_COMPARABLE),
        ("覆盖率90%", "完成率90%", NOT_COMPARABLE),
        ("与经济增长同步", "高于GDP增速", TIGHTER),
        ("高于经济增速", "高于经济增速2个百分点", TIGHTER),
        ("高于经济增速", "高于城镇居民收入增速", NOT_COMPARABLE),
        ("不低于全省平均", "不低于全省平均水平", EQUAL),
        ("增长7%", "较2020年增长7%", NOT_COMPARABLE),
        ("新增10家", "累计新增10家", NOT_COMPARABLE),
        ("均增长7%", "增长7%", EQUAL),
        ("从650元提高到700元", "700元", EQUAL),
        ("从650元提高到700元", "从600元提高到700元", NOT_COMPARABLE),
        # units
        ("24000万美元", "2.4亿元", NOT_COMPARABLE),
        ("30天", "1个月", NOT_COMPARABLE),
        ("35人", "35人次", NOT_COMPARABLE),
        ("40万方", "40万平方米", NOT_COMPARABLE),
        ("2.5亿", "2.5亿元", EQUAL),
        ("2.5亿", "3亿元", NOT_COMPARABLE),
        # ranks, trends, deferred targets
        ("稳居全省第二位", "进入全省前三", LOOSER),
        ("居全省前三", "居全市前三", NOT_COMPARABLE),
        ("居全省前列", "位列全省前列", EQUAL),
        ("居全省前列", "居全省前三", NOT_COMPARABLE),
        ("稳步增长", "增长7%", TIGHTER),
        ("稳步增长", "下降7%", CONFLICTING),
        ("持续下降", "下降10%以上", TIGHTER),
        ("持续下降", "零增长", NOT_COMPARABLE),
        ("持续下降", "不断降低", EQUAL),
        ("持续下降", "稳步提高", CONFLICTING),
        ("持续改善", "稳步提高", NOT_COMPARABLE),
        ("完成省定目标", "达到省定任务", EQUAL),
        ("完成省定目标", "完成市定目标", NOT_COMPARABLE),
        ("完成省定目标", "增长7%", NOT_COMPARABLE),
        # firmness is not compared
        ("确保增长7%", "力争增长7%", EQUAL),
    ],
)
def test_relations(a, b, relation):
    assert compare(parse(a), parse(b)) is relation
    assert compare(parse(b), parse(a)) is relation.mirrored


def test_a_floor_is_looser_where_less_is_better():
    assert compare(parse("5%"), parse("5%以上"), less_is_better=True) is LOOSER
    assert compare(parse("5%"), parse("5%以内"), less_is_better=True) is TIGHTER


@given(phrases)
def test_a_phrase_is_equal_to_itself(phrase):
    assert compare(phrase, phrase) is EQUAL


@given(phrases, phrases, st.booleans())
def test_comparing_is_mirrored(a, b, less):
    assert compare(b, a, less_is_better=less) is compare(a, b, less_is_better=less).mirrored


@given(
    st.integers(1, 9999),
    st.sampled_from([("增长{}%", True), ("达到{}户", True), ("新增{}家", True), ("{}元", True)]),
    st.integers(1, 9999),
)
def test_a_higher_floor_is_tighter(low, form, more):
    template, _ = form
    a, b = parse(template.format(low) + "以上"), parse(template.format(low + more) + "以上")
    assert compare(a, b) is TIGHTER


@given(st.integers(1, 999_999))
def test_equal_figures_are_equal_in_any_notation(number):
    plain = parse(f"达到{number}0000户")
    for text in (f"达到{number}万户", f"达到{number}0千户", f"{number / 10_000:.4f}亿户", f"{number:,}万户"):
        assert compare(plain, parse(text)) is EQUAL
