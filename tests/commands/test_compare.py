"""`planspec compare` and `planspec tree` as a user meets them."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from planspec.cli import run

SPECS = Path(__file__).parents[2] / "specs"
HUNAN = SPECS / "hunan"
THREE = [str(HUNAN / name / "2024") for name in ("shaoyang/xinshao", "hengyang/shigu", "huaihua/hecheng")]

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("FORCE_COLOR", raising=False)

    def invoke(*words: str) -> tuple[int, str, str]:
        code = run(words)
        out, err = capsys.readouterr()
        return code, out, err

    return invoke


def test_text_names_values_ranks_standing_and_missing_levels(call: Call) -> None:
    code, out, _ = call("compare", *THREE)
    assert code == 0
    row = next(line for line in out.splitlines() if line.startswith("固定资产投资"))
    assert "增长7.5%" in row and "↑高于湖南" in row and "增长6.5%左右 最低" in row
    assert "石鼓区2024：高于上级0项，持平5项，低于0项" in out
    assert "缺少邵阳市2024年的方案" in out
    assert max(map(len, out.splitlines())) <= 100


def test_english(call: Call) -> None:
    _, out, _ = call("compare", *THREE, "--lang", "en", "--by", "indicator")
    assert "above 湖南" in out and "no plan of 邵阳市 for 2024 is at hand" in out
    assert "Who does what" not in out


def test_csv_is_one_row_a_value(call: Call) -> None:
    _, out, _ = call("compare", *THREE, "--indicator", "规模工业增加值", "--output-format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    goal = [row for row in rows if row["role"] == "goal"]
    assert [(row["place"], row["low"], row["standing"]) for row in goal] == [
        ("新邵县", "7", "level"),
        ("石鼓区", "7.5", "level"),
        ("鹤城区", "8.5", "above"),
    ]
    assert all(row["file"].endswith(".yaml") and int(row["line"]) > 0 for row in rows)


def test_json_has_one_shape(call: Call) -> None:
    _, out, _ = call("compare", *THREE, "--output-format", "json")
    told = json.loads(out)
    assert told["version"] == 1
    assert set(told) == {"version", "plans", "indicators", "actions", "roles", "left_out"}
    assert told["plans"][0]["missing_superiors"] == ["邵阳市"]


def test_markdown_links_to_the_plans(call: Call) -> None:
    _, out, _ = call("compare", *THREE, "--by", "action", "--output-format", "markdown")
    assert "| 主题 | 新邵县2024 | 石鼓区2024 | 鹤城区2024 |" in out
    assert "| 科技创新 | 创新提升行动 11 | 创新提升行动 10 | 创新提升行动 8 |" in out


def test_a_theme_narrows_everything(call: Call) -> None:
    _, out, _ = call("compare", *THREE, "--theme", "科技创新", "--by", "role,action")
    assert "创新提升行动" in out and "激发需求行动" not in out


def test_unknown_words_are_explained(call: Call) -> None:
    code, _, err = call("compare", *THREE, "--indicator", "规模工业增加")
    assert code == 2 and "规模工业增加值" in err
    code, _, err = call("compare", *THREE, "--theme", "科技")
    assert code == 2 and "innovation（科技创新）" in err
    code, _, err = call("compare", *THREE, "--by", "unit")
    assert code == 2 and "role" in err


def test_the_page_needs_no_network_and_holds_every_plan(call: Call, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    assert call("compare", *THREE, "--output-format", "html", "--output", str(target))[0] == 0
    page = target.read_text("utf-8")
    assert not re.search(r"(?:src|href)=|@import|url\(", page)
    assert page.count("<svg") > 10 and "var(--bad)" in page
    assert all(name in page for name in ("新邵县2024", "石鼓区2024", "鹤城区2024"))


@pytest.mark.skipif(shutil.which("chromium") is None, reason="Chromium is not installed")
@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_fits_a_screen_and_a_phone(call: Call, tmp_path: Path, width: int) -> None:
    """The page is laid out by a real browser; nothing but a table's own box may scroll sideways."""
    target = tmp_path / "page.html"
    call("compare", *THREE, "--output-format", "html", "--output", str(target))
    probe = (
        "<script>addEventListener('load',()=>{const w=document.documentElement.scrollWidth;"
        "const t=[...document.querySelectorAll('svg text')].map(e=>e.getBoundingClientRect());"
        "const s=Math.min(...t.map(r=>r.height));"
        "document.title=`width ${w} of ${innerWidth}, text ${s}`})</script>"
    )
    target.write_text(target.read_text("utf-8").replace("</body>", f"{probe}</body>"), "utf-8")
    shown = subprocess.run(
        [
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            f"--user-data-dir={tmp_path / 'profile'}", f"--window-size={width},900", "--dump-dom", target.as_uri(),
        ],
        capture_output=True, encoding="utf-8", timeout=120, check=True,
    )  # fmt: skip
    found = re.search(r"<title>width (\d+) of (\d+), text ([\d.]+)", shown.stdout)
    assert found is not None
    assert int(found[1]) <= int(found[2])
    assert float(found[3]) >= 10


def test_a_tree_of_one_indicator_and_of_one_plan(call: Call) -> None:
    code, out, _ = call("tree", *THREE, "--indicator", "规模工业增加值")
    assert code == 0
    assert "└── 石鼓区2024 增长7.5%左右 =与衡阳持平" in out
    assert "邵阳市2024 没有方案" in out
    code, out, _ = call("tree", THREE[1], "--no-units")
    assert "── (一) 产业培塑行动" in out and "牵头：" not in out
    code, out, _ = call("tree", THREE[1], "--output-format", "json")
    (tree,) = json.loads(out)["trees"]
    assert (tree["kind"], tree["children"][0]["kind"]) == ("plan", "goals")
    code, out, _ = call("tree", THREE[1], "--output-format", "markdown")
    assert out.startswith("- [石鼓区实施")
