"""ALN003 and ALN004: a target left to the superior, with and without a figure there."""

from __future__ import annotations

import pytest

from planspec.source.diagnostic import Severity

from .plans import COUNTY, judge, plan, two

RATE = "城镇调查失业率"
OTHER = {"规模工业增加值": "增长7%"}


@pytest.mark.parametrize("text", ["完成市定目标", "以市定目标为准", "控制在市定目标以内", "达到上级目标任务"])
def test_deferred_and_no_figure_there(text: str) -> None:
    (found,) = two("ALN003", OTHER, {**OTHER, RATE: text})
    assert found.severity is Severity.INFO
    assert found.excerpt.strip() == f"{RATE}: {text}"
    assert two("ALN004", OTHER, {**OTHER, RATE: text}) == []


def test_deferred_and_a_figure_there() -> None:
    (found,) = two("ALN004", {RATE: "控制在5.5%以内"}, {RATE: "完成市定目标"})
    assert found.severity is Severity.WARNING
    assert "控制在5.5%以内" in found.message.zh
    assert two("ALN003", {RATE: "控制在5.5%以内"}, {RATE: "完成市定目标"}) == []


def test_a_superior_that_came_later_makes_it_advice() -> None:
    later, own = "issued: 2025-06-01\n", "issued: 2025-03-01\n"
    (found,) = two("ALN004", {RATE: "控制在5.5%以内"}, {RATE: "完成市定目标"}, later, own)
    assert found.severity is Severity.INFO


def test_the_named_level_is_asked() -> None:
    plans = [plan("430000", {RATE: "5.5%左右"}), plan("430500", OTHER)]
    (found,) = judge("ALN004", *plans, plan(COUNTY, {RATE: "完成省定目标"}))
    assert "湖南省" in found.message.zh
    assert judge("ALN004", *plans, plan(COUNTY, {RATE: "完成市定目标"})) == []
    (found,) = judge("ALN003", *plans, plan(COUNTY, {RATE: "完成市定目标"}))
    assert "邵阳市" in found.message.zh


def test_a_superior_that_defers_as_well_passes_the_question_on() -> None:
    plans = [plan("430000", {RATE: "5.5%左右"}), plan("430500", {RATE: "完成省定目标"})]
    found = judge("ALN004", *plans, plan(COUNTY, {RATE: "完成市定目标"}))
    assert [one.file for one in found] == ["<plan 2>"]


@pytest.mark.parametrize("code", ["ALN003", "ALN004"])
@pytest.mark.parametrize("text", ["控制在5.5%以内", "稳中有降", "与全国一致"])
def test_what_is_stated_is_not_deferred(code: str, text: str) -> None:
    assert two(code, OTHER, {**OTHER, RATE: text}) == []


@pytest.mark.parametrize("code", ["ALN003", "ALN004"])
def test_without_the_superior_nothing_is_said(code: str) -> None:
    assert judge(code, plan(COUNTY, {RATE: "完成市定目标"})) == []
