"""What became of each target: found again by name, indicator, value, or elsewhere in the plan; then compared."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Final

from planspec.diff.catalogue import KINDS
from planspec.diff.change import ChangeClass, Match, Method, Object
from planspec.diff.direction import better
from planspec.diff.frame import ONLY, Ends, Frame, text_at
from planspec.diff.identity import alike, figures, folded, listed
from planspec.diff.phrases import Matched, judged, matched
from planspec.diff.record import Holder, Spot
from planspec.diff.rest import compare_rest
from planspec.model import Target, TargetRole
from planspec.phrase import Measure
from planspec.source.nodes import Mapping
from planspec.source.place import Place, at, at_key, at_value

RANK: Final = {role: rank for rank, role in enumerate(TargetRole)}
"""From the overall goals down to the table."""
GOALS: Final = (TargetRole.GOAL, TargetRole.OVERALL, TargetRole.ACTION_GOAL)
_KNOWN: Final = frozenset(("value", "scope", "parts", "part_of", "baseline", "by", "source", "id", "renamed_from"))
_LONG: Final = 5
"""A name of so many characters is one thing wherever it stands; a shorter one (活动) may be many."""
_RENAMED: Final = 0.6
_TRIED: Final = 6
"""Copies of one indicator that are tried for a comparison between two plans."""
_NAME: Final = Match(Method.NAME)


def named_alike(target: Target) -> bool:
    """Say whether the name alone tells which figure is meant, wherever in the plan it stands."""
    return target.indicator is not None or target.role in GOALS or len(folded(target.name)) >= _LONG


def copy_key(target: Target) -> Hashable:
    """Return what is equal for copies of one target: those of one indicator, or of one name within a task."""
    if named_alike(target):
        return (target.key, text_at(target.node, "by") if isinstance(target.node, Mapping) else "")
    owner = target.owner
    return (target.key, owner.anchor)


def value_of(target: Target) -> str:
    """Return the values of a target as they stand."""
    return "，".join(one.text for one in target.phrases)


class Targets:
    """Compares the targets of two plans; owners come in pairs, what is left over is looked for elsewhere."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.gone: list[Target] = []
        self.come: list[Target] = []
        self.met: dict[Hashable, Target] = {}
        """Targets of the new plan that have a counterpart, by copy."""
        self.left: dict[Hashable, Target] = {}
        """The same of the old plan."""

    # ---- finding them again ----

    def compare(self, old: Sequence[Target], new: Sequence[Target], match: Match) -> None:
        """Compare the targets of two owners that are one."""
        rest_old, rest_new = list(old), list(new)
        for key in (_by_name, _by_id, _by_key, _by_key_without_scope):
            for one, other in _paired(rest_old, rest_new, key):
                self.pair(one, other, match if match.method is not Method.EXACT else _NAME)
        for one, other in self.renamed(rest_old, rest_new):
            self.pair(one, other, Match(Method.LIKENESS, round(alike(one.name, other.name), 2)))
        self.gone += rest_old
        self.come += rest_new

    def renamed(self, old: list[Target], new: list[Target]) -> list[tuple[Target, Target]]:
        """Return the targets of one owner that changed their name: declared, or alike with the same value."""
        found: list[tuple[Target, Target]] = []
        for one, other in _declared(old, new):
            old.remove(one)
            new.remove(other)
            found.append((one, other))
        weighed: list[tuple[float, str, str, Target, Target]] = []
        for one in old:
            for other in new:
                near = alike(one.name, other.name)
                equal = _values(one) == _values(other)
                if near >= _RENAMED and _figure_free(one) == _figure_free(other):
                    weighed.append((-near - equal, *_ordered(one.name, other.name), one, other))
                elif equal and figures(value_of(one)) and len(old) == len(new) == 1:
                    weighed.append((-near - 1, *_ordered(one.name, other.name), one, other))
        weighed.sort(key=lambda one: one[:3])
        for _, _, _, one, other in weighed:
            if one in old and other in new:
                old.remove(one)
                new.remove(other)
                found.append((one, other))
        return found

    def across(self, old: Sequence[Target], new: Sequence[Target]) -> None:
        """Compare the indicators of two different plans: each once, where it is stated highest and can be compared."""
        ones, others = _copies(old), _copies(new)
        for key, copies in ones.items():
            theirs = others.get(key)
            if theirs is None:
                self.gone.append(copies[0])
                continue
            one, other = _best_pair(copies, theirs)
            self.pair(one, other, _NAME)
        self.come += [copies[0] for key, copies in others.items() if key not in ones]

    def elsewhere(self) -> None:
        """Look for what is left in the whole plan: an indicator that moved is not lost."""
        for left, plan in ((self.gone, self.frame.before), (self.come, self.frame.after)):
            order = {target: number for number, target in enumerate(plan.targets)}
            left.sort(key=order.__getitem__)
        for key in (_by_copy_and_value, _by_copy):
            for one, other in _paired(self.gone, self.come, key):
                self.pair(one, other, _NAME)
                if self.frame.versions:
                    self.frame.record.add(
                        "target-moved", Object.TARGET, one.name,
                        _spot(one, value_of(one)), _spot(other, value_of(other)), _NAME,
                        fold=("moved", one.key), rank=min(RANK[one.role], RANK[other.role]),
                    )  # fmt: skip

    # ---- what became of one ----

    def pair(self, one: Target, other: Target, match: Match) -> None:
        """Compare two targets that are one."""
        for kept, target in ((self.left, one), (self.met, other)):
            highest = kept.setdefault(copy_key(target), target)
            if RANK[target.role] < RANK[highest.role]:
                kept[copy_key(target)] = target
        frame = self.frame
        self.names(one, other, match)
        phrases = [at.phrase for at in (*one.phrases, *other.phrases) if at.phrase is not None]
        direction = better(one, *phrases)
        if direction is not better(other, *phrases):
            direction = None
        if one.indicator is not None and other.indicator is not None and one.indicator is not other.indicator:
            direction = one.indicator.direction if one.indicator.direction is other.indicator.direction else None
        for values in matched(one.phrases, other.phrases):
            if values.before is None or values.after is None:
                code = "target-value-added" if values.before is None else "target-value-removed"
                before = Spot(at(values.before.node), values.before.text, one.owner) if values.before else _spot(one, "")  # type: ignore[arg-type]  # fmt: skip
                after = Spot(at(values.after.node), values.after.text, other.owner) if values.after else _spot(other, "")  # type: ignore[arg-type]  # fmt: skip
                self.say(code, one, other, before, after, match)
                continue
            codes = judged(values.before, values.after, direction, places_differ=frame.places_differ)
            for code, also in codes:
                if not frame.versions and (KINDS[code].kind is ChangeClass.REWORDED or _same_trend(values)):
                    continue
                self.say(
                    code, one, other,
                    Spot(at(values.before.node), values.before.text, _holder(one)),
                    Spot(at(values.after.node), values.after.text, _holder(other)),
                    match, also=also,
                )  # fmt: skip
        if isinstance(one.node, Mapping) or isinstance(other.node, Mapping):
            self.details(one, other, match)

    def names(self, one: Target, other: Target, match: Match) -> None:
        """Compare what the two are called, and what they are counted over."""
        if folded(one.scope) != folded(other.scope):
            before, after = _scope_spot(one), _scope_spot(other)
            self.say("scope-changed", one, other, before, after, match)
        elif one.scope != other.scope and self.frame.versions:
            self.say("target-reworded", one, other, _scope_spot(one), _scope_spot(other), match)
        if one.name == other.name:
            return
        same = one.key.partition("@")[0] == other.key.partition("@")[0]
        if same:
            code = "indicator-alias"
        elif one.indicator is not None or other.indicator is not None:
            code = "indicator-changed"
        else:
            code = "indicator-renamed" if folded(one.name) != folded(other.name) else "indicator-alias"
        if same and not self.frame.versions:
            return
        self.say(
            code, one, other,
            Spot(at_key(one.mapping, one.name), one.name, _holder(one)),
            Spot(at_key(other.mapping, other.name), other.name, _holder(other)),
            match, fold=("alias", one.name, other.name) if same else None,
        )  # fmt: skip

    def details(self, one: Target, other: Target, match: Match) -> None:
        """Compare what else a target says: parts, baseline, its own deadline."""
        frame = self.frame
        before, after = _details(one), _details(other)
        for key in ("parts", "part_of"):
            if before[key] != after[key]:
                if sorted(before[key]) == sorted(after[key]) and not frame.versions:
                    continue
                self.say(
                    "parts-changed", one, other,
                    _field_spot(one, key, listed(before[key])), _field_spot(other, key, listed(after[key])), match,
                )  # fmt: skip
        if before["baseline"] != after["baseline"]:
            self.say(
                "baseline-changed", one, other,
                _field_spot(one, "baseline", "，".join(before["baseline"])),
                _field_spot(other, "baseline", "，".join(after["baseline"])), match,
            )  # fmt: skip
        if one.by != other.by:
            code = frame.judge_deadline(one.by, other.by)
            if code is not None:
                self.say(code, one, other, _field_spot(one, "by", one.by), _field_spot(other, "by", other.by), match)
        if frame.versions:
            ends = Ends(
                Object.TARGET, _holder(one), _holder(other),
                one.node if isinstance(one.node, Mapping) else one.mapping,
                other.node if isinstance(other.node, Mapping) else other.mapping, one.name, match,
            )  # fmt: skip
            for key, code in (("source", "source-changed"), ("id", "id-changed")):
                old = text_at(one.node, key) if isinstance(one.node, Mapping) else ""
                new = text_at(other.node, key) if isinstance(other.node, Mapping) else ""
                if old != new:
                    frame.add(code, ends, old, new, (key,), fold=(code,), rank=len(RANK))
            compare_rest(
                frame, ends, _KNOWN,
                one.node.plain if isinstance(one.node, Mapping) else {},
                other.node.plain if isinstance(other.node, Mapping) else {},
            )  # fmt: skip

    def say(
        self,
        code: str,
        one: Target,
        other: Target,
        before: Spot,
        after: Spot,
        match: Match,
        *,
        also: tuple[str, ...] = (),
        fold: Hashable = None,
    ) -> None:
        """Take note of a change; the same change of a copy of the target is the same change."""
        self.frame.record.add(
            code, Object.TARGET, one.name, before, after, match,
            fold=fold or (copy_key(one), _plain(before.text), _plain(after.text)),
            rank=min(RANK[one.role], RANK[other.role]),
            heavier=_heavy(one) or _heavy(other), also=also,
        )  # fmt: skip

    # ---- what has no counterpart ----

    def report(self, covered: Callable[[Target, bool], bool]) -> None:
        """Take note of targets that came or went; `covered` tells those that came or went with their task."""
        for targets, old, kept in ((self.gone, True, self.met), (self.come, False, self.left)):
            for target in targets:
                if covered(target, old):
                    continue
                copy = kept.get(copy_key(target))
                if copy is not None and RANK[copy.role] > RANK[target.role] and target.role in GOALS:
                    copy = None  # the overall plan no longer says it, only a task does
                if copy is None:
                    code = "target-removed" if old else "target-added"
                elif not self.frame.versions:
                    continue
                else:
                    code = "target-copy-removed" if old else "target-copy-added"
                spot = _spot(target, value_of(target))
                self.frame.record.add(
                    code, Object.TARGET, target.name, spot if old else None, None if old else spot, ONLY,
                    fold=(copy_key(target), _values(target)), rank=RANK[target.role], heavier=_heavy(target),
                )  # fmt: skip


def _same_trend(values: Matched) -> bool:
    """Say whether both only give a direction, the same one: in two plans it is worded differently anyway."""
    one, other = (side.phrase if side is not None else None for side in values)
    if one is None or other is None or one.measure is not Measure.TREND or other.measure is not Measure.TREND:
        return False
    return one.trend is other.trend and one.firmness is other.firmness


def _copies(targets: Iterable[Target]) -> dict[Hashable, list[Target]]:
    """Return the targets by indicator, those of the overall goals first."""
    found: dict[Hashable, list[Target]] = {}
    for target in sorted(targets, key=lambda one: RANK[one.role]):
        found.setdefault(target.key, []).append(target)
    return found


def _best_pair(ones: Sequence[Target], others: Sequence[Target]) -> tuple[Target, Target]:
    """Return the copies that are compared: of one measure if there are such, then the highest."""
    found = [
        (
            _measures(one).isdisjoint(_measures(other)), RANK[one.role] + RANK[other.role], i + j,
            _ordered(value_of(one), value_of(other)), i, j,
        )
        for i, one in enumerate(ones[:_TRIED])
        for j, other in enumerate(others[:_TRIED])
    ]  # fmt: skip
    *_, i, j = min(found)
    return ones[i], others[j]


def _measures(target: Target) -> set[tuple[str, str]]:
    return {(one.phrase.measure.value, one.phrase.base) for one in target.phrases if one.phrase is not None}


# ---- what is equal for one target on both sides ----


def _by_name(target: Target) -> Hashable:
    return (target.name, folded(target.scope))


def _by_id(target: Target) -> Hashable:
    return (text_at(target.node, "id") if isinstance(target.node, Mapping) else "") or None


def _by_key(target: Target) -> Hashable:
    return target.key


def _by_key_without_scope(target: Target) -> Hashable:
    return target.key.partition("@")[0]


def _by_copy(target: Target) -> Hashable:
    return (target.key, target.role in GOALS) if named_alike(target) else None


def _by_copy_and_value(target: Target) -> Hashable:
    return (target.key, _values(target), target.role in GOALS)


def _paired(
    old: list[Target], new: list[Target], key: Callable[[Target], Hashable]
) -> list[tuple[Target, Target]]:
    """Take the targets with equal keys out of both lists, in their order; None is no key."""
    if not old or not new:
        return []
    waiting: dict[Hashable, list[Target]] = {}
    for other in new:
        name = key(other)
        if name is not None:
            waiting.setdefault(name, []).append(other)
    found: list[tuple[Target, Target]] = []
    for one in tuple(old):
        name = key(one)
        queue = waiting.get(name) if name is not None else None
        if queue:
            other = queue.pop(0)
            found.append((one, other))
            old.remove(one)
            new.remove(other)
    return found


def _declared(old: Iterable[Target], new: Iterable[Target]) -> list[tuple[Target, Target]]:
    """Return the targets of which one says that it was called like the other."""
    found: list[tuple[Target, Target]] = []
    for declaring, others, forward in ((new, old, True), (old, new, False)):
        for target in declaring:
            earlier = text_at(target.node, "renamed_from") if isinstance(target.node, Mapping) else ""
            meant = [other for other in others if earlier and folded(other.name) == folded(earlier)]
            if len(meant) == 1:
                pair = (meant[0], target) if forward else (target, meant[0])
                if all(pair[0] is not one and pair[1] is not other for one, other in found):
                    found.append(pair)
    return found


def _values(target: Target) -> Hashable:
    """Return what is equal for equal values, whatever their wording."""
    return tuple(
        sorted(
            (one.phrase.measure.value, one.phrase.base, str(one.phrase.low), str(one.phrase.high), str(one.phrase.comparator))
            if one.phrase is not None
            else (folded(one.text),)
            for one in target.phrases
        )
    )  # fmt: skip


def _figure_free(target: Target) -> Hashable:
    """Return how a target is measured, whatever its figure."""
    return tuple(
        sorted((one.phrase.measure.value, one.phrase.base) if one.phrase is not None else () for one in target.phrases)
    )


def _ordered(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


def _plain(text: str) -> str:
    return "".join(text.split())


# ---- where they stand ----


def _heavy(target: Target) -> bool:
    return target.role in (TargetRole.GOAL, TargetRole.OVERALL)


def _holder(target: Target) -> Holder:
    owner = target.owner
    assert not isinstance(owner, Target)
    return owner


def _spot(target: Target, text: str) -> Spot:
    return Spot(at_key(target.mapping, target.name), text, _holder(target))


def _scope_spot(target: Target) -> Spot:
    return _field_spot(target, "scope", target.scope)


def _field_spot(target: Target, key: str, text: str) -> Spot:
    node = target.node
    place: Place = at_value(node, key) if isinstance(node, Mapping) and key in node.entries else at_key(target.mapping, target.name)  # fmt: skip
    return Spot(place, text, _holder(target))


def _details(target: Target) -> dict[str, tuple[str, ...]]:
    baseline = target.node.entries.get("baseline") if isinstance(target.node, Mapping) else None
    return {
        "parts": tuple(one.value for one in target.parts),
        "part_of": (target.part_of.value,) if target.part_of is not None else (),
        "baseline": _baseline(baseline.plain) if baseline is not None else (),
    }


def _baseline(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)
