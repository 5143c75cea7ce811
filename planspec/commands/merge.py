"""`planspec merge`: three versions of a spec file into one; git's merge driver."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from planspec.commands.answer import Answer
from planspec.commands.writing import write_all
from planspec.merge import Conflict
from planspec.merge import merge as merge_files
from planspec.report import Language
from planspec.source import load_file
from planspec.source.message import Message, Template

CONFLICTS: Final = Template(
    zh="{file}：有{count}处两边都改了，已用 <<<<<<< 和 >>>>>>> 标出，请逐处选定：{places}\n",
    en="{file}: both sides changed {count} places, marked by <<<<<<< and >>>>>>>; settle each: {places}\n",
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
    files = [load_file(path, shown or None) for path in (base, ours, theirs)]
    merged = merge_files(files[0], files[1], files[2], marker)
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


def _place(conflict: Conflict) -> str:
    return "/".join(str(step + 1) if isinstance(step, int) else step for step in conflict.path)
