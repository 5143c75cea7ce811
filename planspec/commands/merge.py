"""`planspec merge`: three versions of a spec file into one; git's merge driver.

A driver that fails leaves a conflict without marks. So a file that cannot be merged by meaning is merged by lines, as
git itself would.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Final

from planspec.commands.answer import Answer
from planspec.commands.writing import write_all
from planspec.merge import Conflict
from planspec.merge import merge as merge_files
from planspec.report import Language
from planspec.source import load_file
from planspec.source.errors import PlanspecError
from planspec.source.message import Message, Template
from planspec.source.nodes import Sequence

CONFLICTS: Final = Template(
    zh="{file}：有{count}处两边都改了，已用 <<<<<<< 和 >>>>>>> 标出，请逐处选定：{places}\n",
    en="{file}: both sides changed {count} places, marked by <<<<<<< and >>>>>>>; settle each: {places}\n",
)
BY_LINES: Final = Template(
    zh="{file}：读不懂，改为逐行合并（{reason}）\n",
    en="{file}: not understood, so merged line by line ({reason})\n",
)
_NAMED: Final = 5


def merge(
    base: Path,
    ours: Path,
    theirs: Path,
    output: Path | None,
    shown: str | None,
    marker: int,
    language: Language,
) -> Answer:
    """Merge; write the result to `output`, or return it. The exit code is 1 when there are conflicts."""
    try:
        files = [load_file(path, shown or None) for path in (base, ours, theirs)]
        if output is not None and all(isinstance(file.root, Sequence) for file in files):
            # Approvals and baselines have a style of their own, which merging by meaning would not keep.
            lines = _by_lines(base, ours, theirs, marker)
            if lines is not None and not lines.returncode:
                write_all({output: lines.stdout})
                return Answer("", 0)
        merged = merge_files(files[0], files[1], files[2], marker)
    except PlanspecError as error:
        lines = _by_lines(base, ours, theirs, marker) if output is not None else None
        if output is None or lines is None:
            raise
        write_all({output: lines.stdout})
        told = BY_LINES(file=shown or ours.as_posix(), reason=error.message).text(language)
        return Answer("", 1 if lines.returncode else 0, aside=told)
    aside = ""
    if merged.conflicts:
        places = [_place(one) for one in merged.conflicts[:_NAMED]]
        more = "…" if len(merged.conflicts) > _NAMED else ""
        aside = CONFLICTS(
            file=shown or ours.as_posix(),
            count=len(merged.conflicts),
            places=Message("、".join(places) + more, ", ".join(places) + more),
        ).text(language)
    code = 1 if merged.conflicts else 0
    if output is None:
        return Answer(merged.text, code, data=True, aside=aside)
    write_all({output: merged.text})
    return Answer("", code, aside=aside)


def _by_lines(base: Path, ours: Path, theirs: Path, marker: int) -> subprocess.CompletedProcess[bytes] | None:
    """Return what git makes of three files line by line, its exit code the number of conflicts; None if it cannot."""
    names = [word for name in ("ours", "base", "theirs") for word in ("-L", name)]
    try:
        done = subprocess.run(
            ["git", "merge-file", "-p", f"--marker-size={marker}", *names, *map(str, (ours, base, theirs))],
            capture_output=True, check=False,
        )  # fmt: skip
    except OSError:
        return None
    return done if 0 <= done.returncode < 128 else None


def _place(conflict: Conflict) -> str:
    return "/".join(str(step + 1) if isinstance(step, int) else step for step in conflict.path)
