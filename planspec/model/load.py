"""From a path to the files of a plan: the root and what it includes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import TypeAlias

import msgspec

from planspec.source import load_file, load_text
from planspec.source.errors import PlanspecError
from planspec.source.file import Fault, SourceFile, UnreadableError
from planspec.source.message import Template
from planspec.source.nodes import Mapping, Scalar, Sequence

MISSING = Template(
    zh="引入的文件“{path}”不存在或无法读取（{reason}），其中的行动没有检查；请检查路径，路径从本文件所在的文件夹算起",
    en="Included file “{path}” is missing or unreadable ({reason}), so its action was not judged; "
    "the path is relative to this file's folder",
)
OUTSIDE = Template(
    zh="引入的路径“{path}”在方案文件夹之外；行动文件应与 plan.yaml 放在同一文件夹或其下级文件夹",
    en="Included path “{path}” lies outside the plan's folder; keep action files beside or below plan.yaml",
)
LOOP = Template(
    zh="文件“{path}”引入了方案自身，成了循环；include 只能指向行动文件",
    en="“{path}” is the plan itself, which makes a loop; include action files only",
)
TWICE = Template(
    zh="文件“{path}”被引入了两次；同一行动只应引入一次",
    en="“{path}” is included twice; include each action once",
)
NOT_ACTION = Template(
    zh="引入的文件“{path}”不是行动文件：最上层没有 action 键（行动名称）",
    en="Included file “{path}” is not an action: its top level has no key “action”",
)
NESTED = Template(
    zh="行动文件不能再引入其他文件；请把 include 写进 plan.yaml 的 actions",
    en="An action file cannot include others; put the include under “actions” of plan.yaml",
)


Reader: TypeAlias = Callable[[Path, str], SourceFile]
"""Reads a file under the name it is shown by; raises PlanspecError when it cannot be read."""


class PlanFiles(msgspec.Struct, eq=False):
    """The root file of a plan and, by the include's path as written, the action files."""

    root: SourceFile
    included: dict[str, SourceFile]
    missing: list[Path]
    """Includes that could not be read."""
    complete: bool = True
    """False when an include is missing or a file has broken lines: absence proves nothing then."""

    @property
    def files(self) -> tuple[SourceFile, ...]:
        """The root first, then the included files in their order."""
        return (self.root, *self.included.values())

    def release(self) -> None:
        """Break the reference cycles between files and nodes, so that memory is freed at once."""
        for file in self.files:
            file.release()


def load_plan(path: Path, shown: str | None = None, read: Reader = load_file) -> PlanFiles:
    """Read a plan and its includes; raises PlanspecError when the root cannot be read.

    `read` may give a file another content than it has: as an editor holds it, or as a fix would leave it.
    """
    return _with_includes(read(path, shown or path.as_posix()), read)


def load_plan_text(text: str, shown: str = "<text>") -> PlanFiles:
    """Read a plan from a text; its includes are looked up beside the current folder's files."""
    return _with_includes(load_text(text, shown), load_file)


def _with_includes(root: SourceFile, read: Reader) -> PlanFiles:
    files = PlanFiles(root, {}, [])
    folder = root.path.parent
    seen = {_identity(root.path)} - {None}
    shown_folder = PurePosixPath(root.shown).parent
    for node in includes(root):
        written = node.text
        parts = PurePosixPath(written).parts
        if PurePosixPath(written).is_absolute() or ".." in parts or "\\" in written or "\0" in written:
            root.faults.append(Fault("FMT004", node.span, OUTSIDE(path=written)))
            files.complete = False
            continue
        path = folder / written
        identity = _identity(path)
        if identity in seen:
            again = LOOP if identity == _identity(root.path) else TWICE
            root.faults.append(Fault("FMT004", node.span, again(path=written)))
            continue
        try:
            file = read(path, (shown_folder / written).as_posix())
        except PlanspecError as error:
            reason = error.reason if isinstance(error, UnreadableError) else error.message
            root.faults.append(Fault("FMT004", node.span, MISSING(path=written, reason=reason)))
            files.missing.append(path)
            files.complete = False
            continue
        seen.add(identity)
        files.included[written] = file
        top = file.root
        if isinstance(top, Mapping):
            if "action" not in top.entries and not file.faults:
                root.faults.append(Fault("FMT004", node.span, NOT_ACTION(path=written)))
            if "include" in top.keys:
                file.faults.append(Fault("FMT004", top.key_span("include"), NESTED()))
        elif not file.faults:
            root.faults.append(Fault("FMT004", node.span, NOT_ACTION(path=written)))
    if any(fault.code == "FMT001" for file in files.files for fault in file.faults):
        files.complete = False
    return files


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what is the same for every name of one file; None when there is no such file."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino


def includes(root: SourceFile) -> list[Scalar]:
    """Return the paths of the files that the entries of `actions` include."""
    top = root.root
    if not isinstance(top, Mapping):
        return []
    actions = top.entries.get("actions")
    if not isinstance(actions, Sequence):
        return []
    found = []
    for entry in actions.items:
        if isinstance(entry, Mapping):
            node = entry.entries.get("include")
            if isinstance(node, Scalar) and isinstance(node.plain, str) and node.plain:
                found.append(node)
    return found


def includes_of(root: Path) -> list[Path]:
    """Return the files that the plan at `root` includes and that can be read."""
    return [file.path for file in load_plan(root).files[1:]]
