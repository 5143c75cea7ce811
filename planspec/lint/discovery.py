"""From paths to plans: which files are the roots of plans, in a fixed order, none twice."""

from __future__ import annotations

import os
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

import msgspec

from planspec.source.errors import PlanspecError
from planspec.source.message import Message, Template

_SKIPPED_FOLDERS: Final = frozenset({"node_modules", "__pycache__", "venv", "dist", "build"})
_PLAN_HEAD: Final = re.compile(rb"^(?:\xef\xbb\xbf)?planspec\s*(?::|\xef\xbc\x9a)", re.M)
_ACTION_HEAD: Final = re.compile(rb"^(?:\xef\xbb\xbf)?action\s*(?::|\xef\xbc\x9a)", re.M)
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


class Found(msgspec.Struct, frozen=True, order=True):
    """The root file of a plan: how it is shown, and where it is."""

    shown: str
    path: str


class Discovery(msgspec.Struct, frozen=True):
    """What a walk found: files that are plans by name or by request, and other YAML files."""

    plans: tuple[Found, ...]
    others: tuple[Found, ...]


def discover(paths: Sequence[Path], exclude: Sequence[str] = ()) -> Discovery:
    """Return the plans at or below `paths`, sorted; raises PlanspecError when there can be none.

    A file in a folder that is not named plan.yaml is not opened here: most are included by a plan,
    and `sniff` looks at those that are not.
    """
    roots: dict[str, Found] = {}
    others: dict[str, Found] = {}
    for path in paths:
        if not path.exists():
            raise PlanspecError(NOT_THERE(path=path.as_posix()), NOT_THERE_HINT)
        if path.is_dir():
            for file in _walk(path, exclude):
                _add(roots if file.name in _ROOT_NAMES else others, file)
        else:
            if path.suffix.lower() not in (".yaml", ".yml"):
                raise PlanspecError(NOT_YAML(path=path.as_posix()))
            owner = _plan_of(path)
            _add(roots, owner if owner is not None else path)
    discovery = Discovery(
        tuple(sorted(roots.values())), tuple(sorted(v for k, v in others.items() if k not in roots))
    )
    if not roots and not any(_kind(Path(other.path)) for other in discovery.others):
        raise PlanspecError(NO_PLANS(paths="、".join(p.as_posix() for p in paths)), NO_PLANS_HINT)
    return discovery


def sniff(others: Sequence[Found], included: Container[str]) -> tuple[list[Found], list[Found]]:
    """Return, of the files that no plan includes, those that are plans and those that are actions."""
    plans: list[Found] = []
    actions: list[Found] = []
    for other in others:
        if os.path.realpath(other.path) not in included:
            kind = _kind(Path(other.path))
            if kind is not None:
                (plans if kind == "plan" else actions).append(other)
    return plans, actions


def _add(found: dict[str, Found], path: Path) -> None:
    found.setdefault(os.path.realpath(path), Found(path.as_posix(), str(path)))


def _walk(folder: Path, exclude: Sequence[str]) -> Iterator[Path]:
    """Yield the YAML files below a folder; links to folders are not followed, so none loops."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in _SKIPPED_FOLDERS)
        for name in sorted(names):
            if name.endswith((".yaml", ".yml")) and not name.startswith("."):
                path = Path(place, name)
                if not _excluded(path.as_posix(), exclude):
                    yield path


def _excluded(shown: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(shown, p) or fnmatchcase(shown, f"{p.rstrip('/')}/*") for p in patterns)


def _kind(path: Path) -> str | None:
    """Say what a YAML file found in a folder is: a plan, an action, or none of ours."""
    if path.name in _ROOT_NAMES:
        return "plan"
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD_BYTES)
    except OSError:
        return None
    if _PLAN_HEAD.search(head):
        return "plan"
    return "action" if _ACTION_HEAD.search(head) else None


def _plan_of(path: Path) -> Path | None:
    """Return the plan that includes an action file: beside it, or in a folder above."""
    if path.name in _ROOT_NAMES or _kind(path) != "action":
        return None
    for folder in (path.parent, *path.parents[1:3]):
        for name in _ROOT_NAMES:
            root = folder / name
            if root.is_file() and path.name.encode() in root.read_bytes():
                return root
    return None
