"""Nothing is missed: every leaf of the schema, when it is changed, dropped or written in, yields a change."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from planspec.diff import Mode, diff
from planspec.model import Plan
from planspec.schema import bundled_schema

from .plans import plain_plan

SILENT = {
    "renamed_from": "tells the diff what an item was called, and says nothing of the plan",
    "include": "where an annex is stored",
}
"""Keys whose change is none, and why."""

DEFAULTS = {"status": "draft", "extent": "full", "attested": "official", "open": False}
"""What a key that is not written means."""

VALUES = {
    "jurisdiction": (430522, 430503),
    "year": (2024, 2025),
    "issued": ("2024-03-18", "2024-04-01"),
    "by": ("2024-06-30", "2024-09-30"),
    "value": ("增长7%", "增长8%"),
    "baseline": ("100亿元", "120亿元"),
    "amount": ("300万元", "200万元"),
    "lead": ("县发改局", "县财政局"),
    "support": ("县民政局", "县林业局"),
    "units": ("县农业农村局", "县水利局"),
    "members": ("县发改局", "县财政局"),
    "office": ("县发改局", "县财政局"),
    "annex": (1, 3),
    "no": ("1", "7"),
    "document": ("某政办发〔2024〕3号", "某政办发〔2024〕5号"),
    "first_lead": ("县发改局", "县财政局"),
    "title": ("循环经济", "低碳循环经济"),
    "heading": ("做强优势产业", "做大优势产业"),
    "cadence": ("旬", "季"),
    "scope": ("全县", "园区"),
    "role": ("development-zone", "town"),
    "dimension": ("money", "count"),
    "id": ("a-1", "a-2"),
}


def fill(schema: Any, key: str, path: tuple[str, ...], serial: Iterator[int]) -> Any:
    """Return a value with every key that the schema allows."""
    defs = bundled_schema("plan")["$defs"]
    if "$ref" in schema:
        return fill(defs[schema["$ref"].rsplit("/", 1)[-1]], key, path, serial)
    for word in ("oneOf", "anyOf"):
        if word in schema:
            branches = [b for b in schema[word] if b.get("$ref") != "#/$defs/include"]
            objects = [
                b
                for b in branches
                if ("$ref" in b and b["$ref"] not in ("#/$defs/phrase",)) or b.get("type") == "object"
            ]
            return fill((objects or branches)[0], key, path, serial)
    if "allOf" in schema:
        return fill(schema["allOf"][0], key, path, serial)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema.get("type")
    if kind == "object":
        properties = schema.get("properties")
        if properties:
            nested = path.count(key) > 1
            return {
                name: fill(child, name, (*path, name), serial)
                for name, child in properties.items()
                if name not in ("first_lead",)
                and not (name in ("tasks", "sections") and path.count(name) >= (2 if name == "tasks" else 1))
                and not nested
            }
        return {f"指标{key}": fill(schema["additionalProperties"], key, (*path, "*"), serial)}
    if kind == "array":
        return [fill(schema["items"], key, (*path, "[]"), serial)]
    if kind == "boolean":
        return False
    if key in VALUES:
        value = VALUES[key][0]
        return f"{value}-{next(serial)}" if key == "id" else value
    return 7 if kind == "integer" else f"{key}甲"


@cache
def whole() -> dict[str, Any]:
    serial = iter(range(10_000))
    value: dict[str, Any] = fill(bundled_schema("plan"), "plan", (), serial)
    groups = value["organisation"]["workgroups"]
    groups.append({**copy.deepcopy(groups[0]), "action": "全部行动"})
    value["x-own"] = {"a": [1, 2]}
    return value


@cache
def whole_plan() -> Plan:
    return plain_plan(whole())


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, dict):
        for key, child in value.items():
            yield from leaves(child, (*path, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from leaves(child, (*path, index))
    else:
        yield path


def at(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


def changed(value: Any, path: tuple[str | int, ...]) -> Any:
    """Return another value for a leaf, of the same type."""
    names = [step for step in path if isinstance(step, str)]
    key = names[-1]
    old = at(value, path)
    if isinstance(old, bool):
        return not old
    if key == "id":
        return f"{old}-other"
    for name in reversed(names[-2:]):
        if name in VALUES:
            return VALUES[name][1]
    for values in ENUMS:
        if old in values:
            return values[1]
    if isinstance(old, int):
        return old + 1
    return "县发改局" if key in ("convenor", "deputies", "head", "leader") else f"{old[:-1]}乙"


def _enums(schema: Any) -> Iterator[list[str]]:
    if isinstance(schema, dict):
        if "enum" in schema:
            yield schema["enum"]
        for child in schema.values():
            yield from _enums(child)
    elif isinstance(schema, list):
        for child in schema:
            yield from _enums(child)


ENUMS = list(_enums(bundled_schema("plan")))

PATHS = [path for path in leaves(whole()) if path != ("planspec",)]


def key_of(path: tuple[str | int, ...]) -> str:
    return next(step for step in reversed(path) if isinstance(step, str))


def test_the_plan_has_every_key_of_the_schema() -> None:
    known = {step for path in leaves(whole()) for step in path if isinstance(step, str)}
    meant: set[str] = set()
    todo: list[Any] = [bundled_schema("plan")]
    while todo:
        schema = todo.pop()
        if isinstance(schema, dict):
            meant.update(schema.get("properties", {}))
            todo.extend(schema.values())
        elif isinstance(schema, list):
            todo.extend(schema)
    assert meant - known <= {"include", "annex_title", "first_lead"}


@pytest.mark.parametrize("path", PATHS, ids=lambda path: "/".join(map(str, path)))
def test_another_value_is_a_change(path: tuple[str | int, ...]) -> None:
    value = copy.deepcopy(whole())
    at(value, path[:-1])[path[-1]] = changed(whole(), path)
    found = diff(whole_plan(), plain_plan(value), Mode.VERSIONS).changes
    assert bool(found) is (key_of(path) not in SILENT)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: "/".join(map(str, path)))
def test_what_is_dropped_or_written_in_is_a_change(path: tuple[str | int, ...]) -> None:
    if at(whole(), path) == DEFAULTS.get(key_of(path)):
        return
    value = copy.deepcopy(whole())
    while path:
        holder = at(value, path[:-1])
        del holder[path[-1]]
        if holder or not path[:-1]:
            break
        path = path[:-1]
    full, less = whole_plan(), plain_plan(value)
    gone = diff(full, less, Mode.VERSIONS).changes
    come = diff(less, full, Mode.VERSIONS).changes
    assert bool(gone) is bool(come) is (key_of(path) not in SILENT)
