"""Every text of a plan, once, in order: for the rules that judge wording wherever it stands.

The texts are also joined into one, a line each, so that a rule finds in one pass the few that it has to
look at. Units are not among them: `Plan.unit_refs` holds those.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from typing import Final, NamedTuple

from planspec.model import Goal, Item, Plan, Row, Section, Task, Workgroup
from planspec.rules._once import once_per_plan
from planspec.source.nodes import Mapping, Node, Scalar, Sequence
from planspec.source.place import Place, at
from planspec.source.span import Span

_SKIPPED: Final = frozenset(
    {
        *("planspec", "jurisdiction", "year", "issued", "status", "extent", "attested", "annex", "include"),
        *("id", "renamed_from", "no", "tier", "theme", "open", "source", "role", "level", "kind"),
        *("restates", "first_lead", "parts", "part_of", "dimension", "direction"),
        *("lead", "support", "units", "members", "office"),
    }
)
"""Keys whose values are codes, units, or repeat a name that stands elsewhere in the spec."""
_SKIPPED_MAPPINGS: Final = frozenset({"indicators", "allocations"})
"""Keys of what a plan tells the registry."""
_ITEMS: Final = frozenset(
    {"actions", "sections", "tasks", "goals", "breakdown", "workgroup", "workgroups", "leading_group"}
)
"""Keys under which the items stand that a finding can be about."""


class Said(NamedTuple):
    """One text: under which key it stands, in which item's mapping, and for a target of which name.

    The name of an indicator stands under `targets`, its phrase under `value`.
    """

    text: str
    node: Scalar
    key: str
    holder: Mapping
    target: str


class Texts:
    """The texts of one plan in the order of its files."""

    def __init__(self, plan: Plan) -> None:
        collected = _Collected()
        for file in plan.files:
            if type(file.root) is Mapping:
                collected.take(file.root, file.root)
        self._places = collected.places
        self.joined = "\n" + "\n\n".join(collected.lines) + "\n\n"
        """All of them, each between line breaks of its own; a line break within a text is a blank here."""
        self._starts = list(accumulate((len(line) + 2 for line in collected.lines), initial=1))
        self._items = _Items(plan)

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Said]:
        return map(self.__getitem__, range(len(self)))

    def __getitem__(self, index: int) -> Said:
        text = self.joined[self._starts[index] : self._starts[index + 1] - 2]
        return Said(text, *self._places[index])

    def holding(self, signs: re.Pattern[str], within: str = "") -> list[Said]:
        """Return the texts in which one of the signs stands, in their order.

        A line break in a sign stands for the beginning or the end of a text. With `within`, a text of the
        same layout as `joined`, the signs are looked up there.
        """
        starts = self._starts
        found = []
        end = 0
        for match in signs.finditer(within or self.joined):
            place = match.start() + (match[0][0] == "\n")
            if place >= end:
                index = bisect_right(starts, place) - 1
                end = starts[index + 1]
                found.append(self[index])
        return found

    def under(self, *keys: str) -> list[Said]:
        """Return the texts that stand under some keys."""
        return [self[index] for index, place in enumerate(self._places) if place[1] in keys]

    def item(self, said: Said) -> Item | None:
        """Return the target, task, section, row, goal, action or work group whose text it is."""
        return self._items.of(said)


@once_per_plan
def texts(plan: Plan) -> Texts:
    """Return the plan's texts."""
    return Texts(plan)


def signs_of(*words: str) -> re.Pattern[str]:
    """Return the expression for any of some words; without anchors, so that it searches fast."""
    return re.compile("|".join(map(re.escape, words)))


def words_at(said: Said, start: int, length: int) -> Place:
    """Point at a part of a text; at the whole where it is not written in one piece."""
    span = part_span(said, start, length)
    return at(said.node) if span is None else Place(said.node, span)


def part_span(said: Said, start: int, length: int) -> Span | None:
    """Return where a part of a text stands; None where it is written with escapes or on several lines."""
    node = said.node
    raw = node.file.text[node.start : node.end]
    if raw == said.text:
        first = node.start + start
    elif raw[1:-1] == said.text and raw[0] == raw[-1] and raw[0] in "'\"":
        first = node.start + 1 + start
    else:
        return None
    return node.file.span(first, first + length)


class _Collected:
    """Gathers the texts below a mapping; what is merged in or aliased comes once."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.places: list[tuple[Scalar, str, Mapping, str]] = []
        self._seen: set[int] = set()

    def take(self, node: Mapping, holder: Mapping, target: str = "") -> None:
        if id(node) in self._seen:
            return
        self._seen.add(id(node))
        for key, value in node.entries.items():
            kind = type(value)
            if key in _SKIPPED or (kind is Mapping and key in _SKIPPED_MAPPINGS) or key[:2] == "x-":
                continue
            if kind is Scalar:
                self._add(value, key, holder, target)
            elif key == "targets" and type(value) is Mapping:
                self._take_targets(value)
            else:
                self._take_value(value, key, holder, target)

    def _take_value(self, value: Node, key: str, holder: Mapping, target: str) -> None:
        if type(value) is Mapping:
            self.take(value, value if key in _ITEMS else holder, target)
        elif type(value) is Sequence:
            if id(value) in self._seen:
                return
            self._seen.add(id(value))
            for item in value.items:
                if type(item) is Scalar:
                    self._add(item, key, holder, target)
                else:
                    self._take_value(item, key, holder, target)

    def _take_targets(self, targets: Mapping) -> None:
        if id(targets) in self._seen:
            return
        self._seen.add(id(targets))
        for name, value in targets.entries.items():
            self._add(targets.keys[name], "targets", targets, name)
            if type(value) is Scalar:
                self._add(value, "value", targets, name)
            elif type(value) is Mapping:
                self.take(value, targets, name)
            else:
                self._take_value(value, "value", targets, name)

    def _add(self, node: Node, key: str, holder: Mapping, target: str) -> None:
        text = node.plain
        if type(text) is str and text and type(node) is Scalar:
            self.lines.append(text.replace("\n", " ") if "\n" in text else text)
            self.places.append((node, key, holder, target))


class _Items:
    """What holds a text; gathered when it is first asked for."""

    def __init__(self, plan: Plan) -> None:
        self._actions = plan.actions
        self._groups: tuple[Workgroup | None, ...] = (plan.leading_group, *plan.workgroups)
        self._others: tuple[Goal | Section | Task | Row, ...] = (
            *plan.goals,
            *plan.all_sections,
            *plan.tasks,
            *plan.rows,
        )
        self._targets = plan.targets

    @cached_property
    def _by_node(self) -> dict[int, Item]:
        found: dict[int, Item] = {}
        for action in self._actions:
            found[id(action.entry)] = found[id(action.node)] = action
            if action.overall_workgroup is not None:
                found[id(action.overall_workgroup.node)] = action.overall_workgroup
            found.update((id(goal.node), goal) for goal in action.goals)
        found.update((id(group.node), group) for group in self._groups if group is not None)
        found.update((id(item.node), item) for item in self._others)
        return found

    @cached_property
    def _by_name(self) -> dict[tuple[int, str], Item]:
        return {(id(target.mapping), target.name): target for target in self._targets}

    def of(self, said: Said) -> Item | None:
        if said.target:
            return self._by_name.get((id(said.holder), said.target))
        return self._by_node.get(id(said.holder))
