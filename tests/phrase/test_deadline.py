"""Deadlines: dates and words name a last day, or none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planspec.phrase.deadline import read_deadline

DATED = {
    "2024-12-31": date(2024, 12, 31),
    "2024-06": date(2024, 6, 30),
    "2024.6": date(2024, 6, 30),
    "2024/02/29": date(2024, 2, 29),
    "2024": date(2024, 12, 31),
    "2024年": date(2024, 12, 31),
    "2024年末": date(2024, 12, 31),
    "2024年年底前": date(2024, 12, 31),
    "到2025年底": date(2025, 12, 31),
    "2024年6月30日前": date(2024, 6, 30),
    "２０２４年６月底前": date(2024, 6, 30),
    "2024年上半年": date(2024, 6, 30),
    "2024年第三季度末": date(2024, 9, 30),
    "2023-2025年": date(2025, 12, 31),
    "2024年3月至10月": date(2024, 10, 31),
    "2024年12月底前完成": date(2024, 12, 31),
}
WORDS = {
    "年内": date(2024, 12, 31),
    "年底前": date(2024, 12, 31),
    "全年": date(2024, 12, 31),
    "本年度内": date(2024, 12, 31),
    "6月底前": date(2024, 6, 30),
    "六月底前": date(2024, 6, 30),
    "十二月底": date(2024, 12, 31),
    "10月中旬": date(2024, 10, 20),
    "9月": date(2024, 9, 30),
    "上半年": date(2024, 6, 30),
    "三季度末": date(2024, 9, 30),
    "四季度": date(2024, 12, 31),
    "3-10月": date(2024, 10, 31),
    "明年3月底前": date(2025, 3, 31),
}
OPEN = (
    "长期坚持",
    "每月",
    "立行立改",
    "半年内",
    "7月前",
    "四季度前",
    "2024年前",
    "年",
    "月底前",
    "2024-13",
    "2024年2月30日",
    "2024年秋季开学前",
    "",
    "前",
)


@pytest.mark.parametrize(("text", "day"), DATED.items())
def test_a_text_with_a_year_is_read_alone(text: str, day: date) -> None:
    for year in (None, 2020, 2024):
        found = read_deadline(text, year)
        assert found is not None and (found.day, found.dated) == (day, True)


@pytest.mark.parametrize(("text", "day"), WORDS.items())
def test_words_take_the_year_from_the_plan(text: str, day: date) -> None:
    found = read_deadline(text, 2024)
    assert found is not None and (found.day, found.dated) == (day, False)
    assert read_deadline(text) is None


@pytest.mark.parametrize("text", OPEN)
def test_what_names_no_day_is_not_read(text: str) -> None:
    assert read_deadline(text, 2024) is None


@given(st.dates(date(1901, 1, 1), date(2098, 12, 31)))
def test_every_date_is_read_as_itself(day: date) -> None:
    found = read_deadline(day.isoformat())
    assert found is not None and found.day == day
    in_words = read_deadline(f"{day.month}月{day.day}日前", day.year)
    assert in_words is not None and in_words.day == day
    month = read_deadline(f"{day.year}年{day.month}月底前")
    assert month is not None and (month.day + timedelta(days=1)).day == 1


@given(st.text(alphabet="0123456789年月日底前内末至到-.上下半季度一二三四全本明长期 ", max_size=14))
def test_no_text_makes_it_fail(text: str) -> None:
    read_deadline(text, 2024)
