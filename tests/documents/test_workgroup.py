"""A paragraph that sets up a work group."""

from __future__ import annotations

import pytest

from planspec.documents.workgroup import read_workgroup

UNITS = frozenset(["县政府办公室", "县发改局", "县财政局", "县直各责任单位", "各乡镇人民政府"])


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "成员为县政府办公室主任、分管副主任，县直各责任单位主要负责人，各乡镇人民政府主要负责人。",
            ["县政府办公室", "县直各责任单位", "各乡镇人民政府"],
        ),
        (
            "成立专班，由副县长任组长，县发改局局长、县财政局局长为成员，办公室设在县发改局。",
            ["县发改局", "县财政局"],
        ),
        ("成员单位由县发改局、县财政局组成，领导小组办公室设在县发改局。", ["县发改局", "县财政局"]),
        ("县发改局、县财政局等单位为成员单位，召集人由副县长担任。", ["县发改局", "县财政局"]),
    ],
)
def test_the_units_whose_heads_sit_in_a_group_are_its_members(text: str, members: list[str]) -> None:
    assert read_workgroup(text, UNITS.__contains__)["members"] == members


def test_posts_and_office_stand_beside_the_members() -> None:
    group = read_workgroup("由副县长任组长，县发改局局长为成员，办公室设在县发改局。", UNITS.__contains__)
    assert group == {"head": "副县长", "members": ["县发改局"], "office": "县发改局"}


def test_a_paragraph_without_posts_sets_up_no_group() -> None:
    assert read_workgroup("成立工作专班，推进各项任务。", UNITS.__contains__) == {}
