"""How the work is driven: rhythm of reports, evaluation, lists of tasks, policies and projects."""

from __future__ import annotations

from typing import Final

from planspec.diff import features
from planspec.diff.change import Match, Method, Object
from planspec.diff.direction import named
from planspec.diff.frame import ONLY, Ends, Frame, nearest_texts, text_at, texts_at, units_at
from planspec.diff.identity import folded
from planspec.diff.likeness import Likeness, Scale
from planspec.diff.people import compare_people
from planspec.diff.phrases import judged
from planspec.diff.record import Holder, Spot
from planspec.diff.rest import compare_rest
from planspec.model import PhraseAt, Plan, Responsibility, Text
from planspec.model.build import mapping_of
from planspec.phrase import parse
from planspec.phrase.pace import read_pace
from planspec.source.nodes import Mapping, Node, Scalar, Sequence
from planspec.source.place import at, at_key, at_value

_ITEM_KNOWN: Final = frozenset(
    ("no", "title", "amount", "lead", "support", "units", "leader", "by", "content", "note", "source")
)
_LIST_KNOWN: Final = frozenset(("title", "kind", "source", "items"))
_LONGEST: Final = 200


def compare_cadence(
    frame: Frame, thing: Object, before: Holder, after: Holder, old: Mapping | None, new: Mapping | None
) -> None:
    """Compare how often reports and meetings come."""
    one, other = (mapping_of(side, "cadence") if side is not None else None for side in (old, new))
    was, now = _paces(one), _paces(other)
    for name in dict.fromkeys((*was, *now)):
        a, b = was.get(name), now.get(name)
        if a is not None and b is not None:
            if a[1].text != b[1].text:
                code = _pace_code(a[1].text, b[1].text)
                frame.record.add(
                    code,
                    thing,
                    b[0],
                    Spot(at(a[1]), a[1].text, before),
                    Spot(at(b[1]), b[1].text, after),
                    ONLY,
                )
            elif a[0] != b[0] and frame.versions:
                assert one is not None and other is not None
                frame.record.add(
                    "evaluation-reworded", thing, b[0],
                    Spot(at_key(one, a[0]), a[0], before), Spot(at_key(other, b[0]), b[0], after), ONLY,
                )  # fmt: skip
            continue
        entry = a or b
        assert entry is not None
        spot = Spot(at(entry[1]), entry[1].text, before if a else after)
        code = "cadence-removed" if a else "cadence-added"
        frame.record.add(code, thing, entry[0], spot if a else None, None if a else spot, ONLY)


def _paces(mapping: Mapping | None) -> dict[str, tuple[str, Scalar]]:
    if mapping is None:
        return {}
    return {
        folded(what) or what: (what, node)
        for what, node in mapping.entries.items()
        if isinstance(node, Scalar)
    }


def _pace_code(before: str, after: str) -> str:
    one, other = read_pace(before), read_pace(after)
    if one is None or other is None:
        return "cadence-changed"
    if one == other:
        return "evaluation-reworded"
    return "cadence-slower" if other > one else "cadence-faster"


# ---- lists ----


class _List:
    """A list of tasks, policies or projects: a name, or a mapping with entries."""

    __slots__ = ("items", "node", "title")

    def __init__(self, node: Node) -> None:
        self.node = node
        self.title = (
            node.text
            if isinstance(node, Scalar)
            else text_at(node, "title")
            if isinstance(node, Mapping)
            else ""
        )
        found = node.entries.get("items") if isinstance(node, Mapping) else None
        self.items = (
            [one for one in found.items if isinstance(one, Mapping)] if isinstance(found, Sequence) else []
        )

    def spot(self, holder: Holder) -> Spot:
        """Return where it stands."""
        place = at_value(self.node, "title") if isinstance(self.node, Mapping) else at(self.node)
        return Spot(place, self.title, holder)


def compare_lists(
    frame: Frame, before: Holder, after: Holder, old: Mapping | None, new: Mapping | None
) -> None:
    """Compare the lists that stand under `lists`, and the entries of those on both sides."""
    ones = {folded(one.title): one for one in _lists(old)}
    others = {folded(one.title): one for one in _lists(new)}
    same = [(name, name) for name in ones if name in others]
    near = nearest_texts([name for name in ones if name not in others], [n for n in others if n not in ones])
    for name, other_name in (*same, *near):
        _compare_list(frame, ones.pop(name), others.pop(other_name), before, after)
    for one in ones.values():
        frame.record.add("list-removed", Object.LIST, one.title, one.spot(before), None, ONLY)
    for other in others.values():
        frame.record.add("list-added", Object.LIST, other.title, None, other.spot(after), ONLY)


def _lists(mapping: Mapping | None) -> list[_List]:
    found = mapping.entries.get("lists") if mapping is not None else None
    return [_List(node) for node in found.items] if isinstance(found, Sequence) else []


def _compare_list(frame: Frame, one: _List, other: _List, before: Holder, after: Holder) -> None:
    if one.title != other.title and frame.versions:
        frame.record.add("item-renamed", Object.LIST, other.title, one.spot(before), other.spot(after), ONLY)
    empty = Mapping({}, {}, {}, one.node.start, one.node.end, one.node.file)
    ends = Ends(
        Object.LIST, before, after,
        one.node if isinstance(one.node, Mapping) else empty,
        other.node if isinstance(other.node, Mapping) else Mapping({}, {}, {}, other.node.start, other.node.end, other.node.file),
        other.title, ONLY,
    )  # fmt: skip
    frame.text(ends, "kind", "list-changed")
    if frame.versions:
        frame.text(ends, "source", "source-changed", fold=("source-changed",))
        compare_rest(frame, ends, _LIST_KNOWN)
    _compare_items(frame, one.items, other.items, before, after)


def _compare_items(
    frame: Frame, old: list[Mapping], new: list[Mapping], before: Holder, after: Holder
) -> None:
    left_old, left_new = list(old), list(new)
    pairs: list[tuple[Mapping, Mapping, Match]] = []
    waiting = {folded(text_at(node, "title")): node for node in reversed(left_new)}
    for node in tuple(left_old):
        other = waiting.pop(folded(text_at(node, "title")), None)
        if other is not None:
            pairs.append((node, other, Match(Method.NAME)))
            left_old.remove(node)
            left_new.remove(other)
    if left_old and left_new:
        likeness = Likeness(
            [features.of_text(text_at(node, "title")) for node in left_old],
            [features.of_text(text_at(node, "title")) for node in left_new], Scale(),
        )  # fmt: skip
        likely = likeness.pairs(range(len(left_old)), range(len(left_new)), lambda i, j: 0.0)
        found = [
            (left_old[p.before], left_new[p.after], Match(Method.LIKENESS, round(p.likeness, 2)))
            for p in likely
            if not p.doubtful
        ]
        pairs += found
        left_old = [node for node in left_old if all(node is not pair[0] for pair in found)]
        left_new = [node for node in left_new if all(node is not pair[1] for pair in found)]
    for node, other, match in pairs:
        _compare_item(frame, Ends(Object.ITEM, before, after, node, other, text_at(other, "title"), match))
    for nodes, holder, is_old in ((left_old, before, True), (left_new, after, False)):
        for node in nodes:
            spot = Spot(at_value(node, "title"), text_at(node, "title"), holder)
            code = "item-removed" if is_old else "item-added"
            frame.record.add(
                code, Object.ITEM, spot.text, spot if is_old else None, None if is_old else spot, ONLY
            )


def _compare_item(frame: Frame, ends: Ends) -> None:
    if frame.versions:
        frame.prose(ends, "title", "item-renamed")
        frame.prose(ends, "content", "item-reworded")
        frame.prose(ends, "note", "note-changed")
        frame.text(ends, "no", "numbering-changed", fold=("number", "list"))
        frame.text(ends, "source", "source-changed", fold=("source-changed",))
        compare_rest(frame, ends, _ITEM_KNOWN)
    frame.deadline(ends)
    compare_amount(frame, ends, "amount")
    old, new = _people(ends.old, frame.before), _people(ends.new, frame.after)
    compare_people(frame, ends, old, new)


def _people(mapping: Mapping, plan: Plan) -> Responsibility:
    leader = tuple(Text(name, node) for name, node in texts_at(mapping, "leader") if isinstance(node, Scalar))
    return Responsibility(
        lead=units_at(mapping, "lead", plan),
        support=units_at(mapping, "support", plan),
        units=units_at(mapping, "units", plan),
        leader=leader,
    )


def compare_amount(frame: Frame, ends: Ends, key: str, *, subject: str | None = None) -> None:
    """Compare a figure that stands under a key as a value phrase."""
    one, other = ends.old.entries.get(key), ends.new.entries.get(key)
    before, after = text_at(ends.old, key), text_at(ends.new, key)
    if before == after:
        return
    if not before or not after or not isinstance(one, Scalar) or not isinstance(other, Scalar):
        code = "target-value-added" if not before else "target-value-removed"
        frame.add(code, ends, before, after, (key,))
        return
    was, now = _phrase_at(one), _phrase_at(other)
    direction = named(subject or ends.name, tuple(at.phrase for at in (was, now) if at.phrase is not None))
    for code, also in judged(was, now, direction, places_differ=frame.places_differ):
        frame.add(code, ends, before, after, (key,), also=also)


def _phrase_at(node: Scalar) -> PhraseAt:
    return PhraseAt(node.text, node, parse(node.text) if len(node.text) <= _LONGEST else None)
