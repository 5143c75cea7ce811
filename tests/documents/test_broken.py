"""Paragraphs that a page's end broke in two."""

from __future__ import annotations

import pytest

from planspec.documents.blocks import Paragraph, Spot
from planspec.documents.broken import rejoin

START = "推广北斗系统在船舶航行、港口驾驶、物流配送等领域的服务，细化应用，打造数字交通"


def joined(*lines: str) -> list[str]:
    return [block.text for block in rejoin(Paragraph(line, Spot(n)) for n, line in enumerate(lines, 1))]  # type: ignore[union-attr]


def test_running_text_without_an_end_goes_on() -> None:
    assert joined(START, "体系，服务全市发展。") == [START + "体系，服务全市发展。"]


def test_an_open_bracket_goes_on_until_it_closes() -> None:
    assert joined(START + "。（牵头部", "门：市交通委、市水务局）") == [
        START + "。（牵头部门：市交通委、市水务局）"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (START + "。", "其他工作持续推进。"),
        (START, "2.加快建设，完善体系。"),
        (START, "——产业壮大，提质增效。"),
        (START, "责任单位：市交通委。"),
        (START, "附件：1.任务分解表。"),
        (START, "王某某"),
        ("关于推进某某市数字经济发展的实施方案和行动计划", "为推进发展，制定本方案。"),
        (
            "县人社局、县教育局、县委人才办、县发改局、县财政局、县科工局、县住建局",
            "落实领导结对制度，建好产业园。",
        ),
    ],
)
def test_what_ends_or_begins_anew_is_not_joined(one: str, other: str) -> None:
    assert joined(one, other) == [one, other]


def test_a_label_in_a_line_of_its_own_takes_the_next_line() -> None:
    assert joined("牵头单位：", "县水利局", "完成时限:", "12月底前") == [
        "牵头单位：县水利局",
        "完成时限:12月底前",
    ]


@pytest.mark.parametrize("other", ["责任单位：县水利局", "2．修路。", "（二）供水"])
def test_a_label_without_a_value_takes_nothing(other: str) -> None:
    assert joined("牵头单位：", other) == ["牵头单位：", other]
