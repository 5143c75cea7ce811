"""The pages of docs/examples are what planspec says now."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def test_the_committed_examples_are_current(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("PLANSPEC_LANG", raising=False)
    written = runpy.run_path(str(ROOT / "docs" / "generate.py"))["generate"](tmp_path)
    stale = [
        path.relative_to(tmp_path).as_posix()
        for path in written
        if path.read_text("utf-8") != (ROOT / path.relative_to(tmp_path)).read_text("utf-8")
    ]
    assert stale == [], "run `make docs`"
