"""From paths to plans: which files are the roots of plans, in a fixed order, none twice."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

from planspec.source.errors import PlanspecError
from planspec.source.file import MAX_BYTES, UNREADABLE, why
from planspec.source.message import Message, Template

_SKIPPED_FOLDERS: Final = frozenset({"node_modules", "__pycache__", "venv", "dist", "build"})
_HEAD: Final = (
    rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\{\s*)?[\"']?%s[\"']?[ \t]*(?::|\xef\xbc\x9a|\xa3\xba)"
)
"""A key that starts a line in UTF-8, UTF-16 (without its zero bytes) or GBK; its colon may be full-width."""
_PLAN_HEAD: Final = re.compile(_HEAD % b"planspec", re.M)
_ACTION_HEAD: Final = re.compile(_HEAD % b"action", re.M)
_ROOT_NAMES: Final = ("plan.yaml", "plan.yml")
_HEAD_BYTES: Final = 65536

NOT_THERE = Template(zh="{path}：没有这个文件或文件夹", en="{path}: no such file or folder")
NOT_THERE_HINT = Message(
    zh="请检查路径；不写路径时检查当前文件夹", en="Check the path; without one, the current folder is linted"
)
NO_PLANS = Template(
    zh="{paths}：没有找到方案（名为 plan.yaml 或以“planspec: 1”开头的 YAML 文件）",
    en="{paths}: no plan found (a YAML file named plan.yaml or with the key “planspec”)",
)
NO_PLANS_HINT = Message(
    zh="可用 planspec init 生成一份样例方案", en="planspec init writes a small plan to start from"
)
NOT_YAML = Template(
    zh="{path}：不是 YAML 文件（.yaml 或 .yml）", en="{path}: not a YAML file (.yaml or .yml)"
)


BAD_NAME = Message(
    zh="文件名不是 UTF-8 编码，多半来自旧的压缩包；请改名",
    en="its name is not UTF-8, as in old archives; rename it",
)


class NoPlansError(PlanspecError):
    """There are files, but no plan among them."""


class Found(msgspec.Struct, frozen=True, order=True):
    """The root file of a plan: how it is shown, and where it is."""

    shown: str
    path: str


class Discovery(msgspec.Struct, frozen=True):
    """What a walk found: files that are plans by name or by request, and other YAML files."""

    plans: tuple[Found, ...]
    others: tuple[Found, ...]
    unreadable: tuple[tuple[str, Message], ...] = ()
    """Folders that could not be looked into, and why."""


def discover(paths: Sequence[Path], excluded: Callable[[str], bool] = lambda _: False) -> Discovery:
    """Return the plans at or below `paths`, sorted; raises PlanspecError when there can be none.

    Files found in a folder are left out if `excluded` says so; a file that is named is not asked about.
    A file in a folder that is not named plan.yaml is not opened here: most are included by a plan,
    and `sniff` looks at those that are not.
    """
    roots: dict[str, Found] = {}
    others: dict[str, Found] = {}
    unreadable: dict[str, Message] = {}
    folders: dict[str, str] = {}
    for path in paths:
        if not _utf8(str(path)):
            raise PlanspecError(UNREADABLE(path=_legible(path.as_posix()), reason=BAD_NAME))
        try:
            folder = stat.S_ISDIR(path.stat().st_mode)
        except (OSError, ValueError) as error:
            raise PlanspecError(NOT_THERE(path=path.as_posix()), NOT_THERE_HINT) from error
        if folder:
            for file in _walk(path, excluded, unreadable):
                _add(roots if file.name in _ROOT_NAMES else others, file, folders)
        elif path.suffix.lower() not in (".yaml", ".yml"):
            raise PlanspecError(NOT_YAML(path=path.as_posix()))
        elif path.name not in _ROOT_NAMES and (kind := _kind(path)) != "plan":
            owner = _plan_of(path) if kind == "action" else _plan_beside(path)
            _add(others if owner is None and kind == "action" else roots, owner or path, folders)
        else:
            _add(roots, path, folders)
    discovery = Discovery(
        tuple(sorted(roots.values())),
        tuple(sorted(other for real, other in others.items() if real not in roots)),
        tuple(sorted(unreadable.items())),
    )
    if not roots and not unreadable and not any(_kind(Path(other.path)) for other in discovery.others):
        raise NoPlansError(NO_PLANS(paths="、".join(sorted({p.as_posix() for p in paths}))), NO_PLANS_HINT)
    return discovery


def sniff(others: Sequence[Found], included: Collection[str]) -> tuple[list[Found], list[Found]]:
    """Return, of the files that no plan includes, those that are plans and those that are actions."""
    plans: list[Found] = []
    actions: list[Found] = []
    # Most are included under the very path they were found by; only the rest is worth resolving.
    left = [other for other in others if other.path not in included]
    real = {os.path.realpath(path) for path in included} if left else set()
    for other in left:
        if os.path.realpath(other.path) not in real:
            kind = _kind(Path(other.path))
            if kind is not None:
                (plans if kind == "plan" else actions).append(other)
    return plans, actions


def _add(found: dict[str, Found], path: Path, folders: dict[str, str]) -> None:
    one = Found(path.as_posix(), str(path))
    real = _real(one.path, folders)
    # A file with several names bears the first in the alphabet, whatever the order of the arguments.
    found[real] = min(one, found.get(real, one))


def _real(path: str, folders: dict[str, str]) -> str:
    """Return the real path of a file; `folders` keeps those of folders, as each would be resolved often."""
    folder, name = os.path.split(path)
    if folder not in folders:
        folders[folder] = os.path.realpath(folder)
    real = os.path.join(folders[folder], name)  # noqa: PTH118
    return os.path.realpath(real) if os.path.islink(real) else real  # noqa: PTH114


def _walk(folder: Path, excluded: Callable[[str], bool], unreadable: dict[str, Message]) -> Iterator[Path]:
    """Yield the YAML files below a folder; links to folders are not followed, so none loops."""

    def failed(error: OSError) -> None:
        unreadable[Path(str(error.filename)).as_posix()] = why(error)

    def named(name: str) -> bool:
        if _utf8(name):
            return True
        unreadable[Path(place, _legible(name)).as_posix()] = BAD_NAME
        return False

    for place, folders, names in os.walk(folder, onerror=failed):
        folders[:] = sorted(f for f in folders if f[0] != "." and f not in _SKIPPED_FOLDERS and named(f))
        for name in sorted(names):
            if name.endswith((".yaml", ".yml")) and name[0] != "." and named(name):
                path = Path(place, name)
                if not excluded(path.as_posix()):
                    yield path


def _utf8(name: str) -> bool:
    """Say whether a file's name can be written down; one in another encoding cannot."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _legible(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "replace")


def _kind(path: Path) -> str | None:
    """Say what a YAML file found in a folder is: a plan, an action, or none of ours."""
    if path.name in _ROOT_NAMES:
        return "plan"
    head = _read(path, _HEAD_BYTES).replace(b"\0", b"")
    if _PLAN_HEAD.search(head):
        return "plan"
    return "action" if _ACTION_HEAD.search(head) else None


def _plan_of(path: Path) -> Path | None:
    """Return the plan that includes an action file: beside it, or up to two folders above."""
    above = path.parent
    for _ in range(3):
        inside = os.path.relpath(path, above).replace(os.sep, "/")
        name = re.escape(os.fsencode(inside))
        include = re.compile(rb"include\s*:\s*[\"']?(?:\./)?" + name + rb"[\s\"',}]")
        for root in (above / one for one in _ROOT_NAMES):
            if include.search(_read(root, MAX_BYTES) + b"\n"):
                return root
        above = Path(os.path.normpath(above / ".."))
    return None


def _plan_beside(path: Path) -> Path | None:
    """Return the plan whose baseline a file is; None for any other file."""
    if not path.name.endswith("baseline.yaml"):
        return None
    # Baselines know the rules, and all rules take longer to import than it takes to find plans.
    from planspec.lint.baseline import baseline_path

    stem = path.name.removesuffix("baseline.yaml").removesuffix(".")
    roots = [f"{stem}.yaml", f"{stem}.yml"] if stem else _ROOT_NAMES
    return next(
        (root for name in roots if baseline_path(root := path.with_name(name)) == path and root.is_file()),
        None,
    )


def _read(path: Path, most: int) -> bytes:
    """Return the first bytes of a file; none of what cannot be read or is no regular file."""
    try:
        if stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for ever
            with path.open("rb") as stream:
                return stream.read(most)
    except OSError:
        pass
    return b""
