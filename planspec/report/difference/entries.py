"""A change as a reader meets it: its kind, its sentence, both ends, and what else is to be said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from planspec.diff import Change, Match, Method, Object, Side
from planspec.diff.approvals import Entry as Approval
from planspec.diff.identity import folded
from planspec.report.difference.value import Couple, Group, is_headline, short
from planspec.report.difference.wording import (
    NONE,
    TITLED,
    class_of,
    listed,
    name_of,
    said,
    sides,
    title_of,
    valued,
)
from planspec.source.message import Message, Template

if TYPE_CHECKING:
    from planspec.model import Plan
    from planspec.report import Language

_APPROVED: Final = Template(zh="已批准{author}{until}：{reason}", en="approved{author}{until}: {reason}")
_AUTHOR: Final = Template(zh="（{name}）", en=" by {name}")
_UNTIL: Final = Template(zh="，有效期至{date}", en=" until {date}")
_UNSAID: Final = Message("", "")
_ALSO: Final = Template(zh="同时{titles}", en="also {titles}")
_DOUBT: Final = Template(
    zh="可能对应{side}“{title}”（{place}），不能确定", en="perhaps {side} “{title}” ({place}), not certain"
)
_DOUBT_SIDE: Final = {True: Message("原来的", "the old"), False: Message("新的", "the new")}
_OF: Final = Template(zh="{place}的", en="{place}’s")
_COPIES: Final = (
    Template(zh="另有{count}处同样的修改：{places}", en="the same change in {count} more places: {places}"),
    Template(zh="另有{count}处一样：{places}", en="the same in {count} more places: {places}"),
)
"""Between versions, and between two plans."""
_FORMERLY: Final = Template(zh="原为“{title}”", en="formerly “{title}”")
_THERE: Final = Template(zh="{place}称“{title}”", en="“{title}” in {place}")
_LIKENESS: Final = Template(
    zh="按相似度认作同一项（{number}）", en="taken for the same by likeness ({number})"
)
_SURE: Final = 0.7
"""From this likeness on the match is not worth a word."""
_PLACES: Final = 3


def values(change: Change) -> tuple[str, str]:
    """Return the old and the new value, — for none; of what one side lacks only a text that says more than its name."""
    before, after = change.before, change.after
    if before is not None and after is not None:
        return before.text or NONE, after.text or NONE
    side = before or after
    text = side.text if side is not None and side.text != change.subject else ""
    return (text, "") if before is not None else ("", text)


def notes_of(change: Change, couple: Couple) -> list[Message]:
    """Return what else is to be said of a change: what goes with it, how sure the match is, its other places."""
    notes: list[Message] = []
    places = couple.telling.apart
    entry = couple.approval(change)
    if entry is not None:
        notes.append(approval_note(entry))
    if change.also:
        titles = [title_of(code, couple) for code in change.also]
        notes.append(_ALSO(titles=listed(titles)))
    renamed = _formerly(change) or _called(change, couple)
    if renamed:
        # Of a target the old name stands in the sentence, of a task the new one.
        place = sides(couple)[change.object is Object.TARGET]
        there = places or change.object is Object.TARGET
        notes.append(_THERE(title=renamed, place=place) if there else _FORMERLY(title=renamed))
    match = change.match
    if (
        match is not None
        and match.method is Method.LIKENESS
        and not match.doubtful
        and match.confidence < _SURE
    ):
        notes.append(_LIKENESS(number=f"{match.confidence:.2f}"))
    doubts = [one for one in change.related if match is not None and match.doubtful]
    for one in doubts:
        plan = couple.before if one.old else couple.after
        side = _OF(place=sides(couple)[not one.old]) if places else _DOUBT_SIDE[one.old]
        notes.append(_DOUBT(side=side, title=one.side.text, place=spot(one.side, plan)))
    copies = [one for one in change.related if not doubts]
    if copies and change.aspect != "structure":
        spots = [spot(one.side, couple.before if one.old else couple.after) for one in copies]
        told = "、".join(spots[:_PLACES]) + ("…" if len(spots) > _PLACES else "")
        notes.append(_COPIES[couple.across](count=len(spots), places=Message(told, told.replace("、", ", "))))
    return notes


def approval_note(entry: Approval) -> Message:
    """Return who approved a change, until when and why."""
    until = _UNTIL(date=entry.expires.isoformat()) if entry.expires is not None else _UNSAID
    author = _AUTHOR(name=entry.author) if entry.author else _UNSAID
    return _APPROVED(reason=entry.reason, author=author, until=until)


def doubtful(match: Match | None) -> bool:
    """Say whether a change rests on a match that is not certain."""
    return match is not None and match.doubtful


def _formerly(change: Change) -> str:
    """Return the item's old title where it has another one now; a change of the title itself shows both."""
    before, after = change.before, change.after
    if (
        before is None
        or after is None
        or change.object not in TITLED
        or change.aspect in ("name", "structure")
    ):
        return ""
    old, new = before.path[-1:], after.path[-1:]
    return old[0] if old and new and old != new and change.object is not Object.WORKGROUP else ""


def _called(change: Change, couple: Couple) -> str:
    """Return what the new plan calls a target, where it is another word of it than the old plan's."""
    before, after = change.before, change.after
    if not couple.across or change.object is not Object.TARGET or before is None or after is None:
        return ""
    if not before.path or not after.path or change.aspect == "name":
        return ""
    return after.path[-1] if folded(after.path[-1]) != folded(before.path[-1]) else ""


def spot(side: Side, plan: Plan) -> str:
    """Return a place as file:line, the file as it is called within its plan."""
    return f"{short(side.file, plan)}:{side.span.start_line}"


def trail(change: Change, group: Group) -> tuple[str, ...]:
    """Return the titles between the action and the item, for a reader who looks for the place."""
    side = change.after or change.before
    if side is None:
        return ()
    titles = {action.title for action in (*group.facing.before, *group.facing.after)}
    if is_headline(change):
        return ()
    steps = tuple(step for number, step in enumerate(side.path) if number or step not in titles)
    own = change.object is Object.TARGET or (bool(steps) and steps[-1] in (change.subject, side.text))
    return steps[:-1] if own else steps


class Entry(NamedTuple):
    """A change as a reader meets it, in one language."""

    change: Change
    kind: str
    what: str
    name: str
    trail: tuple[str, ...]
    old: str
    new: str
    shown: str
    """Both values on one line."""
    old_place: str
    new_place: str
    notes: tuple[str, ...]

    @property
    def both(self) -> bool:
        """Whether both sides have the item."""
        return bool(self.old_place and self.new_place)


def entry_of(change: Change, couple: Couple, language: Language) -> Entry:
    """Return one change in words."""
    old, new = values(change)
    return Entry(
        change,
        class_of(change.kind, couple).text(language),
        said(change, couple).text(language),
        name_of(change, couple).text(language),
        trail(change, couple.group_of(change)),
        old,
        new,
        valued(old, new, couple).text(language),
        spot(change.before, couple.before) if change.before is not None else "",
        spot(change.after, couple.after) if change.after is not None else "",
        tuple(note.text(language) for note in notes_of(change, couple)),
    )
