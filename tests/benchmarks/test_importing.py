"""The measure of the importer: what it counts as the same, and that it says so where the documents are missing."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from planspec.documents.text import read_text
from planspec.documents.trace.places import Places
from planspec.registry import builtin

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import importing
from importing import Facts, Score, scores

PLAN: dict[str, Any] = {
    "jurisdiction": 430522,
    "actions": [
        {
            "action": "甲行动",
            "goals": [{"targets": {"地区生产总值": "增长7%左右", "物流成本": "持续下降"}, "source": "一"}],
            "tasks": [
                {
                    "title": "种茶",
                    "lead": "县农业农村局",
                    "support": ["县财政局", "县发改局"],
                    "targets": {"茶园": ["新建3万亩", "改造2万亩"]},
                    "source": "二/1",
                }
            ],
            "workgroup": {"members": ["县财政局"], "office": "县发改局"},
        }
    ],
}


def score(wanted: dict[str, Any], found: dict[str, Any]) -> dict[str, Score]:
    def facts(plan: dict[str, Any]) -> Facts:
        return Facts(plan, lambda file: {}, builtin())

    return scores(facts(wanted), facts(found))


def changed(**changes: Any) -> dict[str, Any]:
    task = {**PLAN["actions"][0]["tasks"][0], **changes}
    return {**PLAN, "actions": [{**PLAN["actions"][0], "tasks": [task]}]}


def test_a_plan_beside_itself_is_all_right():
    result = score(PLAN, PLAN)
    assert all(one.wanted == one.found == one.same for one in result.values())
    assert (result["figures"].wanted, result["words"].wanted, result["support"].wanted) == (3, 1, 2)


def test_names_of_one_unit_or_indicator_are_the_same():
    other = changed(
        support=["县财政局", "县发展和改革局"], targets={"全县茶园": ["新建3万亩", "改造20000亩"]}
    )
    result = score(PLAN, other)
    assert result["support"].same == 2
    assert result["figures"].same == 3


def test_a_wrong_name_keeps_its_value():
    result = score(PLAN, changed(targets={"果园": ["新建3万亩", "改造2万亩"]}))
    assert (result["figures"].same, result["values"].same) == (1, 3)
    assert result["figures"].missed == ("1  茶园: 新建3万亩", "1  茶园: 改造2万亩")


def test_a_task_is_found_by_its_place_or_its_title():
    assert score(PLAN, changed(title="茶"))["tasks"].same == 1
    assert score(PLAN, changed(source="三/1"))["tasks"].same == 1
    assert score(PLAN, changed(title="茶", source="三/1"))["tasks"].same == 0


def test_a_part_of_a_paragraph_is_found_by_where_it_stands():
    text = "某县方案\n一、任务\n（一）整治。消防整治，加强巡查。交通整治，建好站点。"
    places = Places(read_text(text, "plan.txt"))

    def facts(*tasks: tuple[str, str]) -> Facts:
        plan = {
            "jurisdiction": 430522,
            "tasks": [{"title": title, "source": source} for title, source in tasks],
        }
        return Facts(plan, lambda file: {}, builtin(), places)

    wanted = facts(("消防", "一/(一)/消防"), ("交通安全", "一/(一)/站点"))
    found = facts(("加强巡查", "一/(一)/消防整治"), ("建好站点", "一/(一)/交通整治"))
    assert scores(wanted, found)["tasks"].same == 2
    assert scores(wanted, facts(("整治", "一/(一)/消防整治")))["tasks"].same == 1


def test_a_like_name_counts_apart():
    result = score(PLAN, changed(targets={"生态茶园": ["新建3万亩", "改造2万亩"]}))
    assert (result["figures"].same, result["alike"].same, result["values"].same) == (1, 3, 3)


def test_without_the_documents_there_is_nothing_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    monkeypatch.setattr(importing, "SEEDS", tmp_path / "seeds")
    monkeypatch.setattr(sys, "argv", ["importing.py"])
    assert importing.main() == 0
    assert "skipped" in capsys.readouterr().out
