"""Writes the pages of docs/ that planspec itself can write: `make docs`.

Each page is the output of one command, so that it says what is true now; a test compares them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
HUNAN = "specs/hunan"

COMPARE = ("compare", "--by", "indicator", "--output-format", "markdown", "--link-base", "../../")
DIFF = ("diff", "--quiet", "--link-base", "../../")
PAGES: dict[str, Sequence[str]] = {
    "docs/examples/compare-shigu-2024.md": (
        *COMPARE, f"{HUNAN}/2024", f"{HUNAN}/hengyang/2024", f"{HUNAN}/hengyang/shigu/2024",
    ),
    "docs/examples/compare-yueyang-2025.md": (
        *COMPARE, "specs/nation/2025", f"{HUNAN}/2025", f"{HUNAN}/yueyang/2025",
    ),
    "docs/examples/compare-jishou-2023.md": (
        *COMPARE, "specs/nation/2023", f"{HUNAN}/2023", f"{HUNAN}/xiangxi/jishou/2023",
    ),
    "docs/examples/compare-counties-2024.md": (
        "compare", "--output-format", "markdown", "--link-base", "../../",
        f"{HUNAN}/shaoyang/xinshao/2024", f"{HUNAN}/hengyang/shigu/2024", f"{HUNAN}/huaihua/hecheng/2024",
    ),
    "docs/examples/diff-jishou-2023-shigu-2024.md": (
        *DIFF, f"{HUNAN}/xiangxi/jishou/2023", f"{HUNAN}/hengyang/shigu/2024",
    ),
    "docs/examples/diff-shigu-2024-yueyang-2025.md": (
        *DIFF, f"{HUNAN}/hengyang/shigu/2024", f"{HUNAN}/yueyang/2025",
    ),
    "docs/examples/diff-xinshao-2024-shigu-2024.md": (
        *DIFF, f"{HUNAN}/shaoyang/xinshao/2024", f"{HUNAN}/hengyang/shigu/2024",
    ),
}  # fmt: skip
"""Pages by path, and the command that writes each."""


def generate(folder: Path = ROOT) -> list[Path]:
    """Write all pages below `folder`; return their paths there."""
    from planspec.cli import run

    os.chdir(ROOT)  # paths in the pages are relative to the repository
    written = []
    for name, words in PAGES.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        code = run([*words, "--output", os.fspath(target)])
        if code > 1:
            raise SystemExit(code)
        written.append(target)
    return written


if __name__ == "__main__":
    generate(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
