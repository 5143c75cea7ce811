"""What titles tell: place, programme, year, action, the words of a locator's step."""

from __future__ import annotations

import pytest

from planspec.documents.blocks import Document, Paragraph, Spot
from planspec.documents.draft.names import NATION, place_of, programme_of, words_of, year_of
from planspec.documents.parts import Parts


@pytest.mark.parametrize(
    ("issuer", "title", "document", "code"),
    [
        ("新邵县人民政府办公室", "", "", "430522"),
        ("", "上海市人民政府办公厅印发《若干意见》", "", "310000"),
        ("国务院办公厅", "", "", NATION),
        ("", "商务部等8部门关于促进消费的通知", "", NATION),
        ("", "“十四五”某规划", "国发〔2021〕36号", NATION),
        ("某地防汛抗旱指挥部", "某要点", "", ""),
    ],
)
def test_the_place(issuer: str, title: str, document: str, code: str) -> None:
    assert place_of(Parts(title=title, issuer=issuer, document=document)) == code


def test_a_programme_is_quoted_or_counted() -> None:
    assert programme_of("某县实施“八大行动”总体方案") == "八大行动"
    assert programme_of("某市推进十大工程实施方案") == "十大工程"
    assert programme_of("某市“一网通办”工作方案") == ""


def test_the_year_of_the_text_is_the_one_it_names_most_the_earlier_of_two() -> None:
    text = "到2025年建成，到2027年提升。依据《2035年远景目标纲要》《2035年规划》。2035年展望。"
    assert year_of(Parts(), Document("", "text", (Paragraph(text, Spot(1)),))) == 2025


def test_a_year_may_have_full_width_digits() -> None:
    document = Document("", "text", (Paragraph("２０２４年，产值突破５亿元。", Spot(1)),))
    assert year_of(Parts(), document) == 2024
    assert year_of(Parts(title="某县２０２３年工作要点"), document) == 2023


def test_the_year_may_stand_in_the_name_of_the_file() -> None:
    document = Document("某纲要(2022-2035年).txt", "text", (Paragraph("到2035年建成。", Spot(1)),))
    assert year_of(Parts(), document) == 2022


def test_a_step_is_the_first_words_as_they_stand() -> None:
    assert words_of("持续开展安全生产月、119消防宣传月等活动") == "持续开展安全生产月"
    assert words_of("“湘易办”优化升级，扩容") == "“湘易办”优化升级"
