"""A plan that only one side has: one change, and nothing of what it holds is told one by one."""

from __future__ import annotations

from hashlib import blake2b
from typing import Final

from planspec.diff.catalogue import KINDS
from planspec.diff.change import Change, Object, Side
from planspec.diff.kind import OBJECTS
from planspec.diff.telling import place_of
from planspec.model import Plan
from planspec.source.message import Template
from planspec.source.span import WHOLE_FILE

_SAID: Final = Template(
    zh="{object}{name}{title}（含行动{actions}个、任务{tasks}项、目标{targets}个）",
    en="{object} {name} {title} (actions: {actions}, tasks: {tasks}, targets: {targets})",
)


def plan_removed(plan: Plan) -> Change:
    """Return the change that a plan is gone."""
    return _alone("plan-removed", plan)


def plan_added(plan: Plan) -> Change:
    """Return the change that there is a new plan."""
    return _alone("plan-added", plan)


def _name(plan: Plan) -> str:
    """Return place, year and title: 石鼓区2024《…方案》."""
    place = place_of(plan)
    return place if not plan.title or place == plan.title else f"{place}《{plan.title}》"


def _alone(code: str, plan: Plan) -> Change:
    kind = KINDS[code]
    subject = plan.title or place_of(plan)
    side = Side(plan.node.file.shown, WHOLE_FILE, "", subject)
    old = code == "plan-removed"
    parts = (code, plan.jurisdiction, str(plan.year or ""), plan.programme, subject)
    return Change(
        code=code,
        kind=kind.kind,
        object=Object.PLAN,
        aspect=kind.aspect,
        subject=subject,
        before=side if old else None,
        after=None if old else side,
        message=_SAID(
            object=OBJECTS[Object.PLAN], name=_name(plan), title=kind.title,
            actions=len(plan.actions), tasks=len(plan.tasks), targets=len(plan.targets),
        ),
        weight=kind.weight,
        fingerprint=blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=8).hexdigest(),
    )  # fmt: skip
