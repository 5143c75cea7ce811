"""The two sides of a comparison, as a command line names them: paths, revisions, or both.

A B                 two files or folders; either may be REV:path
REV..REV [PATHS]    two revisions (REV...REV: since they parted)
REV [PATHS]         a revision against the working tree
PATHS               HEAD against the working tree
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from string import hexdigits
from typing import Final

from planspec.commands.plans import NOT_READ
from planspec.commands.revisions import Repository
from planspec.diff.approvals import approvals_path
from planspec.lint.discovery import Found, NoPlansError, discover, sniff
from planspec.model import Plan, PlanFiles, build_plan, load_plan
from planspec.registry import Registry, builtin
from planspec.source import load_file
from planspec.source.errors import PlanspecError
from planspec.source.file import SourceFile
from planspec.source.message import Message, Template

NEITHER = Template(
    zh="“{word}”既不是文件或文件夹，也不是 git 版本",
    en="“{word}” is neither a file or folder nor a git revision",
)
NEITHER_HINT = Message(
    zh="可写：两个路径；版本..版本 路径；版本 路径；版本:路径",
    en="Give two paths; REV..REV PATHS; REV PATHS; or REV:path",
)
NOT_IN = Template(
    zh="版本 {revision} 里没有“{path}”，或其中没有方案",
    en="Revision {revision} has no “{path}”, or no plan in it",
)
TOO_MANY = Message(
    zh="只能比较两边：给了三个或更多路径", en="Two sides can be compared: here are three paths or more"
)


_WHOLE: Final = 40
_SHORT: Final = 10
"""Characters of a commit's id, and of what it is called by."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side: what it is called, and its plans in the order of their paths."""

    label: str
    plans: tuple[Plan, ...]
    held: Mapping[str, SourceFile] = field(default_factory=dict)
    """The approvals beside the plans of a revision, by the name of the plan's root file."""

    def approvals(self, plan: Plan) -> SourceFile | None:
        """Return the approvals beside one of the plans, as they are in its revision or in the working tree."""
        root = plan.files[0]
        found = self.held.get(root.shown)
        if found is not None or not root.path.exists():
            return found
        path = approvals_path(root.path)
        return load_file(path, path.as_posix()) if path.exists() else None


def two_sides(words: Sequence[str], cwd: Path | None = None) -> tuple[Side, Side]:
    """Return the old and the new side that the words name; raise PlanspecError when they name none."""
    cwd = cwd or Path()
    first, rest = (words[0], words[1:]) if words else ("HEAD", ())
    here = cwd / first
    if ".." in first and not here.exists():
        return _range(first, rest, cwd)
    if not here.exists() and ":" not in first and Repository(cwd).has(first):
        return _against(first, rest, cwd)
    if len(words) <= 1:
        return _against("HEAD", words, cwd)
    if len(words) > 2:
        raise PlanspecError(TOO_MANY, NEITHER_HINT)
    return _one(words[0], cwd), _one(words[1], cwd)


def _against(revision: str, words: Sequence[str], cwd: Path) -> tuple[Side, Side]:
    """Return a revision and the working tree; what only one of them has is gone from the other, or new."""
    paths = [cwd / word for word in words] or [cwd]
    for word, path in zip(words, paths, strict=False):
        if not path.exists() and not _revision(revision, [path], cwd).plans:
            raise PlanspecError(NEITHER(word=word), _hint(word, cwd))
    old = _revision(revision, paths, cwd)
    present = [path for path in paths if path.exists()]
    try:
        return old, _working(present)
    except NoPlansError:
        if not old.plans:
            raise
        return old, Side("、".join(path.as_posix() for path in paths), ())


def _range(word: str, rest: Sequence[str], cwd: Path) -> tuple[Side, Side]:
    repository = Repository(cwd)
    dots = "..." if "..." in word else ".."
    old, _, new = word.partition(dots)
    old, new = old or "HEAD", new or "HEAD"
    base = repository.merge_base(old, new) if dots == "..." else old
    paths = [cwd / name for name in rest] or [cwd]
    return _revision(base, paths, cwd, label=old), _revision(new, paths, cwd)


def _one(word: str, cwd: Path) -> Side:
    path = cwd / word
    if path.exists():
        return _working([path])
    revision, colon, name = word.partition(":")
    if colon and revision:
        repository = Repository(cwd)
        inside = name if name.startswith("/") else repository.inside(cwd / name)
        return _extracted(repository, revision, [inside.lstrip("/") or "."], revision, required=True)
    raise PlanspecError(NEITHER(word=word), _hint(word, cwd))


def _hint(word: str, cwd: Path) -> Message:
    """Return what may be written; in a shallow clone a word may well name a revision that was not fetched."""
    try:
        return Repository(cwd).shallow_hint(word) or NEITHER_HINT
    except PlanspecError:
        return NEITHER_HINT


def _working(paths: Sequence[Path]) -> Side:
    """Return the working tree's plans; raise NoPlansError when there are none."""
    registry = builtin()
    return Side("、".join(path.as_posix() for path in paths), tuple(_plans(paths, registry)))


def _revision(revision: str, paths: Sequence[Path], cwd: Path, label: str = "") -> Side:
    repository = Repository(cwd)
    inside = [repository.inside(_root_of(path)) for path in paths]
    return _extracted(repository, revision, inside, label or revision)


def _root_of(path: Path) -> Path:
    """Return the plan that a file of the working tree belongs to; the path itself where there is none."""
    found = discover([path]).plans if path.is_file() and path.suffix in (".yaml", ".yml") else ()
    return Path(found[0].path) if len(found) == 1 else path


def _extracted(
    repository: Repository, revision: str, paths: Sequence[str], label: str, *, required: bool = False
) -> Side:
    """Return a side of a revision; one that had no plan there yet is empty, unless it was named itself."""
    label = label[:_SHORT] if len(label) == _WHOLE and set(label) <= set(hexdigits) else label
    with repository.at(revision, [_with_neighbours(path) for path in paths]) as folder:
        present = [folder / path for path in paths if (folder / path).exists()]
        if required and not present:
            raise PlanspecError(NOT_IN(revision=revision, path=paths[0]))
        try:
            plans = tuple(_plans(present, builtin(), (folder, label))) if present else ()
        except NoPlansError:
            if required:
                raise PlanspecError(NOT_IN(revision=revision, path=paths[0])) from None
            plans = ()
        held = dict(_held(plans, folder, label))
    return Side(label, plans, held)


def _held(plans: Sequence[Plan], folder: Path, label: str) -> Iterator[tuple[str, SourceFile]]:
    """Yield the approvals beside the plans of a revision, while its files are there."""
    for plan in plans:
        path = approvals_path(plan.files[0].path)
        if path.exists():
            yield plan.files[0].shown, load_file(path, _shown(path, folder, label))


def _shown(path: Path, folder: Path, label: str) -> str:
    return f"{label}:{path.resolve().relative_to(folder.resolve()).as_posix()}"


def _with_neighbours(path: str) -> str:
    """Return what has to be read of a revision for a path: of one file its folder, where plan and annexes lie."""
    inside = PurePosixPath(path)
    return inside.parent.as_posix() if inside.suffix in (".yaml", ".yml") else path


def _plans(
    paths: Sequence[Path], registry: Registry, revision: tuple[Path, str] | None = None
) -> Iterator[Plan]:
    """Yield the plans at or below paths; those of a revision are shown as REV:path."""

    def read(one: Found) -> PlanFiles:
        path = Path(one.path)
        return load_plan(path, one.shown if revision is None else _shown(path, *revision))

    found = discover(paths)
    files = {one: read(one) for one in found.plans}
    included = {str(file.path.resolve()) for plan in files.values() for file in plan.files[1:]}
    more, _ = sniff(found.others, included)
    files |= {one: read(one) for one in more}
    for one in sorted(files):
        plan = build_plan(files[one], registry)
        if plan is None or not files[one].complete:
            raise PlanspecError(NOT_READ(path=files[one].root.shown))
        yield plan


def pairs(old: Side, new: Side) -> list[tuple[Plan | None, Plan | None]]:
    """Return which plan of one side is which of the other; None on the side that lacks it.

    One plan on either side is a pair whatever it is. Of several, a plan is itself by place, year and
    programme; what is left goes together by place, if that is unambiguous.
    """
    if len(old.plans) == len(new.plans) == 1:
        return [(old.plans[0], new.plans[0])]
    found: list[tuple[Plan | None, Plan | None]] = []
    left = list(old.plans)
    alone: list[Plan] = []
    for plan in new.plans:
        same = [other for other in left if other.identity == plan.identity]
        if len(same) == 1:
            left.remove(same[0])
            found.append((same[0], plan))
        else:
            alone.append(plan)
    for plan in alone:
        same = [other for other in left if other.jurisdiction == plan.jurisdiction]
        rivals = [other for other in alone if other.jurisdiction == plan.jurisdiction]
        if len(same) == len(rivals) == 1:
            left.remove(same[0])
            found.append((same[0], plan))
        else:
            found.append((None, plan))
    order = {id(plan): number for number, plan in enumerate(new.plans)}
    found.sort(key=lambda pair: order[id(pair[1])])
    return [*found, *((plan, None) for plan in left)]
