"""`planspec diff --stat`: one line an action, with how many changes there are of each class."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from planspec.diff import Change, ChangeClass
from planspec.report.cells import CUT, pad, visible, width_of, wrap
from planspec.report.difference.headings import alone, closing, group_title, heading, no_change, total
from planspec.report.difference.text import ROLES
from planspec.report.difference.value import Couple, Difference, Group, tally
from planspec.report.difference.wording import class_of
from planspec.report.paint import Paint

if TYPE_CHECKING:
    from planspec.report import Look

_SIGNS: Final = {
    ChangeClass.WEAKENED: "-",
    ChangeClass.REDEFINED: "~",
    ChangeClass.UNDECIDED: "?",
    ChangeClass.REASSIGNED: ">",
    ChangeClass.STRENGTHENED: "+",
    ChangeClass.REWORDED: ".",
}
_GAP: Final = "  "
_NARROWEST: Final = 16
_LONGEST_BAR: Final = 40
_SHORTEST_BAR: Final = 8


def render(difference: Difference, look: Look) -> str:
    """Return for each pair of plans a line an action, and the sum."""
    lines = [alone(one).text(look.language) for one in difference.alone]
    lines += [""] if lines else []
    for couple in difference.changed:
        lines += [*_couple(couple, difference, look), ""]
    if not difference.total and not difference.couples:
        lines.append(no_change(difference).text(look.language))
    if not look.quiet:
        lines += [message.text(look.language) for message in closing(difference)]
    return "".join(f"{visible_line.rstrip()}\n" for visible_line in lines)


def _couple(couple: Couple, difference: Difference, look: Look) -> Iterator[str]:
    paint, language = Paint(look.color), look.language
    yield paint("title", visible(heading(couple, difference).text(language)))
    changes = couple.diff.changes
    if not changes:
        yield no_change(difference, couple).text(language)
        return
    groups = [group for group in couple.groups if group.changes]
    kinds = list(tally(changes))
    heads = [class_of(kind, couple).text(language) for kind in kinds]
    sizes = [max(width_of(head), len(str(len(changes)))) for head in heads]
    taken = sum(sizes) + len(_GAP) * len(sizes)
    room = max(look.width - taken - 1, _NARROWEST)
    titles = [_title(group, couple, room, look) for group in groups]
    name = min(max(map(width_of, titles)), room)
    bar = min(look.width - name - taken - 1 - len(_GAP), _LONGEST_BAR)
    most = max(len(group.changes) for group in groups)
    yield " " * (name + 1) + "".join(
        _GAP + _right(head, size) for head, size in zip(heads, sizes, strict=True)
    )
    for title, group in zip(titles, groups, strict=True):
        counts = tally(group.changes)
        cells = [
            paint(ROLES[kind], _right(str(counts[kind]), size)) if kind in counts else _right("·", size)
            for kind, size in zip(kinds, sizes, strict=True)
        ]
        drawn = _GAP + _bar(group.changes, most, bar, paint) if bar >= _SHORTEST_BAR else ""
        yield f" {pad(_cut(title, name), name)}{''.join(_GAP + cell for cell in cells)}{drawn}"
    yield from (f" {line}" for line in wrap(total(couple, language), look.width - 1))


def _title(group: Group, couple: Couple, room: int, look: Look) -> str:
    """Return what a group is called; where there is no room for old and new names, the new ones."""
    title = visible(group_title(group, couple).text(look.language))
    after = "、".join(action.title for action in group.facing.after)
    return title if width_of(title) <= room or not after else visible(after)


def _right(text: str, size: int) -> str:
    return " " * (size - width_of(text)) + text


def _cut(text: str, size: int) -> str:
    if width_of(text) <= size:
        return text
    while text and width_of(text) + len(CUT) > size:
        text = text[:-1]
    return text + CUT


def _bar(changes: Sequence[Change], most: int, size: int, paint: Paint) -> str:
    """Return one sign a change; of more than there is room for so many that the proportions stay."""
    scale = min(1.0, size / most)
    return "".join(
        paint(ROLES[kind], _SIGNS[kind] * max(int(number * scale), 1))
        for kind, number in tally(changes).items()
    )
