"""Where a change is shown in the new files: annotations can only stand there, what was removed stands nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planspec.diff import ChangeClass
from planspec.report.difference.entries import entry_of
from planspec.report.difference.links import path_of
from planspec.report.difference.wording import sides
from planspec.source.message import Template
from planspec.source.span import WHOLE_FILE, Span

if TYPE_CHECKING:
    from planspec.diff import Change
    from planspec.report import Language
    from planspec.report.difference.value import Couple, Difference

REVIEWED = (ChangeClass.WEAKENED, ChangeClass.REDEFINED, ChangeClass.UNDECIDED, ChangeClass.REASSIGNED)
"""Classes that a reviewer has to look at; what was strengthened or reworded needs no mark in the margin."""

_STOOD = Template(zh="原来在 {place}", en="it stood at {place}")
_STANDS = Template(zh="{side}在 {place}", en="in {side} at {place}")


class Anchor(NamedTuple):
    """A place in a new file."""

    file: str
    span: Span


def anchor(change: Change, couple: Couple, difference: Difference) -> Anchor:
    """Return the new plan's end of a change; for what is gone the head of the action it was in, or of the plan."""
    if change.after is not None:
        return Anchor(path_of(change.after.file, difference.after), change.after.span)
    actions = couple.group_of(change).facing.after
    node = actions[0].node if actions else couple.after.node
    return Anchor(path_of(node.file.shown, difference.after), node.head_span if actions else WHOLE_FILE)


def sentences(change: Change, couple: Couple, language: Language) -> list[str]:
    """Return all that is said of a change, one sentence a line: annotations show one text only."""
    entry = entry_of(change, couple, language)
    colon = "：" if language == "zh" else ": "
    said = [f"{entry.kind}{colon}{entry.what}{colon if entry.shown else ''}{entry.shown}", *entry.notes]
    if change.after is None and change.before is not None:
        place = f"{change.before.file}:{change.before.span.start_line}"
        said.append((_STANDS if couple.across else _STOOD)(place=place, side=sides(couple)[0]).text(language))
    return said
