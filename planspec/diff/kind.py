"""What a kind of change is, and the words for objects and classes."""

from __future__ import annotations

from typing import Final

import msgspec

from planspec.diff.change import ChangeClass, Object, Weight
from planspec.source.message import Message


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

    @property
    def one_sided(self) -> bool:
        """Whether only one side has the item at all."""
        return self.aspect == "presence" or self.code in ("cadence-removed", "cadence-added")


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
