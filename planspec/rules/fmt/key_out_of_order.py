"""Keys in another order than the format's / 键的顺序与格式不同

何事：任务、分节等条目里，键没有按格式规定的先后来写，例如 lead 写在 title 之前；每个文件只报告一次。指标、单位等
自己起名的键不受影响。
What: The keys of a task, a section and so on do not stand in the order of the format, such as `lead` before
`title`; each file is told once. Keys that one names oneself, such as indicators and units, are not concerned.

缘由：同一种条目各写各的顺序，通读时容易看漏；比较两个版本时，还会显出许多不相干的改动。
Why: Where each item has an order of its own, a reader overlooks what is missing, and a comparison of two
versions is full of changes that change nothing.

改法：planspec lint --fix 只调整先后；planspec fmt 连同缩进、引号一并整理。
Mend: `planspec lint --fix` moves the keys and nothing else; `planspec fmt` sees to indentation and quotes too.

依据：格式：键的先后以格式说明（schema）为准；先后不改变含义。
Authority: the format; the schema lists the keys in their order, which has no meaning of its own.

Bad:

    actions:
      - action: 产业培塑行动
        tasks:
          - lead: 县科工局
            title: 循环经济
    #       ^^^^^ key-out-of-order

Good:

    actions:
      - action: 产业培塑行动
        tasks:
          - title: 循环经济
            lead: 县科工局
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from planspec.model import Plan
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.schema import load_schema
from planspec.source.diagnostic import Fix, Severity
from planspec.source.file import SourceFile
from planspec.source.message import Message, Template
from planspec.source.nodes import Mapping
from planspec.source.place import at_key
from planspec.source.reordering import reordered

MISPLACED = Template(
    zh="键“{key}”应写在“{later}”之前{more}；顺序不影响含义，但不一致时不便通读和比较；planspec lint --fix 或 "
    "planspec fmt 可以调整",
    en="Key “{key}” belongs before “{later}”{more}; the order has no meaning, but differing orders are hard to "
    "read and to compare; `planspec lint --fix` or `planspec fmt` puts it right",
)
MORE = Template(zh="，本文件另有{count}处", en=", and {count} more like it in this file")
NO_MORE = Message("", "")
MOVE = Message(zh="按格式规定的顺序排列键", en="Put the keys into the order of the format")


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Look at the items of each file that could be read whole; most have the same keys as one before."""
    misplaced: dict[int, dict[int, tuple[Mapping, list[str]]]] = {}
    known: dict[tuple[str, ...], list[str]] = {}
    for kind, nodes in _nodes(plan):
        for node in nodes:
            head = (kind, *node.entries)
            right = known.get(head)
            if right is None:
                right = known[head] = _right_order(node, _listed(kind))
            # A merge brings keys that stand elsewhere: such an item has no order of its own.
            if right and all(key.start >= node.start for key in node.keys.values()):
                misplaced.setdefault(id(node.file), {})[id(node)] = node, right
    for file in plan.files:
        if not file.faults and (found := misplaced.get(id(file))):
            yield _finding(file, sorted(found.values(), key=lambda one: one[0].start))


def _nodes(plan: Plan) -> Iterator[tuple[str, Iterable[Mapping]]]:
    """Return what has keys in an order, by its name in the schema."""
    goals = [*plan.goals, *(goal for action in plan.actions for goal in action.goals)]
    yield "", (plan.node,)
    yield "include", (action.entry for action in plan.actions if action.entry is not action.node)
    for kind, items in (
        ("action", plan.actions),
        ("goal", goals),
        ("section", plan.all_sections),
        ("task", plan.tasks),
        ("row", plan.rows),
        ("workgroup", plan.workgroups),
    ):
        yield kind, (item.node for item in items)


@cache
def _listed(kind: str) -> tuple[str, ...]:
    """Return the keys that the schema lists for a kind of item, in their order."""
    schema: dict[str, Any] = load_schema("plan")
    return tuple((schema["$defs"][kind] if kind else schema)["properties"])


def _right_order(node: Mapping, listed: Sequence[str]) -> list[str]:
    """Return the keys as they should stand, those not listed where they are; nothing where all stand right."""
    turn = iter(listed)
    if all(key in turn for key in node.entries if key in listed):
        return []
    turn = iter([key for key in listed if key in node.entries])
    return [next(turn) if key in listed else key for key in node.entries]


def _finding(file: SourceFile, found: list[tuple[Mapping, list[str]]]) -> Finding:
    mapping, right = found[0]
    key, later = next((key, other) for key, other in zip(right, mapping.entries, strict=True) if key != other)
    more = MORE(count=len(found) - 1) if len(found) > 1 else NO_MORE
    edits = reordered(file, found)
    fix = Fix(MOVE, edits, safe=True) if edits else None
    return Finding(at_key(mapping, key), MISPLACED(key=key, later=later, more=more), fix=fix)


rule = Rule("FMT011", "key-out-of-order", Severity.INFO, Authority.FORMAT, __doc__, check)
