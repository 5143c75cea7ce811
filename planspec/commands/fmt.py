"""`planspec fmt`: spec files in canonical form, ids written where tasks have none."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planspec.canonical import canonical
from planspec.commands.answer import Answer
from planspec.commands.writing import write_all
from planspec.lint.discovery import discover, sniff
from planspec.schema import Kind
from planspec.source import load_file
from planspec.source.errors import PlanspecError
from planspec.source.message import Template
from planspec.source.nodes import Mapping

if TYPE_CHECKING:
    from planspec.report import Language

OTHER = Template(
    zh="{file}：不是方案文件（最上层没有 planspec 或 action），没有改动\n",
    en="{file}: no spec (its top level has neither “planspec” nor “action”); it was left as it is\n",
)
DONE = Template(
    zh="整理了{changed}个文件，{same}个无需改动\n",
    en="{changed} files formatted, {same} left as they were\n",
)
WOULD = Template(
    zh="有{changed}个文件需要整理，{same}个无需改动\n",
    en="{changed} files would be formatted, {same} are fine\n",
)


def fmt(paths: Sequence[Path], *, check: bool, diff: bool, ids: bool, language: Language) -> Answer:
    """Format every spec file at or below `paths`; with `check` or `diff` write nothing and exit with 1 on a change."""
    changed: dict[Path, str | bytes] = {}
    same = 0
    aside: list[str] = []
    patch: list[str] = []
    failed = False
    for path in _files(paths or (Path(),)):
        file = load_file(path)
        if isinstance(file.root, Mapping) and not {"planspec", "action"} & file.root.entries.keys():
            aside.append(OTHER(file=file.shown).text(language))
            failed = True
            continue
        kind: Kind = "action" if _is_action(file.root) else "plan"
        try:
            text = canonical(file, kind, ids=ids)
        except PlanspecError as error:
            aside.append(error.message.text(language) + "\n")
            failed = True
            continue
        if text == file.text:
            same += 1
            continue
        changed[path] = text
        if diff:
            old, new = file.text.splitlines(keepends=True), text.splitlines(keepends=True)
            patch.extend(difflib.unified_diff(old, new, file.shown, file.shown))
    dry = check or diff
    if not dry:
        write_all(changed)
    template = WOULD if dry else DONE
    aside.append(template(changed=len(changed), same=same).text(language))
    if check and not diff:
        patch = [f"{path.as_posix()}\n" for path in changed]
    code = 2 if failed else 1 if dry and changed else 0
    return Answer("".join(patch), code, aside="".join(aside))


def _files(paths: Sequence[Path]) -> list[Path]:
    """Return the plan and action files: those named, and all below the folders named."""
    named = [path for path in paths if path.is_file()]
    folders = [path for path in paths if not path.is_file()]
    found = discover(folders) if folders else None
    files = {path.resolve(): path for path in named}
    if found is not None:
        plans, actions = sniff(found.others, ())
        for one in (*found.plans, *plans, *actions):
            files.setdefault(Path(one.path).resolve(), Path(one.path))
    return sorted(files.values())


def _is_action(root: object) -> bool:
    return isinstance(root, Mapping) and "action" in root.entries and "planspec" not in root.entries
