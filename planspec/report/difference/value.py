"""What a report of `planspec diff` is made from: the plans of both sides in pairs, with what changed between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from planspec.diff import Change, ChangeClass, Diff, Mode, Object
from planspec.diff.approvals import Entry, Judged
from planspec.diff.gate import FAIL_ON
from planspec.diff.lineup import Facing, Lineup
from planspec.diff.telling import Telling
from planspec.model import Plan

_BELOW: Final = re.compile("/(?:tasks|sections|breakdown)/")
CLASS_ORDER: Final = {kind: number for number, kind in enumerate(ChangeClass)}
"""The worst first."""


class Group(NamedTuple):
    """The changes of the actions that face each other, worst first."""

    facing: Facing
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Couple:
    """A plan of the old side and the same of the new one, and what changed."""

    before: Plan
    after: Plan
    diff: Diff
    """What is shown; what was asked to be left out is not part of it."""
    lineup: Lineup
    judged: Judged | None = None
    """What the approvals beside the new plan say; None where there are none."""
    approvals: str = ""
    """The file that they stand in."""

    @cached_property
    def _approved(self) -> dict[int, Entry]:
        return (
            {id(change): entry for change, entry in self.judged.approved} if self.judged is not None else {}
        )

    def approval(self, change: Change) -> Entry | None:
        """Return by what a change is approved."""
        return self._approved.get(id(change))

    @property
    def mode(self) -> Mode:
        """What the two plans are to each other."""
        return self.diff.mode

    @cached_property
    def telling(self) -> Telling:
        """How its changes are told."""
        return Telling(self.mode, self.before, self.after)

    @property
    def across(self) -> bool:
        """Whether these are two plans, and not two versions of one."""
        return self.telling.across

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The changes by action, in the order of the new plan; worst first within."""
        found: dict[int, list[Change]] = {}
        for change in self.diff.changes:
            found.setdefault(self.lineup.find(change), []).append(change)
        return tuple(
            Group(facing, tuple(sorted(found.get(number, ()), key=worst_first)))
            for number, facing in enumerate(self.lineup.facings)
            if number in found or (self.across and (facing.before or facing.after))
        )

    @cached_property
    def _group_of(self) -> dict[int, Group]:
        return {id(change): group for group in self.groups for change in group.changes}

    def group_of(self, change: Change) -> Group:
        """Return the group of one of its changes."""
        return self._group_of[id(change)]


class Alone(NamedTuple):
    """A plan that one side has alone, and the change that says so."""

    plan: Plan
    change: Change
    approval: Entry | None = None
    """By what it is approved."""


@dataclass(frozen=True)
class Difference:
    """Both sides: plans in pairs, plans that one side has alone."""

    before: str
    """What the sides are called on the command line."""
    after: str
    couples: Sequence[Couple] = ()
    alone: Sequence[Alone] = ()
    """Plans that went, then plans that came."""
    left_out: int = 0
    """Changes that the options keep out of the report."""
    fail_on: str = "none"
    """Which changes fail the run, as a word of `planspec.diff.gate.FAIL_ON`."""

    @property
    def changes(self) -> Iterator[Change]:
        """All changes that are shown."""
        yield from (change for couple in self.couples for change in couple.diff.changes)
        yield from (one.change for one in self.alone)

    @property
    def changed(self) -> list[Couple]:
        """The pairs of plans with changes; the only pair whether it has any or not."""
        return [one for one in self.couples if one.diff.changes or len(self.couples) == 1]

    @property
    def total(self) -> int:
        """How many changes are shown, plans that came or went included."""
        return sum(len(couple.diff.changes) for couple in self.couples) + len(self.alone)

    def fails(self, kind: ChangeClass) -> bool:
        """Say whether a change of this class fails the run."""
        return kind in FAIL_ON[self.fail_on]

    @property
    def approvals(self) -> Iterator[tuple[Change, Entry | None]]:
        """All changes that are shown, each with what approves it."""
        for couple in self.couples:
            yield from ((change, couple.approval(change)) for change in couple.diff.changes)
        yield from ((one.change, one.approval) for one in self.alone)

    @property
    def failing(self) -> int:
        """How many changes fail the run: none that is approved."""
        return sum(self.fails(change.kind) and entry is None for change, entry in self.approvals)

    @property
    def approved(self) -> int:
        """How many changes are approved."""
        return sum(entry is not None for _, entry in self.approvals)

    @property
    def exit_code(self) -> int:
        """1 if a change fails the run."""
        return 1 if self.failing else 0


def worst_first(change: Change) -> tuple[int, int]:
    """Return what sorts the worst class first, the heaviest change first within."""
    return (CLASS_ORDER[change.kind], -change.weight.rank)


def tally(changes: Sequence[Change]) -> dict[ChangeClass, int]:
    """Return how many changes there are of each class, worst first; classes without any are left out."""
    counts = Counter(change.kind for change in changes)
    return {kind: counts[kind] for kind in ChangeClass if counts[kind]}


def folder_of(plan: Plan) -> str:
    """Return what the names of a plan's files begin with: its folder, with the revision where there is one."""
    head, slash, _ = plan.node.file.shown.rpartition("/")
    if slash:
        return head + slash
    revision, colon, _ = plan.node.file.shown.rpartition(":")
    return revision + colon


def short(file: str, plan: Plan) -> str:
    """Return a file's name as it is called within its plan's folder."""
    return file.removeprefix(folder_of(plan))


def is_headline(change: Change) -> bool:
    """Say whether a target stands above the tasks: in the goals of the plan or of an action."""
    sides = [side for side in (change.after, change.before) if side is not None]
    return change.object is Object.TARGET and not any(_BELOW.search(f"{side.pointer}/") for side in sides)
