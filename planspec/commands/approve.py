"""`planspec approve`: note that a reviewer accepts changes, so that a gate lets them pass."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from planspec.commands.answer import Answer
from planspec.commands.sides import Side, pairs, two_sides
from planspec.commands.words import split_words
from planspec.commands.writing import write_all
from planspec.diff import Change, ChangeClass, diff, find_kind, plan_added
from planspec.diff.approvals import Approvals, approvals_path, judge, read_approvals, written
from planspec.model import Plan
from planspec.source.errors import PlanspecError
from planspec.source.message import Message, Template

if TYPE_CHECKING:
    from planspec.report import Language

GATED: Final = (ChangeClass.WEAKENED, ChangeClass.REDEFINED, ChangeClass.UNDECIDED)
"""What is approved unless something else is asked for: what a gate may fail on."""
NO_REASON = Message(
    zh="请用 --reason 写明为什么可以这样改，供以后复核", en="Say with --reason why the changes are accepted"
)
BAD_DATE = Template(
    zh="--expires 的值“{value}”不是日期；应写成 2026-12-31 的样子",
    en="--expires: “{value}” is no date like 2026-12-31",
)
PAST = Template(zh="--expires 的日期 {value} 已经过去", en="--expires: {value} is over already")
UNKNOWN = Template(
    zh="没有变化代码或类别“{word}”；planspec changes 列出全部",
    en="There is no change or class “{word}”; planspec changes lists them all",
)
NOT_HERE = Template(
    zh="{file}：新的一边不在工作目录里，批准无处可写；请用“版本 路径”的写法",
    en="{file}: the new side is not in the working tree, so there is nowhere to write; compare a revision with a path",
)
BROKEN = Template(zh="{place}：{message}", en="{place}: {message}")
DONE = Template(zh="{file}：批准了{count}处变化\n", en="{file}: {count} changes approved\n")
GONE = Template(
    zh="方案“{plan}”被删去，没有地方可以写批准；同意删去时，请给 planspec diff 加上 --ignore plan-removed\n",
    en="Plan “{plan}” is gone, so an approval has no place to stand in; if that is agreed, give planspec diff "
    "--ignore plan-removed\n",
)
NOTHING = Message(zh="没有需要批准的变化\n", en="No change needs an approval\n")


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for."""

    words: Sequence[str] = ()
    reason: str = ""
    author: str | None = None
    expires: str | None = None
    only: Sequence[str] = ()
    language: Language = "zh"


def approve(request: Request, today: date | None = None) -> Answer:
    """Approve the changes between two sides; write the approvals beside the new plans, all or none."""
    today = today or date.today()
    if not request.reason.strip():
        raise PlanspecError(NO_REASON)
    expires = _day(request.expires, today)
    chosen = _chosen(split_words(request.only))
    author = request.author if request.author is not None else _committer()
    files: dict[Path, str | bytes] = {}
    told: list[str] = []
    old, new = two_sides(request.words)
    for before, after in pairs(old, new):
        if after is None:
            if before is not None and not chosen.isdisjoint(("plan-removed", ChangeClass.WEAKENED)):
                told.append(GONE(plan=before.title or before.node.file.shown).text(request.language))
            continue
        if not after.files[0].path.exists():
            raise PlanspecError(NOT_HERE(file=after.files[0].shown))
        found: Sequence[Change] = diff(before, after).changes if before is not None else [plan_added(after)]
        held, text = approvals_of(new, after)
        changes = [
            change
            for change in judge(found, held, today).open
            if (change.code in chosen or change.kind in chosen)
        ]
        if changes:
            path = approvals_path(after.files[0].path)
            files[path] = written(changes, request.reason, author, expires, request.language, text)
            told.append(DONE(file=path.as_posix(), count=len(changes)).text(request.language))
    write_all(files)
    return Answer("".join(told) or NOTHING.text(request.language))


def approvals_of(side: Side, plan: Plan) -> tuple[Approvals | None, str]:
    """Return the approvals beside a plan (None: it has none) and their text; raise PlanspecError if they are wrong."""
    file = side.approvals(plan)
    if file is None:
        return None, ""
    approvals = read_approvals(file)
    if approvals.faults:
        fault = approvals.faults[0]
        place = f"{approvals.shown}:{fault.span.start_line}"
        raise PlanspecError(BROKEN(place=place, message=fault.message))
    return approvals, file.text


def _chosen(words: Sequence[str]) -> frozenset[str]:
    if not words:
        return frozenset(kind.value for kind in GATED)
    known = {kind.value for kind in ChangeClass}
    for word in words:
        if word not in known and find_kind(word) is None:
            raise PlanspecError(UNKNOWN(word=word))
    return frozenset(words)


def _day(value: str | None, today: date) -> date | None:
    if value is None:
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise PlanspecError(BAD_DATE(value=value)) from None
    if day < today:
        raise PlanspecError(PAST(value=value))
    return day


def _committer() -> str:
    """Return the name that git commits with; "" where none is set or there is no git."""
    try:
        told = subprocess.run(
            ["git", "config", "user.name"], capture_output=True, check=False, encoding="utf-8"
        )
    except OSError:
        return ""
    return told.stdout.strip()
