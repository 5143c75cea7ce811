"""Work groups and leading groups: head, convenor, deputies, members, office."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from planspec.diff.change import Match, Object
from planspec.diff.frame import ONLY, Ends, Frame, text_at, texts_at, units_at
from planspec.diff.identity import folded, listed
from planspec.diff.organisation import compare_cadence
from planspec.diff.record import Spot
from planspec.diff.rest import compare_rest
from planspec.model import Plan, UnitRef, Workgroup
from planspec.model.build import mapping_of, mappings_of
from planspec.model.elements import Post
from planspec.source.nodes import Mapping, Scalar
from planspec.source.place import at_value

_KNOWN: Final = frozenset(
    ("name", "action", "head", "convenor", "deputies", "members", "open", "office", "office_head", "cadence",
     "summary", "source")
)  # fmt: skip


def compare_group(
    frame: Frame, old: Workgroup | None, new: Workgroup | None, name: str, match: Match
) -> None:
    """Compare two work groups, or say that one came or went."""
    if old is None or new is None:
        present = old or new
        if present is None:
            return
        spot = Spot(at_value(present.node, "name", "convenor", "members"), present.name, present)
        code = "workgroup-removed" if new is None else "workgroup-added"
        called = present.name or name
        frame.record.add(
            code, Object.WORKGROUP, called, spot if new is None else None, spot if new else None, match
        )
        return
    ends = Ends(Object.WORKGROUP, old, new, old.node, new.node, new.name or name, match)
    across = not frame.versions and frame.before.jurisdiction != frame.after.jurisdiction
    if frame.versions:
        frame.text(ends, "name", "workgroup-renamed")
        frame.text(ends, "action", "field-changed")
        frame.text(ends, "source", "source-changed", fold=("source-changed",))
        frame.prose(ends, "summary", "summary-changed")
        frame.names(ends, "office_head", "office-head-changed", "office-head-changed", "office-head-changed")
        _open(frame, ends, old, new)
    if not across:
        frame.names(ends, "head", "head-removed", "head-added", "head-changed")
        frame.names(ends, "convenor", "convenor-removed", "convenor-added", "convenor-changed")
        frame.names(ends, "deputies", "deputies-changed", "deputies-changed", "deputies-changed")
    else:
        _presence(frame, ends, old, new)
        # Who is a member depends on which bodies a place has.
    if not across:
        _members(frame, ends, old.members, new.members)
    _office(frame, ends, old.office, new.office)
    compare_cadence(frame, Object.WORKGROUP, ends.before, ends.after, old.node, new.node)
    if frame.versions:
        compare_rest(frame, ends, _KNOWN)


def _presence(frame: Frame, ends: Ends, old: Workgroup, new: Workgroup) -> None:
    """Between two places persons differ anyway; whether there is one at all does not."""
    one, other = old.head or old.convenor, new.head or new.convenor
    if bool(one) is not bool(other):
        key = "head" if old.head or new.head else "convenor"
        code = f"{key}-added" if other else f"{key}-removed"
        frame.add(code, ends, listed(p.name for p in one), listed(p.name for p in other), (key,))


def _members(frame: Frame, ends: Ends, old: Sequence[UnitRef], new: Sequence[UnitRef]) -> None:
    common, gone, come = frame.bodies.parted(old, new)
    names = listed(ref.name for ref in gone), listed(ref.name for ref in come)
    if gone or come:
        code = "members-changed" if gone and come else "member-removed" if gone else "member-added"
        frame.add(code, ends, names[0], names[1], ("members",))
    if not frame.versions:
        return
    for one, other in common:
        if one.name != other.name:
            frame.add(
                "unit-renamed", ends, one.name, other.name, ("members",), fold=("unit", one.name, other.name)
            )
    orders = (
        [frame.bodies.identity(ref, True) for ref in old],
        [frame.bodies.identity(ref, False) for ref in new],
    )
    if not gone and not come and orders[0] != orders[1]:
        frame.add(
            "units-reordered", ends, listed(r.name for r in old), listed(r.name for r in new), ("members",)
        )


def _office(frame: Frame, ends: Ends, old: UnitRef | None, new: UnitRef | None) -> None:
    before, after = text_at(ends.old, "office"), text_at(ends.new, "office")
    if old is None or new is None:
        if before != after:
            code = "office-added" if not before else "office-removed" if not after else "office-changed"
            frame.add(code, ends, before, after, ("office",))
        return
    if frame.bodies.identity(old, True) == frame.bodies.identity(new, False):
        if before != after and frame.versions:
            frame.add("unit-renamed", ends, before, after, ("office",), fold=("unit", before, after))
        return
    _, gone, _ = frame.bodies.parted((old,), (new,))
    if gone and folded(before) != folded(after):
        frame.add("office-changed", ends, before, after, ("office",))


def _open(frame: Frame, ends: Ends, old: Workgroup, new: Workgroup) -> None:
    if old.open is not new.open:
        frame.add(
            "unit-list-opened" if new.open else "unit-list-closed", ends, None, None, ("open", "members")
        )


def compare_unbound(frame: Frame) -> None:
    """Compare the work groups that the overall plan lays down for no single action (8个行动)."""
    sides = []
    for plan in (frame.before, frame.after):
        organisation = mapping_of(plan.node, "organisation")
        titles = {action.title for action in plan.actions}
        nodes = mappings_of(organisation, "workgroups") if organisation is not None else []
        sides.append(
            {
                text_at(node, "action"): _group(node, plan)
                for node in nodes
                if text_at(node, "action") not in titles
            }
        )
    old, new = sides
    for name in dict.fromkeys((*old, *new)):
        compare_group(frame, old.get(name), new.get(name), name, ONLY)


def _group(node: Mapping, plan: Plan) -> Workgroup:
    def posts(key: str) -> tuple[Post, ...]:
        return tuple(Post(name, at, None) for name, at in texts_at(node, key) if isinstance(at, Scalar))

    office = units_at(node, "office", plan)
    return Workgroup(
        name=text_at(node, "name"),
        node=node,
        action=None,
        action_title=text_at(node, "action"),
        head=posts("head"),
        convenor=posts("convenor"),
        deputies=posts("deputies"),
        members=units_at(node, "members", plan),
        open=node.plain.get("open") is True,
        office=office[0] if office else None,
        source=text_at(node, "source"),
    )
