"""Plans as they were in a git revision: read from the repository's objects, never checked out.

Only YAML files are taken, and only below the paths asked for. The working tree is not touched, and a file
of an old revision is shown as REV:path.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Final

from planspec.source.errors import PlanspecError
from planspec.source.file import MAX_BYTES
from planspec.source.message import Message, Template

NO_GIT = Message("没有找到 git，无法读取版本", "git was not found, so no revision can be read")
NO_GIT_HINT = Message("请安装 git，或直接比较两个文件夹", "Install git, or compare two folders instead")
NO_REPOSITORY = Template(zh="{path}：不在 git 仓库里", en="{path}: not in a git repository")
UNKNOWN = Template(zh="没有版本“{revision}”", en="There is no revision “{revision}”")
SHALLOW_HINT = Template(
    zh="这是浅克隆，旧版本没有取下来；请先运行 {command}",
    en="This is a shallow clone that lacks older revisions; run {command}",
)
UNRELATED = Template(zh="“{one}”和“{two}”没有共同的版本", en="“{one}” and “{two}” have no revision in common")
UNKNOWN_HINT = Message("git log --oneline 列出版本", "git log --oneline lists revisions")
FAILED = Template(zh="git 出错：{reason}", en="git failed: {reason}")

_UNSHALLOW: Final = "git fetch --unshallow"
_COMMIT: Final = re.compile("[0-9a-f]{7,40}")
_NAME: Final = re.compile(r"[^~^@{}]+")
_SUFFIXES: Final = (".yaml", ".yml")
_REGULAR: Final = ("100644", "100755")


class Repository:
    """The git repository that holds a path."""

    def __init__(self, path: Path) -> None:
        """Raise PlanspecError when there is no git, or the path lies in no repository."""
        folder = path if path.is_dir() else path.parent
        top = _git(folder, "rev-parse", "--show-toplevel")
        if top is None:
            raise PlanspecError(NO_REPOSITORY(path=path))
        self.top = Path(top.decode().rstrip("\n"))

    def has(self, revision: str) -> bool:
        """Say whether a revision is known."""
        return self._commit(revision) is not None

    def commit(self, revision: str) -> str:
        """Return the id of a revision's commit; raise PlanspecError when there is none, a hint for shallow clones."""
        found = self._commit(revision)
        if found is not None:
            return found
        raise PlanspecError(UNKNOWN(revision=revision), self.shallow_hint(revision) or UNKNOWN_HINT)

    def shallow_hint(self, revision: str = "") -> Message | None:
        """Return what to run so that a revision is there; None where the clone is whole."""
        if _git(self.top, "rev-parse", "--is-shallow-repository") != b"true\n":
            return None
        remotes = (_git(self.top, "remote") or b"").decode().split()
        return SHALLOW_HINT(command=_fetch(revision, remotes[0] if remotes else "origin"))

    def merge_base(self, one: str, two: str) -> str:
        """Return the commit that two revisions come from."""
        found = _git(self.top, "merge-base", self.commit(one), self.commit(two))
        if found is None:
            raise PlanspecError(UNRELATED(one=one, two=two), self.shallow_hint())
        return found.decode().strip()

    def _commit(self, revision: str) -> str | None:
        if not revision or revision.startswith("-"):
            return None
        found = _git(self.top, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        return found.decode().strip() if found is not None else None

    def inside(self, path: Path) -> str:
        """Return a path as the repository knows it, "." for its top."""
        return Path(os.path.relpath(path.resolve(), self.top.resolve())).as_posix()

    @contextmanager
    def at(self, revision: str, paths: Sequence[str]) -> Iterator[Path]:
        """Yield a folder that holds the YAML files of a revision below `paths`, until the block ends."""
        commit = self.commit(revision)
        with tempfile.TemporaryDirectory(prefix="planspec-") as name:
            folder = Path(name)
            for path in paths:
                self._extract(commit, path, folder)
            yield folder

    def _extract(self, commit: str, path: str, folder: Path) -> None:
        listed = _git(self.top, "ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", path)
        names: list[str] = []
        objects: list[bytes] = []
        for entry in (listed or b"").split(b"\0"):
            head, tab, raw = entry.partition(b"\t")
            if not tab:
                continue
            mode, _, blob, size = head.split()
            name = os.fsdecode(raw)
            if mode.decode() in _REGULAR and name.endswith(_SUFFIXES) and int(size) <= MAX_BYTES:
                names.append(name)
                objects.append(blob)
        for name, data in zip(names, _blobs(self.top, objects), strict=True):
            target = folder.joinpath(*PurePosixPath(name).parts)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)


def _fetch(revision: str, remote: str) -> str:
    """Return the command that fetches a revision; one that is named by its distance needs the whole history."""
    if _COMMIT.fullmatch(revision):
        return f"git fetch --depth=1 {remote} {revision}"
    if _NAME.fullmatch(revision) is None:
        return _UNSHALLOW
    if revision.startswith(f"{remote}/"):
        branch = revision.removeprefix(f"{remote}/")
        return f"git fetch --depth=1 {remote} {branch}:refs/remotes/{revision}"
    return f"git fetch --depth=1 {remote} {revision}:{revision}"


def _blobs(top: Path, objects: Sequence[bytes]) -> Iterator[bytes]:
    if not objects:
        return
    told = _run(top, "cat-file", "--batch", stdin=b"\n".join(objects) + b"\n")
    out, at = told.stdout, 0
    for _ in objects:
        line = out.index(b"\n", at)
        size = int(out[at:line].split()[2])
        yield out[line + 1 : line + 1 + size]
        at = line + size + 2


def _git(folder: Path, *words: str) -> bytes | None:
    """Return what git says; None where it exits with an error."""
    told = _run(folder, *words)
    return told.stdout if told.returncode == 0 else None


def _run(folder: Path, *words: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["git", "-C", os.fspath(folder), *words],
            input=stdin, capture_output=True, check=False,
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"},
        )  # fmt: skip
    except FileNotFoundError as error:
        raise PlanspecError(NO_GIT, NO_GIT_HINT) from error
    except OSError as error:
        raise PlanspecError(FAILED(reason=error.strerror or str(error))) from error
