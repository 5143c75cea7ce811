"""`planspec git-diff`: what git calls in place of its own diff of one file.

git hands over the file's path and two temporary copies of its content. The rest of the plan is taken from the
working tree on both sides, so that only what changed in this file shows.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from planspec.commands.answer import Answer
from planspec.commands.diff import compare
from planspec.commands.sides import Side
from planspec.diff import Mode
from planspec.model import Plan, build_plan, load_plan
from planspec.model.load import includes_of
from planspec.registry import builtin
from planspec.report import Look
from planspec.report.difference import FORMATS
from planspec.source import load_file
from planspec.source.edits import difference
from planspec.source.errors import PlanspecError
from planspec.source.file import SourceFile

_ROOTS: Final = ("plan.yaml", "plan.yml")
_HEIGHT: Final = 2
"""Folders above an action file in which its plan may lie."""


def git_diff(path: Path, old: Path, new: Path, look: Look) -> Answer:
    """Return the difference in meaning; line by line where the file is new, gone, or no part of a plan.

    The exit code is 0 whatever changed: git takes another for a failure.
    """
    head = f"diff --planspec a/{path.as_posix()} b/{path.as_posix()}\n"
    root = _root(path)
    if root is not None and old.is_file() and new.is_file():
        try:
            before, after = (_plan(root, path, content) for content in (old, new))
        except PlanspecError:  # one cannot be read at all: lines can still be shown
            before = after = None
        if before is not None and after is not None:
            sides = Side("a", (before,)), Side("b", (after,))
            found = compare(sides, Mode.VERSIONS)
            return Answer(head + FORMATS["text"](found, look))
    texts = [
        content.read_bytes().decode("utf-8", "replace") if content.is_file() else "" for content in (old, new)
    ]
    return Answer(head + difference(texts[0], texts[1], path.as_posix()))


def _root(path: Path) -> Path | None:
    """Return the root file of the plan that a file belongs to: itself, or one above that includes it."""
    if path.name in _ROOTS:
        return path
    folder = path.parent
    for _ in range(_HEIGHT):
        for name in _ROOTS:
            root = folder / name
            if root.is_file() and _includes(root, path):
                return root
        folder = folder.parent
    return path if path.is_file() and "planspec:" in _first_lines(path) else None


def _includes(root: Path, path: Path) -> bool:
    try:
        return any(file.resolve() == path.resolve() for file in includes_of(root))
    except PlanspecError:
        return False


def _first_lines(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(4096).decode("utf-8", "replace")


def _plan(root: Path, path: Path, content: Path) -> Plan | None:
    """Return the plan with the content of one file replaced; None where it cannot be read whole."""
    wanted = path.resolve()

    def read(file: Path, shown: str) -> SourceFile:
        if file.resolve() != wanted:
            return load_file(file, shown)
        loaded = load_file(content, shown)
        loaded.path = file
        return loaded

    files = load_plan(root, root.as_posix(), read)
    if not files.complete or any(file.faults for file in files.files):
        return None
    return build_plan(files, builtin())
