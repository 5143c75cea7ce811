"""Fixes: what those of a run's findings make of its plans. Nothing is written here."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import msgspec

from planspec.lint.engine import judge
from planspec.lint.guard import content_of
from planspec.lint.result import Result
from planspec.lint.rounds import Files, Rounds, View, offers_fix
from planspec.lint.settings import Selection, Settings
from planspec.model import load_plan
from planspec.registry import Registry
from planspec.rules import ALL
from planspec.source import load_bytes
from planspec.source.diagnostic import Diagnostic
from planspec.source.errors import PlanspecError
from planspec.source.file import SourceFile, read_bytes
from planspec.source.message import Message


class Refusal(msgspec.Struct, frozen=True):
    """A fix that is not applied, and why."""

    diagnostic: Diagnostic
    reason: Message


class Change(msgspec.Struct, frozen=True):
    """A file's content before and after."""

    shown: str
    path: Path
    old: bytes
    new: bytes


class Mending(msgspec.Struct, frozen=True):
    """What the fixes of a run come to."""

    changes: tuple[Change, ...]
    mended: tuple[Diagnostic, ...]
    """The findings that go, as they stood before."""
    refused: tuple[Refusal, ...]


def mend(result: Result, settings: Settings, registry: Registry, *, unsafe: bool = False) -> Mending:
    """Return what the fixes of a run's findings make of its plans; `unsafe` takes those to be checked, too."""
    owners = {file: plan.files[0] for plan in reversed(result.plans) for file in plan.files}
    plans: dict[str, list[Diagnostic]] = {}
    for one in result.diagnostics:
        if one.file in owners and offers_fix(one, unsafe):
            plans.setdefault(owners[one.file], []).append(one)
    changes: dict[Path, Change] = {}
    mended: list[Diagnostic] = []
    refused: list[Refusal] = []
    for root, wanted in sorted(plans.items()):
        selection = Selection(ALL, options=settings.for_path(root).options)
        known = {path: change.new for path, change in changes.items()}
        try:
            rounds = Rounds(partial(_look, root, selection, registry), known, wanted, unsafe)
        except PlanspecError:  # it cannot be read any more, which the next run says
            continue
        rounds.run()
        mended += rounds.mended
        refused += (Refusal(one, reason) for one, reason in rounds.refused)
        for shown, path in rounds.first.names.items():
            old, new = rounds.first.files[path], rounds.now.files[path]
            if new != old:
                changes[path] = Change(shown, path, changes[path].old if path in changes else old, new)
    return Mending(
        tuple(sorted(changes.values(), key=lambda change: change.shown)),
        tuple(sorted(mended, key=lambda one: one.sort_key)),
        tuple(sorted(refused, key=lambda refusal: refusal.diagnostic.sort_key)),
    )


def _look(root: str, selection: Selection, registry: Registry, known: Files) -> View:
    """Lint a plan, some of whose files have the content that is `known`, by every rule."""
    read_so_far: dict[Path, bytes] = {}

    def read(path: Path, shown: str) -> SourceFile:
        read_so_far[path] = known[path] if path in known else read_bytes(path, shown)
        return load_bytes(read_so_far[path], path, shown)

    files = load_plan(Path(root), root, read)
    try:
        content = content_of(file.root.plain for file in files.files if file.root is not None)
        names = {file.shown: file.path for file in files.files}
        return View(judge(files, selection, registry).diagnostics, content, names, read_so_far)
    finally:
        files.release()
