"""Any part of a spec may be any other YAML value: no rule crashes, and every finding has a place in the file."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from planspec.lint.engine import lint_text
from planspec.lint.settings import Settings
from planspec.registry import builtin

SPEC: dict[str, Any] = yaml.load(
    (Path(__file__).parents[1] / "specs/hunan/huaihua/hecheng/2024/plan.yaml").read_text("utf-8"),
    yaml.BaseLoader,
)
EVERY = Settings(select=("ALL",))


def _places(value: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    entries = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, below in entries:
        found += _places(below, (*path, key))
    return found


PLACES = _places(SPEC)

SCALARS = st.sampled_from(
    [
        None,
        True,
        0,
        -1,
        10**30,
        1.5,
        float("inf"),
        "",
        " ",
        "等",
        "县",
        "A、B",
        "增长7%",
        "9" * 400 + "%",
        "第",
        "〔",
        "“",
    ]
) | st.text(max_size=8)
VALUES = st.recursive(
    SCALARS,
    lambda below: (
        st.lists(below, max_size=3)
        | st.dictionaries(st.sampled_from(["value", "tasks", "include", "lead", "no", ""]), below, max_size=2)
    ),
    max_leaves=4,
)


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(PLACES), VALUES)
def test_a_strange_value_is_told_with_its_place(path: tuple[Any, ...], value: object) -> None:
    spec: Any = copy.deepcopy(SPEC)
    holder = spec
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = value
    text = yaml.safe_dump(spec, allow_unicode=True, sort_keys=False)
    found = lint_text(text, EVERY, builtin()).diagnostics
    assert [one.message.zh for one in found if one.code == "INT001"] == []
    last = text.count("\n") + 1
    assert all(1 <= one.span.start_line <= one.span.end_line <= last for one in found)
