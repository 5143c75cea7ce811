"""Parts that end in a responsibility phrase."""

from __future__ import annotations

from typing import Any

from planspec.documents.parting.duties import by_duties, whole


def test_each_phrase_ends_a_part_with_the_text_before_it(texts: Any, known: Any) -> None:
    parts = by_duties(
        texts("抓园区。扩大面积。（县发改局牵头）抓项目。开工十个。（县财政局牵头，县科工局配合）"), known
    )
    assert [(part.title, part.who.lead) for part in parts if part.who] == [
        ("抓园区", ("县发改局",)),
        ("抓项目", ("县财政局",)),
    ]
    assert [text.text for text in parts[1].texts] == ["抓项目。开工十个"]


def test_labels_in_lines_of_their_own_are_one_responsibility(texts: Any, known: Any) -> None:
    (part,) = by_duties(
        texts(
            "开工六个项目。",
            "牵头领导：王某某",
            "牵头单位：县发改局",
            "责任单位：县财政局、各乡镇",
            "完成时限：2023年12月底",
        ),
        known,
    )
    who = part.who
    assert who is not None
    assert (who.leader, who.lead, who.support, who.by) == (
        ("王某某",),
        ("县发改局",),
        ("县财政局", "各乡镇"),
        "2023年12月底",
    )
    assert whole([part]) == who


def test_text_behind_the_last_phrase_is_a_part_without_one(texts: Any, known: Any) -> None:
    parts = by_duties(texts("修路。（县住建局负责）治水工程持续推进到年底前完成。"), known)
    assert [part.who is None for part in parts] == [False, True]
    assert by_duties(texts("修路。（县住建局负责）下同。"), known)[-1].who is not None
