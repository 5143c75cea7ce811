from __future__ import annotations

import json

import pytest

from planspec.commands.rule import rule
from planspec.commands.rules import rules
from planspec.report import Look
from planspec.report.cells import width_of
from planspec.rules import ALL
from planspec.source.errors import PlanspecError


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.code)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_can_be_shown(one: object, language: str) -> None:
    code, name = one.code, one.name  # type: ignore[attr-defined]
    look = Look("en" if language == "en" else "zh", 80)
    text = rule(code, "text", look).text
    assert text.startswith(f"{code} {name}  ")
    assert f"# planspec: ignore[{code}]" in text
    assert rule(name.upper(), "text", look).text == text
    markdown = rule(code, "markdown", look).text
    assert markdown.count("```") == 6
    assert json.loads(rule(code, "json", look).text)["rule"]["code"] == code


def test_a_page_reads_well() -> None:
    text = rule("RES001", "text", Look("zh", 80)).text
    assert text.startswith("RES001 task-without-unit  任务没有任何责任单位\n级别：")
    for heading in ("何事", "缘由", "改法", "依据", "反例", "正例", "忽略"):
        assert f"\n\n{heading}\n" in text


def test_marks_in_examples_are_moved_under_what_they_mean() -> None:
    lines = rule("RES001", "text", Look("zh", 80)).text.splitlines()
    [at] = [place for place, line in enumerate(lines) if "^" in line]
    source, marks = lines[at - 1], lines[at]
    cells = "".join(character * width_of(character) for character in source)
    assert set(cells[marks.index("^") : marks.rindex("^") + 1]) <= set(source)
    assert not cells[marks.index("^")].isspace()


@pytest.mark.parametrize(
    ("word", "hint"),
    [("RES0001", "RES001"), ("task-without-unti", "task-without-unit"), ("xyz", "planspec rules")],
)
def test_an_unknown_rule_gets_near_ones(word: str, hint: str) -> None:
    with pytest.raises(PlanspecError, match="no rule") as raised:
        rule(word, "text", Look())
    assert raised.value.hint is not None and hint in raised.value.hint.zh


def test_the_list_has_every_rule_by_family() -> None:
    text = rules((), "text", Look("zh", 80)).text
    for one in ALL:
        assert f"  {one.code}  " in text and one.page.title.zh in text
    assert f"共{len(ALL)}条规则" in text


def test_the_list_can_be_narrowed_to_families() -> None:
    listed = json.loads(rules(("res,fmt",), "json", Look()).text)["rules"]
    assert {one["family"] for one in listed} == {"FMT", "RES"}
    assert [one["code"] for one in listed] == [one.code for one in ALL if one.family in ("FMT", "RES")]


def test_the_list_as_markdown_is_one_table() -> None:
    lines = rules((), "markdown", Look("en")).text.splitlines()
    assert len(lines) == len(ALL) + 2
    assert all(line.startswith(("| ", "|-")) for line in lines)


def test_an_unknown_family_or_format_is_an_error() -> None:
    with pytest.raises(PlanspecError, match="no family"):
        rules(("QQQ",), "text", Look())
    with pytest.raises(PlanspecError, match="none of text, markdown, json"):
        rules((), "yaml", Look())
