"""An action itself: its title, theme and annex, who answers for it, its work groups, lists and rhythm."""

from __future__ import annotations

from typing import Final

from planspec.diff.change import Match, Method, Object
from planspec.diff.document import compare_basis, compare_evaluation
from planspec.diff.frame import EXACT, Ends, Frame, text_at
from planspec.diff.groups import compare_group
from planspec.diff.organisation import compare_cadence, compare_lists
from planspec.diff.pairs import Pair
from planspec.diff.people import compare_people
from planspec.diff.rest import compare_rest
from planspec.model import Action
from planspec.source.nodes import Mapping, Node, Scalar

_KNOWN: Final = frozenset(
    ("action", "id", "theme", "annex", "no", "title", "heading", "summary", "lead", "first_lead", "support", "units",
     "open", "leader", "basis", "goals", "targets", "sections", "tasks", "workgroup", "breakdown", "lists", "cadence",
     "projects", "evaluation", "source", "include", "annex_title", "entry.lead", "entry.first_lead", "entry.support",
     "entry.units", "entry.open", "entry.leader", "entry.targets", "entry.workgroup", "entry.summary", "entry.no",
     "entry.projects", "entry.source", "entry.heading")
)  # fmt: skip


def compare_action(frame: Frame, pair: Pair[Action]) -> None:
    """Compare two actions that are one."""
    old, new = pair.before, pair.after
    match = EXACT if pair.match.method is Method.NAME else pair.match
    ends = Ends(Object.ACTION, old, new, _fields(old), _fields(new), new.title, match)
    united = {action for one in frame.alignment.united for action in one}
    if frame.versions and old.title != new.title and old not in united and new not in united:
        frame.text(ends, "action", "action-renamed")
    if old.theme != new.theme:
        frame.add("theme-changed", ends, old.theme, new.theme, ("theme", "action"))
    compare_people(frame, ends, old.own, new.own)
    groups = Match(Method.ONLY)
    if frame.versions:
        compare_group(frame, old.workgroup, new.workgroup, new.title, groups)
        compare_group(frame, old.overall_workgroup, new.overall_workgroup, new.title, groups)
    else:
        one, other = old.workgroup or old.overall_workgroup, new.workgroup or new.overall_workgroup
        compare_group(frame, one, other, new.title if other is not None else old.title, groups)
    compare_lists(frame, old, new, ends.old, ends.new)
    compare_cadence(frame, Object.ACTION, old, new, ends.old, ends.new)
    if not frame.versions:
        return
    compare_evaluation(frame, ends)
    compare_basis(frame, old, new, ends.old, ends.new)
    for key in ("title", "annex_title"):
        frame.text(ends, key, "annex-list-changed")
    frame.text(ends, "heading", "action-renamed")
    frame.text(ends, "id", "id-changed")
    frame.text(ends, "annex", "numbering-changed", fold=("number", new.anchor))
    for key in ("summary", "entry.summary"):
        frame.prose(ends, key, "summary-changed")
    for key in ("projects", "entry.projects"):
        frame.texts(ends, key, "project-removed", "project-added", "project-renamed")
    for key in ("source", "entry.source"):
        frame.text(ends, key, "source-changed", fold=("source-changed",))
    for key in ("entry.no", "entry.heading"):
        frame.text(ends, key, "numbering-changed" if key == "entry.no" else "action-renamed")
    for key in ("lead", "support", "units", "leader"):
        frame.texts(ends, f"entry.{key}", *["responsibility-restated"] * 3)
    for key in ("open", "first_lead"):
        frame.text(ends, f"entry.{key}", "responsibility-restated")
    if text_at(ends.old, "first_lead") != text_at(ends.new, "first_lead") and old.own.lead == new.own.lead:
        frame.text(ends, "first_lead", "lead-order-changed")
    compare_rest(frame, ends, _KNOWN)


def _fields(action: Action) -> Mapping:
    """Return the fields of an action, whether its annex is a file of its own or not.

    What the overall plan says of it stands in the annex's mapping where the annex has no such field itself, else
    under `entry.`: so a plan reads the same in one file and in several.
    """
    if action.entry is action.node:
        return action.node
    node = action.node
    entries: dict[str, Node] = dict(node.entries)
    keys: dict[str, Scalar] = dict(node.keys)
    for key, value in action.entry.entries.items():
        name = key if key not in entries else f"entry.{key}"
        entries[name] = value
        keys[name] = action.entry.keys[key]
    plain = {key: value.plain for key, value in entries.items()}
    return Mapping(entries, keys, plain, node.start, node.end, node.file)
