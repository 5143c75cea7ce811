"""Messages: both languages at once, no gap forgotten."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import planspec
from planspec.source.message import Message, Template

QUOTED = re.compile(r"“[^”]*”|`[^`]*`|\([^)]*\)|\{[^}]*\}")


LOWER = ("planspec.source", "planspec.model", "planspec.lint", "planspec.schema")


def catalogue(modules: tuple[str, ...] = LOWER) -> list[tuple[str, Template | Message]]:
    """Return every message and template that is a constant of one of these modules."""
    found = []
    for info in pkgutil.walk_packages(planspec.__path__, "planspec."):
        if not info.name.startswith(modules):
            continue
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            if isinstance(value, Template | Message) and (value.zh or value.en):
                found.append((f"{info.name}.{name}", value))
    return found


def gaps(text: str) -> set[str]:
    return set(re.findall(r"(?<!\{)\{(\w+)", text.replace("{{", "")))


def test_a_template_fills_both_languages() -> None:
    assert Template("第 {line} 行", "line {line}")(line=3) == Message("第 3 行", "line 3")


def test_a_message_fills_each_language_by_its_own_sentence() -> None:
    template = Template("读不了（{why}）", "unreadable ({why})")
    assert template(why=Message("没有", "missing")) == Message("读不了（没有）", "unreadable (missing)")


def test_a_gap_without_a_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        Template("{a}", "{a}{b}")(a=1)


def test_a_message_is_shown_in_one_language() -> None:
    assert Message("甲", "a").text("zh") == "甲"
    assert Message("甲", "a").text("en") == "a"


def test_the_languages_of_every_template_have_the_same_gaps() -> None:
    unequal = [
        name for name, one in catalogue() if isinstance(one, Template) and gaps(one.zh) != gaps(one.en)
    ]
    assert unequal == []


def test_chinese_messages_are_chinese_and_english_ones_english() -> None:
    han = re.compile(r"[\u4e00-\u9fff]")
    assert [name for name, one in catalogue() if not han.search(one.zh)] == []
    assert [name for name, one in catalogue() if not re.search("[A-Za-z]", QUOTED.sub("", one.en))] == []


def test_chinese_messages_use_full_width_punctuation() -> None:
    half = re.compile(r"[\u4e00-\u9fff][,;:?!][ \u4e00-\u9fff]|[\u4e00-\u9fff]\(")
    assert [(name, one.zh) for name, one in catalogue() if half.search(QUOTED.sub("", one.zh))] == []


def test_no_blank_parts_chinese_from_a_figure() -> None:
    figure = r"(?:[0-9]+(?![0-9-])|\{(?:count|limit|line|total|year|number)(?::[^}]*)?\})"
    blank = re.compile(
        rf"[\u4e00-\u9fff，。；：（“] {figure}|(?<![-A-Za-z0-9]){figure} [\u4e00-\u9fff，。；：）”]"
    )
    said = [(name, one.zh) for name, one in catalogue(("planspec.",)) if blank.search(one.zh)]
    assert said == []
