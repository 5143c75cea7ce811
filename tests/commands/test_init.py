from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from planspec.commands.init import find_place, init
from planspec.lint.run import run
from planspec.lint.settings import Settings
from planspec.schema import KINDS
from planspec.source.errors import PlanspecError


def started(folder: Path, **how: Any) -> str:
    options: dict[str, Any] = {
        "jurisdiction": None,
        "year": 2026,
        "schema": True,
        "force": False,
        "language": "zh",
    }
    return init(folder, **{**options, **how}).text


@pytest.mark.parametrize(
    "code",
    [
        None,
        "430522",
        "430500",
        "430000",
        "430407",
        "433100",
        "433101",
        "650000",
        "152921",
        "429004",
        "232700",
    ],
)
def test_what_it_writes_is_free_of_findings(tmp_path: Path, code: str | None) -> None:
    started(tmp_path, jurisdiction=code)
    result = run([tmp_path], Settings(), jobs=1, cache=False)
    assert [(one.code, one.message.en) for one in result.diagnostics] == []
    assert (result.counts.plans, result.counts.files, result.counts.tasks) == (1, 2, 3)


def test_the_place_and_its_bodies_are_called_as_they_call_themselves(tmp_path: Path) -> None:
    started(tmp_path, jurisdiction="430500")
    plan = yaml.safe_load((tmp_path / "plan.yaml").read_text("utf-8"))
    assert plan["title"].startswith("邵阳市2026年")
    assert plan["jurisdiction"] == 430500
    assert plan["organisation"]["leading_group"] == {
        "head": "市长",
        "deputies": ["常务副市长"],
        "office": "市发改委",
    }


def test_the_year_is_this_year_by_default(tmp_path: Path) -> None:
    started(tmp_path, year=None)
    assert f"year: {datetime.date.today().year}\n" in (tmp_path / "plan.yaml").read_text("utf-8")


@pytest.mark.parametrize("year", [26, 3000])
def test_a_year_beyond_reason_is_refused(tmp_path: Path, year: int) -> None:
    with pytest.raises(PlanspecError, match="1949"):
        started(tmp_path, year=year)


def test_nothing_is_overwritten_without_force(tmp_path: Path) -> None:
    action = tmp_path / "01-industry.yaml"
    action.write_text("mine", "utf-8")
    with pytest.raises(PlanspecError, match=r"01-industry\.yaml: already there"):
        started(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["01-industry.yaml"]
    started(tmp_path, force=True)
    assert action.read_text("utf-8") != "mine"


def test_the_schemas_are_written_once_and_found_from_below(tmp_path: Path) -> None:
    started(tmp_path)
    started(tmp_path / "hunan" / "2026")
    assert {path.name for path in (tmp_path / "schema").iterdir()} == {
        f"{kind}.schema.json" for kind in KINDS
    }
    assert sorted(path.name for path in (tmp_path / "hunan" / "2026").iterdir()) == [
        "01-industry.yaml",
        "plan.yaml",
    ]
    head = "# yaml-language-server: $schema=../../schema/plan.schema.json\n"
    assert (tmp_path / "hunan" / "2026" / "plan.yaml").read_text("utf-8").startswith(head)


def test_no_schema_writes_the_plan_alone(tmp_path: Path) -> None:
    started(tmp_path, schema=False)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["01-industry.yaml", "plan.yaml"]


def test_it_says_what_comes_next(tmp_path: Path) -> None:
    assert f"planspec lint {tmp_path.as_posix()}\n" in started(tmp_path)
    assert "Next:" in started(tmp_path / "en", language="en")


@pytest.mark.parametrize("word", ["430522", "新邵县", "新邵", " 430522 "])
def test_a_place_is_found_by_code_or_name(word: str) -> None:
    assert find_place(word).name == "新邵县"


@pytest.mark.parametrize("word", ["999999", "某某县", "", "000000"])
def test_a_place_that_is_not_there_is_an_error(word: str) -> None:
    with pytest.raises(PlanspecError, match="no place"):
        find_place(word)


def test_a_name_that_several_places_have_lists_their_codes() -> None:
    with pytest.raises(PlanspecError, match="more than one") as raised:
        find_place("鼓楼区")
    assert raised.value.hint is not None
    assert "320106 江苏省南京市鼓楼区" in raised.value.hint.zh
