"""How well the diff reads a revision whose truth is known: right pairs, and each edit told once."""

from __future__ import annotations

from dataclasses import dataclass, field

from planspec.diff import Change, Method, Mode, diff
from planspec.diff.align import align
from planspec.model import Plan, Task

from .edits import Expected, Revision
from .plans import plain_plan


@dataclass
class Score:
    """The sum over some revisions."""

    revisions: int = 0
    pairs: int = 0
    hard_pairs: int = 0
    """Pairs found by likeness alone."""
    false_pairs: int = 0
    true_pairs: int = 0
    """Pairs that there are."""
    missed_pairs: int = 0
    edits: int = 0
    untold: list[tuple[int, Expected]] = field(default_factory=list)
    extra: list[tuple[int, Change]] = field(default_factory=list)
    wrong: list[tuple[int, str, str]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return 1 - self.false_pairs / self.pairs if self.pairs else 1.0

    @property
    def recall(self) -> float:
        return 1 - self.missed_pairs / self.true_pairs if self.true_pairs else 1.0

    @property
    def told(self) -> float:
        return 1 - len(self.untold) / self.edits if self.edits else 1.0


def score(revision: Revision, into: Score, seed: int = 0) -> None:
    """Add what the diff makes of a revision."""
    before, after = plain_plan(revision.before, "old.yaml"), plain_plan(revision.after, "new.yaml")
    into.revisions += 1
    _pairs(revision, before, after, into, seed)
    _edits(revision, diff(before, after, Mode.VERSIONS).changes, into, seed)


def steps(pointer: str) -> tuple[str | int, ...]:
    parts = (part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:])
    return tuple(int(part) if part.isdigit() else part for part in parts)


def _pairs(revision: Revision, before: Plan, after: Plan, into: Score, seed: int) -> None:
    def uid(task: Task, uids: dict[tuple[str | int, ...], int]) -> int:
        return uids[steps(task.node.file.pointer(task.node))]

    old = {uid(task, revision.old_uids): task for task in before.tasks}
    new = {uid(task, revision.new_uids): task for task in after.tasks}
    found = align(before, after, Mode.VERSIONS).tasks
    regrouped = revision.regrouped
    for pair in found:
        one, other = uid(pair.before, revision.old_uids), uid(pair.after, revision.new_uids)
        if one in regrouped and other in regrouped:
            continue
        into.pairs += 1
        into.hard_pairs += pair.match.method is Method.LIKENESS
        if one != other:
            into.false_pairs += 1
            into.wrong.append((seed, pair.before.title, pair.after.title))
    for number in old.keys() & new.keys() - regrouped:
        into.true_pairs += 1
        mine = found.of_old(old[number])
        if mine is None or mine.after is not new[number]:
            into.missed_pairs += 1


def _edits(revision: Revision, changes: tuple[Change, ...], into: Score, seed: int) -> None:
    told = [(_uids(revision, change), change) for change in changes]
    used: set[int] = set()
    into.edits += len(revision.expected)
    for expected in revision.expected:
        fits = [
            number
            for number, (uids, change) in enumerate(told)
            if change.code in expected.codes and (expected.uid in uids or expected.uid == 0)
        ]
        # Two edits may be one change: what moved the same way, two copies of one target.
        match = next((number for number in fits if number not in used), next(iter(fits), None))
        if match is None:
            into.untold.append((seed, expected))
        else:
            used.add(match)
    into.extra += [(seed, change) for number, (_, change) in enumerate(told) if number not in used]


def _uids(revision: Revision, change: Change) -> set[int]:
    """Return the items that a change concerns: those that hold its places, and those related."""
    found: set[int] = set()
    sides = [(change.before, revision.old_uids), (change.after, revision.new_uids)]
    sides += [(one.side, revision.old_uids if one.old else revision.new_uids) for one in change.related]
    for side, uids in sides:
        if side is None:
            continue
        path = steps(side.pointer)
        found.update(uids[path[:end]] for end in range(len(path) + 1) if path[:end] in uids)
    return found
