"""What no fix may alter is seen, whatever the edit; what may be altered passes."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planspec.lint.guard import alters, content_of, kept_words
from planspec.source.nodes import Plain


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("增长7.5%左右", {"7.5%": 1, "左右": 1}),
        ("力争突破4.27万户以上", {"4.27万": 1, "力争": 1, "突破": 1, "以上": 1}),
        ("２０２４年３月５日前", {"2024年3月5日": 1}),
        ("1—2家", {"1-2": 1}),
        ("不得少于三个", {"不得": 1, "少于": 1, "三": 1}),
        ("邵阳生态环境局新邵分局", {"邵阳": 1, "新邵": 1}),
        ("县人力资源社会保障局", {}),
        ("推进循环经济", {}),
    ],
)
def test_the_words_that_are_kept(text: str, words: dict[str, int]) -> None:
    assert kept_words(text) == Counter(words)


def changed(before: Plain, after: Plain, *, safe: bool = True) -> bool:
    return alters(content_of([before]), content_of([after]), safe=safe)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("增长7%", "增长8%"),
        ("增长7%", "增长70%"),
        ("确保增长7%", "力争增长7%"),
        ("达到5家以上", "达到5家"),
        ("3月5日", "5月3日"),
        ("2024-03-05", "2024-05-03"),
        ("1.5亿元", "15亿元"),
        ("两家", "三家"),
        ("新邵县发改局", "县发改局"),
        ("邵阳市", "岳阳市"),
        ("提高0.5%", "提高0.5个百分点"),
    ],
)
@pytest.mark.parametrize("safe", [True, False])
def test_an_alteration_is_seen(before: str, after: str, safe: bool) -> None:
    assert changed({"title": before, "summary": "不变"}, {"title": after, "summary": "不变"}, safe=safe)


@pytest.mark.parametrize("key", ["leader", "convenor", "deputies", "head"])
def test_a_person_is_kept(key: str) -> None:
    assert changed({key: ["张某", "李某"]}, {key: ["张某", "李木"]})
    assert changed({key: "副县长张某"}, {key: "副县长"})
    assert not changed({key: "张某、李某"}, {key: ["张某", "李某"]})
    assert not changed({"title": "张某"}, {"title": "李某"})  # not known for a person


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"title": "园区(二期)"}, {"title": "园区（二期）"}),
        ({"lead": "县市场监督管理局"}, {"lead": "县市监局"}),
        ({"no": 1}, {"no": "1"}),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ({"targets": "甲：增长7%"}, {"targets": {"甲": "增长7%"}}),
        ({"id": "a-1"}, {"id": "a-2"}),
        ({"title": "5-10亿元"}, {"title": "5—10亿元"}),
        ({"title": "增长5%,达到6家"}, {"title": "增长5%，达到6家"}),
    ],
)
def test_what_may_be_altered_passes(before: Plain, after: Plain) -> None:
    assert not changed(before, after)
    assert not changed(before, after, safe=False)


def test_only_a_proposal_may_delete_what_stands_elsewhere_too() -> None:
    before: Plain = {"support": ["新邵县发改局", "新邵县发改局"]}
    after: Plain = {"support": ["新邵县发改局"]}
    assert changed(before, after)
    assert not changed(before, after, safe=False)
    assert changed(after, {"support": []}, safe=False)


TEXTS = st.text("甲乙一二0123456789.%年月日至以上不少于确保新邵县", max_size=12)
PLAINS = st.recursive(
    TEXTS | st.integers() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@given(PLAINS, st.booleans())
def test_the_same_is_never_altered(value: Plain, safe: bool) -> None:
    assert not changed(value, value, safe=safe)


@given(
    TEXTS, TEXTS, st.text("0123456789", min_size=1, max_size=4), st.text("0123456789", min_size=1, max_size=4)
)
def test_any_other_figure_is_seen(before: str, after: str, one: str, other: str) -> None:
    assume(one != other)
    assume(Counter(before + one + after) != Counter(before + other + after))
    assert changed({"a": f"{before}家{one}家{after}"}, {"a": f"{before}家{other}家{after}"})
