"""The folder of rule pages: both languages, current, and every link leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from planspec.commands.rules import rules
from planspec.report import Look
from planspec.report.rulebook import INDEX, book, name_of, page
from planspec.rules import ALL, find_rule
from planspec.rules.rule import Rule

FOLDER = Path(__file__).parents[2] / "docs" / "rules"


def rule_of(code: str) -> Rule:
    rule = find_rule(code)
    assert rule is not None
    return rule


@pytest.mark.skipif(not FOLDER.parent.is_dir(), reason="the pages are not part of this distribution")
def test_the_committed_pages_are_current() -> None:
    committed = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*")}
    current = book(ALL)
    assert sorted(committed) == sorted(current), "run `make docs`"
    assert [name for name in current if committed[name] != current[name]] == [], "run `make docs`"


def test_every_rule_has_a_page_and_a_line_in_the_index() -> None:
    pages = book(ALL)
    assert list(pages) == [INDEX, *(f"{rule.code}.md" for rule in ALL)]
    links = re.findall(r"\]\((\w+\.md)\)", pages[INDEX])
    assert links == [name_of(rule) for rule in ALL]
    assert set(re.findall(r"\(#(\w+)\)", pages[INDEX])) == set(re.findall(r'id="(\w+)"', pages[INDEX]))


def test_a_page_has_all_parts_in_both_languages() -> None:
    rule = rule_of("RES016")
    text = page(rule)
    assert "# RES016 `unit-overburdened`\n" in text
    parts = re.findall(r"^\*\*(\w+)\*\*(?:：|: )\S", text, re.M)
    assert parts == ["何事", "缘由", "改法", "依据", "What", "Why", "Mend", "Authority"]
    assert "raise `max_share`." in text and "用 max\\_share 放宽" in text
    assert re.findall(r"^## (.+)$", text, re.M) == ["反例 Bad", "正例 Good", "选项 Options", "忽略 Ignore"]
    assert "[rules.RES016]\nmax_share = 0.3\n" in text


def test_marks_stand_under_wide_characters() -> None:
    lines = page(rule_of("RES001")).splitlines()
    [mark] = [number for number, line in enumerate(lines) if line.endswith("^ task-without-unit")]
    before = lines[mark - 1].index(":") + 2
    assert lines[mark].index("^") == before
    assert lines[mark].count("^") == 2 * len(lines[mark - 1][before:])


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.code)
def test_a_page_is_sound_markdown(rule: Rule) -> None:
    rendered = MarkdownIt("commonmark").enable("table").render(page(rule))
    assert rendered.count("<table>") == 1 and rendered.count("<h1>") == 1
    assert rendered.count("<pre>") == (4 if rule.options else 3)


def test_the_command_writes_the_folder(tmp_path: Path) -> None:
    answer = rules(["RES"], "text", Look("en"), tmp_path / "pages")
    names = sorted(path.name for path in (tmp_path / "pages").iterdir())
    assert names == sorted([INDEX, *(f"{rule.code}.md" for rule in ALL if rule.family == "RES")])
    assert answer.text == f"Wrote {len(names)} files: {(tmp_path / 'pages').as_posix()}\n"
