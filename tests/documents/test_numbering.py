from __future__ import annotations

import pytest

from planspec.documents.numbering import Kind, number_of, to_int


@pytest.mark.parametrize(
    ("text", "kind", "value", "rest"),
    [
        ("一、工作目标", Kind.HAN, 1, "工作目标"),
        ("十二、其他", Kind.HAN, 12, "其他"),
        ("（三）做强产业", Kind.BRACKETED_HAN, 3, "做强产业"),
        ("(三) 做强产业", Kind.BRACKETED_HAN, 3, "做强产业"),
        ("1.循环经济", Kind.ARABIC, 1, "循环经济"),
        ("１．循环经济", Kind.ARABIC, 1, "循环经济"),
        ("2、循环经济", Kind.ARABIC, 2, "循环经济"),
        ("（15）实事", Kind.BRACKETED_ARABIC, 15, "实事"),
        ("3）实事", Kind.BRACKETED_ARABIC, 3, "实事"),
        ("一.工作目标", Kind.HAN, 1, "工作目标"),
        ("（二）、做强产业", Kind.BRACKETED_HAN, 2, "做强产业"),
        ("㈢做强产业", Kind.BRACKETED_HAN, 3, "做强产业"),
        ("⑷实事", Kind.BRACKETED_ARABIC, 4, "实事"),
        ("⒌循环经济", Kind.ARABIC, 5, "循环经济"),
        ("①子项", Kind.CIRCLED, 1, "子项"),
        ("第二章 重点任务", Kind.CHAPTER, 2, "重点任务"),
        ("第十一条 支持升规", Kind.ARTICLE, 11, "支持升规"),
    ],
)
def test_a_number_is_read_with_its_kind(text: str, kind: Kind, value: int, rest: str) -> None:
    number = number_of(text)
    assert number is not None
    assert (number.kind, number.value, text[number.end :]) == (kind, value, rest)


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("１．循环经济", "1"),
        ("（二）、做强产业", "（二）"),
        ("㈩做强产业", "（十）"),
        ("⒛活动", "20"),
        ("一、目标", "一"),
    ],
)
def test_a_bare_number_has_no_closing_mark_and_plain_digits(text: str, bare: str) -> None:
    number = number_of(text)
    assert number is not None
    assert number.bare == bare


@pytest.mark.parametrize(
    "text", ["3.5万亩以上", "2024年工作", "一是抓项目", "第一条例", "（附件）", "", "1", "循环经济"]
)
def test_text_without_a_number_has_none(text: str) -> None:
    assert number_of(text) is None


@pytest.mark.parametrize(
    ("digits", "value"),
    [("十", 10), ("二十", 20), ("二十三", 23), ("一百零二", 102), ("⑩", 10), ("０７", 7), ("十万", None)],
)
def test_chinese_digits_have_values(digits: str, value: int | None) -> None:
    assert to_int(digits) == value
