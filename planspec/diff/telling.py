"""How changes are told: what a kind is called and what its sentence says, by what the two plans are to each other.

Between two versions something was changed: 由甲改为乙. Two plans are compared: the one says this, the other that.
Of two places nothing ever became the other; of two years of one place the later plan took up the earlier one or not.
"""

from __future__ import annotations

from typing import Final

from planspec.diff.between import TITLES
from planspec.diff.change import Mode, Object
from planspec.diff.kind import OBJECTS, Kind
from planspec.model import Plan
from planspec.registry import jurisdiction
from planspec.source.message import Message, Template

_VERSIONS: Final = (Message("原版本", "old"), Message("新版本", "new"))
_PLANS: Final = (Message("原方案", "old plan"), Message("新方案", "new plan"))
_YEAR: Final = Template(zh="{year}年", en="{year}")
_ONLY: Final = Template(zh="只有{place}有", en="only in {place}")
_DROPPED: Final = Message("没有沿用", "not taken over")
_NEW: Final = Message("新提出", "new")
_REPORT: Final = Message("定期报告", "regular report")

_NAMED: Final = Template(zh="{object}“{subject}”", en="{object} “{subject}”")
_TITLED: Final = Template(zh="{named}{title}", en="{named}: {title}")
_TITLED_OF: Final = Template(zh="{named}，{place}{title}", en="{named}: {title} in {place}")
_CHANGED: Final = Template(zh="{said}：由“{before}”改为“{after}”", en="{said}, “{before}” is now “{after}”")
_COMPARED: Final = Template(
    zh="{said}：{one}“{before}”，{other}“{after}”", en="{said}; “{before}” in {one}, “{after}” in {other}"
)
_ONE: Final = Template(zh="{said}：“{text}”", en="{said}, “{text}”")
_ONE_OF: Final = Template(zh="{said}：{place}“{text}”", en="{said}; “{text}” in {place}")
_TASKS: Final = Template(zh="任务{count}项", en="tasks: {count}")
_TARGETS: Final = Template(zh="目标{count}个", en="targets: {count}")
_HOLDS: Final = Template(zh="{said}（含{parts}）", en="{said} ({parts})")
_QUOTED: Final = Template("“{text}”", "“{text}”")
_MERGED: Final = Template(zh="{parts}合并为{whole}", en="{parts} became one: {whole}")
_SPLIT: Final = Template(zh="{whole}拆分为{parts}", en="{whole} became {parts}")
_ANSWERS: Final = Template(
    zh="{one}的{before}对应{other}的{after}", en="{before} in {one}, {after} in {other}"
)
_ALSO_HERE: Final = (
    Message("这里也作了同样的修改", "the same change here"),
    Message("这里也是一样的差别", "the same difference here"),
)


class Telling:
    """Says what differs between two plans."""

    def __init__(self, mode: Mode, before: Plan, after: Plan) -> None:
        self.mode = mode
        self.across = mode is not Mode.VERSIONS
        """Whether these are two plans, and not two versions of one."""
        self.apart = self.across and before.jurisdiction != after.jurisdiction
        """Whether they are plans of two places."""
        self.sides = _sides(before, after) if self.across else _VERSIONS
        """What the two are called within a report whose heading names them in full."""

    def title(self, kind: Kind) -> Message:
        """Return what a kind of change is called; of two places it is said of the second one."""
        if self.across and kind.one_sided:
            added = kind.code.endswith("-added")
            return _ONLY(place=self.sides[added]) if self.apart else (_DROPPED, _NEW)[added]
        return TITLES.get(kind.code, kind.title) if self.apart else kind.title

    def named(self, kind: Kind, thing: Object, subject: str) -> Message:
        """Return an item as it is called: 目标“地区生产总值”."""
        word = _REPORT if kind.aspect == "cadence" else OBJECTS[thing]
        return _NAMED(object=word, subject=subject) if subject else word

    def said(self, kind: Kind, thing: Object, subject: str) -> Message:
        """Return what a change says, without the values."""
        named, title = self.named(kind, thing, subject), self.title(kind)
        if self.apart and kind.mirror != kind.code and not kind.one_sided:
            return _TITLED_OF(named=named, title=title, place=self.sides[1])
        return _TITLED(named=named, title=title)

    def sentence(self, kind: Kind, thing: Object, subject: str, before: str, after: str) -> Message:
        """Return what a change says; an empty text, or one that is the subject itself, is left out."""
        said = self.said(kind, thing, subject)
        if before and after and before != after:
            if not self.across:
                return _CHANGED(said=said, before=before, after=after)
            one, other = self.sides
            return _COMPARED(said=said, before=before, after=after, one=one, other=other)
        text = after or before
        if not text or text == subject:
            return said
        if self.apart and not kind.one_sided and (before or kind.mirror == kind.code):
            return _ONE_OF(said=said, text=text, place=self.sides[not before])
        return _ONE(said=said, text=text)

    def holding(self, kind: Kind, thing: Object, subject: str, tasks: int, targets: int) -> Message:
        """Return the sentence for an item that only one side has, with what it holds."""
        said = self.said(kind, thing, subject)
        counts = [
            template(count=count) for template, count in ((_TASKS, tasks), (_TARGETS, targets)) if count
        ]
        if not counts:
            return said
        parts = Message("、".join(part.zh for part in counts), ", ".join(part.en for part in counts))
        return _HOLDS(said=said, parts=parts)

    def regrouped(self, whole: str, parts: list[str], *, merged: bool) -> Message:
        """Return the sentence for several items that are one in the other plan."""
        many, single = "".join(_QUOTED(text=part).zh for part in parts), _QUOTED(text=whole).zh
        if self.apart:
            one, other = self.sides
            before, after = (many, single) if merged else (single, many)
            return _ANSWERS(one=one, other=other, before=before, after=after)
        return (_MERGED if merged else _SPLIT)(parts=many, whole=single)

    @property
    def also_here(self) -> Message:
        """What is said of a further place of a change."""
        return _ALSO_HERE[self.across]


def place_of(plan: Plan) -> str:
    """Return the place and year of a plan (石鼓区2024); its title where it has none."""
    place = jurisdiction(plan.jurisdiction)
    if place is None:
        return plan.title or plan.node.file.shown
    return f"{place.name}{plan.year or ''}"


def _sides(before: Plan, after: Plan) -> tuple[Message, Message]:
    """Return what tells two plans apart: the place, the year, or both."""
    if before.jurisdiction == after.jurisdiction and before.year and after.year and before.year != after.year:
        return _YEAR(year=before.year), _YEAR(year=after.year)
    one, other = jurisdiction(before.jurisdiction), jurisdiction(after.jurisdiction)
    if before.year == after.year and one is not None and other is not None and one.name != other.name:
        return Message(one.name, one.name), Message(other.name, other.name)
    names = place_of(before), place_of(after)
    return _PLANS if names[0] == names[1] else (Message(names[0], names[0]), Message(names[1], names[1]))
