"""Plans made from texts and plain values, for the tests of the diff."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from planspec.diff import Change, Diff, Mode, diff
from planspec.model import Plan, build_plan, load_plan, load_plan_text
from planspec.model.load import PlanFiles
from planspec.registry import builtin

SPECS = Path(__file__).parents[2] / "specs" / "hunan"
REAL = {
    "jishou": "xiangxi/jishou/2023",
    "shigu": "hengyang/shigu/2024",
    "yueyang": "yueyang/2025",
    "xinshao": "shaoyang/xinshao/2024",
    "hecheng": "huaihua/hecheng/2024",
}
HEAD = """planspec: 1
title: 某县实施“八大行动”总体方案
jurisdiction: 430522
programme: 八大行动
year: 2024
"""


def plan(text: str, shown: str = "plan.yaml") -> Plan:
    """Return the plan of a whole spec's text; under a minimal head where it has none."""
    whole = text if "planspec:" in text else HEAD + text
    return built(load_plan_text(whole, shown))


def built(files: PlanFiles) -> Plan:
    faults = [fault.message.en for file in files.files for fault in file.faults]
    found = build_plan(files, builtin())
    if faults or found is None:
        raise ValueError(faults)
    return found


def plain_plan(value: dict[str, Any], shown: str = "plan.yaml") -> Plan:
    """Return the plan that plain values are."""
    return built(load_plan_text(json.dumps(value, ensure_ascii=False), shown))


@cache
def real_plan(name: str) -> Plan:
    return built(load_plan(SPECS / REAL[name] / "plan.yaml", f"{name}/plan.yaml"))


@cache
def real_value(name: str) -> dict[str, Any]:
    """Return a real plan as plain values, its annexes within it."""
    files = load_plan(SPECS / REAL[name] / "plan.yaml", f"{name}/plan.yaml")
    root = dict(files.root.root.plain)  # type: ignore[union-attr,arg-type]
    actions = []
    for entry in root["actions"]:  # type: ignore[union-attr]
        assert isinstance(entry, dict)
        written = entry.get("include")
        if isinstance(written, str):
            annex = files.included[written].root.plain  # type: ignore[union-attr]
            own = {key: value for key, value in entry.items() if key != "include" and key not in annex}
            actions.append({**annex, **own})
        else:
            actions.append(entry)
    root["actions"] = actions  # type: ignore[assignment]
    return root


@cache
def whole_plan(name: str) -> Plan:
    """Return a real plan in one file."""
    return plain_plan(real_value(name))


def compare(before: str, after: str, mode: Mode | None = None) -> Diff:
    """Return what changed between two texts."""
    return diff(plan(before, "old.yaml"), plan(after, "new.yaml"), mode)


def codes(found: Diff | tuple[Change, ...]) -> list[str]:
    """Return the codes of the changes, in their order."""
    return [change.code for change in (found.changes if isinstance(found, Diff) else found)]
