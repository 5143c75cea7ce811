"""A difference as a page: self-contained, escaped, and readable in a browser."""

from __future__ import annotations

import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from planspec.report import Look
from planspec.report.difference import charts, html

from .differences import NEW, OLD, difference, many, nothing, places, small, years

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class _Balance(HTMLParser):
    """Checks that what is opened is closed."""

    VOID = frozenset(("meta", "br", "rect", "line", "circle", "link", "img"))

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def read(page: str) -> str:
    """Return a page's text; its tags must match."""
    parser = _Balance()
    parser.feed(page)
    assert parser.open == ["html"] or not parser.open
    return "".join(parser.text)


@pytest.mark.parametrize(
    "found", [small(), years(), places(), nothing()], ids=["versions", "years", "places", "none"]
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_is_whole_and_needs_no_network(found: object, language: str) -> None:
    page = html.render(found, Look(language))  # type: ignore[arg-type]
    read(page)
    assert not re.search(r"(?:src|href)=|url\(|@import|<script", page)


def test_it_begins_with_counts_then_the_gravest_then_each_action() -> None:
    said = read(html.render(small(), Look()))
    order = ["两个版本对照：main → HEAD", "减弱", "先看这些", "各行动的变化", "变了的数字", "全部变化"]
    assert [said.index(word) for word in order] == sorted(said.index(word) for word in order)


def test_every_change_is_on_the_page() -> None:
    said = read(html.render(small(), Look()))
    for change in small().changes:
        assert change.subject in said
    assert "增长6.5%以上 plan.yaml:11" in said


def test_few_changes_stand_open_many_are_folded() -> None:
    assert html.render(small(), Look()).count("<details open>") == 3
    assert "<details open>" not in html.render(many(60), Look())


def test_links_only_where_an_address_is_known() -> None:
    assert "<a" not in html.render(small(), Look())
    page = html.render(small(), Look(links="https://example.org/new/", old_links="https://example.org/old"))
    assert 'href="https://example.org/new/specs/plan.yaml#L10"' in page
    assert 'href="https://example.org/old/specs/plan.yaml#L10"' in page


def test_what_a_document_says_is_text() -> None:
    name = "'<img src=x onerror=alert(1)> &amp; \"'"
    page = html.render(difference(OLD, NEW.replace("title: 建设养老中心", f"title: {name}")), Look())
    assert "<img" not in page and "&lt;img src=x onerror=alert(1)&gt; &amp;amp; &quot;" in page


def test_charts_show_figures_of_one_measure() -> None:
    (couple,) = small().couples
    assert [(one.name, one.rate) for one in charts.figures(couple)] == [
        ("地区生产总值", True),
        ("亩均税收", False),
    ]
    drawn = charts.dumbbells(charts.figures(couple))
    assert len(drawn) == 2 and "增长7% → 增长6.5%" in drawn[0]


def test_a_figure_that_fell_lies_left_of_where_it_was() -> None:
    (couple,) = small().couples
    old, new = (
        float(one)
        for one in re.findall(r'<circle cx="([\d.]+)"', charts.dumbbells(charts.figures(couple))[0])
    )
    assert new < old == charts.WIDTH - 6


def test_long_values_get_a_line_of_their_own() -> None:
    old, new = ("从不低于650元/月提高到不低于700元/月", "从不低于650元/月提高到不低于740元/月")
    text = "goals:\n  - targets: {{城区最低生活保障标准: {}}}\n"
    (couple,) = difference(text.format(old), text.format(new)).couples
    (figure,) = charts.figures(couple)
    assert figure.below and "…" in figure.values


def _widths(page: str, width: int, folder: Path) -> tuple[int, int]:
    """Return how wide a page is in a window of a width, as a browser lays it out, and how high."""
    assert CHROMIUM is not None
    inner = page.replace("&", "&amp;").replace('"', "&quot;")
    probe = (
        f'<iframe id=f style="width:{width}px;height:600px;border:0" srcdoc="{inner}"></iframe><pre id=o></pre><script>'
        "f.onload=()=>{const d=f.contentDocument.documentElement;o.textContent='size '+d.scrollWidth+' '+d.scrollHeight}"
        "</script>"
    )
    file = folder / "probe.html"
    file.write_text(f"<meta charset=utf-8>{probe}", "utf-8")
    done = subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=2000", "--dump-dom",
         f"--user-data-dir={folder / 'profile'}", file.as_uri()],
        capture_output=True, check=False, timeout=120, encoding="utf-8",
    )  # fmt: skip
    found = re.search(r">size (\d+) (\d+)<", done.stdout)
    assert found is not None, done.stderr[-500:]
    return int(found[1]), int(found[2])


@pytest.mark.skipif(CHROMIUM is None, reason="no chromium to look at the page with")
@pytest.mark.parametrize("width", [390, 1280])
def test_a_browser_shows_it_without_scrolling_sideways(width: int, tmp_path: Path) -> None:
    wide, high = _widths(html.render(places(), Look()), width, tmp_path)
    assert wide <= width and high > 600
