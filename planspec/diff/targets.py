"""What became of each target: found again by name, indicator, value, or elsewhere in the plan; then compared."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Final

from planspec.diff.catalogue import KINDS
from planspec.diff.change import ChangeClass, Match, Method, Object
from planspec.diff.direction import better
from planspec.diff.frame import ONLY, Ends, Frame, text_at
from planspec.diff.identity import alike, figures, folded, listed
from planspec.diff.phrases import judged, matched
from planspec.diff.record import Holder, Spot
from planspec.diff.rest import compare_rest
from planspec.diff.same_targets import (
    GOALS,
    RANK,
    best_pair,
    by_copy,
    by_copy_and_value,
    by_id,
    by_key,
    by_key_without_scope,
    by_name,
    by_value,
    copies_of,
    copy_key,
    declared,
    measured_alike,
    ordered,
    paired,
    same_target,
    same_trend,
    value_of,
    values_of,
)
from planspec.model import PhraseAt, Target, TargetRole
from planspec.phrase import Measure
from planspec.source.nodes import Mapping
from planspec.source.place import at, at_key, at_value

_KNOWN: Final = frozenset(
    ("value", "scope", "parts", "part_of", "baseline", "by", "source", "id", "renamed_from")
)
_RENAMED: Final = 0.6
_UNCHECKED: Final = (Measure.TREND, Measure.DEFERRED)
_NAME: Final = Match(Method.NAME)


class Targets:
    """Compares the targets of two plans; owners come in pairs, what is left over is looked for elsewhere."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.gone: list[Target] = []
        self.come: list[Target] = []
        self.kept: list[tuple[Target, Target]] = []

    # ---- finding them again ----

    def compare(self, old: Sequence[Target], new: Sequence[Target], match: Match) -> None:
        """Compare the targets of two owners that are one."""
        rest_old, rest_new = list(old), list(new)
        for key in (by_name, by_id, by_key, by_key_without_scope):
            for one, other in paired(rest_old, rest_new, key):
                self.pair(one, other, match if match.method is not Method.EXACT else _NAME)
        for one, other in self.renamed(rest_old, rest_new):
            self.pair(one, other, Match(Method.LIKENESS, round(alike(one.name, other.name), 2)))
        self.gone += rest_old
        self.come += rest_new

    def renamed(self, old: list[Target], new: list[Target]) -> list[tuple[Target, Target]]:
        """Return the targets of one owner that changed their name: declared, or alike with the same value."""
        found: list[tuple[Target, Target]] = []
        for one, other in declared(old, new):
            old.remove(one)
            new.remove(other)
            found.append((one, other))
        weighed: list[tuple[float, str, str, Target, Target]] = []
        for one in old:
            for other in new:
                near = alike(one.name, other.name)
                equal = values_of(one) == values_of(other)
                if near >= _RENAMED and measured_alike(one) == measured_alike(other):
                    weighed.append((-near - equal, *ordered(one.name, other.name), one, other))
                elif equal and figures(value_of(one)) and len(old) == len(new) == 1:
                    weighed.append((-near - 1, *ordered(one.name, other.name), one, other))
        weighed.sort(key=lambda one: one[:3])
        for _, _, _, one, other in weighed:
            if one in old and other in new:
                old.remove(one)
                new.remove(other)
                found.append((one, other))
        return found

    def across(self, old: Sequence[Target], new: Sequence[Target]) -> None:
        """Compare the indicators of two different plans: each once, where it is stated highest and can be compared."""
        ones, others = copies_of(old), copies_of(new)
        for key, copies in ones.items():
            if key in others:
                one, other = best_pair(copies, others[key])
                self.pair(one, other, _NAME)
        gone = [copies[0] for key, copies in ones.items() if key not in others]
        come = [copies[0] for key, copies in others.items() if key not in ones]
        for one, other in paired(gone, come, by_key_without_scope):
            self.pair(one, other, _NAME)
        self.gone += gone
        self.come += come

    def elsewhere(self) -> None:
        """Look for what is left in the whole plan: an indicator that moved is not lost."""
        for left, plan in ((self.gone, self.frame.before), (self.come, self.frame.after)):
            order = {target: number for number, target in enumerate(plan.targets)}
            left.sort(key=order.__getitem__)
        keys = (by_copy_and_value, by_copy) if self.frame.versions else (by_copy_and_value, by_copy, by_value)
        for key in keys:
            for one, other in paired(self.gone, self.come, key):
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
        self.kept.append((one, other))
        if same_target(one, other):
            return
        frame = self.frame
        self.names(one, other, match)
        phrases = [at.phrase for at in (*one.phrases, *other.phrases) if at.phrase is not None]
        direction = better(one, *phrases)
        if direction is not better(other, *phrases):
            direction = None
        if one.indicator is not None and other.indicator is not None and one.indicator is not other.indicator:
            direction = (
                one.indicator.direction if one.indicator.direction is other.indicator.direction else None
            )
        for values in matched(one.phrases, other.phrases):
            if values.before is None or values.after is None:
                code = "target-value-added" if values.before is None else "target-value-removed"
                self.say(code, one, other, _end(one, values.before), _end(other, values.after), match)
                continue
            codes = judged(values.before, values.after, direction, places_differ=frame.places_differ)
            for code, also in codes:
                if not frame.versions and (KINDS[code].kind is ChangeClass.REWORDED or same_trend(values)):
                    continue
                self.say(
                    code, one, other, _end(one, values.before), _end(other, values.after), match, also=also,
                )  # fmt: skip
        if isinstance(one.node, Mapping) or isinstance(other.node, Mapping):
            self.details(one, other, match)

    def names(self, one: Target, other: Target, match: Match) -> None:
        """Compare what the two are called, and what they are counted over."""
        if not self.frame.versions and not (one.scope and other.scope):
            pass  # what one plan leaves unsaid is no other scope
        elif folded(one.scope) != folded(other.scope):
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
            Spot(at_key(one.mapping, one.name), one.name, _holder(one), (one.name,)),
            Spot(at_key(other.mapping, other.name), other.name, _holder(other), (other.name,)),
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
                self.say(
                    code,
                    one,
                    other,
                    _field_spot(one, "by", one.by),
                    _field_spot(other, "by", other.by),
                    match,
                )
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
            graver=_heavy(one) and _heavy(other) if not self.frame.versions else _heavy(one) or _heavy(other), also=also,
        )  # fmt: skip

    # ---- what has no counterpart ----

    def highest(self, side: int) -> dict[Hashable, Target]:
        """Return the targets of one side that have a counterpart: of each its copy that stands highest."""
        found: dict[Hashable, Target] = {}
        for pair in self.kept:
            key = copy_key(pair[side])
            first = found.setdefault(key, pair[side])
            if RANK[pair[side].role] < RANK[first.role]:
                found[key] = pair[side]
        return found

    def report(self, covered: Callable[[Target, bool], bool]) -> None:
        """Take note of targets that came or went; `covered` tells those that came or went with their task."""
        for targets, old in ((self.gone, True), (self.come, False)):
            kept = self.highest(1 if old else 0) if targets else {}
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
                same = copy_key(target) if self.frame.versions else target.key
                self.frame.record.add(
                    code, Object.TARGET, target.name, spot if old else None, None if old else spot, ONLY,
                    fold=(same, values_of(target)), rank=RANK[target.role], graver=self.gravity(target),
                )  # fmt: skip

    def gravity(self, target: Target) -> int:
        """Return by how many grades it matters more (or less) than others that a target came or went.

        What gives no figure nobody could check; what is left to the superior binds without being said. Between two
        plans most targets differ: those that stand in a task only weigh less.
        """
        checked = any(at.phrase is not None and at.phrase.measure not in _UNCHECKED for at in target.phrases)
        if _heavy(target):
            return 1 if checked else -1
        return -self.frame.telling.across - (not checked)


def _plain(text: str) -> str:
    return "".join(text.split())


def _heavy(target: Target) -> bool:
    return target.role in (TargetRole.GOAL, TargetRole.OVERALL)


def _holder(target: Target) -> Holder:
    owner = target.owner
    assert not isinstance(owner, Target)
    return owner


def _spot(target: Target, text: str) -> Spot:
    return Spot(at_key(target.mapping, target.name), text, _holder(target), (target.name,))


def _end(target: Target, value: PhraseAt | None) -> Spot:
    if value is None:
        return _spot(target, "")
    return Spot(at(value.node), value.text, _holder(target), (target.name,))


def _scope_spot(target: Target) -> Spot:
    return _field_spot(target, "scope", target.scope)


def _field_spot(target: Target, key: str, text: str) -> Spot:
    node = target.node
    place = at_key(target.mapping, target.name)
    if isinstance(node, Mapping) and key in node.entries:
        place = at_value(node, key)
    return Spot(place, text, _holder(target), (target.name,))


def _details(target: Target) -> dict[str, tuple[str, ...]]:
    baseline = target.node.entries.get("baseline") if isinstance(target.node, Mapping) else None
    return {
        "parts": tuple(one.value for one in target.parts),
        "part_of": (target.part_of.value,) if target.part_of is not None else (),
        "baseline": _baseline(baseline.plain) if baseline is not None else (),
    }


def _baseline(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)
