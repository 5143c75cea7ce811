"""Parts of a difference in HTML that the page's sections share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from planspec.diff import ChangeClass
from planspec.report.difference.entries import Entry, doubtful
from planspec.report.difference.links import target_of
from planspec.report.difference.wording import class_of
from planspec.report.web import text
from planspec.source.message import Message

if TYPE_CHECKING:
    from planspec.diff import Side
    from planspec.report import Look
    from planspec.report.difference.value import Couple, Difference

STYLES: Final = {
    ChangeClass.WEAKENED: "bad",
    ChangeClass.REDEFINED: "warn",
    ChangeClass.UNDECIDED: "open",
    ChangeClass.REASSIGNED: "calm",
    ChangeClass.STRENGTHENED: "good",
    ChangeClass.REWORDED: "soft",
}
"""Names of styles, by class of change."""


class Tags:
    """Puts the parts of a difference into HTML, in one language."""

    def __init__(self, difference: Difference, look: Look) -> None:
        self.difference = difference
        self.look = look
        self.language = look.language
        zh = look.language == "zh"
        self.colon = "：" if zh else ": "
        self.comma = "、" if zh else ", "

    def say(self, message: Message) -> str:
        """Return a sentence in the language of the page."""
        return message.text(self.language)

    def words(self, couple: Couple) -> dict[ChangeClass, str]:
        """Return the classes in words."""
        return {kind: self.say(class_of(kind, couple)) for kind in ChangeClass}

    def unsure(self, entry: Entry) -> str:
        """Return a mark for a match that is not certain."""
        return ' <b class="warn">?</b>' if doubtful(entry.change.match) else ""

    def notes(self, entry: Entry) -> str:
        """Return what else is to be said of a change."""
        return "".join(f"<small>{text(note)}</small>" for note in entry.notes)

    def end(self, entry: Entry, *, old: bool) -> str:
        """Return one end of a change: what it says, and where."""
        side = entry.change.before if old else entry.change.after
        value, place = (entry.old, entry.old_place) if old else (entry.new, entry.new_place)
        return f"{text(value)} {self.at(side, place, old=old)}" if side is not None else ""

    def at(self, side: Side | None, place: str, *, old: bool) -> str:
        """Return the place of one end of a change."""
        if side is None:
            return ""
        return self.link(place, side.file, side.span.start_line, old=old, style="place")

    def link(self, shown: str, file: str, line: int, *, old: bool, style: str = "") -> str:
        """Return a link where an address is known, else the bare text: a page may be read anywhere."""
        to = target_of(file, line, self.difference, self.look, old=old)
        attribute = f' class="{style}"' if style else ""
        if to is None or not to.base:
            return f"<span{attribute}>{text(shown)}</span>"
        base = to.base if to.base.endswith("/") else f"{to.base}/"
        return f'<a{attribute} href="{text(f"{base}{to.file}#L{to.line}")}">{text(shown)}</a>'


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], named: int = 2) -> str:
    """Return a table that a phone shows one cell below the other; the cells before `named` need no name there."""
    head = "".join(f"<th scope=col>{text(cell)}</th>" for cell in heads)
    body = "".join(f"<tr>{_cells(heads, row, named)}</tr>\n" for row in rows)
    return (
        f'<div class="wide stack"><table><thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table></div>'
    )


def _cells(heads: Sequence[str], row: Sequence[str], named: int) -> str:
    """Return the cells of a row; on a phone, where they stand one below the other, they say which they are."""
    return "".join(
        f'<td data-head="{text(head)}">{cell}</td>' if cell and number >= named else f"<td>{cell}</td>"
        for number, (head, cell) in enumerate(zip(heads, row, strict=True))
    )
