"""What a spec means: plan, action, section, task, unit, target: typed, immutable, each knows its node."""

from planspec.model.build import build_plan
from planspec.model.elements import (
    Action,
    Goal,
    Item,
    PhraseAt,
    Plan,
    Responsibility,
    Row,
    Section,
    Target,
    TargetRole,
    Task,
    Text,
    UnitRef,
    Workgroup,
)
from planspec.model.load import PlanFiles, load_plan, load_plan_text

__all__ = [
    "Action",
    "Goal",
    "Item",
    "PhraseAt",
    "Plan",
    "PlanFiles",
    "Responsibility",
    "Row",
    "Section",
    "Target",
    "TargetRole",
    "Task",
    "Text",
    "UnitRef",
    "Workgroup",
    "build_plan",
    "load_plan",
    "load_plan_text",
]
