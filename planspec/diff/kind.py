"""What a kind of change is, and how a change of it is put into a sentence."""

from __future__ import annotations

from typing import Final

import msgspec

from planspec.diff.change import ChangeClass, Mode, Object, Weight
from planspec.source.message import Message, Template


class Kind(msgspec.Struct, frozen=True):
    """A kind of change. A code never changes its meaning.

    `title` says in a few words what happened, `why` when it is reported and what it means for the plan.
    `mirror` is the code of the same change read backwards; its own code where that is the same.
    """

    code: str
    aspect: str
    kind: ChangeClass
    weight: Weight
    title: Message
    why: Message
    mirror: str


OBJECTS: Final = {
    Object.PLAN: Message("方案", "plan"),
    Object.GOAL: Message("目标段", "goals"),
    Object.ACTION: Message("行动", "action"),
    Object.SECTION: Message("分节", "section"),
    Object.TASK: Message("任务", "task"),
    Object.TARGET: Message("目标", "target"),
    Object.ROW: Message("分解表", "table row"),
    Object.WORKGROUP: Message("工作专班", "work group"),
    Object.LIST: Message("清单", "list"),
    Object.ITEM: Message("清单项", "list entry"),
    Object.BASIS: Message("依据", "basis"),
    Object.UNIT: Message("自定单位", "declared unit"),
    Object.INDICATOR: Message("自定指标", "declared indicator"),
    Object.ALLOCATION: Message("分解指标", "allocation"),
}

CLASSES: Final = {
    ChangeClass.WEAKENED: Message("减弱", "weakened"),
    ChangeClass.REDEFINED: Message("口径变化", "redefined"),
    ChangeClass.UNDECIDED: Message("待人工判断", "undecided"),
    ChangeClass.REASSIGNED: Message("责任调整", "reassigned"),
    ChangeClass.STRENGTHENED: Message("加强", "strengthened"),
    ChangeClass.REWORDED: Message("文字调整", "reworded"),
}

_CHANGED: Final = Template(
    zh="{object}“{subject}”{title}：由“{before}”改为“{after}”",
    en="{object} “{subject}”: {title}, “{before}” is now “{after}”",
)
_ONE: Final = Template(
    zh="{object}“{subject}”{title}：“{text}”", en="{object} “{subject}”: {title}, “{text}”"
)
_BARE: Final = Template(zh="{object}“{subject}”{title}", en="{object} “{subject}”: {title}")
_CHANGED_OF: Final = Template(
    zh="{object}{title}：由“{before}”改为“{after}”", en="{object}: {title}, “{before}” is now “{after}”"
)
_ONE_OF: Final = Template(zh="{object}{title}：“{text}”", en="{object}: {title}, “{text}”")
_BARE_OF: Final = Template(zh="{object}{title}", en="{object}: {title}")


_ACROSS: Final = {
    (Mode.YEARS, "removed"): Message("没有沿用", "not taken over"),
    (Mode.YEARS, "added"): Message("新提出", "new"),
    (Mode.JURISDICTIONS, "removed"): Message("只在前一方案", "in the first plan only"),
    (Mode.JURISDICTIONS, "added"): Message("只在后一方案", "in the second plan only"),
}


def title_in(kind: Kind, mode: Mode) -> Message:
    """Return a kind's title; between two plans nothing is removed or added, it stands in one of them only."""
    if kind.aspect != "presence":
        return kind.title
    return _ACROSS.get((mode, kind.code.rpartition("-")[2]), kind.title)


def sentence(kind: Kind, mode: Mode, thing: Object, subject: str, before: str, after: str) -> Message:
    """Return what a change says; an empty text, or one that is the subject itself, is left out."""
    gaps: dict[str, object] = {"object": OBJECTS[thing], "subject": subject, "title": title_in(kind, mode)}
    changed, one, bare = (_CHANGED, _ONE, _BARE) if subject else (_CHANGED_OF, _ONE_OF, _BARE_OF)
    if before and after and before != after:
        return changed(before=before, after=after, **gaps)
    text = after or before
    return one(text=text, **gaps) if text and text != subject else bare(**gaps)
