"""Two plans in, every change of meaning out: what was weakened, strengthened, reassigned, redefined or reworded."""

from planspec.diff.catalogue import ALL, KINDS, find_kind
from planspec.diff.change import Change, ChangeClass, Diff, Match, Method, Mode, Object, Side, Weight
from planspec.diff.engine import diff, mode_of
from planspec.diff.whole import plan_added, plan_removed

__all__ = [
    "ALL",
    "KINDS",
    "Change",
    "ChangeClass",
    "Diff",
    "Match",
    "Method",
    "Mode",
    "Object",
    "Side",
    "Weight",
    "diff",
    "find_kind",
    "mode_of",
    "plan_added",
    "plan_removed",
]
