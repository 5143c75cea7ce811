"""Each rule's page has its parts, its examples hold, and the list of rules is whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import planspec.rules
from planspec.rules import ALL, find_rule
from planspec.rules.rule import PARTS, Absence, Authority, Rule, read_page
from planspec.source.diagnostic import Severity

from .conftest import run
from .marks import places, read_marks, whole

FOLDER = Path(planspec.rules.__file__).parent
FILES = sorted(
    path
    for path in FOLDER.glob("*/*.py")
    if not path.name.startswith("_") and "rule = Rule(" in path.read_text("utf-8")
)
HAN = r"[\u4e00-\u9fff\u3400-\u4dbf]"
HALF_WIDTH = r"[,;:!?()\"']"
BESIDE_HAN = re.compile(f"{HAN}{HALF_WIDTH}|{HALF_WIDTH}{HAN}")

every_rule = pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.code)


def source_of(rule: Rule) -> Path:
    """The file whose docstring is the rule's page."""
    (path,) = [path for path in FILES if f'"{rule.code}"' in path.read_text("utf-8")]
    return path


@every_rule
def test_page_has_its_parts_in_both_languages(rule: Rule) -> None:
    page = read_page(rule.doc)
    assert page.title.zh and page.title.en
    for key in PARTS:
        assert len(page.parts[key].zh) > 4, key
        assert len(page.parts[key].en) > 4, key
    assert page.bad.strip() and page.good.strip()


@every_rule
def test_bad_example_is_reported_exactly(rule: Rule) -> None:
    text, marks = read_marks(rule.page.bad)
    found = run(text, rule.code)
    assert marks, "the bad example marks nothing"
    assert places(found, marks) == marks, [one.message.zh for one in found]


@every_rule
def test_good_example_satisfies_every_rule(rule: Rule) -> None:
    """A fragment may lack what a whole plan has, but nothing else may be wrong with it."""
    found = run(whole(rule.page.good))
    wrong = []
    for one in found:
        other = find_rule(one.code)
        if one.code == rule.code or other is None or other.absence is None:
            wrong.append((one.code, one.name, one.span, one.message.zh))
    assert wrong == []


@every_rule
def test_chinese_texts_have_no_half_width_punctuation(rule: Rule) -> None:
    page = rule.page
    texts = [page.title.zh, *(page.parts[key].zh for key in PARTS)]
    texts += [option.describes.zh for option in rule.options]
    # Every zh="…" literal of the file (or first argument of a message), gaps included.
    source = source_of(rule).read_text("utf-8")
    texts += [
        "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', literal))
        for literal in re.findall(
            r'(?:\bzh=|\b(?:Message|Template)\(\s*)((?:f?"(?:[^"\\]|\\.)*"\s*)+)', source
        )
    ]
    for text in texts:
        assert not BESIDE_HAN.search(re.sub(r"`[^`]*`", "", text)), text


@every_rule
def test_messages_of_its_bad_example_are_whole(rule: Rule) -> None:
    text, _ = read_marks(rule.page.bad)
    for one in run(text, rule.code):
        for message in (one.message, *(related.message for related in one.related)):
            assert message.zh.strip() and message.en.strip()
            assert re.search(HAN, message.zh)
            assert "{" not in message.zh + message.en or "{" in text
            assert "  " not in message.en


@every_rule
def test_severity_keeps_within_its_authority(rule: Rule) -> None:
    assert rule.severity.rank <= rule.authority.cap.rank
    text, _ = read_marks(rule.page.bad)
    for one in run(text, rule.code):
        assert one.severity.rank <= rule.authority.cap.rank


@every_rule
def test_file_is_named_after_the_rule(rule: Rule) -> None:
    assert source_of(rule).stem == rule.name.replace("-", "_")


@every_rule
def test_every_option_of_the_page_has_a_sound_default(rule: Rule) -> None:
    names = [option.name for option in rule.options]
    assert len(names) == len(set(names))
    for option in rule.options:
        assert re.fullmatch(r"[a-z][a-z0-9_]*", option.name)
        assert option.describes.zh and option.describes.en


def test_codes_are_sorted_and_unique() -> None:
    codes = [rule.code for rule in ALL]
    families = list(dict.fromkeys(code[:3] for code in codes))
    assert len(set(codes)) == len(codes)
    for family in families:
        own = [code for code in codes if code.startswith(family)]
        assert own == sorted(own)
        first = codes.index(own[0])
        assert codes[first : first + len(own)] == own, f"{family} is scattered"
    assert all(re.fullmatch(r"[A-Z]{3}\d{3}", code) for code in codes)


def test_names_are_unique_and_well_formed() -> None:
    words = [word for rule in ALL for word in (rule.name, *rule.aliases)]
    assert len(set(words)) == len(words)
    assert all(re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", word) for word in words)


def test_every_rule_file_is_listed() -> None:
    listed = {source_of(rule) for rule in ALL}
    assert [path.relative_to(FOLDER).as_posix() for path in FILES if path not in listed] == []


def test_every_file_beside_the_rules_holds_a_rule() -> None:
    strays = [
        path.relative_to(FOLDER).as_posix()
        for path in sorted(FOLDER.glob("*/*.py"))
        if not path.name.startswith("_") and path not in FILES
    ]
    assert strays == []


def test_a_rule_is_found_by_code_name_and_in_any_case() -> None:
    for rule in ALL:
        assert find_rule(rule.code.lower()) is rule
        assert find_rule(rule.name.upper()) is rule
    assert find_rule("no-such-rule") is None


def test_only_known_kinds_are_used() -> None:
    for rule in ALL:
        assert isinstance(rule.severity, Severity)
        assert isinstance(rule.authority, Authority)
        assert rule.absence is None or isinstance(rule.absence, Absence)
