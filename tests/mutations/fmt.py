"""Faults of the text as such."""

from __future__ import annotations

from random import Random

from planspec.model import Section, Task
from planspec.registry import chain
from planspec.rules import ALL
from planspec.source.emit import scalar
from planspec.source.nodes import Mapping, Node, Scalar, Sequence
from planspec.source.reordering import reordered

from . import phrases
from .editing import (
    area,
    drop,
    edit,
    insert,
    key_area,
    line_area,
    mappings_in,
    rename,
    values_of,
    write,
    write_raw,
)
from .engine import Planted, anywhere, some
from .real import Real

_OWN_NAMES = ("targets", "units", "cadence")
"""Keys below which the author names the keys."""
_KNOWN = (
    "id",
    "no",
    "title",
    "heading",
    "lead",
    "support",
    "units",
    "leader",
    "targets",
    "deliverables",
    "source",
)


def yaml_error(real: Real, random: Random) -> Planted | None:
    """A full-width colon, an open bracket or quote, a lost space, a line out of line."""
    values = values_of(real.plan)

    def wide_colon(at: tuple[Mapping, str, Scalar]) -> Planted | None:
        mapping, key, value = at
        end = mapping.keys[key].end
        if len(mapping.keys) == 1:
            return None  # what is left is a text where a mapping belongs: that is for the schema to say
        return (
            Planted((edit(value.file, end, end + 2, "："),), line_area(value))
            if value.start == end + 2
            else None
        )

    def open_quote(at: tuple[Mapping, str, Scalar]) -> Planted | None:
        value = at[2]
        if value.file.text[value.start] in "'\"":
            return None
        return Planted((edit(value.file, value.start, value.start, '"'),), line_area(value))

    def open_bracket(at: Node) -> Planted | None:
        return Planted((edit(at.file, at.end - 1, at.end, ""),), line_area(at))

    def out_of_line(at: tuple[Mapping, str, Scalar]) -> Planted | None:
        mapping, key, value = at
        start = mapping.keys[key].start
        head = value.file.text.rfind("\n", 0, start) + 1
        if start == mapping.start or value.file.text[head:start].strip() or start - head < 2:
            return None
        return Planted((edit(value.file, head, head + 1, random.choice(("", "  "))),), line_area(value))

    lists = [
        value
        for mapping in mappings_in(real.plan)
        for value in mapping.entries.values()
        if isinstance(value, Sequence) and value.end and len(value.items) > 1
    ]
    return some(
        random,
        lambda: anywhere(random, values, wide_colon),
        lambda: anywhere(random, values, open_quote),
        lambda: anywhere(random, lists, open_bracket),
        lambda: anywhere(random, values, out_of_line),
    )


def schema_violation(real: Real, random: Random) -> Planted | None:
    """A key with a slip, a required key lost, a value that is not allowed."""

    def slip(mapping: Mapping) -> Planted | None:
        keys = [key for key in mapping.keys if key in _KNOWN[3:]]
        if not keys:
            return None
        key = random.choice(keys)
        at = random.randrange(len(key) - 1)
        wrong = random.choice((key[:at] + key[at + 1 :], key[:at] + key[at + 1] + key[at] + key[at + 2 :]))
        if wrong in mapping.keys or wrong == key or wrong in _KNOWN:
            return None
        return Planted((rename(mapping, key, wrong),))

    def untitled(mapping: Mapping) -> Planted | None:
        if "title" not in mapping.keys or not {"no", "lead", "units"} & mapping.keys.keys():
            return None
        return Planted((drop(mapping, "title"),), area(mapping))

    def not_allowed(at: tuple[Mapping, str, Scalar]) -> Planted | None:
        _, key, value = at
        wrong = {
            "status": "已印发",
            "theme": "industrial",
            "year": "二〇二四",
            "annex": "附件2",
            "open": "是",
        }
        return Planted((write_raw(value, wrong[key]),)) if key in wrong else None

    found = mappings_in(real.plan)
    special = [one for one in values_of(real.plan) if one[1] in ("status", "theme", "annex", "open", "year")]
    return some(
        random,
        lambda: anywhere(random, found, slip),
        lambda: anywhere(random, found, untitled),
        lambda: anywhere(random, special, not_allowed),
    )


def duplicate_key(real: Real, random: Random) -> Planted | None:
    """An entry stands twice in its mapping, with two values."""

    def plant(at: tuple[Mapping, str, Scalar]) -> Planted | None:
        mapping, key, value = at
        others = [one for one in mapping.entries.values() if isinstance(one, Scalar) and one is not value]
        if not others:
            return None
        other = random.choice(others)
        line = f"{scalar(key)}: {other.file.text[other.start : other.end]}"
        return Planted((insert(mapping, line, key),), area(mapping))

    return anywhere(random, values_of(real.plan), plant)


def include_missing(real: Real, random: Random) -> Planted | None:
    """An action's file is called otherwise, lies elsewhere, or is included twice."""
    includes = [(mapping, value) for mapping, key, value in values_of(real.plan) if key == "include"]

    def plant(at: tuple[Mapping, Scalar]) -> Planted | None:
        _, value = at
        wrong = random.choice((value.text.replace("-", "_"), f"../{value.text}", f"annexes/{value.text}"))
        return Planted((write(value, wrong),))

    return anywhere(random, includes, plant)


def phrase_not_understood(real: Real, random: Random) -> Planted | None:
    """A value that is no phrase."""

    def plant(one: phrases.Said) -> Planted | None:
        figure = phrases.figure_in(one.text)
        wrong = random.choice(
            (f"{one.text}还多", f"增长比往年{figure}个点还多", f"{figure}左右的样子", "参照往年")
        )
        return Planted((write(one.node, wrong),)) if phrases.reads(wrong) is None else None

    return anywhere(random, phrases.figures(real.plan), plant)


def duplicate_id(real: Real, random: Random) -> Planted | None:
    """A task has the id of another."""
    restated = {row.restates.value for row in real.plan.rows if row.restates is not None}
    nodes = [task.node.entries["id"] for task in real.plan.tasks if task.id and task.id not in restated]
    if len(nodes) < 2:
        return None
    one, other = random.sample(nodes, 2)
    assert isinstance(one, Scalar)
    return Planted((write(other, one.text),), area(one, other))


def unused_ignore(real: Real, random: Random) -> Planted | None:
    """A comment that ignores what is not there, names no rule, or gives no reason."""
    found = {one.code for one in real.before}
    quiet = [rule.code for rule in ALL if rule.code not in found and rule.check is not None]

    def plant(at: tuple[Mapping, str, Scalar]) -> Planted | None:
        value = at[2]
        end = value.file.text.find("\n", value.end)
        if value.file.text[value.end : end].strip():
            return None
        code = random.choice(quiet)
        comment = random.choice(
            (f"ignore[{code}] 机构改革后再定", f"ignore[{code[:3]}999] 机构改革后再定", f"ignore[{code}]")
        )
        return Planted((edit(value.file, end, end, f"  # planspec: {comment}"),))

    return anywhere(random, values_of(real.plan), plant)


def ambiguous_scalar(real: Real, random: Random) -> Planted | None:
    """A number with a leading zero, or a word that is a boolean elsewhere, without quotes."""

    def number(at: tuple[Mapping, str, Scalar]) -> Planted | None:
        _, key, value = at
        return (
            Planted((write_raw(value, f"0{value.text}"),)) if key == "no" and value.text.isdigit() else None
        )

    def word(item: Task | Section) -> Planted | None:
        mapping = item.node
        if "summary" in mapping.keys:
            return None
        text = random.choice(("no", "on", "8:30", "1_000", "y"))
        last = next((key for key in reversed(mapping.keys) if key in ("no", "title", "heading", "id")), None)
        return Planted((insert(mapping, f"summary: {text}", last),))

    values = values_of(real.plan)
    items: list[Task | Section] = [*real.plan.tasks, *real.plan.all_sections]
    return some(random, lambda: anywhere(random, values, number), lambda: anywhere(random, items, word))


def stale_baseline_entry(real: Real, random: Random) -> Planted | None:
    """An entry of the baseline speaks of an item or a rule that is not there."""
    entries = [one for cause in _items(real.baseline.root) for one in _items(cause.entries["findings"])]
    whole = len(real.superiors) == len(chain(real.plan.jurisdiction)) - 1

    def plant(entry: Mapping) -> Planted | None:
        rule, item = (entry.entries[key] for key in ("rule", "item"))
        assert isinstance(rule, Scalar) and isinstance(item, Scalar)
        if rule.text.startswith("ALN") and not whole:
            return None  # a superior that is not at hand may be what was compared
        if random.random() < 0.5:
            return Planted((write(rule, f"{rule.text}9"),), line_area(rule))
        edits = [write(item, f"{item.text}-of-last-year")]
        more = [entry.entries[key] for key in ("what", "about") if key in entry.keys]
        edits += [write(one, "去年的一项") for one in more]  # else it is known again under another name
        return Planted(tuple(edits), line_area(item))

    return anywhere(random, entries, plant)


def baseline_without_reason(real: Real, random: Random) -> Planted | None:
    """The reason of known findings is left empty."""
    cause = random.choice(_items(real.baseline.root))
    return Planted(
        (write_raw(cause.entries["reason"], random.choice(('""', ""))),), key_area(cause, "reason")
    )


def key_out_of_order(real: Real, random: Random) -> Planted | None:
    """Two keys of an item stand the wrong way round, or all keys stand anyhow."""

    def swapped(mapping: Mapping) -> Planted | None:
        keys = list(mapping.keys)
        if len(keys) < 2:
            return None
        at = random.randrange(len(keys) - 1)
        keys[at : at + 2] = keys[at + 1], keys[at]
        return moved(mapping, keys)

    def anyhow(mapping: Mapping) -> Planted | None:
        keys = random.sample(list(mapping.keys), len(mapping.keys))
        return moved(mapping, keys) if keys != list(mapping.keys) else None

    def moved(mapping: Mapping, keys: list[str]) -> Planted | None:
        edits = reordered(mapping.file, [(mapping, keys)])
        return Planted(edits, area(mapping)) if edits else None

    plan = real.plan
    kinds = (plan.tasks, plan.rows, plan.all_sections, plan.goals, plan.actions, plan.workgroups)
    nodes = [plan.node, *(item.node for kind in kinds for item in kind)]
    return some(random, lambda: anywhere(random, nodes, swapped), lambda: anywhere(random, nodes, anyhow))


def _items(node: Node | None) -> list[Mapping]:
    assert isinstance(node, Sequence)
    return [one for one in node.items if isinstance(one, Mapping)]
