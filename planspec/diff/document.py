"""The plan as a document: title, number, date, status, basis, annexes, organisation, declarations, allocations."""

from __future__ import annotations

from typing import Final

from planspec.diff.change import Match, Method, Object
from planspec.diff.frame import ONLY, Ends, Frame, text_at
from planspec.diff.groups import compare_group, compare_unbound
from planspec.diff.identity import alike, folded, listed
from planspec.diff.organisation import compare_amount, compare_cadence, compare_lists
from planspec.diff.record import Holder, Spot
from planspec.diff.rest import compare_rest
from planspec.model import Plan
from planspec.model.build import mapping_of, mappings_of
from planspec.source.nodes import Mapping
from planspec.source.place import at_key, at_value

_KNOWN: Final = frozenset(
    ("planspec", "title", "jurisdiction", "issuer", "programme", "year", "document", "issued", "status", "extent",
     "basis", "annexes", "goals", "actions", "sections", "tasks", "organisation", "lists", "allocations", "units",
     "indicators", "copies_to", "source", "attested")
)  # fmt: skip
_ORGANISATION: Final = frozenset(
    ("leading_group", "workgroups", "cadence", "lists", "evaluation", "summary", "source")
)
_BASIS: Final = frozenset(("title", "document", "issued", "jurisdiction", "source"))
_SAME_BASIS: Final = 0.6

FIELDS: Final = (
    ("title", "title-changed"),
    ("issuer", "issuer-changed"),
    ("programme", "programme-changed"),
    ("document", "document-number-changed"),
    ("issued", "issue-date-changed"),
)


def compare_document(frame: Frame) -> None:
    """Compare what a plan says of itself; between two plans that is what tells them apart, and no change."""
    before, after = frame.before, frame.after
    ends = Ends(Object.PLAN, before, after, before.node, after.node, "", ONLY)
    if frame.versions:
        _head(frame, ends)
        compare_basis(frame, before, after, before.node, after.node)
        _declared(frame, "units", Object.UNIT)
        _declared(frame, "indicators", Object.INDICATOR)
        compare_rest(frame, ends, _KNOWN)
    compare_group(frame, before.leading_group, after.leading_group, "", ONLY)
    if frame.versions:
        compare_unbound(frame)
    _organisation(frame)
    compare_lists(frame, before, after, before.node, after.node)
    _allocations(frame)


def _head(frame: Frame, ends: Ends) -> None:
    for key, code in FIELDS:
        frame.text(ends, key, code)
    old, new = frame.before, frame.after
    if old.status != new.status:
        code = "status-issued" if new.status == "issued" else "status-withdrawn"
        frame.add(code, ends, old.status, new.status, ("status",))
    if old.extent != new.extent:
        frame.add("extent-changed", ends, old.extent, new.extent, ("extent",))
    for key, code in (("jurisdiction", "place-changed"), ("year", "year-changed")):
        frame.text(ends, key, code)
    frame.texts(ends, "annexes", *["annex-list-changed"] * 3)
    frame.texts(ends, "copies_to", *["distribution-changed"] * 3)
    frame.text(ends, "source", "source-changed", fold=("source-changed",))
    before, after = (text_at(node, "attested") or "official" for node in (ends.old, ends.new))
    if before != after:
        frame.add("source-changed", ends, before, after, ("attested",))


def compare_basis(frame: Frame, before: Holder, after: Holder, old: Mapping, new: Mapping) -> None:
    """Compare the documents that a plan or an annex rests on."""
    ones, others = mappings_of(old, "basis"), mappings_of(new, "basis")
    for same in (_by_document, _by_title, _by_likeness):
        for one in tuple(ones):
            other = next((other for other in others if same(one, other)), None)
            if other is not None:
                ones.remove(one)
                others.remove(other)
                ends = Ends(
                    Object.BASIS, before, after, one, other, text_at(other, "title"), Match(Method.NAME)
                )
                for key in ("title", "document", "issued", "jurisdiction"):
                    frame.text(ends, key, "basis-changed")
                frame.text(ends, "source", "source-changed", fold=("source-changed",))
                compare_rest(frame, ends, _BASIS)
    for nodes, holder, is_old in ((ones, before, True), (others, after, False)):
        for node in nodes:
            spot = Spot(at_value(node, "title"), text_at(node, "title"), holder)
            code = "basis-removed" if is_old else "basis-added"
            frame.record.add(
                code, Object.BASIS, spot.text, spot if is_old else None, None if is_old else spot, ONLY
            )


def _by_document(one: Mapping, other: Mapping) -> bool:
    number = folded(text_at(one, "document"))
    return bool(number) and number == folded(text_at(other, "document"))


def _by_title(one: Mapping, other: Mapping) -> bool:
    return folded(text_at(one, "title")) == folded(text_at(other, "title"))


def _by_likeness(one: Mapping, other: Mapping) -> bool:
    return alike(text_at(one, "title"), text_at(other, "title")) >= _SAME_BASIS


def _organisation(frame: Frame) -> None:
    before, after = frame.before, frame.after
    old, new = mapping_of(before.node, "organisation"), mapping_of(after.node, "organisation")
    if old is None and new is None:
        return
    one, other = old or _nothing(before), new or _nothing(after)
    ends = Ends(Object.PLAN, before, after, one, other, "", ONLY)
    compare_cadence(frame, Object.PLAN, before, after, one, other)
    compare_lists(frame, before, after, one, other)
    compare_evaluation(frame, ends)
    if frame.versions:
        frame.prose(ends, "summary", "summary-changed")
        frame.text(ends, "source", "source-changed", fold=("source-changed",))
        compare_rest(frame, ends, _ORGANISATION)


def compare_evaluation(frame: Frame, ends: Ends) -> None:
    """Compare how the work is evaluated."""
    frame.texts(ends, "evaluation", "evaluation-removed", "evaluation-added", "evaluation-reworded")


def _nothing(holder: Plan) -> Mapping:
    node = holder.node
    return Mapping({}, {}, {}, node.start, node.start, node.file)


def _declared(frame: Frame, section: str, thing: Object) -> None:
    before, after = frame.before, frame.after
    old, new = mapping_of(before.node, section), mapping_of(after.node, section)
    ones = old.entries if old is not None else {}
    others = new.entries if new is not None else {}
    for name in dict.fromkeys((*ones, *others)):
        if name in ones and name in others:
            if ones[name].plain != others[name].plain:
                assert old is not None and new is not None
                frame.record.add(
                    "declaration-changed", thing, name, Spot(at_key(old, name), _shown(ones[name].plain), before),
                    Spot(at_key(new, name), _shown(others[name].plain), after), ONLY,
                )  # fmt: skip
            continue
        is_old = name in ones
        mapping = old if is_old else new
        assert mapping is not None
        spot = Spot(at_key(mapping, name), name, before if is_old else after)
        code = "declaration-removed" if is_old else "declaration-added"
        frame.record.add(code, thing, name, spot if is_old else None, None if is_old else spot, ONLY)


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "，".join(f"{key}: {_shown(one)}" for key, one in value.items())
    return listed(map(str, value)) if isinstance(value, list) else str(value)


def _allocations(frame: Frame) -> None:
    before, after = frame.before, frame.after
    old, new = mapping_of(before.node, "allocations"), mapping_of(after.node, "allocations")
    tables = (old.entries if old is not None else {}, new.entries if new is not None else {})
    for indicator in dict.fromkeys((*tables[0], *tables[1])):
        one, other = tables[0].get(indicator), tables[1].get(indicator)
        ones = one.entries if isinstance(one, Mapping) else {}
        others = other.entries if isinstance(other, Mapping) else {}
        for place in dict.fromkeys((*ones, *others)):
            name = f"{indicator}/{place}"
            if place in ones and place in others:
                assert isinstance(one, Mapping) and isinstance(other, Mapping)
                ends = Ends(Object.ALLOCATION, before, after, one, other, name, ONLY)
                compare_amount(frame, ends, place, subject=indicator)
                continue
            is_old = place in ones
            holder = one if is_old else other
            assert isinstance(holder, Mapping)
            spot = Spot(at_key(holder, place), text_at(holder, place), before if is_old else after)
            code = "allocation-removed" if is_old else "allocation-added"
            frame.record.add(
                code, Object.ALLOCATION, name, spot if is_old else None, None if is_old else spot, ONLY
            )
