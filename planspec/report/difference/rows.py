"""The rows of a 新旧对照表: old text, new text, remark, in the order of the document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from planspec.diff import Change, Object, Side, Weight
from planspec.report.difference.entries import doubtful, notes_of, trail
from planspec.report.difference.headings import group_title
from planspec.report.difference.value import Couple, Difference, Group
from planspec.report.difference.wording import NONE, TITLED, WEIGHTS, class_of, holds, sides, title_of
from planspec.source.message import Message, Template

if TYPE_CHECKING:
    from planspec.report import Language

_OLD_AND_NEW: Final = (Message("原文", "old text"), Message("新文", "new text"))
_REMARK: Final = Message("说明", "remark")
_TITLE: Final = Message("新旧对照表", "Old and new side by side")
_PLACES: Final = Message("两地对照表", "Two places side by side")
UNSURE: Final = Message("对应不能确定", "match not certain")
_ANNEX: Final = Template(zh="附件{number}　{title}", en="Annex {number}: {title}")
_FIELDS: Final = {
    "lead": Message("牵头单位", "lead"),
    "support": Message("配合单位", "support"),
    "units": Message("责任单位", "units"),
    "responsibility": Message("责任单位", "units"),
    "leader": Message("责任领导", "leader"),
    "deadline": Message("完成时限", "deadline"),
    "head": Message("组长", "head"),
    "convenor": Message("召集人", "convenor"),
    "deputies": Message("副职", "deputies"),
    "members": Message("成员单位", "members"),
    "office": Message("办公室", "office"),
    "deliverable": Message("成果", "deliverable"),
    "project": Message("项目", "project"),
    "evaluation": Message("考核激励", "evaluation"),
    "tier": Message("实事层级", "tier"),
    "document": Message("发文字号", "document number"),
    "issued": Message("印发日期", "date of issue"),
    "issuer": Message("发文机关", "issuer"),
    "jurisdiction": Message("行政区划", "jurisdiction"),
    "programme": Message("所属部署", "programme"),
    "year": Message("年度", "year"),
    "status": Message("状态", "status"),
    "extent": Message("收录范围", "extent"),
    "annexes": Message("附件", "annexes"),
    "copies": Message("抄送", "copies to"),
    "number": Message("编号", "number"),
    "parts": Message("构成", "parts"),
    "baseline": Message("基数", "baseline"),
    "scope": Message("统计范围", "scope"),
    "theme": Message("主题", "theme"),
    "text": Message("文字", "text"),
    "record": Message("出处", "source"),
}
"""What a field is called where a change is one of its value, by aspect."""
_WHOLE: Final = ("presence", "name", "structure", "place")
"""Aspects of an item as such: what stands on either side is its title."""


class Row(NamedTuple):
    """One change: its ends and the remark, each with the place above the text."""

    change: Change
    old_place: str
    old: str
    new_place: str
    new: str
    remark: str


class Part(NamedTuple):
    """The rows of one action, under its title."""

    title: str
    rows: tuple[Row, ...]


def title_of_table(difference: Difference) -> Message:
    """Return what the table is called: between two places nothing is old or new."""
    found = difference.changed
    return _PLACES if found and all(couple.telling.apart for couple in found) else _TITLE


def heads(couples: Sequence[Couple], language: Language) -> tuple[str, str, str]:
    """Return the heads of the columns; several pairs of plans under one head are old and new."""
    found = {sides(couple) if couple.across else _OLD_AND_NEW for couple in couples}
    old, new = found.pop() if len(found) == 1 else _OLD_AND_NEW
    return old.text(language), new.text(language), _REMARK.text(language)


def parts(couple: Couple, language: Language) -> list[Part]:
    """Return the rows by action, in the order of the new plan."""
    numbers = {id(change): number for number, change in enumerate(couple.diff.changes)}
    return [
        Part(
            _title(group, couple, language),
            tuple(
                _row(change, group, couple, language)
                for change in sorted(group.changes, key=lambda one: numbers[id(one)])
            ),
        )
        for group in couple.groups
        if group.changes
    ]


def _title(group: Group, couple: Couple, language: Language) -> str:
    title = group_title(group, couple).text(language)
    annex = next(
        (action.annex for action in (*group.facing.after, *group.facing.before) if action.annex), None
    )
    return title if annex is None else _ANNEX(number=annex, title=title).text(language)


def _row(change: Change, group: Group, couple: Couple, language: Language) -> Row:
    return Row(
        change,
        _place(change.before, change, group),
        _text(change.before, change, language),
        _place(change.after, change, group),
        _text(change.after, change, language),
        _remark(change, couple, language),
    )


def _place(side: Side | None, change: Change, group: Group) -> str:
    """Return where a text stands in the issued document; the titles that lead to it where that is not known."""
    if side is None:
        return ""
    return side.locator or " › ".join(trail(change, group))


def _text(side: Side | None, change: Change, language: Language) -> str:
    """Return what one end says: of an item its title, of a value also what it is the value of."""
    if side is None:
        return ""
    colon = "：" if language == "zh" else ": "
    if change.object is Object.TARGET or change.aspect == "cadence":
        field = _FIELDS.get(change.aspect)
        called = side.path[-1] if change.object is Object.TARGET and side.path else change.subject
        name = f"{called}（{field.text(language)}）" if field is not None else called
        return f"{name}{colon}{side.text}" if side.text and side.text != called else name
    name = side.path[-1] if change.object in TITLED and side.path else change.subject
    if change.aspect in _WHOLE:
        return (side.text or name) + holds(change).text(language)
    field = _FIELDS.get(change.aspect)
    value = side.text or NONE
    lines = [name] if name else []
    lines.append(f"{field.text(language)}{colon}{value}" if field is not None else value)
    return "\n".join(lines)


def _remark(change: Change, couple: Couple, language: Language) -> str:
    colon, stop = ("：", "；") if language == "zh" else (": ", "; ")
    kind = class_of(change.kind, couple).text(language)
    if change.weight is Weight.GRAVE:
        grave = WEIGHTS[Weight.GRAVE].text(language)
        kind += f"（{grave}）" if language == "zh" else f" ({grave})"
    told = [f"{kind}{colon}{_what(change, couple).text(language)}"]
    if doubtful(change.match):
        told.append(UNSURE.text(language))
    return stop.join([*told, *(note.text(language) for note in notes_of(change, couple))])


def _what(change: Change, couple: Couple) -> Message:
    return change.message if change.aspect == "structure" else title_of(change.code, couple)
