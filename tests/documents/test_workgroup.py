"""A paragraph that sets up a work group."""

from __future__ import annotations

import pytest

from planspec.documents.workgroup import read_workgroup
from planspec.registry import builtin

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


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "由县委书记任总指挥，常务副县长任总调度，办公室设在县发改局。",
            {"head": "县委书记", "deputies": ["常务副县长"]},
        ),
        ("由常务副县长总牵头，建立总专班，办公室设在县发改局。", {"head": "常务副县长"}),
        (
            "成立工作专班，由副县长担任专班第一召集人，县政府办公室副主任任召集人。",
            {"head": "副县长", "convenor": "县政府办公室副主任"},
        ),
        (
            "由副县长任召集人，县财政局局长王某某，县发改局局长李某某任副召集人。",
            {"convenor": "副县长", "deputies": ["县财政局局长王某某", "县发改局局长李某某"]},
        ),
    ],
)
def test_posts_are_read_in_all_their_wordings(text: str, posts: dict[str, object]) -> None:
    group = read_workgroup(text, UNITS.__contains__)
    assert {key: value for key, value in group.items() if key in ("head", "convenor", "deputies")} == posts


def test_what_follows_and_so_on_is_a_member_too() -> None:
    group = read_workgroup(
        "成员单位包括县发改局、县财政局等各乡镇人民政府，办公室设在县发改局。", UNITS.__contains__
    )
    assert group["members"] == ["县发改局", "县财政局", "各乡镇人民政府"]


def test_posts_of_one_person_stay_together() -> None:
    units = builtin().units_of("430522")
    group = read_workgroup(
        "由副县长任召集人，县政府办副主任及县科工局党组书记、局长分别担任副召集人。",
        lambda name: units.resolve(name) is not None,
    )
    assert group["deputies"] == ["县政府办副主任", "县科工局党组书记、局长"]
