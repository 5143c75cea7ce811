"""Parts that are counted within the text."""

from __future__ import annotations

from typing import Any

import pytest

from planspec.documents.parting.enumeration import enumerated


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("抓好三件事。一是修路，长三公里。二是治水，清淤五处；三是种树。", [("一是", "修路"), ("二是", "治水"), ("三是", "种树")]),
        ("第一，修路三公里。第二，治水五处。", [("第一", "修路三公里"), ("第二", "治水五处")]),
        ("包括：①修路三公里；②治水五处。", [("①", "修路三公里"), ("②", "治水五处")]),
        ("（1）修路三公里；（2）治水五处。", [("（1）", "修路三公里"), ("（2）", "治水五处")]),
    ],
)  # fmt: skip
def test_counted_parts(text: str, found: list[tuple[str, str]], texts: Any) -> None:
    _, parts = enumerated(texts(text))
    assert [(part.no, part.title) for part in parts] == found


def test_the_text_before_the_first_is_no_part(texts: Any) -> None:
    lead, parts = enumerated(texts("抓好两件事。一是修路，长三公里。", "二是治水，清淤五处。"))
    assert [text.text for text in lead] == ["抓好两件事。"]
    assert [part.texts[0].spot.line for part in parts] == [1, 2]


@pytest.mark.parametrize(
    "text", ["一是修路。", "二是修路。三是治水。", "看这是不是一是。", "一是否修路，二是否治水"]
)
def test_what_is_not_counted_is_not_parted(text: str, texts: Any) -> None:
    assert enumerated(texts(text))[1] == []
