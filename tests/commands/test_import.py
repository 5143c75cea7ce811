from __future__ import annotations

import json
from pathlib import Path

import pytest

from planspec.cli import run

PLAN = (Path(__file__).parents[1] / "data" / "issued-plan.txt").read_text("utf-8")


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, "utf-8")
    return path


def test_a_document_becomes_a_folder_that_lints(
    document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert run(["import", str(document), str(out)]) == 0
    assert sorted(path.name for path in out.iterdir()) == ["01-industry.yaml", "plan.yaml"]
    said = capsys.readouterr().err
    assert "1个行动" in said
    assert "0处没有归入" in said
    assert run(["lint", str(out), "--no-cache", "--select", "FMT"]) == 0


def test_an_existing_file_is_kept_unless_forced(
    document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "plan.yaml").write_text("mine", "utf-8")
    assert run(["import", str(document), str(out)]) == 2
    assert "已经存在" in capsys.readouterr().err
    assert (out / "plan.yaml").read_text("utf-8") == "mine"
    assert not (out / "01-industry.yaml").exists()
    assert run(["import", str(document), str(out), "--force"]) == 0


def test_the_account_names_every_line(document: Path, tmp_path: Path) -> None:
    report = tmp_path / "coverage.json"
    assert run(["import", str(document), str(tmp_path / "out"), "--report", str(report)]) == 0
    account = json.loads(report.read_text("utf-8"))
    lines = {entry["line"] for entry in account["mapped"]}
    assert lines == {n for n, line in enumerate(PLAN.split("\n"), 1) if line.strip()}
    assert account["unmapped"] == []


def test_a_place_that_the_title_does_not_tell_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("某地方案\n一、目标\n增长5%。\n", "utf-8")
    assert run(["import", str(path), str(tmp_path / "out")]) == 2
    assert "--jurisdiction" in capsys.readouterr().err
    assert run(["import", str(path), str(tmp_path / "out"), "--jurisdiction", "新邵县"]) == 0


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [("x.doc", b"x", "不认识的文件格式"), ("x.txt", b"", "空的"), ("x.txt", b"\0\1\2", "不是")],
)
def test_what_cannot_be_read_is_told(
    name: str, data: bytes, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert run(["import", str(path), str(tmp_path / "out")]) == 2
    assert words in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
