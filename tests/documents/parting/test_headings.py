"""Run-in headings: by their looks, their neighbours, and the names that a table uses."""

from __future__ import annotations

from typing import Any

import pytest

from planspec.documents.parting.headings import headed


def titles(found: Any) -> list[str]:
    return [part.title for part in found[1]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # one build: 着力…
        (
            "着力抓好项目建设。谋划项目，提高质量。着力激发民间投资活力。建立项目库。着力推进招商。参加活动，引进企业。",
            ["着力抓好项目建设", "着力激发民间投资活力", "着力推进招商"],
        ),
        # one length, the first at the beginning
        (
            "开拓国际市场。支持企业参展，扩大出口。扩容贸易主体。支持自营进出口。加强服务保障。推广措施，压缩时限。",
            ["开拓国际市场", "扩容贸易主体", "加强服务保障"],
        ),
        # behind an introduction
        (
            "对标要求，发展产业。全力做大能源产业。新引进项目5个。全力做优医药产业。产值达到25亿元，增长18%。",
            ["全力做大能源产业", "全力做优医药产业"],
        ),
    ],
)
def test_headings_are_known_by_their_company(text: str, found: list[str], texts: Any) -> None:
    assert titles(headed(texts(text))) == found


def test_paragraphs_that_all_begin_with_a_heading_are_parts(texts: Any) -> None:
    lead, parts = headed(
        texts("总的要求如下，分头落实。", "完善预案体系。修订预案，开展演练。", "储备应急物资。按标准储备。")
    )
    assert [part.title for part in parts] == ["完善预案体系", "储备应急物资"]
    assert [text.text for text in lead] == ["总的要求如下，分头落实。"]


def test_names_of_a_table_are_headings_whatever_they_look_like(texts: Any) -> None:
    text = (
        "提高配置效率。深化价格改革。深化财税改革。落实体制。推进公共资源交易与招投标领域改革。严格执行目录。"
    )
    names = {"深化财税改革", "推进公共资源交易与招投标领域改革"}
    lead, parts = headed(texts(text), names)
    assert [part.title for part in parts] == ["深化财税改革", "推进公共资源交易与招投标领域改革"]
    assert [text.text for text in lead] == ["提高配置效率。深化价格改革。"]


def test_a_heading_that_a_comma_glued_to_the_sentence_before_is_found(texts: Any) -> None:
    text = "守牢安全生产底线。加强防范，压实责任。实施两年行动，守牢金融风险底线。防范债务，化解风险。守牢社会稳定底线。调处纠纷。"
    assert titles(headed(texts(text))) == ["守牢安全生产底线", "守牢金融风险底线", "守牢社会稳定底线"]


@pytest.mark.parametrize(
    "text",
    [
        "围绕产业链，推动建设。加快项目落地，形成产能。",
        "加强基础研究。加快关键技术攻关，完善平台体系，培育企业主体。",
        "新建5公里道路。新建3座桥梁。",
        "",
    ],
)
def test_plain_sentences_are_no_headings(text: str, texts: Any) -> None:
    assert headed(texts(text))[1] == []
