from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from planspec.documents.flat import COLUMNS, FlatRow, flatten, to_csv, to_json, to_parquet
from planspec.model import build_plan, load_plan_text
from planspec.registry import builtin
from planspec.source.errors import PlanspecError

PLAN = """\
planspec: 1
title: 某方案
jurisdiction: 430522
year: 2024
goals:
  - targets: {实有经营主体: 达到4.27万户}
    source: 一/1
actions:
  - action: 产业培塑行动
    sections:
      - heading: 做强产业
        lead: 县科工局
        tasks:
          - {no: "1", title: 循环经济, support: [县发改局, 县财政局], by: 2024-12-31, source: 二/1}
          - {title: 两家负责, units: [县发改局, 县财政局]}
          - {title: 一家负责, units: 县发改局, tier: 县定, targets: {亩均税收: [增长10%, 说不清]}}
    workgroup: {convenor: 县长, members: [县发改局], open: true, office: 县发改局}
    breakdown:
      - {title: 循环经济, units: [县科工局], leader: 某某}
"""


def rows(table: str) -> list[FlatRow]:
    files = load_plan_text(PLAN, "plan.yaml")
    plan = build_plan(files, builtin())
    assert plan is not None
    return list(flatten([plan], table))


def test_every_table_has_its_columns_in_order() -> None:
    for table, columns in COLUMNS.items():
        assert all(tuple(row) == columns for row in rows(table)), table


def test_tasks_tell_lead_and_support_and_kind() -> None:
    assert [(r["title"], r["lead"], r["support"], r["kind"]) for r in rows("tasks")] == [
        ("循环经济", ["县科工局"], ["县发改局", "县财政局"], "task"),
        ("两家负责", ["县科工局"], ["县发改局", "县财政局"], "task"),
        ("一家负责", ["县科工局"], ["县发改局"], "livelihood"),
        ("循环经济", ["县科工局"], [], "breakdown"),
    ]


def test_a_target_has_a_row_for_each_phrase_in_base_units() -> None:
    level, growth, unread = rows("targets")
    assert (level["plan"], level["line"], level["role"], level["low"], level["unit"]) == (
        "430522/2024", 6, "goal", 42700, "户",
    )  # fmt: skip
    assert (growth["measure"], growth["comparator"], growth["role"]) == ("growth", "=", "task")
    assert (unread["phrase"], unread["measure"], unread["low"]) == ("说不清", "", None)


def test_units_are_counted_by_body() -> None:
    counts = {r["unit"]: (r["leads"], r["supports"], r["member_of"]) for r in rows("units")}
    assert counts["县发改局"] == (0, 3, 1)


def test_csv_and_json_say_the_same() -> None:
    tasks = rows("tasks")
    table = list(csv.DictReader(io.StringIO(to_csv(tasks, "tasks"))))
    loaded = json.loads(to_json(tasks))
    assert [row["support"] for row in table] == ["、".join(row["support"]) for row in loaded]
    assert [row["title"] for row in table] == [row["title"] for row in loaded]


def test_parquet_holds_lists_and_numbers() -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    table = parquet.read_table(io.BytesIO(to_parquet(rows("targets"), "targets"))).to_pylist()
    assert table[0]["low"] == 42700.0


def test_without_pyarrow_parquet_is_refused_with_a_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(PlanspecError) as caught:
        to_parquet(rows("tasks"), "tasks")
    assert caught.value.hint is not None
    assert "planspec[parquet]" in caught.value.hint.zh


def test_the_real_plans_export(tmp_path: Path) -> None:
    from planspec.commands.export import export

    specs = Path(__file__).parents[2] / "specs"
    out = tmp_path / "tasks.csv"
    assert export([specs], "tasks", "csv", out).exit_code == 0
    text = out.read_text("utf-8-sig")
    assert "循环经济" in text
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
